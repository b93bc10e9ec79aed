"""Each year's evaluation: what was to be handed in, what was, how the result came (art. 8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve, frozen

from innov_consortium.core.changes import ChangeEvent
from innov_consortium.core.clauses import Evidence, fact, items
from innov_consortium.core.evaluation import Evaluation, evaluations_of
from innov_consortium.core.events import (
    EvaluationEvent,
    EvaluationMode,
    EvaluationStaged,
    Event,
    MaterialsSubmitted,
    ResultNotified,
)
from innov_consortium.core.history import Consortium
from innov_consortium.core.register import Count
from innov_consortium.policies.tianjin.memberships import Membership, names_on
from innov_consortium.policies.tianjin.readings_evaluation import FirstEvaluation
from innov_consortium.policies.tianjin.readings_revocation import SelfReport, SubmissionFailure
from innov_consortium.policies.tianjin.results import before_this_text, standing

__all__ = ["FACTS", "ITEMS", "Submitted", "first_year", "lead_submissions"]

_STAGES = "events[evaluation_staged].stage"


@frozen
class Submitted(Evidence):
    """Whether a year's materials are not as required although handed in, and in what.

    Args:
        value: Whether they are not; ``None`` if that cannot be known.
        there: Whether anything was handed in.
        first_on: The day it first was; ``None`` if nothing was.
        deadline: The last day for it; ``None`` if there is none.
        late: Whether it came after that; ``None`` if not known.
        incomplete: Whether something the notice requires is lacking; ``None`` if not known.
        by_another: Whether it is not from the lead; ``None`` if not known.
        report_missing: Whether the report of a self-evaluation is; ``None`` if not known.
        missing: Paths of what would have to be known; those of other facts go without saying.
    """

    value: bool | None
    there: bool
    first_on: date | None = None
    deadline: date | None = None
    late: bool | None = False
    incomplete: bool | None = False
    by_another: bool | None = False
    report_missing: bool | None = False
    missing: tuple[str, ...] = ()


@items(path="evaluations[{}]".format)
def evaluation(
    evaluations: tuple[Evaluation, ...],
    evaluated_from: int | None,
    evaluated_to: int,
    commenced_on: date | None,
) -> tuple[Evaluation, ...]:
    """应当评价的各年度，没有记载的也在内；通知另有列入的，也在内（D14）。"""
    if evaluated_from is None:
        return ()
    told = {e.year: e for e in evaluations if _under_this_text(e, commenced_on)}
    included = {year for year, e in told.items() if e.notice is not None or e.mode is not None}
    years = sorted({*included, *range(evaluated_from, evaluated_to + 1)})
    return tuple(told.get(year, Evaluation(year=year)) for year in years)


@fact
def evaluated_from(
    consortium: Consortium | None, commenced_on: date | None, *, first_evaluation: FirstEvaluation
) -> int | None:
    """首个应当评价的年度（D14）；公布以前的年度不在内，尚未组建的没有。"""
    if consortium is None or consortium.recognised_on is None:
        return None
    return first_year(consortium.recognised_on, commenced_on, first_evaluation)


@fact
def evaluated_to(day: date, status_ends: date | None, *, valid_until: date) -> int:
    """最后一个应当评价的年度：所问之日的；资格终止、有效期届满的年度及以后，没有记载的不计。"""
    ended = day.year if status_ends is None else status_ends.year - 1
    return min(day.year, ended, valid_until.year - 1)


@fact(each="evaluation", reads="events[evaluation_assigned].mode")
def selected(evaluation: Evaluation) -> bool | None:
    """被选取参加专家评价；没有记载的不明。"""
    return None if evaluation.mode is None else evaluation.mode is EvaluationMode.EXPERT


@fact(each="evaluation")
def not_selected(selected: bool | None) -> bool | None:
    """不参与专家评价。"""
    return None if selected is None else not selected


@fact(each="evaluation")
def deadline(evaluation: Evaluation) -> date | None:
    """提交评价材料的末日，由年度通知给出；没有通知或者没有写明的没有。"""
    return None if evaluation.notice is None else evaluation.notice.deadline


@fact(each="evaluation")
def deadline_over(deadline: date | None, day: date, status_ends: date | None) -> bool:
    """提交期限已过，而资格在期限之内没有终止；没有期限的没有过。"""
    return deadline is not None and _over(deadline, day, status_ends)


@fact(each="evaluation")
def submitted(evaluation: Evaluation) -> bool:
    """已经提交评价材料。"""
    return bool(evaluation.submissions)


@fact(each="evaluation")
def submitted_on(
    evaluation: Evaluation,
    memberships: tuple[Membership, ...] | None,
    change_events: tuple[ChangeEvent, ...],
) -> date | None:
    """首次提交之日：牵头单位提交过的，依其首次。"""
    own = lead_submissions(evaluation, memberships, change_events)
    return next((s.on for s in own or evaluation.submissions), None)


@fact(each="evaluation")
def submission_due(
    selected: bool | None, deadline: date | None, submitted: bool, deadline_over: bool
) -> bool | None:
    """已到应当提交的时候：被选取，通知定有期限，且已经提交或者期限已过。"""
    if deadline is None or not (submitted or deadline_over):
        return False
    return selected


@fact(each="evaluation", reads="events[materials_submitted].items")
def materials_lacking(evaluation: Evaluation, deadline: date | None) -> Count:
    """通知要求而期限内没有提交的材料；要求什么没有写明的不明，写明不要求什么的不缺。"""
    required = None if evaluation.notice is None else evaluation.notice.required
    if required is None:
        return Count(None, missing=("events[evaluation_called].required",))
    in_time = [s for s in evaluation.submissions if deadline is None or s.on <= deadline]
    handed_in = [s.items for s in in_time or evaluation.submissions]
    given = frozenset[str]().union(*(items for items in handed_in if items is not None))
    lacking = tuple(sorted(required - given))
    if lacking and None in handed_in:
        return Count(None, missing=("events[materials_submitted].items",))
    return Count(len(lacking), lacking)


@fact(each="evaluation", reads="events[materials_submitted].by")
def submitted_by_lead(
    evaluation: Evaluation,
    memberships: tuple[Membership, ...] | None,
    change_events: tuple[ChangeEvent, ...],
) -> bool | None:
    """由牵头单位提交（第二十三条）；没有提交的没有。"""
    if not evaluation.submissions:
        return False
    if memberships is None:
        return None
    said = [_by_lead(s, memberships, change_events) for s in evaluation.submissions]
    if True in said:
        return True
    return None if None in said else False


@fact(each="evaluation")
def nothing_submitted(submission_due: bool | None, submitted: bool) -> bool | None:
    """应当提交而没有提交。"""
    return False if submitted else submission_due


@fact(each="evaluation")
def submitted_otherwise(
    submission_due: bool | None,
    submitted: bool,
    submitted_on: date | None,
    deadline: date | None,
    deadline_over: bool,
    materials_lacking: Count,
    submitted_by_lead: bool | None,
) -> Submitted:
    """已经提交，但迟交、不全或者由他人提交。"""
    if not submitted or not deadline_over or submission_due is False:
        return Submitted(False, submitted, submitted_on, deadline)  # noqa: FBT003 - in due form
    late = submitted_on is not None and deadline is not None and submitted_on > deadline
    lacking = materials_lacking.value
    short = None if lacking is None else lacking > 0
    another = None if submitted_by_lead is None else not submitted_by_lead
    wrong = (late, short, another)
    said = submission_due if True in wrong else None if None in wrong else False
    return Submitted(said, submitted, submitted_on, deadline, late, short, another)


@fact(each="evaluation")
def submission_counts(
    submitted_otherwise: Submitted,
    self_report_missing: bool | None,
    *,
    submission_failure: SubmissionFailure,
    self_report: SelfReport,
) -> Submitted:
    """依解释也算未按要求提交：迟交、不全的，没有提交自评报告的（D05）。"""
    otherwise = submission_failure is SubmissionFailure.LITERAL and submitted_otherwise.value
    own = self_report is SelfReport.MATERIALS and self_report_missing
    said = _any(otherwise, own)
    return evolve(submitted_otherwise, value=said, report_missing=self_report_missing)


@fact(each="evaluation")
def submission_judged(
    submitted_otherwise: Submitted,
    self_report_missing: bool | None,
    *,
    submission_failure: SubmissionFailure,
    self_report: SelfReport,
) -> Submitted:
    """是否算未按要求提交，由人判断：迟交、不全的，没有提交自评报告的（D05）。"""
    otherwise = submission_failure is SubmissionFailure.JUDGED and submitted_otherwise.value
    own = self_report is SelfReport.JUDGED and self_report_missing
    said = _any(otherwise, own)
    return evolve(submitted_otherwise, value=said, report_missing=self_report_missing)


# --- the way to the result ---------------------------------------------------------------------


@fact(each="evaluation")
def notified(evaluation: Evaluation) -> bool:
    """已经通报评价结果。"""
    return _notice_of_result(evaluation) is not None


@fact(each="evaluation", reads=_STAGES)
def stages_missing(evaluation: Evaluation, *, evaluation_stages: tuple[str, ...]) -> Count:
    """通报以前没有经过的环节；结果被撤销的，以再次通报为准。"""
    return _wanting(_gone_through(evaluation), evaluation_stages)


@fact(each="evaluation", reads=_STAGES)
def confirmed(evaluation: Evaluation, *, final_stage: str) -> bool | None:
    """通报以前已经最终审核确认。"""
    gone = {e.stage for e in _gone_through(evaluation)}
    if final_stage in gone:
        return True
    return None if None in gone else False


@fact
def act_evaluation(consortium: Consortium | None, act: Event | None) -> Evaluation | None:
    """正在作出的行为所属年度的评价，截至该行为以前。"""
    if not isinstance(act, EvaluationEvent) or consortium is None:
        return None
    told = {e.year: e for e in evaluations_of(consortium.events)}
    return told.get(act.of_year, Evaluation(year=act.of_year))


@fact(reads=_STAGES)
def stages_wanting(
    act_evaluation: Evaluation | None, *, evaluation_stages: tuple[str, ...]
) -> Count | None:
    """该年度的评价还没有经过的环节。"""
    return None if act_evaluation is None else _wanting(act_evaluation.stages, evaluation_stages)


@fact(reads="events[evaluation_called].deadline")
def act_deadline(act_evaluation: Evaluation | None) -> date | None:
    """该年度提交评价材料的末日。"""
    notice = None if act_evaluation is None else act_evaluation.notice
    return None if notice is None else notice.deadline


# --- self-evaluation ---------------------------------------------------------------------------


@fact(each="evaluation")
def self_deadline(evaluation: Evaluation) -> date | None:
    """自评报告备案的末日，由年度通知给出；条文没有。"""
    return None if evaluation.notice is None else evaluation.notice.self_report_deadline


@fact(each="evaluation")
def self_evaluation_done(evaluation: Evaluation) -> bool:
    """已经自评；已经提交自评报告的，亦同。"""
    return evaluation.self_evaluated is not None or evaluation.self_report is not None


@fact(each="evaluation")
def self_report_filed(evaluation: Evaluation) -> bool:
    """自评报告已经提交市科技局备案。"""
    return evaluation.self_report is not None


@fact(each="evaluation")
def self_filed_on(evaluation: Evaluation) -> date | None:
    """自评报告提交备案之日。"""
    return None if evaluation.self_report is None else evaluation.self_report.on


@fact(each="evaluation")
def self_filed_by(self_deadline: date | None) -> date:
    """自评报告提交备案的末日；通知没有写明的，任何一日都不迟。"""
    return date.max if self_deadline is None else self_deadline


@fact(each="evaluation")
def self_due(
    evaluation: Evaluation,
    not_selected: bool | None,
    self_deadline: date | None,
    day: date,
    status_ends: date | None,
) -> bool | None:
    """已到应当完成自评的时候：期限已过；没有期限的，年度已过；已经提交备案的，亦同。"""
    there = evaluation.self_report is not None or evaluation.self_evaluated is not None
    over = _over(self_deadline or date(evaluation.year, 12, 31), day, status_ends)
    return not_selected if there or over else False


@fact(each="evaluation")
def self_undated(self_deadline: date | None) -> bool:
    """没有写明自评报告何时提交：条文没有期限。"""
    return self_deadline is None


@fact(each="evaluation")
def self_report_due(
    evaluation: Evaluation,
    not_selected: bool | None,
    self_deadline: date | None,
    day: date,
    status_ends: date | None,
) -> bool | None:
    """已到应当提交自评报告的时候。"""
    over = _over(self_deadline or date(evaluation.year, 12, 31), day, status_ends)
    return not_selected if evaluation.self_report is not None or over else False


@fact(each="evaluation")
def self_report_missing(
    self_report_due: bool | None,
    self_filed_on: date | None,
    self_filed_by: date,
    self_undated: bool,
) -> bool | None:
    """应当提交自评报告而没有提交，或者迟交；没有期限的，不作“没有提交”。"""
    in_time = self_filed_on is not None and self_filed_on <= self_filed_by
    return False if in_time or self_undated else self_report_due


# --- how ---------------------------------------------------------------------------------------


def first_year(
    recognised_on: date, commenced_on: date | None, first_evaluation: FirstEvaluation
) -> int:
    """Return the first year in which a consortium is to be evaluated."""
    began = recognised_on if commenced_on is None else max(recognised_on, commenced_on)
    same = first_evaluation is FirstEvaluation.SAME_YEAR
    return began.year if same else began.year + 1


def lead_submissions(
    evaluation: Evaluation,
    memberships: tuple[Membership, ...] | None,
    change_events: tuple[ChangeEvent, ...],
) -> tuple[MaterialsSubmitted, ...]:
    """Return what was handed in by the lead, or by nobody knows whom."""
    if memberships is None:
        return evaluation.submissions
    return tuple(
        s for s in evaluation.submissions if _by_lead(s, memberships, change_events) is not False
    )


def _over(last: date, day: date, status_ends: date | None) -> bool:
    """Return whether a last day is past that came while the status was there."""
    return day > last and (status_ends is None or last < status_ends)


def _under_this_text(evaluation: Evaluation, commenced_on: date | None) -> bool:
    """Return whether a year was evaluated under this text from the beginning."""
    return not any(before_this_text(e, commenced_on) for e in evaluation.events)


def _any(*said: bool | None) -> bool | None:
    return True if True in said else None if None in said else False


def _by_lead(
    one: MaterialsSubmitted,
    memberships: Iterable[Membership],
    change_events: tuple[ChangeEvent, ...],
) -> bool | None:
    if one.by is None:
        return None
    return one.by in names_on(memberships, change_events, one.on)


def _notice_of_result(evaluation: Evaluation) -> ResultNotified | None:
    results = standing(evaluation).results
    return next((e for e in results if isinstance(e, ResultNotified)), None)


def _gone_through(evaluation: Evaluation) -> tuple[EvaluationStaged, ...]:
    """Return the stages gone through before the result was notified, in their order."""
    result = _notice_of_result(evaluation)
    events = evaluation.events
    until = len(events) if result is None else events.index(result)
    return tuple(e for e in events[:until] if isinstance(e, EvaluationStaged))


def _wanting(staged: Iterable[EvaluationStaged], stages: tuple[str, ...]) -> Count:
    """Return the stages that were not gone through; where one is not known, it may be any."""
    gone = {one.stage for one in staged}
    missing = tuple(stage for stage in stages if stage not in gone)
    if missing and None in gone:
        return Count(None, missing=(_STAGES,))
    return Count(len(missing), missing)


ITEMS = (evaluation,)

FACTS = (
    evaluated_from,
    evaluated_to,
    selected,
    not_selected,
    deadline,
    deadline_over,
    submitted,
    submitted_on,
    submission_due,
    materials_lacking,
    submitted_by_lead,
    nothing_submitted,
    submitted_otherwise,
    submission_counts,
    submission_judged,
    notified,
    stages_missing,
    confirmed,
    act_evaluation,
    stages_wanting,
    act_deadline,
    self_deadline,
    self_evaluation_done,
    self_report_filed,
    self_filed_on,
    self_filed_by,
    self_due,
    self_undated,
    self_report_due,
    self_report_missing,
)
