"""What is wrong with a table of rates: every fault at once, each at its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.policy import Policy
from innov_consortium.core.steps import Step
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.converter import structure_as
from innov_consortium.interchange.formats import sorts_of
from innov_consortium.simulation.behaviour import unknown_step
from innov_consortium.simulation.values import (
    day_problems,
    depends,
    hints_of,
    inquiry_problems,
    rate_problems,
    value_problems,
)

__all__ = ["table_faults"]

_WHOLE = ("turns", "known", "again")
_TURN = ("step", "on", "rate", "every", "after", "established", "says")
_EVERY = ("years", "after")
_PHASES = (Phase.PROPOSED.value, Phase.RECOGNISED.value)


def table_faults(
    document: object, policy: Policy, given: Mapping[str, type], recorded: Mapping[str, type]
) -> Iterator[Fault]:
    """Return what is wrong with a table of rates.

    Args:
        document: The table.
        policy: The policy whose steps it takes.
        given: What may be known around a consortium, by its name.
        recorded: What may stand in a record, by its name.
    """
    if not isinstance(document, dict) or not isinstance(document.get("turns"), list):
        zh, en = "应为对象，内有列表 turns", "must be an object with a list of turns"
        yield Fault(FaultKind.TYPE_ERROR, "behaviour", zh, en)
        return
    yield from _strange(document, _WHOLE, "behaviour")
    yield from rate_problems(document.get("again", 1), "behaviour.again")
    for n, one in enumerate(document["turns"]):
        yield from _turn_problems(one, f"behaviour.turns[{n}]", policy)
    yield from _known_problems(document.get("known", {}), policy, given, recorded)


def _turn_problems(one: object, path: str, policy: Policy) -> Iterator[Fault]:
    if not isinstance(one, dict) or not isinstance(one.get("step"), str):
        zh, en = "应为对象，内有 step", "must be an object with a step"
        yield Fault(FaultKind.TYPE_ERROR, path, zh, en)
        return
    yield from _strange(one, _TURN, path)
    yield from day_problems(one.get("on"), f"{path}.on")
    yield from rate_problems(one.get("rate", 1), f"{path}.rate")
    if "established" in one:
        yield from inquiry_problems(one["established"], f"{path}.established", policy)
    yield from _every_problems(one.get("every", {"years": 1}), f"{path}.every")
    named = [("step", one["step"])] + ([("after", one["after"])] if "after" in one else [])
    steps = {step.name: step for step in policy.steps}
    for key, name in named:
        if name not in steps:
            yield unknown_step(policy, str(name), f"{path}.{key}")
    if one["step"] in steps:
        yield from _saying_problems(one.get("says", {}), steps[one["step"]], f"{path}.says", policy)


def _every_problems(every: object, path: str) -> Iterator[Fault]:
    yield from _strange(every, _EVERY, path)
    if not isinstance(every, dict):
        return
    years, after = every.get("years"), every.get("after", 0)
    if not (type(years) is int and years > 0 and type(after) is int and after >= 0):
        zh = "years 须为正整数，after 须为不小于零的整数"
        en = "must have whole years above nought, and a whole number after them from nought"
        yield Fault(FaultKind.INVALID_VALUE, path, zh, en)


def _saying_problems(says: object, step: Step, path: str, policy: Policy) -> Iterator[Fault]:
    hints = {a.name for a in attrs.fields(step.event)}
    yield from _strange(says, tuple(sorted(hints)), path)
    if not isinstance(says, dict):
        return
    for name, node in says.items():
        yield from value_problems(node, f"{path}.{name}", policy)
        if name in hints and not depends(node):
            yield from _unstructured(node, step, name, path, policy)


def _unstructured(
    node: object, step: Step, name: str, path: str, policy: Policy
) -> Iterator[Fault]:
    try:
        structure_as(node, hints_of(step.event)[name], sorts_of(policy))
    except InvalidInputError as error:
        yield from error.under(f"{path}.{name}").faults


def _known_problems(
    known: object, policy: Policy, given: Mapping[str, type], recorded: Mapping[str, type]
) -> Iterator[Fault]:
    yield from _strange(known, (*given, "record"), "behaviour.known")
    if not isinstance(known, dict):
        return
    record = known.get("record", {})
    yield from _strange(record, (*recorded, "complete"), "behaviour.known.record")
    for where, document, kinds in (("", known, given), ("record.", record, recorded)):
        for name in kinds if isinstance(document, dict) else ():
            path, entries = f"behaviour.known.{where}{name}", document.get(name, [])
            if not isinstance(entries, list):
                yield Fault(FaultKind.TYPE_ERROR, path, "应为列表", "must be a list")
                continue
            for n, entry in enumerate(entries):
                yield from _entry_problems(entry, kinds[name], f"{path}[{n}]", policy)


def _entry_problems(entry: object, kind: type, path: str, policy: Policy) -> Iterator[Fault]:
    fields = tuple(a.name for a in attrs.fields(kind) if a.init)
    yield from _strange(entry, (*fields, "$rate", "$while"), path)
    if not isinstance(entry, dict):
        return
    yield from rate_problems(entry.get("$rate", 1), f"{path}.$rate")
    if entry.get("$while", _PHASES[0]) not in _PHASES:
        zh, en = f"应为 {' 或 '.join(_PHASES)}", f"must be {' or '.join(_PHASES)}"
        yield Fault(FaultKind.INVALID_VALUE, f"{path}.$while", zh, en)
    for key in fields:
        if key in entry:
            yield from value_problems(entry[key], f"{path}.{key}", policy)


def _strange(given: object, known: tuple[str, ...], path: str) -> Iterator[Fault]:
    if not isinstance(given, dict):
        yield Fault(FaultKind.TYPE_ERROR, path, "应为对象", "must be an object")
        return
    for key in given:
        if key not in known:
            zh, en = f"没有这一项；可有：{'、'.join(known)}", f"is none of {', '.join(known)}"
            yield Fault(FaultKind.INVALID_VALUE, f"{path}.{key}", zh, en)
