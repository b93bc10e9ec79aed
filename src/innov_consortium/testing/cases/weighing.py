"""Answering what follows: from evaluations, from what is on record, for projects and money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve

from innov_consortium.core.case import Dossier
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.events import ProjectDecided
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Finding, Report, best, worst
from innov_consortium.core.sources import ForceInTime
from innov_consortium.testing.cases.asked import Asked, Question
from innov_consortium.testing.cases.following import grade_on, what_follows
from innov_consortium.testing.cases.problems import NotBuiltError
from innov_consortium.testing.cases.replaying import Replayed

__all__ = ["answers_of", "report_of", "together", "values_of"]

#: What is asked of a policy: the first inquiry answers, the others say what else is found.
_INQUIRIES = {
    Asked.EVALUATION: ("evaluation", "revocation_grounds", "project_eligibility"),
    Asked.GROUNDS: ("revocation_grounds", "evaluation"),
    Asked.PROJECT: ("project_eligibility", "evaluation", "support_amount"),
    Asked.SUPPORT: ("support_amount", "project_eligibility"),
}
_EXPIRED = (ForceInTime.EXPIRED, ForceInTime.NOT_YET)
_SAID = {Answer.MET: True, Answer.NOT_MET: False, Answer.NO_BASIS: False}


def report_of(question: Question, replayed: Replayed, day: date) -> Report:
    """Return what the text makes of what is asked, in one report.

    Raises:
        NotBuiltError: The policy does not answer it.
    """
    policy, dossier = replayed.policy, replayed.life.dossier
    return together(_asked(policy, name, dossier, day) for name in _INQUIRIES[question.about])


def together(reports: Iterable[Report]) -> Report:
    """Return the first report with what others find of further provisions."""
    first, *others = reports
    findings = list(first.findings)
    for report in others:
        there = {f.provision for f in findings}
        findings += [f for f in report.findings if f.provision not in there]
    readings = {c.name: c for report in (first, *others) for c in report.readings}
    return evolve(first, findings=tuple(findings), readings=tuple(readings.values()))


def _asked(policy: Policy, name: str, dossier: Dossier, day: date) -> Report:
    if name not in {inquiry.name for inquiry in policy.inquiries}:
        what = f"the inquiry {name}"
        raise NotBuiltError(what)
    return policy.check(name, dossier, on=day)


# --- answers -----------------------------------------------------------------------------------


def answers_of(question: Question, replayed: Replayed, report: Report) -> tuple[str, ...]:
    """Return the answer, with further words in which it is as right."""
    if question.about is Asked.EVALUATION:
        word = grade_on(replayed.policy, replayed.life.dossier, replayed.consortium)
        return (word, *_of_norms(question, report))
    if report.answer is Answer.NO_BASIS:
        return ("no_basis", "refused_no_basis")
    if question.about is Asked.GROUNDS:
        return _of_grounds(question, report)
    if question.about is Asked.PROJECT:
        granted = any(e.granted for e in replayed.consortium.all(ProjectDecided))
        return (*_of_eligibility(report), *(["unaffected"] if granted else []))
    return _of_norms(question, report)


def _of_grounds(question: Question, report: Report) -> tuple[str, ...]:
    """Return whether a ground is there: of those the case is about, else of all."""
    grounds = [f for f in report.findings if f.norm.some]
    about = [f for f in grounds if f.provision in question.provisions]
    found = best(f.outcome for f in about or grounds)
    if found is Outcome.MET:
        return ("ground_established",)
    if found in (Outcome.NEEDS_JUDGEMENT, Outcome.UNKNOWN):
        return (found.value, "open")
    return ("no_ground_established",)


def _of_eligibility(report: Report) -> tuple[str, ...]:
    if report.answer is Answer.MET:
        return ("eligible",)
    if report.answer is Answer.NOT_MET:
        return ("not_eligible",)
    judged = any(f.outcome is Outcome.NEEDS_JUDGEMENT for f in report.open)
    return ("needs_judgement" if judged else "unknown", "open")


def _of_norms(question: Question, report: Report) -> tuple[str, ...]:
    """Return what is found of the provisions the case is about, else of all that are asked."""
    if report.answer is Answer.NO_BASIS:
        return ("no_basis", "refused_no_basis")
    asked = [f for f in report.findings if f.norm.combines and not f.norm.some]
    about = [f for f in report.findings if f.provision in question.provisions and not f.norm.some]
    one = worst(f.outcome for f in about or asked)
    if one is Outcome.NOT_MET:
        return ("not_met", "violation")
    if one in (Outcome.DEPARTS_FROM_PRINCIPLE, Outcome.UNKNOWN, Outcome.NEEDS_JUDGEMENT):
        return (one.value, "open")
    return (one.value, "met", "no_violation")


# --- values ------------------------------------------------------------------------------------


def values_of(question: Question, replayed: Replayed, report: Report) -> dict[str, object]:
    """Return what can be said on the day, by the names a case gives it."""
    policy, dossier, consortium = replayed.policy, replayed.life.dossier, replayed.consortium
    found = {**replayed.values, **what_follows(policy, dossier, consortium)}
    if question.about is Asked.WHOLE:
        eligibility = _asked(policy, "project_eligibility", dossier, consortium.on)
        found["project_eligible"] = _said(eligibility)
        found |= _grounds_there(policy, dossier, _while_in_force(replayed))
    return {**found, **_of_what_fails(question, policy, report), **_of_money(report)}


def _while_in_force(replayed: Replayed) -> date:
    """Return the day, or that of the last act while the text was in force: grounds are history."""
    policy, day = replayed.policy, replayed.consortium.on
    if policy.in_force(day) is not ForceInTime.EXPIRED:
        return day
    acts = [e.on for e in replayed.consortium.events if policy.in_force(e.on) not in _EXPIRED]
    return max(acts, default=day)


def _grounds_there(policy: Policy, dossier: Dossier, day: date) -> dict[str, object]:
    report = _asked(policy, "revocation_grounds", dossier, day)
    found: dict[str, list[Outcome]] = {}
    for finding in report.findings:
        if finding.norm.some:
            found.setdefault(finding.provision, []).append(finding.outcome)
    outcomes = {name.replace(".", "_"): best(theirs) for name, theirs in found.items()}
    return {name: _established(outcome) for name, outcome in outcomes.items()}


def _established(outcome: Outcome) -> object:
    told = {Outcome.MET: True, Outcome.NOT_MET: False, Outcome.NOT_APPLICABLE: False}
    return told.get(outcome, outcome.value)


def _said(report: Report) -> object:
    return _SAID[report.answer] if report.answer in _SAID else _of_eligibility(report)[0]


def _of_what_fails(question: Question, policy: Policy, report: Report) -> dict[str, object]:
    """Return what fails of the provisions the case is about: whose duty it is, of which year."""
    about = [f for f in report.findings if f.provision in question.provisions]
    failing = [f for f in about if f.outcome is Outcome.NOT_MET]
    bearers = [role for f in failing for role in _bearers(policy, f.provision)]
    years = [_year(item.item) for f in failing for item in f.items]
    known = [year for year in years if year is not None]
    found: dict[str, object] = {}
    if bearers:
        found["addressee"] = bearers[0]
    if known:
        found["year"] = known[0]
    return found


def _of_money(report: Report) -> dict[str, object]:
    """Return by how much the support goes beyond what the text allows; in yuan, as text."""
    asked = [f for f in report.findings if "municipal_support" in f.norm.facts]
    excess = sum((e for f in asked for e in _excesses(f)), start=Decimal(0))
    known = all(f.outcome in (Outcome.MET, Outcome.NOT_MET) for f in asked)
    return {"excess_yuan": f"{excess:.2f}"} if asked and known else {}


def _bearers(policy: Policy, provision: str) -> list[str]:
    """Return the roles of those whom a provision is addressed to."""
    owing = [duty.bearer for duty in policy.duties if duty.provision == provision]
    acting = [step.actor for step in policy.steps if step.provision == provision]
    return [*owing, *(role for role in acting if role is not None)]


def _year(item: Any) -> int | None:
    """Return the year of something, or the year it stands for."""
    year = getattr(item, "year", getattr(item, "of_year", None))
    said = str(getattr(item, "subject", item)) if year is None else str(year)
    return int(said) if said.isdecimal() else None


def _excesses(finding: Finding) -> Iterator[Decimal]:
    for item in finding.items:
        values = dict(zip(finding.norm.facts, item.values, strict=False))
        support = values.get("municipal_support")
        if support is not None and support.excess is not None:
            yield support.excess
