"""``innov-consortium verify``: whether a receipt still holds, derived anew from the facts."""

from __future__ import annotations

import argparse
from typing import Any

from innov_consortium.cli.check import loaded
from innov_consortium.cli.output import Output
from innov_consortium.cli.sources import limits_of, read, require_one_stdin, select
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.policy import Policy
from innov_consortium.interchange import (
    STORED_LIMITS,
    Receipt,
    Verdict,
    Verification,
    dumps,
    edition_of,
    load_receipt,
    unstructure_receipt,
    unstructure_verification,
    verify,
)
from innov_consortium.plugins import catalogue
from innov_consortium.rendering import (
    citation,
    negotiate,
    render_verification,
    verdict_sentence,
)

__all__ = ["STATUS", "run"]

#: Exit status for each verdict.
STATUS = {
    Verdict.SAME: 0,
    Verdict.DIFFERENT: 1,
    Verdict.SAME_ANSWER: 3,
    Verdict.CANNOT_TELL: 4,
}


def run(given: argparse.Namespace, output: Output) -> int:
    """Verify a receipt and print the verdict.

    Without a policy of its edition the facts are not read: they may tell of what no other text
    knows. That a receipt is written otherwise than the library writes it is told on stderr.
    """
    require_one_stdin(given.receipt, given.case, given.register)
    locale = negotiate(given.lang)
    kept = limits_of(given, STORED_LIMITS)
    text = read(given.receipt, kept)
    receipt = load_receipt(text, limits=kept)
    found = edition_of(receipt, _policies(given, receipt))
    if isinstance(found, Policy):
        limits = limits_of(given)
        facts = loaded(read(given.case, limits), found, given.register, limits)
        found = verify(receipt, facts, found)
    if text != _written(receipt, found.policy):
        output.say(
            "内容未改，书写有改动：回执文件与 check --receipt 写出的不是逐字节相同",
            "content unaltered, written otherwise: byte for byte the file is not what"
            " check --receipt writes",
        )
    if output.as_json:
        output.document(_document(found, locale))
    else:
        output.text(render_verification(found, locale).rstrip("\n"))
    return STATUS[found.verdict]


def _policies(given: argparse.Namespace, receipt: Receipt) -> tuple[Policy, ...]:
    if given.policy is not None:
        return (select(given.policy, on=receipt.on),)
    return catalogue().policies


def _written(receipt: Receipt, policy: Policy | None) -> bytes:
    """Return a receipt as the library writes it into a file, its names in the policy's order."""
    document = unstructure_receipt(receipt)
    if policy is not None:
        numbers = [number.name for number in numbers_of(policy.numbers)]
        readings = [choice.name for choice in policy.readings]
        for key, names in (("numbers", numbers), ("readings", readings)):
            there = [name for name in names if name in document[key]]
            document[key] = {name: document[key][name] for name in [*there, *document[key]]}
    return (dumps(document) + "\n").encode()


def _document(verification: Verification, locale: str) -> dict[str, Any]:
    """Return the document of a verification in a language, with its verdict and citations."""
    document = unstructure_verification(verification)
    document["lang"] = locale
    document["sentence"] = verdict_sentence(verification, locale)
    if verification.policy is not None:
        for norm in document["because"]:
            instrument = verification.policy.instrument
            norm["citation"] = citation(instrument, norm["provision"], locale)
    return document
