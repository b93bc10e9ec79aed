"""From many histories to one register: who leads, who takes part and who is barred, on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import frozen

from innov_consortium.core.case import Surroundings
from innov_consortium.core.checking import derived, interpreted
from innov_consortium.core.duties import Duty, DutyState, Owed, state_of
from innov_consortium.core.history import Consortium, History, replay
from innov_consortium.core.known import known_on as pruned
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Engagement, Register
from innov_consortium.core.sanctions import Bar
from innov_consortium.core.sorts import check_sorts
from innov_consortium.core.sources import ForceInTime
from innov_consortium.core.text import check_day
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = ["check_one_each", "duties", "register"]

_NOTHING = Surroundings()


def register(
    policy: Policy,
    histories: Iterable[History],
    on: date,
    given: Surroundings = _NOTHING,
    *,
    complete_to: date | None = None,
    known_on: date | None = None,
) -> Register:
    """Return what many histories come to on a day, as one register.

    When a membership begins and ends is a question of the text, and the policy answers it under
    its readings. A history of which it cannot say who takes part leaves the register incomplete.

    Args:
        policy: The policy.
        histories: The histories.
        on: The day.
        given: What is known around them, such as official interpretations.
        complete_to: The day to which these are all the histories there are, inclusive; ``None`` if
            that is not known. Nothing is ever complete beyond ``on``.
        known_on: The day whose knowledge is asked for; ``on`` if ``None``.

    Raises:
        InvalidInputError: A day is none, or two histories are of one consortium.
    """
    check_day("on", on)
    check_sorts(
        policy=(policy, Policy), histories=(histories, Iterable), given=(given, Surroundings)
    )
    histories = tuple(histories)
    check_one_each(histories)
    if complete_to is not None:
        check_day("complete_to", complete_to)
        complete_to = min(complete_to, on)
    around = pruned(given, on if known_on is None else known_on)
    folding = _Folding(histories, on, given, complete_to, known_on)
    policy = interpreted(policy.under(on), around)
    engagements: list[Engagement] = []
    bars: list[Bar] = []
    for history in histories:
        consortium = replay(history, on, known_on=known_on)
        engaged = _folded(policy, policy.engagements, consortium, around)
        barred = _folded(policy, policy.bars, consortium, around)
        engagements += engaged or ()
        bars += barred or ()
        if engaged is None or barred is None:
            complete_to = None
    return Register(tuple(engagements), complete_to, tuple(bars)).folded_from(folding)


@frozen
class _Folding:
    """The arguments a register was folded from."""

    histories: tuple[History, ...]
    on: date
    given: Surroundings
    complete_to: date | None
    known_on: date | None

    def under(self, policy: Policy) -> Register:
        """Return the register that the same comes to under a policy."""
        return register(
            policy,
            self.histories,
            self.on,
            self.given,
            complete_to=self.complete_to,
            known_on=self.known_on,
        )

    def as_of(self, policy: Policy, day: date) -> Register:
        """Return the register that the same comes to under a policy as it is on an earlier day."""
        return register(
            policy,
            self.histories,
            day,
            self.given,
            complete_to=self.complete_to,
            known_on=self.on if self.known_on is None else self.known_on,
        )


def _folded(
    policy: Policy, name: str | None, consortium: Consortium, given: Surroundings
) -> tuple[Any, ...] | None:
    """Return what a fact of the policy makes of a consortium; ``None`` if it cannot say."""
    if name is None:
        return ()
    found: tuple[Any, ...] | None = derived(policy, name, consortium, given)
    return found


def duties(
    policy: Policy, consortium: Consortium, on: date, given: Surroundings = _NOTHING
) -> tuple[Owed, ...]:
    """Return who owes what to whom on a day, in the order of the policy's table.

    A duty is overdue only where the text gives a day for it. What is owed all the time is owed
    only while the text may be in force; what was once owed and not done stays on record.

    Args:
        policy: The policy.
        consortium: The consortium as it is on that day.
        on: The day.
        given: What is known around the consortium.

    Raises:
        InvalidInputError: A day is none, or the consortium is of another day.
    """
    check_day("on", on)
    check_sorts(
        policy=(policy, Policy), consortium=(consortium, Consortium), given=(given, Surroundings)
    )
    if consortium.on != on:
        zh = f"是 {consortium.on} 的，而所问之日是 {on}"
        en = f"is of {consortium.on}, but the day asked about is {on}"
        raise InvalidInputError([Fault(FaultKind.INCONSISTENT, "consortium.on", zh, en)])
    known = pruned(given, on)
    settled = interpreted(policy.under(on), known)
    in_force = settled.in_force(on)
    if in_force is ForceInTime.NOT_YET:
        return ()
    over = in_force is ForceInTime.EXPIRED
    asked = [d for d in policy.duties if not (over and d.occasions is None)]
    return tuple(owed for duty in asked for owed in _owed(settled, duty, consortium, known))


def check_one_each(histories: Iterable[History]) -> None:
    """Raise if two histories are of one consortium.

    Raises:
        InvalidInputError: They are; each that is not the first, by its place.
    """
    first: dict[str, int] = {}
    faults = []
    histories = tuple(histories)
    check_sorts(**{f"histories[{n}]": (history, History) for n, history in enumerate(histories)})
    for n, history in enumerate(histories):
        before = first.setdefault(history.consortium, n)
        if before != n:
            zh, en = f"与 histories[{before}] 重复", f"is that of histories[{before}], too"
            faults.append(Fault(FaultKind.DUPLICATE, f"histories[{n}].consortium", zh, en))
    if faults:
        raise InvalidInputError(faults)


def _owed(policy: Policy, duty: Duty, consortium: Consortium, given: Surroundings) -> list[Owed]:
    if duty.occasions is None:
        stands = consortium.phase is Phase.RECOGNISED or not duty.lasting
        return [Owed(duty=duty, state=DutyState.STANDING)] if stands else []
    occasions = derived(policy, duty.occasions, consortium, given)
    return [
        Owed(duty=duty, state=state_of(owing, consortium.on), owing=owing) for owing in occasions
    ]
