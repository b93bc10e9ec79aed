"""Cases of a consortium's life in the neutral format: the text of the Measures decides."""

from __future__ import annotations

from typing import Any

import pytest
from tests.testing.telling import (
    BINHAI,
    BUREAU,
    CONSORTIUM,
    FORMER_PLAN,
    FOURTH,
    LEAD,
    NAMES,
    UNITS,
    Json,
    answer,
    because,
    case,
    interpreted,
    outcome,
    run,
    value,
)

CALL: Json = {"type": "call_issued", "on": "2026-02-10", "year": 2026, "by": BUREAU}
FILE: Json = {"type": "application_filed", "on": "2026-03-02", "by": LEAD["name"]}
REVIEW: Json = {
    "type": "district_reviewed",
    "on": "2026-03-20",
    "opinion": "recommend",
    "by": BINHAI,
}
FORWARD: Json = {"type": "forwarded_to_bureau", "on": "2026-03-23"}
EXPERTS: Json = {
    "type": "expert_reviewed",
    "on": "2026-04-10",
    "agency": "第三方服务机构甲",
    "mode": "oral_defence",
    "opinion": "recommended",
}
START: Json = {"type": "publicity_started", "on": "2026-05-06"}
END: Json = {"type": "publicity_ended", "on": "2026-05-12"}
APPROVE: Json = {"type": "approved", "on": "2026-06-01", "by": BUREAU}
FORMATION: list[Json] = [CALL, FILE, REVIEW, FORWARD, EXPERTS, START, END, APPROVE]

REPLAY = "replay the formation events"


def events(*without: Json, **changes: Json) -> list[Json]:
    """Return the formation without some of its events, and with others changed, by their type."""
    kept = [event for event in FORMATION if event not in without]
    return [{**event, **changes.get(event["type"], {})} for event in kept]


# --- P: the state on each day ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        ("2026-02-09", "not_started"),
        ("2026-02-10", "called"),
        ("2026-03-01", "called"),
        ("2026-03-02", "filed"),
        ("2026-03-19", "filed"),
        ("2026-03-20", "district_recommended"),
        ("2026-03-23", "forwarded"),
        ("2026-04-10", "expert_reviewed"),
        ("2026-05-05", "expert_reviewed"),
        ("2026-05-06", "in_publicity"),
        ("2026-05-11", "in_publicity"),
        ("2026-05-12", "in_publicity"),
        ("2026-05-13", "publicity_ended"),
        ("2026-05-31", "publicity_ended"),
        ("2026-06-01", "active"),
        ("2030-04-10", "active"),
        ("2030-04-11", "active"),
    ],
)
def test_the_state_on_a_day_knows_nothing_of_later_events(as_of: str, state: str) -> None:
    """Publicity lasts to 24:00 of its last day (C06); a status outlasts the text (A05)."""
    for when in (REPLAY, "ask the status"):
        one = case(when, {"answer": state}, {"events": FORMATION}, as_of=as_of)
        assert (run(one).result, run(one).note) == ("pass", "")


@pytest.mark.parametrize(
    ("code", "as_of"),
    [("call_issued", "2026-02-10"), ("applied", "2026-03-02"), ("recommended", "2026-03-20"),
     ("forwarded_to_bureau", "2026-03-23"), ("publicity_started", "2026-05-06"),
     ("awaiting_approval", "2026-05-20"), ("approved", "2026-06-01")],
)  # fmt: skip
def test_a_state_is_known_under_other_words(code: str, as_of: str) -> None:
    """A code is compared by what it means."""
    assert run(case(REPLAY, {"answer": code}, {"events": FORMATION}, as_of=as_of)).result == "pass"


def test_a_wrong_state_fails_and_a_forbidden_one_too() -> None:
    """A run that could not fail would show nothing."""
    given = {"events": FORMATION}
    early = {"as_of": "2026-05-12"}
    assert run(case(REPLAY, {"answer": "active"}, given, **early)).result == "fail"
    forbidden = {"answer": "in_publicity", "must_not": ["report in_publicity"]}
    assert run(case(REPLAY, forbidden, given, **early)).result == "fail"
    allowed = {"answer": "in_publicity", "must_not": ["report active", "answer active"]}
    assert run(case(REPLAY, allowed, given, **early)).result == "pass"


def test_later_events_change_no_earlier_answer() -> None:
    """Whatever happens afterwards, the answer of a day stays."""
    later = [*FORMATION, {"type": "revoked", "on": "2028-01-01", "grounds": ["art11.item5"]}]
    for day in ("2026-04-10", "2026-05-12", "2026-06-01"):
        before = answer(REPLAY, {"events": FORMATION}, as_of=day)
        assert answer(REPLAY, {"events": later}, as_of=day) == before


def test_events_are_taken_in_the_order_of_their_days() -> None:
    """A case may list them in any order; on one day the order listed is the order recorded."""
    assert answer(REPLAY, {"events": FORMATION[::-1]}) == "active"
    together = [{**event, "on": "2026-03-02"} for event in (CALL, FILE, REVIEW, FORWARD)]
    assert answer(REPLAY, {"events": together}) == "forwarded"
    assert "call" in because(REPLAY, {"events": [together[1], together[0]]})


def test_values_of_a_recognised_consortium() -> None:
    """Established on the day of the document (C06)."""
    given = {"events": FORMATION, "consortium_members": {"lead": LEAD, "participants": UNITS}}
    expect = {
        "answer": "active",
        "values": {
            "established_on": "2026-06-01",
            "approved_on": "2026-06-01",
            "status": "active",
            "participants": 6,
            "members": 7,
        },
    }
    assert run(case(REPLAY, expect, given)).note == ""
    assert run(case(REPLAY, {"values": {"status": "approved"}}, given)).result == "pass"
    assert run(case(REPLAY, {"values": {"status": "revoked"}}, given)).result == "fail"


# --- P: what is missing or in the wrong order ---------------------------------------------------


@pytest.mark.parametrize(
    ("missing", "step"),
    [(CALL, "call"), (FILE, "file"), (REVIEW, "review"), (FORWARD, "forward"),
     (EXPERTS, "expert_review"), (START, "publicise")],
)  # fmt: skip
def test_a_step_that_is_missing_makes_the_next_one_unlawful(missing: Json, step: str) -> None:
    """Art. 6 sets out a procedure: each step rests on the one before."""
    gone = (missing, END) if missing is START else (missing,)
    said = because(REPLAY, {"events": events(*gone)})
    assert f"missing: {step}" in said or f"'{step}'" in said


@pytest.mark.parametrize(
    ("missing", "provision"),
    [(CALL, "art6.item1.s2a"), (REVIEW, "art6.item3.s2a"), (FORWARD, "art6.item3.s2c"),
     (EXPERTS, "art6.item4.s2a"), (START, "art6.item5.s2b")],
)  # fmt: skip
def test_the_provision_that_asks_for_the_missing_step_is_not_met(
    missing: Json, provision: str
) -> None:
    """The finding cites the sentence that was passed over."""
    gone = (missing, END) if missing is START else (missing,)
    assert outcome(REPLAY, {"events": events(*gone)}, provision) == "not_met"


