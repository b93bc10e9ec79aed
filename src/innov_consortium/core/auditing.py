"""Whether what happened was lawful: which recorded act lacked which step or guard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from innov_consortium.core.case import Surroundings
from innov_consortium.core.checking import interpreted
from innov_consortium.core.decide import Standing, standing_of
from innov_consortium.core.events import Event
from innov_consortium.core.history import Consortium, History, before, replay, standing_events
from innov_consortium.core.judging import Matter, usable
from innov_consortium.core.known import known_on
from innov_consortium.core.placing import progress_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Finding, Report
from innov_consortium.core.sorts import check_sorts
from innov_consortium.core.text import check_day

__all__ = ["Audited", "audit"]

_NOTHING = Surroundings()


@frozen
class Audited:
    """A recorded act and what the text makes of it.

    Args:
        index: Its place in the history, counted from nought.
        event: The act as it is known now.
        standing: Whether it was lawful when it was done; waiting, where that cannot be said;
            outside, where the text has no step for it.
        report: What the text makes of it.
    """

    index: int
    event: Event
    standing: Standing
    report: Report

    @property
    def because(self) -> tuple[Finding, ...]:
        """What it lacked, or else what is not known."""
        return self.report.failed or self.report.open


def audit(
    policy: Policy,
    history: History,
    on: date,
    given: Surroundings = _NOTHING,
    *,
    with_hindsight: bool = False,
) -> tuple[Audited, ...]:
    """Return every act recorded by a day, each with whether it was lawful when it was done.

    An act is judged as on the day it was done, by what had been recorded when it was recorded
    itself: what came to light later neither heals nor spoils it. What was corrected is judged as
    corrected. An act for which the text has no step at all is outside it.

    Args:
        policy: The policy, with what is known of its publication.
        history: The history.
        on: The day by which the acts were known.
        given: What is known around the consortium. A register that was folded from histories is
            folded again for the day of each act where the policy has reforms; one that was handed
            in is taken as it is.
        with_hindsight: Judge by everything that had happened when an act was done, even if it was
            recorded only afterwards, as it is known on ``on``.

    Raises:
        InvalidInputError: What is given speaks of something the policy does not know.
    """
    check_day("on", on)
    check_sorts(policy=(policy, Policy), history=(history, History), given=(given, Surroundings))
    usable(policy, given, on, [event for _, event in standing_events(history, on)])
    acts = _happened(history, on) if with_hindsight else _recorded(history, on)
    return tuple(_judged(policy, n, event, stood, given) for n, event, stood in acts)


def _judged(
    policy: Policy, index: int, event: Event, stood: Consortium, given: Surroundings
) -> Audited:
    folding = given.register.folding
    if policy.reforms and folding is not None:  # a bar is as long as the text of the day has it
        given = evolve(given, register=folding.as_of(policy, event.on))
    matter = Matter(
        policy=policy,
        consortium=stood,
        act=event,
        given=given,
        progress=progress_of(_settled(policy, given, event.on), stood),
    )
    report = matter.report()
    standing = Standing.OUTSIDE if matter.outside else standing_of(report)
    return Audited(index, event, standing, report)


def _settled(policy: Policy, given: Surroundings, on: date) -> Policy:
    """Return the policy of a day, as official interpretations settle it."""
    return interpreted(policy.under(on), known_on(given, on))


def _recorded(history: History, on: date) -> Iterator[tuple[int, Event, Consortium]]:
    """Return each act with the consortium as it was known when the act was recorded."""
    for n, act in standing_events(history, on):
        yield n, act, before(history, n)


def _happened(history: History, on: date) -> Iterator[tuple[int, Event, Consortium]]:
    """Return each act with the consortium as it really was before it, as known on a day."""
    events = replay(history, on).events
    places: dict[int, list[int]] = {}  # one value may stand in two places
    for n, event in enumerate(events):
        places.setdefault(id(event), []).append(n)
    for n, act in standing_events(history, on):
        earlier = events[: places[id(act)].pop(0)]
        yield n, act, replay(_bare(history, earlier), act.on)


def _bare(history: History, events: tuple[Event, ...]) -> History:
    """Return events in the order they happened as a history recorded in that order."""
    return History(history.consortium, tuple(evolve(e, recorded_on=None, id="") for e in events))
