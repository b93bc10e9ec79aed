"""Grades, and evaluations owed: arts. 10 to 12."""

from __future__ import annotations

from datetime import date

from innov_consortium.core.clauses import fact
from innov_consortium.core.duties import Owing
from innov_consortium.core.evaluation import evaluations_of
from innov_consortium.core.events import Event, ResultAnnulled, ResultNotified
from innov_consortium.core.history import Consortium
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.register import Count

__all__ = ["FACTS", "Results"]

#: Results that stand, in the order of their years: each year with its grade, if that is known.
Results = tuple[tuple[int, str | None], ...]

_GRADE = "events[result_notified].grade"


@fact
def results(consortium: Consortium | None) -> Results:
    """现行有效的评价结果：更正的以更正为准，撤销的不计。"""
    evaluations = () if consortium is None else evaluations_of(consortium.events)
    last = [(e.year, e.results[-1]) for e in evaluations if e.results]
    return tuple((y, r.grade) for y, r in last if not isinstance(r, ResultAnnulled))


@fact
def on_file(consortium: Consortium | None) -> bool:
    """已备案，没有注销。"""
    return consortium is not None and consortium.phase is Phase.RECOGNISED


@fact
def has_result(results: Results) -> bool:
    """已有通报的评价结果。"""
    return bool(results)


@fact(reads=_GRADE)
def latest_grade(results: Results) -> str | None:
    """最近一次评价结果的等次。"""
    return results[-1][1] if results else None


@fact(reads="act.grade")
def notified_grade(act: Event | None) -> str | None:
    """本次通报的等次。"""
    return act.grade if isinstance(act, ResultNotified) else None


@fact
def failed_run(results: Results, *, failing_grades: tuple[str, ...]) -> Count:
    """最近连续不合格的次数，至少。"""
    years = _last_years(results, failing_grades)
    unknown = any(grade is None for _, grade in results)
    return Count(len(years), tuple(map(str, years)), missing=(_GRADE,) if unknown else ())


@fact
def possible_failed_run(results: Results, *, failing_grades: tuple[str, ...]) -> int:
    """最近连续不合格的次数，至多：等次不明的也可能不合格。"""
    return len(_last_years(results, (*failing_grades, None)))


def _last_years(results: Results, grades: tuple[str | None, ...]) -> tuple[int, ...]:
    """Return the years of the last results in a row that have one of some grades."""
    years: list[int] = []
    for year, grade in reversed(results):
        if grade not in grades:
            break
        years.insert(0, year)
    return tuple(years)


@fact
def evaluations_owed(consortium: Consortium, *, cycle_years: int) -> tuple[Owing, ...]:
    """每一评价周期一次，自备案的次年起计算；期内通报结果的即已履行。"""
    since = consortium.recognised_on
    if since is None or consortium.phase is not Phase.RECOGNISED:
        return ()
    notified = [event.on for event in consortium.all(ResultNotified)]
    owed = []
    for first in range(since.year + 1, consortium.on.year + 1, cycle_years):
        last = first + cycle_years - 1
        done = [day for day in notified if first <= day.year <= last]
        owed.append(
            Owing(
                since=date(first, 1, 1),
                due=date(last, 12, 31),
                done_on=done[0] if done else None,
                subject=f"{first}-{last}",
            )
        )
    return tuple(owed)


FACTS = (
    results,
    on_file,
    has_result,
    latest_grade,
    notified_grade,
    failed_run,
    possible_failed_run,
    evaluations_owed,
)
