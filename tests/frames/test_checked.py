"""The two paths are compared row by row, and a difference between them is found."""

from __future__ import annotations

import sys
import types
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
import pytest
from attrs import evolve
from benchmarks.generated import DAY, PUBLISHED, any_case

from innov_consortium import Answer, Policy, catalogue
from innov_consortium.core.clauses import Outcome, fact
from innov_consortium.errors import InvalidInputError
from innov_consortium.frames import assess, population_of, tables_of


@pytest.fixture(scope="module")
def tianjin() -> Policy:
    return catalogue().select("CN-TJ").supposing_published(PUBLISHED)


@pytest.fixture(scope="module")
def tables(tianjin: Policy) -> tuple[Any, Any]:
    cases = [any_case(seed)[0] for seed in range(60)]
    rows = population_of(tianjin, cases, on=DAY)
    applications = pl.DataFrame(rows.applications, infer_schema_length=None)
    return applications, pl.DataFrame(rows.members, infer_schema_length=None)


def test_rows_of_cases_are_checked_as_those_cases_are(
    tianjin: Policy, tables: tuple[Any, Any]
) -> None:
    checked = assess(tianjin, *tables, on=DAY).checked(60)
    assert checked.differences == ()
    assert checked.compared + len(checked.beyond) == 60
    assert checked.compared > 40


def test_the_same_seed_chooses_the_same_rows(tianjin: Policy, tables: tuple[Any, Any]) -> None:
    found = assess(tianjin, *tables, on=DAY)
    assert found.checked(5, seed=3) == found.checked(5, seed=3)
    assert found.checked(5).compared <= 5


@fact
def participants(participants_named: Any) -> Any:
    """One too many, whatever the reading."""
    return participants_named + 1


@pytest.fixture
def miscounting(tianjin: Policy, monkeypatch: pytest.MonkeyPatch) -> Policy:
    right = tables_of(tianjin)
    facts = tuple(participants if f.name == "participants" else f for f in right.facts)
    module = types.ModuleType("columns_that_miscount")
    module.COLUMNS = evolve(right, facts=facts)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return evolve(tianjin, columns=module.__name__)


def test_columns_that_count_otherwise_are_found_out(
    miscounting: Policy, tables: tuple[Any, Any]
) -> None:
    checked = assess(miscounting, *tables, on=DAY).checked(60)
    assert checked.differences
    assert {d.column for d in checked.differences} <= {"enough_participants", "answer"}


def test_why_is_the_report_of_the_single_check(tianjin: Policy, tables: tuple[Any, Any]) -> None:
    found = assess(tianjin, *tables, on=DAY)
    beyond = found.checked(60).beyond
    for row in found.frame.sort("application").head(20).rows(named=True):
        if row["application"] not in beyond:
            report = found.why(row["application"])
            assert report.answer.value == row["answer"]
            case, _, _ = any_case(row["application"])
            assert report.answer is tianjin.check("formation", case, on=DAY).answer


def test_there_is_no_report_of_an_application_that_is_not_there(
    tianjin: Policy, tables: tuple[Any, Any]
) -> None:
    with pytest.raises(LookupError, match="no application 999"):
        assess(tianjin, *tables, on=DAY).why(999)


def test_a_unit_that_stands_twice_cannot_be_said_by_a_case(tianjin: Policy) -> None:
    unit = "91120116MAXT00011U"
    applications = pl.DataFrame({"application": [1]})
    members = pl.DataFrame(
        {"application": [1, 1], "kind": ["enterprise"] * 2, "unit": [unit, unit]}
    )
    found = assess(tianjin, applications, members, on=DAY)
    assert found.frame["participants_exist"].to_list() == ["met"]
    with pytest.raises(InvalidInputError, match=r"members\[1\]: 与 members\[0\]"):
        found.why(1)
    checked = found.checked(1)
    assert checked.beyond == (1,)
    assert "members[1]" in checked.reasons[1]


@pytest.mark.parametrize(
    ("yuan", "outcome"),
    [("9999999.99", Outcome.MET), ("10000000", Outcome.MET), ("10000000.01", Outcome.NOT_MET)],
)
def test_support_is_asked_of_every_project(tianjin: Policy, yuan: str, outcome: Outcome) -> None:
    applications = pl.DataFrame({"application": [1]})
    projects = pl.DataFrame(
        {"application": [1, 1], "municipal_support": [Decimal(yuan), Decimal(1)]},
        schema_overrides={"municipal_support": pl.Decimal(38, 2)},
    )
    found = assess(
        tianjin, applications, on=DAY, inquiry="support_amount", items={"project": projects}
    )
    assert found.frame["support_at_most"].to_list() == [outcome.value]
    assert found.checked(1).differences == ()
    unmet = found.failing("project").filter(pl.col("support_at_most") == "not_met")
    assert len(unmet) == (outcome is Outcome.NOT_MET)


def test_a_sort_without_a_table_is_unknown_and_not_absent(tianjin: Policy) -> None:
    applications = pl.DataFrame({"application": [1]})
    found = assess(tianjin, applications, on=DAY, inquiry="support_amount")
    assert found.frame["support_at_most"].to_list() == ["unknown"]
    assert found.frame["answer"].to_list() == [Answer.OPEN.value]


def test_no_basis_leaves_every_norm_unsaid(tianjin: Policy, tables: tuple[Any, Any]) -> None:
    found = assess(tianjin, *tables, on=date(2030, 4, 11)).frame
    assert set(found["answer"].to_list()) == {"no_basis"}
    assert found["enough_participants"].null_count() == len(found)
