"""When the text begins, and the days on which an answer turns by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from innov_consortium.core.clauses import fact
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Publicised
from innov_consortium.core.history import Consortium
from innov_consortium.core.periods import Counting, day_after, day_following, days_from
from innov_consortium.core.records import Record
from innov_consortium.core.register import Register
from innov_consortium.core.turning import Reason

from innov_policy_shuiyun.facts_members import last_day_punished
from innov_policy_shuiyun.readings import CommencementCounting

__all__ = ["FACTS"]

_COUNTING = {
    CommencementCounting.NOT_COUNTED: Counting.FIRST_DAY_NOT_COUNTED,
    CommencementCounting.COUNTED: Counting.FIRST_DAY_COUNTED,
}


@fact(reads="published_on")
def commenced_on(
    published_on: date | None,
    *,
    days_to_commencement: int,
    commencement_counting: CommencementCounting,
) -> date | None:
    """施行的首日：三十日届满的次日。"""
    if published_on is None:
        return None
    counting = _COUNTING[commencement_counting]
    return day_after(days_from(published_on, days_to_commencement, counting))


@fact
def turns(
    application: Application | None,
    consortium: Consortium | None,
    register: Register,
    record: Record,
    commenced_on: date | None,
    day: date,
    *,
    clean_years: int,
) -> tuple[Reason, ...]:
    """其他不变，仍可能使结论变化的各日：施行、限制届满、处罚满两年、公示期满、年度更替。"""
    found = [] if commenced_on is None else [Reason(commenced_on, "art16.s1", "commencement")]
    if application is not None and application.filed_on is None:
        found += _by_filing_later(register, record, day, clean_years)
    if consortium is not None:
        ends = (publicity.last for publicity in consortium.all(Publicised))
        found += [r for last in ends for r in _after(last, "art8.p1.s1", "publicity_over")]
    return tuple(reason for reason in found if reason.day > day)


def _by_filing_later(
    register: Register, record: Record, day: date, clean_years: int
) -> Iterator[Reason]:
    """Yield the days from which a filing that is not handed in yet may come out otherwise."""
    for bar in register.bars:
        at = "art13.p1.s1b" if bar.person is None else "art13.p1.s1c"
        yield from _after(bar.window.last, at, "bar_over")
    for one in record.determinations:
        yield from _after(last_day_punished(one, clean_years), "art4.item3", "punishment_over")
    if day.year < date.max.year:
        yield Reason(date(day.year + 1, 1, 1), "art5.p2.item1", "new_year")


def _after(last: date | None, provision: str, what: str) -> Iterator[Reason]:
    """Yield that something is over the day after a last day, if there is such a day."""
    day = day_following(last)
    if day is not None:
        yield Reason(day, provision, what)


FACTS = (commenced_on, turns)
