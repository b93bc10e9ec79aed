"""Asking a policy in the words of the case format: for pages of law, notebooks, a first try.

What is not named is not known, or is made up where it is not at issue, just as in a case::

    units = {"participants": 5, "enterprises": 4}
    reply = ask(policy, "组建条件", as_of="2026-03-02", participants_summary=units)
    reply["art5.item3.s2c"], reply.words("art5.item3.s2c")

The first is the outcome by its name, ``departs_from_principle``, the second says it in words.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve, field, frozen

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Finding, Report
from innov_consortium.rendering import negotiate, wording
from innov_consortium.rendering.sentences import outcome, sentence
from innov_consortium.testing.cases.answering import ask as answer
from innov_consortium.testing.cases.chinese import PHRASES
from innov_consortium.testing.cases.given import Facts, a_day
from innov_consortium.testing.cases.got import Got
from innov_consortium.testing.cases.publishing import Editions
from innov_consortium.testing.cases.questions import question_of

__all__ = ["PHRASES", "Reply", "ask"]


@frozen
class Reply:
    """What was answered.

    Args:
        got: The answer as a case compares it.
    """

    got: Got = field(repr=False)

    def __getitem__(self, provision: str) -> str:
        """Return what a provision comes to, in the word of the case format.

        Raises:
            CannotRunError: The text has no such provision, or nothing is asked of it.
        """
        return self.got.outcome(provision)

    @property
    def answer(self) -> str:
        """The answer as a whole: that of the question, or else that of the report."""
        return self.got.answer or self.report.answer.value

    def __str__(self) -> str:
        """Return the question's day and the answer; ``words`` and ``sentence`` tell the rest."""
        return f"{self.report.on}: {self.answer}"

    @property
    def report(self) -> Report:
        """The report it was answered from."""
        return self.got.report

    def value(self, name: str) -> object:
        """Return a fact or a figure by its name, in plain form.

        Raises:
            NotUnderstoodError: There is no such value in the answer.
        """
        return self.got.value(name)

    def words(self, provision: str, locale: str = "zh_CN") -> str:
        """Return what a provision comes to, in the words of a report.

        Of a provision nothing is found of, that nothing is: the format calls it not applicable.
        """
        words = wording(negotiate(locale), self.report.policy)
        said = self[provision]
        if said == Answer.NO_BASIS.value:
            return words.say("answer.no_basis")
        found = self._finding(provision)
        if found is not None:
            return outcome(words, found.norm, found.outcome)
        below = [f for f in self.report.findings if f.provision.startswith(_above(provision))]
        if below and all(f.norm.some for f in below):  # grounds are there or not there
            return outcome(words, below[0].norm, Outcome(said))
        if self.report.outcome(provision) is None and said == Outcome.NOT_APPLICABLE.value:
            return words.say("outcome.no_finding")
        return words.say(f"outcome.{said}")

    def sentence(self, provision: str, locale: str = "zh_CN") -> str:
        """Return what is found of a provision as the sentence of a report.

        Where two things are asked of it, the one that decides what it comes to.

        Raises:
            LookupError: Nothing is asked of it.
        """
        finding = self._finding(provision) or self.report.finding(provision)
        if finding is None:
            msg = f"nothing is asked of {provision!r} in {self.report.inquiry!r}"
            raise LookupError(msg)
        return sentence(finding, locale, self.report.policy)

    def _finding(self, provision: str) -> Finding | None:
        """Return the finding of a provision that has the outcome it comes to."""
        said = self[provision]
        found = (f for f in self.report.findings if f.provision == provision)
        return next((f for f in found if f.outcome.value == said), None)


def _above(provision: str) -> str:
    """Return the beginning of the provisions that stand below the same article, item, paragraph."""
    return provision.rpartition(".")[0] + "."


def ask(policy: Policy, when: str, *, as_of: date | str, about: str = "", **given: Any) -> Reply:
    """Ask a policy a question of the case format.

    Args:
        policy: The policy, published or not; what ``instrument`` says goes first.
        when: The question: a phrase of the format, or one of :data:`PHRASES` in Chinese.
        as_of: The day asked about, a ``date`` or ISO text; nothing dated later is known.
        about: The provision the question is about, where what is asked depends on it.
        given: The facts by their names in the format: ``application``, ``participants_summary``,
            ``consortium``, ``evaluations``, ``events`` and the like.

    Raises:
        CannotRunError: The question or a fact is not understood.
        InvalidInputError: The facts cannot be used.
    """
    day = a_day(as_of.isoformat() if isinstance(as_of, date) else as_of, "as_of")
    facts = Facts(given, "")
    question = question_of(when, facts, policy)
    if about:
        question = evolve(question, provisions=(about,))
    return Reply(answer(question, facts, Editions(policy).of(facts), day))
