"""The example files: each loads, and gives exactly the findings its name promises."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from innov_consortium.core.report import Report
from innov_consortium.interchange import load_case

EXAMPLES = Path(__file__).parents[3] / "examples"
QUIET = ("met", "not_applicable")

#: For each file the answer, and whatever is neither met nor beside the point.
PROMISED: dict[str, tuple[str, dict[str, str]]] = {
    "complete": ("met", {}),
    "one-participant-short": ("open", {"art5.item3.s2c": "departs_from_principle"}),
    "enterprises-49-percent": ("not_met", {"art5.item3.s2d": "not_met"}),
    "college-in-a-third-consortium": ("open", {"art5.item3.s5b": "departs_from_principle"}),
    "signatures-missing": (
        "not_met",
        {"art5.item4.s3c": "unknown", "art5.item5.s2a": "not_met"},
    ),
    "special-case": (
        "met",
        {"art5.item3.s2c": "case_by_case", "art5.item3.s2d": "case_by_case"},
    ),
    "barely-begun": (
        "open",
        {
            **dict.fromkeys(
                (
                    *("art5.item1.s2a", "art5.item1.s2b", "art5.item1.s2d", "art5.item2.s2b"),
                    *("art5.item2.s2d", "art5.item2.s2e", "art5.item3.s3a", "art5.item3.s3b"),
                    *("art5.item4.s2", "art5.item4.s3a", "art5.item6.s2b"),
                ),
                "needs_judgement",
            ),
            **dict.fromkeys(
                (
                    *("art5.item2.s2a", "art5.item2.s2c", "art5.item2.s3b"),
                    *("art5.item3.s5b", "art5.item3.s5c", "art5.item4.s3c"),
                    *(f"art5.item5.s2{letter}" for letter in "abcdefghi"),
                    *("art5.item6.s3a", "art5.item6.s3b"),
                ),
                "unknown",
            ),
        },
    ),
}
MEMBERS: dict[str, dict[str, list[str]]] = {
    "college-in-a-third-consortium": {"art5.item3.s5b": ["application.participants[5]"]},
    "signatures-missing": {
        "art5.item4.s3c": ["application.participants[2]", "application.participants[5]"],
        "art5.item5.s2a": ["application.participants[2]", "application.participants[5]"],
    },
}


@pytest.fixture
def reported(check: Callable[..., Report]) -> Callable[[str], Report]:
    """Check an example on 2026-03-02, publication supposed on 2025-04-11."""

    def report(name: str) -> Report:
        return check(load_case((EXAMPLES / f"{name}.json").read_bytes()))

    return report


def test_every_example_is_promised_something() -> None:
    """No file in the folder goes untold here."""
    assert {path.stem for path in EXAMPLES.glob("*.json")} == set(PROMISED)


@pytest.mark.parametrize("name", PROMISED)
def test_an_example_says_what_its_name_promises(
    name: str, reported: Callable[[str], Report]
) -> None:
    """The answer, every finding that is not met, and nothing else."""
    report = reported(name)
    findings = {f.provision: f.outcome.value for f in report if f.outcome.value not in QUIET}
    assert (report.answer.value, findings) == PROMISED[name]


@pytest.mark.parametrize("name", MEMBERS)
def test_an_example_names_the_members_it_is_about(
    name: str, reported: Callable[[str], Report]
) -> None:
    """By their paths in the file."""
    found = {f.provision: [i.path for i in f.items] for f in reported(name) if f.items}
    assert found == MEMBERS[name]


def test_forty_nine_percent_is_twenty_five_of_fifty_one(
    reported: Callable[[str], Report],
) -> None:
    """49.02 %, and not enough."""
    found = reported("enterprises-49-percent").finding("art5.item3.s2d")
    facts = {} if found is None else found.facts
    assert (facts["enterprises"].value, facts["share_total"]) == (25, 51)


def test_barely_begun_says_where_what_is_missing_would_stand(
    reported: Callable[[str], Report],
) -> None:
    """Every path once."""
    paths = {m.path for m in reported("barely-begun").missing}
    assert paths == {
        *("attestations[operating_normally]", "attestations[lead_category]"),
        *("attestations[strategic_force]", "attestations[qualification]"),
        *("register.complete_to", "application.participants[5].college"),
        *(
            "application.intending",
            "application.agreement.signatories",
            "application.agreement.signed_on",
        ),
        *("application.agreement.heads", "application.governance.technologist"),
    }
