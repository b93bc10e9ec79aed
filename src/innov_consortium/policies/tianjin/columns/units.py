"""第五条第（三）项：谁计入，如何计——由各列推得，与 ``facts_composition`` 所说一致。"""

from __future__ import annotations

import narwhals as nw

from innov_consortium.core.clauses import fact
from innov_consortium.core.tables import KEY, staged_column, tally
from innov_consortium.policies.tianjin.readings import (
    CollegeCounting,
    EnterpriseTest,
    LeadCounts,
    ShareBase,
    UnitOfCount,
)

__all__ = ["FACTS", "STAGED"]

_ACADEMIC = ("university", "research_institution", "new_rd_institution")
_FORMS = {
    "91": "enterprise",
    "92": "individual_business",
    "93": "cooperative",
    "12": "public_institution",
    "52": "private_non_enterprise",
}
_APART = "\x1f"
_CODE = r"^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$"  # GB 32100-2015

#: 先行推得、再逐行相互比较的两项。
STAGED = ("unit_key", "unit_order")


def _text(word: str) -> nw.Expr:
    return nw.lit(word)


def _is_code(unit: nw.Expr) -> nw.Expr:
    """Return whether a unit is given by its unified social credit code; null if none is given.

    Any other text tells units apart, and nothing else.
    """
    return unit.str.contains(_CODE)


def _form(unit: nw.Expr, stated: nw.Expr, given: frozenset[str]) -> nw.Expr:
    """Return the form a unit is registered in: by its Chinese code, else as stated."""
    if "unit" not in given:
        return stated
    category = unit.str.slice(0, 2)
    by_code = _text("other")
    for prefix, form in _FORMS.items():
        by_code = nw.when(category == _text(prefix)).then(_text(form)).otherwise(by_code)
    return nw.when(_is_code(unit)).then(by_code).otherwise(stated)


def _person(
    unit: nw.Expr, branch_of: nw.Expr, parent: nw.Expr, unit_of_count: UnitOfCount
) -> nw.Expr:
    if unit_of_count is UnitOfCount.REGISTERED_BODY:
        return unit
    own = nw.coalesce(branch_of, unit)
    return nw.coalesce(parent, own) if unit_of_count is UnitOfCount.GROUP else own


def _key(person: nw.Expr, college: nw.Expr, college_counting: CollegeCounting) -> nw.Expr:
    if college_counting is CollegeCounting.CAP_ONLY:
        return person
    return nw.concat_str([person, college.fill_null("")], separator=_APART)


@fact
def lead_key(
    lead_unit: nw.Expr,
    lead_branch_of: nw.Expr,
    lead_parent: nw.Expr,
    lead_college: nw.Expr,
    *,
    unit_of_count: UnitOfCount,
    college_counting: CollegeCounting,
) -> nw.Expr:
    """牵头单位按所选解释计入的主体（B05、B06）。"""
    person = _person(lead_unit, lead_branch_of, lead_parent, unit_of_count)
    return _key(person, lead_college, college_counting)


@fact(each="participant")
def unit_key(
    unit: nw.Expr,
    branch_of: nw.Expr,
    parent: nw.Expr,
    college: nw.Expr,
    *,
    unit_of_count: UnitOfCount,
    college_counting: CollegeCounting,
    given: frozenset[str],
) -> nw.Expr | None:
    """参与单位按所选解释计入的主体；没有写明主体（``unit`` 列）的，每行一家。"""
    if "unit" not in given:
        return None
    return _key(_person(unit, branch_of, parent, unit_of_count), college, college_counting)


@fact(each="participant")
def unit_order(
    unit: nw.Expr,
    branch_of: nw.Expr,
    parent: nw.Expr,
    college: nw.Expr,
    *,
    unit_of_count: UnitOfCount,
    given: frozenset[str],
) -> nw.Expr | None:
    """同一主体的各行中以哪一行为准：总部在前，与各行的先后无关。"""
    if "unit" not in given:
        return None
    person = _person(unit, branch_of, parent, unit_of_count)
    head = nw.when(unit == person).then(_text("0")).otherwise(_text("1"))
    return nw.concat_str([head, unit, college.fill_null("")], separator=_APART)


@fact(each="participant")
def counted(
    unit_key: nw.Expr, unit_order: nw.Expr, lead_key: nw.Expr, *, given: frozenset[str]
) -> nw.Expr:
    """该行另计一家：同一主体只计一次，牵头单位自己的不计。"""
    if "unit" not in given:
        return nw.lit(True)  # noqa: FBT003 - every row is another unit
    first = unit_order == unit_order.min().over(KEY, staged_column("unit_key"))
    another = (unit_key != lead_key).fill_null(True)  # noqa: FBT003 - the truth value itself
    return (first & another).fill_null(True)  # noqa: FBT003 - a row whose unit is not said


@tally(each="participant")
def participants_named(counted: nw.Expr, *, given: frozenset[str]) -> nw.Expr | bool:
    """列明的参与单位数。"""
    return counted if "unit" in given else True


