"""What was approved under the former work plan is not asked for art. 6; what is pending is open."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from innov_consortium.core.case import Dossier
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.events import Filed, Recognised
from innov_consortium.core.history import History
from innov_consortium.core.report import Report
from innov_consortium.interchange import load_case
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.testing import ask

EXAMPLES = Path(__file__).parents[3] / "examples"

PUBLISHED = date(2025, 4, 11)
LAW = TIANJIN.supposing_published(PUBLISHED)
APPLICATION = load_case((EXAMPLES / "complete.json").read_bytes()).application


def procedure(filed: date, approved: date | None, **readings: str) -> Report:
    application = evolve(APPLICATION, filed_on=filed)
    events: list[Filed | Recognised] = [
        Filed(on=filed, by=APPLICATION.lead.name, application=application)
    ]
    if approved is not None:
        events.append(Recognised(on=approved, by="市科技局", document="津科批1号"))
    case = Dossier(history=History(consortium="C1", events=tuple(events)))
    return LAW.with_readings(**readings).check("procedure", case, on=date(2026, 1, 15))


@pytest.mark.parametrize(
    ("approved", "pending", "asked"),
    [
        (date(2025, 4, 10), "not_applicable", False),
        (date(2025, 4, 11), "needs_judgement", True),
        (None, "needs_judgement", True),
    ],
)
def test_only_what_was_not_approved_before_commencement_is_pending(
    approved: date | None, pending: str, asked: bool
) -> None:
    """A08, A09: filed under the former plan, and approved before, on or not by that day."""
    report = procedure(date(2024, 3, 1), approved)
    own = [f for f in report if f.norm.name == "pending_under_former"]
    assert [f.outcome.value for f in own] == [pending]
    of_art6 = {f.outcome for f in report if f.provision.startswith("art6.")}
    assert (of_art6 != {Outcome.NOT_APPLICABLE}) is asked


@pytest.mark.parametrize(
    ("reading", "pending"), [("included", "not_applicable"), ("next_day", "needs_judgement")]
)
def test_filed_on_the_day_of_publication(reading: str, pending: str) -> None:
    """A03: is the text in force on that day already?"""
    report = procedure(PUBLISHED, None, commencement_day=reading)
    own = [f for f in report if f.norm.name == "pending_under_former"]
    assert [f.outcome.value for f in own] == [pending]


@pytest.mark.parametrize(
    ("filed", "outcomes"),
    [
        ("2026-12-31", ["not_met", "not_met", "not_met"]),
        ("2027-01-01", ["needs_judgement", "met", "not_met"]),
        (None, ["met", "met", "met"]),
    ],
)
def test_a_late_self_report_read_as_materials_is_late_and_not_missing(
    filed: str | None, outcomes: list[str]
) -> None:
    """D05: judged, by the letter, or only where nothing at all was handed in."""
    for how, outcome in zip(("judged", "literal", "only_missing"), outcomes, strict=True):
        law = LAW.with_readings(self_report="materials", submission_failure=how)
        reply = ask(
            law,
            "撤销情形",
            as_of="2027-02-01",
            consortium={"approved_on": "2025-12-01"},
            notice={"year": 2026, "self_report_deadline": "2026-12-31"},
            selection={"year": 2026, "selected": False},
            evaluations=[{"year": 2026, "mode": "self", "filed_on": filed}],
        )
        assert reply["art11.item2"] == outcome
