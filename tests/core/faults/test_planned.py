"""Every sentence in which a plan of a cycle is refused, and in what order a plan names everybody.

The authority that plans is told which capacity is none and of which year; whom it is told to select
must not depend on the order in which the histories were handed in.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from attrs import evolve
from tests.core.filings import MEASURES as BARE
from tests.toy_coverage import MEASURES, assigned, done, ended, life, recognised

from innov_consortium.core.coverage import plan_coverage
from innov_consortium.core.cycles import CoveragePlan, Cycle, CycleState, stated_years
from innov_consortium.core.events import EvaluationMode
from innov_consortium.core.history import History
from innov_consortium.errors import FaultKind, InvalidInputError

Faults = list[tuple[FaultKind, str, str, str]]

INCONSISTENT, INVALID, SORT = (
    FaultKind.INCONSISTENT,
    FaultKind.INVALID_VALUE,
    FaultKind.TYPE_ERROR,
)
MOMENT: Any = datetime(2026, 3, 2, tzinfo=UTC)
ODD: Any = 7
CYCLE = Cycle(2026, 2)
ON = date(2026, 6, 1)


def told(make: Callable[[], object]) -> Faults:
    """Return all that is told of what cannot be planned."""
    with pytest.raises(InvalidInputError) as caught:
        make()
    return [(f.kind, f.path, f.zh, f.en) for f in caught.value.faults]


def handed(path: str, wanted: str) -> tuple[FaultKind, str, str, str]:
    """Return what is said of a number handed in instead."""
    return SORT, path, f"请传入 {wanted}，而不是 int", f"hand in {wanted}, not int"


def no_capacity(path: str, number: str) -> tuple[FaultKind, str, str, str]:
    """Return what is said of a capacity that is none."""
    return (
        INVALID,
        path,
        f"{number} 不是容量；应为不小于零的整数，没有上限的不写",
        f"{number} is no capacity; give a whole number from nought, or none for no limit",
    )


def no_year(path: str, year: str) -> tuple[FaultKind, str, str, str]:
    """Return what is said of a capacity for a year outside the cycle."""
    zh = f"{year} 不是周期 2026 至 2027 的年份"
    return INCONSISTENT, path, zh, f"{year} is no year of the cycle from 2026 to 2027"


SILENT = (
    INVALID,
    "policy",
    "政策 980000 没有指明由哪一事实得出专家评价的年份（Policy.evaluated），不能安排",
    (
        "policy 980000 names no fact that tells in which years experts evaluated "
        "(Policy.evaluated); nothing can be planned by it"
    ),
)

CAPACITIES: dict[str, tuple[Any, Faults]] = {
    "below_nought": (-1, [no_capacity("capacity", "-1")]),
    "a_truth_value": (True, [no_capacity("capacity", "True")]),
    "words": ("二", [no_capacity("capacity", "'二'")]),
    "the_year_before": ({2025: 1}, [no_year("capacity[2025]", "2025")]),
    "the_year_after": ({2028: 1}, [no_year("capacity[2028]", "2028")]),
    "a_year_in_words": ({"2026": 1}, [no_year("capacity[2026]", "'2026'")]),
    "all_of_it": (
        {2026: -1, 2028: None, 2027: 0},
        [
            no_capacity("capacity[2026]", "-1"),
            no_year("capacity[2028]", "2028"),
            no_capacity("capacity[2028]", "None"),
        ],
    ),
}


@pytest.mark.parametrize(("capacity", "faults"), CAPACITIES.values(), ids=CAPACITIES)
def test_a_capacity_that_is_none_is_refused(capacity: Any, faults: Faults) -> None:
    """Of which year it is, and beside it that the policy cannot tell who was evaluated."""
    assert told(lambda: plan_coverage(MEASURES, [], CYCLE, on=ON, capacity=capacity)) == faults
    both = told(lambda: plan_coverage(BARE, [], CYCLE, on=ON, capacity=capacity))
    assert both == [*faults, SILENT]


@pytest.mark.parametrize(
    ("capacity", "limits"),
    [
        (None, [None, None]),
        (0, [0, 0]),
        ({}, [None, None]),
        ({2026: 0, 2027: 3}, [0, 3]),
        ({2027: 1}, [None, 1]),
    ],
    ids=["none", "nought", "none_named", "both_named", "one_named"],
)
def test_a_capacity_counts_for_every_year_or_for_the_year_named(
    capacity: Any, limits: list[int | None]
) -> None:
    """A year that is not named has no limit."""
    plan = plan_coverage(MEASURES, [], CYCLE, on=ON, capacity=capacity)
    assert [(y.year, y.capacity) for y in plan.years] == list(zip(CYCLE, limits, strict=True))


def test_a_policy_that_cannot_tell_plans_nothing() -> None:
    """Without any other fault it is refused as well."""
    assert told(lambda: plan_coverage(BARE, [], CYCLE, on=ON)) == [SILENT]


def test_a_plan_is_made_of_what_it_is_made_of() -> None:
    """A moment is no day; what is handed in of another sort is told, all at once."""
    assert told(lambda: plan_coverage(MEASURES, [], CYCLE, on=MOMENT)) == [
        (
            SORT,
            "on",
            "应为 datetime.date，而不是 datetime；文字请在边界处解析",
            "must be a datetime.date, not datetime; parse text at the boundary",
        )
    ]
    assert told(lambda: plan_coverage(ODD, ODD, ODD, on=ON, given=ODD)) == [
        handed("policy", "Policy"),
        handed("histories", "Iterable"),
        handed("cycle", "Cycle"),
        handed("given", "Surroundings"),
    ]


# --- in what order --------------------------------------------------------------------------------

EARLY, LATE = recognised(date(2022, 1, 1)), recognised(date(2023, 1, 1))
LIVES = (
    life("never_b", LATE),
    life("never_a", LATE),
    life("never_early", EARLY),
    life("long_ago", LATE, done(2023)),
    life("lately", EARLY, done(2025)),
    life("twice", EARLY, done(2023), done(2024)),
    life("covered", EARLY, done(2026)),
    life("unknown", EARLY, done(2025, grade=None)),
    life("young", recognised(date(2026, 1, 2))),
    life("over", EARLY, ended(date(2025, 1, 1))),
)
IN_ORDER = ["never_early", "never_a", "never_b", "long_ago", "twice", "lately"]
BY_THEN = date(2026, 12, 1)


def plan(*lives: History, **other: Any) -> CoveragePlan:
    """Return the plan of the cycle at the end of its first year."""
    return plan_coverage(MEASURES, lives, CYCLE, **{"on": BY_THEN, **other})


@pytest.mark.parametrize("lives", [LIVES, LIVES[::-1]], ids=["as_written", "backwards"])
def test_a_plan_names_everybody_in_one_order(lives: tuple[History, ...]) -> None:
    """Never evaluated first, then longest ago; of these recognised first; then by their ids."""
    found = plan(*lives)
    assert list(found.due) == IN_ORDER
    assert [e.consortium for e in found.consortia] == [
        *IN_ORDER,
        "young",
        "covered",
        "unknown",
        "over",
    ]
    assert [list(y.proposed) for y in found.years] == [IN_ORDER[:3], IN_ORDER[3:]]
    assert (found.shortfall, found.awaited) == ((), ())


def test_how_everybody_stands_to_the_cycle() -> None:
    """Whoever was recognised on its first day is due; a day later it need not be selected."""
    on_the_day = life("on_the_day", recognised(date(2026, 1, 1)))
    states = {e.consortium: e.state for e in plan(*LIVES, on_the_day).consortia}
    assert {name for name, state in states.items() if state is CycleState.DUE} == {
        *IN_ORDER,
        "on_the_day",
    }
    rest = ["young", "covered", "unknown", "over"]
    assert [states[name] for name in rest] == [
        CycleState.NOT_DUE,
        CycleState.COVERED,
        CycleState.UNKNOWN,
        CycleState.LEFT_OUT,
    ]


def test_what_an_entry_tells_of_a_consortium() -> None:
    """Its years the earliest first; since when, until when; what is selected and still to come."""
    entries = {e.consortium: e for e in plan(*LIVES, life("next", EARLY, assigned(2026))).consortia}
    assert entries["twice"].evaluated == (2023, 2024)
    assert entries["unknown"].evaluated is None
    assert (entries["over"].ended_on, entries["twice"].ended_on) == (date(2025, 1, 1), None)
    assert entries["over"].recognised_on == date(2022, 1, 1)
    assert (entries["next"].selected, entries["twice"].selected) == ((2026,), ())


def test_whoever_evaluates_itself_or_under_another_text_takes_no_place() -> None:
    """Only a selection for experts, under the text asked, stays in its year."""
    by_itself = life("itself", EARLY, assigned(2026, mode=EvaluationMode.SELF))
    elsewhere = life("elsewhere", EARLY, assigned(2026, under="虚〔2020〕1号"))
    chosen = life("chosen", EARLY, assigned(2026))
    first, second = plan(by_itself, elsewhere, chosen, capacity=1).years
    assert (first.selected, first.proposed, first.consortia) == (("chosen",), (), ("chosen",))
    assert (second.selected, second.proposed) == ((), ("elsewhere",))


def test_the_length_of_a_cycle_is_what_the_text_states() -> None:
    """By the name of the figure; a text without it states none."""
    found = stated_years(MEASURES)
    assert found is not None
    assert (found.value, found.provision) == (2, "art5.s1")
    assert stated_years(BARE) is None


def test_who_was_selected_for_a_year_that_is_over_is_awaited() -> None:
    """It is not proposed again; by its id, whatever the order of the histories."""
    lives = [life(name, EARLY, assigned(2026)) for name in ("b", "a")]
    found = plan(*lives, on=date(2027, 3, 1))
    assert (found.awaited, found.shortfall, found.select_now) == (("a", "b"), (), ())
    assert evolve(found, on=date(2026, 3, 1)).later == {2027: ()}


@pytest.mark.parametrize(
    ("last", "years"), [(date(2026, 12, 31), [2026]), (date(2027, 1, 1), [2026, 2027])]
)
def test_a_year_is_planned_if_the_text_reaches_its_first_day(last: date, years: list[int]) -> None:
    """A day earlier nothing is left of the text to plan by."""
    policy = MEASURES.with_numbers(last_day=last)
    assert [y.year for y in plan_coverage(policy, [], CYCLE, on=ON).years] == years
