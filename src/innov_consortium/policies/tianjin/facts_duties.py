"""On which occasions duties are owed, and whether they were discharged: arts. 6, 12–14 and 22."""

from __future__ import annotations

from datetime import date

from innov_consortium.core.changes import Change
from innov_consortium.core.clauses import fact
from innov_consortium.core.duties import Owing
from innov_consortium.core.events import (
    Ended,
    EndReported,
    EndReviewed,
    Event,
    Filed,
)
from innov_consortium.core.history import Consortium
from innov_consortium.core.lifecycle import Phase
from innov_consortium.policies.tianjin.bodies import place_named
from innov_consortium.policies.tianjin.events import (
    DistrictReviewed,
    ExpertReviewed,
    Forwarded,
    Inspected,
)
from innov_consortium.policies.tianjin.facts_changes import OF_MEMBERS
from innov_consortium.policies.tianjin.facts_filing import Places, in_place
from innov_consortium.policies.tianjin.facts_members import ended_day
from innov_consortium.policies.tianjin.memberships import changes_in, settled_on
from innov_consortium.policies.tianjin.readings_life import ChangeEffect

__all__ = ["FACTS"]

Occasions = tuple[Owing, ...]


@fact
def reviews_owed(consortium: Consortium | None) -> Occasions:
    """已申报的，区科技主管部门审核并出具意见；没有时限。"""
    return _answered(consortium, Phase.PROPOSED, Filed, DistrictReviewed)


@fact
def forwarding_owed(consortium: Consortium | None, district_recommends: bool | None) -> Occasions:
    """已推荐的，提交市科技局。"""
    if not district_recommends:
        return ()
    return _answered(consortium, Phase.PROPOSED, DistrictReviewed, Forwarded)


@fact
def expert_reviews_owed(consortium: Consortium | None) -> Occasions:
    """已提交的，市科技局委托评审。"""
    return _answered(consortium, Phase.PROPOSED, Forwarded, ExpertReviewed)


@fact
def member_change_reports_owed(consortium: Consortium | None) -> Occasions:
    """成员单位变更的报送；“及时”没有天数（F03）。"""
    return _reports(_changes(consortium, of_persons=False))


@fact
def person_change_reports_owed(consortium: Consortium | None) -> Occasions:
    """人员变更的报送；“及时”没有天数（F03）。"""
    return _reports(_changes(consortium, of_persons=True))


@fact
def member_change_decisions_owed(
    consortium: Consortium | None, *, change_effect: ChangeEffect
) -> Occasions:
    """已报送的成员单位变更，市科技局核准备案。"""
    return _decisions(consortium, _changes(consortium, of_persons=False), change_effect)


@fact
def person_change_decisions_owed(
    consortium: Consortium | None, *, change_effect: ChangeEffect
) -> Occasions:
    """已报送的人员变更，市科技局核准备案。"""
    return _decisions(consortium, _changes(consortium, of_persons=True), change_effect)


@fact
def withdrawal_reviews_owed(consortium: Consortium | None) -> Occasions:
    """已报送的撤销申请，市科技局审核。"""
    return _answered(consortium, Phase.RECOGNISED, EndReported, EndReviewed)


@fact
def withdrawal_documents_owed(
    consortium: Consortium | None, review_agrees: bool | None
) -> Occasions:
    """审核同意的，发文撤销。"""
    if not review_agrees:
        return ()
    return _answered(consortium, Phase.RECOGNISED, EndReviewed, Ended)


