"""Answering the questions about a consortium's life."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve

from innov_consortium.core.changes import ChangeEvent
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.decide import Deferred, Granted, decide
from innov_consortium.core.events import Ended, EndRequested, Event, Filed
from innov_consortium.core.history import History, replay
from innov_consortium.core.judging import ACTOR
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Finding, Report, worst
from innov_consortium.core.sources import Disposition, ForceInTime
from innov_consortium.testing.cases.acting import act_of
from innov_consortium.testing.cases.asked import Asked, Question
from innov_consortium.testing.cases.given import Facts
from innov_consortium.testing.cases.got import Got
from innov_consortium.testing.cases.lives import life_of
from innov_consortium.testing.cases.problems import NotBuiltError, NotUnderstoodError
from innov_consortium.testing.cases.replaying import Replayed, state_of, values_of

__all__ = ["answer_of_a_life"]

_INQUIRIES = {
    Asked.FILING: ("filing",),
    Asked.PROCEDURE: ("procedure",),
    Asked.CHANGE: ("change",),
    Asked.WITHDRAWAL: ("withdrawal",),
}
_NOTHING_OWED = (Disposition.DECLARATORY, Disposition.EXTERNAL, Disposition.DEFINITION)
_EXPIRED = (ForceInTime.EXPIRED, ForceInTime.NOT_YET)


def answer_of_a_life(question: Question, given: Facts, policy: Policy, day: date) -> Got:
    """Answer a question about a consortium's life.

    Raises:
        CannotRunError: The facts are not understood, or the question is not answered yet.
        InvalidInputError: The facts cannot be used.
    """
    life = life_of(given, policy, day)
    if question.day is not None and question.about not in (Asked.ACT, Asked.EVALUATION):
        day = question.day
    replayed = Replayed.of(life, policy, day)
    _something_asked(question, replayed)
    _not_more_than_built(question, given, replayed)
    if question.about is Asked.ACT:
        return _act(question, replayed, day)
    if question.about is Asked.EVALUATION:
        return _evaluation(question, replayed, day)
    report = _report(question, replayed, day)
    answers = _answers(question, replayed, report)
    return _got(question, replayed, report, answers)


def _something_asked(question: Question, replayed: Replayed) -> None:
    """Refuse to check what a case does not tell of."""
    told = replayed.life.dossier.history.events
    wanted = {Asked.CHANGE: ChangeEvent, Asked.WITHDRAWAL: EndRequested, Asked.FILING: Filed}
    sort = wanted.get(question.about)
    if sort is not None and not any(isinstance(e, sort) for e in told):
        why = f"nothing to check: there is no {sort.__name__}"
        raise NotUnderstoodError(path="given", value=None, why=why)


def _not_more_than_built(question: Question, given: Facts, replayed: Replayed) -> None:
    """Refuse to say whether what rests on a ground, or on a duty, is lawful: that is not built."""
    policy = replayed.policy
    about = [policy.ledger[p].disposition for p in question.provisions if p in policy.ledger]
    nothing_owed = bool(about) and all(d in _NOTHING_OWED for d in about)
    if question.about is Asked.ENTITLEMENT and not nothing_owed:
        what = "whether the text gives a claim to it"
        raise NotBuiltError(what)
    said = [n for n in ("facts", "evaluations", "inspections") if given.values.get(n)]
    if question.about is Asked.COMPLIANCE and said and not nothing_owed:
        what = f"compliance, as far as {said[0]} tell of it"
        raise NotBuiltError(what)
    imposed = [a.event for a in replayed.audited if isinstance(a.event, Ended)]
    if question.about is Asked.REPLAY and said and any(not e.on_request for e in imposed):
        what = "whether a ground of revocation is there"
        raise NotBuiltError(what)


def _got(
    question: Question, replayed: Replayed, report: Report, answers: Iterable[str], **more: object
) -> Got:
    first, *rest = answers
    readings = {c.name: c for c in report.readings}
    readings |= {c.name: c for f in report.findings for c in f.norm.readings}
    report = evolve(report, readings=tuple(readings.values()))
    values = {**replayed.values, **more}
    return Got(
        question=question,
        report=report,
        members=replayed.life.cast.roster.application.members,
        answer=first,
        also=frozenset(rest),
        values=values,
        because=replayed.because if first in ("refused", "violation") else (),
        left_out=replayed.life.left_out,
    )


# --- reports -----------------------------------------------------------------------------------


def _report(question: Question, replayed: Replayed, day: date) -> Report:
    """Return what the text makes of everything asked, in one report.

    After the last day of the text an act is judged as on the day of the last one while it was in
    force: what was done then was lawful or not, and stays so.
    """
    policy, dossier = replayed.policy, replayed.life.dossier
    asked = _INQUIRIES.get(question.about) or _all_of(replayed)
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


def _all_of(replayed: Replayed) -> tuple[str, ...]:
    names = ["procedure"]
    if replayed.consortium.changes:
        names.append("change")
    if replayed.consortium.last(EndRequested) is not None:
        names.append("withdrawal")
    return tuple(names)


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
    if question.about is Asked.REPLAY:
        return replayed.answers
    if report.answer is Answer.NO_BASIS:
        return ("no_basis", "refused_no_basis")
    if question.about is Asked.COMPLIANCE:
        return _compliance(replayed, report)
    return _checked(question, report)


def _compliance(replayed: Replayed, report: Report) -> tuple[str, ...]:
    if replayed.refused is not None:
        return ("violation", "not_met")
    told = [f for f in report.findings if f.norm.combines and not f.provision.startswith("art6.")]
    one, *others = _judged([f.outcome for f in told])
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


# --- acts --------------------------------------------------------------------------------------


def _act(question: Question, replayed: Replayed, day: date) -> Got:
    """Decide on an act, by what is known on the day asked about."""
    policy, life = replayed.policy, replayed.life
    on = question.day or day
    if question.on_a_ground:
        return _imposed(question, replayed, on)
    act = act_of(question, life, policy, on)
    events = tuple(
        e for e in life.dossier.history.events if e.known_from <= day and not _same(e, act)
    )
    history = History(life.dossier.history.consortium, events)
    decision = decide(policy, replay(history, on), act, on, life.dossier)
    report = decision.report
    if isinstance(decision, Granted):
        after = replay(history.add(*decision.events), on)
        values = {**values_of(policy, life, after), "filed_on": on.isoformat()}
        return _got(question, replayed, report, ("allowed",), **values)
    if isinstance(decision, Deferred):
        judged = any(f.outcome is Outcome.NEEDS_JUDGEMENT for f in decision.findings)
        return _got(question, replayed, report, ("open", *(("needs_judgement",) if judged else ())))
    answers = ("refused_no_basis",) if report.answer is Answer.NO_BASIS else ()
    return _got(question, replayed, report, (*answers, "refused"))


def _imposed(question: Question, replayed: Replayed, on: date) -> Got:
    """Refuse a revocation for want of a basis; whether there is a ground for it is not built."""
    if replayed.policy.in_force(on) not in _EXPIRED:
        what = "whether a ground of revocation is there"
        raise NotBuiltError(what)
    report = _report(question, replayed, on)
    return _got(question, replayed, report, ("refused_no_basis", "refused"))


def _same(event: Event, act: Event) -> bool:
    return type(event) is type(act) and event.on == act.on and event.matter == act.matter


def _evaluation(question: Question, replayed: Replayed, day: date) -> Got:
    """Refuse to evaluate what is no consortium; whether one may be evaluated is not built."""
    report = _report(question, replayed, day)
    consortium = replay(replayed.life.dossier.history, question.day or day)
    if consortium.phase is not Phase.RECOGNISED:
        return _got(question, replayed, report, ("refused",))
    if replayed.policy.in_force(question.day or day) in _EXPIRED:
        return _got(question, replayed, report, ("refused_no_basis", "refused"))
    what = "the evaluation of a recognised consortium"
    raise NotBuiltError(what)
