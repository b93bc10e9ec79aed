"""Evaluations by a consortium itself, and the reports on them (art. 8)."""

from __future__ import annotations

from datetime import date

from innov_consortium.core.clauses import fact
from innov_consortium.core.evaluation import Evaluation
from innov_consortium.policies.tianjin.facts_submission import is_over

__all__ = ["FACTS"]


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
    over = is_over(self_deadline or date(evaluation.year, 12, 31), day, status_ends)
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
    over = is_over(self_deadline or date(evaluation.year, 12, 31), day, status_ends)
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


FACTS = (
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
