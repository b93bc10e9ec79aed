"""Answering whether somebody is barred from applying, and until when."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from innov_consortium.core.checking import derived_of, interpreted
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.consortium import Application
from innov_consortium.core.known import known_on
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Report
from innov_consortium.testing.cases.asked import Asked, Question
from innov_consortium.testing.cases.barring import Barring, barring_of
from innov_consortium.testing.cases.following import bar_values, end_values, readings_of
from innov_consortium.testing.cases.given import Facts
from innov_consortium.testing.cases.got import Got
from innov_consortium.testing.cases.problems import NotBuiltError

__all__ = ["answer_of_a_bar"]

_INQUIRY = "admissibility"
_ADMISSIBLE = ("admissible", "not_barred", "allowed", "acceptable", "met")
_BARRED = ("barred", "inadmissible", "not_admissible", "refused", "not_met")


def answer_of_a_bar(question: Question, given: Facts, policy: Policy, day: date) -> Got:
    """Answer whether an application is admissible, and when the bar there is ends.

    Raises:
        CannotRunError: The facts are not understood, or the policy does not answer it.
        InvalidInputError: The facts cannot be used.
    """
    barring = barring_of(given, policy, day)
    if _INQUIRY not in {inquiry.name for inquiry in policy.inquiries}:
        what = f"the inquiry {_INQUIRY}"
        raise NotBuiltError(what)
    day = question.day or day
    report = _with_readings_of_the_bars(policy.check(_INQUIRY, barring.case, on=day))
    values = _values(barring, policy, day)
    answers = _answers(report)
    if question.about is Asked.BAR_END:
        answers = (str(values["bar_last_day_nominal"]), str(values["first_admissible_day"]))
    first, *rest = answers
    return Got(
        question=question,
        report=report,
        members=barring.case.application.members,
        answer=first,
        also=frozenset(rest),
        values=values,
        left_out=barring.left_out,
    )


def _with_readings_of_the_bars(report: Report) -> Report:
    """Return the report with the readings that the bars rest on beside its own."""
    readings = {c.name: c for c in report.readings}
    readings |= {c.name: c for c in readings_of(report.policy, report.policy.bars)}
    return evolve(report, readings=tuple(readings.values()))


def _answers(report: Report) -> tuple[str, ...]:
    if report.answer is Answer.NO_BASIS:
        return (Answer.NO_BASIS.value,)
    if report.answer is Answer.MET:
        return _ADMISSIBLE
    if report.answer is Answer.NOT_MET:
        return _BARRED
    judged = any(f.outcome is Outcome.NEEDS_JUDGEMENT for f in report.open)
    return ("needs_judgement" if judged else "unknown", "open")


def _values(barring: Barring, policy: Policy, day: date) -> dict[str, object]:
    """Return what can be said of the bar of whoever led what was revoked, whoever applies now."""
    found = bar_values(barring.bars, day)
    revoked = [bar.window.first for bar in barring.bars if bar.window.first is not None]
    found["revoked_on"] = max(revoked).isoformat() if revoked else None
    if barring.former is None or "barring" not in {fact.name for fact in policy.facts}:
        return found
    own = Application(lead=barring.former, participants=(), presented_on=day)
    known = known_on(evolve(barring.case, application=own), day)
    evidence = derived_of(interpreted(policy, known), "barring", known, day)
    return found | end_values(evidence.last_barred_day, evidence.first_free_day)
