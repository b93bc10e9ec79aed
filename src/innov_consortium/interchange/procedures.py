"""States, possible acts, audits and duties as documents. No person is ever named in one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import frozen

from innov_consortium.core.auditing import Audited
from innov_consortium.core.case import Surroundings
from innov_consortium.core.changes import Change, ChangeEvent
from innov_consortium.core.checking import derived, marks_of
from innov_consortium.core.decide import PossibleAct
from innov_consortium.core.duties import Owed
from innov_consortium.core.events import Event, Filed
from innov_consortium.core.history import Consortium
from innov_consortium.core.organizations import MemberKey, Organization
from innov_consortium.core.placing import progress_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Role
from innov_consortium.core.report import Report
from innov_consortium.core.sanctions import Bar
from innov_consortium.core.steps import Stage
from innov_consortium.interchange.reports import fact_value, unstructure_report

__all__ = [
    "ACTS_SCHEMA",
    "AUDIT_SCHEMA",
    "DUTIES_SCHEMA",
    "STATE_SCHEMA",
    "Member",
    "bars_of",
    "members_of",
    "named",
    "unstructure_acts",
    "unstructure_audit",
    "unstructure_duties",
    "unstructure_state",
]

#: The formats of these documents, stated under ``schema``.
STATE_SCHEMA = "innov-consortium/state/2"
ACTS_SCHEMA = "innov-consortium/acts/2"
AUDIT_SCHEMA = "innov-consortium/audit/2"
DUTIES_SCHEMA = "innov-consortium/duties/1"

_NOTHING = Surroundings()


@frozen
class Member:
    """A member on a day.

    Args:
        key: The legal person, with the college that takes part.
        role: Its part.
        name: Its name on that day, where the policy can say, else as it was handed in; ``None`` if
            it was not.
        since: The first day on which it counts.
    """

    key: MemberKey
    role: Role
    name: str | None
    since: date | None


def members_of(policy: Policy, consortium: Consortium) -> tuple[Member, ...] | None:
    """Return the members of a consortium on its day, as a policy's register would count them.

    Returns:
        Nobody before it is recognised and after it has ended; ``None`` if that cannot be said.
    """
    if policy.engagements is None:
        return None
    engagements = derived(policy, policy.engagements, consortium, _NOTHING)
    if engagements is None:
        return None
    seats = () if policy.parties is None else derived(policy, policy.parties, consortium, _NOTHING)
    units = [*(unit for _, unit in seats or ()), *_organizations(consortium)]
    names = {MemberKey(u.legal_person, u.college): u.name for u in reversed(units)}
    there = [(MemberKey(e.unit, e.college), e) for e in engagements if e.active_on(consortium.on)]
    return tuple(Member(key, e.role, names.get(key), e.since) for key, e in there)


def bars_of(policy: Policy, consortium: Consortium) -> tuple[Bar, ...] | None:
    """Return who is barred because a consortium ended; ``None`` if that cannot be said."""
    if policy.bars is None:
        return ()
    found: tuple[Bar, ...] | None = derived(policy, policy.bars, consortium, _NOTHING)
    return found


def unstructure_state(policy: Policy, consortium: Consortium) -> dict[str, Any]:
    """Return the document of what has become of a consortium by its day."""
    progress = progress_of(policy, consortium)
    members, bars = members_of(policy, consortium), bars_of(policy, consortium)
    ended = consortium.ended_by
    return {
        "schema": STATE_SCHEMA,
        "policy": policy.code,
        "consortium": consortium.id,
        "on": consortium.on.isoformat(),
        "in_force": policy.in_force(consortium.on).value,
        "phase": consortium.phase.value,
        "recognised_on": fact_value(consortium.recognised_on),
        "ended_on": None if ended is None else ended.on.isoformat(),
        "stage": _stage(progress.stage(), consortium.on),
        "matters": {m: _stage(progress.stage(m), consortium.on) for m in progress.matters if m},
        "changes": [_change(change) for change in consortium.changes],
        "members": None if members is None else [_fields(m) for m in members],
        "bars": None if bars is None else [_bar(bar) for bar in bars],
        "events": [_event(event) for event in consortium.events],
        "irregular": [_event(event) for event in consortium.irregular],
        "set_aside": [_event(event) for event in consortium.set_aside],
    }


def _bar(bar: Bar) -> dict[str, Any]:
    return {**_fields(bar), "first_free_day": fact_value(bar.first_free_day)}


def unstructure_acts(policy: Policy, acts: Iterable[PossibleAct]) -> dict[str, Any]:
    """Return the document of every act that might be next, each with its report."""
    return {
        "schema": ACTS_SCHEMA,
        "policy": policy.code,
        "acts": [
            {
                "step": one.step.name,
                "provision": one.step.provision,
                "actor": one.step.actor,
                "stated": one.step.stated,
                "act": {
                    **_event(one.act),
                    **{name: fact_value(getattr(one.act, name)) for name, _ in one.step.where},
                },
                "standing": one.standing.value,
                "because": [f.provision for f in one.because],
                "report": _report(one.report),
            }
            for one in acts
        ],
    }


def unstructure_audit(policy: Policy, audited: Iterable[Audited]) -> dict[str, Any]:
    """Return the document of an audit: every act recorded, each with its report."""
    return {
        "schema": AUDIT_SCHEMA,
        "policy": policy.code,
        "acts": [
            {
                "index": one.index,
                "event": _event(one.event),
                "standing": one.standing.value,
                "because": [f.provision for f in one.because],
                "report": _report(one.report),
            }
            for one in audited
        ],
    }


def unstructure_duties(
    policy: Policy, owed: Iterable[Owed], *, on: date | None = None
) -> dict[str, Any]:
    """Return the document of who owes what to whom on a day."""
    in_force = None if on is None else policy.in_force(on)
    return {
        "schema": DUTIES_SCHEMA,
        "policy": policy.code,
        "on": fact_value(on),
        "in_force": None if in_force is None else in_force.value,
        "marks": [] if on is None else [m.value for m in marks_of(policy, on)],
        "duties": [
            {
                "duty": one.duty.name,
                "provision": one.duty.provision,
                "text": policy.ledger[one.duty.provision].text,
                "bearer": one.duty.bearer,
                "toward": one.duty.toward,
                "state": one.state.value,
                "owing": None if one.owing is None else _fields(one.owing),
            }
            for one in owed
        ],
    }


def _report(report: Report) -> dict[str, Any]:
    """Return the document of a report inside another, which says of which policy it is."""
    whole = unstructure_report(report)
    return {key: whole[key] for key in whole if key not in ("schema", "library", "policy")}


def _event(event: Event) -> dict[str, Any]:
    """Return what any event says of itself; what one sort says besides may name a person."""
    said = {
        "type": event.tag,
        "on": event.on.isoformat(),
        "by": event.by,
        "document": event.document,
        "recorded_on": fact_value(event.recorded_on),
        "id": event.id,
        "matter": event.matter,
    }
    return {key: value for key, value in said.items() if value not in ("", None)}


def _stage(stage: Stage, day: date) -> dict[str, Any]:
    return {"stage": stage.at(day), "path": stage.path, "until": fact_value(stage.until)}


def _change(change: Change) -> dict[str, Any]:
    days = ("reported_on", "approved_on", "refused_on", "executed_on")
    return {
        "id": change.id,
        "kind": fact_value(change.kind),
        "unit": None if change.unit is None else _fields(change.unit),
        **{name: fact_value(getattr(change, name)) for name in days},
    }


def _fields(value: Any) -> dict[str, Any]:
    written: dict[str, Any] = fact_value(value)
    return written


def named(consortium: Consortium, key: MemberKey | None) -> str | None:
    """Return the name under which a unit was handed in as a member; ``None`` if it never was."""
    return next((u.name for u in _organizations(consortium) if u.key == key), None)


def _organizations(consortium: Consortium) -> list[Organization]:
    """Return every organisation that was ever named as a member, in the order of naming."""
    found: list[Organization] = []
    for event in consortium.events:
        if isinstance(event, Filed) and event.application is not None:
            found += event.application.members
        elif isinstance(event, ChangeEvent) and event.joining is not None:
            found.append(event.joining)
    return found
