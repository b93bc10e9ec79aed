"""Cases of the yearly evaluation in the neutral format: arts. 8 to 10, and 22 on inspection."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from tests.testing.telling import (
    BINHAI,
    CONSORTIUM,
    FORMER_PLAN,
    LEAD,
    NAMES,
    Json,
    answer,
    case,
    interpreted,
    note,
    outcome,
    run,
    value,
)

from innov_consortium.core.events import EvaluationEvent
from innov_consortium.policies.tianjin import TIANJIN

DUTIES = "check evaluation duties and effects"
OURS: Json = {**CONSORTIUM, "approved_on": "2025-12-01"}
STAGES = ["document_review", "site_visit", "overall_assessment", "final_confirmation"]
IN_CHINESE = ["优秀", "良好", "合格", "不合格"]
GRADES = ["excellent", "good", "qualified", "unqualified"]


def result(year: int, grade: str | None, notified_on: str | None, **more: Any) -> Json:
    """Return a result of experts, with all its stages."""
    told = {"year": year, "mode": "expert", "grade": grade, "notified_on": notified_on}
    return {**told, "stages": STAGES, **more}


def by_itself(year: int, grade: str | None = None, **more: Any) -> Json:
    """Return a self-evaluation, filed in December."""
    told = {"year": year, "mode": "self", "filed_on": f"{year}-12-10", "self_stated_grade": grade}
    return {**told, **more}


def evaluated(*evaluations: Json, **more: Any) -> Json:
    return {"consortium": OURS, "evaluations": list(evaluations), **more}


def outcomes(given: Json, as_of: str, *provisions: str) -> list[str]:
    """Return what is found of provisions, each asked by itself."""
    return [outcome(DUTIES, given, one, as_of=as_of) for one in provisions]


# --- the grade that counts ---------------------------------------------------------------------


@pytest.mark.parametrize("grade", GRADES)
@pytest.mark.parametrize(
    ("as_of", "word", "known"),
    [("2026-12-09", "no_operative_grade", False), ("2026-12-10", "operative", True),
     ("2028-06-01", "operative", True)],
)  # fmt: skip
def test_a_grade_counts_from_its_notification(
    grade: str, as_of: str, word: str, known: bool
) -> None:
    """经最终审核确认后通报评价结果 (D12): the day before, nobody knows of it."""
    given = evaluated(result(2026, grade, "2026-12-10"))
    expect = {"answer": word, "values": {"grade": grade if known else None}}
    one = run(case(DUTIES, expect, given, as_of=as_of))
    assert (one.result, one.note) == ("pass", "")


@pytest.mark.parametrize(("word", "grade"), list(zip(IN_CHINESE, GRADES, strict=True)))
def test_a_grade_may_be_told_in_chinese(word: str, grade: str) -> None:
    """As the text has it; and it may be expected so."""
    given = evaluated(result(2026, word, "2026-12-10"))
    assert value(DUTIES, given, "grade") == grade
    assert run(case(DUTIES, {"values": {"grade": word}}, given)).result == "pass"
    other = "良好" if word != "良好" else "优秀"
    assert run(case(DUTIES, {"values": {"grade": other}}, given)).result == "fail"


def test_no_grade_may_be_expected_by_a_word_for_none() -> None:
    """None is none, and not a grade that is not known."""
    for word, found in (("none", "pass"), ("good", "fail")):
        expect = {"values": {"operative_grade": word}}
        assert run(case(DUTIES, expect, evaluated())).result == found
    assert answer(DUTIES, evaluated(result(2026, None, "2026-12-10"))) == "unknown"


def test_a_fifth_grade_is_refused() -> None:
    """分为优秀、良好、合格、不合格: there is no other."""
    one = case(DUTIES, {"answer": "refused"}, evaluated(result(2026, "fair", "2026-12-10")))
    assert (run(one).result, run(one).got["faults"]) == ("pass", ["invalid_value"])


def test_a_result_that_was_confirmed_and_not_notified_does_not_count() -> None:
    """A day that is null did not come; one that is not named makes the case useless."""
    given = evaluated(result(2026, "good", None, confirmed_on="2026-12-01"))
    assert answer(DUTIES, given) == "no_operative_grade"
    assert "notified_on" in note(DUTIES, evaluated({"year": 2026, "grade": "good"}))


def test_a_result_of_its_own_is_no_result() -> None:
    """备案: a filing produces no result of the bureau (D04)."""
    given = evaluated(by_itself(2026, "excellent"))
    assert answer(DUTIES, given) == "no_operative_grade"


def test_a_grade_of_the_former_plan_is_none_of_the_measures() -> None:
    """A08: it does not count, unless it is read as full continuity."""
    legacy = {**OURS, "approved_on": "2024-03-01", "formed_under": FORMER_PLAN}
    given = evaluated(result(2024, "good", "2024-12-20", under=FORMER_PLAN))
    given["consortium"] = legacy
    assert answer(DUTIES, given, as_of="2026-01-15") == "no_operative_grade"
    read = {**given, **interpreted("A08", "full continuity")}
    assert answer(DUTIES, read, as_of="2026-01-15") == "operative"
    here = evaluated(result(2026, "good", "2026-12-10", under="本办法"))
    assert answer(DUTIES, here) == "operative"


@pytest.mark.parametrize(
    ("more", "as_of", "grade"),
    [
        ({"corrected_to": "good", "corrected_on": "2027-02-01"}, "2027-01-31", "qualified"),
        ({"corrected_to": "good", "corrected_on": "2027-02-01"}, "2027-02-01", "good"),
        ({"annulled_on": "2027-02-01"}, "2027-01-31", "qualified"),
        ({"annulled_on": "2027-02-01"}, "2027-02-01", None),
    ],
)
def test_a_result_corrected_or_annulled_is_so_from_that_day(
    more: Json, as_of: str, grade: str | None
) -> None:
    """D12."""
    given = evaluated(result(2026, "qualified", "2026-12-10", **more))
    assert value(DUTIES, given, "grade", as_of=as_of) == grade


# --- the stages --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("missing", "found"),
    [
        ("document_review", ["not_met", "met"]),
        ("site_visit", ["not_met", "met"]),
        ("overall_assessment", ["not_met", "met"]),
        ("final_confirmation", ["met", "not_met"]),
        ("", ["met", "met"]),
    ],
)
def test_where_the_stages_are_listed_it_went_through_exactly_those(
    missing: str, found: list[str]
) -> None:
    """经材料审查、现场考察及综合评估等环节，经最终审核确认后通报."""
    kept = [stage for stage in STAGES if stage != missing]
    given = evaluated(result(2026, "good", "2026-12-10", stages=kept))
    assert outcomes(given, "2026-12-10", "art8.s2c", "art8.s2d") == found


def test_stages_that_are_not_listed_are_not_at_issue() -> None:
    """A result presupposes them; what is not confirmed is not."""
    bare = {"year": 2026, "mode": "expert", "grade": "good", "notified_on": "2026-12-10"}
    assert outcomes(evaluated(bare), "2026-12-10", "art8.s2c", "art8.s2d") == ["met", "met"]
    unconfirmed = {**bare, "confirmed_on": None}
    found = outcomes(evaluated(unconfirmed), "2026-12-10", "art8.s2c", "art8.s2d")
    assert found == ["met", "not_met"]


@pytest.mark.parametrize(("day", "found"), [("2026-12-10", "met"), ("2026-12-11", "not_met")])
def test_a_result_is_notified_after_its_confirmation(day: str, found: str) -> None:
    """经最终审核确认后通报."""
    given = evaluated(result(2026, "good", "2026-12-10", confirmed_on=day))
    assert outcome(DUTIES, given, "art8.s2d") == found


def test_a_stage_may_have_a_day_and_words_of_its_own() -> None:
    """等环节: one more does no harm."""
    told = [
        {"stage": "材料审查", "on": "2026-11-01"},
        "现场考察",
        "综合评估",
        "答辩",
        "最终审核确认",
    ]
    given = evaluated(result(2026, "good", "2026-12-10", stages=told))
    assert outcomes(given, "2026-12-10", "art8.s2c", "art8.s2d") == ["met", "met"]
    late = [{"stage": "site_visit", "on": "2026-12-11"}, *(s for s in STAGES if s != "site_visit")]
    given = evaluated(result(2026, "good", "2026-12-10", stages=late))
    assert outcome(DUTIES, given, "art8.s2c") == "not_met"


# --- what is handed in -------------------------------------------------------------------------

NOTICE: Json = {"year": 2026, "deadline": "2026-10-30", "required": ["report", "data"]}
SELECTED: Json = {"year": 2026, "selected": True}


def handed_in(on: str | None, *items: str, by: str = LEAD["name"], **more: Any) -> Json:
    submission = {"year": 2026, "on": on, "items": list(items or ("report", "data")), "by": by}
    told = {"notice": NOTICE, "selection": SELECTED, "submission": submission}
    return {"consortium": OURS, **told, **more}


@pytest.mark.parametrize(
    ("given", "as_of", "found"),
    [
        (handed_in("2026-10-29"), "2026-10-31", ["met", "not_met"]),
        (handed_in("2026-10-30"), "2026-10-31", ["met", "not_met"]),
        (handed_in("2026-10-31"), "2026-11-05", ["not_met", "needs_judgement"]),
        (handed_in("2026-10-29", "report"), "2026-11-05", ["not_met", "needs_judgement"]),
        (handed_in("2026-10-29", "report"), "2026-10-30", ["met", "not_met"]),
        (handed_in("2026-10-29", by=NAMES[0]), "2026-11-05", ["met", "needs_judgement"]),
        (handed_in("2026-10-29"), "2026-10-28", ["not_applicable", "not_met"]),
        (handed_in("2026-10-29", submission=None), "2026-10-30", ["not_applicable", "not_met"]),
        (handed_in("2026-10-29", submission=None), "2026-10-31", ["not_met", "met"]),
        (handed_in(None), "2026-10-31", ["not_met", "met"]),
        (handed_in("2026-10-29", submission=[]), "2026-10-31", ["not_met", "met"]),
        (handed_in("2026-10-29", notice=None, submission=None), "2026-12-31",
         ["not_applicable", "not_met"]),
        (handed_in("2026-10-29", notice={**NOTICE, "deadline": None}, submission=None),
         "2026-12-31", ["not_applicable", "not_met"]),
    ],
)  # fmt: skip
def test_nothing_late_and_lacking_are_three_things(
    given: Json, as_of: str, found: list[str]
) -> None:
    """D05: without a notice, or a deadline, nothing can be 未按要求."""
    assert outcomes(given, as_of, "art8.s2b", "art11.item2") == found


def test_a_deadline_may_be_extended() -> None:
    """Then that day counts."""
    longer = {**NOTICE, "extended_to": "2026-11-10"}
    for on, found in (("2026-11-10", "met"), ("2026-11-11", "not_met")):
        assert outcome(DUTIES, handed_in(on, notice=longer), "art8.s2b") == found


def test_materials_may_come_in_parts_and_be_told_as_a_whole() -> None:
    """Several submissions count together; a word may stand for all that is asked for."""
    parts = [
        {"on": "2026-10-20", "items": ["report"]},
        {"on": "2026-10-30", "items": ["data"], "by": "牵头单位"},
    ]
    assert outcome(DUTIES, handed_in("2026-10-30", submission=parts), "art8.s2b") == "met"
    for said in ({"items": "all"}, {"complete": True}, {}):
        whole = handed_in("2026-10-29", submission={"on": "2026-10-29", **said})
        assert outcome(DUTIES, whole, "art8.s2b") == "met"
    lacking = handed_in("2026-10-29", submission={"on": "2026-10-29", "complete": False})
    assert outcome(DUTIES, lacking, "art8.s2b") == "not_met"
    unknown = handed_in("2026-10-29", submission={"on": "2026-10-29", "items": None})
    assert outcome(DUTIES, unknown, "art8.s2b") == "unknown"


def test_the_lead_hands_in() -> None:
    """提交相关素材数据 (art. 23)."""
    assert outcome(DUTIES, handed_in("2026-10-29"), "art23.s2d") == "met"
    by_another = handed_in("2026-10-29", by=NAMES[0])
    assert outcome(DUTIES, by_another, "art23.s2d") == "not_met"


def test_under_other_readings_late_counts_or_does_not() -> None:
    """D05, by an official interpretation."""
    late = handed_in("2026-10-31")
    for said, found in (("literal", "met"), ("only missing", "not_met")):
        read = {**late, **interpreted("D05", said)}
        assert outcome(DUTIES, read, "art11.item2", as_of="2026-11-05") == found


def test_a_notified_result_presupposes_materials_unless_the_case_speaks_of_them() -> None:
    """What is not named is not at issue; what is null did not come."""
    notified = {"notice": NOTICE, "selection": SELECTED}
    given = evaluated(result(2026, "good", "2026-12-10"), **notified)
    assert outcomes(given, "2026-12-31", "art8.s2b", "art11.item2") == ["met", "not_met"]
    given["submission"] = None
    assert outcomes(given, "2026-12-31", "art8.s2b", "art11.item2") == ["not_met", "met"]


# --- evaluating itself -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("evaluations", "found"),
    [
        ([by_itself(2026)], ["met", "met", "not_met"]),
        ([by_itself(2026, filed_on="2026-12-31")], ["met", "met", "not_met"]),
        ([by_itself(2026, filed_on=None, done_on="2026-12-01")],
         ["met", "not_met", "needs_judgement"]),
        ([by_itself(2026, filed_on=None, done_on=None)],
         ["not_met", "not_met", "needs_judgement"]),
        ([], ["not_met", "not_met", "needs_judgement"]),
    ],
)  # fmt: skip
def test_who_is_not_selected_evaluates_itself_and_files_the_report(
    evaluations: list[Json], found: list[str]
) -> None:
    """须开展自评，并将自评报告提交……备案: two duties; whether it is 评价材料 is judged (D05)."""
    notice = {**NOTICE, "self_report_deadline": "2026-12-31"}
    left = {"notice": notice, "selection": {"year": 2026, "selected": False}}
    given = evaluated(*evaluations, **left)
    assert outcomes(given, "2027-01-15", "art8.s3a", "art8.s3b", "art11.item2") == found


def test_a_report_is_filed_by_the_day_the_notice_gives() -> None:
    """The text gives none."""
    left = {"selection": {"year": 2026, "selected": False}}
    for deadline, found in (("2026-12-09", "not_met"), ("2026-12-10", "met"), (None, "met")):
        notice = {**NOTICE, "self_report_deadline": deadline}
        given = evaluated(by_itself(2026), notice=notice, **left)
        assert outcome(DUTIES, given, "art8.s3b", as_of="2027-01-15") == found


def test_who_is_selected_is_told_in_several_ways() -> None:
    """By a yes or no, by a mode, by a year alone; null is not known."""
    notice = {**NOTICE, "self_report_deadline": "2026-12-31"}
    said: list[tuple[Any, str]] = [
        ({"year": 2026, "selected": False}, "not_met"),
        ({"year": 2026, "mode": "self"}, "not_met"),
        ({"year": 2026, "selected": True}, "not_applicable"),
        ({"year": 2026, "mode": "expert"}, "not_applicable"),
        ([2026], "not_applicable"),
        ({"year": 2026, "selected": None}, "unknown"),
    ]
    for selection, found in said:
        given = {"consortium": OURS, "notice": notice, "selection": selection}
        assert outcome(DUTIES, given, "art8.s3a", as_of="2027-01-15") == found


def test_nothing_is_owed_for_the_year_of_approval() -> None:
    """D14."""
    assert outcomes(evaluated(), "2026-01-15", "art8.s3a") == ["not_applicable"]


# --- the bureau's and the district's duties ----------------------------------------------------

SELF_ONLY = [by_itself(year) for year in (2026, 2027, 2028)]


@pytest.mark.parametrize(
    ("evaluations", "anchor", "as_of", "found"),
    [
        (SELF_ONLY, 2026, "2029-01-01", "not_met"),
        (SELF_ONLY, 2026, "2028-12-31", "not_applicable"),
        ([*SELF_ONLY[:2], result(2028, "good", "2028-12-10")], 2026, "2029-01-01", "met"),
        (SELF_ONLY, 2025, "2029-01-01", "not_applicable"),
        (SELF_ONLY, None, "2029-01-01", "unknown"),
    ],
)
def test_a_cycle_is_covered_by_one_expert_evaluation(
    evaluations: list[Json], anchor: int | None, as_of: str, found: str
) -> None:
    """实现……全覆盖: only who is there in the whole cycle is asked about (D01)."""
    given = evaluated(*evaluations, cycle_anchor_year=anchor)
    assert outcome(DUTIES, given, "art8.s1b", as_of=as_of) == found


def test_a_gap_is_the_bureaus() -> None:
    """The addressee is named, and by a wrong name the case fails."""
    given = evaluated(*SELF_ONLY, evaluation_cycle={"first_year": 2026})
    for who, found in (("市科技局", "pass"), ("牵头单位", "fail")):
        expect = {"norms": {"art8.s1b": "not_met"}, "values": {"addressee": who}}
        one = case(DUTIES, expect, given, as_of="2029-01-01", article=["art8.s1b"])
        assert run(one).result == found


@pytest.mark.parametrize(
    ("inspections", "as_of", "found", "year"),
    [
        ([2026], "2028-01-01", "not_met", 2027),
        ([], "2027-01-01", "not_met", 2026),
        ([], "2026-12-31", "not_applicable", None),
        ([2026, 2027], "2028-01-01", "met", None),
        ([{"on": "2026-05-06"}, {"year": 2027, "by": BINHAI}], "2028-01-01", "met", None),
        ([2026, {"year": 2027, "by": "南开区科技主管部门"}], "2028-01-01", "not_met", 2027),
    ],
)
def test_the_district_inspects_every_year(
    inspections: list[Any], as_of: str, found: str, year: int | None
) -> None:
    """每年……监督检查, from the year after approval; the year that is missing is named."""
    given = {"consortium": OURS, "inspections": inspections}
    assert outcome(DUTIES, given, "art22.s2c", as_of=as_of) == found
    if year is not None:
        expect = {"values": {"addressee": "区科技主管部门", "year": year}}
        one = case(DUTIES, expect, given, as_of=as_of, article=["art22.s2c"])
        assert run(one).result == "pass"


def test_compliance_is_asked_of_what_is_owed_every_year() -> None:
    """A duty that was missed is a violation; facts that are not understood make it none."""
    notice = {**NOTICE, "self_report_deadline": "2026-12-31"}
    left = {"notice": notice, "selection": {"year": 2026, "selected": False}}
    for evaluations, word in (([], "violation"), ([by_itself(2026)], "no_violation")):
        given = evaluated(*evaluations, **left)
        one = case("check compliance", {"answer": word}, given, article=["art8.s3a"])
        assert run(one).result == "pass"
    strange = {"consortium": OURS, "facts": [{"type": "no_self_evaluation"}]}
    one = case("check compliance", {"answer": "violation"}, strange, article=["art8.s3a"])
    assert "not understood: facts[0].type" in run(one).note


# --- acts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("consortium", "as_of", "code"),
    [
        (OURS, "2026-05-01", "allowed"),
        ({**OURS, "approved_on": None, "status_before_events": "applied"}, "2026-05-01", "refused"),
        (OURS, "2030-04-11", "refused_no_basis"),
    ],
)
def test_only_a_recognised_consortium_is_evaluated(consortium: Json, as_of: str, code: str) -> None:
    """经批复组建的创新联合体, while the text is in force."""
    when = f"record an annual evaluation of {as_of[:4]}"
    assert answer(when, {"consortium": consortium}, as_of=as_of) == code


def test_a_policy_without_such_a_step_does_not_answer() -> None:
    """It says so."""
    steps = tuple(s for s in TIANJIN.steps if not issubclass(s.event, EvaluationEvent))
    when = "record an annual evaluation of 2026"
    one = run(case(when, {"answer": "?"}, {"consortium": OURS}), evolve(TIANJIN, steps=steps))
    assert one.note == "not built yet: whether there may be evaluation_assigned"


# --- events ------------------------------------------------------------------------------------


def test_evaluations_may_be_told_as_events() -> None:
    """Of a result the steps before it are taken for granted; of a notice and materials, nothing."""
    told = [
        {"type": "evaluation_notice_issued", "on": "2026-03-01", **NOTICE},
        {"type": "evaluation_selected", "on": "2026-03-01", "year": 2026},
        {"type": "materials_submitted", "on": "2026-10-31", "items": ["report", "data"]},
        {"type": "evaluation_notified", "on": "2026-12-10", "year": 2026, "grade": "良好"},
        {"type": "result_corrected", "on": "2027-01-10", "year": 2026, "grade": "合格"},
        {"type": "self_evaluation_filed", "on": "2027-12-10", "year": 2027},
    ]
    given = {"consortium": OURS, "events": told}
    assert outcomes(given, "2026-12-01", "art8.s2b", "art11.item2") == [
        "not_met", "needs_judgement",
    ]  # fmt: skip
    grades = [value(DUTIES, given, "grade", as_of=day) for day in ("2026-12-10", "2027-01-10")]
    assert grades == ["good", "qualified"]
    assert outcome(DUTIES, given, "art8.s3a", as_of="2027-12-10") == "met"
    annulled = {"type": "result_annulled", "on": "2027-02-01", "year": 2026}
    given["events"] = [*told[:5], annulled]
    assert answer(DUTIES, given, as_of="2027-02-01") == "no_operative_grade"


def test_a_result_recorded_later_is_known_from_then() -> None:
    """The day it was recorded goes with it."""
    told = {"type": "evaluation_notified", "on": "2026-12-10", "year": 2026, "grade": "good"}
    given = {"consortium": OURS, "events": [{**told, "recorded_on": "2027-01-05"}]}
    words = [answer(DUTIES, given, as_of=day) for day in ("2027-01-04", "2027-01-05")]
    assert words == ["no_operative_grade", "operative"]


def test_an_evaluation_of_what_was_revoked_is_unlawful() -> None:
    """In a replay the act is named."""
    told = [
        {"type": "evaluation_notified", "on": "2027-12-10", "year": 2027, "grade": "good"},
    ]
    given = {"consortium": OURS, "events": told, "revoked_on": "2027-03-01"}
    one = run(case("replay", {"answer": "refused"}, given, as_of="2028-01-01"))
    assert (one.result, "events[0]: result_notified" in one.got["because"][0]) == ("pass", True)


# --- what is not understood --------------------------------------------------------------------


@pytest.mark.parametrize(
    "given",
    [
        {"evaluations": [{**result(2026, "good", "2026-12-10"), "mood": "good"}]},
        {"evaluations": [{**result(2026, "good", "2026-12-10"), "mode": "lottery"}]},
        {"evaluations": [{**result(2026, "good", "2026-12-10"), "stages": "all of them"}]},
        {"evaluations": [{**result(2026, "good", "2026-12-10"), "year": "twenty"}]},
        {"notice": {**NOTICE, "required": "everything"}},
        {"submission": {"on": "2026-10-29", "items": "some"}},
        {"selection": {"year": 2026, "selected": "perhaps"}},
        {"inspections": [{"year": 2026, "weather": "fine"}]},
        {"evaluation_cycle": {"colour": "red"}},
    ],
)
def test_what_is_not_understood_is_an_error(given: Json) -> None:
    """Never a guess."""
    assert "not understood" in note(DUTIES, {"consortium": OURS, **given})
