"""Whether a policy's table of steps and its duties hang together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from innov_consortium.core.changes import CHANGES
from innov_consortium.core.events import SHARED
from innov_consortium.core.steps import LIFE, START, Step

if TYPE_CHECKING:
    from innov_consortium.core.policy import Policy

__all__ = ["procedure_faults"]


def procedure_faults(policy: Policy) -> Iterator[str]:
    """Return everything wrong with a policy's steps, actors, events and duties."""
    yield from _doubles(policy)
    yield from _rows(policy)
    yield from _unreachable(policy)
    yield from _tags(policy)
    yield from _facts(policy)


def _doubles(policy: Policy) -> Iterator[str]:
    inquiries = {i.name for i in policy.inquiries}
    for sort, names in (
        ("step", [s.name for s in policy.steps]),
        ("actor", [a.role for a in policy.actors]),
        ("duty", [d.name for d in policy.duties]),
    ):
        for name in sorted({n for n in names if names.count(n) > 1}):
            yield f"{sort} named twice: {name}"
    for step in policy.steps:
        if step.name in inquiries:
            yield f"step {step.name} has the name of an inquiry"


def _rows(policy: Policy) -> Iterator[str]:
    for step in policy.steps:
        yield from _cited(policy, f"step {step.name}", step.provision, (step.actor,))
        yield from _asked(policy, step)
        questions = {c.name: c.question.options for c in policy.readings}
        for name, options in step.under:
            if not options or not all(isinstance(o, questions.get(name, ())) for o in options):
                yield f"step {step.name} is there under {name}, of which it names no option"
        fields = {a.name for a in attrs.fields(step.event)}
        for name, _ in step.where:
            if name not in fields:
                yield f"step {step.name}: {step.event.__name__} has no field {name!r}"
    for duty in policy.duties:
        bears = (duty.bearer, duty.toward)
        yield from _cited(policy, f"duty {duty.name}", duty.provision, bears)


def _asked(policy: Policy, step: Step) -> Iterator[str]:
    grounds = {i.name: i.grounds for i in policy.inquiries}
    for name in step.asks:
        if name not in grounds:
            yield f"step {step.name} asks {name!r}, which is no inquiry"
        elif grounds[name]:
            yield f"step {step.name} asks {name!r}, whose grounds it can only rest on: rests_on"
    if step.rests_on and not grounds.get(step.rests_on, False):
        yield f"step {step.name} rests on {step.rests_on!r}, which is no inquiry of grounds"


def _cited(
    policy: Policy, what: str, provision: str, roles: tuple[str | None, ...]
) -> Iterator[str]:
    if provision not in policy.ledger:
        yield f"{what} cites {provision!r}, which is not in the ledger"
    known = {a.role for a in policy.actors}
    for role in roles:
        if role is not None and role not in known:
            yield f"{what} names {role!r}, which is no actor"


def _unreachable(policy: Policy) -> Iterator[str]:
    """Return the steps that can never be taken, because nothing leads to where they begin."""
    for path in sorted({s.path for s in policy.steps}):
        steps = [s for s in policy.steps if s.path == path]
        reached = _reached(steps, {START, *_led_to(policy, path)})
        for step in steps:
            if not reached.intersection(step.after):
                stages = ", ".join(step.after)
                yield f"step {step.name}: nothing leads to {stages} on the path {path}"


def _led_to(policy: Policy, path: str) -> Iterator[str]:
    """Return where steps of other paths lead a consortium's own life: those that move its phase."""
    for step in policy.steps:
        if path == LIFE and step.path != LIFE and step.event.move is not None:
            yield step.to


def _reached(steps: list[Step], reached: set[str]) -> set[str]:
    while True:
        onward = {s.to for s in steps if reached.intersection(s.after)}
        onward |= {s.then for s in steps if s.then and s.to in reached}
        if onward <= reached:
            return reached
        reached |= onward


def _tags(policy: Policy) -> Iterator[str]:
    shared = {e.tag for e in (*SHARED, *CHANGES)}
    own = [e.tag for e in policy.events]
    for tag in sorted({t for t in own if t in shared or own.count(t) > 1 or not t}):
        yield f"the tag {tag!r} of an event is taken, or empty"


def _facts(policy: Policy) -> Iterator[str]:
    facts = {f.name: f for f in policy.facts}
    named = [(f"duty {d.name}", d.occasions) for d in policy.duties]
    named += [("engagements", policy.engagements), ("bars", policy.bars)]
    named += [("parties", policy.parties), ("evaluated", policy.evaluated)]
    named += [("turns", policy.turns)]
    for what, name in named:
        if name is not None and (name not in facts or facts[name].each is not None):
            yield f"{what} rests on {name!r}, which is no fact of the whole case"
