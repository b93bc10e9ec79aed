"""Whether an act is lawful: its place in the procedure, who acts, and what the text asks of it.

One judgement serves both directions in time: :mod:`innov_consortium.core.decide` asks it of an act
that is about to happen, :mod:`innov_consortium.core.auditing` of one that did.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from attrs import evolve, frozen

from innov_consortium.core.asking import ask
from innov_consortium.core.case import Dossier, Surroundings
from innov_consortium.core.checking import (
    asked_on,
    departures_of,
    entities_of,
    force_in_time,
    interpreted,
    marks_of,
    pending_plan,
    plan_for,
    plan_of,
    rested_on,
)
from innov_consortium.core.clauses import Clause, Force, Judgement, Outcome
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Event
from innov_consortium.core.history import Consortium, History
from innov_consortium.core.inquiries import Coverage
from innov_consortium.core.known import known_on
from innov_consortium.core.placing import in_phase, names_of, step_of
from innov_consortium.core.plan import Plan
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Finding, Missing, Norm, Report, answer_of, best
from innov_consortium.core.sources import ForceInTime
from innov_consortium.core.steps import Progress, Step
from innov_consortium.core.usability import case_faults, interpretation_faults
from innov_consortium.errors import InvalidInputError

__all__ = ["ACTOR", "ORDER", "PHASE", "VARIANT", "Matter", "usable"]

#: Names of what is asked of every act beside its guards: its order, the phase, who acts, and,
#: where an act does not say enough to tell, which step it is. Only its order may give way.
ORDER = "step_order"
PHASE = "step_phase"
ACTOR = "step_actor"
VARIANT = "step_variant"

_OPEN = (Outcome.DEPARTS_FROM_PRINCIPLE, Outcome.UNKNOWN, Outcome.NEEDS_JUDGEMENT)
_GIVES_WAY = (Outcome.NOT_MET, Outcome.UNKNOWN)
_NOT_THERE = (Outcome.NOT_MET, Outcome.NOT_APPLICABLE)
_NOT_ESTABLISHED = (*_NOT_THERE, Outcome.UNKNOWN, Outcome.NEEDS_JUDGEMENT)


def usable(
    policy: Policy,
    given: Surroundings,
    on: date,
    events: Iterable[Event],
    act: Event | None = None,
) -> None:
    """Raise unless what is given, and an act, speak only of what the policy knows.

    Args:
        policy: The policy.
        given: What is known around the consortium.
        on: The day.
        events: The events of the consortium, whose changes may be spoken of.
        act: What is about to happen, if anything.

    Raises:
        InvalidInputError: They speak of something else; every fault is told.
    """
    faults = interpretation_faults(policy, given)
    own = policy.under(on)
    settled = own if faults else interpreted(own, known_on(given, on))
    faults += case_faults(settled, given, events if act is None else (*events, act))
    if act is not None:
        alone = Dossier(history=History(act.consortium or "—", (act,)))
        faults += [
            evolve(f, path=f.path.replace("events[0]", "act", 1))
            for f in case_faults(settled, alone)
        ]
    if faults:
        raise InvalidInputError(faults)


@frozen(kw_only=True)
class Matter:
    """An act, and everything it is judged by.

    Args:
        policy: The policy.
        consortium: The consortium as it was before the act.
        act: The act.
        given: What is known around it.
        progress: Where every matter stood before the act.
        row: The row it is judged by; ``None`` for the one that fits where things stand.
    """

    policy: Policy
    consortium: Consortium
    act: Event
    given: Surroundings
    progress: Progress
    row: Step | None = None

    @property
    def outside(self) -> bool:
        """Whether the text has no step at all for such an act, such as a court's.

        What is encoded in part only may well have one that is not encoded.
        """
        encoded = self.policy.coverage is Coverage.COMPLETE
        return encoded and self.row is None and not self.progress.sorts(self.act)

    def report(self) -> Report:
        """Return what the text makes of the act, norm by norm, on the day it is dated."""
        on = self.act.on
        known = known_on(self.given, on)
        policy = interpreted(self.policy.under(on), known)
        row = step_of(policy, self.consortium, self.act, self.progress, self.row)
        in_force, force = force_in_time(policy, on)
        entities = entities_of(policy, known, on, self.consortium, self.act)
        rested = _grounds(policy, row, entities)
        if rested:
            grounds = _together(rested)
            entities = entities_of(policy, known, on, self.consortium, self.act, grounds)
        plans: tuple[Plan, ...] = (plan_of(policy, policy.in_time.inquiry),)
        found: list[Finding] = []
        answer = Answer.NO_BASIS
        name = self.act.tag if row is None else row[0].name
        pending, settled = self._pending(policy, in_force, entities)
        if row is not None and (in_force not in _NO_BASIS or settled):
            step, missing = row
            plan = _plan(policy, step, with_asked=entities[0] is not None)
            departures = departures_of(policy, known)
            found = list(ask(plan, entities, departures))
            asked = step.asks if entities[0] is not None else ()
            beside, more = asked_on(policy, on, asked, entities, departures)
            found = _screened([*found, *more], policy, step)
            found += self._around(policy, step, missing, entities[0])
            found += _shown(rested, self.act)
            found = _displaced(found, step)
            answer = answer_of(found)
            if in_force is ForceInTime.UNKNOWN and answer is Answer.MET:
                answer = Answer.OPEN
            if step.rests_on:
                plans = (plan_of(policy, policy.inquiry(step.rests_on)), *plans)
            plans = (plan, *beside, *self._pending_plan(policy, pending), *plans)
        elif row is None and in_force not in _NO_BASIS and not self.outside:
            found = list(self._unclear(policy))
            partial = policy.coverage is Coverage.PARTIAL
            answer = Answer.OPEN if found or partial else Answer.NO_BASIS
        findings = sorted((*found, *force, *pending), key=lambda f: f.norm.rank)
        return Report(
            policy=policy,
            inquiry=name,
            on=on,
            in_force=in_force,
            answer=answer,
            findings=tuple(findings),
            marks=marks_of(policy, on),
            readings=rested_on(policy, plans),
        )

    def _unclear(self, policy: Policy) -> Iterator[Finding]:
        """Return that nobody says which of several rows an act belongs to."""
        for step in self.progress.sorts(self.act):
            unknown = [name for name, _ in step.where if getattr(self.act, name) is None]
            if unknown:
                gaps = tuple(Missing(name, f"act.{name}") for name in unknown)
                norm = _norm(policy, step.provision, VARIANT, ("step",))
                yield Finding(norm, Outcome.UNKNOWN, (step.name,), gaps)
                return

    def _pending(
        self, policy: Policy, in_force: ForceInTime, entities: tuple[Any, ...]
    ) -> tuple[tuple[Finding, ...], bool]:
        """Return whether the text lets a matter be finished that was begun while in force."""
        plan = pending_plan(policy)
        repealed = policy.in_time.is_repealed(self.act.on)  # which is no expiry
        if in_force is not ForceInTime.EXPIRED or plan is None or repealed:
            return (), False
        found = ask(plan, entities, {})
        return found, any(f.outcome is Outcome.MET for f in found)

    def _pending_plan(self, policy: Policy, found: tuple[Finding, ...]) -> tuple[Plan, ...]:
        plan = pending_plan(policy)
        return () if not found or plan is None else (plan,)

    def _around(
        self,
        policy: Policy,
        step: Step,
        missing: tuple[Step, ...] | None,
        application: Application | None,
    ) -> Iterator[Finding]:
        """Return what is asked of every act beside its guards."""
        now = self.progress.stage(self.act.matter)
        stage = now.at(self.act.on)
        undated = now.until is None and now.then in step.after
        if missing is None and undated and in_phase(step, self.consortium, self.act):
            gap = (Missing("stage", "history.until"),)  # nobody says how long its window is
            yield _finding(policy, step, ORDER, Outcome.UNKNOWN, (step.name, stage), gap)
        elif not in_phase(step, self.consortium, self.act):
            yield _finding(policy, step, PHASE, Outcome.NOT_MET, (step.name, stage))
        elif missing is None:
            yield _finding(policy, step, ORDER, Outcome.NOT_MET, (step.name, stage))
        elif not missing:
            yield _finding(policy, step, ORDER, Outcome.MET, (step.name, stage))
        else:
            for one in missing:
                names = _either(policy, one)
                yield _finding(policy, one, ORDER, Outcome.NOT_MET, (names, stage))
        if step.actor is not None:
            yield from self._acted(policy, step)
        if application is None:
            yield from _unasked(policy, step)

    def _acted(self, policy: Policy, step: Step) -> Iterator[Finding]:
        """Return whether whoever takes the step is the one who has to."""
        actor, by = policy.actor(step.actor or ""), self.act.by
        names = names_of(policy, actor, self.consortium, self.given, self.act)
        if names == ():
            return
        values = (actor.role, by)
        if by is None or names is None:
            gap = Missing("by", "act.by") if by is None else Missing("application", "application")
            yield _finding(policy, step, ACTOR, Outcome.UNKNOWN, values, (gap,))
            return
        outcome = Outcome.MET if by in names else Outcome.NOT_MET
        yield _finding(policy, step, ACTOR, outcome, values)


def _either(policy: Policy, step: Step) -> str | tuple[str, ...]:
    """Return the name of a step, or those of the steps that lead to the same stage instead."""
    same = (step.path, step.after, step.to)
    names = tuple(s.name for s in policy.rows if (s.path, s.after, s.to) == same)
    return names if len(names) > 1 else step.name


def _grounds(
    policy: Policy, row: tuple[Step, Any] | None, entities: tuple[Any, ...]
) -> tuple[Finding, ...]:
    """Return what is found of the grounds an act may rest on."""
    if row is None or not row[0].rests_on:
        return ()
    return ask(plan_of(policy, policy.inquiry(row[0].rests_on)), entities, {})


def _together(found: tuple[Finding, ...]) -> dict[str, Outcome]:
    """Return what each provision's grounds come to: one suffices."""
    by_provision: dict[str, list[Outcome]] = {}
    for finding in found:
        if finding.norm.some:
            by_provision.setdefault(finding.provision, []).append(finding.outcome)
    return {provision: best(outcomes) for provision, outcomes in by_provision.items()}


