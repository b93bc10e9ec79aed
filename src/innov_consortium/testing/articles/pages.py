"""Reading the pages of a policy: their headings, quotations and examples."""

from __future__ import annotations

import doctest
import importlib.resources
import re
from collections.abc import Iterator

from attrs import frozen

from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Place
from innov_consortium.rendering import messages_package

__all__ = ["FOLDER", "Page", "Section", "pages_of", "read_page"]

#: The folder of a policy's package that holds its pages.
FOLDER = "articles"

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_ID = re.compile(r"`([^`]+)`")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_QUOTED = re.compile(r">\s?(.*)")
_GLOSS = re.compile(r"\*(?!\*)(.+?)\*")
_PARSER = doctest.DocTestParser()


@frozen
class Section:
    """A heading of a page and what stands under it, up to the next heading.

    Args:
        title: The heading, as it is written.
        line: Its line in the page, counted from 1.
        provisions: The provisions it names, in backticks.
        quoted: The words of law quoted at its head, one line of the quotation each.
        glosses: The lines of that quotation in italics.
        examples: The examples under it; their ``lineno`` counts from 0 in the page.
    """

    title: str
    line: int
    provisions: tuple[str, ...]
    quoted: tuple[str, ...]
    glosses: tuple[str, ...]
    examples: tuple[doctest.Example, ...]


@frozen
class Page:
    """A page of law.

    Args:
        name: The name of its file, ``art05.md``.
        text: Its text.
        sections: Its headings with what stands under each.
    """

    name: str
    text: str
    sections: tuple[Section, ...]

    @property
    def article(self) -> int | None:
        """The article it is about; ``None`` for a page about what is no article."""
        named = (Place.of(p).article for s in self.sections for p in s.provisions)
        return next((article for article in named if article is not None), None)

    @property
    def examples(self) -> tuple[doctest.Example, ...]:
        """Every example, from top to bottom."""
        return tuple(e for s in self.sections for e in s.examples)

    @property
    def shown(self) -> tuple[doctest.Example, ...]:
        """The examples that show what comes out; the others only prepare them."""
        return tuple(e for e in self.examples if e.want)

    def about(self, provision: str) -> Section | None:
        """Return the section about a provision; ``None`` if the page has none."""
        return next((s for s in self.sections if provision in s.provisions), None)

    def exercising(self, provision: str) -> tuple[doctest.Example, ...]:
        """Return the examples under the heading of a provision that show what comes out.

        A heading that names no provision belongs to the one before it; the heading of an article
        has no examples of its own.
        """
        if Place.of(provision).sentence == "h":
            return ()
        found: list[doctest.Example] = []
        named: tuple[str, ...] = ()
        for section in self.sections:
            named = section.provisions or named
            found += [e for e in section.examples if e.want and provision in named]
        return tuple(found)


def pages_of(policy: Policy) -> tuple[Page, ...]:
    """Return the pages a policy brings, in the order of their names; none if it brings none."""
    package = messages_package(policy)
    if package is None:
        return ()
    folder = importlib.resources.files(package).joinpath(FOLDER)
    if not folder.is_dir():
        return ()
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".md")), key=lambda f: f.name)
    return tuple(read_page(f.name, f.read_text(encoding="utf-8")) for f in files)


def read_page(name: str, text: str) -> Page:
    r"""Return a page with its headings, quotations and examples.

    Args:
        name: The name of its file.
        text: Its text.

    Raises:
        ValueError: An example is malformed; the message names its line.

    >>> page = read_page("art01.md", "# `art1.h` Purpose\n\n> 目的。\n>\n> *Purpose.*\n")
    >>> page.article, page.sections[0].quoted, page.sections[0].glosses
    (1, ('目的。',), ('Purpose.',))
    """
    lines = text.split("\n")
    examples = _PARSER.get_examples(text, name)
    headings = list(_headings(lines))
    ends = [n for n, _ in headings[1:]] + [len(lines)]
    sections = [
        _section(lines, start, end, title, examples)
        for (start, title), end in zip(headings, ends, strict=True)
    ]
    return Page(name, text, tuple(sections))


def _headings(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the place and words of every heading; what stands in a fence is none."""
    fence = ""
    for n, line in enumerate(lines):
        fenced = _FENCE.match(line)
        if fenced and (not fence or fenced[1].startswith(fence)):
            fence = "" if fence else fenced[1]
        found = None if fence else _HEADING.fullmatch(line)
        if found:
            yield n, found[2]


def _section(
    lines: list[str], start: int, end: int, title: str, examples: list[doctest.Example]
) -> Section:
    quoted, glosses = [], []
    for line in _quotation(lines[start + 1 : end]):
        gloss = _GLOSS.fullmatch(line)
        if gloss:
            glosses.append(gloss[1])
        elif line:
            quoted.append(line)
    return Section(
        title=title,
        line=start + 1,
        provisions=tuple(_ID.findall(title)),
        quoted=tuple(quoted),
        glosses=tuple(glosses),
        examples=tuple(e for e in examples if start < e.lineno < end),
    )


def _quotation(lines: list[str]) -> Iterator[str]:
    """Yield the lines of a quotation that stands right after a heading."""
    begun = False
    for line in lines:
        found = _QUOTED.fullmatch(line)
        if found:
            begun = True
            yield found[1].strip()
        elif begun or line.strip():
            return
