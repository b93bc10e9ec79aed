"""What follows from a history, written out by hand, is what the policy says."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from innov_consortium import Cycle, Outcome, Policy, catalogue, plan_coverage
from innov_consortium.core.cycles import CycleState
from innov_consortium.core.events import Ended
from innov_consortium.core.registering import register

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.consequences import (
    ASKED,
    BY_HAND,
    GROUNDS,
    PROJECTS,
    bars_differing,
    cases,
    days_asked,
    differing,
    disagreements,
)
from benchmarks.consequences_by_hand import admissibility, bar_of
from benchmarks.generated import PUBLISHED
from benchmarks.generated_histories import (
    BUREAU,
    EARLY,
    LATE,
    PARTICIPANTS,
    admission,
    any_dossier,
    little_known,
    lived_long,
    many,
)

HISTORIES = 200
FOUR = {Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.NEEDS_JUDGEMENT}


@pytest.fixture(scope="module")
def tianjin() -> Policy:
    return catalogue().select("CN-TJ")


def test_both_say_the_same_of_every_history(tianjin: Policy) -> None:
    """Outcomes, items, facts and the days of every bar agree on random histories."""
    assert disagreements(tianjin, HISTORIES) == []


@pytest.mark.parametrize("known", [True, False])
def test_both_say_the_same_of_what_is_timed(tianjin: Policy, *, known: bool) -> None:
    """What is timed is asked about the same, and nothing of it is beside the point."""
    policy = tianjin.supposing_published(EARLY)
    dossier = lived_long(3) if known else little_known(3)
    for name, case in cases(policy, dossier, known=known).items():
        if name in BY_HAND:
            by_hand = BY_HAND[name](case, LATE, EARLY)
            assert differing(policy, name, case, LATE, by_hand) == []
        open_ = policy.check(name, case, on=LATE).open
        assert bool(open_) is not known or name == "support_amount"


def test_the_random_histories_reach_every_outcome() -> None:
    """A comparison that never met an outcome of a ground would say nothing about it."""
    reached: dict[str, set[Outcome]] = {}
    for seed in range(2 * HISTORIES):
        for finding in BY_HAND[GROUNDS](*any_dossier(seed)):
            reached.setdefault(finding.provision, set()).add(finding.outcome)
    grounds = {name: found for name, found in reached.items() if name.startswith("art11.")}
    assert grounds == {f"art11.item{n}": FOUR for n in range(1, 8)}


def test_the_random_histories_bar_and_do_not() -> None:
    """Bars there are, some that outlast the text, and histories of which nobody can tell."""
    found: Counter[str] = Counter()
    for seed in range(2 * HISTORIES):
        bar, known = bar_of(*any_dossier(seed))
        found[f"{bar is not None}, {known}"] += 1
        found["beyond"] += bar is not None and bar.enforceable_to is not None
    assert min(found[f"{bar}, {known}"] for bar, known in ((True, True), (False, True))) > 20
    assert found["beyond"] > 5


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        (date(2026, 1, 31), Outcome.MET),
        (date(2026, 2, 1), Outcome.NOT_MET),
        (date(2029, 2, 1), Outcome.NOT_MET),
        (date(2029, 2, 2), Outcome.MET),
    ],
)
def test_the_bar_is_asked_at_its_edges(tianjin: Policy, day: date, outcome: Outcome) -> None:
    """On its first and last day the lead is barred, on the days beside them it is not."""
    policy = tianjin.supposing_published(EARLY)
    revoked = Ended(on=date(2026, 2, 1), by=BUREAU, grounds=("art11.item2",))
    history = lived_long(2, last=date(2025, 12, 20)).history.add(revoked)
    case = admission(register(policy, [history], day, complete_to=day), on=day)
    by_hand = admissibility(case, day, EARLY)
    assert by_hand[1].outcome is outcome
    assert differing(policy, "admissibility", case, day, by_hand) == []


def test_a_difference_is_told(tianjin: Policy) -> None:
    """An outcome, a fact, an item and a bar that are others are named."""
    policy = tianjin.supposing_published(EARLY)
    dossier = lived_long(3)
    same = BY_HAND[GROUNDS](dossier, LATE, EARLY)
    bad = lived_long(3, grades=("unqualified",))
    told = differing(policy, GROUNDS, bad, LATE, same)
    assert "art11.item1: met / not_met" in told
    assert "art11.item1 unqualified_run: 3 / 0" in told
    wrong = (same[0], evolve(same[1], items=((2027, Outcome.MET),)), *same[2:])
    assert len(differing(policy, GROUNDS, dossier, LATE, wrong)) == 1
    case = cases(policy, dossier, known=True)["admissibility"]
    barred = BY_HAND["admissibility"](case, LATE, EARLY)
    bar = evolve(barred[0].facts["bar"], last=LATE)
    other = (evolve(barred[0], facts={"bar": bar}), *barred[1:])
    assert differing(policy, "admissibility", case, LATE, other)[0].startswith("bar: ")
    whole = register(policy, [dossier.history], LATE, complete_to=LATE)
    assert bars_differing(whole, LATE, None, known=True) == []
    assert bars_differing(whole, LATE, bar, known=True) != []
    assert bars_differing(whole, LATE, None, known=False) != []


def test_the_answers_turn_in_what_is_timed(tianjin: Policy) -> None:
    """Looking for the day on which an answer turns asks at least one day of every inquiry."""
    policy = tianjin.supposing_published(EARLY)
    for name, case in cases(policy, lived_long(3), known=True).items():
        report = policy.check(name, case, on=LATE)
        assert report.changes_on is not None
        assert days_asked(report) >= 1
    assert set(ASKED) >= {GROUNDS, PROJECTS}


def test_the_consortia_of_a_cycle_stand_to_it_in_every_way_but_one(tianjin: Policy) -> None:
    """Covered, due and not due; selected, proposed and left without a place; seven members each."""
    policy = tianjin.supposing_published(PUBLISHED)
    on = date(2027, 3, 1)
    plan = plan_coverage(policy, many(60), Cycle(2026, 3), on=on, capacity=10)
    states = {one.state for one in plan.consortia}
    assert states == {CycleState.COVERED, CycleState.DUE, CycleState.NOT_DUE}
    assert all((plan.select_now, plan.later, plan.shortfall))
    assert any(year.selected and year.proposed for year in plan.years)
    assert PARTICIPANTS == 6
