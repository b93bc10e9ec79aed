"""``policies``, ``ledger``, ``numbers``, ``readings``, ``cases``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from innov_consortium import catalogue
from innov_consortium.cli import listings
from innov_consortium.plugins import Catalogue, Refused

Command = Callable[..., Any]

GIVEN = {
    "id": "X1",
    "as_of": "2025-04-10",
    "given": {"instrument": {"status": "published", "published_on": "2025-04-11"}},
    "when": "ask whether the Measures are in force on as_of",
    "expect": {"answer": "not_yet_in_force"},
    "article": ["art26.s1a"],
}


def test_policies(run: Command) -> None:
    """Tianjin is there by its entry point, in text and in JSON."""
    offered = run("policies", "--format", "json").document["offered"]

    assert [(o["code"], o["provisions"]) for o in offered if o["plugin"] == "tianjin"] == [
        ("120000", 211)
    ]
    assert "征求意见稿 · 211 条款句" in run("policies").out
    assert "draft for comments · 211 provisions" in run("policies", "--lang", "en").out


def test_refused_plugins_are_listed(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plugin that could not be used is named, with the reason."""
    refused = Refused("hunan", "innov-hunan 1.0", "ImportError: no such module")
    monkeypatch.setattr(listings, "catalogue", lambda: Catalogue((), (refused,)))

    assert "✗ hunan (innov-hunan 1.0) 未能使用：ImportError" in run("policies").out


def test_ledger(run: Command) -> None:
    """Every provision with its exact text."""
    rows = run("ledger", "CN-TJ", "--format", "json").document["provisions"]
    row = next(r for r in rows if r["id"] == "art5.item3.s2d")

    assert len(rows) == 211
    assert row["text"] == "其中企业数量占比不少于50%。"
    assert row["where"] == "art05_formation:enterprise_share"
    assert "其中企业数量占比不少于50%。" in run("ledger", "CN-TJ").out
    assert "of which enterprises" in run("ledger", "CN-TJ", "--lang", "en").out


def test_numbers(run: Command) -> None:
    """Each figure with its unit, provision and place."""
    rows = run("numbers", "CN-TJ", "--format", "json").document["numbers"]
    found = {r["name"]: (r["value"], r["unit"], r["provision"]) for r in rows}

    assert found["min_participants"] == (6, "家", "art5.item3.s2c")
    assert found["min_enterprise_share"] == ("1/2", "", "art5.item3.s2d")
    assert found["valid_until"] == ("2030-04-10", "", "art26.s1b")
    assert "参与单位总数的下限：6 家" in run("numbers", "CN-TJ").out
    assert "fewest participants: 6 organisations" in run("numbers", "CN-TJ", "--lang", "en").out


def test_readings(run: Command) -> None:
    """Each question with its options, the default marked."""
    rows = run("readings", "CN-TJ", "--format", "json").document["readings"]
    row = next(r for r in rows if r["entry"] == "B01")

    assert [(o["letter"], o["option"], o["default"]) for o in row["options"]] == [
        ("a", "excluded", True),
        ("b", "included", False),
    ]
    assert "● a excluded: 不含牵头单位" in run("readings", "CN-TJ").out
    assert "○ b included: lead counted" in run("readings", "CN-TJ", "--lang", "en").out


def test_a_policy_must_be_named_where_one_could_not_be_used(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The only one left may be another region than the one meant."""
    from innov_consortium.cli import sources  # noqa: PLC0415 - patched here

    refused = Refused("east", "innov-east 1.0", "ImportError: no such module")
    one = Catalogue(catalogue().offered[:1], (refused,))
    monkeypatch.setattr(sources, "catalogue", lambda: one)

    assert run("numbers").status == 2


def test_a_policy_must_be_named_if_there_are_several(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is chosen by order."""
    from innov_consortium.cli import sources  # noqa: PLC0415 - patched here

    two = Catalogue(catalogue().offered * 2)
    monkeypatch.setattr(sources, "catalogue", lambda: two)
    ran = run("numbers")

    assert ran.status == 2
    assert "--policy" in ran.err


@pytest.mark.parametrize(
    ("expected", "status"), [("not_yet_in_force", 0), ("in_force", 1), (None, 3)]
)
def test_cases(run: Command, tmp_path: Path, expected: str | None, status: int) -> None:
    """A case that passes, one that fails, and a question that cannot be asked yet."""
    case = {**GIVEN, "expect": {"answer": expected}}
    if expected is None:
        case["when"] = "compute the nominal end of the three-year bar"
    file = tmp_path / "cases"
    file.write_text(json.dumps(case, ensure_ascii=False) + "\n", encoding="utf-8")
    lines = run("cases", str(file), "--policy", "CN-TJ")
    listed = run("cases", str(file), "--policy", "CN-TJ", "--format", "json")
    result = {0: "pass", 1: "fail", 3: "error"}[status]

    assert (lines.status, listed.status) == (status, status)
    assert [json.loads(line)["result"] for line in lines.out.splitlines()] == [result]
    assert [r["result"] for r in listed.document] == [result]
    assert {"id", "result", "expected", "got", "note"} <= listed.document[0].keys()


def test_usage_goes_to_stderr(run: Command) -> None:
    """Without a command nothing is printed on stdout."""
    ran = run()

    assert (ran.status, ran.out) == (2, "")
    assert "参数有误" in ran.err