def _shown(found: tuple[Finding, ...], act: Event) -> list[Finding]:
    """Return the grounds to be shown beside an act: those it cites and those that are there.

    Of an act that cites none, those that may be there as well.
    """
    cited = getattr(act, "grounds", None) or ()
    quiet = _NOT_ESTABLISHED if cited else _NOT_THERE
    return [
        evolve(f, norm=evolve(f.norm, combines=False))
        for f in found
        if f.norm.some and (f.provision in cited or f.outcome not in quiet)
    ]


_NO_BASIS = (ForceInTime.NOT_YET, ForceInTime.EXPIRED)


def _plan(policy: Policy, step: Step, *, with_asked: bool) -> Plan:
    norms: list[tuple[Clause[...] | Judgement, bool]] = [(g, True) for g in step.guards]
    notes = [*step.notes, *([] if step.special is None else [step.special])]
    if with_asked:
        for name in step.asks:
            norms += policy.inquiry(name).norms
    norms += [(n, False) for n in notes if all(n is not other for other, _ in norms)]
    return plan_for(policy, ("step", step.name, with_asked), norms)


def _screened(found: list[Finding], policy: Policy, step: Step) -> list[Finding]:
    """Return the findings with those passed over that a later step is there to settle."""
    if not step.screening:
        return found
    asked = {n.provision for name in step.asks for n, _ in policy.inquiry(name).norms}
    return [
        evolve(f, norm=evolve(f.norm, combines=False))
        if f.norm.combines and (f.norm.source or f.provision in asked) and f.outcome in _OPEN
        else f
        for f in found
    ]


