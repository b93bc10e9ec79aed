"""Filling in the outcome of a boundary case by asking the policy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve, frozen

from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Choice
from innov_consortium.core.report import Report
from innov_consortium.errors import Fault, InvalidInputError
from innov_consortium.testing.boundaries.generating import Boundary
from innov_consortium.testing.cases.answering import ask
from innov_consortium.testing.cases.given import Facts, a_day
from innov_consortium.testing.cases.got import Got
from innov_consortium.testing.cases.problems import CannotRunError
from innov_consortium.testing.cases.publishing import Editions
from innov_consortium.testing.cases.questions import question_of

__all__ = ["Answered", "answered"]


@frozen(kw_only=True)
class Answered:
    """A boundary case with what the policy makes of it.

    Args:
        boundary: The case.
        expect: The outcome, as the case format writes it.
        report: What it was found in; ``None`` where the facts were refused or not understood.
        faults: Why they were refused.
        error: Why they were not understood, or not answered; empty if they were.
    """

    boundary: Boundary
    expect: dict[str, Any]
    report: Report | None = None
    faults: tuple[Fault, ...] = ()
    error: str = ""

    @property
    def case(self) -> dict[str, Any]:
        """The case with its outcome."""
        return {**self.boundary.case, "expect": self.expect}

    @property
    def readings(self) -> tuple[Choice, ...]:
        """The readings that the findings asked about rest on, and those the case touches."""
        if self.report is None:
            return ()
        about = self.boundary.template.article
        findings = [f for f in self.report.findings if f.provision in about]
        found = {c.name: c for f in findings for c in f.norm.readings}
        touched = self.boundary.case.get("ambiguity") or ()
        for choice in self.report.policy.readings:
            if choice.question.entry in touched:  # what acts and the register rest on, too
                found.setdefault(choice.name, choice)
        return tuple(found.values())


def answered(boundaries: Iterable[Boundary], policy: Policy) -> Iterator[Answered]:
    """Yield the cases with the outcomes the policy has for them.

    Args:
        boundaries: The cases.
        policy: The policy, with no publication supplied: the cases supply it.
    """
    editions = Editions(policy)
    for boundary in boundaries:
        yield _answered(boundary, editions)


def _answered(boundary: Boundary, editions: Editions) -> Answered:
    try:
        return _found(boundary, _asked(boundary, editions))
    except InvalidInputError as error:
        faults = tuple(error.faults)
        return Answered(boundary=boundary, expect={"answer": "refused"}, faults=faults)
    except CannotRunError as error:
        return Answered(boundary=boundary, expect={}, error=str(error))


def _found(boundary: Boundary, got: Got) -> Answered:
    template = boundary.template
    expect: dict[str, Any] = {"answer": got.answer} if template.answer else {}
    norms = {provision: got.outcome(provision) for provision in template.asked}
    values = {name: got.value(name) for name in template.values}
    expect |= ({"norms": norms} if norms else {}) | ({"values": values} if values else {})
    return Answered(boundary=boundary, expect=expect, report=got.report)


def _asked(boundary: Boundary, editions: Editions) -> Got:
    case = boundary.case
    given = Facts(case["given"], "")
    question = question_of(case["when"], given, editions.policy)
    question = evolve(question, provisions=tuple(case["article"]))
    return ask(question, given, editions.of(given), a_day(case["as_of"], "as_of"))
