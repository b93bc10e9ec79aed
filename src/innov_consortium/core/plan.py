"""The closure of an inquiry, laid out once: which facts to derive, in which order, for which norms.

A plan is made when a policy is first asked something. It binds the policy's numbers and readings to
the functions that name them; :mod:`innov_consortium.core.asking` walks it for each case.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeAlias

from attrs import field, frozen

from innov_consortium.core.clauses import Clause, Fact, Force, Items, Judgement
from innov_consortium.core.report import Missing, Norm
from innov_consortium.errors import MalformedPolicyError

__all__ = [
    "ENTITIES",
    "Asked",
    "Derivation",
    "Group",
    "Plan",
    "Settings",
    "closure",
    "force_of",
    "make_plan",
]

#: What facts may be derived from, besides other facts and the item they are asked for.
ENTITIES = (
    "application",
    "register",
    "attested",
    "special_case",
    "listings",
    "day",
    "published_on",
    "consortium",
    "act",
    "record",
    "calendar",
    "cycle_from",
    "grounds",
)


@frozen
class Settings:
    """A policy's numbers and readings by name, as functions are given them."""

    values: Mapping[str, Any]

    def bind(self, function: Callable[..., Any], names: Iterable[str]) -> Callable[..., Any]:
        """Return ``function`` with the numbers and readings it names filled in."""
        named = {name: self.values[name] for name in names}
        return functools.partial(function, **named) if named else function


#: The path of what happened, of which an application by itself tells nothing.
_EVENTS = "events["


#: Returns what stands in some slots, in their order.
_Take: TypeAlias = Callable[[Sequence[Any]], tuple[Any, ...]]


def _taking(slots: tuple[int, ...]) -> _Take:
    """Return what takes out of a state what stands in some slots; made once, called often."""
    if not slots:
        return lambda _: ()
    if len(slots) == 1:
        (only,) = slots
        return lambda state: (state[only],)
    return itemgetter(*slots)


@frozen(eq=False)
class Derivation:
    """A fact to derive, and the slots its parts stand in.

    Args:
        fact: The fact.
        function: What derives it.
        slots: Where its parts stand.
        take: Takes them out of a state.
        reads: What is missing where it is not known, ``{}`` standing for the path of an item.
        reads_alone: The same of an application that is asked about by itself: of that, events tell
            nothing and lack nothing.
    """

    fact: Fact[..., Any]
    function: Callable[..., Any]
    slots: tuple[int, ...]
    take: _Take = field(init=False)
    reads: tuple[Missing, ...] = field(init=False)
    reads_alone: tuple[Missing, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        reads = tuple(Missing(self.fact.name, path) for path in self.fact.reads)
        alone = tuple(one for one in reads if not one.path.startswith(_EVENTS))
        object.__setattr__(self, "take", _taking(self.slots))
        object.__setattr__(self, "reads", reads)
        object.__setattr__(self, "reads_alone", alone)


@frozen(eq=False)
class Asked:
    """A norm to ask.

    Args:
        norm: The norm.
        function: Its comparison; ``None`` for a judgement.
        slots: Where the facts it compares stand.
        take: Takes them out of a state.
        closed: Every fact of its closure and where it stands.
        attested: Whether an attestation answers it where it is left open.
        attested_by: The names of those whose word alone does; empty for anybody's.
    """

    norm: Norm
    function: Callable[..., Any] | None
    slots: tuple[int, ...]
    closed: tuple[tuple[Derivation, int], ...]
    attested: bool
    attested_by: tuple[str, ...] = ()
    take: _Take = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "take", _taking(self.slots))


@frozen(eq=False)
class Group:
    """The norms asked of each of one sort of item, and the facts derived for it."""

    items: Items[..., Any]
    function: Callable[..., Any]
    slots: tuple[int, ...]
    steps: tuple[Derivation, ...]
    asked: tuple[Asked, ...]


@frozen(eq=False)
class Plan:
    """The closure of an inquiry.

    Args:
        steps: The facts of the whole case, each after what it needs.
        asked: The norms asked of the whole case; those that displace others first.
        groups: The norms asked of each item.
    """

    steps: tuple[Derivation, ...]
    asked: tuple[Asked, ...]
    groups: tuple[Group, ...]

    @property
    def norms(self) -> tuple[Norm, ...]:
        """Every norm asked, in the order of the law."""
        every = [*self.asked, *(a for g in self.groups for a in g.asked)]
        return tuple(a.norm for a in sorted(every, key=lambda a: a.norm.rank))


