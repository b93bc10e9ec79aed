"""What a document may write for a type that a hook of its own reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from innov_consortium.core.consortium import Person, Vacancy
from innov_consortium.core.events import Event
from innov_consortium.core.organizations import Identifier, MemberKey
from innov_consortium.core.records import Record
from innov_consortium.core.register import Register
from innov_consortium.interchange import strict
from innov_consortium.interchange.converter import Member
from innov_consortium.interchange.documents.numbers import NumbersDocument
from innov_consortium.interchange.documents.readings import ReadingsDocument
from innov_consortium.interchange.documents.reforms import ReformDocument
from innov_consortium.interchange.frozen import Json
from innov_consortium.interchange.schemas.classes import Drawing, Shape
from innov_consortium.interchange.schemas.leaves import NULL, USCC, Schema
from innov_consortium.interchange.schemas.settings import numbers, readings, reform
from innov_consortium.interchange.stored_values import any_text
from innov_consortium.interchange.surroundings import UNKNOWN

__all__ = ["SHAPES"]

_SCHEME_OF_CODES = Identifier.uscc("91120116MAXT00011U").scheme


def _defined(drawing: Drawing, name: str, piece: Schema) -> Schema:
    drawing.defs.setdefault(name, piece)
    return {"$ref": f"#/$defs/{name}"}


def _identifier(drawing: Drawing, above: str) -> Schema:
    """A unified social credit code as text, or any identifier with its scheme."""
    written_out = {
        **drawing.drawn(Identifier, above),
        "if": {"properties": {"scheme": {"const": _SCHEME_OF_CODES}}, "required": ["scheme"]},
        "then": {"properties": {"value": _defined(drawing, "uscc", USCC)}},
    }
    options = [_defined(drawing, "uscc", USCC), written_out]
    return _defined(drawing, "identifier", {"anyOf": options})


def _member(drawing: Drawing, above: str) -> Schema:
    """Its identifier, with the college where that does not tell."""
    options = [_identifier(drawing, above), drawing.drawn(Member, above)]
    return _defined(drawing, "member", {"anyOf": options})


def _post(drawing: Drawing, above: str) -> Schema:
    """A person, a post known to be empty, or nothing known."""
    vacant = {"const": Vacancy.VACANT.value}
    return {"anyOf": [drawing.of_class(Person, above), vacant, NULL]}


def _event(drawing: Drawing, _: str) -> Schema:
    return _defined(drawing, "event", drawing.event())


def _known_or_unknown(cl: type[Register | Record]) -> Shape:
    def shape(drawing: Drawing, above: str) -> Schema:
        return {"anyOf": [drawing.of_class(cl, above), {"const": UNKNOWN}]}

    return shape


def _json(drawing: Drawing, _: str) -> Schema:
    """Whatever JSON holds, of numbers the whole ones."""
    again = {"$ref": "#/$defs/json"}
    options = [NULL, {"type": "boolean"}, drawing.leaf(strict.whole), drawing.leaf(any_text)]
    options.append({"type": "array", "items": again, "maxItems": drawing.limits.items})
    options.append({"type": "object", "additionalProperties": again})
    return _defined(drawing, "json", {"anyOf": options})


#: The types that hooks of their own read; those of the converter, each with what it takes.
SHAPES: Mapping[Any, Shape] = {
    Identifier: _identifier,
    MemberKey: _member,
    Person | Vacancy | None: _post,
    Event: _event,
    Json: _json,
    NumbersDocument: numbers,
    ReadingsDocument: readings,
    ReformDocument: reform,
    Register: _known_or_unknown(Register),
    Record: _known_or_unknown(Record),
}
