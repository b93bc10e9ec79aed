"""第十、十五、二十二条：谁可以申报创新联合体科技重大项目，最多支持多少。"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.policies.tianjin.conftest import LEAD, PARTICIPANTS, made_attestation, made_unit
from tests.policies.tianjin.lives import BUREAU, DISTRICT, FORMED, GIVEN, at, life, measures

from innov_consortium.core.attestations import Attestation
from innov_consortium.core.case import Dossier, Surroundings
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.decide import Decision, decide
from innov_consortium.core.events import (
    Ended,
    Event,
    ProjectApplied,
    ProjectCalled,
    ProjectDecided,
    ProjectFunded,
    Recognised,
    ResultAnnulled,
    ResultCorrected,
    ResultNotified,
)
from innov_consortium.core.records import EarlierFunding, Record
from innov_consortium.core.report import Answer, Report
from innov_consortium.policies.tianjin.events import ProjectPrereviewed

OLD = "津科资〔2023〕83号"
GRADED, CANCELLED, STANDING = "graded_good_or_better", "not_cancelled", "is_a_consortium"
REVIEWED, ADMITTED = "prereviewed_by_own_district", "admitted_after_review"
MILLION = Decimal(1_000_000)


def result(year: int, grade: str | None, on: date | None = None, **known: Any) -> ResultNotified:
    """Return a result, notified on 10 December of the year unless said otherwise."""
    day = on or date(year, 12, 10)
    return ResultNotified(**{"on": day, "by": BUREAU, "year": year, "grade": grade, **known})


def applied(on: date, project: str = "P1", by: str = LEAD.name) -> ProjectApplied:
    """Return an application for a project."""
    return ProjectApplied(on=on, by=by, project=project)


def prereviewed(on: date, by: str | None = DISTRICT, project: str = "P1") -> ProjectPrereviewed:
    """Return the district's preliminary review."""
    return ProjectPrereviewed(on=on, by=by, project=project)


def granted(on: date, project: str = "P1", *, yes: bool | None = True) -> ProjectDecided:
    """Return a decision on an application."""
    return ProjectDecided(on=on, by=BUREAU, project=project, granted=yes)


def funded(amount: str | None, source: str | None = "municipal", **known: Any) -> ProjectFunded:
    """Return an instalment of 2028-05-01."""
    yuan = None if amount is None else Decimal(amount)
    told = {"on": date(2028, 5, 1), "project": "P1", "amount": yuan, "source": source}
    return ProjectFunded(**{**told, **known})


def asked(
    inquiry: str,
    *events: Event,
    on: date,
    before: Iterable[Event] = FORMED,
    record: Record | None = None,
    attestations: tuple[Attestation, ...] = (),
    **readings: str,
) -> Report:
    """Ask an inquiry about a consortium approved on 2026-06-01."""
    happened = sorted((*before, *events), key=lambda e: e.on)
    dossier = Dossier(
        history=life(happened),
        register=GIVEN.register,
        record=record or Record.unknown(),
        attestations=attestations,
    )
    return measures(frozenset(readings.items())).check(inquiry, dossier, on=on)


def eligible(*events: Event, on: date, **known: Any) -> Report:
    """Ask whether it may apply."""
    return asked("project_eligibility", *events, on=on, **known)


def of(report: Report, name: str) -> str | None:
    """Return what one norm comes to, by its name."""
    return next((f.outcome.value for f in report if f.norm.name == name), None)


def decided(before: Iterable[Event], act: Event, **readings: str) -> Decision:
    """Decide on an act on its day."""
    consortium = at(sorted(before, key=lambda e: e.on), act.on)
    given = Surroundings(register=GIVEN.register)
    return decide(measures(frozenset(readings.items())), consortium, act, act.on, given)


