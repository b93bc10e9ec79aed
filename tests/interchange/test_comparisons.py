"""Comparisons and timelines as documents."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from attrs import evolve
from tests.toy_grounds import GROUNDS, LISTS, REPORTED, TWICE, Delisted

from innov_consortium import compare
from innov_consortium.core.attestations import Attestation
from innov_consortium.core.case import Dossier
from innov_consortium.core.history import History
from innov_consortium.core.policy import Policy
from innov_consortium.core.records import Record
from innov_consortium.core.report import Report
from innov_consortium.interchange import (
    COMPARISON_SCHEMA,
    TIMELINE_SCHEMA,
    dumps,
    unstructure_comparison,
    unstructure_report,
    unstructure_timeline,
)

NOT_GRAVE = Attestation(what="art1.item4", by="市里", on=date(2026, 1, 1), holds=False)
LAST, FIRST = date(2026, 12, 31), date(2027, 1, 1)


def report(on: date, inquiry: str = "striking_off", **given: Any) -> Report:
    """Return a report of what is fully known, unless said otherwise."""
    policy: Policy = given.pop("policy", GROUNDS)
    history: History = given.pop("history", TWICE)
    record = Record(complete_to=date(2040, 1, 1))
    known: dict[str, Any] = {"record": record, "attestations": (NOT_GRAVE,), **given}
    return policy.check(inquiry, Dossier(history=history, **known), on=on)


def test_a_report_says_from_which_day_on_its_answer_alters() -> None:
    """The day twice: by itself, and with the answer then and its reasons."""
    written = unstructure_report(report(LAST))
    assert (written["grounds"], written["answer"]) == (True, "not_met")
    assert written["changes_on"] == "2027-01-01"
    assert written["turn"] == {
        "on": "2027-01-01",
        "answer": "met",
        "reasons": [{"provision": "art1.item3", "what": "year_over"}],
        "provisions": ["art1.item3"],
    }
    never = unstructure_report(report(date(2033, 1, 1)))
    assert (never["changes_on"], never["turn"]) == (None, None)


def test_a_report_says_which_norms_are_grounds() -> None:
    """What only sets the scene is none."""
    findings = unstructure_report(report(LAST))["findings"]
    assert {f["provision"]: f["some"] for f in findings} == {
        **dict.fromkeys(["art1.item1", "art1.item2", "art1.item3", "art1.item4"], True),
        "art3.s1": False,
        "art3.s2": False,
    }


def test_a_comparison_as_a_document() -> None:
    """Both sides, what differs between them, and why it altered by itself."""
    written = unstructure_comparison(compare(report(LAST), report(FIRST)))
    before, after = written.pop("before"), written.pop("after")
    assert before["policy"]["code"] == "970000"
    assert (before["on"], before["answer"], before["in_force"]) == (
        "2026-12-31",
        "not_met",
        "in_force",
    )
    assert (after["on"], after["answer"], after["changes_on"]) == (
        "2027-01-01",
        "met",
        "2033-01-01",
    )
    assert written == {
        "schema": COMPARISON_SCHEMA,
        "inquiry": "striking_off",
        "grounds": True,
        "nothing_differs": False,
        "findings": [
            {
                "provision": "art1.item3",
                "text": "（三）上一年度未报送自评报告的；",
                "clause": "no_report",
                "before": "not_met",
                "after": "met",
                "outcome_differs": True,
                "facts": {"report_missing": {"before": False, "after": True}},
                "items": [],
            }
        ],
        "readings": {},
        "numbers": {},
        "marks": {"lost": [], "gained": []},
        "turn": {
            "on": "2027-01-01",
            "answer": "met",
            "reasons": [{"provision": "art1.item3", "what": "year_over"}],
            "provisions": ["art1.item3"],
        },
    }


def test_what_was_set_otherwise() -> None:
    """Readings, figures and marks before and after; null where there is none."""
    day = date(2027, 7, 1)
    given: dict[str, Any] = {"history": REPORTED, "listings": LISTS}
    otherwise = GROUNDS.with_readings(delisted=Delisted.NEVER).with_numbers(failures=1)
    compared = compare(report(day, **given), report(day, **given, policy=otherwise))
    written = unstructure_comparison(compared)
    assert written["readings"]["delisted"] == {
        "before": {"entry": "X01", "option": "judged", "official": ""},
        "after": {"entry": "X01", "option": "never", "official": ""},
    }
    assert written["numbers"] == {
        "failures": {
            "before": {"value": 2, "unit": "次", "provision": "art1.item1"},
            "after": {"value": 1, "unit": "次", "provision": "art1.item1"},
        }
    }
    assert written["marks"] == {"lost": [], "gained": ["other_numbers"]}
    (listed,) = written["findings"]
    (item,) = listed["items"]
    assert (item["path"], item["before"], item["after"]) == (
        "listings[1]",
        "needs_judgement",
        None,
    )
    assert item["item"]["name"] == "乙名单"


def test_a_reading_or_a_figure_only_one_policy_has() -> None:
    """A plugin of the same text may know more of it: null on the side that has none."""
    otherwise = GROUNDS.with_readings(delisted=Delisted.NEVER).with_numbers(failures=1)
    whole = compare(report(FIRST), report(FIRST, policy=otherwise))
    less = evolve(
        whole,
        readings=tuple(evolve(r, before=None) for r in whole.readings),
        numbers=tuple(evolve(n, after=None) for n in whole.numbers),
    )
    written = unstructure_comparison(less)
    assert written["readings"]["delisted"]["before"] is None
    assert written["numbers"]["failures"]["after"] is None
    assert written["numbers"]["failures"]["before"]["value"] == 2


def test_nothing_differs() -> None:
    """That is one truth value."""
    written = unstructure_comparison(compare(report(FIRST), report(FIRST)))
    assert (written["nothing_differs"], written["findings"]) == (True, [])


def test_a_timeline_as_a_document() -> None:
    """Every day with its answers by inquiry, and every change with what altered."""
    reports = [
        *(report(day) for day in (FIRST, LAST)),
        report(FIRST, "coming_back"),
    ]
    written = unstructure_timeline(reports)
    assert written["schema"] == TIMELINE_SCHEMA
    assert written["inquiries"] == ["striking_off", "coming_back"]
    assert [
        (day["on"], {name: one["answer"] for name, one in day["answers"].items()})
        for day in written["days"]
    ] == [
        ("2026-12-31", {"striking_off": "not_met"}),
        ("2027-01-01", {"striking_off": "met", "coming_back": "met"}),
    ]
    assert [day["answers"]["striking_off"]["grounds"] for day in written["days"]] == [True, True]
    (change,) = written["changes"]
    assert (change["inquiry"], change["before"]["on"]) == ("striking_off", "2026-12-31")
    assert [f["provision"] for f in change["findings"]] == ["art1.item3"]
    assert "schema" not in change


def test_the_documents_can_be_written() -> None:
    """As JSON, whatever the facts are."""
    days = (date(2028, 8, 31), date(2028, 9, 1), date(2033, 1, 1))
    reports = [report(day, listings=LISTS) for day in days]
    for document in (
        unstructure_timeline(reports),
        unstructure_comparison(compare(reports[0], reports[1])),
    ):
        assert json.loads(dumps(document)) == document
