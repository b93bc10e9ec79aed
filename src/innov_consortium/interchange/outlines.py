"""The outline of a history that cannot be read as a whole: enough to hold its events together.

What is wrong between events is told even where one of them has a fault of its own. What cannot be
read takes a form that contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from attrs import define, field

from innov_consortium.core.events import Corrected, Event
from innov_consortium.errors import InvalidInputError
from innov_consortium.interchange import strict
from innov_consortium.interchange.formats import TYPE_KEY
from innov_consortium.interchange.members import readable_list

__all__ = ["outline_of"]

T = TypeVar("T")

_SOMETHING = "—"


def outline_of(document: Any) -> tuple[str, tuple[Event, ...]]:
    """Return the consortium of a history as written, and of each event what tells it from others.

    >>> _, (event,) = outline_of({"events": [{"on": "2026-03-02", "id": "e1", "by": 3}]})
    >>> event.id, event.on
    ('e1', datetime.date(2026, 3, 2))
    """
    whole = document if isinstance(document, dict) else {}
    consortium = _read(whole, "consortium", strict.text)
    drawing = _Drawing(whose=consortium is not None)
    events = tuple(drawing.event(one) for one in readable_list(whole.get("events")) or ())
    return consortium or _SOMETHING, events


@define
class _Drawing:
    """What draws the outlines of events one after another.

    Args:
        whose: Whether it can be told to which consortium they should belong.
        recorded: The last day on which one so far was recorded.
        nameless: Whether one so far may have an id that cannot be read.
        alike: The outlines without a name, which many may share, by their days.
    """

    whose: bool
    recorded: date = date.min
    nameless: bool = False
    alike: dict[tuple[date, date | None], Event] = field(factory=dict)

    def event(self, written: Any) -> Event:
        """Return the outline of the next event."""
        event = written if isinstance(written, dict) else {"id": None}
        late = event.get("recorded_on") is not None
        known = _read(event, "recorded_on" if late else "on", strict.day)
        self.recorded = max(self.recorded, known or self.recorded)
        tag = event.get(TYPE_KEY)
        corrects = type(tag) is str and tag == Corrected.tag
        of = _read(event, "of", strict.text) if corrects and not self.nameless else None
        days = (known or self.recorded, known if late else None)
        names = self._names(event)
        self.nameless = self.nameless or (corrects and of is None)
        common: dict[str, Any] = {"on": days[0], "recorded_on": days[1], **names}
        if of is None:
            drawn = Event(**common)
            return drawn if any(names.values()) else self.alike.setdefault(days, drawn)
        instead = event.get("instead")
        happened = Event(on=date.min, **self._names(instead)) if isinstance(instead, dict) else None
        return Corrected(of=of, instead=happened, **common)

    def _names(self, event: dict[Any, Any]) -> dict[str, Any]:
        """Return an event's own id and its consortium's, as far as they can be read."""
        id_ = _read({"id": "", **event}, "id", strict.text_or_empty)
        self.nameless = self.nameless or id_ is None
        named = _read(event, "consortium", strict.text) if self.whose else None
        return {"id": id_ or "", "consortium": named or ""}


def _read(event: dict[Any, Any], name: str, read: Callable[[Any], T]) -> T | None:
    """Return what stands under a key; ``None`` where that cannot be read."""
    try:
        return read(event.get(name))
    except InvalidInputError:
        return None
