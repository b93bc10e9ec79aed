"""A plan of how a cycle is to be covered, as a document."""

from __future__ import annotations

import json
from datetime import date

from tests.toy_coverage import MEASURES, SILENT, assigned, done, ended, life, recognised

from innov_consortium.core.coverage import plan_coverage
from innov_consortium.core.cycles import Cycle
from innov_consortium.interchange import COVERAGE_SCHEMA, dumps, unstructure_coverage

EARLY = recognised(date(2025, 6, 1))


def test_everything_a_plan_says() -> None:
    """The years left, who has no place, and how each consortium stands."""
    histories = [
        life("A", EARLY),
        life("B", EARLY, done(2022)),
        life("C", EARLY, assigned(2026)),
        life("D", EARLY, assigned(2027)),
        life("E", EARLY, done(2026, grade=None)),
        life("F", EARLY, ended(date(2027, 2, 1))),
        life("G", EARLY, done(2026)),
    ]
    plan = plan_coverage(MEASURES, histories, Cycle(2026, 2), on=date(2027, 4, 1), capacity=2)
    document = unstructure_coverage(plan)

    assert json.loads(dumps(document)) == document
    assert document["schema"] == COVERAGE_SCHEMA
    assert (document["on"], document["in_force"]) == ("2027-04-01", "in_force")
    assert document["marks"] == ["supposed_publication", "not_official"]
    assert document["years"] == [
        {"year": 2027, "capacity": 2, "done": 0, "selected": ["D"], "proposed": ["A"]}
    ]
    assert (document["awaited"], document["shortfall"]) == (["C"], ["B"])
    assert (document["select_now"], document["later"]) == (["D", "A"], {})
    assert document["covered"] == {"G": [2026]}
    states = {one["consortium"]: one["state"] for one in document["consortia"]}
    assert states == {
        **dict.fromkeys("ABCD", "due"),
        "E": "unknown",
        "F": "left_out",
        "G": "covered",
    }
    found = {one["consortium"]: one for one in document["consortia"]}
    assert found["E"]["evaluated"] is None
    assert found["F"] == {
        "consortium": "F",
        "state": "left_out",
        "phase": "ended",
        "recognised_on": "2025-06-01",
        "ended_on": "2027-02-01",
        "evaluated": [],
        "selected": [],
    }


def test_a_text_that_states_no_length_is_cited_for_none() -> None:
    """The years are those asked for; a year without a limit has none."""
    plan = plan_coverage(SILENT, [life("A", EARLY)], Cycle(2026, 1), on=date(2026, 4, 1))
    document = unstructure_coverage(plan)
    assert (document["provision"], document["in_force"]) == (None, "unknown")
    assert [(y["year"], y["capacity"]) for y in document["years"]] == [(2026, None)]
