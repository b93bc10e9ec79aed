"""How a cycle is to be covered, as plain text: whom to select now, whom later, who has no place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from innov_consortium.core.checking import marks_of
from innov_consortium.core.cycles import (
    CoveragePlan,
    CycleEntry,
    CycleState,
    CycleYear,
    stated_years,
)
from innov_consortium.core.sources import ForceInTime
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.layout import Line, Style, paragraph, written
from innov_consortium.rendering.marks import dated_key, worded_marks
from innov_consortium.rendering.owed import choices_of
from innov_consortium.rendering.reasons import title_of
from innov_consortium.rendering.sentences import quoted
from innov_consortium.rendering.text import readings, starred
from innov_consortium.rendering.wording import Wording, visible, wording

__all__ = ["render_coverage"]

_IN_FORCE = {
    ForceInTime.NOT_YET: "coverage.not_yet",
    ForceInTime.IN_FORCE: "in_force.in_force",
    ForceInTime.EXPIRED: "coverage.expired",
}
_COUNTED = {
    CycleState.COVERED: "coverage.covered",
    CycleState.DUE: "coverage.due",
    CycleState.NOT_DUE: "coverage.not_due",
    CycleState.UNKNOWN: "coverage.unknown",
    CycleState.LEFT_OUT: "coverage.left_out",
}


def render_coverage(plan: CoveragePlan, locale: str = "zh_CN") -> str:
    """Return what :func:`~innov_consortium.core.coverage.plan_coverage` proposes, as plain text.

    It says to whom the proposal is addressed and whose the order is; a shortfall is told as what it
    is, a matter of the authority that evaluates.

    Args:
        plan: The plan.
        locale: The language, by any of its names.

    Raises:
        UnknownLocaleError: There is no catalogue in that language.
    """
    words = wording(locale, plan.policy)
    lines = [*_head(words, plan), *_marks(words, plan), *_now(words, plan)]
    for year in plan.years:
        if year.year > plan.on.year:
            lines += _year(words, plan, year, "coverage.later")
    lines += _unplaced(words, plan)
    facts = () if plan.policy.evaluated is None else (plan.policy.evaluated,)
    choices = choices_of(plan.policy, facts, plan.on)
    if choices:
        lines += [Line(), *readings(words, choices, details=False)]
    return written(lines)


def _head(words: Wording, plan: CoveragePlan) -> list[Line]:
    title = words.say(
        "coverage.title",
        title=title_of(words, plan.policy),
        cycle=_years(words, plan.cycle.first, plan.cycle.last),
        day=plan.on,
    )
    lines = paragraph(title, style=Style.TITLE)
    number = stated_years(plan.policy)
    if number is not None:
        stated = plan.policy.ledger[number.provision]
        text = quoted(stated) if words.chinese else f"{quoted(stated)} {stated.gloss}"
        at = place(number.provision, words.locale)
        lines += paragraph(words.say("coverage.stated", place=at, text=text), hang=2)
    counts = [
        words.say("tally", outcome=words.say(key), n=n)
        for state, key in _COUNTED.items()
        if (n := len(plan.at(state)))
    ]
    counted = words.say("coverage.counted", counts=words.listed(counts) or words.say("value.none"))
    if plan.shortfall:
        counted = words.say("coverage.short", counted=counted, n=len(plan.shortfall))
    return lines + paragraph(counted, hang=2)


def _marks(words: Wording, plan: CoveragePlan) -> list[Line]:
    """Return what a reader must know of the plan as a whole, the addressee first."""
    key = _IN_FORCE.get(plan.in_force)
    said = [words.say("coverage.proposal"), words.say("coverage.no_consequence")]
    number = stated_years(plan.policy)
    if number is not None and number.value != plan.cycle.years:
        length = {"stated": number.value, "n": plan.cycle.years}
        said.append(words.say("coverage.other_length", **length))
    said += [] if key is None else [words.say(dated_key(plan.policy, key))]
    if plan.in_force is not ForceInTime.EXPIRED:
        said += _expiry(words, plan)
    said += worded_marks(words, plan.policy, marks_of(plan.policy, plan.on))
    return [Line(), *starred(said)]


def _expiry(words: Wording, plan: CoveragePlan) -> Iterator[str]:
    """Yield in which year left of the cycle the text expires, and for which nothing is planned."""
    planned = [year.year for year in plan.years]
    last_days = ((year, date(year, 12, 31)) for year in planned)
    ends = [y for y, last in last_days if plan.policy.in_force(last) is ForceInTime.EXPIRED]
    if ends:
        yield words.say(
            dated_key(plan.policy, "coverage.ends"), years=_years(words, ends[0], ends[-1])
        )
    after = [y for y in plan.cycle if y > plan.on.year and y not in planned]
    if after:
        yield words.say(
            dated_key(plan.policy, "coverage.expires"), years=_years(words, after[0], after[-1])
        )


def _now(words: Wording, plan: CoveragePlan) -> list[Line]:
    now = next((year for year in plan.years if year.year == plan.on.year), None)
    if now is None:
        key = "coverage.no_more" if plan.on.year in plan.cycle else "coverage.outside"
        said = words.say(key, year=str(plan.on.year))
        return [Line(), *paragraph(said, hang=2, style=Style.HEADING)]
    return _year(words, plan, now, "coverage.now")


def _year(words: Wording, plan: CoveragePlan, year: CycleYear, key: str) -> list[Line]:
    entries = {one.consortium: one for one in plan.consortia}
    heading = words.say(
        key, year=str(year.year), n=len(year.consortia), limits=words.apart(_limits(words, year))
    )
    said = [_said(words, entries[name], "coverage.selected") for name in year.selected]
    said += [_said(words, entries[name]) for name in year.proposed]
    return [Line(), *paragraph(heading, hang=2, style=Style.HEADING), *_items(said)]


def _limits(words: Wording, year: CycleYear) -> list[str]:
    limit = year.capacity
    if limit is None:
        said = [words.say("coverage.no_capacity")]
    else:
        said = [words.say("coverage.capacity", n=limit)]
    if year.done:
        said.append(words.say("coverage.done", n=year.done))
    if limit is not None and year.done + len(year.selected) > limit:
        said.append(words.say("coverage.exceeded"))
    return said


def _said(words: Wording, entry: CycleEntry, key: str = "coverage.proposed") -> str:
    return words.say(key, consortium=visible(entry.consortium), why=_why(words, entry))


def _why(words: Wording, entry: CycleEntry) -> str:
    """Return what puts a consortium in its place in the order."""
    said = []
    if entry.evaluated:
        said.append(words.say("coverage.last", year=str(entry.evaluated[-1])))
    elif entry.evaluated is not None:
        said.append(words.say("coverage.never"))
    return words.apart([*said, words.say("coverage.since", day=entry.recognised_on)])


def _unplaced(words: Wording, plan: CoveragePlan) -> list[Line]:
    """Return everybody who stands in no year, and why; the shortfall first."""
    entries = {one.consortium: one for one in plan.consortia}
    shortfall = [_said(words, entries[name]) for name in plan.shortfall]
    awaited = [_awaited(words, entries[name]) for name in plan.awaited]
    unknown = [_said(words, one) for one in plan.at(CycleState.UNKNOWN)]
    not_due = [_said(words, one) for one in plan.at(CycleState.NOT_DUE)]
    left_out = [_gone(words, one) for one in plan.at(CycleState.LEFT_OUT)]
    covered = [_covered(words, name, years) for name, years in plan.covered.items()]
    groups = (
        ("coverage.heading.shortfall", shortfall, Style.AGAINST),
        ("coverage.heading.awaited", awaited, Style.OPEN),
        ("coverage.heading.unknown", unknown, Style.OPEN),
        ("coverage.heading.covered", covered, Style.PLAIN),
        ("coverage.heading.not_due", not_due, Style.QUIET),
        ("coverage.heading.left_out", left_out, Style.QUIET),
    )
    lines: list[Line] = []
    for key, said, style in groups:
        heading = paragraph(words.say(key), hang=2, style=Style.HEADING)
        lines += [Line(), *heading, *_items(said, style)] if said else []
    return lines


def _awaited(words: Wording, entry: CycleEntry) -> str:
    years = [words.say("coverage.for", year=str(year)) for year in entry.selected]
    why = words.apart([*years, _why(words, entry)])
    return words.say("coverage.proposed", consortium=visible(entry.consortium), why=why)


def _covered(words: Wording, name: str, years: Iterable[int]) -> str:
    said = words.listed(words.say("coverage.year", year=str(year)) for year in years)
    return words.say("coverage.proposed", consortium=visible(name), why=said)


def _gone(words: Wording, entry: CycleEntry) -> str:
    said = words.say(f"phase.{entry.phase.value}")
    if entry.ended_on is not None:
        said = words.say("coverage.ended", phase=said, day=entry.ended_on)
    return words.say("coverage.proposed", consortium=visible(entry.consortium), why=said)


def _items(said: Iterable[str], style: Style = Style.PLAIN) -> list[Line]:
    return [line for one in said for line in paragraph(f"- {one}", indent=2, hang=2, style=style)]


def _years(words: Wording, first: int, last: int) -> str:
    if first == last:
        return words.say("coverage.year", year=str(first))
    return words.say("coverage.cycle", first=str(first), last=str(last))
