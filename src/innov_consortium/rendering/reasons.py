"""Why an act may not be done, or what it waits for, as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.decide import Standing
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Choice
from innov_consortium.core.report import Answer, Finding, ItemFinding, Report
from innov_consortium.core.sources import ForceInTime
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.findings import MOST_NAMES, FindingWriter
from innov_consortium.rendering.gaps import gaps_in
from innov_consortium.rendering.layout import Line, Style, paragraph
from innov_consortium.rendering.marks import dated_key, if_in_force_key, notes
from innov_consortium.rendering.procedure import is_missing_step, quoted_steps
from innov_consortium.rendering.sentences import decided, outcome, quoted, stated, summary
from innov_consortium.rendering.styles import style_of
from innov_consortium.rendering.text import item_lines, readings
from innov_consortium.rendering.wording import Wording, wording_beside

__all__ = ["STYLES", "readings_in", "reasons", "title_of"]

STYLES: Mapping[Standing, Style] = MappingProxyType(
    {
        Standing.ALLOWED: Style.FOR,
        Standing.WAITING: Style.OPEN,
        Standing.REFUSED: Style.AGAINST,
        Standing.OUTSIDE: Style.QUIET,
    }
)


def title_of(words: Wording, policy: Policy) -> str:
    """Return the title of a policy's text, with its gloss where that helps."""
    name = f"《{policy.instrument.title}》"
    return name if words.chinese else f"{policy.instrument.gloss} {name}"


def reasons(
    words: Wording, report: Report, because: tuple[Finding, ...], *, indent: int, details: bool
) -> list[Line]:
    """Return what stands in the way of an act, or what it waits for.

    Args:
        words: The language.
        report: What the text makes of the act.
        because: The findings that matter.
        indent: Columns left free before each line.
        details: Whether every reason and every name is said.
    """
    if report.answer is Answer.NO_BASIS:
        return paragraph(_no_basis(words, report), indent=indent, style=Style.AGAINST)
    if not because and report.answer is not Answer.MET:
        asked = any(f.norm.combines for f in report.findings)
        key = if_in_force_key(report, "acts.if_in_force") if asked else "acts.not_encoded"
        return paragraph(words.say(key), indent=indent, style=Style.OPEN)
    act = report.inquiry
    missing = [f for f in because if is_missing_step(f, act) and f.outcome is Outcome.NOT_MET]
    others = [f for f in because if f not in missing]
    lines = paragraph(_steps(words, missing), indent=indent, hang=2) if missing else []
    shown = others if details else others[:MOST_NAMES]
    writer = FindingWriter(words, report.policy, details, act)
    for finding in shown:
        lines += _reason(words, writer, finding, indent)
    if len(shown) < len(others):
        more = words.say("missing.more", n=len(others) - len(shown))
        lines += paragraph(f"- {more}", indent=indent)
    for note in notes(words, report):
        lines += paragraph(f"* {note}", indent=indent, hang=2)
    for finding in _noted(report):
        note = words.say(
            "acts.note",
            place=place(finding.provision, words.locale),
            text=_said(words, writer, finding),
        )
        lines += paragraph(f"* {note}", indent=indent, hang=2)
    return lines + _gaps(words, report.policy, others, indent, details=details)


def _noted(report: Report) -> list[Finding]:
    """Return what the text asks of an act beside its guards, where that is not met."""
    steps = (step for step in report.policy.steps if step.name == report.inquiry)
    names = {norm.name for step in steps for norm in step.notes}
    return [
        f
        for f in report.findings
        if f.norm.name in names and not f.norm.combines and f.outcome is Outcome.NOT_MET
    ]


def _no_basis(words: Wording, report: Report) -> str:
    if report.in_force in (ForceInTime.NOT_YET, ForceInTime.EXPIRED):
        return words.say(dated_key(report.policy, f"in_force.{report.in_force.value}"))
    return words.say("note.no_step")


def _steps(words: Wording, missing: Iterable[Finding]) -> str:
    """Return the steps that have to be taken before, each with its provision."""
    steps = (
        words.say(
            "acts.step",
            step=quoted_steps(words, f.values[0]),
            place=place(f.provision, words.locale),
        )
        for f in missing
    )
    return "- " + words.say("acts.missing_steps", steps=words.listed(steps))


def _reason(words: Wording, writer: FindingWriter, finding: Finding, indent: int) -> Iterator[Line]:
    """Yield one reason; what is asked of the only item there is, is said of that at once."""
    norm = finding.norm
    only = _only(finding)
    by = (only or finding).decided_by
    text = words.say(
        "acts.reason",
        outcome=outcome(words, norm, finding.outcome),
        place=place(finding.provision, words.locale),
        text=words.run_on(
            [
                _said(words, writer, finding),
                "" if by is None else decided(words, by),
            ]
        ),
    )
    yield from paragraph(f"- {text}", indent=indent, hang=2, style=style_of(norm, finding.outcome))
    if only is None:
        yield from item_lines(words, writer.items(finding), indent + 2)


def _only(finding: Finding) -> ItemFinding | None:
    """Return the only item there is; ``None`` if there are more, or none."""
    return finding.items[0] if len(finding.outcomes) == len(finding.items) == 1 else None


def _said(words: Wording, writer: FindingWriter, finding: Finding) -> str:
    """Return what was found; of several items, how many came to what."""
    norm, only = finding.norm, _only(finding)
    words = wording_beside(words, writer.policy, norm.source)
    if norm.each is not None and only is None:
        return summary(words, finding)
    said = stated(words, norm, only or finding, writer.policy, writer.act)
    return said or quoted(writer.policy.provisions[finding.provision])


def _gaps(
    words: Wording, policy: Policy, findings: list[Finding], indent: int, *, details: bool
) -> list[Line]:
    gaps = gaps_in(words, findings, policy)
    if not gaps:
        return []
    if len(gaps) > MOST_NAMES and not details:
        more = words.say("missing.more", n=len(gaps) - MOST_NAMES)
        gaps = [*gaps[:MOST_NAMES], more]
    text = words.say("missing.here", gaps=words.joined(gaps))
    return paragraph(f"- {text}", indent=indent, hang=2)


def readings_in(
    words: Wording, several: Iterable[tuple[Report, Iterable[Finding]]], *, details: bool
) -> list[Line]:
    """Return the readings that reasons rest on, and wherever it is not the default one.

    Args:
        words: The language.
        several: Reports, each with the findings that were shown of it.
        details: Whether the reasons of the defaults are said.
    """
    found: dict[str, Choice] = {}
    for report, shown in several:
        chosen = (c for c in report.readings if c.official or not c.is_default)
        for choice in (*(c for f in shown for c in f.norm.readings), *chosen):
            found.setdefault(choice.name, choice)
    inorder = sorted(found.values(), key=lambda c: c.question.entry)
    return [Line(), *readings(words, inorder, details=details)] if inorder else []
