"""Cases of major projects in the neutral format: arts. 10, 15 and 22 on preliminary review."""

from __future__ import annotations

from typing import Any

import pytest
from tests.testing.telling import (
    BINHAI,
    CONSORTIUM,
    FORMER_PLAN,
    FOURTH,
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

ELIGIBLE = "ask eligibility to apply for a consortium major S&T project on as_of"
SUPPORT = "check the support amount"
OURS: Json = {**CONSORTIUM, "approved_on": "2025-05-06"}


def graded(year: int, grade: str | None, notified_on: str | None = None, **more: Any) -> Json:
    on = notified_on or f"{year}-12-10"
    return {"year": year, "mode": "expert", "grade": grade, "notified_on": on, **more}


def by_itself(year: int, grade: str | None = None) -> Json:
    return {"year": year, "mode": "self", "filed_on": f"{year}-12-10", "self_stated_grade": grade}


def ours(*evaluations: Json, **more: Any) -> Json:
    return {"consortium": OURS, "evaluations": list(evaluations), **more}


GOOD = graded(2026, "good")

# --- the grade ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("grade", "word", "cancelled"),
    [
        ("excellent", "eligible", False),
        ("good", "eligible", False),
        ("qualified", "not_eligible", False),
        ("unqualified", "not_eligible", True),
    ],
)
def test_good_or_better(grade: str, word: str, cancelled: bool) -> None:
    """良好及以上: 合格 is neither sanctioned nor eligible (D06)."""
    year = 2026 if cancelled else None
    values = {"art10_cancellation": cancelled, "art10_cancelled_year": year}
    expect = {"answer": word, "values": values}
    one = run(case(ELIGIBLE, expect, ours(graded(2026, grade)), as_of="2026-12-20"))
    assert (one.result, one.note) == ("pass", "")


@pytest.mark.parametrize(
    ("given", "as_of", "word"),
    [
        (ours(), "2026-12-20", "not_eligible"),
        (ours(GOOD), "2026-12-09", "not_eligible"),
        (ours(GOOD), "2026-12-10", "eligible"),
        (ours(GOOD, by_itself(2027), by_itself(2028)), "2029-06-01", "eligible"),
        (ours(GOOD, graded(2027, "qualified")), "2027-12-09", "eligible"),
        (ours(GOOD, graded(2027, "qualified")), "2027-12-10", "not_eligible"),
        (ours(by_itself(2026, "good")), "2027-06-01", "not_eligible"),
        (ours(graded(2026, "good", annulled_on="2027-02-01")), "2027-02-01", "not_eligible"),
        (ours(GOOD, revoked_on="2027-05-20"), "2027-05-19", "eligible"),
        (ours(GOOD, revoked_on="2027-05-20"), "2027-05-20", "not_eligible"),
        (ours(GOOD, revoked_on="2027-05-20", annulled_on="2027-08-01"), "2027-08-01", "eligible"),
        (ours(graded(2026, None)), "2027-06-01", "unknown"),
    ],
)
def test_the_latest_notified_grade_of_a_consortium_that_still_is_one(
    given: Json, as_of: str, word: str
) -> None:
    """D07, D08: never evaluated is not eligible."""
    assert answer(ELIGIBLE, given, as_of=as_of) == word
    assert answer("ask major-project eligibility", given, as_of=as_of) == word


@pytest.mark.parametrize(
    ("notified_on", "as_of", "cancelled", "year"),
    [
        ("2026-12-10", "2026-12-09", False, None),
        ("2026-12-10", "2026-12-31", True, 2026),
        ("2026-12-10", "2027-01-01", False, 2026),
        ("2027-01-10", "2027-01-10", True, 2027),
        ("2027-01-10", "2027-12-31", True, 2027),
    ],
)
def test_the_year_of_notification_is_cancelled(
    notified_on: str, as_of: str, cancelled: bool, year: int | None
) -> None:
    """当年 is the calendar year in which it is notified (D02)."""
    given = ours(graded(2026, "unqualified", notified_on))
    assert value(ELIGIBLE, given, "art10_cancellation", as_of=as_of) is cancelled
    assert value(ELIGIBLE, given, "art10_cancelled_year", as_of=as_of) == year


def test_a_good_grade_does_not_undo_a_cancelled_year() -> None:
    """Two independent norms."""
    given = ours(graded(2025, "unqualified", "2026-01-10"), GOOD)
    days = ("2026-12-31", "2027-01-01")
    assert [answer(ELIGIBLE, given, as_of=d) for d in days] == ["not_eligible", "eligible"]


