"""``--plot``: what an assessment or a simulation comes to, drawn into a file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

pytest.importorskip("matplotlib")

Command = Callable[..., Any]

SUPPOSED = ("--policy", "CN-TJ", "--suppose-published", "2025-04-11")
SIMULATED = ("simulate", "simulation/rates.json", "--like", "simulation/candidate.json")
FEW = ("--candidates", "4", "--years", "2026-2027", *SUPPOSED)


@pytest.fixture
def tables(tmp_path: Path) -> tuple[str, str]:
    applications, members = tmp_path / "a.parquet", tmp_path / "m.parquet"
    pl.DataFrame({"application": [1, 2], "lead_domicile": ["120116", None]}).write_parquet(
        applications
    )
    pl.DataFrame(
        {"application": [1] * 6, "kind": ["enterprise"] * 6, "signed": [True] * 6}
    ).write_parquet(members)
    return str(applications), str(members)


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_an_assessment_is_drawn(
    run: Command, tables: tuple[str, str], tmp_path: Path, lang: str
) -> None:
    files = [tmp_path / f"{n}.svg" for n in range(2)]
    for file in files:
        done = run(
            *("assess", *tables, "--on", "2026-03-02", *SUPPOSED),
            *("--plot", str(file), "--lang", lang),
        )
        assert done.status == 0
    first, second = (file.read_bytes() for file in files)
    assert first == second
    assert b"<svg" in first


def test_grounds_are_drawn(run: Command, tables: tuple[str, str], tmp_path: Path) -> None:
    file = tmp_path / "grounds.png"
    done = run(
        *("assess", tables[0], "--on", "2026-03-02", *SUPPOSED),
        *("--inquiry", "revocation_grounds", "--plot", str(file)),
    )
    assert done.status == 0
    assert file.read_bytes().startswith(b"\x89PNG")


def test_a_simulation_is_drawn(run: Command, tmp_path: Path) -> None:
    file = tmp_path / "years.svg"
    assert run(*SIMULATED, *FEW, "--plot", str(file)).status == 0
    assert b"<svg" in file.read_bytes()


def test_nothing_is_begun_where_the_file_cannot_be_drawn(run: Command, tmp_path: Path) -> None:
    out = tmp_path / "rows.csv"
    done = run(*SIMULATED, *FEW, "--out", str(out), "--plot", str(tmp_path / "years.pdf"))
    assert done.status == 2
    assert ".svg" in done.err
    assert not out.exists()


@pytest.mark.parametrize("command", ["assess", "simulate"])
def test_without_matplotlib_the_extra_is_named(
    run: Command,
    tables: tuple[str, str],
    tmp_path: Path,
    command: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    asked = {
        "assess": ("assess", *tables, "--on", "2026-03-02", *SUPPOSED),
        "simulate": (*SIMULATED, *FEW),
    }
    done = run(*asked[command], "--plot", str(tmp_path / "x.svg"))
    assert done.status == 2
    assert "innov-consortium[plots]" in done.err
    assert run(*asked[command]).status == 0
