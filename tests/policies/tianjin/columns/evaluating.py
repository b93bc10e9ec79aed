"""What a function of ``columns`` says of rows: evaluated as in a table, seen as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import narwhals as nw
import polars as pl

from innov_consortium.core.clauses import Fact

__all__ = ["DAY", "TEXT", "TRUTH", "WHOLE", "said_of"]

TEXT, TRUTH, DAY, WHOLE = pl.String, pl.Boolean, pl.Date, pl.Int64
_SORTS: Mapping[type, Any] = {str: TEXT, bool: TRUTH, date: DAY, int: WHOLE}


def said_of(
    fact: Fact[..., Any],
    rows: Sequence[tuple[Any, ...]],
    columns: str,
    **plain: Any,
) -> list[Any]:
    """Return what a fact is in each row.

    Args:
        fact: The fact, as the policy derives it from columns.
        rows: The rows, each with a value for every column.
        columns: The names of the columns, one after another. Other facts that it needs are taken
            from ``plain``, or else are unknown; those that are there are the ones ``given``.
        plain: What is the same for all rows, and how the text is read.
    """
    names = columns.split()
    frame = pl.DataFrame(
        {name: [row[n] for row in rows] for n, name in enumerate(names)},
        schema={name: _sort([row[n] for row in rows]) for n, name in enumerate(names)},
    )
    named = {name: plain[name] for name in fact.settings if name != "given"}
    if "given" in fact.settings:
        named["given"] = plain.get("given", frozenset(names))
    needs = [nw.col(n) if n in names else plain.get(n, nw.lit(None)) for n in fact.needs]
    found = fact.function(*needs, **named)
    if not isinstance(found, nw.Expr):
        return [found] * len(rows)
    return nw.from_native(frame).select(said=found)["said"].to_list()


def _sort(values: Sequence[Any]) -> Any:
    """Return the type of a column; a column of unknown values alone is one of words."""
    return next((_SORTS[type(value)] for value in values if value is not None), TEXT)
