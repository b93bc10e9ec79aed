"""第五条第（一）项：形成明确的重大科学问题、关键核心技术、目标成果等清单。"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from innov_consortium.core.case import Case
from innov_consortium.core.report import Answer, Finding, Report

LISTS = "art5.item1.s2c"
THREE = ("major_scientific_questions", "key_core_technologies", "target_outcomes")

Vary = Callable[..., Case]
Says = Callable[..., str | None]
Finds = Callable[..., Finding]


def test_the_three_lists_are_asked_for(vary: Vary, finding: Finds) -> None:
    """All three drawn up: nothing to say of any."""
    found = finding(vary(lists=frozenset(THREE)), LISTS)
    assert ([o.value for o in found.outcomes], found.items) == (["met"] * 3, ())


@pytest.mark.parametrize("missing", THREE)
def test_a_list_not_drawn_up_is_named(missing: str, vary: Vary, finding: Finds) -> None:
    """Each of the three is asked for by itself."""
    found = finding(vary(lists=frozenset(THREE) - {missing}), LISTS)
    named = [(i.item, i.path, i.outcome.value) for i in found.items]
    assert (found.outcome.value, named) == (
        "not_met",
        [(missing, "application.lists", "not_met")],
    )


def test_no_list_at_all_names_all_three(vary: Vary, finding: Finds) -> None:
    """An empty set says that nothing else exists; the answer is no."""
    found = finding(vary(lists=frozenset()), LISTS)
    assert [i.item for i in found.items if i.outcome.value == "not_met"] == list(THREE)


def test_lists_not_spoken_of_are_unknown(
    vary: Vary, says: Says, lacking: Callable[..., list[str]]
) -> None:
    """Nothing said is not nothing drawn up."""
    case = vary(lists=None)
    assert (says(case, LISTS), set(lacking(case, LISTS))) == ("unknown", {"application.lists"})


def test_a_fourth_list_is_welcome(vary: Vary, says: Says) -> None:
    """The text goes on with 等."""
    assert says(vary(lists=frozenset({*THREE, "other:application_scenarios"})), LISTS) == "met"


def test_the_heading_comes_to_the_worst_of_its_item(
    vary: Vary, check: Callable[..., Report]
) -> None:
    """目标任务明确 is asked through the sentences below it, and they make the answer."""
    report = check(vary(lists=frozenset()))
    outcome = report.outcome("art5.item1.s1")
    assert (None if outcome is None else outcome.value, report.answer) == (
        "not_met",
        Answer.NOT_MET,
    )
