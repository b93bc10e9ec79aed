"""Facts, clauses and outcomes: what the decorators keep and what is refused."""

from __future__ import annotations

import copy
import enum
import itertools
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from innov_consortium.core.clauses import (
    Evidence,
    Fact,
    Force,
    Judgement,
    Outcome,
    clause,
    fact,
    items,
    judged,
    settle,
)
from innov_consortium.core.policy import Policy
from innov_consortium.core.words import Ruling, Truth, at_least, left_open, only_if


@fact
def heads(crowd: tuple[str, ...], *, least: int) -> int:
    """人数。"""
    return len(crowd) - least


@clause("art1.s1", force=Force.IN_PRINCIPLE)
def enough(heads: int, *, least: int) -> Truth:
    """不少于若干人。"""
    return at_least(heads, least)


@items(path="crowd[{}]".format)
def person(crowd: tuple[str, ...]) -> tuple[str, ...]:
    """人。"""
    return crowd


def test_a_clause_keeps_the_identity_of_its_function() -> None:
    """Name, module, docstring and annotations stay, so that a reader and doctest find it."""
    assert (enough.__name__, enough.__doc__, enough.__module__) == (
        "enough",
        "不少于若干人。",
        __name__,
    )
    assert enough.function.__name__ == "enough"


def test_a_clause_is_called_as_the_function_it_is() -> None:
    """Below, at and above its number."""
    assert [enough(n, least=6) for n in (5, 6, 7)] == [False, True, True]


def test_positional_parameters_are_facts_and_keywords_are_settings() -> None:
    """The names are read from the signature."""
    assert (enough.needs, enough.settings) == (("heads",), ("least",))
    assert (heads.needs, heads.settings) == (("crowd",), ("least",))
    assert (person.needs, person.settings, person.path(2)) == (("crowd",), (), "crowd[2]")


def test_a_clause_says_where_it_stands() -> None:
    """Module and line, so that a reader can go and look."""
    module, _, line = enough.where.partition(":")
    assert (module, int(line)) == (__name__, enough.function.__code__.co_firstlineno)


def test_a_clause_shows_its_sort_and_its_name() -> None:
    """A clause, a fact and an item are told apart in a traceback."""
    assert [repr(x) for x in (enough, heads, person)] == [
        "<clause enough>",
        "<fact heads>",
        "<items person>",
    ]


@pytest.mark.parametrize("make", [Fact, clause("art1.s1"), items(path=str)])
def test_parameters_without_a_name_are_refused(make: Callable[[Any], Any]) -> None:
    """Nothing could be looked up for them."""

    def anything(*things: int, **named: int) -> bool:
        return bool(things or named)

    with pytest.raises(TypeError, match="name no fact: things, named"):
        make(anything)


def test_a_fact_takes_one_path_or_several() -> None:
    """One path need not be put into a tuple."""

    def number(case: int) -> int:
        return case

    assert fact(reads="a.b")(number).reads == ("a.b",)
    assert fact(reads=("a", "b"))(number).reads == ("a", "b")
    assert fact()(number).reads == ()


def test_a_fact_is_made_with_and_without_brackets() -> None:
    """@fact is @fact()."""

    def number(case: int) -> int:
        return case

    bare, called = fact(number), fact(each="person", attested=bool)(number)
    assert (bare.each, bare.attested) == (None, None)
    assert (called.each, called.attested) == ("person", bool)


def test_a_judgement_is_named_by_its_provision() -> None:
    """It has no function; it needs at most the fact that says whether it concerns anything."""
    assert (judged("art4.s1").name, judged("art4.s1").needs) == ("art4.s1", ())
    assert judged("art4.s1", each="person", only_if="heads") == Judgement(
        "art4.s1", "person", "heads"
    )
    assert judged("art4.s1", only_if="heads").needs == ("heads",)


def test_what_stands_in_a_policy_is_pickled_by_name(toy: Policy) -> None:
    """As functions are: the very object comes back."""
    one = toy.inquiry("formation").conditions[0]
    for value in (one, toy.facts[0], toy.items[0]):
        assert pickle.loads(pickle.dumps(value)) is value  # noqa: S301 - our own bytes
        assert copy.deepcopy(value) is value


