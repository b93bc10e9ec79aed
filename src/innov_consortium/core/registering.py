"""From many histories to one register: who leads, who takes part and who is barred, on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from innov_consortium.core.case import Surroundings
from innov_consortium.core.checking import derived, interpreted
from innov_consortium.core.duties import Duty, DutyState, Owed, state_of
from innov_consortium.core.history import Consortium, History, replay
from innov_consortium.core.known import known_on
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Engagement, Register
from innov_consortium.core.sanctions import Bar
from innov_consortium.core.text import check_day
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = ["duties", "register"]

_NOTHING = Surroundings()


def register(
    policy: Policy, histories: Iterable[History], on: date, *, complete_to: date | None = None
) -> Register:
    """Return what many histories come to on a day, as one register.

    When a membership begins and ends is a question of the text, and the policy answers it under
    its readings. A history of which it cannot say who takes part leaves the register incomplete.

    Args:
        policy: The policy.
        histories: The histories.
        on: The day.
        complete_to: The day to which these are all the histories there are, inclusive; ``None`` if
            that is not known. Nothing is ever complete beyond ``on``.

    Raises:
        InvalidInputError: A day is none, or two histories are of one consortium.
    """
    check_day("on", on)
    histories = tuple(histories)
    _one_each(histories)
    if complete_to is not None:
        check_day("complete_to", complete_to)
        complete_to = min(complete_to, on)
    engagements: list[Engagement] = []
    bars: list[Bar] = []
    for history in histories:
        consortium = replay(history, on)
        engaged = _folded(policy, policy.engagements, consortium)
        barred = _folded(policy, policy.bars, consortium)
        engagements += engaged or ()
        bars += barred or ()
        if engaged is None or barred is None:
            complete_to = None
    return Register(tuple(engagements), complete_to, tuple(bars))


def _folded(policy: Policy, name: str | None, consortium: Consortium) -> tuple[Any, ...] | None:
    """Return what a fact of the policy makes of a consortium; ``None`` if it cannot say."""
    if name is None:
        return ()
    found: tuple[Any, ...] | None = derived(policy, name, consortium, _NOTHING)
    return found


def duties(
    policy: Policy, consortium: Consortium, on: date, given: Surroundings = _NOTHING
) -> tuple[Owed, ...]:
    """Return who owes what to whom on a day, in the order of the policy's table.

    A duty is overdue only where the text gives a day for it.

    Args:
        policy: The policy.
        consortium: The consortium as it is on that day.
        on: The day.
        given: What is known around the consortium.

    Raises:
        InvalidInputError: A day is none, or the consortium is of another day.
    """
    check_day("on", on)
    if consortium.on != on:
        zh = f"是 {consortium.on} 的，而所问之日是 {on}"
        en = f"is of {consortium.on}, but the day asked about is {on}"
        raise InvalidInputError([Fault(FaultKind.INCONSISTENT, "consortium.on", zh, en)])
    known = known_on(given, on)
    settled = interpreted(policy, known)
    return tuple(owed for duty in policy.duties for owed in _owed(settled, duty, consortium, known))


def _one_each(histories: tuple[History, ...]) -> None:
    first: dict[str, int] = {}
    faults = []
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
