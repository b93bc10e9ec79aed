"""What may happen next, by whom, and if not, why not."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias

from attrs import evolve, frozen

from innov_consortium.core.case import Surroundings
from innov_consortium.core.checking import interpreted
from innov_consortium.core.events import Event
from innov_consortium.core.history import Consortium
from innov_consortium.core.judging import Matter, usable
from innov_consortium.core.known import known_on
from innov_consortium.core.placing import names_of, progress_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Finding, Missing, Report
from innov_consortium.core.sorts import check_sorts
from innov_consortium.core.steps import START, Progress, Step
from innov_consortium.core.text import check_day
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = [
    "Decision",
    "Deferred",
    "Granted",
    "PossibleAct",
    "Refused",
    "Standing",
    "decide",
    "possible_acts",
    "standing_of",
]


class Standing(enum.Enum):
    """How an act stands. It has no truth value: waiting is neither yes nor no.

    What the text has no step for, such as a court's judgment, is *outside*: it is recorded and
    counts, and the text says nothing of whether it is lawful.
    """

    ALLOWED = "allowed"
    REFUSED = "refused"
    WAITING = "waiting"
    OUTSIDE = "outside"

    def __bool__(self) -> bool:
        """Refuse, because what waits is not refused."""
        msg = "a Standing has no truth value; compare it: standing is Standing.ALLOWED"
        raise TypeError(msg)


@frozen
class Granted:
    """The act is lawful on that day.

    Args:
        events: What to record: the act, with its consortium and the edition it was decided under.
        report: What the text makes of it.
    """

    events: tuple[Event, ...]
    report: Report


@frozen
class Refused:
    """The text does not allow the act on that day, or gives no basis for it.

    Args:
        report: What the text makes of it.
        outside: Whether the text has no step at all for such an act.
    """

    report: Report
    outside: bool = False

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What stands in its way; empty where the text gives no basis at all."""
        return self.report.failed


