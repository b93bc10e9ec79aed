"""Which grade counts on a day, runs of unqualified results, and years cancelled: arts. 8–11, 15."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from innov_consortium.core.clauses import fact
from innov_consortium.core.evaluation import Evaluation, Run, evaluations_of
from innov_consortium.core.events import EvaluationMode, ProjectCalled
from innov_consortium.core.history import Consortium
from innov_consortium.core.periods import Counting, Window, year_of, years_from
from innov_consortium.policies.tianjin.facts_members import last_in_force
from innov_consortium.policies.tianjin.readings import LastDay
from innov_consortium.policies.tianjin.readings_evaluation import (
    CancelledYear,
    Consecutive,
    Correction,
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
)

__all__ = ["FACTS"]

_GRADE = "events[result_notified].grade"


@fact
def evaluations(consortium: Consortium | None) -> tuple[Evaluation, ...]:
    """各年度的评价。"""
    return () if consortium is None else evaluations_of(consortium.events)


@fact
def results_until(*, on_expiry: OnExpiry, valid_until: date, last_day: LastDay) -> date:
    """有效期届满以后通报的结果没有依据，不算数（A05）；届满前开始的事项办完的，不限。"""
    finished = on_expiry is OnExpiry.PENDING_FINISHED
    return date.max if finished else last_in_force(valid_until, last_day)


@fact
def results(
    evaluations: tuple[Evaluation, ...],
    day: date,
    results_until: date,
    commenced_on: date | None,
    *,
    grade_from: GradeFrom,
    correction: Correction,
    final_stage: str,
) -> tuple[Result, ...]:
    """当日算数的评价结果，按年度先后，原工作方案下的也在内；自评不在内（D12）。"""
    until = min(day, results_until)
    return results_on(evaluations, until, commenced_on, grade_from, correction, final_stage)


@fact
def project_results(
    evaluations: tuple[Evaluation, ...],
    project_day: date,
    results_until: date,
    commenced_on: date | None,
    *,
    grade_from: GradeFrom,
    correction: Correction,
    final_stage: str,
) -> tuple[Result, ...]:
    """判断申报资格之日算数的评价结果，原工作方案下的也在内。"""
    until = min(project_day, results_until)
    return results_on(evaluations, until, commenced_on, grade_from, correction, final_stage)


@fact
def own_results(results: tuple[Result, ...], *, legacy: Legacy) -> tuple[Result, ...]:
    """可以作为依据的评价结果：原工作方案下的，依解释（A08）。"""
    return _counting(results, legacy)


@fact
def operative(own_results: tuple[Result, ...]) -> Operative:
    """当日算数的等级：最近一次通报的。"""
    return Operative.of(_latest(own_results))


@fact
def has_grade(operative: Operative) -> bool:
    """已有通报的评价结果。"""
    return operative.year is not None


@fact
def expert_years(
    evaluations: tuple[Evaluation, ...], results: tuple[Result, ...]
) -> tuple[int, ...]:
    """经专家评价、已有结果的年度；原工作方案下的不计。"""
    own = {r.year for r in results if not r.legacy}
    return tuple(e.year for e in evaluations if e.year in own and e.mode is not EvaluationMode.SELF)


@fact(reads=_GRADE)
def unqualified_run(
    own_results: tuple[Result, ...],
    results: tuple[Result, ...],
    evaluations: tuple[Evaluation, ...],
    day: date,
    commenced_on: date | None,
    *,
    unqualified: tuple[str, ...],
    consecutive: Consecutive,
    consecutive_results: int,
    self_graded: SelfGraded,
) -> Run:
    """连续不合格的评价次数：历次中最长的一段；自评是否打断、是否计入，见 D03、D04。"""
    sequence = list(own_results)
    if self_graded is SelfGraded.COUNTED:
        known = {r.year for r in sequence}
        sequence += [r for r in _self_stated(evaluations, day, commenced_on) if r.year not in known]
        sequence.sort(key=lambda r: r.year)
    breaks = _breaks(evaluations, sequence, consecutive)
    least = _longest(sequence, breaks, [r.grade in unqualified for r in sequence])
    most = _longest(sequence, breaks, [r.grade is None or r.grade in unqualified for r in sequence])
    out_of_reach = len(most) < consecutive_results
    sure = len(least) == len(most) or len(least) >= consecutive_results
    legacy = [r for r in results if r.legacy and r not in sequence and r.grade in unqualified]
    return Run(
        len(least) if sure or out_of_reach else None,
        tuple(r.year for r in least),
        _gaps(least),
        tuple(r.effective_on for r in least),
        tuple(f"{r.year} {r.under}".strip() for r in legacy),
        () if sure else (_GRADE,),
        tuple(r.year for r in sequence if least and r.year > least[-1].year),
    )


@fact(reads=_GRADE)
def cancelled(
    results: tuple[Result, ...],
    project_results: tuple[Result, ...],
    consortium: Consortium | None,
    project_day: date,
    *,
    unqualified: tuple[str, ...],
    cancelled_year: CancelledYear,
    pending_project: PendingProject,
    legacy: Legacy,
) -> Cancelled:
    """因考核不合格，申报之日在取消申报资格的年度之内（D02）；申报以后通报的也算，依 D09。

    读作下一次征集的年度，而下一次尚未发布的：申报之日还在此前所发布的一次之下的，不在其内；不然不明。
    """
    calls = () if consortium is None else consortium.all(ProjectCalled)
    at_filing = pending_project is PendingProject.AT_FILING
    own = _counting(project_results if at_filing else results, legacy)
    against = [r for r in own if r.grade in unqualified]
    windows = [_cancels(r, cancelled_year, calls) for r in against]
    known = [w for w in windows if w is not None]
    by_next_call = _call_on(consortium, project_day) is None  # else one before the next governs it
    within = next((w for w in known if _reaches(w, project_day, cancelled_year)), None)
    unclear = [_cancels(r, cancelled_year, calls) for r in own if r.grade is None]
    grade_matters = any(
        by_next_call if w is None else _reaches(w, project_day, cancelled_year) for w in unclear
    )
    unsure = grade_matters or (by_next_call and len(known) < len(windows))
    missing = (_GRADE,) if grade_matters else ("events[project_called]",)
    return Cancelled(
        True if within else None if unsure else False,
        tuple(r.year for r in against),
        tuple(known),
        within,
        missing if unsure and not within else (),
    )


@fact(reads=_GRADE)
def relied_on(
    project_results: tuple[Result, ...],
    consortium: Consortium | None,
    project_day: date,
    *,
    grade_relied_on: GradeReliedOn,
    legacy_grade: LegacyGrade,
    legacy: Legacy,
    good_or_better: tuple[str, ...],
) -> Operative:
    """申报科技重大项目所依据的评价：最近一次通报的；征集通知写明年度的，该年度的（D07）。"""
    all_count = legacy_grade is LegacyGrade.COUNTED
    there = project_results if all_count else _counting(project_results, legacy)
    call = _call_on(consortium, project_day)
    if call is not None and call.evaluation_year is not None:
        there = tuple(r for r in there if r.year == call.evaluation_year)
    elif grade_relied_on is GradeReliedOn.PRECEDING_YEAR:
        there = tuple(r for r in there if r.year == project_day.year - 1)
    elif grade_relied_on is GradeReliedOn.ANY_PAST:
        there = tuple(r for r in there if r.grade in good_or_better) or there
    return Operative.of(_latest(there))


@fact
def relied_on_one(relied_on: Operative) -> bool:
    """有可以依据的评价。"""
    return relied_on.year is not None


@fact
def ever_graded(project_results: tuple[Result, ...], *, legacy: Legacy) -> bool:
    """曾有算数的评价结果，不论是否所依据的那一次。"""
    return bool(_counting(project_results, legacy))


@fact
def legacy_in_favour(
    project_results: tuple[Result, ...],
    *,
    legacy_grade: LegacyGrade,
    legacy: Legacy,
    good_or_better: tuple[str, ...],
) -> bool:
    """没有本办法下的评价，而原工作方案下的评价良好以上，能否沿用待定（A08）。"""
    own = _counting(project_results, legacy)
    last = _latest(project_results)
    good = last is not None and last.grade in good_or_better
    return legacy_grade is LegacyGrade.DECIDED and not own and good


def _counting(results: tuple[Result, ...], legacy: Legacy) -> tuple[Result, ...]:
    return tuple(r for r in results if not r.legacy or legacy is Legacy.CONTINUITY)


def _latest(results: Iterable[Result]) -> Result | None:
    return max(results, key=lambda r: (r.notified_on or r.effective_on, r.year), default=None)


def _call_on(consortium: Consortium | None, day: date) -> ProjectCalled | None:
    calls = () if consortium is None else consortium.all(ProjectCalled)
    return next((c for c in reversed(calls) if c.on <= day <= date(c.of_year, 12, 31)), None)


def _self_stated(
    evaluations: tuple[Evaluation, ...], day: date, commenced_on: date | None
) -> list[Result]:
    """Return the grades a consortium gave itself, as if they were results (D04 b)."""
    filed = [(e.year, e.self_evaluated, e.self_report) for e in evaluations]
    return [
        Result(
            year=year,
            grade=own.grade,
            notified_on=report.on,
            effective_on=report.on,
        )
        for year, own, report in filed
        if own is not None
        and own.grade is not None
        and report is not None
        and report.on <= day
        and not before_this_text(report, commenced_on)
    ]


def _breaks(
    evaluations: tuple[Evaluation, ...], sequence: Sequence[Result], consecutive: Consecutive
) -> frozenset[int]:
    """Return the years that part two results they lie between."""
    if consecutive is Consecutive.RESULTS:
        return frozenset()
    if consecutive is Consecutive.YEARS:
        years = [r.year for r in sequence]
        return frozenset(range(min(years), max(years))) if years else frozenset()
    return frozenset(e.year for e in evaluations if e.self_report or e.self_evaluated)


def _longest(
    sequence: Sequence[Result], breaks: frozenset[int], against: Sequence[bool]
) -> list[Result]:
    """Return the longest run of results that count against, the last of those of one length."""
    best: list[Result] = []
    run: list[Result] = []
    for result, counts in zip(sequence, against, strict=True):
        parted = bool(run) and any(run[-1].year < year < result.year for year in breaks)
        run = [] if not counts else [result] if parted else [*run, result]
        best = run if len(run) >= len(best) else best
    return best


def _gaps(run: Sequence[Result]) -> tuple[int, ...]:
    return tuple(year for a, b in pairwise(run) for year in range(a.year + 1, b.year))


def _reaches(window: Window, day: date, cancelled_year: CancelledYear) -> bool:
    """Return whether an application of a day is one of the year, or the months, cancelled."""
    if cancelled_year is CancelledYear.TWELVE_MONTHS or window.last is None:
        return day in window
    return day.year == window.last.year


def _cancels(
    result: Result, cancelled_year: CancelledYear, calls: tuple[ProjectCalled, ...]
) -> Window | None:
    """Return the days on which an unqualified result cancels the right; ``None`` if not known."""
    since = result.effective_on
    if cancelled_year is CancelledYear.NOTIFIED:
        return Window(since, year_of(since).last)
    if cancelled_year is CancelledYear.EVALUATED:
        return year_of(date(result.year, 1, 1))
    if cancelled_year is CancelledYear.TWELVE_MONTHS:
        return Window(since, years_from(since, 1, Counting.FIRST_DAY_NOT_COUNTED))
    years = [c.of_year for c in calls if c.on >= since]
    return year_of(date(years[0], 1, 1)) if years else None


FACTS = (
    evaluations,
    results_until,
    results,
    project_results,
    own_results,
    operative,
    has_grade,
    expert_years,
    unqualified_run,
    cancelled,
    relied_on,
    relied_on_one,
    ever_graded,
    legacy_in_favour,
)
