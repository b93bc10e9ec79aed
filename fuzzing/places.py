"""Places in a document: what stands there, what they are called, and documents changed in one.

Nothing is changed in place: a document shares with the one it was made from whatever is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, TypeAlias

__all__ = [
    "Path_",
    "below",
    "everywhere",
    "is_day",
    "moved",
    "named",
    "near",
    "places",
    "upwards",
    "value_at",
    "without",
    "written",
]

#: Where something stands in a document.
Path_: TypeAlias = tuple[str | int, ...]


def places(document: Any) -> Iterator[Path_]:
    """Yield where something stands in a document, the document itself apart."""
    waiting: list[tuple[Path_, Any]] = [((), document)]
    while waiting:
        path, value = waiting.pop()
        if path:
            yield path
        if isinstance(value, dict):
            waiting += [((*path, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, n), inner) for n, inner in enumerate(value)]


def named(document: Any, path: Path_) -> str:
    """Return the name of a place: its key, after what it is a key of; an event is its type's.

    >>> named({"events": [{"type": "filed", "on": "2026-03-02"}]}, ("events", 0, "on"))
    'filed.on'
    >>> named({"lead": {"id": "津"}}, ("lead", "id"))
    'lead.id'
    """
    name = ""
    for key in path:
        name = below(name, document, key)
        document = value_at(document, (key,))
    return name


def below(name: str, holder: Any, key: str | int) -> str:
    """Return the name of a place right below another, by what stands there and the key."""
    if isinstance(key, int):
        return f"{name}[]"
    kind = holder.get("type") if isinstance(holder, dict) else None
    return f"{kind if isinstance(kind, str) else name.rpartition('.')[2]}.{key}"


def value_at(document: Any, path: Path_) -> Any:
    """Return what stands at a path, or ``None``."""
    for key in path:
        if isinstance(document, dict) and isinstance(key, str):
            document = document.get(key)
        elif isinstance(document, list) and isinstance(key, int) and key < len(document):
            document = document[key]
        else:
            return None
    return document


def written(document: Any, path: Path_, value: Any) -> Any:
    """Return a document with a value at a path; unchanged where there is no such place."""
    if not path:
        return value
    key, rest = path[0], path[1:]
    if isinstance(document, dict) and isinstance(key, str) and (key in document or not rest):
        return {**document, key: written(document.get(key), rest, value)}
    if isinstance(document, list) and isinstance(key, int) and key < len(document):
        return [*document[:key], written(document[key], rest, value), *document[key + 1 :]]
    return document


def without(document: Any, path: Path_) -> Any:
    """Return a document without what stands at a path."""
    holder, last = value_at(document, path[:-1]), path[-1]
    if isinstance(holder, dict):
        return written(document, path[:-1], {k: v for k, v in holder.items() if k != last})
    if isinstance(holder, list):
        return written(document, path[:-1], [v for n, v in enumerate(holder) if n != last])
    return document


def upwards(path: Path_) -> Iterator[Path_]:
    """Yield a path and those of what holds it, the document's last."""
    for n in range(len(path), -1, -1):
        yield path[:n]


def near(document: Any, path: Path_) -> list[Path_]:
    """Return the place and those beside it."""
    holder = value_at(document, path[:-1])
    keys = list(holder) if isinstance(holder, dict) else []
    return [path, *((*path[:-1], key) for key in keys)]


def is_day(value: Any) -> bool:
    """Return whether a value is a day as a document writes one."""
    if not isinstance(value, str) or len(value) != 10 or value[4] != "-":  # noqa: PLR2004 - YYYY-MM-DD
        return False
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def moved(day: str, by: int) -> str:
    """Return a day so many days later; the same where there is no such day."""
    try:
        return (date.fromisoformat(day) + timedelta(by)).isoformat()
    except OverflowError:
        return day


def everywhere(document: Any, change: Callable[[Any], Any]) -> Any:
    """Return a document with each of its leaves changed."""
    if isinstance(document, dict):
        return {key: everywhere(value, change) for key, value in document.items()}
    if isinstance(document, list):
        return [everywhere(value, change) for value in document]
    return change(document)
