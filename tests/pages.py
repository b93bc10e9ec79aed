"""What the tests of Markdown and of HTML share: reports of all sorts, and what a reader sees."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from attrs import evolve
from markdown_it import MarkdownIt
from markdown_it.token import Token

from innov_consortium.core.decide import possible_acts
from innov_consortium.core.history import replay
from innov_consortium.core.organizations import Organization
from innov_consortium.core.report import Report
from innov_consortium.interchange import load_case, load_dossier
from innov_consortium.policies.tianjin import TIANJIN

EXAMPLES = Path(__file__).parents[1] / "examples"
PUBLISHED = TIANJIN.supposing_published(date(2025, 4, 11))

#: Names a page must show as they stand, and not obey.
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>有限公司",
    "甲 | 乙 | 丙",
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "`甲` ``乙`` ```",
    "# 甲 ##",
    "- 甲",
    "1. 甲",
    "> 甲",
    "*甲* **乙** _丙_ ~丁~ ~~戊~~",
    "&lt;甲&gt; &#60;乙 R&D",
    "https://example.org www.example.org a@example.org @everyone",
    "{{ 7 * 7 }} {% raw %} {{ whole }}",
    "甲\\|乙\\",
    '"甲" onmouseover="alert(1)',
    "--- 甲 ===",
)

#: What is asked of which example, and when.
OF_HISTORIES: dict[str, tuple[tuple[str, date], ...]] = {
    "call-to-withdrawal": (
        ("filing", date(2026, 3, 2)),
        ("procedure", date(2027, 12, 31)),
        ("change", date(2027, 12, 31)),
        ("withdrawal", date(2027, 12, 31)),
    ),
    "evaluations-to-revocation": (
        ("evaluation", date(2029, 12, 11)),
        ("revocation_grounds", date(2029, 12, 11)),
        ("project_eligibility", date(2027, 12, 31)),
        ("support_amount", date(2027, 12, 31)),
    ),
}


@functools.cache
def reports_of_examples() -> dict[str, Report]:
    """Return a report of every inquiry but formation, and of each act that may be done next."""
    complete = load_case((EXAMPLES / "complete.json").read_bytes())
    found = {"admissibility": PUBLISHED.check("admissibility", complete, on=date(2026, 3, 2))}
    for name, asked in OF_HISTORIES.items():
        dossier = load_dossier((EXAMPLES / "histories" / f"{name}.json").read_bytes(), PUBLISHED)
        for inquiry, on in asked:
            found[inquiry] = PUBLISHED.check(inquiry, dossier, on=on)
        on = date(2027, 6, 30)
        for act in possible_acts(PUBLISHED, replay(dossier.history, on), on, dossier):
            found.setdefault(act.step.name, act.report)
    return found


def renamed(report: Report, *names: str) -> Report:
    """Return a report whose items that are units bear names, one after the other."""
    given = iter(names)

    def named(item: object) -> object:
        if isinstance(item, Organization):
            return evolve(item, name=next(given, "甲"))
        return item

    findings = tuple(
        evolve(f, items=tuple(evolve(i, item=named(i.item)) for i in f.items)) for f in report
    )
    return evolve(report, findings=findings)


def bare(text: str) -> str:
    """Return a text without its blanks, and without what only sets one thing apart from another."""
    return re.sub(r"[\s*!?\-\[\]]", "", text)


# --- Markdown -------------------------------------------------------------------------------------

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tokens(markdown: str) -> Iterator[Token]:
    """Yield every token of a page of Markdown, what stands within a line, too."""
    for token in PARSER.parse(markdown):
        yield token
        yield from token.children or ()


def seen(markdown: str) -> str:
    """Return what a reader of a page of Markdown sees."""
    shown = (t.content for t in tokens(markdown) if t.type in ("text", "code_inline"))
    return "\n".join(shown)


# --- HTML -----------------------------------------------------------------------------------------

VOID = frozenset({"meta", "link", "br", "hr", "img", "input"})


class Page(HTMLParser):
    """A page of HTML: its elements, what it shows, and whether every element ends where it has to.

    Attributes:
        elements: Name and attributes of each, in order.
        faults: Ends without a beginning, and beginnings without an end.
        shown: What a reader sees, each piece with the elements around it.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.faults: list[str] = []
        self.shown: list[tuple[str, tuple[str, ...]]] = []
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag, _ in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if len(dict(attrs)) != len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        if tag not in VOID:
            self._open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            self._open.pop()
        else:
            self.faults.append(f"</{tag}> closes {self._open[-1:]}")

    def handle_data(self, data: str) -> None:
        around = tuple(tag for tag, _ in self._open)
        hidden = any(of.get("aria-hidden") == "true" for _, of in self._open)
        if not hidden and not {"style", "title"} & set(around):
            self.shown.append((data, around))

    @property
    def text(self) -> str:
        """What a reader sees."""
        return "".join(data for data, _ in self.shown)

    def every(self, attribute: str) -> list[str]:
        """Return the values of an attribute."""
        return [of[attribute] or "" for _, of in self.elements if attribute in of]
