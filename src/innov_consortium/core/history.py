"""What has become of a consortium: its history, and the state that the history comes to on a day.

Nothing here knows a text. :func:`replay` takes every history that was recorded, lawful or not, and
an amended law never rewrites one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar

from attrs import frozen

from innov_consortium.core.changes import Change, changes_of
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Corrected, Event, Filed
from innov_consortium.core.lifecycle import TRANSITIONS, Phase
from innov_consortium.core.text import check_day, name_faults
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = ["Consortium", "History", "replay"]

E = TypeVar("E", bound=Event)


@frozen
class History:
    """Everything recorded of one consortium, in the order in which it was recorded.

    Args:
        consortium: The consortium's own id or name.
        events: What happened. Only added to: what is recorded later stands later, and what
            happened earlier says on which day it was recorded.

    Raises:
        InvalidInputError: Two events have one id, one belongs to another consortium, one was
            recorded before the one it follows, or a correction names no earlier event; all of it
            at once, each under its place.

    >>> from innov_consortium.core.events import CallIssued
    >>> try:
    ...     History("C1", (CallIssued(on=date(2026, 2, 10)), CallIssued(on=date(2026, 2, 9))))
    ... except InvalidInputError as error:
    ...     print(error.faults[0].path, error.faults[0].kind.value)
    events[1].on out_of_order
    """

    consortium: str
    events: tuple[Event, ...] = ()

    def __attrs_post_init__(self) -> None:
        faults = [*name_faults("consortium", self.consortium), *self._event_faults()]
        if faults:
            raise InvalidInputError(faults)

    def add(self, *events: Event) -> History:
        """Return the history with further events."""
        return History(self.consortium, (*self.events, *events))

    def _event_faults(self) -> Iterator[Fault]:
        ids: dict[str, int] = {}
        recorded = date.min
        for n, event in enumerate(self.events):
            if isinstance(event, Corrected) and event.of not in ids:
                zh, en = f"没有在前的事件 {event.of!r}", f"names no earlier event: {event.of!r}"
                yield Fault(FaultKind.INCONSISTENT, f"events[{n}].of", zh, en)
            if event.id:
                first = ids.setdefault(event.id, n)
                if first != n:
                    zh, en = f"与 events[{first}] 同号", f"is the id of events[{first}], too"
                    yield Fault(FaultKind.DUPLICATE, f"events[{n}].id", zh, en)
            if event.consortium and event.consortium != self.consortium:
                zh = f"是 {event.consortium!r} 的事件，不属于 {self.consortium!r}"
                en = f"belongs to {event.consortium!r}, not to {self.consortium!r}"
                yield Fault(FaultKind.INCONSISTENT, f"events[{n}].consortium", zh, en)
            known = event.recorded_on or event.on
            if known < recorded:
                yield _gone_back(n, event, recorded)
            recorded = max(recorded, known)


def _gone_back(n: int, event: Event, recorded: date) -> Fault:
    field = "on" if event.recorded_on is None else "recorded_on"
    return Fault(
        FaultKind.OUT_OF_ORDER,
        f"events[{n}].{field}",
        f"早于前一事件的记录日 {recorded}；补记的须写明记录日（recorded_on）",
        f"is before {recorded}, when the one it follows was recorded; "
        "what is recorded late needs recorded_on",
    )


@frozen(kw_only=True)
class Consortium:
    """What a history comes to on a day.

    Args:
        id: The consortium's own id or name.
        on: The day.
        phase: Where it is in its life.
        events: What happened by then, as known, in the order in which it happened.
        set_aside: The events that corrections took out.
        irregular: The events that would have moved it to another phase, and could not from the one
            it was in.
        recognised_on: The day it was recognised; ``None`` if it never was.
        ended_by: The event that ended it; ``None`` if none did, or if that was set aside.
    """

    id: str
    on: date
    phase: Phase = Phase.PROPOSED
    events: tuple[Event, ...] = ()
    set_aside: tuple[Event, ...] = ()
    irregular: tuple[Event, ...] = ()
    recognised_on: date | None = None
    ended_by: Event | None = None

    def all(self, sort: type[E]) -> tuple[E, ...]:
        """Return the events of a sort, in the order in which they happened."""
        return tuple(event for event in self.events if isinstance(event, sort))

    def last(self, sort: type[E]) -> E | None:
        """Return the last event of a sort; ``None`` if there is none."""
        every = self.all(sort)
        return every[-1] if every else None

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The changes there were, carried out or not."""
        return changes_of(self.events)

    @cached_property
    def application(self) -> Application | None:
        """The application as last filed; ``None`` if none is known."""
        filed = [e for e in self.all(Filed) if e.application is not None]
        return filed[-1].application if filed else None


def replay(
    history: History | Iterable[Event], on: date, *, known_on: date | None = None
) -> Consortium:
    """Return what a history comes to at the end of a day.

    Events that happened later do not count, nor do those recorded after ``known_on``. A correction
    counts from the day it was recorded. What happened on one day keeps the order in which it was
    recorded.

    Args:
        history: The history, or events that make one.
        on: The day.
        known_on: The day whose knowledge is asked for; that day itself if ``None``.

    Raises:
        InvalidInputError: A day is none, or the events make no history.
    """
    check_day("on", on)
    known_on = on if known_on is None else known_on
    check_day("known_on", known_on)
    if not isinstance(history, History):
        history = History("—", tuple(history))
    events, set_aside = _known(history.events, on, known_on)
    phase = Phase.PROPOSED
    row = TRANSITIONS[phase]
    recognised_on: date | None = None
    ended_by: Event | None = None
    irregular: list[Event] = []
    for event in events:
        move = event.move
        if move is None:
            continue
        if move not in row:
            irregular.append(event)
            continue
        before, phase = phase, row[move]
        row = TRANSITIONS[phase]
        if phase is Phase.ENDED:
            ended_by = event
        elif phase is Phase.RECOGNISED:
            ended_by = None
            if before is Phase.PROPOSED:
                recognised_on = event.on
    return Consortium(
        id=history.consortium,
        on=on,
        phase=phase,
        events=events,
        set_aside=set_aside,
        irregular=tuple(irregular),
        recognised_on=recognised_on,
        ended_by=ended_by,
    )


def _known(
    events: tuple[Event, ...], on: date, known_on: date
) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """Return the events that had happened and were known, and those that were set aside."""
    known = [e for e in events if (e.recorded_on or e.on) <= known_on]
    corrections = {e.of: e for e in known if type(e) is Corrected}
    set_aside: tuple[Event, ...] = ()
    if corrections:
        set_aside = tuple(e for e in known if e.id in corrections and type(e) is not Corrected)
        settled = (_settled(e, corrections) for e in known if type(e) is not Corrected)
        known = [e for e in settled if e is not None]
    kept = [e for e in known if e.on <= on]
    kept.sort(key=_day)  # stable: what happened on one day keeps its order
    return tuple(kept), set_aside


def _settled(event: Event, corrections: Mapping[str, Corrected]) -> Event | None:
    return corrections[event.id].instead if event.id in corrections else event


def _day(event: Event) -> date:
    return event.on
