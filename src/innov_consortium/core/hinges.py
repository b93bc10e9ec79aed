"""On which readings an answer hinges: what would come out if a wording were read otherwise.

Every reading that the norms of a report rest on is taken otherwise, alone and then with each other
one. A reading an official interpretation has settled stays as it is.

Two readings are asked about together only where a norm rests on both; elsewhere a norm says what it
says under the one it rests on, and only the answer has to be put together anew.

A register that was folded from histories is folded anew for each way of reading. One that was
handed in is as it is: which readings it was made under is then told, not asked.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from innov_consortium.core.checking import pending_read
from innov_consortium.core.comparing import FindingDifference, compare
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.plan import closure
from innov_consortium.core.readings import Choice
from innov_consortium.core.register import Register
from innov_consortium.core.report import Answer, Finding, Report, answer_of, answer_of_grounds
from innov_consortium.core.sorts import check_sorts
from innov_consortium.core.sources import ForceInTime
from innov_consortium.core.turning import Again
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

if TYPE_CHECKING:
    from innov_consortium.core.policy import Policy

__all__ = ["Hinge", "Hinges", "hinges_of"]

_Key = tuple[str, str]
_REGISTER = "register"


@frozen
class Hinge:
    """Something that comes out otherwise if one wording, or two, are read otherwise.

    Args:
        read: The readings taken otherwise: one, or two of which neither alone does the same.
        answer: The answer then.
        alters_answer: Whether that is another one than the report's.
        findings: The norms whose outcome is another one then, of the case or of an item, in the
            order of the law; of two readings only those that neither alters alone in the same way,
            unless the two alter the answer.
        report: All that comes out then.
    """

    read: tuple[Choice, ...]
    answer: Answer
    alters_answer: bool
    findings: tuple[FindingDifference, ...]
    report: Report = field(eq=False, repr=False)


@frozen(kw_only=True)
class Hinges:
    """What a report hinges on.

    Args:
        report: The report.
        asked: The readings it rests on that nobody has settled officially; each was taken
            otherwise, in every way there is.
        official: Those that an official interpretation has settled.
        handed_in: Those by which the register would be folded that was handed in as it is; what
            rests on it may be otherwise under them.
        single: What one reading alters.
        pairs: What two readings alter together that neither alters alone.
        ways: How many ways of reading otherwise were asked about: single ones and pairs.
    """

    report: Report
    asked: tuple[Choice, ...]
    official: tuple[Choice, ...]
    handed_in: tuple[Choice, ...]
    single: tuple[Hinge, ...]
    pairs: tuple[Hinge, ...]
    ways: tuple[int, int]

    @property
    def of_answer(self) -> tuple[Hinge, ...]:
        """Those under which the answer is another one: single ones first."""
        return tuple(h for h in (*self.single, *self.pairs) if h.alters_answer)

    @property
    def of_findings(self) -> tuple[Hinge, ...]:
        """Those under which the answer is the same and a finding is not."""
        return tuple(h for h in (*self.single, *self.pairs) if not h.alters_answer)

    @property
    def answer_stands(self) -> bool:
        """Whether none of the readings asked about, nor any two of them, would alter the answer."""
        return not self.of_answer


def hinges_of(policy: Policy, report: Report) -> Hinges:
    """Return what a report of a policy hinges on; see :meth:`Policy.hinges`.

    Raises:
        InvalidInputError: The report is of another text, or about an act.
    """
    check_sorts(report=(report, Report))
    again = report.again
    faults = [*_other_text(policy, report), *([] if again is not None else [_OF_AN_ACT])]
    if again is None or faults:
        raise InvalidInputError(faults)
    folded, names = _folded(report), {c.name for c in report.readings}
    refolds = again.register.folding is not None
    there = [c for c in report.policy.readings if c.name in names or (refolds and c.name in folded)]
    asked = tuple(c for c in there if not c.official)
    search = _Search(report, again, report.policy.inquiry(report.inquiry), folded)
    ways = [evolve(c, option=o) for c in asked for o in c.question.options if o is not c.option]
    alone = {way: search.alone(way) for way in ways}
    together = [(alone[a], alone[b]) for a, b in combinations(ways, 2) if a.name != b.name]
    handed_in = again.register != Register() and not refolds
    return Hinges(
        report=report,
        asked=asked,
        official=tuple(c for c in there if c.official),
        handed_in=tuple(c for c in report.policy.readings if handed_in and c.name in folded),
        single=tuple(h for h in alone.values() if h.alters_answer or h.findings),
        pairs=tuple(h for one, other in together for h in search.pair(one, other)),
        ways=(len(ways), len(together)),
    )


def _folded(report: Report) -> frozenset[str]:
    """Return the readings a register is folded by, where a norm of the report rests on one."""
    policy = report.policy
    facts = {f.name: f for f in policy.facts}
    if not any(_on_register(policy, f) for f in report.findings):
        return frozenset()
    names = [name for name in (policy.engagements, policy.bars) if name is not None]
    settings = {s for name in closure(names, facts) for s in facts[name].settings}
    return frozenset(c.name for c in policy.readings if c.name in settings)


def _on_register(policy: Policy, finding: Finding) -> bool:
    facts = {f.name: f for f in policy.facts_of(finding.norm.source)}
    source = [n for i in policy.items if i.name == finding.norm.each for n in i.needs]
    rested = closure((*finding.norm.facts, *source), facts)
    return any(_REGISTER in facts[name].needs for name in rested) or _REGISTER in source


@frozen
class _Search:
    """A report, and what asks the same again."""

    report: Report
    again: Again
    inquiry: Inquiry
    folded: frozenset[str]
    everywhere: frozenset[str] = field(init=False)
    rested: tuple[frozenset[str], ...] = field(init=False)

    @everywhere.default
    def _everywhere(self) -> frozenset[str]:
        """Return the readings that bear on every norm: of force in time, and of what displaces."""
        policy = self.report.policy
        in_time = policy.in_time.inquiry.norms
        displacing = {n.name for n, _ in self.inquiry.norms if getattr(n, "displaces", None)}
        timed = {norm.name for norm, _ in in_time}
        named = displacing | timed
        findings = self.report.findings
        read = {c.name for f in findings if f.norm.name in named for c in f.norm.readings}
        over = self.report.in_force is ForceInTime.EXPIRED
        return (pending_read(policy) if over else frozenset()) | read

    @rested.default
    def _rested(self) -> tuple[frozenset[str], ...]:
        """Return the readings each norm rests on, through the register too."""
        return tuple(
            frozenset(c.name for c in f.norm.readings)
            | (self.folded if _on_register(self.report.policy, f) else frozenset())
            for f in self.report.findings
        )

    def alone(self, way: Choice) -> Hinge:
        """Return what one reading alters, if anything."""
        return self._hinge(way)

    def pair(self, one: Hinge, other: Hinge) -> Iterator[Hinge]:
        """Yield what two readings alter together and neither alters alone."""
        answers = (self.report.answer, one.answer, other.answer)
        if not self._meet(one, other) and self._put_together(one, other) in answers:
            return
        both = self._hinge(*one.read, *other.read)
        if both.answer not in answers:
            yield evolve(both, alters_answer=True)
            return
        known = {_said(d) for d in (*one.findings, *other.findings)}
        new = tuple(d for d in both.findings if _said(d) not in known)
        if new:
            yield evolve(both, alters_answer=False, findings=new)

    def _hinge(self, *ways: Choice) -> Hinge:
        then = self.again.read({way.name: way.option for way in ways})
        altered = tuple(d for d in compare(self.report, then).findings if _alters(d))
        return Hinge(ways, then.answer, then.answer is not self.report.answer, altered, then)

    def _meet(self, one: Hinge, other: Hinge) -> bool:
        """Return whether a norm rests on the readings of both."""
        names = {c.name for c in (*one.read, *other.read)}
        if names & self.everywhere:
            return True
        return any(names <= there for there in self.rested)

    def _put_together(self, one: Hinge, other: Hinge) -> Answer:
        """Return the answer if each norm says what it says under the reading it rests on."""
        findings: dict[_Key, Finding] = {_of(f): f for f in self.report.findings}
        for hinge in (one, other):
            (way,) = hinge.read
            there = {_of(f): f for f in hinge.report.findings}
            for finding, rested in zip(self.report.findings, self.rested, strict=True):
                if way.name in rested:
                    key = _of(finding)
                    findings.pop(key, None)
                    findings |= {key: there[key]} if key in there else {}
        return (answer_of_grounds if self.inquiry.grounds else answer_of)(findings.values())


def _of(finding: Finding) -> _Key:
    return finding.provision, finding.norm.name


def _alters(one: FindingDifference) -> bool:
    """Return whether an outcome is another one, of the norm or of one of its items."""
    if one.before is None or one.after is None:
        return True
    return one.outcome_differs or one.before.outcomes != one.after.outcomes


def _said(one: FindingDifference) -> tuple[Hashable, ...]:
    """Return what a norm comes to after all."""
    after = one.after
    of = None if after is None else (after.outcome, after.outcomes)
    return one.provision, one.clause, of


def _other_text(policy: Policy, report: Report) -> Iterator[Fault]:
    if policy.ledger.text_sha256 != report.policy.ledger.text_sha256:
        zh = f"{report.policy.edition} 的报告应由该政策来问"
        en = f"the report is of {report.policy.edition}; ask that policy"
        yield Fault(FaultKind.INCONSISTENT, "report.policy", zh, en)


_OF_AN_ACT = Fault(
    FaultKind.INCONSISTENT,
    "report",
    "这是就一项行为作出的报告，不问解释的影响；请就 check(…) 的报告来问",
    "this report is about an act, of which hinges are not asked; ask them of a report of check(…)",
)
