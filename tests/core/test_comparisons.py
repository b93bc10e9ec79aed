"""What a clause compares: every word of statutes, recorded; and what bears on nothing is not."""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import Any

import pytest

from innov_consortium.core.clauses import Clause, clause
from innov_consortium.core.comparisons import Compared, Comparison, comparisons_of
from innov_consortium.core.words import (
    Day,
    Int,
    Ruling,
    Truth,
    Word,
    at_least,
    at_most,
    both,
    either,
    either_way,
    exists,
    granted,
    holds,
    is_one_of,
    left_open,
    more_than,
    not_,
    only_if,
    share_at_least,
    within,
)
from innov_consortium.errors import MalformedPolicyError


def said(one: Clause[...], **settings: Any) -> list[tuple[str, str, Any]]:
    """Return what a clause compares, short."""
    return [(c.fact, c.compared.value, c.other or c.bound) for c in comparisons_of(one, settings)]


@clause("art1.s1")
def least(n: Int, *, limit: int) -> Truth:
    return at_least(n, limit)


@clause("art1.s1")
def most(n: Int, *, limit: int) -> Truth:
    return at_most(n, limit)


@clause("art1.s1")
def more(n: Int, *, limit: int) -> Truth:
    return more_than(n, limit)


@clause("art1.s1")
def less(n: Int, *, limit: int) -> Truth:
    return not_(at_least(n, limit))


@clause("art1.s1")
def twice_negated(n: Int, *, limit: int) -> Truth:
    return not_(not_(at_least(n, limit)))


@pytest.mark.parametrize(
    ("one", "word"),
    [
        (least, "at_least"),
        (most, "at_most"),
        (more, "more_than"),
        (less, "less_than"),
        (twice_negated, "at_least"),
    ],
)
def test_a_figure_is_compared_in_the_word_that_is_written(one: Clause[...], word: str) -> None:
    """Inclusive and exclusive are told apart, whichever way the word is made up."""
    assert said(one, limit=6) == [("n", word, 6)]


@clause("art1.s1")
def existing(n: Int) -> Truth:
    return exists(n)


@clause("art1.s1")
def a_share(part: Int, whole: Int, *, share: Fraction) -> Truth:
    return share_at_least(part, whole, share)


@clause("art1.s1")
def listed(word: Word, *, words: tuple[str, ...]) -> Truth:
    return is_one_of(word, words)


@clause("art1.s1")
def in_a_window(day: Day, first: Day, last: Day) -> Truth:
    return not_(within(day, first, last))


@clause("art1.s1")
def after(last: Day, day: Day) -> Truth:
    return more_than(day, last)


def test_counts_shares_lists_and_days_are_compared() -> None:
    """A share keeps of what it is one; two days stand in the order in which they are named."""
    assert said(existing) == [("n", "at_least", 1)]
    assert said(listed, words=("a", "b")) == [("word", "one_of", ("a", "b"))]
    assert said(in_a_window) == [("day", "at_least", "first"), ("day", "at_most", "last")]
    assert said(after) == [("last", "less_than", "day")]
    assert comparisons_of(a_share, {"share": Fraction(2, 3)}) == (
        Comparison("part", Compared.SHARE_AT_LEAST, Fraction(2, 3), "whole"),
    )


@clause("art1.s1")
def a_ruling(n: Int, m: Int, doubtful: Truth) -> Ruling:
    return only_if(exists(m), left_open(doubtful, either(at_least(n, 3), holds(doubtful))))


@clause("art1.s1")
def legs(n: Int, doubtful: Truth) -> Truth | Ruling:
    return both(at_least(n, 3), left_open(doubtful, doubtful))


@clause("art1.s1")
def whichever(n: Int, m: Int) -> Truth:
    return either_way(at_least(n, 3), at_least(m, 3))


@clause("art1.s1")
def if_listed(word: Word, n: Int, *, words: tuple[str, ...]) -> Truth | Ruling:
    named = is_one_of(word, words)
    return both(left_open(not_(named), named), left_open(not_(exists(n)), not_(exists(n))))


@clause("art1.s1")
def not_listed(word: Word, *, words: tuple[str, ...]) -> Truth:
    return not_(is_one_of(word, words))


def test_of_two_senses_the_one_that_is_not_negated_is_meant() -> None:
    """A matter is left open where a word is not listed; what is compared is whether it is."""
    assert said(if_listed, words=("a",)) == [("word", "one_of", ("a",)), ("n", "less_than", 1)]
    assert said(not_listed, words=("a",)) == [("word", "none_of", ("a",))]


def test_a_ruling_is_looked_into() -> None:
    """What decides comes first; a leg negated to see whether it fails is not found twice."""
    assert said(a_ruling) == [("n", "at_least", 3), ("m", "at_least", 1)]
    assert said(legs) == [("n", "at_least", 3)]
    assert said(whichever) == [("n", "at_least", 3), ("m", "at_least", 3)]


class Choice(enum.Enum):
    ONE = 1
    OTHER = 2


@clause("art1.s1")
def by_reading(n: Int, *, choice: Choice) -> Truth:
    over = more_than(n, 3)
    if choice is Choice.OTHER:
        over = at_least(n, 3)
    return over


@clause("art1.s1")
def nothing(n: Int, so: Truth) -> Truth:  # noqa: ARG001 - it is asked for and not compared
    return both(so, granted())


def test_what_is_compared_and_then_dropped_is_not_found() -> None:
    """Only what the result is made of bears on it."""
    assert said(by_reading, choice=Choice.ONE) == [("n", "more_than", 3)]
    assert said(by_reading, choice=Choice.OTHER) == [("n", "at_least", 3)]
    assert said(nothing) == []


@clause("art1.s1")
def in_python(n: Int) -> Truth:
    return bool(n) and not n


@clause("art1.s1")
def by_operator(n: Int) -> Truth:
    return n >= 3  # type: ignore[operator]  # what a clause must not do


@pytest.mark.parametrize("one", [in_python, by_operator])
def test_a_clause_that_is_not_in_the_words_of_statutes_is_refused(one: Clause[...]) -> None:
    """A threshold written as an operator would be missed; so it is an error, which names it."""
    with pytest.raises(MalformedPolicyError, match=f"{one.name} is not written in the words"):
        comparisons_of(one, {})
