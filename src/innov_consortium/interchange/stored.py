"""Stored reports and states, read back as typed values: no policy is needed for it."""

from __future__ import annotations

from typing import TypeVar

from innov_consortium.interchange.documents.reports import ReportDocument
from innov_consortium.interchange.documents.states import StateDocument
from innov_consortium.interchange.limits import STORED_LIMITS, Limits, require_within
from innov_consortium.interchange.structuring import structured
from innov_consortium.interchange.text import loaded
from innov_consortium.interchange.versions import present_of

__all__ = ["load_report", "load_state", "structure_report", "structure_state"]

T = TypeVar("T")


def structure_report(document: object, *, limits: Limits = STORED_LIMITS) -> ReportDocument:
    """Return a stored report as a typed value; one of an older version is brought up to date first.

    Nothing is asked anew: the value says what the report said, whether or not its policy, or that
    edition of it, is still there.

    Args:
        document: What ``json.loads`` makes of it.
        limits: How large it may be.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.

    >>> from innov_consortium.errors import InvalidInputError
    >>> try:
    ...     structure_report({"schema": "innov-consortium/case/1"})
    ... except InvalidInputError as error:
    ...     print(error.faults[0].en.partition("this is ")[2])
    a case, not a report; use load_case (command line: check)
    """
    return _typed(document, "report", ReportDocument, limits)


def load_report(text: str | bytes, *, limits: Limits = STORED_LIMITS) -> ReportDocument:
    """Return the report a JSON text holds; see :func:`structure_report`.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong.
    """

    def structure(held: object) -> ReportDocument:
        return structure_report(held, limits=limits)

    return loaded(text, limits, structure, frozenset(), option=False)


def structure_state(document: object, *, limits: Limits = STORED_LIMITS) -> StateDocument:
    """Return a stored state as a typed value; one of an older version is brought up to date first.

    Args:
        document: What ``json.loads`` makes of it.
        limits: How large it may be.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.
    """
    return _typed(document, "state", StateDocument, limits)


def load_state(text: str | bytes, *, limits: Limits = STORED_LIMITS) -> StateDocument:
    """Return the state a JSON text holds; see :func:`structure_state`.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong.
    """

    def structure(held: object) -> StateDocument:
        return structure_state(held, limits=limits)

    return loaded(text, limits, structure, frozenset(), option=False)


def _typed(document: object, name: str, wanted: type[T], limits: Limits) -> T:
    require_within(document, limits)
    present = present_of(document, name, stated=True)
    return structured(present, wanted, at="", document=present, faults=())
