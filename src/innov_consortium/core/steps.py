"""A text's procedure as a table: steps, who takes them, and the stages they lead between.

A *stage* is a place on a *path* inside a phase: an application filed, a list made public, a change
reported. Each matter — the consortium's own life, every change, a request to end — is at one stage
of one path. The table is a policy's; how it is walked is the same for all.
"""

from __future__ import annotations

import enum
from collections import deque
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from attrs import evolve, field, frozen

from innov_consortium.core.clauses import Clause, Judgement
from innov_consortium.core.events import Event, Move
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.readings import Reading
from innov_consortium.core.text import OTHER

__all__ = ["LIFE", "START", "Actor", "Party", "Progress", "Stage", "Step", "way_to"]

#: The stage at which every matter begins.
START = "start"

#: The path of a consortium's own life, from the first call to its end.
LIFE = "life"


class Party(enum.Enum):
    """Somebody who acts and is not named by the text but by the case."""

    LEAD = "lead"
    MEMBERS = "members"


@frozen(kw_only=True)
class Actor:
    """A role in a procedure, and who fills it.

    Args:
        role: The word for it, ``bureau``.
        names: The names of the body that fills it; empty where the case says who does.
        party: The party of the case that fills it; ``None`` where a body does, or anybody may.
    """

    role: str
    names: tuple[str, ...] = ()
    party: Party | None = None


@frozen(kw_only=True)
class Step:
    """One row of a procedure.

    Args:
        name: Its name, ``file``.
        provision: The provision that asks for it.
        event: What happens when it is taken.
        where: What the event must say for this row to be the one, by field; of a tuple, any, and
            where ``other:`` is among them, any word that begins so.
        actor: The role of whoever takes it; ``None`` if the text does not say.
        path: The path it is on.
        after: The stages from which it may be taken.
        to: The stage it leads to.
        then: The stage that follows of itself once the window that the event opens is over.
        phases: The phases in which it may be taken.
        guards: What must hold for it to be lawful.
        notes: What is reported beside the guards and does not decide.
        asks: Inquiries whose conditions must hold as well.
        rests_on: The inquiry whose grounds it may rest on; empty if it needs none.
        screening: Whether of those only what is *not met* counts, because what is still open is
            for a later step to settle.
        special: The clause that, where it is met, lets this step be taken without those before it.
        under: The readings under which there is this row, each a name with its options; any of
            these, for every name.
        stated: Whether the text states the step; otherwise it follows from what the text states.
    """

    name: str
    provision: str
    event: type[Event]
    where: tuple[tuple[str, Any], ...] = ()
    actor: str | None = None
    path: str = LIFE
    after: tuple[str, ...]
    to: str
    then: str = ""
    phases: tuple[Phase, ...] = (Phase.PROPOSED,)
    guards: tuple[Clause[...] | Judgement, ...] = field(default=(), repr=False)
    notes: tuple[Clause[...], ...] = field(default=(), repr=False)
    asks: tuple[str, ...] = ()
    rests_on: str = ""
    screening: bool = False
    special: Clause[...] | None = field(default=None, repr=False)
    under: tuple[tuple[str, tuple[Reading, ...]], ...] = ()
    stated: bool = True

    def fits(self, event: Event) -> bool:
        """Return whether an event is what happens when this step is taken."""
        if not isinstance(event, self.event):
            return False
        for name, wanted in self.where:
            said = getattr(event, name)
            options = wanted if isinstance(wanted, tuple) else (wanted,)
            other = OTHER in options and isinstance(said, str) and said.startswith(OTHER)
            if said not in options and not other:
                return False
        return True

    @cached_property
    def leads_to(self) -> Stage:
        """Where a matter stands when it is taken, if it opens no window."""
        return Stage(self.to, self.path, None, self.then)

    @property
    def variants(self) -> tuple[Mapping[str, Any], ...]:
        """The ways in which an event may say what ``where`` asks, each as fields of the event.

        That it does not say, or something else, is no way of saying it, though the row may be one
        for such an event.
        """
        found: list[dict[str, Any]] = [{}]
        for name, wanted in self.where:
            options = wanted if isinstance(wanted, tuple) else (wanted,)
            options = tuple(o for o in options if o not in (None, OTHER))
            found = [{**one, name: option} for one in found for option in options]
        return tuple(found)


