"""What came of assessing tables, as plain text and as a document: answers, and what fails most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from attrs import frozen

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Mark, Norm
from innov_consortium.core.sources import ForceInTime
from innov_consortium.interchange.library import LIBRARY_NAME, LIBRARY_VERSION
from innov_consortium.interchange.reforms import unstructure_reform
from innov_consortium.rendering.citations import citation, place
from innov_consortium.rendering.layout import Line, Style, columns, paragraph, written
from innov_consortium.rendering.locales import negotiate
from innov_consortium.rendering.marks import reforms, worded_marks
from innov_consortium.rendering.reasons import title_of
from innov_consortium.rendering.sentences import outcome, quoted
from innov_consortium.rendering.text import readings
from innov_consortium.rendering.wording import Wording, wording

__all__ = ["Assessed", "assessed_document", "render_assessed"]

#: As many norms as are told in words.
_MOST = 8

#: As many rows as are told that came out otherwise.
_MOST_DIFFERENCES = 20

_ASKED = (
    Outcome.NOT_MET,
    Outcome.DEPARTS_FROM_PRINCIPLE,
    Outcome.UNKNOWN,
    Outcome.NEEDS_JUDGEMENT,
)
_OF_GROUNDS = (Outcome.MET, Outcome.NEEDS_JUDGEMENT, Outcome.UNKNOWN)


@frozen(kw_only=True)
class Assessed:
    """What came of assessing tables.

    Args:
        policy: The policy asked.
        inquiry: The name of the inquiry.
        on: The day asked about, or the column that says which.
        norms: The norms asked, by the names of their columns.
        marks: What a reader must know of all the answers.
        applications: How many applications there are.
        answers: How many have which answer.
        in_force: On how many of their days the text is in force, or not.
        outcomes: How many have which outcome, for each column of a norm.
        failing: The columns of norms that are not met or are open, the most frequent first.
        checked: How many were compared with single checks, and how many could not be; ``None`` if
            none was to be.
        differences: Where that came out otherwise: the application, the column, and what the table
            and the single check say.
    """

    policy: Policy
    inquiry: str
    on: date | str
    norms: Mapping[str, Norm]
    marks: tuple[Mark, ...]
    applications: int
    answers: Mapping[Answer, int]
    in_force: Mapping[ForceInTime, int]
    outcomes: Mapping[str, Mapping[Outcome, int]]
    failing: tuple[str, ...]
    checked: tuple[int, int] | None = None
    differences: tuple[tuple[int | str, str, str | None, str | None], ...] = ()

    @property
    def grounds(self) -> bool:
        """Whether it is about grounds, of which one suffices."""
        return self.policy.inquiry(self.inquiry).grounds

    @property
    def told(self) -> tuple[str, ...]:
        """The columns that are told of first: what fails, or the grounds that are there."""
        if not self.grounds:
            return self.failing
        found = [c for c, n in self.norms.items() if n.some and self._share(c, _OF_GROUNDS)]
        return tuple(sorted(found, key=lambda c: self._share(c, _OF_GROUNDS), reverse=True))

    def _share(self, column: str, of: Iterable[Outcome]) -> tuple[int, ...]:
        counts = tuple(self.outcomes[column][one] for one in of)
        return counts if any(counts) else ()


def render_assessed(said: Assessed, locale: str = "zh_CN") -> str:
    """Return what came of assessing tables, as plain text.

    Args:
        said: What came of it.
        locale: The language, by any of its names.

    Raises:
        UnknownLocaleError: There is no catalogue in that language.
    """
    words = wording(locale, said.policy)
    day = words.day(said.on) if isinstance(said.on, date) else said.on
    title = words.say(
        "assessed.title" if isinstance(said.on, date) else "assessed.title.column",
        title=title_of(words, said.policy),
        inquiry=words.label("inquiry", said.inquiry),
        day=day,
    )
    lines = paragraph(title, style=Style.TITLE)
    lines += paragraph(words.say("assessed.number", n=words.figure(said.applications)))
    lines.append(Line())
    for mark in _marks(words, said):
        lines += paragraph(f"* {mark}", hang=2)
    lines += [Line(), Line(words.say("assessed.answers"), Style.HEADING)]
    lines += _counted(words, _answers(words, said), said.applications)
    lines += _norms(words, said)
    lines += _checked(words, said)
    names = {c.name for norm in said.norms.values() for c in norm.readings}
    relied = [c for c in said.policy.readings if c.name in names]
    lines += [Line(), *readings(words, relied, details=False)] if relied else []
    return written(lines)


def assessed_document(said: Assessed, locale: str = "zh_CN") -> dict[str, Any]:
    """Return what came of assessing tables, as a document.

    Args:
        said: What came of it.
        locale: The language of the citations, by any of its names.
    """
    locale, policy = negotiate(locale), said.policy
    return {
        "schema": "innov-consortium/assessment/1",
        "library": {"name": LIBRARY_NAME, "version": LIBRARY_VERSION},
        "policy": policy.code,
        "edition": policy.edition,
        "inquiry": said.inquiry,
        "on": said.on.isoformat() if isinstance(said.on, date) else said.on,
        "marks": [mark.value for mark in said.marks],
        "reforms": [unstructure_reform(one, policy) for one in policy.reforms],
        "applications": said.applications,
        "answers": {one.value: said.answers[one] for one in Answer},
        "in_force": {one.value: said.in_force[one] for one in ForceInTime},
        "norms": [
            {
                "column": column,
                "provision": norm.provision,
                "citation": citation(policy.instrument, norm.provision, locale),
                "combines": norm.combines,
                "outcomes": {one.value: said.outcomes[column][one] for one in Outcome},
            }
            for column, norm in sorted(said.norms.items(), key=lambda item: item[1].rank)
        ],
        "checked": None
        if said.checked is None
        else {
            "compared": said.checked[0],
            "beyond": said.checked[1],
            "differences": [
                dict(zip(("application", "column", "by_table", "by_case"), one, strict=True))
                for one in said.differences
            ],
        },
    }


def _marks(words: Wording, said: Assessed) -> list[str]:
    policy = said.policy.under(said.on) if isinstance(said.on, date) else said.policy
    counting = [
        one for one in policy.reforms if not isinstance(said.on, date) or said.on in one.window
    ]
    return [*worded_marks(words, policy, said.marks), *reforms(words, counting)]


def _answers(words: Wording, said: Assessed) -> Iterator[tuple[str, int]]:
    family = "answer.grounds" if said.grounds else "answer"
    for one in Answer:
        if said.answers[one]:
            yield words.say(f"{family}.{one.value}"), said.answers[one]


def _counted(words: Wording, rows: Iterable[tuple[str, int]], of: int) -> Iterator[Line]:
    """Yield names with how many have them, and what share that is."""
    told = [(name, words.figure(number), _percent(number, of)) for name, number in rows]
    if not told:
        return
    name, number = (max(columns(row[n]) for row in told) for n in (0, 1))
    for one, many, share in told:
        filled = one + " " * (name - columns(one))
        yield Line(f"  {filled}  {many.rjust(number)}  {share:>6}")


def _percent(number: int, of: int) -> str:
    """Return a share to a tenth of a percent; one that is neither nothing nor all says so."""
    share = 1000 * number / of if of else 0
    if 0 < number < of:
        share = min(max(share, 1), 999)
    return f"{round(share) / 10:.1f}%"


def _norms(words: Wording, said: Assessed) -> Iterator[Line]:
    """Yield what fails most, with its sentence."""
    told = said.told[:_MOST]
    if not told:
        return
    yield Line()
    key = "assessed.grounds" if said.grounds else "assessed.failing"
    yield Line(words.say(key, n=len(told)), Style.HEADING)
    for column in told:
        norm, counts = said.norms[column], said.outcomes[column]
        asked = _OF_GROUNDS if norm.some else _ASKED
        parts = (
            f"{outcome(words, norm, one)} {_percent(counts[one], said.applications)}"
            for one in asked
            if counts[one]
        )
        yield Line(f"  {place(norm.provision, words.locale)}  {words.listed(parts)}")
        provision = said.policy.provisions[norm.provision]
        gloss = "" if words.chinese else f" {provision.gloss.rstrip(',;')}"
        yield from paragraph(f"{quoted(provision)}{gloss}", indent=4)


def _checked(words: Wording, said: Assessed) -> Iterator[Line]:
    if said.checked is None:
        return
    compared, beyond = said.checked
    yield Line()
    key = "assessed.checked.differ" if said.differences else "assessed.checked.same"
    key = key if compared else "assessed.checked.none"
    rows = len({one[0] for one in said.differences})
    yield from paragraph(words.say(key, n=compared, rows=rows), hang=2)
    if beyond:
        yield from paragraph(words.say("assessed.checked.beyond", n=beyond), hang=2)
    for application, column, table, case in said.differences[:_MOST_DIFFERENCES]:
        yield Line(f"  {application}  {column}  {table} ≠ {case}")
