"""The comparison itself: engines in processes of their own, tables, a plot, promises held."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("numpy", reason="the group bench is not installed")
pytest.importorskip("pyarrow", reason="the group bench is not installed")

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.formation17 import measuring, reference
from benchmarks.formation17.__main__ import main, slower
from benchmarks.formation17.engines import ENGINES, ROOT, Engine, started
from benchmarks.formation17.measuring import Growth, Measured
from benchmarks.formation17.telling import growth_table, plot, times_table, versions_line

HERE = tuple(e for e in ENGINES if e.name in ("PolarsQuery", "ByHand"))


@pytest.fixture(autouse=True, scope="module")
def data_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(measuring, "WORK", tmp_path_factory.mktemp("formation17"))
        yield


def test_a_run_from_beginning_to_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    only = ("--only", "polars_query", "--only", "by_hand")
    size = ("--size", "300", "--cases", "50", "--rounds", "1", "--sizes", "0")
    monkeypatch.setattr(sys, "argv", ["formation17", *only, *size])
    assert main() == 0
    told = capsys.readouterr().out
    assert "50 件上与参照一致" in told
    assert [line.split(" | ")[0] for line in told.splitlines() if line.startswith("| ")] == [
        *("|", "| ---", "| Polars 手写", "| Polars 手写，布尔列"),
        *("|", "| ---", "| 纯 Python 手写"),
    ]


def test_an_engine_that_says_otherwise_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference, "judge", lambda _: {"not_over": ()})
    (by_hand,) = (engine for engine in HERE if not engine.batch)
    found = measuring.disagreements([by_hand], 50)
    assert len(found) > 25
    assert found[0].startswith("纯 Python 手写: application 0: ")


def test_an_engine_that_fails_is_told_of() -> None:
    with (
        pytest.raises(RuntimeError, match="NoSuchEngine"),
        started(Engine("by_hand", "NoSuchEngine", batch=False)),
    ):
        pass


def test_memory_and_growth_are_measured() -> None:
    batch = [engine for engine in HERE if engine.batch]
    assert measuring.memory(batch, 300)["Polars 手写"] > 0
    (grown,) = measuring.growth(batch, [300])["Polars 手写"]
    assert (grown.size, grown.wall > 0, grown.peak > 0) == (300, True, True)
    assert "| 300 |" in growth_table({"Polars 手写": [grown, Growth(1, 1.0, 1.0, 1.0)]})


OURS = Measured("本库", {"ours": "1"}, (1.0, 1.0, 9.0), (1.0, 2.0, 3.0))
SLOW = Measured("peer", {"theirs": "2"}, (9.0, 9.0, 9.0), (4.0, 8.0, 12.0))


@pytest.mark.parametrize(("most", "broken"), [(0.25, 0), (0.24, 1)])
def test_a_promise_is_held_to_the_median_of_the_ratios(most: float, broken: int) -> None:
    assert len(slower([OURS, SLOW], {"peer": most})) == broken


def test_what_is_told(tmp_path: Path) -> None:
    table = times_table([OURS, SLOW], 100, {"本库": 1.0, "peer": 20.4})
    assert "| peer | 90000 | 80000 | 4.00 (4.00–4.00) | 20 |" in table
    assert versions_line([OURS, SLOW]) == "ours 1，theirs 2"
    pytest.importorskip("matplotlib", reason="the group bench is not installed")
    for into in (tmp_path / "one.svg", tmp_path / "two.svg"):
        plot([OURS, SLOW], [SLOW, OURS], (100, 10), into)
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()
    assert "<svg" in (tmp_path / "one.svg").read_text(encoding="utf-8")


def test_it_is_run_as_a_module() -> None:
    command = [sys.executable, "-m", "benchmarks.formation17", "--help"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert "--assert" in said.stdout
