"""Force in time row by row, and what a register tells instead of columns."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest

pl = pytest.importorskip("polars")
pytest.importorskip("narwhals")

from attrs import evolve  # noqa: E402
from benchmarks.generated import DAY, PUBLISHED, any_case, any_register  # noqa: E402
from tests.frames.tables import LIBRARIES, rows_of, tables_of_cases, tianjin  # noqa: E402

from innov_consortium import Case, Engagement, Register  # noqa: E402
from innov_consortium.frames import assess  # noqa: E402

# --- days -----------------------------------------------------------------------------------------

DAYS = [
    *(PUBLISHED + timedelta(n) for n in (-1, 0, 1)),
    *(date(2030, 4, day) for day in (9, 10, 11)),
    None,
]
CASE = any_case(0)[0]


def on_each_day(library: str, publication: date | None) -> list[dict[str, Any]]:
    policy = tianjin(publication)
    applications, members = tables_of_cases(policy, [(CASE, DAY)] * len(DAYS))
    applications = applications.with_columns(asked_on=pl.Series(DAYS, dtype=pl.Date))
    tables = LIBRARIES[library]([applications, members])
    return rows_of(assess(policy, *tables, on="asked_on").frame)


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_text_is_in_force_from_its_first_day_to_its_last(library: str) -> None:
    rows = on_each_day(library, PUBLISHED)
    in_force = [row["in_force"] for row in rows]
    assert in_force == [*["not_yet_in_force"], *["in_force"] * 4, "expired", "unknown"]
    for day, row in zip(DAYS[:-1], rows, strict=False):
        report = tianjin().check("formation", CASE, on=day or DAY)
        assert (row["in_force"], row["answer"] == "no_basis") == (
            report.in_force.value,
            report.answer.value == "no_basis",
        )


@pytest.mark.parametrize("library", LIBRARIES)
def test_where_there_is_no_basis_there_are_no_outcomes(library: str) -> None:
    for row in on_each_day(library, PUBLISHED):
        outcomes = {v for k, v in row.items() if k not in {"application", "in_force", "answer"}}
        over = row["in_force"] in {"not_yet_in_force", "expired"}
        assert (row["answer"] == "no_basis") is over
        undated = DAYS[row["application"]] is None  # nothing can be said of it, nor refused
        assert (outcomes == {None}) is (over or undated)


def test_a_text_nobody_published_is_never_surely_in_force() -> None:
    rows = on_each_day("polars", None)
    reports = [tianjin(None).check("formation", CASE, on=day) for day in DAYS if day is not None]
    assert [row["in_force"] for row in rows[:-1]] == [r.in_force.value for r in reports]
    assert "in_force" not in {row["in_force"] for row in rows}


# --- registers ------------------------------------------------------------------------------------


def one_register(seeds: range) -> tuple[Register, list[Case]]:
    """Return a register, and cases whose units it knows."""
    cases = [any_case(seed)[0] for seed in seeds]
    engagements: list[Engagement] = []
    for seed, case in zip(seeds, cases, strict=True):
        rng = random.Random(seed)  # noqa: S311
        engagements += any_register(rng, case.application.members).engagements
    register = Register(tuple(engagements), DAY)
    return register, [evolve(case, register=register) for case in cases]


@pytest.mark.parametrize("reading", [{}, {"roles_counted": 1, "unit_of_count": 1}])
@pytest.mark.parametrize("library", ["polars", "pyarrow", "duckdb"])
def test_a_register_tells_what_columns_would(library: str, reading: dict[str, int]) -> None:
    options = {c.name: list(c.question.options) for c in tianjin().readings}
    policy = tianjin().with_readings(**{n: options[n][k].option for n, k in reading.items()})
    register, cases = one_register(range(300, 330))
    applications, members = tables_of_cases(policy, [(case, DAY) for case in cases])
    by_columns = rows_of(assess(policy, applications, members, on=DAY).frame)
    told = ("leads_", "joined_", "led_", "register_complete", "participations_complete")
    untold = [t.select(~pl.selectors.starts_with(*told)) for t in (applications, members)]
    found = assess(policy, *LIBRARIES[library](untold), on=DAY, register=register)
    assert rows_of(found.frame) == by_columns
    nothing = assess(policy, *untold, on=DAY)
    assert rows_of(nothing.frame) != by_columns
    assert {row["participates_at_most"] for row in by_columns} > {"unknown"}
