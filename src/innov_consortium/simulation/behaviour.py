"""What people do: who applies, when, with what, and what those who judge decide.

Nothing of this is law. A behaviour is a schedule of turns, each a step of the policy's own table
that somebody takes on a day of the year, and plain functions that say when and with what. They see
a :class:`~innov_consortium.simulation.scene.Scene` and draw from its streams.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from attrs import field, frozen

from innov_consortium.core.case import Surroundings
from innov_consortium.core.policy import Policy
from innov_consortium.core.sorts import check_faults, prepare
from innov_consortium.core.text import name_faults
from innov_consortium.errors import Fault, FaultKind
from innov_consortium.simulation.scene import Scene

__all__ = ["Behaviour", "Turn", "behaviour_faults", "unknown_step"]

#: How many steps a message lists where none is called much the same.
_SHOWN = 12


def _nothing(scene: Scene) -> Mapping[str, Any]:  # noqa: ARG001 - as any function of a scene
    return {}


def _as_before(scene: Scene) -> Surroundings:
    return scene.given


def _always(scene: Scene) -> bool:  # noqa: ARG001 - as any function of a scene
    return True


@frozen(kw_only=True)
class Turn:
    """A step that somebody may take in a year.

    It is not tried where the policy's table has no such step from the stage that the matter is at,
    nor where the readings chosen have no such row.

    Args:
        step: The name of a row of the policy's table.
        on: Returns the day on which it may be taken, in the year of the scene and not before that
            of the turn that came before; ``None`` if it is not taken this year. It is asked when
            the turn before is over: what happens between the two is not known yet.
        says: Returns, on that day, fields of the event: what is applied for, the opinion, the
            grade, who acts; ``None`` if it is not taken after all. What it does not say follows
            from the table: its only variant, the body or the lead that acts; a filing is of the
            candidate's application, with all the members applying.
    """

    step: str
    on: Callable[[Scene], date | None]
    says: Callable[[Scene], Mapping[str, Any] | None] = _nothing

    def __attrs_post_init__(self) -> None:
        check_faults(self, name_faults("step", self.step))


@frozen(kw_only=True)
class Behaviour:
    """What people do in a year.

    Args:
        turns: What they may do, in the order in which it is done.
        known: Returns what is known around a consortium in the year of the scene — attestations,
            records, listings — each with its day: what is dated later is not known before. It is
            asked when the year begins; the scene holds what was known until then. The register is
            not its business: that is folded from the histories of the run.
        again: Returns whether they try again, in the year of the scene, after an application that
            came to nothing or a consortium that ended.
    """

    turns: tuple[Turn, ...]
    known: Callable[[Scene], Surroundings] = field(default=_as_before)
    again: Callable[[Scene], bool] = field(default=_always)

    def __attrs_post_init__(self) -> None:
        check_faults(self)


prepare(Turn, Behaviour)


def behaviour_faults(policy: Policy, behaviour: Behaviour) -> Iterator[Fault]:
    """Return every step of a behaviour that a policy's table does not have.

    Args:
        policy: The policy.
        behaviour: The behaviour.
    """
    there = {step.name for step in policy.steps}
    for n, turn in enumerate(behaviour.turns):
        if turn.step not in there:
            yield unknown_step(policy, turn.step, f"behaviour.turns[{n}].step")


def unknown_step(policy: Policy, name: str, path: str) -> Fault:
    """Return the fault that a policy's table has no step of a name.

    Args:
        policy: The policy.
        name: The name.
        path: Where it stands.
    """
    there = list(dict.fromkeys(step.name for step in policy.steps))
    close = get_close_matches(name, there, 3) or there[:_SHOWN]
    more = "…" if len(there) > len(close) else ""
    listed = ", ".join(close) + more or "—"
    zh = f"政策 {policy.code} 的步骤表里没有 {name!r}；有：{listed}"
    en = f"policy {policy.code} has no step {name!r}; there are: {listed}"
    return Fault(FaultKind.INVALID_VALUE, path, zh, en)
