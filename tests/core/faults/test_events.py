"""Every sentence in which an event is refused, whole and in both languages.

An event that is refused stands in no history; whoever records it has to be told which day, which
name or which figure it is, and all of them at once.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from innov_consortium.core.changes import ChangeKind, ChangeReported
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import (
    CallIssued,
    Corrected,
    Ended,
    EvaluationCalled,
    Event,
    Filed,
    ProjectCalled,
    ProjectFunded,
    Publicised,
    ResultNotified,
)
from innov_consortium.core.organizations import Identifier, Organization, OrganizationKind
from innov_consortium.errors import FaultKind, InvalidInputError

Faults = list[tuple[FaultKind, str, str, str]]

DUPLICATE, INCONSISTENT = FaultKind.DUPLICATE, FaultKind.INCONSISTENT
INVALID, SORT = FaultKind.INVALID_VALUE, FaultKind.TYPE_ERROR
ORDER = FaultKind.OUT_OF_ORDER
BLANK = ("不得为空，首尾不得有空白", "must not be empty nor begin or end with a blank")
MOMENT: Any = datetime(2026, 3, 2, tzinfo=UTC)
NO_DAY = (
    "应为 datetime.date，而不是 datetime；文字请在边界处解析",
    "must be a datetime.date, not datetime; parse text at the boundary",
)


def day(n: int) -> date:
    """Return a day of March 2026."""
    return date(2026, 3, n)


def unit(letter: str, **other: Any) -> Organization:
    """Return a made-up organisation; its code is no Chinese one."""
    code = Identifier("LEI", f"5299000000000000{letter}000")
    kind = OrganizationKind.ENTERPRISE
    return Organization(**{"name": f"虚构{letter}", "id": code, "kind": kind, **other})


LEAD, ONE, STRANGER, ANOTHER = (unit(letter) for letter in "ABYZ")
APPLICATION = Application(lead=LEAD, participants=(ONE,))


def told(make: Callable[[], object]) -> Faults:
    """Return all that is told of what cannot be made."""
    with pytest.raises(InvalidInputError) as caught:
        make()
    return [(f.kind, f.path, f.zh, f.en) for f in caught.value.faults]


def not_text(got: str) -> tuple[str, str]:
    """Return what is said of something else where text is wanted."""
    return f"应为 str，而不是 {got}", f"must be str, not {got}"


def no_year(n: int) -> tuple[str, str]:
    """Return what is said of a number that no year bears."""
    return f"{n} 不是年份", f"{n} is no year"


EVENTS: dict[str, tuple[type[Event], dict[str, Any], Faults]] = {
    "moment": (Event, {"on": MOMENT}, [(SORT, "on", *NO_DAY)]),
    "every_field_of_another_sort": (
        Event,
        {"on": MOMENT, "by": 1, "document": 2, "recorded_on": MOMENT, "id": 3, "under": None},
        [
            (SORT, "on", *NO_DAY),
            (SORT, "by", *not_text("int")),
            (SORT, "document", *not_text("int")),
            (SORT, "recorded_on", *NO_DAY),
            (SORT, "id", *not_text("int")),
            (SORT, "under", *not_text("NoneType")),
        ],
    ),
    "by_nobody": (Event, {"by": ""}, [(INVALID, "by", *BLANK)]),
    "recorded_before": (
        Event,
        {"recorded_on": day(9)},
        [(ORDER, "recorded_on", "记录日早于发生日", "is before the day it happened")],
    ),
    "corrects_nothing": (Corrected, {"of": ""}, [(INVALID, "of", *BLANK)]),
    "corrects_by_nobody_nothing": (
        Corrected,
        {"of": " ", "by": " "},
        [(INVALID, "by", *BLANK), (INVALID, "of", *BLANK)],
    ),
    "correction_of_a_correction": (
        Corrected,
        {"of": "", "instead": Corrected(on=day(1), of="a")},
        [
            (INVALID, "of", *BLANK),
            (
                INCONSISTENT,
                "instead",
                "更正的内容不能又是更正",
                "must be what happened, not another correction",
            ),
        ],
    ),
    "happened_after_the_correction": (
        Corrected,
        {"of": "a", "recorded_on": day(12), "instead": Event(on=day(13))},
        [
            (
                ORDER,
                "instead.on",
                "晚于更正的记录日",
                "is after the day the correction was recorded",
            )
        ],
    ),
    "call_ends_before_it_begins": (
        CallIssued,
        {"first": day(20), "last": day(19)},
        [(ORDER, "last", "早于起始日", "is before the first day")],
    ),
    "call_of_moments": (
        CallIssued,
        {"first": MOMENT, "last": MOMENT},
        [(SORT, "first", *NO_DAY), (SORT, "last", *NO_DAY)],
    ),
    "publicity_ends_before_it_begins": (
        Publicised,
        {"last": day(9)},
        [(ORDER, "last", "早于公示首日", "is before the first day of publicity")],
    ),
    "publicity_to_a_moment": (Publicised, {"last": MOMENT}, [(SORT, "last", *NO_DAY)]),
    "filed_with_nobody": (Filed, {"recipient": ""}, [(INVALID, "recipient", *BLANK)]),
    "filed_with_strangers": (
        Filed,
        {
            "recipient": " ",
            "application": APPLICATION,
            "co_applicants": frozenset({ANOTHER.key, LEAD.key, STRANGER.key, ONE.key}),
        },
        [
            (INVALID, "recipient", *BLANK),
            *(
                (INCONSISTENT, "co_applicants", f"{code} 不是成员单位", f"{code} is not a member")
                for code in ("LEI:5299000000000000Y000", "LEI:5299000000000000Z000")
            ),
        ],
    ),
    "ground_cited_twice": (
        Ended,
        {"by": "", "grounds": ("art1.item2", "art1.item1", "art1.item2", "art1.item2")},
        [
            (INVALID, "by", *BLANK),
            (DUPLICATE, "grounds[2]", "'art1.item2' 重复", "'art1.item2' is cited twice"),
            (DUPLICATE, "grounds[3]", "'art1.item2' 重复", "'art1.item2' is cited twice"),
        ],
    ),
    "result_of_no_year": (
        ResultNotified,
        {"by": "", "year": 10000},
        [(INVALID, "by", *BLANK), (INVALID, "year", *no_year(10000))],
    ),
    "evaluation_until_moments": (
        EvaluationCalled,
        {"deadline": MOMENT, "self_report_deadline": MOMENT},
        [(SORT, "deadline", *NO_DAY), (SORT, "self_report_deadline", *NO_DAY)],
    ),
    "projects_of_no_years": (
        ProjectCalled,
        {"by": "", "year": 0, "evaluation_year": 10000},
        [
            (INVALID, "by", *BLANK),
            (INVALID, "year", *no_year(0)),
            (INVALID, "evaluation_year", *no_year(10000)),
        ],
    ),
    "money_below_nought": (
        ProjectFunded,
        {"by": "", "amount": Decimal("-0.01")},
        [(INVALID, "by", *BLANK), (INVALID, "amount", "-0.01 小于零", "-0.01 is below nought")],
    ),
    "unreadable_new_name": (
        ChangeReported,
        {"by": "", "kind": ChangeKind.MEMBER_RENAME, "new_name": " 更名"},
        [(INVALID, "by", *BLANK), (INVALID, "new_name", *BLANK)],
    ),
    "change_of_no_kind": (
        ChangeReported,
        {"kind": "member_exit"},
        [(SORT, "kind", "应为 ChangeKind，而不是 str", "must be ChangeKind, not str")],
    ),
}


@pytest.mark.parametrize(("sort", "parts", "faults"), EVENTS.values(), ids=EVENTS)
def test_an_event_is_refused(sort: type[Event], parts: dict[str, Any], faults: Faults) -> None:
    """Unless the day is what is wrong, it happened on 10 March 2026."""
    assert told(lambda: sort(**{"on": day(10), **parts})) == faults


SOUND: dict[str, tuple[type[Event], dict[str, Any]]] = {
    "recorded_that_day": (Event, {"recorded_on": day(10)}),
    "corrected_that_day": (Corrected, {"of": "a", "instead": Event(on=day(10))}),
    "corrected_when_recorded": (
        Corrected,
        {"of": "a", "recorded_on": day(12), "instead": Event(on=day(12))},
    ),
    "call_of_one_day": (CallIssued, {"first": day(20), "last": day(20)}),
    "call_without_a_first_day": (CallIssued, {"last": day(1)}),
    "call_without_a_last_day": (CallIssued, {"first": day(20)}),
    "publicity_of_one_day": (Publicised, {"last": day(10)}),
    "filed_by_members": (
        Filed,
        {"application": APPLICATION, "co_applicants": frozenset({LEAD.key, ONE.key})},
    ),
    "filed_by_nobody_known": (Filed, {"co_applicants": frozenset({STRANGER.key})}),
    "grounds_once": (Ended, {"grounds": ("art1.item2", "art1.item1")}),
    "first_year": (ResultNotified, {"year": 1}),
    "last_year": (ProjectCalled, {"year": 9999, "evaluation_year": 1}),
    "no_money": (ProjectFunded, {"amount": Decimal(0)}),
}


@pytest.mark.parametrize(("sort", "parts"), SOUND.values(), ids=SOUND)
def test_an_event_just_within_its_bounds_is_recorded(
    sort: type[Event], parts: dict[str, Any]
) -> None:
    """The bound itself is in: of days, of years and of money."""
    made = sort(**{"on": day(10), **parts})
    assert {name: getattr(made, name) for name in parts} == parts
