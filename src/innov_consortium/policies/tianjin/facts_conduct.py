"""Accidents, and determinations of unlawful conduct, for items 5 and 6 of art. 11."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from innov_consortium.core.clauses import fact, items
from innov_consortium.core.organizations import Organization
from innov_consortium.core.records import (
    Accident,
    Determination,
    OrganKind,
    Record,
    Unrecorded,
)
from innov_consortium.policies.tianjin.facts_grounds import (
    counted,
    is_lead,
    led_then,
    own_word,
    with_the_rest,
)
from innov_consortium.policies.tianjin.memberships import Membership
from innov_consortium.policies.tianjin.readings_revocation import (
    AccidentGrade,
    DeterminationEffect,
    FactsBefore,
)

__all__ = ["FACTS", "ITEMS"]

_Happened: TypeAlias = Accident | Unrecorded


_Determined: TypeAlias = Determination | Unrecorded


def _either(one: bool | None, other: bool | None) -> bool | None:
    """Return whether one of two holds; unknown if neither is known to and one is unknown."""
    if one or other:
        return True
    return None if one is None or other is None else False


@items(path="record.accidents[{}]".format)
def accident(record: Record, day: date) -> tuple[_Happened, ...]:
    """事故；记录不完整的，另有不明的。"""
    return with_the_rest(record.accidents, record, day)


@items(path="record.determinations[{}]".format)
def determination(record: Record, day: date) -> tuple[_Determined, ...]:
    """有关违法失信行为的认定；记录不完整的，另有不明的。"""
    return with_the_rest(record.determinations, record, day)


@fact(each="accident", reads="{}.unit")
def accident_at_lead(
    accident: _Happened,
    lead_units: tuple[Organization, ...] | None,
    memberships: tuple[Membership, ...] | None,
) -> bool | None:
    """发生在牵头单位，当日的，或者发生之日的；其他法人，即使是同一集团的，不是。"""
    if isinstance(accident, Unrecorded):
        return None
    then = led_then(accident.unit, accident.occurred_on, memberships)
    return _either(is_lead(accident.unit, lead_units), then)


@fact(each="accident", reads="{}.occurred_on")
def lead_when_it_happened(
    accident: _Happened,
    lead_units: tuple[Organization, ...] | None,
    memberships: tuple[Membership, ...] | None,
) -> bool | None:
    """发生之日已经是牵头单位，现在仍是；批复以前的，已经更换的，不是。"""
    if isinstance(accident, Unrecorded):
        return None
    then = led_then(accident.unit, accident.occurred_on, memberships)
    return then and is_lead(accident.unit, lead_units)


@fact(each="accident", reads="{}.grade")
def accident_graded(accident: _Happened, memberships: tuple[Membership, ...] | None) -> str | None:
    """官方认定的等级；成员单位自己所说的，不是司法、行政机关认定的，都不是。"""
    if isinstance(accident, Unrecorded):
        return None
    organ = accident.organ
    own = own_word(accident.determined_by, memberships)
    official = organ in (None, OrganKind.JUDICIAL, OrganKind.ADMINISTRATIVE)
    return accident.grade if official and not own else None


@fact(each="accident", reads="{}.grade")
def grade_judged(
    accident: _Happened,
    accident_graded: str | None,
    *,
    major_grades: tuple[str, ...],
    accident_grade: AccidentGrade,
) -> bool:
    """等级在重大以下，或者没有等级，依解释由人判断（E10）。"""
    ordinary = accident_grade is AccidentGrade.ORDINARY and not isinstance(accident, Unrecorded)
    return ordinary and accident_graded not in major_grades


@fact(each="accident", reads="{}.category")
def accident_category(accident: _Happened) -> str | None:
    """安全事故，还是质量事故。"""
    return None if isinstance(accident, Unrecorded) else accident.category


@fact(each="accident")
def accident_counted(
    accident: _Happened, commenced_on: date | None, *, facts_before: FactsBefore
) -> bool | None:
    """发生在施行以后（A07）。"""
    day = None if isinstance(accident, Unrecorded) else accident.occurred_on
    return None if day is None else counted(day, commenced_on, facts_before)


@fact(each="determination", reads="{}.unit")
def conduct_of_lead(
    determination: _Determined,
    lead_units: tuple[Organization, ...] | None,
    memberships: tuple[Membership, ...] | None,
) -> bool | None:
    """系牵头单位的行为，当日的，或者认定之日的。"""
    if isinstance(determination, Unrecorded):
        return None
    then = led_then(determination.unit, determination.on, memberships)
    return _either(is_lead(determination.unit, lead_units), then)


@fact(each="determination", reads="{}.on")
def lead_when_determined(
    determination: _Determined,
    lead_units: tuple[Organization, ...] | None,
    memberships: tuple[Membership, ...] | None,
) -> bool | None:
    """认定之日已经是牵头单位，现在仍是；批复以前的，已经更换的，不是。"""
    if isinstance(determination, Unrecorded):
        return None
    then = led_then(determination.unit, determination.on, memberships)
    return then and is_lead(determination.unit, lead_units)


@fact(each="determination", reads="{}.organ")
def determining_organ(determination: _Determined) -> str | None:
    """由何种机关认定。"""
    organ = None if isinstance(determination, Unrecorded) else determination.organ
    return None if organ is None else organ.value


@fact(each="determination", reads="{}.serious")
def conduct_serious(determination: _Determined) -> bool | None:
    """认定为严重违法失信行为。"""
    return None if isinstance(determination, Unrecorded) else determination.serious


@fact(each="determination", reads="{}.effective")
def determination_effective(
    determination: _Determined, *, determination_effect: DeterminationEffect
) -> bool | None:
    """认定已经生效，依解释作出即可；尚在上诉的不明（E11）。"""
    if isinstance(determination, Unrecorded):
        return None
    any_will_do = determination_effect is DeterminationEffect.ANY
    return True if any_will_do else determination.effective


@fact(each="determination")
def determination_counted(
    determination: _Determined, commenced_on: date | None, *, facts_before: FactsBefore
) -> bool | None:
    """行为在施行以后（A07）；何日所为没有写明的，依认定之日。"""
    if isinstance(determination, Unrecorded):
        return None
    day = determination.occurred_on or determination.on
    return counted(day, commenced_on, facts_before)


ITEMS = (accident, determination)


FACTS = (
    accident_at_lead,
    lead_when_it_happened,
    accident_graded,
    grade_judged,
    accident_category,
    accident_counted,
    conduct_of_lead,
    lead_when_determined,
    determining_organ,
    conduct_serious,
    determination_effective,
    determination_counted,
)
