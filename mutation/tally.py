"""How many were killed, and whether that is enough."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import frozen

__all__ = ["EQUIVALENT", "Tally", "equivalents", "interval", "recorded"]

EQUIVALENT = Path("tests/mutation/equivalent.tsv")  # beside the tests: ids name the regions
_LEAST_KILLED = 0.95
_MOST_EQUIVALENT = 0.02
_Z = 1.959964  # of the normal distribution, for 95 %


def interval(killed: int, whole: int) -> tuple[float, float]:
    """Return the 95 % confidence interval of a share in a random sample, after Wilson.

    >>> [round(x, 3) for x in interval(95, 100)]
    [0.888, 0.978]
    """
    if not whole:
        return 0.0, 1.0
    share, z2 = killed / whole, _Z * _Z
    middle = (share + z2 / (2 * whole)) / (1 + z2 / whole)
    spread = share * (1 - share) / whole + z2 / (4 * whole * whole)
    half = _Z / (1 + z2 / whole) * math.sqrt(spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def equivalents() -> dict[str, tuple[str, str]]:
    """Return the mutants that change nothing: for each why, in Chinese and in English."""
    rows = EQUIVALENT.read_text("utf-8").splitlines()[1:]
    found = [row.split("\t") for row in rows if row]
    return {id_: (zh, en) for id_, zh, en in found}


def recorded(results: Path) -> dict[str, dict[str, object]]:
    """Return what a file of results says of each mutant; the last word counts."""
    if not results.exists():
        return {}
    lines = results.read_text("utf-8").splitlines()
    return {one["id"]: one for one in map(json.loads, lines)}


@frozen
class Tally:
    """How many there are.

    Args:
        killed: How many were noticed; those that did not end are noticed too.
        survived: The ids of those that were not.
        equivalent: The ids of those of them that change nothing.
    """

    killed: int
    survived: tuple[str, ...]
    equivalent: tuple[str, ...]

    @classmethod
    def of(
        cls, results: Iterable[Mapping[str, object]], same: Mapping[str, tuple[str, str]]
    ) -> Tally:
        """Count results."""
        killed = 0
        survived: list[str] = []
        equivalent: list[str] = []
        for one in results:
            if one["how"] in {"killed", "timeout"}:
                killed += 1
            elif str(one["id"]) in same:
                equivalent.append(str(one["id"]))
            else:
                survived.append(str(one["id"]))
        return cls(killed, tuple(survived), tuple(equivalent))

    @property
    def whole(self) -> int:
        """How many there are in all."""
        return self.killed + len(self.survived) + len(self.equivalent)

    @property
    def share(self) -> float:
        """The share of those killed among those that change something."""
        return self.killed / max(1, self.killed + len(self.survived))

    @property
    def enough(self) -> bool:
        """Whether the gate is passed."""
        few = len(self.equivalent) <= _MOST_EQUIVALENT * self.whole
        return few and self.share >= _LEAST_KILLED

    def line(self, name: str) -> str:
        """Return a row of a table."""
        changing = self.killed + len(self.survived)
        low, high = interval(self.killed, changing)
        return (
            f"| {name} | {self.whole} | {self.killed} | {len(self.survived)} "
            f"| {len(self.equivalent)} | {self.share:.1%} | {low:.1%} – {high:.1%} |"
        )
