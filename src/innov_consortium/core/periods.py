"""Statutory periods, each under a named counting rule."""

from __future__ import annotations

import enum
from datetime import date, timedelta

from attrs import frozen
from dateutil.relativedelta import relativedelta

from innov_consortium.core.text import day_faults
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = ["Counting", "Window", "years_from"]


class Counting(enum.Enum):
    """How the days of a period are counted that runs from an event."""

    FIRST_DAY_NOT_COUNTED = "first_day_not_counted"
    FIRST_DAY_COUNTED = "first_day_counted"


@frozen
class Window:
    """Days from a first to a last one, both included; ``None`` for a side that is open.

    >>> w = Window(date(2026, 3, 2), date(2026, 3, 4))
    >>> [date(2026, 3, d) in w for d in (1, 2, 4, 5)]
    [False, True, True, False]
    """

    first: date | None = None
    last: date | None = None

    def __attrs_post_init__(self) -> None:
        faults = day_faults("first", self.first, optional=True)
        faults += day_faults("last", self.last, optional=True)
        if not faults and self.first and self.last and self.last < self.first:
            zh, en = "早于首日", "is before the first day"
            faults.append(Fault(FaultKind.OUT_OF_ORDER, "last", zh, en))
        if faults:
            raise InvalidInputError(faults)

    def __contains__(self, day: date) -> bool:
        begun = self.first is None or self.first <= day
        return begun and (self.last is None or day <= self.last)


def years_from(day: date, years: int, counting: Counting) -> date:
    """Return the last day of a period of calendar years that runs from ``day``.

    Where the first day is not counted the last day is the corresponding one, or the last of that
    month where there is none (Civil Code arts. 201 and 202, by analogy); where it is counted, the
    day before that.

    >>> years_from(date(2027, 10, 10), 3, Counting.FIRST_DAY_NOT_COUNTED)
    datetime.date(2030, 10, 10)
    >>> years_from(date(2027, 10, 10), 3, Counting.FIRST_DAY_COUNTED)
    datetime.date(2030, 10, 9)
    >>> years_from(date(2028, 2, 29), 3, Counting.FIRST_DAY_NOT_COUNTED)
    datetime.date(2031, 2, 28)
    """
    corresponding: date = day + relativedelta(years=years)
    if counting is Counting.FIRST_DAY_COUNTED:
        return corresponding - timedelta(days=1)
    return corresponding
