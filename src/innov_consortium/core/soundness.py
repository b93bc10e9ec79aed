"""Whether a policy is well made, and whether a case speaks of things the policy knows."""

from __future__ import annotations

import enum
import itertools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from innov_consortium.core.attestations import Attestation, Departure, Interpretation
from innov_consortium.core.case import Case, Dossier, Surroundings
from innov_consortium.core.changes import ChangeReported
from innov_consortium.core.clauses import Clause, Fact, Force, Judgement
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Corrected, Event, Filed
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.organizations import MemberKey
from innov_consortium.core.plan import ENTITIES, closure
from innov_consortium.core.procedure import procedure_faults
from innov_consortium.core.text import suggestion
from innov_consortium.errors import Fault, FaultKind

if TYPE_CHECKING:
    from innov_consortium.core.policy import Policy

__all__ = ["case_faults", "interpretation_faults", "policy_faults"]


def policy_faults(policy: Policy) -> list[str]:
    """Return everything wrong with a policy: unknown names, unknown provisions, doubles."""
    return [
        *_doubles(policy),
        *_unknown_names(policy),
        *_unknown_provisions(policy),
        *_unknown_items(policy),
        *_settled(policy),
        *_inquiries(policy),
        *procedure_faults(policy),
    ]


def _doubles(policy: Policy) -> Iterator[str]:
    settings = [n.name for n in numbers_of(policy.numbers)] + [c.name for c in policy.readings]
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
    settings = {n.name for n in numbers_of(policy.numbers)} | {c.name for c in policy.readings}
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
    cited = [(n.provision, n.name) for n in numbers_of(policy.numbers)]
    cited += [(n.provision, n.name) for n in _norms(policy)]
    cited += [(p, c.name) for c in policy.readings for p in c.question.provisions]
    cited += [(p, "a special case") for p in policy.special_grounds]
    for provision, name in cited:
        if provision not in policy.ledger:
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
    facts = {f.name: f for f in policy.facts}
    for norm, _ in policy.in_time.inquiry.norms:
        needs = {*norm.needs, *(n for f in closure(norm.needs, facts) for n in facts[f].needs)}
        for name in sorted(needs & set(ENTITIES) - {"day", "published_on"}):
            yield f"{norm.name} says when the text is in force and cannot rest on {name}"


def case_faults(policy: Policy, case: Surroundings) -> list[Fault]:
    """Return what a case says about things the policy does not know, or cannot use."""
    return [
        *_each("attestations", case.attestations, lambda a: _attestation(policy, a)),
        *_each("departures", case.departures, lambda d: _departure(policy, d)),
        *_units(policy, case),
        *_special_case(policy, case),
        *_strange_words(policy, case),
    ]


def interpretation_faults(policy: Policy, case: Surroundings) -> list[Fault]:
    """Return what official interpretations say about readings the policy does not have."""
    judged = _each("interpretations", case.interpretations, lambda i: _interpretation(policy, i))
    return list(judged)


def _each(name: str, values: Iterable[Any], judge: Any) -> Iterator[Fault]:
    for n, value in enumerate(values):
        for fault in judge(value):
            yield fault.under(f"{name}[{n}]")


def _attestation(policy: Policy, one: Attestation) -> Iterator[Fault]:
    attestable = policy.attestable
    if one.what not in attestable:
        yield Fault(
            FaultKind.INVALID_VALUE,
            "what",
            f"{one.what!r} 不是可由机关认定的事项{suggestion(one.what, attestable)[0]}",
            f"{one.what!r} is nothing a body attests here{suggestion(one.what, attestable)[1]}",
        )
        return
    options = attestable[one.what]
    if issubclass(options, enum.Enum):
        allowed = [str(o.value) for o in options]
        if one.value not in allowed:
            yield Fault(
                FaultKind.INVALID_VALUE,
                "value",
                f"{one.value!r} 不在可选项之内：{'、'.join(allowed)}",
                f"{one.value!r} is not one of {', '.join(allowed)}",
            )
    elif one.value is not None:
        yield Fault(
            FaultKind.INCONSISTENT,
            "value",
            "此项只有“是否成立”，请用 holds",
            "this either holds or does not; use holds",
        )


def _departure(policy: Policy, one: Departure) -> Iterator[Fault]:
    if one.provision not in policy.ledger:
        yield _no_provision("provision", one.provision, policy)
    elif one.provision not in policy.in_principle | policy.by_default.in_principle:
        yield Fault(
            FaultKind.INCONSISTENT,
            "provision",
            f"{one.provision} 没有“原则上”，不能作例外决定",
            f"{one.provision} has no 原则上; no departure from it can be accepted",
        )


