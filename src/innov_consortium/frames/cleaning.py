"""What a column says, once what it cannot mean is taken for unknown.

The same is done to a column as to a single value of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import narwhals as nw

from innov_consortium.core.tables import ColumnKind, ColumnSpec

__all__ = ["cleaned", "cleaned_row"]


def cleaned(column: nw.Expr, spec: ColumnSpec) -> nw.Expr:
    """Return a column with what is blank, or none of its words, taken for unknown."""
    if spec.kind is ColumnKind.TEXT and spec.options:
        among = column.is_in(list(spec.options))
        if spec.others:
            among = among | column.str.starts_with(spec.others)
        return nw.when(among).then(column)
    if spec.kind is ColumnKind.TEXT:
        return nw.when(column != nw.lit("", nw.String())).then(column)
    return nw.when(column).then(column) if spec.certain else column


def cleaned_row(row: Mapping[str, Any], specs: Iterable[ColumnSpec]) -> dict[str, Any]:
    """Return a row with its values taken as those of the columns are."""
    found = dict(row)
    for spec in specs:
        if spec.name in found:
            found[spec.name] = _value(found[spec.name], spec)
    return found


def _value(value: Any, spec: ColumnSpec) -> Any:
    if value is None:
        return None
    if spec.kind is ColumnKind.TEXT and spec.options:
        other = bool(spec.others) and str(value).startswith(spec.others)
        return value if value in spec.options or other else None
    if spec.kind is ColumnKind.TEXT:
        return value or None
    return value if value or not spec.certain else None
