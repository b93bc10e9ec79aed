"""From columns of outcomes to verdicts, so that every engine is compared in one form."""

from __future__ import annotations

from typing import Any

import polars as pl
from benchmarks.formation17.rules import OF_MEMBERS, RULES

__all__ = ["failing_rules"]


def failing_rules(found: pl.DataFrame, offenders: pl.DataFrame, *, met: Any) -> list[Any]:
    """Return for each application whether it is admissible, and which rules fail.

    Args:
        found: One row an application: the key, an outcome for each rule, ``answer``.
        offenders: One row an offending participant: the key, its ``place`` in the application, an
            outcome for each rule that is asked of participants.
        met: What stands for a rule that is met.
    """
    found = found.sort("application").with_columns(pl.col(pl.Enum, pl.Categorical).cast(pl.String))
    offenders = offenders.with_columns(pl.col(pl.Enum, pl.Categorical).cast(pl.String))
    places: dict[tuple[int, str], list[int]] = {}
    for row in offenders.sort("application", "place").iter_rows(named=True):
        for rule in OF_MEMBERS:
            if row[rule] != met:
                places.setdefault((row["application"], rule), []).append(row["place"])
    return [
        (
            row["answer"] == met,
            {
                rule: tuple(places.get((row["application"], rule), ()))
                for rule in RULES
                if row[rule] != met
            },
        )
        for row in found.iter_rows(named=True)
    ]
