"""A population living under a policy, year by year: every act is decided by the policy."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from innov_consortium.core.case import Surroundings
from innov_consortium.core.decide import Decision, Deferred, Granted, Refused, Standing, decide
from innov_consortium.core.events import Event, ResultAnnulled, ResultCorrected, ResultNotified
from innov_consortium.core.history import History
from innov_consortium.core.policy import Policy
from innov_consortium.core.sorts import check_sorts
from innov_consortium.core.steps import Step
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.simulation.behaviour import Behaviour, Turn, behaviour_faults
from innov_consortium.simulation.life import Life
from innov_consortium.simulation.outcomes import Held, Row
from innov_consortium.simulation.population import Candidate
from innov_consortium.simulation.reading import reads
from innov_consortium.simulation.roll import Roll

__all__ = ["Simulation", "Watch"]

#: Told of an act that was tried: whose, which, what was known around it, what was decided.
Watch: TypeAlias = Callable[[Life, Event, Surroundings, Decision], None]

_NOBODY: Mapping[int, Watch] = MappingProxyType({})


class Simulation:
    """Candidates that live under a policy, as far as they have come.

    Days of one year come in their order, whosesoever they are: who is approved first is in the
    register for all who come after. On one day the earlier turn comes first, then the earlier
    candidate.

    Args:
        policy: The policy, with what is known or supposed of its publication.
        candidates: The candidates, by their places in the population.
        behaviour: What people do.
        seed: The seed of every stream.
        watch: Who is told of every act tried, by the place of the candidate that tries it.

    Raises:
        InvalidInputError: The behaviour takes steps that the policy's table does not have.
    """

    def __init__(
        self,
        policy: Policy,
        candidates: dict[int, Candidate],
        behaviour: Behaviour,
        seed: int,
        watch: Mapping[int, Watch] = _NOBODY,
    ) -> None:
        check_sorts(policy=(policy, Policy), behaviour=(behaviour, Behaviour), seed=(seed, int))
        faults = tuple(behaviour_faults(policy, behaviour))
        if faults:
            raise InvalidInputError(faults)
        steps = {step.name: step for step in policy.steps}
        self._turns = [(turn, steps[turn.step]) for turn in behaviour.turns]
        self._with_register = frozenset(
            step.name for _, step in self._turns if reads(policy, step, "register")
        )
        self._policy = policy
        self._behaviour = behaviour
        self._watch = watch
        self._roll = Roll(policy, (one.ties for one in candidates.values()))
        self._lives = [
            Life(policy, seed, index, candidate, self._roll, place)
            for place, (index, candidate) in enumerate(candidates.items())
        ]
        self._same: dict[tuple[str, ...], tuple[str, ...]] = {}

    @property
    def scenes(self) -> tuple[Life, ...]:
        """The candidates as a behaviour sees them."""
        return tuple(self._lives)

    def histories(self, place: int) -> tuple[History, ...]:
        """Return the histories of a candidate's consortia, in the order in which they began.

        Args:
            place: Its place among the candidates of this simulation.
        """
        return self._roll.histories(place)

    def step(self, year: int) -> tuple[Row, ...]:
        """Let a year pass, and return what came of every candidate, in their order.

        Args:
            year: The year, after those that have passed.

        Raises:
            InvalidInputError: A behaviour names a day of another year or goes back in time, or says
                something that cannot be.
        """
        held: list[list[Held]] = [[] for _ in self._lives]
        taken: list[list[str]] = [[] for _ in self._lives]
        queue: list[tuple[date, int, int, Iterator[tuple[date, int]]]] = []
        for place, life in enumerate(self._lives):
            going_on = self._year(life, year, taken[place], held[place])
            for day, n in going_on:
                queue.append((day, n, place, going_on))
                break
        heapq.heapify(queue)
        while queue:
            _, _, place, going_on = queue[0]
            following = next(going_on, None)
            if following is None:
                heapq.heappop(queue)
            else:
                heapq.heapreplace(queue, (*following, place, going_on))
        return tuple(
            self._row(life, year, taken[place], held[place])
            for place, life in enumerate(self._lives)
        )

    def _year(
        self, life: Life, year: int, taken: list[str], held: list[Held]
    ) -> Iterator[tuple[date, int]]:
        """Yield the day and the number of each turn whose time comes, and then take it."""
        life.year, life.day = year, date(year, 1, 1)
        life.done = {}
        if life.is_over:
            if not self._behaviour.again(life):
                return
            life.begin()
        life.learn(self._behaviour.known(life))
        for n, (turn, step) in enumerate(self._turns):
            if not life.might_take(step):
                continue
            day = turn.on(life)
            if day is None:
                continue
            _check_day(turn, day, life)
            yield day, n
            life.day = day
            if not life.may_take(step):
                continue
            said = turn.says(life)
            event = None if said is None else life.event_of(step, said)
            if event is not None and life.is_next(step, event):
                self._try(life, step, event, taken, held)

    def _try(
        self, life: Life, step: Step, event: Event, taken: list[str], held: list[Held]
    ) -> None:
        watch = self._watch.get(life.index)
        asked = watch is not None or step.name in self._with_register
        around = life.around if asked else life.given
        decision = decide(self._policy, life.consortium, event, life.day, around)
        if watch is not None:
            watch(life, event, around, decision)
        if isinstance(decision, Granted):
            life.happen(decision.events)
            life.done[step.name] = Standing.ALLOWED
            taken.append(step.name)
            return
        standing = _standing(decision)
        life.done[step.name] = standing
        because = tuple(dict.fromkeys(f.provision for f in decision.findings))
        held.append(Held(step.name, life.day, standing, because))

    def _row(self, life: Life, year: int, taken: list[str], held: list[Held]) -> Row:
        life.day = date(year, 12, 31)
        began = bool(life.history.events)
        granted = tuple(taken)
        self._same.setdefault(granted, granted)
        return Row(
            candidate=life.index,
            year=year,
            consortium=life.history.consortium if began else "",
            attempt=life.attempt,
            phase=life.phase,
            stage=life.stage().at(life.day),
            grade=_grade(life.history),
            barred=life.barred(),
            granted=self._same[granted],  # the same value, kept once
            held=tuple(held),
        )


def _standing(decision: Refused | Deferred) -> Standing:
    if isinstance(decision, Deferred):
        return Standing.WAITING
    return Standing.OUTSIDE if decision.outside else Standing.REFUSED


def _grade(history: History) -> str | None:
    """Return the grade of the last result that stands."""
    grades: dict[int, str | None] = {}
    for event in history.events:
        if isinstance(event, ResultNotified | ResultCorrected):
            grades[event.of_year] = event.grade
        elif isinstance(event, ResultAnnulled):
            grades.pop(event.of_year, None)
    return grades[max(grades)] if grades else None


def _check_day(turn: Turn, day: date, life: Life) -> None:
    if day.year == life.year and day >= life.day:
        return
    path = f"behaviour.turns[{turn.step}].on"
    zh = f"{day} 不在 {life.year} 年内，或者早于前一步骤之日 {life.day}"
    en = f"{day} is not in {life.year}, or before {life.day}, the day of the turn before"
    raise InvalidInputError([Fault(FaultKind.OUT_OF_ORDER, path, zh, en)])
