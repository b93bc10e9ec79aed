"""``simulate``: candidates, a table of rates and some years; what came of it as text and tables."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

Command = Callable[..., Any]

SUPPOSED = ("--policy", "CN-TJ", "--suppose-published", "2025-04-11")
LIKE = ("--like", "simulation/candidate.json")
UNITS = """\
candidate,role,name,id,kind,domicile,abroad
甲,lead,测试甲,91120116MAEX00001M,enterprise,120101,
甲,participant,测试乙,91120116MAEX00011N,enterprise,,false
"""


@pytest.fixture
def simulate(run: Command) -> Command:
    """Simulate with the example's rates."""

    def command(*more: str, years: str = "2026-2027") -> Any:
        return run("simulate", "simulation/rates.json", "--years", years, *SUPPOSED, *more)

    return command


def test_each_year_is_told(simulate: Command) -> None:
    told = simulate(*LIKE, "--candidates", "12", "--seed", "3")
    assert told.status == 0
    assert [line[:6] for line in told.out.splitlines() if line.startswith("20")] == [
        "2026 年",
        "2027 年",
    ]
    assert "征求意见稿" in told.out
    assert "联合申报" in told.out
    assert told.err == ""


def test_it_is_told_in_english(simulate: Command) -> None:
    told = simulate(*LIKE, "--candidates", "12", "--lang", "en")
    assert "2026: 12 candidates; at the end of the year" in told.out
    assert "file jointly" in told.out


def test_one_document_of_json(simulate: Command) -> None:
    told = simulate(*LIKE, "--candidates", "12", "--seed", "3", "--format", "json")
    years = told.document["years"]
    assert [year["year"] for year in years] == [2026, 2027]
    assert years[0]["granted"]["call"] == 12
    assert sum(years[0]["phases"].values()) == 12
    assert "draft" in told.document["marks"]
    again = simulate(
        *LIKE, *("--candidates", "12", "--seed", "3", "--format", "json", "--processes", "2")
    )
    assert again.document == told.document


def test_rows_go_to_csv_and_parquet(simulate: Command, tmp_path: Path) -> None:
    for name in ("rows.csv", "rows.parquet"):
        simulate(*LIKE, "--candidates", "5", "--out", str(tmp_path / name))
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    frame = pl.read_parquet(tmp_path / "rows.parquet")
    assert len(rows) == frame.height == 10
    assert [row["stage"] for row in rows] == frame["stage"].to_list()
    assert frame.schema["barred"] == pl.Boolean


def test_units_come_from_a_table(simulate: Command, tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text(UNITS, encoding="utf-8")
    pl.read_csv(tmp_path / "units.csv", schema_overrides={"domicile": pl.String}).write_parquet(
        tmp_path / "units.parquet"
    )
    out = tmp_path / "rows.csv"
    for name in ("units.csv", "units.parquet"):
        told = simulate(*LIKE, "--members", str(tmp_path / name), "--out", str(out), years="2026")
        assert told.status == 0, told.err
        assert len(out.read_text(encoding="utf-8").splitlines()) == 2


def test_other_numbers_are_marked(simulate: Command, tmp_path: Path) -> None:
    numbers = tmp_path / "numbers"
    numbers.write_text(json.dumps({"numbers": {"valid_until": {"value": "2040-01-01"}}}))
    told = simulate(
        *LIKE, *("--candidates", "6", "--numbers", str(numbers), "--format", "json"), years="2031"
    )
    assert "other_numbers" in told.document["marks"]
    assert told.document["years"][0]["granted"]["call"] == 6
    expired = simulate(*LIKE, "--candidates", "6", "--format", "json", years="2031")
    assert expired.document["years"][0]["granted"] == {}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ((), "--like"),
        ((*LIKE, "--members", "units.csv", "--candidates", "3"), "--candidates"),
        ((*LIKE, "--members", "nowhere.csv"), "nowhere.csv"),
        ((*LIKE, "--out", "/nowhere/rows.csv"), "/nowhere/rows.csv"),
    ],
)
def test_what_cannot_be_used_is_told(simulate: Command, more: tuple[str, ...], said: str) -> None:
    told = simulate(*more, years="2026")
    assert (told.status, said in told.err) == (2, True)


def test_a_table_with_faults_is_told(run: Command, tmp_path: Path) -> None:
    rates = tmp_path / "rates"
    rates.write_text('{"turns": [{"step": "fly", "on": "13-13"}]}', encoding="utf-8")
    told = run("simulate", str(rates), "--years", "2026", *SUPPOSED, *LIKE)
    assert told.status == 2
    assert "behaviour.turns[0].on" in told.err
    assert "behaviour.turns[0].step" in told.err


def test_years_are_lived_under_reforms(simulate: Command, tmp_path: Path) -> None:
    reform = tmp_path / "reform.json"
    reform.write_text(
        json.dumps(
            {"name": "五家", "first": "2027-01-01", "numbers": {"min_participants": {"value": 5}}}
        )
    )
    told = simulate(*LIKE, "--candidates", "2", "--reform", str(reform))
    assert "改动“五家”：2027-01-01 至 —" in told.out
    told = simulate(*LIKE, "--candidates", "2", "--reform", str(reform), "--format", "json")
    document = json.loads(told.out)
    assert document["reforms"] == [{"name": "五家", "first": "2027-01-01", "last": None}]
    assert "other_numbers" in document["marks"]