def test_expert_review_before_the_district_forwards_is_out_of_order() -> None:
    """申报材料 reach the bureau only through the district."""
    early = events(expert_reviewed={"on": "2026-03-22"})
    assert "missing: forward" in because(REPLAY, {"events": early})


@pytest.mark.parametrize(
    ("missing", "provision"),
    [
        ([START, END], "art6.item5.s2c"),
        ([EXPERTS], "art6.item4.s2b"),
        ([EXPERTS], "art6.item4.s2c"),
        ([REVIEW], "art6.item3.s2b"),
    ],
)
def test_what_a_missing_step_would_have_brought_is_not_met(
    missing: list[Json], provision: str
) -> None:
    """公示无异议后批复: without publicity there is no such thing."""
    assert outcome(REPLAY, {"events": events(*missing)}, provision) == "not_met"


def test_what_is_not_named_makes_no_act_unlawful() -> None:
    """Who forwarded, and what the file looked like, is not at issue."""
    bare = [{"type": e["type"], "on": e["on"]} for e in FORMATION]
    assert answer(REPLAY, {"events": bare}) == "active"


def test_what_nobody_is_named_for_was_done_by_whose_step_it_is() -> None:
    """The bureau calls, publicises and decides objections; the department filed with forwards."""
    raised = {
        "type": "objection_raised", "on": "2026-05-08", "by": "某单位",
        "status": "not_upheld", "decided_on": "2026-05-20",
    }  # fmt: skip
    bare = [{k: v for k, v in e.items() if k != "by"} for e in events(APPROVE)]
    when = "approve on 2026-06-01"
    assert answer(when, {"events": [*bare, raised]}, as_of="2026-06-01") == "allowed"
    unknown = {"by": None}
    for sort in ("call_issued", "district_reviewed", "forwarded_to_bureau", "publicity_started"):
        told = events(APPROVE, **{sort: unknown})
        assert answer(when, {"events": told}, as_of="2026-06-01") == "open"
    other = {**raised, "decided_by": None}
    assert answer(when, {"events": [*bare, other]}, as_of="2026-06-01") == "open"


def test_a_department_is_the_one_filed_with_unless_another_reviewed() -> None:
    """Told by the event that files."""
    told = events(application_filed={"with": "南开区科技主管部门"}, district_reviewed={"by": ...})
    told = [{k: v for k, v in e.items() if v is not ...} for e in told]
    given = {"events": told, "lead_domicile": "和平区"}
    assert outcome(REPLAY, given, "art6.item3.s2a") == "not_met"
    assert outcome(REPLAY, {**given, "lead_domicile": "南开区"}, "art6.item3.s2a") == "met"


@pytest.mark.parametrize(("approved", "state"), [
    ("2026-05-11", "refused"), ("2026-05-12", "refused"), ("2026-05-13", "active"),
])  # fmt: skip
def test_approval_is_lawful_from_the_day_after_publicity(approved: str, state: str) -> None:
    """公示无异议后 (C06)."""
    given = {"events": events(approved={"on": approved})}
    assert answer(REPLAY, given) == state
    met = "met" if state == "active" else "not_met"
    assert outcome(REPLAY, given, "art6.item5.s2c") == met


def test_approval_on_the_last_day_under_the_other_reading() -> None:
    """An official interpretation may allow it, and then an alternative is right by its name."""
    given = {
        "events": events(approved={"on": "2026-05-12"}),
        **interpreted("C06", "same day allowed"),
    }
    one = case(
        REPLAY,
        {"answer": "refused", "alternatives": [{"reading": "same day", "answer": "active"}]},
        given,
        ambiguity=["C06"],
    )
    assert (run(one).result, run(one).got["answer"]) == ("pass", "active")


def test_publicity_has_no_length_of_its_own() -> None:
    """The text gives none: one day will do."""
    given = {"events": events(publicity_ended={"on": "2026-05-06"}, approved={"on": "2026-05-07"})}
    assert answer(REPLAY, given) == "active"


def test_publicity_that_has_not_ended_still_runs() -> None:
    """An end that is not there has not come."""
    assert answer(REPLAY, {"events": events(END, APPROVE)}) == "in_publicity"
    assert answer(REPLAY, {"events": events(END)}) == "refused"


def test_publicity_may_say_its_last_day_beforehand() -> None:
    """A window announced is known from its first day."""
    one = {"type": "publicity", "from": "2026-05-06", "to": "2026-05-12"}
    given = {"events": [*events(START, END, APPROVE), one]}
    days = ("2026-05-06", "2026-05-12", "2026-05-13")
    assert [answer(REPLAY, given, as_of=d) for d in days] == [
        "in_publicity", "in_publicity", "publicity_over",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("objection", "state"),
    [
        ({"status": "open", "decided_on": None}, "refused"),
        ({"status": "upheld", "decided_on": "2026-05-20"}, "refused"),
        ({"status": "not_upheld", "decided_on": "2026-05-20"}, "active"),
        ({"status": "rejected", "decided_on": "2026-06-01"}, "active"),
        ({"status": "not_upheld", "decided_on": "2026-06-02"}, "refused"),
        ({"on": "2026-05-12", "status": "open"}, "refused"),
        ({"on": "2026-05-13", "status": "open"}, "active"),
    ],
)
def test_an_objection_blocks_while_it_is_open_and_once_upheld(objection: Json, state: str) -> None:
    """A rejected one does not; one after the end of publicity is a note (C05)."""
    raised = {"type": "objection_raised", "on": "2026-05-08", **objection}
    given = {"events": [*FORMATION[:-1], raised, APPROVE]}
    assert answer(REPLAY, given) == state


def test_any_objection_ends_it_under_the_other_reading() -> None:
    """C05."""
    raised = {
        "type": "objection_raised", "on": "2026-05-08", "status": "not_upheld",
        "decided_on": "2026-05-20",
    }  # fmt: skip
    given = {"events": [*FORMATION[:-1], raised, APPROVE], **interpreted("C05", "any objection")}
    assert answer(REPLAY, given) == "refused"


def test_an_objection_may_be_decided_in_an_event_of_its_own() -> None:
    """Told in two events, it is the same."""
    raised = {"type": "objection_raised", "on": "2026-05-08"}
    decided = {"type": "objection_decided", "on": "2026-05-20", "result": "not_upheld"}
    assert answer(REPLAY, {"events": [*FORMATION, raised, decided]}) == "active"
    assert (
        answer(REPLAY, {"events": [*FORMATION, raised, {**decided, "upheld": True}]}) == "refused"
    )
    assert answer(REPLAY, {"events": [*FORMATION, raised]}) == "refused"


def test_an_open_objection_without_an_approval_leaves_a_state() -> None:
    """Nothing unlawful has happened yet."""
    raised = {"type": "objection_raised", "on": "2026-05-08", "status": "open"}
    one = case(REPLAY, {"answer": "publicity_ended", "accept": ["objection_pending"]},
               {"events": [*events(APPROVE), raised]})  # fmt: skip
    assert run(one).result == "pass"


