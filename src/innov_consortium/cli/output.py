"""Where a command writes: answers to stdout, messages to stderr."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any, TextIO

from attrs import frozen

from innov_consortium.errors import Fault
from innov_consortium.interchange import dumps

__all__ = ["Output"]


@frozen
class Output:
    """The two streams of a command, its language and its format.

    Args:
        stdout: Where answers go.
        stderr: Where messages go.
        lang: The language asked for, as given.
        as_json: Whether one JSON document is wanted.
    """

    stdout: TextIO
    stderr: TextIO
    lang: str
    as_json: bool

    @property
    def chinese(self) -> bool:
        """Whether messages are wanted in Chinese."""
        return self.lang.lower().startswith("zh")

    def text(self, text: str) -> None:
        """Write a text."""
        print(text, file=self.stdout)

    def page(self, page: str) -> None:
        """Write a page: as UTF-8, which it says it is in, unless somebody is looking on."""
        if isinstance(self.stdout, io.TextIOWrapper) and not self.stdout.isatty():
            self.stdout.reconfigure(encoding="utf-8")
        self.stdout.write(page)

    def document(self, document: Any) -> None:
        """Write a JSON document."""
        print(dumps(document), file=self.stdout)

    def say(self, zh: str, en: str) -> None:
        """Write a message."""
        print(zh if self.chinese else en, file=self.stderr)

    def refuse(self, message: str) -> None:
        """Write why a command could not be carried out."""
        if self.as_json:
            self.document({"schema": "innov-consortium/refusal/1", "message": message})
        print(message, file=self.stderr)

    def faults(self, faults: Iterable[Fault]) -> None:
        """Write everything wrong with an input, one fault a line."""
        found = list(faults)
        if self.as_json:
            listed = [{"kind": f.kind.value, "path": f.path, "zh": f.zh, "en": f.en} for f in found]
            self.document({"schema": "innov-consortium/faults/1", "faults": listed})
        self.say(f"输入不能使用，共 {len(found)} 处：", f"unusable input, {len(found)} fault(s):")
        for fault in found:
            where = fault.path or "$"
            self.say(f"  {where}：{fault.zh}", f"  {where}: {fault.en}")
