"""What an assessment comes to: how many applications have which answer, and which outcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import narwhals as nw
from attrs import frozen

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.report import Answer
from innov_consortium.core.sources import ForceInTime

__all__ = ["Summary", "summary_of"]

_OPEN = (Outcome.DEPARTS_FROM_PRINCIPLE, Outcome.UNKNOWN, Outcome.NEEDS_JUDGEMENT)


@frozen
class Summary:
    """How many applications an assessment says what of.

    Args:
        applications: How many there are.
        in_force: On how many of their days the text is in force, or not.
        answers: How many have which answer.
        outcomes: How many have which outcome, for each column of a norm; those of which nothing is
            said, since the text gives no basis, are in none.
    """

    applications: int
    in_force: Mapping[ForceInTime, int]
    answers: Mapping[Answer, int]
    outcomes: Mapping[str, Mapping[Outcome, int]]

    def failing(self, columns: Iterable[str]) -> tuple[str, ...]:
        """Return the columns in which not all is met, those first that are most often not met.

        Where as many are not met, those first that are most often open.

        Args:
            columns: The columns to be looked at, in the order of the law.
        """

        def badly(column: str) -> tuple[int, int]:
            found = self.outcomes[column]
            return found[Outcome.NOT_MET], sum(found[o] for o in _OPEN)

        return tuple(sorted(filter(lambda c: any(badly(c)), columns), key=badly, reverse=True))


def summary_of(frame: Any, columns: Iterable[str]) -> Summary:
    """Compute what an assessment comes to, in one pass over its table.

    Args:
        frame: The table of an assessment, of any library that is taken.
        columns: The columns of norms.
    """
    enums = {"in_force": ForceInTime, "answer": Answer, **dict.fromkeys(columns, Outcome)}
    table: Any = nw.from_native(frame)
    counted = table.select(
        nw.len().alias("number"),
        *(
            (nw.col(column).cast(nw.String) == one.value).sum().alias(f"{column} {one.value}")
            for column, words in enums.items()
            for one in words
        ),
    )
    if isinstance(counted, nw.LazyFrame):
        polars = counted.implementation.is_polars()
        counted = counted.collect(engine="streaming") if polars else counted.collect("pyarrow")
    row = counted.rows(named=True)[0]
    found: dict[str, Counter[Any]] = {
        column: Counter({one: int(row[f"{column} {one.value}"] or 0) for one in words})
        for column, words in enums.items()
    }
    return Summary(
        applications=int(row["number"]),
        in_force=found.pop("in_force"),
        answers=found.pop("answer"),
        outcomes=found,
    )
