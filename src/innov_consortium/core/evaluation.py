"""A year's evaluation, put together again from what happened.

Which result counts from when, and what follows from it, is a question of the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias, TypeVar

from attrs import frozen

from innov_consortium.core.clauses import Evidence
from innov_consortium.core.events import (
    EvaluationAssigned,
    EvaluationCalled,
    EvaluationEvent,
    EvaluationMode,
    EvaluationStaged,
    Event,
    MaterialsSubmitted,
    ResultAnnulled,
    ResultCorrected,
    ResultNotified,
    SelfEvaluated,
    SelfReportFiled,
)
from innov_consortium.errors import Fault, FaultKind

__all__ = ["Evaluation", "Run", "evaluation_faults", "evaluations_of"]

E = TypeVar("E", bound=EvaluationEvent)

ResultEvent: TypeAlias = ResultNotified | ResultCorrected | ResultAnnulled

#: What comes of the evaluation of a year, and cannot come of it before the year begins.
_OUTCOMES = (ResultNotified, ResultCorrected, ResultAnnulled, SelfEvaluated, SelfReportFiled)


@frozen(kw_only=True)
class Evaluation:
    """The evaluation of one year, as far as its events tell of it.

    Args:
        year: The year.
        events: Its events, in the order in which they happened.
    """

    year: int
    events: tuple[EvaluationEvent, ...] = ()

    @property
    def key(self) -> str:
        """What an attestation about it names as its item."""
        return str(self.year)

    @property
    def notice(self) -> EvaluationCalled | None:
        """The notice that counts: the last one; ``None`` if there was none."""
        return self._last(EvaluationCalled)

    @property
    def mode(self) -> EvaluationMode | None:
        """By whom it is evaluated, as assigned or as notified; ``None`` if not known."""
        assigned = self._last(EvaluationAssigned)
        if assigned is not None:
            return assigned.mode
        return None if self._last(ResultNotified) is None else EvaluationMode.EXPERT

    @property
    def submissions(self) -> tuple[MaterialsSubmitted, ...]:
        """What was handed in, each time."""
        return tuple(e for e in self.events if isinstance(e, MaterialsSubmitted))

    @property
    def stages(self) -> tuple[EvaluationStaged, ...]:
        """The stages gone through."""
        return tuple(e for e in self.events if isinstance(e, EvaluationStaged))

    @property
    def results(self) -> tuple[ResultEvent, ...]:
        """Its result, and what became of that."""
        return tuple(e for e in self.events if isinstance(e, ResultEvent))

    @property
    def self_evaluated(self) -> SelfEvaluated | None:
        """The last evaluation by itself; ``None`` if there was none."""
        return self._last(SelfEvaluated)

    @property
    def self_report(self) -> SelfReportFiled | None:
        """The first report of a self-evaluation filed; ``None`` if there was none."""
        return next((e for e in self.events if isinstance(e, SelfReportFiled)), None)

    def _last(self, sort: type[E]) -> E | None:
        return next((e for e in reversed(self.events) if isinstance(e, sort)), None)


@frozen
class Run(Evidence):
    """Results that follow one another, with what lies between them.

    Args:
        value: How many results; ``None`` if it cannot be known.
        results: The years of the results, in their order.
        gap_years: The years between them of which there is no result.
        notified: The days on which the results took effect, in the order of ``results``.
        not_counted: What is known and does not count, in words a policy has a label for.
        missing: Paths of what would have to be known.
        later: The years of results that came after it.
    """

    value: int | None
    results: tuple[int, ...] = ()
    gap_years: tuple[int, ...] = ()
    notified: tuple[date, ...] = ()
    not_counted: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    later: tuple[int, ...] = ()

    @property
    def followed(self) -> bool:
        """Whether results came after it."""
        return bool(self.later)


def evaluations_of(events: Iterable[Event]) -> tuple[Evaluation, ...]:
    """Return the evaluations that events tell of, in the order of their years."""
    found: dict[int, list[EvaluationEvent]] = {}
    for event in events:
        if isinstance(event, EvaluationEvent):
            found.setdefault(event.of_year, []).append(event)
    return tuple(
        Evaluation(year=year, events=tuple(theirs)) for year, theirs in sorted(found.items())
    )


def evaluation_faults(events: Iterable[tuple[str, Event]]) -> list[Fault]:
    """Return what cannot be in the evaluations a history tells of, event by event.

    Nothing comes of a year's evaluation before that year begins. A result notified stands until it
    is annulled, or until the record is set right; another one is an event of its own, a correction.
    Results under different instruments stand beside each other.

    Args:
        events: The events that stand, each with its path in the history, in the order in which
            they were recorded.
    """
    standing: dict[tuple[int, str], str] = {}
    faults: list[Fault] = []
    for path, event in events:
        if not isinstance(event, _OUTCOMES):
            continue
        if event.of_year > event.on.year:
            faults += _too_early(path, event)
        key = (event.of_year, event.under)
        if isinstance(event, ResultAnnulled):
            standing.pop(key, None)
        elif (
            isinstance(event, ResultNotified) and (first := standing.setdefault(key, path)) != path
        ):
            zh = f"{event.of_year} 年度的结果已在 {first} 通报；更正应另记为结果更正"
            en = f"a result of {event.of_year} was notified in {first}; record a correction"
            faults.append(Fault(FaultKind.DUPLICATE, f"{path}.year", zh, en))
    return faults


def _too_early(path: str, event: EvaluationEvent) -> list[Fault]:
    """Return that the year or the day is wrong: nobody but who wrote them can tell which."""
    zh = f"{event.of_year} 年度在 {event.on} 尚未开始"
    en = f"the year {event.of_year} had not begun on {event.on}"
    return [
        Fault(FaultKind.INCONSISTENT, f"{path}.year", f"{zh}；请核对年度", f"{en}; check the year"),
        Fault(FaultKind.OUT_OF_ORDER, f"{path}.on", f"{zh}；请核对日期", f"{en}; check the day"),
    ]
