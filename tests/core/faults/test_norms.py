"""Every sentence in which a norm is refused as it is written, or an outcome as it is asked.

Whoever encodes a text is told what the function is called, where it stands and what of it cannot
be; whoever asks an outcome for its truth is told what to ask instead.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Any

import pytest

from innov_consortium.core.clauses import (
    Fact,
    Force,
    Outcome,
    clause,
    fact,
    items,
    settle,
)
from innov_consortium.core.comparisons import comparisons_of
from innov_consortium.core.decide import Standing
from innov_consortium.core.words import Int, Ruling, Truth
from innov_consortium.errors import MalformedPolicyError


@pytest.mark.parametrize(
    ("value", "said"),
    [
        *(
            (o, "an Outcome has no truth value; compare it: outcome is Outcome.MET")
            for o in Outcome
        ),
        *(
            (s, "a Standing has no truth value; compare it: standing is Standing.ALLOWED")
            for s in Standing
        ),
    ],
)
def test_what_is_more_than_yes_and_no_has_no_truth_value(value: enum.Enum, said: str) -> None:
    """Not even the one that is plainly yes: asked so, the others would pass for no."""
    with pytest.raises(TypeError) as caught:
        bool(value)
    assert str(caught.value) == said


NOUGHT: Any = 0


def several(*units: int, number: int, **others: int) -> bool:
    """Take anything."""
    return len(units) + len(others) > number


def test_a_function_names_every_fact_it_asks_for() -> None:
    """Facts and settings are joined by name, and what collects the rest names none."""
    makers: list[Callable[[Any], object]] = [
        Fact,
        fact,
        clause("art1.s1"),
        items(path="u[{}]".format),
    ]
    for make in makers:
        with pytest.raises(TypeError) as caught:
            make(several)
        assert str(caught.value) == "several: *args and **kwargs name no fact: units, others"


@pytest.mark.parametrize(
    ("said", "force", "told"),
    [
        (1, Force.MANDATORY, "1, mandatory"),
        ("yes", Force.IN_PRINCIPLE, "'yes', in_principle"),
        (False, Force.ENCOURAGEMENT, "False, encouragement"),
        (Ruling(applies=True, open=False, test=False), Force.ENCOURAGEMENT, "False, encouragement"),
        (Ruling(applies=True, open=False, test=NOUGHT), Force.MANDATORY, "0, mandatory"),
    ],
    ids=["number", "word", "encouraged", "ruling_encouraged", "ruling_of_a_number"],
)
def test_what_a_clause_may_not_say_is_not_settled(said: Any, force: Force, told: str) -> None:
    """Neither what is no truth value, nor a no that nobody is bound by."""
    with pytest.raises(TypeError) as caught:
        settle(said, force)
    assert str(caught.value) == f"neither a truth value nor a ruling, or of no force: {told}"


@pytest.mark.parametrize(
    ("said", "outcomes"),
    [
        (True, "met met met met"),
        (None, "unknown unknown unknown unknown"),
        (Ruling(applies=False, open=None, test=None), " ".join(["not_applicable"] * 4)),
        (Ruling(applies=None, open=True, test=True), "unknown unknown unknown unknown"),
        (Ruling(applies=True, open=None, test=True), "unknown unknown unknown unknown"),
        (Ruling(applies=True, open=True, test=False), " ".join(["needs_judgement"] * 4)),
        (Ruling(applies=True, open=False, test=True), "met met met met"),
    ],
)
def test_what_a_clause_says_comes_to_an_outcome(said: Any, outcomes: str) -> None:
    """Whatever its force: that matters only where the answer is no."""
    assert [settle(said, force).value for force in Force] == outcomes.split()


def test_only_a_no_is_measured_by_the_force_of_the_norm() -> None:
    """In principle it is departed from, else it is not met."""
    forces = (Force.MANDATORY, Force.IN_PRINCIPLE, Force.JUDGEMENT)
    said = [settle(False, force).value for force in forces]
    assert said == ["not_met", "departs_from_principle", "not_met"]


@clause("art9.s1")
def in_plain_python(number: Int, *, least: int) -> Truth:
    """Compare as Python does."""
    return bool(number == least)


def test_what_is_not_in_the_words_of_statutes_is_not_taken_apart() -> None:
    """It is named with the line to go to, and with what cannot be said of a term."""
    with pytest.raises(MalformedPolicyError) as caught:
        comparisons_of(in_plain_python, {"least": 3})
    line = in_plain_python.function.__code__.co_firstlineno
    assert in_plain_python.where == f"{__name__}:{line}"
    assert str(caught.value) == (
        f"{__name__}:{line} in_plain_python is not written in the words of statutes: "
        "a Term is not compared with ==; use the words of statutes"
    )
