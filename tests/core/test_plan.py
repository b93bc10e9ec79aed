"""The closure of an inquiry: what is derived, in which order, for which norms."""

from __future__ import annotations

import itertools

import pytest

from innov_consortium.core.clauses import Fact, fact
from innov_consortium.core.plan import Settings, closure, force_of
from innov_consortium.core.policy import Policy
from innov_consortium.errors import MalformedPolicyError


@fact
def top(left: int, right: int) -> int:
    """甲。"""
    return left + right


@fact
def left(bottom: int) -> int:
    """乙。"""
    return bottom


@fact
def right(bottom: int, left: int) -> int:
    """丙。"""
    return bottom + left


@fact
def bottom(application: int) -> int:
    """丁。"""
    return application


FACTS = {f.name: f for f in (top, left, right, bottom)}


@pytest.mark.parametrize("needs", list(itertools.permutations(["top", "bottom", "application"])))
def test_each_fact_comes_once_and_after_what_it_needs(needs: tuple[str, ...]) -> None:
    """What is no fact is left to the case."""
    assert closure(needs, FACTS) == ("bottom", "left", "right", "top")


def test_nothing_needed_is_nothing_derived() -> None:
    """Facts nobody asks for stay out."""
    assert (closure([], FACTS), closure(["left"], FACTS)) == ((), ("bottom", "left"))


def test_facts_in_a_circle_are_refused() -> None:
    """The circle is shown as it is met."""

    @fact
    def one(other: int) -> int:
        return other

    @fact
    def other(one: int) -> int:
        return one

    circle: dict[str, Fact[..., int]] = {"one": one, "other": other}
    with pytest.raises(MalformedPolicyError, match="one → other → one"):
        closure(["one"], circle)


def test_numbers_and_readings_are_filled_in_by_name() -> None:
    """Only those a function names; one that names none is left as it is."""
    settings = Settings({"least": 6, "most": 9})

    def reach(number: int, *, least: int) -> bool:
        return number >= least

    assert [settings.bind(reach, ["least"])(n) for n in (5, 6, 7)] == [False, True, True]
    assert settings.bind(reach, []) is reach


def test_the_force_of_a_norm_may_hang_on_a_reading(toy: Policy) -> None:
    """Its own, that of a judgement, or as the reading has it."""
    by_name = {n.name: n for n, _ in toy.inquiry("formation").norms}
    norms = [by_name[n] for n in ("is_solvent", "art5.s1", "enough_participants")]
    (strength,) = [c.question.options for c in toy.readings if c.name == "strength"]
    found = {
        option.option: [force_of(n, Settings({"strength": option})).value for n in norms]
        for option in strength
    }
    assert found == {
        "soft": ["mandatory", "judgement", "in_principle"],
        "hard": ["mandatory", "judgement", "mandatory"],
        "wish": ["mandatory", "judgement", "encouragement"],
    }


def test_a_mere_encouragement_is_not_asked(toy: Policy) -> None:
    """Neither one the text calls so nor one a reading makes of it."""
    asked = {o: [n.name for n in toy.with_readings(strength=o).norms("formation")] for o in "ac"}
    assert "many_join" not in asked["a"]
    assert set(asked["a"]) - set(asked["c"]) == {"enough_participants", "takes_part_at_most"}


def test_norms_are_told_in_the_order_of_the_law(toy: Policy) -> None:
    """Whatever the order in which they are asked."""
    assert [n.provision for n in toy.norms("formation")] == [
        "art2.s1",
        "art2.s2",
        "art3.s1",
        "art4.s1",
        "art4.s2",
        "art4.s3",
        "art4.s4",
        "art4.s5",
        "art5.s1",
        "art5.s2",
        "art5.s3",
        "art5.s4",
        "art5.s5",
        "art5.s6",
        "art6.s1",
    ]


def test_a_norm_names_the_figures_and_readings_of_its_closure(toy: Policy) -> None:
    """Those of its facts, of its force and of what it displaces are among them."""
    norms = {n.provision: n for n in toy.norms("formation")}
    told = {
        p: ([x.name for x in norms[p].numbers], [x.name for x in norms[p].readings])
        for p in ("art2.s1", "art2.s2", "art5.s1", "art6.s1")
    }
    assert told == {
        "art2.s1": (["min_participants"], ["counting", "strength"]),
        "art2.s2": (["min_share"], ["counting", "share_strength"]),
        "art5.s1": ([], []),
        "art6.s1": ([], ["scope"]),
    }


def test_a_norm_says_where_its_function_stands(toy: Policy) -> None:
    """A judgement has none."""
    norms = {n.provision: n for n in toy.norms("formation")}
    clause = toy.inquiry("formation").conditions[0]
    assert (norms["art2.s1"].where, norms["art5.s1"].where) == (getattr(clause, "where", None), "")


def test_what_a_norm_displaces_hangs_on_a_reading(toy: Policy) -> None:
    """As places in the order of the law, both ends included."""
    read = [toy.with_readings(scope=scope).norms("formation") for scope in ("wide", "narrow")]
    found = [n.displaces for norms in read for n in norms if n.name == "decided_otherwise"]
    rank = toy.ledger.rank
    assert found == [
        ((rank("art2.s1"), rank("art4.s4")),),
        ((rank("art2.s1"), rank("art2.s1")),),
    ]
