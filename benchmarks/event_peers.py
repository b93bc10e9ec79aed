"""The same events, driven through three libraries that others would build on.

Each peer first translates our events into what it stores itself (`..._stored`, not timed), and then
rebuilds from that (timed). Each is given the fastest way its documentation shows:

* ``eventsourcing``: an aggregate rebuilt as its repository does, ``aggregate = event.mutate(
  aggregate)`` over a list of its domain events, without a store. Three of them: one that keeps only
  the phase and the two days, one that keeps the application and the changes as well — both with
  ``apply`` written on the event, its fast way — and that one again with its ``@event`` decorator.
* ``transitions``: a core ``Machine`` without automatic transitions and without a queue, made once
  and shared; for each history a bare model is added, its triggers called, and it is taken out.
* ``python-statemachine``: one machine for each history, its events called as methods.

The two machines keep the stage of the consortium's own life and nothing else, without callbacks or
conditions. What moves nothing in that life is an internal transition.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from eventsourcing.domain import Aggregate, event
from statemachine import State, StateMachine
from transitions.core import Machine

from innov_consortium import Application
from innov_consortium.core.changes import (
    ChangeApproved,
    ChangeExecuted,
    ChangeKind,
    ChangeRefused,
    ChangeReported,
)
from innov_consortium.core.events import Ended, Event, Filed, Recognised
from innov_consortium.core.lifecycle import Phase

__all__ = [
    "Decorated",
    "Folded",
    "Lean",
    "changes_in",
    "drive_statemachine",
    "drive_transitions",
    "rebuild",
    "stored",
]

ID = uuid5(NAMESPACE_OID, "benchmark")


# --- eventsourcing: aggregates --------------------------------------------------------------------


@dataclass(slots=True)
class Record:
    """What has become of a change."""

    kind: ChangeKind | None
    reported_on: date
    approved_on: date | None = None
    approved_by: str | None = None
    refused_on: date | None = None
    executed_on: date | None = None


class Lean(Aggregate):
    """The phase, and the days of recognition and end; ``apply`` on the event."""

    def __init__(self) -> None:
        self.phase = Phase.PROPOSED
        self.recognised_on: date | None = None
        self.ended_on: date | None = None

    class Happened(Aggregate.Event):
        on: date

    class Recognised(Aggregate.Event):
        on: date

        def apply(self, aggregate: Lean) -> None:
            aggregate.phase = Phase.RECOGNISED
            aggregate.recognised_on = self.on

    class Ended(Aggregate.Event):
        on: date

        def apply(self, aggregate: Lean) -> None:
            aggregate.phase = Phase.ENDED
            aggregate.ended_on = self.on


class Folded(Aggregate):
    """The application and the changes as well; ``apply`` on the event."""

    def __init__(self) -> None:
        self.phase = Phase.PROPOSED
        self.recognised_on: date | None = None
        self.ended_on: date | None = None
        self.application: Application | None = None
        self.changes: dict[str, Record] = {}

    class Happened(Aggregate.Event):
        on: date

    class Filed(Aggregate.Event):
        on: date
        application: Application | None

        def apply(self, aggregate: Folded) -> None:
            aggregate.application = self.application

    class Recognised(Aggregate.Event):
        on: date

        def apply(self, aggregate: Folded) -> None:
            aggregate.phase = Phase.RECOGNISED
            aggregate.recognised_on = self.on

    class Reported(Aggregate.Event):
        on: date
        change: str
        kind: ChangeKind | None

        def apply(self, aggregate: Folded) -> None:
            aggregate.changes[self.change] = Record(self.kind, self.on)

    class Approved(Aggregate.Event):
        on: date
        change: str
        by: str | None

        def apply(self, aggregate: Folded) -> None:
            record = aggregate.changes[self.change]
            record.approved_on = self.on
            record.approved_by = self.by

    class Refused(Aggregate.Event):
        on: date
        change: str

        def apply(self, aggregate: Folded) -> None:
            aggregate.changes[self.change].refused_on = self.on

    class Executed(Aggregate.Event):
        on: date
        change: str

        def apply(self, aggregate: Folded) -> None:
            aggregate.changes[self.change].executed_on = self.on

    class Ended(Aggregate.Event):
        on: date

        def apply(self, aggregate: Folded) -> None:
            aggregate.phase = Phase.ENDED
            aggregate.ended_on = self.on


class Decorated(Aggregate):
    """The same as :class:`Folded`; methods under ``@event``, as the library's own pages have it."""

    def __init__(self) -> None:
        self.phase = Phase.PROPOSED
        self.recognised_on: date | None = None
        self.ended_on: date | None = None
        self.application: Application | None = None
        self.changes: dict[str, Record] = {}

    class Happened(Aggregate.Event):
        on: date

    @event("Filed")
    def file(self, on: date, application: Application | None) -> None:  # noqa: ARG002 - stored
        self.application = application

    @event("Recognised")
    def recognise(self, on: date) -> None:
        self.phase = Phase.RECOGNISED
        self.recognised_on = on

    @event("Reported")
    def report(self, on: date, change: str, kind: ChangeKind | None) -> None:
        self.changes[change] = Record(kind, on)

    @event("Approved")
    def approve(self, on: date, change: str, by: str | None) -> None:
        record = self.changes[change]
        record.approved_on = on
        record.approved_by = by

    @event("Refused")
    def refuse(self, on: date, change: str) -> None:
        self.changes[change].refused_on = on

    @event("Executed")
    def carry_out(self, on: date, change: str) -> None:
        self.changes[change].executed_on = on

    @event("Ended")
    def end(self, on: date) -> None:
        self.phase = Phase.ENDED
        self.ended_on = on


