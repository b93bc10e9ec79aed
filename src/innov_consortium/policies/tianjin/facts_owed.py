"""On which occasions the duties of the yearly evaluation and of projects are owed: arts. 8, 22."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from innov_consortium.core.changes import ChangeEvent
from innov_consortium.core.clauses import fact
from innov_consortium.core.duties import Owing
from innov_consortium.core.evaluation import Evaluation
from innov_consortium.core.events import EvaluationMode
from innov_consortium.core.history import Consortium
from innov_consortium.core.lifecycle import Phase
from innov_consortium.policies.tianjin.bodies import place_named
from innov_consortium.policies.tianjin.events import ProjectPrereviewed
from innov_consortium.policies.tianjin.facts_cycles import Cycle, years_in
from innov_consortium.policies.tianjin.facts_evaluation import evaluation
from innov_consortium.policies.tianjin.facts_filing import Places, in_place
from innov_consortium.policies.tianjin.facts_projects import Project
from innov_consortium.policies.tianjin.facts_submission import lead_submissions
from innov_consortium.policies.tianjin.memberships import Membership
from innov_consortium.policies.tianjin.readings_evaluation import CycleCounting
from innov_consortium.policies.tianjin.results import Result, standing

__all__ = ["FACTS"]

Occasions = tuple[Owing, ...]


@fact
def years_to_evaluate(
    evaluations: tuple[Evaluation, ...],
    evaluated_from: int | None,
    evaluated_to: int,
    commenced_on: date | None,
) -> tuple[Evaluation, ...]:
    """应当评价的各年度。"""
    return evaluation(evaluations, evaluated_from, evaluated_to, commenced_on)


@fact
def submissions_owed(
    years_to_evaluate: tuple[Evaluation, ...],
    memberships: tuple[Membership, ...] | None,
    change_events: tuple[ChangeEvent, ...],
    consortium: Consortium | None,
    results_until: date,
) -> Occasions:
    """参评单位按通知要求提交评价材料；通知没有写明期限的，期限在有效期届满以后的，没有期限。"""
    owed = (
        Owing(
            since=_since(e),
            due=_in_force(e.notice.deadline, results_until),
            done_on=next((s.on for s in lead_submissions(e, memberships, change_events)), None),
            subject=e.key,
        )
        for e in years_to_evaluate
        if e.mode is EvaluationMode.EXPERT and e.notice is not None
    )
    return _while_there(owed, consortium)


@fact
def self_evaluations_owed(
    years_to_evaluate: tuple[Evaluation, ...], consortium: Consortium | None
) -> Occasions:
    """不参与专家评价的，开展自评；至迟在自评报告备案的期限以前，条文没有期限。"""
    owed = (
        Owing(
            since=_since(e),
            due=_self_deadline(e),
            done_on=e.self_evaluated.on if e.self_evaluated else _filed_on(e),
            subject=e.key,
        )
        for e in years_to_evaluate
        if e.mode is EvaluationMode.SELF
    )
    return _while_there(owed, consortium)


@fact
def self_reports_owed(
    years_to_evaluate: tuple[Evaluation, ...],
    consortium: Consortium | None,
    results_until: date,
) -> Occasions:
    """自评报告提交市科技局备案；期限由通知给出，条文没有。"""
    owed = (
        Owing(
            since=_since(e),
            due=_in_force(_self_deadline(e), results_until),
            done_on=_filed_on(e),
            subject=e.key,
        )
        for e in years_to_evaluate
        if e.mode is EvaluationMode.SELF
    )
    return _while_there(owed, consortium)


@fact
def results_owed(
    years_to_evaluate: tuple[Evaluation, ...], consortium: Consortium | None, *, final_stage: str
) -> Occasions:
    """最终审核确认的，通报评价结果；结果被撤销的，以其后的为准。"""
    owed = []
    for one in map(standing, years_to_evaluate):
        confirmed = next((s.on for s in one.stages if s.stage == final_stage), None)
        if confirmed is not None:
            done = one.results[0].on if one.results else None
            owed.append(Owing(since=confirmed, done_on=done, subject=one.key))
    return _while_there(owed, consortium)


@fact
def coverage_owed(
    cycles: tuple[Cycle, ...],
    consortium: Consortium | None,
    results: tuple[Result, ...],
    expert_years: tuple[int, ...],
    *,
    valid_until: date,
    cycle_counting: CycleCounting,
) -> Occasions:
    """以三年为一周期，专家评价全覆盖：至周期末，由市科技局；整个周期都在的才计（D01）。

    有效期届满以后才满的周期，没有到期之日；以后才开始的，不在内。
    """
    since = None if consortium is None else consortium.recognised_on
    owed = []
    for one in cycles:
        window = one.window
        if window is None or window.first is None or window.last is None or since is None:
            continue
        years = range(window.first.year, window.last.year + 1)
        covering = years_in(window, expert_years, results, cycle_counting)
        told = (r.notified_on for r in results if r.year in covering)
        done = [day for day in told if day is not None]
        if since <= window.first <= valid_until:
            owed.append(
                Owing(
                    since=window.first,
                    due=window.last if window.last <= valid_until else None,
                    done_on=min(done, default=None),
                    subject=f"{years[0]}–{years[-1]}",
                )
            )
    return _while_there(owed, consortium)


@fact
def prereviews_owed(
    projects: tuple[Project, ...],
    consortium: Consortium | None,
    lead_places: Places | None,
    *,
    binhai_zones: tuple[tuple[str, ...], ...],
) -> Occasions:
    """对已经申报的科技重大项目进行初审，由本区的部门；没有时限。"""
    owed = []
    for one in projects:
        if one.application is None:
            continue
        reviews = [e for e in one.events if isinstance(e, ProjectPrereviewed)]
        own = [e.on for e in reviews if _not_another(e, lead_places, binhai_zones)]
        since = one.application.on
        owed.append(Owing(since=since, done_on=min(own, default=None), subject=one.id))
    return _while_there(owed, consortium)


def _in_force(day: date | None, until: date) -> date | None:
    """Return a deadline that passes while the text is in force; after that nothing is due."""
    return None if day is None or day > until else day


def _since(evaluation: Evaluation) -> date | None:
    return min((e.on for e in evaluation.events), default=None)


def _self_deadline(evaluation: Evaluation) -> date | None:
    return None if evaluation.notice is None else evaluation.notice.self_report_deadline


def _filed_on(evaluation: Evaluation) -> date | None:
    return None if evaluation.self_report is None else evaluation.self_report.on


def _not_another(
    event: ProjectPrereviewed, places: Places | None, zones: tuple[tuple[str, ...], ...]
) -> bool:
    """Return whether a review is not known to be another district's."""
    if event.by is None:
        return True
    place = place_named(event.by, zones)
    return place is not None and in_place(place, places) is not False


def _while_there(owed: Iterable[Owing], consortium: Consortium | None) -> Occasions:
    """Return what was done, and what is not done as long as the consortium is there."""
    there = consortium is not None and consortium.phase is Phase.RECOGNISED
    return tuple(one for one in owed if there or one.done_on is not None)


FACTS = (
    years_to_evaluate,
    submissions_owed,
    self_evaluations_owed,
    self_reports_owed,
    results_owed,
    coverage_owed,
    prereviews_owed,
)
