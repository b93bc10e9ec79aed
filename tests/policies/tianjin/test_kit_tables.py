"""The kit puts the cases it has seen into tables, and finds a module of columns that is wrong."""

from __future__ import annotations

import sys
import types
from typing import Any

import pytest
from attrs import evolve
from benchmarks.generated import DAY, PUBLISHED, any_case

from innov_consortium import Policy, catalogue
from innov_consortium.core.clauses import fact
from innov_consortium.frames import tables_of
from innov_consortium.testing.kit.looking import Looked
from innov_consortium.testing.kit.observing import Observed, Question
from innov_consortium.testing.kit.subject import Subject
from innov_consortium.testing.kit.tables import look_at_tables


@pytest.fixture(scope="module")
def tianjin() -> Policy:
    return catalogue().select("CN-TJ").supposing_published(PUBLISHED)


def found_with(policy: Policy, cases: int = 3) -> list[str]:
    """Return what the kit finds of a policy where some cases have been asked."""
    subject = Subject(policy)
    questions = tuple(
        Question(policy, "formation", any_case(seed)[0], DAY, "art05.md") for seed in range(cases)
    )
    subject.__dict__["observed"] = Observed((), {}, questions, (), cases)
    looked = look_at_tables(subject)
    assert isinstance(looked, Looked)
    return [one.subject for one in looked.found]


def with_facts(policy: Policy, monkeypatch: pytest.MonkeyPatch, *others: Any) -> Policy:
    """Return the policy with some functions over columns in place of its own."""
    right = tables_of(policy)
    names = {one.name: one for one in others}
    facts = tuple(names.pop(f.name, f) for f in right.facts)
    module = types.ModuleType("columns_otherwise")
    module.__dict__["COLUMNS"] = evolve(right, facts=(*facts, *names.values()))
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return evolve(policy, columns=module.__name__)


def test_sound_columns_are_found_to_be(tianjin: Policy) -> None:
    assert found_with(tianjin) == []


def test_a_count_that_is_one_too_many_is_found(
    tianjin: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    @fact
    def participants(participants_named: Any) -> Any:
        return participants_named + 1

    found = found_with(with_facts(tianjin, monkeypatch, participants), cases=24)
    assert "enough_participants:table" in found


def test_a_fact_of_something_else_is_found(
    tianjin: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    @fact(each="participant")
    def application_day(filed_on: Any) -> Any:
        return filed_on

    assert "application_day:each" in found_with(with_facts(tianjin, monkeypatch, application_day))


def test_a_function_that_raises_is_told_and_stops_nothing(
    tianjin: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    @fact
    def application_day(filed_on: Any) -> Any:
        raise ValueError(filed_on)

    assert found_with(with_facts(tianjin, monkeypatch, application_day)) == ["raises:table"]


def test_a_module_that_is_not_there_is_told(tianjin: Policy) -> None:
    assert found_with(evolve(tianjin, columns="no_such_module")) == ["columns:module"]


def test_a_policy_need_not_derive_anything_from_columns(tianjin: Policy) -> None:
    assert found_with(evolve(tianjin, columns="")) == []
