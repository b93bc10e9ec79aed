"""A column, as the words of statutes see it.

A clause says the same of a column as of a value: its words call :class:`Column`, which builds
narwhals expressions, so Polars, PyArrow, DuckDB or Spark do the comparing. Null is unknown.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import narwhals as nw

from innov_consortium.core.words import Term

__all__ = ["Column", "truth"]

_UNKNOWN = nw.lit(None, nw.Boolean)


class Column(Term):
    """A column, as the words of statutes see it.

    Args:
        expression: The narwhals expression it stands for.
    """

    __slots__ = ("expression",)

    def __init__(self, expression: nw.Expr) -> None:
        self.expression = expression

    @classmethod
    def named(cls, name: str) -> Column:
        """Return the column of that name."""
        return cls(nw.col(name))

    def at_least(self, other: Any) -> Column:
        """Return whether this is ``other`` or more; unknown where either is null."""
        return Column(_UNKNOWN if other is None else self.expression >= _inner(other))

    def at_most(self, other: Any) -> Column:
        """Return whether this is ``other`` or less; unknown where either is null."""
        return Column(_UNKNOWN if other is None else self.expression <= _inner(other))

    def is_one_of(self, options: Collection[str]) -> Column:
        """Return whether this is one of ``options``; unknown where it is null."""
        known = ~self.expression.is_null()
        return Column(nw.when(known).then(self.expression.is_in(list(options))))

    def times(self, factor: int) -> Column:
        """Return this, ``factor`` times."""
        return Column(self.expression * nw.lit(factor, nw.Int64))

    def and_(self, other: Any) -> Column:
        """Return Kleene's conjunction."""
        return Column(self.expression & truth(other))

    def or_(self, other: Any) -> Column:
        """Return Kleene's disjunction."""
        return Column(self.expression | truth(other))

    def not_(self) -> Column:
        """Return Kleene's negation."""
        return Column(~self.expression)


def truth(value: Any) -> nw.Expr:
    """Return a truth value as an expression, whether it is a column's or one for all rows."""
    if isinstance(value, Column):
        return value.expression
    return _UNKNOWN if value is None else nw.lit(value, nw.Boolean)


def _inner(value: Any) -> Any:
    return value.expression if isinstance(value, Column) else value
