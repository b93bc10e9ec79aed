"""Reports as documents for people: each finding with its citation and its sentence."""

from __future__ import annotations

from typing import Any

from innov_consortium.core.report import Report
from innov_consortium.interchange import unstructure_report
from innov_consortium.rendering import citation, sentence

__all__ = ["report_document", "with_sentences"]


def report_document(report: Report, locale: str) -> dict[str, Any]:
    """Return the document of a report in a language."""
    document = unstructure_report(report)
    document["lang"] = locale
    return with_sentences(report, document, locale)


def with_sentences(report: Report, document: dict[str, Any], locale: str) -> dict[str, Any]:
    """Return the document of a report, each finding with its citation and its sentence."""
    policy, act = report.policy, report.inquiry
    for finding, written in zip(report.findings, document["findings"], strict=True):
        written["citation"] = citation(policy.instrument, finding.provision, locale)
        written["sentence"] = sentence(finding, locale, policy, act)
    return document
