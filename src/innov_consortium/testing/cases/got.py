"""What a case can compare of an answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from innov_consortium.core.checking import settings_of
from innov_consortium.core.clauses import Evidence, Force, Outcome
from innov_consortium.core.organizations import Organization
from innov_consortium.core.plan import force_of
from innov_consortium.core.register import Count
from innov_consortium.core.report import Answer, Mark, Report, best, worst
from innov_consortium.core.sources import Disposition
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.asked import OF_A_BAR, OF_A_LIFE, Question
from innov_consortium.testing.cases.problems import NotBuiltError, NotUnderstoodError
from innov_consortium.testing.cases.wording import plain

__all__ = ["Got"]

_NOTHING_ASKED = (Disposition.DECLARATORY, Disposition.DEFINITION, Disposition.EXTERNAL)
_NO_VIOLATION = frozenset(
    {
        Outcome.MET,
        Outcome.NOT_APPLICABLE,
        Outcome.ACCEPTED_DEPARTURE,
        Outcome.CASE_BY_CASE,
        Outcome.NEEDS_JUDGEMENT,
    }
)


@frozen(kw_only=True)
class Got:
    """What was answered.

    Args:
        question: The question.
        report: The report it was answered from.
        members: The members of the application asked about.
        answer: The answer in one word, where the question has one.
        also: Further words in which the answer is as right.
        values: Values the answer has beside those of the findings.
        because: What an act was refused for.
        left_out: What was left out of the facts, and why.
    """

    question: Question
    report: Report
    members: tuple[Organization, ...] = ()
    answer: str | None = None
    also: frozenset[str] = frozenset()
    values: Mapping[str, object] = field(factory=dict)
    because: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def supposed(self) -> bool:
        """Whether the answer rests on a supposed publication."""
        return Mark.SUPPOSED_PUBLICATION in self.report.marks

    def outcome(self, provision: str) -> str:
        """Return the outcome of a provision, in the word of the format.

        Raises:
            NotBuiltError: Nothing is answered of it yet.
            NotUnderstoodError: The text has no such provision.
        """
        if self.report.answer is Answer.NO_BASIS and self.report.finding(provision) is None:
            return Answer.NO_BASIS.value
        found = self._of_one(provision)
        if found is None:
            found = self._of_the_bar(provision)
        if found is None:
            found = self.report.outcome(provision)
        if found is not None:
            return found.value
        return self._nothing_found(provision)

    def _of_one(self, provision: str) -> Outcome | None:
        """Return what a norm asked of each participant makes of the one that is asked about."""
        which, finding = self.question.participant, self.report.finding(provision)
        if which is None or finding is None or finding.norm.each != "participant":
            return None
        if which >= len(finding.outcomes):
            raise NotUnderstoodError(
                path="when", value=which + 1, why="there are not so many participants"
            )
        return finding.outcomes[which]

    def _of_the_bar(self, provision: str) -> Outcome | None:
        """Return whether an application is admissible, of each part of the sentence on the bar.

        In the format all of them say the same: met, it is admissible; not met, it is barred.
        """
        if self.question.about not in OF_A_BAR:
            return None
        paragraph = provision.rpartition(".")[0] + "."
        asked = [f for f in self.report.findings if f.norm.combines]
        there = [f.outcome for f in asked if f.provision.startswith(paragraph)]
        return worst(there) if there else None

    def _nothing_found(self, provision: str) -> str:
        ledger = self.report.policy.ledger
        if provision not in ledger:
            raise NotUnderstoodError(path="expect.norms", value=provision, why="no such provision")
        chapeau, _, sentence = provision.rpartition(".")
        below = [
            f
            for f in self.report.findings
            if f.norm.combines and f.provision.startswith(chapeau + ".")
        ]
        if sentence == "p1" and below:
            found = [f.outcome for f in below]
            return (best if all(f.norm.some for f in below) else worst)(found).value
        policy = self.report.policy
        own = [i for i in policy.inquiries if i.name == self.report.inquiry]
        asked = [n for i in own for n, _ in i.norms if n.provision == provision]
        asked = asked or [n for n in policy.every_norm if n.provision == provision]
        forces = {force_of(norm, settings_of(policy)) for norm in asked}
        if forces == {Force.ENCOURAGEMENT}:
            return Outcome.NOT_APPLICABLE.value  # as it is read, nothing is asked
        entry = ledger[provision]
        if entry.disposition in _NOTHING_ASKED and entry.where != "later":
            return Outcome.NOT_APPLICABLE.value
        raise NotBuiltError(provision)

    def answers(self, provisions: tuple[str, ...]) -> frozenset[str]:
        """Return the codes under which the answer may be expected.

        Args:
            provisions: The provisions a case says it is about, for a question of formation.
        """
        if self.answer is not None:
            return frozenset({self.answer, *self.also})
        if self.report.answer is Answer.NO_BASIS:
            return frozenset({Answer.NO_BASIS.value})
        scope = self._scope(provisions)
        one = worst(scope)
        found = {one.value, _together(scope).value}
        if set(scope) <= _NO_VIOLATION:
            found.add("no_violation")
        return frozenset(found)

    def says(self, code: str, provisions: tuple[str, ...]) -> bool:
        """Return whether the answer is what a code says, in whatever words for the same."""
        said = vocabulary.ANSWERS.get(plain(code), plain(code))
        answered = {plain(one) for one in self.answers(provisions)}
        if self.question.about in OF_A_LIFE:
            same = (vocabulary.STANDINGS.get(one, frozenset()) for one in answered)
            return bool({said, plain(code)} & answered.union(*same))
        return said in answered

    def _scope(self, provisions: tuple[str, ...]) -> list[Outcome]:
        """Return what is found of the provisions a case is about, else of those it names."""
        findings = self.report.findings
        chosen = [f for f in findings if f.provision in provisions]
        if not chosen:
            prefixes = tuple(f"{a}." for a in self.question.articles)
            chosen = [f for f in findings if f.provision.startswith(prefixes) and f.norm.combines]
        own = [(self._of_one(f.provision), f.outcome) for f in chosen]
        return [whole if one is None else one for one, whole in own]

    def value(self, name: str) -> object:
        """Return a value by the name a case gives it: of a fact, or of a number.

        Raises:
            NotUnderstoodError: There is no such value in the findings.
        """
        if name in self.values:
            return self.values[name]
        known = vocabulary.QUANTITIES.get(name, name)
        if known in self.values:
            return self.values[known]
        if known in ("enterprise_share", "share"):
            if self.value("share_total") == 0:
                raise NotUnderstoodError(path="expect.values", value=name, why="a share of nothing")
            return Fraction(str(self.value("enterprises"))) / Fraction(
                str(self.value("share_total"))
            )
        for finding in self.report.findings:
            if known in finding.norm.facts and finding.norm.each is None:
                return _plain(finding.facts[known])
            for number in finding.norm.numbers:
                if number.name == known:
                    return _plain(number.value)
        raise NotUnderstoodError(
            path="expect.values", value=name, why="no such value in the answer"
        )

    def concerned(self, provisions: tuple[str, ...]) -> frozenset[str]:
        """Return the names of the items there is something to say of, and of what was counted."""
        found: set[str] = set()
        for finding in self.report.findings:
            if finding.provision in provisions:
                found.update(*(_names(item.item) for item in finding.items))
                for values in (finding.values, *(item.values for item in finding.items)):
                    found.update(*(v.counted for v in values if isinstance(v, Count)))
        return frozenset(found)


def _names(item: object) -> set[str]:
    if isinstance(item, Organization):
        college = item.college or ""
        return {item.name, item.id.value, f"{item.name}（{college}）"}
    return {str(item)}


def _plain(value: Any) -> object:
    if isinstance(value, Evidence):
        value = value.value
    return value.isoformat() if isinstance(value, date) else value


def _together(outcomes: list[Outcome]) -> Answer:
    if Outcome.NOT_MET in outcomes:
        return Answer.NOT_MET
    return Answer.MET if set(outcomes) <= _NO_VIOLATION - {Outcome.NEEDS_JUDGEMENT} else Answer.OPEN
