"""What a package defines is what its policy holds: nothing forgotten and nothing idle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from innov_consortium.core.clauses import Clause, Fact, Items
from innov_consortium.core.plan import closure
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Choice
from innov_consortium.testing.kit.looking import Looked, place_of
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["look_at_names"]

_SAID = {
    Clause: ("规则", "clause"),
    Fact: ("事实", "fact"),
    Items: ("对象", "sort of items"),
}


def look_at_names(subject: Subject) -> Looked:
    """Look at every clause, fact and sort of items of the package, and at those of the policy."""
    policy = subject.policy
    held = {id(one) for one in (*subject.functions,)}
    editions = [p for p in subject.editions if p is not policy]
    for other in editions:
        held |= {id(one) for one in (*other.facts, *other.items, *other.every_norm)}
    defined = dict(_defined(subject))
    found = [f for one, name in defined.values() if id(one) not in held for f in _lost(one, name)]
    found += _unread(subject, policy, editions)
    found += _idle(policy)
    return Looked(len(defined), found)


def _defined(subject: Subject) -> Iterator[tuple[int, tuple[Any, str]]]:
    """Yield what the modules of the package define, by its identity."""
    for module in () if subject.package is None else subject.package.modules:
        for name, value in vars(module.loaded).items() if module.loaded else ():
            if isinstance(value, Clause | Fact | Items) and value.__module__ == module.name:
                yield id(value), (value, name)


def _lost(one: Any, name: str) -> Iterator[Found]:
    zh, en = _SAID[type(one)]
    about = (one.provision,) if isinstance(one, Clause) else ()
    yield Found(
        f"{name}:registered",
        f"{zh} {name} 写了却不在政策里；请列入清单（FACTS、ITEMS、询问或步骤），或者删去",
        f"the {en} {name} is written and no part of the policy; list it, or leave it out",
        place_of(one),
        about,
    )


def _unread(subject: Subject, policy: Policy, editions: list[Policy]) -> Iterator[Found]:
    """Yield the readings that are declared and not handed to the policy."""
    held = {id(c.question) for p in (policy, *editions) for c in p.readings}
    seen: set[int] = set()
    for module in () if subject.package is None else subject.package.modules:
        for name, value in vars(module.loaded).items() if module.loaded else ():
            several = value if isinstance(value, tuple) else (value,)
            for choice in (c for c in several if isinstance(c, Choice)):
                if id(choice.question) in held or id(choice.question) in seen:
                    continue
                seen.add(id(choice.question))
                zh = f"解释 {choice.name} 写了却不在政策的 readings 里；请列入，或者删去"
                en = f"the reading {choice.name} is declared ({name}) and no part of the policy"
                yield Found(f"{choice.name}:registered", zh, en, f"{module.short}.py")


def _idle(policy: Policy) -> Iterator[Found]:
    """Yield the facts and sorts of items nothing asks for."""
    facts = {f.name: f for f in policy.facts}
    items = {i.name: i for i in policy.items}
    afterwards = [n for i in policy.inquiries for n in i.afterwards]
    norms = [*policy.every_norm, *afterwards]
    wanted = [need for norm in norms for need in norm.needs]
    wanted += [d.occasions for d in policy.duties if d.occasions]
    uses = (policy.engagements, policy.parties, policy.bars, policy.evaluated, policy.turns)
    wanted += [u for u in uses if u]
    each = {n.each for n in norms if n.each}
    wanted += [need for name in each if name in items for need in items[name].needs]
    reached = set(closure(wanted, facts))
    each |= {held for name in reached if (held := facts[name].each)}
    for fact in policy.facts:
        if fact.name not in reached and fact.attested is None:
            zh = f"没有规则、职责用到事实 {fact.name}；请用它，或者删去"
            en = f"nothing asks for the fact {fact.name}; use it or leave it out"
            yield Found(f"{fact.name}:unused", zh, en, place_of(fact))
    for one in policy.items:
        if one.name not in each:
            zh = f"没有规则逐个问到 {one.name}；请用它，或者删去"
            en = f"nothing is asked of each {one.name}; use it or leave it out"
            yield Found(f"{one.name}:unused", zh, en, place_of(one))
