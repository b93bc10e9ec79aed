"""Reforms of a made-up text: what one is, which days it is for, and when the answer alters."""

from __future__ import annotations

import pickle
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.conftest import DAY, DRAFT, PUBLISHED, Counting, unit

from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Application
from innov_consortium.core.reforms import Reform
from innov_consortium.core.report import Mark
from innov_consortium.core.sources import ForceInTime
from innov_consortium.errors import FaultKind, InvalidInputError

POLICY = DRAFT.supposing_published(PUBLISHED)
FIRST, LAST = date(2026, 6, 1), date(2027, 5, 31)
TWO = Reform(name="两家", numbers={"min_participants": 2}, first=FIRST, last=LAST)
CASE = Case(application=Application(lead=unit(1), participants=(unit(2), unit(3))))
FEWEST = "art2.s1"


def made(**said: Any) -> Reform:
    return Reform(**{"name": "甲", **said})


def faults(*reforms: Reform) -> list[tuple[str, FaultKind]]:
    with pytest.raises(InvalidInputError) as caught:
        POLICY.reformed(*reforms)
    return [(fault.path, fault.kind) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("day", "fewest"),
    [(date(2026, 5, 31), 3), (FIRST, 2), (LAST, 2), (date(2027, 6, 1), 3)],
)
def test_both_ends_of_its_days_are_counted(day: date, fewest: int) -> None:
    report = POLICY.reformed(TWO).check("formation", CASE, on=day)
    finding = report.finding(FEWEST)

    assert finding is not None
    assert [n.value for n in finding.norm.numbers if n.name == "min_participants"] == [fewest]
    assert (Mark.OTHER_NUMBERS in report.marks) is (fewest == 2)
    assert report.policy.reforms == (TWO,)
    assert report == POLICY.reformed(TWO).under(day).check("formation", CASE, on=day)


def test_without_reforms_nothing_is_made() -> None:
    """The policy of a day is then the policy itself; with them it is made once."""
    reformed = POLICY.reformed(TWO)

    assert POLICY.under(DAY) is POLICY
    assert reformed.under(FIRST) is reformed.under(LAST)
    assert reformed.under(FIRST).under(date(2028, 1, 1)).numbers == POLICY.numbers
    assert pickle.loads(pickle.dumps(reformed.under(FIRST))) == reformed.under(FIRST)  # noqa: S301 - its own


def test_what_cannot_be_moved_is_told_at_once() -> None:
    numbers = {"min_participants": "2", "nope": 1}
    assert faults(made(numbers=numbers), made(name="乙", readings={"counting": "c"})) == [
        ("reforms[0].numbers.min_participants", FaultKind.TYPE_ERROR),
        ("reforms[0].numbers.nope", FaultKind.INVALID_VALUE),
        ("reforms[1].readings.counting", FaultKind.INVALID_VALUE),
    ]


@pytest.mark.parametrize(
    ("first", "found"),
    [
        (LAST, [("reforms[1].numbers.min_participants", FaultKind.INCONSISTENT)]),
        (None, [("reforms[1].numbers.min_participants", FaultKind.INCONSISTENT)]),
    ],
)
def test_two_may_not_move_the_same_on_one_day(
    first: date | None, found: list[tuple[str, FaultKind]]
) -> None:
    assert faults(TWO, made(numbers={"min_participants": 4}, first=first)) == found


def test_one_may_follow_another() -> None:
    """From the day after the last."""
    after = made(numbers={"min_participants": 4}, first=date(2027, 6, 1))
    policy = POLICY.reformed(TWO).reformed(after)

    assert [
        policy.under(day).numbers.min_participants for day in (DAY, LAST, date(2027, 6, 1))
    ] == [
        3,
        2,
        4,
    ]
    assert faults(TWO, evolve(after, name="两家")) == [("reforms[1].name", FaultKind.DUPLICATE)]


def test_nothing_that_changes_nothing() -> None:
    with pytest.raises(InvalidInputError, match="changes no number and no reading"):
        made()


def test_readings_and_figures_beneath() -> None:
    """What is chosen for the policy itself counts where no reform is in its place."""
    policy = POLICY.reformed(made(readings={"counting": Counting.TOGETHER}, last=LAST))
    other = policy.with_numbers(min_participants=5).with_readings(counting="apart")

    assert [c.option for c in policy.under(LAST).readings if c.name == "counting"] == [
        Counting.TOGETHER
    ]
    assert other.under(LAST).numbers.min_participants == 5
    assert other.under(date(2028, 1, 1)).readings == POLICY.readings
    assert policy.by_default == POLICY


def test_a_text_may_last_longer() -> None:
    longer = made(numbers={"valid_until": date(2032, 12, 31)}, first=date(2030, 1, 1))
    policy = POLICY.reformed(longer)

    assert POLICY.in_force(date(2031, 1, 1)) is ForceInTime.EXPIRED
    assert policy.in_force(date(2031, 1, 1)) is ForceInTime.IN_FORCE
    assert policy.in_force(date(2033, 1, 1)) is ForceInTime.EXPIRED
