"""第二十六条：生效时间。"""

from __future__ import annotations

from datetime import date

from innov_consortium.core.clauses import Force, clause
from innov_consortium.core.inquiries import InTime
from innov_consortium.core.words import (
    Day,
    Truth,
    at_least,
    at_most,
    more_than,
    not_,
)
from innov_consortium.policies.tianjin.readings import CommencementDay, LastDay
from innov_consortium.policies.tianjin.readings_life import OnExpiry

__all__ = ["IN_TIME"]


@clause("art26.s1a")
def in_force_from_publication(
    day: Day, published_on: Day, *, commencement_day: CommencementDay
) -> Truth:
    """本办法自公布之日起施行。

    >>> published = date(2025, 4, 11)
    >>> days = [date(2025, 4, d) for d in (10, 11, 12)]
    >>> def test(day, read):
    ...     return in_force_from_publication(day, published, commencement_day=read)
    >>> [test(d, CommencementDay.INCLUDED) for d in days]
    [False, True, True]
    >>> [test(d, CommencementDay.NEXT_DAY) for d in days]
    [False, False, True]
    """
    if commencement_day is CommencementDay.NEXT_DAY:
        return more_than(day, published_on)
    return at_least(day, published_on)


@clause("art26.s1b")
def valid_to_last_day(day: Day, *, valid_until: date, last_day: LastDay) -> Truth:
    """有效期至2030年4月10日。

    >>> days = [date(2030, 4, d) for d in (9, 10, 11)]
    >>> def test(day, read):
    ...     return valid_to_last_day(day, valid_until=date(2030, 4, 10), last_day=read)
    >>> [test(d, LastDay.INCLUDED) for d in days]
    [True, True, False]
    >>> [test(d, LastDay.EXCLUDED) for d in days]
    [True, False, False]
    """
    if last_day is LastDay.EXCLUDED:
        return not_(at_least(day, valid_until))
    return at_most(day, valid_until)


@clause("art26.s2")
def former_plan_repealed(
    day: Day, published_on: Day, *, commencement_day: CommencementDay
) -> Truth:
    """原《天津市创新联合体建设工作方案（试行）》（津科资〔2023〕83号）废止，与施行同时。

    >>> published = date(2025, 4, 11)
    >>> days = [date(2025, 4, d) for d in (10, 11, 12)]
    >>> def test(day, read):
    ...     return former_plan_repealed(day, published, commencement_day=read)
    >>> [test(d, CommencementDay.INCLUDED) for d in days]
    [False, True, True]
    >>> [test(d, CommencementDay.NEXT_DAY) for d in days]
    [False, False, True]
    """
    if commencement_day is CommencementDay.NEXT_DAY:
        return more_than(day, published_on)
    return at_least(day, published_on)


def of_pending_matters(*, on_expiry: OnExpiry) -> Force:
    """届满前开始的事项能否办完（A05）。"""
    return {
        OnExpiry.NO_NEW_ACT: Force.ENCOURAGEMENT,
        OnExpiry.PENDING_FINISHED: Force.MANDATORY,
        OnExpiry.STATUS_ENDS: Force.ENCOURAGEMENT,
    }[on_expiry]


@clause("art26.s1b", force=of_pending_matters)
def pending_finished(matter_begun_on: Day, *, valid_until: date, last_day: LastDay) -> Truth:
    """有效期至2030年4月10日：届满前开始的事项办完（A05）。

    >>> days = [date(2030, 4, d) for d in (9, 10, 11)]
    >>> def test(day, read):
    ...     return pending_finished(day, valid_until=date(2030, 4, 10), last_day=read)
    >>> [test(d, LastDay.INCLUDED) for d in days], [test(d, LastDay.EXCLUDED) for d in days]
    ([True, True, False], [True, False, False])
    """
    if last_day is LastDay.EXCLUDED:
        return not_(at_least(matter_begun_on, valid_until))
    return at_most(matter_begun_on, valid_until)


IN_TIME = InTime(
    commencement=in_force_from_publication,
    expiry=valid_to_last_day,
    others=(former_plan_repealed,),
    pending=pending_finished,
)
