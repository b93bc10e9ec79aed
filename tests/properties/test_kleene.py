"""Laws of the words that join tests, against brute force over what is unknown."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innov_consortium.core.clauses import Force, Outcome, settle
from innov_consortium.core.words import (
    Ruling,
    Truth,
    both,
    either,
    either_way,
    left_open,
    not_,
    only_if,
)

Tests = tuple[Truth, ...]

TRUTHS: Tests = (True, False, None)
truths = st.sampled_from(TRUTHS)
tests_ = st.lists(truths, max_size=6).map(tuple)
forces = st.sampled_from([Force.MANDATORY, Force.IN_PRINCIPLE, Force.JUDGEMENT])


def completions(tests: Tests) -> Iterator[tuple[bool, ...]]:
    """Yield what the tests may turn out to be once nothing is unknown."""
    options = [(True, False) if t is None else (bool(t),) for t in tests]
    yield from itertools.product(*options)


def agreed(values: Iterable[Truth]) -> Truth:
    """Return the one value there is, or the unknown."""
    distinct = set(values)
    return distinct.pop() if len(distinct) == 1 else None


@given(tests_)
def test_both_says_what_every_completion_agrees_on(tests: Tests) -> None:
    """It is no weaker and no stronger than the unknown allows."""
    assert both(*tests) is agreed({all(c) for c in completions(tests)})


@given(tests_)
def test_either_says_what_every_completion_agrees_on(tests: Tests) -> None:
    """It is no weaker and no stronger than the unknown allows."""
    assert either(*tests) is agreed({any(c) for c in completions(tests)})


@given(truths)
def test_not_says_what_every_completion_agrees_on(test: Truth) -> None:
    """And twice is not at all."""
    assert not_(test) is agreed({not c for (c,) in completions((test,))})
    assert not_(not_(test)) is test


@given(truths, truths)
def test_either_way_says_what_both_bounds_agree_on(least: Truth, most: Truth) -> None:
    """Where the bounds differ, or may differ, nobody knows."""
    found = {low if low == high else None for low, high in completions((least, most))}
    assert either_way(least, most) is agreed(found)


@given(tests_)
def test_to_deny_all_is_to_grant_that_one_fails(tests: Tests) -> None:
    """De Morgan's laws."""
    denied = [not_(t) for t in tests]
    assert not_(both(*tests)) is either(*denied)
    assert not_(either(*tests)) is both(*denied)


@given(tests_, st.randoms(use_true_random=False))
def test_order_and_grouping_do_not_matter(tests: Tests, random: object) -> None:
    """Commutative, associative, idempotent."""
    for join in (both, either):
        shuffled = sorted(tests, key=lambda _: random.random())  # type: ignore[attr-defined]
        assert join(*shuffled) is join(*tests)
        assert join(*tests, *tests) is join(*tests)
        for n in range(len(tests) + 1):
            assert join(join(*tests[:n]), join(*tests[n:])) is join(*tests)


@given(tests_, st.integers(0, 5), st.booleans())
def test_to_learn_more_never_takes_back_what_was_said(
    tests: Tests, place: int, learnt: bool
) -> None:
    """Monotone: an answer that was no unknown stays."""
    known = tuple(learnt if n == place and t is None else t for n, t in enumerate(tests))
    joins: tuple[Callable[..., Truth], ...] = (both, either)
    for join in joins:
        assert join(*tests) in (None, join(*known))


def settled(said: Iterator[Truth | Ruling], force: Force) -> Outcome:
    """Return the one outcome all come to, or the unknown."""
    outcomes = {settle(one, force) for one in said}
    return outcomes.pop() if len(outcomes) == 1 else Outcome.UNKNOWN


ENDINGS: tuple[tuple[int, Callable[..., Truth | Ruling]], ...] = (
    (2, only_if),
    (2, left_open),
    (3, lambda a, w, t: only_if(a, left_open(w, t))),
    (3, lambda a, w, t: left_open(w, only_if(a, t))),
    (3, lambda a, b, t: only_if(a, only_if(b, t))),
    (3, lambda v, w, t: left_open(v, left_open(w, t))),
    (3, lambda w, t, u: both(left_open(w, t), u)),
    (3, lambda w, t, u: both(u, left_open(w, t))),
    (4, lambda v, t, w, u: both(left_open(v, t), left_open(w, u))),
    (5, lambda a, v, t, w, u: only_if(a, both(left_open(v, t), u, left_open(w, u)))),
    (5, lambda a, v, t, w, u: left_open(w, only_if(a, both(left_open(v, t), u)))),
)


@pytest.mark.parametrize(("number", "say"), ENDINGS)
@pytest.mark.parametrize("force", [Force.MANDATORY, Force.IN_PRINCIPLE, Force.JUDGEMENT])
def test_a_ruling_settles_into_what_every_completion_settles_into(
    number: int, say: Callable[..., Truth | Ruling], force: Force
) -> None:
    """Every combination of true, false and unknown."""
    for tests in itertools.product(TRUTHS, repeat=number):
        expected = settled((say(*c) for c in completions(tests)), force)
        assert (tests, settle(say(*tests), force)) == (tests, expected)


@given(truths, truths, truths, forces)
def test_settling_is_total(applies: Truth, open_: Truth, test: Truth, force: Force) -> None:
    """Every truth and every ruling comes to one outcome, and 原则上 never to a hard refusal."""
    for said in (test, Ruling(applies, open_, test)):
        outcome = settle(said, force)
        assert isinstance(outcome, Outcome)
        assert (outcome, force) != (Outcome.NOT_MET, Force.IN_PRINCIPLE)


@given(tests_, tests_)
def test_a_failed_leg_leaves_nothing_open(wheres: Tests, tests: Tests) -> None:
    """However many legs are left open, one that is known to fail fails the whole."""
    legs = [left_open(w, t) for w, t in zip(wheres, tests, strict=False)]
    assert settle(both(*legs, False), Force.MANDATORY) is Outcome.NOT_MET
