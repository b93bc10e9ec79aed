"""The register as a run goes on: folded from the histories of those whom an act may concern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import evolve, frozen

from innov_consortium.core.case import Surroundings
from innov_consortium.core.history import History
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Folding, Register
from innov_consortium.core.registering import register
from innov_consortium.simulation.ties import Tie

__all__ = ["Roll"]


class Roll:
    """The histories of a run, found by the units and persons that have to do with them.

    For an act it yields the register of every other consortium that has one of them in common with
    its candidate: the same that folding all histories would have of these. A history is folded anew
    when something happened to it and when another day is asked about.

    Args:
        policy: The policy that says what a history makes of a register.
        ties: What every candidate is tied by to others.
    """

    def __init__(self, policy: Policy, ties: Iterable[frozenset[Tie]]) -> None:
        self._policy = policy
        every = tuple(ties)
        self._histories: list[dict[str, tuple[History, Surroundings]]] = [{} for _ in every]
        self._folded: dict[str, tuple[History, date, Surroundings, Register]] = {}
        of: dict[Tie, list[int]] = {}
        for n, theirs in enumerate(every):
            for tie in theirs:
                of.setdefault(tie, []).append(n)
        self._kin = [sorted({n for tie in theirs for n in of[tie]}) for theirs in every]

    def put(self, place: int, history: History, given: Surroundings) -> None:
        """Enter a history, or what has become of it.

        Args:
            place: The place of its candidate.
            history: The history.
            given: What is known around it.
        """
        self._histories[place][history.consortium] = (history, given)

    def histories(self, place: int) -> tuple[History, ...]:
        """Return the histories of a candidate, in the order in which they began."""
        return tuple(history for history, _ in self._histories[place].values())

    def register_for(self, place: int, day: date, but: str = "") -> Register:
        """Return the register of those who have a unit or a person in common with a candidate.

        Args:
            place: The place of the candidate.
            day: The day, to which it is complete unless a history leaves something open.
            but: The consortium left out: the one that acts, whose own history speaks for it.
        """
        found = tuple(self._registers(self._kin[place], day, but))
        if not found:
            return Register((), day)
        if len(found) == 1:
            return found[0]
        return _together(found, day)

    def _registers(self, places: Sequence[int], day: date, but: str) -> Iterator[Register]:
        for place in places:
            for name, (history, given) in self._histories[place].items():
                if name != but:
                    yield self._fold(history, day, given)

    def _fold(self, history: History, day: date, given: Surroundings) -> Register:
        name = history.consortium
        before = self._folded.get(name)
        if before is not None and _is_of(before, history, day, given):
            return before[3]
        folded = register(self._policy, (history,), day, given, complete_to=day)
        self._folded[name] = (history, day, given, folded)
        return folded


def _is_of(
    before: tuple[History, date, Surroundings, Register],
    history: History,
    day: date,
    given: Surroundings,
) -> bool:
    """Return whether a register was folded from these very values; equal ones cost comparing."""
    return before[0] is history and before[1] == day and before[2] is given


@frozen
class _Kin:
    """What the registers of several histories were folded from."""

    parts: tuple[Folding, ...]

    def under(self, policy: Policy) -> Register:
        """Return the register that the same comes to under a policy."""
        return _joined(tuple(part.under(policy) for part in self.parts))

    def as_of(self, policy: Policy, day: date) -> Register:
        """Return the register that the same comes to under a policy as it is on an earlier day."""
        return _joined(tuple(part.as_of(policy, day) for part in self.parts))


def _together(found: tuple[Register, ...], day: date) -> Register:
    joined = _joined(found)
    joined = evolve(joined, complete_to=None if joined.complete_to is None else day)
    parts = tuple(one.folding for one in found if one.folding is not None)
    return joined.folded_from(_Kin(parts))


def _joined(found: tuple[Register, ...]) -> Register:
    """Return one register of several, complete as far as all of them are."""
    days = [one.complete_to for one in found]
    known = [day for day in days if day is not None]
    return Register(
        tuple(e for one in found for e in one.engagements),
        min(known) if len(known) == len(days) and known else None,
        tuple(b for one in found for b in one.bars),
    )
