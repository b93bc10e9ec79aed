"""Thresholds are found without a list: in clauses, in the numbers that facts use, in word lists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve, frozen
from tests.toy_filing import FILING

from innov_consortium.core.clauses import clause, fact
from innov_consortium.core.comparisons import Compared
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.numbers import stated
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Reading, question
from innov_consortium.core.thresholds import Quantity, Threshold, thresholds_of
from innov_consortium.core.words import (
    Day,
    Int,
    Money,
    Truth,
    at_least,
    at_most,
    both,
    more_than,
    share_at_least,
)
from innov_consortium.errors import MalformedPolicyError


class Strictness(Reading):
    """满三家是否足够？"""

    ENOUGH = ("a", "足够", "enough")
    MORE = ("b", "须更多", "more are needed")


@frozen(kw_only=True)
class Numbers:
    """Two figures of one value among them, and one that nobody uses."""

    least: int = stated(3, "art1.s1", unit="家")
    most: int = stated(3, "art1.s2", unit="家")
    share: Fraction = stated(Fraction(1, 2), "art1.s2")
    amount: Decimal = stated(Decimal(100), "art4.s1", unit="元")
    last: date = stated(date(2030, 1, 31), "art6.s1")
    names: tuple[str, ...] = stated(("甲",), "art5.s1")


@fact
def reported_on(day: date, *, last: date, names: tuple[str, ...]) -> date | None:
    return last if names else day


@fact
def paid() -> Decimal | None:
    return None


@clause("art1.s1")
def planted(
    member_count: Int, lead_count: Int, *, least: int, most: int, strictness: Strictness
) -> Truth:
    if strictness is Strictness.MORE:
        return more_than(member_count, least)
    return both(at_least(member_count, least), at_most(lead_count, most))


@clause("art4.s1")
def two_facts(
    reported_on: Day, day: Day, lead_count: Int, member_count: Int, *, share: Fraction
) -> Truth:
    return both(at_most(reported_on, day), share_at_least(lead_count, member_count, share))


@clause("art4.s2")
def at_cost(paid: Money, *, amount: Decimal) -> Truth:
    return at_most(paid, amount)


CONDITIONS = (planted, two_facts, at_cost)
STRICTNESS = question(
    "strictness",
    Strictness,
    default=Strictness.ENOUGH,
    entry="X01",
    provisions=("art1.s1",),
    reason="惯例",
    reason_en="custom",
)
#: The filing policy with nothing left of it that names its own numbers, and thresholds planted.
PLANTED = evolve(
    FILING,
    numbers=Numbers(),
    readings=(STRICTNESS,),
    facts=(*(f for f in FILING.facts if not f.settings), reported_on, paid),
    inquiries=(Inquiry(name="formation", conditions=CONDITIONS),),
    steps=(),
    duties=(),
    bars=None,
    vocabulary=(("documents", ("plan", "proof")), ("grades", ("甲",))),
)


def found(policy: Policy) -> dict[str, list[Threshold]]:
    keyed: dict[str, list[Threshold]] = {}
    for one in thresholds_of(policy):
        keyed.setdefault(one.key, []).append(one)
    return keyed


def test_the_thresholds_of_a_policy_are_found_wherever_its_clauses_stand() -> None:
    """In an inquiry, on a step, in its force in time; and the numbers that only facts use."""
    assert {key: (t.compared, t.quantity) for key, (t, *_) in found(FILING).items()} == {
        "enough_members:member_count:min_members": (Compared.AT_LEAST, Quantity.COUNT),
        "enough_leads:lead_count:min_leads": (Compared.AT_LEAST, Quantity.COUNT),
        "begun:day:published_on": (Compared.AT_LEAST, Quantity.DAY),
        "number:bar_months": (None, Quantity.COUNT),
        "number:report_month": (None, Quantity.COUNT),
        "number:report_day": (None, Quantity.COUNT),
    }
    (months,) = found(FILING)["number:bar_months"]
    assert (months.named_by, months.bound, months.provision) == (("bars",), 6, "art4.s2")


def test_a_planted_threshold_is_found_with_the_number_it_is() -> None:
    """Two numbers of one value are told apart: the bound that moves with a number is that one."""
    there = found(PLANTED)
    (most,) = there["planted:lead_count:most"]
    assert (most.number and most.number.unit, most.bound, most.provision) == ("家", 3, "art1.s1")
    (share,) = there["two_facts:lead_count:share"]
    assert (share.quantity, share.bound, share.other) == (
        Quantity.SHARE,
        Fraction(1, 2),
        "member_count",
    )
    (days,) = there["two_facts:reported_on:day"]
    assert (days.quantity, days.compared, days.bound) == (Quantity.DAY, Compared.AT_MOST, None)
    (money,) = there["at_cost:paid:amount"]
    assert (money.quantity, money.bound) == (Quantity.MONEY, Decimal(100))


def test_under_which_reading_something_is_compared_is_said() -> None:
    """Each way of comparing, with the options under which it is; none where it is under all."""
    there = found(PLANTED)["planted:member_count:least"]
    assert [(t.compared, t.under) for t in there] == [
        (Compared.AT_LEAST, (("strictness", ("enough",)),)),
        (Compared.MORE_THAN, (("strictness", ("more",)),)),
    ]
    assert found(PLANTED)["two_facts:reported_on:day"][0].under == ()


def test_what_no_clause_compares_is_found_by_its_name() -> None:
    """A day and words that a fact uses, and the words that stand in documents."""
    there = found(PLANTED)
    (last,) = there["number:last"]
    assert (last.quantity, last.named_by) == (Quantity.DAY, ("reported_on",))
    assert there["number:names"][0].quantity is Quantity.WORDS
    assert there["words:documents"][0].number is None
    (grades,) = there["words:grades"]
    assert (grades.number and grades.number.name, grades.provision) == ("names", "art5.s1")


def test_another_number_moves_the_bound_and_not_the_key() -> None:
    """What a threshold is called does not depend on how much it is."""
    other = found(PLANTED.with_numbers(least=5))
    assert list(other) == list(found(PLANTED))
    assert other["planted:member_count:least"][0].bound == 5


@frozen(kw_only=True)
class Odd:
    ratio: float = stated(0.5, "art1.s1")


def test_a_number_that_is_no_figure_of_a_text_is_refused() -> None:
    """A float lies nowhere exactly."""
    bare = evolve(
        FILING,
        numbers=Odd(),
        facts=tuple(f for f in FILING.facts if not f.settings),
        inquiries=(),
        steps=(),
        duties=(),
        bars=None,
    )
    with pytest.raises(MalformedPolicyError, match=r"not 0\.5"):
        thresholds_of(bare)
