"""On which days a bar is over, with the days off announced: what a reading says of its last day.

A direct test of what the days to come are found by; the facts beside it are held elsewhere.
"""

from __future__ import annotations

from datetime import date, timedelta

from tests.policies.tianjin.conftest import LEAD

from innov_consortium.core.calendars import Calendar
from innov_consortium.core.consortium import Application
from innov_consortium.core.periods import Window
from innov_consortium.core.register import Register
from innov_consortium.core.sanctions import Bar
from innov_consortium.policies.tianjin.facts_bar import free_days
from innov_consortium.policies.tianjin.readings_revocation import BarHoliday

ONE = timedelta(1)
REVOKED, LAST, WORKING = date(2026, 6, 9), date(2029, 6, 9), date(2029, 6, 11)
JUNE = Calendar(
    days_off=frozenset({LAST, LAST + ONE}), window=Window(date(2029, 6, 1), date(2029, 6, 30))
)


def free(holiday: BarHoliday, calendar: Calendar | None = JUNE) -> tuple[date, ...]:
    """Return the days from which the lead's bar is over, or may be."""
    bar = Bar(unit=LEAD.id, window=Window(REVOKED, LAST), consortium="C1")
    return free_days(
        Application(lead=LEAD, participants=()), Register(bars=(bar,)), calendar, holiday
    )


def test_a_last_day_that_is_a_day_off_moves_only_if_read_so() -> None:
    """末日是休息日的：不顺延的，次日起不受限制，别无他日；依解释顺延的，以其后第一个工作日为末日（E05）。"""
    assert free(BarHoliday.NOT_ROLLED) == (LAST + ONE,)
    assert WORKING + ONE in free(BarHoliday.ROLLED)


def test_days_off_nobody_has_told_of_move_nothing() -> None:
    """没有日历的，顺延至何日不明，不列出猜测的日子（E05）。"""
    assert free(BarHoliday.ROLLED, None) == (LAST + ONE,)
    assert free(BarHoliday.NOT_ROLLED, None) == (LAST + ONE,)
