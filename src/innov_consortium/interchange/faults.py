"""From the errors cattrs gathered to faults: for each its path, its field's label and the value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve
from cattrs import ClassValidationError, IterableValidationError
from cattrs.errors import ForbiddenExtraKeysError

from innov_consortium.core.text import suggestion
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.formats import keys_of
from innov_consortium.interchange.labels import leaf_label
from innov_consortium.interchange.paths import ROOT, joined, value_at
from innov_consortium.interchange.shown import POSTS, is_personal, may_be_personal, shown

__all__ = ["faults_of", "labelled", "once"]

_LONGEST_KEY = 60
_ABSENT = object()


def faults_of(
    error: Exception, path: str, document: Any, posts: frozenset[str] = POSTS
) -> Iterator[Fault]:
    """Yield the faults in a tree of errors.

    Args:
        error: The tree, or one error.
        path: The path of what was structured.
        document: The whole document, in which the values are looked up.
        posts: The names of fields in which persons stand.
    """
    if isinstance(error, ClassValidationError | IterableValidationError):
        for inner, at in _placed(error, path):
            yield from faults_of(inner, at, document, posts)
    elif isinstance(error, InvalidInputError):
        for fault in error.under(path).faults:
            yield labelled(fault, _word(fault, document, posts))
    elif isinstance(error, KeyError):
        kind = FaultKind.INVALID_VALUE
        yield labelled(Fault(kind, path, "缺少，必须填写", "is missing; it must be given"))
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield labelled(_unknown_key(path, key, error.cl, posts))
    else:
        raise error


def labelled(fault: Fault, word: str = "") -> Fault:
    """Return a fault that names its field in Chinese, and the value where it is to be shown."""
    path = fault.path or ROOT
    field = f"{leaf_label(path)} {word}" if word else leaf_label(path)
    en = f"{word}: {fault.en}" if word else fault.en
    return evolve(fault, path=path, zh=f"{field}：{fault.zh}", en=en)


def once(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return each fault once; that of a list gives way to those of its kind at its items."""
    found: dict[tuple[FaultKind, str], Fault] = {}
    for fault in faults:
        found.setdefault((fault.kind, fault.path), fault)
    refined = {(kind, path.rpartition("[")[0]) for kind, path in found if path.endswith("]")}
    return tuple(fault for key, fault in found.items() if key not in refined)


def _placed(
    error: ClassValidationError | IterableValidationError, path: str
) -> Iterator[tuple[Exception, str]]:
    """Yield the errors right below one, each with its path."""
    if isinstance(error, ClassValidationError):
        fields, others = error.group_exceptions()
        yield from ((inner, joined(path, note.name)) for inner, note in fields)
    else:
        items, others = error.group_exceptions()
        yield from ((inner, joined(path, note.index)) for inner, note in items)
    yield from ((inner, path) for inner in others)


def _word(fault: Fault, document: Any, posts: frozenset[str]) -> str:
    """Return the value a fault is about, or nothing where it is not to be shown."""
    value = value_at(document, fault.path, _ABSENT)
    if value is _ABSENT or may_be_personal(fault.path, posts):
        return ""
    if isinstance(value, dict | list) and fault.kind is not FaultKind.TYPE_ERROR:
        return ""
    word = shown(value)
    return "" if word in fault.en else word


def _unknown_key(path: str, key: str, cl: type[Any], posts: frozenset[str]) -> Fault:
    keys = keys_of(cl)
    meant = suggestion(key[:_LONGEST_KEY], keys)
    zh, en = f"可用的键有：{'、'.join(keys)}{meant[0]}", f"the keys are {', '.join(keys)}{meant[1]}"
    kind = FaultKind.INVALID_VALUE
    if is_personal(path, posts):
        return Fault(kind, path, f"有不可用的键；{zh}", f"has a key that is not known; {en}")
    return Fault(kind, joined(path, key), f"没有这个键；{zh}", f"is no known key; {en}")
