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

__all__ = ["Evaluation", "Run", "evaluations_of"]

E = TypeVar("E", bound=EvaluationEvent)

ResultEvent: TypeAlias = ResultNotified | ResultCorrected | ResultAnnulled


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
