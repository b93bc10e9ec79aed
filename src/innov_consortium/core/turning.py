"""When an answer alters by itself: a period ends, a year is over, the text expires."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Protocol

from attrs import frozen

from innov_consortium.core.readings import Reading
from innov_consortium.core.register import Register

if TYPE_CHECKING:
    from innov_consortium.core.report import Answer, Report  # noqa: TC004 - a turn has an answer

__all__ = [
    "REFORM_BEGINS",
    "REFORM_OVER",
    "REPEALED",
    "WINDOW_BEGINS",
    "WINDOW_OVER",
    "Again",
    "OnOtherDays",
    "Reason",
    "Turn",
    "next_turn",
]

#: That what a text asks beside a policy begins to be asked, and that it no longer is.
WINDOW_BEGINS, WINDOW_OVER = "window_begins", "window_over"

#: That the figures or readings of a reform begin to count, and that they no longer do.
REFORM_BEGINS, REFORM_OVER = "reform_begins", "reform_over"

#: That a later text does away with the one that is asked.
REPEALED = "repealed"


@frozen
class Reason:
    """A day from which something may be otherwise although nothing happens.

    Args:
        day: The first day on which it is otherwise.
        provision: The provision by which it is.
        what: What begins or ends, by a name a policy has a label for.
    """

    day: date
    provision: str
    what: str


@frozen
class Turn:
    """The day on which an answer alters by itself.

    Args:
        day: The first day of the other answer.
        answer: The answer then.
        reasons: What begins or ends on that day, as far as it bears on what alters.
        provisions: The provisions of the norms in the answer that come out otherwise.
    """

    day: date
    answer: Answer
    reasons: tuple[Reason, ...]
    provisions: tuple[str, ...] = ()


class OnOtherDays(Protocol):
    """What asks the same question of another day, with nothing known but what is known today."""

    def reasons(self) -> tuple[Reason, ...]:
        """Return the days from which something may be otherwise."""

    def on(self, day: date) -> Report:
        """Return the report of that day."""


class Again(OnOtherDays, Protocol):
    """What asks the same question anew: of another day, or under other readings."""

    @property
    def register(self) -> Register:
        """The register that is known."""

    def read(self, options: Mapping[str, Reading]) -> Report:
        """Return the report of the same day under other readings, by their names."""


def next_turn(report: Report, again: OnOtherDays) -> Turn | None:
    """Return the next day on which the answer of a report alters by itself; ``None`` if never.

    Args:
        report: The report.
        again: What asks the same of another day.
    """
    ahead = sorted((r for r in again.reasons() if r.day > report.on), key=lambda r: r.day)
    for day in dict.fromkeys(r.day for r in ahead):
        then = again.on(day)
        if then.answer is not report.answer:
            return _turn(report, then, tuple(r for r in ahead if r.day == day))
    return None


def _turn(report: Report, then: Report, reasons: tuple[Reason, ...]) -> Turn:
    """Return a turn with those reasons by whose provisions something comes out otherwise.

    Where there are none, with those whose provisions are not asked about: what begins or ends
    there may bear on what is.
    """
    before = {(f.provision, f.norm.name): f.outcome for f in report.findings}
    altered = [
        f for f in then.findings if before.get((f.provision, f.norm.name), f.outcome) != f.outcome
    ]
    provisions = {f.provision for f in altered}
    asked = {f.provision for f in (*report.findings, *then.findings)}
    own = tuple(r for r in reasons if r.provision in provisions)
    own = own or tuple(r for r in reasons if r.provision not in asked)
    combining = dict.fromkeys(f.provision for f in altered if f.norm.combines)
    return Turn(then.on, then.answer, own or reasons, tuple(combining))