def test_a_judgement_is_a_value(toy: Policy) -> None:
    """Equal ones are one key; it is frozen and survives pickling."""
    one = next(n for n in toy.inquiry("formation").conditions if isinstance(n, Judgement))
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes
    assert {judged("art1.s1"): 1}[judged("art1.s1")] == 1
    with pytest.raises(AttributeError):
        one.provision = "art1.s1"  # type: ignore[misc]


@pytest.mark.parametrize("outcome", Outcome)
def test_an_outcome_has_no_truth_value(outcome: Outcome) -> None:
    """An if would hide six of the eight; comparing and hashing are all there is."""
    with pytest.raises(TypeError, match="no truth value"):
        bool(outcome)
    assert {outcome: outcome.value}[Outcome(outcome.value)] == outcome.value
    assert pickle.loads(pickle.dumps(outcome)) is outcome  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    ("said", "force", "expected"),
    [
        (True, Force.MANDATORY, Outcome.MET),
        (True, Force.IN_PRINCIPLE, Outcome.MET),
        (True, Force.JUDGEMENT, Outcome.MET),
        (True, Force.ENCOURAGEMENT, Outcome.MET),
        (None, Force.MANDATORY, Outcome.UNKNOWN),
        (None, Force.IN_PRINCIPLE, Outcome.UNKNOWN),
        (None, Force.JUDGEMENT, Outcome.UNKNOWN),
        (False, Force.MANDATORY, Outcome.NOT_MET),
        (False, Force.IN_PRINCIPLE, Outcome.DEPARTS_FROM_PRINCIPLE),
        (False, Force.JUDGEMENT, Outcome.NOT_MET),
    ],
)
def test_what_a_truth_comes_to(said: Truth, force: Force, expected: Outcome) -> None:
    """原则上 is never a hard refusal, and the unknown is never a no."""
    assert settle(said, force) is expected


def test_what_a_ruling_comes_to() -> None:
    """Not applicable before open, open before the test, the unknown in between."""
    table = {
        (applies, open_, test): settle(Ruling(applies, open_, test), Force.MANDATORY)
        for applies, open_, test in itertools.product((True, False, None), repeat=3)
    }
    tests = {True: Outcome.MET, False: Outcome.NOT_MET, None: Outcome.UNKNOWN}
    expected = {
        (applies, open_, test): Outcome.NOT_APPLICABLE
        if applies is False
        else Outcome.UNKNOWN
        if applies is None or open_ is None
        else Outcome.NEEDS_JUDGEMENT
        if open_
        else tests[test]
        for applies, open_, test in table
    }
    assert table == expected


def test_an_open_norm_in_principle_still_departs_where_nothing_is_open() -> None:
    """The force of a ruling is that of its norm."""
    assert settle(left_open(False, False), Force.IN_PRINCIPLE) is Outcome.DEPARTS_FROM_PRINCIPLE
    assert settle(only_if(True, False), Force.IN_PRINCIPLE) is Outcome.DEPARTS_FROM_PRINCIPLE


@pytest.mark.parametrize("said", [0, 1, "真", ()])
def test_what_is_no_truth_settles_nothing(said: Any) -> None:
    """A clause that returns a count is a slip, not an answer."""
    with pytest.raises(TypeError, match="neither a truth value nor a ruling"):
        settle(said, Force.MANDATORY)


def test_a_mere_encouragement_is_never_not_met() -> None:
    """It is not asked at all; who asks it nevertheless is told."""
    with pytest.raises(TypeError, match="of no force"):
        settle(False, Force.ENCOURAGEMENT)


def test_evidence_is_a_mark_without_storage() -> None:
    """A subclass says what it holds."""
    assert Evidence.__slots__ == ()


def test_an_enum_may_be_attested() -> None:
    """A fact that is a choice names its options."""

    class Grade(enum.Enum):
        A = "a"

    def grade(case: int) -> int:
        return case

    assert Fact(grade, attested=Grade).attested is Grade