# --- 面向年度运行评价良好及以上的 -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("grade", "outcome", "answer"),
    [
        ("excellent", "met", Answer.MET),
        ("good", "met", Answer.MET),
        ("qualified", "not_met", Answer.NOT_MET),
        ("unqualified", "not_met", Answer.NOT_MET),
        (None, "unknown", Answer.OPEN),
    ],
)
def test_good_is_enough_and_qualified_is_not(
    grade: str | None, outcome: str, answer: Answer
) -> None:
    """良好及以上: above, at, below, and a grade nobody has told."""
    report = eligible(result(2027, grade), on=date(2028, 2, 1))
    assert (of(report, GRADED), report.answer) == (outcome, answer)


def test_the_evaluation_relied_on_is_named() -> None:
    """Which year, notified when: the latest one, whatever came before."""
    report = eligible(result(2027, "qualified"), result(2028, "good"), on=date(2029, 2, 1))
    finding = next(f for f in report if f.norm.name == GRADED)
    relied = finding.facts["relied_on"]
    assert (relied.value, relied.year, relied.notified_on) == ("good", 2028, date(2028, 12, 10))


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        (date(2027, 12, 9), Answer.NOT_MET),
        (date(2027, 12, 10), Answer.MET),
        (date(2027, 12, 11), Answer.MET),
    ],
)
def test_a_grade_counts_from_the_day_it_is_notified(on: date, answer: Answer) -> None:
    """通报评价结果: the day before there is none, and none is not good."""
    assert eligible(result(2027, "good"), on=on).answer is answer


def test_never_evaluated_is_not_eligible() -> None:
    """评价良好及以上 is a condition (D08); under the other reading it is one only once graded."""
    on = date(2027, 3, 1)
    assert eligible(on=on).answer is Answer.NOT_MET
    assert eligible(on=on, never_evaluated="eligible").answer is Answer.MET
    unqualified = result(2027, "unqualified", date(2027, 2, 1))
    assert eligible(unqualified, on=on, never_evaluated="eligible").answer is Answer.NOT_MET


def test_graded_once_is_not_never_evaluated() -> None:
    """D08 (b) is for those never graded, not for those whose grade a call does not look at."""
    named = ProjectCalled(on=date(2029, 1, 5), by=BUREAU, year=2029, evaluation_year=2028)
    events = (result(2027, "unqualified"), named)
    report = eligible(*events, on=date(2029, 2, 1), never_evaluated="eligible")
    assert of(report, GRADED) == "not_met"


def test_qualified_under_the_other_reading() -> None:
    """D06 (b): only the unqualified are excluded."""
    on = date(2028, 2, 1)
    assert eligible(result(2027, "qualified"), on=on, qualified_grade="eligible").answer is (
        Answer.MET
    )
    report = eligible(result(2027, "unqualified"), on=on, qualified_grade="eligible")
    assert of(report, GRADED) == "not_met"


@pytest.mark.parametrize(
    ("reading", "answer"),
    [("latest", "not_met"), ("preceding_year", "met"), ("any_past", "met")],
)
def test_which_evaluation_is_relied_on(reading: str, answer: str) -> None:
    """D07: the latest is that of 2026, told late; the year before is 2027; 2027 was good."""
    late = result(2026, "qualified", date(2028, 1, 20))
    report = eligible(result(2027, "good"), late, on=date(2028, 2, 1), grade_relied_on=reading)
    assert of(report, GRADED) == answer


def test_a_self_evaluated_year_leaves_no_grade_of_the_year_before() -> None:
    """D07 (b) asks for the year before and nothing else."""
    report = eligible(result(2027, "good"), on=date(2029, 2, 1), grade_relied_on="preceding_year")
    assert of(report, GRADED) == "not_met"
    assert of(eligible(result(2027, "good"), on=date(2029, 2, 1)), GRADED) == "met"


