"""``boundaries``: a table, or cases one a line that ``cases`` can run, answered or blank."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from tests.toy_filing import FILING

from innov_consortium.cli import boundaries
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.testing.boundaries import (
    Template,
    Templates,
    completeness,
    generating,
    tables,
)

Command = Callable[..., Any]


def test_the_table_is_in_chinese_by_default(run: Command) -> None:
    """Grouped by article, whole, exit status nought."""
    ran = run("boundaries", "CN-TJ")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("# 《天津市创新联合体管理办法（征求意见稿）》边界情形表\n")
    assert "| 编号 | 位置 | 情形 | 所问之日 | 结果 | 签字、备注 |" in ran.out
    assert "缺少情形的界限" not in ran.out


def test_the_lines_are_cases_that_the_command_for_cases_passes(
    run: Command, tmp_path: Path
) -> None:
    """What is generated is run again from the file."""
    ran = run("boundaries", "CN-TJ", "--format", "jsonl")
    assert ran.status == 0
    file = tmp_path / "boundaries.jsonl"
    file.write_text(ran.out, encoding="utf-8")
    again = run("cases", str(file), "--policy", "CN-TJ")
    count = len(ran.out.splitlines())
    assert (again.status, again.err) == (0, f"通过 {count}，不符 0，不能运行 0\n")


def test_blank_leaves_out_the_outcomes(run: Command, tmp_path: Path) -> None:
    """A form for each; run as it is, no line passes and none fails: nothing is expected."""
    ran = run("boundaries", "CN-TJ", "--format", "jsonl", "--blank")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    flat = [v for r in rows for e in r["expect"].values() for v in (e or {"": None}).values()]
    assert set(flat) == {None}
    file = tmp_path / "blank.jsonl"
    file.write_text("\n".join(ran.out.splitlines()[::20]), encoding="utf-8")
    again = run("cases", str(file), "--policy", "CN-TJ")
    count = len(ran.out.splitlines()[::20])
    assert (again.status, again.err) == (3, f"通过 0，不符 0，不能运行 {count}\n")
    notes = [json.loads(line)["note"] for line in again.out.splitlines()]
    assert all(note.startswith("没有预期：") and "no expectation: " in note for note in notes)
    english = run("boundaries", "CN-TJ", "--blank", "--lang", "en").out
    assert "Please fill in the outcomes from the text alone." in english


def test_json_says_of_each_case_what_it_is_for(run: Command) -> None:
    """One document: what is missing, and the cases with their thresholds."""
    document = run("boundaries", "CN-TJ", "--format", "json", "--blank").document
    assert (document["policy"], document["missing"], document["left_over"]) == ("120000", [], [])
    case = next(c for c in document["cases"] if c["id"] == "B-art5.item3.s2c-participants-5")
    assert case["of"] == ["enough_participants:participants:min_participants"]
    assert (case["at"], case["as_of"]) == ("below", "2026-03-02")
    assert case["title_en"] == "5 participants, all enterprises, beside the lead"


def test_another_reading_can_be_asked_for(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """The row on the line turns, and the head says why."""
    all_of = generating.boundaries_of
    publicity = "art6.item5.s2c-publicity"
    monkeypatch.setattr(
        boundaries,
        "boundaries_of",
        lambda policy: (b for b in all_of(policy) if b.template.id == publicity),
    )
    ran = run("boundaries", "CN-TJ", "--reading", "approval_from=same_day", "--lang", "en")
    assert "read otherwise than by default: C06 " in ran.out
    row = next(x for x in ran.out.splitlines() if "s2c-publicity-2026-05-12" in x)
    said = "may be done; “and approves formation after publicity without objection”: met"
    assert said in row
    wrong = run("boundaries", "CN-TJ", "--reading", "approval_from=never")
    assert (wrong.status, wrong.out) == (2, "")


def test_a_threshold_without_a_case_is_said_aloud(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the table, on stderr, and by the exit status."""
    strange = Template(id="x", of=["clause:nobody"], article=["art1.s1"], none="无", none_en="none")
    lacking = Templates((strange,))
    for module in (boundaries, completeness, generating, tables):
        monkeypatch.setattr(module, "templates_of", lambda _: lacking)
    ran = run("boundaries", "CN-TJ")
    assert ran.status == 1
    assert "✗ 界限 number:bar_years 没有情形" in ran.err
    assert "✗ 情形 x 所指的 clause:nobody 不存在" in ran.err
    assert "**缺少情形的界限（" in ran.out
    document = run("boundaries", "CN-TJ", "--format", "json").document
    assert "number:bar_years" in document["missing"]
    assert document["left_over"] == [{"template": "x", "of": "clause:nobody"}]


def test_a_case_that_cannot_be_answered_is_said_aloud(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table is printed all the same."""
    made = next(generating.boundaries_of(TIANJIN))
    strange = evolve(made, case={**made.case, "when": "what about the weather?"})
    monkeypatch.setattr(boundaries, "boundaries_of", lambda _: iter([strange]))
    ran = run("boundaries", "CN-TJ")
    assert ran.status == 1
    assert "✗ B-art26.s1a-commencement-2025-04-10 不能回答：not built yet" in ran.err
    assert "不能回答：not built yet" in ran.out


def test_a_policy_without_boundary_cases_says_so(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is printed that could be taken for a table."""
    monkeypatch.setattr(boundaries, "select", lambda _, **__: FILING)
    ran = run("boundaries", "CN-YY")
    assert (ran.status, ran.out, ran.err) == (2, "", "980000 没有边界情形\n")
