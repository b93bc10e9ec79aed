"""What every part of a year's evaluation is told with: its year, its day, who acted."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from innov_consortium.core.events import EvaluationAssigned, EvaluationMode, Event, Recognised
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.cast import Cast
from innov_consortium.testing.cases.given import Facts
from innov_consortium.testing.cases.policy_words import in_words_of, own_text
from innov_consortium.testing.cases.told import Happened, event_of

__all__ = ["Yearly"]

E = TypeVar("E", bound=Event)

_UNDER = ("under", "instrument")
#: Circumstances the text attaches nothing to, or weighs nowhere.
_REMARKED = ("id", "document", "dimensions", "content", "score", "scores", "consortium")


class Yearly:
    """One part of an evaluation that is being read.

    Args:
        part: What the case says of it.
        cast: Who is who.
        happened: Gets the events.
        source: Where the case tells of it; empty for what it takes for granted.
    """

    def __init__(self, part: Facts, cast: Cast, happened: Happened, source: str = "") -> None:
        self.part, self.cast, self.happened, self.source = part, cast, happened, source
        self.year = part.number("year")
        self.bureau = next(iter(cast.policy.approving_bodies), None)
        said = part.text(*_UNDER)
        self.under = "" if said is None or own_text(cast.policy, said) else said
        self.recorded_on = part.day("recorded_on")

    # --- reading ---------------------------------------------------------------------------------

    def by_bureau(self, *names: str) -> str | None:
        """Return who acted where it is a step of the bureau."""
        return self.cast.actor(self.part, *names) or self.bureau

    def by_lead(self, *names: str) -> str | None:
        """Return who acted where it is a step of the lead; ``null`` is not known."""
        named = self.cast.actor(self.part, *names)
        return named if set(names) & set(self.part.values) else self.cast.lead.name

    def grade(self, *names: str) -> str | None:
        """Return a grade, as the policy calls it."""
        said, path = self.part.text(*names), self.part.name_of(*names)
        if said is None:
            return None
        return in_words_of(self.cast.policy, "grades", vocabulary.GRADES, said, path)

    def finish(self) -> None:
        """Refuse what nobody has asked for."""
        self.part.pass_over(*_REMARKED)
        self.part.finish()

    # --- when ------------------------------------------------------------------------------------

    def early(self, *named: date | None) -> date:
        """Return the first day of the year on which it may have been, where no day is named.

        Args:
            named: Days by which it had to have been; ``None`` for one that is not known.
        """
        since = [e.on for e in self.told(Recognised)]
        first = date(self.year or self.happened.day.year, 1, 1)
        return min(max([first, *since]), self.happened.day, *(d for d in named if d is not None))

    def late(self) -> date:
        """Return the last day of the year on which it may have been, where no day is named."""
        return min(date(self.year or self.happened.day.year, 12, 31), self.happened.day)

    # --- telling ---------------------------------------------------------------------------------

    def told(self, sort: type[E]) -> list[E]:
        """Return what has been told so far of one sort."""
        return [t.event for t in self.happened.told if isinstance(t.event, sort)]

    def tell(self, sort: type[Event], on: date | None, **said: Any) -> None:
        """Add an event, if it happened."""
        if on is not None:
            self.happened.tell([self._made(sort, on, **said)], self.source)

    def grant(self, sort: type[Event], on: date, **said: Any) -> None:
        """Add an event that is taken for granted."""
        self.happened.tell([self._made(sort, on, **said)])

    def grant_assignment(self, on: date, mode: EvaluationMode) -> None:
        """Add that the consortium was assigned to be evaluated, unless the case says so itself."""
        if self.year not in {e.of_year for e in self.told(EvaluationAssigned)}:
            self.grant(EvaluationAssigned, on, by=self.bureau, mode=mode)

    def _made(self, sort: type[Event], on: date, **said: Any) -> Event:
        recorded = self.recorded_on if self.recorded_on and self.recorded_on >= on else None
        told = {"year": self.year, "under": self.under, "recorded_on": recorded, **said}
        return event_of(sort, on, **told)
