"""The given cases: all of them pass; so do the refusals, which ``test_refusals`` runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.testing import read_cases, run_cases

HERE = Path(__file__).parent
GIVEN = read_cases((HERE / "tianjin.jsonl").read_text(encoding="utf-8"))
REFUSALS = read_cases((HERE / "refusals.jsonl").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", GIVEN, ids=lambda case: case["id"])
def test_a_given_case_passes(case: dict[str, Any]) -> None:
    """The expectation was written from the text of the Measures, not from this library."""
    (result,) = run_cases([case], TIANJIN)
    assert (result.result, result.note.partition("for a reader")[0]) == ("pass", "")


def test_the_given_cases_are_all_there() -> None:
    """Ninety-one cases, no id twice, and forty-five refusals."""
    ids = {case["id"] for case in (*GIVEN, *REFUSALS)}
    assert (len(GIVEN), len(REFUSALS), len(ids)) == (91, 45, 136)
