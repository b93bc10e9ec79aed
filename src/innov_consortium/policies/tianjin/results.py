"""The results of evaluations: which stand on a day, from when, under which text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve, frozen

from innov_consortium.core.clauses import Evidence
from innov_consortium.core.evaluation import Evaluation
from innov_consortium.core.events import (
    Event,
    ResultAnnulled,
    ResultCorrected,
)
from innov_consortium.core.periods import Window
from innov_consortium.policies.tianjin.readings_evaluation import Correction, GradeFrom

__all__ = ["Cancelled", "Operative", "Result", "before_this_text", "results_on", "standing"]


@frozen(kw_only=True)
class Result:
    """A result that stands on a day.

    Args:
        year: The year evaluated.
        grade: Its grade; ``None`` if not known.
        notified_on: The day it was first notified; ``None`` if it is only confirmed so far.
        effective_on: The day from which this grade counts.
        legacy: Whether it was given under the earlier text.
        under: The instrument it was given under, where that is not this one.
    """

    year: int
    grade: str | None
    notified_on: date | None
    effective_on: date
    legacy: bool = False
    under: str = ""


@frozen
class Operative(Evidence):
    """The grade that counts on a day, with the evaluation it is from.

    Args:
        value: The grade; ``None`` if there is none, or if it is not known.
        year: The year evaluated; ``None`` if no result counts.
        notified_on: The day it was notified; ``None`` too if it is only confirmed so far.
        effective_on: The day from which it counts.
        under: The instrument it was given under, where that is not this one.
        missing: Paths of what would have to be known.
    """

    value: str | None
    year: int | None = None
    notified_on: date | None = None
    effective_on: date | None = None
    under: str = ""
    missing: tuple[str, ...] = ()

    @classmethod
    def of(cls, result: Result | None) -> Operative:
        """Return what a result comes to; of none, that no grade counts."""
        if result is None:
            return cls(None)
        missing = ("events[result_notified].grade",) if result.grade is None else ()
        return cls(
            result.grade,
            result.year,
            result.notified_on,
            result.effective_on,
            result.under,
            missing,
        )


@frozen
class Cancelled(Evidence):
    """Whether the right to apply is cancelled on a day, by which results, and until when.

    Args:
        value: Whether it is; ``None`` if that cannot be known.
        results: The years evaluated whose results cancel it, those that cancel another year too.
        windows: For each of them the days on which it is cancelled, both ends included.
        window: The window the day lies in; ``None`` if it lies in none.
        missing: Paths of what would have to be known.
    """

    value: bool | None
    results: tuple[int, ...] = ()
    windows: tuple[Window, ...] = ()
    window: Window | None = None
    missing: tuple[str, ...] = ()


def before_this_text(event: Event, commenced_on: date | None) -> bool:
    """Return whether something was done under the earlier text, as said or by its day."""
    return bool(event.under) or (commenced_on is not None and event.on < commenced_on)


def results_on(
    evaluations: Iterable[Evaluation],
    day: date,
    commenced_on: date | None,
    grade_from: GradeFrom,
    correction: Correction,
    final_stage: str,
) -> tuple[Result, ...]:
    """Return the results that stand on a day, in the order of the years evaluated.

    Args:
        evaluations: The evaluations, as known.
        day: The day.
        commenced_on: The day of publication; ``None`` if not known.
        grade_from: From when a grade counts (D12).
        correction: From when a corrected one does (D12).
        final_stage: The word for the confirmation.
    """
    found = []
    for evaluation in map(standing, evaluations):
        result = _result(evaluation, commenced_on, grade_from, correction, final_stage)
        if result is not None and result.effective_on > day:  # notified or corrected later
            events = tuple(e for e in evaluation.events if e.on <= day)
            by_then = evolve(evaluation, events=events)
            result = _result(by_then, commenced_on, grade_from, correction, final_stage)
        if result is not None:
            found.append(result)
    return tuple(found)


def standing(evaluation: Evaluation) -> Evaluation:
    """Return an evaluation without what was annulled: what came after the last annulment."""
    events = evaluation.events
    annulled = [n for n, e in enumerate(events, 1) if isinstance(e, ResultAnnulled)]
    return evolve(evaluation, events=events[annulled[-1] :]) if annulled else evaluation


def _result(
    evaluation: Evaluation,
    commenced_on: date | None,
    grade_from: GradeFrom,
    correction: Correction,
    final_stage: str,
) -> Result | None:
    """Return what has become of a result by what is known; ``None`` if there is none."""
    given = [e for e in evaluation.results if not isinstance(e, ResultAnnulled)]
    confirmed = None
    if grade_from is GradeFrom.CONFIRMATION:
        confirmed = next((s for s in evaluation.stages if s.stage == final_stage), None)
    if not given:  # confirmed and not yet notified, its grade is nobody's to know
        if confirmed is None:
            return None
        told = _told(evaluation.year, confirmed, None, commenced_on)
        return evolve(told, notified_on=None)
    first, last = given[0], given[-1]
    reaches_back = isinstance(last, ResultCorrected) and correction is Correction.BACK
    since = first.on if reaches_back else last.on
    if confirmed is not None and since == first.on:
        since = min(since, confirmed.on)
    told = _told(evaluation.year, first, last.grade, commenced_on)
    return evolve(told, effective_on=since)


def _told(year: int, first: Event, grade: str | None, commenced_on: date | None) -> Result:
    return Result(
        year=year,
        grade=grade,
        notified_on=first.on,
        effective_on=first.on,
        legacy=before_this_text(first, commenced_on),
        under=first.under,
    )
