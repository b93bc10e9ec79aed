"""What was known of a case on a day: what happened later does not exist."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from attrs import evolve

from innov_consortium.core.attestations import Listing, SpecialCase
from innov_consortium.core.calendars import Calendar
from innov_consortium.core.case import Case, Surroundings
from innov_consortium.core.consortium import Application
from innov_consortium.core.records import Accident, Record
from innov_consortium.core.register import Engagement, Register

__all__ = ["known_on"]

S = TypeVar("S", bound=Surroundings)


def known_on(case: S, day: date) -> S:
    """Return the case, or what is known around one, as it stood at the end of ``day``.

    Every dated part is pruned once, before any fact is derived. The publication of an instrument is
    a property of the instrument, not of the case, and is not pruned; nor is a history, which is
    replayed to a day.
    """
    pruned: dict[str, Any] = {
        "attestations": tuple([a for a in case.attestations if a.on <= day]),
        "calendar": _calendar(case.calendar, day),
        "departures": tuple([d for d in case.departures if d.on <= day]),
        "interpretations": tuple([i for i in case.interpretations if i.on <= day]),
        "listings": tuple([_listing(x, day) for x in case.listings if x.first <= day]),
        "record": _record(case.record, day),
        "register": _register(case.register, day),
        "special_case": _special_case(case.special_case, day),
    }
    if isinstance(case, Case):
        pruned["application"] = _application(case.application, day)
    stands = {name: getattr(case, name) for name in pruned}
    later = {n: part for n, part in pruned.items() if part is not stands[n] and part != stands[n]}
    return evolve(case, **later) if later else case


_DAYS = ("filed_on", "presented_on", "accepted_on")


def _application(application: Application, day: date) -> Application:
    agreement = application.agreement
    later = [n for n in _DAYS if (on := getattr(application, n)) is not None and on > day]
    unheard_of: dict[str, Any] = dict.fromkeys(later)
    application = evolve(application, **unheard_of) if later else application
    if agreement is not None and agreement.signed_on is not None and agreement.signed_on > day:
        unsigned = evolve(agreement, signed_on=None, signatories=frozenset())
        return evolve(application, agreement=unsigned)
    return application


def _calendar(calendar: Calendar | None, day: date) -> Calendar | None:
    if calendar is None or calendar.announced_on is None:
        return calendar
    return calendar if calendar.announced_on <= day else None


def _record(record: Record, day: date) -> Record:
    dated = record.falsifications or record.accidents or record.determinations
    if not (dated or record.misconduct or record.earlier_funding or record.figures):
        return record
    pruned = Record(
        falsifications=tuple(f for f in record.falsifications if f.on <= day),
        accidents=tuple(_accident(a, day) for a in record.accidents if a.occurred_on <= day),
        determinations=tuple(d for d in record.determinations if d.on <= day),
        misconduct=tuple(m for m in record.misconduct if m.on <= day),
        earlier_funding=tuple(f for f in record.earlier_funding if f.on is None or f.on <= day),
        figures=tuple(x for x in record.figures if x.on is None or x.on <= day),
        complete_to=record.complete_to,
    )
    return record if pruned == record else pruned


def _accident(accident: Accident, day: date) -> Accident:
    if accident.determined_on is not None and accident.determined_on > day:
        return evolve(
            accident, grade=None, determined_by=None, organ=None, determined_on=None, document=""
        )
    return accident


def _register(register: Register, day: date) -> Register:
    bars = tuple(b for b in register.bars if b.window.first is None or b.window.first <= day)
    if bars == register.bars and all(_known(e, day) is e for e in register.engagements):
        return register
    kept = (_known(e, day) for e in register.engagements)
    engagements = tuple(e for e in kept if e is not None)
    return Register(engagements, register.complete_to, bars).folded_from(register.folding)


def _known(engagement: Engagement, day: date) -> Engagement | None:
    if engagement.since is not None and engagement.since > day:
        return None
    if engagement.ended_on is not None and engagement.ended_on > day:
        return evolve(engagement, ended_on=None, revoked=False)
    return engagement


def _listing(listing: Listing, day: date) -> Listing:
    if listing.last is not None and listing.last >= day:
        return evolve(listing, last=None)
    return listing


def _special_case(special: SpecialCase | None, day: date) -> SpecialCase | None:
    if special is None:
        return None
    if special.determined_on is not None and special.determined_on > day:
        special = evolve(special, determined_by=None, determined_on=None, document="")
    if special.elected_on is not None and special.elected_on > day:
        return evolve(special, elected=None, elected_by=None, elected_on=None)
    return special
