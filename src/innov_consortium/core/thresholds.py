"""Every threshold of a policy: each bound at which an outcome can change, found without a list.

The clauses are asked what they compare (:mod:`~innov_consortium.core.comparisons`), with the
policy's own numbers and with every reading there is. What no clause compares is found by its name:
the numbers that facts and items ask for, and the words that a policy lists for a place of a
document.
"""

from __future__ import annotations

import enum
import itertools
import typing
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve, frozen

from innov_consortium.core.clauses import Clause
from innov_consortium.core.comparisons import Compared, Comparison, comparisons_of
from innov_consortium.core.numbers import Number, numbers_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Reading
from innov_consortium.core.words import Day, Money
from innov_consortium.errors import MalformedPolicyError

__all__ = ["Quantity", "Threshold", "thresholds_of"]


class Quantity(enum.Enum):
    """What is compared: it says which values lie just below and just above."""

    COUNT = "count"
    SHARE = "share"
    MONEY = "money"
    DAY = "day"
    WORDS = "words"


@frozen(kw_only=True)
class Threshold:
    """A bound at which an outcome can change.

    Args:
        key: Its name, one for what is compared with what, however it is read:
            ``enough_participants:participants:min_participants``; ``number:bar_years`` for a number
            that no clause compares; ``words:grades`` for the words listed for a place.
        quantity: What is compared.
        bound: The figure or the words; ``None`` where a fact is compared with another one.
        provision: The provision of the clause, or of the number; empty for words of neither.
        fact: The fact that is compared; empty where no clause does.
        compared: How it is; ``None`` where no clause does.
        other: The other fact, or that of which it is a share; empty where there is none.
        number: The number the bound is; ``None`` where it is written in the clause or is a fact.
        named_by: The clause; of a number that none compares, the facts and items that name it.
        under: By reading, the options under which the clause compares so; empty: under all.
    """

    key: str
    quantity: Quantity
    bound: Any
    provision: str = ""
    fact: str = ""
    compared: Compared | None = None
    other: str = ""
    number: Number | None = None
    named_by: tuple[str, ...] = ()
    under: tuple[tuple[str, tuple[str, ...]], ...] = ()


def thresholds_of(policy: Policy) -> tuple[Threshold, ...]:
    """Return every threshold of a policy: of its clauses, of its other numbers, of its lists.

    They come in the order in which the policy asks its clauses. A key comes twice where two
    readings compare differently.

    Raises:
        MalformedPolicyError: A clause is not written in the words of statutes.
    """
    numbers = {n.name: n for n in numbers_of(policy.numbers)}
    options = {c.name: tuple(c.question.options) for c in policy.readings}
    clauses = dict.fromkeys(n for n in policy.every_norm if isinstance(n, Clause))
    found = [t for clause in clauses for t in _of_a_clause(clause, numbers, options)]
    compared = {t.number.name for t in found if t.number is not None}
    others = [_of_a_number(policy, n) for n in numbers.values() if n.name not in compared]
    listed = [_of_a_list(policy, place, words) for place, words in policy.vocabulary]
    return (*found, *others, *listed)


# --- clauses --------------------------------------------------------------------------------------


def _of_a_clause(
    clause: Clause[...],
    numbers: Mapping[str, Number],
    options: Mapping[str, tuple[Reading, ...]],
) -> Iterator[Threshold]:
    """Yield what a clause compares, under every reading it asks for."""
    figures = {name: numbers[name] for name in clause.settings if name in numbers}
    asked = {name: options[name] for name in clause.settings if name in options}
    found: dict[tuple[str, Compared | None], Threshold] = {}
    when: dict[tuple[str, Compared | None], list[dict[str, Reading]]] = {}
    for chosen in itertools.product(*asked.values()):
        read = dict(zip(asked, chosen, strict=True))
        for one in _compared(clause, figures, read):
            same = (one.key, one.compared)
            found.setdefault(same, one)
            when.setdefault(same, []).append(read)
    for same, one in found.items():
        yield evolve(one, under=_under(asked, when[same]))