@fact
def participants(participants_named: nw.Expr, *, lead_counts: LeadCounts) -> nw.Expr:
    """参与单位总数：是否含牵头单位见 B01。"""
    return participants_named + (1 if lead_counts is LeadCounts.INCLUDED else 0)


def _lead_in_share(lead_counts: LeadCounts, share_base: ShareBase) -> bool:
    return lead_counts is LeadCounts.INCLUDED or share_base is ShareBase.MEMBERS


@fact
def share_total(
    participants_named: nw.Expr, *, lead_counts: LeadCounts, share_base: ShareBase
) -> nw.Expr:
    """企业占比的分母。"""
    return participants_named + (1 if _lead_in_share(lead_counts, share_base) else 0)


@fact(each="participant")
def is_enterprise(
    kind: nw.Expr,
    legal_form: nw.Expr,
    unit: nw.Expr,
    *,
    enterprise_test: EnterpriseTest,
    given: frozenset[str],
) -> nw.Expr:
    """该参与单位是企业（B04）。"""
    if enterprise_test is EnterpriseTest.FUNCTION:
        return kind == _text("enterprise")
    return _form(unit, legal_form, given) == _text("enterprise")


@tally(each="participant")
def enterprises_among(counted: nw.Expr, is_enterprise: nw.Expr) -> nw.Expr:
    """参与单位中确定是企业的单位数。"""
    return counted & is_enterprise.fill_null(False)  # noqa: FBT003 - the truth value itself


@tally(each="participant")
def perhaps_enterprises_among(counted: nw.Expr, is_enterprise: nw.Expr) -> nw.Expr:
    """参与单位中不知是不是企业的单位数。"""
    return counted & is_enterprise.is_null()


@fact
def lead_is_enterprise(
    lead_kind: nw.Expr,
    lead_legal_form: nw.Expr,
    lead_unit: nw.Expr,
    *,
    enterprise_test: EnterpriseTest,
    given: frozenset[str],
) -> nw.Expr:
    """牵头单位是企业。"""
    if enterprise_test is EnterpriseTest.FUNCTION:
        return lead_kind == _text("enterprise")
    said = frozenset({"unit"} if "lead_unit" in given else ())
    return _form(lead_unit, lead_legal_form, said) == _text("enterprise")


@fact
def enterprises(
    enterprises_among: nw.Expr,
    lead_is_enterprise: nw.Expr,
    *,
    lead_counts: LeadCounts,
    share_base: ShareBase,
) -> nw.Expr:
    """其中确定是企业的单位数。"""
    if not _lead_in_share(lead_counts, share_base):
        return enterprises_among
    return enterprises_among + nw.when(lead_is_enterprise).then(1).otherwise(0)


@fact
def possible_enterprises(
    enterprises: nw.Expr,
    perhaps_enterprises_among: nw.Expr,
    lead_is_enterprise: nw.Expr,
    *,
    lead_counts: LeadCounts,
    share_base: ShareBase,
) -> nw.Expr:
    """其中确定或可能是企业的单位数。"""
    possible = enterprises + perhaps_enterprises_among
    if not _lead_in_share(lead_counts, share_base):
        return possible
    return possible + nw.when(lead_is_enterprise.is_null()).then(1).otherwise(0)


@fact(each="participant")
def is_academic(kind: nw.Expr) -> nw.Expr:
    """该参与单位是高校或科研院所。"""
    return nw.when(~kind.is_null()).then(kind.is_in(list(_ACADEMIC)))


@fact(each="participant")
def is_service_institution(kind: nw.Expr) -> nw.Expr:
    """该参与单位是科技服务机构。"""
    return kind == _text("service_institution")


@fact(each="participant")
def is_abroad(abroad: nw.Expr, unit: nw.Expr, *, given: frozenset[str]) -> nw.Expr:
    """该参与单位设立于境外（含港澳台）；有统一社会信用代码的即不是。"""
    if "unit" not in given:
        return abroad
    return nw.coalesce(abroad, nw.when(_is_code(unit)).then(nw.lit(False)))  # noqa: FBT003


@fact(each="participant")
def counted_by_college(kind: nw.Expr) -> nw.Expr:
    """该参与单位是高校，以学院为单位计数。"""
    return kind == _text("university")


@fact(each="participant")
def college_named(college: nw.Expr) -> nw.Expr:
    """已写明参加的学院。"""
    return nw.when(~college.is_null()).then(nw.lit(True))  # noqa: FBT003


FACTS = (
    lead_key,
    unit_key,
    unit_order,
    counted,
    participants_named,
    participants,
    share_total,
    is_enterprise,
    enterprises_among,
    perhaps_enterprises_among,
    lead_is_enterprise,
    enterprises,
    possible_enterprises,
    is_academic,
    is_service_institution,
    is_abroad,
    counted_by_college,
    college_named,
)
