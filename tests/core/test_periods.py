"""Windows and statutory periods: the day before, the day, the day after; months and leap years."""

from __future__ import annotations

import calendar
import itertools
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innov_consortium.core.organizations import Identifier
from innov_consortium.core.periods import (
    Counting,
    Window,
    day_after,
    day_before,
    days_from,
    months_from,
    year_of,
    years_from,
    years_or_ever,
)
from innov_consortium.core.sanctions import Bar
from innov_consortium.errors import InvalidInputError

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 9)
ONE = timedelta(1)
AROUND = (FIRST - ONE, FIRST, FIRST + ONE, LAST - ONE, LAST, LAST + ONE)
MOMENT: Any = datetime(2026, 3, 2, tzinfo=UTC)
UNIT = Identifier("LEI", "529900T8BM49AURSDO55")
NOT_COUNTED, COUNTED = Counting.FIRST_DAY_NOT_COUNTED, Counting.FIRST_DAY_COUNTED

#: Every day of 2025 to 2035: eleven years, three of them leap years.
EVERY_DAY = tuple(date(2025, 1, 1) + timedelta(n) for n in range(4017))
LEAP_DAYS = tuple(date(year, 2, 29) for year in range(1996, 2080, 4))


@pytest.mark.parametrize(
    ("window", "inside"),
    [
        (Window(FIRST, LAST), (False, True, True, True, True, False)),
        (Window(FIRST), (False, True, True, True, True, True)),
        (Window(last=LAST), (True, True, True, True, True, False)),
        (Window(), (True,) * 6),
    ],
)
def test_both_ends_of_a_window_belong_to_it(window: Window, inside: tuple[bool, ...]) -> None:
    """A side that is open has no end."""
    assert tuple(day in window for day in AROUND) == inside


@pytest.mark.parametrize(("last", "sound"), [(FIRST - ONE, False), (FIRST, True), (LAST, True)])
def test_a_window_does_not_end_before_it_begins(last: date, *, sound: bool) -> None:
    """The day before, the day itself, later."""
    if sound:
        assert Window(FIRST, last).last == last
    else:
        with pytest.raises(InvalidInputError) as caught:
            Window(FIRST, last)
        assert [f.path for f in caught.value.faults] == ["last"]


def test_the_ends_of_a_window_are_days() -> None:
    """Moments are refused, both at once."""
    with pytest.raises(InvalidInputError) as caught:
        Window(MOMENT, MOMENT)
    assert [(f.path, f.kind.value) for f in caught.value.faults] == [
        ("first", "type_error"),
        ("last", "type_error"),
    ]


@pytest.mark.parametrize(
    ("start", "years", "not_counted", "counted"),
    [
        (date(2027, 10, 10), 3, date(2030, 10, 10), date(2030, 10, 9)),
        (date(2027, 1, 1), 1, date(2028, 1, 1), date(2027, 12, 31)),
        (date(2028, 2, 28), 3, date(2031, 2, 28), date(2031, 2, 27)),
        (date(2028, 2, 29), 4, date(2032, 2, 29), date(2032, 2, 28)),
        (date(2028, 3, 1), 3, date(2031, 3, 1), date(2031, 2, 28)),
        (date(2025, 3, 1), 3, date(2028, 3, 1), date(2028, 2, 29)),
    ],
)
def test_a_period_of_years_ends_on_the_corresponding_day_or_the_day_before(
    start: date, years: int, not_counted: date, counted: date
) -> None:
    """By whether the day it runs from is counted."""
    assert years_from(start, years, Counting.FIRST_DAY_NOT_COUNTED) == not_counted
    assert years_from(start, years, Counting.FIRST_DAY_COUNTED) == counted


def test_where_there_is_no_corresponding_day_the_month_ends_the_period() -> None:
    """It does not run on into the next month."""
    leap = date(2028, 2, 29)
    assert years_from(leap, 3, Counting.FIRST_DAY_NOT_COUNTED) == date(2031, 2, 28)


def corresponding(start: date, years: int) -> date:
    """Return the same day so many years on, or the last of that month: by month tables alone."""
    year = start.year + years
    _, longest = calendar.monthrange(year, start.month)
    return date(year, start.month, min(start.day, longest))


