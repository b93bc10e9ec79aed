"""第十六条：施行。条文没有写有效期，没有届满之日。"""

from __future__ import annotations

from innov_consortium.core.clauses import clause
from innov_consortium.core.inquiries import InTime
from innov_consortium.core.words import Day, Truth, at_least

__all__ = ["IN_TIME"]


@clause("art16.s1")
def begun(day: Day, commenced_on: Day) -> Truth:
    """本办法自公布之日起三十日后施行。

    >>> from datetime import date
    >>> first = date(2025, 8, 1)
    >>> days = [date(2025, 7, 31), first, date(2025, 8, 2)]
    >>> [begun(day, first) for day in days], begun(first, None)
    ([False, True, True], None)
    """
    return at_least(day, commenced_on)


IN_TIME = InTime(commencement=begun)
