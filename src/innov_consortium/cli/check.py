"""``innov-consortium check``: one case or one history, one day, a report."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from attrs import evolve

from innov_consortium.cli.documents import report_document
from innov_consortium.cli.output import Output
from innov_consortium.cli.sources import limits_of, policy_of, read, refuse, require_one_stdin
from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Register
from innov_consortium.core.report import Answer, Report
from innov_consortium.errors import InvalidInputError
from innov_consortium.interchange import (
    DEFAULT_LIMITS,
    Limits,
    dumps,
    load_case,
    load_dossier,
    load_register,
    receipt_of,
    unstructure_hinges,
    unstructure_receipt,
)
from innov_consortium.interchange.text import loaded as parsed
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
    """Check a case or a history and print the report, and keep its receipt if that is wanted.

    A ground that is there is against the one asked about: its status is never 0.
    """
    locale = negotiate(given.lang)
    require_one_stdin(given.case, given.register, given.published_text)
    policy, limits = policy_of(given), limits_of(given)
    facts = loaded(read(given.case, limits), policy, given.register, limits)
    report = policy.check(given.inquiry, facts, on=given.on)
    if given.receipt is not None:
        _keep(report, facts, given.receipt)
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


def _keep(report: Report, facts: Case | Dossier, path: str) -> None:
    """Write the receipt of a report into a new file; one that holds the same receipt may be there.

    Whatever else is there is left as it is: a receipt is kept for years and never written over.

    Raises:
        InvalidInputError: There is another file, or none can be written.
    """
    written = (dumps(unstructure_receipt(receipt_of(report, facts))) + "\n").encode()
    try:
        with Path(path).open("xb") as file:
            file.write(written)
    except FileExistsError:
        if not _holds(path, written):
            zh = f"{path} 已存在，内容不同；回执不覆盖，请另写一个文件名"
            en = f"{path} holds something else and no receipt is written over: name another file"
            refuse("--receipt", zh, en)
    except OSError as error:
        zh, en = f"写不了 {path}（{error.strerror}）", f"cannot write {path} ({error.strerror})"
        refuse("--receipt", zh, en)


def _holds(path: str, written: bytes) -> bool:
    with Path(path).open("rb") as file:
        return file.read(len(written) + 1) == written


def loaded(
    text: bytes,
    policy: Policy,
    register: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Case | Dossier:
    """Return what a document holds: a history where it tells of events, else a case.

    Args:
        text: The document.
        policy: The policy that says which sorts of events there are.
        register: The file of a register kept apart from it; ``None`` if there is none.
        limits: How large either may be.

    Raises:
        InvalidInputError: Something in one of them is wrong, or both have a register.
    """
    facts = (
        load_dossier(text, policy, limits=limits)
        if _tells_of_events(text, limits)
        else load_case(text, limits=limits)
    )
    if register is None:
        return facts
    if facts.register != Register.unknown():
        zh, en = (
            "案例中已有登记簿，只能用其一",
            "the case has its own; give one of them",
        )
        refuse("--register", zh, en)
    return evolve(facts, register=load_register(read(register, limits), limits=limits))


def _tells_of_events(text: bytes, limits: Limits) -> bool:
    held: list[Any] = []
    with suppress(InvalidInputError):  # whoever loads it says what is wrong
        parsed(text, limits, held.append, frozenset())
    document = held[0] if held else None
    return isinstance(document, dict) and "events" in document and "application" not in document
