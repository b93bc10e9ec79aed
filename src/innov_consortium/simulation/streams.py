"""Numbers drawn by name: each stream is its own, whatever else is drawn.

A stream is named by a seed, by what it is for, by whose it is and by the year. What it yields
depends on nothing else: not on other streams, nor on the order in which they are drawn from, nor on
the process. Two runs with one seed therefore draw the same wherever they ask for the same, and
differ only in what follows from something else than chance.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from hashlib import blake2b
from random import Random
from typing import TypeVar

__all__ = ["Stream", "stream"]

T = TypeVar("T")

_EIGHT = struct.Struct("<8Q")
_UNIT = 2.0**-53
_BETWEEN = "\x1f"


def stream(seed: int, name: str, index: int = 0, year: int = 0) -> Stream:
    """Return the stream of a name.

    Args:
        seed: The seed of the run.
        name: What is drawn for, such as the name of a step.
        index: Whose it is: the place of a candidate in its population.
        year: The year; 0 for what is drawn once.

    >>> stream(7, "grade", 12, 2028).random() == stream(7, "grade", 12, 2028).random()
    True
    >>> stream(7, "grade", 12, 2028).random() == stream(7, "grade", 13, 2028).random()
    False
    """
    named = f"{seed}{_BETWEEN}{name}{_BETWEEN}{index}{_BETWEEN}{year}"
    return Stream(blake2b(named.encode()).digest())


class Stream:
    """Numbers that a name stands for, one after another.

    Args:
        digest: The 64 bytes its name comes to.
    """

    __slots__ = ("_blocks", "_digest", "_left")

    def __init__(self, digest: bytes) -> None:
        self._digest = digest
        self._blocks = 0
        self._left: list[int] = []

    def random(self) -> float:
        """Return the next number, from 0 up to and without 1."""
        return (self._next() >> 11) * _UNIT

    def chance(self, probability: float) -> bool:
        """Return whether something comes about that does so with a probability.

        Of a greater probability it comes about wherever it does of a smaller one.

        >>> [stream(1, "rain").chance(p) for p in (0, 1)]
        [False, True]
        """
        return self.random() < probability

    def below(self, bound: int) -> int:
        """Return the next whole number from 0 up to and without a bound, all alike.

        Args:
            bound: From 1 to 2**32; beyond, the numbers would no longer be quite alike.
        """
        return (self._next() * bound) >> 64

    def choice(self, options: Sequence[T]) -> T:
        """Return one of some options, all alike."""
        return options[self.below(len(options))]

    def pick(self, shares: Mapping[T, float]) -> T:
        """Return one of some options by their shares, which need not come to 1.

        >>> stream(1, "grade").pick({"good": 3, "poor": 0})
        'good'
        """
        at = self.random() * sum(shares.values())
        for option, share in shares.items():
            at -= share
            if at < 0:
                return option
        return [option for option, share in shares.items() if share > 0][-1]  # by rounding

    def day(self, first: date, last: date) -> date:
        """Return a day from a first to a last one, both included, all alike."""
        return first + timedelta(days=self.below((last - first).days + 1))

    def generator(self) -> Random:
        """Return a generator of the standard library that begins where this stream does.

        For the distributions it has. It costs about five times as much to make as a stream.
        """
        return Random(self._digest)  # noqa: S311 - to be repeated, not to be secret

    def _next(self) -> int:
        if not self._left:
            block = self._digest
            if self._blocks:
                block = blake2b(block, salt=self._blocks.to_bytes(16, "little")).digest()
            self._blocks += 1
            self._left = [*reversed(_EIGHT.unpack(block))]
        return self._left.pop()
