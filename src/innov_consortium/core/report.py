"""What a check says: findings in the order of the law, and the answer they make together."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from innov_consortium.core.attestations import Attestation, Departure
from innov_consortium.core.clauses import Force, Outcome
from innov_consortium.core.numbers import Number
from innov_consortium.core.readings import Choice
from innov_consortium.core.sources import ForceInTime
from innov_consortium.core.turning import Again, Turn, next_turn

if TYPE_CHECKING:
    from innov_consortium.core.policy import Policy  # noqa: TC004 - a report names its policy

__all__ = [
    "MOST_ESTABLISHED",
    "WORST_FIRST",
    "Answer",
    "Finding",
    "ItemFinding",
    "Mark",
    "Missing",
    "Norm",
    "Report",
    "answer_of",
    "answer_of_grounds",
    "best",
    "by_rank",
    "worst",
]


class Answer(enum.Enum):
    """The answer to an inquiry. It has no truth value: open and no basis are neither."""

    MET = "met"
    NOT_MET = "not_met"
    OPEN = "open"
    NO_BASIS = "no_basis"

    def __bool__(self) -> bool:
        """Refuse, because an open question is not a no."""
        msg = "an Answer has no truth value; compare it: answer is Answer.MET"
        raise TypeError(msg)


class Mark(enum.Enum):
    """What a reader must know of the answer as a whole."""

    DRAFT = "draft"
    PUBLICATION_UNKNOWN = "publication_unknown"
    END_UNKNOWN = "end_unknown"
    SUPPOSED_PUBLICATION = "supposed_publication"
    NOT_OFFICIAL = "not_official"
    PARTIAL = "partial"
    REPEALED = "repealed"
    OTHER_NUMBERS = "other_numbers"


@frozen
class Norm:
    """What is asked in a check, as a policy with its numbers and readings asks it.

    Args:
        provision: The provision it is the meaning of.
        name: The name of the clause, or the provision of a judgement.
        force: How strongly it binds, under the readings chosen.
        combines: Whether its outcome enters the answer; what only sets the scene does not.
        each: The item it is asked for, or ``None``.
        facts: The names of the facts it compares.
        numbers: The figures in its closure.
        readings: The readings in its closure.
        where: Module and line of its function; empty for a judgement.
        rank: Its place in the order of the law.
        displaces: Ranges of such places that give way where it is met, both ends included.
        some: Whether it is a ground: of several items, and of several grounds, one suffices.
        source: What is asked beside the policy, by its name; empty for a norm of the policy's own.
    """

    provision: str
    name: str
    force: Force
    combines: bool
    each: str | None
    facts: tuple[str, ...]
    numbers: tuple[Number, ...]
    readings: tuple[Choice, ...]
    where: str
    rank: int = 0
    displaces: tuple[tuple[int, int], ...] = ()
    some: bool = False
    source: str = ""


@frozen
class Missing:
    """A fact that is not known and would have to be.

    Args:
        fact: Its name.
        path: Where it would stand in the input.
    """

    fact: str
    path: str


@frozen
class ItemFinding:
    """What a norm makes of one item, where there is something to say of it.

    Args:
        item: The item: an organisation, or a word such as the name of an organ.
        path: Its path in the input.
        outcome: What the norm makes of it.
        values: The facts compared, in the order of ``Norm.facts``.
        missing: What is not known.
        decided_by: The attestation or departure the outcome rests on.
    """

    item: Any
    path: str
    outcome: Outcome
    values: tuple[Any, ...] = ()
    missing: tuple[Missing, ...] = ()
    decided_by: Attestation | Departure | None = None


@frozen
class Finding:
    """What one norm makes of the case.

    Args:
        norm: The norm.
        outcome: What it makes of the case.
        values: The facts compared, in the order of ``Norm.facts``, with their evidence.
        missing: What is not known.
        decided_by: The attestation or departure the outcome rests on.
        outcomes: For a norm asked of each item, the outcome for every one of them.
        items: The items there is something to say of: of a condition, all but those that meet it
            and those it does not apply to; of a ground, those for which it is there or may be.
    """

    norm: Norm
    outcome: Outcome
    values: tuple[Any, ...] = ()
    missing: tuple[Missing, ...] = ()
    decided_by: Attestation | Departure | None = None
    outcomes: tuple[Outcome, ...] = ()
    items: tuple[ItemFinding, ...] = ()

    @property
    def provision(self) -> str:
        """The provision the norm is the meaning of."""
        return self.norm.provision

    @property
    def facts(self) -> dict[str, Any]:
        """The facts compared, by name."""
        return dict(zip(self.norm.facts, self.values, strict=False))


@frozen(kw_only=True)
class Report:
    """All findings of a check, the met ones too, and what they come to.

    Args:
        policy: The policy asked, with the numbers and readings it was asked under.
        inquiry: The name of the inquiry.
        on: The day asked about.
        in_force: Whether the instrument is in force on that day.
        answer: What the findings come to.
        findings: The findings, in the order of the law.
        marks: What a reader must know of the answer as a whole.
        readings: The readings the findings rest on.
        grounds: Whether it is about grounds, of which one suffices, rather than conditions.
        again: What asks the same again of another day; ``None`` for what is asked of an act.
    """

    policy: Policy
    inquiry: str
    on: date
    in_force: ForceInTime
    answer: Answer
    findings: tuple[Finding, ...]
    marks: tuple[Mark, ...]
    readings: tuple[Choice, ...]
    grounds: bool = False
    again: Again | None = field(default=None, eq=False, repr=False)

    @property
    def changes_on(self) -> date | None:
        """The next day on which the answer alters by itself; ``None`` if no such day is known.

        Nothing else happens meanwhile, and what is known today stays all there is to know. Of an
        act this is not asked.
        """
        turn = self.turn
        return None if turn is None else turn.day

    @cached_property
    def turn(self) -> Turn | None:
        """The next day on which the answer alters by itself, with why, and the answer then."""
        return None if self.again is None else next_turn(self, self.again)

    @property
    def additional(self) -> tuple[Finding, ...]:
        """The findings of what texts of districts or of calls ask beside the policy."""
        return tuple(f for f in self.findings if f.norm.source)

    @property
    def established(self) -> tuple[Finding, ...]:
        """The grounds that are there."""
        return tuple(f for f in self.findings if f.norm.some and f.outcome is Outcome.MET)

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that leave the answer open."""
        return tuple(f for f in self.findings if f.norm.combines and f.outcome in _OPEN)

    @property
    def failed(self) -> tuple[Finding, ...]:
        """The findings of conditions that are not met."""
        return tuple(
            f
            for f in self.findings
            if f.norm.combines and not f.norm.some and f.outcome is Outcome.NOT_MET
        )

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Every fact that is missing, once, in the order of the law."""
        found: dict[Missing, None] = {}
        for finding in self.findings:
            found.update(dict.fromkeys(finding.missing))
            for item in finding.items:
                found.update(dict.fromkeys(item.missing))
        return tuple(found)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def finding(self, provision: str) -> Finding | None:
        """Return the first finding of a provision, or ``None`` where nothing is asked of it."""
        return next((f for f in self.findings if f.provision == provision), None)

    def outcome(self, provision: str) -> Outcome | None:
        """Return the outcome of a provision that is asked, or what those below a heading come to.

        ``art5.item1.s1`` is such a heading (目标任务明确): it comes to the worst of its item. Of
        grounds one suffices.
        ``None`` where nothing is asked of either.
        """
        group = provision.removesuffix(".s1").removesuffix(".h")
        exact = [f for f in self.findings if f.provision == provision]
        found = exact or [f for f in self.findings if f.provision.startswith(group + ".")]
        if not found:
            return None
        outcomes = [f.outcome for f in found]
        return best(outcomes) if all(f.norm.some for f in found) else worst(outcomes)


#: What findings are sorted by: their place in the order of the law.
by_rank = attrgetter("norm.rank")

_OPEN = frozenset({Outcome.DEPARTS_FROM_PRINCIPLE, Outcome.UNKNOWN, Outcome.NEEDS_JUDGEMENT})

#: What several outcomes of conditions come to: the first of these that is among them.
WORST_FIRST = (
    Outcome.NOT_MET,
    Outcome.DEPARTS_FROM_PRINCIPLE,
    Outcome.UNKNOWN,
    Outcome.NEEDS_JUDGEMENT,
    Outcome.CASE_BY_CASE,
    Outcome.ACCEPTED_DEPARTURE,
    Outcome.MET,
    Outcome.NOT_APPLICABLE,
)
_SEVERITY = {outcome: n for n, outcome in enumerate(WORST_FIRST)}


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """Return what several outcomes of conditions come to: a condition must hold for all.

    >>> worst([Outcome.MET, Outcome.UNKNOWN, Outcome.NOT_MET])
    <Outcome.NOT_MET: 'not_met'>
    >>> worst([])
    <Outcome.NOT_APPLICABLE: 'not_applicable'>
    """
    return min(outcomes, key=_SEVERITY.__getitem__, default=Outcome.NOT_APPLICABLE)


#: What several outcomes of grounds come to: the first of these that is among them.
MOST_ESTABLISHED = (
    Outcome.MET,
    Outcome.NEEDS_JUDGEMENT,
    Outcome.UNKNOWN,
    Outcome.NOT_MET,
    Outcome.NOT_APPLICABLE,
)


def best(outcomes: Iterable[Outcome]) -> Outcome:
    """Return what several outcomes of grounds come to: one suffices.

    >>> best([Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.NEEDS_JUDGEMENT])
    <Outcome.NEEDS_JUDGEMENT: 'needs_judgement'>
    >>> best([])
    <Outcome.NOT_MET: 'not_met'>
    """
    return min(outcomes, key=MOST_ESTABLISHED.index, default=Outcome.NOT_MET)


def answer_of_grounds(findings: Iterable[Finding]) -> Answer:
    """Return what the findings of grounds come to: met before open before not met."""
    together = best(f.outcome for f in findings if f.norm.some)
    if together in (Outcome.MET, Outcome.NOT_MET, Outcome.NOT_APPLICABLE):
        return Answer.MET if together is Outcome.MET else Answer.NOT_MET
    return Answer.OPEN


def answer_of(findings: Iterable[Finding]) -> Answer:
    """Return what the findings of conditions come to: not met before open before met.

    Where it is still undecided whether a norm gives way, its not being met decides nothing yet.
    """
    findings = tuple(findings)
    undecided = [
        range_
        for f in findings
        for range_ in f.norm.displaces
        if f.outcome in (Outcome.NEEDS_JUDGEMENT, Outcome.UNKNOWN)
    ]
    answer = Answer.MET
    for finding in findings:
        if not finding.norm.combines:
            continue
        if finding.outcome is Outcome.NOT_MET:
            rank = finding.norm.rank
            if not any(first <= rank <= last for first, last in undecided):
                return Answer.NOT_MET
            answer = Answer.OPEN
        elif finding.outcome in _OPEN:
            answer = Answer.OPEN
    return answer