@pytest.mark.parametrize(
    ("relied_on", "word"), [(2026, "eligible"), (2027, "not_eligible"), (None, "not_eligible")]
)
def test_a_call_may_name_the_year_that_counts(relied_on: int | None, word: str) -> None:
    """D07 (d)."""
    call = {"year": 2028, "evaluation_year": relied_on, "issued_on": "2028-02-01"}
    given = ours(GOOD, graded(2027, "qualified"), project_call=call)
    assert answer(ELIGIBLE, given, as_of="2028-03-01") == word


def test_the_evaluation_relied_on_is_named() -> None:
    """By its year."""
    call = {"year": 2028, "evaluation_year": 2026, "issued_on": "2028-02-01"}
    given = ours(GOOD, graded(2027, "qualified"), project_call=call)
    assert value(ELIGIBLE, given, "relied_on_year", as_of="2028-03-01") == 2026
    assert value(ELIGIBLE, ours(), "relied_on_year", as_of="2028-03-01") is None


def test_a_grade_of_the_former_plan_needs_a_decision() -> None:
    """A08: in favour, but the text does not state it."""
    legacy = {**OURS, "approved_on": "2024-03-01", "formed_under": FORMER_PLAN}
    given = {"consortium": legacy, "evaluations": [graded(2024, "good", under=FORMER_PLAN)]}
    assert answer(ELIGIBLE, given, as_of="2025-09-01") == "needs_judgement"
    old = graded(2024, "unqualified", "2025-06-01", under=FORMER_PLAN)
    given["evaluations"] = [old]
    assert answer(ELIGIBLE, given, as_of="2025-09-01") == "not_eligible"
    assert value(ELIGIBLE, given, "art10_cancellation", as_of="2025-09-01") is False


def test_there_is_no_eligibility_under_a_text_that_has_lapsed() -> None:
    """No basis."""
    expect = {"answer": "not_determinable_under_measures"}
    assert run(case(ELIGIBLE, expect, ours(GOOD), as_of="2030-04-11")).result == "pass"


# --- applications ------------------------------------------------------------------------------

FALLEN = (graded(2025, "good", "2026-01-10"), graded(2026, "unqualified", "2026-11-20"))


def applied(**application: Any) -> Json:
    return {"filed_on": "2026-05-10", **application}


@pytest.mark.parametrize(
    ("application", "as_of", "word"),
    [
        (applied(decided_on=None), "2026-11-19", "eligible"),
        (applied(decided_on=None), "2026-11-20", "not_eligible"),
        (applied(decided_on=None), "2027-02-01", "not_eligible"),
    ],
)
def test_a_pending_application_loses_its_basis(application: Json, as_of: str, word: str) -> None:
    """D09."""
    given = ours(*FALLEN, project_application=application)
    assert answer(ELIGIBLE, given, as_of=as_of) == word


def test_a_pending_application_judged_as_of_filing_under_the_other_reading() -> None:
    """D09."""
    given = ours(*FALLEN, project_application=applied(decided_on=None))
    read = {**given, **interpreted("D09", "judged at filing")}
    assert answer(ELIGIBLE, read, as_of="2026-12-05") == "eligible"


@pytest.mark.parametrize(
    ("application", "found"),
    [
        (applied(decided_on="2026-09-01", granted=True), "pass"),
        (applied(decided_on="2026-09-01", decision="granted"), "pass"),
        (applied(granted_on="2026-09-01"), "pass"),
        (applied(decided_on="2026-09-01", granted=False), "fail"),
        (applied(decided_on=None), "fail"),
        (applied(granted_on="2026-12-06"), "fail"),
    ],
)
def test_a_granted_project_is_not_touched(application: Json, found: str) -> None:
    """A new one may not be applied for; the one granted stays (D09)."""
    given = ours(*FALLEN, project_application=application)
    assert answer(ELIGIBLE, given, as_of="2026-12-05") == "not_eligible"
    stays = case(ELIGIBLE, {"answer": "unaffected"}, given, as_of="2026-12-05")
    assert run(stays).result == found


