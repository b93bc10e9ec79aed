"""The example as a Mesa model: it runs where Mesa is there, and comes out the same every time."""

from __future__ import annotations

import importlib.util
import warnings
from pathlib import Path
from typing import Any

import pytest

MODEL = Path(__file__).parents[2] / "examples" / "simulation" / "mesa_model.py"


@pytest.fixture(scope="module")
def module() -> Any:
    """Load the example; skip where what it needs is not installed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what Mesa imports
        pytest.importorskip("mesa")
        pytest.importorskip("networkx")
        spec = importlib.util.spec_from_file_location("mesa_model", MODEL)
        assert spec is not None
        assert spec.loader is not None
        made = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(made)
    return made


def test_the_model_runs_and_is_the_same_again(module: Any) -> None:
    frames = []
    for _ in range(2):
        model = module.Willingness(number=12)
        for _ in range(3):
            model.step()
        frames.append(model.datacollector.get_model_vars_dataframe())
    first = frames[0]
    assert first.equals(frames[1])
    assert list(first["year"]) == [2026, 2027, 2028]
    assert first["recognised"].iloc[-1] > 0
    assert first["willing"].nunique() > 1
    model = module.Willingness(number=12)
    model.step()
    assert [one.row.candidate for one in model.candidates] == list(range(12))
