"""Answering from a life: what state it has come to, and whether what happened was lawful."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from attrs import evolve, frozen

from innov_consortium.core.auditing import Audited, audit
from innov_consortium.core.changes import Change
from innov_consortium.core.checking import derived, interpreted
from innov_consortium.core.decide import Standing
from innov_consortium.core.events import (
    ApplicationWithdrawn,
    Ended,
    ObjectionDecided,
    ObjectionRaised,
)
from innov_consortium.core.history import Consortium, replay
from innov_consortium.core.judging import ORDER
from innov_consortium.core.known import known_on
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.placing import progress_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Count, Role
from innov_consortium.core.report import Answer, Finding, Report
from innov_consortium.core.sources import ForceInTime
from innov_consortium.testing.cases.asked import Question
from innov_consortium.testing.cases.following import readings_of
from innov_consortium.testing.cases.got import Got
from innov_consortium.testing.cases.lives import Life

__all__ = ["Replayed", "state_of", "values_of"]

_PHASES = {
    Phase.RECOGNISED: "active",
    Phase.ENDED: "revoked",
    Phase.ANNULLED: "annulled",
}


@frozen
class Replayed:
    """A life on a day, with what was lawful of it.

    Args:
        life: The life.
        policy: The policy asked.
        consortium: What the life comes to on the day.
        audited: The acts the case tells of, each with whether it was lawful.
    """

    life: Life
    policy: Policy
    consortium: Consortium
    audited: tuple[Audited, ...]

    @classmethod
    def of(cls, life: Life, policy: Policy, day: date) -> Replayed:
        """Replay a life to a day."""
        dossier = life.dossier
        acts = audit(policy, dossier.history, day, dossier)
        told = tuple(a for a in acts if life.sources[a.index])
        return cls(life, policy, replay(dossier.history, day), told)

    @property
    def refused(self) -> Audited | None:
        """The first act the law does not allow; ``None`` if it allows all, or may."""
        unlawful = (a for a in self.audited if a.standing is Standing.REFUSED)
        return next(unlawful, None)

    @property
    def because(self) -> tuple[str, ...]:
        """The act that is refused, and why."""
        act = self.refused
        if act is None:
            return ()
        named = f"{self.life.sources[act.index]}: {act.event.tag} on {act.event.on}"
        if act.report.answer is Answer.NO_BASIS:
            return (named, f"the text is {act.report.in_force.value} on that day")
        return (named, *(_said(f) for f in act.because))

    @property
    def answers(self) -> tuple[str, ...]:
        """The answer: what is refused, or else the state."""
        act = self.refused
        if act is None:
            return state_of(self.policy, self.life, self.consortium)
        if act.report.answer is Answer.NO_BASIS:
            return ("refused", "refused_no_basis")
        blocked = any(f.provision == "art6.item3.s2b" for f in act.because)
        return ("refused", "blocked_at_district") if blocked else ("refused",)

    @property
    def values(self) -> dict[str, object]:
        """What can be said of the consortium on the day, by name."""
        return values_of(self.policy, self.life, self.consortium)

    def got(
        self,
        question: Question,
        report: Report,
        answers: Iterable[str],
        values: Mapping[str, object],
    ) -> Got:
        """Return what was answered.

        Args:
            question: The question.
            report: The report it was answered from.
            answers: The answer, and other words in which it is as right.
            values: Values beside those of the consortium.
        """
        first, *rest = answers
        readings = {c.name: c for c in report.readings}
        readings |= {c.name: c for f in report.findings for c in f.norm.readings}
        if "bar_last_day" in values:
            readings |= {c.name: c for c in readings_of(report.policy, report.policy.bars)}
        return Got(
            question=question,
            report=evolve(report, readings=tuple(readings.values())),
            members=self.life.cast.roster.application.members,
            answer=first,
            also=frozenset(rest),
            values={**self.values, **values},
            because=self.because if first in ("refused", "violation") else (),
            left_out=self.life.left_out,
        )


def _said(finding: Finding) -> str:
    items = "、".join(_named(i.item) for i in finding.items)
    counted = [f"{k}: {', '.join(v.counted)}" for k, v in finding.facts.items() if _counts(v)]
    what = "; ".join((*counted, *([items] if items else ())))
    said = f"{finding.provision} {finding.norm.name} {finding.outcome.value}"
    if finding.norm.name == ORDER:
        what = f"missing: {finding.facts['step']}"
    return f"{said} ({what})" if what else said


def _named(item: object) -> str:
    """Return what an item is called; of a change its id, because it may speak of persons."""
    return str(getattr(item, "name", None) or getattr(item, "id", item))


def _counts(value: object) -> bool:
    return isinstance(value, Count) and bool(value.counted)


def state_of(policy: Policy, life: Life, consortium: Consortium) -> tuple[str, ...]:
    """Return the state of a consortium in the words of the format."""
    settled = interpreted(policy, known_on(life.dossier, consortium.on))
    if consortium.phase is Phase.DISMISSED:
        withdrawn = consortium.last(ApplicationWithdrawn) is not None
        return ("withdrawn",) if withdrawn else ("application_refused",)
    if consortium.phase is not Phase.PROPOSED:
        lapsed = consortium.phase is Phase.RECOGNISED and _lapsed(settled, life, consortium)
        return ("lapsed",) if lapsed else (_PHASES[consortium.phase],)
    stage = progress_of(settled, consortium).stage().at(consortium.on)
    state = "not_started" if stage == "start" else stage
    return (state, "objection_open") if _open_objection(consortium) else (state,)


def _lapsed(policy: Policy, life: Life, consortium: Consortium) -> bool:
    """Return whether the status has ended with the text, as that is read: nobody is a member."""
    if policy.in_force(consortium.on) is not ForceInTime.EXPIRED:
        return False
    held = derived(policy, "memberships", consortium, life.dossier) or ()
    return bool(held) and not any(m.on(consortium.on) for m in held)


def _open_objection(consortium: Consortium) -> bool:
    decided = {e.objection for e in consortium.all(ObjectionDecided)}
    return any(e.objection not in decided for e in consortium.all(ObjectionRaised))


def values_of(policy: Policy, life: Life, consortium: Consortium) -> dict[str, object]:
    """Return what can be said of a consortium on a day, by the names a case gives it."""
    day = consortium.on
    settled = interpreted(policy, known_on(life.dossier, day))
    found: dict[str, object] = {"status": state_of(policy, life, consortium)[0]}
    if consortium.recognised_on is not None:
        on = consortium.recognised_on.isoformat()
        found |= dict.fromkeys(("established_on", "approved_on", "recognised_on"), on)
    ended = consortium.ended_by
    if ended is not None:
        found["revoked_on"] = ended.on.isoformat()
        if isinstance(ended, Ended) and ended.grounds:
            found |= {"ground": ended.grounds[0], "grounds": list(ended.grounds)}
    held = derived(settled, "memberships", consortium, life.dossier) or ()
    current = [m for m in held if m.on(day)]
    participants = [m for m in current if m.role is Role.PARTICIPANT]
    if consortium.recognised_on is None:
        return found
    found |= dict.fromkeys(("participants", "current_participants"), len(participants))
    for change in consortium.changes:
        found |= _of_a_change(change, [m for m in held if m.unit.key == change.unit], day)
    found["participant_names"] = [m.unit.name for m in participants]
    found |= {"members": len(current), "member_names": [m.unit.name for m in current]}
    return found


def _of_a_change(change: Change, held: list[Any], day: date) -> dict[str, object]:
    """Return what can be said of a change, and of the unit it is about."""
    days = {"change_approved_on": change.approved_on, "executed_on": change.executed_on}
    days["reported_on"] = change.reported_on
    found: dict[str, object] = {k: d.isoformat() for k, d in days.items() if d is not None}
    for membership in held:
        unit, ended_on = membership.unit, membership.ended_on
        found |= dict.fromkeys(("name", "unit_name", "current_name"), unit.name)
        found |= {"unit_id": unit.id.value, "still_member": membership.on(day)}
        if ended_on is not None:
            found |= dict.fromkeys(("exited_on", "exit_effective_on"), ended_on.isoformat())
    return found
