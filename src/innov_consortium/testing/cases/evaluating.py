"""How a consortium was evaluated, as a case tells of it.

A result that is told of presupposes that the consortium was assigned to be evaluated and that the
evaluation went through its stages; where the stages are listed, it went through exactly those. A
day that is ``null`` did not come; one that is not named is not at issue.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from innov_consortium.core.events import (
    EvaluationMode,
    EvaluationStaged,
    ResultAnnulled,
    ResultCorrected,
    ResultNotified,
    SelfEvaluated,
    SelfReportFiled,
)
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.cast import Cast
from innov_consortium.testing.cases.given import ABSENT, Facts, a_text, one_of
from innov_consortium.testing.cases.noticing import (
    read_notice,
    read_selection,
    read_submission,
    submitted_for_granted,
)
from innov_consortium.testing.cases.policy_words import every_word, in_words_of
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.told import Happened
from innov_consortium.testing.cases.wording import plain
from innov_consortium.testing.cases.yearly import Yearly

__all__ = ["read_evaluation_event", "read_evaluations"]

_NOTIFIED = ("notified_on", "on", "date")
_FILED = ("filed_on", "report_filed_on", "on", "date")
_DONE = ("done_on", "evaluated_on", "self_evaluated_on")
_OF_ITSELF = ("filed_on", "report_filed_on", "self_stated_grade", *_DONE)
_CONFIRMED = "final_confirmation"
_STAGES = "evaluation.stages"


def read_evaluations(given: Facts, cast: Cast, happened: Happened) -> None:
    """Add the evaluations a case tells of apart from its events."""
    for part in given.each("notice", "notices", "evaluation_notice"):
        read_notice(Yearly(part, cast, happened))
    for part in given.each("selection", "selections"):
        read_selection(Yearly(part, cast, happened))
    for part in given.each("submission", "submissions"):
        read_submission(Yearly(part, cast, happened))
    for part in given.each("evaluation", "evaluations"):
        handed_in = not {"submission", "submissions"} & set(given.values)
        _read_evaluation(Yearly(part, cast, happened), handed_in=handed_in)


def read_evaluation_event(part: Facts, sort: str, cast: Cast, happened: Happened) -> None:
    """Add an event that belongs to an evaluation, with what it presupposes.

    Args:
        part: The event.
        sort: What it is about, as the vocabulary calls it.
        cast: Who is who.
        happened: Gets it.
    """
    part.pass_over("type", "event", "what")
    one = Yearly(part, cast, happened, part.path)
    if sort == "self":
        _by_itself(one)
    else:
        _READERS[sort](one)


def _read_evaluation(one: Yearly, *, handed_in: bool = True) -> None:
    """Read an evaluation.

    Args:
        one: The evaluation.
        handed_in: Whether it is taken for granted that materials were handed in.
    """
    said = one.part.text("mode", "by_whom")
    by_itself = said is None and bool(set(_OF_ITSELF) & set(one.part.values))
    if said is not None:
        mode = one_of(said, vocabulary.EVALUATION_MODES, one.part.at("mode"))
        by_itself = EvaluationMode(mode) is EvaluationMode.SELF
    if by_itself:
        _by_itself(one)
    else:
        _by_experts(one, handed_in=handed_in)


def _by_experts(one: Yearly, *, handed_in: bool) -> None:
    part = one.part
    notified_on, confirmed_on = part.day(*_NOTIFIED), part.day("confirmed_on")
    if not {*_NOTIFIED, "confirmed_on"} & set(part.values):
        raise NotUnderstoodError(part.at("notified_on"), None, "on which day was it notified?")
    last = min([d for d in (confirmed_on, notified_on) if d is not None], default=one.early())
    if handed_in and notified_on is not None:
        submitted_for_granted(one, last)
    one.grant_assignment(last, EvaluationMode.EXPERT)
    for stage, on in _stages(one, notified_on):
        one.grant(EvaluationStaged, on or last, by=one.bureau, stage=stage)
    by = one.by_bureau("by", "notified_by")
    one.tell(ResultNotified, notified_on, by=by, grade=one.grade("grade", "result"))
    corrected_to, corrected_on = one.grade("corrected_to"), part.day("corrected_on")
    one.tell(ResultCorrected, corrected_on, by=by, grade=corrected_to)
    one.tell(ResultAnnulled, part.day("annulled_on", "set_aside_on"), by=by)
    one.finish()


def _stages(one: Yearly, notified_on: date | None) -> Iterator[tuple[str, date | None]]:
    """Return the stages gone through, each with its day if the case gives one."""
    part, policy = one.part, one.cast.policy
    confirmed_on = part.day("confirmed_on")
    value = part.get("stages")
    if value is ABSENT or value is None:
        whole = () if notified_on is None else every_word(policy, _STAGES, vocabulary.STAGES)
        unconfirmed = "confirmed_on" in part.values and confirmed_on is None
        value = [w for w in whole if not (unconfirmed and _confirms(w))]
        value += [] if whole or confirmed_on is None else [_CONFIRMED]
    if not isinstance(value, list):
        raise NotUnderstoodError(part.at("stages"), value, "must be a list")
    for n, said in enumerate(value):
        named, on = said, None
        if isinstance(said, dict):
            own = Facts(said, f"{part.at('stages')}[{n}]")
            named, on = own.text("stage", "name"), own.day("on", "date")
            own.finish()
        word = a_text(named, part.at("stages"))
        if on is None and _confirms(word):
            on = confirmed_on
        yield in_words_of(policy, _STAGES, vocabulary.STAGES, word, part.at("stages")), on


def _confirms(word: str) -> bool:
    return vocabulary.STAGES.get(plain(word)) == _CONFIRMED


def _by_itself(one: Yearly) -> None:
    part = one.part
    part.pass_over("mode", "by_whom")
    filed_on, done_on = part.day(*_FILED), part.day(*_DONE)
    if not set(_DONE) & set(part.values):
        done_on = filed_on or one.late()
    days = [day for day in (done_on, filed_on) if day is not None]
    if days:
        one.grant_assignment(min(days), EvaluationMode.SELF)
    by = one.by_lead("by", "filed_by")
    one.tell(SelfEvaluated, done_on, by=by, grade=one.grade("self_stated_grade", "grade"))
    one.tell(SelfReportFiled, filed_on, by=by)
    one.finish()


def _corrected(one: Yearly) -> None:
    grade, on = one.grade("grade", "corrected_to", "to"), one.part.day("on", "corrected_on", "date")
    one.tell(ResultCorrected, on, by=one.by_bureau(), grade=grade)
    one.finish()


def _annulled(one: Yearly) -> None:
    one.tell(ResultAnnulled, one.part.day("on", "annulled_on", "date"), by=one.by_bureau())
    one.finish()


_READERS = {
    "result": _read_evaluation,
    "corrected": _corrected,
    "annulled": _annulled,
    "selection": read_selection,
    "notice": read_notice,
    "submission": read_submission,
}
