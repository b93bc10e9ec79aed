"""Projects: what may be said of a call, an application, a decision and the money."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

from innov_consortium.core.events import (
    Event,
    ProjectApplied,
    ProjectCalled,
    ProjectDecided,
    ProjectEvent,
    ProjectFunded,
)
from innov_consortium.errors import InvalidInputError

DAY = date(2027, 5, 6)
OF_A_PROJECT: tuple[type[ProjectEvent], ...] = (ProjectApplied, ProjectDecided, ProjectFunded)


def faults(call: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInputError) as caught:
        call()
    return [(f.path, f.kind.value) for f in caught.value.faults]


# --- the call ---------------------------------------------------------------------------------


def test_a_call_is_for_the_year_it_names_or_else_for_that_of_its_day() -> None:
    """The evaluation it names is another matter."""
    own = ProjectCalled(on=DAY, evaluation_year=2025)
    assert (own.of_year, own.matter) == (2027, "project_call:2027")
    named = ProjectCalled(on=DAY, year=2028)
    assert (named.of_year, named.evaluation_year) == (2028, None)
    assert ProjectCalled.about(named.matter) == {"year": 2028}


@pytest.mark.parametrize("matter", ["", "project_call:", "project:", "ending"])
def test_a_matter_that_is_no_year_names_none(matter: str) -> None:
    """The call is then for the year of its day."""
    assert ProjectCalled.about(matter) == {}


@pytest.mark.parametrize("field", ["year", "evaluation_year"])
@pytest.mark.parametrize(("year", "sound"), [(0, False), (1, True), (9999, True), (10_000, False)])
def test_a_year_is_one_of_the_calendar(field: str, year: int, *, sound: bool) -> None:
    """Below, at and above its ends."""
    said: dict[str, Any] = {field: year}
    if sound:
        assert getattr(ProjectCalled(on=DAY, **said), field) == year
    else:
        assert faults(lambda: ProjectCalled(on=DAY, **said)) == [(field, "invalid_value")]


def test_two_years_that_are_none_are_told_at_once() -> None:
    """Each under its own place."""
    assert faults(lambda: ProjectCalled(on=DAY, year=0, evaluation_year=-1)) == [
        ("year", "invalid_value"),
        ("evaluation_year", "invalid_value"),
    ]


# --- a project --------------------------------------------------------------------------------


@pytest.mark.parametrize("sort", OF_A_PROJECT, ids=lambda sort: sort.tag)
def test_each_project_is_a_matter_of_its_own(sort: type[ProjectEvent]) -> None:
    """Its id can be had back; without one there is only one."""
    one = sort(on=DAY, project="P-1")
    assert (one.matter, sort.about(one.matter)) == ("project:P-1", {"project": "P-1"})
    only = sort(on=DAY)
    assert (only.matter, sort.about(only.matter), sort.about("")) == (
        "project:",
        {"project": ""},
        {"project": ""},
    )


@given(st.text(max_size=20), st.sampled_from(OF_A_PROJECT))
def test_any_id_can_be_had_back_from_the_matter(name: str, sort: type[ProjectEvent]) -> None:
    """Whatever stands in it, a colon or the word itself."""
    assert sort.about(sort(on=DAY, project=name).matter) == {"project": name}


def test_a_call_and_a_project_are_never_one_matter() -> None:
    """Not even where a project is named by a year."""
    assert ProjectCalled(on=DAY).matter != ProjectApplied(on=DAY, project="2027").matter


@pytest.mark.parametrize("granted", [None, True, False])
def test_a_decision_grants_refuses_or_is_not_known(*, granted: bool | None) -> None:
    """Not known is no refusal."""
    assert ProjectDecided(on=DAY, granted=granted).granted is granted


@pytest.mark.parametrize(
    ("amount", "sound"),
    [("-0.01", False), ("0", True), ("10000000.00", True), ("10000000.01", True), ("0.005", False)],
)
def test_money_is_whole_fen_and_not_below_nought(amount: str, *, sound: bool) -> None:
    """How much of it is too much is a question of the text."""
    money = Decimal(amount)
    if sound:
        assert ProjectFunded(on=DAY, amount=money).amount == money
    else:
        assert faults(lambda: ProjectFunded(on=DAY, amount=money)) == [("amount", "invalid_value")]


@pytest.mark.parametrize(
    ("sort", "field", "value"),
    [
        (ProjectFunded, "amount", 10_000_000.0),
        (ProjectFunded, "amount", 10_000_000),
        (ProjectFunded, "amount", "10000000"),
        (ProjectFunded, "source", 1),
        (ProjectDecided, "granted", "yes"),
        (ProjectDecided, "granted", 1),
        (ProjectApplied, "project", None),
        (ProjectCalled, "year", "2027"),
        (ProjectCalled, "evaluation_year", 2027.0),
    ],
)
def test_what_is_said_is_of_the_sort_it_is_declared(
    sort: type[Event], field: str, value: Any
) -> None:
    """No float is money, and no word is a yes."""
    said: dict[str, Any] = {field: value}
    assert faults(lambda: sort(on=DAY, **said)) == [(field, "type_error")]


def test_what_is_not_said_is_not_known() -> None:
    """Neither the money nor whose it is, and no amount is not nought."""
    every: tuple[type[Event], ...] = (ProjectCalled, *OF_A_PROJECT)
    for sort in every:
        own = {a.name for a in fields(sort)} - {a.name for a in fields(Event)} - {"project"}
        event = sort(on=DAY)
        assert {name: getattr(event, name) for name in own} == dict.fromkeys(own)
