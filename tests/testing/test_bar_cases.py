"""Cases of the bar in the neutral format: art. 11 paragraph 2."""

from __future__ import annotations

from typing import Any

import pytest
from tests.testing.telling import (
    BUREAU,
    CONSORTIUM,
    FORMER_PLAN,
    LEAD,
    NAMES,
    UNITS,
    Json,
    answer,
    case,
    interpreted,
    note,
    outcome,
    run,
    value,
)

ADMISSIBLE = "check admissibility of a formation application by the former lead"
END = "compute the nominal end of the three-year bar"
BAR = "art11.p2.s1b"
OTHER_ID = "91120116MALE077879"
REVOKED: Json = {
    "on": "2026-06-12",
    "lead": LEAD["name"],
    "lead_id": LEAD["id"],
    "grounds": ["art11.item5"],
}


def presented(day: str, **more: Any) -> Json:
    """Return an application of the former lead, presented to the bureau on a day."""
    return {
        "revoked": REVOKED,
        "application_by_former_lead": {"presented_to_bureau_on": day, **more},
    }


def barred(given: Json, as_of: str | None = None, provision: str = BAR) -> str:
    """Return what is found of the bar on the day asked about, by default that of presentation."""
    told = given.get("application_by_former_lead") or {}
    day = as_of or told.get("presented_to_bureau_on") or "2027-01-10"
    return outcome(ADMISSIBLE, given, provision, as_of=day)


# --- from when, until when ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2026-06-11", "met"),
        ("2026-06-12", "not_met"),
        ("2026-06-13", "not_met"),
        ("2029-06-11", "not_met"),
        ("2029-06-12", "not_met"),
        ("2029-06-13", "met"),
    ],
)
def test_three_years_from_the_day_of_revocation(day: str, found: str) -> None:
    """That day is barred as well, only not counted (E04)."""
    assert barred(presented(day)) == found
    word = "admissible" if found == "met" else "barred"
    assert run(case(ADMISSIBLE, {"answer": word}, presented(day), as_of=day)).result == "pass"
    wrong = "barred" if found == "met" else "admissible"
    assert run(case(ADMISSIBLE, {"answer": wrong}, presented(day), as_of=day)).result == "fail"


@pytest.mark.parametrize(
    ("on", "last", "free"),
    [
        ("2026-06-12", "2029-06-12", "2029-06-13"),
        ("2025-04-11", "2028-04-11", "2028-04-12"),
        ("2026-12-31", "2029-12-31", "2030-01-01"),
        ("2028-02-28", "2031-02-28", "2031-03-01"),
        ("2028-02-29", "2031-02-28", "2031-03-01"),
        ("2027-04-10", "2030-04-10", "2030-04-11"),
        ("2030-04-10", "2033-04-10", "2033-04-11"),
    ],
)
def test_the_nominal_end(on: str, last: str, free: str) -> None:
    """Calendar years; where there is no corresponding day, the last of the month."""
    given = {"revoked": {**REVOKED, "on": on}}
    values = {"bar_last_day_nominal": last, "first_admissible_day": free, "revoked_on": on}
    one = run(case(END, {"values": values, "answer": last}, given, as_of=on))
    assert (one.result, one.note) == ("pass", "")


@pytest.mark.parametrize(
    ("as_of", "today"), [("2028-02-28", False), ("2028-02-29", True), ("2030-04-10", True),
                         ("2030-04-11", False)]
)  # fmt: skip
def test_the_end_is_told_after_expiry_and_no_longer_enforced(as_of: str, today: bool) -> None:
    """A06."""
    given = {"revoked": {**REVOKED, "on": "2028-02-29"}}
    assert value(END, given, "barred_today", as_of=as_of) is today
    if as_of >= "2028-02-29":
        assert value(END, given, "bar_last_day_nominal", as_of=as_of) == "2031-02-28"
        assert value(END, given, "bar_enforceable_to", as_of=as_of) == "2030-04-10"


def test_after_expiry_there_is_no_application_to_accept() -> None:
    """No basis in this instrument."""
    given = presented("2030-04-11")
    given["revoked"] = {**REVOKED, "on": "2028-02-29"}
    expect = {"answer": "not_determinable_under_measures"}
    assert run(case(ADMISSIBLE, expect, given, as_of="2030-04-11")).result == "pass"
    assert barred({**given, **presented("2030-04-10"), "revoked": given["revoked"]}) == "not_met"


