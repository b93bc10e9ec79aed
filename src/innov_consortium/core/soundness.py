"""Whether a policy is well made."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from innov_consortium.core.clauses import Clause, Fact, Force, Judgement
from innov_consortium.core.inquiries import Coverage
from innov_consortium.core.plan import ENTITIES, closure
from innov_consortium.core.procedure import procedure_faults
from innov_consortium.core.text import suggestion
from innov_consortium.core.wordlists import PLACES

if TYPE_CHECKING:
    from innov_consortium.core.policy import Policy

__all__ = ["policy_faults"]

#: What of a policy is several things.
_SEVERAL = (
    *("aliases", "readings", "facts", "items", "inquiries", "applicants", "approving_bodies"),
    *("interpreting_bodies", "special_grounds", "vocabulary", "steps", "actors", "events"),
    *("duties", "conventions", "additional"),
)


def policy_faults(policy: Policy) -> list[str]:
    """Return everything wrong with a policy: unknown names, unknown provisions, doubles."""
    loose = list(_no_tuples(policy))
    if loose:
        return loose  # nothing else can be asked of it
    return [
        *_doubles(policy),
        *_unknown_names(policy),
        *_unknown_provisions(policy),
        *_unknown_items(policy),
        *_settled(policy),
        *_vocabulary(policy),
        *_inquiries(policy),
        *_in_time(policy),
        *procedure_faults(policy),
    ]


def _no_tuples(policy: Policy) -> Iterator[str]:
    """Judge that what is several things is a tuple, of one as well."""
    for name in _SEVERAL:
        value = getattr(policy, name)
        if not isinstance(value, tuple):
            sort = type(value).__name__
            yield f"{name} must be a tuple, not {sort}; a tuple of one is written (X,)"


def _doubles(policy: Policy) -> Iterator[str]:
    settings = [n.name for n in policy.every_number] + [c.name for c in policy.readings]
    names = [f.name for f in policy.facts] + [i.name for i in policy.items]
    for sort, listed in (("setting", settings), ("fact or item", [*names, *ENTITIES])):
        twice = sorted({n for n in listed if listed.count(n) > 1})
        if twice:
            yield f"{sort} named twice: {', '.join(twice)}"


def _functions(policy: Policy) -> Iterator[Any]:
    yield from policy.facts
    yield from policy.items
    for norm in _norms(policy):
        if isinstance(norm, Clause):
            yield norm
            if not isinstance(norm.force, Force):
                yield Fact(norm.force)
            if norm.displaces is not None:
                yield Fact(norm.displaces)


def _norms(policy: Policy) -> Iterator[Clause[...] | Judgement]:
    yield from policy.every_norm


def _unknown_names(policy: Policy) -> Iterator[str]:
    facts = {f.name for f in policy.facts}
    settings = {n.name for n in policy.every_number} | {c.name for c in policy.readings}
    sorts = {i.name for i in policy.items}
    for function in _functions(policy):
        each = {function.each} if getattr(function, "each", None) in sorts else set()
        known = facts | set(ENTITIES) | each
        for name in function.needs:
            if name not in known:
                meant = suggestion(name, known)[1]
                yield f"{function.where} {function.name}: no fact {name!r}{meant}"
        for name in function.settings:
            if name not in settings:
                yield (
                    f"{function.where} {function.name}: no number or reading "
                    f"{name!r}{suggestion(name, settings)[1]}"
                )


def _unknown_provisions(policy: Policy) -> Iterator[str]:
    cited = [(n.provision, n.name) for n in policy.every_number]
    cited += [(n.provision, n.name) for n in _norms(policy)]
    cited += [(p, c.name) for c in policy.readings for p in c.question.provisions]
    cited += [(p, f"convention {c.entry}") for c in policy.conventions for p in c.provisions]
    cited += [(p, "a special case") for p in policy.special_grounds]
    for provision, name in cited:
        if provision not in policy.provisions:
            yield f"{name} cites {provision!r}, which is not in the ledger"


def _unknown_items(policy: Policy) -> Iterator[str]:
    sorts = {i.name for i in policy.items}
    facts = {f.name: f for f in policy.facts}
    for one in (*policy.facts, *_norms(policy)):
        if one.each is not None and one.each not in sorts:
            yield f"{one.name} is asked of each {one.each!r}{suggestion(one.each, sorts)[1]}"
    resting = [(n.name, n.each, closure(n.needs, facts)) for n in _norms(policy)]
    resting += [(f.name, f.each, f.needs) for f in policy.facts]
    resting += [(i.name, None, i.needs) for i in policy.items]
    for name, each, needs in resting:
        for need in needs:
            if need in facts and facts[need].each not in (None, each):
                yield f"{name} rests on {need}, which is derived for each {facts[need].each}"


def _settled(policy: Policy) -> Iterator[str]:
    """Judge what depends on readings alone: how strongly a norm binds, and what gives way to it."""
    for norm in _norms(policy):
        if isinstance(norm, Judgement):
            continue
        for function in (norm.force, norm.displaces):
            if function is None or isinstance(function, Force) or not Fact(function).needs:
                continue
            facts = ", ".join(Fact(function).needs)
            yield f"{norm.name}: force and displacement depend on readings alone, not on {facts}"
        if norm.displaces is None:
            continue
        if norm.each is not None:
            yield f"{norm.name} is asked of each {norm.each} and cannot displace anything"
        for first, last in _ranges(policy, norm.displaces):
            for provision in (first, last):
                if provision not in policy.ledger:
                    yield f"{norm.name} displaces {provision!r}, which is not in the ledger"


def _vocabulary(policy: Policy) -> Iterator[str]:
    for place, _ in policy.vocabulary:
        if place not in PLACES:
            yield f"vocabulary lists words for {place!r}{suggestion(place, PLACES)[1]}"


def _ranges(policy: Policy, displaces: Any) -> set[tuple[str, str]]:
    """Return every range a clause displaces under some option of the readings it names."""
    names = Fact(displaces).settings
    questions = {c.name: list(c.question.options) for c in policy.readings}
    if Fact(displaces).needs or any(name not in questions for name in names):
        return set()
    options = itertools.product(*[questions[name] for name in names])
    return {r for chosen in options for r in displaces(**dict(zip(names, chosen, strict=True)))}


def _inquiries(policy: Policy) -> Iterator[str]:
    names = [i.name for i in (*policy.inquiries, policy.in_time.inquiry)]
    for name in sorted({n for n in names if names.count(n) > 1}):
        yield f"inquiry named twice, or by a name that is taken: {name}"
    for inquiry in policy.inquiries:
        for norm in inquiry.conditions if inquiry.grounds else ():
            bound = not isinstance(norm, Judgement) and norm.force is not Force.MANDATORY
            if bound or getattr(norm, "displaces", None) is not None:
                yield (
                    f"{norm.name} is a ground of {inquiry.name}: a ground is there or is not, "
                    "it binds nobody in principle and nothing gives way to it"
                )


def _in_time(policy: Policy) -> Iterator[str]:
    facts = {f.name: f for f in policy.facts}
    for norm, _ in policy.in_time.inquiry.norms:
        needs = {*norm.needs, *(n for f in closure(norm.needs, facts) for n in facts[f].needs)}
        for name in sorted(needs & set(ENTITIES) - {"day", "published_on"}):
            yield f"{norm.name} says when the text is in force and cannot rest on {name}"
    if not policy.in_time.end_known:
        if policy.in_time.expiry is not None:
            yield f"{policy.in_time.expiry.name} says when the text ends: then its end is known"
        if policy.coverage is Coverage.COMPLETE:
            yield "a text encoded completely shows when it ends, or that it does not"
