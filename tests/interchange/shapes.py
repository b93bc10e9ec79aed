"""The shape of every format: its keys, with the types of what stands there.

``python -m tests.interchange.shapes`` notes the shapes of versions that have none yet in
``versions/shapes.json``. One that is noted is never written over: where a shape changes, so does
the version of its format.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import attrs
from tests.interchange.stored import KEPT, documents

from innov_consortium.core import attestations as established
from innov_consortium.core.calendars import Calendar
from innov_consortium.core.case import Case
from innov_consortium.core.changes import CHANGES
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import SHARED, Event
from innov_consortium.core.records import Record
from innov_consortium.core.register import Register
from innov_consortium.interchange import FORMATS, Receipt, schema_of
from innov_consortium.interchange.documents import (
    NumbersDocument,
    ReadingsDocument,
    ReformDocument,
    ReportDocument,
    StateDocument,
)
from innov_consortium.interchange.formats import HistoryDocument
from innov_consortium.interchange.frozen import FrozenMapping, Json, Text

__all__ = ["CLASSES", "classes_in", "keys_of", "noted", "shapes"]

#: The class of every format that is read back.
CLASSES: dict[str, type[Any]] = {
    "case": Case,
    "application": Application,
    "history": HistoryDocument,
    "event": Event,
    "register": Register,
    "record": Record,
    "calendar": Calendar,
    "attestation": established.Attestation,
    "departure": established.Departure,
    "special_case": established.SpecialCase,
    "listing": established.Listing,
    "interpretation": established.Interpretation,
    "numbers": NumbersDocument,
    "readings": ReadingsDocument,
    "reform": ReformDocument,
    "report": ReportDocument,
    "state": StateDocument,
    "receipt": Receipt,
}

#: Objects whose keys are names of their own, and what may be anything.
_OF_NAMES = {"facts", "numbers", "readings", "matters", "later", "covered", "answers", "read"}
_ANYTHING = {"item", "value"}

_NOTED = KEPT / "shapes.json"
_SORTS = (*SHARED, *CHANGES)


def noted() -> dict[str, Any]:
    """Return the shapes noted, by format and version."""
    found: dict[str, Any] = json.loads(_NOTED.read_text(encoding="utf-8"))
    return found


def shapes() -> dict[str, Any]:
    """Return the present shape of every format: of its class, or of a document of it."""
    written = documents()
    return {
        schema_of(name): _of_class(CLASSES[name]) if name in CLASSES else keys_of(written[name])
        for name in FORMATS
        if name in CLASSES or name in written
    }


def keys_of(document: Any) -> list[str]:
    """Return the keys of a document, each with those above it."""
    return sorted(set(_keys(document, "")))


def _keys(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _keys(item, f"{path}[]")
    elif isinstance(value, dict):
        above = path.rpartition(".")[2]
        for key, inner in value.items():
            at = f"{path}{{}}" if above in _OF_NAMES else f"{path}.{key}"
            yield at
            if key not in _ANYTHING and not (above == "facts" and set(value) - {"before", "after"}):
                yield from _keys(inner, at)


def _of_class(cl: type[Any]) -> dict[str, Any]:
    """Return the classes that documents of a class consist of, each with its keys or words."""
    found = {one.__name__: _of_one(one) for one in classes_in(cl)}
    return dict(sorted(found.items()))


def classes_in(cl: type[Any]) -> set[type[Any]]:
    """Return a class with every class and every enum that stands in documents of it."""
    found: set[type[Any]] = set()
    waiting: list[Any] = [cl]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            fields = attrs.fields(attrs.resolve_types(one)) if attrs.has(one) else ()
            waiting += [inner for a in fields if a.init for inner in _classes(a.type)]
            waiting += _SORTS if one is Event else ()
    return found


def _of_one(cl: type[Any]) -> Any:
    if issubclass(cl, enum.Enum):
        return [str(option.value) for option in cl]
    return {_key(a): _word(a.type) for a in attrs.fields(attrs.resolve_types(cl)) if a.init}


def _key(a: attrs.Attribute[Any]) -> str:
    return a.name if a.default is attrs.NOTHING else f"{a.name}?"


@cache
def _word(wanted: Any) -> str:  # noqa: PLR0911 - one line a sort of type
    """Return a type in a word or two, the same whatever Python writes for it."""
    origin, args = get_origin(wanted), get_args(wanted)
    if wanted == Text:
        return "text"
    if wanted == Json:
        return "anything"
    if origin is Literal:
        return " | ".join(repr(word) for word in args)
    if origin in (Union, UnionType):
        return " | ".join(_word(one) for one in args)
    if origin is FrozenMapping:
        return f"{{name: {_word(args[0])}}}"
    if args:
        return f"{origin.__name__}[{', '.join(_word(one) for one in args if one is not ...)}]"
    return "null" if wanted is NoneType else str(getattr(wanted, "__name__", wanted))


def _classes(wanted: Any) -> Iterator[Any]:
    if isinstance(wanted, type) and (attrs.has(wanted) or issubclass(wanted, enum.Enum)):
        yield wanted
    elif get_origin(wanted) is not Literal:
        for one in get_args(wanted):
            yield from _classes(one)


def _note() -> None:
    kept = noted() if _NOTED.exists() else {}
    found = {**shapes(), **kept}
    text = json.dumps(dict(sorted(found.items())), ensure_ascii=False, indent=1)
    _NOTED.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    _note()
