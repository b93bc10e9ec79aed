"""How two reports differ, as plain text: the answer, what was set otherwise, norm by norm."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from innov_consortium.core.clauses import Evidence
from innov_consortium.core.comparing import Comparison, Differing, FindingDifference
from innov_consortium.core.numbers import Number
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Choice
from innov_consortium.core.report import Finding, ItemFinding, Report
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.differences import (
    altered_and_unchecked,
    answer_change,
    changed,
    outcome_change,
    style_after,
    text_of,
    turned,
    unchecked,
)
from innov_consortium.rendering.findings import MOST_NAMES
from innov_consortium.rendering.gaps import gaps_in
from innov_consortium.rendering.layout import Line, Style, paragraph, written
from innov_consortium.rendering.marks import dated_key, worded_marks
from innov_consortium.rendering.named import fact_label
from innov_consortium.rendering.procedure import answered, asked, is_act
from innov_consortium.rendering.reasons import readings_in, title_of
from innov_consortium.rendering.sentences import (
    decided,
    outcome,
    question,
    settled,
    stated,
    summary,
)
from innov_consortium.rendering.styles import answer_style
from innov_consortium.rendering.text import starred
from innov_consortium.rendering.wording import Wording, wording, wording_beside

__all__ = ["render_comparison"]

_SIGNS = {Style.AGAINST: "! ", Style.OPEN: "? "}
#: Sorts of values of which nothing is left out when they are put in words.
_WHOLE = (bool, int, str, date, Decimal, Fraction, Evidence)


def render_comparison(
    comparison: Comparison, locale: str = "zh_CN", *, details: bool = False
) -> str:
    """Return how two reports differ, as plain text.

    Args:
        comparison: What :func:`~innov_consortium.core.comparing.compare` found.
        locale: The language, by any of its names.
        details: Whether every norm, item and fact is said.

    Raises:
        UnknownLocaleError: There is no catalogue in that language.
    """
    words = wording(locale, comparison.after.policy)
    lines = _head(words, comparison)
    if comparison.nothing_differs:
        return written([*lines, *paragraph(words.say("compare.nothing"))])
    lines += _settings(words, comparison)
    altered, number = altered_and_unchecked(comparison)
    if altered or number:
        heading = words.say("compare.altered", n=len(altered) + number)
        lines += [Line(), Line(heading, Style.HEADING)]
        for one in altered:
            lines += _finding(words, comparison, one, details=details)
        for text in unchecked(words, comparison, number):
            lines += [Line(), *paragraph(text, indent=2, hang=2)]
    otherwise = [f for f in comparison.findings if not f.outcome_differs]
    if otherwise:
        heading = words.say("compare.otherwise", n=len(otherwise))
        lines += [Line(), Line(heading, Style.HEADING)]
        for one in otherwise:
            lines += _finding(words, comparison, one, details=details)
    told = [*altered, *otherwise]
    shown = [
        (comparison.after, [f.after for f in told if f.after is not None]),
        (comparison.before, [f.before for f in told if f.before is not None]),
    ]
    return written([*lines, *readings_in(words, shown, details=details)])


def _head(words: Wording, comparison: Comparison) -> list[Line]:
    before, after = comparison.before, comparison.after
    one_day = before.on == after.on
    title = words.say(
        "compare.title.one_day" if one_day else "compare.title",
        title=title_of(words, after.policy),
        inquiry=asked(words, after),
        day=after.on,
        before=before.on,
        after=after.on,
    )
    if comparison.answer_differs:
        answer = words.say("compare.answer", change=answer_change(words, comparison))
    else:
        answer = words.say("compare.same_answer", answer=answered(words, after))
    lines = paragraph(title, style=Style.TITLE)
    lines += paragraph(answer, hang=2, style=answer_style(after, after.answer))
    validities = [
        words.say(dated_key(after.policy, f"validity.{force.value}"))
        for force in comparison.in_force
    ]
    if validities[0] != validities[1]:
        in_force = words.say("compare.in_force", change=changed(words, *validities))
        lines += paragraph(in_force, hang=2)
    for said in turned(words, comparison):
        lines += paragraph(said, hang=2)
    common = [m for m in after.marks if m in before.marks]
    return [*lines, Line(), *starred(worded_marks(words, after.policy, common)), Line()]


def _settings(words: Wording, comparison: Comparison) -> list[Line]:
    before, after = comparison.before, comparison.after
    published = [_published(words, r) for r in (before, after)]
    said = [
        *[_reading(words, one) for one in comparison.readings],
        *[_number(words, one) for one in comparison.numbers],
    ]
    if before.policy.publication != after.policy.publication:
        said.append(words.say("compare.published", change=changed(words, *published)))
    for key, report, marks in (
        ("compare.lost", before, comparison.lost),
        ("compare.gained", after, comparison.gained),
    ):
        worded = worded_marks(words, report.policy, marks)
        said += [words.say(key, mark=mark) for mark in worded]
    if not said:
        return []
    lines = [Line(), Line(words.say("compare.settings"), Style.HEADING)]
    return lines + [line for text in said for line in paragraph(text, indent=2, hang=2)]


def _published(words: Wording, report: Report) -> str:
    publication = report.policy.publication
    if publication is None:
        return words.value(None)
    day = words.day(publication.day)
    return words.say("compare.published.supposed", day=day) if publication.supposed else day


def _reading(words: Wording, one: Differing[Choice | None]) -> str:
    sides = [
        words.say("compare.not_asked") if choice is None else settled(words, choice)
        for choice in (one.before, one.after)
    ]
    there = next(choice for choice in (one.after, one.before) if choice is not None)
    return words.say(
        "compare.reading",
        entry=there.question.entry,
        question=question(words, there),
        change=changed(words, *sides),
    )


def _number(words: Wording, one: Differing[Number | None]) -> str:
    sides = [
        words.say("compare.not_asked") if n is None else words.with_unit(n.value, n.unit)
        for n in (one.before, one.after)
    ]
    label = words.of_policy(f"number.{one.name}") or one.name
    return words.say("compare.number", label=label, change=changed(words, *sides))


def _finding(
    words: Wording, comparison: Comparison, one: FindingDifference, *, details: bool
) -> list[Line]:
    policy = comparison.after.policy
    style = style_after(one)
    sign = _SIGNS.get(style, "  ")
    head = f"{sign}{place(one.provision, words.locale)}  {outcome_change(words, one)}"
    lines = [Line(), Line(head, style), *paragraph(text_of(words, policy, one), indent=4)]
    sides = [
        "" if finding is None else _said(words, finding, report)
        for finding, report in ((one.before, comparison.before), (one.after, comparison.after))
    ]
    told = [("compare.before", sides[0]), ("compare.after", sides[1])]
    if sides[0] == sides[1]:
        lines += paragraph(sides[0], indent=4) if sides[0] else []
    else:
        said = [words.say(key, text=text) for key, text in told if text]
        lines += [line for text in said for line in paragraph(text, indent=4, hang=4)]
    if details or sides[0] == sides[1]:
        for fact in one.facts:
            lines += paragraph(_fact(words, policy, fact), indent=4, hang=2)
    shown = one.items if details else one.items[:MOST_NAMES]
    for item in shown:
        lines += paragraph(_item(words, one, item), indent=4, hang=2)
    if len(shown) < len(one.items):
        more = words.say("missing.more", n=len(one.items) - len(shown))
        lines += paragraph(f"- {more}", indent=4)
    return lines


def _said(words: Wording, finding: Finding, report: Report) -> str:
    """Return what was found, on whose word, and what is missing."""
    act = report.inquiry if is_act(report) else ""
    by, norm = finding.decided_by, finding.norm
    words = wording_beside(words, report.policy, norm.source)
    gaps = gaps_in(words, (finding,), report.policy)
    return words.run_on(
        [
            summary(words, finding)
            if norm.each
            else stated(words, norm, finding, report.policy, act),
            "" if by is None else decided(words, by),
            words.say("missing.here", gaps=words.joined(gaps[:MOST_NAMES])) if gaps else "",
        ]
    )


def _fact(words: Wording, policy: Policy, one: Differing[Any]) -> str:
    label = fact_label(words, policy, one.name)
    before, after = words.value(one.before), words.value(one.after)
    if before != after:
        return words.say("compare.fact", fact=label, change=changed(words, before, after))
    if isinstance(one.after, _WHOLE):
        return words.say("compare.fact.evidence", fact=label, value=after)
    return words.say("compare.fact.opaque", fact=label)


def _item(words: Wording, one: FindingDifference, item: Differing[ItemFinding | None]) -> str:
    sides = list(_item_sides(words, one, item))
    there = next(side for side in (item.after, item.before) if side is not None)
    change = sides[0] if sides[0] == sides[1] else changed(words, *sides)
    return words.say("compare.item", item=words.value(there.item), change=change)


def _item_sides(
    words: Wording, one: FindingDifference, item: Differing[ItemFinding | None]
) -> Iterator[str]:
    for finding, side in ((one.before, item.before), (one.after, item.after)):
        if finding is None or side is None:
            yield words.say("compare.item.unlisted")
        else:
            yield outcome(words, finding.norm, side.outcome)
