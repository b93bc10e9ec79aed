"""A report as Markdown: CommonMark, with tables as GitHub has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from innov_consortium.core.hinges import Hinges
from innov_consortium.core.report import Report
from innov_consortium.rendering.blocks import Block, Points, Remark
from innov_consortium.rendering.document import document
from innov_consortium.rendering.layout import Style, visible
from innov_consortium.rendering.structure import Concerned, Document, Entry
from innov_consortium.rendering.wording import Wording

__all__ = ["escaped", "render_markdown"]

#: What may begin a span anywhere. An underscore within a word begins none, nor does an ampersand
#: that no name of a character follows; ``://``, ``www.`` and ``@`` make a link of bare text, and
#: ``@`` makes it even where it is escaped, but not in a span of code.
_SPANS = re.compile(
    r"[\\`*\[\]<>|~#${}]|@+|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])|:(?=//)|(?<=www)\.",
    re.IGNORECASE,
)
#: What may begin a block, where it begins a text: a list, a heading drawn below, a definition.
_BEGINS = re.compile(r"^([0-9]{0,9})([-+=:%.)])")


def render_markdown(
    report: Report, locale: str = "zh_CN", *, details: bool = False, hinges: Hinges | None = None
) -> str:
    """Return a report as Markdown: all that :func:`~.text.render` says.

    Args:
        report: The report.
        locale: The language, by any of its names.
        details: Whether to say everything: all names, the numbers with unit and provision, the
            reasons of readings, module and line of every clause.
        hinges: What it hinges on, ``policy.hinges(report)``, if that is to be said too.

    Raises:
        UnknownLocaleError: There is no catalogue in that language.

    Example::

        report = policy.check("formation", case, on=date(2026, 3, 2))
        page = render_markdown(report, details=True, hinges=policy.hinges(report))
    """
    whole = document(report, locale, details=details, hinges=hinges)
    return "\n\n".join((*_head(whole), *_findings(whole), *_sections(whole))) + "\n"


def escaped(text: str) -> str:
    r"""Return text that Markdown shows as it stands, wherever it is put.

    >>> print(escaped("甲_乙 [x](javascript:0) | <b>"), escaped("# 一"), escaped("1. 二"))
    甲_乙 \[x\](javascript:0) \| \<b\> \# 一 1\. 二
    """
    said = _SPANS.sub(_shown, visible(text))
    return _BEGINS.sub(r"\1\\\2", said, count=1)


def _shown(found: re.Match[str]) -> str:
    return f"`{found[0]}`" if found[0].startswith("@") else f"\\{found[0]}"


# --- the head -------------------------------------------------------------------------------------


def _head(whole: Document) -> Iterator[str]:
    words = whole.words
    answer = _strong(whole.answer)
    if whole.counted:
        answer = words.say("answer.of", answer=answer, counted=escaped(whole.counted))
    yield f"# {escaped(whole.title)}"
    yield answer
    if whole.condition:
        yield escaped(whole.condition)
    if whole.overview:
        yield "\n".join(
            _bullet(
                words.say(
                    "answer.where",
                    outcome=_strong(look.word),
                    places=words.listed(escaped(at) for at, _ in look.places),
                )
            )
            for look in whole.overview
        )
    if whole.marks:
        # Another bullet, or the two lists would be one.
        yield "\n".join(_bullet(escaped(mark), "*") for mark in whole.marks)
    if whole.turning:
        yield escaped(whole.turning)


# --- the findings ---------------------------------------------------------------------------------


def _findings(whole: Document) -> Iterator[str]:
    for article in whole.articles:
        yield f"## {escaped(article.heading)}"
        for part in article.parts:
            if part.heading:
                yield f"### {escaped(part.heading)}"
            for entry in part.entries:
                yield _bullet("\n\n".join(_entry(whole.words, entry)))


def _entry(words: Wording, entry: Entry) -> Iterator[str]:
    """Yield a finding block by block; one that stands out with its place, its words set off."""
    quotation = escaped(f"{entry.quote} {entry.gloss}")
    readings = " ".join(f"[{one.entry} {one.settled}]" for one in entry.readings)
    if entry.stands_out:
        yield f"{_strong(_signed(entry))} {escaped(entry.place + entry.context)}"
        if quotation:
            yield f"> {quotation}"
        yield from _paragraph(words.run_on((entry.said, entry.decided)))
        yield from _items(words, entry)
        if entry.missing:
            yield words.say("missing.here", gaps=words.joined(map(escaped, entry.missing)))
        yield from _paragraph(readings)
    else:
        yield f"{_strong(entry.word)} {quotation}".rstrip()
        yield from _paragraph(words.run_on((entry.said, entry.decided, readings)))
        yield from _items(words, entry)
    if entry.details:
        yield "\n".join(_bullet(escaped(one), "*") for one in entry.details)


def _paragraph(text: str) -> Iterator[str]:
    if text:
        yield escaped(text)


def _items(words: Wording, entry: Entry) -> Iterator[str]:
    if entry.items:
        yield "\n".join(_bullet(_concerned(words, one)) for one in entry.items)


def _signed(entry: Entry) -> str:
    sign = {Style.AGAINST: "! ", Style.OPEN: "? "}.get(entry.style, "")
    return f"{sign}{entry.word}"


def _concerned(words: Wording, one: Concerned) -> str:
    return words.say(
        "item",
        names=escaped(one.names),
        outcome=_strong(one.word),
        sentence=escaped(one.said),
    ).rstrip()


# --- the sections ---------------------------------------------------------------------------------


def _sections(whole: Document) -> Iterator[str]:
    for section in whole.sections:
        yield f"## {escaped(section.heading)}"
        for block in section.blocks:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Remark):
        yield escaped(block.text)
    elif isinstance(block, Points):
        yield escaped(block.lead)
        yield "\n".join(_bullet(escaped(point.text)) for point in block.points)
    else:
        rule = tuple("---" for _ in block.header)
        rows = (map(escaped, block.header), rule, *(map(escaped, r.cells) for r in block.rows))
        yield "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _strong(text: str) -> str:
    return f"**{escaped(text)}**"


def _bullet(text: str, sign: str = "-") -> str:
    """Return text as an item of a list: what follows its first line stands below that."""
    return f"{sign} " + re.sub(r"\n(?=[^\n])", "\n  ", text)
