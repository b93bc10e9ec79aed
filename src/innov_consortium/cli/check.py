"""``innov-consortium check``: one case or one history, one day, a report."""

from __future__ import annotations

import argparse
import json

from innov_consortium.cli.documents import report_document
from innov_consortium.cli.output import Output
from innov_consortium.cli.sources import policy_of, read
from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer
from innov_consortium.interchange import load_case, load_dossier
from innov_consortium.rendering import negotiate, print_report, render

__all__ = ["STATUS", "STATUS_OF_GROUNDS", "loaded", "run"]

#: Exit status for each answer of an inquiry about conditions, and of one about grounds.
STATUS = {Answer.MET: 0, Answer.NOT_MET: 1, Answer.OPEN: 3, Answer.NO_BASIS: 4}
STATUS_OF_GROUNDS = {**STATUS, Answer.MET: 1, Answer.NOT_MET: 0}


def run(given: argparse.Namespace, output: Output) -> int:
    """Check a case or a history and print the report.

    A ground that is there is against the one asked about: its status is never 0.
    """
    locale = negotiate(given.lang)
    policy = policy_of(given)
    report = policy.check(given.inquiry, loaded(read(given.case), policy), on=given.on)
    if output.as_json:
        output.document(report_document(report, locale))
    elif output.stdout.isatty():
        print_report(report, locale, details=given.details)
    else:
        output.text(render(report, locale, details=given.details).rstrip("\n"))
    return (STATUS_OF_GROUNDS if report.grounds else STATUS)[report.answer]


def loaded(text: bytes, policy: Policy) -> Case | Dossier:
    """Return what a document holds: a history where it tells of events, else a case."""
    return load_dossier(text, policy) if _tells_of_events(text) else load_case(text)


def _tells_of_events(text: bytes) -> bool:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):  # whoever loads it says what is wrong
        return False
    return isinstance(document, dict) and "events" in document and "application" not in document