def test_a_call_that_names_a_year_decides_which_evaluation_counts() -> None:
    """D07 (d): 2027 was good, though 2028 was only qualified; a call of another year is silent."""
    results = (result(2027, "good"), result(2028, "qualified"))
    named = ProjectCalled(on=date(2029, 1, 5), by=BUREAU, year=2029, evaluation_year=2027)
    assert of(eligible(*results, named, on=date(2029, 2, 1)), GRADED) == "met"
    silent = ProjectCalled(on=date(2029, 1, 5), by=BUREAU, year=2029)
    assert of(eligible(*results, silent, on=date(2029, 2, 1)), GRADED) == "not_met"
    assert of(eligible(*results, named, on=date(2030, 1, 2)), GRADED) == "not_met"


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        (date(2027, 12, 19), "not_met"),
        (date(2027, 12, 20), "met"),
        (date(2028, 12, 31), "met"),
        (date(2029, 1, 1), "not_met"),
    ],
)
def test_a_call_of_december_counts_to_the_end_of_the_next_year(on: date, outcome: str) -> None:
    """D07: issued on 2027-12-20 for 2028, naming 2026: from that day to the end of its year."""
    results = (result(2026, "good", date(2027, 1, 10)), result(2027, "qualified"))
    call = ProjectCalled(on=date(2027, 12, 20), by=BUREAU, year=2028, evaluation_year=2026)
    assert of(eligible(*results, call, on=on), GRADED) == outcome


# --- 考核不合格的创新联合体取消当年……申报资格 -----------------------------------------------------


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        (date(2027, 12, 9), "met"),
        (date(2027, 12, 10), "not_met"),
        (date(2027, 12, 31), "not_met"),
        (date(2028, 1, 1), "met"),
    ],
)
def test_the_year_of_notification_is_cancelled(on: date, outcome: str) -> None:
    """D02 (a): from the day it is notified to the end of that calendar year."""
    assert of(eligible(result(2027, "unqualified"), on=on), CANCELLED) == outcome


def test_the_two_norms_are_independent() -> None:
    """Next year nothing is cancelled, and still it is not good or better (art. 15 v. art. 10)."""
    report = eligible(result(2027, "unqualified"), on=date(2028, 2, 1))
    assert (of(report, CANCELLED), of(report, GRADED)) == ("met", "not_met")
    report = eligible(result(2027, "qualified"), on=date(2027, 12, 20))
    assert (of(report, CANCELLED), of(report, GRADED)) == ("met", "not_met")


def test_the_answer_turns_by_itself_on_new_years_day_only_if_it_differs() -> None:
    """The cancellation ends, and the grade is as bad as before; at expiry there is no basis."""
    turn = eligible(result(2027, "unqualified"), on=date(2027, 12, 20)).turn
    assert turn is not None
    assert (turn.day, turn.answer) == (date(2030, 4, 11), Answer.NO_BASIS)
    with_a_good_one = (result(2026, "good", date(2027, 1, 20)), result(2027, "unqualified"))
    turn = eligible(*with_a_good_one, on=date(2027, 12, 20), grade_relied_on="any_past").turn
    assert turn is not None
    assert (turn.day, turn.answer) == (date(2028, 1, 1), Answer.MET)
    assert [r.what for r in turn.reasons] == ["cancellation_over"]
    assert turn.provisions == ("art10.s1b",)


@pytest.mark.parametrize(
    ("on", "outcome"),
    [(date(2028, 3, 2), "met"), (date(2028, 3, 3), "not_met"), (date(2028, 4, 2), "not_met")],
)
def test_a_corrected_grade_cancels_from_its_own_day(on: date, outcome: str) -> None:
    """D12: corrected on 2028-03-03 to unqualified, the year cancelled is 2028."""
    events = (
        result(2027, "qualified"),
        ResultCorrected(on=date(2028, 3, 3), by=BUREAU, year=2027, grade="unqualified"),
    )
    assert of(eligible(*events, on=on), CANCELLED) == outcome


