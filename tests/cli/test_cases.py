"""``innov-consortium cases``: cases of law and refusals of input, in one file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from innov_consortium.cli import main

LAW = {
    "id": "V1",
    "as_of": "2026-03-02",
    "given": {"participants_summary": {"participants": 7, "enterprises": 3}},
    "when": "check the formation conditions",
    "article": ["art5.item3.s2d"],
    "expect": {"norms": {"art5.item3.s2d": "not_met"}},
}
REFUSAL = {
    "id": "R1",
    "input": {"as_of": "2026-03-02"},
    "path": "as_of",
    "expected": {"refusal": "type_error"},
}
OTHERWISE = {**REFUSAL, "id": "R2", "expected": {"refusal": "duplicate"}}
NOT_RUN = {**REFUSAL, "id": "R3", "input": {"as_of": {"$python": "open('x')"}}}


@pytest.mark.parametrize(
    ("cases", "results", "status"),
    [
        ([LAW, REFUSAL], ["pass", "pass"], 0),
        ([OTHERWISE, LAW], ["fail", "pass"], 1),
        ([REFUSAL, NOT_RUN], ["pass", "error"], 3),
    ],
)
def test_both_formats_stand_in_one_file(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    cases: list[dict[str, Any]],
    results: list[str],
    status: int,
) -> None:
    """One line a case, with what was got: of a refusal its kind, its place and its message."""
    file = tmp_path / "cases.jsonl"
    file.write_text("\n".join(json.dumps(case) for case in cases), encoding="utf-8")
    assert main(["cases", str(file), "--policy", "CN-TJ"]) == status
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["result"] for one in told] == results
    got = {one["id"]: one["got"] for one in told}
    if "R1" in got:
        assert (got["R1"]["refusal"], got["R1"]["path"]) == ("type_error", "as_of")
        assert got["R1"]["message"].startswith("应为 datetime.date")
