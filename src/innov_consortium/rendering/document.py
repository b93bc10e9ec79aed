"""A report put into words: answer, marks, findings in the order of the law, gaps, readings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.hinges import Hinges
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Finding, Report
from innov_consortium.core.sources import ForceInTime, Place
from innov_consortium.rendering.blocks import Section
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.findings import FindingWriter
from innov_consortium.rendering.hinges import hinges_section
from innov_consortium.rendering.marks import if_in_force_key, marks
from innov_consortium.rendering.procedure import answered, asked, is_act
from innov_consortium.rendering.sections import gaps_section, readings_section
from innov_consortium.rendering.sentences import outcome, tally
from innov_consortium.rendering.structure import Article, Document, Entry, Overview, Part
from innov_consortium.rendering.styles import AGAINST, OPEN, answer_style, style_of
from innov_consortium.rendering.turning import turning
from innov_consortium.rendering.wording import Wording, wording, wording_beside

__all__ = ["document"]

_ITEM_LABEL = re.compile(r"（[一二三四五六七八九十]+）")


def document(
    report: Report, locale: str = "zh_CN", *, details: bool = False, hinges: Hinges | None = None
) -> Document:
    """Return a report in words, for a writer to set.

    Args:
        report: The report.
        locale: The language, by any of its names.
        details: Whether to say everything: all names, the numbers with unit and provision, the
            reasons of readings, module and line of every clause.
        hinges: What it hinges on, if that is to be said too.

    Raises:
        UnknownLocaleError: There is no catalogue in that language.
        ValueError: The hinges are those of another report.
    """
    if hinges is not None and hinges.report is not report:
        msg = "these hinges are of another report: hand in policy.hinges(report) of this one"
        raise ValueError(msg)
    words = wording(locale, report.policy)
    return Document(
        words=words,
        title=_title(words, report),
        answer=words.say("answer", answer=answered(words, report)),
        counted=_counted(words, report),
        style=answer_style(report, report.answer),
        condition=_condition(words, report),
        overview=tuple(_overview(words, report)),
        marks=tuple(marks(words, report)),
        turning=turning(words, report),
        articles=tuple(_articles(words, report, details=details)),
        sections=tuple(_sections(words, report, hinges, details=details)),
    )


# --- the head -------------------------------------------------------------------------------------


def _title(words: Wording, report: Report) -> str:
    instrument = report.policy.instrument
    name = f"《{instrument.title}》"
    return words.say(
        "title",
        title=name if words.chinese else f"{instrument.gloss} {name}",
        inquiry=asked(words, report),
        day=report.on,
    )


def _counted(words: Wording, report: Report) -> str:
    combined = [f for f in report.findings if f.norm.combines]
    if not combined:
        return ""
    counts = tally(words, combined[0].norm, (f.outcome for f in combined))
    return words.say("answer.counted", n=len(combined), tally=counts)


def _condition(words: Wording, report: Report) -> str:
    if report.in_force is not ForceInTime.UNKNOWN:
        return ""
    key = "answer.act.if_in_force" if is_act(report) else "answer.if_in_force"
    return words.say(if_in_force_key(report, key))


def _overview(words: Wording, report: Report) -> Iterator[Overview]:
    """Yield where to look: the places of what fails, departs from a principle or is open.

    Of grounds, of those that are there or may be.
    """
    for of in ((Outcome.MET,) if report.grounds else AGAINST) + OPEN:
        same = [f for f in report.findings if f.norm.combines and f.outcome is of]
        places: dict[str, str] = {}
        for finding in same:
            places.setdefault(place(finding.provision, words.locale), finding.provision)
        if same:
            norm = same[0].norm
            word, style = outcome(words, norm, of), style_of(norm, of)
            yield Overview(word, style, tuple(places.items()))


# --- the findings ---------------------------------------------------------------------------------


def _articles(words: Wording, report: Report, *, details: bool) -> Iterator[Article]:
    act = report.inquiry if is_act(report) else ""
    sources = dict.fromkeys(f.norm.source for f in report.findings)
    writers = {
        source: FindingWriter(
            wording_beside(words, report.policy, source), report.policy, details, act
        )
        for source in sources
    }
    seen: set[str] = set()
    last = ""
    entries: list[tuple[Finding, Entry]] = []
    for finding in report.findings:
        again, first = finding.provision == last, finding.provision not in seen
        writer = writers[finding.norm.source]
        entries.append((finding, writer.entry(finding, again=again, first=first)))
        seen.add(finding.provision)
        last = finding.provision
    for (source, chief), of_article in groupby(entries, key=lambda both: _place_of(both[0])):
        parts = groupby(of_article, key=lambda both: _part_of(both[0]))
        heading = _article_heading(words, report, chief)
        yield Article(
            _beside(words, report.policy, source, chief) if source else heading,
            tuple(_part(words, report.policy, list(of_part)) for _, of_part in parts),
        )


def _beside(words: Wording, policy: Policy, source: str, chief: str) -> str:
    """Return the heading of what a text of a district or of a call asks beside the policy."""
    instrument = policy.instrument_of(source)
    at = place(chief, words.locale)
    title = f"《{instrument.title}》" if words.chinese else instrument.gloss
    return words.say("heading.additional", title=title, place=at).rstrip()


def _part(words: Wording, policy: Policy, both: list[tuple[Finding, Entry]]) -> Part:
    entries = tuple(entry for _, entry in both)
    said = Counter(entry.word for entry in entries)
    counted = words.listed(words.say("tally", outcome=word, n=n) for word, n in said.items())
    return Part(_part_heading(words, policy, both[0][0].provision), counted, entries)


def _place_of(finding: Finding) -> tuple[str, str]:
    return finding.norm.source, Place.of(finding.provision).chief


def _part_of(finding: Finding) -> tuple[int | None, int | None]:
    at = Place.of(finding.provision)
    return at.paragraph, at.item


def _article_heading(words: Wording, report: Report, chief: str) -> str:
    heading = report.policy.ledger.get(f"{chief}.h")
    title = place(chief, words.locale)
    if heading is not None:
        gloss = heading.gloss.removeprefix("Heading: ")
        title = heading.text if words.chinese else f"{title} {heading.text} {gloss}"
    if not any(f.norm.combines for f in report.findings if _place_of(f) == ("", chief)):
        title += words.say("heading.context")
    return title


def _part_heading(words: Wording, policy: Policy, provision: str) -> str:
    at = Place.of(provision)
    if at.item is None and at.paragraph is None:
        return ""
    own = provision.removesuffix(f".{at.sentence}") if at.sentence else provision
    label = policy.provisions.get(f"{own}.s1")
    if label is not None and _ITEM_LABEL.match(label.text):
        return label.text if words.chinese else f"{label.text} {label.gloss}"
    return place(provision, words.locale)


# --- the end --------------------------------------------------------------------------------------


def _sections(
    words: Wording, report: Report, hinges: Hinges | None, *, details: bool
) -> Iterator[Section]:
    """Yield what is said of the report as a whole, in the order in which it is read."""
    if report.answer is not Answer.NO_BASIS:
        yield gaps_section(words, report)
    if report.readings:
        yield readings_section(words, report.readings, details=details)
    if hinges is not None:
        yield hinges_section(words, hinges)
