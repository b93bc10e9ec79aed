"""Cases of the grounds of revocation in the neutral format: art. 11 paragraph 1."""

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
    case,
    interpreted,
    note,
    outcome,
    run,
    value,
)

GROUNDS = "establish revocation grounds"
OCTOBER = "2027-10-01"
EVERY = [f"art11.item{n}" for n in range(1, 8)]
GROUP = "津甲集团有限公司"

FALSIFIED: Json = {
    "type": "falsification",
    "context": "formation",
    "serious": True,
    "subject": "lead",
    "found_by": BUREAU,
    "found_on": "2027-09-01",
}
ACCIDENT: Json = {
    "type": "accident",
    "subject": "lead",
    "category": "safety",
    "official_grade": "重大",
    "occurred_on": "2027-08-12",
    "determined_by": "应急管理部门",
    "determined_on": "2027-09-20",
}
DETERMINED: Json = {
    "type": "serious_illegality",
    "subject": "lead",
    "determined_by": "天津某法院",
    "organ_kind": "judicial",
    "document": "判决1号",
    "determined_on": "2027-09-01",
    "effective": True,
    "serious": True,
}
LISTED: Json = {
    "type": "listing",
    "subject": "lead",
    "list": "失信被执行人名单",
    "from": "2027-09-01",
    "until": None,
}
OTHER: Json = {"type": "other_illegal_conduct", "subject": "lead", "weight": "serious"}


def fact(one: Json, **changes: Any) -> Json:
    """Return a consortium with one fact; what is changed to ``...`` is not named."""
    said = {**one, **changes}
    named = {name: value for name, value in said.items() if value is not ...}
    return {"consortium": CONSORTIUM, "facts": [named]}


def facts(*listed: Json) -> Json:
    return {"consortium": CONSORTIUM, "facts": list(listed)}


def found(given: Json, provision: str, **more: Any) -> str:
    return outcome(GROUNDS, given, provision, **{"as_of": OCTOBER, **more})


# --- all of them together ----------------------------------------------------------------------


def test_an_empty_list_is_complete() -> None:
    """Nothing is reported, so nothing is there; what is null, or not named, is not known."""
    expect = {"answer": "no_ground_established", "norms": dict.fromkeys(EVERY, "not_met")}
    one = run(case(GROUNDS, expect, facts(), as_of=OCTOBER, article=EVERY))
    assert (one.result, one.note) == ("pass", "")
    for given in ({"consortium": CONSORTIUM, "facts": None}, {"consortium": CONSORTIUM}):
        outcomes = [found(given, provision) for provision in EVERY]
        assert outcomes == ["not_met", "not_met", "unknown", "not_met", *["unknown"] * 3]
        assert answer(GROUNDS, given, as_of=OCTOBER) == "unknown"


def test_one_ground_suffices_and_every_one_is_reported() -> None:
    """有下列情况之一的: established before judged before unknown before not there."""
    open_yet = {**ACCIDENT, "official_grade": None}
    delisted = {**LISTED, "until": "2027-09-20"}
    for listed, word in (
        ([LISTED, ACCIDENT], "ground_established"),
        ([LISTED, open_yet], "ground_established"),
        ([delisted, open_yet], "needs_judgement"),
        ([open_yet], "unknown"),
    ):
        assert answer(GROUNDS, facts(*listed), as_of=OCTOBER) == word
    both = facts(LISTED, ACCIDENT)
    assert [found(both, p) for p in ("art11.item5", "art11.item7")] == ["met", "met"]
    assert found(both, "art11.p1") == "met"
    assert found(facts(), "art11.p1") == "not_met"


def test_several_facts_of_one_type_are_weighed_one_by_one() -> None:
    """One that is there suffices."""
    slight = {**ACCIDENT, "official_grade": "一般"}
    assert found(facts(slight, slight), "art11.item5") == "not_met"
    assert found(facts(slight, ACCIDENT), "art11.item5") == "met"


