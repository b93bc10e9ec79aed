"""Which result, and which grade, stood on an earlier day, once something later is known.

Direct tests of the facts behind arts. 8 and 10. Each holds an argument that is handed on to a
second look at the same events, where leaving it out changed no other test.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.policies.tianjin.lives import confirmed, corrected, graded, notified

from innov_consortium.core.evaluation import Evaluation
from innov_consortium.core.events import EvaluationEvent
from innov_consortium.policies.tianjin import facts_results
from innov_consortium.policies.tianjin.readings_evaluation import (
    CancelledYear,
    Correction,
    GradeFrom,
    Legacy,
)
from innov_consortium.policies.tianjin.readings_projects import PendingProject
from innov_consortium.policies.tianjin.results import Cancelled, Result, results_on

ONE = timedelta(1)
PUBLISHED = date(2025, 4, 11)
CONFIRMED, NOTIFIED, CORRECTED = date(2027, 11, 20), date(2027, 12, 10), date(2028, 2, 1)


def on(day: date, year: int, *events: EvaluationEvent, grade_from: GradeFrom) -> Result | None:
    """Return the result of a year that stands on a day, if one does."""
    told = (Evaluation(year=year, events=events),)
    found = results_on(told, day, PUBLISHED, grade_from, Correction.FORWARD, "final_confirmation")
    return found[0] if found else None


def test_before_a_correction_the_first_grade_counts_from_its_confirmation() -> None:
    """更正以前仍是原来的结果，依解释自最终审核确认起算数：后来的更正不改变自何日起（D12）。

    A correction that came later is no reason to forget which day the reading looks at.
    """
    events = (confirmed(), notified(), corrected("unqualified"))

    def told(day: date) -> tuple[str | None, date] | None:
        one = on(day, 2027, *events, grade_from=GradeFrom.CONFIRMATION)
        return None if one is None else (one.grade, one.effective_on)

    assert told(CONFIRMED - ONE) is None
    assert [told(d) for d in (CONFIRMED, NOTIFIED - ONE)] == [(None, CONFIRMED)] * 2
    assert [told(d) for d in (NOTIFIED, CORRECTED - ONE)] == [("good", CONFIRMED)] * 2
    assert told(CORRECTED) == ("unqualified", CORRECTED)


def test_before_a_correction_an_earlier_texts_result_is_the_earlier_texts() -> None:
    """施行以前通报的，在其更正以前、以后都是原工作方案下的结果，不因后来更正而成为本办法的（A08）。"""
    given, righted = PUBLISHED - ONE, date(2026, 2, 1)
    events = (graded(2024, on=given), corrected("good", on=righted, year=2024))
    ours = (graded(2024, on=PUBLISHED), events[1])

    def legacy(day: date, told: tuple[EvaluationEvent, ...]) -> bool | None:
        one = on(day, 2024, *told, grade_from=GradeFrom.NOTIFICATION)
        return None if one is None else one.legacy

    assert [legacy(d, events) for d in (given, righted - ONE, righted)] == [True, True, True]
    assert [legacy(d, ours) for d in (PUBLISHED, righted - ONE, righted)] == [False, False, False]


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2027, 3, 9), False),
        (date(2027, 3, 10), None),
        (date(2027, 12, 31), None),
        (date(2028, 3, 10), None),
        (date(2028, 3, 11), False),
    ],
)
def test_a_grade_nobody_knows_may_cancel_twelve_months(day: date, value: bool | None) -> None:
    """等级不明、读作自通报起十二个月的：其内不明，以前、以后不取消，不以历年论（D02）。"""
    since = date(2027, 3, 10)
    unknown = Result(year=2026, grade=None, notified_on=since, effective_on=since)
    found: Cancelled = facts_results.cancelled(
        (unknown,),
        (unknown,),
        None,
        day,
        unqualified=("unqualified",),
        cancelled_year=CancelledYear.TWELVE_MONTHS,
        pending_project=PendingProject.FALLS,
        legacy=Legacy.FORWARD,
    )
    assert found.value is value
    assert found.missing == (("events[result_notified].grade",) if value is None else ())
