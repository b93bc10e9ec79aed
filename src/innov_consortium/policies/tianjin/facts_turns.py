"""Which days may bring another answer although nothing happens: a period, a year, the text ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from innov_consortium.core.calendars import Calendar
from innov_consortium.core.clauses import fact
from innov_consortium.core.consortium import Application
from innov_consortium.core.evaluation import Evaluation
from innov_consortium.core.events import CallIssued, Publicised
from innov_consortium.core.history import Consortium
from innov_consortium.core.periods import Counting, day_following, years_or_ever
from innov_consortium.core.register import Register
from innov_consortium.core.turning import Reason
from innov_consortium.policies.tianjin.facts_bar import free_days
from innov_consortium.policies.tianjin.facts_members import last_in_force
from innov_consortium.policies.tianjin.readings import LastDay
from innov_consortium.policies.tianjin.readings_evaluation import CycleCounting
from innov_consortium.policies.tianjin.readings_revocation import BarHoliday
from innov_consortium.policies.tianjin.results import Cancelled

__all__ = ["FACTS"]


@fact
def turns(
    consortium: Consortium | None,
    day: date,
    commenced_on: date | None,
    application: Application | None,
    register: Register,
    calendar: Calendar | None,
    cancelled: Cancelled,
    evaluations: tuple[Evaluation, ...],
    *,
    valid_until: date,
    last_day: LastDay,
    cycle_counting: CycleCounting,
    cycle_years: int,
    bar_holiday: BarHoliday,
) -> tuple[Reason, ...]:
    """其他不变，仍可能使结论变化的各日：施行、届满、期间或者期限届满、年度更替。"""
    found = [*_after(last_in_force(valid_until, last_day), "art26.s1b", "expiry")]
    if commenced_on is not None:
        found.append(Reason(commenced_on, "art26.s1a", "commencement"))
    if application is not None:
        free = free_days(application, register, calendar, bar_holiday)
        found += [Reason(free_day, "art11.p2.s1b", "bar_over") for free_day in free]
    for window in cancelled.windows:
        found += _after(window.last, "art10.s1b", "cancellation_over")
    found += _deadlines(evaluations)
    if consortium is not None:
        found += _windows(consortium)
        years = range(day.year, valid_until.year + 1)
        found += [Reason(date(year, 1, 1), "art9.s1g", "new_year") for year in years]
    if consortium is not None and cycle_counting is CycleCounting.FROM_APPROVAL:
        found += _anniversaries(consortium, valid_until, cycle_years)
    return tuple(r for r in found if r.day > day)


def _after(last: date | None, provision: str, what: str) -> Iterator[Reason]:
    """Yield that something is over the day after a last day, if there is such a day."""
    day = day_following(last)
    if day is not None:
        yield Reason(day, provision, what)


def _deadlines(evaluations: tuple[Evaluation, ...]) -> Iterator[Reason]:
    for evaluation in evaluations:
        notice = evaluation.notice
        if notice is not None:
            yield from _after(notice.deadline, "art8.s2b", "deadline_over")
            yield from _after(notice.self_report_deadline, "art8.s3b", "self_deadline_over")


def _windows(consortium: Consortium) -> Iterator[Reason]:
    for call in consortium.all(CallIssued):
        if call.first is not None:
            yield Reason(call.first, "art6.item1.s2a", "call_opens")
        last = call.last or date(call.on.year if call.year is None else call.year, 12, 31)
        yield from _after(last, "art6.item1.s2a", "call_over")
    for publicity in consortium.all(Publicised):
        yield from _after(publicity.last, "art6.item5.s2c", "publicity_over")


def _anniversaries(consortium: Consortium, valid_until: date, cycle_years: int) -> Iterator[Reason]:
    approved = consortium.recognised_on
    if approved is None:
        return
    since: date | None = approved
    years = cycle_years
    while since is not None and since <= valid_until:
        last = years_or_ever(approved, years, Counting.FIRST_DAY_NOT_COUNTED)
        years += cycle_years
        since = day_following(last)
        yield from _after(last, "art8.s1b", "cycle_over")


FACTS = (turns,)
