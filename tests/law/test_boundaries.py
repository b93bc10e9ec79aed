"""The boundary cases as second readers answered them from the text alone.

``boundaries.jsonl`` beside this file holds their answers; while it is not there, nothing is
claimed. What they were given is exactly what is generated today: a case that has changed since, or
has come to it, has to be read again.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.testing import read_cases, run_cases
from innov_consortium.testing.boundaries import boundaries_of

SIGNED = Path(__file__).parent / "boundaries.jsonl"
ROWS = read_cases(SIGNED.read_text(encoding="utf-8")) if SIGNED.exists() else []
MADE = {b.case["id"]: b for b in boundaries_of(TIANJIN)}
#: What a reader is given, and must have left as it was.
GIVEN = ("as_of", "given", "when", "article")

pytestmark = pytest.mark.skipif(
    not SIGNED.exists(), reason="no copy signed by second readers: tests/law/boundaries.jsonl"
)


def test_every_case_generated_is_answered_once_and_no_other() -> None:
    """By their ids, in any order."""
    assert sorted(row["id"] for row in ROWS) == sorted(MADE)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_what_was_answered_is_what_is_generated(row: dict[str, Any]) -> None:
    """The facts, the day, the question and the provisions are those of today."""
    case = json.loads(json.dumps(MADE[row["id"]].case))
    assert {name: row[name] for name in GIVEN} == {name: case[name] for name in GIVEN}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_the_whole_form_is_filled_in(row: dict[str, Any]) -> None:
    """An outcome for everything asked, none left ``None``."""
    form, expect = MADE[row["id"]].form, row["expect"]
    assert form.keys() <= expect.keys()
    for name in ("norms", "values"):
        asked = form.get(name, {})
        assert asked.keys() <= expect.get(name, {}).keys()
        assert None not in [expect[name][key] for key in asked]
    assert "answer" not in form or expect["answer"] is not None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_the_library_answers_as_the_readers_did(row: dict[str, Any]) -> None:
    """The expectation was written from the text, by somebody who had not seen the output."""
    (result,) = run_cases([row], TIANJIN)
    assert result.result == "pass", result.note


def not_the_first_answer(row: dict[str, Any]) -> bool:
    """Tell whether a row passes only by what the reader accepts beside the first answer."""
    expect = {k: v for k, v in row["expect"].items() if not k.startswith("accept")}
    (result,) = run_cases([{**row, "expect": expect}], TIANJIN)
    return result.result != "pass"


def test_where_the_readers_answered_otherwise_at_first_it_is_said_why_both_hold() -> None:
    """Each such row says so in a sentence that quotes the words of the text."""
    text = "".join(entry.text for entry in TIANJIN.ledger.values())
    otherwise = [row for row in ROWS if not_the_first_answer(row)]
    assert otherwise
    for row in otherwise:
        quotations = re.findall("「([^」]+)」", row.get("settled", ""))
        assert quotations, f"{row['id']} does not say how it is settled"
        assert [quotation for quotation in quotations if quotation not in text] == []
