"""Where in a schema a path of a document is described, and what is told beyond it there."""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from unicodedata import category

from innov_consortium.core import uscc
from innov_consortium.errors import Fault
from innov_consortium.interchange.paths import steps

__all__ = ["is_beyond", "places_of"]


def is_beyond(fault: Fault, schema: dict[str, Any], document: Any, below: str = "") -> bool:
    """Return whether a schema says of itself that it lets a fault of that kind through there.

    Args:
        fault: The fault.
        schema: The schema.
        document: The document that has the fault.
        below: What the paths of faults begin with that stands for the whole document.
    """
    path = fault.path.removeprefix(below).removeprefix(".")
    there, value = places_of(schema, path), _value_at(document, path)
    return any(
        fault.kind.value in entry["kinds"]
        and any(f"{place}/".startswith(f"{at}/") for place in there)
        and LEAVES.get(at, _anything)(value)
        for entry in schema["x-beyond"]
        for at in entry["at"]
        if at != "#"  # what only the text shows, or the whole
    )


def _value_at(document: Any, path: str) -> Any:
    """Return what stands at a path, in an object with odd keys as well."""
    for name, index in steps(path) if path != "$" else []:
        quoted = name[:1] in {"'", '"'}
        key = literal_eval(name) if quoted else name
        document = next(
            (v for k, v in document.items() if k == key or (quoted and k[:60] == key)), None
        )
        document = document[int(index)] if index else document
        if document is None:
            return None
    return document


def _anything(_: Any) -> bool:
    return True


def _has_unseen_characters(value: Any) -> bool:
    """Beyond the basic plane, a lone surrogate, or not assigned in this version of Unicode."""
    return type(value) is str and any(
        category(c) in {"Cs", "Cn"} or (category(c) in {"Cf", "Co", "Cc"} and c > "\uffff")
        for c in value
    )


def _is_no_such_day(value: Any) -> bool:
    return type(value) is str and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) is not None


def _has_a_wrong_check_character(value: Any) -> bool:
    code = value.get("value") if isinstance(value, dict) else value
    return type(code) is str and uscc.fault_of(code) is uscc.CodeFault.CHECK


#: What is true of every value that a leaf refuses beyond the schema.
LEAVES: dict[str, Callable[[Any], bool]] = {
    "#/$defs/text": _has_unseen_characters,
    "#/$defs/text_or_empty": _has_unseen_characters,
    "#/$defs/day": _is_no_such_day,
    "#/$defs/identifier": _has_a_wrong_check_character,
    "#/$defs/whole": lambda value: type(value) is float and value.is_integer(),
    "#/$defs/year": lambda value: type(value) is float and value.is_integer(),
}


def places_of(schema: dict[str, Any], path: str) -> set[str]:
    """Return the places in a schema that describe what stands at a path of a document."""
    there = set(_expanded(schema, ["#"]))
    for name, index in steps(path) if path != "$" else []:
        there = set(_expanded(schema, _below(schema, there, name)))
        if index:
            there |= set(_expanded(schema, _items(schema, there)))
    return there


def _expanded(schema: dict[str, Any], places: Iterable[str]) -> Iterator[str]:
    """Yield places, and those they refer to or choose among."""
    for place in places:
        yield place
        piece = at(schema, place)
        also = [piece["$ref"]] if "$ref" in piece else []
        for key in ("anyOf", "oneOf"):
            also += [f"{place}/{key}/{n}" for n in range(len(piece.get(key, [])))]
        also += [f"{place}/then"] if "then" in piece else []
        yield from _expanded(schema, also)


def _below(schema: dict[str, Any], places: Iterable[str], name: str) -> Iterator[str]:
    for place in places:
        piece = at(schema, place)
        if name in piece.get("properties", {}):
            yield f"{place}/properties/{name}"
        elif isinstance(piece.get("additionalProperties"), dict):
            yield f"{place}/additionalProperties"


def _items(schema: dict[str, Any], places: Iterable[str]) -> Iterator[str]:
    yield from (f"{place}/items" for place in places if "items" in at(schema, place))


def at(schema: dict[str, Any], place: str) -> dict[str, Any]:
    """Return what stands at a place of a schema."""
    piece: Any = schema
    for key in place.split("/")[1:]:
        piece = piece[int(key)] if isinstance(piece, list) else piece[key]
    found: dict[str, Any] = piece
    return found
