"""What is told of a consortium: events, each with where the case tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from attrs import field, fields_dict, frozen

from innov_consortium.core.attestations import Attestation
from innov_consortium.core.events import Event
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Engagement
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import structure_event
from innov_consortium.testing.cases.cast import Cast
from innov_consortium.testing.cases.given import Facts
from innov_consortium.testing.cases.problems import NotUnderstoodError

__all__ = ["Happened", "Told", "common", "day_of", "event_of", "made", "own_event"]

_ON = ("on", "date", "day")


@frozen
class Told:
    """An event, and where the case tells of it.

    Args:
        event: The event.
        source: Its place in the case; empty for one that the case takes for granted, which is not
            judged.
    """

    event: Event
    source: str = ""


@frozen
class Happened:
    """What has been told of a consortium so far.

    Args:
        day: The day asked about.
        told: The events, in the order in which they are told.
        attestations: What was established beside them.
        engagements: What units that join take part in elsewhere.
        unknown_elsewhere: Whether that is not all for one of them.
        left_out: What does not bear on the question, for the note.
    """

    day: date
    told: list[Told] = field(factory=list)
    attestations: list[Attestation] = field(factory=list)
    engagements: list[Engagement] = field(factory=list)
    unknown_elsewhere: list[str] = field(factory=list)
    left_out: list[str] = field(factory=list)

    def tell(self, events: Iterable[Event | None], source: str = "") -> None:
        """Add events; ``None`` is what did not happen."""
        self.told.extend(Told(event, source) for event in events if event is not None)


def event_of(sort: type[Event], on: date, **said: Any) -> Event:
    """Return an event with what its sort can say."""
    able = fields_dict(sort)
    return sort(on=on, **{k: v for k, v in said.items() if k in able})


def made(sort: type[Event], on: date | None, **said: Any) -> Event | None:
    """Return an event with what its sort can say; ``None`` if it did not happen."""
    return None if on is None else event_of(sort, on, **said)


def day_of(part: Facts, *names: str) -> date:
    """Return the day of an event.

    Raises:
        InvalidInputError: It has none.
    """
    on = part.day(*(names or _ON))
    if on is None:
        path = part.name_of(*(names or _ON))
        zh, en = "事件须有日期", "an event needs a day"
        raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, path, zh, en)])
    return on


def common(part: Facts, cast: Cast) -> Mapping[str, Any]:
    """Return what any event may say of itself."""
    return {
        "by": cast.actor(part),
        "document": part.text("document", "document_number", "doc") or "",
        "recorded_on": part.day("recorded_on"),
        "id": part.text("id") or "",
        "consortium": part.text("consortium", "consortium_id") or "",
    }


def own_event(document: Mapping[str, Any], policy: Policy) -> Event:
    """Return an event of a sort that is a policy's own.

    Raises:
        NotUnderstoodError: The policy has no such events.
    """
    if document["type"] not in {sort.tag for sort in policy.events}:
        said = document["type"]
        raise NotUnderstoodError(path="events", value=said, why="no event of this policy")
    return structure_event(document, policy)
