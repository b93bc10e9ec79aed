"""Paths into a document: ``application.participants[3].id``."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["ROOT", "joined", "steps", "value_at"]

#: The path of the document itself.
ROOT = "$"

_QUOTED = r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\""""
_STEP = re.compile(rf"\[({_QUOTED})\]|([^.\[\]]+)|\[([^\[\]]*)\]")
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,59}")


def joined(path: str, key: str | int) -> str:
    """Return the path of what stands under ``key``.

    >>> joined("application", "lead"), joined("departures", 0), joined("", "lead")
    ('application.lead', 'departures[0]', 'lead')
    >>> joined("application", "牵头 单位")
    "application['牵头 单位']"
    """
    if isinstance(key, int):
        return f"{path}[{key}]"
    if not _PLAIN_KEY.fullmatch(key):
        return f"{path}[{key[:60]!r}]"
    return f"{path}.{key}" if path else key


def steps(path: str) -> list[tuple[str, str]]:
    """Return the steps of a path, each a name with the index or word in brackets after it.

    >>> steps("application.participants[3].id")
    [('application', ''), ('participants', '3'), ('id', '')]
    """
    found: list[tuple[str, str]] = []
    for quoted, name, index in _STEP.findall(path):
        if quoted or name:
            found.append((quoted or name, ""))
        elif found:
            found[-1] = (found[-1][0], index)
    return found


def value_at(document: Any, path: str, missing: Any = None) -> Any:
    """Return what stands at a path, or ``missing`` where nothing does.

    >>> value_at({"departures": [{"by": "甲局"}]}, "departures[0].by")
    '甲局'
    """
    for name, index in steps(path):
        if not isinstance(document, dict) or name not in document:
            return missing
        document = document[name]
        if index:
            if not isinstance(document, list) or not index.isdecimal():
                return missing
            if int(index) >= len(document):
                return missing
            document = document[int(index)]
    return document
