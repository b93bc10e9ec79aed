"""The same question of another day or under other readings, while nothing more is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from innov_consortium.core.case import Case, Dossier, Surroundings
from innov_consortium.core.checking import derived_of, interpreted, report_of
from innov_consortium.core.events import Filed
from innov_consortium.core.history import Consortium, History, replay
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.known import known_on
from innov_consortium.core.periods import day_following
from innov_consortium.core.readings import Reading
from innov_consortium.core.reforms import Reform
from innov_consortium.core.register import Register
from innov_consortium.core.report import Report
from innov_consortium.core.turning import (
    REFORM_BEGINS,
    REFORM_OVER,
    REPEALED,
    WINDOW_BEGINS,
    WINDOW_OVER,
    Reason,
)

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
        begun = tuple(_reforms(self.policy))
        beside = (*_repeal(self.policy), *windows, *begun)
        days = dict.fromkeys((self.asked_on, *(r.day for r in begun if r.day > self.asked_on)))
        return (*(reason for day in days for reason in self._turns(day)), *beside)

    def on(self, day: date) -> Report:
        """Return the report of that day."""
        case = _still(self.known, self.asked_on)
        return report_of(self._under(day), self.inquiry, case, day, self._consortium(day))

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

    def _under(self, day: date) -> Policy:
        """Return the policy as its reforms have it on a day; the one asked if it has none."""
        if not self.policy.reforms:
            return self.policy
        return interpreted(self.policy.under(day), self.known)

    def _turns(self, day: date) -> Iterator[Reason]:
        """Yield what the policy of a day says may be otherwise, on the days it is the policy of."""
        policy = self._under(day)
        if policy.turns is None:
            return
        consortium = self._consortium(self.asked_on)
        found: tuple[Reason, ...] = derived_of(
            policy, policy.turns, self.known, self.asked_on, consortium
        )
        yield from (r for r in found if not policy.reforms or self._under(r.day) == policy)

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


def _reforms(policy: Policy) -> Iterator[Reason]:
    """Yield the days from which the figures or readings of a reform count, or no longer do."""
    for one in policy.reforms:
        over = day_following(one.last)
        for provision in _provisions(policy, one):
            if one.first is not None:
                yield Reason(one.first, provision, REFORM_BEGINS)
            if over is not None:
                yield Reason(over, provision, REFORM_OVER)


def _provisions(policy: Policy, reform: Reform) -> Iterator[str]:
    """Yield the provisions whose figures or wordings a reform moves."""
    numbers, readings = dict(reform.numbers), dict(reform.readings)
    yield from (n.provision for n in policy.every_number if n.name in numbers)
    for choice in policy.readings:
        if choice.name in readings or choice.question.entry in readings:
            yield from choice.question.provisions


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
