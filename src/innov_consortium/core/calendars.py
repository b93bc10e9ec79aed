"""Which days are days off, as far as a host says so. The core knows no holiday of its own."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from innov_consortium.core.periods import Window, day_after
from innov_consortium.core.sorts import prepare, sort_faults
from innov_consortium.core.text import day_faults
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = ["Calendar"]


@frozen(kw_only=True)
class Calendar:
    """The days off that an authority has announced, weekends and moved working days included.

    Args:
        days_off: Every day off in the window.
        window: The days it tells of; outside it nothing is known. Both its ends are given.
        announced_on: The day it was announced; ``None`` if not known, and then it always counts.
        source: Where it is announced.

    Raises:
        InvalidInputError: The window is open on a side, or a day off lies outside it.
    """

    days_off: frozenset[date]
    window: Window
    announced_on: date | None = None
    source: str = ""

    def __attrs_post_init__(self) -> None:
        faults = sort_faults(self)
        if faults:
            raise InvalidInputError(faults)
        faults = [f for day in self.days_off for f in day_faults("days_off", day)]
        for name in ("first", "last"):
            if getattr(self.window, name) is None:
                zh, en = "日历须写明起止", "a calendar has a first and a last day"
                faults.append(Fault(FaultKind.INVALID_VALUE, f"window.{name}", zh, en))
        if not faults:
            faults = [
                Fault(
                    FaultKind.INCONSISTENT,
                    "days_off",
                    f"{day} 不在日历的起止之内",
                    f"{day} is outside the days it tells of",
                )
                for day in sorted(self.days_off)
                if day not in self.window
            ]
        if faults:
            raise InvalidInputError(faults)

    def is_off(self, day: date) -> bool | None:
        """Return whether a day is a day off; ``None`` if the calendar does not tell of it."""
        return day in self.days_off if day in self.window else None

    def next_working_day(self, day: date) -> date | None:
        """Return the day itself, or the first working day after it; ``None`` if that is not known.

        >>> national_day = frozenset(date(2026, 10, d) for d in range(1, 8))
        >>> calendar = Calendar(
        ...     days_off=national_day, window=Window(date(2026, 9, 28), date(2026, 10, 31))
        ... )
        >>> [calendar.next_working_day(date(2026, 10, d)) for d in (1, 8)]
        [datetime.date(2026, 10, 8), datetime.date(2026, 10, 8)]
        >>> calendar.next_working_day(date(2029, 6, 12)) is None
        True
        """
        while (off := self.is_off(day)) is True:
            day = day_after(day)
        return None if off is None else day


prepare(Calendar)
