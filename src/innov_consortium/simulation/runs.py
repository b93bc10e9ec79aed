"""A whole run: what was simulated and what came of it, down to the reports of a single life."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from innov_consortium.core.auditing import Audited, audit
from innov_consortium.core.case import Surroundings
from innov_consortium.core.checking import marks_of
from innov_consortium.core.decide import Decision
from innov_consortium.core.events import Event
from innov_consortium.core.history import Consortium, History, replay
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Mark
from innov_consortium.simulation.behaviour import Behaviour
from innov_consortium.simulation.life import Life
from innov_consortium.simulation.outcomes import COLUMNS, Row, Tally, plain, tallies_of
from innov_consortium.simulation.population import Candidate, Population, candidate_of
from innov_consortium.simulation.running import Simulation

if TYPE_CHECKING:
    import polars as pl

__all__ = ["Run", "Trace", "Tried"]


@frozen(kw_only=True)
class Tried:
    """An act that was tried in a run.

    Args:
        consortium: The consortium whose act it was.
        event: The act.
        given: What was known around the consortium, the register among it.
        decision: What was decided, with the report.
    """

    consortium: str
    event: Event
    given: Surroundings
    decision: Decision


@frozen(kw_only=True)
class Trace:
    """The life of one candidate in a run, with all that decided it.

    Args:
        policy: The policy.
        candidate: The candidate.
        on: The last day of the run.
        histories: The histories of its consortia, in the order in which they began.
        tried: Every act that was tried, in its order.
        given: What was known around the last of them on that day, with the register of all whom it
            may concern.
    """

    policy: Policy
    candidate: Candidate
    on: date
    histories: tuple[History, ...]
    tried: tuple[Tried, ...]
    given: Surroundings

    @property
    def states(self) -> tuple[Consortium, ...]:
        """What each history comes to at the end of the run."""
        return tuple(replay(history, self.on) for history in self.histories)

    def audit(self) -> tuple[tuple[Audited, ...], ...]:
        """Return whether each act of each history was lawful, as an audit after the run sees it.

        It knows the register of the end, pruned to the day of each act, and under the reforms of
        that day; what was known around a consortium besides is what was known when it acted last.
        """
        last = {one.consortium: one.given for one in self.tried}
        return tuple(
            audit(
                self.policy,
                history,
                self.on,
                evolve(last.get(history.consortium, self.given), register=self.given.register),
            )
            for history in self.histories
        )


@frozen(kw_only=True)
class Run:
    """A population over the years.

    Args:
        policy: The policy.
        population: The population.
        behaviour: What people did.
        seed: The seed.
        years: The years.
        rows: What came of each candidate in each year, candidate by candidate.
        groups: The candidates that have units or persons in common, group by group.
        kept: The histories of each candidate's consortia; empty where they were not kept.
    """

    policy: Policy
    population: Population = field(repr=False)
    behaviour: Behaviour = field(repr=False)
    seed: int
    years: tuple[int, ...]
    rows: tuple[Row, ...] = field(repr=False)
    groups: tuple[tuple[int, ...], ...] = field(repr=False)
    kept: Mapping[int, tuple[History, ...]] = field(default=MappingProxyType({}), repr=False)

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """What each year comes to."""
        return tuple(tallies_of(self.rows))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What a reader must know of a run as a whole, such as that its text is a draft."""
        days = sorted({day for year in self.years for day in self._days_of(year)})
        found = {mark for day in days for mark in marks_of(self.policy.under(day), day)}
        return tuple(mark for mark in Mark if mark in found)

    def _days_of(self, year: int) -> Iterator[date]:
        """Yield the last day of a year, and those on which reforms begin to count in it."""
        yield date(year, 12, 31)
        for one in self.policy.reforms:
            if one.first is None or one.first.year < year:
                yield date(year, 1, 1)
            elif one.first.year == year:
                yield one.first

    def rows_of(self, candidate: int) -> tuple[Row, ...]:
        """Return what came of a candidate, year by year.

        Args:
            candidate: Its place in the population.
        """
        many = len(self.years)
        return self.rows[candidate * many : (candidate + 1) * many]

    def table(self) -> list[dict[str, Any]]:
        """Return the rows as plain values, by :data:`~.outcomes.COLUMNS`."""
        return [plain(row) for row in self.rows]

    def frame(self) -> pl.DataFrame:
        """Return the rows as a Polars table; needs the extra ``frames``."""
        import polars as pl  # noqa: PLC0415 - of an extra, and only here

        whole, text, truth = pl.Int64, pl.String, pl.Boolean
        types = {"candidate": whole, "year": whole, "attempt": whole, "barred": truth}
        schema = {name: types.get(name, text) for name in COLUMNS}
        return pl.DataFrame([[*plain(row).values()] for row in self.rows], schema, orient="row")

    def histories(self, candidate: int) -> tuple[History, ...]:
        """Return the histories of a candidate's consortia, in the order in which they began.

        Where they were not kept, its life is lived again.

        Args:
            candidate: Its place in the population.
        """
        kept = self.kept.get(candidate)
        return self.trace(candidate).histories if kept is None else kept

    def trace(self, candidate: int) -> Trace:
        """Return the life of a candidate, with all that decided it.

        It is lived again, together with those that have units or persons in common, and comes out
        the same, because every draw is by its name.

        Args:
            candidate: Its place in the population.
        """
        group = next(one for one in self.groups if candidate in one)
        candidates = {n: candidate_of(self.population, self.seed, n) for n in group}
        tried: list[Tried] = []

        def watch(life: Life, event: Event, given: Surroundings, decision: Decision) -> None:
            name = life.history.consortium
            tried.append(Tried(consortium=name, event=event, given=given, decision=decision))

        watched = {candidate: watch}
        simulation = Simulation(self.policy, candidates, self.behaviour, self.seed, watched)
        for year in self.years:
            simulation.step(year)
        place = group.index(candidate)
        life = simulation.scenes[place]
        return Trace(
            policy=self.policy,
            candidate=candidates[candidate],
            on=life.day,
            histories=simulation.histories(place),
            tried=tuple(tried),
            given=life.around,
        )
