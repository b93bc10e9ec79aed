"""Asking the policy."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Finding, Report, answer_of, worst
from innov_consortium.testing.cases.admitting import answer_of_a_bar
from innov_consortium.testing.cases.asked import OF_A_BAR, OF_A_LIFE, Asked, Question
from innov_consortium.testing.cases.engagements import Known
from innov_consortium.testing.cases.given import Facts
from innov_consortium.testing.cases.got import Got
from innov_consortium.testing.cases.living import answer_of_a_life
from innov_consortium.testing.cases.translated import Translated, without_application
from innov_consortium.testing.cases.translating import translate

__all__ = ["ask"]


def ask(question: Question, given: Facts, policy: Policy, as_of: date) -> Got:
    """Answer a question from the facts given, as they stood on the day asked about.

    Raises:
        CannotRunError: The facts or the question are not understood, or not answered yet.
        InvalidInputError: The facts cannot be used.
    """
    if question.about in OF_A_BAR:
        return answer_of_a_bar(question, given, policy, as_of)
    if question.about in OF_A_LIFE:
        return answer_of_a_life(question, given, policy, as_of)
    day = question.day or as_of
    if question.about in (Asked.FORCE, Asked.REPEAL):
        translated = without_application(given, policy, day)
        report = policy.check("formation", translated.case, on=day)
    else:
        translated = translate(given, policy, day)
        report = _report(translated, question, policy, day)
    return Got(
        question=question,
        report=report,
        members=translated.case.application.members,
        answer=_answer(question, report),
        left_out=tuple(translated.left_out),
    )


def _answer(question: Question, report: Report) -> str | None:
    """Return the answer to a question that has one of its own, beside what each norm comes to."""
    if question.about is Asked.FORCE:
        return report.in_force.value
    return _repeal(report, question) if question.about is Asked.REPEAL else None


def _repeal(report: Report, question: Question) -> str:
    """Return whether a document is repealed: only one that the text names can be."""
    number = (question.document or "").rpartition("〕")[2]
    for clause in report.policy.in_time.others:
        text = report.policy.ledger[clause.provision].text
        if "废止" in text and number in text and _same_year(question.document, text):
            outcome = report.outcome(clause.provision)
            words = {Outcome.MET: "repealed", Outcome.NOT_MET: "not_repealed"}
            return "unknown" if outcome is None else words.get(outcome, "unknown")
    return "not_repealed"


def _same_year(document: str | None, text: str) -> bool:
    return document is None or "〕" not in document or document.partition("〔")[2] in text


def _report(translated: Translated, question: Question, policy: Policy, day: date) -> Report:
    """Return the report, each member's history being as well known as the case says.

    For a question about one participant's cap the case names what there is of that participant, and
    the others' histories do not matter. For other questions a history not named is not known.
    """
    known = [how is Known.ALL for how in translated.participants_known]
    which = question.participant
    if which is not None and which < len(known):
        known[which] = translated.participants_known[which] is not Known.NOT_ALL
    complete = policy.check("formation", translated.case, on=day)
    if all(known) and translated.lead_known:
        return complete
    partial = policy.check("formation", translated.unknown(), on=day)
    pairs = zip(complete.findings, partial.findings, strict=True)
    findings = tuple(
        a
        if a.outcome is b.outcome and a.outcomes == b.outcomes
        else _chosen(a, b, known, translated)
        for a, b in pairs
    )
    answer = complete.answer if complete.answer is Answer.NO_BASIS else answer_of(findings)
    return evolve(complete, findings=findings, answer=answer)


def _chosen(a: Finding, b: Finding, known: list[bool], translated: Translated) -> Finding:
    """Return what is found: of a participant as its own history is known, else as the lead's is."""
    if a.norm.each != "participant":
        return a if translated.lead_known else b
    outcomes = tuple(
        x if how else y for x, y, how in zip(a.outcomes, b.outcomes, known, strict=True)
    )
    rank = {f"application.participants[{n}]": n for n in range(len(known))}
    items = [i for i in a.items if known[rank[i.path]]]
    items += [i for i in b.items if not known[rank[i.path]]]
    items.sort(key=lambda item: rank[item.path])
    return evolve(a, outcome=worst(outcomes), outcomes=outcomes, items=tuple(items))