def closure(needs: Iterable[str], facts: Mapping[str, Fact[..., Any]]) -> tuple[str, ...]:
    """Return the names of the facts needed, directly or not, each after what it needs.

    Raises:
        MalformedPolicyError: Facts need one another in a circle.
    """
    ordered: dict[str, None] = {}

    def visit(name: str, path: tuple[str, ...]) -> None:
        if name in path:
            msg = f"facts need one another in a circle: {' → '.join((*path, name))}"
            raise MalformedPolicyError(msg)
        if name in facts and name not in ordered:
            for parent in facts[name].needs:
                visit(parent, (*path, name))
            ordered[name] = None

    for name in needs:
        visit(name, ())
    return tuple(ordered)


def force_of(norm: Clause[...] | Judgement, settings: Settings) -> Force:
    """Return how strongly a norm binds under the readings chosen."""
    if isinstance(norm, Judgement):
        return Force.JUDGEMENT
    if isinstance(norm.force, Force):
        return norm.force
    force: Force = settings.bind(norm.force, Fact(norm.force).settings)()
    return force


@frozen
class _Layout:
    """Where facts stand, while a plan is made."""

    facts: Mapping[str, Fact[..., Any]]
    items: Mapping[str, Items[..., Any]]
    settings: Settings
    describe: Callable[[Clause[...] | Judgement, bool, tuple[str, ...]], Norm]
    place: dict[str, int] = field(factory=dict)
    steps: dict[str, Derivation] = field(factory=dict)

    def lay(self, names: Iterable[str]) -> tuple[Derivation, ...]:
        """Give each fact the next free slot, and return the steps that fill them."""
        laid = []
        for name in names:
            one = self.facts[name]
            function = self.settings.bind(one.function, one.settings)
            step = Derivation(one, function, tuple(self.place[n] for n in one.needs))
            self.place[name] = len(self.place)
            self.steps[name] = step
            laid.append(step)
        return tuple(laid)

    def ask(self, norm: Clause[...] | Judgement, *, combines: bool) -> Asked:
        """Return a norm with the slots of what it compares and of its closure.

        What a norm rests on includes what its items are found by.
        """
        closed = closure(norm.needs, self.facts)
        source = None if norm.each is None else self.items[norm.each]
        rested = closure((*norm.needs, *(source.needs if source else ())), self.facts)
        function = None
        if isinstance(norm, Clause):
            function = self.settings.bind(norm.function, norm.settings)
        return Asked(
            self.describe(norm, combines, rested),
            function,
            tuple(self.place[n] for n in norm.needs),
            tuple((self.steps[n], self.place[n]) for n in closed),
            isinstance(norm, Judgement) or bool(norm.attested),
            _bodies(norm),
        )

    def inner(self, item: str) -> _Layout:
        """Return a layout for the facts of one item, on top of this one."""
        place = {**self.place, item: len(self.place)}
        return _Layout(
            self.facts, self.items, self.settings, self.describe, place, dict(self.steps)
        )


def _bodies(norm: Clause[...] | Judgement) -> tuple[str, ...]:
    """Return the names of those whose word alone answers a norm; empty for anybody's."""
    attested = norm.attested if isinstance(norm, Clause) else ()
    return attested if isinstance(attested, tuple) else ()


def make_plan(
    norms: Iterable[tuple[Clause[...] | Judgement, bool]],
    *,
    facts: Mapping[str, Fact[..., Any]],
    items: Mapping[str, Items[..., Any]],
    settings: Settings,
    describe: Callable[[Clause[...] | Judgement, bool, tuple[str, ...]], Norm],
    also: Iterable[str] = (),
) -> Plan:
    """Lay out what an inquiry asks; a mere encouragement is not asked.

    Args:
        norms: The clauses and judgements, each with whether it enters the answer.
        facts: The policy's facts by name.
        items: The policy's sorts of items by name.
        settings: Its numbers and readings.
        describe: Makes a norm from a clause and the facts of its closure.
        also: Facts of the whole case that are wanted beside what the norms need.
    """
    norms = [(n, c) for n, c in norms if force_of(n, settings) is not Force.ENCOURAGEMENT]
    sorts = [s for s in items if any(n.each == s for n, _ in norms)]
    needs = [name for n, _ in norms for name in n.needs]
    needs += [name for s in sorts for name in items[s].needs]
    needs += also
    wanted = closure(needs, facts)
    place = {name: n for n, name in enumerate(ENTITIES)}
    layout = _Layout(facts, items, settings, describe, place)
    steps = layout.lay(f for f in wanted if facts[f].each is None)
    single = [layout.ask(n, combines=c) for n, c in norms if n.each is None]
    single.sort(key=lambda a: not a.norm.displaces)
    groups = []
    for sort in sorts:
        inner = layout.inner(sort)
        source = items[sort]
        own = inner.lay(f for f in wanted if facts[f].each == sort)
        groups.append(
            Group(
                source,
                settings.bind(source.function, source.settings),
                tuple(place[n] for n in source.needs),
                own,
                tuple(inner.ask(n, combines=c) for n, c in norms if n.each == sort),
            )
        )
    return Plan(steps, tuple(single), tuple(groups))
