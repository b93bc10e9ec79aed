"""Who leads and who takes part on the day: a change has effect from its report (art. 9)."""

from __future__ import annotations

from datetime import date

from attrs import evolve, frozen
from innov_consortium.core.changes import ChangeKind, ChangeReported
from innov_consortium.core.clauses import fact
from innov_consortium.core.consortium import Application, Person, Vacancy
from innov_consortium.core.events import Ended, Event
from innov_consortium.core.history import Consortium
from innov_consortium.core.organizations import Organization
from innov_consortium.core.register import Engagement, Role

__all__ = ["FACTS", "Seat"]


@frozen
class Seat:
    """A member's place in a consortium.

    Args:
        unit: The member, under its name of the day.
        role: Its part.
        since: The first day on which it counts; ``None`` while it is only applied for.
        ended_on: The first day on which it no longer counts; ``None`` while it lasts.
    """

    unit: Organization
    role: Role
    since: date | None
    ended_on: date | None = None


@fact
def reports(consortium: Consortium | None) -> tuple[ChangeReported, ...]:
    """已报告的变更。"""
    changes = () if consortium is None else consortium.changes
    return tuple(change.report for change in changes if change.report is not None)


@fact
def seats(
    application: Application | None,
    consortium: Consortium | None,
    reports: tuple[ChangeReported, ...],
) -> tuple[Seat, ...] | None:
    """成员单位及其起止之日：加入、退出、更名自报告之日起生效；更换牵头单位的，须重新备案，不在内。"""
    if application is None:
        return None
    since = None if consortium is None else consortium.recognised_on
    ended = None if consortium is None or consortium.ended_by is None else consortium.ended_by.on
    leads = {unit.key for unit in application.leads}
    joined = [(r.joining, r.on) for r in reports if r.joining and _of_members(r)]
    left = {r.unit: r.on for r in reports if r.kind is ChangeKind.MEMBER_EXIT}
    named = {r.unit: r.new_name for r in reports if r.new_name is not None}
    return tuple(
        Seat(
            evolve(unit, name=named.get(unit.key, unit.name)),
            Role.LEAD if unit.key in leads else Role.PARTICIPANT,
            first,
            left.get(unit.key, ended),
        )
        for unit, first in [*((unit, since) for unit in application.members), *joined]
    )


def _of_members(report: ChangeReported) -> bool:
    return report.kind is not ChangeKind.LEAD_REPLACEMENT


@fact
def parties(
    seats: tuple[Seat, ...] | None, day: date
) -> tuple[tuple[Role, Organization], ...] | None:
    """当日可以牵头单位、成员单位的身份行为的单位。"""
    if seats is None:
        return None
    there = [s for s in seats if s.ended_on is None or day < s.ended_on]
    return tuple((seat.role, seat.unit) for seat in there)


@fact
def engagements(
    seats: tuple[Seat, ...] | None, consortium: Consortium
) -> tuple[Engagement, ...] | None:
    """登记簿所记：谁牵头、谁参与，自何日起至何日止。"""
    if seats is None:
        return () if consortium.recognised_on is None else None
    end = consortium.ended_by
    imposed_on = end.on if isinstance(end, Ended) and end.on_request is False else None
    return tuple(
        Engagement(
            consortium=consortium.id,
            unit=seat.unit.legal_person,
            college=seat.unit.college,
            role=seat.role,
            since=seat.since,
            ended_on=seat.ended_on if seat.since else None,
            revoked=seat.ended_on is not None and seat.ended_on == imposed_on,
        )
        for seat in seats
    )


@fact
def principal(
    application: Application | None, reports: tuple[ChangeReported, ...]
) -> Person | Vacancy | None:
    """列在首位的牵头单位的主要负责人。"""
    last = [r for r in reports if r.kind is ChangeKind.LEAD_PRINCIPAL]
    if last:
        return last[-1].person
    governance = None if application is None else application.governance
    return None if governance is None else governance.principal


@fact
def replaces_a_lead(act: Event | None) -> bool | None:
    """报告的是更换牵头单位。"""
    if not isinstance(act, ChangeReported):
        return False
    return None if act.kind is None else act.kind is ChangeKind.LEAD_REPLACEMENT


FACTS = (reports, seats, parties, engagements, principal, replaces_a_lead)
