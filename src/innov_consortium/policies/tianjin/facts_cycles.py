"""Cycles in which experts evaluate everybody, and yearly inspections (arts. 8, 22)."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from innov_consortium.core.clauses import fact, items
from innov_consortium.core.duties import Owing
from innov_consortium.core.history import Consortium
from innov_consortium.core.periods import Counting, Window, day_following, years_or_ever
from innov_consortium.core.register import Count
from innov_consortium.policies.tianjin.readings_evaluation import CycleCounting
from innov_consortium.policies.tianjin.results import Result

__all__ = ["FACTS", "ITEMS", "Cycle", "years_in"]


@frozen
class Cycle:
    """A cycle of expert evaluation.

    Args:
        window: Its days, both ends included; ``None`` where nobody says from which year they run.
    """

    window: Window | None

    @property
    def key(self) -> str | None:
        """What an attestation about it names as its item: the year it begins in."""
        first = None if self.window is None else self.window.first
        return None if first is None else str(first.year)


@items(path="cycles[{}]".format)
def cycle(cycles: tuple[Cycle, ...]) -> tuple[Cycle, ...]:
    """联合体经历的各个评价周期（D01）。"""
    return cycles


@fact
def cycles(
    consortium: Consortium | None,
    status_ends: date | None,
    day: date,
    commenced_on: date | None,
    cycle_from: int | None,
    *,
    cycle_years: int,
    cycle_counting: CycleCounting,
) -> tuple[Cycle, ...]:
    """联合体经历的各个评价周期，正在进行的也在内（D01）；起始年度没有给出的不明。"""
    if consortium is None or consortium.recognised_on is None:
        return ()
    since = consortium.recognised_on
    since = since if commenced_on is None else max(since, commenced_on)
    until = day if status_ends is None else min(day, status_ends)
    if cycle_counting is CycleCounting.FROM_APPROVAL:
        return _from_approval(since, until, cycle_years)
    if cycle_counting is CycleCounting.ROLLING:
        first = since.year if since == date(since.year, 1, 1) else since.year + 1
        whole = range(first, until.year - cycle_years + 2)
        return tuple(Cycle(_years(year, cycle_years)) for year in whole)
    if cycle_from is None:
        return (Cycle(None),)
    begun = (since.year - cycle_from) // cycle_years * cycle_years + cycle_from
    first = max(begun, cycle_from)
    return tuple(Cycle(_years(y, cycle_years)) for y in range(first, until.year + 1, cycle_years))


@fact(each="cycle", reads="cycle_from")
def cycle_over(cycle: Cycle, day: date) -> bool | None:
    """周期已满。"""
    last = None if cycle.window is None else cycle.window.last
    return None if last is None else day > last


@fact(each="cycle", reads="cycle_from")
def there_throughout(
    cycle: Cycle, consortium: Consortium | None, status_ends: date | None
) -> bool | None:
    """整个周期都是经批复的联合体。"""
    window = cycle.window
    if window is None or window.first is None or window.last is None:
        return None
    since = None if consortium is None else consortium.recognised_on
    begun = since is not None and since <= window.first
    return begun and (status_ends is None or status_ends > window.last)


@fact(each="cycle", reads="cycle_from")
def expert_evaluations(
    cycle: Cycle,
    expert_years: tuple[int, ...],
    results: tuple[Result, ...],
    *,
    cycle_counting: CycleCounting,
) -> Count:
    """周期内经专家评价、已有结果的年度数；自批复之日起计的周期，以通报之日为准（D01）。"""
    if cycle.window is None:
        return Count(None, missing=("cycle_from",))
    within = years_in(cycle.window, expert_years, results, cycle_counting)
    return Count(len(within), tuple(str(year) for year in within))


@items(path="inspections[{}]".format)
def yearly_inspection(inspections_owed: tuple[Owing, ...]) -> tuple[Owing, ...]:
    """应当监督检查的各年度（D14）。"""
    return inspections_owed


@fact(each="yearly_inspection")
def inspection_due(yearly_inspection: Owing, day: date) -> bool:
    """该年度已过，或者已经检查。"""
    due = yearly_inspection.due
    return yearly_inspection.done_on is not None or (due is not None and day > due)


@fact(each="yearly_inspection")
def inspection_done(yearly_inspection: Owing) -> bool:
    """本区的部门已经检查。"""
    return yearly_inspection.done_on is not None


def years_in(
    window: Window,
    expert_years: tuple[int, ...],
    results: tuple[Result, ...],
    cycle_counting: CycleCounting,
) -> tuple[int, ...]:
    """Return the years evaluated by experts that belong to a cycle (D01).

    A cycle of calendar years has the years in it; one that runs from an approval, the results
    notified in it.
    """
    by_day = cycle_counting is CycleCounting.FROM_APPROVAL
    notified = {r.year: r.notified_on for r in results}
    days = {y: notified.get(y) if by_day else date(y, 1, 1) for y in expert_years}
    return tuple(y for y, day in days.items() if day is not None and day in window)


def _years(first: int, years: int) -> Window:
    # A cycle that ends when days have ended is not over on any day there is.
    last = min(first + years - 1, date.max.year)
    return Window(date(first, 1, 1), date(last, 12, 31))


def _from_approval(since: date, until: date, years: int) -> tuple[Cycle, ...]:
    """Return the cycles from an approval on: its day is not counted, each ends on its like."""
    found: list[Cycle] = []
    first: date | None = since
    while first is not None and first <= until:
        last = years_or_ever(since, years * (len(found) + 1), Counting.FIRST_DAY_NOT_COUNTED)
        found.append(Cycle(Window(first, last)))
        first = day_following(last)
    return tuple(found)


ITEMS = (cycle, yearly_inspection)

FACTS = (
    cycles,
    cycle_over,
    there_throughout,
    expert_evaluations,
    inspection_due,
    inspection_done,
)
