"""Reforms that cannot be made and reports that cannot stand side by side: every sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.conftest import DRAFT, MET, PUBLISHED, READINGS
from tests.toy_grounds import GROUNDS, TWICE

from innov_consortium.core.case import Dossier
from innov_consortium.core.reforms import Reform, reform_faults, reformed_on
from innov_consortium.core.timelines import Timeline
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

TYPE, INVALID = FaultKind.TYPE_ERROR, FaultKind.INVALID_VALUE
INCONSISTENT, DUPLICATE = FaultKind.INCONSISTENT, FaultKind.DUPLICATE
DAY = date(2026, 3, 2)
FIRST, LAST, NEXT = date(2026, 6, 1), date(2026, 6, 30), date(2026, 7, 1)
TOY = DRAFT.supposing_published(PUBLISHED)
BLANK = ("不得为空，首尾不得有空白", "must not be empty nor begin or end with a blank")

Said = tuple[FaultKind, str, str, str]


def said(faults: list[Fault]) -> list[Said]:
    return [(f.kind, f.path, f.zh, f.en) for f in faults]


def refused(make: Callable[[], object]) -> list[Said]:
    with pytest.raises(InvalidInputError) as caught:
        make()
    return said(list(caught.value.faults))


def reform(name: str, **known: Any) -> Reform:
    return Reform(**{"name": name, "numbers": {"min_participants": 2}, **known})


def clashes(*reforms: Reform) -> list[Said]:
    return said(reform_faults(reforms, DRAFT.numbers, READINGS))


def both_move(n: int, what: str, name: str) -> Said:
    return (
        INCONSISTENT,
        f"reforms[{n}].{what}",
        f"与 {name!r} 在相同的日期改动同一项，无从选择",
        f"is moved by {name!r} as well, on the same days",
    )


def one_name(n: int, name: str) -> Said:
    return (
        DUPLICATE,
        f"reforms[{n}].name",
        f"与 reforms[0] 同名：{name!r}",
        f"has the name of reforms[0]: {name!r}",
    )


def test_a_reform_that_is_none_is_told_all_of_it() -> None:
    """Its name, its source, its days, and that it changes nothing."""
    assert refused(lambda: Reform(name="", source=" ", first=LAST, last=FIRST)) == [
        (INVALID, "name", *BLANK),
        (INVALID, "source", *BLANK),
        (FaultKind.OUT_OF_ORDER, "last", "早于首日", "is before the first day"),
        (INVALID, "numbers", "没有改动任何数字或者解释", "changes no number and no reading"),
    ]
    assert reform("甲", first=FIRST, last=FIRST).source == ""
    assert reform("甲", numbers={}, readings={"counting": "b"}).numbers == ()


def test_what_a_reform_cannot_move_is_told_before_what_two_move() -> None:
    """By the place of the reform; its figures before its readings."""
    wrong = reform("甲", numbers={"zzz": 1}, readings={"counting": "c"})
    assert clashes(reform("甲"), wrong) == [
        (INVALID, "reforms[1].numbers.zzz", "没有数字 'zzz'", "there is no number 'zzz'"),
        (
            INVALID,
            "reforms[1].readings.counting",
            "没有 'c' 这种解释；可选：a=apart, b=together",
            "has no option 'c'; there are a=apart, b=together",
        ),
    ]


MIN = "numbers.min_participants"


@pytest.mark.parametrize(
    ("reforms", "expected"),
    [
        pytest.param((reform("甲"), reform("乙")), [both_move(1, MIN, "甲")], id="ever and ever"),
        pytest.param(
            (reform("甲", last=LAST), reform("乙", first=LAST)),
            [both_move(1, MIN, "甲")],
            id="on one day",
        ),
        pytest.param((reform("甲", last=LAST), reform("乙", first=NEXT)), [], id="the day after"),
        pytest.param((reform("甲", first=NEXT), reform("乙", last=LAST)), [], id="the day before"),
        pytest.param(
            (reform("甲"), reform("甲")),
            [
                (
                    DUPLICATE,
                    "reforms[1].name",
                    "与 reforms[0] 同名：'甲'",
                    "has the name of reforms[0]: '甲'",
                ),
                both_move(1, MIN, "甲"),
            ],
            id="one name",
        ),
        pytest.param(
            (
                reform("甲", readings={"X01": "b", "scope": "b"}),
                reform("乙", numbers={"max_engagements": 3}, last=LAST),
                reform("丙", readings={"scope": "b", "counting": "b"}),
            ),
            [
                both_move(2, MIN, "甲"),
                both_move(2, "readings.counting", "甲"),
                both_move(2, "readings.scope", "甲"),
            ],
            id="by the entry or by the name",
        ),
    ],
)
def test_two_reforms_do_not_move_one_thing_on_one_day(
    reforms: tuple[Reform, ...], expected: list[Said]
) -> None:
    """What they both move is told one by one, in the order of the names."""
    assert clashes(*reforms) == expected


def test_a_reform_counts_on_its_first_and_on_its_last_day() -> None:
    """Figures and readings; on other days neither."""
    one = reform("甲", readings={"counting": "b"}, first=FIRST, last=LAST)
    found = [reformed_on(day, (one,), DRAFT.numbers, READINGS) for day in (DAY, FIRST, LAST, NEXT)]
    assert [(n.min_participants, c[0].option.option) for n, c in found] == [
        (3, "apart"),
        (2, "together"),
        (2, "together"),
        (3, "apart"),
    ]


def test_reports_that_cannot_stand_side_by_side_are_told_together() -> None:
    """None; two of one day and inquiry, each with the first of them; one of another text."""
    one = GROUNDS.check("coming_back", Dossier(history=TWICE), on=DAY)
    other = evolve(TOY.check("formation", MET, on=DAY), inquiry="coming_back")
    zh = "与 reports[0] 同日同一询问；每日每一询问一份，两份的比较请用 compare"
    en = "is of the day and inquiry of reports[0]; compare() is for such two"
    mine, theirs = GROUNDS.edition, TOY.edition
    kept = "只能比较同一文本的报告，其解释、数字、公布日期可以不同"
    only = (
        "only reports of one text can be compared, under whatever readings, numbers and publication"
    )

    assert refused(lambda: Timeline(())) == [
        (INVALID, "reports", "至少须有一份报告", "at least one report is needed")
    ]
    assert refused(lambda: Timeline((one, one, other))) == [
        (DUPLICATE, "reports[1]", zh, en),
        (
            INCONSISTENT,
            "reports[2].policy",
            f"{theirs} 与 {mine} 不是同一文本；{kept}",
            f"{theirs} is another text than {mine}; {only}",
        ),
        (DUPLICATE, "reports[2]", zh, en),
    ]
