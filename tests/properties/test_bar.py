"""The three years of art. 11 on every day of eleven years: before, barred, free, nothing else."""

from __future__ import annotations

import calendar
from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.policies.tianjin.conftest import LEAD, PUBLISHED, made_unit
from tests.policies.tianjin.lives import approved, filed, imposed, life, measures

from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Application
from innov_consortium.core.periods import Counting, Window, years_from
from innov_consortium.core.register import Register
from innov_consortium.core.registering import register
from innov_consortium.core.report import Answer
from innov_consortium.core.sanctions import Bar

ONE = timedelta(1)
EVERY_DAY = [date(2025, 1, 1) + n * ONE for n in range(4017)]
LAST_IN_FORCE = date(2030, 4, 10)
WHOLE = date(2036, 12, 31)
IN_FORCE = [day for day in EVERY_DAY if PUBLISHED <= day <= LAST_IN_FORCE]
LEAP = [date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)]
in_force = st.sampled_from(IN_FORCE)
APPLICATION = Application(lead=LEAD, participants=())


def three_years_after(day: date) -> date:
    """Return the corresponding day by year, month and day alone, or the end of that month."""
    year = day.year + 3
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))


def bar_of(ended: date, name: str = "C1") -> Bar:
    """Return the bar that the policy makes of a revocation on a day."""
    formed = (filed(on=PUBLISHED), approved(on=PUBLISHED))
    history = life((*formed, imposed(on=ended)), name)
    (bar,) = register(measures(), [history], ended).bars
    return bar


def runs(days: Iterable[date], bars: tuple[Bar, ...]) -> list[tuple[bool, date, date]]:
    """Return stretches of days on which it is barred, or is not, with their first and last day."""
    found = []
    for bound, theirs in groupby(days, key=lambda d: any(bar.binds_on(d) for bar in bars)):
        stretch = list(theirs)
        found.append((bound, stretch[0], stretch[-1]))
    return found


def test_the_days_are_all_there() -> None:
    """2025-01-01 … 2035-12-31, two leap days among them."""
    assert (EVERY_DAY[0], EVERY_DAY[-1]) == (date(2025, 1, 1), date(2035, 12, 31))
    leap_days = [d for d in EVERY_DAY if (d.month, d.day) == (2, 29)]
    assert leap_days == [date(2028, 2, 29), date(2032, 2, 29)]


def test_from_every_day_three_calendar_years_and_no_number_of_days() -> None:
    """The last day is the corresponding one; in days that is 1095 or 1096, as it falls."""
    lengths = set()
    for ended in IN_FORCE:
        bar = bar_of(ended)
        assert bar.window == Window(ended, three_years_after(ended))
        lengths.add((three_years_after(ended) - ended).days)
    assert lengths == {1095, 1096}


def test_years_added_to_any_day_are_never_365_times_so_many() -> None:
    """Every day of the eleven years, one to nine years on; counted in, a day less."""
    differs = 0
    for day in EVERY_DAY:
        for years in range(1, 10):
            year = day.year + years
            there = date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))
            assert years_from(day, years, Counting.FIRST_DAY_NOT_COUNTED) == there
            assert years_from(day, years, Counting.FIRST_DAY_COUNTED) == there - ONE
            differs += there - day != timedelta(365 * years)
    assert differs > len(EVERY_DAY)


@pytest.mark.parametrize("ended", [*IN_FORCE[::61], *LEAP, IN_FORCE[-1]], ids=str)
def test_before_barred_and_free_are_every_day_once(ended: date) -> None:
    """No gap, no overlap: three stretches one after another, of which the middle one binds."""
    bar = bar_of(ended)
    last = three_years_after(ended)
    assert runs(EVERY_DAY, (bar,)) == [
        (False, EVERY_DAY[0], ended - ONE),
        (True, ended, last),
        (False, last + ONE, EVERY_DAY[-1]),
    ]


