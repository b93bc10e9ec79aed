"""The example files: each loads, and gives exactly the findings its name promises."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import PUBLISHED

from innov_consortium.core.auditing import audit
from innov_consortium.core.case import Dossier
from innov_consortium.core.decide import Standing
from innov_consortium.core.registering import register
from innov_consortium.core.report import Report
from innov_consortium.interchange import load_case, load_dossier
from innov_consortium.policies.tianjin import TIANJIN

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


# --- the history from the evaluations to the revocation -----------------------------------------

MEASURES = TIANJIN.supposing_published(PUBLISHED)
TEXTBOOK = "histories/evaluations-to-revocation.json"


@pytest.fixture(scope="module")
def revoked() -> Dossier:
    """Load the history of a consortium revoked after two unqualified years."""
    return load_dossier((EXAMPLES / TEXTBOOK).read_bytes(), MEASURES)


def test_every_act_of_the_history_was_lawful(revoked: Dossier) -> None:
    """The revocation, too: the ground it cites had been established."""
    found = audit(MEASURES, revoked.history, date(2030, 4, 10), revoked)
    assert {one.standing for one in found} == {Standing.ALLOWED}
    assert len(found) == len(revoked.history.events)


#: By inquiry and day: the answer, and what stands in the way or, of grounds, what is established.
ASKED: tuple[tuple[str, date, str, list[str]], ...] = (
    ("evaluation", date(2029, 12, 31), "met", []),
    ("revocation_grounds", date(2028, 12, 12), "not_met", []),
    ("revocation_grounds", date(2029, 12, 10), "not_met", []),
    ("revocation_grounds", date(2029, 12, 11), "met", ["art11.item1"]),
    ("revocation_grounds", date(2030, 4, 11), "no_basis", []),
    ("project_eligibility", date(2027, 12, 9), "not_met", ["art15.s1a"]),
    ("project_eligibility", date(2027, 12, 10), "met", []),
    ("project_eligibility", date(2028, 12, 11), "met", []),
    ("project_eligibility", date(2028, 12, 12), "not_met", ["art10.s1b", "art15.s1a"]),
    ("project_eligibility", date(2028, 12, 31), "not_met", ["art10.s1b", "art15.s1a"]),
    ("project_eligibility", date(2029, 1, 1), "not_met", ["art15.s1a"]),
    ("support_amount", date(2028, 7, 1), "met", []),
)


@pytest.mark.parametrize(("inquiry", "on", "answer", "found"), ASKED)
def test_the_history_is_answered_as_the_page_says(
    revoked: Dossier, inquiry: str, on: date, answer: str, found: list[str]
) -> None:
    """Each change of an answer falls on the day of a notification, a new year or the expiry."""
    report = MEASURES.check(inquiry, revoked, on=on)
    listed = report.established if report.grounds else report.failed
    assert (report.answer.value, [f.provision for f in listed]) == (answer, found)


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        (date(2030, 1, 14), "met"),
        (date(2030, 1, 15), "not_met"),
        (date(2030, 4, 10), "not_met"),
        (date(2030, 4, 11), "no_basis"),
    ],
)
def test_the_lead_is_barred_from_the_day_of_the_document(
    revoked: Dossier, on: date, answer: str
) -> None:
    """To a nominal end in 2033; there is no basis for it under this text after its expiry."""
    bars = register(MEASURES, [revoked.history], on, revoked, complete_to=on)
    case = load_case((EXAMPLES / "complete.json").read_bytes())
    applied = evolve(case.application, filed_on=on)
    asked = evolve(case, application=applied, register=bars)
    assert MEASURES.check("admissibility", asked, on=on).answer.value == answer
    ends = {bar.window.last for bar in bars.bars}
    assert ends == (set() if on < date(2030, 1, 15) else {date(2033, 1, 15)})