#: Under which name, and with which of its fields, an aggregate stores an event of ours.
STORED: dict[type[Event], tuple[str, tuple[str, ...]]] = {
    Filed: ("Filed", ("on", "application")),
    Recognised: ("Recognised", ("on",)),
    ChangeReported: ("Reported", ("on", "change", "kind")),
    ChangeApproved: ("Approved", ("on", "change", "by")),
    ChangeRefused: ("Refused", ("on", "change")),
    ChangeExecuted: ("Executed", ("on", "change")),
    Ended: ("Ended", ("on",)),
}
OTHERS = ("Happened", ("on",))


def stored(sort: type[Aggregate], events: Iterable[Event]) -> list[Any]:
    """Return the domain events of an aggregate, the one that creates it first."""
    first, *others = events
    began = {"originator_id": ID, "originator_topic": f"{__name__}:{sort.__qualname__}"}
    created: Any = getattr(sort, "Created")  # noqa: B009 - made by the library
    found = [created(originator_version=1, timestamp=_at(first), **began)]
    for version, ours in enumerate(others, start=2):
        name, fields = STORED.get(type(ours), OTHERS)
        if not hasattr(sort, name):
            name, fields = OTHERS
        made = getattr(sort, name)
        place = {"originator_id": ID, "originator_version": version, "timestamp": _at(ours)}
        found.append(made(**place, **{field: getattr(ours, field) for field in fields}))
    return found


def _at(ours: Event) -> datetime:
    return datetime.combine(ours.on, time(), UTC)


def rebuild(domain_events: Iterable[Any]) -> Any:
    """Return the aggregate that domain events come to; the library's ``project_aggregate``."""
    aggregate = None
    for domain_event in domain_events:
        aggregate = domain_event.mutate(aggregate)
    return aggregate


def changes_in(aggregate: Any) -> dict[str, tuple[Any, ...]]:
    """Return what an aggregate says of each change, in order, to be compared."""
    return {
        name: (r.kind, r.reported_on, r.approved_on, r.approved_by, r.refused_on, r.executed_on)
        for name, r in aggregate.changes.items()
    }


# --- transitions: a shared machine ----------------------------------------------------------------

#: The moves of the consortium's own life: trigger, from, to; ``None`` where nothing moves.
MOVES: tuple[tuple[str, str, str | None], ...] = (
    ("call", "start", "called"),
    ("file", "called", "filed"),
    ("forward", "filed", "forwarded"),
    ("publicise", "forwarded", "public"),
    ("object", "public", None),
    ("settle", "public", None),
    ("recognise", "public", "recognised"),
    ("report", "recognised", None),
    ("approve", "recognised", None),
    ("refuse", "recognised", None),
    ("carry_out", "recognised", None),
    ("request_end", "recognised", None),
    ("report_end", "recognised", None),
    ("review_end", "recognised", None),
    ("end", "recognised", "ended"),
)


class Model:
    """Nothing; the machine gives it its state and its triggers."""

    state: str


def _machine() -> Machine:
    states = ["start", *(to for _, _, to in MOVES if to)]
    machine = Machine(model=None, states=states, initial="start", auto_transitions=False)
    for trigger, source, to in MOVES:
        machine.add_transition(trigger, source, to)
    return machine


MACHINE = _machine()


def drive_transitions(triggers: Sequence[str]) -> str:
    """Call the triggers on a model of its own, and return the state it comes to."""
    model = Model()
    MACHINE.add_model(model)
    for trigger in triggers:
        getattr(model, trigger)()
    MACHINE.remove_model(model)
    return model.state


# --- python-statemachine --------------------------------------------------------------------------


class Life(StateMachine):
    """The same moves, declared."""

    start = State(initial=True)
    called = State()
    filed = State()
    forwarded = State()
    public = State()
    recognised = State()
    ended = State(final=True)

    call = start.to(called)
    file = called.to(filed)
    forward = filed.to(forwarded)
    publicise = forwarded.to(public)
    object = public.to(public, internal=True)
    settle = public.to(public, internal=True)
    recognise = public.to(recognised)
    report = recognised.to(recognised, internal=True)
    approve = recognised.to(recognised, internal=True)
    refuse = recognised.to(recognised, internal=True)
    carry_out = recognised.to(recognised, internal=True)
    request_end = recognised.to(recognised, internal=True)
    report_end = recognised.to(recognised, internal=True)
    review_end = recognised.to(recognised, internal=True)
    end = recognised.to(ended)


def drive_statemachine(triggers: Sequence[str]) -> str:
    """Call the events of a machine of its own, and return the state it comes to."""
    machine: Any = Life()
    for trigger in triggers:
        getattr(machine, trigger)()
    (state,) = machine.configuration_values
    return str(state)
