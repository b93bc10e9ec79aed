"""Windows and statutory periods: the day before, the day, the day after; months and leap years."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from innov_consortium.core.organizations import Identifier
from innov_consortium.core.periods import Counting, Window, years_from
from innov_consortium.core.sanctions import Bar
from innov_consortium.errors import InvalidInputError

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 9)
ONE = timedelta(1)
AROUND = (FIRST - ONE, FIRST, FIRST + ONE, LAST - ONE, LAST, LAST + ONE)
MOMENT: Any = datetime(2026, 3, 2, tzinfo=UTC)
UNIT = Identifier("LEI", "529900T8BM49AURSDO55")


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


def test_a_bar_binds_within_its_window() -> None:
    """The day before, the days, the day after."""
    bar = Bar(unit=UNIT, window=Window(FIRST, LAST), consortium="C1")
    assert [bar.binds_on(day) for day in AROUND] == [False, True, True, True, True, False]


def test_a_bar_follows_from_a_consortium_with_a_name() -> None:
    """An empty one is none."""
    with pytest.raises(InvalidInputError) as caught:
        Bar(unit=UNIT, window=Window(), consortium="")
    assert [f.path for f in caught.value.faults] == ["consortium"]
