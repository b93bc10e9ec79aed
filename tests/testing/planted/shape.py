"""What a planted fault is: a few edits of a copy of the Shuiyun package, and where it shows."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

__all__ = [
    "ORIGINAL",
    "PACKAGE",
    "Edit",
    "Fault",
    "Variant",
    "add",
    "change",
    "copied",
    "labelled",
    "remove",
]

#: The directory of the made-up region's distribution.
ORIGINAL = Path(__file__).parents[3] / "examples" / "policy-shuiyun"

#: Its package, beneath that directory.
PACKAGE = Path("src", "innov_policy_shuiyun")

#: What is no part of the sources: made by a build or by a tool.
_MADE = shutil.ignore_patterns("__pycache__", "*.mo", ".*_cache", "*.egg-info", "dist", "build")


@frozen(kw_only=True)
class Edit:
    """One edit of one file of the package.

    Args:
        file: The file, beneath the package.
        old: What stands there, exactly once; ``None`` for the whole of the line, or of the file.
        new: What takes its place; ``None`` for a file removed.
        line: A part of the one line that is edited; empty for the whole file.
    """

    file: str
    old: str | None
    new: str | None
    line: str = ""

    def make(self, package: Path) -> None:
        """Make it in a copy.

        Raises:
            ValueError: What it is to replace does not stand there exactly once.
        """
        path = package / self.file
        if self.new is None:
            path.unlink()
        elif self.old is None and not self.line:
            path.write_text(self.new, encoding="utf-8")
        else:
            text = path.read_text(encoding="utf-8")
            path.write_text(self._changed(text, self.new), encoding="utf-8")

    def _changed(self, text: str, new: str) -> str:
        if not self.line:
            return self._replaced(text, self.old or "", new)
        lines = [line for line in text.splitlines(keepends=True) if self.line in line]
        if len(lines) != 1:
            msg = f"{self.file}: {len(lines)} lines have {self.line!r}"
            raise ValueError(msg)
        whole = lines[0]
        return text.replace(whole, self._replaced(whole, self.old or whole, new))

    def _replaced(self, text: str, old: str, new: str) -> str:
        if text.count(old) != 1:
            msg = f"{self.file}: {text.count(old)} times {old!r}"
            raise ValueError(msg)
        return text.replace(old, new)


def change(file: str, old: str | None, new: str, *, line: str = "") -> Edit:
    """Return an edit of what stands exactly once in a file, or in one line of it."""
    return Edit(file=file, old=old, new=new, line=line)


def add(file: str, text: str) -> Edit:
    """Return the edit that adds a file."""
    return Edit(file=file, old=None, new=text)


def remove(file: str) -> Edit:
    """Return the edit that removes a file."""
    return Edit(file=file, old=None, new=None)


def labelled(key: str, zh: str, en: str) -> tuple[Edit, ...]:
    """Return the edits that label something new in both languages, before the fact of units."""
    return tuple(
        change(
            f"locale/{language}/LC_MESSAGES/policy.po",
            'msgid "fact.units"',
            f'msgid "{key}"\nmsgstr "{text}"\n\nmsgid "fact.units"',
        )
        for language, text in (("zh_CN", zh), ("en", en))
    )


@frozen
class Fault:
    """Something an author, a translator or a lawyer gets wrong.

    Args:
        id: Its name.
        zh: What they have done, in Chinese.
        en: The same in English.
        edits: The edits that make it.
        at: The names of its place — provision, function, key, file — of which at least one has to
            be named by what is found.
    """

    id: str
    zh: str
    en: str
    edits: tuple[Edit, ...]
    at: tuple[str, ...]


@frozen
class Variant:
    """The same law in another form: nothing is to be found in it.

    Args:
        id: Its name.
        zh: What is otherwise, in Chinese.
        en: The same in English.
        edits: The edits that make it.
    """

    id: str
    zh: str
    en: str
    edits: tuple[Edit, ...] = ()


def copied(into: Path, edits: Iterable[Edit]) -> Path:
    """Copy the distribution into a directory, make edits in the copy, and return it."""
    copy = shutil.copytree(ORIGINAL, into / "policy-shuiyun", ignore=_MADE)
    for edit in edits:
        edit.make(copy / PACKAGE)
    return copy
