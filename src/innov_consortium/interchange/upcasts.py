"""The steps from a version of a stored document to the next: pure, from one object to another.

A step says nothing of a document that was not written by the library: what cannot be read it leaves
as it is, for whatever structures it to refuse. What the old version could not say is ``null``.
"""

from __future__ import annotations

from typing import Any

from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.faults import labelled
from innov_consortium.interchange.paths import joined

__all__ = ["comparison_from_1", "report_from_1", "timeline_from_1"]


def report_from_1(document: dict[str, Any]) -> dict[str, Any]:
    """Return a report of version 2: neither the library nor the edition is known."""
    _refuse_new(document, "library", "")
    schema = {key: document[key] for key in ("schema",) if key in document}
    return {**schema, "library": None, **_with_edition(document, "")}


def comparison_from_1(document: dict[str, Any]) -> dict[str, Any]:
    """Return a comparison of version 2: the edition of neither policy is known."""
    return _compared(document, "")


def timeline_from_1(document: dict[str, Any]) -> dict[str, Any]:
    """Return a timeline of version 2: the edition of its policy is not known."""
    changes = document.get("changes")
    if isinstance(changes, list):
        told = [
            _compared(one, f"changes[{n}]") if isinstance(one, dict) else one
            for n, one in enumerate(changes)
        ]
        document = {**document, "changes": told}
    return _with_edition(document, "")


def _compared(document: dict[str, Any], path: str) -> dict[str, Any]:
    sides = {
        side: _with_edition(document[side], joined(path, side))
        for side in ("before", "after")
        if isinstance(document.get(side), dict)
    }
    return {**document, **sides}


def _with_edition(document: dict[str, Any], path: str) -> dict[str, Any]:
    policy = document.get("policy")
    if not isinstance(policy, dict):
        return document
    _refuse_new(policy, "edition", joined(path, "policy"))
    return {**document, "policy": {**policy, "edition": None}}


def _refuse_new(document: dict[str, Any], key: str, path: str) -> None:
    """Raise if a document has a key that its version had not."""
    if key in document:
        zh, en = "第 1 版没有这个键", "is no key of version 1"
        fault = Fault(FaultKind.INVALID_VALUE, joined(path, key), zh, en)
        raise InvalidInputError([labelled(fault)])
