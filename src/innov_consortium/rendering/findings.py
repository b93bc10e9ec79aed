"""One finding as the lines of a report."""

from __future__ import annotations

from attrs import frozen

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.organizations import Organization
from innov_consortium.core.policy import Policy
from innov_consortium.core.records import Unrecorded
from innov_consortium.core.report import Finding, ItemFinding, Norm
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.gaps import gaps_in
from innov_consortium.rendering.layout import Line, Style, columns, paragraph
from innov_consortium.rendering.sentences import (
    decided,
    outcome,
    quoted,
    settled,
    stated,
    summary,
)
from innov_consortium.rendering.wording import Wording

__all__ = ["AGAINST", "MOST_NAMES", "OPEN", "FindingWriter", "style_of"]

#: Names shown of one enumeration, unless everything is asked for.
MOST_NAMES = 10

_COMPACT = frozenset({Outcome.MET, Outcome.NOT_APPLICABLE, Outcome.CASE_BY_CASE})
_COMPACT_GROUND = frozenset({Outcome.NOT_MET, Outcome.NOT_APPLICABLE})
#: What speaks against an answer in the asker's favour, and what leaves it open.
AGAINST = (Outcome.NOT_MET, Outcome.DEPARTS_FROM_PRINCIPLE)
OPEN = (Outcome.UNKNOWN, Outcome.NEEDS_JUDGEMENT)


def style_of(norm: Norm, of: Outcome) -> Style:
    """Return the style of a norm with an outcome: a ground that is there speaks against."""
    if of in OPEN:
        return Style.OPEN if norm.combines else Style.PLAIN
    if norm.some:
        return Style.AGAINST if of is Outcome.MET else Style.QUIET
    if of in AGAINST:
        return Style.AGAINST if norm.combines else Style.PLAIN
    return Style.QUIET if of is Outcome.NOT_APPLICABLE else Style.FOR


