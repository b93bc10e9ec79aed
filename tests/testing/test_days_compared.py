"""Days that facts compare: found in their source, each with cases about the very day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.testing.recording_days import apart, asked, recording
from tests.toy_filing import FILING

from innov_consortium.core.clauses import fact
from innov_consortium.core.consortium import Application
from innov_consortium.core.policy import Policy
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.testing.boundaries import (
    Boundary,
    DaysCompared,
    answered,
    boundaries_of,
    days_of,
    templates_of,
    unmatched,
)

PLACES = {one.key: one for one in days_of(TIANJIN)}
NAMED = {
    template.id: tuple(key for key in template.of if key in PLACES)
    for template in templates_of(TIANJIN).templates
}


@pytest.fixture(scope="module")
def made() -> dict[str, list[Boundary]]:
    families: dict[str, list[Boundary]] = {}
    for one in boundaries_of(TIANJIN):
        families.setdefault(one.template.id, []).append(one)
    return families


def turns(one: DaysCompared) -> bool:
    """Tell whether the year was asked of the last day of one year and the first of the next."""
    days = {(day.month, day.day) for day in asked(one)}
    return {(12, 31), (1, 1)} <= days


def on_the_line(one: DaysCompared) -> bool:
    """Tell whether what is compared was one day, and also a day apart.

    On which side is not asked: of what comes later than the day asked about nothing is known yet.
    """
    return 0 in apart(one) and not apart(one).isdisjoint({-1, 1})


@pytest.mark.parametrize("template", [name for name, keys in NAMED.items() if keys])
def test_the_cases_of_a_template_compare_the_very_days_it_is_for(
    template: str, made: dict[str, list[Boundary]]
) -> None:
    """Not only what is named by it is there: its cases reach it, on the line and beside it."""
    with recording():
        for one in answered(made[template], TIANJIN):
            assert one.error == ""
        missed = [
            key
            for key in NAMED[template]
            if not (turns if PLACES[key].turn else on_the_line)(PLACES[key])
        ]
    assert missed == []


def test_every_place_has_a_template_or_a_reason_and_no_reason_is_for_what_has_one() -> None:
    """In both directions; every reason is said in two languages."""
    reasons = templates_of(TIANJIN).without
    excused = [key for reason in reasons for key in reason.without]
    named = {key for keys in NAMED.values() for key in keys}
    assert {*excused, *named} == set(PLACES)
    assert len(excused) == len(set(excused))
    assert named.isdisjoint(excused)
    assert all(reason.why and reason.why_en for reason in reasons)
    assert len(excused) < len(PLACES) / 3


@fact
def filed_early(application: Application | None, day: date) -> bool | None:
    """A fact that nobody has thought of."""
    if application is None or application.filed_on is None:
        return None
    return application.filed_on < day


def test_a_fact_that_compares_days_and_has_no_case_is_found() -> None:
    """As soon as a policy asks for it."""
    policy = evolve(TIANJIN, facts=(*TIANJIN.facts, filed_early))
    (missing,) = unmatched(policy).missing
    assert missing.key == "days:test_days_compared.filed_early:application.filed_on < day"


def test_a_policy_that_brings_no_cases_is_not_asked_for_its_days() -> None:
    """It may compare days all the same."""
    policy = evolve(FILING, facts=(*FILING.facts, filed_early))
    assert any(one.key.endswith("application.filed_on < day") for one in days_of(policy))
    assert [one for one in unmatched(policy).missing if one.key.startswith("days:")] == []


@fact
def several(
    application: Application | None, day: date, published_on: date | None, *, valid_until: date
) -> int:
    """A fact that does many things with days."""
    days = [d for d in (day, published_on) if d is not None]
    parts = {"filed": application.filed_on if application else None}
    opens = parts["filed"] or min(days)
    in_order = sorted(days, key=lambda one: (one.month, one))
    if opens <= day <= valid_until and day.year == opens.year:
        return len(in_order)
    return len(days) if len(days) > 1 and days[0] == published_on else valid_until.year


def found_in(policy: Policy, name: str) -> list[str]:
    begun = f"days:test_days_compared.{name}:"
    return [d.key.removeprefix(begun) for d in days_of(policy) if d.key.startswith(begun)]


def test_what_is_a_day_is_told_by_hints_and_by_what_names_are_given() -> None:
    """Each comparison of a row, the least, an order, a year; no count, and no year of a number."""
    policy = evolve(TIANJIN, facts=(*TIANJIN.facts, several))
    assert found_in(policy, "several") == [
        "min(days)",
        "sorted(days, key=lambda one: (one.month, one))",
        "opens <= day",
        "day <= valid_until",
        "day.year",
        "opens.year",
        "days[0] == published_on",
    ]


def some_day(*_: object) -> Any:
    return date(2026, 3, 2)


@fact
def unclear(day: date) -> bool:
    """A fact of which nobody can say what it compares."""
    return bool(some_day(day) < some_day())


def test_what_nothing_tells_of_counts_as_a_day() -> None:
    """It is better named in vain than overlooked."""
    policy = evolve(FILING, facts=(*FILING.facts, unclear))
    assert len(found_in(policy, "unclear")) == 1


def test_a_place_is_told_of_the_provisions_that_rest_on_it() -> None:
    """A helper function bears on what its callers bear on; the core on whatever asks it."""
    assert PLACES["days:facts_grounds.counted:day >= commenced_on"].provisions == (
        "art11.item3",
        "art11.item5",
        "art11.item6",
        "art11.item7",
    )
    assert PLACES["days:known.known_on:a.on <= day"].provisions == ()
