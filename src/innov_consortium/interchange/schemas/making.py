"""The schema of a document, put together."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from innov_consortium.core.changes import CHANGES
from innov_consortium.core.events import SHARED, Event
from innov_consortium.core.policy import Policy
from innov_consortium.core.records import Record
from innov_consortium.core.register import Register
from innov_consortium.core.text import suggestion
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.documents.readings import ReadingsDocument
from innov_consortium.interchange.formats import SCHEMA_KEY, sorts_of
from innov_consortium.interchange.limits import DEFAULT_LIMITS, Limits
from innov_consortium.interchange.schemas.beyond import beyond
from innov_consortium.interchange.schemas.classes import Drawing
from innov_consortium.interchange.schemas.documents import DOCUMENTS, Described
from innov_consortium.interchange.schemas.leaves import Schema, referred_in
from innov_consortium.interchange.schemas.provisions import annotating
from innov_consortium.interchange.schemas.shapes import SHAPES
from innov_consortium.interchange.schemas.titles import in_words, pair
from innov_consortium.interchange.surroundings import UNKNOWN

__all__ = ["json_schema"]

#: The dialect these schemas are written in.
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(
    name: str, policy: Policy | None = None, *, limits: Limits = DEFAULT_LIMITS
) -> dict[str, Any]:
    """Return the JSON Schema of a document, as ``json.dumps`` can write it.

    Args:
        name: The document: a key of :data:`~innov_consortium.interchange.schemas.DOCUMENTS`.
        policy: The policy whose sorts of events it may tell of; which of the policy's provisions
            read a field then stands there under ``x-provision``. If ``None``, an event of a sort
            that a policy adds is let through as long as it has what any event has.
        limits: How large it may be.

    Raises:
        InvalidInputError: There is no such document.

    >>> json_schema("listing")["properties"]["first"]["$ref"]
    '#/$defs/day'
    """
    described = _described(name)
    sorts = (*SHARED, *CHANGES) if policy is None else sorts_of(policy)
    drawing = Drawing(SHAPES, sorts, limits, policy)
    if policy is not None:
        drawing.annotate = annotating(policy)
    root, places = _root(described, drawing)
    defs = _used(root, drawing.defs)
    places |= {f"#/$defs/{name}": cl for name, cl in drawing.classes.items() if name in defs}
    whose = "" if policy is None else f":{policy.code}"
    about = {} if policy is None else {"x-policy": {"code": policy.code, "edition": policy.edition}}
    whole = {
        "$schema": _DIALECT,
        "$id": f"{described.urn}{whose}",
        "title": pair(described.zh, described.en),
        **about,
        **{key: value for key, value in root.items() if key != "title"},
        "x-beyond": beyond(defs, places),
        "$defs": defs,
    }
    return deepcopy(whole)  # the pieces are the library's: what a host alters is its own


def _described(name: str) -> Described:
    if name not in DOCUMENTS:
        zh, en = suggestion(name, DOCUMENTS)
        listed = ", ".join(DOCUMENTS)
        fault = Fault(
            FaultKind.INVALID_VALUE,
            "schema",
            f"没有名为 {name[:60]!r} 的文档；可选：{listed}{zh}",
            f"there is no document {name[:60]!r}; there are {listed}{en}",
        )
        raise InvalidInputError([fault])
    return DOCUMENTS[name]


def _root(described: Described, drawing: Drawing) -> tuple[Schema, dict[str, type[Any]]]:
    """Return the schema of the document itself, and the places in it that describe a class."""
    wanted, above = described.wanted, described.above
    if wanted is Event:
        options = [_stating(described, drawing.drawn(one, above)) for one in drawing.sorts]
        also = [] if drawing.closed else [_stating(described, drawing.other_event())]
        places = {f"#/oneOf/{n}": one for n, one in enumerate(drawing.sorts)}
        return {"oneOf": [*options, *also]}, places
    if wanted in (Register, Record):
        known = _stating(described, drawing.drawn(wanted, above))
        return {"anyOf": [known, {"const": UNKNOWN}]}, {"#/anyOf/0": wanted}
    if wanted in drawing.shapes:
        piece = drawing.piece(wanted, above)
        if wanted is ReadingsDocument:  # as stored, or by name alone
            return piece, {f"#/anyOf/{n}": wanted for n in range(len(piece["anyOf"]))}
        return piece, {"#": wanted} if "properties" in piece else {}
    return _stating(described, drawing.drawn(wanted, above)), {"#": wanted}


def _used(root: Schema, defs: dict[str, Schema]) -> dict[str, Schema]:
    """Return the definitions that a schema refers to, directly or not, by name."""
    found: set[str] = set()
    ahead = set(referred_in(root))
    while ahead:
        found |= ahead
        ahead = {name for one in ahead for name in referred_in(defs[one])} - found
    return {name: defs[name] for name in sorted(found)}


def _stating(described: Described, drawn: Schema) -> Schema:
    """Return the schema of an object that may, or has to, say which format it has."""
    if not described.schema or SCHEMA_KEY in drawn["properties"]:
        return drawn
    stated = {"const": described.schema, "description": in_words("", SCHEMA_KEY)}
    needed = [SCHEMA_KEY] if described.stated else []
    return {
        **drawn,
        "properties": {SCHEMA_KEY: stated, **drawn["properties"]},
        "required": [*needed, *drawn["required"]],
    }
