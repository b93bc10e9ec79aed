"""Documents drawn from a schema alone, as somebody would write them who has nothing else."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from hypothesis import strategies as st
from tests.interchange.plain_strategies import IDENTIFIERS

__all__ = ["documents_of"]

_CODES = IDENTIFIERS.filter(lambda identifier: identifier.is_uscc).map(lambda i: i.value)

_SLOW = {"text", "day"}

#: What a regular expression would hardly come upon, or not soon.
_LIKELY: dict[str, st.SearchStrategy[Any]] = {
    "uscc": _CODES,
    "text": st.sampled_from(["市科技局", "C1", "e1", "e2", "art5.item1", "𠮷林"]) | st.text(),
    "day": st.sampled_from(["2026-03-02", "2026-02-30", "0000-01-01"]) | st.dates().map(str),
    "amount": st.sampled_from(["10000000.01", "0", "1.50"]),
}


def documents_of(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Return what draws documents of a schema; a few break what stands beside a reference."""
    return _Drawing(schema).draw(schema)


class _Drawing:
    def __init__(self, root: dict[str, Any]) -> None:
        self.root = root
        self.defined = cache(self._defined)

    def draw(self, piece: dict[str, Any]) -> st.SearchStrategy[Any]:
        if "$ref" in piece:
            return self.defined(piece["$ref"].rpartition("/")[2])
        if "const" in piece:
            return st.just(piece["const"])
        if "enum" in piece:
            return st.sampled_from(piece["enum"])
        for key in ("anyOf", "oneOf"):
            if key in piece:
                return st.one_of(*(self.draw(option) for option in piece[key]))
        return self._typed(piece)

    def _defined(self, name: str) -> st.SearchStrategy[Any]:
        piece = self.root["$defs"][name]
        if name in _SLOW:
            return _LIKELY[name]
        return st.deferred(lambda: _LIKELY.get(name, st.nothing()) | self.draw(piece))

    def _typed(self, piece: dict[str, Any]) -> st.SearchStrategy[Any]:
        if piece["type"] == "object":
            return self._object(piece)
        if piece["type"] == "array":
            return st.lists(self.draw(piece["items"]), max_size=3, unique_by=repr)
        if piece["type"] == "string":
            return _texts(piece)
        if piece["type"] == "integer":
            return st.integers(piece["minimum"], piece["maximum"])
        return st.none() if piece["type"] == "null" else st.booleans()

    def _object(self, piece: dict[str, Any]) -> st.SearchStrategy[Any]:
        fields = {name: self.draw(inner) for name, inner in piece.get("properties", {}).items()}
        required = {name: fields.pop(name) for name in piece.get("required", [])}
        made: st.SearchStrategy[Any] = st.fixed_dictionaries(required, optional=fields)
        free = piece.get("additionalProperties")
        if isinstance(free, dict):
            keys = st.text(max_size=5)
            return st.dictionaries(keys, self.draw(free), max_size=2).flatmap(
                lambda more: made.map(lambda own: {**more, **own})
            )
        return made


def _texts(piece: dict[str, Any]) -> st.SearchStrategy[str]:
    if "pattern" not in piece:
        return st.text(max_size=8)
    found = st.from_regex(piece["pattern"])
    longest = piece.get("maxLength", 1000)
    banned = re.compile(piece["not"]["pattern"]) if "not" in piece else None
    return found.filter(lambda s: len(s) <= longest and not (banned and banned.search(s)))