@fact
def inspections_owed(
    consortium: Consortium | None,
    lead_places: Places | None,
    day: date,
    commenced_on: date | None,
    *,
    valid_until: date,
    binhai_zones: tuple[tuple[str, ...], ...],
) -> Occasions:
    """本区科技主管部门每年一次监督检查，至年末；批复当年不计（D14）。

    公布当年、有效期届满的当年及以后、资格终止的当年也不计：条文没有规定不足一年的如何检查。
    """
    if consortium is None or consortium.recognised_on is None:
        return ()
    began = consortium.recognised_on if commenced_on is None else commenced_on
    first = max(consortium.recognised_on.year, began.year) + 1
    ended = ended_day(consortium)
    last = min(day.year, valid_until.year - 1, day.year if ended is None else ended.year - 1)
    own = [e for e in consortium.all(Inspected) if _own(e, lead_places, binhai_zones)]
    done = {e.year or e.on.year: e.on for e in reversed(own)}
    return tuple(
        Owing(
            since=date(year, 1, 1),
            due=date(year, 12, 31),
            done_on=done.get(year),
            subject=str(year),
        )
        for year in range(first, last + 1)
    )


@fact
def inspection(act: Event | None) -> Inspected | None:
    """正在作出的监督检查。"""
    return act if isinstance(act, Inspected) else None


@fact
def was_inspected(inspection: Inspected | None) -> bool:
    """正在作监督检查。"""
    return inspection is not None


@fact(reads="events[inspected].by")
def inspected_in_place(
    inspection: Inspected | None,
    lead_places: Places | None,
    *,
    binhai_zones: tuple[tuple[str, ...], ...],
) -> bool | None:
    """监督检查的是本区（开发区）的部门。"""
    if inspection is None or inspection.by is None:
        return None
    return in_place(place_named(inspection.by, binhai_zones), lead_places)


def _own(event: Inspected, places: Places | None, zones: tuple[tuple[str, ...], ...]) -> bool:
    """Return whether an inspection is not known to be another district's."""
    if event.by is None:
        return True
    place = place_named(event.by, zones)
    return place is not None and in_place(place, places) is not False


def _changes(consortium: Consortium | None, *, of_persons: bool) -> tuple[Change, ...]:
    every = () if consortium is None else changes_in(consortium.events)
    return tuple(c for c in every if c.kind is not None and (c.kind in OF_MEMBERS) != of_persons)


def _reports(changes: tuple[Change, ...]) -> Occasions:
    return tuple(
        Owing(since=min(_days(c), default=None), done_on=c.reported_on, subject=c.id)
        for c in changes
    )


def _days(change: Change) -> list[date]:
    return [day for day in (change.executed_on, change.reported_on) if day is not None]


def _decisions(
    consortium: Consortium | None, changes: tuple[Change, ...], change_effect: ChangeEffect
) -> Occasions:
    owed = tuple(
        Owing(
            since=c.reported_on,
            done_on=settled_on(c, change_effect) or c.refused_on,
            subject=c.id,
        )
        for c in changes
        if c.reported_on is not None
    )
    return _still(consortium, Phase.RECOGNISED, owed)


def _still(consortium: Consortium | None, phase: Phase, owed: Occasions) -> Occasions:
    """Return what was done, and what is not done as long as the matter is there to be done."""
    there = consortium is not None and consortium.phase is phase
    return tuple(one for one in owed if there or one.done_on is not None)


def _answered(
    consortium: Consortium | None, phase: Phase, asked: type[Event], answer: type[Event]
) -> Occasions:
    """Return the last event of one sort as something owed until one of another sort follows."""
    if consortium is None:
        return ()
    last = consortium.last(asked)
    if last is None:
        return ()
    at = consortium.events.index(last)
    done = next((e.on for e in consortium.events[at:] if isinstance(e, answer)), None)
    return _still(consortium, phase, (Owing(since=last.on, done_on=done),))


FACTS = (
    reviews_owed,
    forwarding_owed,
    expert_reviews_owed,
    member_change_reports_owed,
    person_change_reports_owed,
    member_change_decisions_owed,
    person_change_decisions_owed,
    withdrawal_reviews_owed,
    withdrawal_documents_owed,
    inspections_owed,
    inspection,
    was_inspected,
    inspected_in_place,
)
