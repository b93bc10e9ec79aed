"""From a report to its receipt: what is sealed, and that it is what the facts come to."""

from __future__ import annotations

from attrs import evolve

from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Choice
from innov_consortium.core.reforms import Reform
from innov_consortium.core.report import Finding, Report
from innov_consortium.core.sources import Publication
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.documents.policies import LibraryDocument
from innov_consortium.interchange.facts import facts_digest, kind_of
from innov_consortium.interchange.frozen import FrozenMapping
from innov_consortium.interchange.library import LIBRARY_NAME, LIBRARY_VERSION
from innov_consortium.interchange.receipts import seal_of
from innov_consortium.interchange.reports import fact_value
from innov_consortium.interchange.sealed import (
    Receipt,
    SealedAdditional,
    SealedFinding,
    SealedItem,
    SealedPolicy,
    SealedPublication,
    SealedReading,
    SealedReform,
)
from innov_consortium.interchange.sorts import require_facts, require_sort
from innov_consortium.interchange.stored_values import plain

__all__ = ["THIS_LIBRARY", "receipt_of", "sealed"]

#: The library that is running.
THIS_LIBRARY = LibraryDocument(name=LIBRARY_NAME, version=LIBRARY_VERSION)


def receipt_of(report: Report, facts: Case | Dossier) -> Receipt:
    """Return the receipt of a report.

    The same is asked once more of the facts: a receipt never seals what they do not come to.

    Args:
        report: A report of :meth:`Policy.check`; what is asked of an act has no receipt.
        facts: The case or the history it is of, as it was handed in.

    Raises:
        InvalidInputError: The report is about an act, the facts come to another report, or either
            is of another class.
    """
    require_sort(report, Report, "report", _REPORT)
    require_facts(facts)
    policy = _before_interpretation(report.policy)
    if all(inquiry.name != report.inquiry for inquiry in policy.inquiries):
        raise InvalidInputError([_OF_AN_ACT])
    derived = policy.check(report.inquiry, facts, on=report.on)
    if derived != report:
        raise InvalidInputError([_OTHER_FACTS])
    return sealed(derived, facts)


def sealed(report: Report, facts: Case | Dossier) -> Receipt:
    """Return the receipt of a report that is known to be of these facts."""
    policy = report.policy
    figures, choices = policy.without_reforms
    unsealed = Receipt(
        library=THIS_LIBRARY,
        policy=_policy(policy),
        numbers=FrozenMapping({n.name: plain(fact_value(n.value)) for n in numbers_of(figures)}),
        readings=FrozenMapping(
            {
                own.name: _reading(asked if asked.official else own)
                for own, asked in zip(choices, policy.readings, strict=True)
            }
        ),
        inquiry=report.inquiry,
        grounds=report.grounds,
        on=report.on,
        facts=kind_of(facts),
        facts_sha256=facts_digest(facts),
        in_force=report.in_force,
        answer=report.answer,
        marks=report.marks,
        changes_on=report.changes_on,
        findings=tuple(_finding(finding) for finding in report.findings),
        seal="",
    )
    return evolve(unsealed, seal=seal_of(unsealed))


def _before_interpretation(policy: Policy) -> Policy:
    """Return a policy without what official interpretations settled: the facts bring them anew."""
    if not any(choice.official for choice in policy.readings):
        return policy
    readings = tuple(
        evolve(c, option=c.question.default, official="") if c.official else c
        for c in policy.readings
    )
    return evolve(policy, readings=readings)


def _policy(policy: Policy) -> SealedPolicy:
    return SealedPolicy(
        code=policy.code,
        edition=policy.edition,
        title=policy.instrument.title,
        status=policy.instrument.status,
        text_sha256=policy.ledger.text_sha256,
        publication=None if policy.publication is None else _publication(policy.publication),
        additional=tuple(
            SealedAdditional(
                name=one.name,
                text_sha256=one.ledger.text_sha256,
                first=one.window.first,
                last=one.window.last,
            )
            for one in policy.additional
        ),
        reforms=tuple(_reform(one) for one in policy.reforms),
    )


def _reform(reform: Reform) -> SealedReform:
    return SealedReform(
        name=reform.name,
        source=reform.source or None,
        first=reform.first,
        last=reform.last,
        numbers=FrozenMapping({name: plain(fact_value(value)) for name, value in reform.numbers}),
        readings=FrozenMapping(dict(reform.readings)),
    )


def _publication(publication: Publication) -> SealedPublication:
    return SealedPublication(
        day=publication.day,
        supposed=publication.supposed,
        document=publication.document or None,
        enacted=publication.enacted,
    )


def _reading(choice: Choice) -> SealedReading:
    return SealedReading(option=choice.option.option, official=bool(choice.official))


def _finding(finding: Finding) -> SealedFinding:
    return SealedFinding(
        provision=finding.provision,
        clause=finding.norm.name,
        outcome=finding.outcome,
        items=tuple(SealedItem(path=i.path, outcome=i.outcome) for i in finding.items),
    )


_REPORT = ("由 Policy.check 得出", "take the one Policy.check returned")

_OTHER_FACTS = Fault(
    FaultKind.INCONSISTENT,
    "facts",
    "由这份材料得出的不是这份报告；请交出该报告所查的案例或历史",
    "come to another report than this one; hand in the case or history it was made of",
)

_OF_AN_ACT = Fault(
    FaultKind.INVALID_VALUE,
    "report",
    "是对一项行为的判断，没有回执；回执只封存 check 所作的报告",
    "is about an act and has no receipt; only a report of check is sealed",
)
