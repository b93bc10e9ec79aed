"""Cases that ask one history of everything, on many days."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from tests.testing.telling import BUREAU, LEAD, UNITS, Json, case, interpreted, note, run, value
from tests.testing.test_life_cases import FORMATION

from innov_consortium.policies.tianjin import TIANJIN

WHOLE = "replay all events and report status, operative grade, project eligibility, ground (1)"


def notified(year: int, grade: str, on: str) -> Json:
    return {"type": "evaluation_notified", "year": year, "mode": "expert", "grade": grade, "on": on}


REVOKED: Json = {"type": "revoked", "on": "2030-01-15", "grounds": ["art11.item1"], "by": BUREAU}
HISTORY: Json = {
    "consortium_members": {"lead": LEAD, "participants": UNITS},
    "events": [
        *FORMATION,
        notified(2027, "good", "2027-12-10"),
        notified(2028, "unqualified", "2028-12-08"),
        notified(2029, "unqualified", "2029-12-07"),
        REVOKED,
    ],
}


def values(
    status: str, grade: str | None, *, eligible: bool, ground: bool, barred: bool
) -> dict[str, Any]:
    last = "2033-01-15" if status == "revoked" else None
    return {
        "status": status,
        "operative_grade": grade,
        "project_eligible": eligible,
        "art11_item1": ground,
        "barred_today": barred,
        "bar_last_day_nominal": last,
    }


NOTHING = {"eligible": False, "ground": False, "barred": False}


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-02-09", values("not_started", None, **NOTHING)),
        ("2026-03-02", values("filed", None, **NOTHING)),
        ("2026-05-12", values("in_publicity", None, **NOTHING)),
        ("2026-06-01", values("active", None, **NOTHING)),
        ("2027-12-09", values("active", None, **NOTHING)),
        ("2027-12-10", values("active", "good", eligible=True, ground=False, barred=False)),
        ("2028-12-07", values("active", "good", eligible=True, ground=False, barred=False)),
        ("2028-12-08", values("active", "unqualified", **NOTHING)),
        ("2029-12-06", values("active", "unqualified", **NOTHING)),
        ("2029-12-07", values("active", "unqualified", eligible=False, ground=True, barred=False)),
        ("2030-01-14", values("active", "unqualified", eligible=False, ground=True, barred=False)),
        ("2030-01-15", values("revoked", "unqualified", eligible=False, ground=True, barred=True)),
        ("2030-04-10", values("revoked", "unqualified", eligible=False, ground=True, barred=True)),
        ("2030-04-11", values("revoked", "unqualified", eligible=False, ground=True, barred=False)),
        ("2033-01-16", values("revoked", "unqualified", eligible=False, ground=True, barred=False)),
    ],
)
def test_one_history_asked_on_many_days(as_of: str, expected: dict[str, Any]) -> None:
    """Each day knows nothing of what comes later; what was, stays, and no act can rest on it."""
    expect = {"answer": expected["status"], "values": expected}
    one = run(case(WHOLE, expect, HISTORY, as_of=as_of))
    assert (one.result, one.note) == ("pass", "")


def test_an_act_that_is_not_lawful_is_named() -> None:
    """A revocation without its ground, and all else is told beside it."""
    early = {**HISTORY, "events": [*HISTORY["events"][:-2], {**REVOKED, "on": "2029-01-15"}]}
    one = run(case(WHOLE, {"answer": "refused", "values": {"art11_item1": False}}, early,
                   as_of="2029-02-01"))  # fmt: skip
    assert (one.result, "art11.p1" in one.got["because"][1]) == ("pass", True)


def test_what_is_left_to_a_person_is_said_in_its_own_word() -> None:
    """Neither yes nor no."""
    delisted = {"type": "listing", "subject": "lead", "list": "经营异常名录", "from": "2027-01-01",
                "until": "2027-02-01"}  # fmt: skip
    given = {**HISTORY, "events": FORMATION, "facts": [delisted]}
    when = "replay all events and report status, grounds"
    assert value(when, given, "art11_item7", as_of="2027-06-01") == "needs_judgement"
    assert value(when, {**given, "facts": None}, "art11_item5", as_of="2027-06-01") == "unknown"


def test_the_bar_counted_from_the_day_itself_is_right_by_its_name() -> None:
    """E04: an alternative of a history, too."""
    given = {**HISTORY, **interpreted("E04", "day counted in")}
    counted = {"reading": "day counted in", "values": {"bar_last_day_nominal": "2033-01-14"}}
    expect = {"values": {"bar_last_day_nominal": "2033-01-15"}, "alternatives": [counted]}
    one = run(case(WHOLE, expect, given, as_of="2030-01-15", ambiguity=["E04", "A06"]))
    assert (one.result, "day counted in" in one.note) == ("pass", True)
    other = run(case(WHOLE, expect, given, as_of="2030-01-15", ambiguity=["A06"]))
    assert other.result == "fail"


@pytest.mark.parametrize(
    ("when", "inquiry"),
    [
        ("check the support amount", "support_amount"),
        ("check the three-year bar", "admissibility"),
        ("check evaluation duties and effects", "evaluation"),
        (WHOLE, "project_eligibility"),
    ],
)
def test_a_policy_that_has_no_such_inquiry_does_not_answer(when: str, inquiry: str) -> None:
    """It says so, and does not guess."""
    less = tuple(i for i in TIANJIN.inquiries if i.name != inquiry)
    policy = evolve(TIANJIN, inquiries=less)
    given = {**HISTORY, "events": FORMATION, "application_by_former_lead": None}
    result = run(case(when, {"answer": "?"}, given, as_of="2027-06-01"), policy)
    assert (result.result, result.note) == ("error", f"not built yet: the inquiry {inquiry}")


def test_what_is_not_understood_among_the_facts_is_an_error() -> None:
    """It might be a ground."""
    assert "not understood" in note(WHOLE, {**HISTORY, "facts": [{"type": "bad_weather"}]})
