"""Where a fact, a figure or a reading comes from, and everything that rests on it."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from attrs import frozen

from innov_consortium.core.clauses import Clause, Fact, Force, Items, Judgement
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.plan import ENTITIES, closure
from innov_consortium.core.text import suggestion
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

if TYPE_CHECKING:
    from innov_consortium.core.policy import Policy

__all__ = ["Resting", "Trace", "trace"]

#: What a policy derives for a use of its own, by the field that names the fact.
_USES = ("engagements", "parties", "bars", "evaluated", "turns")


@frozen
class Resting:
    """Something that rests on a fact, a figure or a reading.

    Args:
        kind: ``inquiry``, ``step``, ``duty``, or ``policy`` for a use of the policy as a whole.
        of: The name of that.
        provision: The provision; empty for a use of the policy as a whole.
        name: The name of the norm; of a duty or a use, its own.
    """

    kind: str
    of: str
    provision: str
    name: str


@frozen(kw_only=True)
class Trace:
    """Where something a policy computes with comes from, and what rests on it.

    Args:
        name: Its name.
        kind: ``fact``, ``item``, ``number``, ``reading`` or ``entity`` (what a host supplies).
        where: Module and line; of a figure or a reading the module and its name.
        says: The first line of its documentation, or what a figure or a reading is.
        provisions: The provisions that state it or whose wording it is about.
        reads: Paths into the input it reads.
        needs: The facts and entities it is derived from.
        settings: The figures and readings it is derived by.
        used_by: The facts and sorts of items derived from it directly.
        resting: Every norm, duty and use that rests on it, directly or not, in the order of the
            policy's inquiries, steps and duties.
    """

    name: str
    kind: str
    where: str = ""
    says: str = ""
    provisions: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    used_by: tuple[str, ...] = ()
    resting: tuple[Resting, ...] = ()


def trace(policy: Policy, name: str) -> Trace:
    """Return where something of a policy comes from, and what rests on it.

    Args:
        policy: The policy.
        name: The name of a fact, a sort of items, a figure, a reading, or of an entity such as
            ``application``.

    Raises:
        InvalidInputError: The policy has nothing of that name.
    """
    functions: dict[str, Fact[..., Any] | Items[..., Any]] = {f.name: f for f in policy.facts}
    functions |= {i.name: i for i in policy.items}
    used_by = tuple(f.name for f in functions.values() if name in (*f.needs, *f.settings))
    resting = tuple(_resting(policy, name))
    if name in functions:
        one = functions[name]
        return Trace(
            name=name,
            kind="fact" if isinstance(one, Fact) else "item",
            where=one.where,
            says=_first_line(one),
            reads=one.reads if isinstance(one, Fact) else (),
            needs=one.needs,
            settings=one.settings,
            used_by=used_by,
            resting=resting,
        )
    for known in (*_numbers(policy), *_readings(policy), *_entities()):
        if known.name == name:
            return Trace(
                name=name,
                kind=known.kind,
                where=known.where,
                says=known.says,
                provisions=known.provisions,
                used_by=used_by,
                resting=resting,
            )
    there = [*functions, *(k.name for k in (*_numbers(policy), *_readings(policy))), *ENTITIES]
    zh, en = suggestion(name, there)
    zh = f"没有名为 {name!r} 的事实、数字或解释{zh}"
    en = f"there is no fact, figure or reading {name!r}{en}"
    raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, "fact", zh, en)])


def _first_line(function: Fact[..., Any] | Items[..., Any]) -> str:
    return (inspect.getdoc(function) or "").partition("\n")[0]


def _numbers(policy: Policy) -> Iterator[Trace]:
    sort = type(policy.numbers)
    for n in numbers_of(policy.numbers):
        where = f"{sort.__module__}:{sort.__qualname__}.{n.name}"
        said = f"{n.value} {n.unit}".rstrip()
        yield Trace(name=n.name, kind="number", where=where, says=said, provisions=(n.provision,))


def _readings(policy: Policy) -> Iterator[Trace]:
    for choice in policy.readings:
        options = choice.question.options
        yield Trace(
            name=choice.name,
            kind="reading",
            where=f"{options.__module__}:{options.__qualname__}",
            says=f"{choice.question.entry} {inspect.getdoc(options) or ''}",
            provisions=choice.question.provisions,
        )


def _entities() -> Iterator[Trace]:
    for name in ENTITIES:
        yield Trace(name=name, kind="entity")


def _resting(policy: Policy, name: str) -> Iterator[Resting]:
    for inquiry in (*policy.inquiries, policy.in_time.inquiry):
        norms = dict.fromkeys([*(n for n, _ in inquiry.norms), *inquiry.afterwards])
        yield from _norms(policy, name, "inquiry", inquiry.name, norms)
    if policy.in_time.pending is not None:
        yield from _norms(policy, name, "inquiry", "in_force", (policy.in_time.pending,))
    for step in policy.steps:
        special = () if step.special is None else (step.special,)
        norms = dict.fromkeys((*step.guards, *step.notes, *special))
        yield from _norms(policy, name, "step", step.name, norms)
    for duty in policy.duties:
        if duty.occasions is not None and name in _behind(policy, (duty.occasions,)):
            yield Resting("duty", duty.name, duty.provision, duty.name)
    for use in _USES:
        fact = getattr(policy, use)
        if fact is not None and name in _behind(policy, (fact,)):
            yield Resting("policy", use, "", fact)


def _norms(
    policy: Policy, name: str, kind: str, of: str, norms: Iterable[Clause[...] | Judgement]
) -> Iterator[Resting]:
    for norm in norms:
        if name in _behind_norm(policy, norm):
            yield Resting(kind, of, norm.provision, norm.name)


def _behind_norm(policy: Policy, norm: Clause[...] | Judgement) -> frozenset[str]:
    """Return the names of all that a norm rests on: facts, items, entities, figures, readings."""
    key = ("behind", norm)
    if key not in policy.memo:
        own: set[str] = set() if norm.each is None else {norm.each}
        if isinstance(norm, Clause):
            own.update(norm.settings)
            for function in (norm.force, norm.displaces):
                if function is not None and not isinstance(function, Force):
                    own.update(Fact(function).settings)
        source = [i for i in policy.items if i.name == norm.each]
        own.update(s for i in source for s in i.settings)
        needs = (*norm.needs, *(n for i in source for n in i.needs))
        policy.memo[key] = frozenset(own | _behind(policy, needs))
    behind: frozenset[str] = policy.memo[key]
    return behind


def _behind(policy: Policy, needs: Iterable[str]) -> frozenset[str]:
    key = ("behind", needs := tuple(needs))
    if key not in policy.memo:
        facts = {f.name: f for f in policy.facts}
        found = set(needs)
        for name in closure(needs, facts):
            found.update((name, *facts[name].needs, *facts[name].settings))
        policy.memo[key] = frozenset(found)
    behind: frozenset[str] = policy.memo[key]
    return behind
