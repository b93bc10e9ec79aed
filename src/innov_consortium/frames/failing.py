"""The rows of items of which something is not met, or is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals as nw

from innov_consortium.core.clauses import Outcome
from innov_consortium.frames.codes import QUIET, Coded, code, words_of
from innov_consortium.frames.deriving import OWN

if TYPE_CHECKING:
    from innov_consortium.frames.questions import Question

__all__ = ["failing"]

_QUIET_GROUND = (Outcome.NOT_MET, Outcome.NOT_APPLICABLE)


def failing(question: Question, sort: str | None = None) -> Any:
    """Return the rows of a table of items of which something is not met, or is open.

    Args:
        question: The question, laid out.
        sort: The sort of item; ``None`` for members.

    Raises:
        LookupError: There is no table of such items, or nothing is asked of each of them.
    """
    own = question.deriver.tables.rows
    sort = own if sort is None else sort
    if sort not in question.rows:
        there = ", ".join(question.rows) or "none"
        msg = f"nothing is asked of each {sort} that there is a table of; there are: {there}"
        raise LookupError(msg)
    table, rows = question.tables[sort], question.rows[sort]
    sorts = {sort, *question.deriver.tables.joined} if sort == own else {sort}
    asked = {column: a for column, a in question.asked.items() if a.norm.each in sorts}
    found = rows.outcomes(asked)
    frame: Any = rows.staged(question.carried_to(sort))
    frame = frame.with_columns(
        **{f"{OWN}code_{column}": one.expression for column, one in found.items()}
    )
    coded = {column: one.at(f"{OWN}code_{column}") for column, one in found.items()}
    loud = [_is_loud(one, some=asked[column].norm.some) for column, one in coded.items()]
    dtype = table.words(tuple(outcome.value for outcome in Outcome))
    words = {column: words_of(one, dtype) for column, one in coded.items()}
    kept = [c for c in table.schema if c not in words]
    frame = frame.filter(nw.any_horizontal(*loud, ignore_nulls=False)).select(*kept, **words)
    return table.native(frame)


def _is_loud(one: Coded, *, some: bool) -> nw.Expr:
    """Return whether there is something to say of a row."""
    quiet = _QUIET_GROUND if some else QUIET
    test: nw.Expr = nw.lit(True, nw.Boolean())  # noqa: FBT003 - the truth value itself
    for outcome in quiet:
        if outcome in one.possible:
            test = test & (one.expression != code(outcome))
    return test
