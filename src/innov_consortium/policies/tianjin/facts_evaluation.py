"""Each year's evaluation: which years, by whom, and the way to the result (art. 8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from innov_consortium.core.clauses import fact, items
from innov_consortium.core.evaluation import Evaluation, evaluations_of
from innov_consortium.core.events import (
    EvaluationEvent,
    EvaluationMode,
    EvaluationStaged,
    Event,
    ResultNotified,
)
from innov_consortium.core.history import Consortium
from innov_consortium.core.register import Count
from innov_consortium.policies.tianjin.readings_evaluation import FirstEvaluation
from innov_consortium.policies.tianjin.results import before_this_text, standing

__all__ = ["FACTS", "ITEMS", "first_year"]

_STAGES = "events[evaluation_staged].stage"


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


def first_year(
    recognised_on: date, commenced_on: date | None, first_evaluation: FirstEvaluation
) -> int:
    """Return the first year in which a consortium is to be evaluated."""
    began = recognised_on if commenced_on is None else max(recognised_on, commenced_on)
    same = first_evaluation is FirstEvaluation.SAME_YEAR
    return began.year if same else began.year + 1


def _under_this_text(evaluation: Evaluation, commenced_on: date | None) -> bool:
    """Return whether a year was evaluated under this text from the beginning."""
    return not any(before_this_text(e, commenced_on) for e in evaluation.events)


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
    notified,
    stages_missing,
    confirmed,
    act_evaluation,
    stages_wanting,
    act_deadline,
)