def test_the_answer_is_that_of_the_grounds_the_case_is_about() -> None:
    """A case on one item is answered for that item."""
    for article, word in ((["art11.item5"], "no_ground"), (["art11.item7"], "ground_established")):
        one = case(GROUNDS, {"answer": word}, fact(LISTED), as_of=OCTOBER, article=article)
        assert run(one).result == "pass"


def test_no_ground_is_established_under_a_text_that_has_lapsed() -> None:
    """Nor before it is in force."""
    for day in ("2030-04-11", "2025-04-10"):
        one = case(GROUNDS, {"answer": "not_determinable_under_measures"}, facts(), as_of=day)
        assert run(one).result == "pass"


# --- item 1 ------------------------------------------------------------------------------------

OURS: Json = {**CONSORTIUM, "approved_on": "2025-12-01"}


def graded(year: int, grade: str = "unqualified", **more: Any) -> Json:
    told = {"year": year, "mode": "expert", "grade": grade, "notified_on": f"{year}-12-10"}
    return {**told, **more}


def by_itself(year: int, grade: str | None = None) -> Json:
    return {"year": year, "mode": "self", "filed_on": f"{year}-12-10", "self_stated_grade": grade}


@pytest.mark.parametrize(
    ("evaluations", "as_of", "outcome_"),
    [
        ([graded(2026)], "2029-01-15", "not_met"),
        ([graded(2026), graded(2027)], "2027-12-09", "not_met"),
        ([graded(2026), graded(2027)], "2027-12-10", "met"),
        ([graded(2027), graded(2026)], "2029-01-15", "met"),
        ([graded(2026), graded(2027, "qualified"), graded(2028)], "2029-01-15", "not_met"),
        ([graded(2026), by_itself(2027), graded(2028)], "2029-01-15", "met"),
        ([graded(2026), graded(2028)], "2029-01-15", "met"),
        ([graded(2026), by_itself(2027, "unqualified")], "2029-01-15", "not_met"),
        ([graded(2026), graded(2027, notified_on=None)], "2029-01-15", "not_met"),
        ([graded(2026, annulled_on="2027-06-01"), graded(2027)], "2029-01-15", "not_met"),
        (
            [graded(2026), graded(2027, corrected_to="qualified", corrected_on="2028-03-01")],
            "2028-02-29",
            "met",
        ),
        (
            [graded(2026), graded(2027, corrected_to="qualified", corrected_on="2028-03-01")],
            "2028-03-01",
            "not_met",
        ),
    ],
)
def test_two_results_in_a_row(evaluations: list[Json], as_of: str, outcome_: str) -> None:
    """连续两次: results, not years; a self-evaluation is none (D03, D04)."""
    given = {"consortium": OURS, "evaluations": evaluations}
    assert outcome(GROUNDS, given, "art11.item1", as_of=as_of) == outcome_
    word = "ground_established" if outcome_ == "met" else "no_ground_established"
    one = case(GROUNDS, {"answer": word}, given, as_of=as_of, article=["art11.item1", "art8.s2d"])
    assert run(one).result == "pass"


def test_the_run_and_its_gap_years_can_be_asked_for() -> None:
    """The finding must show the gap (D03)."""
    given = {"consortium": OURS, "evaluations": [graded(2026), by_itself(2027), graded(2028)]}
    for name, expected in (("consecutive_unqualified", 2), ("gap_years", [2027])):
        assert value(GROUNDS, given, name, as_of="2029-01-15") == expected


def test_a_self_evaluated_year_breaks_the_run_under_the_other_reading() -> None:
    """And an alternative is right by its name."""
    given = {
        "consortium": OURS,
        "evaluations": [graded(2026), by_itself(2027), graded(2028)],
        **interpreted("D03", "self-evaluation breaks"),
    }
    expect = {
        "norms": {"art11.item1": "met"},
        "alternatives": [{"reading": "broken", "norms": {"art11.item1": "not_met"}}],
    }
    one = run(case(GROUNDS, expect, given, as_of="2029-01-15", ambiguity=["D03"]))
    assert (one.result, one.got["norms"]) == ("pass", {"art11.item1": "not_met"})


