"""The words of statutes, in Kleene's three-valued logic.

A clause is written in these words only. They accept plain Python values, where ``None`` means *not
known*, and terms (:class:`Term`), which stand for a column of a data frame or a symbol of a solver.
The words call a term's methods and import neither library, so one clause serves them all.

Naked operators are not used in clauses because they are unsafe there: ``null or True`` is null in
some frames, ``None >= 6`` raises, ``bool(term)`` has no meaning.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias, overload

from attrs import frozen

__all__ = [
    "Day",
    "Int",
    "Money",
    "Ruling",
    "Term",
    "Truth",
    "Word",
    "at_least",
    "at_most",
    "both",
    "either",
    "either_way",
    "exists",
    "granted",
    "holds",
    "is_one_of",
    "left_open",
    "mean_at_least",
    "more_than",
    "not_",
    "only_if",
    "share_at_least",
    "within",
]


class Term:
    """What a word needs of a value that is not a plain one: a column, a solver's symbol.

    ``other`` is a plain value or a term of the same sort. Comparisons and connectives follow
    Kleene: unknown compared with anything is unknown; false and anything is false; true or anything
    is true.

    It is no abstract base class because ``isinstance`` of one is several times slower, and the
    words ask that of every value.
    """

    def at_least(self, other: Any) -> Term:
        """Return whether this is ``other`` or more."""
        raise NotImplementedError

    def at_most(self, other: Any) -> Term:
        """Return whether this is ``other`` or less."""
        raise NotImplementedError

    def is_one_of(self, options: Collection[str]) -> Term:
        """Return whether this is one of ``options``."""
        raise NotImplementedError

    def times(self, factor: int) -> Term:
        """Return this, ``factor`` times."""
        raise NotImplementedError

    def and_(self, other: Any) -> Term:
        """Return Kleene's conjunction."""
        raise NotImplementedError

    def or_(self, other: Any) -> Term:
        """Return Kleene's disjunction."""
        raise NotImplementedError

    def not_(self) -> Term:
        """Return Kleene's negation."""
        raise NotImplementedError

    def __bool__(self) -> bool:
        """Refuse: a term has no truth value of its own."""
        msg = "a Term has no truth value; combine terms with both, either and not_"
        raise TypeError(msg)

    def __eq__(self, other: object) -> bool:
        """Refuse: whether a column equals something is not one truth value."""
        msg = "a Term is not compared with ==; use the words of statutes"
        raise TypeError(msg)

    __hash__ = None  # type: ignore[assignment]  # what is not compared is not hashed


Truth: TypeAlias = bool | Term | None
Int: TypeAlias = int | Term | None
Day: TypeAlias = date | Term | None
Word: TypeAlias = str | Term | None
Money: TypeAlias = Decimal | Term | None


@frozen(eq=False)
class Ruling:
    """What a clause says when it is more than true, false or unknown.

    Where the norm does not apply nothing is open, whichever of :func:`only_if` and
    :func:`left_open` was said first.

    Args:
        applies: Whether the norm concerns the case at all.
        open: Whether the text leaves the matter to a person.
        test: The test that decides where the norm applies and nothing is left open.
    """

    applies: Truth
    open: Truth
    test: Truth

    def __bool__(self) -> bool:
        """Refuse: a ruling is three truths."""
        msg = "a Ruling has no truth value; it is settled into an Outcome"
        raise TypeError(msg)


def at_least(value: Any, least: Any) -> Truth:
    """不少于、以上（含本数）: ``value`` is ``least`` or more.

    >>> [at_least(n, 6) for n in (5, 6, 7, None)]
    [False, True, True, None]
    """
    if isinstance(value, Term):
        return value.at_least(least)
    if isinstance(least, Term):
        return least.at_most(value)
    if value is None or least is None:
        return None
    return bool(value >= least)


def at_most(value: Any, most: Any) -> Truth:
    """不超过、最多（含本数）: ``value`` is ``most`` or less.

    >>> [at_most(n, 2) for n in (1, 2, 3, None)]
    [True, True, False, None]
    """
    if isinstance(most, Term):
        return most.at_least(value)
    if isinstance(value, Term):
        return value.at_most(most)
    if value is None or most is None:
        return None
    return bool(most >= value)


def more_than(value: Any, bound: Any) -> Truth:
    """超过（不含本数）: ``value`` is greater than ``bound``.

    >>> [more_than(n, 2) for n in (1, 2, 3, None)]
    [False, False, True, None]
    """
    return not_(at_least(bound, value))


def exists(count: Int) -> Truth:
    """有: there is at least one.

    >>> [exists(n) for n in (0, 1, 2, None)]
    [False, True, True, None]
    """
    return at_least(count, 1)


def share_at_least(part: Any, whole: Any, share: Fraction) -> Truth:
    """占比不少于: ``part`` of ``whole`` is ``share`` or more, in whole numbers, never rounded.

    >>> half = Fraction(1, 2)
    >>> [share_at_least(n, 7, half) for n in (3, 4)]
    [False, True]
    >>> [share_at_least(n, 1000, half) for n in (499, 500, 501, None)]
    [False, True, True, None]
    """
    return at_least(_times(part, share.denominator), _times(whole, share.numerator))


def mean_at_least(total: Any, count: Any, least: Any) -> Truth:
    """平均不少于: ``total`` of ``count`` parts is ``least`` or more each, never divided.

    Of no parts there is no mean, and nothing is known of it.

    >>> [mean_at_least(n, 3, 20) for n in (59, 60, None)], mean_at_least(60, None, 20)
    ([False, True, None], None)
    >>> [mean_at_least(n, 0, 20) for n in (0, 60)]
    [None, None]
    """
    numerator, denominator = least.as_integer_ratio()
    test = at_least(_times(total, denominator), _times(count, numerator))
    some = exists(count)
    return either_way(both(some, test), either(not_(some), test))


