"""One candidate of a run: its consortia one after another, and the steps they take."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

import attrs
from attrs import evolve

from innov_consortium.core.case import Dossier, Surroundings
from innov_consortium.core.checking import interpreted
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.consortium import Application
from innov_consortium.core.decide import Standing
from innov_consortium.core.events import Event, Filed
from innov_consortium.core.history import Consortium, History, replay
from innov_consortium.core.known import known_on
from innov_consortium.core.lifecycle import TRANSITIONS, Phase
from innov_consortium.core.placing import progress_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Register
from innov_consortium.core.steps import LIFE, Progress, Stage, Step
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.simulation.population import Candidate
from innov_consortium.simulation.roll import Roll
from innov_consortium.simulation.streams import Stream, stream
from innov_consortium.simulation.ties import ties_of_event

__all__ = ["Life"]

E = TypeVar("E", bound=Event)

_OVER = (Phase.DISMISSED, Phase.ENDED, Phase.ANNULLED)


class Life:
    """A candidate and what has become of it; it is the :class:`Scene` of its behaviour.

    Args:
        policy: The policy.
        seed: The seed of the run.
        index: The candidate's place in its population.
        candidate: The candidate.
        roll: The histories of the run.
        place: The candidate's place in the roll.
    """

    def __init__(
        self, policy: Policy, seed: int, index: int, candidate: Candidate, roll: Roll, place: int
    ) -> None:
        self.index = index
        self.candidate = candidate
        self.attempt = 0
        self.year = 0
        self.day = date.min
        self.given = Surroundings()
        self.done: dict[str, Standing] = {}
        self._policy = policy
        self._seed = seed
        self._ties = candidate.ties
        self._roll = roll
        self._consortium: Consortium | None = None
        self._place = place
        self._name = candidate.name or f"C{index:06d}"
        self.begin()

    # --- what a behaviour sees ----------------------------------------------------------------

    @property
    def policy(self) -> Policy:
        """The policy as it is on the day: with the reforms of that day, as then interpreted."""
        own = self._policy.under(self.day)
        if not self.given.interpretations:
            return own
        return interpreted(own, known_on(self.given, self.day))

    @property
    def application(self) -> Application:
        """What is applied for: as last filed, or else the candidate's own."""
        return self.consortium.application or self.candidate.application

    @property
    def consortium(self) -> Consortium:
        """The consortium as its history has it on the day."""
        if self._consortium is None or self._consortium.on != self.day:
            self._consortium = replay(self.history, self.day)
        return self._consortium

    @property
    def around(self) -> Surroundings:
        """What is known around it, with the register of the day."""
        return evolve(self.given, register=self.register())

    def stream(self, name: str) -> Stream:
        """Return this candidate's stream of a name, in this year."""
        return stream(self._seed, name, self.index, self.year)

    def stage(self, matter: str = "") -> Stage:
        """Return where a matter stands by the policy's table."""
        return self._led().stage(matter)

    def last(self, sort: type[E]) -> E | None:
        """Return the last event of a sort; ``None`` if there is none."""
        return next((e for e in reversed(self.history.events) if isinstance(e, sort)), None)

    def established(self, inquiry: str) -> tuple[str, ...]:
        """Return the provisions of an inquiry into grounds that are established on the day."""
        around = self.around
        known = {a.name: getattr(around, a.name) for a in attrs.fields(Surroundings)}
        dossier = Dossier(history=self.history, **known)
        report = self._policy.check(inquiry, dossier, on=self.day)
        found = (f.provision for f in report if f.norm.some and f.outcome is Outcome.MET)
        return tuple(dict.fromkeys(found))

    # --- what becomes of it -------------------------------------------------------------------

    @property
    def is_over(self) -> bool:
        """Whether its present consortium has come to its end, so that another may begin."""
        return self.phase in _OVER

    def begin(self) -> None:
        """Begin with another consortium, of which nothing has happened yet."""
        self.attempt += 1
        name = self._name if self.attempt == 1 else f"{self._name}-{self.attempt}"
        self.history = History(name)
        self.phase = Phase.PROPOSED
        self._rows: tuple[Step, ...] | None = None
        self._consortium = None

    def learn(self, given: Surroundings) -> None:
        """Take what is known around it from now on; what is dated later is not known before.

        Args:
            given: What is known, without a register.

        Raises:
            InvalidInputError: There is a register in it.
        """
        if given.register != Register.unknown():
            zh, en = "登记簿由历史汇成，不须给出", "is folded from the histories: hand in none"
            raise InvalidInputError([Fault(FaultKind.INCONSISTENT, "known.register", zh, en)])
        self.given = given
        if self.history.events:
            self._roll.put(self._place, self.history, given)

    def might_take(self, step: Step) -> bool:
        """Return whether a step may be open on a later day of the year.

        A reform or an interpretation may bring in a step that the table of today does not have.
        """
        other_table = self._policy.reforms or self.given.interpretations
        return bool(other_table) or self.may_take(step)

    def may_take(self, step: Step) -> bool:
        """Return whether a step may be open today: in this phase, and from this stage of a life."""
        if self.phase not in step.phases:
            return False
        stage = self.stage()
        if step.name not in self._names:
            return False
        return step.path != LIFE or stage.name in step.after or stage.then in step.after

    def is_next(self, step: Step, event: Event) -> bool:
        """Return whether an event takes its matter on from where it stands, on its day."""
        stage = self.stage(event.matter)
        return stage.path in ("", step.path) and stage.at(event.on) in step.after

    def event_of(self, step: Step, said: Mapping[str, Any]) -> Event:
        """Return the event that a step is on this day.

        Args:
            step: The step.
            said: The fields a behaviour says.

        Raises:
            InvalidInputError: It says what such an event has no field for, or a value that it
                cannot have.
        """
        fields: dict[str, Any] = {"by": self._actor(step)}
        variants = step.variants
        if len(variants) == 1:
            fields.update(variants[0])
        if issubclass(step.event, Filed):
            application = evolve(self.candidate.application, filed_on=self.day)
            others = frozenset(unit.key for unit in application.participants)
            fields.update(application=application, co_applicants=others)
        unknown = said.keys() - {a.name for a in attrs.fields(step.event)}
        if unknown:
            raise InvalidInputError(_unknown(step, name) for name in sorted(unknown))
        event = step.event(**{**fields, "on": self.day, **said})
        self._declared(event)
        return event

    def happen(self, events: tuple[Event, ...]) -> None:
        """Add what has been granted to the history."""
        progress = self._led()
        for event in events:
            led_to = None if event.move is None else TRANSITIONS[self.phase].get(event.move)
            progress.take(event, moved=led_to is not None, phase=self.phase)
            self.phase = led_to or self.phase
        self.history = self.history.add(*events)
        self._consortium = None
        self._roll.put(self._place, self.history, self.given)

    def register(self) -> Register:
        """Return the register of the others as it stands on the day."""
        return self._roll.register_for(self._place, self.day, but=self.history.consortium)

    def barred(self) -> bool | None:
        """Return whether its lead is barred on the day, as the policy's register has it.

        That is the register of all but its own consortium while that lives.
        """
        if self._policy.bars is None:
            return None
        but = "" if self.is_over else self.history.consortium
        folded = self._roll.register_for(self._place, self.day, but)
        lead = self.application.lead.legal_person
        if any(bar.unit == lead and bar.binds_on(self.day) for bar in folded.bars):
            return True
        return None if folded.complete_to is None else False

    def _led(self) -> Progress:
        """Return where every matter stands; led on anew where the table is another one today."""
        policy = self.policy
        if policy.rows is not self._rows:
            self._rows = policy.rows
            self._names = frozenset(step.name for step in policy.rows)
            self._progress = progress_of(policy, self.consortium)
        return self._progress

    def _actor(self, step: Step) -> str | None:
        if step.actor is None:
            return None
        actor = self._policy.actor(step.actor)
        if actor.names:
            return actor.names[0]
        return None if actor.party is None else self.application.lead.name

    def _declared(self, event: Event) -> None:
        """Raise if an event brings in a unit or a person that is not among the candidate's own."""
        if not ties_of_event(event) <= self._ties:
            zh = "涉及候选人没有列明的单位或人员；可能加入、继任的须事先列入 others"
            en = "brings in a unit or a person that the candidate does not name; list who may join"
            path = f"population[{self.index}].others"
            raise InvalidInputError([Fault(FaultKind.INCONSISTENT, path, zh, en)])


def _unknown(step: Step, name: str) -> Fault:
    known = ", ".join(a.name for a in attrs.fields(step.event))
    zh = f"{step.event.tag} 没有这一项；有：{known}"
    en = f"{step.event.tag} has no such field; there are: {known}"
    return Fault(FaultKind.INVALID_VALUE, f"behaviour.turns[{step.name}].says.{name}", zh, en)
