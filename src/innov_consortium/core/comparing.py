"""How two reports on one question differ."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Generic, TypeVar

from attrs import frozen

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.numbers import Number, numbers_of
from innov_consortium.core.readings import Choice
from innov_consortium.core.report import Answer, Finding, ItemFinding, Mark, Report
from innov_consortium.core.sorts import check_sorts
from innov_consortium.core.sources import ForceInTime
from innov_consortium.core.turning import Turn
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = ["Comparison", "Differing", "FindingDifference", "compare", "other_text"]

T = TypeVar("T")

#: The fact that is the day asked about: that it differs is said once, by the days.
_DAY = "day"

_NUMBER = re.compile(r"(\d+)", re.ASCII)


@frozen
class Differing(Generic[T]):
    """Something that is not the same in two reports.

    Args:
        name: Its name.
        before: What it is in the first report.
        after: What it is in the second.
    """

    name: str
    before: T
    after: T


@frozen
class FindingDifference:
    """A norm of which two reports do not say the same.

    Args:
        provision: The provision it is the meaning of.
        clause: Its name.
        before: What the first report finds; ``None`` where it does not ask the norm.
        after: What the second one finds; ``None`` where it does not ask the norm.
        facts: The facts compared whose values differ; none where only one report asks the norm.
        items: The items of which not the same is found, by their paths in the input.
    """

    provision: str
    clause: str
    before: Finding | None
    after: Finding | None
    facts: tuple[Differing[Any], ...] = ()
    items: tuple[Differing[ItemFinding | None], ...] = ()

    @property
    def outcomes(self) -> tuple[Outcome | None, Outcome | None]:
        """The outcome before and after; ``None`` where the norm is not asked."""
        return _outcome(self.before), _outcome(self.after)

    @property
    def outcome_differs(self) -> bool:
        """Whether the outcome differs, or the norm is asked in one report only."""
        before, after = self.outcomes
        return before is not after


@frozen(kw_only=True)
class Comparison:
    """How two reports on one question differ. The days alone are no difference.

    Args:
        before: The first report.
        after: The second report.
        findings: The norms of which they do not say the same, in the order of the law.
        readings: The readings that either rests on and that are settled otherwise.
        numbers: The figures that differ.
        lost: The marks that only the first one has.
        gained: The marks that only the second one has.
    """

    before: Report
    after: Report
    findings: tuple[FindingDifference, ...]
    readings: tuple[Differing[Choice | None], ...]
    numbers: tuple[Differing[Number | None], ...]
    lost: tuple[Mark, ...]
    gained: tuple[Mark, ...]

    @property
    def inquiry(self) -> str:
        """The question both are about."""
        return self.after.inquiry

    @property
    def days(self) -> tuple[date, date]:
        """The days asked about."""
        return self.before.on, self.after.on

    @property
    def answers(self) -> tuple[Answer, Answer]:
        """The answer before and after."""
        return self.before.answer, self.after.answer

    @property
    def in_force(self) -> tuple[ForceInTime, ForceInTime]:
        """Whether the text is in force, before and after."""
        return self.before.in_force, self.after.in_force

    @property
    def altered(self) -> tuple[FindingDifference, ...]:
        """The norms whose outcome differs."""
        return tuple(f for f in self.findings if f.outcome_differs)

    @property
    def answer_differs(self) -> bool:
        """Whether the answer differs."""
        return self.before.answer is not self.after.answer

    @property
    def nothing_differs(self) -> bool:
        """Whether nothing differs but, perhaps, the day asked about."""
        parts = (self.findings, self.readings, self.numbers, self.lost, self.gained)
        same_force = self.before.in_force is self.after.in_force
        return same_force and not self.answer_differs and not any(parts)

    @property
    def turn(self) -> Turn | None:
        """The day from which the answer had to be that of the second report anyhow, with why.

        ``None`` if the answer is the same or another one than was to come by itself, or if it was
        to come on an earlier day by a provision whose norms did not alter.
        """
        turn = self.before.turn if self.answer_differs else None
        if turn is None or turn.day > self.after.on or turn.answer is not self.after.answer:
            return None
        altered = {f.provision for f in self.altered}
        seen = turn.day == self.after.on or any(r.provision in altered for r in turn.reasons)
        return turn if seen else None


def compare(before: Report, after: Report) -> Comparison:
    """Return how two reports on one question differ.

    They may be of two days, or of one day under other readings, other numbers, another publication,
    or of a case that was changed.

    Args:
        before: The first report.
        after: The second report.

    Raises:
        InvalidInputError: They answer two inquiries, or are of two texts.
    """
    check_sorts(before=(before, Report), after=(after, Report))
    faults = [*_other_inquiry(before, after), *other_text("after.policy", before, after)]
    if faults:
        raise InvalidInputError(faults)
    return Comparison(
        before=before,
        after=after,
        findings=tuple(_findings(before, after)),
        readings=tuple(_readings(before, after)),
        numbers=tuple(_numbers(before, after)),
        lost=tuple(m for m in before.marks if m not in after.marks),
        gained=tuple(m for m in after.marks if m not in before.marks),
    )


# --- what differs ---------------------------------------------------------------------------------


def _outcome(finding: Finding | None) -> Outcome | None:
    return None if finding is None else finding.outcome


def _findings(before: Report, after: Report) -> Iterator[FindingDifference]:
    first = _numbered(before.findings, lambda f: (f.provision, f.norm.name))
    second = _numbered(after.findings, lambda f: (f.provision, f.norm.name))
    found = {**second, **first}
    for key in sorted(found, key=lambda key: (found[key].norm.rank, key)):
        (provision, clause), _ = key
        one, other = first.get(key), second.get(key)
        if one is None or other is None:
            yield FindingDifference(provision, clause, one, other)
        elif _said(one, before.on) != _said(other, after.on):
            days = (before.on, after.on)
            facts, items = _facts(one, other, days), _items(one, other, days)
            yield FindingDifference(provision, clause, one, other, tuple(facts), tuple(items))


def _numbered(several: Iterable[T], key: Callable[[T], Any]) -> Mapping[tuple[Any, int], T]:
    """Return things by what tells them apart, and a number where that is the same."""
    found: dict[tuple[Any, int], T] = {}
    times: dict[Any, int] = {}
    for one in several:
        same = key(one)
        times[same] = times.get(same, -1) + 1
        found[same, times[same]] = one
    return found


def _said(finding: Finding, day: date) -> tuple[Any, ...]:
    """Return all that a finding says, but for the day asked about."""
    items = [(_who(i), _item_said(finding, i, day)) for i in finding.items]
    return (*_item_said(finding, finding, day), finding.norm.force, finding.outcomes, items)


def _item_said(finding: Finding, one: Finding | ItemFinding, day: date) -> tuple[Any, ...]:
    values = [
        None if name == _DAY and value == day else value
        for name, value in zip(finding.norm.facts, one.values, strict=False)
    ]
    return one.outcome, values, one.missing, one.decided_by


def _facts(one: Finding, other: Finding, days: tuple[date, date]) -> Iterator[Differing[Any]]:
    there = other.facts
    for name, value in one.facts.items():
        asked_about = name == _DAY and (value, there.get(name)) == days
        if name in there and value != there[name] and not asked_about:
            yield Differing(name, value, there[name])


def _items(
    one: Finding, other: Finding, days: tuple[date, date]
) -> Iterator[Differing[ItemFinding | None]]:
    first, second = _numbered(one.items, _who), _numbered(other.items, _who)
    there = {**second, **first}
    for key in sorted(there, key=lambda key: (_counted(there[key].path), str(key))):
        own, others = first.get(key), second.get(key)
        if own is None or others is None:
            yield Differing(there[key].path, own, others)
        elif _item_said(one, own, days[0]) != _item_said(other, others, days[1]):
            yield Differing(own.path, own, others)


def _counted(path: str) -> list[str | int]:
    """Return a path so that listings[2] comes before listings[10]."""
    return [int(part) if part.isdigit() else part for part in _NUMBER.split(path)]


def _who(item: ItemFinding) -> Any:
    """Return what tells an item from others: its key, where it has one, else its path."""
    key = getattr(item.item, "key", None)
    return item.path if key is None else key


def _readings(before: Report, after: Report) -> Iterator[Differing[Choice | None]]:
    first = {c.name: c for c in before.policy.readings}
    second = {c.name: c for c in after.policy.readings}
    rested_on = {c.name for report in (before, after) for c in report.readings}
    for name in {**first, **second}:
        one, other = first.get(name), second.get(name)
        if name in rested_on and one != other:
            yield Differing(name, one, other)


def _numbers(before: Report, after: Report) -> Iterator[Differing[Number | None]]:
    first = {n.name: n for n in numbers_of(before.policy.numbers)}
    second = {n.name: n for n in numbers_of(after.policy.numbers)}
    for name in {**first, **second}:
        one, other = first.get(name), second.get(name)
        if one != other:
            yield Differing(name, one, other)


# --- what cannot be compared ----------------------------------------------------------------------


def _other_inquiry(before: Report, after: Report) -> Iterator[Fault]:
    if before.inquiry != after.inquiry:
        zh, en = "请用同一询问的报告比较", "compare with a report of the same question"
        if before.again is not None:  # of check(), not of an act
            zh = f"请用 check({before.inquiry!r}, …) 的报告比较"
            en = f"compare with a report of check({before.inquiry!r}, …)"
        yield Fault(
            FaultKind.INCONSISTENT,
            "after.inquiry",
            f"{after.inquiry!r} 与前一份的 {before.inquiry!r} 不是同一询问；"
            f"{zh}，不同询问并列请用 Timeline",
            f"{after.inquiry!r} is another question than {before.inquiry!r} before; {en}, or put"
            " both side by side in a Timeline",
        )


def other_text(path: str, one: Report, other: Report) -> Iterator[Fault]:
    """Yield the fault that a second report, found at a path, is of another text than the first."""
    texts = [(r.policy.code, r.policy.ledger.text_sha256) for r in (one, other)]
    if texts[0] != texts[1]:
        yield Fault(
            FaultKind.INCONSISTENT,
            path,
            f"{other.policy.edition} 与 {one.policy.edition} 不是同一文本；只能比较同一文本的报告，"
            "其解释、数字、公布日期可以不同",
            f"{other.policy.edition} is another text than {one.policy.edition}; only reports of one"
            " text can be compared, under whatever readings, numbers and publication",
        )