def test_a_negative_district_opinion_stops_the_application() -> None:
    """Without a recommendation the next step lacks its basis (C03)."""
    negative = {"opinion": "not_recommend"}
    stopped = {"events": events(FORWARD, EXPERTS, START, END, APPROVE, district_reviewed=negative)}
    assert answer(REPLAY, stopped) == "blocked_at_district"
    onward = {"events": events(district_reviewed=negative)}
    for code in ("refused", "blocked_at_district"):
        assert run(case(REPLAY, {"answer": code}, onward)).result == "pass"
    read = interpreted("C03", "forwarded with the negative opinion")
    assert answer(REPLAY, {**onward, **read}) == "active"


@pytest.mark.parametrize(
    ("changes", "provision"),
    [
        ({"mode": "written"}, "art6.item4.s2b"),
        ({"agency": BUREAU}, "art6.item4.s2a"),
        ({"agency": "bureau"}, "art6.item4.s2a"),
        ({"agency": LEAD["name"]}, "art6.item4.s2a"),
    ],
)
def test_expert_review_is_an_oral_defence_organised_by_a_third_party(
    changes: Json, provision: str
) -> None:
    """Neither the bureau nor a member of the consortium is a third party."""
    given = {"events": events(expert_reviewed=changes)}
    assert provision in because(REPLAY, given)
    assert outcome(REPLAY, given, provision) == "not_met"


def test_a_negative_expert_opinion_must_be_there_and_does_not_bind() -> None:
    """参考 (C04); otherwise under the other reading."""
    given = {"events": events(expert_reviewed={"opinion": "not_recommended"})}
    assert answer(REPLAY, given) == "active"
    assert answer(REPLAY, {**given, **interpreted("C04", "binding")}) == "refused"


@pytest.mark.parametrize(
    ("call", "state"),
    [
        ({}, "filed"),
        ({"year": 2025}, "refused"),
        ({"window": {"from": "2026-02-10", "to": "2026-03-02"}}, "filed"),
        ({"window": ["2026-02-10", "2026-03-01"]}, "refused"),
        ({"opens_on": "2026-03-02"}, "filed"),
        ({"opens_on": "2026-03-03"}, "refused"),
        ({"deadline": "2026-03-01"}, "refused"),
        ({"on": "2026-03-03"}, "refused"),
        ({"by": BINHAI}, "refused"),
    ],
)
def test_an_application_is_filed_within_the_call_of_the_bureau(call: Json, state: str) -> None:
    """A call of a year covers that year unless it says otherwise (C01)."""
    given = {"events": [{**CALL, **call}, FILE]}
    assert answer(REPLAY, given, as_of="2026-03-03") == state


def test_without_a_call_there_is_no_application_unless_the_call_is_internal() -> None:
    """C01."""
    given = {"events": events(CALL)}
    assert answer(REPLAY, given) == "refused"
    assert answer(REPLAY, {**given, **interpreted("C01", "call is internal")}) == "active"


def test_an_application_taken_back_or_refused_goes_no_further() -> None:
    """What was dismissed cannot be approved."""
    taken_back = {"type": "application_withdrawn", "on": "2026-04-01", "by": LEAD["name"]}
    refused = {"type": "refused", "on": "2026-05-20", "by": BUREAU}
    early = events(EXPERTS, START, END, APPROVE)
    assert answer(REPLAY, {"events": [*early, taken_back]}) == "withdrawn"
    assert answer(REPLAY, {"events": [*events(APPROVE), refused]}) == "application_refused"
    assert "recognised" in because(REPLAY, {"events": [*events(APPROVE), refused, APPROVE]})
    assert answer(REPLAY, {"events": [*FORMATION, refused]}) == "refused"


@pytest.mark.parametrize("by", ["南开区科技主管部门", BINHAI, "某专家"])
def test_only_the_bureau_approves(by: str) -> None:
    """市科技局……批复组建."""
    assert "step_actor" in because(REPLAY, {"events": events(approved={"by": by})})


# --- P: where it is filed ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"lead_domicile": "和平区", "with": "和平区科技主管部门"}, "met"),
        ({"lead_domicile": "和平区", "with": "南开区科技主管部门"}, "not_met"),
        ({"lead_domicile": "滨海新区", "with": BINHAI}, "met"),
        ({"lead_domicile": "天津经济技术开发区", "with": "天津经济技术开发区科技主管部门"}, "met"),
        ({"lead_domicile": "天津经济技术开发区", "with": BINHAI}, "not_met"),
        ({"lead_domicile": "滨海新区", "with": "天津港保税区科技主管部门"}, "not_met"),
        ({"lead_domicile": "天津港保税区", "with": "天津经济技术开发区科技主管部门"}, "not_met"),
        ({"lead_domicile": "和平区", "with": "某处"}, "unknown"),
        ({"lead_domicile": "蓟州区", "with": "蓟州区科技局"}, "met"),
    ],
)
def test_it_is_filed_with_the_district_or_zone_of_the_domicile(given: Json, found: str) -> None:
    """A lead inside a development zone files with that zone (C02)."""
    office = given.pop("with")
    facts = {"events": [CALL, {**FILE, "with": office}], **given}
    assert outcome(REPLAY, facts, "art6.item2.s2d", as_of="2026-03-02") == found


def test_the_bureau_itself_is_no_district() -> None:
    """提报至牵头单位所在区科技主管部门: not past it."""
    facts = {"events": [CALL, {**FILE, "with": BUREAU}], "lead_domicile": "和平区"}
    assert outcome(REPLAY, facts, "art6.item2.s2d") == "not_met"


def test_the_place_of_operation_counts_under_the_other_reading() -> None:
    """C02."""
    facts = {
        "events": [{**FILE, "with": "天津经济技术开发区科技主管部门"}],
        "lead_domicile": "和平区",
        "lead_plant": "天津经济技术开发区",
    }
    assert outcome(REPLAY, facts, "art6.item2.s2d") == "not_met"
    read = interpreted("C02", "place of operation")
    assert outcome(REPLAY, {**facts, **read}, "art6.item2.s2d") == "met"


def test_another_district_may_not_review() -> None:
    """Art. 22: districts review applicants of their own."""
    given = {
        "events": events(district_reviewed={"by": "南开区科技主管部门"}),
        "lead_domicile": "滨海新区",
    }
    assert "art6.item3.s2a" in because(REPLAY, given)


# --- P: what is filed --------------------------------------------------------------------------


