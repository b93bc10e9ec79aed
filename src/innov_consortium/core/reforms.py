"""Reforms: other figures and other readings, supposed or enacted, on the days they are for.

A reform is data. It says what would be put in the place of a text's own figures, or how a wording
would be read, from a first day to a last one; the clauses stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Any, TypeVar

from attrs import field, frozen

from innov_consortium.core.numbers import with_numbers
from innov_consortium.core.periods import Window
from innov_consortium.core.readings import Choice, Reading, choose
from innov_consortium.core.text import name_faults, told
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = ["Reform", "reform_faults", "reformed_on"]

N = TypeVar("N")


def _pairs(given: Any) -> Any:
    """Return a mapping as pairs, which a frozen value can hold; an option by its name."""
    pairs = given.items() if isinstance(given, Mapping) else given
    return tuple((k, v.option if isinstance(v, Reading) else v) for k, v in pairs)


@frozen(kw_only=True)
class Reform:
    """Figures and readings that count on some days in the place of a policy's own.

    Args:
        name: What it is known by, one line of text.
        numbers: The other figures, by the names of the policy's; a mapping, kept as pairs.
        readings: How wordings are read otherwise, by the names of the policy's readings or by their
            entries, each an option, its name or its letter; a mapping, kept as pairs.
        first: The first day it counts; ``None`` if it has counted ever since.
        last: The last day it counts, inclusive; ``None`` if it does not end.
        source: Where it is proposed or made, one line of text; empty for a mere supposition.

    Raises:
        InvalidInputError: It has no name, changes nothing, or ends before it begins; all of it at
            once.

    >>> five = Reform(name="五家即可", numbers={"min_participants": 5}, first=date(2027, 1, 1))
    >>> dict(five.numbers), date(2026, 12, 31) in five.window, date(2027, 1, 1) in five.window
    ({'min_participants': 5}, False, True)
    """

    name: str
    numbers: tuple[tuple[str, Any], ...] = field(default=(), converter=_pairs)
    readings: tuple[tuple[str, str], ...] = field(default=(), converter=_pairs)
    first: date | None = None
    last: date | None = None
    source: str = ""

    def __attrs_post_init__(self) -> None:
        faults = name_faults("name", self.name)
        faults += name_faults("source", self.source) if self.source != "" else []
        try:
            Window(self.first, self.last)
        except InvalidInputError as error:
            faults += error.faults
        if not self.numbers and not self.readings:
            zh, en = "没有改动任何数字或者解释", "changes no number and no reading"
            faults.append(Fault(FaultKind.INVALID_VALUE, "numbers", zh, en))
        if faults:
            raise InvalidInputError(faults)

    @property
    def window(self) -> Window:
        """The days on which it counts."""
        return Window(self.first, self.last)


def reform_faults(
    reforms: Iterable[Reform], numbers: Any, readings: tuple[Choice, ...]
) -> list[Fault]:
    """Return why reforms cannot be made of a policy; none where they can.

    Args:
        reforms: All reforms that are to be made of it.
        numbers: The policy's figures.
        readings: Its readings.
    """
    several = tuple(reforms)
    faults: list[Fault] = []
    for n, one in enumerate(several):
        for moved in (
            lambda one=one: with_numbers(numbers, dict(one.numbers)),
            lambda one=one: choose(readings, dict(one.readings)),
        ):
            try:
                moved()
            except InvalidInputError as error:
                faults += error.under(f"reforms[{n}]").faults
    return faults or list(_clashes(several, readings))


def reformed_on(
    day: date, reforms: Iterable[Reform], numbers: N, readings: tuple[Choice, ...]
) -> tuple[N, tuple[Choice, ...]]:
    """Return figures and readings with those of the reforms that count on a day.

    Args:
        day: The day.
        reforms: The reforms, none of which clashes with another.
        numbers: The figures without them.
        readings: The readings without them.
    """
    for one in reforms:
        if day in one.window:
            numbers = with_numbers(numbers, dict(one.numbers))
            readings = choose(readings, dict(one.readings))
    return numbers, readings


def _clashes(reforms: tuple[Reform, ...], readings: tuple[Choice, ...]) -> Iterator[Fault]:
    """Yield reforms of one name, and two that move the same thing on the same day."""
    first: dict[str, int] = {}
    for n, one in enumerate(reforms):
        before = first.setdefault(one.name, n)
        if before != n:
            said, there = told(one.name), f"reforms[{before}]"
            zh, en = f"与 {there} 同名：{said}", f"has the name of {there}: {said}"
            yield Fault(FaultKind.DUPLICATE, f"reforms[{n}].name", zh, en)
    for (_, one), (n, other) in combinations(enumerate(reforms), 2):
        path = f"reforms[{n}]"
        if _meet(one, other):
            for name in sorted(_moved(one, readings) & _moved(other, readings)):
                yield Fault(
                    FaultKind.INCONSISTENT,
                    f"{path}.{name}",
                    f"与 {told(one.name)} 在相同的日期改动同一项，无从选择",
                    f"is moved by {told(one.name)} as well, on the same days",
                )


def _meet(one: Reform, other: Reform) -> bool:
    first = max(r.first or date.min for r in (one, other))
    return first <= min(r.last or date.max for r in (one, other))


def _moved(one: Reform, readings: tuple[Choice, ...]) -> set[str]:
    """Return the names of what a reform moves, a reading by its own name."""
    of_entry = {c.question.entry: c.name for c in readings}
    named = {of_entry.get(name, name) for name, _ in one.readings}
    return {f"numbers.{n}" for n, _ in one.numbers} | {f"readings.{n}" for n in named}
