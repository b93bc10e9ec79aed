"""What the grounds of revocation share: who leads and led, and from when facts count (art. 11)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from innov_consortium.core.clauses import fact
from innov_consortium.core.organizations import Identifier, Organization
from innov_consortium.core.periods import day_after
from innov_consortium.core.records import (
    Record,
    Unrecorded,
)
from innov_consortium.policies.tianjin.bodies import APPLICANTS
from innov_consortium.policies.tianjin.memberships import Membership, leads_on
from innov_consortium.policies.tianjin.readings import CommencementDay
from innov_consortium.policies.tianjin.readings_revocation import (
    FactsBefore,
)

__all__ = ["FACTS", "counted", "is_lead", "led_then", "own_word", "unit_of", "with_the_rest"]


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


def with_the_rest(told: Iterable[Any], record: Record, day: date) -> tuple[Any, ...]:
    """Return what is on record and, where that is not known to be all, what may be there."""
    return (*told,) if record.complete_on(day) else (*told, Unrecorded())


def unit_of(one: Any) -> Identifier | None:
    """Return whose a record is; ``None`` if not known."""
    return None if isinstance(one, Unrecorded) else one.unit


def is_lead(unit: Identifier | None, leads: tuple[Organization, ...] | None) -> bool | None:
    """Return whether a unit is a lead, itself or through its branch; ``None`` if not known."""
    if unit is None or leads is None:
        return None
    return any(unit in (one.legal_person, one.id) for one in leads)


def led_then(
    unit: Identifier | None, day: date, memberships: tuple[Membership, ...] | None
) -> bool | None:
    """Return whether a unit led the recognised consortium on a day."""
    if unit is None or memberships is None:
        return None
    there = [m for m in memberships if m.on(day)]
    return is_lead(unit, leads_on(there, day)) if there else False


def own_word(by: str | None, memberships: tuple[Membership, ...] | None) -> bool:
    """Return whether it is known to be a member, or somebody who applies, that says so."""
    return by in APPLICANTS or any(by in m.unit.called for m in memberships or ())


def counted(day: date, commenced_on: date | None, facts_before: FactsBefore) -> bool:
    """Return whether a fact of a day counts, or lies before the text (A07)."""
    if facts_before is FactsBefore.COUNTED or commenced_on is None:
        return True
    return day >= commenced_on


FACTS = (
    lead_units,
    commenced_on,
)
