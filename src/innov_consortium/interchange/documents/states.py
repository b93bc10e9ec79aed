"""A stored state of a consortium as a typed value."""

from __future__ import annotations

from datetime import date
from typing import Literal

from attrs import frozen

from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.register import Role
from innov_consortium.core.sources import ForceInTime
from innov_consortium.interchange.documents.decisions import UnitDocument
from innov_consortium.interchange.frozen import FrozenMapping, Text

__all__ = [
    "BarDocument",
    "ChangeDocument",
    "EventDocument",
    "MemberDocument",
    "StageDocument",
    "StateDocument",
    "WindowDocument",
    "WithheldDocument",
]


@frozen(kw_only=True)
class StageDocument:
    """Where a matter stood.

    Args:
        stage: The stage, by name.
        path: The path it was on; empty before the first step.
        until: The last day of the window opened there; ``None`` if there was none.
    """

    stage: Text
    path: Text
    until: date | None


@frozen(kw_only=True)
class ChangeDocument:
    """A change, as far as it had got. A day is ``None`` where there was no such event.

    Args:
        id: Its id; empty if there was only one.
        kind: What changes; ``None`` if not known.
        unit: The member it is about; ``None`` if it is about nobody, or not known.
        reported_on: The day it was reported.
        approved_on: The day it was approved.
        refused_on: The day it was refused.
        executed_on: The day it was carried out.
    """

    id: Text
    kind: ChangeKind | None
    unit: UnitDocument | None
    reported_on: date | None
    approved_on: date | None
    refused_on: date | None
    executed_on: date | None


@frozen(kw_only=True)
class MemberDocument:
    """A member on the day.

    Args:
        key: The legal person, with the college that takes part.
        role: Its part.
        name: Its name on that day; ``None`` if not known.
        since: The first day on which it counted; ``None`` if not known.
    """

    key: UnitDocument
    role: Role
    name: Text | None
    since: date | None


@frozen(kw_only=True)
class WindowDocument:
    """Days from a first to a last one, both included; ``None`` for a side that is open.

    Args:
        first: The first day.
        last: The last day.
    """

    first: date | None
    last: date | None


@frozen(kw_only=True)
class WithheldDocument:
    """What stands in the place of something that is never written.

    Args:
        withheld: What it is.
    """

    withheld: Literal["person"]


@frozen(kw_only=True)
class BarDocument:
    """A legal person, or a natural person, barred from what the provision names.

    Args:
        unit: The legal person; ``None`` for a natural person.
        person: That there is a natural person, who is never named; ``None`` for a legal person.
        window: The days on which it is barred.
        consortium: The consortium whose end it follows from.
        provision: The provision it rests on; empty if none is named.
        document: The document it follows from; empty if none is named.
        enforceable_to: The last day on which the text it rests on is in force, where that comes
            before the end of the window; else ``None``.
        caveats: What a reader must know of it.
        first_free_day: The day after the last one barred; ``None`` where there is none.
    """

    unit: Identifier | None
    person: WithheldDocument | None
    window: WindowDocument
    consortium: Text
    provision: Text
    document: Text
    enforceable_to: date | None
    caveats: tuple[Text, ...]
    first_free_day: date | None


@frozen(kw_only=True)
class EventDocument:
    """What any event says of itself; what is ``None`` was not said.

    Args:
        type: The sort of the event.
        on: The day it happened.
        by: Who acted.
        document: The document it stands in.
        recorded_on: The day it was recorded.
        id: Its id.
        matter: The matter it is about.
    """

    type: Text
    on: date
    by: Text | None = None
    document: Text | None = None
    recorded_on: date | None = None
    id: Text | None = None
    matter: Text | None = None


@frozen(kw_only=True)
class StateDocument:
    """What had become of a consortium by a day, as it was stored.

    Args:
        schema: The format.
        policy: The code of the policy asked.
        consortium: The consortium.
        on: The day.
        in_force: Whether the instrument was in force on that day.
        phase: Where it was in its life.
        recognised_on: The day it was recognised; ``None`` if it was not.
        ended_on: The day it ended; ``None`` if it had not.
        stage: Where its own life stood in the procedure.
        matters: Where every other matter stood, by name.
        changes: Its changes.
        members: Its members on that day; ``None`` if that could not be said.
        bars: Who is barred because it ended; ``None`` if that could not be said.
        events: What had happened.
        irregular: What had happened although it could not.
        set_aside: What was set right later.
        known_on: As known on which day, in a state printed for people; else ``None``.
    """

    schema: Literal["innov-consortium/state/2"]
    policy: Text
    consortium: Text
    on: date
    in_force: ForceInTime
    phase: Phase
    recognised_on: date | None
    ended_on: date | None
    stage: StageDocument
    matters: FrozenMapping[StageDocument]
    changes: tuple[ChangeDocument, ...]
    members: tuple[MemberDocument, ...] | None
    bars: tuple[BarDocument, ...] | None
    events: tuple[EventDocument, ...]
    irregular: tuple[EventDocument, ...]
    set_aside: tuple[EventDocument, ...]
    known_on: date | None = None
