"""Publicity, objections and approval: art. 6 item 5."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from innov_consortium.core.clauses import fact
from innov_consortium.core.events import (
    Event,
    ObjectionDecided,
    ObjectionRaised,
    Publicised,
    Recognised,
)
from innov_consortium.core.history import Consortium
from innov_consortium.core.register import Count
from innov_consortium.policies.tianjin.bodies import BUREAU
from innov_consortium.policies.tianjin.readings_life import ObjectionEffect

__all__ = ["FACTS"]


@fact
def publicity(consortium: Consortium | None) -> Publicised | None:
    """最后一次公示；有市科技局的，或不知由谁所作的，则不问其他单位的。"""
    every = () if consortium is None else consortium.all(Publicised)
    found = sorted(every, key=lambda p: p.by is None or p.by in BUREAU)  # stable
    return found[-1] if found else None


@fact
def publicised(publicity: Publicised | None) -> bool:
    """已经公示。"""
    return publicity is not None


@fact(reads="events[publicised].by")
def publicised_by_bureau(publicity: Publicised | None) -> bool | None:
    """由市科技局公示。"""
    return None if publicity is None or publicity.by is None else publicity.by in BUREAU


@fact(reads="events[publicised].last")
def publicity_ends_on(publicity: Publicised | None) -> date | None:
    """公示的末日，由公示本身给出；条文没有规定长短。"""
    return None if publicity is None else publicity.last


@fact
def approval_day(consortium: Consortium | None, act: Event | None, day: date) -> date:
    """批复之日；尚未批复的，为所问之日。"""
    if isinstance(act, Recognised) or consortium is None:
        return day
    return consortium.recognised_on or day


@fact
def was_approved(consortium: Consortium | None, act: Event | None, formed_before: bool) -> bool:
    """已经依本办法批复，或正在批复。"""
    if isinstance(act, Recognised):
        return True
    approved = consortium is not None and consortium.recognised_on is not None
    return approved and not formed_before


@fact(reads=("events[objection_decided].upheld", "events[objection_decided].by"))
def objections(
    consortium: Consortium | None,
    publicity: Publicised | None,
    approval_day: date,
    *,
    objection_effect: ObjectionEffect,
) -> Count:
    """截至批复之日使公示不成为“无异议”的异议数；公示期以外提出的不计。"""
    events = () if consortium is None else consortium.events
    known = [e for e in events if e.on <= approval_day]
    raised = [(n, e) for n, e in enumerate(known) if isinstance(e, ObjectionRaised)]
    timely = [(n, e) for n, e in raised if _in_publicity(e, publicity)]
    fate = {n: _upheld(e, known[n:]) for n, e in timely}
    if objection_effect is ObjectionEffect.ANY:
        fate = dict.fromkeys(fate, True)
    standing = [e for n, e in timely if fate[n] is True]
    unclear = None in fate.values()
    left_out = [e for n, e in raised if fate.get(n, False) is False]
    return Count(
        len(standing) if standing or not unclear else None,
        tuple(map(_named, standing)),
        tuple(map(_named, left_out)),
        tuple(dict.fromkeys(path for n, e in timely for path in _lacking(e, known[n:], fate[n]))),
    )


def _in_publicity(objection: ObjectionRaised, publicity: Publicised | None) -> bool:
    if publicity is None or objection.on < publicity.on:
        return False
    return publicity.last is None or objection.on <= publicity.last


def _upheld(objection: ObjectionRaised, since: list[Event]) -> bool | None:
    """Return whether an objection stands: open or upheld; ``None`` if its fate is not known.

    Only the bureau's decision disposes of it, and only one that came after it.
    """
    last = _decision(objection, since)
    if last is None:
        return True
    return None if last.by is None and not last.upheld else last.upheld


def _decision(objection: ObjectionRaised, since: list[Event]) -> ObjectionDecided | None:
    """Return the last decision on an objection that is not known to be another body's."""
    decided = [e for e in since if isinstance(e, ObjectionDecided)]
    own = [e for e in decided if e.by is None or e.by in BUREAU]
    return next((e for e in reversed(own) if e.objection == objection.objection), None)


def _lacking(objection: ObjectionRaised, since: list[Event], fate: bool | None) -> Iterator[str]:
    """Return the paths of what nobody says of the decision on an objection of unknown fate."""
    last = None if fate is not None else _decision(objection, since)
    for field in ("by", "upheld"):
        if last is not None and getattr(last, field) is None:
            yield f"events[objection_decided].{field}"


def _named(objection: ObjectionRaised) -> str:
    return f"{objection.objection} {objection.on}".strip()


FACTS = (
    publicity,
    publicised,
    publicised_by_bureau,
    publicity_ends_on,
    approval_day,
    was_approved,
    objections,
)
