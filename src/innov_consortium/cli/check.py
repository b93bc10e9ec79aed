"""``innov-consortium check``: one case or one history, one day, a report."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from typing import Any

from innov_consortium.cli.documents import report_document
from innov_consortium.cli.output import Output
from innov_consortium.cli.sources import policy_of, read
from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer
from innov_consortium.interchange import load_case, load_dossier, unstructure_hinges
from innov_consortium.rendering import (
    negotiate,
    print_report,
    render,
    render_html,
    render_markdown,
)

__all__ = ["STATUS", "STATUS_OF_GROUNDS", "loaded", "run"]

#: Exit status for each answer of an inquiry about conditions, and of one about grounds.
STATUS = {Answer.MET: 0, Answer.NOT_MET: 1, Answer.OPEN: 3, Answer.NO_BASIS: 4}
STATUS_OF_GROUNDS = {**STATUS, Answer.MET: 1, Answer.NOT_MET: 0}

_PAGES: dict[str, Callable[..., str]] = {"markdown": render_markdown, "html": render_html}


def run(given: argparse.Namespace, output: Output) -> int:
    """Check a case or a history and print the report.

    A ground that is there is against the one asked about: its status is never 0.
    """
    locale = negotiate(given.lang)
    policy = policy_of(given)
    report = policy.check(given.inquiry, loaded(read(given.case), policy), on=given.on)
    hinges = None if given.readings is None else policy.hinges(report)
    said: dict[str, Any] = {"details": given.details, "hinges": hinges}
    if output.as_json:
        document = report_document(report, locale)
        if hinges is not None:
            document["hinges"] = unstructure_hinges(hinges)
        output.document(document)
    elif given.format in _PAGES:
        output.page(_PAGES[given.format](report, locale, **said))
    elif output.stdout.isatty():
        print_report(report, locale, **said)
    else:
        output.text(render(report, locale, **said).rstrip("\n"))
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