def test_the_day_counted_in_under_the_other_reading() -> None:
    """E04: an alternative is right by its name."""
    given = {**presented("2029-06-12"), **interpreted("E04", "day counted in")}
    expect = {
        "norms": {BAR: "not_met"},
        "default_reading": {"bar_last_day_nominal": "2029-06-12"},
        "alternatives": [
            {"reading": "counted", "norms": {BAR: "met"},
             "values": {"bar_last_day_nominal": "2029-06-11"}}
        ],
    }  # fmt: skip
    one = case(ADMISSIBLE, expect, given, as_of="2029-06-12", ambiguity=["E04"])
    assert run(one).result == "pass"


@pytest.mark.parametrize(
    ("more", "found", "last"),
    [
        ({"holidays": ["2029-06-12"]}, "met", "2029-06-12"),
        ({"holidays": ["2029-06-12"], **interpreted("E05", "roll-over")}, "not_met", "2029-06-13"),
        ({"holidays": [], **interpreted("E05", "roll-over")}, "met", "2029-06-12"),
        (
            {
                "calendar": {"days_off": ["2029-06-12"], "from": "2029-06-01", "to": "2029-06-12"},
                **interpreted("E05", "roll-over"),
            },
            "unknown",
            None,
        ),
        (interpreted("E05", "roll-over"), "unknown", None),
    ],
)
def test_a_last_day_on_a_holiday(more: Json, found: str, last: str | None) -> None:
    """No roll-over (E05); where there is one, the days off must be told."""
    given = {**presented("2029-06-13"), **more}
    assert barred(given) == found
    assert value(ADMISSIBLE, given, "bar_last_day", as_of="2029-06-13") == last


# --- whom it binds -----------------------------------------------------------------------------


def other(**related: Any) -> Json:
    return {"applicant": {"name": "另一有限公司", "id": OTHER_ID, **related}}


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, "not_met"),
        ({"former_lead_now": {"name": "津甲新名有限公司", "id": LEAD["id"]}}, "not_met"),
        ({"former_lead_now": {"name": "津甲新名有限公司"}}, "not_met"),
        (other(), "met"),
        (other(parent=LEAD["id"]), "met"),
        (other(parent_of=LEAD["name"]), "met"),
        (other(merged_from=[LEAD["id"], UNITS[0]["id"]]), "needs_judgement"),
        (other(succeeds=LEAD["name"]), "needs_judgement"),
        (other(divided_from=LEAD["id"]), "needs_judgement"),
        (other(relation="absorbing company"), "needs_judgement"),
        (other(relation="subsidiary"), "met"),
        (other(relation="parent company"), "met"),
        ({"successor": {**other()["applicant"], "successor_of": LEAD["id"]}}, "needs_judgement"),
        (
            {"former_lead_now": {"absorbed_by": {"name": "吸收有限公司", "id": OTHER_ID}}},
            "needs_judgement",
        ),
        ({"applicant": NAMES[0]}, "met"),
    ],
)
def test_it_binds_the_legal_person_under_any_name(more: Json, found: str) -> None:
    """E07: successors are judged, parents and subsidiaries free; and s1c says the same."""
    given = {**presented("2027-01-10"), **more}
    assert [barred(given), barred(given, provision="art11.p2.s1c")] == [found, found]
    assert value(ADMISSIBLE, given, "bar_last_day", as_of="2027-01-10") == "2029-06-12"


def test_a_subsidiary_under_the_other_reading() -> None:
    """The group, too."""
    given = {**presented("2027-01-10"), **other(parent=LEAD["id"])}
    assert barred({**given, **interpreted("E07", "group")}) == "needs_judgement"


def test_it_binds_only_who_leads() -> None:
    """E08: as a participant the former lead is free, unless any member is meant."""
    given = presented("2027-01-10", role="participant")
    assert barred(given) == "met"
    assert barred({**given, **interpreted("E08", "any member")}) == "not_met"
    led = presented("2027-01-10", lead=UNITS[0])
    assert barred(led) == "met"
    assert "not understood" in note(ADMISSIBLE, presented("2027-01-10", role="mascot"))


# --- which revocations -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("revoked", "found"),
    [
        ({"grounds": ["art11.item4"]}, "not_met"),
        ({"grounds": None, "voluntary": True}, "not_met"),
        ({"on": "2027-02-01"}, "met"),
        ({"on": None}, "met"),
        ({"on": "2024-10-10", "under": FORMER_PLAN}, "met"),
        ({"on": "2024-10-10"}, "met"),
        ({"annulled_on": "2027-01-10"}, "met"),
        ({"annulled_on": "2027-01-11"}, "not_met"),
        ({"served_on": "2026-06-20"}, "not_met"),
        ({"lead": NAMES[0], "lead_id": UNITS[0]["id"]}, "met"),
    ],
)
def test_a_revocation_that_stands_on_the_day(revoked: Json, found: str) -> None:
    """Voluntary ones, too (E03); not those annulled (E14), nor of the former plan (A08)."""
    given = {**presented("2027-01-10"), "applicant": LEAD}
    given["revoked"] = {**REVOKED, **revoked}
    assert barred(given) == found


