"""Schemas read off the classes that documents are structured as, and off the hooks that do it."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Mapping
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import attrs
from attrs import define, field

from innov_consortium.core.events import Corrected, Event
from innov_consortium.core.policy import Policy
from innov_consortium.interchange import strict
from innov_consortium.interchange.formats import TYPE_KEY, Sorts
from innov_consortium.interchange.frozen import FrozenMapping
from innov_consortium.interchange.limits import Limits
from innov_consortium.interchange.objects import special_hooks, year_or_null
from innov_consortium.interchange.schemas.leaves import (
    LEAF_OF,
    LEAVES,
    NULL,
    Schema,
    nullable,
    referred_in,
)
from innov_consortium.interchange.schemas.narrower import BESIDES, LEAF_IN, most_items
from innov_consortium.interchange.schemas.titles import in_words, said_of, title_of

__all__ = ["Drawing", "Shape"]

#: What draws a type that a hook of its own reads.
Shape = Callable[["Drawing", str], Schema]

_Annotate = Callable[[type[Any], dict[str, Schema]], None]
_Leaf = Callable[..., Any]


def _nothing(_: type[Any], __: dict[str, Schema]) -> None:
    """Leave the properties of a class as they are."""


@define
class Drawing:
    """What draws the schema of one document, and gathers the definitions it needs.

    Args:
        shapes: The types that hooks of their own read, each with what draws it.
        sorts: The sorts of events there may be in it.
        limits: How large it may be.
        policy: The policy it is for; if ``None``, there may be other sorts of events as well.
        annotate: What is added to the properties of a class.
        defs: The definitions gathered so far, by name.
        classes: For each of those that stands for a class, the class.
    """

    shapes: Mapping[Any, Shape]
    sorts: Sorts = ()
    limits: Limits = field(factory=Limits)
    policy: Policy | None = None
    annotate: _Annotate = _nothing
    defs: dict[str, Schema] = field(factory=dict)
    classes: dict[str, type[Any]] = field(factory=dict)

    @property
    def closed(self) -> bool:
        """Whether the sorts of events are all there may be."""
        return self.policy is not None

    def piece(self, wanted: Any, above: str, leaf: _Leaf | None = None) -> Schema:
        """Return the schema of a value.

        Args:
            wanted: The type it is structured as.
            above: The name of the field it stands in.
            leaf: The hook that reads a text in it; that for any text if ``None``.
        """
        if wanted in self.shapes:
            return self.shapes[wanted](self, above)
        origin, arguments = get_origin(wanted), get_args(wanted)
        if origin in (Union, UnionType):
            return self._union(arguments, above, leaf)
        if origin in (tuple, frozenset):
            return self._listed(origin, arguments, above, leaf)
        if origin is Literal:
            return {"enum": list(arguments)} if len(arguments) > 1 else {"const": arguments[0]}
        if origin is FrozenMapping:
            named = self.piece(arguments[0], f"{above}.*")
            return {"type": "object", "additionalProperties": named}
        return self._plain(wanted, above, leaf)

    def _plain(self, wanted: Any, above: str, leaf: _Leaf | None) -> Schema:
        if wanted is NoneType:
            return dict(NULL)
        if attrs.has(wanted):
            return self.of_class(wanted, above)
        if isinstance(wanted, type) and issubclass(wanted, enum.Enum):
            return {"type": "string", "enum": [str(option.value) for option in wanted]}
        if wanted not in LEAF_OF:
            msg = f"no piece of a schema says what {wanted!r} is in a document"
            raise TypeError(msg)
        return self.leaf(leaf if leaf is not None and wanted is str else LEAF_OF[wanted])

    def leaf(self, hook: _Leaf) -> Schema:
        """Return what a leaf must be that a hook reads, or a check of the core narrows."""
        if hook is year_or_null:
            return nullable(self.leaf(strict.year))
        name, piece = LEAVES[hook]
        self.defs.setdefault(name, piece)
        for inner in referred_in(piece):
            self.leaf(next(hook for hook, (other, _) in LEAVES.items() if other == inner))
        return _to(name)

    def _union(self, options: tuple[Any, ...], above: str, leaf: _Leaf | None) -> Schema:
        pieces = [self.piece(one, above, leaf) for one in options if one is not NoneType]
        pieces += [dict(NULL)] if NoneType in options else []
        return {"anyOf": pieces}

    def _listed(
        self, origin: Any, arguments: tuple[Any, ...], above: str, leaf: _Leaf | None
    ) -> Schema:
        items = self.piece(arguments[0], above, leaf)
        listed: Schema = {"type": "array", "items": items, "maxItems": self.limits.items}
        return {**listed, "uniqueItems": True} if origin is frozenset else listed

    def of_class(self, cl: type[Any], above: str) -> Schema:
        """Return a reference to the definition of a class, which is made where there is none."""
        name = self._name(cl)
        if name not in self.defs:
            self.classes[name] = cl
            self.defs[name] = {}  # a class may hold itself
            self.defs[name] = self.drawn(cl, above)
        return _to(name)

    def drawn(self, cl: type[Any], above: str) -> Schema:
        """Return the schema of the objects that become a class."""
        above = "events" if issubclass(cl, Event) else above
        properties = {a.name: self._field(cl, a, above) for a in _given(cl)}
        needed = [a.name for a in _given(cl) if a.default is attrs.NOTHING]
        if issubclass(cl, Event):
            tag = {"const": cl.tag, "description": in_words(above, TYPE_KEY)}
            properties, needed = {TYPE_KEY: tag, **properties}, [TYPE_KEY, *needed]
        self.annotate(cl, properties)
        return {
            "title": title_of(cl),
            "description": said_of(cl),
            "type": "object",
            "properties": properties,
            "required": needed,
            "additionalProperties": False,
        }

    def _field(self, cl: type[Any], a: attrs.Attribute[Any], above: str) -> Schema:
        hook = special_hooks(cl).get(a.name)
        if hook is not None:
            piece = self.leaf(hook)
        elif issubclass(cl, Corrected) and a.name == "instead":
            piece = nullable(self.event(but=Corrected))
        else:
            piece = self.piece(a.type, a.name, _among(LEAF_IN, cl, a.name))
        besides = _among(BESIDES, cl, a.name) or {}
        piece = {**piece, **besides, "description": in_words(above, a.name)}
        return most_items(piece, cl, a.name, self.limits)

    def event(self, but: type[Event] | None = None) -> Schema:
        """Return an event of any sort there may be, or of any but one."""
        options = [self.of_class(one, "events") for one in self.sorts if one is not but]
        if not self.closed:
            self.defs.setdefault("event_of_a_policy", self.other_event())
            options.append(_to("event_of_a_policy"))
        return {"oneOf": options}

    def other_event(self) -> Schema:
        """Return an event of a sort that a policy adds: it has what any has, and more."""
        drawn = self.drawn(Event, "events")
        tag = {
            **self.leaf(strict.text),
            "not": {"enum": [one.tag for one in self.sorts]},
            "description": in_words("events", TYPE_KEY),
        }
        properties = {**drawn["properties"], TYPE_KEY: tag}
        return {**drawn, "properties": properties, "additionalProperties": True}

    def _name(self, cl: type[Any]) -> str:
        """Return the name of a class's definition; where two classes have one name, two of them."""
        taken = {known: name for name, known in self.classes.items()}
        plain = cl.tag if issubclass(cl, Event) else _snake(cl.__name__)
        name, n = plain, 1
        while cl not in taken and (name in self.defs or name in self.classes):
            name, n = f"{plain}_{n + 1}", n + 1
        return taken.get(cl, name)


def _given(cl: Any) -> list[attrs.Attribute[Any]]:
    """Return the fields of a class that a document gives."""
    return [a for a in attrs.fields(attrs.resolve_types(cl)) if a.init]


def _among(table: Mapping[tuple[type[Any], str], Any], cl: type[Any], name: str) -> Any:
    """Return what a table says of a field of a class, or of the class it comes from."""
    return next((table[base, name] for base in cl.__mro__ if (base, name) in table), None)


def _to(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
