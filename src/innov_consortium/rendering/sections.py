"""The sections at the end of a report: what is still missing, and the readings relied on.

A section is a function of the words and of what it is about; :mod:`.document` puts it in its place.
"""

from __future__ import annotations

from collections.abc import Iterable

from innov_consortium.core.readings import Choice
from innov_consortium.core.report import Mark, Report
from innov_consortium.rendering.blocks import Point, Points, Remark, Row, Section, Table
from innov_consortium.rendering.gaps import awaited, gaps_with_use, undecided
from innov_consortium.rendering.sentences import question, settled
from innov_consortium.rendering.wording import Wording

__all__ = ["gaps_section", "reading_anchor", "readings_section"]


def gaps_section(words: Wording, report: Report) -> Section:
    """Return what is still missing: facts, judgements, decisions; that nothing is, if so."""
    gaps = gaps_with_use(words, report.findings, report.policy)
    if Mark.PUBLICATION_UNKNOWN in report.marks:
        gaps.append(Point(words.say("gap.publication")))
    sorts = (
        ("gaps.facts", gaps),
        ("gaps.judgements", awaited(words, report)),
        ("gaps.departures", undecided(words, report)),
    )
    blocks = tuple(
        Points(words.say(key, n=len(points)), tuple(points)) for key, points in sorts if points
    )
    nothing = (Remark(words.say("gaps.none")),)
    return Section("gaps", words.say("heading.gaps"), blocks or nothing)


def readings_section(words: Wording, choices: Iterable[Choice], *, details: bool) -> Section:
    """Return the readings something rests on.

    Args:
        words: The language.
        choices: The readings.
        details: Whether the reasons of the defaults are said.
    """
    columns = ["readings.entry", "readings.question", "readings.settled"]
    columns += ["readings.reason"] if details else []
    header = tuple(map(words.say, columns))
    rows = tuple(_reading(words, choice, details=details) for choice in choices)
    return Section("readings", words.say("heading.readings"), (Table(header, rows),))


def reading_anchor(name: str) -> str:
    """Return what a reading in the table of readings is referred to by."""
    return f"reading.{name}"


def _reading(words: Wording, choice: Choice, *, details: bool) -> Row:
    asks = choice.question
    cells = [asks.entry, question(words, choice), settled(words, choice)]
    said = words.say("reading", entry=cells[0], question=cells[1], settled=cells[2])
    if details:
        cells.append(asks.reason if words.chinese else asks.reason_en)
        said = words.say("reading.reason", reading=said, reason=cells[-1])
    return Row(tuple(cells), said, reading_anchor(choice.name))
