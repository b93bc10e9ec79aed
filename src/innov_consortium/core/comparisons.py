"""What a clause compares, recorded by calling it: terms stand in the place of its facts.

A term (:class:`~innov_consortium.core.words.Term`) is compared with what the clause compares it
with, and writes that down. Nothing is evaluated, so no case is needed, and nothing in a clause can
be overlooked: what is not said in the words of statutes cannot be said of a term at all.
"""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from typing import Any

from attrs import evolve, field, frozen

from innov_consortium.core.clauses import Clause
from innov_consortium.core.words import Ruling, Term
from innov_consortium.errors import MalformedPolicyError

__all__ = ["Compared", "Comparison", "comparisons_of"]


class Compared(enum.Enum):
    """How a fact is compared with its bound."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    SHARE_AT_LEAST = "share_at_least"
    ONE_OF = "one_of"
    NONE_OF = "none_of"


_NEGATED = {
    Compared.AT_LEAST: Compared.LESS_THAN,
    Compared.AT_MOST: Compared.MORE_THAN,
    Compared.LESS_THAN: Compared.AT_LEAST,
    Compared.MORE_THAN: Compared.AT_MOST,
    Compared.ONE_OF: Compared.NONE_OF,
    Compared.NONE_OF: Compared.ONE_OF,
}
_TURNED = {
    Compared.AT_LEAST: Compared.AT_MOST,
    Compared.AT_MOST: Compared.AT_LEAST,
    Compared.LESS_THAN: Compared.MORE_THAN,
    Compared.MORE_THAN: Compared.LESS_THAN,
}


@frozen
class Comparison:
    """What a clause compares.

    Args:
        fact: The fact.
        compared: How.
        bound: The figure or the words it is compared with; of a share, the share; ``None`` where
            it is compared with another fact.
        other: The other fact, or that of which it is a share; empty where there is none.
        negated: Whether it is the contrary of what the clause compares; no part of what it is.
    """

    fact: str
    compared: Compared
    bound: Any = None
    other: str = ""
    negated: bool = field(default=False, eq=False, repr=False)


def comparisons_of(clause: Clause[...], settings: Mapping[str, Any]) -> tuple[Comparison, ...]:
    """Return what bears on what a clause says, in the order in which it is asked.

    What decides comes before whether the norm applies, and that before whether it is left open.
    Where a clause compares the same with the same in both senses, the one that is not negated is
    returned: ``left_open(not_(listed), listed)`` asks whether it is listed.

    Args:
        clause: The clause.
        settings: The numbers and readings it names.

    Raises:
        MalformedPolicyError: The clause is not written in the words of statutes.

    >>> from innov_consortium.core.clauses import clause
    >>> from innov_consortium.core.words import Int, Ruling, exists, more_than, not_, only_if
    >>> @clause("art1.s1")
    ... def enough(members: Int, *, least: int) -> Ruling:
    ...     return only_if(exists(members), not_(more_than(least, members)))
    >>> for one in comparisons_of(enough, {"least": 6}):
    ...     print(one.fact, one.compared.value, one.bound)
    members at_least 6
    members at_least 1
    """
    try:
        said = clause.function(*[_Fact(name) for name in clause.needs], **settings)
    except TypeError as error:
        msg = f"{clause.where} {clause.name} is not written in the words of statutes: {error}"
        raise MalformedPolicyError(msg) from error
    found: dict[tuple[Any, ...], Comparison] = {}
    for part in _parts(said):
        here = _unlike([_in_order(one, clause.needs) for one in part.made])
        found |= {same: one for same, one in here.items() if same not in found}
    return tuple(found.values())


def _unlike(several: list[Comparison]) -> dict[tuple[Any, ...], Comparison]:
    """Return comparisons that compare different things, of two alike the one not negated."""
    found: dict[tuple[Any, ...], Comparison] = {}
    for one in several:
        same = (one.fact, one.bound, one.other)
        if same not in found or (found[same].negated and not one.negated):
            found[same] = one
    return found


class _Said(Term):
    """What is said so far: the comparisons it is made of. Negated, one is the other way round."""

    def __init__(self, made: tuple[Comparison, ...] = ()) -> None:
        self.made = made

    def and_(self, other: Any) -> Term:
        return _Said((*self.made, *(other.made if isinstance(other, _Said) else ())))

    def or_(self, other: Any) -> Term:
        return self.and_(other)

    def not_(self) -> Term:
        if len(self.made) != 1:
            return self
        (one,) = self.made
        contrary = _NEGATED.get(one.compared, one.compared)
        return _Said((evolve(one, compared=contrary, negated=not one.negated),))


class _Fact(_Said):
    """A fact in the place of its value."""

    def __init__(self, name: str, factor: int = 1) -> None:
        super().__init__()
        self.name, self.factor = name, factor

    def at_least(self, other: Any) -> Term:
        if isinstance(other, _Fact) and (self.factor, other.factor) != (1, 1):
            share = Fraction(other.factor, self.factor)
            return _Said((Comparison(self.name, Compared.SHARE_AT_LEAST, share, other.name),))
        return self._compared(Compared.AT_LEAST, other)

    def at_most(self, other: Any) -> Term:
        return self._compared(Compared.AT_MOST, other)

    def is_one_of(self, options: Collection[str]) -> Term:
        return self._compared(Compared.ONE_OF, tuple(options))

    def times(self, factor: int) -> Term:
        return _Fact(self.name, self.factor * factor)

    def _compared(self, compared: Compared, bound: Any) -> Term:
        if isinstance(bound, _Fact):
            return _Said((Comparison(self.name, compared, other=bound.name),))
        return _Said((Comparison(self.name, compared, bound),))


def _parts(said: Any) -> Iterator[_Said]:
    parts = (said.test, said.applies, said.open) if isinstance(said, Ruling) else (said,)
    yield from (part for part in parts if isinstance(part, _Said))


def _in_order(one: Comparison, needs: tuple[str, ...]) -> Comparison:
    """Return a comparison of two facts with the one first that the clause names first."""
    turned = _TURNED.get(one.compared)
    if not one.other or turned is None or needs.index(one.fact) <= needs.index(one.other):
        return one
    return Comparison(one.other, turned, other=one.fact, negated=one.negated)
