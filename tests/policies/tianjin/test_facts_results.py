"""第八至十一、十五条所依的事实：哪一次结果自何日算数，连续几次不合格，取消哪一年的资格。"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import PUBLISHED
from tests.policies.tianjin.lives import (
    annulled,
    confirmed,
    corrected,
    graded,
    left_to_itself,
    noticed,
    notified,
    projects_called,
    selected,
    self_evaluated,
    self_reported,
    staged,
)

from innov_consortium.core.evaluation import Evaluation, Run, evaluations_of
from innov_consortium.core.events import Event, ProjectCalled
from innov_consortium.core.history import Consortium
from innov_consortium.core.periods import Window
from innov_consortium.policies.tianjin import facts_evaluation, facts_results
from innov_consortium.policies.tianjin.readings import LastDay
from innov_consortium.policies.tianjin.readings_evaluation import (
    CancelledYear,
    Consecutive,
    Correction,
    FirstEvaluation,
    GradeFrom,
    Legacy,
    LegacyGrade,
    SelfGraded,
)
from innov_consortium.policies.tianjin.readings_life import OnExpiry
from innov_consortium.policies.tianjin.readings_projects import GradeReliedOn, PendingProject
from innov_consortium.policies.tianjin.results import (
    Cancelled,
    Operative,
    Result,
    before_this_text,
    results_on,
    standing,
)

ONE = timedelta(1)
NOTIFIED, CONFIRMED, CORRECTED = date(2027, 12, 10), date(2027, 11, 20), date(2028, 2, 1)
LATER, ENDLESS = date(2029, 1, 1), date.max
FINAL = "final_confirmation"
STAGES = ("document_review", "site_visit", "overall_assessment", FINAL)


def year_of(*events: Any, year: int = 2027) -> Evaluation:
    """Return the evaluation of a year."""
    return Evaluation(year=year, events=events)


def on(
    day: date,
    *events: Any,
    commenced_on: date | None = PUBLISHED,
    grade_from: GradeFrom = GradeFrom.NOTIFICATION,
    correction: Correction = Correction.FORWARD,
) -> Result | None:
    """Return the result of 2027 that stands on a day, if one does."""
    told = results_on((year_of(*events),), day, commenced_on, grade_from, correction, FINAL)
    return told[0] if told else None


def grade_on(day: date, *events: Any, **readings: Any) -> str | None:
    """Return the grade that stands on a day; ``"none"`` where no result does."""
    found = on(day, *events, **readings)
    return "none" if found is None else found.grade


# --- from when a result counts --------------------------------------------------------------------


def test_a_result_counts_from_its_notification_or_from_its_confirmation() -> None:
    """经最终审核确认后通报评价结果：自通报起算数，依解释自最终审核确认起（D12）。"""
    events = (confirmed(), notified())
    days = (CONFIRMED - ONE, CONFIRMED, NOTIFIED - ONE, NOTIFIED)
    from_then: dict[str, Any] = {"grade_from": GradeFrom.CONFIRMATION}
    assert [grade_on(d, *events) for d in days] == ["none", "none", "none", "good"]
    assert [grade_on(d, *events, **from_then) for d in days] == ["none", "good", "good", "good"]
    known = on(NOTIFIED, *events, **from_then)
    assert known is not None
    assert (known.notified_on, known.effective_on) == (NOTIFIED, CONFIRMED)
    assert [grade_on(d, confirmed()) for d in days] == ["none"] * 4
    assert [grade_on(d, confirmed(), **from_then) for d in days] == ["none", None, None, None]
    not_final = (staged("site_visit"), notified())
    assert [grade_on(d, *not_final, **from_then) for d in days] == ["none"] * 3 + ["good"]


def test_what_is_confirmed_and_not_notified_has_no_day_of_notification() -> None:
    """确认而尚未通报的，通报之日没有，等级不明。"""
    found = on(CONFIRMED, confirmed(), grade_from=GradeFrom.CONFIRMATION)
    assert found == Result(year=2027, grade=None, notified_on=None, effective_on=CONFIRMED)


def test_a_confirmation_after_the_notification_moves_nothing() -> None:
    """通报在先、确认在后的，自通报起算数。"""
    late = (notified(), confirmed(on=NOTIFIED + ONE))
    found = on(LATER, *late, grade_from=GradeFrom.CONFIRMATION)
    assert found is not None
    assert found.effective_on == NOTIFIED


def test_a_corrected_result_counts_from_the_correction_or_from_the_first() -> None:
    """更正的结果自更正之日起算数，此前仍是原来的；依解释追溯至首次通报（D12）。"""
    events = (notified(), corrected("unqualified"))
    days = (NOTIFIED, CORRECTED - ONE, CORRECTED, CORRECTED + ONE)
    expected = ["good", "good", "unqualified", "unqualified"]
    assert [grade_on(d, *events) for d in days] == expected
    back: dict[str, Any] = {"correction": Correction.BACK}
    assert [grade_on(d, *events, **back) for d in days] == ["unqualified"] * 4
    told = [on(LATER, *events, **read) for read in ({}, back)]
    assert [t.effective_on for t in told if t is not None] == [CORRECTED, NOTIFIED]
    assert [t.notified_on for t in told if t is not None] == [NOTIFIED, NOTIFIED]
    assert [grade_on(d, *events, **back) for d in (NOTIFIED - ONE,)] == ["none"]


def test_a_second_notification_is_no_correction() -> None:
    """再次通报不是更正：追溯的只有更正，再次通报的自其通报之日起算数。"""
    again = (notified(), notified("unqualified", on=CORRECTED))
    found = on(LATER, *again, correction=Correction.BACK)
    assert found is not None
    assert (found.grade, found.effective_on) == ("unqualified", CORRECTED)
    assert grade_on(CORRECTED - ONE, *again, correction=Correction.BACK) == "good"


def test_a_confirmation_comes_before_a_first_result_alone() -> None:
    """自确认起算数的只是首次结果：更正的仍自更正之日起，追溯的追溯至确认。"""
    events = (confirmed(), notified(), corrected("unqualified"))
    from_then: dict[str, Any] = {"grade_from": GradeFrom.CONFIRMATION}
    found = on(LATER, *events, **from_then)
    back = on(LATER, *events, **from_then, correction=Correction.BACK)
    assert found is not None
    assert back is not None
    assert (found.effective_on, back.effective_on) == (CORRECTED, CONFIRMED)


def test_what_was_annulled_never_counted_for_what_comes_later() -> None:
    """被撤销的结果不算数，以其后的为准；只有最后一次撤销以后的才算（D12）。"""
    gone = (notified(), annulled())
    anew = (*gone, notified("qualified", on=CORRECTED + ONE))
    twice = (*anew, annulled(on=CORRECTED + 2 * ONE), notified(on=CORRECTED + 3 * ONE))
    assert [grade_on(LATER, *events) for events in (gone, anew, twice)] == [
        "none",
        "qualified",
        "good",
    ]
    assert standing(year_of(*gone)).events == ()
    assert standing(year_of(*anew)).events == anew[2:]
    assert standing(year_of(*twice)).events == twice[-1:]
    assert standing(year_of(notified())).events == (notified(),)


@pytest.mark.parametrize(
    ("one", "commenced_on", "old"),
    [
        (notified(), PUBLISHED, False),
        (notified(), NOTIFIED, False),
        (notified(), NOTIFIED + ONE, True),
        (notified(), None, False),
        (notified(under="津科资〔2023〕83号"), PUBLISHED, True),
        (notified(under="津科资〔2023〕83号"), None, True),
    ],
)
def test_what_was_done_under_the_earlier_text(
    one: Event, commenced_on: date | None, old: bool
) -> None:
    """原工作方案下的：写明的，或者在施行以前的；施行当日的不是，公布不明的看写明与否（A08）。"""
    assert before_this_text(one, commenced_on) is old
    found = on(LATER, one, commenced_on=commenced_on)
    assert found is not None
    assert found.legacy is old


def result(year: int, grade: str | None = "unqualified", **known: Any) -> Result:
    """Return a result notified on 10 December of its year."""
    day = date(year, 12, 10)
    return Result(
        **{"year": year, "grade": grade, "notified_on": day, "effective_on": day, **known}
    )


def test_results_have_a_basis_until_the_text_expires() -> None:
    """有效期届满以后通报的没有依据，届满前开始的事项办完的不限（A05）；以先到之日为准。"""

    def until(on_expiry: OnExpiry, last: LastDay = LastDay.INCLUDED) -> date:
        return facts_results.results_until(on_expiry=on_expiry, valid_until=LATER, last_day=last)

    assert until(OnExpiry.NO_NEW_ACT) == LATER
    assert until(OnExpiry.NO_NEW_ACT, LastDay.EXCLUDED) == LATER - ONE
    assert until(OnExpiry.PENDING_FINISHED) == date.max
    told = (year_of(notified()),)
    read: dict[str, Any] = {
        "grade_from": GradeFrom.NOTIFICATION,
        "correction": Correction.FORWARD,
        "final_stage": FINAL,
    }
    for results in (facts_results.results, facts_results.project_results):
        counted = [
            len(results(told, day, last, PUBLISHED, **read))
            for day, last in (
                (NOTIFIED, NOTIFIED),
                (LATER, NOTIFIED - ONE),
                (NOTIFIED - ONE, LATER),
            )
        ]
        assert counted == [1, 0, 0]


def test_earlier_results_count_only_in_continuity() -> None:
    """原工作方案下的结果不作为依据，依解释作为依据（A08）。"""
    ours, old = result(2027), result(2024, legacy=True)
    said = {r: facts_results.own_results((old, ours), legacy=r) for r in Legacy}
    assert said == {
        Legacy.FORWARD: (ours,),
        Legacy.CONTINUITY: (old, ours),
        Legacy.ANEW: (ours,),
    }
    for legacy, ever in ((Legacy.FORWARD, False), (Legacy.CONTINUITY, True)):
        assert facts_results.ever_graded((old,), legacy=legacy) is ever


def test_the_grade_that_counts_was_notified_last() -> None:
    """当日算数的等级：最近一次通报的，同日通报的依年度在后的；没有的没有。"""
    late = result(2026, "good", notified_on=date(2028, 3, 1))
    assert facts_results.operative((result(2027), late)).value == "good"
    same = result(2026, "good", notified_on=NOTIFIED)
    assert facts_results.operative((result(2027), same)).value == "unqualified"
    confirmed_only = result(2028, None, notified_on=None, effective_on=date(2028, 11, 20))
    found = facts_results.operative((result(2027), confirmed_only))
    assert (found.value, found.year, found.missing) == (
        None,
        2028,
        ("events[result_notified].grade",),
    )
    nothing = facts_results.operative(())
    assert (nothing, facts_results.has_grade(nothing)) == (Operative(None), False)
    assert facts_results.has_grade(found) is True


def test_years_evaluated_by_experts_have_a_result_under_this_text() -> None:
    """经专家评价、已有结果的年度：自评的、原工作方案下的、没有结果的不计。"""
    told = (
        year_of(selected(), year=2026),
        year_of(left_to_itself(), year=2027),
        year_of(notified(), year=2028),
        year_of(notified(), year=2029),
    )
    results = (result(2026), result(2027), result(2028, legacy=True), result(2029))
    assert facts_results.expert_years(told, results) == (2026, 2029)


# --- item 1: in a row -----------------------------------------------------------------------------


def run(
    *own: Result,
    events: tuple[Event, ...] = (),
    results: tuple[Result, ...] | None = None,
    day: date = LATER,
    **readings: Any,
) -> Run:
    """Return the longest run of unqualified results."""
    known: dict[str, Any] = {
        "unqualified": ("unqualified",),
        "consecutive": Consecutive.RESULTS,
        "consecutive_results": 2,
        "self_graded": SelfGraded.NOT_COUNTED,
        **readings,
    }
    told = evaluations_of(events)
    everything = own if results is None else results
    return facts_results.unqualified_run(own, everything, told, day, PUBLISHED, **known)


@pytest.mark.parametrize(
    ("grades", "years"),
    [
        ("uu", (2027, 2028)),
        ("uug", (2027, 2028)),
        ("uugu", (2027, 2028)),
        ("uuguu", (2030, 2031)),
        ("ugu", (2029,)),
        ("ugg", (2027,)),
        ("ggg", ()),
        ("guuug", (2028, 2029, 2030)),
        ("", ()),
    ],
)
def test_the_longest_run_of_unqualified_results(grades: str, years: tuple[int, ...]) -> None:
    """连续两次不合格的：历次中最长的一段，同样长的以后一段为准；其后的结果另行列明。"""
    word = {"u": "unqualified", "g": "good"}
    found = run(*(result(2027 + n, word[g]) for n, g in enumerate(grades)))
    assert (found.value, found.results) == (len(years), years)
    after = range(years[-1] + 1, 2027 + len(grades)) if years else ()
    assert found.later == tuple(after)


def test_a_year_without_a_result_is_shown_and_parts_only_if_read_so() -> None:
    """连续两次，不是两年：中间没有结果的年度列明而不打断，依解释须为前后两个年度（D03）。"""
    apart = (result(2026), result(2028))
    by_results, by_years = run(*apart), run(*apart, consecutive=Consecutive.YEARS)
    assert (by_results.value, by_results.gap_years) == (2, (2027,))
    assert (by_years.value, by_years.results, by_years.gap_years) == (1, (2028,), ())
    beside = run(result(2027), result(2028), consecutive=Consecutive.YEARS)
    assert beside.value == 2
    three = run(*map(result, (2026, 2027, 2028)), consecutive=Consecutive.YEARS)
    assert (three.value, three.results) == (3, (2026, 2027, 2028))
    passed = run(result(2026), result(2027, "good"), result(2028), consecutive=Consecutive.YEARS)
    assert passed.value == 1
    assert run(consecutive=Consecutive.YEARS).value == 0


@pytest.mark.parametrize(
    ("events", "value"),
    [
        ((self_evaluated(),), 1),
        ((self_reported(),), 1),
        ((self_evaluated(), self_reported()), 1),
        ((noticed(),), 2),
        ((self_evaluated(on=date(2026, 11, 30)), self_evaluated(on=date(2028, 11, 30))), 2),
    ],
)
def test_a_self_evaluation_in_between_parts_only_if_read_so(
    events: tuple[Event, ...], value: int
) -> None:
    """自评也是一次评价的，打断前后两次；只有通知的、在前后两年之内或以外的不打断（D03）。"""
    apart = (result(2026), result(2028))
    assert run(*apart, events=events, consecutive=Consecutive.BROKEN_BY_SELF).value == value
    assert run(*apart, events=events).value == 2


def test_its_own_grade_counts_only_if_read_so_once_it_is_filed() -> None:
    """自评不合格不计，依解释计：提交备案以后的、有等级的、没有通报结果的年度的（D04）。"""
    unfit = self_evaluated(grade="unqualified")
    counted: dict[str, Any] = {"self_graded": SelfGraded.COUNTED}
    beside = result(2028)
    assert run(beside, events=(unfit, self_reported())).value == 1
    both = run(beside, events=(unfit, self_reported()), **counted)
    assert (both.value, both.results) == (2, (2027, 2028))
    assert run(beside, events=(unfit,), **counted).value == 1
    assert run(beside, events=(self_evaluated(), self_reported()), **counted).value == 1
    assert run(beside, events=(self_reported(),), **counted).value == 1
    filed = self_reported().on
    days = {
        d: run(beside, events=(unfit, self_reported()), day=d, **counted).value
        for d in (filed - ONE, filed)
    }
    assert days == {filed - ONE: 1, filed: 2}
    notified_too = run(result(2027, "good"), beside, events=(unfit, self_reported()), **counted)
    assert notified_too.value == 1
    old = (unfit, self_reported(under="津科资〔2023〕83号"))
    assert run(beside, events=old, **counted).value == 1


def test_a_grade_that_is_not_known_leaves_the_run_unknown_where_it_decides() -> None:
    """等级不明的：可能使之达到两次的不明；已经达到的、无论如何达不到的不受影响。"""
    unknown = run(result(2027), result(2028, None))
    assert (unknown.value, unknown.missing) == (None, ("events[result_notified].grade",))
    reached = run(result(2027), result(2028), result(2029, None))
    assert (reached.value, reached.missing) == (2, ())
    out_of_reach = run(result(2027, None))
    assert out_of_reach.value == 0
    assert run(result(2027, "good"), result(2028)).missing == ()


def test_earlier_unqualified_results_are_told_and_do_not_count() -> None:
    """原工作方案下的不合格列明而不计入（A08）；良好的不列，已经计入的不另列。"""
    bad = result(2024, legacy=True, under="津科资〔2023〕83号")
    good = result(2023, "good", legacy=True)
    ours = result(2027)
    found = run(ours, results=(good, bad, ours))
    assert (found.value, found.not_counted) == (1, ("2024 津科资〔2023〕83号",))
    in_continuity = run(bad, ours, results=(good, bad, ours))
    assert (in_continuity.value, in_continuity.not_counted) == (2, ())
    assert run(result(2026), results=(ours, result(2026))).not_counted == ()


# --- arts. 10 and 15: whose right is cancelled, which grade is relied on --------------------------


def life(*calls: ProjectCalled) -> Consortium:
    """Return a consortium with some calls for projects."""
    return Consortium(id="C1", on=LATER, events=calls)


def cancelled(
    day: date,
    *results: Result,
    consortium: Consortium | None = None,
    at_filing: tuple[Result, ...] | None = None,
    **readings: Any,
) -> Cancelled:
    """Return whether the right to apply on a day is cancelled."""
    known: dict[str, Any] = {
        "unqualified": ("unqualified",),
        "cancelled_year": CancelledYear.NOTIFIED,
        "pending_project": PendingProject.FALLS,
        "legacy": Legacy.FORWARD,
        **readings,
    }
    project_results = results if at_filing is None else at_filing
    return facts_results.cancelled(results, project_results, consortium, day, **known)


EARLY, LATE = date(2027, 1, 1), date(2027, 12, 31)


@pytest.mark.parametrize(
    ("read", "first", "last"),
    [
        (CancelledYear.NOTIFIED, date(2027, 1, 1), date(2027, 12, 31)),
        (CancelledYear.EVALUATED, date(2026, 1, 1), date(2026, 12, 31)),
        (CancelledYear.TWELVE_MONTHS, date(2027, 3, 10), date(2028, 3, 10)),
    ],
)
def test_which_applications_an_unqualified_result_cancels(
    read: CancelledYear, first: date, last: date
) -> None:
    """取消当年申报资格：通报的日历年度，被评价的年度，或者自通报起十二个月（D02）。"""
    one = result(2026, notified_on=date(2027, 3, 10), effective_on=date(2027, 3, 10))

    def said(day: date) -> bool | None:
        return cancelled(day, one, cancelled_year=read).value

    assert [said(d) for d in (first - ONE, first, last, last + ONE)] == [False, True, True, False]


def test_a_good_result_and_an_earlier_one_cancel_nothing() -> None:
    """考核不合格的：良好的不取消；原工作方案下的不取消，依解释取消（A08）。"""
    assert cancelled(LATE, result(2027, "good")) == Cancelled(False)
    old = result(2027, legacy=True)
    assert cancelled(LATE, old).value is False
    assert cancelled(LATE, old, legacy=Legacy.CONTINUITY).value is True


def test_a_result_after_the_filing_counts_unless_read_otherwise() -> None:
    """申报以后通报的也算，依解释以申报之日为准（D09）。"""
    read: dict[str, Any] = {"at_filing": (), "pending_project": PendingProject.AT_FILING}
    assert cancelled(LATE, result(2027), at_filing=()).value is True
    assert cancelled(LATE, result(2027), **read).value is False


def test_a_grade_nobody_knows_may_cancel_this_year() -> None:
    """等级不明的：不合格即取消申报之年的，不明；取消的是别的年度的，不取消；已有取消的即取消。"""
    unknown = result(2027, None)
    found = cancelled(LATE, unknown)
    assert (found.value, found.missing) == (None, ("events[result_notified].grade",))
    assert cancelled(LATE + ONE, unknown) == Cancelled(False)
    certain = cancelled(LATE, unknown, result(2027))
    assert (certain.value, certain.missing) == (True, ())


NEXT: dict[str, Any] = {"cancelled_year": CancelledYear.NEXT_CALL}


def test_the_year_of_the_next_call_is_cancelled() -> None:
    """下一次项目征集的年度：通报当日或以后发布的第一次；尚未发布的不明，前一次之下申报的不在内（D02）。"""
    next_call = projects_called(on=date(2028, 1, 10))
    after = projects_called(on=date(2029, 1, 10))
    days = (date(2027, 12, 20), date(2028, 3, 1), date(2029, 3, 1))
    given = [cancelled(d, result(2027), consortium=life(next_call, after), **NEXT) for d in days]
    assert [g.value for g in given] == [False, True, False]
    that_day = projects_called(on=NOTIFIED)
    assert cancelled(LATE, result(2027), consortium=life(that_day), **NEXT).value is True
    waiting = cancelled(date(2028, 3, 1), result(2027), **NEXT)
    assert (waiting.value, waiting.missing) == (None, ("events[project_called]",))
    before = projects_called(on=date(2027, 1, 10))
    under_it = cancelled(date(2027, 12, 20), result(2027), consortium=life(before), **NEXT)
    assert under_it == Cancelled(False, (2027,))


def test_a_grade_nobody_knows_may_cancel_by_a_call_that_is_yet_to_come() -> None:
    """等级不明、下一次征集尚未发布的：等级和征集都不明，先须知道等级；前一次之下申报的不受影响。"""
    unknown = result(2027, None)
    found = cancelled(date(2028, 3, 1), unknown, **NEXT)
    assert (found.value, found.missing) == (None, ("events[result_notified].grade",))
    before = projects_called(on=date(2027, 1, 10))
    under_it = cancelled(date(2027, 12, 20), unknown, consortium=life(before), **NEXT)
    assert under_it.value is False
    known = life(projects_called(on=date(2028, 1, 10)))
    assert cancelled(date(2029, 3, 1), unknown, consortium=known, **NEXT).value is False
    this_year = cancelled(date(2028, 3, 1), unknown, consortium=known, **NEXT)
    assert this_year.value is None


@pytest.mark.parametrize(
    ("day", "governed"),
    [
        (date(2028, 1, 9), False),
        (date(2028, 1, 10), True),
        (date(2028, 12, 31), True),
        (date(2029, 1, 1), False),
    ],
)
def test_a_call_governs_from_its_day_to_the_end_of_its_year(day: date, governed: bool) -> None:
    """征集通知写明评价年度的，依其年度：自发布之日至其年度之末申报的；有几次的依最后一次（D07）。"""
    call = projects_called(evaluation_year=2026)
    found = relied(day, result(2026, "good"), result(2027), consortium=life(call))
    assert found.year == (2026 if governed else 2027)


def relied(
    day: date, *results: Result, consortium: Consortium | None = None, **readings: Any
) -> Operative:
    """Return the evaluation an application of a day relies on."""
    known: dict[str, Any] = {
        "grade_relied_on": GradeReliedOn.LATEST,
        "legacy_grade": LegacyGrade.DECIDED,
        "legacy": Legacy.FORWARD,
        "good_or_better": ("excellent", "good"),
        **readings,
    }
    return facts_results.relied_on(results, consortium, day, **known)


def test_which_evaluation_is_relied_on() -> None:
    """良好及以上的：最近一次通报的，或者上一年度的，或者历次中有即可；没有良好的仍是最近的（D07）。"""
    day = date(2029, 3, 1)
    three = (result(2026, "good"), result(2027, "qualified"), result(2028, "unqualified"))
    years = {r: relied(day, *three, grade_relied_on=r).year for r in GradeReliedOn}
    assert years == {
        GradeReliedOn.LATEST: 2028,
        GradeReliedOn.PRECEDING_YEAR: 2028,
        GradeReliedOn.ANY_PAST: 2026,
    }
    two = three[:2]
    assert relied(day, *two, grade_relied_on=GradeReliedOn.PRECEDING_YEAR) == Operative(None)
    assert relied(day, *three[1:], grade_relied_on=GradeReliedOn.ANY_PAST).year == 2028
    assert facts_results.relied_on_one(relied(day)) is False
    assert facts_results.relied_on_one(relied(day, *three)) is True


def test_a_call_that_names_no_year_leaves_it_to_the_reading() -> None:
    """通知没有写明年度的，依解释；写明年度而没有该年度结果的，没有可以依据的。"""
    day = date(2028, 3, 1)
    silent = life(projects_called())
    read: dict[str, Any] = {"grade_relied_on": GradeReliedOn.PRECEDING_YEAR}
    two = (result(2026, "good"), result(2027))
    assert relied(day, *two, consortium=silent, **read).year == 2027
    assert relied(day, *two, consortium=silent).year == 2027
    named = life(projects_called(evaluation_year=2025))
    assert relied(day, *two, consortium=named) == Operative(None)
    again = projects_called(on=date(2028, 2, 1), evaluation_year=2026)
    later = life(projects_called(evaluation_year=2027), again)
    assert relied(day, *two, consortium=later).year == 2026


def test_an_earlier_good_grade_in_favour() -> None:
    """原工作方案下的良好：能否沿用待定，依解释可以或者不可以；已有本办法下的评价的不沿用（A08）。"""
    old, ours = result(2024, "good", legacy=True), result(2027, "qualified")
    day = date(2028, 3, 1)

    def favour(*results: Result, read: LegacyGrade = LegacyGrade.DECIDED, **legacy: Any) -> bool:
        known: dict[str, Any] = {"legacy": Legacy.FORWARD, **legacy}
        return facts_results.legacy_in_favour(
            results, legacy_grade=read, good_or_better=("excellent", "good"), **known
        )

    assert (favour(old), favour(old, ours), favour()) == (True, False, False)
    assert favour(result(2024, legacy=True)) is False
    assert favour(old, result(2025, legacy=True)) is False
    assert favour(old, legacy=Legacy.CONTINUITY) is False
    assert [favour(old, read=r) for r in (LegacyGrade.COUNTED, LegacyGrade.NOT_COUNTED)] == [
        False,
        False,
    ]
    assert relied(day, old).value is None
    assert relied(day, old, legacy_grade=LegacyGrade.COUNTED).value == "good"
    assert relied(day, old, legacy=Legacy.CONTINUITY).value == "good"


def test_windows_that_cancel_are_all_told() -> None:
    """取消申报资格的年度逐一列明，所问之日所在的另行指明。"""
    found = cancelled(LATE, result(2026), result(2027))
    years = [Window(date(y, 12, 10), date(y, 12, 31)) for y in (2026, 2027)]
    assert (found.results, found.windows, found.window) == ((2026, 2027), tuple(years), years[1])


# --- art. 8: which years, by whom, through which stages -------------------------------------------


def test_the_years_to_evaluate_are_those_owed_and_those_a_notice_includes() -> None:
    """应当评价的各年度：没有记载的也在内；通知另有列入、已经指定的也在内；原工作方案下的不算（D14）。"""
    told = evaluations_of(
        (
            noticed(on=date(2026, 9, 1), year=2026),
            selected(on=date(2030, 3, 1), year=2030),
            self_evaluated(on=date(2031, 3, 1), year=2031),
        )
    )

    def years(evaluations: tuple[Evaluation, ...], since: int | None = 2027) -> list[int]:
        found = facts_evaluation.evaluation(evaluations, since, 2028, PUBLISHED)
        return [e.year for e in found]

    assert years(told) == [2026, 2027, 2028, 2030]
    assert years(told, None) == []
    assert years(()) == [2027, 2028]
    begun = noticed(on=date(2026, 9, 1), under="津科资〔2023〕83号")
    old = evaluations_of((begun, selected(on=date(2026, 10, 1))))
    assert years(old) == [2027, 2028]


def test_the_first_year_to_evaluate() -> None:
    """首个应当评价的年度：批复的次年，或者当年；公布以前的年度不在内，尚未批复的没有（D14）。"""

    def first(recognised: date | None, commenced: date | None, read: FirstEvaluation) -> int | None:
        state = Consortium(id="C1", on=LATER, recognised_on=recognised)
        return facts_evaluation.evaluated_from(state, commenced, first_evaluation=read)

    next_year, same_year = FirstEvaluation.NEXT_YEAR, FirstEvaluation.SAME_YEAR
    day = date(2026, 6, 1)
    assert (first(day, PUBLISHED, next_year), first(day, PUBLISHED, same_year)) == (2027, 2026)
    early = date(2024, 6, 1)
    assert (first(early, PUBLISHED, next_year), first(early, None, next_year)) == (2026, 2025)
    assert first(None, PUBLISHED, next_year) is None
    unknown = facts_evaluation.evaluated_from(None, None, first_evaluation=next_year)
    assert unknown is None


@pytest.mark.parametrize(
    ("day", "ends", "last"),
    [
        (date(2028, 5, 1), None, 2028),
        (date(2028, 5, 1), date(2028, 2, 1), 2027),
        (date(2031, 5, 1), None, 2029),
        (date(2028, 5, 1), date(2030, 2, 1), 2028),
    ],
)
def test_the_last_year_to_evaluate(day: date, ends: date | None, last: int) -> None:
    """至所问之日的年度；资格终止的年度、有效期届满的年度及以后不计。"""
    assert facts_evaluation.evaluated_to(day, ends, valid_until=date(2030, 4, 10)) == last


def test_by_whom_a_year_is_evaluated() -> None:
    """选取参加专家评价的、不参与的、没有记载的；已有通报的是专家评价。"""
    said = [
        facts_evaluation.selected(year_of(*events))
        for events in ((selected(),), (left_to_itself(),), (), (notified(),))
    ]
    assert said == [True, False, None, True]
    assert [facts_evaluation.not_selected(v) for v in said] == [False, True, None, False]
    assert facts_evaluation.notified(year_of(notified())) is True
    assert facts_evaluation.notified(year_of(corrected("good"))) is False
    assert facts_evaluation.notified(year_of(notified(), annulled())) is False
    state = Consortium(id="C1", on=LATER, events=(notified(),))
    assert facts_results.evaluations(state) == (year_of(notified()),)
    assert facts_results.evaluations(None) == ()


def staged_until(*stages: str | None, then: tuple[Any, ...] = (notified(),)) -> Evaluation:
    """Return a year in which some stages were gone through, and what came then."""
    return year_of(*(staged(s) for s in stages), *then)


def test_the_stages_before_the_notification() -> None:
    """经材料审查、现场考察及综合评估等环节，经最终审核确认后通报：在通报以后的不算，不明的不明。"""

    def missing(one: Evaluation) -> tuple[int | None, tuple[str, ...]]:
        found = facts_evaluation.stages_missing(one, evaluation_stages=STAGES[:3])
        return found.value, found.counted

    def confirmed_(one: Evaluation) -> bool | None:
        return facts_evaluation.confirmed(one, final_stage=FINAL)

    whole = staged_until(*STAGES)
    assert (missing(whole), confirmed_(whole)) == ((0, ()), True)
    without = staged_until(*STAGES[1:3])
    assert (missing(without), confirmed_(without)) == ((1, STAGES[:1]), False)
    late = staged_until(*STAGES[:2], then=(notified(), staged(STAGES[2]), staged(FINAL)))
    assert (missing(late), confirmed_(late)) == ((1, STAGES[2:3]), False)
    unknown = staged_until(*STAGES[:2], None)
    assert (missing(unknown), confirmed_(unknown)) == ((None, ()), None)
    enough = staged_until(*STAGES, None)
    assert (missing(enough), confirmed_(enough)) == ((0, ()), True)
    pending = staged_until(*STAGES, then=())
    assert (missing(pending), confirmed_(pending)) == ((0, ()), True)
    anew = (notified(), annulled(), staged(STAGES[2]), notified(on=CORRECTED + ONE))
    assert missing(staged_until(*STAGES[:2], then=anew)) == (0, ())


def test_an_act_belongs_to_the_evaluation_of_its_year() -> None:
    """正在作出的行为所属的年度：没有记载的年度也是；与评价无关的行为没有。"""
    state = Consortium(id="C1", on=LATER, events=(noticed(), staged(STAGES[0])))
    told = facts_evaluation.act_evaluation(state, notified())
    assert told == year_of(*state.events)
    assert facts_evaluation.act_evaluation(state, graded(2028)) == Evaluation(year=2028)
    assert facts_evaluation.act_evaluation(state, projects_called()) is None
    assert facts_evaluation.act_evaluation(None, notified()) is None
    assert facts_evaluation.act_deadline(told) == noticed().deadline
    assert facts_evaluation.act_deadline(Evaluation(year=2028)) is None
    assert facts_evaluation.act_deadline(None) is None
    wanting = facts_evaluation.stages_wanting(told, evaluation_stages=STAGES[:3])
    assert wanting is not None
    assert wanting.counted == STAGES[1:3]
    assert facts_evaluation.stages_wanting(None, evaluation_stages=STAGES) is None
    assert evolve(told, year=2028).key == "2028"