def application(**changes: Any) -> Json:
    body = {"attested_by": BUREAU, "attested_on": "2026-03-01"}
    base: Json = {
        "filed_on": "2026-03-02",
        "lead": LEAD,
        "participants": UNITS,
        "lead_facts": {
            "normal_operation_in_tianjin": {"value": True, **body},
            "lead_category": {"value": "leading_enterprise", **body},
            "judgement_qualities_attested": True,
            "other_active_consortia_led": 0,
        },
        "participant_quality_attested": True,
        "agreement": {
            "signed_on": "2026-02-20",
            "signatories": "lead and every participant",
            "clauses": [
                "goals", "tasks", "organisation", "functions", "rights_and_obligations",
                "ip_ownership", "licensing_and_income_distribution", "breach_liability",
            ],
        },
        "organs": ["decision", "advisory", "executive"],
        "lead_principal": "张一",
        "chief_technologist": {
            "name": "李二", "qualification": "strategic_scientist", "attested_by": BUREAU,
        },
        "lists": ["major_scientific_questions", "key_core_technologies", "target_outcomes"],
        "intention_to_unite": "every member",
        "cooperation_basis_fields": ["joint_r_and_d"],
        "co_applicants": "every participant",
        "documents": ["construction_plan", "proofs"],
        "lead_domicile": "滨海新区",
        "filed_with": BINHAI,
        "special_case": None,
    }  # fmt: skip
    base.update(changes)
    return {name: said for name, said in base.items() if said is not ...}


FILING = "check the filing"


@pytest.mark.parametrize(
    ("changes", "provision", "found"),
    [
        ({}, "art6.item2.s2a", "met"),
        ({}, "art6.item2.s2b", "met"),
        ({}, "art6.item2.s2c", "met"),
        ({}, "art6.item2.s2d", "met"),
        ({"co_applicants": {"missing": [FOURTH]}}, "art6.item2.s2a", "not_met"),
        ({"co_applicants": NAMES[:-1]}, "art6.item2.s2a", "not_met"),
        ({"co_applicants": NAMES}, "art6.item2.s2a", "met"),
        ({"co_applicants": []}, "art6.item2.s2a", "not_met"),
        ({"co_applicants": None}, "art6.item2.s2a", "unknown"),
        ({"documents": ["proofs"]}, "art6.item2.s2b", "not_met"),
        ({"documents": ["proofs"]}, "art6.item2.s2c", "met"),
        ({"documents": ["construction_plan"]}, "art6.item2.s2c", "not_met"),
        ({"documents": []}, "art6.item2.s2b", "not_met"),
        ({"documents": ["建设方案", "证明材料", "photographs"]}, "art6.item2.s2c", "met"),
        ({"documents": None}, "art6.item2.s2b", "unknown"),
        ({"filed_with": "南开区科技主管部门"}, "art6.item2.s2d", "not_met"),
        ({"filed_with": None}, "art6.item2.s2d", "unknown"),
    ],
)
def test_what_is_filed_together_with_whom(changes: Json, provision: str, found: str) -> None:
    """牵头单位会同各成员单位……建设方案，会同相关证明材料."""
    given = {"application": application(**changes), "events": []}
    assert outcome(FILING, given, provision, as_of="2026-03-02") == found


def test_who_did_not_apply_is_named() -> None:
    """The finding names the unit."""
    given = {"application": application(co_applicants={"missing": [FOURTH]}), "events": [CALL]}
    expect = {
        "answer": "not_met",
        "norms": {"art6.item2.s2a": "not_met"},
        "must": [f"name {FOURTH}"],
    }
    one = case(FILING, expect, given, as_of="2026-03-02", article=["art6.item2.s2a"])
    assert (run(one).result, run(one).note) == ("pass", "")
    expect["must"] = [f"name {NAMES[0]}"]
    assert run(case(FILING, expect, given, as_of="2026-03-02")).result == "fail"


def test_a_filing_rests_on_a_call_beside_it() -> None:
    """A call may stand by itself."""
    for last, found in (("2026-03-02", "met"), ("2026-03-01", "not_met")):
        call = {"issued_on": "2026-02-10", "year": 2026, "closes_on": last}
        given = {"application": application(), "call": call}
        assert outcome(FILING, given, "art6.item1.s2a", as_of="2026-03-02") == found


def test_an_application_that_breaks_art_5_is_refused_when_it_is_filed() -> None:
    """Conditions that are not met, not those still to be judged (B16)."""
    few = application(participants=UNITS[4:])
    given = {"application": few, "events": [CALL]}
    assert "art5.item3.s2d" in because("replay", given)
    open_yet = application(participant_quality_attested=...)
    assert answer("replay", {"application": open_yet, "events": [CALL]}) == "filed"


def test_a_special_case_may_stand_beside_the_events() -> None:
    """What the application looked like is not at issue."""
    special = {
        "determined_by": "市委、市政府",
        "determined_on": "2026-03-01",
        "elected_by_bureau": True,
        "document": "测试文件1号",
    }
    given = {"events": [CALL, FILE, {**APPROVE, "on": "2026-03-20"}]}
    assert answer(REPLAY, {**given, "special_case": special}) == "active"
    assert answer(REPLAY, given) == "refused"


def test_a_special_case_is_approved_without_the_steps() -> None:
    """一事一议 (art. 7): the bureau elects it on a determination by the leadership."""
    special = {
        "determined_by": "市委、市政府", "determined_on": "2026-03-01", "document": "测试文件1号",
        "elected_by_bureau": True,
    }  # fmt: skip
    approved = {**APPROVE, "on": "2026-03-20"}
    given = {"application": application(special_case=special), "events": [CALL, approved]}
    assert answer(REPLAY, given) == "active"
    given["application"] = application()
    assert answer(REPLAY, given) == "refused"
    late = {**special, "determined_on": "2026-03-21"}
    given["application"] = application(special_case=late)
    assert answer(REPLAY, given) == "refused"


# --- V: acts and force in time -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("approve on 2026-05-11", "refused"),
        ("approve on 2026-05-12", "refused"),
        ("approve on 2026-05-13", "allowed"),
        ("approve on 2026-06-01 by 市科技局", "allowed"),
        ("approve on 2026-06-01, by 南开区科技主管部门", "refused"),
        ("approve on 2030-04-10", "allowed"),
        ("approve on 2030-04-11", "refused_no_basis"),
        ("withdraw the application on 2026-05-20", "allowed"),
        ("refuse the application on 2026-05-20", "allowed"),
        ("file on 2026-05-20", "refused"),
    ],
)
def test_an_act_is_decided_on_its_day(when: str, code: str) -> None:
    """By what has happened by then."""
    day = when.split(" on ")[1][:10]
    one = case(when, {"answer": code}, {"events": events(APPROVE)}, as_of=max(day, "2026-05-13"))
    assert (run(one).result, run(one).got) == ("pass", {"answer": code, **_because(one)})


def _because(one: Json) -> Json:
    got = run(one).got
    return {"because": got["because"]} if "because" in got else {}


def test_pending_matters_are_finished_under_the_other_reading() -> None:
    """A05: it needs an official interpretation, for the text has no transition clause."""
    given = {
        "events": events(APPROVE),
        **interpreted("A05", "pending matters are finished under the old text"),
    }
    one = case(
        "approve on 2030-04-15",
        {
            "answer": "refused_no_basis",
            "alternatives": [{"reading": "pending matters are finished", "answer": "allowed"}],
        },
        given,
        as_of="2030-04-15",
        ambiguity=["A05"],
    )
    assert (run(one).result, run(one).got["answer"]) == ("pass", "allowed")


