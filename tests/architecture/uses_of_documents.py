"""What is stored and read again, what is sealed and verified: part of :mod:`.uses`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from attrs import evolve

import innov_consortium as ic
from innov_consortium import interchange, rendering
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Report
from innov_consortium.interchange.documents import unstructure_document
from innov_consortium.interchange.schemas import DOCUMENTS, json_schema

__all__ = ["uses_of_a_receipt", "uses_of_documents", "uses_of_schemas"]

#: The parts of a case that are stored by themselves as well.
_PARTS = (
    "attestation",
    "calendar",
    "departure",
    "interpretation",
    "listing",
    "record",
    "register",
    "special_case",
)


def uses_of_documents(policy: Policy, stored: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """Read every stored document, bring it to the present version and write it again.

    Args:
        policy: The policy, for what is read under one.
        stored: The documents, by ``name-version``.
    """
    for name, text in stored.items():
        yield f"stored/{name}", interchange.upcast(json.loads(text))
        part = name.partition("-")[0]
        if part == "event":
            yield f"stored/{name}/value", interchange.load_event(text, policy)
        elif part == "application":
            application = interchange.load_application(text)
            yield f"stored/{name}/value", application
            written = interchange.unstructure_application(application)
            yield f"stored/{name}/written", interchange.dumps(written)
        elif part in _PARTS:
            load = getattr(interchange, f"load_{part}")
            structure = getattr(interchange, f"structure_{part}")
            unstructure = getattr(interchange, f"unstructure_{part}")
            value = load(text)
            yield f"stored/{name}/value", value
            yield f"stored/{name}/written", interchange.dumps(unstructure(value))
            yield f"stored/{name}/again", structure(unstructure(value))
        elif part in ("report", "state"):
            document = getattr(interchange, f"load_{part}")(text)
            yield f"stored/{name}/value", document
            yield f"stored/{name}/written", interchange.dumps(unstructure_document(document))
    written = interchange.unstructure_numbers(policy)
    yield "stored/numbers", interchange.dumps(written)
    yield "stored/numbers/again", interchange.load_numbers(interchange.dumps(written), policy)
    yield "stored/readings", interchange.dumps(interchange.unstructure_readings(policy))


def uses_of_a_receipt(
    name: str, report: Report, facts: ic.Case | ic.Dossier
) -> Iterator[tuple[str, Any]]:
    """Seal a report, verify it with the same policy and with others, and alter it."""
    policy = report.policy
    receipt = interchange.receipt_of(report, facts)
    text = interchange.dumps(interchange.unstructure_receipt(receipt))
    yield f"{name}/receipt", receipt
    yield f"{name}/receipt/written", text
    yield f"{name}/receipt/again", interchange.load_receipt(text)
    yield f"{name}/edition", interchange.edition_of(receipt, [policy])
    yield f"{name}/no_edition", interchange.edition_of(receipt, [])
    for n, sealed in enumerate((receipt, *_altered(receipt))):
        try:
            found = interchange.verify(sealed, facts, policy)
        except ic.InvalidInputError as error:
            yield f"{name}/verified[{n}]", error
            continue
        document = interchange.unstructure_verification(found)
        yield f"{name}/verified[{n}]", found
        yield f"{name}/verified[{n}]/answers", (found.answers, found.other_library)
        yield f"{name}/verified[{n}]/written", interchange.dumps(document)
        for locale in rendering.LOCALES:
            key = f"{name}/verified[{n}]/{locale}"
            yield key, rendering.render_verification(found, locale)
            yield f"{key}/verdict", rendering.verdict_sentence(found, locale)


def _altered(receipt: interchange.Receipt) -> Iterator[interchange.Receipt]:
    """Yield receipts that say something else, sealed anew as by who means to deceive, or not."""
    from innov_consortium.interchange.receipts import seal_of  # noqa: PLC0415 - for this only

    yield evolve(receipt, on=date(2026, 3, 3))
    findings = tuple(evolve(f, outcome=ic.Outcome.MET, items=()) for f in receipt.findings)
    for answer in ic.Answer:
        altered = evolve(receipt, answer=answer, findings=findings)
        yield evolve(altered, seal=seal_of(altered))


def uses_of_schemas(policy: Policy) -> Iterator[tuple[str, Any]]:
    """Draw every JSON Schema, with and without a policy."""
    for name in DOCUMENTS:
        yield f"schema/{name}", interchange.dumps(json_schema(name))
        yield f"schema/{name}/policy", interchange.dumps(json_schema(name, policy))
