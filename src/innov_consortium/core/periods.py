"""Statutory periods, each under a named counting rule."""

from __future__ import annotations

import enum
from datetime import date, timedelta

from attrs import frozen
from dateutil.relativedelta import relativedelta

from innov_consortium.core.text import day_faults
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = [
    "Counting",
    "Window",
    "day_after",
    "day_before",
    "day_following",
    "days_from",
    "months_from",
    "year_of",
    "years_from",
    "years_or_ever",
]


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

    Args:
        day: The day from which the period runs.
        years: How many calendar years, one or more.
        counting: Whether that day is counted itself.

    Raises:
        InvalidInputError: The period ends after the last day there is, 9999-12-31.

    >>> years_from(date(2027, 10, 10), 3, Counting.FIRST_DAY_NOT_COUNTED)
    datetime.date(2030, 10, 10)
    >>> years_from(date(2027, 10, 10), 3, Counting.FIRST_DAY_COUNTED)
    datetime.date(2030, 10, 9)
    >>> years_from(date(2028, 2, 29), 3, Counting.FIRST_DAY_NOT_COUNTED)
    datetime.date(2031, 2, 28)
    """
    return _last_day(day, counting, (f"{years} 年", _many(years, "year")), years=years)


def months_from(day: date, months: int, counting: Counting) -> date:
    """Return the last day of a period of calendar months that runs from ``day``.

    The last day is found as with :func:`years_from`.

    Args:
        day: The day from which the period runs.
        months: How many calendar months, one or more.
        counting: Whether that day is counted itself.

    Raises:
        InvalidInputError: The period ends after the last day there is, 9999-12-31.

    >>> months_from(date(2027, 8, 31), 18, Counting.FIRST_DAY_NOT_COUNTED)
    datetime.date(2029, 2, 28)
    >>> months_from(date(2027, 8, 31), 18, Counting.FIRST_DAY_COUNTED)
    datetime.date(2029, 2, 27)
    """
    return _last_day(day, counting, (f"{months} 个月", _many(months, "month")), months=months)


def _last_day(
    day: date, counting: Counting, said: tuple[str, str], *, years: int = 0, months: int = 0
) -> date:
    """Return the last day of a period of calendar months or years, be it the last there is."""
    counted = counting is Counting.FIRST_DAY_COUNTED
    whole = counted and day.day == 1 and (years or months)  # the day after may not exist
    try:
        ahead = relativedelta(years=years, months=months)
        last: date = day + (ahead + relativedelta(months=-1, day=31) if whole else ahead)
    except (ValueError, OverflowError):
        raise _beyond(day, *said) from None
    return day_before(last) if counted and not whole else last


def days_from(day: date, days: int, counting: Counting) -> date:
    """Return the last day of a period of days that runs from ``day``.

    Args:
        day: The day from which the period runs.
        days: How many days, one or more.
        counting: Whether that day is counted itself.

    Raises:
        InvalidInputError: The period ends after the last day there is, 9999-12-31.

    >>> days_from(date(2025, 7, 1), 30, Counting.FIRST_DAY_NOT_COUNTED)
    datetime.date(2025, 7, 31)
    >>> days_from(date(2025, 7, 1), 30, Counting.FIRST_DAY_COUNTED)
    datetime.date(2025, 7, 30)
    """
    try:
        return day + timedelta(days=days - (counting is Counting.FIRST_DAY_COUNTED))
    except OverflowError:
        raise _beyond(day, f"{days} 日", _many(days, "day")) from None


def years_or_ever(day: date, years: int, counting: Counting) -> date:
    """Return the last day of a period of calendar years; the last day there is if it ends later.

    For what is asked of a day inside the calendar only: on none of those is such a period over.

    >>> years_or_ever(date(2027, 10, 10), 3, Counting.FIRST_DAY_NOT_COUNTED)
    datetime.date(2030, 10, 10)
    >>> years_or_ever(date(9998, 1, 1), 3, Counting.FIRST_DAY_NOT_COUNTED)
    datetime.date(9999, 12, 31)
    """
    if day.year + years > date.max.year:
        return date.max
    return years_from(day, years, counting)


def day_after(day: date) -> date:
    """Return the day after.

    Raises:
        InvalidInputError: There is none: the day is 9999-12-31.

    >>> day_after(date(2028, 2, 28)), day_after(date(2030, 4, 10))
    (datetime.date(2028, 2, 29), datetime.date(2030, 4, 11))
    """
    try:
        return day + timedelta(days=1)
    except OverflowError:
        raise _beyond(day) from None


def day_following(day: date | None) -> date | None:
    """Return the day after; ``None`` after no day, and after the last day there is.

    >>> day_following(date(2030, 4, 10)), day_following(date.max), day_following(None)
    (datetime.date(2030, 4, 11), None, None)
    """
    return None if day is None or day == date.max else day_after(day)


def day_before(day: date) -> date:
    """Return the day before.

    Raises:
        InvalidInputError: There is none: the day is 0001-01-01.
    """
    try:
        return day - timedelta(days=1)
    except OverflowError:
        zh, en = f"{day} 之前没有日期", f"there is no day before {day}"
        raise InvalidInputError([Fault(FaultKind.LIMIT_EXCEEDED, "on", zh, en)]) from None


def year_of(day: date) -> Window:
    """Return the calendar year a day is in.

    >>> year_of(date(2027, 6, 1)) == Window(date(2027, 1, 1), date(2027, 12, 31))
    True
    """
    return Window(date(day.year, 1, 1), date(day.year, 12, 31))


def _many(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 else f"{n} {what}s"


def _beyond(day: date, zh: str = "", en: str = "") -> InvalidInputError:
    zh = f"自 {day} 起的 {zh}" if zh else f"{day} 之后"
    en = f"{en} from {day}" if en else f"what follows {day}"
    zh, en = f"{zh}超出日历的末日 {date.max}；请核对日期", f"{en} passes {date.max}; check the day"
    return InvalidInputError([Fault(FaultKind.LIMIT_EXCEEDED, "on", zh, en)])
