"""A policy's catalogues as they are written: each message with its line."""

from __future__ import annotations

import io
import re
import string
from collections.abc import Iterator

from attrs import frozen
from babel.messages.pofile import read_po

from innov_consortium.testing.kit.package import Package

__all__ = ["Written", "alternatives", "malformed", "path_of", "placeholders", "written"]


@frozen
class Written:
    """A message as it is written.

    Args:
        text: The message.
        line: Its line in the file, counted from 1.
    """

    text: str
    line: int


def path_of(locale: str) -> str:
    """Return the place of a policy's catalogue in its package."""
    return f"locale/{locale}/LC_MESSAGES/policy.po"


def written(package: Package, locale: str) -> dict[str, Written] | str:
    """Return the messages of a catalogue by key; why, if it cannot be read."""
    text = package.text(path_of(locale))
    if text is None:
        return "no such file"
    try:
        catalogue = read_po(io.BytesIO(text.encode()), abort_invalid=True)
    except Exception as error:  # noqa: BLE001 - whatever Babel raises of a file that is no catalogue
        return f"{type(error).__name__}: {error}"
    return {str(m.id): Written(str(m.string or ""), m.lineno or 0) for m in catalogue if m.id}


_LINE = re.compile(r'(?:(?:msgid|msgstr)\s+)?"(?:[^"\\]|\\.)*"\s*')
_KEY = re.compile(r'msgid\s+"((?:[^"\\]|\\.)*)"\s*')


def malformed(package: Package, locale: str) -> Iterator[tuple[int, str, bool]]:
    """Yield the lines of a catalogue that are read otherwise than they look.

    Yields:
        The line, the key it belongs to, and whether that key stands there for the second time;
        otherwise the line itself is malformed, such as one without its closing quotation mark.
    """
    key, seen = "", set()
    for number, line in enumerate((package.text(path_of(locale)) or "").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _KEY.fullmatch(line)
        if found is not None:
            key = found[1]
            if key and key in seen:
                yield number, key, True
            seen.add(key)
        elif not _LINE.fullmatch(line):
            yield number, key, False


def alternatives(message: str) -> dict[str, tuple[str, ...]]:
    """Return what a message says where a placeholder holds, and where it does not, by its name."""
    found: dict[str, tuple[str, ...]] = {}
    for _, name, spec, _ in string.Formatter().parse(message):
        words = tuple((spec or "").split("|"))
        if name is not None and len(words) > 1:
            found[name] = words[:2]
    return found


def placeholders(message: str) -> set[str]:
    """Return the names a message leaves to be filled in, those within alternatives, too.

    >>> sorted(placeholders("{a:家} {b.year!y} {c:已于{d}签署|未签署}"))
    ['a', 'b', 'c', 'd']

    Raises:
        ValueError: A brace has no partner.
    """
    found: set[str] = set()
    for _, name, spec, _ in string.Formatter().parse(message):
        if name is not None:
            found.add(name.partition(".")[0])
            found |= placeholders(spec or "")
    return found