def _compared(
    clause: Clause[...], figures: Mapping[str, Number], read: Mapping[str, Reading]
) -> Iterator[Threshold]:
    """Yield what a clause compares under one choice of readings."""
    values = {name: number.value for name, number in figures.items()}
    plain = comparisons_of(clause, {**read, **values})
    moved = {
        name: comparisons_of(clause, {**read, **values, name: _another(value)})
        for name, value in values.items()
    }
    for n, one in enumerate(plain):
        which = (name for name, others in moved.items() if one not in others[n : n + 1])
        number = next(which, None)
        yield _threshold(clause, one, None if number is None else figures[number])


def _threshold(clause: Clause[...], one: Comparison, number: Number | None) -> Threshold:
    of_two = one.bound is None
    what = number.name if number is not None else one.other or str(one.bound)
    return Threshold(
        key=f"{clause.name}:{one.fact}:{what}",
        quantity=_quantity_in(clause, one.fact) if of_two else _quantity_of(one.bound),
        bound=one.bound,
        provision=clause.provision,
        fact=one.fact,
        compared=one.compared,
        other=one.other,
        number=number,
        named_by=(clause.name,),
    )


def _under(
    asked: Mapping[str, tuple[Reading, ...]], when: list[dict[str, Reading]]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the options under which something is compared, by reading, where not under all."""
    chosen = {name: [o for o in asked[name] if any(w[name] is o for w in when)] for name in asked}
    return tuple(
        (name, tuple(o.option for o in those))
        for name, those in chosen.items()
        if len(those) < len(asked[name])
    )


# --- numbers and words that no clause compares ----------------------------------------------------


def _of_a_number(policy: Policy, number: Number) -> Threshold:
    functions = (*policy.facts, *policy.items)
    return Threshold(
        key=f"number:{number.name}",
        quantity=_quantity_of(number.value),
        bound=number.value,
        provision=number.provision,
        number=number,
        named_by=tuple(f.name for f in functions if number.name in f.settings),
    )


def _of_a_list(policy: Policy, place: str, words: tuple[str, ...]) -> Threshold:
    """Return the list of a place, with the number it is where the two are the same."""
    number = next((n for n in numbers_of(policy.numbers) if n.value == words), None)
    return Threshold(
        key=f"words:{place}",
        quantity=Quantity.WORDS,
        bound=words,
        provision="" if number is None else number.provision,
        number=number,
    )


# --- quantities -----------------------------------------------------------------------------------


def _less_a_day(day: date) -> date:
    return day - timedelta(days=1)


#: By the type of a bound: what it is, and how another bound of its sort is made of it.
_SORTS: tuple[tuple[type[Any], Quantity, Callable[[Any], Any]], ...] = (
    (date, Quantity.DAY, _less_a_day),
    (int, Quantity.COUNT, lambda count: count + 1),
    (Fraction, Quantity.SHARE, lambda share: share * Fraction(1, 2)),
    (Decimal, Quantity.MONEY, lambda money: money + 1),
    (tuple, Quantity.WORDS, lambda words: (*words, "")),
    (str, Quantity.WORDS, lambda word: f"{word}~"),
)


def _sort(value: Any) -> tuple[type[Any], Quantity, Callable[[Any], Any]]:
    """Return what there is to say of a sort of bound.

    Raises:
        MalformedPolicyError: It is none of those that a number may be.
    """
    for sort in _SORTS:
        if isinstance(value, sort[0]):
            return sort
    msg = f"a threshold is a count, a share, money, a day or words, not {value!r}"
    raise MalformedPolicyError(msg)


def _quantity_of(bound: Any) -> Quantity:
    return _sort(bound)[1]


def _another(value: Any) -> Any:
    """Return another value of the same sort."""
    return _sort(value)[2](value)


def _quantity_in(clause: Clause[...], fact: str) -> Quantity:
    """Return what a fact is by the word its clause gives it: a day, money, else a count."""
    hint = typing.get_type_hints(clause.function).get(fact)
    if hint == Day:
        return Quantity.DAY
    return Quantity.MONEY if hint == Money else Quantity.COUNT