def test_grades_of_the_former_plan_burden_nobody() -> None:
    """A08; under full continuity they do."""
    legacy = {**OURS, "approved_on": "2024-03-01", "formed_under": FORMER_PLAN}
    old = graded(2024, under=FORMER_PLAN)
    given = {"consortium": legacy, "evaluations": [old, graded(2025)]}
    assert outcome(GROUNDS, given, "art11.item1", as_of="2026-01-15") == "not_met"
    given |= interpreted("A08", "full continuity")
    assert outcome(GROUNDS, given, "art11.item1", as_of="2026-01-15") == "met"


# --- item 3 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "outcome_"),
    [
        ({}, "met"),
        ({"context": "annual_evaluation"}, "met"),
        ({"context": "年度评价"}, "met"),
        ({"context": "project"}, "not_met"),
        ({"context": None}, "unknown"),
        ({"serious": False}, "not_met"),
        ({"serious": None}, "unknown"),
        ({"serious": ...}, "unknown"),
        ({"subject": LEAD["id"]}, "met"),
        ({"subject": LEAD["name"]}, "met"),
        ({"subject": NAMES[0]}, "needs_judgement"),
        ({"subject": "participant"}, "needs_judgement"),
        ({"subject": UNITS[5]["name"]}, "needs_judgement"),
        ({"subject": GROUP}, "not_met"),
        ({"subject": {"name": GROUP}}, "not_met"),
        ({"subject": None}, "unknown"),
        ({"subject": "unknown"}, "unknown"),
        ({"found_by": "bureau"}, "met"),
        ({"found_by": BINHAI}, "needs_judgement"),
        ({"found_by": None, "found_on": None}, "unknown"),
        ({"found_by": NAMES[0]}, "not_met"),
        ({"found_by": "lead"}, "not_met"),
        ({"found_by": "participant"}, "not_met"),
        ({"found_on": "2027-10-02"}, "not_met"),
    ],
)
def test_falsification_in_formation_or_evaluation_found_by_the_bureau(
    changes: Json, outcome_: str
) -> None:
    """E13: a participant's is judged, a project's is none, what members find is no finding."""
    assert found(fact(FALSIFIED, **changes), "art11.item3") == outcome_


# --- item 4 ------------------------------------------------------------------------------------


def request(**changes: Any) -> Json:
    asked = {"type": "withdrawal_request", "by": "lead", "on": "2027-08-01"}
    return fact(asked, **changes)


@pytest.mark.parametrize(
    ("changes", "outcome_"),
    [
        ({"signed_by": "lead and every participant"}, "met"),
        ({"all_members_signed": True}, "met"),
        ({"all_members_signed": False}, "not_met"),
        ({"signed_by": "lead"}, "not_met"),
        ({"signed_by": {"missing": [FOURTH]}}, "not_met"),
        ({"signed_by": None}, "not_met"),
        ({}, "unknown"),
        ({"all_members_signed": True, "reported_on": None}, "not_met"),
        ({"all_members_signed": True, "reported_on": "2027-10-02"}, "not_met"),
        ({"all_members_signed": True, "by": NAMES[0]}, "not_met"),
        ({"all_members_signed": True, "on": "2027-10-02"}, "not_met"),
    ],
)
def test_a_request_of_the_lead_with_the_statement_of_all(changes: Json, outcome_: str) -> None:
    """Art. 14 completes item 4 (E02)."""
    assert found(request(**changes), "art11.item4") == outcome_


