"""Who leads and who takes part in a recognised consortium, from which day and to which."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from attrs import evolve, frozen

from innov_consortium.core.changes import Change, ChangeExecuted, ChangeKind
from innov_consortium.core.clauses import fact
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Ended, Event, Filed
from innov_consortium.core.history import Consortium
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.organizations import MemberKey, Organization
from innov_consortium.core.periods import Counting, Window, years_from
from innov_consortium.core.register import Engagement, Role
from innov_consortium.core.sanctions import Bar
from innov_consortium.policies.tianjin.readings import LastDay
from innov_consortium.policies.tianjin.readings_life import (
    BarAfterVoluntary,
    BarCounting,
    ChangeEffect,
    MembershipEnd,
    OnExpiry,
    PrematureExecution,
)

__all__ = ["FACTS", "Effect", "Membership", "ended_day", "settled_on"]

_COUNTING = {
    BarCounting.NOT_COUNTED: Counting.FIRST_DAY_NOT_COUNTED,
    BarCounting.COUNTED: Counting.FIRST_DAY_COUNTED,
}


@frozen
class Membership:
    """A unit's place in a consortium.

    Args:
        unit: The unit, under the name it has on the day asked about.
        role: Its part.
        since: The first day on which it counts; ``None`` while it is only applied for.
        ended_on: The first day on which it no longer counts; ``None`` while it lasts.
    """

    unit: Organization
    role: Role
    since: date | None
    ended_on: date | None = None

    def on(self, day: date) -> bool:
        """Return whether it counts on a day."""
        begun = self.since is not None and self.since <= day
        return begun and (self.ended_on is None or day < self.ended_on)


@frozen
class Effect:
    """When changes take effect, as the disputed wordings are read."""

    change_effect: ChangeEffect
    premature_execution: PrematureExecution
    membership_end: MembershipEnd
    executions: tuple[ChangeExecuted, ...] = ()

    def executed_on(self, change: Change) -> date | None:
        """Return the day from which an execution counts: of two days, the later one (F06)."""
        settled = settled_on(change, self.change_effect)
        days = [e.on for e in self.executions if e.change == change.id]
        if settled is not None and self.premature_execution is PrematureExecution.VOID:
            days = [day for day in days if day >= settled]
        return max(settled, days[0]) if settled is not None and days else None

    def left_on(self, change: Change) -> date | None:
        """Return the first day on which a unit that leaves no longer counts (F08)."""
        if self.membership_end is MembershipEnd.APPROVAL:
            return settled_on(change, self.change_effect)
        executed = self.executed_on(change)
        if executed is None or self.membership_end is MembershipEnd.EXECUTION:
            return executed
        return executed + timedelta(days=1)


def settled_on(change: Change, change_effect: ChangeEffect) -> date | None:
    """Return the day a change was approved, or filed where filing suffices (F02)."""
    if change_effect is ChangeEffect.FILING:
        return change.reported_on
    return change.approved_on


@fact
def memberships(
    consortium: Consortium | None,
    application: Application | None,
    day: date,
    *,
    change_effect: ChangeEffect,
    premature_execution: PrematureExecution,
    membership_end: MembershipEnd,
    on_expiry: OnExpiry,
    valid_until: date,
    last_day: LastDay,
) -> tuple[Membership, ...] | None:
    """牵头单位和参与单位各自的起止（F06、F08）；申请不明的不明。"""
    if consortium is None or application is None:
        return None
    since, ended_on = consortium.recognised_on, ended_day(consortium)
    expires = valid_until if last_day is LastDay.EXCLUDED else valid_until + timedelta(days=1)
    if on_expiry is OnExpiry.STATUS_ENDS and ended_on is None and day >= expires:
        ended_on = expires
    found = {application.lead.key: Membership(application.lead, Role.LEAD, since)}
    for unit in application.participants:
        found[unit.key] = Membership(unit, Role.PARTICIPANT, since)
    executions = consortium.all(ChangeExecuted)
    effect = Effect(change_effect, premature_execution, membership_end, executions)
    for change in consortium.changes:
        found.update(_changed(found, change, effect, day))
    return tuple(_ending(m, ended_on) for m in found.values())


@fact(reads="events[filed].application")
def current_members(
    memberships: tuple[Membership, ...] | None, statement_day: date
) -> tuple[Organization, ...] | None:
    """当日的成员单位，牵头单位在前。"""
    if memberships is None:
        return None
    return tuple(m.unit for m in memberships if m.on(statement_day))


@fact(reads="events[filed].application")
def current_participants(memberships: tuple[Membership, ...] | None, day: date) -> int | None:
    """当日的参与单位数。"""
    if memberships is None:
        return None
    return sum(m.on(day) and m.role is Role.PARTICIPANT for m in memberships)


@fact
def parties(
    memberships: tuple[Membership, ...] | None,
    application: Application | None,
    act: Event | None,
    day: date,
) -> tuple[tuple[Role, Organization], ...] | None:
    """当日可以行为的牵头单位和参与单位；申报时为申请所列的，批复以前亦同。"""
    if isinstance(act, Filed):
        if application is None:
            return None
        participants = ((Role.PARTICIPANT, unit) for unit in application.participants)
        return ((Role.LEAD, application.lead), *participants)
    if memberships is None:
        return None
    there = (m for m in memberships if m.role is Role.LEAD or m.since is None or m.on(day))
    return tuple((m.role, m.unit) for m in there)


@fact
def engagements(
    consortium: Consortium | None, memberships: tuple[Membership, ...] | None
) -> tuple[Engagement, ...] | None:
    """登记簿中的牵头与参与；待批的没有起始日；由谁申报不明的不明。"""
    if consortium is None or not _somebody(consortium):
        return ()
    if memberships is None:
        return None
    revoked = consortium.phase is Phase.ENDED
    return tuple(
        Engagement(
            consortium=consortium.id,
            unit=m.unit.legal_person,
            role=m.role,
            college=m.unit.college,
            since=m.since,
            ended_on=m.ended_on,
            revoked=revoked and m.ended_on == ended_day(consortium),
        )
        for m in memberships
    )


@fact
def bars(
    consortium: Consortium | None,
    *,
    bar_years: int,
    bar_counting: BarCounting,
    bar_after_voluntary: BarAfterVoluntary,
) -> tuple[Bar, ...] | None:
    """自撤销之日起，原牵头单位不再受理的期间；撤销被撤除的没有（E14），牵头单位不明的不明。"""
    ended = None if consortium is None else consortium.ended_by
    if consortium is None or ended is None or not _bars(ended, bar_after_voluntary):
        return ()
    if consortium.application is None:
        return None
    last = years_from(ended.on, bar_years, _COUNTING[bar_counting])
    return (
        Bar(
            unit=consortium.application.lead.legal_person,
            window=Window(ended.on, last),
            consortium=consortium.id,
            provision="art11.p2.s1b",
            document=ended.document,
        ),
    )


def _somebody(consortium: Consortium) -> bool:
    """Return whether anybody has applied, whoever it was."""
    return consortium.phase is not Phase.PROPOSED or consortium.last(Filed) is not None


def _bars(ended: Event, reading: BarAfterVoluntary) -> bool:
    voluntary = isinstance(ended, Ended) and ended.on_request
    return not voluntary or reading is BarAfterVoluntary.EVERY


def ended_day(consortium: Consortium) -> date | None:
    """Return the day the consortium, or its application, came to its end; ``None`` if neither."""
    if consortium.phase in (Phase.ENDED, Phase.DISMISSED, Phase.ANNULLED):
        moved = [e for e in consortium.events if e.move and e not in consortium.irregular]
        return moved[-1].on
    return None


def _changed(
    found: dict[MemberKey, Membership], change: Change, effect: Effect, day: date
) -> Iterable[tuple[MemberKey, Membership]]:
    """Return the memberships a change makes different by a day."""
    report, kind = change.report, change.kind
    if report is None:
        return ()
    if kind is ChangeKind.MEMBER_JOIN and report.joining is not None:
        since = settled_on(change, effect.change_effect)
        if since is not None and since <= day:
            return ((report.joining.key, Membership(report.joining, Role.PARTICIPANT, since)),)
    before = None if report.unit is None else found.get(report.unit)
    if before is None or (before.role is Role.LEAD and kind is ChangeKind.MEMBER_EXIT):
        return ()  # the lead's own exit is the replacement of the lead, which is not provided for
    if kind is ChangeKind.MEMBER_EXIT:
        return ((before.unit.key, evolve(before, ended_on=effect.left_on(change))),)
    renamed_on = effect.executed_on(change)
    if kind is ChangeKind.MEMBER_RENAME and renamed_on is not None and renamed_on <= day:
        name = report.new_name or before.unit.name
        return ((before.unit.key, evolve(before, unit=evolve(before.unit, name=name))),)
    return ()


def _ending(membership: Membership, ended_on: date | None) -> Membership:
    """Return a membership that ends with the consortium, unless it ended before."""
    if ended_on is None or (membership.ended_on is not None and membership.ended_on <= ended_on):
        return membership
    return evolve(membership, ended_on=ended_on)


FACTS = (memberships, current_members, current_participants, parties, engagements, bars)
