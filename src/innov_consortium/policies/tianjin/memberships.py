"""How memberships follow from an application and the changes after it, under every reading."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve, frozen

from innov_consortium.core.attestations import Attested
from innov_consortium.core.changes import (
    Change,
    ChangeApproved,
    ChangeEvent,
    ChangeExecuted,
    ChangeKind,
    ChangeRefused,
    changes_of,
)
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Event
from innov_consortium.core.organizations import MemberKey, Organization
from innov_consortium.core.periods import day_following
from innov_consortium.core.register import Role
from innov_consortium.policies.tianjin.bodies import BUREAU
from innov_consortium.policies.tianjin.readings_life import (
    ChangeEffect,
    LeadReplacement,
    MembershipEnd,
    PrematureExecution,
)

__all__ = [
    "Effect",
    "Membership",
    "changes_in",
    "leads_on",
    "memberships_of",
    "names_on",
    "settled_on",
]


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

    def ending(self, day: date | None) -> Membership:
        """Return it as it is if something ends it on a day, unless it ended before."""
        if day is None or (self.ended_on is not None and self.ended_on <= day):
            return self
        return evolve(self, ended_on=day)


@frozen
class Effect:
    """When changes take effect, as the disputed wordings are read and what is attested settles."""

    change_effect: ChangeEffect
    premature_execution: PrematureExecution
    membership_end: MembershipEnd
    lead_replacement: LeadReplacement
    attested: Attested

    def covers(self, change: Change) -> bool:
        """Return whether a lead is replaced: as it is read, or as a body has decided (F01)."""
        covered = self.lead_replacement is LeadReplacement.COVERED
        return covered or self.attested.holds("art12.s1c", change.key) is True

    def executed_on(self, change: Change, executions: Iterable[ChangeExecuted]) -> date | None:
        """Return the day from which an execution counts: of two days, the later one (F06)."""
        settled = settled_on(change, self.change_effect)
        days = [e.on for e in executions if e.change == change.id]
        if settled is not None and self.premature_execution is PrematureExecution.VOID:
            days = [day for day in days if day >= settled]
        return max(settled, days[0]) if settled is not None and days else None

    def left_on(self, change: Change, executions: Iterable[ChangeExecuted]) -> date | None:
        """Return the first day on which a unit that leaves no longer counts (F08)."""
        if self.membership_end is MembershipEnd.APPROVAL:
            return settled_on(change, self.change_effect)
        executed = self.executed_on(change, executions)
        if executed is None or self.membership_end is MembershipEnd.EXECUTION:
            return executed
        return day_following(executed)


def changes_in(events: Iterable[Event]) -> tuple[Change, ...]:
    """Return the changes that events tell of, decided by the bureau where they are decided at all.

    市科技局核准备案: what anybody else is known to have approved or refused is not decided. What
    the change is, such an event may tell all the same.
    """
    events = tuple(events)
    told = changes_of(events)
    decided = {c.id: c for c in changes_of(e for e in events if not _another_decides(e))}
    settled = ((c, decided.get(c.id, Change(id=c.id))) for c in told)
    return tuple(s if s.told is not None else evolve(s, told=c.told) for c, s in settled)


def _another_decides(event: Event) -> bool:
    """Return whether a decision on a change is known to be another body's than the bureau's."""
    decides = isinstance(event, ChangeApproved | ChangeRefused)
    return decides and event.by is not None and event.by not in BUREAU


def settled_on(change: Change, change_effect: ChangeEffect) -> date | None:
    """Return the day a change was approved, or filed where filing suffices (F02)."""
    if change_effect is ChangeEffect.FILING:
        return change.reported_on
    return change.approved_on


def memberships_of(
    application: Application,
    since: date | None,
    events: tuple[Event, ...],
    day: date,
    effect: Effect,
) -> tuple[Membership, ...]:
    """Return every membership there was or is on a day, those that are over first.

    Args:
        application: What was approved, or is applied for.
        since: The day it was approved; ``None`` if it was not.
        events: What happened.
        day: The day.
        effect: When changes take effect.
    """
    units = [(application.lead, Role.LEAD)]
    units += [(unit, Role.PARTICIPANT) for unit in application.participants]
    now = {unit.key: Membership(unit, role, since) for unit, role in units}
    former: list[Membership] = []
    executions = [e for e in events if isinstance(e, ChangeExecuted)]
    for change in changes_in(events):
        for membership in _changed(now, change, effect, executions, day):
            before = now.get(membership.unit.key)
            if before is not None and before.since != membership.since:
                former.append(before.ending(membership.since))
            now[membership.unit.key] = membership
    return (*former, *now.values())


def _changed(
    now: dict[MemberKey, Membership],
    change: Change,
    effect: Effect,
    executions: list[ChangeExecuted],
    day: date,
) -> tuple[Membership, ...]:
    """Return the memberships that a change makes different by a day."""
    if change.kind is ChangeKind.MEMBER_JOIN:
        return _joined(now, change, settled_on(change, effect.change_effect), day)
    executed = effect.executed_on(change, executions)
    if change.kind is ChangeKind.LEAD_REPLACEMENT:
        return _replaced(now, change, executed, day) if effect.covers(change) else ()
    before = None if change.subject is None else now.get(change.subject)
    if before is None:
        return ()
    if change.kind is ChangeKind.MEMBER_EXIT and before.role is not Role.LEAD:
        return (before.ending(effect.left_on(change, executions)),)
    if change.kind is ChangeKind.MEMBER_RENAME and executed is not None and executed <= day:
        name = change.new_name or before.unit.name
        return (evolve(before, unit=evolve(before.unit, name=name)),)
    return ()  # the lead's own exit is its replacement, which is not provided for (F01)


def _joined(
    now: dict[MemberKey, Membership], change: Change, since: date | None, day: date
) -> tuple[Membership, ...]:
    there = None if change.joining is None else now.get(change.joining.key)
    if change.joining is None or since is None or since > day:
        return ()
    if there is not None and there.on(since):
        return ()
    return (Membership(change.joining, Role.PARTICIPANT, since),)


def _replaced(
    now: dict[MemberKey, Membership], change: Change, since: date | None, day: date
) -> tuple[Membership, ...]:
    """Return the new lead, and the former one as a participant unless it leaves as well."""
    named = None if change.subject is None else now.get(change.subject)
    unit = change.joining or (None if named is None else named.unit)
    if unit is None or since is None or since > day:
        return ()
    leads = [m for m in now.values() if m.role is Role.LEAD and m.unit.key != unit.key]
    former = [Membership(m.unit, Role.PARTICIPANT, since) for m in leads]
    return (Membership(unit, Role.LEAD, since), *former)


def leads_on(memberships: Iterable[Membership], day: date) -> tuple[Organization, ...]:
    """Return who leads on a day; before the approval and after the end, who led last."""
    leads = [m for m in memberships if m.role is Role.LEAD]
    there = [m for m in leads if m.on(day)]
    return tuple(m.unit for m in there or leads[-1:])


def names_on(
    memberships: Iterable[Membership], events: Iterable[Event], day: date
) -> frozenset[str]:
    """Return the names and codes of who leads on a day, with every name a change reports."""
    leads = leads_on(memberships, day)
    keys = {unit.key for unit in leads}
    renamed = (e for e in events if isinstance(e, ChangeEvent) and e.unit in keys)
    new = [e.new_name for e in renamed if e.new_name is not None]
    return frozenset((*new, *(name for unit in leads for name in unit.called)))