def test_corrected_back_it_is_the_year_of_the_first_notification() -> None:
    """D12 (b): the year cancelled is 2027, and 2028 is not."""
    events = (
        result(2027, "qualified"),
        ResultCorrected(on=date(2028, 3, 3), by=BUREAU, year=2027, grade="unqualified"),
    )
    report = eligible(*events, on=date(2028, 4, 2), correction="back")
    assert of(report, CANCELLED) == "met"


def test_an_annulled_result_cancels_nothing() -> None:
    """For later decisions it never was."""
    annulled = ResultAnnulled(on=date(2027, 12, 15), year=2027)
    report = eligible(result(2027, "unqualified"), annulled, on=date(2027, 12, 20))
    assert (of(report, CANCELLED), of(report, GRADED)) == ("met", "not_met")


# --- 天津市创新联合体 -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        (date(2028, 6, 19), "met"),
        (date(2028, 6, 20), "not_met"),
        (date(2028, 6, 21), "not_met"),
    ],
)
def test_a_revoked_one_is_none(on: date, outcome: str) -> None:
    """From the document on it is no longer a Tianjin innovation consortium."""
    ended = Ended(on=date(2028, 6, 20), by=BUREAU, grounds=("art11.item7",), document="9号")
    report = eligible(result(2027, "good"), ended, on=on)
    assert (of(report, STANDING), of(report, GRADED)) == (outcome, "met")


def test_before_it_is_approved_it_is_none() -> None:
    """Asked of what is only applied for."""
    before = tuple(e for e in FORMED if not isinstance(e, Recognised))
    report = eligible(on=date(2026, 5, 31), before=before)
    assert of(report, STANDING) == "not_met"


def test_after_expiry_there_is_no_basis() -> None:
    """On 2030-04-10 still, on the next day no more."""
    good = result(2029, "good")
    assert eligible(good, on=date(2030, 4, 10)).answer is Answer.MET
    assert eligible(good, on=date(2030, 4, 11)).answer is Answer.NO_BASIS


# --- 原工作方案下的 -------------------------------------------------------------------------------


def legacy(grade: str = "good", **known: Any) -> Report:
    """Ask about a consortium approved and graded under the earlier plan."""
    formed = (
        FORMED[1],
        Recognised(on=date(2026, 6, 1), by=BUREAU, under=OLD),
    )
    old = result(2026, grade, date(2026, 12, 20), under=OLD)
    return eligible(old, on=date(2027, 9, 1), before=formed, **known)


def test_a_good_grade_of_the_earlier_plan_needs_a_decision() -> None:
    """A08: in its favour, and the text does not say; an attestation settles it either way."""
    assert (of(legacy(), GRADED), legacy().answer) == ("needs_judgement", Answer.OPEN)
    for holds, outcome in ((True, "met"), (False, "not_met")):
        said = made_attestation("art15.s1a", holds=holds)
        assert of(legacy(attestations=(said,)), GRADED) == outcome


@pytest.mark.parametrize(
    ("readings", "outcome"),
    [
        ({"legacy_grade": "counted"}, "met"),
        ({"legacy_grade": "not_counted"}, "not_met"),
        ({"legacy": "continuity"}, "met"),
    ],
)
def test_it_may_be_read_either_way(readings: dict[str, str], outcome: str) -> None:
    """Counted, not counted, or full continuity."""
    assert of(legacy(**readings), GRADED) == outcome


def test_a_grade_of_the_earlier_plan_below_good_decides_nothing() -> None:
    """Nothing is carried over to its detriment either."""
    report = legacy("unqualified")
    assert (of(report, GRADED), of(report, CANCELLED)) == ("not_met", "met")


def test_formed_anew_it_is_no_consortium_until_then() -> None:
    """A08 (c)."""
    assert of(legacy(legacy="anew"), STANDING) == "not_met"
    assert of(legacy(), STANDING) == "met"


# --- 申报、初审 -----------------------------------------------------------------------------------

