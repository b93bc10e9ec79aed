"""Reports of one text side by side."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.toy_filing import FILING
from tests.toy_grounds import GROUNDS, TWICE

from innov_consortium import InvalidInputError
from innov_consortium.core.case import Dossier
from innov_consortium.core.records import Record
from innov_consortium.core.report import Answer, Report
from innov_consortium.core.timelines import Timeline

BOTH = ("striking_off", "coming_back")
DAYS = (date(2026, 12, 31), date(2029, 2, 28), date(2031, 3, 1))


def report(on: date, inquiry: str) -> Report:
    """Return a report on the one that failed twice."""
    known = Dossier(history=TWICE, record=Record(complete_to=date(2040, 1, 1)))
    return GROUNDS.check(inquiry, known, on=on)


EVERY = tuple(report(day, inquiry) for inquiry in BOTH for day in DAYS)


def test_a_row_for_every_day_and_a_column_for_every_inquiry() -> None:
    """Days from first to last, whatever the order of the reports; inquiries as they come."""
    timeline = Timeline(EVERY[::-1])
    assert timeline.days == DAYS
    assert timeline.inquiries == BOTH[::-1]
    assert all(timeline.at(r.on, r.inquiry) is r for r in EVERY)
    assert timeline.at(date(2026, 1, 1), "striking_off") is None


def test_only_answers_that_are_not_those_of_the_row_above_are_compared() -> None:
    """By day, and of one day by inquiry."""
    changes = Timeline(EVERY).changes
    assert [(c.after.on, c.inquiry) for c in changes] == [
        (DAYS[1], "striking_off"),
        (DAYS[1], "coming_back"),
        (DAYS[2], "coming_back"),
    ]
    assert changes[0].answers == (Answer.OPEN, Answer.MET)


def test_a_day_without_a_report_is_passed_over() -> None:
    """What was not asked on the day above cannot have altered since."""
    (change,) = Timeline((EVERY[0], EVERY[1], EVERY[5])).changes
    assert change.inquiry == "striking_off"


def test_reports_that_cannot_stand_side_by_side_are_refused() -> None:
    """None at all; two of one day and inquiry, and one of another text, told together."""
    with pytest.raises(InvalidInputError, match="reports: 至少须有一份报告"):
        Timeline(())
    stranger = evolve(EVERY[2], policy=FILING)
    with pytest.raises(InvalidInputError) as caught:
        Timeline((EVERY[0], EVERY[0], stranger))
    assert [(f.path, f.kind.value) for f in caught.value.faults] == [
        ("reports[1]", "duplicate"),
        ("reports[2].policy", "inconsistent"),
    ]


def test_a_day_asked_about_has_its_row_though_there_is_no_report() -> None:
    """Nothing could be asked on it, and that is something to see."""
    early = date(2025, 1, 1)
    timeline = Timeline(EVERY, (early, DAYS[0]))
    assert timeline.days == (early, *DAYS)
    assert timeline.at(early, "striking_off") is None
    assert timeline.changes == Timeline(EVERY).changes
