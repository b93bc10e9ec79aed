"""Reports as documents."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from innov_consortium.core.additional import AdditionalClauses
from innov_consortium.core.attestations import Attestation, Departure
from innov_consortium.core.clauses import Evidence
from innov_consortium.core.consortium import Person
from innov_consortium.core.organizations import Identifier, MemberKey, Organization
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Choice, Reading
from innov_consortium.core.report import Finding, ItemFinding, Missing, Report
from innov_consortium.core.turning import Turn
from innov_consortium.interchange.library import LIBRARY_NAME, LIBRARY_VERSION
from innov_consortium.interchange.written import written_amount, written_identifier

__all__ = [
    "REPORT_SCHEMA",
    "fact_value",
    "policy_document",
    "turn_document",
    "unstructure_report",
]

#: The format of a report, stated under ``schema``.
REPORT_SCHEMA = "innov-consortium/report/3"


def unstructure_report(report: Report) -> dict[str, Any]:
    """Return the document of a report: every finding, with the words of the law it rests on.

    It can always be written as JSON, and never holds a person's name. It is made to be kept: see
    :func:`~innov_consortium.interchange.structure_report`, which reads it back.
    """
    return {
        "schema": REPORT_SCHEMA,
        "library": {"name": LIBRARY_NAME, "version": LIBRARY_VERSION},
        "policy": policy_document(report.policy),
        "additional": [additional_document(one) for one in report.policy.additional],
        "inquiry": report.inquiry,
        "grounds": report.grounds,
        "on": report.on.isoformat(),
        "in_force": report.in_force.value,
        "answer": report.answer.value,
        "changes_on": fact_value(report.changes_on),
        "turn": turn_document(report.turn),
        "marks": [mark.value for mark in report.marks],
        "readings": [_choice(choice) for choice in report.readings],
        "findings": [_finding(finding, report.policy) for finding in report.findings],
        "missing": _missing(report.missing),
    }


def fact_value(value: Any) -> Any:
    """Return what a fact came to, as JSON can hold it.

    What JSON has no word for is written by its sort alone. A person is never written, whatever
    holds one.

    >>> fact_value((Fraction(1, 2), date(2026, 3, 2), None))
    ['1/2', '2026-03-02', None]
    >>> fact_value(Person("某人"))
    {'withheld': 'person'}
    """
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction | float):
        return str(value)
    if isinstance(value, Person):
        return {"withheld": "person"}
    if isinstance(value, Organization):
        return {"name": value.name, **_member(value.key)}
    return _compound(value)


def _compound(value: Any) -> Any:  # noqa: PLR0911 - one line a sort of value
    if isinstance(value, Decimal):
        return written_amount(value) if value.is_finite() else str(value)
    if isinstance(value, Identifier):
        return written_identifier(value)
    if isinstance(value, Reading):
        return value.option
    if isinstance(value, enum.Enum):
        return fact_value(value.value)
    if isinstance(value, MemberKey):
        return _member(value)
    if isinstance(value, tuple | list):
        return [fact_value(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted((fact_value(item) for item in value), key=str)
    if isinstance(value, dict):
        return {str(fact_value(key)): fact_value(item) for key, item in value.items()}
    fields = _fields(value)
    if isinstance(value, Evidence):
        own = {"value": fact_value(value.value), "missing": fact_value(value.missing)}
        return {**fields, **own}
    return fields or {"withheld": type(value).__name__}


def _fields(value: Any) -> dict[str, Any]:
    known = attrs.fields(type(value)) if attrs.has(type(value)) else ()
    return {a.name: fact_value(getattr(value, a.name)) for a in known if a.init}


def _member(key: MemberKey) -> dict[str, Any]:
    return {"id": written_identifier(key.id), "college": key.college}


def policy_document(policy: Policy) -> dict[str, Any]:
    """Return what says which policy a report is of, and published when."""
    publication = policy.publication
    return {
        "code": policy.code,
        "aliases": list(policy.aliases),
        "title": policy.instrument.title,
        "status": policy.instrument.status.value,
        "published_on": None if publication is None else publication.day.isoformat(),
        "supposed": publication is not None and publication.supposed,
        "text_sha256": policy.ledger.text_sha256,
        "edition": policy.edition,
    }


def additional_document(added: AdditionalClauses) -> dict[str, Any]:
    """Return what says which text of a district or of a call is asked beside a policy, and when."""
    return {
        "name": added.name,
        "title": added.instrument.title,
        "jurisdiction": added.instrument.jurisdiction,
        "first": fact_value(added.window.first),
        "last": fact_value(added.window.last),
        "text_sha256": added.ledger.text_sha256,
    }


def turn_document(turn: Turn | None) -> dict[str, Any] | None:
    """Return the document of the day on which an answer alters by itself; ``None`` if it does not.

    The reasons are those of that day.
    """
    if turn is None:
        return None
    return {
        "on": turn.day.isoformat(),
        "answer": turn.answer.value,
        "reasons": [{"provision": r.provision, "what": r.what} for r in turn.reasons],
        "provisions": list(turn.provisions),
    }


def _choice(choice: Choice) -> dict[str, Any]:
    return {
        "name": choice.name,
        "entry": choice.question.entry,
        "option": choice.option.option,
        "letter": choice.option.letter,
        "default": choice.is_default,
        "official": choice.official,
        "provisions": list(choice.question.provisions),
    }


def _finding(finding: Finding, policy: Policy) -> dict[str, Any]:
    norm = finding.norm
    return {
        "provision": norm.provision,
        "source": norm.source or None,
        "text": policy.provisions[norm.provision].text,
        "clause": norm.name,
        "force": norm.force.value,
        "combines": norm.combines,
        "some": norm.some,
        "outcome": finding.outcome.value,
        "each": norm.each,
        "facts": _facts(norm.facts, finding.values),
        "numbers": {
            n.name: {"value": fact_value(n.value), "unit": n.unit, "provision": n.provision}
            for n in norm.numbers
        },
        "readings": {choice.name: choice.option.option for choice in norm.readings},
        "missing": _missing(finding.missing),
        "items": [_item(item, norm.facts) for item in finding.items],
        "outcomes": [outcome.value for outcome in finding.outcomes],
        "decided_by": _decision(finding.decided_by),
        "where": norm.where,
    }


def _item(item: ItemFinding, facts: Iterable[str]) -> dict[str, Any]:
    return {
        "path": item.path,
        "item": fact_value(item.item),
        "outcome": item.outcome.value,
        "facts": _facts(facts, item.values),
        "missing": _missing(item.missing),
        "decided_by": _decision(item.decided_by),
    }


def _facts(names: Iterable[str], values: Iterable[Any]) -> dict[str, Any]:
    return {name: fact_value(value) for name, value in zip(names, values, strict=False)}


def _missing(missing: Iterable[Missing]) -> list[dict[str, str]]:
    return [{"fact": one.fact, "path": one.path} for one in missing]


def _decision(decided_by: Attestation | Departure | None) -> dict[str, Any] | None:
    if decided_by is None:
        return None
    sort = "attestation" if isinstance(decided_by, Attestation) else "departure"
    return {"sort": sort, **_fields(decided_by)}
