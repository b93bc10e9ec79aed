"""Registers, records and calendars as documents of their own.

A host keeps one of them once and hands it to many checks.
"""

from __future__ import annotations

from typing import Any

from innov_consortium.core.calendars import Calendar
from innov_consortium.core.records import Record
from innov_consortium.core.register import Register
from innov_consortium.interchange.limits import DEFAULT_LIMITS, Limits
from innov_consortium.interchange.parts import part_from, part_in, part_written

__all__ = [
    "load_calendar",
    "load_record",
    "load_register",
    "structure_calendar",
    "structure_record",
    "structure_register",
    "unstructure_calendar",
    "unstructure_record",
    "unstructure_register",
]


def structure_register(document: object, *, limits: Limits = DEFAULT_LIMITS) -> Register:
    """Return the register a document describes.

    Args:
        document: What stands under ``register`` in a case, with its ``schema`` or without. The
            paths of faults begin in it: ``engagements[0].unit``.
        limits: How large it may be.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.

    >>> structure_register({"complete_to": "2026-03-02"}).complete_to
    datetime.date(2026, 3, 2)

    """
    return part_from(document, "register", Register, limits)


def load_register(text: str | bytes, *, limits: Limits = DEFAULT_LIMITS) -> Register:
    """Return the register a JSON text describes; see :func:`structure_register`.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong.
    """
    return part_in(text, "register", Register, limits)


def unstructure_register(register: Register) -> dict[str, Any]:
    """Return the document of the register; what is not known in it is null.

    >>> unstructure_register(Register.unknown())["complete_to"]
    """
    return part_written("register", register)


def structure_record(document: object, *, limits: Limits = DEFAULT_LIMITS) -> Record:
    """Return the record a document describes.

    Args:
        document: What stands under ``record`` in a case, with its ``schema`` or without. The
            paths of faults begin in it: ``accidents[0].occurred_on``.
        limits: How large it may be.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.
    """
    return part_from(document, "record", Record, limits)


def load_record(text: str | bytes, *, limits: Limits = DEFAULT_LIMITS) -> Record:
    """Return the record a JSON text describes; see :func:`structure_record`.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong.
    """
    return part_in(text, "record", Record, limits)


def unstructure_record(record: Record) -> dict[str, Any]:
    """Return the document of the record; what is not known in it is null."""
    return part_written("record", record)


def structure_calendar(document: object, *, limits: Limits = DEFAULT_LIMITS) -> Calendar:
    """Return the calendar a document describes.

    Args:
        document: What stands under ``calendar`` in a case, with its ``schema`` or without. The
            paths of faults begin in it: ``window.first``.
        limits: How large it may be.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.
    """
    return part_from(document, "calendar", Calendar, limits)


def load_calendar(text: str | bytes, *, limits: Limits = DEFAULT_LIMITS) -> Calendar:
    """Return the calendar a JSON text describes; see :func:`structure_calendar`.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong.
    """
    return part_in(text, "calendar", Calendar, limits)


def unstructure_calendar(calendar: Calendar) -> dict[str, Any]:
    """Return the document of the calendar; what is not known in it is null."""
    return part_written("calendar", calendar)