def test_the_request_may_stand_beside_the_facts() -> None:
    """As a case of art. 14 tells of it; under the other reading the lead suffices."""
    asked = {"lead_requests_on": "2027-05-06", "reported_on": "2027-05-10"}
    for signed, outcome_ in (("lead and every participant", "met"), ("lead", "not_met")):
        given = {**facts(), "voluntary": {**asked, "statement_signed_by": signed}}
        assert found(given, "art11.item4") == outcome_
    alone = {**request(signed_by="lead"), **interpreted("E02", "lead alone suffices")}
    assert found(alone, "art11.item4") == "met"


# --- item 5 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "outcome_"),
    [
        ({}, "met"),
        ({"official_grade": "特别重大"}, "met"),
        ({"official_grade": "particularly major"}, "met"),
        ({"official_grade": "较大"}, "not_met"),
        ({"official_grade": "一般"}, "not_met"),
        ({"official_grade": None}, "unknown"),
        ({"official_grade": ...}, "unknown"),
        ({"category": "quality"}, "met"),
        ({"category": "data_security"}, "needs_judgement"),
        ({"subject": NAMES[0]}, "not_met"),
        ({"subject": GROUP}, "not_met"),
        ({"subject": "group_company"}, "not_met"),
        ({"subject": None}, "unknown"),
        ({"determined_on": "2027-10-02"}, "unknown"),
        ({"occurred_on": "2027-10-02", "determined_on": "2027-10-02"}, "not_met"),
        ({"occurred_on": "2025-03-01", "determined_on": "2025-04-01"}, "not_met"),
        ({"determined_by": "lead"}, "unknown"),
        ({"determined_by": "某财产保险公司"}, "unknown"),
        ({"determined_by": "行业协会"}, "unknown"),
        ({"determined_by": "第三方评估机构"}, "unknown"),
        ({"determined_by": "an insurer"}, "unknown"),
        ({"determined_by": "某财产保险公司", "official_grade": "一般"}, "unknown"),
        ({"determined_by": "某公司安全部门"}, "unknown"),
        ({"determined_by": "保险监督管理局"}, "met"),
        ({"determined_by": "市政府事故评估组"}, "met"),
        ({"organ_kind": "association"}, "unknown"),
        ({"organ_kind": "administrative", "determined_by": "某评估组"}, "met"),
    ],
)
def test_an_accident_at_the_lead_officially_graded(changes: Json, outcome_: str) -> None:
    """E10: 重大 and above, at the lead; without a determination it is not known."""
    assert found(fact(ACCIDENT, **changes), "art11.item5") == outcome_


# --- item 6 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "outcome_"),
    [
        ({}, "met"),
        ({"organ_kind": "administrative"}, "met"),
        ({"organ_kind": "法院"}, "met"),
        ({"organ_kind": "party"}, "not_met"),
        ({"organ_kind": "association"}, "not_met"),
        ({"organ_kind": None}, "unknown"),
        ({"effective": False}, "not_met"),
        ({"effective": None}, "unknown"),
        ({"under_appeal": True}, "unknown"),
        ({"under_review": True}, "unknown"),
        ({"under_review": False}, "met"),
        ({"organ_kind": None, "under_review": True}, "unknown"),
        ({"organ_kind": "administrative", "under_review": True}, "met"),
        ({"organ_kind": "administrative", "under_review": True, "effective": None}, "met"),
        ({"organ_kind": "administrative", "under_review": True, "effective": False}, "not_met"),
        ({"serious": False}, "not_met"),
        ({"serious": None}, "unknown"),
        ({"subject": NAMES[1]}, "not_met"),
        ({"determined_on": "2027-10-02"}, "not_met"),
        ({"occurred_on": "2025-04-10"}, "not_met"),
        ({"occurred_on": "2025-04-11"}, "met"),
        ({"conduct_on": "2025-04-10"}, "not_met"),
        ({"determined_on": ..., "conduct_on": "2025-04-11"}, "met"),
    ],
)
def test_a_determination_of_a_judicial_or_administrative_organ(
    changes: Json, outcome_: str
) -> None:
    """E11: it must have taken effect, as what is only reviewed has; A07: by the day of the act."""
    assert found(fact(DETERMINED, **changes), "art11.item6") == outcome_


