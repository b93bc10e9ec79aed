"""Documents that cannot be used, made of those that can."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import repeat
from typing import Any

__all__ = ["faulty"]

_WRONG: tuple[Any, ...] = (None, True, 3, 0.5, "", "甲\u202e", "2026-02-30", [], {}, [[None]])


def faulty(document: Any) -> Iterator[str]:
    """Yield documents in which every leaf is of one wrong sort, or every key is misspelt."""
    for wrong in _WRONG:
        yield json.dumps(_each(document, repeat(wrong).__next__), ensure_ascii=False)
    yield json.dumps(_misspelt(document), ensure_ascii=False)
    yield "{"
    yield "[" * 1000


def _each(value: Any, wrong: Callable[[], Any], key: str = "") -> Any:
    """Return a document with each of its leaves, but its sort, exchanged."""
    if isinstance(value, dict):
        return {k: _each(inner, wrong, k) for k, inner in value.items()}
    if isinstance(value, list):
        return [_each(inner, wrong) for inner in value]
    return value if key in ("type", "schema") else wrong()


def _misspelt(value: Any) -> Any:
    if isinstance(value, dict):
        return {f"{k}s": _misspelt(inner) for k, inner in value.items()}
    return [_misspelt(inner) for inner in value] if isinstance(value, list) else value
