"""Every sentence in which something handed in around a case is refused, in both languages.

Attestations, lists, calendars, figures of accounts, cycles: who hands one in is told which field it
is and what it has to be.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from innov_consortium.core.attestations import (
    Attestation,
    Departure,
    Interpretation,
    Listing,
    SpecialCase,
)
from innov_consortium.core.calendars import Calendar
from innov_consortium.core.case import Surroundings
from innov_consortium.core.cycles import Cycle
from innov_consortium.core.figures import AnnualFigure
from innov_consortium.core.organizations import Identifier, MemberKey
from innov_consortium.core.periods import Window
from innov_consortium.errors import FaultKind, InvalidInputError

Faults = list[tuple[FaultKind, str, str, str]]

INCONSISTENT, INVALID = FaultKind.INCONSISTENT, FaultKind.INVALID_VALUE
ORDER, SORT = FaultKind.OUT_OF_ORDER, FaultKind.TYPE_ERROR
DAY = date(2026, 3, 2)
MOMENT: Any = datetime(2026, 3, 2, tzinfo=UTC)
UNIT = Identifier("TOY", "1")
BLANK = ("不得为空，首尾不得有空白", "must not be empty nor begin or end with a blank")
NO_DAY = (
    "应为 datetime.date，而不是 datetime；文字请在边界处解析",
    "must be a datetime.date, not datetime; parse text at the boundary",
)
OPEN = ("日历须写明起止", "a calendar has a first and a last day")
WEEK = Window(date(2026, 10, 1), date(2026, 10, 7))


def told(make: Callable[[], object]) -> Faults:
    """Return all that is told of what cannot be made."""
    with pytest.raises(InvalidInputError) as caught:
        make()
    return [(f.kind, f.path, f.zh, f.en) for f in caught.value.faults]


def not_(wanted: str, got: str) -> tuple[str, str]:
    """Return what is said of something of another sort."""
    return f"应为 {wanted}，而不是 {got}", f"must be {wanted}, not {got}"


def outside(day: str) -> tuple[FaultKind, str, str, str]:
    """Return what is said of a day off that no calendar tells of."""
    zh, en = f"{day} 不在日历的起止之内", f"{day} is outside the days it tells of"
    return INCONSISTENT, "days_off", zh, en


SAID: dict[str, tuple[type[Any], dict[str, Any]]] = {
    "attestation": (Attestation, {"what": "art5.s1", "by": "虚构局", "on": DAY}),
    "departure": (
        Departure,
        {"provision": "art2.s1", "by": "虚构局", "on": DAY, "reason": "确有必要"},
    ),
    "special_case": (SpecialCase, {"ground": "art6.s1"}),
    "interpretation": (
        Interpretation,
        {"reading": "counting", "option": "a", "by": "虚构局", "on": DAY},
    ),
    "listing": (Listing, {"unit": UNIT, "name": "甲名单", "first": DAY}),
    "calendar": (Calendar, {"days_off": frozenset(), "window": WEEK}),
    "figure": (
        AnnualFigure,
        {"unit": UNIT, "year": 2025, "metric": "revenue", "value": Decimal(1)},
    ),
    "surroundings": (Surroundings, {}),
    "cycle": (Cycle, {"first": 2026, "years": 3}),
}

ROWS: list[tuple[str, dict[str, Any], Faults]] = [
    (
        "attestation",
        {"by": " ", "unit": MemberKey(UNIT), "item": "c1"},
        [
            (INVALID, "by", *BLANK),
            (
                INCONSISTENT,
                "item",
                "不能既写成员又写事项",
                "it is about a member or about something else, not both",
            ),
        ],
    ),
    (
        "attestation",
        {"by": 1, "unit": MemberKey(UNIT), "item": 2, "on": MOMENT, "holds": 1},
        [
            (SORT, "by", *not_("str", "int")),
            (SORT, "on", *NO_DAY),
            (SORT, "holds", *not_("bool", "int")),
            (SORT, "item", *not_("str", "int")),
        ],
    ),
    (
        "departure",
        {"on": MOMENT, "by": "", "reason": "\n", "accepted": None},
        [
            (SORT, "on", *NO_DAY),
            (SORT, "accepted", *not_("bool", "NoneType")),
            (INVALID, "by", *BLANK),
            (INVALID, "reason", *BLANK),
        ],
    ),
    ("special_case", {"elected_by": ""}, [(INVALID, "elected_by", *BLANK)]),
    (
        "special_case",
        {"determined_by": " ", "elected_by": " "},
        [(INVALID, "determined_by", *BLANK), (INVALID, "elected_by", *BLANK)],
    ),
    ("interpretation", {"by": ""}, [(INVALID, "by", *BLANK)]),
    ("listing", {"name": ""}, [(INVALID, "name", *BLANK)]),
    (
        "listing",
        {"last": date(2026, 3, 1)},
        [(ORDER, "last", "移出日早于列入日", "is earlier than the day it was listed")],
    ),
    (
        "listing",
        {"first": MOMENT, "name": ""},
        [(SORT, "first", *NO_DAY), (INVALID, "name", *BLANK)],
    ),
    (
        "calendar",
        {"days_off": [DAY], "window": None, "source": None},
        [
            (SORT, "days_off", *not_("frozenset[date]", "list")),
            (SORT, "window", *not_("Window", "NoneType")),
            (SORT, "source", *not_("str", "NoneType")),
        ],
    ),
    (
        "calendar",
        {"window": Window(), "days_off": frozenset({MOMENT})},
        [
            (SORT, "days_off", *NO_DAY),
            (INVALID, "window.first", *OPEN),
            (INVALID, "window.last", *OPEN),
        ],
    ),
    ("calendar", {"window": Window(WEEK.first, None)}, [(INVALID, "window.last", *OPEN)]),
    ("calendar", {"window": Window(None, WEEK.last)}, [(INVALID, "window.first", *OPEN)]),
    (
        "calendar",
        {"days_off": frozenset(date(2026, 10, d) for d in (8, 1, 7, 9))},
        [outside("2026-10-08"), outside("2026-10-09")],
    ),
    (
        "figure",
        {"on": date(2024, 12, 31)},
        [(ORDER, "on", "早于所属年度 2025", "is before the year it is of, 2025")],
    ),
    (
        "figure",
        {"year": 0, "metric": "", "value": Decimal(-1), "on": MOMENT},
        [
            (SORT, "on", *NO_DAY),
            (INVALID, "year", "0 不是年份", "0 is no year"),
            (INVALID, "metric", *BLANK),
            (INVALID, "value", "-1 小于零", "-1 is below nought"),
        ],
    ),
    (
        "surroundings",
        {"cycle_from": 10000},
        [(INVALID, "cycle_from", "10000 不是年份", "10000 is no year")],
    ),
    (
        "cycle",
        {"first": 0},
        [(INVALID, "first", "0 不是年份；应为 1 至 9999", "0 is no year; give one from 1 to 9999")],
    ),
    (
        "cycle",
        {"first": 10000, "years": 0},
        [
            (
                INVALID,
                "first",
                "10000 不是年份；应为 1 至 9999",
                "10000 is no year; give one from 1 to 9999",
            ),
            (
                INVALID,
                "years",
                "一个周期至少一年，不能是 0 年",
                "a cycle has one year at least, not 0",
            ),
        ],
    ),
    (
        "cycle",
        {"first": 9999, "years": 2},
        [
            (
                FaultKind.LIMIT_EXCEEDED,
                "years",
                "周期止于 10000 年，超出日历的末年 9999",
                "the cycle ends in 10000, after the last year there is, 9999",
            )
        ],
    ),
]


@pytest.mark.parametrize(
    ("what", "parts", "faults"), ROWS, ids=[f"{what}-{'-'.join(parts)}" for what, parts, _ in ROWS]
)
def test_what_is_handed_in_is_refused(what: str, parts: dict[str, Any], faults: Faults) -> None:
    """Everything wrong with it is told, first what is of another sort, each place once."""
    sort, sound = SAID[what]
    assert told(lambda: sort(**{**sound, **parts})) == faults


WITHIN: list[tuple[str, dict[str, Any]]] = [
    ("attestation", {"unit": MemberKey(UNIT)}),
    ("attestation", {"item": "c1"}),
    ("listing", {"last": DAY}),
    ("calendar", {"days_off": frozenset({date(2026, 10, 1), date(2026, 10, 7)})}),
    ("figure", {"on": date(2025, 1, 1)}),
    ("figure", {"year": 1, "on": date(1, 1, 1)}),
    ("surroundings", {"cycle_from": 9999}),
    ("cycle", {"first": 1, "years": 1}),
    ("cycle", {"first": 9999, "years": 1}),
    ("cycle", {"first": 1, "years": 9999}),
]


@pytest.mark.parametrize(("what", "parts"), WITHIN, ids=[f"{w}-{'-'.join(p)}" for w, p in WITHIN])
def test_what_lies_just_within_its_bounds_is_taken(what: str, parts: dict[str, Any]) -> None:
    """The bound itself is in."""
    sort, sound = SAID[what]
    made = sort(**{**sound, **parts})
    assert {name: getattr(made, name) for name in parts} == parts
