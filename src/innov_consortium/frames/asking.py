"""The norms of an inquiry asked of columns: from what each says to the codes of its outcomes."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import narwhals as nw
from attrs import frozen

from innov_consortium.core.clauses import Force, Outcome, settle
from innov_consortium.core.plan import Asked
from innov_consortium.core.words import Ruling, Truth, left_open, only_if
from innov_consortium.frames.codes import Coded, chosen, code, coded, where
from innov_consortium.frames.deriving import Deriver, Place
from innov_consortium.frames.terms import Column

__all__ = [
    "Answering",
    "answering",
    "column_name",
    "displaced",
    "outcome_of",
    "said_of",
    "told",
    "with_attested",
]

_LACKING = (Outcome.UNKNOWN, Outcome.NEEDS_JUDGEMENT)
_GIVES_WAY = (
    Outcome.NOT_MET,
    Outcome.DEPARTS_FROM_PRINCIPLE,
    Outcome.UNKNOWN,
    Outcome.NEEDS_JUDGEMENT,
)


def column_name(name: str) -> str:
    """Return the name of a norm or provision as that of a column.

    >>> column_name("art5.item1.s2a")
    'art5_item1_s2a'
    """
    return name.replace(".", "_").replace(":", "__")


def said_of(asked: Asked, deriver: Deriver, place: Place) -> Truth | Ruling:
    """Return what a norm says at a place, its clause called once with columns for facts."""
    values = [_term(deriver.fact(name, place)) for name in asked.norm.facts]
    if asked.function is not None:
        said: Truth | Ruling = asked.function(*values)
        return said
    word = _said(f"attested__{column_name(asked.norm.provision)}", deriver, place)
    judged = left_open(True, None) if word is None else _judged(word)  # noqa: FBT003 - a truth value
    return only_if(values[0], judged) if values else judged


def _said(name: str, deriver: Deriver, place: Place) -> nw.Expr | None:
    """Return the column that tells what somebody has said, of the item or else of the whole."""
    own = None
    if place.item is None and name in place.columns:
        own = nw.col(f"{place.prefix}{name}")
        deriver.look_for_word(name, place)
    if place is deriver.whole or name not in deriver.whole.columns:
        return own
    whole: nw.Expr = deriver.of_whole(name, place)
    return whole if own is None else nw.coalesce(own, whole)


def _judged(word: nw.Expr) -> Ruling:
    """Return a judgement: open until somebody has attested it, and then what is attested."""
    return left_open(Column(word.is_null()), Column(word))


def _term(value: Any) -> Any:
    return Column(value) if isinstance(value, nw.Expr) else value


@frozen(eq=False)
class Answering:
    """What somebody has said of a norm, row by row, beside what the facts say.

    Args:
        attested: The column with what is attested of it.
        departure: The column that tells whether a departure from it was accepted.
    """

    attested: nw.Expr | None = None
    departure: nw.Expr | None = None

    @property
    def silent(self) -> bool:
        """Whether nobody has said anything, of any row."""
        return self.attested is None and self.departure is None


def answering(asked: Asked, deriver: Deriver, place: Place) -> Answering:
    """Return what is said of a norm at a place."""
    norm, named = asked.norm, column_name(asked.norm.provision)
    attested = asked.attested and asked.function is not None
    departs = norm.force is Force.IN_PRINCIPLE and not norm.some
    return Answering(
        _said(f"attested__{named}", deriver, place) if attested else None,
        _said(f"departure__{named}", deriver, place) if departs else None,
    )


def outcome_of(asked: Asked, said: Truth | Ruling, words: Answering) -> Coded:
    """Return the outcome of a norm, with what is attested of it and departures from it."""
    return told(asked, coded(said, asked.norm.force), words)


def told(asked: Asked, found: Coded, words: Answering) -> Coded:
    """Return an outcome after what is attested of the norm and departures from it."""
    if words.attested is not None:
        found = with_attested(found, words.attested, asked.norm.force)
    if words.departure is not None:
        found = departed(found, words.departure)
    return found


def with_attested(found: Coded, word: nw.Expr, force: Force) -> Coded:
    """Return an outcome after what is attested of the norm.

    It answers what is left to a person or cannot be told; where it contradicts what the facts say
    neither is preferred.
    """
    told = where(word, chosen(settle(True, force)), chosen(settle(False, force)))  # noqa: FBT003
    lacking = _among(found, _LACKING)
    as_told = (found.expression == told.expression) | _among(found, (Outcome.NOT_APPLICABLE,))
    weighed = where(as_told, found, chosen(Outcome.NEEDS_JUDGEMENT))
    return where(word.is_null(), found, where(lacking, told, weighed))


def departed(found: Coded, accepted: nw.Expr) -> Coded:
    """Return an outcome after a departure has been accepted or refused."""
    if Outcome.DEPARTS_FROM_PRINCIPLE not in found.possible:
        return found
    decided = where(accepted, chosen(Outcome.ACCEPTED_DEPARTURE), chosen(Outcome.NOT_MET))
    here = _among(found, (Outcome.DEPARTS_FROM_PRINCIPLE,)) & ~accepted.is_null()
    return where(here, decided, found)


def displaced(found: Coded, by: nw.Expr) -> Coded:
    """Return an outcome where another norm is met to which this one gives way."""
    return where(by & _among(found, _GIVES_WAY), chosen(Outcome.CASE_BY_CASE), found)


def _among(found: Coded, outcomes: Collection[Outcome]) -> nw.Expr:
    """Return whether an outcome is one of some, row by row."""
    there = [o for o in outcomes if o in found.possible]
    test: nw.Expr = nw.lit(False, nw.Boolean)  # noqa: FBT003 - the truth value itself
    for n, outcome in enumerate(there):
        here = found.expression == code(outcome)
        test = here if n == 0 else test | here
    return test
