"""Paths into a document: ``application.participants[3].id``."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["ROOT", "is_plain", "joined", "steps", "value_at"]

#: The path of the document itself.
ROOT = "$"

_QUOTED = r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\""""
_STEP = re.compile(rf"\[({_QUOTED})\]|([^.\[\]]+)|\[([^\[\]]*)\]")
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,59}")


def is_plain(key: str) -> bool:
    """Return whether a key may be one that a document has, and is fit to be repeated.

    >>> is_plain("filed_on"), is_plain("张三")
    (True, False)
    """
    return _PLAIN_KEY.fullmatch(key) is not None


def joined(path: str, key: str | int) -> str:
    """Return the path of what stands under ``key``, which is not repeated unless it is plain.

    No field has a key that is not: somebody may have written a person's name there.

    >>> joined("application", "lead"), joined("departures", 0), joined("", "lead")
    ('application.lead', 'departures[0]', 'lead')
    >>> joined("application", "牵头 单位")
    "application['…']"
    """
    if isinstance(key, int):
        return f"{path}[{key}]"
    if not is_plain(key):
        return f"{path}['…']"
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