@frozen
class Stage:
    """Where a matter stands.

    Args:
        name: The stage its last step led to.
        path: The path it is on; empty before the first step.
        until: The last day of the window opened there; ``None`` if there is none, or if not known.
        then: The stage that follows of itself after that day.
    """

    name: str = START
    path: str = ""
    until: date | None = None
    then: str = ""

    def at(self, day: date) -> str:
        """Return the name of the stage on a day: the last day of a window still belongs to it."""
        return self.then if self.then and self.until is not None and day > self.until else self.name


_BEGINNING = Stage()


class Progress:
    """The stages of every matter, led on event by event.

    An event that no row takes from the present stage changes nothing, nor does one that should have
    moved the phase and could not — but one that moved it has moved the consortium's own life,
    lawfully or not. Where an end is set aside, the matter that ended it may come up again, and life
    goes on where it stood if no row says otherwise.

    Args:
        steps: The table.
    """

    def __init__(self, steps: Iterable[Step]) -> None:
        self._rows: dict[type[Event], tuple[Step, ...]] = {}
        self._told_apart: set[type[Event]] = set()  # the sorts whose rows ask what the event says
        self._steps = tuple(steps)
        self._stages: dict[str, Stage] = {}
        self._ended: tuple[str, Stage] = ("", _BEGINNING)

    def stage(self, matter: str = "") -> Stage:
        """Return where a matter stands after the events so far."""
        return self._stages.get(matter, _BEGINNING)

    @property
    def matters(self) -> tuple[str, ...]:
        """The matters there have been, in the order in which they began."""
        return tuple(self._stages)

    def rows(self, event: Event) -> tuple[Step, ...]:
        """Return the rows an event may belong to."""
        sort = type(event)
        rows = self._rows.get(sort)
        if rows is None:
            rows = self._rows[sort] = tuple(s for s in self._steps if issubclass(sort, s.event))
            if any(s.where for s in rows):
                self._told_apart.add(sort)
        if sort in self._told_apart:
            return tuple([s for s in rows if s.fits(event)])
        return rows

    def sorts(self, event: Event) -> tuple[Step, ...]:
        """Return the rows for events of this sort, whatever they say."""
        self.rows(event)
        return self._rows[type(event)]

    def take(self, event: Event, *, moved: bool, phase: Phase | None = None) -> None:
        """Lead the matter of an event on.

        Args:
            event: What happened.
            moved: Whether it moved the phase.
            phase: The phase it happened in; where several rows take it, those for that phase come
                first.
        """
        if event.move is not None and not moved:
            return
        matter = event.matter
        now = self._stages.get(matter, _BEGINNING)
        name = now.at(event.on)
        rows = self.rows(event)
        taken: Step | None = None
        for row in rows:
            if name in row.after and now.path in ("", row.path):
                taken = taken or row
                if phase in row.phases:
                    taken = row
                    break
        if taken is None and moved and rows:
            taken = next((s for s in rows if phase in s.phases), rows[0])
        if moved and event.move is Move.END:
            self._ended = matter, self.stage()
        elif moved and event.move is Move.REINSTATE:
            self._reinstate()
        if taken is None:
            return
        until = event.until
        stage = taken.leads_to if until is None else evolve(taken.leads_to, until=until)
        self._stages[matter] = stage
        if moved and matter:
            self._stages[""] = evolve(stage, path=LIFE)

    def _reinstate(self) -> None:
        ending, stood = self._ended
        self._stages.pop(ending, None)
        self._stages[""] = stood


def way_to(steps: Iterable[Step], stage: str, step: Step) -> tuple[Step, ...] | None:
    """Return the steps still missing before one may be taken; ``None`` if none lead there.

    Args:
        steps: The table.
        stage: Where the matter stands.
        step: The step to be taken.
    """
    rows = [s for s in steps if s.path == step.path and s is not step]
    waits = {s.to: s.then for s in rows if s.then}
    queue: deque[tuple[str, tuple[Step, ...]]] = deque([(stage, ())])
    seen = {stage}
    while queue:
        here, taken = queue.popleft()
        if here in step.after:
            return taken
        onward = [(s.to, (*taken, s)) for s in rows if here in s.after and s.stated]
        if here in waits:
            onward.insert(0, (waits[here], taken))
        for there, so_far in onward:
            if there not in seen:
                seen.add(there)
                queue.append((there, so_far))
    return None