PENDING = (
    result(2026, "good", date(2027, 1, 10)),
    prereviewed(date(2027, 5, 1)),
    applied(date(2027, 5, 10)),
    result(2027, "unqualified", date(2027, 11, 20)),
)


@pytest.mark.parametrize(("reading", "answer"), [("falls", "not_met"), ("at_filing", "met")])
def test_what_is_pending_when_it_is_found_unqualified(reading: str, answer: str) -> None:
    """D09: it loses its basis; under the other reading the day of filing decides."""
    report = eligible(*PENDING, on=date(2027, 12, 5), pending_project=reading)
    assert report.answer.value == answer


@pytest.mark.parametrize("reading", ["falls", "at_filing"])
def test_qualified_after_filing_the_grade_stays_that_of_the_filing(reading: str) -> None:
    """D07: good on the day of the application, 合格 since; a new one would rest on that."""
    events = (*PENDING[:3], result(2027, "qualified", date(2027, 11, 20)))
    report = eligible(*events, on=date(2027, 12, 5), pending_project=reading)
    assert (of(report, GRADED), of(report, CANCELLED)) == ("met", "met")
    relied = next(f for f in report if f.norm.name == GRADED).facts["relied_on"]
    assert (relied.value, relied.year) == ("good", 2026)
    anew = eligible(*events, granted(date(2027, 12, 1)), on=date(2027, 12, 5))
    assert of(anew, GRADED) == "not_met"


@pytest.mark.parametrize(
    ("filed", "notified", "falls", "at_filing"),
    [
        (date(2027, 11, 10), date(2027, 11, 20), "not_met", "met"),
        (date(2027, 11, 10), date(2027, 12, 31), "not_met", "met"),
        (date(2027, 11, 10), date(2028, 1, 1), "met", "met"),
        (date(2027, 12, 31), date(2027, 11, 20), "not_met", "not_met"),
        (date(2028, 1, 1), date(2027, 11, 20), "met", "met"),
    ],
    ids=["after it", "on the last day", "next year", "before it", "the year before"],
)
def test_the_year_cancelled_is_that_of_the_application(
    filed: date, notified: date, falls: str, at_filing: str
) -> None:
    """取消当年申报资格: filed in another year than that of the notification it is untouched."""
    events = (
        result(2026, "good", date(2027, 1, 10)),
        applied(filed),
        result(2027, "unqualified", notified),
    )
    found = [
        of(eligible(*events, on=date(2028, 2, 1), pending_project=reading), CANCELLED)
        for reading in ("falls", "at_filing")
    ]
    assert found == [falls, at_filing]


def test_under_the_other_readings_of_the_year_as_well() -> None:
    """D02: the year evaluated; twelve months from the notification reach no earlier filing."""
    events = (*PENDING[:3], result(2027, "unqualified", date(2028, 1, 20)))
    found = {
        reading: of(eligible(*events, on=date(2028, 2, 1), cancelled_year=reading), CANCELLED)
        for reading in ("notified", "evaluated", "twelve_months")
    }
    assert found == {"notified": "met", "evaluated": "not_met", "twelve_months": "met"}


@pytest.mark.parametrize("reading", ["falls", "at_filing"])
@pytest.mark.parametrize(
    ("on", "outcome"), [(date(2027, 8, 31), "met"), (date(2027, 9, 1), "not_met")]
)
def test_whether_it_is_a_consortium_is_asked_of_today(on: date, outcome: str, reading: str) -> None:
    """D09: a status lost since the filing is lost, however results are read."""
    ended = Ended(on=date(2027, 9, 1), by=BUREAU, grounds=("art11.item7",), document="9号")
    report = eligible(*PENDING[:3], ended, on=on, pending_project=reading)
    assert of(report, STANDING) == outcome


def test_what_was_decided_is_not_pending() -> None:
    """A granted project is for another document; what is asked is whether it may apply today."""
    events = (*PENDING, granted(date(2027, 6, 1)))
    report = eligible(*events, on=date(2027, 12, 5), pending_project="at_filing")
    assert report.answer is Answer.NOT_MET


