"""Whom to evaluate in which year, so that a cycle of years leaves nobody out: a proposal.

To cover everybody is the duty of the authority that evaluates. A shortfall is that authority's too
and has no consequence for any consortium. In which order the consortia come is proposed by this
library; no text says it, and nothing is weighed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from attrs import frozen

from innov_consortium.core.case import Dossier, Surroundings
from innov_consortium.core.checking import derived, interpreted
from innov_consortium.core.cycles import CoveragePlan, Cycle, CycleEntry, CycleState, CycleYear
from innov_consortium.core.evaluation import Evaluation, evaluations_of
from innov_consortium.core.events import EvaluationMode
from innov_consortium.core.history import Consortium, History, replay
from innov_consortium.core.known import known_on
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.policy import Policy
from innov_consortium.core.registering import check_one_each
from innov_consortium.core.sorts import check_sorts
from innov_consortium.core.sources import ForceInTime
from innov_consortium.core.text import check_day
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = ["plan_coverage"]

Capacity: TypeAlias = int | Mapping[int, int] | None

_NOTHING = Surroundings()


def plan_coverage(
    policy: Policy,
    histories: Iterable[History | Dossier],
    cycle: Cycle,
    *,
    on: date,
    capacity: Capacity = None,
    given: Surroundings = _NOTHING,
) -> CoveragePlan:
    """Propose whom to evaluate in which year, so that everybody is evaluated once in the cycle.

    The proposal is for the authority that evaluates; a shortfall has no consequence for any
    consortium. First come those who were never evaluated by experts, then those whose last
    evaluation lies furthest back; of these the one recognised earliest, then by id. The years left
    take equally many as far as their capacity allows, earlier years the odd ones, and nobody is
    left out while a year has room. Who was selected for a year stays in it and counts in it.

    A consortium that was recognised only after the cycle had begun is not due; one that is not
    recognised on the day (after the cycle, on its last day) is left out.

    Args:
        policy: The policy; its fact ``evaluated`` tells who was evaluated in which years.
        histories: The histories, one for each consortium. A dossier brings what is known around its
            own consortium, but an official interpretation in it holds for all.
        cycle: The cycle.
        on: The day. What is selected is taken to be selected in the year that is evaluated; the
            capacity of earlier years is gone.
        capacity: How many experts can evaluate in a year, nought or more: one number for every
            year, or one for each year named, the others having no limit; ``None`` for no limit.
        given: What is known around those histories that are no dossiers.

    Raises:
        InvalidInputError: The day is none, two histories are of one consortium, a capacity is no
            number or of a year outside the cycle, or the policy has no fact ``evaluated``.
    """
    check_day("on", on)
    check_sorts(
        policy=(policy, Policy),
        histories=(histories, Iterable),
        cycle=(cycle, Cycle),
        given=(given, Surroundings),
    )
    around = [(o.history, o) if isinstance(o, Dossier) else (o, given) for o in histories]
    check_one_each(history for history, _ in around)
    name = policy.evaluated
    faults = list(_capacity_faults(capacity, cycle))
    if name is None or faults:
        raise InvalidInputError([*faults, *_fact_faults(policy)])
    official = tuple(i for s in (given, *(s for _, s in around)) for i in s.interpretations)
    around_all = Surroundings(interpretations=official)
    settled = interpreted(policy.under(on), known_on(around_all, on))
    seen = [_seen(settled, name, h, known_on(s, on), cycle, on) for h, s in around]
    return _plan(settled, seen, cycle, on, capacity)


@frozen
class _Seen:
    """A consortium, and the years of the cycle in which experts came to a result on it."""

    entry: CycleEntry
    done: tuple[int, ...]

    @property
    def key(self) -> tuple[int, date, str]:
        """The place in the order that is proposed."""
        one = self.entry
        return max(one.evaluated or (0,)), one.recognised_on or date.max, one.consortium


def _seen(
    policy: Policy, fact: str, history: History, given: Surroundings, cycle: Cycle, on: date
) -> _Seen:
    now = replay(history, on)
    end = cycle.last_day
    then = now if on <= end else replay(history, end, known_on=on)
    years: tuple[int, ...] | None = derived(policy, fact, now, given)
    told = tuple(_evaluations(now, cycle))
    stands = then.phase is Phase.RECOGNISED
    entry = CycleEntry(
        consortium=history.consortium,
        state=_state(then, years, cycle),
        phase=then.phase,
        recognised_on=then.recognised_on,
        ended_on=None if then.ended_by is None else then.ended_by.on,
        evaluated=None if years is None else tuple(sorted(years)),
        selected=tuple(e.year for e in told if stands and _is_pending(e)),
    )
    done = (e.year for e in told if e.results and e.mode is not EvaluationMode.SELF)
    return _Seen(entry, tuple(done))


def _evaluations(consortium: Consortium, cycle: Cycle) -> Iterator[Evaluation]:
    """Yield the evaluations of the cycle, but for those under another text."""
    own = evaluations_of(e for e in consortium.events if not e.under)
    yield from (e for e in own if e.year in cycle)


def _is_pending(evaluation: Evaluation) -> bool:
    return evaluation.mode is EvaluationMode.EXPERT and not evaluation.results


def _state(then: Consortium, years: tuple[int, ...] | None, cycle: Cycle) -> CycleState:
    if then.phase is not Phase.RECOGNISED:
        return CycleState.LEFT_OUT
    if years is None:
        return CycleState.UNKNOWN
    if any(year in cycle for year in years):
        return CycleState.COVERED
    since = then.recognised_on
    throughout = since is not None and since <= cycle.first_day
    return CycleState.DUE if throughout else CycleState.NOT_DUE


def _plan(
    policy: Policy, seen: list[_Seen], cycle: Cycle, on: date, capacity: Capacity
) -> CoveragePlan:
    ordered = sorted(seen, key=lambda s: (list(CycleState).index(s.entry.state), s.key))
    consortia = tuple(s.entry for s in ordered)
    limits = {y: _limit(capacity, y) for y in cycle if y >= on.year and not _over(policy, y, on)}
    due = [one for one in consortia if one.state is CycleState.DUE]
    open_ = [one.consortium for one in due if not one.selected]
    done = Counter(year for one in seen for year in one.done)
    taken = done + Counter(year for one in consortia for year in one.selected)
    left = iter(open_)
    years = tuple(
        CycleYear(
            year=year,
            capacity=limits[year],
            done=done[year],
            selected=tuple(sorted(one.consortium for one in consortia if year in one.selected)),
            proposed=tuple(next(left) for _ in range(more)),
        )
        for year, more in _spread(len(open_), {y: taken[y] for y in limits}, limits).items()
    )
    awaited = (e.consortium for e in due if e.selected and limits.keys().isdisjoint(e.selected))
    return CoveragePlan(
        policy=policy,
        cycle=cycle,
        on=on,
        in_force=policy.in_force(on),
        consortia=consortia,
        years=years,
        awaited=tuple(sorted(awaited)),
        shortfall=tuple(left),
    )


def _spread(
    number: int, taken: Mapping[int, int], limits: Mapping[int, int | None]
) -> dict[int, int]:
    """Return how many more each year takes: equally many in all, and none above its limit.

    >>> _spread(5, {2026: 0, 2027: 2, 2028: 0}, {2026: None, 2027: None, 2028: 1})
    {2026: 3, 2027: 1, 2028: 1}
    """
    load = dict(taken)
    for _ in range(number):
        room = [y for y in load if (limit := limits[y]) is None or load[y] < limit]
        if room:
            load[min(room, key=load.__getitem__)] += 1
    return {year: load[year] - taken[year] for year in load}


def _over(policy: Policy, year: int, on: date) -> bool:
    """Return whether the text has expired before what is left of a year begins."""
    return policy.in_force(max(on, date(year, 1, 1))) is ForceInTime.EXPIRED


def _limit(capacity: Capacity, year: int) -> int | None:
    return capacity.get(year) if isinstance(capacity, Mapping) else capacity


def _capacity_faults(capacity: Capacity, cycle: Cycle) -> Iterator[Fault]:
    if capacity is None:
        return
    if not isinstance(capacity, Mapping):
        yield from _number_faults("capacity", capacity)
        return
    for year, number in capacity.items():
        path = f"capacity[{year}]"
        if type(year) is not int or year not in cycle:
            zh = f"{year!r} 不是周期 {cycle.first} 至 {cycle.last} 的年份"
            en = f"{year!r} is no year of the cycle from {cycle.first} to {cycle.last}"
            yield Fault(FaultKind.INCONSISTENT, path, zh, en)
        yield from _number_faults(path, number)


def _number_faults(path: str, number: object) -> Iterator[Fault]:
    if type(number) is not int or number < 0:
        zh = f"{number!r} 不是容量；应为不小于零的整数，没有上限的不写"
        en = f"{number!r} is no capacity; give a whole number from nought, or none for no limit"
        yield Fault(FaultKind.INVALID_VALUE, path, zh, en)


def _fact_faults(policy: Policy) -> Iterator[Fault]:
    if policy.evaluated is None:
        zh = (
            f"政策 {policy.code} 没有指明由哪一事实得出专家评价的年份（Policy.evaluated），不能安排"
        )
        en = (
            f"policy {policy.code} names no fact that tells in which years experts evaluated "
            "(Policy.evaluated); nothing can be planned by it"
        )
        yield Fault(FaultKind.INVALID_VALUE, "policy", zh, en)