@pytest.mark.parametrize(
    ("domicile", "review", "found"),
    [
        ("滨海新区", {"by": BINHAI, "on": "2027-02-20"}, "met"),
        ("滨海新区", {"by": "南开区科技主管部门", "on": "2027-02-20"}, "not_met"),
        ("天津经济技术开发区",
         {"by": "天津经济技术开发区科技主管部门", "on": "2027-02-20"}, "met"),
        ("滨海新区", None, "not_met"),
        ("滨海新区", {"by": None, "on": "2027-02-20"}, "unknown"),
    ],
)  # fmt: skip
def test_a_preliminary_review_by_the_own_district(
    domicile: str, review: Json | None, found: str
) -> None:
    """A fault of procedure, not of eligibility (D13)."""
    application = {"filed_on": "2027-03-01", "district_preliminary_review": review}
    given = ours(GOOD, project_application=application, lead_domicile=domicile)
    assert outcome(ELIGIBLE, given, "art22.s2b", as_of="2027-03-01") == found
    assert answer(ELIGIBLE, given, as_of="2027-03-01") == "eligible"


def test_without_it_an_application_is_inadmissible_under_the_other_reading() -> None:
    """D13."""
    application = {"filed_on": "2027-03-01", "district_preliminary_review": None}
    given = ours(GOOD, project_application=application)
    read = {**given, **interpreted("D13", "condition of admissibility")}
    assert answer(ELIGIBLE, read, as_of="2027-03-01") == "not_eligible"


@pytest.mark.parametrize(("by", "word"), [("lead", "eligible"), (NAMES[0], "not_eligible")])
def test_a_project_is_applied_for_by_the_lead(by: str, word: str) -> None:
    """组织成员单位共同申报 (art. 23)."""
    application = {"filed_on": "2027-03-01", "by": by}
    given = ours(GOOD, project_application=application)
    assert answer(ELIGIBLE, given, as_of="2027-03-01") == word
    given["project_application"] = {**application, "through_lead": True}
    assert answer(ELIGIBLE, given, as_of="2027-03-01") == "eligible"


def test_projects_may_be_told_as_events() -> None:
    """As what else happens."""
    events = [
        {"type": "project_called", "on": "2027-02-01", "year": 2027, "evaluation_year": 2026},
        {"type": "project_applied", "on": "2027-03-01", "project": "P1"},
        {"type": "project_award", "on": "2027-04-01", "project": "P1", "source": "市财政",
         "amount": "10000000.01"},
    ]  # fmt: skip
    given = ours(GOOD, events=events)
    assert answer(ELIGIBLE, given, as_of="2027-05-01") == "eligible"
    assert outcome(SUPPORT, given, "art15.s1d", as_of="2027-05-01") == "not_met"


# --- amounts -----------------------------------------------------------------------------------


def award(amount: object, source: str | None = "市财政", **more: Any) -> Json:
    return {"project": "P1", "amount": amount, "source": source, **more}


def awarded(*awards: Json, **more: Any) -> Json:
    return ours(GOOD, award_yuan=list(awards), **more)


@pytest.mark.parametrize(
    ("awards", "found", "excess"),
    [
        ([award("9999999.99")], "met", "0.00"),
        ([award("10000000.00")], "met", "0.00"),
        ([award("10000000.01")], "not_met", "0.01"),
        ([award("0")], "met", "0.00"),
        ([award(10_000_000)], "met", "0.00"),
        ([award("6000000"), award("4000000.01")], "not_met", "0.01"),
        ([award("6000000"), award("6000000", project="P2")], "met", "0.00"),
        ([award("10000000"), award("2000000", "区财政")], "met", "0.00"),
        ([award("10000000"), award("2000000", "国家")], "met", "0.00"),
        ([award("10000000"), award("2000000", "企业自筹")], "met", "0.00"),
    ],
)
def test_ten_million_of_municipal_money_for_each_project(
    awards: list[Json], found: str, excess: str
) -> None:
    """最高1000万元市财政资金, inclusive, over all instalments (D10)."""
    expect = {"norms": {"art15.s1d": found}, "values": {"excess_yuan": excess}}
    one = run(case(SUPPORT, expect, awarded(*awards), as_of="2027-05-01"))
    assert (one.result, one.note) == ("pass", "")


@pytest.mark.parametrize(
    ("one", "found"),
    [
        (award("1000", unit="万元"), "met"),
        (award("1000.000001", unit="万元"), "not_met"),
        (award("1000万元"), "met"),
        (award("0.1", unit="亿元"), "met"),
        (award("10000000.01元"), "not_met"),
        (award(..., amount_wan="1000.01"), "not_met"),
        (award(..., instalments=[{"amount": "5000000"}, {"amount": "5000000.01"}]), "not_met"),
        (award("900", unit="万元", instalments=[{"amount": "400"}, {"amount": "500"}]), "met"),
        (award(..., instalments=[{"amount": "9000000"}, {"amount": "2000000", "source": "区财政"}]),
         "met"),
        (award("20000000", on="2027-06-01"), "not_applicable"),
        (award(None), "unknown"),
        (award("2000000", None), "unknown"),
    ],
)  # fmt: skip
def test_units_instalments_and_what_is_not_known(one: Json, found: str) -> None:
    """Exact amounts; what is awarded later is not known yet."""
    told = {name: said for name, said in one.items() if said is not ...}
    given = ours(GOOD, award=told)
    assert outcome(SUPPORT, given, "art15.s1d", as_of="2027-05-01") == found


