"""A table says of every row what the check of the single case says, whatever library has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import pytest

pl = pytest.importorskip("polars")
pytest.importorskip("narwhals")

from benchmarks.generated import PUBLISHED  # noqa: E402
from hypothesis import given, settings  # noqa: E402 - after what may not be installed
from hypothesis import strategies as st  # noqa: E402
from tests.frames.tables import (  # noqa: E402
    LIBRARIES,
    any_tables,
    cases_by_publication,
    rows_of,
    tables_of_cases,
    tianjin,
)

from innov_consortium import Case, Policy, Report  # noqa: E402
from innov_consortium.frames import assess  # noqa: E402
from innov_consortium.frames.asking import column_name  # noqa: E402

CASES = cases_by_publication(range(120))
SOME = cases_by_publication(range(200, 230))[PUBLISHED]
#: What decides whether the text is in force is a column of its own, ``in_force``.
IN_TIME = {
    "in_force_from_publication",
    "valid_to_last_day",
    "former_plan_repealed",
    "pending_finished",
}


@cache
def asked(publication: date | None) -> tuple[Any, Any, tuple[dict[str, str], ...]]:
    """Return the cases that suppose a publication as tables, and what their checks say."""
    policy, cases = tianjin(publication), CASES[publication]
    return *tables_of_cases(policy, cases), by_case(policy, cases)


def by_case(policy: Policy, cases: Sequence[tuple[Case, date]]) -> tuple[dict[str, str], ...]:
    return tuple(said(policy.check("formation", case, on=on)) for case, on in cases)


def said(report: Report) -> dict[str, str]:
    outcomes = {column_name(f.norm.name): f.outcome.value for f in report.findings}
    of_rows = {name: outcome for name, outcome in outcomes.items() if name not in IN_TIME}
    return {"in_force": report.in_force.value, "answer": report.answer.value, **of_rows}


def differences(found: Any, expected: Sequence[Mapping[str, str]]) -> list[tuple[Any, ...]]:
    """Return where a table and the checks of single cases do not say the same."""
    rows = rows_of(found.frame)
    return [
        (row["application"], column, row.get(column), one.get(column))
        for row, one in zip(rows, expected, strict=True)
        for column in {*row, *one} - {"application", *IN_TIME}
        if row.get(column) != one.get(column)
    ]


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_table_says_what_the_single_checks_say(library: str) -> None:
    answers = set()
    for publication in CASES:
        applications, members, expected = asked(publication)
        tables = LIBRARIES[library]([applications, members])
        found = assess(tianjin(publication), *tables, on="asked_on")
        assert differences(found, expected) == []
        answers |= {row["answer"] for row in rows_of(found.frame)}
    assert answers == {"met", "not_met", "open", "no_basis"}


#: How many options a question has at most: so many policies answer every question in every way.
MOST_OPTIONS = max(len(choice.question.options) for choice in tianjin().readings)


@cache
def read_otherwise(turn: int) -> Policy:
    """Return the text with every question answered, and over all turns in every way."""
    return tianjin().with_readings(
        **{
            choice.name: options[(turn + place) % len(options)].option
            for place, choice in enumerate(tianjin().readings)
            for options in [list(choice.question.options)]
        }
    )


@pytest.mark.parametrize("turn", range(MOST_OPTIONS))
def test_so_it_does_under_every_other_reading(turn: int) -> None:
    policy = read_otherwise(turn)
    tables, expected = tables_of_cases(policy, SOME), by_case(policy, SOME)
    assert expected != by_case(tianjin(), SOME)
    for library in LIBRARIES if turn == 0 else ("polars", "pyarrow"):
        found = assess(policy, *LIBRARIES[library](tables), on="asked_on")
        assert (library, differences(found, expected)) == (library, [])


# --- the libraries among themselves, on tables that no case may make ------------------------------


@settings(max_examples=4, deadline=None)
@given(seed=st.integers(0, 2**32), size=st.sampled_from([0, 1, 50]), fewer=st.randoms())
def test_the_libraries_say_the_same_of_any_tables(seed: int, size: int, fewer: Any) -> None:
    applications, members = any_tables(seed, size)
    for column in [*applications.columns, *members.columns]:
        if column not in {"application", "kind"} and fewer.random() < 0.1:
            applications = applications.drop(column, strict=False)
            members = members.drop(column, strict=False)
    agree(applications, members, [name for name in LIBRARIES if name != "duckdb"])


@pytest.mark.parametrize("seed", range(2))
def test_so_does_a_database(seed: int) -> None:
    agree(*any_tables(seed, 200), ["polars", "duckdb"])


def agree(applications: Any, members: Any, names: Sequence[str]) -> None:
    found = {}
    for name in names:
        tables = LIBRARIES[name]([applications, members])
        found[name] = rows_of(assess(tianjin(), *tables, on=date(2026, 3, 2)).frame)
    first, *others = found.values()
    assert all(other == first for other in others)
    assert len(first) == len(applications)
