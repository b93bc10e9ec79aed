"""``innov-consortium check``: one case, one day, a report."""

from __future__ import annotations

import argparse
from hashlib import sha256
from typing import Any, NoReturn

from innov_consortium.cli.output import Output
from innov_consortium.cli.sources import read, select
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Report
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import load_case, unstructure_report
from innov_consortium.rendering import citation, negotiate, print_report, render, sentence

__all__ = ["STATUS", "run"]

#: Exit status for each answer.
STATUS = {Answer.MET: 0, Answer.NOT_MET: 1, Answer.OPEN: 3, Answer.NO_BASIS: 4}


def run(given: argparse.Namespace, output: Output) -> int:
    """Check a case and print the report."""
    locale = negotiate(given.lang)
    policy = _policy(given)
    case = load_case(read(given.case))
    report = policy.check(given.inquiry, case, on=given.on)
    if output.as_json:
        output.document(_document(report, locale))
    elif output.stdout.isatty():
        print_report(report, locale, details=given.details)
    else:
        output.text(render(report, locale, details=given.details).rstrip("\n"))
    return STATUS[report.answer]


def _document(report: Report, locale: str) -> dict[str, Any]:
    """Return the report as a document, each finding with its citation and sentence."""
    document = unstructure_report(report)
    document["lang"] = locale
    for finding, written in zip(report.findings, document["findings"], strict=True):
        written["citation"] = citation(report.policy.instrument, finding.provision, locale)
        written["sentence"] = sentence(finding, locale, report.policy)
    return document


def _policy(given: argparse.Namespace) -> Policy:
    policy = select(given.policy, on=given.on)
    if given.reading:
        policy = policy.with_readings(**_readings(given.reading))
    if given.suppose_published is not None and given.published_on is not None:
        _refuse("--suppose-published", "不能与 --published-on 并用", "excludes --published-on")
    if given.suppose_published is not None:
        return policy.supposing_published(given.suppose_published)
    if given.published_on is None:
        return policy
    if not given.document:
        _refuse("--document", "请写明公布的出处", "say where it was published")
    if not given.published_text:
        _refuse(
            "--published-text",
            "请给出公布的全文，以核对与本库所载是否同一文本",
            "hand in the text that was published, to be compared with the one encoded here",
        )
    return policy.published(
        given.published_on, document=given.document, text_sha256=_sha256_of(given.published_text)
    )


def _sha256_of(path: str) -> str:
    text = read(path).decode("utf-8-sig", errors="replace")
    return sha256("".join(text.split()).encode()).hexdigest()


def _readings(given: list[str]) -> dict[str, str]:
    readings = {}
    for one in given:
        name, equals, option = one.partition("=")
        if not equals:
            _refuse("--reading", f"{one!r} 应为 NAME=VALUE", f"{one!r} must be NAME=VALUE")
        readings[name] = option
    return readings


def _refuse(path: str, zh: str, en: str) -> NoReturn:
    raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, path, zh, en)])
