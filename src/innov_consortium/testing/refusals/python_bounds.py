"""How much a value of Python may cost to make: what is too large is refused before it is made."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sized
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import Any, Final

from attrs import define

from innov_consortium.testing.cases.problems import CannotRunError

__all__ = ["ITEM", "Budget", "NotAllowedError"]

#: How much may be made and done in all: steps taken, items and characters made.
_MOST_WORK: Final = 20_000_000
#: What one item of a collection counts for, beside the steps in which it is made.
ITEM: Final = 5
#: How often a statement may be repeated: a value may be nested no deeper than this.
_MOST_ROUNDS: Final = 20_000
#: Most bits of a whole number, and most digits of one made from a decimal.
_MOST_BITS: Final = 100_000
_MOST_DIGITS: Final = 10_000

#: What uses up everything an iterable has.
_USES_UP: Final = (list, tuple, set, frozenset, dict, bytes, bytearray)


class NotAllowedError(CannotRunError):
    """A Python value is written with something that is not on the list, or is too large.

    Args:
        what: What is not allowed.
    """

    def __init__(self, what: str) -> None:
        super().__init__(f"the Python value cannot be made: {what}")


@define
class Budget:
    """What was spent so far; every method raises where that would be too much."""

    work: int = 0
    rounds: int = 0

    def spend(self, work: int) -> None:
        """Spend work."""
        self.work += work
        if self.work > _MOST_WORK:
            raise NotAllowedError(what=f"more than {_MOST_WORK} steps")

    def again(self) -> None:
        """Begin another round of something repeated."""
        self.rounds += 1
        _within(self.rounds, _MOST_ROUNDS, "rounds")

    def counted(self, items: Iterable[Any]) -> Iterator[Any]:
        """Yield items, each of which costs."""
        for item in items:
            self.spend(ITEM)
            yield item

    def repeated(self, items: Iterable[Any]) -> Iterator[Any]:
        """Yield items, each of which is a round."""
        for item in items:
            self.again()
            yield item

    def operation(self, op: ast.operator, left: Any, right: Any) -> None:
        """Spend what an operation will cost."""
        if isinstance(op, ast.Mult):
            for many, times in ((left, right), (right, left)):
                if isinstance(many, Sized) and isinstance(times, int):
                    self.spend(len(many) * max(times, 0))
        if isinstance(op, ast.Add) and isinstance(left, Sized) and isinstance(right, Sized):
            self.spend(len(left) + len(right))
        if isinstance(left, int) and isinstance(right, int):
            bits, power = left.bit_length(), isinstance(op, ast.Pow)
            grown = bits * max(right, 0) if power else bits + right.bit_length()
            _within(grown, _MOST_BITS, "bits")
            self.spend(grown // 8)

    def given(self, function: Any, values: list[Any], *, uses_up: bool) -> list[Any]:
        """Return what a call is given, so that no more is made of it than is bounded."""
        if function is reduce and len(values) > 1:
            values = [values[0], self.repeated(values[1]), *values[2:]]
        elif uses_up or function in _USES_UP:
            values = [self._bounded(function, one) for one in values]
        if function in (int, Fraction):
            for one in values:
                _within(_exponent(one), _MOST_DIGITS, "digits")
        return values

    def _bounded(self, function: Any, value: Any) -> Any:
        if isinstance(value, int) and function in (bytes, bytearray):
            self.spend(max(value, 0))
        elif isinstance(value, Sized):
            self.spend(len(value))
        elif isinstance(value, Iterable):
            return self.counted(value)
        return value


def _within(number: int, most: int, what: str) -> None:
    if number > most:
        raise NotAllowedError(what=f"more than {most} {what}")


def _exponent(value: Any) -> int:
    """Return how many digits a number has before or after its point."""
    try:
        made = Decimal(value) if isinstance(value, str | Decimal) else Decimal(0)
    except ArithmeticError:
        return 0
    return abs(made.adjusted()) if made.is_finite() else 0
