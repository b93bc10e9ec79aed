"""Walking a plan: from a case to findings in the order of the law.

What is asked of each item is derived column by column — one fact for all items, then the next — so
that the cost of a report is the cost of its facts and comparisons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from typing import Any

from innov_consortium.core.attestations import Attestation, Attested, Departure
from innov_consortium.core.clauses import Evidence, Outcome, settle
from innov_consortium.core.organizations import MemberKey
from innov_consortium.core.plan import ENTITIES, Asked, Group, Plan
from innov_consortium.core.records import Unrecorded
from innov_consortium.core.report import Finding, ItemFinding, Missing, best, worst

__all__ = ["Departures", "ask", "derive", "derive_items"]

Departures = Mapping[tuple[str, MemberKey | None], Departure]
_Ranges = tuple[tuple[int, int], ...]
_Decided = tuple[Outcome, Attestation | Departure | None]

_ATTESTED = ENTITIES.index("attested")
_CONSORTIUM = ENTITIES.index("consortium")
_EVENTS = "events["
_QUIET = (Outcome.MET, Outcome.NOT_APPLICABLE)
_QUIET_GROUND = (Outcome.NOT_MET, Outcome.NOT_APPLICABLE)
_LACKING = (Outcome.UNKNOWN, Outcome.NEEDS_JUDGEMENT)
_GIVES_WAY = (
    Outcome.NOT_MET,
    Outcome.DEPARTS_FROM_PRINCIPLE,
    Outcome.UNKNOWN,
    Outcome.NEEDS_JUDGEMENT,
)


def ask(plan: Plan, entities: tuple[Any, ...], departures: Departures) -> tuple[Finding, ...]:
    """Ask every norm of a plan about a case.

    Args:
        plan: What is asked.
        entities: What facts are derived from, in the order of ``ENTITIES``.
        departures: The departures accepted, by provision and member.
    """
    state = list(entities)
    for step in plan.steps:
        state.append(step.function(*[state[n] for n in step.slots]))
    displaced: _Ranges = ()
    found: list[Finding] = []
    for asked in plan.asked:
        finding = _ask_once(asked, state, departures, displaced)
        if asked.norm.displaces and finding.outcome is Outcome.MET:
            displaced += asked.norm.displaces
        found.append(finding)
    for group in plan.groups:
        found += _ask_each(group, state, departures, displaced)
    found.sort(key=_rank)
    return tuple(found)


def derive(plan: Plan, entities: tuple[Any, ...]) -> dict[str, Any]:
    """Return the facts of the whole case that a plan lays out, by name."""
    state = list(entities)
    found = {}
    for step in plan.steps:
        value = step.function(*[state[n] for n in step.slots])
        state.append(value)
        found[step.fact.name] = value
    return found


def derive_items(
    plan: Plan, entities: tuple[Any, ...]
) -> dict[str, tuple[Sequence[Any], dict[str, Sequence[Any]]]]:
    """Return the items of each sort that a plan asks about, and their facts side by side.

    Args:
        plan: What is asked.
        entities: What facts are derived from, in the order of ``ENTITIES``.
    """
    state = list(entities)
    for step in plan.steps:
        state.append(step.function(*[state[n] for n in step.slots]))
    found = {}
    for group in plan.groups:
        units = group.function(*[state[n] for n in group.slots])
        columns = _Columns(state, units)
        for step in group.steps:
            columns.add(columns.each(step.function, step.slots))
        named = (step.fact.name for step in group.steps)
        found[group.items.name] = units, dict(zip(named, columns.own[1:], strict=True))
    return found


def _rank(finding: Finding) -> int:
    return finding.norm.rank


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Evidence) else value


def _ask_once(
    asked: Asked, state: list[Any], departures: Departures, displaced: _Ranges
) -> Finding:
    values = tuple([state[n] for n in asked.slots])
    if asked.function is None:
        provision = asked.norm.provision
        outcome, decided_by = _judge([_plain(v) for v in values], state[_ATTESTED].find(provision))
    else:
        said = asked.function(*[_plain(v) for v in values])
        outcome, decided_by = settle(said, asked.norm.force), None
    if asked.attested and asked.function is not None:
        outcome, decided_by = _attest(asked, (outcome, decided_by), state, None)
    if outcome not in _QUIET and not asked.norm.some:
        outcome, decided_by = _yield(asked, (outcome, decided_by), departures, displaced, None)
    missing = _missing(asked, state, "") if outcome in _LACKING else ()
    return Finding(asked.norm, outcome, values, missing, decided_by)


def _ask_each(
    group: Group, state: list[Any], departures: Departures, displaced: _Ranges
) -> Iterable[Finding]:
    units = group.function(*[state[n] for n in group.slots])
    columns = _Columns(state, units)
    for step in group.steps:
        columns.add(columns.each(step.function, step.slots))
    for asked in group.asked:
        decided = _decide_each(asked, columns)
        concerned = []
        some = asked.norm.some
        quiet = _QUIET_GROUND if some else _QUIET
        if asked.attested and asked.function is not None and not some:
            decided = [
                _attest(asked, d, state, _key(u)) for d, u in zip(decided, units, strict=True)
            ]
        for n, (outcome, _) in enumerate(decided):
            if outcome not in quiet:
                if (departures or displaced) and not some:
                    decided[n] = _yield(asked, decided[n], departures, displaced, _key(units[n]))
                concerned.append(_item(group, asked, columns, n, decided[n]))
        outcomes = tuple([outcome for outcome, _ in decided])
        together: _Decided = (best(outcomes) if some else worst(set(outcomes)), None)
        if some and asked.attested:  # what is there, is attested of the ground as a whole
            together = _attest(asked, together, state, None)
        yield Finding(
            asked.norm,
            together[0],
            decided_by=together[1],
            outcomes=outcomes,
            items=tuple(concerned),
        )


def _key(unit: Any) -> Any:
    """Return what an attestation or departure about an item names it by."""
    return getattr(unit, "key", None)


class _Columns:
    """The facts of the whole case, and those of each item side by side."""

    def __init__(self, state: list[Any], units: Sequence[Any]) -> None:
        self.state = state
        self.units = units
        self.own: list[Sequence[Any]] = [units]

    def add(self, column: list[Any]) -> None:
        self.own.append(column)

    def at(self, slot: int) -> Iterable[Any]:
        """Return what stands in a slot, for every item."""
        size = len(self.state)
        return self.own[slot - size] if slot >= size else repeat(self.state[slot], len(self.units))

    def each(
        self, function: Callable[..., Any], slots: tuple[int, ...], *, plain: bool = False
    ) -> list[Any]:
        """Return what a function says of every item; of plain values if it is a clause."""
        if not slots:
            return [function() for _ in self.units]
        columns = [self.at(slot) for slot in slots]
        if plain:
            columns = [[v.value if isinstance(v, Evidence) else v for v in c] for c in columns]
        return list(map(function, *columns))

    def row(self, n: int) -> list[Any]:
        """Return the state as one item sees it."""
        return [*self.state, *[column[n] for column in self.own]]


def _decide_each(asked: Asked, columns: _Columns) -> list[_Decided]:
    """Return what a norm makes of every item, before departures and displacement."""
    if asked.function is None:
        attested: Attested = columns.state[_ATTESTED]
        provision = asked.norm.provision
        concerns = columns.at(asked.slots[0]) if asked.slots else [True] * len(columns.units)
        return [
            _judge([_plain(here)], attested.find(provision, _key(unit)))
            for here, unit in zip(concerns, columns.units, strict=True)
        ]
    force = asked.norm.force
    said = columns.each(asked.function, asked.slots, plain=True)
    return [_MET if s is True else (settle(s, force), None) for s in said]


_MET: _Decided = (Outcome.MET, None)


def _item(group: Group, asked: Asked, columns: _Columns, n: int, decided: _Decided) -> ItemFinding:
    outcome, decided_by = decided
    row = columns.row(n)
    path = group.items.path(n)
    missing = _missing(asked, row, path) if outcome in _LACKING else ()
    values = tuple([row[slot] for slot in asked.slots])
    unit = columns.units[n]
    if isinstance(unit, Unrecorded):  # it stands nowhere: what would tell of it is said instead
        told = [Missing(m.fact, unit.path) if m.path.startswith(path) else m for m in missing]
        missing, path = tuple(told), unit.path
    return ItemFinding(unit, path, outcome, values, missing, decided_by)


def _attest(
    asked: Asked, decided: _Decided, state: Sequence[Any], unit: MemberKey | None
) -> _Decided:
    """Return the outcome after an attestation of a provision that a clause also tests.

    It answers what the clause leaves to a person or cannot tell. Where it contradicts what the
    facts say, neither is preferred: a person has to judge.
    """
    attested: Attested = state[_ATTESTED]
    if asked.attested_by:
        attested = attested.among(asked.attested_by)
    one = attested.find(asked.norm.provision, unit)
    if one is None:
        return decided
    said = settle(one.holds, asked.norm.force)
    if decided[0] in _LACKING:
        return said, one
    if decided[0] is Outcome.NOT_APPLICABLE or said is decided[0]:
        return decided
    return Outcome.NEEDS_JUDGEMENT, one


def _yield(
    asked: Asked,
    decided: _Decided,
    departures: Departures,
    displaced: _Ranges,
    unit: MemberKey | None,
) -> _Decided:
    """Return the outcome after an accepted departure, or after what displaces the norm."""
    outcome, _ = decided
    provision = asked.norm.provision
    if outcome is Outcome.DEPARTS_FROM_PRINCIPLE:
        departure = departures.get((provision, unit)) or departures.get((provision, None))
        if departure is not None and departure.accepted:
            return Outcome.ACCEPTED_DEPARTURE, departure
        if departure is not None:
            decided = Outcome.NOT_MET, departure
    if outcome in _GIVES_WAY and any(first <= asked.norm.rank <= last for first, last in displaced):
        return Outcome.CASE_BY_CASE, None
    return decided


def _judge(concerns: list[Any], attested: Attestation | None) -> _Decided:
    """Return what a judgement comes to: nobody but an attestation answers it."""
    if concerns and not concerns[0]:
        unknown = concerns[0] is None
        return (Outcome.UNKNOWN if unknown else Outcome.NOT_APPLICABLE), None
    if attested is None:
        return Outcome.NEEDS_JUDGEMENT, None
    return (Outcome.MET if attested.holds else Outcome.NOT_MET), attested


def _missing(asked: Asked, state: Sequence[Any], path: str) -> tuple[Missing, ...]:
    """Return the facts of the closure that are unknown, and where they would be given.

    Of an application that is asked about by itself, events tell nothing and lack nothing.
    """
    found: list[Missing] = []
    alone = state[_CONSORTIUM] is None
    for step, slot in asked.closed:
        value = state[slot]
        if value is None:
            reads = (r for r in step.fact.reads if not (alone and r.startswith(_EVENTS)))
            found += [Missing(step.fact.name, where.format(path)) for where in reads]
        elif isinstance(value, Evidence):
            found += [Missing(step.fact.name, where.format(path)) for where in value.missing]
    return tuple(found)
