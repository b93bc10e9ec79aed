"""第五条第（二）项、第七条：牵头单位，特殊情况。"""

from __future__ import annotations

import narwhals as nw

from innov_consortium.core.clauses import fact
from innov_consortium.policies.tianjin.bodies import PROVINCE
from innov_consortium.policies.tianjin.facts_lead import KEY_SUPPORT, URGENT_NEED

__all__ = ["FACTS"]

_NO = False
_REGION = r"^[0-9]{6}$"
_NONE = "none"
_LEADERSHIP, _BUREAU, _ANOTHER = "leadership", "bureau", "another"


def _is(column: nw.Expr, *words: str) -> nw.Expr:
    return nw.when(~column.is_null()).then(column.is_in(list(words)))


def _surely(test: nw.Expr) -> nw.Expr:
    """Return a test that is false where nothing is put forward."""
    return test.fill_null(_NO)


@fact
def registered_in_tianjin(lead_domicile: nw.Expr) -> nw.Expr:
    """牵头单位登记在天津；所写不是六位行政区划代码的不明。"""
    code = lead_domicile.str.contains(_REGION)
    return nw.when(code).then(lead_domicile.str.starts_with(PROVINCE))


@fact
def in_tianjin(attested__in_tianjin: nw.Expr, registered_in_tianjin: nw.Expr) -> nw.Expr:
    """牵头单位在津；在津登记即足以证明，不在津登记的须认定。"""
    registered = nw.when(registered_in_tianjin).then(nw.lit(True))  # noqa: FBT003
    return nw.coalesce(attested__in_tianjin, registered)


@fact
def branch_in_tianjin(lead_branch_in_tianjin: nw.Expr, *, given: frozenset[str]) -> nw.Expr | bool:
    """牵头单位提出其在津设有分支机构。"""
    return lead_branch_in_tianjin if "lead_branch_in_tianjin" in given else _NO


@fact
def rests_on_branch(
    branch_in_tianjin: nw.Expr,
    in_tianjin: nw.Expr,
    operating_normally: nw.Expr,
    *,
    given: frozenset[str],
) -> nw.Expr | bool:
    """“在津”未经认定，只能以提出的分支机构为据，且未被认定为不正常运营。"""
    if "lead_branch_in_tianjin" not in given:
        return _NO
    return branch_in_tianjin & in_tianjin.is_null() & _surely_not(operating_normally)


def _surely_not(test: nw.Expr) -> nw.Expr:
    """Return whether a test does not surely fail."""
    return ~_surely(~test)


@fact
def contradicted_by_listing(
    lead_listed: nw.Expr, operating_normally: nw.Expr, *, given: frozenset[str]
) -> nw.Expr | bool:
    """已认定正常运营，而提出的材料显示牵头单位当日仍被列入名录、名单。"""
    return lead_listed & _surely(operating_normally) if "lead_listed" in given else _NO


@fact
def strategic_force(lead_category: nw.Expr, attested__strategic_force: nw.Expr) -> nw.Expr:
    """经认定为所列三类以外的其他战略科技力量。"""
    other = _is(lead_category, "other_strategic_force")
    return nw.when(other).then(nw.lit(True)).otherwise(attested__strategic_force)  # noqa: FBT003


@fact
def claims_key_support(special_ground: nw.Expr, *, given: frozenset[str]) -> nw.Expr | bool:
    """提出属于市委、市政府确定重点支持的联合体。"""
    return _is(special_ground, KEY_SUPPORT) if "special_ground" in given else _NO


@fact
def claims_urgent_need(special_ground: nw.Expr, *, given: frozenset[str]) -> nw.Expr | bool:
    """提出属于天津重点产业发展亟需的联合体。"""
    return _is(special_ground, URGENT_NEED) if "special_ground" in given else _NO


def _put_forward(ground: nw.Expr) -> nw.Expr:
    """Return whether a special case is put forward; null where that is not said."""
    return ~_is(ground, _NONE)


