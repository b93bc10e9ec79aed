"""施行日期（据报道）；有效期所见文字没有写。"""

from __future__ import annotations

from datetime import date

from innov_consortium.core.clauses import clause
from innov_consortium.core.inquiries import InTime
from innov_consortium.core.words import Day, Truth, at_least

__all__ = ["IN_TIME"]


@clause("press.s1")
def in_force_from(day: Day, *, commencement: date) -> Truth:
    """8月10日起正式施行。

    >>> first = date(2025, 8, 10)
    >>> [in_force_from(date(2025, 8, d), commencement=first) for d in (9, 10, 11)]
    [False, True, True]
    """
    return at_least(day, commencement)


IN_TIME = InTime(commencement=in_force_from, end_known=False)