@frozen
class FindingWriter:
    """Writes the findings of one report.

    Args:
        words: The language.
        policy: The policy asked.
        details: Whether everything is said: all names, numbers, readings, module and line.
        act: The name of the step the report is about; empty if it is about none.
    """

    words: Wording
    policy: Policy
    details: bool = False
    act: str = ""

    def write(self, finding: Finding, *, again: bool = False) -> list[Line]:
        """Return a finding: one that is met in a line or two, any other so that it stands out.

        Of a ground it is the other way round: one that is not there takes a line or two.

        Args:
            finding: The finding.
            again: Whether the provision has just been quoted.
        """
        text = "" if again else self._text(finding)
        compact = _COMPACT_GROUND if finding.norm.some else _COMPACT
        if finding.outcome in compact:
            items = self.items(finding) if self.details else []
            return [*self._compact(finding, text), *items, *self._details(finding.norm)]
        return [Line(), *self._standing_out(finding, text), *self._details(finding.norm), Line()]

    def _compact(self, finding: Finding, text: str) -> list[Line]:
        words = self.words
        word = outcome(words, finding.norm, finding.outcome)
        column = 10 if words.chinese else 16
        lead = word + " " * max(2, column - columns(word))
        found = words.run_on(
            [*self._body(finding), self._readings(finding.norm, every=self.details)]
        )
        style = style_of(finding.norm, finding.outcome)
        if not text:
            return paragraph(f"{lead}{found}", indent=2, hang=column, style=style)
        together = paragraph(f"{lead}{text} {found}".rstrip(), indent=2, hang=column, style=style)
        if not found or (words.chinese and len(together) == 1):
            return together
        first = paragraph(lead + text, indent=2, hang=column, style=style)
        return first + paragraph(found, indent=2 + column, style=style)

    def _standing_out(self, finding: Finding, quoted: str) -> list[Line]:
        words = self.words
        style = style_of(finding.norm, finding.outcome)
        word = outcome(words, finding.norm, finding.outcome)
        sign = "! " if style is Style.AGAINST else "? " if style is Style.OPEN else "  "
        context = "" if finding.norm.combines else words.say("heading.context")
        where = place(finding.provision, words.locale)
        lines = [Line(f"{sign}{word}  {where}{context}", style)]
        body = [quoted, *self._body(finding)]
        lines += [one for text in body if text for one in paragraph(text, indent=4)]
        lines += self.items(finding)
        gaps = gaps_in(words, (finding,), self.policy)
        if gaps:
            lines += paragraph(
                words.say("missing.here", gaps=self._abridged(gaps)), indent=4, hang=2
            )
        readings = self._readings(finding.norm, every=True)
        return lines + (paragraph(readings, indent=4, style=Style.QUIET) if readings else [])

    def _text(self, finding: Finding) -> str:
        provision = self.policy.ledger[finding.provision]
        if self.words.chinese:
            return quoted(provision)
        return f"{quoted(provision)} {provision.gloss.rstrip(',;')}"

    def _body(self, finding: Finding) -> list[str]:
        """Return what was found, and on whose word."""
        by = finding.decided_by
        each = finding.norm.each is not None
        said = summary(self.words, finding) if each else self._stated(finding.norm, finding)
        return [said, *([] if by is None else [decided(self.words, by)])]

    def _stated(self, norm: Norm, one: Finding | ItemFinding) -> str:
        return stated(self.words, norm, one, self.policy, self.act)

    def items(self, finding: Finding, indent: int = 4) -> list[Line]:
        """Return the items concerned, those of which the same is to be said together."""
        said: dict[tuple[Outcome, str], list[ItemFinding]] = {}
        for item in finding.items:
            if isinstance(item.item, Unrecorded):
                continue  # the summary says that there may be more
            text = self._stated(finding.norm, item)
            if item.decided_by is not None:
                text = self.words.run_on([text, decided(self.words, item.decided_by)])
            said.setdefault((item.outcome, text), []).append(item)
        return [
            line
            for (of, text), items in said.items()
            for line in self._item(finding.norm, of, text, items, indent)
        ]

    def _item(
        self, norm: Norm, of: Outcome, text: str, items: list[ItemFinding], indent: int
    ) -> list[Line]:
        words = self.words
        units = all(isinstance(i.item, Organization) for i in items)
        names = [self._name(i) for i in items]
        if len(names) > MOST_NAMES and not self.details:
            more = "more.units" if units else "more.items"
            listed = words.say(more, names=words.listed(names[:MOST_NAMES]), n=len(names))
        else:
            listed = words.listed(names)
        said = words.say("item", names=listed, outcome=outcome(words, norm, of), sentence=text)
        return paragraph(said.rstrip(), indent=indent, hang=2, style=style_of(norm, of))

    def _abridged(self, gaps: list[str]) -> str:
        if self.details or len(gaps) <= MOST_NAMES:
            return self.words.joined(gaps)
        more = self.words.say("missing.more", n=len(gaps) - MOST_NAMES)
        return self.words.joined([*gaps[:MOST_NAMES], more])

    def _name(self, item: ItemFinding) -> str:
        name = self.words.value(item.item)
        return f"{name} [{item.path}]" if self.details else name

    def _readings(self, norm: Norm, *, every: bool) -> str:
        shown = (c for c in norm.readings if every or c.official or not c.is_default)
        return " ".join(f"[{c.question.entry} {settled(self.words, c)}]" for c in shown)

    def _details(self, norm: Norm) -> list[Line]:
        if not self.details:
            return []
        words = self.words
        force = words.say(f"force.{norm.force.value}")
        where = [norm.provision, *([norm.name, norm.where] if norm.where else []), force]
        lines = paragraph(" · ".join(where), indent=4, hang=2, style=Style.QUIET)
        for number in norm.numbers:
            said = words.say(
                "number",
                label=words.of_policy(f"number.{number.name}") or number.name,
                name=number.name,
                figure=words.with_unit(number.value, number.unit),
                provision=place(number.provision, words.locale),
            )
            lines += paragraph(said, indent=4, hang=2, style=Style.QUIET)
        return lines
