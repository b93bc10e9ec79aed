"""What has become of a consortium: its history, and the state that the history comes to on a day.

Nothing here knows a text. :func:`replay` takes every history that was recorded, lawful or not, and
an amended law never rewrites one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import TypeVar

from attrs import evolve, frozen

from innov_consortium.core.changes import Change, changes_of
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Corrected, Event, Filed, Move
from innov_consortium.core.lifecycle import TRANSITIONS, Phase
from innov_consortium.core.sorts import check_faults, check_sorts, prepare, sort_faults
from innov_consortium.core.text import check_day, name_faults
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = [
    "Consortium",
    "History",
    "before",
    "replay",
    "standing_events",
    "standing_paths",
]

E = TypeVar("E", bound=Event)

_DAY = attrgetter("on")
_KNOWN_FROM = attrgetter("known_from")


@frozen
class History:
    """Everything recorded of one consortium, in the order in which it was recorded.

    Args:
        consortium: The consortium's own id or name.
        events: What happened. Only added to: what is recorded later stands later, and what
            happened earlier says on which day it was recorded.

    Raises:
        InvalidInputError: Two events have one id, one belongs to another consortium, one was
            recorded before the one it follows, or a correction names no earlier event, or another
            correction; all of it at once, each under its place.

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
        named = name_faults("consortium", self.consortium)
        if sort_faults(self):
            check_faults(self, named)
        faults = chain(named, self._event_faults())
        first = next(faults, None)
        if first is not None:
            raise InvalidInputError(chain([first], faults))

    def add(self, *events: Event) -> History:
        """Return the history with further events."""
        return History(self.consortium, (*self.events, *events))

    def _event_faults(self) -> Iterator[Fault]:
        ids: dict[str, int] = {}
        recorded = date.min
        for n, event in enumerate(self.events):
            path = f"events[{n}]"
            if isinstance(event, Corrected):
                yield from self._correction_faults(path, event, ids)
                if event.instead is not None:
                    instead = f"{path}.instead"
                    yield from self._own_faults(instead, event.instead, n, ids, also=event.of)
                    if event.id and event.instead.id == event.id and ids.get(event.id) == n:
                        zh, en = "与更正本身同号", "is the id of the correction itself"
                        yield Fault(FaultKind.DUPLICATE, f"{instead}.id", zh, en)
            yield from self._own_faults(path, event, n, ids)
            known = event.recorded_on or event.on
            if known < recorded:
                yield _gone_back(n, event, recorded)
            recorded = max(recorded, known)

    def _own_faults(
        self, path: str, event: Event, n: int, ids: dict[str, int], also: str = ""
    ) -> Iterator[Fault]:
        """Return whether an id is taken, or an event another consortium's.

        What stands instead of an event may keep that one's id.
        """
        if event.id and event.id != also:
            first = ids.setdefault(event.id, n)
            if first != n:
                zh, en = f"与 events[{first}] 同号", f"is the id of events[{first}], too"
                yield Fault(FaultKind.DUPLICATE, f"{path}.id", zh, en)
        if event.consortium and event.consortium != self.consortium:
            zh = f"是 {event.consortium!r} 的事件，不属于 {self.consortium!r}"
            en = f"belongs to {event.consortium!r}, not to {self.consortium!r}"
            yield Fault(FaultKind.INCONSISTENT, f"{path}.consortium", zh, en)

    def _correction_faults(
        self, path: str, event: Corrected, ids: Mapping[str, int]
    ) -> Iterator[Fault]:
        if event.of not in ids:
            zh, en = f"没有在前的事件 {event.of!r}", f"names no earlier event: {event.of!r}"
            yield Fault(FaultKind.INCONSISTENT, f"{path}.of", zh, en)
            return
        first = ids[event.of]
        one = self.events[first]
        if isinstance(one, Corrected):
            zh = f"events[{first}] 是更正；须再次更正的是 {one.of!r}"
            en = f"events[{first}] is a correction; what is set right again is {one.of!r}"
            yield Fault(FaultKind.INCONSISTENT, f"{path}.of", zh, en)


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
        set_aside: The events that corrections took out, an earlier correction's among them.
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
        """The application as last filed before the recognition; ``None`` if none is known."""
        found: Application | None = None
        for event in self.events:
            if event.move is Move.RECOGNISE and event not in self.irregular:
                break
            if isinstance(event, Filed) and event.application is not None:
                found = event.application
        return found