@pytest.mark.parametrize("years", [1, 2, 3, 4, 5, 10])
def test_years_are_those_of_the_calendar_from_every_day(years: int) -> None:
    """Against month tables, from every day of eleven years, under either way of counting."""
    assert (EVERY_DAY[-1], len(EVERY_DAY)) == (date(2035, 12, 31), 4017)
    for day in EVERY_DAY:
        last = corresponding(day, years)
        assert years_from(day, years, NOT_COUNTED) == last
        assert years_from(day, years, COUNTED) == last - ONE


@pytest.mark.parametrize(("years", "longer"), [(1, {0, 1}), (3, {0, 1}), (4, {1}), (8, {2})])
def test_years_are_never_so_many_times_365_days(years: int, longer: set[int]) -> None:
    """From every day: each 29 February that is passed or reached makes a period a day longer."""
    lengths = set()
    for day in EVERY_DAY:
        last = years_from(day, years, NOT_COUNTED)
        passed = sum(day < leap <= last for leap in LEAP_DAYS)
        assert (last - day).days == 365 * years + passed
        lengths.add(passed)
    assert lengths == longer


@pytest.mark.parametrize("counting", Counting)
def test_a_period_that_begins_later_never_ends_earlier(counting: Counting) -> None:
    """From each day to the next one its end stays or moves on by at most two days."""
    ends = [years_from(day, 3, counting) for day in EVERY_DAY]
    moved = {(after - before).days for before, after in itertools.pairwise(ends)}
    assert moved == {0, 1, 2}


@pytest.mark.parametrize("start", [d for d in EVERY_DAY if (d.month, d.day) == (2, 29)])
def test_from_a_leap_day_a_period_ends_with_february(start: date) -> None:
    """Of a common year on the 28th, of a leap year on the 29th; in March never."""
    ends = [years_from(start, n, NOT_COUNTED) for n in (1, 2, 3, 4)]
    assert [(d.month, d.day) for d in ends] == [(2, 28), (2, 28), (2, 28), (2, 29)]
    assert [d + ONE for d in ends] == [date(start.year + n, 3, 1) for n in (1, 2, 3, 4)]


# --- single days and years --------------------------------------------------------------------


def test_of_every_day_the_day_after_and_the_day_before_are_neighbours() -> None:
    """Each undoes the other, and nothing lies between."""
    for day in EVERY_DAY:
        assert (day_after(day) - day, day - day_before(day)) == (ONE, ONE)
        assert day_before(day_after(day)) == day_after(day_before(day)) == day


def test_the_days_a_window_has_and_those_after_it_neither_overlap_nor_leave_a_gap() -> None:
    """From every day three years: the day after the last is the first that is free."""
    for day in EVERY_DAY:
        window = Window(day, years_from(day, 3, NOT_COUNTED))
        assert window.last is not None
        rest = Window(day_after(window.last))
        around = (day_before(day), day, window.last, day_after(window.last))
        assert [(d in window, d in rest) for d in around] == [
            (False, False),
            (True, False),
            (True, False),
            (False, True),
        ]


def test_every_day_is_in_its_year_and_in_no_other() -> None:
    """From New Year's Day to New Year's Eve; the years follow one another without a gap."""
    for day in EVERY_DAY:
        year = year_of(day)
        assert (year.first, year.last) == (date(day.year, 1, 1), date(day.year, 12, 31))
        assert year.first is not None
        assert year.last is not None
        assert day in year
        assert year_of(day_before(year.first)).last == day_before(year.first)
        assert year_of(day_after(year.last)).first == day_after(year.last)


# --- where the calendar ends ------------------------------------------------------------------


def told(call: Callable[[], object]) -> tuple[str, str, str, str]:
    with pytest.raises(InvalidInputError) as caught:
        call()
    (fault,) = caught.value.faults
    return fault.path, fault.kind.value, fault.zh, fault.en


def test_after_the_last_day_there_is_none() -> None:
    """That is said in plain words: which day, and what to do."""
    assert day_after(date(9999, 12, 30)) == date.max
    assert told(lambda: day_after(date(9999, 12, 31))) == (
        "on",
        "limit_exceeded",
        "9999-12-31 之后超出日历的末日 9999-12-31；请核对日期",
        "what follows 9999-12-31 passes 9999-12-31; check the day",
    )


def test_before_the_first_day_there_is_none() -> None:
    """Neither by itself nor as the end of a period that counts its first day."""
    assert day_before(date(1, 1, 2)) == date.min
    expected = (
        "on",
        "limit_exceeded",
        "0001-01-01 之前没有日期",
        "there is no day before 0001-01-01",
    )
    assert told(lambda: day_before(date.min)) == expected
    assert told(lambda: years_from(date.min, 0, COUNTED)) == expected


