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
from innov_consortium.core.report import Finding, ItemFinding, Missing, best, by_rank, worst

__all__ = ["Departures", "ask", "derive", "derive_items"]

Departures = Mapping[tuple[str, MemberKey | None], Departure]
_Ranges = tuple[tuple[int, int], ...]
_Decided = tuple[Outcome, Attestation | Departure | None]

_ATTESTED = ENTITIES.index("attested")
_CONSORTIUM = ENTITIES.index("consortium")
# On Python 3.11 to look a member up on its class is slow, and these are looked at very often.
_MET, _NOT_APPLICABLE = Outcome.MET, Outcome.NOT_APPLICABLE
_PLAINLY_MET: _Decided = (_MET, None)
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
        state.append(step.function(*step.take(state)))
    displaced: _Ranges = ()
    found: list[Finding] = []
    for asked in plan.asked:
        finding = _ask_once(asked, state, departures, displaced)
        if asked.norm.displaces and finding.outcome is _MET:
            displaced += asked.norm.displaces
        found.append(finding)
    for group in plan.groups:
        found += _ask_each(group, state, departures, displaced)
    found.sort(key=by_rank)
    return tuple(found)


def derive(plan: Plan, entities: tuple[Any, ...]) -> dict[str, Any]:
    """Return the facts of the whole case that a plan lays out, by name."""
    state = list(entities)
    found = {}
    for step in plan.steps:
        value = step.function(*step.take(state))
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
        state.append(step.function(*step.take(state)))
    found = {}
    for group in plan.groups:
        units = group.function(*[state[n] for n in group.slots])
        columns = _Columns(state, units)
        for step in group.steps:
            columns.add(columns.each(step.function, step.slots))
        named = (step.fact.name for step in group.steps)
        found[group.items.name] = units, dict(zip(named, columns.own[1:], strict=True))
    return found


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Evidence) else value


def _ask_once(
    asked: Asked, state: list[Any], departures: Departures, displaced: _Ranges
) -> Finding:
    norm, function = asked.norm, asked.function
    values = asked.take(state)
    plain = [v.value if isinstance(v, Evidence) else v for v in values]
    decided_by: Attestation | Departure | None = None
    if function is None:
        concerns = plain[0] if plain else True
        outcome, decided_by = _judge(concerns, state[_ATTESTED].find(norm.provision))
    else:
        said = function(*plain)
        outcome = _MET if said is True else settle(said, norm.force)
        if asked.attested:
            outcome, decided_by = _attest(asked, (outcome, None), _heard(asked, state), None)
    if outcome is _MET:
        return Finding(norm, outcome, values, (), decided_by)
    if outcome is not _NOT_APPLICABLE and not norm.some:
        outcome, decided_by = _yield(asked, (outcome, decided_by), departures, displaced, None)
    missing = _missing(asked, state, "") if outcome in _LACKING else ()
    return Finding(norm, outcome, values, missing, decided_by)


def _ask_each(
    group: Group, state: list[Any], departures: Departures, displaced: _Ranges
) -> Iterable[Finding]:
    units = group.function(*[state[n] for n in group.slots])
    columns = _Columns(state, units)
    for step in group.steps:
        columns.add(columns.each(step.function, step.slots))
    for asked in group.asked:
        decided = _decide_each(asked, columns)
        if asked.norm.some:
            yield _together(group, asked, columns, decided)
            continue
        aside = [n for n, one in enumerate(decided) if one is not _PLAINLY_MET]
        if decided and not aside:  # as it mostly is
            yield Finding(asked.norm, _MET, outcomes=(_MET,) * len(decided))
            continue
        concerned = []
        for n in aside:
            if decided[n][0] not in _QUIET:
                if departures or displaced:
                    decided[n] = _yield(asked, decided[n], departures, displaced, _key(units[n]))
                concerned.append(_item(group, asked, columns, n, decided[n]))
        outcomes = tuple([outcome for outcome, _ in decided])
        yield Finding(asked.norm, worst(set(outcomes)), outcomes=outcomes, items=tuple(concerned))


