"""Typed documents, written again as they were."""

from __future__ import annotations

import enum
from datetime import date
from typing import Any, TypeAlias

import attrs

from innov_consortium.core.organizations import Identifier
from innov_consortium.interchange.documents.numbers import NumbersDocument
from innov_consortium.interchange.documents.readings import ReadingsDocument
from innov_consortium.interchange.documents.reports import ReportDocument
from innov_consortium.interchange.documents.states import StateDocument
from innov_consortium.interchange.frozen import FrozenMapping
from innov_consortium.interchange.written import written_identifier

__all__ = ["StoredDocument", "unstructure_document"]

#: What can be read back as a typed value.
StoredDocument: TypeAlias = ReportDocument | StateDocument | NumbersDocument | ReadingsDocument


def unstructure_document(document: StoredDocument) -> dict[str, Any]:
    """Return a typed document as JSON can hold it: what it was read from, in its present version.

    >>> from innov_consortium.interchange.documents.numbers import FigureDocument
    >>> seven = FrozenMapping({"min_participants": FigureDocument(value=7)})
    >>> unstructure_document(NumbersDocument(policy="990000", numbers=seven))["numbers"]
    {'min_participants': {'value': 7}}
    """
    written: dict[str, Any] = _plain(document)
    return written


def _plain(value: Any) -> Any:  # noqa: PLR0911 - one line a sort of value
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, FrozenMapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, Identifier):
        return written_identifier(value)
    if attrs.has(type(value)):
        return _fields(value)
    return value


def _fields(value: Any) -> dict[str, Any]:
    """Return an object with its fields; what need not be there only if something is said."""
    held = ((a, getattr(value, a.name)) for a in attrs.fields(type(value)))
    return {a.name: _plain(inner) for a, inner in held if not (inner is None and a.default is None)}