# --- item 7 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "outcome_"),
    [
        ({}, "met"),
        ({"list": "经营异常名录"}, "met"),
        ({"list": "严重违法失信名单"}, "met"),
        ({"list": "失信联合惩戒对象名单"}, "met"),
        ({"list": "守信激励红名单"}, "needs_judgement"),
        ({"list": "行业黑名单"}, "needs_judgement"),
        ({"from": OCTOBER}, "met"),
        ({"from": "2027-10-02"}, "not_met"),
        ({"until": OCTOBER}, "met"),
        ({"until": "2027-09-30"}, "needs_judgement"),
        ({"from": "2025-01-01"}, "met"),
        ({"from": "2025-01-01", "until": "2025-03-01"}, "not_met"),
        ({"subject": NAMES[0]}, "not_met"),
        ({"subject": GROUP}, "not_met"),
    ],
)
def test_a_list_on_which_the_lead_stands_on_the_day(changes: Json, outcome_: str) -> None:
    """E12: a present listing is there, a past one is judged; A07: a state that lasts counts."""
    assert found(fact(LISTED, **changes), "art11.item7") == outcome_


def test_a_past_listing_under_other_readings() -> None:
    """Once listed, or current only."""
    past = fact(LISTED, until="2027-09-30")
    for said, outcome_ in (("once listed", "met"), ("current only", "not_met")):
        assert found({**past, **interpreted("E12", said)}, "art11.item7") == outcome_


@pytest.mark.parametrize(
    ("changes", "outcome_"),
    [
        ({}, "needs_judgement"),
        ({"weight": ..., "serious": True}, "needs_judgement"),
        ({"weight": "minor"}, "not_met"),
        ({"weight": "轻微"}, "not_met"),
        ({"weight": None}, "needs_judgement"),
        ({"subject": NAMES[0]}, "not_met"),
        ({"on": "2027-10-02"}, "not_met"),
        ({"on": "2027-09-01", "occurred_on": "2025-04-10"}, "not_met"),
        ({"on": "2027-09-01", "occurred_on": "2025-04-11"}, "needs_judgement"),
        ({"conduct_on": "2025-04-10"}, "not_met"),
        ({"conduct_on": "2027-10-02"}, "not_met"),
    ],
)
def test_other_conduct_is_judged_unless_it_is_trivial(changes: Json, outcome_: str) -> None:
    """等其他存在违法行为的, of similar gravity (E12)."""
    assert found(fact(OTHER, **changes), "art11.item7") == outcome_


# --- what is no ground -------------------------------------------------------------------------


@pytest.mark.parametrize("type_", ["lead_dissolved", "bankruptcy", "change_without_approval"])
def test_what_no_item_names_is_no_ground(type_: str) -> None:
    """The list is closed (E16, F06): the note says what was left out."""
    given = facts({"type": type_, "on": "2027-09-01"})
    one = run(case(GROUNDS, {"answer": "no_ground"}, given, as_of=OCTOBER, article=EVERY))
    assert (one.result, one.note) == ("pass", "facts[0]: no ground in the text names it")


@pytest.mark.parametrize(
    "one",
    [
        {"type": "bad_weather"},
        {**FALSIFIED, "context": "theatre"},
        {**FALSIFIED, "mood": "good"},
        {**ACCIDENT, "official_grade": "huge"},
        {**DETERMINED, "organ_kind": "choir"},
        {**OTHER, "weight": "seven"},
        {**LISTED, "colour": "red"},
        {**FALSIFIED, "serious": "somewhat"},
    ],
)
def test_what_is_not_understood_is_an_error(one: Json) -> None:
    """Never a guess."""
    assert "not understood" in note(GROUNDS, facts(one))


# --- revoking ----------------------------------------------------------------------------------

REVOKE = "revoke on 2027-10-10, ground item 7, by 市科技局"


