"""What came of a candidate in a year, and of a population over the years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from attrs import frozen

from innov_consortium.core.decide import Standing
from innov_consortium.core.lifecycle import Phase

__all__ = ["COLUMNS", "Held", "Row", "Tally", "plain", "tallies_of"]


@frozen
class Held:
    """An act that was tried and could not be done.

    Args:
        step: The step, by its name in the policy's table.
        on: The day.
        standing: Whether the text refused it, left it open or knows no such act.
        provisions: What stood in its way, or else what left it open; where the text gave no basis
            at all, none.
    """

    step: str
    on: date
    standing: Standing
    provisions: tuple[str, ...]


@frozen(kw_only=True)
class Row:
    """A candidate at the end of a year.

    Args:
        candidate: Its place in the population.
        year: The year.
        consortium: The id of its present consortium; empty if it never did anything.
        attempt: Which of its consortia that is, 1 for the first.
        phase: Where the consortium is in its life.
        stage: Where its life stands by the policy's table.
        grade: The grade of the last result on record of its consortium that stands, whatever the
            text makes of it; ``None`` if there is none.
        barred: Whether a bar of the register names its lead and binds on the last day of the year,
            by what became of any other consortium, or of this one if it is over; ``None`` where
            that cannot be said. Readings by which a bar binds others too, or lasts to another day,
            tell in ``held``, where an application is refused, and not here.
        granted: The steps taken in the year, in their order.
        held: What was tried and could not be done.
    """

    candidate: int
    year: int
    consortium: str
    attempt: int
    phase: Phase
    stage: str
    grade: str | None
    barred: bool | None
    granted: tuple[str, ...]
    held: tuple[Held, ...]


#: The columns of a table of rows, in their order.
COLUMNS = (
    *("candidate", "year", "consortium", "attempt", "phase", "stage", "grade", "barred"),
    *("granted", "refused", "open", "refused_by", "open_by"),
)


def plain(row: Row) -> dict[str, Any]:
    """Return a row as plain values, by :data:`COLUMNS`.

    Steps and provisions are texts with blanks between; ``refused_by`` and ``open_by`` are pairs
    ``step:provision``.
    """
    refused = [h for h in row.held if h.standing is Standing.REFUSED]
    left = [h for h in row.held if h.standing is not Standing.REFUSED]
    values = (
        *(row.candidate, row.year, row.consortium, row.attempt),
        *(row.phase.value, row.stage, row.grade, row.barred),
        *(" ".join(row.granted), *(" ".join(h.step for h in held) for held in (refused, left))),
        *(_because(refused), _because(left)),
    )
    return dict(zip(COLUMNS, values, strict=True))


def _because(held: Iterable[Held]) -> str:
    return " ".join(f"{h.step}:{provision}" for h in held for provision in h.provisions)


@frozen(kw_only=True)
class Tally:
    """What a population comes to in a year.

    Args:
        year: The year.
        candidates: How many candidates there are.
        phases: In how many of them the consortium is in a phase at the end of the year; a candidate
            that never did anything is in none.
        grades: How many recognised consortia have a grade at the end of the year.
        barred: How many leads a bar of the register names and binds then; see :class:`Row`.
        granted: How often each step was taken.
        refused: How often each was tried and refused.
        left_open: How often each was tried and left open, or unknown to the text.
        refused_by: How often each provision stood in the way.
        left_open_by: How often each left something open.
    """

    year: int
    candidates: int
    phases: Counter[Phase]
    grades: Counter[str]
    barred: int
    granted: Counter[str]
    refused: Counter[str]
    left_open: Counter[str]
    refused_by: Counter[str]
    left_open_by: Counter[str]


def tallies_of(rows: Iterable[Row]) -> Iterator[Tally]:
    """Yield what each year's rows come to, in the order of the years."""
    years: dict[int, list[Row]] = {}
    for row in rows:
        years.setdefault(row.year, []).append(row)
    for year in sorted(years):
        yield _tally(year, years[year])


def _tally(year: int, rows: list[Row]) -> Tally:
    held = [h for row in rows for h in row.held]
    refused = [h for h in held if h.standing is Standing.REFUSED]
    left = [h for h in held if h.standing is not Standing.REFUSED]
    there = [row for row in rows if row.phase is Phase.RECOGNISED]
    return Tally(
        year=year,
        candidates=len(rows),
        phases=Counter(row.phase for row in rows if row.consortium),
        grades=Counter(row.grade for row in there if row.grade is not None),
        barred=sum(row.barred is True for row in rows),
        granted=Counter(step for row in rows for step in row.granted),
        refused=Counter(h.step for h in refused),
        left_open=Counter(h.step for h in left),
        refused_by=Counter(p for h in refused for p in h.provisions),
        left_open_by=Counter(p for h in left for p in h.provisions),
    )
