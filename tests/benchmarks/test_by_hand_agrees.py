"""The norms written out by hand, with nothing of ours, say the same as the policy."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from attrs import evolve

from innov_consortium import Outcome, Policy, catalogue

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.by_hand import formation
from benchmarks.formation import differences, disagreements
from benchmarks.generated import DAY, PUBLISHED, any_case, full_case

CASES = 200


@pytest.fixture(scope="module")
def tianjin() -> Policy:
    return catalogue().select("CN-TJ")


def test_both_answer_for_the_same_norms_in_the_same_order(tianjin: Policy) -> None:
    """Every norm of the inquiry has a finding by hand, followed by those of art. 26."""
    asked = [n.provision for n in tianjin.norms("formation")]
    by_hand = [f.provision for f in formation(full_case(6), DAY, PUBLISHED)]
    assert [*asked, "art26.s1a", "art26.s1b", "art26.s2"] == by_hand


def test_both_say_the_same_of_every_case(tianjin: Policy) -> None:
    """Outcomes, items concerned and facts agree on realistic cases and on random ones."""
    assert disagreements(tianjin, CASES) == []


def test_the_random_cases_reach_every_outcome() -> None:
    """A comparison that never met an outcome would say nothing about it."""
    reached = {f.outcome for seed in range(CASES) for f in formation(*any_case(seed))}
    assert set(Outcome) == reached


def test_a_difference_is_told(tianjin: Policy) -> None:
    """A report of another case is not taken for the same: outcome and fact are named."""
    report = tianjin.supposing_published(PUBLISHED).check("formation", full_case(6), on=DAY)
    same = formation(full_case(6), DAY, PUBLISHED)
    other = formation(full_case(5), DAY, PUBLISHED)
    assert differences(report, same) == []
    assert "art5.item3.s2c: met / departs_from_principle" in differences(report, other)
    assert "art5.item3.s2c participants: 6 / 5" in differences(report, other)
    assert len(differences(report, same[1:])) == 1
    wrong = (evolve(same[0], items=(("x", Outcome.NOT_MET),)), *same[1:])
    assert differences(report, wrong) == ["art3.s1a: () / (('x', <Outcome.NOT_MET: 'not_met'>),)"]