def test_only_fault_under_the_other_reading() -> None:
    """E03."""
    given = {**presented("2027-01-10"), **interpreted("E03", "only fault-based")}
    given["revoked"] = {**REVOKED, "grounds": ["art11.item4"]}
    assert barred(given) == "met"


def test_an_annulment_beside_the_revocation() -> None:
    """It works from the beginning, for questions dated after it (E14)."""
    for day, found in (("2027-01-31", "not_met"), ("2027-02-01", "met")):
        assert barred({**presented(day), "annulled_on": "2027-02-01"}) == found
    stays = {**presented("2027-02-01"), "annulled_on": "2027-02-01"}
    assert barred({**stays, **interpreted("E14", "only forward")}) == "not_met"


@pytest.mark.parametrize(
    ("day", "found"), [("2029-06-13", "not_met"), ("2029-12-01", "not_met"), ("2029-12-02", "met")]
)
def test_of_two_revocations_the_later_bar_decides(day: str, found: str) -> None:
    """However they are told."""
    second = {"on": "2026-12-01"}
    one = {**presented(day), "second_revocation": second}
    several = {**presented(day), "revoked": [REVOKED, {**REVOKED, **second}]}
    for given in (one, several):
        assert barred(given) == found
        assert value(ADMISSIBLE, given, "bar_last_day_nominal", as_of=day) == "2029-12-01"


def test_where_no_revocation_is_told_of_it_is_not_known() -> None:
    """Null is none; a register that nobody has spoken of proves nothing."""
    told = {"application_by_former_lead": {"presented_to_bureau_on": "2027-01-10"}}
    assert barred({**told, "applicant": LEAD}) == "unknown"
    assert barred({**told, "applicant": LEAD, "revoked": None}) == "met"
    assert "who applies" in note(ADMISSIBLE, {**told, "revoked": None})


# --- which day decides -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("application", "accepted_on", "as_of", "found"),
    [
        ({"presented_to_bureau_on": "2026-06-01"}, "2026-06-01", "2026-07-01", "met"),
        ({"presented_to_bureau_on": "2026-06-01"}, None, "2026-07-01", "not_met"),
        ({"presented_to_bureau_on": "2026-06-01"}, "2026-06-20", "2026-07-01", "not_met"),
        (
            {"filed_with_district_on": "2026-06-01", "presented_to_bureau_on": "2026-07-01"},
            None,
            "2026-07-01",
            "not_met",
        ),
        (
            {"filed_with_district_on": "2029-06-01", "presented_to_bureau_on": "2029-06-13"},
            None,
            "2029-06-13",
            "met",
        ),
        ({"filed_with_district_on": "2029-06-12"}, None, "2029-06-20", "not_met"),
        ({"filed_with_district_on": "2029-06-13"}, None, "2029-06-20", "met"),
        ({}, None, "2027-01-10", "not_met"),
    ],
)
def test_the_day_it_is_presented_unless_it_was_accepted_before(
    application: Json, accepted_on: str | None, as_of: str, found: str
) -> None:
    """C07: of one day that is known, that one; E09: accepted before is unaffected."""
    told = {"application_by_former_lead": application, "accepted_on": accepted_on}
    given: Json = {"revoked": REVOKED, **told}
    assert barred(given, as_of) == found


def test_everything_stops_under_the_other_reading() -> None:
    """E09."""
    given = {**presented("2026-06-01"), "accepted_on": "2026-06-01"}
    read = {**given, **interpreted("E09", "everything stops")}
    assert barred(read, "2026-07-01") == "not_met"


# --- beside an application that is described ---------------------------------------------------


