"""The given cases: all that ask what is built pass, all others say that they are not built yet."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.testing import read_cases, run_cases

HERE = Path(__file__).parent
GIVEN = read_cases((HERE / "tianjin.jsonl").read_text(encoding="utf-8"))
REFUSALS = read_cases((HERE / "refusals.jsonl").read_text(encoding="utf-8"))

#: What is asked of arts. 3, 5, 5-7, of the cap, of the share, of force in time and of repeal;
#: admissibility, as far as force in time decides it; and the life of a consortium: its formation,
#: changes, requests, status, compliance, and acts on it.
BUILT = re.compile(
    r"\barts?\. ?[357]\b|cap on participation|enterprise share|in force|repealed"
    r"|admissibility of the formation application"
    r"|^replay(?: the formation events)?$|^approve on|^record an annual evaluation"
    r"|^check the (?:filing|change|request)$|^check compliance$|^ask the status$|entitlement"
)


def _built(case: dict[str, Any]) -> bool:
    return BUILT.search(case["when"]) is not None


@pytest.mark.parametrize("case", [c for c in GIVEN if _built(c)], ids=lambda case: case["id"])
def test_a_given_case_that_asks_what_is_built_passes(case: dict[str, Any]) -> None:
    """The expectation was written from the text of the Measures, not from this library."""
    (result,) = run_cases([case], TIANJIN)
    assert (result.result, result.note.partition("for a reader")[0]) == ("pass", "")


@pytest.mark.parametrize(
    "case", [c for c in GIVEN if not _built(c)] + REFUSALS, ids=lambda case: case["id"]
)
def test_every_other_given_case_says_that_it_is_not_built(case: dict[str, Any]) -> None:
    """A question that nobody answers yet is an error, never a pass and never a failure."""
    (result,) = run_cases([case], TIANJIN)
    assert (result.result, "not built yet" in result.note) == ("error", True)


def test_the_given_cases_are_all_there() -> None:
    """Forty-eight of the ninety-one ask what is built."""
    assert (len(GIVEN), sum(map(_built, GIVEN)), len(REFUSALS)) == (91, 48, 45)