def test_of_what_is_not_known_nothing_can_be_said_to_be_too_much() -> None:
    """The value is refused, not nought."""
    one = case(SUPPORT, {"values": {"excess_yuan": "0.00"}}, awarded(award(None)))
    assert "no such value" in run(one).note


@pytest.mark.parametrize(
    ("amount", "fault"),
    [
        (10_000_000.0, "type_error"),
        ("-1", "invalid_value"),
        ("0.001", "invalid_value"),
        ("ten", "invalid_value"),
        ("NaN", "invalid_value"),
        (True, "type_error"),
    ],
)
def test_what_is_no_amount_is_refused(amount: object, fault: str) -> None:
    """No float, no sign, no parts of a fen."""
    one = run(case(SUPPORT, {"answer": "refused"}, awarded(award(amount))))
    assert (one.result, one.got["faults"]) == ("pass", [fault])


@pytest.mark.parametrize(
    "one",
    [
        award("1", "月球"),
        award("1", unit="bushels"),
        award("1", colour="red"),
        award("1", instalments=[{"amount": "2"}]),
        award("1", instalments="two"),
    ],
)
def test_what_is_not_understood_is_an_error(one: Json) -> None:
    """Never a guess: whose money it is may decide."""
    assert "not understood" in note(SUPPORT, awarded(one))


# --- earlier funding ---------------------------------------------------------------------------


def earlier(**changes: Any) -> Json:
    had = {"same_direction": True, "source": "市财政", "amount": "3000000.00", "on": "2025-05-01"}
    return {**had, **changes}


@pytest.mark.parametrize(
    ("funding", "found"),
    [
        ([], ["not_met", "not_applicable"]),
        (None, ["unknown", "unknown"]),
        (..., ["unknown", "unknown"]),
        ([earlier()], ["met", "needs_judgement"]),
        ([earlier(source="国家")], ["met", "needs_judgement"]),
        ([earlier(member=FOURTH)], ["met", "needs_judgement"]),
        ([earlier(source="区财政")], ["met", "needs_judgement"]),
        ([earlier(source="企业自筹")], ["not_met", "not_applicable"]),
        ([earlier(source="社会资本")], ["not_met", "not_applicable"]),
        ([earlier(source="风险投资")], ["not_met", "not_applicable"]),
        ([earlier(source=None)], ["unknown", "unknown"]),
        ([earlier(same_direction=False)], ["not_met", "not_applicable"]),
        ([earlier(same_direction=None)], ["unknown", "unknown"]),
        ([earlier(same_direction=False), earlier()], ["met", "needs_judgement"]),
    ],
)
@pytest.mark.parametrize("amount", ["6000000", "10000000"])
def test_earlier_funding_raises_a_flag_and_cuts_nothing(
    funding: Any, found: list[str], amount: str
) -> None:
    """酌情: any lower amount, and the full one, stay within the cap (D11)."""
    given = awarded(award(amount), previous_funding=funding)
    given = {name: said for name, said in given.items() if said is not ...}
    day = {"as_of": "2027-05-01"}
    assert [outcome(SUPPORT, given, p, **day) for p in ("art15.s2a", "art15.s2b")] == found
    assert outcome(SUPPORT, given, "art15.s1d", **day) == "met"


def test_earlier_funding_may_be_asked_about_before_any_award() -> None:
    """It concerns the project that the question is about."""
    given = ours(GOOD, previous_funding=[earlier()])
    assert outcome(SUPPORT, given, "art15.s2b", as_of="2027-05-01") == "needs_judgement"


def test_an_amount_had_before_is_exact_too() -> None:
    """No float there either."""
    given = awarded(award("1"), previous_funding=[earlier(amount=0.5)])
    one = run(case(SUPPORT, {"answer": "refused"}, given))
    assert (one.result, one.got["faults"]) == ("pass", ["type_error"])
    assert "not understood" in note(SUPPORT, awarded(award("1"), previous_funding=[{"mood": "x"}]))
