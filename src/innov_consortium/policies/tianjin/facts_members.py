"""Who leads and who takes part in a recognised consortium, and until when."""

from __future__ import annotations

from datetime import date

from innov_consortium.core.attestations import Attested
from innov_consortium.core.changes import ChangeEvent
from innov_consortium.core.clauses import fact
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Event, Filed
from innov_consortium.core.history import Consortium
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.organizations import Organization
from innov_consortium.core.periods import day_after, day_before
from innov_consortium.core.register import Engagement, Role
from innov_consortium.policies.tianjin.memberships import (
    Effect,
    Membership,
    leads_on,
    memberships_of,
)
from innov_consortium.policies.tianjin.readings import LastDay, LeadCounts
from innov_consortium.policies.tianjin.readings_life import (
    ChangeEffect,
    LeadReplacement,
    MembershipEnd,
    OnExpiry,
    PrematureExecution,
)

__all__ = ["FACTS", "ITEM_ON_REQUEST", "ended_day", "last_in_force"]

#: 第十一条第（四）项：牵头单位提出撤销申请的。
ITEM_ON_REQUEST = "art11.item4"


@fact
def effect(
    attested: Attested,
    *,
    change_effect: ChangeEffect,
    premature_execution: PrematureExecution,
    membership_end: MembershipEnd,
    lead_replacement: LeadReplacement,
) -> Effect:
    """变更何时生效，依所选解释（F02、F06、F08）；更换牵头单位的，依解释或者认定（F01）。"""
    return Effect(change_effect, premature_execution, membership_end, lead_replacement, attested)


@fact
def status_ends(
    consortium: Consortium | None,
    day: date,
    *,
    on_expiry: OnExpiry,
    valid_until: date,
    last_day: LastDay,
) -> date | None:
    """资格终止之日：撤销之日；依解释随有效期届满终止的，届满之日的次日（A05）。"""
    ended_on = None if consortium is None else ended_day(consortium)
    expires = day_after(last_in_force(valid_until, last_day))
    if on_expiry is OnExpiry.STATUS_ENDS and ended_on is None and day >= expires:
        return expires
    return ended_on


@fact
def memberships(
    consortium: Consortium | None,
    application: Application | None,
    day: date,
    effect: Effect,
    status_ends: date | None,
) -> tuple[Membership, ...] | None:
    """牵头单位和参与单位各自的起止（F06、F08）；申请不明的不明。"""
    if consortium is None or application is None:
        return None
    since = consortium.recognised_on
    found = memberships_of(application, since, consortium.events, day, effect)
    return tuple(m.ending(status_ends) for m in found)


@fact
def change_events(consortium: Consortium | None) -> tuple[ChangeEvent, ...]:
    """有关变更的各项记载：所报的新名称，从中得知。"""
    return () if consortium is None else consortium.all(ChangeEvent)


@fact(reads="events[filed].application")
def current_members(
    memberships: tuple[Membership, ...] | None, statement_day: date
) -> tuple[Organization, ...] | None:
    """当日的成员单位，牵头单位在前。"""
    if memberships is None:
        return None
    there = sorted((m for m in memberships if m.on(statement_day)), key=_lead_first)
    return tuple(m.unit for m in there)


@fact(reads="events[filed].application")
def current_participants(
    consortium: Consortium | None,
    application: Application | None,
    act: Event | None,
    day: date,
    effect: Effect,
    *,
    lead_counts: LeadCounts,
) -> int | None:
    """当日的参与单位总数，含所问的变更执行之后；是否含牵头单位见 B01。"""
    if consortium is None or application is None:
        return None
    events = (*consortium.events, *((act,) if isinstance(act, ChangeEvent) else ()))
    found = memberships_of(application, consortium.recognised_on, events, day, effect)
    counted = [m for m in found if m.on(day)]
    if lead_counts is LeadCounts.INCLUDED:
        return len(counted)
    return sum(m.role is Role.PARTICIPANT for m in counted)


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
    leads = ((Role.LEAD, unit) for unit in leads_on(memberships, day))
    others = (m for m in memberships if m.role is not Role.LEAD and (m.since is None or m.on(day)))
    return (*leads, *((m.role, m.unit) for m in others))


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
        if m.since is None or m.ended_on is None or m.since <= m.ended_on
    )


def ended_day(consortium: Consortium) -> date | None:
    """Return the day the consortium, or its application, came to its end; ``None`` if neither."""
    if consortium.phase in (Phase.ENDED, Phase.DISMISSED, Phase.ANNULLED):
        moved = [e for e in consortium.events if e.move and e not in consortium.irregular]
        return moved[-1].on
    return None


def last_in_force(valid_until: date, last_day: LastDay) -> date:
    """Return the last day on which the Measures are in force (A04)."""
    return valid_until if last_day is LastDay.INCLUDED else day_before(valid_until)


def _somebody(consortium: Consortium) -> bool:
    """Return whether anybody has applied, whoever it was."""
    return consortium.phase is not Phase.PROPOSED or consortium.last(Filed) is not None


def _lead_first(membership: Membership) -> bool:
    return membership.role is not Role.LEAD


FACTS = (
    effect,
    status_ends,
    memberships,
    change_events,
    current_members,
    current_participants,
    parties,
    engagements,
)