def _interpretation(policy: Policy, one: Interpretation) -> Iterator[Fault]:
    questions = {c.name: c.question for c in policy.readings}
    if one.reading not in questions:
        yield Fault(
            FaultKind.INVALID_VALUE,
            "reading",
            f"没有名为 {one.reading!r} 的解释问题{suggestion(one.reading, questions)[0]}",
            f"there is no reading {one.reading!r}{suggestion(one.reading, questions)[1]}",
        )
        return
    options = [o.option for o in questions[one.reading].options]
    if one.option not in options:
        yield Fault(
            FaultKind.INVALID_VALUE,
            "option",
            f"{one.option!r} 不在可选项之内：{'、'.join(options)}",
            f"{one.option!r} is not one of {', '.join(options)}",
        )
    if one.by not in policy.interpreting_bodies:
        bodies = policy.interpreting_bodies
        yield Fault(
            FaultKind.INCONSISTENT,
            "by",
            f"{one.by} 不是解释主体；有权解释的是：{'、'.join(bodies)}",
            f"{one.by} does not interpret this text; those who do: {', '.join(bodies)}",
        )


def _events(case: Surroundings) -> tuple[Event, ...]:
    return case.history.events if isinstance(case, Dossier) else ()


def _told(case: Surroundings) -> Iterator[tuple[str, Event]]:
    """Return every event, and what a correction puts in the place of one, each with its path."""
    for n, event in enumerate(_events(case)):
        yield f"events[{n}]", event
        if isinstance(event, Corrected) and event.instead is not None:
            yield f"events[{n}].instead", event.instead


def _applications(case: Surroundings) -> Iterator[tuple[str, Application]]:
    """Return every application a case speaks of, each with its path."""
    if isinstance(case, Case):
        yield "application", case.application
    for where, event in _told(case):
        if isinstance(event, Filed) and event.application is not None:
            yield f"{where}.application", event.application


def _members(case: Surroundings) -> frozenset[MemberKey] | None:
    """Return everybody who is or was a member; ``None`` where no application is known."""
    members = {unit.key for _, application in _applications(case) for unit in application.members}
    joining = (e.joining for _, e in _told(case) if isinstance(e, ChangeReported))
    joined = {unit.key for unit in joining if unit is not None}
    return frozenset(members | joined) if members else None


def _units(policy: Policy, case: Surroundings) -> Iterator[Fault]:
    members = _members(case)
    about = [(f"attestations[{n}]", a.what, a.unit) for n, a in enumerate(case.attestations)]
    about += [(f"departures[{n}]", d.provision, d.unit) for n, d in enumerate(case.departures)]
    for path, what, unit in about:
        if unit is None:
            continue
        if members is not None and unit not in members:
            yield Fault(
                FaultKind.INCONSISTENT,
                f"{path}.unit",
                f"{unit.id} 不是成员单位",
                f"{unit.id} is not a member",
            )
        elif what not in policy.about_members:
            yield Fault(
                FaultKind.INCONSISTENT,
                f"{path}.unit",
                f"{what} 不是逐个单位认定的；请删去 unit",
                f"{what} is not established member by member; leave the unit out",
            )


def _special_case(policy: Policy, case: Surroundings) -> Iterator[Fault]:
    special = case.special_case
    if special is not None and special.ground not in policy.special_grounds:
        grounds = policy.special_grounds
        yield Fault(
            FaultKind.INVALID_VALUE,
            "special_case.ground",
            f"{special.ground!r} 不是特殊情况的依据；可选：{'、'.join(grounds) or '无'}",
            f"{special.ground!r} is no ground of a special case; there are: "
            f"{', '.join(grounds) or 'none'}",
        )


def _strange_words(policy: Policy, case: Surroundings) -> Iterator[Fault]:
    for where, application in _applications(case):
        used = _words_used(application)
        for path, listed in policy.vocabulary:
            for word in sorted(used.get(path, frozenset())):
                if word not in listed and not word.startswith(_OTHER):
                    yield _strange_word(f"{where}.{path}", word, listed)
    listed = dict(policy.vocabulary).get("documents", ())
    for where, event in _told(case):
        for word in sorted((isinstance(event, Filed) and event.documents) or ()):
            if word not in listed and not word.startswith(_OTHER):
                yield _strange_word(f"{where}.documents", word, listed)


def _strange_word(path: str, word: str, listed: tuple[str, ...]) -> Fault:
    zh, en = suggestion(word, listed)
    return Fault(
        FaultKind.INVALID_VALUE,
        path,
        f"{word!r} 不是所列的词{zh}；可用：{'、'.join(listed)}；所列之外的写作 {_OTHER + word!r}",
        f"{word!r} is not a word listed{en}; there are {', '.join(listed)}; "
        f"what is not listed is written {_OTHER + word!r}",
    )


_OTHER = "other:"


def _words_used(application: Application) -> dict[str, frozenset[str]]:
    agreement, governance = application.agreement, application.governance
    organs = governance.organs if governance is not None else None
    used = {
        "lists": application.lists,
        "cooperation": application.cooperation,
        "agreement.heads": agreement.heads if agreement is not None else None,
        "governance.organs": frozenset(o.function for o in organs or ()),
    }
    return {path: words or frozenset() for path, words in used.items()}


def _no_provision(path: str, provision: str, policy: Policy) -> Fault:
    return Fault(
        FaultKind.INVALID_VALUE,
        path,
        f"没有条文 {provision!r}{suggestion(provision, policy.ledger)[0]}",
        f"there is no provision {provision!r}{suggestion(provision, policy.ledger)[1]}",
    )
