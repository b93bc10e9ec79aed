"""The given refusals: each is refused with the kind and at the place that are expected."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.testing import read_cases, run_cases

TABLE = Path(__file__).with_name("refusals.jsonl")
REFUSALS = read_cases(TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", REFUSALS, ids=lambda case: case["id"])
def test_a_given_refusal_passes(case: dict[str, Any]) -> None:
    """The expectation was written without this library; what is got is what the library said."""
    (result,) = run_cases([case], TIANJIN)
    assert (result.result, result.note) == ("pass", "")
    assert result.got["message"]


@pytest.mark.parametrize("case", REFUSALS, ids=lambda case: case["id"])
def test_another_kind_or_place_would_not_do(case: dict[str, Any]) -> None:
    """A runner that calls everything refused would pass the table, and be of no use."""
    others = {"limit_exceeded": "duplicate"}.get(case["expected"]["refusal"], "limit_exceeded")
    expected = {"refusal": others, "must_name_path": True}
    elsewhere = {**case, "path": "nowhere[7].at_all"}
    results = run_cases([{**case, "expected": expected}, elsewhere], TIANJIN)
    assert [result.result for result in results] == ["fail", "fail"]
