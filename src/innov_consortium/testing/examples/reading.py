"""Reading rows of examples; what is wrong with one is kept with it, so that the others run."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

__all__ = ["EXPECTED", "KEYS", "Row", "is_example", "read_examples", "row_faults"]

#: What a row may say.
KEYS = frozenset(
    {
        *("id", "why", "inquiry", "on", "published_on", "readings", "case", "history", "act"),
        *("expect", "schema", "note"),
    }
)
#: What may be expected of it.
EXPECTED = frozenset({"answer", "outcomes", "in_force", "changes_on"})


@frozen
class Row:
    """A row of a file of examples.

    Args:
        line: Its line in the file, counted from 1.
        document: What it says.
        error: Why it cannot be read; empty if it can.
    """

    line: int
    document: Mapping[str, Any] = field(repr=False)
    error: str = ""

    @property
    def id(self) -> str:
        """Its name; the line where it has none."""
        return str(self.document.get("id") or f"line {self.line}")

    @property
    def about(self) -> tuple[str, ...]:
        """The provisions it expects something of."""
        expect = self.document.get("expect")
        outcomes = expect.get("outcomes") if isinstance(expect, Mapping) else None
        return tuple(outcomes) if isinstance(outcomes, Mapping) else ()


def is_example(document: Mapping[str, Any]) -> bool:
    """Return whether a row is an example in the library's own documents.

    >>> is_example({"id": "a", "case": {}, "expect": {}}), is_example({"when": "formation"})
    (True, False)
    """
    told = "case" in document or "history" in document
    return told and "when" not in document and "input" not in document


def read_examples(text: str) -> tuple[Row, ...]:
    r"""Return the rows of a file, empty lines apart; one that is no JSON says so.

    >>> [(row.line, row.id, bool(row.error)) for row in read_examples('{"id": "a"}\n\n{')]
    [(1, 'a', False), (3, 'line 3', True)]
    """
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            document = json.loads(line)
        except ValueError as error:
            found.append(Row(number, {}, f"no JSON: {error}"))
            continue
        if isinstance(document, dict):
            found.append(Row(number, document))
        else:
            found.append(Row(number, {}, "no JSON object"))
    return tuple(found)


def row_faults(document: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with the shape of a row, before its documents are read."""
    faults = [f"unknown key {key!r}" for key in sorted(set(document) - KEYS)]
    faults += [f"no {key!r}" for key in ("id", "on", "expect") if not document.get(key)]
    if ("case" in document) is ("history" in document):
        faults.append("wants either 'case' or 'history'")
    if "act" in document and "history" not in document:
        faults.append("an 'act' is asked of a 'history'")
    expect = document.get("expect")
    if isinstance(expect, Mapping):
        faults += [f"unknown key 'expect.{key}'" for key in sorted(set(expect) - EXPECTED)]
    elif expect:
        faults.append("'expect' must be an object")
    return faults
