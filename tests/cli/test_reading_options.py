"""``--reading``: by name, by entry, from a file of JSON; each once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


@pytest.mark.parametrize(
    "chosen", ["lead_counts=included", "lead_counts=b", "B01=included", "B01=b"]
)
def test_a_reading_by_its_name_or_its_entry(check: Command, chosen: str) -> None:
    assert check("one-participant-short.json").status == 3
    assert check("one-participant-short.json", "--reading", chosen).status == 0


def test_readings_from_a_file_of_json(check: Command, tmp_path: Path) -> None:
    file = tmp_path / "readings.json"
    file.write_text('{"lead_counts": "included", "B21": "b"}', encoding="utf-8")
    done = check("one-participant-short.json", "--reading", str(file), "--format", "json")
    assert done.status == 1  # all five areas, which the example has not
    readings = done.document["readings"]
    assert {r["name"]: r["option"] for r in readings}["cooperation_basis"] == "all"


@pytest.mark.parametrize(
    ("text", "path"), [('{"lead_counts": 1}', "lead_counts"), ("[]", "$"), ('{"a"', "$")]
)
def test_a_file_that_chooses_no_readings_is_refused(
    check: Command, tmp_path: Path, text: str, path: str
) -> None:
    file = tmp_path / "readings.json"
    file.write_text(text, encoding="utf-8")
    done = check("complete.json", "--reading", str(file), "--format", "json")
    assert (done.status, done.document["faults"][0]["path"]) == (2, path)


def test_what_is_chosen_twice_is_refused(check: Command) -> None:
    done = check(
        "complete.json", "--reading", "lead_counts=included", "--reading", "lead_counts=excluded"
    )
    assert (done.status, "写了两次" in done.err) == (2, True)


def test_an_entry_with_several_readings_names_them(check: Command) -> None:
    done = check("complete.json", "--reading", "A08=b")
    assert done.status == 2
    assert "legacy" in done.err
    assert "legacy_grade" in done.err


def test_the_version(run: Command) -> None:
    done = run("--version")
    assert (done.status, done.out.startswith("innov-consortium ")) == (0, True)


def test_one_page_of_law_is_run_or_shown(run: Command) -> None:
    done = run("articles", "CN-TJ", "3")
    assert done.out.count("✓") == 1
    assert "art03.md" in done.out
    shown = run("articles", "CN-TJ", "art03", "--show")
    assert "第三条【建设领域】" in shown.out.partition("\n")[0]
    assert run("articles", "CN-TJ", "27").status == 2
