"""Answers: that they can be written and said, name nobody, and are no program in a page."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from attrs import frozen
from fuzzing.judging import Judge

__all__ = ["Answers"]

_BLANKS = "\n\u00a0\u3000"
_UNFILLED = ("None", "<object", "Identifier(")


@frozen
class Answers:
    """What judges answers.

    Args:
        judge: What it judges with.
    """

    judge: Judge

    def written(self, what: str, write: Callable[[], dict[str, Any]]) -> dict[str, Any] | None:
        """Judge that an answer can be written as JSON, and names nobody; return it, read again."""

        def as_json() -> str:
            text = json.dumps(write(), ensure_ascii=False, allow_nan=False)
            text.encode()
            return text

        text = self.judge.call("written", as_json)
        if text is None:
            return None
        self.judge.silent(what, text)
        document: dict[str, Any] = json.loads(text)
        return document

    def text(self, what: str, rendered: Callable[[], str], *, markup: bool = False) -> None:
        """Judge that an answer can be said, names nobody, and is no program in a page."""
        text = self.judge.call("rendered", rendered)
        if text is not None:
            self.judge.holds("rendered text", f"{what}: no text", right=bool(text.strip()))
            unfilled = next((mark for mark in _UNFILLED if mark in text), "")
            at = text.find(unfilled) if unfilled else 0
            said = text[max(0, at - 80) : at + 80]
            self.judge.holds(
                "rendered text", f"{what}: {unfilled} is said", right=not unfilled, said=said
            )
            self.judge.silent(what, text)
            unseen = next((c for c in text if not c.isprintable() and c not in _BLANKS), "")
            self.judge.holds("rendered text", f"{what}: {unseen!r} is said", right=not unseen)
            if markup:
                self.judge.holds("escaped", what, right="<script>alert" not in text)
