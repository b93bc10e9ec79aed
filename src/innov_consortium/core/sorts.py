"""Whether the fields of a value are of the sorts they are declared to be.

The type checker tells those who use one; a platform that hands over ``"member_exit"`` where a
:class:`~innov_consortium.core.changes.ChangeKind` is wanted is told here, instead of being answered
about a change of no kind.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterable
from datetime import date
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from innov_consortium.core.text import day_faults
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = ["check_faults", "check_sorts", "prepare", "sort_faults"]

_COLLECTIONS = (frozenset, tuple)

#: What reads from JSON what a caller may have left as a mapping.
_READ_BY = {
    "Case": "structure_case",
    "Dossier": "structure_dossier",
    "History": "structure_dossier",
    "Register": "structure_register",
}


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
        if type(given) in wanted:
            continue
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


def check_faults(value: Any, faults: Iterable[Fault] = ()) -> None:
    """Raise what is wrong with a value, each place once: of another sort, or else unusable.

    Args:
        value: An attrs value.
        faults: What else is wrong with it.

    Raises:
        InvalidInputError: There is something wrong; all of it at once.
    """
    sorts = sort_faults(value)
    told = {fault.path for fault in sorts}
    every = [*sorts, *(fault for fault in faults if fault.path not in told)]
    if every:
        raise InvalidInputError(every)


def check_sorts(**handed: tuple[object, type[Any] | tuple[type[Any], ...]]) -> None:
    """Raise unless each argument handed in is of its sort.

    Args:
        handed: By the name of the argument, what was handed in and the sort, or sorts, it may be.

    Raises:
        InvalidInputError: One is of another sort; all of them at once. What was handed in is not
            repeated.

    >>> try:
    ...     check_sorts(on=("2026-03-02", date))
    ... except InvalidInputError as error:
    ...     [(fault.path, fault.en) for fault in error.faults]
    [('on', 'hand in date, not str')]
    """
    faults = [
        _not_handed(path, value, sorts)
        for path, (value, sorts) in handed.items()
        if not isinstance(value, sorts)
    ]
    if faults:
        raise InvalidInputError(faults)


def _not_handed(path: str, value: object, sorts: type[Any] | tuple[type[Any], ...]) -> Fault:
    names = [one.__name__ for one in (sorts if isinstance(sorts, tuple) else (sorts,))]
    given = type(value).__name__
    zh = f"请传入 {' 或 '.join(names)}，而不是 {given}"
    en = f"hand in {' or '.join(names)}, not {given}"
    readers = dict.fromkeys(_READ_BY[name] for name in names if name in _READ_BY)
    if given == "Application" and "Case" in names:
        zh, en = f"{zh}：写作 Case(application=…)", f"{en}: write Case(application=…)"
    elif readers:
        zh = f"{zh}；JSON 请先用 {' 或 '.join(readers)} 读入"
        en = f"{en}; from JSON use {' or '.join(readers)}"
    return Fault(FaultKind.TYPE_ERROR, path, zh, en)


def prepare(*classes: Any) -> None:
    """Resolve what classes declare, once, so that checking a value evaluates nothing."""
    for cl in classes:
        _wanted(cl)


@functools.cache
def _wanted(cl: Any) -> tuple[tuple[str, tuple[Any, ...]], ...]:
    """Return the fields of a class that can be checked, each with the sorts it may be of."""
    hints = _hints(cl)
    fields = [a.name for a in attrs.fields(cl) if a.init]
    return tuple((name, _options(hints[name])) for name in fields if name in hints)


def _hints(cl: Any) -> dict[str, Any]:
    """Return what a class declares; where it names what only the type checker sees, its bases.

    The fields that it adds itself have to be relied on then.
    """
    for one in cl.__mro__:
        with contextlib.suppress(NameError):
            return get_type_hints(one)
    return {}


def _options(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (UnionType, Union) else (hint,)


def _is(given: Any, wanted: Any) -> bool:
    collection = _collection(wanted)
    if collection is not None:
        origin, items = collection
        return isinstance(given, origin) and all(
            type(g) in items or any(_is(g, i) for i in items) for g in given
        )
    if wanted is Any or not isinstance(wanted, type):
        return True
    if wanted in (bool, int):
        return type(given) is wanted
    return isinstance(given, wanted)


@functools.cache
def _collection(wanted: Any) -> tuple[Any, tuple[Any, ...]] | None:
    """Return what collects, and of what sorts; ``None`` for what is no collection."""
    origin = get_origin(wanted)
    if origin not in _COLLECTIONS:
        return None
    return origin, tuple(one for one in get_args(wanted) if one is not Ellipsis)


def _name(wanted: Any) -> str:
    if get_origin(wanted) in _COLLECTIONS:
        items = ", ".join(_name(one) for one in get_args(wanted) if one is not Ellipsis)
        return f"{get_origin(wanted).__name__}[{items}]"
    return getattr(wanted, "__name__", str(wanted))
