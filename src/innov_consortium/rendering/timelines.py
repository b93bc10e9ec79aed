"""Answers side by side, as plain text: a row for every day, and below it what altered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from innov_consortium.core.comparing import Comparison
from innov_consortium.core.report import Report
from innov_consortium.core.timelines import Timeline
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.differences import (
    altered_and_unchecked,
    answer_change,
    outcome_change,
    style_after,
    text_of,
    turned,
    unchecked,
)
from innov_consortium.rendering.findings import MOST_NAMES
from innov_consortium.rendering.layout import Line, Style, paragraph, tables, written
from innov_consortium.rendering.marks import worded_marks
from innov_consortium.rendering.procedure import answered, asked
from innov_consortium.rendering.reasons import readings_in, title_of
from innov_consortium.rendering.styles import answer_style
from innov_consortium.rendering.text import starred
from innov_consortium.rendering.wording import Wording, wording

__all__ = ["render_timeline"]

_ABSENT = "—"


def render_timeline(
    reports: Timeline | Iterable[Report], locale: str = "zh_CN", *, details: bool = False
) -> str:
    """Return several reports side by side, as plain text.

    A row for every day and a column for every inquiry; below, for every answer that is not that of
    the row above, the norms that altered, and what began or ended if it altered by itself.

    Args:
        reports: The reports, of one text.
        locale: The language, by any of its names.
        details: Whether every norm that altered is said.

    Raises:
        InvalidInputError: They cannot stand side by side; see
            :class:`~innov_consortium.core.timelines.Timeline`.
        UnknownLocaleError: There is no catalogue in that language.
    """
    timeline = reports if isinstance(reports, Timeline) else Timeline(tuple(reports))
    policy = timeline.reports[0].policy
    words = wording(locale, policy)
    title = words.say("timeline.title", title=title_of(words, policy))
    lines = [
        *paragraph(title, style=Style.TITLE),
        Line(),
        *starred(dict.fromkeys(_marks(words, timeline))),
        Line(),
        *_table(words, timeline),
        Line(),
    ]
    if not timeline.changes:
        return written([*lines, *paragraph(words.say("timeline.same"))])
    lines.append(Line(words.say("timeline.changes"), Style.HEADING))
    for comparison in timeline.changes:
        lines += [Line(), *_altered(words, comparison, details=details)]
    shown = (
        (c.after, [f.after for f in altered_and_unchecked(c)[0] if f.after is not None])
        for c in timeline.changes
    )
    return written([*lines, *readings_in(words, shown, details=details)])


def _marks(words: Wording, timeline: Timeline) -> Iterator[str]:
    for report in timeline.reports:
        yield from worded_marks(words, report.policy, report.marks)


def _table(words: Wording, timeline: Timeline) -> list[Line]:
    named = {r.inquiry: asked(words, r) for r in timeline.reports}
    rows = [[words.say("timeline.day"), *(named[i] for i in timeline.inquiries)]]
    absent = False
    for day in timeline.days:
        row = [timeline.at(day, inquiry) for inquiry in timeline.inquiries]
        absent = absent or None in row
        rows.append([words.day(day), *(_ABSENT if r is None else answered(words, r) for r in row)])
    lines: list[Line] = []
    for head, *body in tables(rows):
        lines += [Line(), Line(head, Style.HEADING), *map(Line, body)]
    return lines + (paragraph(words.say("timeline.absent")) if absent else [])


def _altered(words: Wording, comparison: Comparison, *, details: bool) -> Iterator[Line]:
    """Yield what altered from one day to the next."""
    report = comparison.after
    said = words.say(
        "timeline.change",
        day=report.on,
        inquiry=asked(words, report),
        change=answer_change(words, comparison),
    )
    yield from paragraph(said, hang=2, style=answer_style(report, report.answer))
    altered, number = altered_and_unchecked(comparison)
    shown = altered if details else altered[:MOST_NAMES]
    for one in shown:
        reason = words.say(
            "timeline.reason",
            place=place(one.provision, words.locale),
            change=outcome_change(words, one),
            text=text_of(words, report.policy, one),
        )
        yield from paragraph(reason, indent=2, hang=2, style=style_after(one))
    rest = [words.say("missing.more", n=len(altered) - len(shown))] if altered != shown else []
    for text in (*rest, *unchecked(words, comparison, number), *turned(words, comparison)):
        yield from paragraph(text, indent=2, hang=2)