def _together(
    group: Group, asked: Asked, columns: _Columns, decided: Sequence[_Decided]
) -> Finding:
    """Return what a ground comes to that is asked of several items: one of them suffices."""
    outcomes = tuple([outcome for outcome, _ in decided])
    concerned = [
        _item(group, asked, columns, n, decided[n])
        for n, outcome in enumerate(outcomes)
        if outcome not in _QUIET_GROUND
    ]
    outcome, decided_by = best(outcomes), None
    if asked.attested:  # what is there, is attested of the ground as a whole
        heard = _heard(asked, columns.state)
        outcome, decided_by = _attest(asked, (outcome, decided_by), heard, None)
    return Finding(
        asked.norm, outcome, decided_by=decided_by, outcomes=outcomes, items=tuple(concerned)
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
        self._plain: dict[int, Sequence[Any]] = {}
        self._rows: dict[int, list[Any]] = {}

    def add(self, column: list[Any]) -> None:
        self.own.append(column)

    def at(self, slot: int) -> Iterable[Any]:
        """Return what stands in a slot, for every item."""
        size = len(self.state)
        return self.own[slot - size] if slot >= size else repeat(self.state[slot], len(self.units))

    def plain(self, slot: int) -> Iterable[Any]:
        """Return the same as a clause is given it, without what it rests on."""
        size = len(self.state)
        if slot < size:
            return repeat(_plain(self.state[slot]), len(self.units))
        if slot not in self._plain:
            column = self.own[slot - size]
            self._plain[slot] = [v.value if isinstance(v, Evidence) else v for v in column]
        return self._plain[slot]

    def each(self, function: Callable[..., Any], slots: tuple[int, ...]) -> list[Any]:
        """Return what a function says of every item."""
        if not slots:
            return [function() for _ in self.units]
        return list(map(function, *[self.at(slot) for slot in slots]))

    def said(self, clause: Callable[..., Any], slots: tuple[int, ...]) -> list[Any]:
        """Return what a clause says of every item."""
        if not slots:
            return [clause() for _ in self.units]
        return list(map(clause, *[self.plain(slot) for slot in slots]))

    def row(self, n: int) -> list[Any]:
        """Return the state as one item sees it; made once, as several norms may ask for it."""
        if n not in self._rows:
            self._rows[n] = [*self.state, *[column[n] for column in self.own]]
        return self._rows[n]


def _decide_each(asked: Asked, columns: _Columns) -> list[_Decided]:
    """Return what a norm makes of every item, before departures and displacement."""
    if asked.function is None:
        return _judge_each(asked, columns)
    force = asked.norm.force
    said = columns.said(asked.function, asked.slots)
    decided = [_PLAINLY_MET if s is True else (settle(s, force), None) for s in said]
    if asked.attested and not asked.norm.some:
        heard = _heard(asked, columns.state)
        provision, units = asked.norm.provision, columns.units
        if heard.singles_out(provision) or heard.find(provision) is not None:
            decided = [
                _attest(asked, d, heard, _key(u)) for d, u in zip(decided, units, strict=True)
            ]
    return decided


def _judge_each(asked: Asked, columns: _Columns) -> list[_Decided]:
    """Return what a judgement of every item comes to."""
    attested: Attested = columns.state[_ATTESTED]
    provision, units = asked.norm.provision, columns.units
    concerns = columns.plain(asked.slots[0]) if asked.slots else [True] * len(units)
    if attested.singles_out(provision):
        return [
            _judge(here, attested.find(provision, _key(unit)))
            for here, unit in zip(concerns, units, strict=True)
        ]
    word = attested.find(provision)
    wherever = _judge(True, word)  # noqa: FBT003 - it concerns the item
    return [wherever if here is True else _judge(here, word) for here in concerns]


def _item(group: Group, asked: Asked, columns: _Columns, n: int, decided: _Decided) -> ItemFinding:
    outcome, decided_by = decided
    row = columns.row(n)
    path = group.items.path(n)
    missing = _missing(asked, row, path) if outcome in _LACKING else ()
    values = asked.take(row)
    unit = columns.units[n]
    if isinstance(unit, Unrecorded):  # it stands nowhere: what would tell of it is said instead
        told = [Missing(m.fact, unit.path) if m.path.startswith(path) else m for m in missing]
        missing, path = tuple(told), unit.path
    return ItemFinding(unit, path, outcome, values, missing, decided_by)


def _heard(asked: Asked, state: Sequence[Any]) -> Attested:
    """Return the attestations that may answer a norm which a clause also tests."""
    attested: Attested = state[_ATTESTED]
    return attested.among(asked.attested_by) if asked.attested_by else attested


def _attest(asked: Asked, decided: _Decided, heard: Attested, unit: MemberKey | None) -> _Decided:
    """Return the outcome after an attestation of a provision that a clause also tests.

    It answers what the clause leaves to a person or cannot tell. Where it contradicts what the
    facts say, neither is preferred: a person has to judge.
    """
    one = heard.find(asked.norm.provision, unit)
    if one is None:
        return decided
    said = settle(one.holds, asked.norm.force)
    if decided[0] in _LACKING:
        return said, one
    if decided[0] is _NOT_APPLICABLE or said is decided[0]:
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


def _judge(concerns: Any, attested: Attestation | None) -> _Decided:
    """Return what a judgement comes to: nobody but an attestation answers it.

    Args:
        concerns: Whether it concerns the case or the item; ``None`` if that is not known.
        attested: What is attested of it.
    """
    if not concerns:
        return (Outcome.UNKNOWN if concerns is None else _NOT_APPLICABLE), None
    if attested is None:
        return Outcome.NEEDS_JUDGEMENT, None
    return (Outcome.MET if attested.holds else Outcome.NOT_MET), attested


def _missing(asked: Asked, state: Sequence[Any], path: str) -> tuple[Missing, ...]:
    """Return the facts of the closure that are unknown, and where they would be given."""
    found: list[Missing] = []
    alone = state[_CONSORTIUM] is None
    for step, slot in asked.closed:
        value = state[slot]
        if value is None:
            reads = step.reads_alone if alone else step.reads
            found += [
                Missing(one.fact, one.path.format(path)) if "{" in one.path else one
                for one in reads
            ]
        elif isinstance(value, Evidence):
            found += [Missing(step.fact.name, where.format(path)) for where in value.missing]
    return tuple(found)