@given(first=in_force, second=in_force)
@example(first=date(2025, 4, 11), second=date(2028, 4, 12))
@example(first=date(2025, 4, 11), second=date(2028, 4, 11))
@example(first=date(2028, 2, 29), second=date(2028, 2, 29))
@settings(max_examples=60, deadline=None)
def test_two_bars_bind_on_the_days_of_either(first: date, second: date) -> None:
    """Overlapping they are one stretch, touching as well, apart they are two."""
    first, second = sorted((first, second))
    bars = (bar_of(first), bar_of(second, "C2"))
    ends = (three_years_after(first), three_years_after(second))
    barred = [(a, b) for bound, a, b in runs(EVERY_DAY, bars) if bound]
    if second <= ends[0] + ONE:
        assert barred == [(first, ends[1])]
    else:
        assert barred == [(first, ends[0]), (second, ends[1])]


# --- what is answered ---------------------------------------------------------------------------


def expected(day: date, bars: tuple[Bar, ...]) -> Answer:
    """Return the answer by comparing days, and nothing else."""
    if not PUBLISHED <= day <= LAST_IN_FORCE:
        return Answer.NO_BASIS
    windows = [(b.window.first, b.window.last) for b in bars]
    barred = any(a is not None and b is not None and a <= day <= b for a, b in windows)
    return Answer.NOT_MET if barred else Answer.MET


APART = (bar_of(date(2025, 5, 5)), bar_of(date(2029, 2, 3), "C2"))
OVERLAPPING = (bar_of(date(2025, 5, 5)), bar_of(date(2026, 12, 1), "C2"))
TOUCHING = (bar_of(date(2025, 5, 5)), bar_of(date(2028, 5, 6), "C2"))
LISTS = {
    "none": (),
    "one": (bar_of(date(2026, 6, 12)),),
    "past the end": (bar_of(date(2028, 2, 29)),),
    "apart": APART,
    "overlapping": OVERLAPPING,
    "touching": TOUCHING,
    "another's": (bar_of(date(2026, 6, 12)),),
}


def case_of(name: str) -> tuple[Case, tuple[Bar, ...]]:
    """Return an application beside a list of bars, with those of them that are its lead's."""
    register_ = Register.complete(to=WHOLE, bars=LISTS[name])
    if name == "another's":
        joined = Application(lead=made_unit(62), participants=(LEAD,))
        return Case(application=joined, register=register_), ()
    return Case(application=APPLICATION, register=register_), LISTS[name]


@pytest.mark.parametrize("name", LISTS)
def test_every_day_is_answered_by_its_place(name: str) -> None:
    """Before publication and after the end no basis; in between barred or free."""
    case, bars = case_of(name)
    found = [measures().check("admissibility", case, on=day).answer for day in EVERY_DAY]
    assert found == [expected(day, bars) for day in EVERY_DAY]


@pytest.mark.parametrize("name", LISTS)
def test_the_day_it_changes_is_the_first_on_which_the_answer_differs(name: str) -> None:
    """Against asking on every later day, with what was known on the day first asked about."""
    case, bars = case_of(name)
    by_knowledge: dict[int, list[date]] = {}
    starts = sorted(bar.window.first for bar in bars if bar.window.first is not None)
    for known in range(len(bars) + 1):
        found = [expected(day, bars[:known]) for day in EVERY_DAY]
        by_knowledge[known] = [
            day
            for day, one, before in zip(EVERY_DAY[1:], found[1:], found[:-1], strict=True)
            if one is not before
        ]
    for day in EVERY_DAY:
        turns = by_knowledge[bisect_right(starts, day)]
        later = bisect_right(turns, day)
        then = turns[later] if later < len(turns) else None
        assert measures().check("admissibility", case, on=day).changes_on == then, day


def test_the_reason_of_every_change_is_told() -> None:
    """The end of the bar, of the text, or its beginning, by provision and name."""
    case = Case(application=APPLICATION, register=Register.complete(to=WHOLE, bars=APART))
    seen = set()
    for day in EVERY_DAY[::7]:
        turn = measures().check("admissibility", case, on=day).turn
        if turn is not None:
            assert turn.reasons
            assert {r.day for r in turn.reasons} == {turn.day}
            seen |= {(r.provision, r.what) for r in turn.reasons}
    assert seen == {
        ("art26.s1a", "commencement"),
        ("art26.s1b", "expiry"),
        ("art11.p2.s1b", "bar_over"),
    }
