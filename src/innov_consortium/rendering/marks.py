"""What a reader must know of an answer as a whole: draft, supposed publication, other figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Mark, Report
from innov_consortium.core.sources import ForceInTime
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.procedure import is_act
from innov_consortium.rendering.styles import OPEN
from innov_consortium.rendering.wording import Wording

__all__ = ["general_marks", "marks", "notes", "worded_marks"]


def marks(words: Wording, report: Report) -> list[str]:
    """Return what a reader must know of a report."""
    said = general_marks(words, report, in_time=True)
    if is_act(report) and report.answer is Answer.NO_BASIS and not _out_of_time(report):
        said.append(words.say("note.no_step"))
    return [*said, *notes(words, report)]


def general_marks(words: Wording, report: Report, *, in_time: bool) -> list[str]:
    """Return what a reader must know of a report, whatever its findings are.

    Args:
        words: The language.
        report: The report.
        in_time: Whether what it says of force in time holds of all that it is to stand for.
    """
    dated = in_time and report.in_force is not ForceInTime.UNKNOWN
    said = [words.say(f"in_force.{report.in_force.value}")] if dated else []
    return said + worded_marks(words, report.policy, report.marks)


def notes(words: Wording, report: Report) -> list[str]:
    """Return how much of an answer is no fulfilment of the text, or waits for another rule."""
    said = []
    for of in (Outcome.ACCEPTED_DEPARTURE, Outcome.CASE_BY_CASE):
        number = sum(f.norm.combines and f.outcome is of for f in report.findings)
        said += [words.say(f"note.{of.value}", n=number)] if number else []
    if report.answer is Answer.OPEN and report.failed:
        undecided = (f.provision for f in report if f.norm.displaces and f.outcome in OPEN)
        places = words.listed(dict.fromkeys(place(p, words.locale) for p in undecided))
        said.append(words.say("note.undecided", n=len(report.failed), places=places))
    return said


def worded_marks(words: Wording, policy: Policy, marks: Iterable[Mark]) -> list[str]:
    """Return marks in words."""
    return [_mark(words, policy, mark) for mark in marks]


def _out_of_time(report: Report) -> bool:
    return report.in_force in (ForceInTime.NOT_YET, ForceInTime.EXPIRED)


def _mark(words: Wording, policy: Policy, mark: Mark) -> str:
    publication = policy.publication
    return words.say(
        f"mark.{mark.value}",
        day=None if publication is None else publication.day,
        numbers=words.joined(_changed(words, policy)) if mark is Mark.OTHER_NUMBERS else "",
    )


def _changed(words: Wording, policy: Policy) -> Iterator[str]:
    """Return the figures that are not those of the text, each beside the one that is."""
    stated = numbers_of(type(policy.numbers)())
    for own, instead in zip(stated, numbers_of(policy.numbers), strict=True):
        if own != instead:
            yield words.say(
                "number.changed",
                label=words.of_policy(f"number.{own.name}") or own.name,
                instead=words.with_unit(instead.value, own.unit),
                own=words.with_unit(own.value, own.unit),
            )