@pytest.mark.parametrize(
    ("reviews", "outcome"),
    [
        ((prereviewed(date(2028, 2, 20)),), "met"),
        ((prereviewed(date(2028, 2, 20), "南开区科技主管部门"),), "not_met"),
        ((prereviewed(date(2028, 2, 20), BUREAU),), "not_met"),
        ((prereviewed(date(2028, 2, 20), None),), "unknown"),
        ((), "not_met"),
        (
            (prereviewed(date(2028, 2, 19), "南开区科技局"), prereviewed(date(2028, 2, 20))),
            "met",
        ),
    ],
)
def test_the_leads_own_district_reviews(
    reviews: tuple[ProjectPrereviewed, ...], outcome: str
) -> None:
    """对本区创新联合体: another one's review is none; without one it is a fault of procedure."""
    events = (result(2027, "good"), *reviews, applied(date(2028, 3, 1)))
    report = eligible(*events, on=date(2028, 3, 1))
    assert (of(report, REVIEWED), report.answer) == (outcome, Answer.MET)
    assert report.outcome("art22.s2b") is Outcome(outcome)


def test_under_the_other_reading_it_is_inadmissible_without_review() -> None:
    """D13 (b)."""
    events = (result(2027, "good"), applied(date(2028, 3, 1)))
    report = eligible(*events, on=date(2028, 3, 1), preliminary_review="condition")
    assert (of(report, ADMITTED), of(report, REVIEWED)) == ("not_met", None)
    assert report.answer is Answer.NOT_MET


@pytest.mark.parametrize(
    ("by", "reading", "outcome"),
    [
        (LEAD.name, "through_lead", "met"),
        (LEAD.id.value, "through_lead", "met"),
        (PARTICIPANTS[0].name, "through_lead", "not_met"),
        (PARTICIPANTS[0].name, "any_member", "met"),
        (made_unit(77).name, "any_member", "not_met"),
    ],
)
def test_the_lead_organises_the_application(by: str, reading: str, outcome: str) -> None:
    """组织成员单位共同申报 (D13); whoever is no member may not at all."""
    events = (result(2027, "good"), applied(date(2028, 3, 1), by=by))
    report = eligible(*events, on=date(2028, 3, 1), project_applicant=reading)
    assert of(report, "applied_for_through_lead") == outcome


def test_by_whom_it_was_applied_for_may_be_unknown() -> None:
    """Nobody says, and then it is not said either."""
    nobody = ProjectApplied(on=date(2028, 3, 1), project="P1")
    report = eligible(result(2027, "good"), nobody, on=date(2028, 3, 1))
    assert of(report, "applied_for_through_lead") == "unknown"


def test_the_kind_of_project_is_judged() -> None:
    """“卡脖子” or forward-looking: a person says so, beside the answer."""
    events = (result(2027, "good"), applied(date(2028, 3, 1)))
    report = eligible(*events, on=date(2028, 3, 1))
    assert (of(report, "art15.s1c"), report.answer) == ("needs_judgement", Answer.MET)
    said = made_attestation("art15.s1c", item="P1")
    assert of(eligible(*events, on=date(2028, 3, 1), attestations=(said,)), "art15.s1c") == "met"


@pytest.mark.parametrize(
    ("grade", "verdict"),
    [("good", "Granted"), ("qualified", "Refused"), ("unqualified", "Refused")],
)
def test_an_application_is_decided_by_the_same_norms(grade: str, verdict: str) -> None:
    """The act is judged as the inquiry answers."""
    before = (*FORMED, result(2027, grade), prereviewed(date(2028, 2, 20)))
    assert type(decided(before, applied(date(2028, 3, 1)))).__name__ == verdict


def test_the_district_prereviews_in_its_own_district() -> None:
    """Another district's review lacks who acts, and the step says so."""
    before = (*FORMED, result(2027, "good"))
    assert type(decided(before, prereviewed(date(2028, 2, 20)))).__name__ == "Granted"


