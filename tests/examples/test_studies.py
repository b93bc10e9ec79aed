"""The study is run whole, on small samples: each cell, and every plot it saves."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

STUDIES = Path(__file__).parents[2] / "examples" / "studies"
NOTEBOOKS = sorted(STUDIES.glob("*.ipynb"))
SMALL = {"STUDY_APPLICATIONS": "400", "STUDY_CANDIDATES": "16", "STUDY_PROCESSES": "1"}
#: Set by the session `study` of nox: the notebook is run at the size it is written for.
WHOLE = "INNOV_CONSORTIUM_WHOLE_STUDY"


def cells(notebook: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return found


def test_there_is_a_study() -> None:
    assert [one.name for one in NOTEBOOKS] == ["six-or-five.ipynb"]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda p: p.name)
def test_it_is_kept_without_what_came_out(notebook: Path) -> None:
    """Outputs are made by running it; kept, they would be large and soon untrue."""
    code = [cell for cell in cells(notebook) if cell["cell_type"] == "code"]
    assert code
    assert [c for c in code if c["outputs"] or c["execution_count"] is not None] == []


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda p: p.name)
def test_every_text_is_in_chinese_and_then_in_english(notebook: Path) -> None:
    texts = [cell["source"] for cell in cells(notebook) if cell["cell_type"] == "markdown"]
    chinese = [any("\u4e00" <= c <= "\u9fff" for c in "".join(one)) for one in texts[::2]]
    latin = [sum(c.isascii() for c in "".join(one)) / len("".join(one)) for one in texts[1::2]]
    assert len(texts) % 2 == 0
    assert all(chinese)
    assert min(latin) > 0.9


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda p: p.name)
def test_it_runs(notebook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    for name in ("ipykernel", "matplotlib", "polars"):
        pytest.importorskip(name)
    sizes = {} if os.environ.get(WHOLE) else SMALL
    for name, value in {**sizes, "STUDY_PLOTS": str(tmp_path)}.items():
        monkeypatch.setenv(name, value)
    book = nbformat.read(notebook, 4)
    at = {"metadata": {"path": str(STUDIES)}}
    nbclient.NotebookClient(book, timeout=3000, kernel_name="python3", resources=at).execute()
    outputs = [one for cell in book.cells for one in cell.get("outputs", ())]
    drawn = sorted(path.name for path in tmp_path.iterdir())
    assert drawn == ["bar.svg", "norms.svg", "readings.svg", "threshold-hard.svg", "threshold.svg"]
    assert sum("image/png" in one.get("data", {}) for one in outputs) == len(drawn)
    assert [one for one in outputs if one.output_type == "error"] == []
    told = "".join(one.text for one in outputs if one.output_type == "stream")
    assert "不同 0 处" in told
    assert "此前未被撤销的：0" in told
