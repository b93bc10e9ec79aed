"""Comparisons and timelines as documents. No person is ever named in one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from innov_consortium.core.comparing import Comparison, Differing, FindingDifference
from innov_consortium.core.numbers import Number
from innov_consortium.core.readings import Choice
from innov_consortium.core.report import Finding, ItemFinding, Report
from innov_consortium.core.timelines import Timeline
from innov_consortium.interchange.reports import fact_value, policy_document, turn_document

__all__ = [
    "COMPARISON_SCHEMA",
    "TIMELINE_SCHEMA",
    "unstructure_comparison",
    "unstructure_timeline",
]

#: The formats of these documents, stated under ``schema``.
COMPARISON_SCHEMA = "innov-consortium/comparison/2"
TIMELINE_SCHEMA = "innov-consortium/timeline/2"


def unstructure_comparison(comparison: Comparison) -> dict[str, Any]:
    """Return the document of a comparison.

    Every finding that differs is there with its outcome before and after, ``null`` where the norm
    is not asked, and with the facts and items that differ.
    """
    before, after = comparison.before, comparison.after
    return {
        "schema": COMPARISON_SCHEMA,
        "inquiry": comparison.inquiry,
        "grounds": after.grounds,
        "nothing_differs": comparison.nothing_differs,
        "before": {"policy": policy_document(before.policy), **_asked(before)},
        "after": {"policy": policy_document(after.policy), **_asked(after)},
        "findings": [_finding(one, after) for one in comparison.findings],
        "readings": {r.name: _both(r, _choice) for r in comparison.readings},
        "numbers": {n.name: _both(n, _number) for n in comparison.numbers},
        "marks": {
            "lost": [mark.value for mark in comparison.lost],
            "gained": [mark.value for mark in comparison.gained],
        },
        "turn": turn_document(comparison.turn),
    }


def unstructure_timeline(reports: Timeline | Iterable[Report]) -> dict[str, Any]:
    """Return the document of several reports side by side.

    ``days`` has the answers of every day by inquiry, ``changes`` where an answer is not that of the
    day before, each as the document of a comparison without its ``schema``.

    Args:
        reports: The reports.

    Raises:
        InvalidInputError: They cannot stand side by side; see
            :class:`~innov_consortium.core.timelines.Timeline`.
    """
    timeline = reports if isinstance(reports, Timeline) else Timeline(tuple(reports))
    return {
        "schema": TIMELINE_SCHEMA,
        "policy": policy_document(timeline.reports[0].policy),
        "inquiries": list(timeline.inquiries),
        "days": [
            {
                "on": day.isoformat(),
                "answers": {
                    inquiry: _asked(report)
                    for inquiry in timeline.inquiries
                    if (report := timeline.at(day, inquiry)) is not None
                },
            }
            for day in timeline.days
        ],
        "changes": [_change(comparison) for comparison in timeline.changes],
    }


def _change(comparison: Comparison) -> dict[str, Any]:
    whole = unstructure_comparison(comparison)
    return {key: whole[key] for key in whole if key != "schema"}


def _asked(report: Report) -> dict[str, Any]:
    return {
        "on": report.on.isoformat(),
        "in_force": report.in_force.value,
        "answer": report.answer.value,
        "grounds": report.grounds,
        "changes_on": fact_value(report.changes_on),
        "turn": turn_document(report.turn),
    }


def _finding(one: FindingDifference, report: Report) -> dict[str, Any]:
    before, after = one.outcomes
    return {
        "provision": one.provision,
        "text": report.policy.provisions[one.provision].text,
        "clause": one.clause,
        "before": None if before is None else before.value,
        "after": None if after is None else after.value,
        "outcome_differs": one.outcome_differs,
        "facts": {f.name: _both(f, fact_value) for f in one.facts},
        "items": [_item(item) for item in one.items],
    }


def _item(one: Differing[ItemFinding | None]) -> dict[str, Any]:
    there = one.before if one.after is None else one.after
    return {
        "path": one.name,
        "item": None if there is None else fact_value(there.item),
        **_both(one, _outcome),
    }


def _both(one: Differing[Any], written: Any) -> dict[str, Any]:
    return {"before": written(one.before), "after": written(one.after)}


def _outcome(one: Finding | ItemFinding | None) -> str | None:
    return None if one is None else one.outcome.value


def _choice(choice: Choice | None) -> dict[str, Any] | None:
    if choice is None:
        return None
    return {
        "entry": choice.question.entry,
        "option": choice.option.option,
        "official": choice.official,
    }


def _number(number: Number | None) -> dict[str, Any] | None:
    if number is None:
        return None
    return {
        "value": fact_value(number.value),
        "unit": number.unit,
        "provision": number.provision,
    }
