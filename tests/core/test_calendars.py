"""Days off: the day before, the day, the day after; and outside what was announced, nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from innov_consortium.core.calendars import Calendar
from innov_consortium.core.case import Surroundings
from innov_consortium.core.known import known_on
from innov_consortium.core.periods import Window
from innov_consortium.errors import InvalidInputError

ONE = timedelta(1)
FIRST, LAST = date(2026, 9, 28), date(2026, 10, 11)
#: The National Day of 2026, made up: the first week of October, and the Sunday after it worked.
WEEK = frozenset(date(2026, 10, d) for d in range(1, 8))
CALENDAR = Calendar(days_off=WEEK, window=Window(FIRST, LAST), source="虚构通知")
MOMENT: Any = datetime(2026, 10, 1, tzinfo=UTC)


def october(n: int) -> date:
    return date(2026, 10, n)


def faults(days_off: Any, window: Window) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInputError) as caught:
        Calendar(days_off=frozenset(days_off), window=window)
    return [(f.path, f.kind.value) for f in caught.value.faults]


@pytest.mark.parametrize(
    ("day", "off"),
    [
        (FIRST - ONE, None),
        (FIRST, False),
        (date(2026, 9, 30), False),
        (october(1), True),
        (october(7), True),
        (october(8), False),
        (october(10), False),  # a Saturday that is worked: weekdays decide nothing
        (LAST, False),
        (LAST + ONE, None),
    ],
)
def test_a_day_is_off_is_worked_or_is_not_told_of(day: date, *, off: bool | None) -> None:
    """Outside the window it is neither, whatever weekday it is."""
    assert CALENDAR.is_off(day) is off


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (FIRST - ONE, None),
        (FIRST, FIRST),
        (date(2026, 9, 30), date(2026, 9, 30)),
        (october(1), october(8)),
        (october(7), october(8)),
        (october(8), october(8)),
        (LAST, LAST),
        (LAST + ONE, None),
    ],
)
def test_the_next_working_day_is_the_day_itself_or_the_first_after_it(
    day: date, expected: date | None
) -> None:
    """The day before the days off, the first and the last of them, the day after."""
    assert CALENDAR.next_working_day(day) == expected


def test_what_follows_days_off_at_the_end_of_a_calendar_is_not_known() -> None:
    """The day after may be off as well: nobody has said."""
    ends = Calendar(days_off=WEEK, window=Window(FIRST, october(7)))
    assert ends.is_off(october(7)) is True
    assert [ends.next_working_day(october(d)) for d in (1, 7, 8)] == [None, None, None]


def test_nothing_is_worked_where_every_day_is_off() -> None:
    """It is looked for to the end and not found."""
    every = frozenset(october(d) for d in range(1, 12))
    calendar = Calendar(days_off=every, window=Window(october(1), october(11)))
    assert calendar.next_working_day(october(1)) is None


@pytest.mark.parametrize(
    ("window", "paths"),
    [
        (Window(None, LAST), ["window.first"]),
        (Window(FIRST, None), ["window.last"]),
        (Window(), ["window.first", "window.last"]),
    ],
)
def test_a_calendar_says_from_when_to_when_it_tells(window: Window, paths: list[str]) -> None:
    """Otherwise every day outside would be a working day; both ends are told at once."""
    assert faults(WEEK, window) == [(path, "invalid_value") for path in paths]


@pytest.mark.parametrize(
    ("day", "sound"),
    [(FIRST - ONE, False), (FIRST, True), (LAST, True), (LAST + ONE, False)],
)
def test_a_day_off_lies_within_what_the_calendar_tells_of(day: date, *, sound: bool) -> None:
    """The day before, both ends, the day after."""
    if sound:
        assert Calendar(days_off=frozenset({day}), window=Window(FIRST, LAST)).is_off(day) is True
    else:
        assert faults({day}, Window(FIRST, LAST)) == [("days_off", "inconsistent")]


def test_every_day_off_outside_is_told_in_its_order() -> None:
    """Each by its date."""
    stray = frozenset({LAST + ONE, FIRST - ONE, october(1)})
    with pytest.raises(InvalidInputError) as caught:
        Calendar(days_off=stray, window=Window(FIRST, LAST))
    assert [f.en for f in caught.value.faults] == [
        "2026-09-27 is outside the days it tells of",
        "2026-10-12 is outside the days it tells of",
    ]


def test_a_day_off_is_a_day() -> None:
    """A moment is none, and then nothing else is asked of it."""
    assert faults({MOMENT}, Window(FIRST, LAST)) == [("days_off", "type_error")]


def test_a_calendar_without_days_off_is_one() -> None:
    """Every day it tells of is worked."""
    calendar = Calendar(days_off=frozenset(), window=Window(FIRST, LAST))
    assert (calendar.is_off(FIRST), calendar.source) == (False, "")


offsets = st.integers(0, 13)


@given(st.frozensets(offsets), st.integers(-2, 15))
def test_the_next_working_day_is_the_first_that_is_not_off(off: frozenset[int], n: int) -> None:
    """By looking at every day there is; applied to itself it stays."""
    days = [FIRST + timedelta(d) for d in range(14)]
    calendar = Calendar(days_off=frozenset(days[d] for d in off), window=Window(FIRST, LAST))
    day = FIRST + timedelta(n)
    worked = [d for d in days if d >= day and calendar.is_off(d) is False]
    expected = worked[0] if worked and 0 <= n <= 13 else None
    found = calendar.next_working_day(day)
    assert found == expected
    assert found is None or calendar.next_working_day(found) == found


@pytest.mark.parametrize(
    ("on", "known"),
    [(date(2026, 8, 31), False), (date(2026, 9, 1), True), (date(2026, 9, 2), True)],
)
def test_a_calendar_is_known_from_its_announcement(on: date, *, known: bool) -> None:
    """The day before nobody knows of it; one that does not say when always counts."""
    announced = evolve(CALENDAR, announced_on=date(2026, 9, 1))
    found = known_on(Surroundings(calendar=announced), on).calendar
    assert found == (announced if known else None)
    assert known_on(Surroundings(calendar=CALENDAR), on).calendar == CALENDAR


def test_what_is_of_another_sort_is_no_calendar() -> None:
    """A set that may change, a window that is none: told, each at its place."""
    strange: Any = {"days_off": {date(2026, 10, 1)}, "window": None}
    with pytest.raises(InvalidInputError) as caught:
        Calendar(**strange)
    assert [fault.path for fault in caught.value.faults] == ["days_off", "window"]