def test_filing_needs_an_open_call() -> None:
    """Allowed while the call covers the day."""
    for day, code in (("2026-02-09", "refused"), ("2026-02-10", "allowed"),
                      ("2026-12-31", "allowed"), ("2027-01-01", "refused")):  # fmt: skip
        assert answer(f"file on {day}", {"events": [CALL]}, as_of=day) == code


def test_what_is_done_before_publication_or_after_expiry_has_no_basis() -> None:
    """In a replay it is refused, and the note says why."""
    early = [{**CALL, "on": "2025-04-10", "year": 2025}]
    assert "not_yet_in_force" in because(REPLAY, {"events": early})
    assert answer(REPLAY, {"events": [{**CALL, "on": "2025-04-11", "year": 2025}]}) == "called"
    late = events(approved={"on": "2030-04-11"})
    assert "expired" in because(REPLAY, {"events": late}, as_of="2030-04-11")


def test_while_publication_is_not_known_nothing_is_refused_for_it() -> None:
    """A02."""
    given = {"instrument": {"status": "draft", "published_on": None}, "events": FORMATION}
    assert answer(REPLAY, given) == "active"


def test_an_act_before_publicity_ends_is_judged_by_what_is_known() -> None:
    """The end dated later is not known on the day."""
    assert (
        answer("approve on 2026-05-08", {"events": events(APPROVE)}, as_of="2026-05-08")
        == "refused"
    )


# --- E34: who can be evaluated ------------------------------------------------------------------


@pytest.mark.parametrize("status", ["applied", "in_publicity", "under_review"])
def test_an_applicant_is_not_evaluated(status: str) -> None:
    """经批复组建的创新联合体 (art. 8)."""
    applied = {**CONSORTIUM, "approved_on": None, "status_before_events": status}
    when = "record an annual evaluation of 2026"
    assert answer(when, {"consortium": applied}) == "refused"
    assert answer(when, {"consortium": CONSORTIUM}) == "allowed"


# --- H: changes --------------------------------------------------------------------------------

CHANGE = "check the change"
ISSUED = [LEAD["name"], FOURTH]


def changed(**changes: Any) -> Json:
    base: Json = {
        "kind": "member_exit",
        "unit": FOURTH,
        "reported_on": "2027-05-06",
        "approved_on": "2027-05-20",
        "executed_on": "2027-05-25",
        "issued_by": ISSUED,
    }
    base.update(changes)
    change = {name: said for name, said in base.items() if said is not ...}
    return {"consortium": CONSORTIUM, "change": change}


@pytest.mark.parametrize(
    ("changes", "settled", "after", "participants"),
    [
        ({}, "met", "met", 5),
        ({"executed_on": "2027-05-19"}, "met", "not_met", 5),
        ({"executed_on": "2027-05-20"}, "met", "met", 5),
        ({"executed_on": "2027-05-21"}, "met", "met", 5),
        ({"executed_on": None}, "met", "not_applicable", 6),
        ({"approved_on": None}, "not_met", "not_met", 6),
        ({"approved_on": None, "executed_on": None}, "not_applicable", "not_applicable", 6),
        ({"approved_on": "2027-05-06", "executed_on": "2027-05-06"}, "met", "met", 5),
        ({"executed_on": "2027-06-01"}, "met", "met", 5),
        ({"executed_on": "2027-06-02"}, "met", "not_applicable", 6),
        ({"approved_on": "2027-06-02", "executed_on": "2027-05-25"}, "not_met", "not_met", 6),
        ({"refused_on": "2027-05-20", "approved_on": None}, "not_met", "not_met", 6),
    ],
)
def test_a_change_is_approved_before_it_is_executed(
    changes: Json, settled: str, after: str, participants: int
) -> None:
    """核准备案后执行变更; what comes after the day asked about does not exist."""
    given = changed(**changes)
    assert outcome(CHANGE, given, "art12.s1e") == settled
    assert outcome(CHANGE, given, "art12.s1f") == after
    assert value(CHANGE, given, "participants") == participants


def test_filing_suffices_under_the_other_reading() -> None:
    """F02."""
    given = {**changed(approved_on=None), **interpreted("F02", "filing suffices")}
    expect = {
        "norms": {"art12.s1e": "not_met", "art12.s1f": "not_met"},
        "values": {"participants": 6},
        "alternatives": [
            {
                "reading": "filing suffices",
                "norms": {"art12.s1e": "met", "art12.s1f": "met"},
                "values": {"participants": 5},
            }
        ],
    }
    assert run(case(CHANGE, expect, given, ambiguity=["F02"])).result == "pass"
    assert run(case(CHANGE, expect, changed(approved_on=None), ambiguity=["F02"])).result == "pass"


@pytest.mark.parametrize(
    ("issuers", "found"),
    [
        (ISSUED, "met"),
        ([LEAD["name"]], "not_met"),
        ([FOURTH], "not_met"),
        ([], "not_met"),
        (None, "unknown"),
        ([LEAD["name"], NAMES[0]], "not_met"),
        ("lead and every participant", "met"),
        ("lead", "not_met"),
    ],
)
def test_the_basis_is_issued_by_the_lead_and_the_members_concerned(
    issuers: object, found: str
) -> None:
    """联合体牵头单位需联合相关成员单位出具变更依据 (F05)."""
    assert outcome(CHANGE, changed(issued_by=issuers), "art12.s1d") == found


@pytest.mark.parametrize("circumstance", ["member_refuses", "dissolved"])
def test_a_member_that_cannot_join_in_the_basis_needs_a_decision(circumstance: str) -> None:
    """F05: the procedure is incomplete; a registry record may be evidence, which is judged."""
    given = changed(issued_by=[LEAD["name"]], **{circumstance: True}, registry_evidence=True)
    assert outcome(CHANGE, given, "art12.s1d") == "needs_judgement"
    alone = changed(issued_by=[], **{circumstance: True})
    assert outcome(CHANGE, alone, "art12.s1d") == "not_met"
    decided = {"what": "art12.s1d", "item": "change 1", "holds": True, "by": BUREAU}
    given["attestations"] = [{**decided, "on": "2027-05-18"}]
    assert outcome(CHANGE, given, "art12.s1d") == "met"


def test_whoever_reports_is_the_lead() -> None:
    """Art. 23; if nobody is named, whoever issued the basis."""
    for changes, found in (({}, "met"), ({"reported_by": FOURTH}, "not_met"),
                           ({"issued_by": [FOURTH]}, "not_met"),
                           ({"reported_by": None}, "unknown")):  # fmt: skip
        assert outcome(CHANGE, changed(**changes), "art23.s2e") == found


def test_approval_by_another_office_is_none() -> None:
    """报市科技局核准备案."""
    assert outcome(CHANGE, changed(approved_by=BINHAI), "art12.s1e") == "not_met"