# --- 最高1000万元 ---------------------------------------------------------------------------------


def amount(*events: Event, record: Record | None = None, **known: Any) -> Report:
    """Ask about the money of a project applied for and granted."""
    told = (result(2027, "good"), applied(date(2028, 3, 1)), granted(date(2028, 4, 1)), *events)
    return asked("support_amount", *told, on=date(2028, 12, 31), record=record, **known)


def support(report: Report) -> Any:
    """Return the money found, of the only project there is something to say of."""
    finding = next(f for f in report if f.norm.name == "support_at_most")
    return finding.items[0].values[0] if finding.items else None


@pytest.mark.parametrize(
    ("instalments", "outcome", "excess"),
    [
        (("9999999.99",), "met", None),
        (("10000000.00",), "met", None),
        (("10000000",), "met", None),
        (("10000000.01",), "not_met", Decimal("0.01")),
        (("6000000", "4000000.00"), "met", None),
        (("6000000", "4000000.01"), "not_met", Decimal("0.01")),
        ((), "met", None),
    ],
)
def test_ten_million_is_the_most_over_all_instalments(
    instalments: tuple[str, ...], outcome: str, excess: Decimal | None
) -> None:
    """最高1000万元, inclusive, to the fen."""
    report = amount(*(funded(one) for one in instalments))
    assert report.outcome("art15.s1d") is Outcome(outcome)
    found = support(report)
    assert (None if found is None else found.excess) == excess


@pytest.mark.parametrize("source", ["district", "national", "other:社会资本"])
def test_other_money_is_outside_the_cap(source: str) -> None:
    """市财政资金: what others give does not count, by how much ever."""
    report = amount(funded("9000000"), funded("50000000", source))
    assert report.answer is Answer.MET


def test_what_is_not_known_leaves_it_open_unless_what_is_known_decides() -> None:
    """Whose money, how much: either may be missing."""
    assert amount(funded("9000000"), funded("2000000", None)).answer is Answer.OPEN
    assert amount(funded("9000000"), funded(None)).answer is Answer.OPEN
    above = amount(funded("11000000"), funded(None))
    assert above.answer is Answer.NOT_MET
    known = Record(complete_to=date(2028, 12, 31))
    assert [m.path for m in amount(funded(None), record=known).missing] == [
        "events[project_funded].amount",
        "events[project_funded].source",
    ]


@pytest.mark.parametrize(
    ("reading", "outcome"),
    [("project", "met"), ("year", "not_met"), ("consortium", "not_met"), ("instalment", "met")],
)
def test_per_project_or_per_year_or_in_all_or_per_instalment(reading: str, outcome: str) -> None:
    """D10: two projects of six million in one year."""
    report = amount(funded("6000000"), funded("6000000", project="P2"), cap_base=reading)
    assert report.outcome("art15.s1d") is Outcome(outcome)


@pytest.mark.parametrize(
    ("reading", "outcome"),
    [("project", "not_met"), ("year", "met"), ("consortium", "not_met"), ("instalment", "met")],
)
def test_two_instalments_in_two_years(reading: str, outcome: str) -> None:
    """D10: six million each."""
    later = funded("6000000", on=date(2028, 12, 1))
    first = funded("6000000", on=date(2027, 12, 30))
    report = amount(first, later, cap_base=reading)
    assert report.outcome("art15.s1d") is Outcome(outcome)


def test_district_matching_counts_under_the_other_reading() -> None:
    """D10: gross or municipal only."""
    events = (funded("9000000"), funded("2000000", "district"))
    assert amount(*events).answer is Answer.MET
    assert amount(*events, cap_money="with_district").answer is Answer.NOT_MET


# --- 酌情削减支持额度或不予支持 -------------------------------------------------------------------


