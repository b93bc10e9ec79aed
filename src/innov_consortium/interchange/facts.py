"""The digest of the facts that a check was made of: the same facts, the same digest, for years.

What is as if nothing were said is left out before the digest is made. So it does not matter whether
a document spelt out what is not known, and a field that a later version of the library adds leaves
the digest of every case as it was that says nothing in it.
"""

from __future__ import annotations

import enum
from typing import Any

import attrs

from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.organizations import Identifier, MemberKey
from innov_consortium.interchange.canonical import LARGEST_WHOLE, digest
from innov_consortium.interchange.formats import SCHEMA_KEY
from innov_consortium.interchange.sorts import require_facts
from innov_consortium.interchange.written import unstructure_case, unstructure_dossier

__all__ = ["FactsKind", "facts_digest", "facts_document", "kind_of"]


class FactsKind(enum.Enum):
    """What a check was made of."""

    CASE = "case"
    HISTORY = "history"


def kind_of(facts: Case | Dossier) -> FactsKind:
    """Return whether facts are an application or a history.

    Raises:
        InvalidInputError: They are neither: ``type_error``.
    """
    require_facts(facts)
    return FactsKind.CASE if isinstance(facts, Case) else FactsKind.HISTORY


def facts_document(facts: Case | Dossier) -> dict[str, Any]:
    """Return the document of a case or a history with nothing in it that need not be said.

    Whoever structures it gets the same case or history back: no two have the same document. It
    states no ``schema``.

    Args:
        facts: The case or the history.

    Raises:
        InvalidInputError: They are neither: ``type_error``.
    """
    require_facts(facts)
    if isinstance(facts, Case):
        written = unstructure_case(facts)
        return {k: v for k, v in _said(facts, written).items() if k != SCHEMA_KEY}
    written = unstructure_dossier(facts)
    around = {k: v for k, v in _said(facts, written).items() if k in _fields_of(facts)}
    events = facts.history.events
    return {
        "consortium": facts.history.consortium,
        "events": [_said(e, w) for e, w in zip(events, written["events"], strict=True)],
        **around,
    }


def facts_digest(facts: Case | Dossier) -> str:
    """Return the SHA-256 of the facts of a case or a history, in hexadecimal.

    It depends on the order of lists: the facts of a receipt are kept as they were handed in. It is
    the digest of ``{"case": …}`` or ``{"history": …}`` with :func:`facts_document` in it.

    Args:
        facts: The case or the history.

    Raises:
        InvalidInputError: They are neither, or a text in it holds half a surrogate pair.
    """
    return digest({kind_of(facts).value: facts_document(facts)})


def _said(value: Any, written: Any) -> Any:
    """Return what is written of a value without what is as if nothing were said."""
    if type(value) is int and abs(value) > LARGEST_WHOLE:
        return str(value)
    if isinstance(value, tuple) and isinstance(written, list):
        return [_said(v, w) for v, w in zip(value, written, strict=True)]
    if not isinstance(written, dict) or isinstance(value, Identifier | MemberKey):
        return written
    unsaid = {a.name for a in attrs.fields(type(value)) if a.init and _is_unsaid(value, a)}
    return {
        key: _said(getattr(value, key, None), inner)
        for key, inner in written.items()
        if key not in unsaid
    }


def _is_unsaid(value: Any, field: attrs.Attribute[Any]) -> bool:
    default: Any = field.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class to attrs, a function to mypy
        default = default.factory()
    return default is not attrs.NOTHING and bool(getattr(value, field.name) == default)


def _fields_of(value: Any) -> set[str]:
    return {a.name for a in attrs.fields(type(value))}