prepare(History)


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
        check_sorts(history=(history, (History, Iterable)))
        events = tuple(history)
        check_sorts(**{f"history[{n}]": (event, Event) for n, event in enumerate(events)})
        history = History(next((e.consortium for e in events if e.consortium), "—"), events)
    return _folded(history.consortium, on, *_known(history.events, on, known_on))


def before(history: History, n: int) -> Consortium:
    """Return the consortium as it was before the ``n``-th event, as known when that was recorded.

    A correction stands for what it says to have happened, in the place of the event it sets right:
    that event is not before it, nor is what followed on the same day.

    Args:
        history: The history.
        n: The place of the event, counted from nought. A correction must say what happened.
    """
    event = history.events[n]
    earlier = history.events[:n]
    if isinstance(event, Corrected) and event.instead is not None:
        instead = evolve(event.instead)  # a value of its own, to be found again
        corrected = (*earlier, evolve(event, instead=instead))
        events, set_aside = _known(corrected, instead.on, event.known_from)
        place = next(i for i, e in enumerate(events) if e is instead)
        return _folded(history.consortium, instead.on, events[:place], set_aside)
    return _folded(history.consortium, event.on, *_known(earlier, event.on, event.known_from))


def standing_events(history: History, on: date) -> Iterator[tuple[int, Event]]:
    """Yield what is known on a day to have happened, what was corrected as corrected.

    Args:
        history: The history.
        on: The day; what was recorded later is not known.

    Yields:
        Each event with its place in the history; what stands instead of another with the place of
        the correction.
    """
    last = {e.of: e for e in history.events if isinstance(e, Corrected) and e.known_from <= on}
    for n, event in enumerate(history.events):
        if event.known_from > on:
            continue
        if isinstance(event, Corrected):
            if last[event.of] is event and event.instead is not None:
                yield n, event.instead
        elif event.id not in last:
            yield n, event


def standing_paths(history: History, on: date) -> Iterator[tuple[str, Event]]:
    """Yield the same, each event with its path in the history: ``events[3].instead``."""
    for n, event in standing_events(history, on):
        path = f"events[{n}]"
        yield path if event is history.events[n] else f"{path}.instead", event


def _folded(
    consortium: str, on: date, events: tuple[Event, ...], set_aside: tuple[Event, ...]
) -> Consortium:
    phase = Phase.PROPOSED
    row = TRANSITIONS[phase]
    recognised_on: date | None = None
    ended_by: Event | None = None
    irregular: list[Event] = []
    for event, move in [(e, m) for e in events if (m := e.move) is not None]:  # a few of many
        if move not in row:
            irregular.append(event)
            continue
        came_from, phase = phase, row[move]
        row = TRANSITIONS[phase]
        if phase is Phase.ENDED:
            ended_by = event
        elif phase is Phase.RECOGNISED:
            ended_by = None
            if came_from is Phase.PROPOSED:
                recognised_on = event.on
    return Consortium(
        id=consortium,
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
    # A history stands in the order of recording, so what was known by a day is its beginning.
    known: Sequence[Event] = events[: bisect_right(events, known_on, key=_KNOWN_FROM)]
    corrections = {e.of: e for e in known if isinstance(e, Corrected)}
    set_aside: tuple[Event, ...] = ()
    if corrections:
        set_aside = tuple(e for e in _taken_out(known, corrections) if e.on <= on)
        settled = (_settled(e, corrections) for e in known if not isinstance(e, Corrected))
        known = [e for e in settled if e is not None]
    kept = [e for e in known if e.on <= on]
    kept.sort(key=_DAY)  # stable: what happened on one day keeps its order
    return tuple(kept), set_aside


def _taken_out(events: Iterable[Event], corrections: Mapping[str, Corrected]) -> Iterator[Event]:
    for event in events:
        if not isinstance(event, Corrected):
            if event.id in corrections:
                yield event
        elif event.instead is not None and corrections[event.of] is not event:
            yield event.instead


def _settled(event: Event, corrections: Mapping[str, Corrected]) -> Event | None:
    return corrections[event.id].instead if event.id in corrections else event
