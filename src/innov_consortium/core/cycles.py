"""A cycle of years in which everybody is to be evaluated by experts, and a plan of how to do so."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from datetime import date

from attrs import field, frozen

from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.numbers import Number, numbers_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.sorts import sort_faults
from innov_consortium.core.sources import ForceInTime
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = ["CoveragePlan", "Cycle", "CycleEntry", "CycleState", "CycleYear", "stated_years"]

_YEARS = "cycle_years"


@frozen
class Cycle:
    """The years of one cycle.

    Args:
        first: Its first year, from 1 to 9999.
        years: How many years it has, one at least; none of them comes after 9999.

    Raises:
        InvalidInputError: It has no first year, or no years, or passes the end of the calendar.

    >>> cycle = Cycle(2026, 3)
    >>> list(cycle), cycle.last, 2025 in cycle, 2028 in cycle
    ([2026, 2027, 2028], 2028, False, True)
    """

    first: int
    years: int

    def __attrs_post_init__(self) -> None:
        faults = sort_faults(self) or list(self._faults())
        if faults:
            raise InvalidInputError(faults)

    def __contains__(self, year: int) -> bool:
        return self.first <= year <= self.last

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.first, self.last + 1))

    @property
    def last(self) -> int:
        """Its last year."""
        return self.first + self.years - 1

    @property
    def first_day(self) -> date:
        """The 1 January of its first year."""
        return date(self.first, 1, 1)

    @property
    def last_day(self) -> date:
        """The 31 December of its last year."""
        return date(self.last, 12, 31)

    def _faults(self) -> Iterator[Fault]:
        kind = FaultKind.INVALID_VALUE
        if not date.min.year <= self.first <= date.max.year:
            zh, en = f"{self.first} 不是年份", f"{self.first} is no year"
            yield Fault(kind, "first", f"{zh}；应为 1 至 9999", f"{en}; give one from 1 to 9999")
        if self.years < 1:
            zh = f"一个周期至少一年，不能是 {self.years} 年"
            en = f"a cycle has one year at least, not {self.years}"
            yield Fault(kind, "years", zh, en)
        elif self.first <= date.max.year < self.last:
            zh = f"周期止于 {self.last} 年，超出日历的末年 {date.max.year}"
            en = f"the cycle ends in {self.last}, after the last year there is, {date.max.year}"
            yield Fault(FaultKind.LIMIT_EXCEEDED, "years", zh, en)


def stated_years(policy: Policy) -> Number | None:
    """Return how many years a cycle has by the text; ``None`` where it states no such figure."""
    return next((n for n in numbers_of(policy.numbers) if n.name == _YEARS), None)


class CycleState(enum.Enum):
    """How a consortium stands to a cycle.

    It is *due* if it has been recognised ever since the first day of the cycle and was not
    evaluated for a year of it; *not due* if it was recognised later: then it may be selected, but
    need not be. It is *covered* once a result for a year of the cycle is notified. Where the policy
    cannot say for which years it was evaluated, that is *unknown*. Whoever is not recognised is
    *left out*.
    """

    DUE = "due"
    NOT_DUE = "not_due"
    COVERED = "covered"
    UNKNOWN = "unknown"
    LEFT_OUT = "left_out"


@frozen(kw_only=True)
class CycleEntry:
    """A consortium as it stands to a cycle.

    Args:
        consortium: Its id.
        state: How it stands.
        phase: Its phase on the day, or on the last day of the cycle if that is earlier.
        recognised_on: Since when it has been recognised; ``None`` if it never was by then.
        ended_on: The day it ended; ``None`` if it did not by then.
        evaluated: The years, of this cycle or of another one, in which experts evaluated it and a
            result was notified, the earliest first; ``None`` if not known.
        selected: The years of the cycle for which it has been selected, the result still to come.
    """

    consortium: str
    state: CycleState
    phase: Phase
    recognised_on: date | None = None
    ended_on: date | None = None
    evaluated: tuple[int, ...] | None = None
    selected: tuple[int, ...] = ()


@frozen(kw_only=True)
class CycleYear:
    """A year left in a cycle.

    Args:
        year: The year.
        capacity: How many experts can evaluate in that year; ``None`` if nobody has set a limit.
        done: How many were evaluated for that year already, with a result, due or not.
        selected: Those selected for it already, the result still to come, by id. Nothing is
            proposed beside them where they exceed the capacity.
        proposed: Those proposed beside them, in the order of the proposal.
    """

    year: int
    capacity: int | None
    done: int
    selected: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()

    @property
    def consortia(self) -> tuple[str, ...]:
        """Everybody to be evaluated in that year; those selected already come first."""
        return (*self.selected, *self.proposed)


@frozen(kw_only=True)
class CoveragePlan:
    """A proposal of whom to evaluate in which year of a cycle.

    It is made for the authority that evaluates. A shortfall says what that authority cannot do
    within its capacity; it has no consequence for any consortium.

    Args:
        policy: The policy asked, as official interpretations settle it.
        cycle: The cycle.
        on: The day.
        in_force: Whether the text is in force on that day.
        consortia: Every consortium asked about, those due first, in the order of the proposal.
        years: The years left, from that of the day on; a year before which the text has expired is
            none of them.
        awaited: Those due that were selected, but for no year of those left, and whose result is
            still to come, by id. They are not proposed again, so that nobody is evaluated twice; if
            no result is to come, whoever keeps the history has to say so first.
        shortfall: Those due that have no place within the capacity, in the order of the proposal.
    """

    policy: Policy = field(repr=False)
    cycle: Cycle
    on: date
    in_force: ForceInTime
    consortia: tuple[CycleEntry, ...]
    years: tuple[CycleYear, ...]
    awaited: tuple[str, ...]
    shortfall: tuple[str, ...]

    def at(self, state: CycleState) -> tuple[CycleEntry, ...]:
        """Return those who stand to the cycle in one way."""
        return tuple(one for one in self.consortia if one.state is state)

    @property
    def covered(self) -> Mapping[str, tuple[int, ...]]:
        """The years of the cycle in which each of those covered was evaluated."""
        return {
            one.consortium: tuple(y for y in one.evaluated or () if y in self.cycle)
            for one in self.at(CycleState.COVERED)
        }

    @property
    def due(self) -> tuple[str, ...]:
        """Those who have to be evaluated still, in the order of the proposal."""
        return tuple(one.consortium for one in self.at(CycleState.DUE))

    @property
    def not_due(self) -> tuple[str, ...]:
        """Those who may be selected but need not be."""
        return tuple(one.consortium for one in self.at(CycleState.NOT_DUE))

    @property
    def select_now(self) -> tuple[str, ...]:
        """Everybody to be evaluated in the year of the day; those selected already come first."""
        return next((y.consortia for y in self.years if y.year == self.on.year), ())

    @property
    def later(self) -> Mapping[int, tuple[str, ...]]:
        """Whom to evaluate in the years that come after that of the day."""
        return {y.year: y.consortia for y in self.years if y.year > self.on.year}
