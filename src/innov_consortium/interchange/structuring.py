"""From a settled document to the classes of the core, or to all that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.converter import structure_as
from innov_consortium.interchange.faults import faults_of, labelled, once
from innov_consortium.interchange.formats import SCHEMA_KEY, Sorts
from innov_consortium.interchange.shown import posts_of, shown

__all__ = ["schema_faults", "structured", "without_schema"]

T = TypeVar("T")


def structured(
    value: object,
    wanted: type[T],
    *,
    at: str,
    document: object,
    faults: Iterable[Fault],
    sorts: Sorts = (),
) -> T:
    """Return what a value says, or raise its faults before those found already.

    Args:
        value: The value, its members written out in full.
        wanted: What it is to become.
        at: Where it stands in the document.
        document: The whole document as written, in which the values of faults are looked up.
        faults: What was found wrong already.
        sorts: The sorts of events it may tell of.

    Raises:
        InvalidInputError: Something in it is wrong, or was.
    """
    found = list(faults)
    try:
        made = structure_as(value, wanted, sorts)
    except InvalidInputError as error:
        found = [*faults_of(error, at, document, posts_of(sorts)), *found]
    else:
        if not found:
            return made
    raise InvalidInputError(once(found))


def without_schema(document: object) -> object:
    """Return a document without the key that says which format it has."""
    if not isinstance(document, dict):
        return document
    return {key: value for key, value in document.items() if key != SCHEMA_KEY}


def schema_faults(document: object, schema: str) -> list[Fault]:
    """Return what is wrong with the format a document says it has: it may also say nothing.

    Args:
        document: The document.
        schema: The format it must have.
    """
    stated = document.get(SCHEMA_KEY, schema) if isinstance(document, dict) else schema
    if type(stated) is str and stated == schema:
        return []
    kind = FaultKind.INVALID_VALUE if type(stated) is str else FaultKind.TYPE_ERROR
    zh, en = f"应为 {schema!r}", f"must be {schema!r}"
    word = "" if type(stated) is str and not stated.isascii() else shown(stated)
    return [labelled(Fault(kind, SCHEMA_KEY, zh, en), word)]