def test_a_rename_keeps_the_member() -> None:
    """Identity is the code, not the name; the new name signs for the same unit."""
    given = changed(
        kind="member_rename", new_name="新名有限公司", issued_by=[LEAD["name"], "新名有限公司"]
    )
    assert outcome(CHANGE, given, "art12.s1d") == "met"
    names = value(CHANGE, given, "participant_names")
    assert ("新名有限公司" in names, FOURTH in names, len(names)) == (True, False, 6)
    assert FOURTH in value(CHANGE, given, "participant_names", as_of="2027-05-24")


def test_a_lead_that_is_renamed_reports_under_art_12() -> None:
    """成员单位 is wide there (B15)."""
    given = changed(
        kind="lead_rename", unit=None, new_name="新名有限公司", issued_by=[LEAD["name"]]
    )
    assert [outcome(CHANGE, given, f"art12.s1{c}") for c in "def"] == ["met"] * 3


def test_a_unit_that_joins_counts_from_approval() -> None:
    """等 covers joining (F01); the cap is tested when it joins (F08)."""
    new = "测试企业55有限公司"
    given = changed(kind="member_join", unit=new, issued_by=[LEAD["name"], new])
    assert value(CHANGE, given, "participants") == 7
    assert value(CHANGE, given, "participants", as_of="2027-05-19") == 6
    assert outcome(CHANGE, given, "art5.item3.s5b") == "met"
    elsewhere = [{"consortium": f"X{n}", "since": "2026-01-01"} for n in (1, 2)]
    unit = {"name": new, "kind": "enterprise", "others": elsewhere}
    given = changed(kind="member_join", unit=unit, issued_by=[LEAD["name"], new])
    assert outcome(CHANGE, given, "art5.item3.s5b") == "departs_from_principle"
    one = case(CHANGE, {"answer": "needs_judgement"},
               {**given, **interpreted("F01", "closed")}, article=["art12.s1c"])  # fmt: skip
    assert run(one).result == "pass"


def test_replacing_the_lead_is_not_provided_for() -> None:
    """F01: never an ordinary change; nor is the lead's own exit."""
    new = UNITS[0]["name"]
    replaced = changed(kind="lead_replacement", unit=new, issued_by="lead and every participant")
    gone = changed(kind="lead_exit", unit=None, issued_by=[LEAD["name"]])
    named = changed(kind="lead_replacement", unit=None, new_lead=new, issued_by=[LEAD["name"], new])
    exits = changed(unit=LEAD["name"], issued_by=[LEAD["name"]])
    for given in (replaced, gone, named, exits):
        assert outcome(CHANGE, given, "art12.s1c") == "needs_judgement"
        expect = {"answer": "needs_decision"}
        assert run(case(CHANGE, expect, given, article=["art12.s1c"])).result == "pass"
        assert run(case(CHANGE, expect, given)).result == "pass"


@pytest.mark.parametrize("kind", ["lead_principal", "chief_technologist"])
def test_a_change_of_persons_needs_a_statement_of_the_lead_alone(kind: str) -> None:
    """Art. 13, against art. 12."""
    new = {"name": "钱五", "qualification": "leading_talent", "attested_by": BUREAU}
    given = changed(kind=kind, unit=None, issued_by=[LEAD["name"]], new=new)
    assert [outcome(CHANGE, given, f"art13.s1{c}") for c in "def"] == ["met"] * 3
    assert run(case(CHANGE, {"answer": "no_violation"}, given)).result == "pass"
    given["change"]["issued_by"] = [FOURTH]
    assert outcome(CHANGE, given, "art13.s1d") == "not_met"
    given["change"] |= {"issued_by": [LEAD["name"]], "executed_on": "2027-05-19"}
    assert outcome(CHANGE, given, "art13.s1f") == "not_met"
    given["change"]["approved_on"] = None
    assert outcome(CHANGE, given, "art13.s1e") == "not_met"


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ({"name": "钱五", "qualification": "strategic_scientist", "attested_by": BUREAU}, "met"),
        ({"name": "钱五", "qualification": "none", "attested_by": BUREAU}, "not_met"),
        ({"name": "钱五", "qualification": "leading_talent"}, "unknown"),
        ({"name": "钱五", "qualification": "leading_talent", "attested_by": "lead"}, "unknown"),
        ({"name": "钱五", "qualification": "leading_talent", "attested_by": BUREAU,
          "attested_on": "2027-06-02"}, "unknown"),
        ("钱五", "unknown"),
        (None, "not_applicable"),
    ],
)  # fmt: skip
def test_a_new_chief_technologist_is_tested(new: object, found: str) -> None:
    """F07; a vacancy is a note."""
    given = changed(kind="chief_technologist", unit=None, issued_by=[LEAD["name"]], new=new)
    assert outcome(CHANGE, given, "art5.item6.s3b") == found


def test_below_six_after_an_exit_is_a_note() -> None:
    """Art. 5 is a condition of formation (F04)."""
    one = case(
        CHANGE,
        {"answer": "no_violation", "values": {"participants": 5}},
        changed(),
        article=["art5.item3.s2c", "art12.s1a"],
    )
    assert run(one).result == "pass"


def test_two_exits_are_two_changes() -> None:
    """One approved and one not: the worse decides, the count tells."""
    first, second = changed()["change"], changed(unit=NAMES[0], approved_on=None)["change"]
    second["issued_by"] = [LEAD["name"], NAMES[0]]
    given: Json = {"consortium": CONSORTIUM, "changes": [first, second]}
    assert outcome("check the changes", given, "art12.s1f") == "not_met"
    assert value("check the changes", given, "participants") == 5
    given["changes"][1]["approved_on"] = "2027-05-20"
    assert value("check the changes", given, "participants") == 4


def test_members_may_be_named_or_only_counted() -> None:
    """What nobody asks about need not be described."""
    named = {**CONSORTIUM, "lead": LEAD["name"], "participants": NAMES}
    given = {**changed(), "consortium": named}
    assert outcome(CHANGE, given, "art12.s1d") == "met"
    counted = {"consortium": {**CONSORTIUM, "participants": 9}}
    assert value("ask the status", counted, "participants") == 9


def test_a_change_of_several_units_is_one_of_each() -> None:
    """Two members leave together."""
    given = changed(unit=[FOURTH, NAMES[0]], issued_by=[*ISSUED, NAMES[0]])
    assert outcome(CHANGE, given, "art12.s1d") == "met"
    assert value(CHANGE, given, "participants") == 4


def test_the_unit_of_a_change_can_be_asked_for() -> None:
    """Since when it no longer counts (F08), and its name."""
    expect = {
        "exited_on": "2027-05-25",
        "still_member": False,
        "unit_name": FOURTH,
        "reported_on": "2027-05-06",
    }
    assert run(case(CHANGE, {"values": expect}, changed())).note == ""


def test_changes_may_be_told_as_events() -> None:
    """The same change in three events."""
    said = {"change": "c1", "kind": "member_exit", "unit": FOURTH, "issued_by": ISSUED}
    told = [
        {"type": "change_reported", "on": "2027-05-06", "by": LEAD["name"], **said},
        {"type": "change_approved", "on": "2027-05-20", "by": BUREAU, "change": "c1"},
        {"type": "change_executed", "on": "2027-05-25", "change": "c1"},
    ]
    given = {"consortium": CONSORTIUM, "events": told}
    assert [outcome(CHANGE, given, f"art12.s1{c}") for c in "def"] == ["met"] * 3
    assert answer("replay", given) == "active"
    given["events"] = [told[0], told[2]]
    assert "approve" in because("replay", given)