@frozen
class Deferred:
    """Whether the text allows the act cannot be said yet.

    Args:
        report: What the text makes of it.
    """

    report: Report

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What leaves it open."""
        return self.report.open

    @property
    def missing(self) -> tuple[Missing, ...]:
        """The facts that are missing."""
        return self.report.missing


Decision: TypeAlias = Granted | Refused | Deferred


@frozen
class PossibleAct:
    """A step that might be taken next, and how it stands.

    Args:
        step: The row of the policy's table.
        act: The act, with nothing in it but what the table says of it.
        standing: Whether it may be taken as it is, may not, or waits for something.
        report: What the text makes of it.
    """

    step: Step
    act: Event
    standing: Standing
    report: Report

    @property
    def because(self) -> tuple[Finding, ...]:
        """What stands in its way, or else what it waits for."""
        return self.report.failed or self.report.open


_NOTHING = Surroundings()


def standing_of(report: Report) -> Standing:
    """Return how an act stands by what the text makes of it."""
    if report.answer is Answer.MET:
        return Standing.ALLOWED
    return Standing.WAITING if report.answer is Answer.OPEN else Standing.REFUSED


def decide(
    policy: Policy, consortium: Consortium, act: Event, on: date, given: Surroundings = _NOTHING
) -> Decision:
    """Decide whether an act is lawful on a day; nothing is changed, and nothing is recorded.

    Args:
        policy: The policy, with what is known of its publication.
        consortium: The consortium as it is, from :func:`~innov_consortium.core.history.replay` on
            that day.
        act: What is about to happen, as the event it would be, dated on that day.
        on: The day.
        given: What is known around the consortium: register, attestations, departures and the rest.

    Raises:
        InvalidInputError: The act or the consortium is of another day, the act is another
            consortium's, or what is given speaks of something the policy does not know.
    """
    _usable_sorts(policy, consortium, given)
    check_sorts(act=(act, Event))
    _of_that_day(consortium, act, on)
    usable(policy, given, on, consortium.events, act)
    matter = Matter(
        policy=policy,
        consortium=consortium,
        act=act,
        given=given,
        progress=progress_of(interpreted(policy.under(on), known_on(given, on)), consortium),
    )
    report = matter.report()
    standing = standing_of(report)
    if standing is Standing.REFUSED:
        return Refused(report, matter.outside)
    if standing is Standing.WAITING:
        return Deferred(report)
    stamped = evolve(act, edition=policy.edition, consortium=consortium.id)
    return Granted((stamped,), report)


def possible_acts(
    policy: Policy, consortium: Consortium, on: date, given: Surroundings = _NOTHING
) -> tuple[PossibleAct, ...]:
    """Return every act of a policy's table, each as allowed, refused or waiting, in its order.

    What the act itself would have to bring is not there yet, and so it is what the act waits for.

    Args:
        policy: The policy.
        consortium: The consortium as it is on that day.
        on: The day.
        given: What is known around the consortium.

    Raises:
        InvalidInputError: The consortium is of another day, or what is given speaks of something
            the policy does not know.
    """
    _usable_sorts(policy, consortium, given)
    _of_that_day(consortium, None, on)
    usable(policy, given, on, consortium.events)
    settled = interpreted(policy.under(on), known_on(given, on))
    progress = progress_of(settled, consortium)
    return tuple(
        _possible(policy, consortium, step, act, given, progress)
        for step in settled.rows
        for act in _blanks(settled, consortium, step, on, given, progress)
    )


def _possible(
    policy: Policy,
    consortium: Consortium,
    step: Step,
    act: Event,
    given: Surroundings,
    progress: Progress,
) -> PossibleAct:
    report = Matter(
        policy=policy, consortium=consortium, act=act, given=given, progress=progress, row=step
    ).report()
    return PossibleAct(step, act, standing_of(report), report)


def _blanks(
    policy: Policy,
    consortium: Consortium,
    step: Step,
    on: date,
    given: Surroundings,
    progress: Progress,
) -> tuple[Event, ...]:
    """Return the acts a step may be, with whoever has to act and nothing more.

    It may be taken in every matter that has come so far, or else begin one. Where neither can be it
    is shown all the same, as the one that it would begin.
    """
    names: tuple[str, ...] | None = None
    if step.actor is not None:
        names = names_of(policy, policy.actor(step.actor), consortium, given, None)
    by = names[0] if names else None
    sort = step.event

    def blank(about: Mapping[str, Any]) -> list[Event]:
        return [sort(on=on, by=by, **{**variant, **about}) for variant in step.variants]

    stages = {matter: progress.stage(matter) for matter in progress.matters}
    ready = [m for m, s in stages.items() if s.path == step.path and s.at(on) in step.after]
    acts = [act for m in ready for act in blank(sort.about(m)) if act.matter == m]
    anew = blank(_anew(sort, on, progress))
    if not acts:
        return tuple(anew)
    if START in step.after:
        acts += [act for act in anew if act.matter not in stages]
    return tuple(acts)


def _anew(sort: type[Event], on: date, progress: Progress) -> dict[str, Any]:
    """Return the fields of a matter that has not begun yet, if another may be had for the naming.

    Of a matter that is a year there is no other: it is the year of the day.
    """
    fields: dict[str, Any] = {**sort.about("")}
    number = 1
    while fields and sort(on=on, **fields).matter in progress.matters:
        number += 1
        fields = {**sort.about(str(number))}
    return fields


def _usable_sorts(policy: Policy, consortium: Consortium, given: Surroundings) -> None:
    check_sorts(
        policy=(policy, Policy), consortium=(consortium, Consortium), given=(given, Surroundings)
    )


def _of_that_day(consortium: Consortium, act: Event | None, on: date) -> None:
    check_day("on", on)
    replayed = ("联合体须重放至该日：replay(history, on)", "replay the history to that day")
    days = [("consortium", consortium.on, replayed)]
    if act is not None:
        other = ("请问该日，或者更正行为的日期", "ask of that day, or correct the day of the act")
        days.append(("act", act.on, other))
    faults = [
        Fault(
            FaultKind.INCONSISTENT,
            f"{path}.on",
            f"是 {day} 的，而所问之日是 {on}；{zh}",
            f"is of {day}, but the day asked about is {on}; {en}",
        )
        for path, day, (zh, en) in days
        if day != on
    ]
    if act is not None and act.consortium not in ("", consortium.id):
        zh = f"是 {act.consortium!r} 的，而不是 {consortium.id!r} 的"
        en = f"is of {act.consortium!r}, not of {consortium.id!r}"
        faults.append(Fault(FaultKind.INCONSISTENT, "act.consortium", zh, en))
    if faults:
        raise InvalidInputError(faults)
