"""Sorts of values as hints tell them: a sort is a set of types, and the empty one is not known."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Mapping
from datetime import date
from types import FunctionType, GenericAlias, UnionType
from typing import Any, TypeAlias, TypeVar

__all__ = [
    "UNKNOWN",
    "Sort",
    "attribute",
    "element",
    "flat",
    "hints_of",
    "is_day_type",
    "joined",
    "nth",
    "of_elements",
    "of_pairs",
    "owner_of",
    "returned",
    "returned_by",
]

Sort: TypeAlias = frozenset[Any]
UNKNOWN: Sort = frozenset()


def hints_of(one: Any) -> Mapping[str, Any]:
    """Return the hints of a function or a class; none where they name what is not there."""
    try:
        return typing.get_type_hints(one)
    except (NameError, TypeError, AttributeError):
        return {}


def owner_of(function: FunctionType) -> type[Any] | None:
    """Return the class a method is of."""
    name, _, last = function.__qualname__.rpartition(".")
    owner = function.__globals__.get(name) if last and name else None
    return owner if isinstance(owner, type) else None


def flat(hint: Any) -> Sort:
    """Return the types a hint says, one of a union each; one that says anything tells nothing."""
    if hint in (None, Any, object):
        return UNKNOWN
    if isinstance(hint, UnionType) or typing.get_origin(hint) is typing.Union:
        return joined(flat(one) for one in typing.get_args(hint))
    return frozenset({hint})


def of_elements(inner: Sort) -> Sort:
    """Return the sort of a collection by the sort of what is in it."""
    return frozenset({GenericAlias(tuple, (_union(inner), ...))}) if inner else UNKNOWN


def of_pairs(key: Sort, value: Sort) -> Sort:
    """Return the sort of a dictionary."""
    known = bool(key and value)
    return frozenset({GenericAlias(dict, (_union(key), _union(value)))}) if known else UNKNOWN


def joined(sorts: Iterable[Sort]) -> Sort:
    """Return the sort of what is of any of several sorts."""
    found: set[Any] = set()
    for one in sorts:
        found |= one
    return frozenset(found)


def element(one: Any) -> Sort:
    """Return the sort of what is in a collection of a type: of a dictionary, its values."""
    args = typing.get_args(one)
    if not args:
        return UNKNOWN
    if typing.get_origin(one) is dict:
        return flat(args[1])
    return joined(flat(a) for a in args if a is not Ellipsis)


def nth(sort: Sort, n: int) -> Sort:
    """Return the sort of the n-th thing in a tuple, from nought."""
    found: set[Any] = set()
    for one in sort:
        args = [a for a in typing.get_args(one) if a is not Ellipsis]
        if args:
            found |= flat(args[n] if n < len(args) else args[-1])
    return frozenset(found)


def attribute(one: Any, name: str) -> Sort:
    """Return the sort of an attribute of a class."""
    owner = typing.get_origin(one) or one
    if not isinstance(owner, type):
        return UNKNOWN
    for base in owner.__mro__:
        held = vars(base).get(name)
        if isinstance(held, property):
            return returned(held.fget, ())
        hints = hints_of(base)
        if name in hints:
            return flat(hints[name])
    return UNKNOWN


def returned(called: Any, classes: tuple[type[Any], ...]) -> Sort:
    """Return the sort of what a function returns, for a class it was given."""
    if not callable(called):
        return UNKNOWN
    return joined(flat(_filled(one, classes)) for one in flat(hints_of(called).get("return")))


def returned_by(base: Any, name: str, classes: tuple[type[Any], ...]) -> Sort:
    """Return the sort of what a method of a type returns, for a class it was given."""
    args = typing.get_args(base)
    if typing.get_origin(base) is dict and name in ("get", "pop", "setdefault"):
        return flat(args[1])
    if typing.get_origin(base) is dict and name == "values":
        return of_elements(flat(args[1]))
    if typing.get_origin(base) is dict and name == "items":
        return of_elements(frozenset({GenericAlias(tuple, args)}))
    method = getattr(typing.get_origin(base) or base, name, None)
    return returned(getattr(method, "__func__", method), classes)


def is_day_type(one: Any) -> bool:
    """Return whether a type is that of days."""
    return isinstance(one, type) and issubclass(one, date)


def _union(sort: Sort) -> Any:
    return typing.Union[tuple(sort)] if sort else Any  # noqa: UP007 - of what is found


def _filled(one: Any, classes: tuple[type[Any], ...]) -> Any:
    """Return a type with a class in the place of a variable."""
    if isinstance(one, TypeVar):
        return typing.Union[classes] if classes else Any  # noqa: UP007 - of what is given
    if any(isinstance(a, TypeVar) for a in typing.get_args(one)) and classes:
        return GenericAlias(tuple, (_filled(typing.get_args(one)[0], classes), ...))
    return one