def test_a_change_approved_before_it_was_reported_cannot_be_used() -> None:
    """The facts contradict each other."""
    result = run(case(CHANGE, {"norms": {"art12.s1e": "met"}}, changed(reported_on="2027-05-21")))
    assert (result.result, "change.approved_on" in result.note) == ("error", True)


def test_a_change_executed_and_never_reported_breaks_both() -> None:
    """报市科技局核准备案后执行: neither was done."""
    given = changed(reported_on=None, approved_on=None)
    for provision in ("art12.s1e", "art12.s1f"):
        assert outcome(CHANGE, given, provision) == "not_met"


def test_a_review_without_an_opinion_is_none() -> None:
    """提出评审意见: where none was given, the next step lacks its basis; null is not known."""
    assert answer(REPLAY, {"events": events(expert_reviewed={"opinion": "none"})}) == "refused"
    assert answer(REPLAY, {"events": events(expert_reviewed={"opinion": None})}) != "refused"


def test_an_event_without_a_day_cannot_be_used() -> None:
    """Nor can two events with one id, or one of another consortium."""
    for told, path in (
        ([{"type": "approved"}], "events[0].on"),
        ([{**CALL, "id": "e"}, {**FILE, "id": "e"}], "events[1].id"),
        ([{**CALL, "consortium": "C1"}, {**FILE, "consortium": "C2"}], "events[1].consortium"),
    ):
        result = run(case(REPLAY, {"answer": "active"}, {"events": told}))
        assert (result.result, path in result.note) == ("error", True)


def test_a_change_done_in_time_stays_lawful_after_expiry() -> None:
    """It is judged as on the last day on which something was done; later there is no basis."""
    given = changed(reported_on="2030-04-01", approved_on="2030-04-10", executed_on=None)
    assert outcome(CHANGE, given, "art12.s1e", as_of="2030-05-01") == "met"
    late = changed(reported_on="2030-04-01", approved_on="2030-04-11", executed_on=None)
    one = case(CHANGE, {"answer": "refused_no_basis"}, late, as_of="2030-05-01")
    assert run(one).result == "pass"


# --- R: a request to end the status ------------------------------------------------------------

VOLUNTARY: Json = {
    "lead_requests_on": "2027-05-06",
    "statement_signed_by": "lead and every participant",
    "reported_on": "2027-05-10",
    "reviewed_on": "2027-06-01",
    "document_on": "2027-06-20",
}


def asked(**changes: Any) -> Json:
    return {"consortium": CONSORTIUM, "voluntary": {**VOLUNTARY, **changes}}


@pytest.mark.parametrize(
    ("as_of", "state"),
    [("2027-05-05", "active"), ("2027-05-06", "active"), ("2027-06-19", "active"),
     ("2027-06-20", "revoked"), ("2027-06-21", "revoked")],
)  # fmt: skip
def test_the_status_lasts_until_the_document(as_of: str, state: str) -> None:
    """经审核后发文撤销."""
    for when in ("ask the status", "replay"):
        assert answer(when, asked(), as_of=as_of) == state


def test_values_of_an_ended_consortium() -> None:
    """The day of the document, and the item it rests on."""
    expect = {
        "answer": "revoked",
        "values": {
            "revoked_on": "2027-06-20",
            "ground": "art11.item4",
            "established_on": "2026-06-01",
            "participants": 0,
        },
    }
    assert run(case("replay", expect, asked(), as_of="2027-07-01")).note == ""


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"statement_signed_by": {"missing": [FOURTH]}}, "art14.s1b"),
        ({"statement_signed_by": "lead"}, "art14.s1b"),
        ({"statement_signed_by": None}, "art14.s1b"),
        ({"reported_on": None}, "report_withdrawal"),
        ({"reviewed_on": None}, "review_withdrawal"),
        ({"reviewed_on": "2027-06-21"}, "review_withdrawal"),
        ({"requested_by": FOURTH}, "step_actor"),
        ({"review_result": "rejected"}, "art14.s1d"),
    ],
)
def test_an_ending_on_request_that_lacks_something_is_refused(changes: Json, why: str) -> None:
    """Art. 14 completes item 4 of art. 11 (E02)."""
    assert why in because("replay", asked(**changes), as_of="2027-07-01")


REQUEST = "check the request"


def exit_of(approved_on: str | None, executed_on: str | None) -> Json:
    return {"unit": FOURTH, "approved_on": approved_on, "executed_on": executed_on}


@pytest.mark.parametrize(
    ("exits", "signed", "found"),
    [
        ([], "lead and every participant", "met"),
        ([], {"missing": [FOURTH]}, "not_met"),
        ([], ["津甲科技领军有限公司", *NAMES], "met"),
        ([exit_of(None, "2027-03-05")], {"missing": [FOURTH]}, "not_met"),
        ([exit_of("2027-03-01", "2027-03-05")], {"missing": [FOURTH]}, "met"),
        ([exit_of("2027-03-01", None)], {"missing": [FOURTH]}, "not_met"),
        ([exit_of("2027-03-01", "2027-05-10")], {"missing": [FOURTH]}, "met"),
        ([exit_of("2027-03-01", "2027-05-11")], {"missing": [FOURTH]}, "not_met"),
    ],
)
def test_all_current_members_sign_the_statement(
    exits: list[Json], signed: object, found: str
) -> None:
    """Until the exit, approved, has been executed; on that day it is a member no more (F08)."""
    given = {**asked(statement_signed_by=signed), "exits": exits}
    assert outcome(REQUEST, given, "art14.s1b", as_of="2027-05-11") == found


def test_a_member_that_joined_signs_as_well() -> None:
    """所有成员单位."""
    new = "测试企业55有限公司"
    days = {
        "reported_on": "2027-01-01",
        "approved_on": "2027-01-10",
        "executed_on": "2027-01-11",
    }
    joined = changed(kind="member_join", unit=new, issued_by=[LEAD["name"], new], **days)
    given = {**asked(statement_signed_by=["lead", *NAMES]), "change": joined["change"]}
    assert outcome(REQUEST, given, "art14.s1b") == "not_met"
    given["voluntary"]["statement_signed_by"] = ["lead", *NAMES, new]
    assert outcome(REQUEST, given, "art14.s1b") == "met"


def test_what_a_request_lacks_and_who_did_not_sign_is_named() -> None:
    """Answer and name."""
    given = asked(statement_signed_by={"missing": [FOURTH]})
    expect = {"answer": "incomplete", "must": [f"name {FOURTH}"]}
    one = case(REQUEST, expect, given, article=["art14.s1b"], as_of="2027-05-20")
    assert (run(one).result, run(one).note) == ("pass", "")
    whole = case(
        REQUEST, {"answer": "complete"}, asked(), article=["art14.s1b"], as_of="2027-05-20"
    )
    assert run(whole).result == "pass"


