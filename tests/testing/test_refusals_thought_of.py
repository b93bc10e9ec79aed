"""Refusals thought of beside the given ones: more than a hundred of each sort."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.testing import read_cases, run_cases

TABLE = Path(__file__).with_name("refusals_thought_of.jsonl")
CASES = read_cases(TABLE.read_text(encoding="utf-8"))
SORTS = Counter(case["category"] for case in CASES)


@pytest.mark.parametrize("sort", sorted(SORTS))
def test_they_are_refused_as_expected(sort: str) -> None:
    """Each with the kind and at the place; what is wrong is listed whole."""
    cases = [case for case in CASES if case["category"] == sort]
    wrong = [r for r in run_cases(cases, TIANJIN) if r.result != "pass"]
    assert [(r.id, r.note) for r in wrong] == []


def test_there_are_a_hundred_of_each_sort_and_no_id_stands_twice() -> None:
    """The sorts are those of the given refusals."""
    assert set(SORTS) == {"DT", "YR", "EN", "MN", "NM", "ID", "CO", "EV"}
    assert min(SORTS.values()) >= 100
    assert len({case["id"] for case in CASES}) == len(CASES)
