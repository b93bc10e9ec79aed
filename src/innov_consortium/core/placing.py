"""Where an act stands in a procedure: the row it belongs to, what is missing, who may act."""

from __future__ import annotations

from collections.abc import Iterable

from innov_consortium.core.case import Surroundings
from innov_consortium.core.changes import ChangeEvent
from innov_consortium.core.checking import derived, entities_of
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Event
from innov_consortium.core.history import Consortium
from innov_consortium.core.lifecycle import TRANSITIONS, Phase
from innov_consortium.core.organizations import Organization
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Role
from innov_consortium.core.steps import Actor, Party, Progress, Step, way_to

__all__ = ["in_phase", "names_of", "progress_of", "step_of"]


def progress_of(policy: Policy, consortium: Consortium) -> Progress:
    """Return where every matter of a consortium stands by a policy's table of steps."""
    progress = Progress(policy.rows)
    phase = Phase.PROPOSED
    for event in consortium.events:
        led_to = None if event.move is None else TRANSITIONS[phase].get(event.move)
        progress.take(event, moved=led_to is not None, phase=phase)
        phase = led_to or phase
    return progress


def step_of(
    policy: Policy,
    consortium: Consortium,
    act: Event,
    progress: Progress,
    row: Step | None = None,
) -> tuple[Step, tuple[Step, ...] | None] | None:
    """Return the row of the table an act belongs to, and the steps that are missing before it.

    Args:
        policy: The policy.
        consortium: The consortium as it was before the act.
        act: The act.
        progress: Where every matter stood before the act.
        row: The row it is to be judged by; ``None`` for the one that fits where things stand.

    Returns:
        The row and the missing steps — none missing where the act is in order, ``None`` where it
        can no longer be taken at all; or ``None`` where the table has no row for such an act.
    """
    rows = progress.rows(act) if row is None else (row,)
    if not rows:
        return None
    now = progress.stage(act.matter)
    stage = now.at(act.on)
    of_path = [s for s in rows if now.path in ("", s.path)] or list(rows)
    fitting = [s for s in of_path if consortium.phase in s.phases] or of_path
    for step in fitting:
        if stage in step.after and in_phase(step, consortium, act):
            return step, ()
    step = fitting[0]
    if not in_phase(step, consortium, act):
        return step, None
    way = way_to(policy.rows, stage, step)
    return step, way or None


def in_phase(step: Step, consortium: Consortium, act: Event) -> bool:
    """Return whether a step may be taken, and its event can move, in the present phase."""
    moves = TRANSITIONS[consortium.phase]
    return consortium.phase in step.phases and (act.move is None or act.move in moves)


def names_of(
    policy: Policy, actor: Actor, consortium: Consortium, given: Surroundings, act: Event | None
) -> tuple[str, ...] | None:
    """Return the names under which an actor acts, its proper one first.

    Who leads and who takes part is asked of the policy, where it can say; otherwise it is as in
    the application. A name that a change reports is good from then on: whoever bears it is the
    same.

    Returns:
        No name where anybody may act; ``None`` where the case has to say who does and does not.
    """
    if actor.party is None:
        return actor.names
    day = consortium.on if act is None else act.on
    application: Application | None = entities_of(policy, given, day, consortium, act)[0]
    applied = () if application is None else application.members
    seats: Iterable[tuple[Role, Organization]] | None
    if policy.parties is not None:
        seats = derived(policy, policy.parties, consortium, given, act)
    elif application is not None:
        leading = (application.lead.key, *application.co_leads)
        seats = tuple(
            (Role.LEAD if unit.key in leading else Role.PARTICIPANT, unit)
            for unit in application.members
        )
    else:
        seats = None
    if seats is None:
        return None
    wanted = [unit for role, unit in seats if actor.party is Party.MEMBERS or role is Role.LEAD]
    keys = {unit.key for unit in wanted}
    names = [unit.name for unit in wanted]
    names += [unit.name for unit in applied if unit.key in keys]
    events = (*consortium.events, act)
    renamed = [e for e in events if isinstance(e, ChangeEvent) and e.unit in keys and e.new_name]
    names += [e.new_name for e in renamed if e.new_name is not None]
    called = [name for unit in wanted for name in unit.called]
    return tuple(dict.fromkeys((*names, *called)))
