"""One finding in words, as an entry of a document."""

from __future__ import annotations

from attrs import frozen

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.organizations import Organization
from innov_consortium.core.policy import Policy
from innov_consortium.core.records import Unrecorded
from innov_consortium.core.report import Finding, ItemFinding, Norm
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.gaps import gaps_in
from innov_consortium.rendering.named import plainly
from innov_consortium.rendering.procedure import asked_of_acts
from innov_consortium.rendering.sentences import (
    decided,
    message_key,
    outcome,
    quoted,
    settled,
    stated,
    summary,
)
from innov_consortium.rendering.structure import Concerned, Entry, Relied
from innov_consortium.rendering.styles import style_of
from innov_consortium.rendering.wording import Wording

__all__ = ["MOST_NAMES", "FindingWriter"]

#: Names shown of one enumeration, unless everything is asked for.
MOST_NAMES = 10

_COMPACT = frozenset({Outcome.MET, Outcome.NOT_APPLICABLE, Outcome.CASE_BY_CASE})
_COMPACT_GROUND = frozenset({Outcome.NOT_MET, Outcome.NOT_APPLICABLE})


@frozen
class FindingWriter:
    """Puts the findings of one report into words.

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

    def entry(self, finding: Finding, *, again: bool = False, first: bool = True) -> Entry:
        """Return a finding in words: of one that is met less is said than of any other.

        Of a ground it is the other way round: less is said of one that is not there.

        Args:
            finding: The finding.
            again: Whether the provision has just been quoted.
            first: Whether it is the first of its provision.
        """
        words, norm, of = self.words, finding.norm, finding.outcome
        provision = self.policy.provisions[finding.provision]
        stands_out = of not in (_COMPACT_GROUND if norm.some else _COMPACT)
        whole = stands_out or self.details
        by = finding.decided_by
        each = norm.each is not None
        return Entry(
            provision=finding.provision,
            anchor=finding.provision if first else "",
            word=outcome(words, norm, of),
            style=style_of(norm, of),
            stands_out=stands_out,
            place=place(finding.provision, words.locale),
            context="" if norm.combines else words.say("heading.context"),
            quote="" if again else quoted(provision),
            gloss="" if again or words.chinese else provision.gloss.rstrip(",;"),
            said=summary(words, finding) if each else self._stated(norm, finding),
            decided="" if by is None else decided(words, by),
            items=self.items(finding) if whole else (),
            missing=self._missing(finding) if stands_out else (),
            readings=self._readings(norm, every=whole),
            details=self._details(norm) if self.details else (),
        )

    def items(self, finding: Finding) -> tuple[Concerned, ...]:
        """Return the items concerned, those of which the same is to be said together."""
        said: dict[tuple[Outcome, str], list[ItemFinding]] = {}
        for item in finding.items:
            if isinstance(item.item, Unrecorded):
                continue  # the summary says that there may be more
            text = self._stated(finding.norm, item)
            if item.decided_by is not None:
                text = self.words.run_on([text, decided(self.words, item.decided_by)])
            said.setdefault((item.outcome, text), []).append(item)
        norm = finding.norm
        return tuple(
            Concerned(self._names(items), outcome(self.words, norm, of), style_of(norm, of), text)
            for (of, text), items in said.items()
        )

    def _stated(self, norm: Norm, one: Finding | ItemFinding) -> str:
        said = stated(self.words, norm, one, self.policy, self.act)
        if asked_of_acts(norm) or self.words.has(message_key(norm)) or said:
            return said
        return plainly(self.words, norm, one, self.policy)

    def _names(self, items: list[ItemFinding]) -> str:
        words = self.words
        names = [self._name(i) for i in items]
        if len(names) <= MOST_NAMES or self.details:
            return words.listed(names)
        units = all(isinstance(i.item, Organization) for i in items)
        more = "more.units" if units else "more.items"
        return words.say(more, names=words.listed(names[:MOST_NAMES]), n=len(names))

    def _name(self, item: ItemFinding) -> str:
        name = self.words.value(item.item)
        return f"{name} [{item.path}]" if self.details else name

    def _missing(self, finding: Finding) -> tuple[str, ...]:
        gaps = gaps_in(self.words, (finding,), self.policy)
        if len(gaps) > MOST_NAMES and not self.details:
            more = self.words.say("missing.more", n=len(gaps) - MOST_NAMES)
            gaps = [*gaps[:MOST_NAMES], more]
        return tuple(gaps)

    def _readings(self, norm: Norm, *, every: bool) -> tuple[Relied, ...]:
        return tuple(
            Relied(c.name, c.question.entry, settled(self.words, c))
            for c in norm.readings
            if every or c.official or not c.is_default
        )

    def _details(self, norm: Norm) -> tuple[str, ...]:
        words = self.words
        force = words.say(f"force.{norm.force.value}")
        where = [norm.provision, *([norm.name, norm.where] if norm.where else []), force]
        numbers = (
            words.say(
                "number",
                label=words.of_policy(f"number.{number.name}") or number.name,
                name=number.name,
                figure=words.with_unit(number.value, number.unit),
                provision=place(number.provision, words.locale),
            )
            for number in norm.numbers
        )
        return (" · ".join(where), *numbers)
