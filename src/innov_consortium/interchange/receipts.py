"""Receipts as documents: written, read back, and refused where the seal does not fit.

A receipt names the text, the figures, the readings and the day, holds the digest of the facts and
what every norm came to, and no name of a person, a unit or a body. Its seal shows that it was
altered, not who made it: whoever can alter a receipt can also seal it anew. A host that has to show
who made one signs the file.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import Any

import attrs

from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.canonical import digest
from innov_consortium.interchange.faults import labelled
from innov_consortium.interchange.formats import SCHEMA_KEY
from innov_consortium.interchange.frozen import FrozenMapping
from innov_consortium.interchange.limits import STORED_LIMITS, Limits, require_within
from innov_consortium.interchange.sealed import Receipt
from innov_consortium.interchange.sorts import require_sort
from innov_consortium.interchange.structuring import schema_faults, structured, without_schema
from innov_consortium.interchange.text import loaded
from innov_consortium.interchange.versions import present_of, schema_of

__all__ = [
    "RECEIPT_FROM",
    "RECEIPT_SCHEMA",
    "load_receipt",
    "require_seal",
    "seal_of",
    "structure_receipt",
    "unstructure_receipt",
]

#: The format of a receipt, stated under ``schema``. How its facts are digested is part of it.
RECEIPT_SCHEMA = schema_of("receipt")

_SEAL = "seal"


def seal_of(receipt: Receipt) -> str:
    """Return the seal that fits all else in a receipt."""
    return _seal(unstructure_receipt(receipt))


def require_seal(receipt: Receipt) -> None:
    """Raise unless the seal of a receipt fits all else in it.

    Raises:
        InvalidInputError: The receipt was altered.
    """
    if seal_of(receipt) != receipt.seal:
        raise InvalidInputError([_ALTERED])


def unstructure_receipt(receipt: Receipt) -> dict[str, Any]:
    """Return the document of a receipt.

    Raises:
        InvalidInputError: It is no receipt: ``type_error``.
    """
    require_sort(receipt, Receipt, "receipt", RECEIPT_FROM)
    return {SCHEMA_KEY: RECEIPT_SCHEMA, **_plain(receipt)}


def structure_receipt(document: object, *, limits: Limits = STORED_LIMITS) -> Receipt:
    """Return the receipt a document holds.

    Args:
        document: What ``json.loads`` makes of it: dicts, lists, text, true, false and null.
        limits: How large it may be.

    Raises:
        InvalidInputError: Something in it is wrong, every fault at its path; or nothing is, and the
            seal does not fit: ``inconsistent`` at ``seal``.
    """
    require_within(document, limits)
    present = present_of(document, "receipt", stated=True)
    receipt = structured(
        without_schema(present),
        Receipt,
        at="",
        document=present,
        faults=schema_faults(present, RECEIPT_SCHEMA),
    )
    if not isinstance(present, dict) or _seal(present) != receipt.seal:
        raise InvalidInputError([_ALTERED])
    return receipt


def load_receipt(text: str | bytes, *, limits: Limits = STORED_LIMITS) -> Receipt:
    """Return the receipt a JSON text holds.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, something in it is wrong, or the receipt was
            altered; every fault is told, each at its path.

    >>> try:
    ...     load_receipt('{"schema": "innov-consortium/case/1"}')
    ... except InvalidInputError as error:
    ...     print(error.faults[0].path, error.faults[0].kind.value)
    schema invalid_value
    """

    def structure(document: Any) -> Receipt:
        return structure_receipt(document, limits=limits)

    return loaded(text, limits, structure, frozenset())


def _seal(document: dict[str, Any]) -> str:
    return digest({key: value for key, value in document.items() if key != _SEAL})


def _plain(value: Any) -> Any:
    """Return a part of a receipt as a document has it."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, FrozenMapping):
        return {key: _plain(item) for key, item in value.items()}
    if attrs.has(type(value)):
        return {a.name: _plain(getattr(value, a.name)) for a in attrs.fields(type(value))}
    return value


#: Where a receipt comes from.
RECEIPT_FROM = (
    "以 load_receipt 或者 structure_receipt 读入",
    "read one with load_receipt or structure_receipt",
)

_ALTERED = labelled(
    Fault(
        FaultKind.INCONSISTENT,
        _SEAL,
        "与其余内容不符：回执已被改动，请找回原件",
        "does not fit the rest: the receipt was altered; go back to the original",
    )
)
