"""What was found, kept: each trouble with the least input that shows it, as a file of JSON."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from attrs import evolve, frozen
from fuzzing.judging import Trouble
from fuzzing.places import Path_, places, value_at, without, written
from fuzzing.targets import ODD_KEY, Input

__all__ = ["Found", "least"]


@frozen
class Found:
    """A trouble with an input that shows it.

    Args:
        given: The input.
        oracle: What does not hold.
        signature: What tells the trouble apart.
        said: What happened.
    """

    given: Input
    oracle: str
    signature: str
    said: str = ""

    @property
    def name(self) -> str:
        """The name of its file, without its ending."""
        what = re.sub(r"[^a-z0-9]+", "-", f"{self.oracle} {self.signature}".lower()).strip("-")
        digest = hashlib.sha256(f"{self.oracle} {self.signature}".encode()).hexdigest()
        return f"{self.given.kind}-{what[:60].strip('-')}-{digest[:6]}"

    def keep(self, folder: Path) -> Path:
        """Write it down, unless it is, and return where."""
        path = folder / f"{self.name}.json"
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            text = json.dumps(self._document(), ensure_ascii=True, indent=1)
            path.write_text(text + "\n", encoding="utf-8")
        return path

    def _document(self) -> dict[str, Any]:
        given = self.given
        document: dict[str, Any] = {"oracle": self.oracle, "signature": self.signature}
        document |= {"said": self.said, "kind": given.kind, "key": given.key}
        if given.text is None:
            return {**document, "document": given.document}
        try:
            return {**document, "text": given.text.decode("ascii")}
        except UnicodeDecodeError:
            return {**document, "bytes": base64.b64encode(given.text).decode()}

    @classmethod
    def read(cls, path: Path) -> Found:
        """Return what was written down."""
        kept = json.loads(path.read_text(encoding="utf-8"))
        text = kept["text"].encode() if "text" in kept else None
        text = base64.b64decode(kept["bytes"]) if "bytes" in kept else text
        odd = f'"{ODD_KEY}"' in json.dumps(kept.get("document"))
        given = Input(kept["kind"], kept.get("document"), text, kept["key"], odd)
        return cls(given, kept["oracle"], kept["signature"], kept.get("said", ""))


def least(
    given: Input, trouble: Trouble, troubles: Callable[[Input], list[Trouble]], seconds: float
) -> Input:
    """Return the least input found in a time that still shows a trouble.

    Args:
        given: An input that shows it.
        trouble: The trouble.
        troubles: Returns what is wrong with an input.
        seconds: How long to look for less.
    """
    until = time.monotonic() + seconds

    def shows(one: Input) -> bool:
        return time.monotonic() < until and trouble in troubles(one)

    if not shows(given):
        return given
    if given.text is not None:
        return _less_text(given, given.text, shows)
    return _less_document(given, shows)


def _less_text(given: Input, text: bytes, shows: Callable[[Input], bool]) -> Input:
    size = max(1, len(text) // 2)
    while size:
        at = 0
        while at < len(text):
            shorter = text[:at] + text[at + size :]
            if shows(evolve(given, text=shorter)):
                text = shorter
            else:
                at += size
        size //= 2
    return evolve(given, text=text)


def _less_document(given: Input, shows: Callable[[Input], bool]) -> Input:
    """Leave out what can be left out, the largest first, and shorten what is left."""
    again = True
    while again:
        again = False
        for path in sorted(places(given.document), key=len):
            if path[-1] != ODD_KEY and _is_there(given.document, path):
                fewer = evolve(given, document=without(given.document, path))
                if shows(fewer):
                    given, again = fewer, True
    for path in list(places(given.document)):
        value = value_at(given.document, path)
        if isinstance(value, str) and len(value) > 1 and path[-1] != ODD_KEY:
            for shorter in (value[: len(value) // 2], value[:1]):
                fewer = evolve(given, document=written(given.document, path, shorter))
                if shows(fewer):
                    given = fewer
    return given


def _is_there(document: Any, path: Path_) -> bool:
    holder = value_at(document, path[:-1])
    if isinstance(holder, dict):
        return path[-1] in holder
    return isinstance(holder, list) and isinstance(path[-1], int) and path[-1] < len(holder)
