"""A report as plain text, in lines that fit a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from innov_consortium.core.hinges import Hinges
from innov_consortium.core.readings import Choice
from innov_consortium.core.report import Report
from innov_consortium.rendering.blocks import Block, Points, Remark, Section
from innov_consortium.rendering.document import document
from innov_consortium.rendering.layout import Line, Style, columns, paragraph, single_spaced
from innov_consortium.rendering.marks import general_marks
from innov_consortium.rendering.sections import readings_section
from innov_consortium.rendering.structure import Concerned, Document, Entry
from innov_consortium.rendering.wording import Wording

__all__ = ["item_lines", "lines", "marks_of_several", "readings", "render", "starred"]


def render(
    report: Report, locale: str = "zh_CN", *, details: bool = False, hinges: Hinges | None = None
) -> str:
    """Return a report as plain text.

    Args:
        report: The report.
        locale: The language, by any of its names.
        details: Whether to say everything: all names, the numbers with unit and provision, the
            reasons of readings, module and line of every clause.
        hinges: What it hinges on, ``policy.hinges(report)``, if that is to be said too.

    Raises:
        UnknownLocaleError: There is no catalogue in that language.
    """
    return (
        "\n".join(line.text for line in lines(report, locale, details=details, hinges=hinges))
        + "\n"
    )


def lines(
    report: Report, locale: str = "zh_CN", *, details: bool = False, hinges: Hinges | None = None
) -> list[Line]:
    """Return a report line by line, each with its style; see :func:`render`."""
    whole = document(report, locale, details=details, hinges=hinges)
    parts = (_head(whole), _findings(whole), *map(section_lines, whole.sections))
    return list(single_spaced(line for part in parts for line in (*part, Line())))


# --- the head -------------------------------------------------------------------------------------


def _head(whole: Document) -> Iterator[Line]:
    words = whole.words
    answer = whole.answer
    if whole.counted:
        answer = words.say("answer.of", answer=answer, counted=whole.counted)
    yield from paragraph(whole.title, style=Style.TITLE)
    yield from paragraph(answer, hang=2, style=whole.style)
    if whole.condition:
        yield from paragraph(whole.condition, indent=2, hang=2)
    for look in whole.overview:
        places = words.listed(at for at, _ in look.places)
        where = words.say("answer.where", outcome=look.word, places=places)
        yield from paragraph(where, indent=2, hang=2, style=look.style)
    yield Line()
    yield from starred(whole.marks)
    if whole.turning:
        yield from (Line(), *paragraph(whole.turning, hang=2))


def marks_of_several(words: Wording, report: Report, *, in_time: bool) -> list[Line]:
    """Return what a reader must know of several reports of one policy, as lines.

    Args:
        words: The language.
        report: One of the reports.
        in_time: Whether they are all of one day, so that what this says of force in time holds.
    """
    return starred(general_marks(words, report, in_time=in_time))


def starred(several: Iterable[str]) -> list[Line]:
    """Return remarks as lines, each with a star before it."""
    return [line for text in several for line in paragraph(f"* {text}", hang=2)]


# --- the findings ---------------------------------------------------------------------------------


def _findings(whole: Document) -> Iterator[Line]:
    for article in whole.articles:
        yield from (Line(), Line(article.heading, Style.HEADING))
        for part in article.parts:
            if part.heading:
                yield from (Line(), Line(part.heading, Style.HEADING))
            for entry in part.entries:
                yield from _entry(whole.words, entry)


def _entry(words: Wording, entry: Entry) -> list[Line]:
    """Return a finding: one that is met in a line or two, any other so that it stands out."""
    details = [
        line
        for one in entry.details
        for line in paragraph(one, indent=4, hang=2, style=Style.QUIET)
    ]
    if entry.stands_out:
        return [Line(), *_standing_out(words, entry), *details, Line()]
    return [*_compact(words, entry), *item_lines(words, entry.items), *details]


def _compact(words: Wording, entry: Entry) -> list[Line]:
    column = 10 if words.chinese else 16
    lead = entry.word + " " * max(2, column - columns(entry.word))
    found = words.run_on([entry.said, entry.decided, _readings(entry)])
    style = entry.style
    text = _quotation(entry)
    if not text:
        return paragraph(f"{lead}{found}", indent=2, hang=column, style=style)
    together = paragraph(f"{lead}{text} {found}".rstrip(), indent=2, hang=column, style=style)
    if not found or (words.chinese and len(together) == 1):
        return together
    first = paragraph(lead + text, indent=2, hang=column, style=style)
    return first + paragraph(found, indent=2 + column, style=style)


def _standing_out(words: Wording, entry: Entry) -> list[Line]:
    style = entry.style
    sign = "! " if style is Style.AGAINST else "? " if style is Style.OPEN else "  "
    lines = [Line(f"{sign}{entry.word}  {entry.place}{entry.context}", style)]
    body = (_quotation(entry), entry.said, entry.decided)
    lines += [one for text in body if text for one in paragraph(text, indent=4)]
    lines += item_lines(words, entry.items)
    if entry.missing:
        missing = words.say("missing.here", gaps=words.joined(entry.missing))
        lines += paragraph(missing, indent=4, hang=2)
    readings = _readings(entry)
    return lines + (paragraph(readings, indent=4, style=Style.QUIET) if readings else [])


def _quotation(entry: Entry) -> str:
    return f"{entry.quote} {entry.gloss}".rstrip()


def _readings(entry: Entry) -> str:
    return " ".join(f"[{one.entry} {one.settled}]" for one in entry.readings)


def item_lines(words: Wording, items: Iterable[Concerned], indent: int = 4) -> list[Line]:
    """Return the items concerned, one a line.

    Args:
        words: The language.
        items: The items.
        indent: Columns left free before each line.
    """
    said = (
        (words.say("item", names=one.names, outcome=one.word, sentence=one.said), one.style)
        for one in items
    )
    return [
        line
        for text, style in said
        for line in paragraph(f"- {text}".rstrip(), indent=indent, hang=2, style=style)
    ]


# --- the sections ---------------------------------------------------------------------------------


def readings(words: Wording, choices: Iterable[Choice], *, details: bool) -> list[Line]:
    """Return the readings something rests on, under their heading; nothing if there are none."""
    listed = tuple(choices)
    if not listed:
        return []
    return section_lines(readings_section(words, listed, details=details))


def section_lines(section: Section) -> list[Line]:
    """Return a section as lines; a row of a table as a sentence."""
    written = [Line(section.heading, Style.HEADING)]
    for block in section.blocks:
        written += _block(block)
    return written


def _block(block: Block) -> Iterator[Line]:
    if isinstance(block, Remark):
        yield from paragraph(block.text, indent=2)
    elif isinstance(block, Points):
        yield from paragraph(block.lead, indent=2)
        for point in block.points:
            yield from paragraph(f"- {point.text}", indent=4, hang=2)
    else:
        for row in block.rows:
            yield from paragraph(row.said, indent=2, hang=4)
