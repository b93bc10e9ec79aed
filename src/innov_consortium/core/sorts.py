"""Whether the fields of a value are of the sorts they are declared to be.

The type checker tells those who use one; a platform that hands over ``"member_exit"`` where a
:class:`~innov_consortium.core.changes.ChangeKind` is wanted is told here, instead of being answered
about a change of no kind.
"""

from __future__ import annotations

import functools
from datetime import date
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from innov_consortium.core.text import day_faults
from innov_consortium.errors import Fault, FaultKind

__all__ = ["prepare", "sort_faults"]

_COLLECTIONS = (frozenset, tuple)


def sort_faults(value: Any) -> list[Fault]:
    """Return which fields of an attrs value are of another sort than declared.

    >>> from innov_consortium.core.events import ObjectionDecided
    >>> try:
    ...     ObjectionDecided(on=date(2026, 5, 20), upheld="no")
    ... except ValueError as error:
    ...     [(fault.path, fault.en) for fault in error.faults]
    [('upheld', 'must be bool, not str')]
    """
    found: list[Fault] = []
    for name, wanted in _wanted(value.__class__):
        given = getattr(value, name)
        if date in wanted:
            found += day_faults(name, given, optional=NoneType in wanted)
        elif not any(_is(given, one) for one in wanted):
            sorts = " | ".join(_name(one) for one in wanted if one is not NoneType)
            got = type(given).__name__
            found.append(
                Fault(
                    FaultKind.TYPE_ERROR,
                    name,
                    f"应为 {sorts}，而不是 {got}",
                    f"must be {sorts}, not {got}",
                )
            )
    return found


def prepare(*classes: Any) -> None:
    """Resolve what classes declare, once, so that checking a value evaluates nothing."""
    for cl in classes:
        _wanted(cl)


@functools.cache
def _wanted(cl: Any) -> tuple[tuple[str, tuple[Any, ...]], ...]:
    """Return the fields of a class that can be checked, each with the sorts it may be of."""
    try:
        hints = get_type_hints(cl)
    except NameError:  # a name only the type checker sees: it has to be relied on
        return ()
    fields = [a.name for a in attrs.fields(cl) if a.init]
    return tuple((name, _options(hints[name])) for name in fields if name in hints)


def _options(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (UnionType, Union) else (hint,)


def _is(given: Any, wanted: Any) -> bool:
    origin = get_origin(wanted)
    if origin in _COLLECTIONS:
        items = [one for one in get_args(wanted) if one is not Ellipsis]
        return isinstance(given, origin) and all(any(_is(g, i) for i in items) for g in given)
    if wanted is Any or not isinstance(wanted, type):
        return True
    if wanted in (bool, int):
        return type(given) is wanted
    return isinstance(given, wanted)


def _name(wanted: Any) -> str:
    if get_origin(wanted) in _COLLECTIONS:
        items = ", ".join(_name(one) for one in get_args(wanted) if one is not Ellipsis)
        return f"{get_origin(wanted).__name__}[{items}]"
    return getattr(wanted, "__name__", str(wanted))