def within(day: Any, first: Any, last: Any) -> Truth:
    """期内: from ``first`` to ``last``, both included.

    >>> [within(d, 2, 4) for d in (1, 2, 4, 5)]
    [False, True, True, False]
    """
    return both(at_least(day, first), at_most(day, last))


def is_one_of(value: Any, options: Collection[str]) -> Truth:
    """属于: ``value`` is one of ``options``.

    >>> [is_one_of(v, ("a", "b")) for v in ("a", "c", None)]
    [True, False, None]
    """
    if isinstance(value, Term):
        return value.is_one_of(options)
    if value is None:
        return None
    return value in options


def holds(test: Truth) -> Truth:
    """系……的: the fact itself is the test.

    >>> [holds(v) for v in (True, False, None)]
    [True, False, None]
    """
    return test


def granted() -> Truth:
    """可以、不受……限制: the text permits; nothing can fail.

    >>> granted()
    True
    """
    return True


@overload
def both(*tests: Truth) -> Truth: ...
@overload
def both(*tests: Truth | Ruling) -> Truth | Ruling: ...
def both(*tests: Truth | Ruling) -> Truth | Ruling:
    """并且: false if any is false, else unknown if any is unknown, else true.

    Legs of which one may be left open are joined leg by leg: a leg that fails fails the whole, so
    that nobody is asked to judge what can no longer matter.

    >>> [both(True, v) for v in (True, False, None)], both(None, False)
    ([True, False, None], False)
    >>> both(left_open(True, None), False)
    Ruling(applies=True, open=False, test=False)
    """
    result: Truth = True
    for test in tests:
        if test is False:
            return _legs(tests) if _any_ruling(tests) else False
        if isinstance(test, Ruling):
            return _legs(tests)
        if isinstance(result, Term):
            result = result.and_(test)
        elif isinstance(test, Term):
            result = test.and_(result)
        elif test is None:
            result = None
        elif test is not True:
            raise _no_truth(test)
    return result


def either(*tests: Truth) -> Truth:
    """或者: true if any is true, else unknown if any is unknown, else false.

    >>> [either(False, v) for v in (True, False, None)], either(None, True)
    ([True, False, None], True)
    """
    result: Truth = False
    for test in tests:
        if test is True:
            return True
        if isinstance(result, Term):
            result = result.or_(test)
        elif isinstance(test, Term):
            result = test.or_(result)
        elif test is None:
            result = None
        elif test is not False:
            raise _no_truth(test)
    return result


def not_(test: Truth) -> Truth:
    """非: true becomes false, false true, unknown stays unknown.

    >>> [not_(v) for v in (True, False, None)]
    [False, True, None]
    """
    if isinstance(test, Term):
        return test.not_()
    if test is None:
        return None
    if test is True:
        return False
    if test is False:
        return True
    raise _no_truth(test)


def either_way(least: Truth, most: Truth) -> Truth:
    """无论如何: the test at the least and at the most that what is unknown leaves possible.

    Where the two agree the unknown does not matter; where they differ the answer is unknown.

    >>> either_way(True, True), either_way(False, True), either_way(False, False)
    (True, None, False)
    """
    return either(both(least, most), both(either(least, most), None))


def only_if(applies: Truth, test: Truth | Ruling) -> Ruling:
    """仅当: where ``applies`` is false the norm is not applicable.

    >>> only_if(False, True)
    Ruling(applies=False, open=False, test=True)
    """
    if isinstance(test, Ruling):
        return Ruling(both(applies, test.applies), test.open, test.test)
    return Ruling(applies, False, test)  # noqa: FBT003 - a ruling is three truths


def left_open(where: Truth, test: Truth | Ruling) -> Ruling:
    """由人判断: where ``where`` holds the text leaves the matter to a person; elsewhere ``test``.

    >>> left_open(True, False)
    Ruling(applies=True, open=True, test=False)
    """
    if isinstance(test, Ruling):
        return Ruling(test.applies, either(where, test.open), test.test)
    return Ruling(True, where, test)  # noqa: FBT003 - a ruling is three truths


def _any_ruling(tests: tuple[Truth | Ruling, ...]) -> bool:
    return any(isinstance(test, Ruling) for test in tests)


def _legs(tests: tuple[Truth | Ruling, ...]) -> Ruling:
    """Join legs each of which may be left open; a leg that may not apply is no leg."""
    legs = [t if isinstance(t, Ruling) else Ruling(True, False, t) for t in tests]  # noqa: FBT003
    if any(leg.applies is not True for leg in legs):
        msg = "both joins tests and left_open; say only_if around it, not inside"
        raise TypeError(msg)
    fails = either(*[both(not_(leg.open), not_(leg.test)) for leg in legs])
    open_ = both(either(*[leg.open for leg in legs]), not_(fails))
    return Ruling(True, open_, both(*[either(leg.open, leg.test) for leg in legs]))  # noqa: FBT003


def _no_truth(value: object) -> TypeError:
    return TypeError(f"a test is True, False, None or a Term, not {value!r}")


def _times(value: Any, factor: int) -> Any:
    if isinstance(value, Term):
        return value.times(factor)
    if isinstance(value, Decimal):  # whatever precision the host computes with, nothing is rounded
        value = Fraction(value)
    return None if value is None else value * factor