def test_the_lead_alone_under_the_other_reading() -> None:
    """E02."""
    given = {**asked(statement_signed_by="lead"), **interpreted("E02", "lead alone suffices")}
    assert outcome(REQUEST, given, "art14.s1b") == "not_applicable"
    assert answer("replay", given, as_of="2027-07-01") == "revoked"


def test_a_revocation_on_request_may_be_asked_as_an_act() -> None:
    """It rests on the review; one that was imposed needs another ground than the request."""
    given = asked(document_on=None)
    when = "revoke on 2027-06-20, on request, by 市科技局"
    assert answer(when, given, as_of="2027-06-20") == "open"  # does the review agree?
    given["voluntary"]["review_result"] = "agreed"
    assert answer(when, given, as_of="2027-06-20") == "allowed"
    given["facts"] = []
    imposed = "revoke on 2027-06-20, ground item 5"
    assert answer(imposed, given, as_of="2027-06-20") == "refused"


def test_no_revocation_rests_on_a_text_that_has_lapsed() -> None:
    """Whatever the ground."""
    when = "revoke on 2030-04-11, ground item 5, by 市科技局"
    assert answer(when, {"consortium": CONSORTIUM}, as_of="2030-04-11") == "refused_no_basis"


def test_a_revocation_set_aside_leaves_the_status() -> None:
    """From the annulment on (E14)."""
    given = {"consortium": CONSORTIUM, "revoked": {"on": "2027-01-10"}, "annulled_on": "2027-03-01"}
    states = [
        answer("ask the status", given, as_of=d) for d in ("2027-01-10", "2027-02-28", "2027-03-01")
    ]
    assert states == ["revoked", "revoked", "active"]


@pytest.mark.parametrize(
    ("cited", "attested", "found"),
    [
        (["art11.item5"], "art11.item5", "met"),
        (["art11.item5"], "art11.item6", "unknown"),
        (["art11.item6", "art11.item5"], "art11.item5", "met"),
        (["art11.item4"], "art11.item4", "not_met"),
        ([], "art11.item5", "not_met"),
        (None, "art11.item5", "unknown"),
    ],
)
def test_a_ground_is_attested_item_by_item(cited: object, attested: str, found: str) -> None:
    """E01, E02: item 4 follows art. 14, none cited is none, and what is not said is not known."""
    revoked = {
        "type": "revoked",
        "on": "2027-03-01",
        "by": BUREAU,
        "document": "测试撤销1号",
        "grounds": cited,
    }
    established = {
        "what": attested,
        "holds": True,
        "by": BUREAU,
        "on": "2027-02-01",
    }
    given = {
        "consortium": CONSORTIUM,
        "events": [{**revoked, "on_request": False}],
        "attestations": [established],
    }
    assert outcome("replay", given, "art11.p1") == found


def test_a_request_that_is_declined_changes_nothing() -> None:
    """The status stays, and a document against the review is unlawful."""
    declined = asked(review_result="refused", document_on=None)
    assert answer("replay", declined, as_of="2027-07-01") == "active"


def test_a_status_ends_with_the_text_only_where_it_is_read_so() -> None:
    """A05."""
    given = {"consortium": CONSORTIUM, **interpreted("A05", "status ends")}
    days = ("2030-04-10", "2030-04-11")
    assert [answer("ask the status", given, as_of=d) for d in days] == ["active", "lapsed"]


def test_a_ground_alone_ends_nothing() -> None:
    """撤销 is an act (E01)."""
    listed = {
        "type": "listing",
        "subject": "lead",
        "list": "失信被执行人名单",
        "from": "2027-02-01",
    }
    given = {"consortium": CONSORTIUM, "facts": [listed]}
    assert answer("ask the status", given) == "active"


def test_a_consortium_of_the_former_plan_keeps_its_status() -> None:
    """A08."""
    legacy = {**CONSORTIUM, "approved_on": "2024-03-01", "formed_under": FORMER_PLAN}
    for day in ("2025-04-10", "2025-04-11", "2026-01-01"):
        assert answer("ask the status", {"consortium": legacy}, as_of=day) == "active"


# --- N: compliance and entitlements ------------------------------------------------------------

COMPLIANCE = "check compliance"


def test_encouragements_yield_nothing() -> None:
    """鼓励、支持: nothing is owed, so nothing is missed."""
    told = [{"type": "no_talent_flow"}, {"type": "no_platform", "of": "全国重点实验室"}]
    for facts in ([], told):
        given = {"consortium": CONSORTIUM, "facts": facts}
        expect = {"answer": "no_violation"}
        one = case(COMPLIANCE, expect, given, article=["art4.item4.s3", "art18.s1c"])
        assert run(one).result == "pass"
    duty = case(COMPLIANCE, {"answer": "violation"}, {"consortium": CONSORTIUM, "facts": told},
                article=["art8.s3a"])  # fmt: skip
    assert "not understood: facts[0].type" in run(duty).note


def test_an_unlawful_act_is_a_violation() -> None:
    """Of a change executed before approval, or of a step passed over."""
    early = changed(executed_on="2027-05-10")
    expect = {"answer": "violation", "norms": {"art12.s1f": "not_met"}}
    assert run(case(COMPLIANCE, expect, early, article=["art12.s1f"])).result == "pass"
    assert answer(COMPLIANCE, changed()) == "no_violation"
    assert answer(COMPLIANCE, {"events": events(EXPERTS)}) == "violation"
    assert answer(COMPLIANCE, {"events": FORMATION}) == "no_violation"


@pytest.mark.parametrize("provision", ["art16.s1", "art17.s1a", "art19.s1", "art4.item3.s3"])
def test_support_gives_no_claim(provision: str) -> None:
    """支持、鼓励……符合条件的."""
    given = {"consortium": CONSORTIUM, "facts": [{"type": "support_refused", "of": "平台"}]}
    when = "ask whether an entitlement was infringed"
    assert answer(when, given, article=[provision]) == "no_entitlement"
    built = run(case(when, {"answer": "no_entitlement"}, given, article=["art15.s1d"]))
    assert "not built yet" in built.note


# --- what is not answered, and what is not understood ------------------------------------------


@pytest.mark.parametrize(
    "given",
    [
        {"events": [{"type": "ceremony", "on": "2026-01-01"}]},
        {"events": [{**REVIEW, "opinion": "perhaps"}]},
        {"events": [{**CALL, "mood": "good"}]},
        {"events": [{**EXPERTS, "mode": "telepathy"}]},
        {"consortium": CONSORTIUM, "change": {"kind": "party"}},
        {"consortium": CONSORTIUM, "voluntary": {**VOLUNTARY, "review_result": "perhaps"}},
        {"events": FORMATION, "weather": "fine"},
    ],
)
def test_what_is_not_understood_is_an_error(given: Json) -> None:
    """Never a guess."""
    result = run(case("replay", {"answer": "active"}, given))
    assert (result.result, "not understood" in result.note) == ("error", True)
