"""Answering the questions about a consortium's life."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import evolve

from innov_consortium.core.changes import ChangeEvent
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.events import EndRequested, EvaluationEvent, Filed
from innov_consortium.core.judging import ACTOR
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Finding, Report, worst
from innov_consortium.core.sources import Disposition, ForceInTime
from innov_consortium.testing.cases.asked import ACTS, CONSEQUENCES, WEIGHED, Asked, Question
from innov_consortium.testing.cases.deciding import decided
from innov_consortium.testing.cases.given import Facts
from innov_consortium.testing.cases.got import Got
from innov_consortium.testing.cases.lives import life_of
from innov_consortium.testing.cases.problems import NotBuiltError, NotUnderstoodError
from innov_consortium.testing.cases.replaying import Replayed, state_of
from innov_consortium.testing.cases.weighing import answers_of, report_of, values_of

__all__ = ["answer_of_a_life"]

_INQUIRIES = {
    Asked.FILING: ("filing",),
    Asked.PROCEDURE: ("procedure",),
    Asked.CHANGE: ("change",),
    Asked.WITHDRAWAL: ("withdrawal",),
}
_OF_DUTIES = ("evaluation",)
_OF_WHAT_FOLLOWS = ("evaluation", "revocation_grounds", "project_eligibility")
#: Questions whose answer rests on every fact that is listed.
_OF_FACTS = frozenset({Asked.GROUNDS, Asked.WHOLE})
_NOTHING_OWED = (Disposition.DECLARATORY, Disposition.EXTERNAL, Disposition.DEFINITION)
_EXPIRED = (ForceInTime.EXPIRED, ForceInTime.NOT_YET)


def answer_of_a_life(question: Question, given: Facts, policy: Policy, day: date) -> Got:
    """Answer a question about a consortium's life.

    Raises:
        CannotRunError: The facts are not understood, or the question is not answered yet.
        InvalidInputError: The facts cannot be used.
    """
    _claims_only_support(question, policy)
    life = life_of(given, policy, day, of_money=question.about is Asked.SUPPORT)
    if _rests_on_facts(question, policy):
        life.recorded.understood()
    if question.day is not None and question.about not in ACTS:
        day = question.day
    replayed = Replayed.of(life, policy, day)
    _something_asked(question, replayed)
    if question.about in ACTS:
        return decided(question, replayed, day)
    values: Mapping[str, object] = {}
    if question.about in WEIGHED:
        report = report_of(question, replayed, day)
        answers = answers_of(question, replayed, report)
    else:
        report = _report(question, replayed, day)
        answers = _answers(question, replayed, report)
    if question.about in CONSEQUENCES:
        values = values_of(question, replayed, report)
    return replayed.got(question, report, answers, values)


def _something_asked(question: Question, replayed: Replayed) -> None:
    """Refuse to check what a case does not tell of."""
    told = replayed.life.dossier.history.events
    wanted = {Asked.CHANGE: ChangeEvent, Asked.WITHDRAWAL: EndRequested, Asked.FILING: Filed}
    sort = wanted.get(question.about)
    if sort is not None and not any(isinstance(e, sort) for e in told):
        why = f"nothing to check: there is no {sort.__name__}"
        raise NotUnderstoodError(path="given", value=None, why=why)


def _rests_on_facts(question: Question, policy: Policy) -> bool:
    """Tell whether every fact that is listed may bear on the question, whatever it is."""
    if question.about is Asked.COMPLIANCE:
        return not _nothing_owed(question, policy)
    return question.about in _OF_FACTS or question.on_a_ground


def _claims_only_support(question: Question, policy: Policy) -> None:
    """Refuse to say whether something is owed by a provision that is more than support.

    Raises:
        NotBuiltError: It may be.
    """
    if question.about is Asked.ENTITLEMENT and not _nothing_owed(question, policy):
        what = "whether the text gives a claim to it"
        raise NotBuiltError(what)


def _nothing_owed(question: Question, policy: Policy) -> bool:
    """Tell whether a case is only about what encourages and supports."""
    about = [policy.ledger[p].disposition for p in question.provisions if p in policy.ledger]
    return bool(about) and all(d in _NOTHING_OWED for d in about)


# --- reports -----------------------------------------------------------------------------------


def _report(question: Question, replayed: Replayed, day: date) -> Report:
    """Return what the text makes of everything asked, in one report.

    After the last day of the text an act is judged as on the day of the last one while it was in
    force: what was done then was lawful or not, and stays so.
    """
    policy, dossier = replayed.policy, replayed.life.dossier
    asked = _INQUIRIES.get(question.about) or _all_of(question, replayed)
    if policy.in_force(day) is ForceInTime.EXPIRED:
        while_in_force = [e.on for e in replayed.consortium.events]
        last = max(while_in_force, default=day)
        day = day if policy.in_force(last) in _EXPIRED else last
    first, *others = (policy.check(name, dossier, on=day) for name in asked)
    findings = [f for report in (first, *others) for f in report.findings]
    findings += _lacking(replayed, only_who=question.about in _INQUIRIES)
    found = {f.provision for f in findings}
    audited = (f for a in replayed.audited for f in a.report.findings)
    findings += [f for f in audited if f.provision not in found]
    reports = (first, *others, *(a.report for a in replayed.audited))
    readings = {c.name: c for report in reports for c in report.readings}
    return evolve(first, findings=tuple(findings), readings=tuple(readings.values()))


def _all_of(question: Question, replayed: Replayed) -> tuple[str, ...]:
    names = ["procedure"]
    there = {inquiry.name for inquiry in replayed.policy.inquiries}
    if question.about is Asked.WHOLE:
        names += [name for name in _OF_WHAT_FOLLOWS if name in there]
    elif question.about is Asked.COMPLIANCE and _of_evaluation(question, replayed):
        names += [name for name in _OF_DUTIES if name in there]
    if replayed.consortium.changes:
        names.append("change")
    if replayed.consortium.last(EndRequested) is not None:
        names.append("withdrawal")
    return tuple(names)


def _of_evaluation(question: Question, replayed: Replayed) -> bool:
    """Tell whether a case tells of evaluations, or is about what is owed every year."""
    policy = replayed.policy
    if replayed.consortium.last(EvaluationEvent) is not None:
        return True
    inquiries = (i for i in policy.inquiries if i.name in _OF_DUTIES)
    asked = {norm.provision for i in inquiries for norm in policy.norms(i.name)}
    return bool(asked & set(question.provisions))


def _lacking(replayed: Replayed, *, only_who: bool) -> list[Finding]:
    """Return what the acts told of lack: in a check, only that somebody else had to act."""
    found = [f for a in replayed.audited for f in a.report.failed]
    return [f for f in found if f.norm.name == ACTOR] if only_who else found


# --- answers -----------------------------------------------------------------------------------


def _answers(question: Question, replayed: Replayed, report: Report) -> tuple[str, ...]:
    if question.about is Asked.ENTITLEMENT:
        return ("no_entitlement",)
    if question.about is Asked.STATUS:
        return state_of(replayed.policy, replayed.life, replayed.consortium)
    if question.about in (Asked.REPLAY, Asked.WHOLE):
        return replayed.answers
    if report.answer is Answer.NO_BASIS:
        return ("no_basis", "refused_no_basis")
    if question.about is Asked.COMPLIANCE:
        return _compliance(question, replayed, report)
    return _checked(question, report)


def _compliance(question: Question, replayed: Replayed, report: Report) -> tuple[str, ...]:
    if replayed.refused is not None:
        return ("violation", "not_met")
    told = [f for f in report.findings if f.norm.combines and not f.provision.startswith("art6.")]
    about = [f for f in told if f.provision in question.provisions]
    one, *others = _judged([f.outcome for f in about or told])
    return ("no_violation", one) if "no_violation" in others else (one, *others)


def _checked(question: Question, report: Report) -> tuple[str, ...]:
    """Return what is found of the provisions the case is about, else of all that are asked."""
    about = [f for f in report.findings if f.provision in question.provisions]
    asked = [f for f in report.findings if f.norm.combines]
    scope = [f for f in about if f.norm.combines] or asked
    answers = _judged([f.outcome for f in scope])
    notes = [f for f in about if not f.norm.combines]
    if any(f.outcome is Outcome.DEPARTS_FROM_PRINCIPLE for f in notes):
        answers = (*answers, "note")
    if "not_met" in answers and question.about in (Asked.FILING, Asked.WITHDRAWAL):
        answers = (*answers, "incomplete", "refused")
    return answers


def _judged(outcomes: list[Outcome]) -> tuple[str, ...]:
    one = worst(outcomes)
    if one is Outcome.NOT_MET:
        return ("not_met", "violation")
    if one in (Outcome.DEPARTS_FROM_PRINCIPLE, Outcome.UNKNOWN, Outcome.NEEDS_JUDGEMENT):
        judged = Outcome.NEEDS_JUDGEMENT in outcomes
        return (one.value, "open", *(("needs_judgement",) if judged else ()))
    return (one.value, "met", "no_violation", "complete")
