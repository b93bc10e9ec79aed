"""When an answer alters by itself: a period ends, a year is over, the text expires."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

from attrs import frozen

if TYPE_CHECKING:
    from innov_consortium.core.report import Answer, Report  # noqa: TC004 - a turn has an answer

__all__ = ["Again", "Reason", "Turn", "next_turn"]


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
        reasons: What begins or ends on that day.
    """

    day: date
    answer: Answer
    reasons: tuple[Reason, ...]


class Again(Protocol):
    """What asks the same question of another day, with nothing known but what is known today."""

    def reasons(self) -> tuple[Reason, ...]:
        """Return the days from which something may be otherwise."""

    def on(self, day: date) -> Report:
        """Return the report of that day."""


def next_turn(report: Report, again: Again) -> Turn | None:
    """Return the next day on which the answer of a report alters by itself; ``None`` if never.

    Args:
        report: The report.
        again: What asks the same of another day.
    """
    ahead = sorted((r for r in again.reasons() if r.day > report.on), key=lambda r: r.day)
    for day in dict.fromkeys(r.day for r in ahead):
        then = again.on(day).answer
        if then is not report.answer:
            return Turn(day, then, tuple(r for r in ahead if r.day == day))
    return None