def described(lead: Json, *participants: Json, **more: Any) -> Json:
    return {"application": {"filed_on": "2027-07-13", "lead": lead, "participants": [*participants],
                            **more}}  # fmt: skip


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (described(LEAD, *UNITS), "not_met"),
        (described(UNITS[0], LEAD, *UNITS[1:]), "met"),
        (described(UNITS[0], *UNITS[1:]), "met"),
        (described(LEAD, *UNITS, accepted_on="2027-03-01"), "met"),
        (described(LEAD, *UNITS, presented_to_bureau_on="2027-03-01"), "not_met"),
    ],
)
def test_an_application_beside_the_consortium_that_was_revoked(given: Json, found: str) -> None:
    """Whoever led it is found by its name."""
    gone = {"consortium": CONSORTIUM, "revoked": {"on": "2027-05-12", "lead": LEAD["name"]}}
    assert outcome("check the bar", {**gone, **given}, BAR, as_of="2027-07-13") == found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({"revoked": "2026-06-12", "consortium": CONSORTIUM}, "not_met"),
        ({"revoked": {"on": "2026-06-12", "lead": LEAD}}, "not_met"),
        ({"revoked": {"on": "2026-06-12", "lead_id": LEAD["id"]}, "applicant": LEAD}, "not_met"),
        ({"revoked": {"on": "2026-06-12", "lead": "旧名有限公司"}}, "not_met"),
        (
            {
                "revoked": {"on": "2026-06-12", "lead": "旧名有限公司"},
                "former_lead_now": {"name": "新名有限公司"},
            },
            "not_met",
        ),
        ({"revoked": {"on": "2026-06-12", "lead": "旧名有限公司"}, "applicant": LEAD}, "met"),
        ({"revoked": False, "applicant": LEAD}, "met"),
        (
            {
                "revoked": {"on": "2023-06-12", "lead": LEAD["name"], "under": FORMER_PLAN},
                "second_revocation": "2026-06-12",
                "consortium": {**CONSORTIUM, "approved_on": "2022-06-01"},
            },
            "not_met",
        ),
    ],
)
def test_who_led_may_be_told_in_many_ways(told: Json, found: str) -> None:
    """By a code, a name, both, or as the lead of the consortium described."""
    given = {"application_by_former_lead": {"presented_to_bureau_on": "2027-01-10"}, **told}
    assert barred(given) == found


def test_nobody_is_the_former_lead_of_nothing() -> None:
    """The case has to say whose consortium it was."""
    assert "who led it" in note(ADMISSIBLE, {"revoked": {"on": "2026-06-12"}, "applicant": LEAD})


def test_accepting_is_an_act_that_nobody_can_be_asked_about() -> None:
    """It is a question of an application, not an event of a life."""
    assert "not built yet" in note("accept the application during the bar", presented("2027-01-10"))


def test_the_consortium_may_have_ended_in_any_way() -> None:
    """At the request of the lead, by an event, on a day that stands alone."""
    asked = {
        "lead_requests_on": "2027-03-01",
        "statement_signed_by": "lead and every participant",
        "reported_on": "2027-03-02",
        "reviewed_on": "2027-04-01",
        "document_on": "2027-05-12",
    }
    for ended in (
        {"voluntary": asked},
        {"revoked_on": "2027-05-12"},
        {"events": [{"type": "revoked", "on": "2027-05-12", "by": BUREAU}]},
    ):
        given = {"consortium": CONSORTIUM, **ended, **described(LEAD, *UNITS)}
        assert outcome("check the bar", given, BAR, as_of="2027-07-13") == "not_met"
        assert value(END, given, "bar_last_day", as_of="2027-07-13") == "2030-05-12"


def test_a_revocation_may_stand_in_the_leads_own_history() -> None:
    """What it led and was revoked."""
    led = {"consortium": "C0", "role": "lead", "status": "revoked", "revoked_on": "2026-06-12"}
    given = described(LEAD, *UNITS, lead_history=[led])
    when = "check admissibility of the formation application"
    assert answer(when, given, as_of="2027-07-13") == "barred"
    given["application"]["lead_history"] = [{**led, "role": "participant"}]
    assert answer(when, given, as_of="2027-07-13") == "unknown"


def test_a_revocation_under_the_former_plan_bars_nobody() -> None:
    """A08; under full continuity it does."""
    fact = {"type": "legacy_revocation", "unit": "lead", "on": "2024-10-10", "under": FORMER_PLAN}
    given = {"facts": [fact], **described(LEAD, *UNITS)}
    given["application"]["filed_on"] = "2025-09-01"
    when = "check the three-year bar"
    assert outcome(when, given, BAR, as_of="2025-09-01") == "met"
    given |= {"interpretation": {**interpreted("A08", "full continuity")["interpretation"],
                                 "on": "2025-05-05"}}  # fmt: skip
    assert outcome(when, given, BAR, as_of="2025-09-01") == "not_met"


@pytest.mark.parametrize(
    "given",
    [
        presented("2027-01-10", mood="good"),
        {**presented("2027-01-10"), "weather": "fine"},
        {**presented("2027-01-10"), "revoked": {**REVOKED, "colour": "red"}},
        {**presented("2027-01-10"), "applicant": {"name": "某公司", "planet": "Mars"}},
        {**presented("2027-01-10"), **other(relation="neighbour")},
        {**presented("2027-01-10"), "calendar": {"days_off": [], "moon": "full"}},
    ],
)
def test_what_is_not_understood_is_an_error(given: Json) -> None:
    """Never a guess."""
    assert "not understood" in note(ADMISSIBLE, given)
