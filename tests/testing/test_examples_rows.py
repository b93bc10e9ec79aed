"""Rows of examples in the library's own documents: read, run, and compared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.testing.small_package import FILES, brought

from innov_consortium.testing import run_cases
from innov_consortium.testing.examples import read_examples, run_example

ROWS = [json.loads(line) for line in FILES["examples.jsonl"].splitlines()]
MET = ROWS[1]


def ran(tmp_path: Path, row: dict[str, Any]) -> tuple[str, str, Any]:
    with brought(tmp_path, FILES) as policy:
        result = run_example(row, policy)
    return result.result, result.note, result.got


def test_a_row_that_is_answered_as_it_expects_passes(tmp_path: Path) -> None:
    expected = {"answer": "met", "outcomes": {"art1.s1": "met", "art1.s2": "met"}}
    assert ran(tmp_path, MET) == ("pass", "", expected)


@pytest.mark.parametrize(
    ("expect", "note"),
    [
        ({"answer": "open"}, "answer: open where met is found"),
        ({"outcomes": {"art1.s2": "unknown"}}, "art1.s2: unknown where met is found"),
        ({"outcomes": {"art9.s1": "met"}}, "art9.s1: met where None is found"),
        ({"in_force": "expired"}, "in_force: expired where in_force is found"),
        ({"changes_on": "2030-04-10"}, "changes_on: 2030-04-10 where 2030-04-11 is found"),
    ],
)
def test_every_key_expected_has_to_agree(tmp_path: Path, expect: dict[str, Any], note: str) -> None:
    assert ran(tmp_path, {**MET, "expect": expect})[:2] == ("fail", note)


def test_a_reading_is_chosen_by_name(tmp_path: Path) -> None:
    row = {**MET, "readings": {"counted": "without"}, "expect": {"answer": "not_met"}}
    assert ran(tmp_path, row)[0] == "pass"


@pytest.mark.parametrize(
    ("wrong", "note"),
    [
        ({"on": "2026-02-30"}, "on: '2026-02-30' is no day YYYY-MM-DD"),
        ({"when": "today"}, "unknown key 'when'"),
        ({"expect": {"anser": "met"}}, "unknown key 'expect.anser'"),
        ({"expect": {}}, "no 'expect'"),
        ({"history": {}}, "wants either 'case' or 'history'"),
        ({"act": {}}, "an 'act' is asked of a 'history'"),
        ({"inquiry": "former"}, "no inquiry 'former'"),
        ({"readings": {"count": "with"}}, "count"),
        ({"case": {"application": None}}, "application"),
    ],
)
def test_a_row_that_cannot_be_asked_is_an_error_that_says_why(
    tmp_path: Path, wrong: dict[str, Any], note: str
) -> None:
    result, said, _ = ran(tmp_path, {**MET, **wrong})
    assert (result, note in said) == ("error", True), said


@pytest.mark.parametrize(("by", "answer"), [("示例1", "granted"), ("路人", "refused")])
def test_an_act_is_decided_upon(tmp_path: Path, by: str, answer: str) -> None:
    act = {"type": "filed", "on": "2026-03-02", "by": by, "application": MET["case"]["application"]}
    told = {"history": {"consortium": "C1", "events": []}, "act": act, "expect": {"answer": answer}}
    row = {k: v for k, v in MET.items() if k not in ("case", "inquiry")} | told
    assert ran(tmp_path, row)[:2] == ("pass", "")


def test_rows_and_cases_of_law_may_stand_in_one_file(tmp_path: Path) -> None:
    with brought(tmp_path, FILES) as policy:
        results = list(run_cases([*ROWS, {"id": "V", "when": "?", "as_of": "2026-03-02"}], policy))
    assert [r.result for r in results] == ["pass", "pass", "error"]


def test_a_line_that_is_no_json_is_told_with_its_number() -> None:
    rows = read_examples('{"id": "a"}\n[]\n{')
    assert [(r.line, bool(r.error)) for r in rows] == [(1, False), (2, True), (3, True)]
