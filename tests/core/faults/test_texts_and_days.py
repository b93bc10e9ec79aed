"""Years, regions, periods, windows and what is on record: each sentence, on either side of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from innov_consortium.core.consortium import Person
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.periods import (
    Counting,
    Window,
    days_from,
    months_from,
    years_from,
)
from innov_consortium.core.records import Accident, Falsification, Record
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.core.sanctions import Bar
from innov_consortium.core.text import region_faults, suggestion, told, told_under, year_faults
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

TYPE, INVALID = FaultKind.TYPE_ERROR, FaultKind.INVALID_VALUE
INCONSISTENT, LIMIT = FaultKind.INCONSISTENT, FaultKind.LIMIT_EXCEEDED
ORDER = FaultKind.OUT_OF_ORDER
LEI = Identifier("LEI", "529900T8BM49AURSDO55")
DAY, BEFORE = date(2026, 3, 2), date(2026, 3, 1)
COUNTED, NOT_COUNTED = Counting.FIRST_DAY_COUNTED, Counting.FIRST_DAY_NOT_COUNTED
BLANK = ("不得为空，首尾不得有空白", "must not be empty nor begin or end with a blank")

Said = tuple[FaultKind, str, str, str]


def said(faults: list[Fault]) -> list[Said]:
    return [(f.kind, f.path, f.zh, f.en) for f in faults]


def refused(make: Callable[[], object]) -> list[Said]:
    with pytest.raises(InvalidInputError) as caught:
        make()
    return said(list(caught.value.faults))


def no_day(path: str, sort: str = "str") -> Said:
    zh = f"应为 datetime.date，而不是 {sort}；文字请在边界处解析"
    return (TYPE, path, zh, f"must be a datetime.date, not {sort}; parse text at the boundary")


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        pytest.param(None, [], id="not said"),
        pytest.param(1, [], id="the first"),
        pytest.param(9999, [], id="the last"),
        pytest.param(0, [(INVALID, "a", "0 不是年份", "0 is no year")], id="before the first"),
        pytest.param(
            10000, [(INVALID, "a", "10000 不是年份", "10000 is no year")], id="after the last"
        ),
        pytest.param(
            "2026",
            [(TYPE, "a", "年份应为整数，而不是 str", "a year must be int, not str")],
            id="text",
        ),
        pytest.param(
            True,
            [(TYPE, "a", "年份应为整数，而不是 bool", "a year must be int, not bool")],
            id="a truth value",
        ),
    ],
)
def test_a_year_is_one_of_the_calendar(year: Any, expected: list[Said]) -> None:
    """From its first to its last."""
    assert said(year_faults("a", year)) == expected


@pytest.mark.parametrize("value", ["12011", "1201160", "020116", "x"])
def test_a_region_is_six_figures(value: str) -> None:
    """What was written is repeated as it was."""
    zh, en = (
        f"{value!r} 不是 GB/T 2260 的六位代码",
        f"{value!r} is not a six-digit code of GB/T 2260",
    )
    assert said(region_faults("a", value)) == [(INVALID, "a", zh, en)]
    assert said(region_faults("a", "100000")) == []


@pytest.mark.parametrize(
    ("word", "quoted"), [("x" * 60, repr("x" * 60)), ("x" * 61, f"{'x' * 60!r}…")]
)
def test_as_much_of_a_word_is_repeated(word: str, quoted: str) -> None:
    """Sixty letters, and then that there was more; in a path, too."""
    assert told(word) == quoted
    assert told_under("a", word) == ("a." + word if len(word) == 60 else f"a[{quoted}]")
    assert told_under("a", "b c") == "a['b c']"


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        pytest.param("ab", ("xa", "ax"), "", id="less than three fifths alike"),
        pytest.param("abcde", ("abcxy",), "abcxy", id="three fifths"),
        pytest.param("abcd", ("abcx", "abcde"), "abcde", id="the closest"),
        pytest.param("abcd", ("abcx", "abcy"), "abcy", id="of two the later by letter"),
        pytest.param("", ("",), "", id="nothing"),
    ],
)
def test_which_word_may_have_been_meant(name: str, known: tuple[str, ...], meant: str) -> None:
    """None unless three letters of five are alike."""
    expected = (f"；是否指 {meant!r}？", f"; did you mean {meant!r}?") if meant else ("", "")
    assert suggestion(name, known) == suggestion(name, known[::-1]) == expected


@pytest.mark.parametrize(
    ("end", "last", "zh", "en"),
    [
        pytest.param(
            lambda day, how: years_from(day, 2, how),
            date(9997, 12, 31),
            "2 年",
            "2 years",
            id="years",
        ),
        pytest.param(
            lambda day, how: months_from(day, 18, how),
            date(9998, 6, 30),
            "18 个月",
            "18 months",
            id="months",
        ),
        pytest.param(
            lambda day, how: days_from(day, 30, how),
            date(9999, 12, 1),
            "30 日",
            "30 days",
            id="days",
        ),
    ],
)
def test_a_period_ends_within_the_calendar(
    end: Callable[[date, Counting], date], last: date, zh: str, en: str
) -> None:
    """From the last day on which it may begin it ends in time; from two days later, it is told."""
    assert end(last, NOT_COUNTED) - end(last, COUNTED) == timedelta(1)
    late = last + timedelta(2)
    assert [refused(partial(end, late, how)) for how in Counting] == 2 * [
        [
            (
                LIMIT,
                "on",
                f"自 {late} 起的 {zh}超出日历的末日 9999-12-31；请核对日期",
                f"{en} from {late} passes 9999-12-31; check the day",
            )
        ]
    ]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((DAY, BEFORE), [(ORDER, "last", "早于首日", "is before the first day")]),
        ((DAY, "x"), [no_day("last")]),
        (("x", BEFORE), [no_day("first")]),
        (("x", 1), [no_day("first"), no_day("last", "int")]),
    ],
)
def test_a_window_that_is_none(parts: tuple[Any, Any], expected: list[Said]) -> None:
    """An end that is no day is told as that; only two days are compared."""
    assert refused(lambda: Window(*parts)) == expected


NO_NAME: Said = (INVALID, "consortium", *BLANK)
ONE = ("单位、个人须写且只写一个", "must name either a unit or a person, and not both")


@pytest.mark.parametrize(
    ("who", "at"), [({}, "unit"), ({"unit": LEI, "person": Person("甲")}, "person")]
)
def test_a_bar_binds_one_and_only_one(who: dict[str, Any], at: str) -> None:
    """Neither is told where the unit should be, both where the person is; with all else."""
    assert refused(lambda: Bar(**who, window=Window(), consortium="")) == [
        NO_NAME,
        (INCONSISTENT, at, *ONE),
    ]
    assert Bar(unit=LEI, window=Window(), consortium="C").person is None
    assert Bar(person=Person("甲"), window=Window(), consortium="C").unit is None


def engaged(**known: Any) -> Engagement:
    return Engagement(**{"consortium": "C", "unit": LEI, "role": Role.LEAD, **known})


def test_an_engagement_ends_no_earlier_than_it_began() -> None:
    """On the same day it may; its other faults are told before, all of them."""
    assert engaged(since=DAY, ended_on=DAY).ended_on == DAY
    assert refused(lambda: engaged(since=DAY, ended_on=BEFORE)) == [
        (ORDER, "ended_on", "早于开始日", "is earlier than the day it began")
    ]
    assert refused(lambda: engaged(consortium="", jurisdiction="x", since="x")) == [
        no_day("since"),
        NO_NAME,
        (
            INVALID,
            "jurisdiction",
            "'x' 不是 GB/T 2260 的六位代码",
            "'x' is not a six-digit code of GB/T 2260",
        ),
    ]
    assert refused(lambda: Register(complete_to="x")) == [no_day("complete_to")]  # type: ignore[arg-type]


EARLY = ("早于发生之日 2026-03-02", "is before the day it occurred, 2026-03-02")


@pytest.mark.parametrize(
    ("make", "path"),
    [
        (lambda day: Falsification(on=day, occurred_on=DAY), "on"),
        (lambda day: Accident(determined_on=day, occurred_on=DAY), "determined_on"),
    ],
)
def test_nothing_is_established_before_it_occurred(
    make: Callable[[date], object], path: str
) -> None:
    """On the day itself it may be; the day it occurred is told."""
    make(DAY)
    assert refused(lambda: make(BEFORE)) == [(ORDER, path, *EARLY)]


def test_everything_wrong_with_what_is_on_record_is_told_at_once() -> None:
    """Another sort first; then days, years, names and amounts, each at its field."""
    found: Any = {"on": BEFORE, "occurred_on": DAY, "year": 0, "by": "", "serious": "no"}
    graded: Any = {"determined_on": BEFORE, "occurred_on": DAY, "determined_by": ""}
    assert refused(lambda: Falsification(**found)) == [
        (TYPE, "serious", "应为 bool，而不是 str", "must be bool, not str"),
        (ORDER, "on", *EARLY),
        (INVALID, "year", "0 不是年份", "0 is no year"),
        (INVALID, "by", *BLANK),
    ]
    assert refused(lambda: Accident(**graded)) == [
        (ORDER, "determined_on", *EARLY),
        (INVALID, "determined_by", *BLANK),
    ]
    assert refused(lambda: Record(complete_to="x")) == [no_day("complete_to")]  # type: ignore[arg-type]
