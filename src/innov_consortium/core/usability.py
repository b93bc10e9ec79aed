"""Whether a case or a history speaks only of what a policy knows, and can be used."""

from __future__ import annotations

import enum
import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from innov_consortium.core.attestations import Attestation, Departure, Interpretation
from innov_consortium.core.case import Case, Dossier, Surroundings
from innov_consortium.core.changes import ChangeEvent
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import (
    Corrected,
    Ended,
    EvaluationEvent,
    Event,
    Filed,
    ProjectEvent,
)
from innov_consortium.core.organizations import MemberKey, colleges_of, no_member
from innov_consortium.core.text import suggestion
from innov_consortium.core.wordlists import strange_words
from innov_consortium.errors import Fault, FaultKind

if TYPE_CHECKING:
    from innov_consortium.core.policy import Policy

__all__ = ["case_faults", "interpretation_faults"]


def case_faults(policy: Policy, case: Surroundings, elsewhere: Iterable[Event] = ()) -> list[Fault]:
    """Return what a case says about things the policy does not know, or cannot use.

    Args:
        policy: The policy.
        case: What is given.
        elsewhere: Events that are known from elsewhere, whose changes attestations may be about.
    """
    told = tuple(_told(case))
    applications = tuple(_applications(case, told))
    return [
        *_each("attestations", case.attestations, lambda a: _attestation(policy, a)),
        *_each("departures", case.departures, lambda d: _departure(policy, d)),
        *_joint_leads(policy, applications),
        *_units(policy, case, applications, told),
        *_items(policy, case, told, elsewhere),
        *_grounds(policy, told),
        *_special_case(policy, case),
        *strange_words(policy.vocabulary, applications, told, case.record),
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
        allowed = _words_of(options)
        if one.value is None:
            yield Fault(
                FaultKind.INVALID_VALUE,
                "value",
                f"须写明 value，可选：{'、'.join(allowed)}",
                f"needs a value, one of {', '.join(allowed)}",
            )
        elif one.value not in allowed:
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


@functools.lru_cache(maxsize=256)
def _words_of(options: type[enum.Enum]) -> tuple[str, ...]:
    """Return the words of a choice; each is looked up in Python, so they are kept at hand."""
    return tuple(str(option.value) for option in options)


def _departure(policy: Policy, one: Departure) -> Iterator[Fault]:
    if one.provision not in policy.provisions:
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
            f"{one.by} 不是解释主体；有权解释的是：{'、'.join(bodies) or '无'}",
            f"{one.by} does not interpret this text; those who do: {', '.join(bodies) or 'none'}",
        )


def _events(case: Surroundings) -> tuple[Event, ...]:
    return case.history.events if isinstance(case, Dossier) else ()


_Told = tuple[tuple[str, Event], ...]
_Applications = tuple[tuple[str, Application], ...]


def _told(case: Surroundings) -> Iterator[tuple[str, Event]]:
    """Return every event, and what a correction puts in the place of one, each with its path."""
    for n, event in enumerate(_events(case)):
        yield f"events[{n}]", event
        if isinstance(event, Corrected) and event.instead is not None:
            yield f"events[{n}].instead", event.instead


def _applications(case: Surroundings, told: _Told) -> Iterator[tuple[str, Application]]:
    """Return every application a case speaks of, each with its path."""
    if isinstance(case, Case):
        yield "application", case.application
    for where, event in told:
        if isinstance(event, Filed) and event.application is not None:
            yield f"{where}.application", event.application


def _members(applications: _Applications, told: _Told) -> frozenset[MemberKey] | None:
    """Return everybody who is or was a member; ``None`` where no application is known."""
    members = {unit.key for _, application in applications for unit in application.members}
    joining = (e.joining for _, e in told if isinstance(e, ChangeEvent))
    joined = {unit.key for unit in joining if unit is not None}
    return frozenset(members | joined) if members else None


def _joint_leads(policy: Policy, applications: _Applications) -> Iterator[Fault]:
    """Return applications of several leads where the text knows one: it says nothing of others."""
    for where, application in applications:
        if application.co_leads and not policy.joint_leads:
            yield Fault(
                FaultKind.INVALID_VALUE,
                f"{where}.co_leads",
                "本文本只有一个牵头单位，没有共同牵头；请删去，或按规定了共同牵头的文本询问",
                "this text knows one lead and no joint ones; leave it out, or ask a text that does",
            )


def _units(
    policy: Policy, case: Surroundings, applications: _Applications, told: _Told
) -> Iterator[Fault]:
    attested, departed = enumerate(case.attestations), enumerate(case.departures)
    about = [(f"attestations[{n}]", a.what, a.unit) for n, a in attested if a.unit is not None]
    about += [(f"departures[{n}]", d.provision, d.unit) for n, d in departed if d.unit is not None]
    members = _members(applications, told) if about else None
    colleges = colleges_of(members or ())
    for path, what, unit in about:
        if members is not None and unit not in members:
            yield Fault(
                FaultKind.INCONSISTENT,
                f"{path}.unit",
                *no_member(unit, colleges),
            )
        elif what not in policy.about_members:
            yield Fault(
                FaultKind.INCONSISTENT,
                f"{path}.unit",
                f"{what} 不是逐个单位认定的；请删去 unit",
                f"{what} is not established member by member; leave the unit out",
            )


def _items(
    policy: Policy, case: Surroundings, told: _Told, elsewhere: Iterable[Event]
) -> Iterator[Fault]:
    """Return attestations about something that is neither a provision nor in the history."""
    every = enumerate(case.attestations)
    about = [(n, one, one.item) for n, one in every if one.item is not None]
    if not about:
        return
    events = [*elsewhere, *(event for _, event in told)]
    known = dict.fromkeys([*(of for e in events if (of := _id_of(e)) is not None), *policy.ledger])
    for n, one, item in about:
        if item not in known and not _run_through(events, one):
            zh, en = suggestion(item, known)
            yield Fault(
                FaultKind.INVALID_VALUE,
                f"attestations[{n}].item",
                f"{item!r} 不是变更、项目的编号，不是所评价的或历史经过的年度，也不是条文{zh}",
                f"{item!r} is neither the id of a change or a project, nor a year that was "
                f"evaluated or that the history runs through, nor a provision{en}",
            )


def _run_through(told: Iterable[Event], one: Attestation) -> bool:
    """Return whether an attestation is about a year in which a history had begun by its day."""
    first = min((event.on.year for event in told), default=one.on.year + 1)
    return one.item in {str(year) for year in range(first, one.on.year + 1)}


def _id_of(event: Event) -> str | None:
    """Return what an attestation names that is about the matter of an event; ``None`` if none."""
    if isinstance(event, ChangeEvent):
        return event.change
    if isinstance(event, ProjectEvent):
        return event.project
    return str(event.of_year) if isinstance(event, EvaluationEvent) else None


def _grounds(policy: Policy, told: _Told) -> Iterator[Fault]:
    for where, event in told:
        for n, ground in enumerate((isinstance(event, Ended) and event.grounds) or ()):
            if ground not in policy.ledger:
                yield _no_provision(f"{where}.grounds[{n}]", ground, policy)


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


def _no_provision(path: str, provision: str, policy: Policy) -> Fault:
    return Fault(
        FaultKind.INVALID_VALUE,
        path,
        f"没有条文 {provision!r}{suggestion(provision, policy.provisions)[0]}",
        f"there is no provision {provision!r}{suggestion(provision, policy.provisions)[1]}",
    )
