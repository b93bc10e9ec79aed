"""Outcomes as small whole numbers, the worst first, so that many are joined by the least of them.

A clause is called once, with columns for facts; what it says becomes an expression of codes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import narwhals as nw
from attrs import frozen

from innov_consortium.core.clauses import Clause, Force, Outcome, settle
from innov_consortium.core.report import MOST_ESTABLISHED, WORST_FIRST
from innov_consortium.core.words import Ruling, Truth
from innov_consortium.frames.terms import Column

__all__ = [
    "CODES",
    "QUIET",
    "Coded",
    "chosen",
    "code",
    "coded",
    "of_ground",
    "of_rank",
    "outcome_column",
    "where",
    "words_of",
]

#: The code of each outcome: its place among those that a condition comes to, the worst first.
CODES = {outcome: n for n, outcome in enumerate(WORST_FIRST)}

#: The outcomes there is nothing more to say of.
QUIET = (Outcome.MET, Outcome.NOT_APPLICABLE)

Test: TypeAlias = "nw.Expr | bool | None"


@frozen(eq=False)
class Coded:
    """What a norm makes of every row.

    Args:
        expression: The codes.
        possible: The outcomes that may be among them.
    """

    expression: nw.Expr
    possible: frozenset[Outcome]

    def at(self, name: str) -> Coded:
        """Return the same, read from a column it has been put into."""
        return Coded(nw.col(name), self.possible)


def code(outcome: Outcome) -> nw.Expr:
    """Return the code of one outcome, for every row."""
    return nw.lit(CODES[outcome], nw.Int8)


def chosen(outcome: Outcome) -> Coded:
    """Return one outcome for every row."""
    return Coded(code(outcome), frozenset({outcome}))


def where(test: Test, this: Coded, other: Coded) -> Coded:
    """Return one where a test holds and the other where it does not, or is not known."""
    if test is True:
        return this
    if test is False or test is None:
        return other
    expression = nw.when(test).then(this.expression).otherwise(other.expression)
    return Coded(expression, this.possible | other.possible)


def coded(said: Truth | Ruling, force: Force) -> Coded:
    """Return what a clause says of columns, settled into outcomes.

    Args:
        said: What it says.
        force: How strongly it binds.
    """
    ruling = said if isinstance(said, Ruling) else Ruling(True, False, said)  # noqa: FBT003
    applies, open_, test = (_folded(t) for t in (ruling.applies, ruling.open, ruling.test))
    failed = chosen(settle(False, force))  # noqa: FBT003 - the truth value itself
    unknown = chosen(Outcome.UNKNOWN)
    decided = _three_ways(test, chosen(Outcome.MET), failed, unknown)
    judged = _three_ways(open_, chosen(Outcome.NEEDS_JUDGEMENT), decided, unknown)
    return _three_ways(applies, judged, chosen(Outcome.NOT_APPLICABLE), unknown)


def _folded(test: Truth) -> Test:
    return test.expression if isinstance(test, Column) else truth_of_all(test)


def truth_of_all(test: Any) -> bool | None:
    """Return a truth value that is the same for every row."""
    if test is None or isinstance(test, bool):
        return test
    msg = f"a clause says True, False, None or a Term, not {test!r}"
    raise TypeError(msg)


def _three_ways(test: Test, yes: Coded, no: Coded, unknown: Coded) -> Coded:
    if test is None:
        return unknown
    if isinstance(test, bool):
        return yes if test else no
    return where(test.is_null(), unknown, where(test, yes, no))


def of_ground(one: Coded) -> nw.Expr:
    """Return how far a ground is established: the less, the more established."""
    return _mapped(one, {o: MOST_ESTABLISHED.index(o) for o in one.possible})


def of_rank(rank: nw.Expr, possible: Iterable[Outcome]) -> Coded:
    """Return the outcome of a ground from how far it is established; the other way round."""
    possible = frozenset(possible)
    expression = code(Outcome.NOT_MET)
    for outcome in possible - {Outcome.NOT_MET}:
        here = rank == nw.lit(MOST_ESTABLISHED.index(outcome), nw.Int8)
        expression = nw.when(here).then(code(outcome)).otherwise(expression)
    return Coded(expression, possible | {Outcome.NOT_MET})


def _mapped(one: Coded, values: dict[Outcome, int]) -> nw.Expr:
    (_, value), *others = sorted(values.items(), key=lambda item: item[1])
    expression = nw.lit(value, nw.Int8)
    for outcome, other in others:
        here = one.expression == code(outcome)
        expression = nw.when(here).then(nw.lit(other, nw.Int8)).otherwise(expression)
    return expression


def words_of(one: Coded, dtype: Any = nw.String) -> nw.Expr:
    """Return the outcomes as the words of :class:`Outcome`.

    Args:
        one: The outcomes.
        dtype: The type of the column: text, or an enumeration of the words.
    """
    first, *others = sorted(one.possible, key=CODES.__getitem__)
    expression = nw.lit(first.value, dtype)
    for outcome in others:
        here = one.expression == code(outcome)
        expression = nw.when(here).then(nw.lit(outcome.value, dtype)).otherwise(expression)
    return expression


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
    return words_of(coded(said, force))
