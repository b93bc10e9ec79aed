"""The same clauses over the columns of a data frame (extra ``frames``).

A clause says the same of a column as of a value: its words call :class:`Column`, which builds
narwhals expressions, so Polars, PyArrow, DuckDB or Spark do the comparing. Null is unknown.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import narwhals as nw

from innov_consortium.core.clauses import Clause, Force, Outcome, settle
from innov_consortium.core.words import Ruling, Term, Truth

__all__ = ["Column", "outcome_column"]


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
        return Column(self.expression & _truth(other))

    def or_(self, other: Any) -> Column:
        """Return Kleene's disjunction."""
        return Column(self.expression | _truth(other))

    def not_(self) -> Column:
        """Return Kleene's negation."""
        return Column(~self.expression)


_UNKNOWN = nw.lit(None, nw.Boolean)


def _inner(value: Any) -> Any:
    return value.expression if isinstance(value, Column) else value


def _truth(value: Any) -> nw.Expr:
    if isinstance(value, Column):
        return value.expression
    return _UNKNOWN if value is None else nw.lit(value, nw.Boolean)


def outcome_column(
    clause: Clause[...], force: Force, *, facts: dict[str, Any], settings: dict[str, Any]
) -> nw.Expr:
    """Return the outcome of a clause for every row, as the values of :class:`Outcome`.

    Args:
        clause: The clause, which is called once.
        force: How strongly it binds under the readings chosen.
        facts: For each fact it compares a :class:`Column`, or a plain value for all rows.
        settings: The policy's numbers and readings.
    """
    named = {name: settings[name] for name in clause.settings}
    said = clause.function(*[facts[name] for name in clause.needs], **named)
    return _outcome(said, force)


def _outcome(said: Truth | Ruling, force: Force) -> nw.Expr:
    ruling = said if isinstance(said, Ruling) else Ruling(True, False, said)  # noqa: FBT003
    applies, left_open, test = (_truth(t) for t in (ruling.applies, ruling.open, ruling.test))
    failed = nw.lit(settle(False, force).value)  # noqa: FBT003 - the truth value itself
    decided = (
        nw.when(test.is_null())
        .then(nw.lit(Outcome.UNKNOWN.value))
        .otherwise(nw.when(test).then(nw.lit(Outcome.MET.value)).otherwise(failed))
    )
    judged = nw.when(left_open).then(nw.lit(Outcome.NEEDS_JUDGEMENT.value)).otherwise(decided)
    known = (
        nw.when(applies.is_null() | left_open.is_null())
        .then(nw.lit(Outcome.UNKNOWN.value))
        .otherwise(judged)
    )
    return nw.when(~applies).then(nw.lit(Outcome.NOT_APPLICABLE.value)).otherwise(known)
