"""Populations simulated whole: group by group, in one process or in several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from itertools import pairwise
from typing import TypeAlias

from attrs import frozen

from innov_consortium.core.history import History
from innov_consortium.core.policy import Policy
from innov_consortium.core.sorts import check_sorts
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.simulation.behaviour import Behaviour, behaviour_faults
from innov_consortium.simulation.outcomes import Row
from innov_consortium.simulation.population import Drawn, Population, candidate_of
from innov_consortium.simulation.running import Simulation
from innov_consortium.simulation.runs import Run
from innov_consortium.simulation.ties import connected

__all__ = ["Progress", "simulate"]

#: Told how many candidates have lived through all the years, of how many.
Progress: TypeAlias = Callable[[int, int], None]

_Lived: TypeAlias = tuple[list[Row], dict[int, tuple[History, ...]]]

#: Candidates simulated at a time: few enough to be forgotten soon, and to tell of progress.
_AT_A_TIME = 256


@frozen
class _Task:
    """What every process needs of a run."""

    policy: Policy
    population: Population
    behaviour: Behaviour
    seed: int
    years: tuple[int, ...]
    histories: bool


def simulate(
    policy: Policy,
    population: Population,
    years: Iterable[int],
    behaviour: Behaviour,
    seed: int,
    *,
    processes: int = 1,
    histories: bool = True,
    progress: Progress | None = None,
) -> Run:
    """Let a population live under a policy for some years.

    Every act is decided by :func:`~innov_consortium.core.decide.decide`: what is granted is added
    to the history of the consortium, what is refused or left open is told in the rows. The register
    is folded from the histories as they come. Candidates that have no unit and nobody in a post in
    common, directly or through others, cannot concern one another; each group of those that can
    lives in one process, so that the number of processes changes nothing but the time it takes.

    Args:
        policy: The policy, with what is known or supposed of its publication: while that is not
            known, no act is granted.
        population: The candidates.
        years: The years, in their order.
        behaviour: What people do.
        seed: The seed of every stream. Under two policies with one seed everybody draws the same,
            so that the runs differ only where the law does.
        processes: How many processes there are to be. With more than one, population and behaviour
            have to be picklable: functions of a module, not written inside others.
        histories: Whether to keep the histories; where not, one that is asked for is lived again.
        progress: Told how many candidates are done.

    Raises:
        InvalidInputError: The behaviour takes steps that the policy does not have, or does what
            cannot be; the years do not go on one after another.
    """
    years = tuple(years)
    check_sorts(
        policy=(policy, Policy),
        population=(population, (Sequence, Drawn)),
        behaviour=(behaviour, Behaviour),
        seed=(seed, int),
        processes=(processes, int),
    )
    faults = [*behaviour_faults(policy, behaviour), *_year_faults(years)]
    if processes < 1:
        faults.append(Fault(FaultKind.INVALID_VALUE, "processes", "至少为 1", "must be 1 or more"))
    if faults:
        raise InvalidInputError(faults)
    task = _Task(policy, population, behaviour, seed, years, histories)
    count = population.count if isinstance(population, Drawn) else len(population)
    groups = tuple(connected([candidate_of(population, seed, n).ties for n in range(count)]))
    found: dict[int, list[Row]] = {}
    kept: dict[int, tuple[History, ...]] = {}
    for rows, theirs in _lived(task, list(_batches(groups, count, processes)), processes):
        for row in rows:
            found.setdefault(row.candidate, []).append(row)
        kept.update(theirs)
        if progress is not None:
            progress(len(found), count)
    return Run(
        policy=policy,
        population=population,
        behaviour=behaviour,
        seed=seed,
        years=years,
        rows=tuple(row for n in range(count) for row in found.get(n, ())),
        groups=groups,
        kept=kept,
    )


def _year_faults(years: tuple[int, ...]) -> Iterator[Fault]:
    for n, (before, year) in enumerate(pairwise(years), start=1):
        if year <= before:
            zh, en = f"不在 {before} 之后", f"is not after {before}"
            yield Fault(FaultKind.OUT_OF_ORDER, f"years[{n}]", zh, en)


def _batches(
    groups: Iterable[tuple[int, ...]], count: int, processes: int
) -> Iterator[tuple[int, ...]]:
    """Yield groups put together, so that there are some for each process and none is too large."""
    size = _AT_A_TIME if processes == 1 else max(1, min(_AT_A_TIME, count // (8 * processes)))
    batch: list[int] = []
    for group in groups:
        batch += group
        if len(batch) >= size:
            yield tuple(sorted(batch))
            batch = []
    if batch:
        yield tuple(sorted(batch))


def _lived(task: _Task, batches: Sequence[tuple[int, ...]], processes: int) -> Iterator[_Lived]:
    if processes == 1 or len(batches) < 2:  # noqa: PLR2004 - nothing to share out
        yield from (_live(task, batch) for batch in batches)
        return
    with ProcessPoolExecutor(processes, initializer=_prepare, initargs=(task,)) as pool:
        for done in as_completed([pool.submit(_live_there, batch) for batch in batches]):
            yield done.result()


def _live(task: _Task, batch: tuple[int, ...]) -> _Lived:
    candidates = {n: candidate_of(task.population, task.seed, n) for n in batch}
    simulation = Simulation(task.policy, candidates, task.behaviour, task.seed)
    rows = [row for year in task.years for row in simulation.step(year)]
    kept = {n: simulation.histories(p) for p, n in enumerate(batch)} if task.histories else {}
    return rows, kept


_OF_THIS_PROCESS: list[_Task] = []


def _prepare(task: _Task) -> None:
    _OF_THIS_PROCESS[:] = [task]


def _live_there(batch: tuple[int, ...]) -> _Lived:
    return _live(_OF_THIS_PROCESS[0], batch)
