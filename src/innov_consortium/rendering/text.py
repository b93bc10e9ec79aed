"""A report as plain text: answer, marks, findings in the order of the law, gaps, readings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Choice
from innov_consortium.core.report import Answer, Finding, Mark, Report
from innov_consortium.core.sources import ForceInTime, Place
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.findings import AGAINST, OPEN, FindingWriter, style_of
from innov_consortium.rendering.gaps import awaited, gaps_with_use, undecided
from innov_consortium.rendering.layout import Line, Style, paragraph, single_spaced
from innov_consortium.rendering.procedure import answered, asked, is_act
from innov_consortium.rendering.sentences import outcome, question, settled, tally
from innov_consortium.rendering.turning import turning
from innov_consortium.rendering.wording import Wording, wording

__all__ = [
    "answer_style",
    "lines",
    "marks_of_several",
    "notes",
    "readings",
    "render",
    "starred",
    "worded_marks",
]

_ITEM_LABEL = re.compile(r"（[一二三四五六七八九十]+）")
_ANSWER_STYLES = {
    Answer.MET: Style.FOR,
    Answer.NOT_MET: Style.AGAINST,
    Answer.OPEN: Style.OPEN,
    Answer.NO_BASIS: Style.AGAINST,
}
_OF_GROUNDS = {Answer.MET: Style.AGAINST, Answer.NOT_MET: Style.FOR}


def render(report: Report, locale: str = "zh_CN", *, details: bool = False) -> str:
    """Return a report as plain text.

    Args:
        report: The report.
        locale: The language, by any of its names.
        details: Whether to say everything: all names, the numbers with unit and provision, the
            reasons of readings, module and line of every clause.

    Raises:
        UnknownLocaleError: There is no catalogue in that language.
    """
    return "\n".join(line.text for line in lines(report, locale, details=details)) + "\n"


def lines(report: Report, locale: str = "zh_CN", *, details: bool = False) -> list[Line]:
    """Return a report line by line, each with its style; see :func:`render`."""
    words = wording(locale, report.policy)
    parts = (
        _head(words, report),
        [*marks(words, report), *turning(words, report)],
        _findings(words, report, details=details),
        _gaps(words, report),
        readings(words, report.readings, details=details),
    )
    return list(single_spaced(line for part in parts for line in (*part, Line())))


def _head(words: Wording, report: Report) -> list[Line]:
    instrument = report.policy.instrument
    name = f"《{instrument.title}》"
    title = words.say(
        "title",
        title=name if words.chinese else f"{instrument.gloss} {name}",
        inquiry=asked(words, report),
        day=report.on,
    )
    combined = [f for f in report.findings if f.norm.combines]
    said = answered(words, report)
    answer = words.say("answer", answer=said)
    if combined:
        counts = tally(words, combined[0].norm, (f.outcome for f in combined))
        answer = words.say("answer.of", answer=said, n=len(combined), tally=counts)
    style = answer_style(report, report.answer)
    supposed = report.in_force is ForceInTime.UNKNOWN
    condition = "answer.act.if_in_force" if is_act(report) else "answer.if_in_force"
    return [
        *paragraph(title, style=Style.TITLE),
        *paragraph(answer, hang=2, style=style),
        *(paragraph(words.say(condition), indent=2, hang=2) if supposed else ()),
        *_overview(words, report),
    ]


def answer_style(report: Report, answer: Answer) -> Style:
    """Return the style of an answer to what a report is about: grounds speak against."""
    own = _OF_GROUNDS.get(answer) if report.grounds else None
    return own or _ANSWER_STYLES[answer]


def _overview(words: Wording, report: Report) -> list[Line]:
    """Return where to look: the places of what fails, departs from a principle or is open.

    Of grounds, of those that are there or may be.
    """
    written = []
    for of in ((Outcome.MET,) if report.grounds else AGAINST) + OPEN:
        same = [f for f in report.findings if f.norm.combines and f.outcome is of]
        places = dict.fromkeys(place(f.provision, words.locale) for f in same)
        if same:
            said = outcome(words, same[0].norm, of)
            where = words.say("answer.where", outcome=said, places=words.listed(places))
            style = style_of(same[0].norm, of)
            written += paragraph(where, indent=2, hang=2, style=style)
    return written


def marks(words: Wording, report: Report) -> list[Line]:
    """Return what a reader must know of an answer as a whole, a line or more for each."""
    said = general_marks(words, report, in_time=True)
    if is_act(report) and report.answer is Answer.NO_BASIS and not _out_of_time(report):
        said.append(words.say("note.no_step"))
    return starred([*said, *notes(words, report)])


def marks_of_several(words: Wording, report: Report, *, in_time: bool) -> list[Line]:
    """Return what a reader must know of several reports of one policy, as lines.

    Args:
        words: The language.
        report: One of the reports.
        in_time: Whether they are all of one day, so that what this says of force in time holds.
    """
    return starred(general_marks(words, report, in_time=in_time))


def general_marks(words: Wording, report: Report, *, in_time: bool) -> list[str]:
    """Return what a reader must know of a report, whatever its findings are."""
    dated = in_time and report.in_force is not ForceInTime.UNKNOWN
    said = [words.say(f"in_force.{report.in_force.value}")] if dated else []
    return said + worded_marks(words, report.policy, report.marks)


def notes(words: Wording, report: Report) -> list[str]:
    """Return how much of an answer is no fulfilment of the text, or waits for another rule."""
    said = []
    for of in (Outcome.ACCEPTED_DEPARTURE, Outcome.CASE_BY_CASE):
        number = sum(f.norm.combines and f.outcome is of for f in report.findings)
        said += [words.say(f"note.{of.value}", n=number)] if number else []
    if report.answer is Answer.OPEN and report.failed:
        undecided = (f.provision for f in report if f.norm.displaces and f.outcome in OPEN)
        places = words.listed(dict.fromkeys(place(p, words.locale) for p in undecided))
        said.append(words.say("note.undecided", n=len(report.failed), places=places))
    return said


def worded_marks(words: Wording, policy: Policy, marks: Iterable[Mark]) -> list[str]:
    """Return marks in words."""
    return [_mark(words, policy, mark) for mark in marks]


def starred(several: Iterable[str]) -> list[Line]:
    """Return remarks as lines, each with a star before it."""
    return [line for text in several for line in paragraph(f"* {text}", hang=2)]


def _out_of_time(report: Report) -> bool:
    return report.in_force in (ForceInTime.NOT_YET, ForceInTime.EXPIRED)


def _mark(words: Wording, policy: Policy, mark: Mark) -> str:
    publication = policy.publication
    return words.say(
        f"mark.{mark.value}",
        day=None if publication is None else publication.day,
        numbers=words.joined(_changed(words, policy)) if mark is Mark.OTHER_NUMBERS else "",
    )


def _changed(words: Wording, policy: Policy) -> Iterator[str]:
    """Return the figures that are not those of the text, each beside the one that is."""
    stated = numbers_of(type(policy.numbers)())
    for own, instead in zip(stated, numbers_of(policy.numbers), strict=True):
        if own != instead:
            yield words.say(
                "number.changed",
                label=words.of_policy(f"number.{own.name}") or own.name,
                instead=words.with_unit(instead.value, own.unit),
                own=words.with_unit(own.value, own.unit),
            )


def _findings(words: Wording, report: Report, *, details: bool) -> list[Line]:
    act = report.inquiry if is_act(report) else ""
    writer = FindingWriter(words, report.policy, details, act)
    written: list[Line] = []
    at = Place(None)
    last = ""
    for finding in report.findings:
        here = Place.of(finding.provision)
        if here.article != at.article:
            written += [Line(), _article(words, report, finding)]
        if (here.article, here.paragraph, here.item) != (at.article, at.paragraph, at.item):
            written += _item(words, report.policy, finding.provision, here)
        written += writer.write(finding, again=finding.provision == last)
        at, last = here, finding.provision
    return written


def _article(words: Wording, report: Report, finding: Finding) -> Line:
    number = Place.of(finding.provision).article
    same = [f for f in report.findings if Place.of(f.provision).article == number]
    heading = report.policy.ledger.get(f"art{number}.h")
    title = place(f"art{number}", words.locale)
    if heading is not None:
        gloss = heading.gloss.removeprefix("Heading: ")
        title = heading.text if words.chinese else f"{title} {heading.text} {gloss}"
    if not any(f.norm.combines for f in same):
        title += words.say("heading.context")
    return Line(title, Style.HEADING)


def _item(words: Wording, policy: Policy, provision: str, at: Place) -> list[Line]:
    if at.item is None and at.paragraph is None:
        return []
    own = provision.removesuffix(f".{at.sentence}") if at.sentence else provision
    label = policy.ledger.get(f"{own}.s1")
    title = place(provision, words.locale)
    if label is not None and _ITEM_LABEL.match(label.text):
        title = label.text if words.chinese else f"{label.text} {label.gloss}"
    return [Line(), Line(title, Style.HEADING)]


def _gaps(words: Wording, report: Report) -> list[Line]:
    if report.answer is Answer.NO_BASIS:
        return []
    gaps = gaps_with_use(words, report.findings, report.policy)
    if Mark.PUBLICATION_UNKNOWN in report.marks:
        gaps.append(words.say("gap.publication"))
    sections = (
        ("gaps.facts", gaps),
        ("gaps.judgements", awaited(words, report)),
        ("gaps.departures", undecided(words, report)),
    )
    written = [Line(words.say("heading.gaps"), Style.HEADING)]
    for key, said in sections:
        if said:
            written += paragraph(words.say(key, n=len(said)), indent=2)
            written += [one for text in said for one in paragraph(f"- {text}", indent=4, hang=2)]
    if len(written) == 1:
        written += paragraph(words.say("gaps.none"), indent=2)
    return written


def readings(words: Wording, choices: Iterable[Choice], *, details: bool) -> list[Line]:
    """Return the readings something rests on, under their heading; nothing if there are none."""
    listed = tuple(choices)
    written = [Line(words.say("heading.readings"), Style.HEADING)] if listed else []
    for choice in listed:
        asks = choice.question
        said = words.say(
            "reading",
            entry=asks.entry,
            question=question(words, choice),
            settled=settled(words, choice),
        )
        if details:
            reason = asks.reason if words.chinese else asks.reason_en
            said = words.say("reading.reason", reading=said, reason=reason)
        written += paragraph(said, indent=2, hang=4)
    return written
