"""What is on record of the lead and of the others, for the grounds of revocation (art. 11)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeAlias

from innov_consortium.core.attestations import Listing
from innov_consortium.core.clauses import fact, items
from innov_consortium.core.evaluation import Evaluation
from innov_consortium.core.history import Consortium
from innov_consortium.core.organizations import Identifier, Organization
from innov_consortium.core.periods import day_after
from innov_consortium.core.records import (
    Accident,
    Determination,
    Falsification,
    Misconduct,
    OrganKind,
    Record,
    Unrecorded,
)
from innov_consortium.policies.tianjin.bodies import APPLICANTS, BUREAU
from innov_consortium.policies.tianjin.memberships import Membership, leads_on
from innov_consortium.policies.tianjin.readings import CommencementDay
from innov_consortium.policies.tianjin.readings_revocation import (
    AccidentGrade,
    DeterminationEffect,
    FactsBefore,
    Falsifier,
    Listed,
)

__all__ = ["FACTS", "ITEMS"]

_Falsified: TypeAlias = Falsification | Unrecorded
_Happened: TypeAlias = Accident | Unrecorded
_Determined: TypeAlias = Determination | Unrecorded
_Listed: TypeAlias = Listing | Unrecorded
_Done: TypeAlias = Misconduct | Unrecorded

#: 名称中虽有“失信”而不是失信名单的。
_NO_SUCH_LIST = ("红名单", "非失信")


@items(path="record.falsifications[{}]".format)
def falsification(record: Record, day: date) -> tuple[_Falsified, ...]:
    """有关弄虚作假的认定；记录不完整的，另有不明的。"""
    return _with_the_rest(record.falsifications, record, day)


@items(path="record.accidents[{}]".format)
def accident(record: Record, day: date) -> tuple[_Happened, ...]:
    """事故；记录不完整的，另有不明的。"""
    return _with_the_rest(record.accidents, record, day)


@items(path="record.determinations[{}]".format)
def determination(record: Record, day: date) -> tuple[_Determined, ...]:
    """有关违法失信行为的认定；记录不完整的，另有不明的。"""
    return _with_the_rest(record.determinations, record, day)


@items(path="listings[{}]".format)
def listing(listings: tuple[Listing, ...], record: Record, day: date) -> tuple[_Listed, ...]:
    """名录、名单中的记载；记录不完整的，另有不明的。"""
    return _with_the_rest(listings, record, day)


@items(path="record.misconduct[{}]".format)
def misconduct(record: Record, day: date) -> tuple[_Done, ...]:
    """其他违法行为；记录不完整的，另有不明的。"""
    return _with_the_rest(record.misconduct, record, day)


@fact
def lead_units(
    memberships: tuple[Membership, ...] | None, day: date
) -> tuple[Organization, ...] | None:
    """当日的牵头单位。"""
    return None if memberships is None else leads_on(memberships, day)


@fact
def commenced_on(published_on: date | None, *, commencement_day: CommencementDay) -> date | None:
    """施行之日：公布之日，或者依解释其次日（A03）；公布不明的不明。"""
    next_day = commencement_day is CommencementDay.NEXT_DAY
    return day_after(published_on) if next_day and published_on is not None else published_on


# --- falsification -----------------------------------------------------------------------------


@fact(each="falsification", reads="{}.context")
def falsified_in(falsification: _Falsified) -> str | None:
    """在何处弄虚作假。"""
    return None if isinstance(falsification, Unrecorded) else falsification.context


@fact(each="falsification", reads="{}.serious")
def falsified_seriously(falsification: _Falsified) -> bool | None:
    """认定为严重。"""
    return None if isinstance(falsification, Unrecorded) else falsification.serious


@fact(each="falsification", reads="{}.by")
def found_by_bureau(
    falsification: _Falsified, memberships: tuple[Membership, ...] | None
) -> bool | None:
    """由市科技局认定；成员单位自己所说的不是认定。"""
    by = None if isinstance(falsification, Unrecorded) else falsification.by
    if by is None:
        return None
    return by in BUREAU and not _own_word(by, memberships)


@fact(each="falsification", reads="{}.by")
def found_by_another(
    falsification: _Falsified, memberships: tuple[Membership, ...] | None
) -> bool | None:
    """由市科技局以外、也非成员单位的机关认定：是否足够，由人判断。"""
    by = None if isinstance(falsification, Unrecorded) else falsification.by
    if by is None:
        return None
    return by not in BUREAU and not _own_word(by, memberships)


@fact(each="falsification", reads="{}.unit")
def falsified_by_lead(
    falsification: _Falsified, lead_units: tuple[Organization, ...] | None
) -> bool | None:
    """系牵头单位所为。"""
    return _is_lead(_unit(falsification), lead_units)


@fact(each="falsification", reads="{}.unit")
def falsified_by_participant(
    falsification: _Falsified,
    memberships: tuple[Membership, ...] | None,
    falsified_by_lead: bool | None,
) -> bool | None:
    """系牵头单位以外的成员单位所为。"""
    unit = _unit(falsification)
    if unit is None or memberships is None or falsified_by_lead is None:
        return None
    among = any(unit in (m.unit.legal_person, m.unit.id) for m in memberships)
    return not falsified_by_lead and among


@fact(each="falsification", reads="{}.unit")
def falsifier_counts(
    falsified_by_lead: bool | None,
    falsified_by_participant: bool | None,
    *,
    falsifier: Falsifier,
) -> bool | None:
    """由牵头单位所为，依解释也包括其他成员单位（E13）。"""
    if falsifier is not Falsifier.ANY_MEMBER or falsified_by_lead:
        return falsified_by_lead
    return falsified_by_participant


@fact(each="falsification", reads="{}.unit")
def falsifier_judged(falsified_by_participant: bool | None, *, falsifier: Falsifier) -> bool | None:
    """参与单位所为，是否足够由人判断（E13）。"""
    return falsified_by_participant if falsifier is Falsifier.LEAD else False


@fact(each="falsification")
def falsification_counted(
    falsification: _Falsified,
    consortium: Consortium | None,
    evaluations: tuple[Evaluation, ...],
    commenced_on: date | None,
    *,
    facts_before: FactsBefore,
) -> bool | None:
    """发生在施行以后（A07）：写明发生之日的依该日；没有的，不晚于认定，在组建中的不晚于批复。

    在年度评价中的，不晚于该年度结果的通报。
    """
    if isinstance(falsification, Unrecorded):
        return None
    if falsification.occurred_on is not None:
        return _counted(falsification.occurred_on, commenced_on, facts_before)
    by_then = [falsification.on]
    formed = None if consortium is None else consortium.recognised_on
    if falsification.context == "formation" and formed is not None:
        by_then.append(formed)
    if falsification.context == "annual_evaluation":
        theirs = (e for e in evaluations if e.year == falsification.year)
        by_then += [e.results[0].on for e in theirs if e.results]
    return _counted(min(by_then), commenced_on, facts_before)


# --- accidents ---------------------------------------------------------------------------------


@fact(each="accident", reads="{}.unit")
def accident_at_lead(
    accident: _Happened,
    lead_units: tuple[Organization, ...] | None,
    memberships: tuple[Membership, ...] | None,
) -> bool | None:
    """发生在牵头单位，当日的，或者发生之日的；其他法人，即使是同一集团的，不是。"""
    if isinstance(accident, Unrecorded):
        return None
    then = _led_then(accident.unit, accident.occurred_on, memberships)
    return _is_lead(accident.unit, lead_units) or then


@fact(each="accident", reads="{}.occurred_on")
def lead_when_it_happened(
    accident: _Happened,
    lead_units: tuple[Organization, ...] | None,
    memberships: tuple[Membership, ...] | None,
) -> bool | None:
    """发生之日已经是牵头单位，现在仍是；批复以前的，已经更换的，不是。"""
    if isinstance(accident, Unrecorded):
        return None
    then = _led_then(accident.unit, accident.occurred_on, memberships)
    return then and _is_lead(accident.unit, lead_units)


@fact(each="accident", reads="{}.grade")
def accident_graded(accident: _Happened, memberships: tuple[Membership, ...] | None) -> str | None:
    """官方认定的等级；成员单位自己所说的，不是司法、行政机关认定的，都不是。"""
    if isinstance(accident, Unrecorded):
        return None
    by, organ = accident.determined_by, accident.organ
    own = by is not None and _own_word(by, memberships)
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
    return None if day is None else _counted(day, commenced_on, facts_before)


# --- determinations ----------------------------------------------------------------------------


@fact(each="determination", reads="{}.unit")
def conduct_of_lead(
    determination: _Determined,
    lead_units: tuple[Organization, ...] | None,
    memberships: tuple[Membership, ...] | None,
) -> bool | None:
    """系牵头单位的行为，当日的，或者认定之日的。"""
    if isinstance(determination, Unrecorded):
        return None
    then = _led_then(determination.unit, determination.on, memberships)
    return _is_lead(determination.unit, lead_units) or then


@fact(each="determination", reads="{}.on")
def lead_when_determined(
    determination: _Determined,
    lead_units: tuple[Organization, ...] | None,
    memberships: tuple[Membership, ...] | None,
) -> bool | None:
    """认定之日已经是牵头单位，现在仍是；批复以前的，已经更换的，不是。"""
    if isinstance(determination, Unrecorded):
        return None
    then = _led_then(determination.unit, determination.on, memberships)
    return then and _is_lead(determination.unit, lead_units)


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
    return _counted(day, commenced_on, facts_before)


# --- listings and other conduct ----------------------------------------------------------------


@fact(each="listing", reads="{}.unit")
def listed_lead(listing: _Listed, lead_units: tuple[Organization, ...] | None) -> bool | None:
    """被列入的是牵头单位。"""
    return _is_lead(_unit(listing), lead_units)


@fact(each="listing")
def listed_now(listing: _Listed, day: date) -> bool | None:
    """当日仍在列。"""
    if isinstance(listing, Unrecorded):
        return None
    return listing.first <= day and (listing.last is None or day <= listing.last)


@fact(each="listing")
def listed_before(
    listing: _Listed,
    listed_now: bool | None,
    commenced_on: date | None,
    *,
    facts_before: FactsBefore,
) -> bool | None:
    """曾经在列、已经移出，移出在施行以后（A07）。"""
    if isinstance(listing, Unrecorded) or listed_now is None:
        return None
    if listed_now or listing.last is None:
        return False
    return _counted(listing.last, commenced_on, facts_before)


@fact(each="listing")
def listing_counts(
    listed_now: bool | None, listed_before: bool | None, *, listed: Listed
) -> bool | None:
    """当日在列，依解释曾经在列即可（E12）。"""
    return listed_now if listed_now or listed is not Listed.ONCE else listed_before


@fact(each="listing")
def listing_judged(listed_before: bool | None, *, listed: Listed) -> bool | None:
    """已经移出，是否足够由人判断（E12）。"""
    return listed_before if listed is Listed.CURRENT else False


@fact(each="listing", reads="{}.name")
def of_a_named_list(
    listing: _Listed,
    *,
    abnormal_lists: tuple[str, ...],
    dishonesty_lists: tuple[tuple[str, ...], ...],
) -> bool | None:
    """系经营异常名录，或者失信名单，即名称中有“失信”和“名单”的；其他名单由人判断（E12）。"""
    if isinstance(listing, Unrecorded):
        return None
    if any(word in listing.name for word in _NO_SUCH_LIST):
        return False
    abnormal = any(name in listing.name for name in abnormal_lists)
    return abnormal or any(all(w in listing.name for w in words) for words in dishonesty_lists)


@fact(each="misconduct", reads="{}.unit")
def misconduct_of_lead(
    misconduct: _Done, lead_units: tuple[Organization, ...] | None
) -> bool | None:
    """系牵头单位的行为。"""
    return _is_lead(_unit(misconduct), lead_units)


@fact(each="misconduct", reads="{}.trivial")
def of_weight(misconduct: _Done) -> bool | None:
    """不是轻微的：与所列情形相当与否，由人判断（E12）。"""
    return None if isinstance(misconduct, Unrecorded) else misconduct.trivial is not True


@fact(each="misconduct")
def misconduct_counted(
    misconduct: _Done, commenced_on: date | None, *, facts_before: FactsBefore
) -> bool | None:
    """行为在施行以后（A07）；何日所为没有写明的，依知悉之日。"""
    if isinstance(misconduct, Unrecorded):
        return None
    return _counted(misconduct.occurred_on or misconduct.on, commenced_on, facts_before)


# --- how ---------------------------------------------------------------------------------------


def _with_the_rest(told: Iterable[Any], record: Record, day: date) -> tuple[Any, ...]:
    return (*told,) if record.complete_on(day) else (*told, Unrecorded())


def _unit(one: Any) -> Identifier | None:
    return None if isinstance(one, Unrecorded) else one.unit


def _is_lead(unit: Identifier | None, leads: tuple[Organization, ...] | None) -> bool | None:
    if unit is None or leads is None:
        return None
    return any(unit in (one.legal_person, one.id) for one in leads)


def _led_then(
    unit: Identifier | None, day: date, memberships: tuple[Membership, ...] | None
) -> bool | None:
    """Return whether a unit led the recognised consortium on a day."""
    if unit is None or memberships is None:
        return None
    there = [m for m in memberships if m.on(day)]
    return _is_lead(unit, leads_on(there, day)) if there else False


def _own_word(by: str, memberships: tuple[Membership, ...] | None) -> bool:
    return by in APPLICANTS or any(by in m.unit.called for m in memberships or ())


def _counted(day: date, commenced_on: date | None, facts_before: FactsBefore) -> bool:
    if facts_before is FactsBefore.COUNTED or commenced_on is None:
        return True
    return day >= commenced_on


ITEMS = (falsification, accident, determination, listing, misconduct)

FACTS = (
    lead_units,
    commenced_on,
    falsified_in,
    falsified_seriously,
    found_by_bureau,
    found_by_another,
    falsified_by_lead,
    falsified_by_participant,
    falsifier_counts,
    falsifier_judged,
    falsification_counted,
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
    listed_lead,
    listed_now,
    listed_before,
    listing_counts,
    listing_judged,
    of_a_named_list,
    misconduct_of_lead,
    of_weight,
    misconduct_counted,
)
