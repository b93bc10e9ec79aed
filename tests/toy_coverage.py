"""A made-up policy under which experts evaluate everybody within two years, and lives under it.

It is the filing measures of ``toy_filing`` with a cycle, a reading, and a last day.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve, frozen
from tests.toy_filing import FILING, OFFICE
from tests.toy_filing import Numbers as FilingNumbers

from innov_consortium.core.clauses import clause, fact
from innov_consortium.core.evaluation import evaluations_of
from innov_consortium.core.events import (
    Ended,
    EvaluationAssigned,
    EvaluationMode,
    Event,
    Recognised,
    ResultAnnulled,
    ResultNotified,
)
from innov_consortium.core.history import Consortium, History
from innov_consortium.core.inquiries import InTime
from innov_consortium.core.numbers import stated
from innov_consortium.core.readings import Reading, question
from innov_consortium.core.words import Day, Truth, at_most

__all__ = ["CYCLICAL", "MEASURES", "SILENT", "assigned", "done", "ended", "life", "recognised"]

PUBLISHED = date(2020, 1, 1)


@frozen(kw_only=True)
class Numbers(FilingNumbers):
    """What the text states."""

    cycle_years: int = stated(2, "art5.s1", unit="年")
    last_day: date = stated(date(2030, 4, 10), "art6.s1")


class EvaluatedWhen(Reading):
    """评价何时算作已经进行？"""

    NOTIFIED = ("a", "结果通报之后", "once the result is notified")
    SELECTED = ("b", "选取之后", "once it is selected")


EVALUATED_WHEN = question(
    "evaluated_when",
    EvaluatedWhen,
    default=EvaluatedWhen.NOTIFIED,
    entry="X01",
    provisions=("art5.s1",),
    reason="没有结果的评价不成其为评价",
    reason_en="an evaluation without a result is none",
)


@fact
def years_by_experts(
    consortium: Consortium, *, evaluated_when: EvaluatedWhen
) -> tuple[int, ...] | None:
    """经专家评价的年份；有一年的等级不明的，不能说。"""
    by_experts = [e for e in evaluations_of(consortium.events) if e.mode is EvaluationMode.EXPERT]
    if evaluated_when is EvaluatedWhen.SELECTED:
        return tuple(e.year for e in by_experts)
    results = [e.results[-1] for e in by_experts if e.results]
    standing = [r for r in results if not isinstance(r, ResultAnnulled)]
    if any(r.grade is None for r in standing):
        return None
    return tuple(r.of_year for r in reversed(standing))


@clause("art6.s1")
def not_over(day: Day, *, last_day: date) -> Truth:
    """至其末日。"""
    return at_most(day, last_day)


#: The measures, their publication unknown.
CYCLICAL = evolve(
    FILING,
    numbers=Numbers(),
    readings=(EVALUATED_WHEN,),
    facts=(*FILING.facts, years_by_experts),
    evaluated="years_by_experts",
    in_time=InTime(commencement=FILING.in_time.commencement, expiry=not_over),
)

#: The same, but stating neither the length of a cycle nor a last day.
SILENT = evolve(CYCLICAL, numbers=FILING.numbers, in_time=FILING.in_time)

#: The measures, supposed to have been published.
MEASURES = CYCLICAL.supposing_published(PUBLISHED)


def life(name: str, *events: Event) -> History:
    """Return a history of events in the order of their days."""
    return History(name, tuple(sorted(events, key=lambda e: e.on)))


def recognised(on: date) -> Recognised:
    """Return that it was put on file."""
    return Recognised(on=on, by=OFFICE)


def ended(on: date) -> Ended:
    """Return that it was struck off."""
    return Ended(on=on, by=OFFICE, on_request=False)


def assigned(year: int, **other: Any) -> EvaluationAssigned:
    """Return that experts are to evaluate a year, decided in March of it."""
    parts = {"on": date(year, 3, 1), "mode": EvaluationMode.EXPERT, **other}
    return EvaluationAssigned(**{"year": year, **parts})


def done(year: int, **other: Any) -> ResultNotified:
    """Return that the result of a year was notified, in November of it."""
    return ResultNotified(**{"on": date(year, 11, 1), "year": year, "grade": "良好", **other})
