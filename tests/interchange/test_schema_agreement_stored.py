"""Schemas and structuring agree on what is kept by itself: parts of a case, answers, receipts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, given
from tests.interchange.agreeing import Agreement, examples, plain, spots, trimmed
from tests.interchange.schema_strategies import documents_of
from tests.interchange.stored import TIANJIN, TOY, documents
from tests.interchange.test_fuzz import mutations

from innov_consortium import interchange

PARTS: dict[str, Callable[[Any], Any]] = {
    "register": interchange.structure_register,
    "record": interchange.structure_record,
    "calendar": interchange.structure_calendar,
    "attestation": interchange.structure_attestation,
    "departure": interchange.structure_departure,
    "special_case": interchange.structure_special_case,
    "listing": interchange.structure_listing,
    "interpretation": interchange.structure_interpretation,
    "report": interchange.structure_report,
    "state": interchange.structure_state,
    "receipt": interchange.structure_receipt,
}
OF_A_POLICY: dict[str, Callable[[Any], Any]] = {
    "numbers": lambda document: interchange.structure_numbers(document, TOY),
    "readings": lambda document: interchange.structure_readings(document, TOY),
}
AGREEMENTS = [
    *(Agreement(name, structure) for name, structure in PARTS.items()),
    *(Agreement(name, structure, TOY) for name, structure in OF_A_POLICY.items()),
    Agreement("reform", lambda document: interchange.structure_reform(document, TIANJIN), TIANJIN),
]
each_kind = pytest.mark.parametrize("agreement", AGREEMENTS, ids=lambda agreement: agreement.name)


def given_of(name: str) -> list[dict[str, Any]]:
    """Return documents of a kind, those the command line prints among them."""
    by_hand = [{"B01": "b"}] if name == "readings" else []
    return [d for key, d in documents().items() if key.split("-")[0] == name] + by_hand


@each_kind
def test_documents_as_the_library_writes_them(agreement: Agreement) -> None:
    assert given_of(agreement.name)
    for document in given_of(agreement.name):
        if document != {"B01": "b"}:
            assert agreement.holds(document)


@each_kind
def test_anything_anywhere(agreement: Agreement) -> None:
    """Every value, replaced by strange ones, left out, misnamed, repeated."""
    for document in map(trimmed, given_of(agreement.name)):
        for path in spots(document):
            agreement.holds_at(document, path)


@each_kind
def test_mutated_documents(agreement: Agreement) -> None:
    document = trimmed(given_of(agreement.name)[0])

    @examples(60)
    @given(mutations(document))
    def check(changed: Any) -> None:
        assume(plain(changed))
        agreement.holds(changed)

    check()


@each_kind
def test_documents_drawn_from_the_schema(agreement: Agreement) -> None:
    """Whatever the schema lets through is taken, or refused for what it says of itself."""
    drawn = []

    @examples(60)
    @given(documents_of(agreement.schema))
    def check(document: Any) -> None:
        assume(agreement.validator.is_valid(document))
        drawn.append(agreement.holds(document))

    check()
    # Nobody guesses a seal, nor figures and readings that are a policy's own and do not clash.
    assert True in drawn or agreement.name in {"receipt", "reform"}