def _displaced(found: list[Finding], step: Step) -> list[Finding]:
    """Return the findings with those giving way that something else displaces."""
    ranges = [r for f in found if f.outcome is Outcome.MET for r in f.norm.displaces]
    return [
        evolve(f, outcome=Outcome.CASE_BY_CASE)
        if f.norm.name == ORDER
        and f.values[0] != step.name  # that it is missing gives way, not that it comes again
        and f.outcome in _GIVES_WAY
        and any(first <= f.norm.rank <= last for first, last in ranges)
        else f
        for f in found
    ]


def _finding(
    policy: Policy,
    step: Step,
    name: str,
    outcome: Outcome,
    values: tuple[Any, ...],
    missing: tuple[Missing, ...] = (),
) -> Finding:
    facts = ("role", "by") if name == ACTOR else ("step", "stage")
    return Finding(_norm(policy, step.provision, name, facts), outcome, values, missing)


def _norm(policy: Policy, provision: str, name: str, facts: tuple[str, ...]) -> Norm:
    rank = policy.ledger.rank(provision)
    return Norm(provision, name, Force.MANDATORY, True, None, facts, (), (), name, rank)  # noqa: FBT003 - a norm combines


def _unasked(policy: Policy, step: Step) -> Iterator[Finding]:
    """Return that conditions cannot be asked because nobody says what is applied for."""
    for name in step.asks:
        chapeau = policy.inquiry(name).chapeau or step.provision
        norm = _norm(policy, chapeau, "application_known", ("application",))
        missing = (Missing("application", "application"),)
        yield Finding(norm, Outcome.UNKNOWN, (None,), missing)
