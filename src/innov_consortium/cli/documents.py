"""Reports as documents for people: each finding with its citation and its sentence."""

from __future__ import annotations

from typing import Any

from innov_consortium.core.comparing import Comparison
from innov_consortium.core.report import Finding, Report
from innov_consortium.core.timelines import Timeline
from innov_consortium.interchange import (
    unstructure_comparison,
    unstructure_report,
    unstructure_timeline,
)
from innov_consortium.rendering import citation, sentence

__all__ = [
    "comparison_document",
    "report_document",
    "timeline_document",
    "with_sentences",
]


def report_document(report: Report, locale: str) -> dict[str, Any]:
    """Return the document of a report in a language."""
    document = unstructure_report(report)
    document["lang"] = locale
    return with_sentences(report, document, locale)


def with_sentences(report: Report, document: dict[str, Any], locale: str) -> dict[str, Any]:
    """Return the document of a report, each finding with its citation and its sentence."""
    policy, act = report.policy, report.inquiry
    for finding, written in zip(report.findings, document["findings"], strict=True):
        written["citation"] = citation(
            policy.instrument_of(finding.norm.source), finding.provision, locale
        )
        written["sentence"] = sentence(finding, locale, policy, act)
    return document


def timeline_document(timeline: Timeline, locale: str) -> dict[str, Any]:
    """Return the document of several reports side by side in a language."""
    document = unstructure_timeline(timeline)
    document["lang"] = locale
    for comparison, written in zip(timeline.changes, document["changes"], strict=True):
        _compared(comparison, written, locale)
    return document


def comparison_document(comparison: Comparison, locale: str) -> dict[str, Any]:
    """Return the document of a comparison in a language."""
    document = unstructure_comparison(comparison)
    document["lang"] = locale
    _compared(comparison, document, locale)
    return document


def _compared(comparison: Comparison, document: dict[str, Any], locale: str) -> None:
    """Add to each finding its citation, and its sentence before and after."""
    instrument = comparison.after.policy.instrument
    for one, written in zip(comparison.findings, document["findings"], strict=True):
        written["citation"] = citation(instrument, one.provision, locale)
        written["sentences"] = {
            "before": _sentence(one.before, comparison.before, locale),
            "after": _sentence(one.after, comparison.after, locale),
        }


def _sentence(finding: Finding | None, report: Report, locale: str) -> str | None:
    if finding is None:
        return None
    return sentence(finding, locale, report.policy, report.inquiry)