def earlier(same: bool | None = True, source: str | None = "municipal") -> Record:
    """Return that the direction has had public money before."""
    one = EarlierFunding(project="P1", same_direction=same, source=source, amount=3 * MILLION)
    return Record(earlier_funding=(one,), complete_to=date(2028, 12, 31))


@pytest.mark.parametrize(
    ("record", "fact", "discretion"),
    [
        (earlier(), "met", "needs_judgement"),
        (earlier(same=False), "not_met", "not_applicable"),
        (earlier(same=None), "unknown", "unknown"),
        (Record(complete_to=date(2028, 12, 31)), "not_met", "not_applicable"),
        (Record.unknown(), "unknown", "unknown"),
        (earlier(source="national"), "met", "needs_judgement"),
    ],
)
def test_earlier_money_is_a_flag_and_never_a_deduction(
    record: Record, fact: str, discretion: str
) -> None:
    """D11: whoever gave it; the cap stays what it is, and so does the answer."""
    report = amount(funded("10000000"), record=record)
    assert (of(report, "funded_earlier"), of(report, "cut_as_appropriate")) == (fact, discretion)
    assert report.answer is Answer.MET


def test_only_municipal_money_under_the_other_reading() -> None:
    """D11: national money is then none, and money of nobody knows whom is not known."""
    read = {"earlier_money": "municipal"}
    report = amount(funded("1"), record=earlier(source="national"), **read)
    assert of(report, "funded_earlier") == "not_met"
    report = amount(funded("1"), record=earlier(source=None), **read)
    assert of(report, "funded_earlier") == "unknown"
    report = amount(funded("1"), record=earlier(), **read)
    assert of(report, "funded_earlier") == "met"


@pytest.mark.parametrize(
    ("known", "fact"),
    [
        ({"on": date(2028, 2, 29)}, "met"),
        ({"on": date(2028, 3, 1)}, "met"),
        ({"on": date(2028, 3, 2)}, "not_met"),
        ({"on": None}, "met"),
        ({"unit": LEAD.id}, "met"),
        ({"unit": PARTICIPANTS[0].id}, "met"),
        ({"unit": made_unit(88).id}, "not_met"),
        ({"project": "P2"}, "not_met"),
        ({"source": None}, "unknown"),
        ({"source": "district"}, "met"),
        ({"source": "other:企业自筹"}, "not_met"),
    ],
    ids=[
        "the day before the application",
        "that day",
        "the day after",
        "nobody knows when",
        "the lead's",
        "a participant's",
        "an outsider's",
        "another project's",
        "nobody knows from whom",
        "a district's",
        "no public money",
    ],
)
def test_which_money_is_earlier_money(known: dict[str, Any], fact: str) -> None:
    """已获得过资助: public money, before the application of 2028-03-01, of a member."""
    said = {"project": "P1", "same_direction": True, "source": "municipal", **known}
    record = Record(earlier_funding=(EarlierFunding(**said),), complete_to=date(2028, 12, 31))
    assert of(amount(funded("1"), record=record), "funded_earlier") == fact


def test_how_much_is_cut_is_the_authoritys_to_say() -> None:
    """An attestation settles it, project by project."""
    said = made_attestation("art15.s2b", item="P1", on=date(2028, 4, 1))
    report = amount(funded("6000000"), record=earlier(), attestations=(said,))
    assert of(report, "cut_as_appropriate") == "met"


def test_money_beyond_the_cap_is_refused_as_an_act() -> None:
    """The instalment that crosses it, and not the one that comes up to it."""
    before = (
        *FORMED,
        result(2027, "good"),
        prereviewed(date(2028, 2, 20)),
        applied(date(2028, 3, 1)),
        granted(date(2028, 4, 1)),
        funded("9000000"),
    )
    for more, verdict in (("1000000", "Granted"), ("1000000.01", "Refused")):
        act = funded(more, on=date(2028, 6, 1))
        assert type(decided(before, act)).__name__ == verdict
