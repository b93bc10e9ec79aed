"""The same question of another day or under other readings, while nothing more is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from innov_consortium.core.case import Case, Dossier, Surroundings
from innov_consortium.core.checking import derived_of, report_of
from innov_consortium.core.events import Filed
from innov_consortium.core.history import Consortium, History, replay
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.known import known_on
from innov_consortium.core.periods import day_following
from innov_consortium.core.readings import Reading
from innov_consortium.core.register import Register
from innov_consortium.core.report import Report
from innov_consortium.core.turning import REPEALED, WINDOW_BEGINS, WINDOW_OVER, Reason

if TYPE_CHECKING:
    from innov_consortium.core.policy import Policy  # noqa: TC004 - a question names its policy

__all__ = ["Asking", "history_of"]


@frozen(eq=False)
class Asking:
    """An inquiry, ready to be made of another day or under other readings.

    Args:
        policy: The policy, as official interpretations settle it.
        inquiry: The inquiry.
        known: What is known around what is asked about.
        history: The history asked about; ``None`` for an application.
        asked_on: The day first asked about: nothing that became known later counts.
    """

    policy: Policy
    inquiry: Inquiry
    known: Surroundings
    history: History | None
    asked_on: date

    @property
    def register(self) -> Register:
        """The register that is known."""
        return self.known.register

    def reasons(self) -> tuple[Reason, ...]:
        """Return the days from which something may be otherwise."""
        windows = _windows(self.policy, self.inquiry) if self._is_of_today() else ()
        beside = (*_repeal(self.policy), *windows)
        if self.policy.turns is None:
            return beside
        consortium = self._consortium(self.asked_on)
        found: tuple[Reason, ...] = derived_of(
            self.policy, self.policy.turns, self.known, self.asked_on, consortium
        )
        return (*found, *beside)

    def on(self, day: date) -> Report:
        """Return the report of that day."""
        case = _still(self.known, self.asked_on)
        return report_of(self.policy, self.inquiry, case, day, self._consortium(day))

    def read(self, options: Mapping[str, Reading]) -> Report:
        """Return the report of the same day under other readings, by their names.

        A register that was folded from histories is folded under them, too. The policy is copied,
        not checked anew: whichever way it is read, it is as well made.
        """
        policy = copy(self.policy)
        readings = tuple(
            evolve(c, option=options.get(c.name, c.option)) for c in self.policy.readings
        )
        object.__setattr__(policy, "readings", readings)
        day, known = self.asked_on, self.known
        if known.register.folding is not None:
            folded = known.register.folding.under(policy)
            known = known_on(evolve(known, register=folded), day)
        return report_of(policy, self.inquiry, known, day, self._consortium(day))

    def _is_of_today(self) -> bool:
        """Return whether windows are held against the day asked about: nothing is filed yet."""
        if self.inquiry.of != "application":
            return True
        consortium = self._consortium(self.asked_on)
        filed = None if consortium is None else consortium.last(Filed)
        application = self.known.application if isinstance(self.known, Case) else None
        return filed is None and (application is None or application.filed_on is None)

    def _consortium(self, day: date) -> Consortium | None:
        if self.history is None:
            return None
        return replay(self.history, day, known_on=self.asked_on)


def _repeal(policy: Policy) -> Iterator[Reason]:
    """Yield the day from which a later text has done away with the one that is asked."""
    if policy.in_time.repealed is not None:
        provision = policy.in_time.commencement.provision
        yield Reason(policy.in_time.repealed.on, provision, REPEALED)


def _windows(policy: Policy, inquiry: Inquiry) -> Iterator[Reason]:
    """Yield the days from which what is asked beside a policy is another thing."""
    for one in policy.additional:
        norms = one.of(inquiry.name)
        if norms and one.window.first is not None:
            yield Reason(one.window.first, norms[0].provision, WINDOW_BEGINS)
        over = day_following(one.window.last)
        if norms and over is not None:
            yield Reason(over, norms[0].provision, WINDOW_OVER)


def history_of(case: Case | Dossier) -> History | None:
    """Return the history a case is about; ``None`` if it is about an application."""
    return case.history if isinstance(case, Dossier) else None


def _still(known: Surroundings, day: date) -> Surroundings:
    """Return what is known with every collection staying complete that is complete on a day."""
    register, record = known.register, known.record
    if register.complete_on(day):
        register = evolve(register, complete_to=date.max)
    if record.complete_on(day):
        record = evolve(record, complete_to=date.max)
    return evolve(known, register=register, record=record)
