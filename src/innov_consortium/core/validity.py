"""From which day to which a policy is in force, as one value instead of a question for each day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import frozen

from innov_consortium.core.periods import Window
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import ForceInTime

__all__ = ["Validity", "validity_of"]


@frozen
class Validity:
    """The days on which a text is in force, or may be.

    Args:
        window: Those days, both ends included; ``None`` for a text that never is. An open end is
            one that is not known, or that there is none.
        certain: Whether it is known to be in force on all of them, rather than that nobody can say.

    >>> always = Validity(Window(date(2026, 1, 1), None), certain=True)
    >>> [always.meets(Validity(Window(None, date(2025, 12, d)), certain=True)) for d in (30, 31)]
    [False, False]
    >>> always.meets(Validity(Window(None, date(2026, 1, 1)), certain=True))
    True
    """

    window: Window | None
    certain: bool

    def meets(self, other: Validity, *, perhaps: bool = False) -> bool:
        """Return whether both are known to be in force on one day.

        Args:
            other: The other one.
            perhaps: Whether it is enough that they may be.
        """
        if self.window is None or other.window is None:
            return False
        first = max(w.first or date.min for w in (self.window, other.window))
        last = min(w.last or date.max for w in (self.window, other.window))
        return first <= last and (perhaps or (self.certain and other.certain))

    def __str__(self) -> str:
        if self.window is None:
            return "—"
        first, last = self.window.first, self.window.last
        days = f"{'' if first is None else first}…{'' if last is None else last}"
        return days if self.certain else f"{days}?"


def validity_of(policy: Policy) -> Validity:
    """Return the days on which a policy is in force, or may be.

    What is in force begins once and ends at most once.

    >>> Validity(Window(None, date(2030, 4, 10)), certain=False).__str__()
    '…2030-04-10?'
    """
    first = _first(lambda day: policy.in_force(day) is not ForceInTime.NOT_YET)
    if first is None:
        return Validity(None, certain=True)
    over = _first(lambda day: policy.in_force(day) is ForceInTime.EXPIRED)
    if over == first:
        return Validity(None, certain=True)
    last = None if over is None else date.fromordinal(over.toordinal() - 1)
    certain = policy.in_force(first) is ForceInTime.IN_FORCE
    return Validity(Window(None if first == date.min else first, last), certain)


def _first(holds: Callable[[date], bool]) -> date | None:
    """Return the first day from which on something holds; ``None`` if it never does."""
    if not holds(date.max):
        return None
    low, high = date.min.toordinal(), date.max.toordinal()
    while low < high:
        middle = (low + high) // 2
        if holds(date.fromordinal(middle)):
            high = middle
        else:
            low = middle + 1
    return date.fromordinal(low)