@pytest.mark.parametrize("counting", Counting)
@pytest.mark.parametrize("start", [date(9999, 12, 31), date(9997, 6, 1), date(9997, 12, 31)])
def test_a_period_that_passes_the_last_day_is_refused(start: date, counting: Counting) -> None:
    """With the day and the years, and no mere overflow."""
    assert told(lambda: years_from(start, 3, counting)) == (
        "on",
        "limit_exceeded",
        f"自 {start} 起的 3 年超出日历的末日 9999-12-31；请核对日期",
        f"3 years from {start} passes 9999-12-31; check the day",
    )


def test_a_period_may_end_on_the_very_last_day() -> None:
    """The day before its start would be too early, the day after too late."""
    assert years_from(date(9996, 12, 31), 3, NOT_COUNTED) == date.max
    assert years_from(date(9996, 12, 30), 3, NOT_COUNTED) == date(9999, 12, 30)
    assert year_of(date.max) == Window(date(9999, 1, 1), date.max)


@pytest.mark.parametrize(
    ("period", "start", "before", "many", "en"),
    [
        (years_from, date(9999, 1, 1), date(9999, 12, 30), 1, "1 year from 9999-01-02"),
        (months_from, date(9999, 12, 1), date(9999, 12, 29), 1, "1 month from 9999-12-02"),
        (days_from, date(9999, 12, 30), date(9999, 12, 30), 2, "2 days from 9999-12-31"),
    ],
)
def test_a_period_that_counts_its_first_day_may_end_there_too(
    period: Callable[[date, int, Counting], date], start: date, before: date, many: int, en: str
) -> None:
    """The day after its last is no day of the calendar, and is not needed."""
    assert period(start - ONE, many, COUNTED) == before
    assert period(start, many, COUNTED) == date.max
    said = told(lambda: period(start + ONE, many, COUNTED))
    assert said[3] == f"{en} passes 9999-12-31; check the day"


@given(st.dates(), st.integers(0, 20_000), st.sampled_from(Counting))
def test_any_period_ends_somewhere_or_is_refused(day: date, years: int, counting: Counting) -> None:
    """Whatever the day and however long: a day, or an error that teaches, and nothing else."""
    if (day.year + years, day.month, day.day, counting) == (10_000, 1, 1, COUNTED):
        assert years_from(day, years, counting) == date.max
    elif day.year + years > 9999 or (day, years, counting) == (date.min, 0, COUNTED):
        assert told(lambda: years_from(day, years, counting))[:2] == ("on", "limit_exceeded")
    else:
        last = corresponding(day, years)
        assert years_from(day, years, counting) == (last if counting is NOT_COUNTED else last - ONE)


def test_a_bar_binds_within_its_window() -> None:
    """The day before, the days, the day after."""
    bar = Bar(unit=UNIT, window=Window(FIRST, LAST), consortium="C1")
    assert [bar.binds_on(day) for day in AROUND] == [False, True, True, True, True, False]


def test_the_first_free_day_follows_the_last_one_barred() -> None:
    """A bar without an end has none."""
    bar = Bar(unit=UNIT, window=Window(FIRST, LAST), consortium="C1")
    assert (bar.first_free_day, bar.binds_on(LAST), bar.binds_on(LAST + ONE)) == (
        LAST + ONE,
        True,
        False,
    )
    assert Bar(unit=UNIT, window=Window(FIRST), consortium="C1").first_free_day is None


def test_a_bar_follows_from_a_consortium_with_a_name() -> None:
    """An empty one is none."""
    with pytest.raises(InvalidInputError) as caught:
        Bar(unit=UNIT, window=Window(), consortium="")
    assert [f.path for f in caught.value.faults] == ["consortium"]


@pytest.mark.parametrize("counting", Counting)
def test_a_period_that_may_outlast_the_calendar(counting: Counting) -> None:
    """It is the period as long as that ends in time, and from then on the last day there is."""
    assert years_or_ever(FIRST, 3, counting) == years_from(FIRST, 3, counting)
    assert years_or_ever(date(9996, 12, 31), 3, counting) >= date(9999, 12, 30)
    assert years_or_ever(date(9997, 1, 1), 3, counting) == date.max
    assert years_or_ever(date.max, 1, counting) == date.max
