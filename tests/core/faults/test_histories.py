"""Every sentence in which a history is refused, or what it tells of evaluations and changes.

A history is only added to; what cannot stand in it is told with its place, and what it clashes
with by that one's place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest

from innov_consortium.core.events import (
    Corrected,
    Event,
)
from innov_consortium.core.history import History, replay
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

Faults = list[tuple[FaultKind, str, str, str]]

DUPLICATE, INCONSISTENT = FaultKind.DUPLICATE, FaultKind.INCONSISTENT
ORDER, SORT = FaultKind.OUT_OF_ORDER, FaultKind.TYPE_ERROR
MOMENT: Any = datetime(2026, 3, 2, tzinfo=UTC)
BLANK = ("不得为空，首尾不得有空白", "must not be empty nor begin or end with a blank")
NO_DAY = (
    "应为 datetime.date，而不是 datetime；文字请在边界处解析",
    "must be a datetime.date, not datetime; parse text at the boundary",
)


def day(n: int) -> date:
    """Return a day of March 2026."""
    return date(2026, 3, n)


def event(n: int, **other: Any) -> Event:
    """Return that something happened."""
    return Event(on=day(n), **other)


def corrected(n: int, of: str, **other: Any) -> Corrected:
    """Return that an event was set right."""
    return Corrected(on=day(n), of=of, **other)


def written(faults: Sequence[Fault]) -> Faults:
    """Return all that faults say."""
    return [(f.kind, f.path, f.zh, f.en) for f in faults]


def told(make: Callable[[], object]) -> Faults:
    """Return all that is told of what cannot be made."""
    with pytest.raises(InvalidInputError) as caught:
        make()
    return written(caught.value.faults)


def late(path: str, recorded: str) -> tuple[FaultKind, str, str, str]:
    """Return what is said of what was recorded before what stands above it."""
    en = (
        f"is before {recorded}, when the one it follows was recorded; "
        "what is recorded late needs recorded_on"
    )
    return ORDER, path, f"早于前一事件的记录日 {recorded}；补记的须写明记录日（recorded_on）", en


def same_id(path: str, first: str) -> tuple[FaultKind, str, str, str]:
    """Return what is said of an id that is taken."""
    return DUPLICATE, path, f"与 {first} 同号", f"is the id of {first}, too"


def others(path: str, whose: str) -> tuple[FaultKind, str, str, str]:
    """Return what is said of another consortium's event in the history of C1."""
    return (
        INCONSISTENT,
        path,
        f"是 '{whose}' 的事件，不属于 'C1'",
        f"belongs to '{whose}', not to 'C1'",
    )


def nothing_there(path: str, of: str) -> tuple[FaultKind, str, str, str]:
    """Return what is said of a correction of nothing."""
    return INCONSISTENT, path, f"没有在前的事件 '{of}'", f"names no earlier event: '{of}'"


HISTORIES: dict[str, tuple[tuple[Event, ...], Faults]] = {
    "one_id_twice": (
        (event(1, id="a"), event(2), event(3, id="a"), event(4, id="a")),
        [same_id("events[2].id", "events[0]"), same_id("events[3].id", "events[0]")],
    ),
    "of_others": (
        (event(1, consortium="C2"), event(2, consortium="C1"), event(3, consortium="C3")),
        [others("events[0].consortium", "C2"), others("events[2].consortium", "C3")],
    ),
    "before_the_one_above": ((event(5), event(4)), [late("events[1].on", "2026-03-05")]),
    "recorded_before_the_one_above": (
        (event(5, recorded_on=day(9)), event(4, recorded_on=day(8)), event(3)),
        [
            late("events[1].recorded_on", "2026-03-09"),
            late("events[2].on", "2026-03-09"),
        ],
    ),
    "correction_of_nothing": (
        (corrected(1, "b"), event(2, id="b")),
        [nothing_there("events[0].of", "b")],
    ),
    "correction_of_a_correction": (
        (event(1), event(1, id="a"), corrected(2, "a", id="b"), corrected(3, "b")),
        [
            (
                INCONSISTENT,
                "events[3].of",
                "events[2] 是更正；须再次更正的是 'a'",
                "events[2] is a correction; what is set right again is 'a'",
            )
        ],
    ),
    "all_of_it": (
        (
            event(5, id="a"),
            corrected(4, "z", id="a", instead=event(1, id="a", consortium="C2"), consortium="C3"),
        ),
        [
            nothing_there("events[1].of", "z"),
            same_id("events[1].instead.id", "events[0]"),
            others("events[1].instead.consortium", "C2"),
            same_id("events[1].id", "events[0]"),
            others("events[1].consortium", "C3"),
            late("events[1].on", "2026-03-05"),
        ],
    ),
}


@pytest.mark.parametrize(("events", "faults"), HISTORIES.values(), ids=HISTORIES)
def test_a_history_is_refused(events: tuple[Event, ...], faults: Faults) -> None:
    """Each event is told of in its turn, first what it sets right, then itself, then its day."""
    assert told(lambda: History("C1", events)) == faults
    assert told(lambda: History("C1").add(*events)) == faults


SOUND: dict[str, tuple[Event, ...]] = {
    "nothing": (),
    "without_ids": (event(1), event(1)),
    "recorded_on_one_day": (event(5), event(4, recorded_on=day(5)), event(5)),
    "set_right_twice": (event(1, id="a"), corrected(2, "a"), corrected(3, "a", instead=event(2))),
    "keeps_its_id": (event(1, id="a"), corrected(2, "a", instead=event(1, id="a"))),
}


@pytest.mark.parametrize("events", SOUND.values(), ids=SOUND)
def test_what_may_stand_in_a_history_does(events: tuple[Event, ...]) -> None:
    """What happened on one day, what is set right again, what keeps the id of what it replaces."""
    assert History("C1", events).events == events


NAMELESS: Any = ["C1", event(1)]


@pytest.mark.parametrize(
    ("make", "faults"),
    [
        (lambda: History(""), [(FaultKind.INVALID_VALUE, "consortium", *BLANK)]),
        (
            lambda: History(" ", (event(1, id="a"), event(1, id="a"))),
            [
                (FaultKind.INVALID_VALUE, "consortium", *BLANK),
                same_id("events[1].id", "events[0]"),
            ],
        ),
        (
            lambda: History(" ", NAMELESS),
            [
                (
                    SORT,
                    "events",
                    "应为 tuple[Event]，而不是 list",
                    "must be tuple[Event], not list",
                ),
                (FaultKind.INVALID_VALUE, "consortium", *BLANK),
            ],
        ),
        (
            lambda: replay(NAMELESS, day(1)),
            [(SORT, "history[0]", "请传入 Event，而不是 str", "hand in Event, not str")],
        ),
        (lambda: replay(History("C1"), MOMENT), [(SORT, "on", *NO_DAY)]),
        (lambda: replay((), day(1), known_on=MOMENT), [(SORT, "known_on", *NO_DAY)]),
    ],
    ids=["no_name", "no_name_and_one_id", "no_tuple", "no_event", "no_day", "known_on_no_day"],
)
def test_what_makes_no_history_is_refused(make: Callable[[], object], faults: Faults) -> None:
    """A name that is none, events that are none, days that are none."""
    assert told(make) == faults
