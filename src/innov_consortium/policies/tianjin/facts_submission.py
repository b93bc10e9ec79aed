"""What had to be handed in for an evaluation, and what was, when and by whom (art. 8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve, frozen

from innov_consortium.core.changes import ChangeEvent
from innov_consortium.core.clauses import Evidence, fact
from innov_consortium.core.evaluation import Evaluation
from innov_consortium.core.events import (
    MaterialsSubmitted,
)
from innov_consortium.core.register import Count
from innov_consortium.policies.tianjin.memberships import Membership, names_on
from innov_consortium.policies.tianjin.readings_revocation import SelfReport, SubmissionFailure

__all__ = ["FACTS", "Submitted", "is_over", "lead_submissions"]


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


@fact(each="evaluation")
def deadline(evaluation: Evaluation) -> date | None:
    """提交评价材料的末日，由年度通知给出；没有通知或者没有写明的没有。"""
    return None if evaluation.notice is None else evaluation.notice.deadline


@fact(each="evaluation")
def deadline_over(deadline: date | None, day: date, status_ends: date | None) -> bool:
    """提交期限已过，而资格在期限之内没有终止；没有期限的没有过。"""
    return deadline is not None and is_over(deadline, day, status_ends)


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
    self_report_filed: bool,
    *,
    submission_failure: SubmissionFailure,
    self_report: SelfReport,
) -> Submitted:
    """依解释也算未按要求提交：迟交、不全的，没有提交或者迟交自评报告的（D05）。"""
    literal = submission_failure is SubmissionFailure.LITERAL
    otherwise = literal and submitted_otherwise.value
    as_materials = self_report is SelfReport.MATERIALS and (literal or not self_report_filed)
    own = as_materials and self_report_missing
    said = _any(otherwise, own)
    return evolve(submitted_otherwise, value=said, report_missing=self_report_missing)


@fact(each="evaluation")
def submission_judged(
    submitted_otherwise: Submitted,
    self_report_missing: bool | None,
    self_report_filed: bool,
    *,
    submission_failure: SubmissionFailure,
    self_report: SelfReport,
) -> Submitted:
    """是否算未按要求提交，由人判断：迟交、不全的，没有提交或者迟交自评报告的（D05）。"""
    judged = submission_failure is SubmissionFailure.JUDGED
    otherwise = judged and submitted_otherwise.value
    late = self_report is SelfReport.MATERIALS and judged and self_report_filed
    own = (self_report is SelfReport.JUDGED or late) and self_report_missing
    said = _any(otherwise, own)
    return evolve(submitted_otherwise, value=said, report_missing=self_report_missing)


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


def _by_lead(
    one: MaterialsSubmitted,
    memberships: Iterable[Membership],
    change_events: tuple[ChangeEvent, ...],
) -> bool | None:
    if one.by is None:
        return None
    return one.by in names_on(memberships, change_events, one.on)


def _any(*said: bool | None) -> bool | None:
    return True if True in said else None if None in said else False


def is_over(last: date, day: date, status_ends: date | None) -> bool:
    """Return whether a last day is past that came while the status was there."""
    return day > last and (status_ends is None or last < status_ends)


FACTS = (
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
)