def _determined_by(
    ground: nw.Expr, by: nw.Expr, on: nw.Expr, day: nw.Expr, *bodies: str
) -> nw.Expr:
    """Return whether one of some bodies determined it; null where it is not said whole."""
    later = _surely(on > day)
    nobody = _surely(_is(ground, _NONE)) | later | _surely(_is(by, _NONE))
    said = nw.when(~by.is_null() & ~on.is_null()).then(by.is_in(list(bodies)))
    return nw.when(nobody).then(nw.lit(_NO)).otherwise(said)


@fact
def determined_by_leadership(
    special_ground: nw.Expr,
    special_determined_by: nw.Expr,
    special_determined_on: nw.Expr,
    day: nw.Expr,
    *,
    given: frozenset[str],
) -> nw.Expr | bool:
    """由市委、市政府确定。"""
    if "special_ground" not in given:
        return _NO
    return _determined_by(
        special_ground, special_determined_by, special_determined_on, day, _LEADERSHIP
    )


@fact
def determined_by_authority(
    special_ground: nw.Expr,
    special_determined_by: nw.Expr,
    special_determined_on: nw.Expr,
    day: nw.Expr,
    attested__art7_s1b: nw.Expr,
    *,
    given: frozenset[str],
) -> nw.Expr | bool:
    """由市委、市政府或市科技局确定，或另经认定。"""
    attested = "attested__art7_s1b" in given
    if "special_ground" not in given:
        return nw.coalesce(attested__art7_s1b, nw.lit(_NO)) if attested else _NO
    found = _determined_by(
        special_ground, special_determined_by, special_determined_on, day, _LEADERSHIP, _BUREAU
    )
    if not attested:
        return found
    kept = _surely(found) | attested__art7_s1b.is_null()
    return nw.when(kept).then(found).otherwise(attested__art7_s1b)


@fact
def determined_by_another(
    special_ground: nw.Expr,
    special_determined_by: nw.Expr,
    special_determined_on: nw.Expr,
    day: nw.Expr,
    *,
    given: frozenset[str],
) -> nw.Expr | bool:
    """由上述机关以外、也非申请人的单位确定。"""
    if "special_ground" not in given:
        return _NO
    later = _surely(special_determined_on > day)
    return _put_forward(special_ground) & ~later & _is(special_determined_by, _ANOTHER)


@fact
def election_pending(
    special_ground: nw.Expr, special_elected: nw.Expr, *, given: frozenset[str]
) -> nw.Expr | bool:
    """是否按“一事一议”组织建设尚待决定。"""
    if "special_ground" not in given:
        return _NO
    return _put_forward(special_ground) & special_elected.is_null()


@fact
def elected_by_bureau(
    special_ground: nw.Expr,
    special_elected: nw.Expr,
    special_elected_by_bureau: nw.Expr,
    *,
    given: frozenset[str],
) -> nw.Expr | bool:
    """市科技局决定按“一事一议”组织建设；未记由谁决定的不明。"""
    if "special_ground" not in given:
        return _NO
    elected = _put_forward(special_ground) & _surely(special_elected)
    by_bureau = nw.when(elected).then(special_elected_by_bureau)
    return nw.when(_surely(~elected)).then(nw.lit(_NO)).otherwise(by_bureau)


@fact
def application_day(filed_on: nw.Expr, day: nw.Expr) -> nw.Expr:
    """申请日；尚未提出申请的为所问之日。"""
    return nw.when(filed_on <= day).then(filed_on).otherwise(day)


@fact
def matter_begun_on(application_day: nw.Expr) -> nw.Expr:
    """所办事项开始之日：申请日；尚未提出申请的为所问之日。"""
    return application_day


@fact(each="participant")
def intends(intending: nw.Expr, signed: nw.Expr) -> nw.Expr:
    """该成员单位已达成联合意愿；没有单独声明的，以已签署的协议为证。"""
    return nw.coalesce(intending, nw.when(signed).then(nw.lit(True)))  # noqa: FBT003


FACTS = (
    registered_in_tianjin,
    in_tianjin,
    branch_in_tianjin,
    rests_on_branch,
    contradicted_by_listing,
    strategic_force,
    claims_key_support,
    claims_urgent_need,
    determined_by_leadership,
    determined_by_authority,
    determined_by_another,
    election_pending,
    elected_by_bureau,
    application_day,
    matter_begun_on,
    intends,
)