@pytest.mark.parametrize(
    ("when", "given", "code"),
    [
        (REVOKE, fact(LISTED), "revoked"),
        (REVOKE, fact(LISTED, **{"from": "2027-10-11"}), "refused"),
        (REVOKE, fact(LISTED, until="2027-09-30"), "needs_judgement"),
        (REVOKE, {**fact(LISTED), "revoked_on": "2027-09-20"}, "refused"),
        (REVOKE.replace("item 7", "item 5"), fact(LISTED), "refused"),
        (REVOKE.replace("item 7", "item 5"), fact(ACCIDENT, official_grade=None), "open"),
        (REVOKE.replace("item 7", "items 5 and 7"), fact(LISTED), "revoked"),
        (REVOKE.replace("item 7", "art11.item7"), fact(LISTED), "revoked"),
        (REVOKE.replace("市科技局", BINHAI), fact(LISTED), "refused"),
        ("revoke on 2027-10-10 without a ground, by 市科技局", fact(LISTED), "refused"),
        ("revoke on 2027-10-10 by 市科技局", fact(LISTED), "open"),
        (REVOKE.replace("item 7", "listing"), fact(LISTED), "revoked"),
        ("revoke on 2027-10-10, on a ground, by 市科技局", fact(LISTED), "open"),
        (REVOKE.replace("item 7", "fewer than six participants"), fact(LISTED), "refused"),
        (REVOKE.replace("item 7", "art. 5 item 3"), fact(LISTED), "refused"),
    ],
)
def test_a_revocation_cites_a_ground_that_is_there(when: str, given: Json, code: str) -> None:
    """Never by itself (E01): an act of the bureau, resting on an established ground."""
    assert run(case(when, {"answer": code}, given, as_of="2027-10-10")).result == "pass"


def test_what_follows_a_revocation_can_be_asked_for() -> None:
    """Three calendar years from the act, nominally beyond the end of the text (E04, A06)."""
    expect = {
        "answer": "revoked",
        "values": {
            "revoked_on": "2027-10-10",
            "status": "revoked",
            "ground": "art11.item7",
            "bar_last_day": "2030-10-10",
            "first_admissible_day": "2030-10-11",
            "bar_enforceable_to": "2030-04-10",
            "barred_today": True,
        },
    }
    one = run(case(REVOKE, expect, fact(LISTED), as_of="2027-10-10"))
    assert (one.result, one.note) == ("pass", "")


def test_an_attested_ground_is_there() -> None:
    """What the facts leave unknown a body may establish."""
    graded_later = fact(ACCIDENT, official_grade=None)
    said = {"what": "art11.item5", "holds": True, "by": BUREAU, "on": "2027-10-01"}
    when = REVOKE.replace("item 7", "item 5")
    assert answer(when, {**graded_later, "attestations": [said]}, as_of="2027-10-10") == "revoked"


def test_a_ground_cited_in_words_nobody_knows_is_an_error() -> None:
    """It may be one of the items, or none."""
    assert "which ground" in note(REVOKE.replace("item 7", "the weather"), fact(LISTED))


def test_a_hearing_is_no_norm_of_this_text() -> None:
    """E15: without one, nothing is wanting that the text asks for."""
    assert answer(REVOKE, {**fact(LISTED), "hearing": None}, as_of="2027-10-10") == "revoked"


def test_a_ground_not_understood_makes_an_act_on_it_unanswerable() -> None:
    """It might be the ground."""
    assert "not understood" in note(REVOKE, facts(LISTED, {"type": "bad_weather"}))


def test_a_revocation_told_of_rests_on_a_ground_too() -> None:
    """In a replay."""
    told = {"type": "revoked", "on": "2027-10-10", "grounds": ["art11.item7"], "by": BUREAU}
    told["document"] = "测试撤销1号"
    for listed, state in ((LISTED, "revoked"), ({**LISTED, "subject": NAMES[0]}, "refused")):
        given = {**facts(listed), "events": [told]}
        assert answer("replay", given, as_of="2027-11-01") == state
