"""Faults as somebody reads them: each with its path, its field's label and the value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from innov_consortium.errors import (
    MOST_FAULTS,
    OTHERS_NOT_TOLD,
    Fault,
    FaultKind,
    InvalidInputError,
)
from innov_consortium.interchange.labels import leaf_label
from innov_consortium.interchange.paths import ROOT, value_at
from innov_consortium.interchange.shown import POSTS, may_be_personal, shown

__all__ = ["NO_KNOWN_KEY", "faults_of", "labelled", "once"]

#: How the fault of a key begins that nothing is known of: what it holds may be anybody's.
NO_KNOWN_KEY = "is no known key"

_ABSENT = object()


def faults_of(
    error: InvalidInputError, path: str, document: Any, posts: frozenset[str] = POSTS
) -> Iterator[Fault]:
    """Yield the faults of what was structured, each with its path, its label and the value.

    Args:
        error: The faults, with paths that begin there.
        path: The path of what was structured.
        document: The whole document, in which the values are looked up.
        posts: The names of fields in which persons stand.
    """
    for fault in error.under(path).faults:
        yield labelled(fault, _word(fault, document, posts))


def labelled(fault: Fault, word: str = "") -> Fault:
    """Return a fault that names its field in Chinese, and the value where it is to be shown."""
    path = fault.path or ROOT
    field = f"{leaf_label(path)} {word}" if word else leaf_label(path)
    en = f"{word}: {fault.en}" if word else fault.en
    return Fault(fault.kind, path, f"{field}：{fault.zh}", en)


def once(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return each fault once; that of a list gives way to those of its kind at its items.

    Where some are not told, the last of them says so for the whole.
    """
    found: dict[tuple[FaultKind, str], Fault] = {}
    others = False
    for fault in faults:
        if fault.en == OTHERS_NOT_TOLD.en:
            others = True
        else:
            found.setdefault((fault.kind, fault.path), fault)
    refined = {(kind, path.rpartition("[")[0]) for kind, path in found if path.endswith("]")}
    told = tuple(fault for key, fault in found.items() if key not in refined)
    if not others and len(told) <= MOST_FAULTS:
        return told
    return (*told[: MOST_FAULTS - 1], labelled(OTHERS_NOT_TOLD))


def _says_something(value: Any) -> bool:
    """Return whether a value would be shown as more than its sort: a text, or a number."""
    return not (value is None or isinstance(value, bool | dict | list))


def _word(fault: Fault, document: Any, posts: frozenset[str]) -> str:
    """Return the value a fault is about, or nothing where it is not to be shown."""
    if fault.en.startswith(NO_KNOWN_KEY):
        return ""
    value = value_at(document, fault.path, _ABSENT)
    if value is _ABSENT or (_says_something(value) and may_be_personal(fault.path, posts)):
        return ""
    if isinstance(value, dict | list) and fault.kind is not FaultKind.TYPE_ERROR:
        return ""
    word = shown(value)
    return "" if word in fault.en else word
