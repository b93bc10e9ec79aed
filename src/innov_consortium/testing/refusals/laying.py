"""From an input fragment to documents: each of its parts set into otherwise valid surroundings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from attrs import define, evolve, field, frozen

from innov_consortium.testing.refusals.places import Places, steps
from innov_consortium.testing.refusals.surroundings import LEAD, PARTICIPANTS, Surroundings

__all__ = ["Laid", "Typed", "day_in", "member", "members", "of_the_core"]

_SCHEME = "case"
_DAYS = frozenset({"deadline", "first", "last", "on", "since"})

#: What a formation is made of, in its order: what of it is shown is not supplied.
_STAGES = (
    "call_issued",
    "filed",
    "district_reviewed",
    "forwarded",
    "expert_reviewed",
    "publicised",
    "recognised",
)


_ENDED = "ended"


@frozen
class Typed:
    """A value of Python that no document holds, for the classes of the core themselves.

    Args:
        path: Where in the document.
        value: The value.
    """

    path: tuple[str, ...]
    value: Any


@define
class Laid:
    """The documents a fragment is set into, and what goes beside them.

    Args:
        around: The surroundings.
        at_issue: The place the error must name, in the words of the case.
        supplied: Whether what has to precede the events shown is supplied.
        places: Where what is.
        case: The document of a case; ``None`` if the fragment has no part of one.
        events: The events shown.
        history: The document of a history; ``None`` if the fragment has no part of one.
        shown: The place of the first event shown.
        typed: What is set in once a document is structured.
        beside: What is no part of a document, by its name.
    """

    around: Surroundings
    at_issue: str
    supplied: bool
    places: Places = field(factory=Places, init=False)
    case: dict[str, Any] | None = field(default=None, init=False)
    events: list[Any] = field(factory=list, init=False)
    history: dict[str, Any] | None = field(default=None, init=False)
    shown: int = field(default=0, init=False)
    typed: list[Typed] = field(factory=list, init=False)
    beside: dict[str, Any] = field(factory=dict, init=False)
    _noted: list[tuple[str, int, str]] = field(factory=list, init=False)

    def the_case(self) -> dict[str, Any]:
        """Return the document of the case, with an application that nothing is wrong with."""
        if self.case is None:
            application = self.around.application()
            self.case = {"application": application, "register": "unknown"}
        return self.case

    def set(self, holder: dict[Any, Any], name: Any, value: Any, path: str) -> None:
        """Set a value into an object of a document; one of the core's goes there later."""
        if of_the_core(name, value):
            self.typed.append(Typed(steps(path), value))
            value = _stand_in(value)
        holder[name] = value

    def is_at_issue(self, *places: str) -> bool:
        """Return whether one of some places of the case is what its error must name."""
        return steps(self.at_issue) in {steps(place) for place in places}

    def renamed(
        self,
        value: Any,
        keys: Mapping[str, str],
        needed: Mapping[str, Any],
        said: str,
        path: str,
    ) -> Any:
        """Return an object with its keys as a document has them, and with what it needs.

        Args:
            value: The object as the case has it; anything else is left as it is.
            keys: The keys that are called otherwise.
            needed: What it must have, unless that is what is at issue.
            said: Where the case has it.
            path: Where the document does.
        """
        if type(value) is not dict:
            return value
        made: dict[Any, Any] = {}
        for key, one in value.items():
            name = keys.get(key, key)
            self.places.note(f"{said}.{key}", f"{path}.{name}")
            self.set(made, name, member(one) if name == "unit" else one, f"{path}.{name}")
        for name, one in needed.items():
            called = next((k for k, v in keys.items() if v == name), name)
            if name not in made and not self.is_at_issue(f"{said}.{called}", f"{said}.{name}"):
                made[name] = one
        return made

    # --- what happened --------------------------------------------------------------------------

    def add(self, event: Any, said: str) -> int:
        """Add an event shown, and return its place among those."""
        self.events.append(event)
        self.note(said, len(self.events) - 1)
        return len(self.events) - 1

    def note(self, said: str, n: int, name: str = "") -> None:
        """Note where a place of the case is found in an event shown."""
        self._noted.append((said, n, f".{name}" if name else ""))

    def day_after_all(self) -> date:
        """Return a day on which something may happen after all that is shown so far."""
        asked = day_in(self.beside.get("as_of")) or date(2026, 12, 10)
        return max([*self._days(), asked])

    def finish(self) -> None:
        """Put before the events shown what has to precede them."""
        if not self.events:
            return
        told = [event for event in self.events if isinstance(event, dict)]
        until = self._until([event.get("type") for event in told]) if self.supplied else 0
        history = self.around.formation(until=until, before=min(self._days(), default=None))
        names = (event.get("consortium") for event in told)
        own = next((n for n in names if type(n) is str and n), history["consortium"])
        self.shown = len(history["events"])
        events = [*history["events"], *self.events]
        self.history = {**history, "consortium": own, "events": events}
        for said, n, below in self._noted:
            self.places.note(said, f"events[{self.shown + n}]{below}")
        self.typed = [self._moved(one) for one in self.typed]

    def _until(self, types: list[Any]) -> int:
        """Return how much of a formation is supplied: whatever the events shown do not show.

        What is shown to end must have been recognised before.
        """
        begun = types[: types.index(_ENDED)] if _ENDED in types else types
        return min((_STAGES.index(one) for one in begun if one in _STAGES), default=len(_STAGES))

    def _days(self) -> list[date]:
        told = (event.get("on") for event in self.events if isinstance(event, dict))
        return [day for on in told if (day := day_in(on)) is not None]

    def _moved(self, one: Typed) -> Typed:
        if one.path[0] != "events":
            return one
        n = str(int(one.path[1]) + self.shown)
        return evolve(one, path=("events", n, *one.path[2:]))


def day_in(value: object) -> date | None:
    """Return the day a value is, or writes; ``None`` if it is none."""
    if isinstance(value, date):
        return None if isinstance(value, datetime) else value
    try:
        return date.fromisoformat(value) if type(value) is str and len(value) == 10 else None  # noqa: PLR2004 - YYYY-MM-DD
    except ValueError:
        return None


def of_the_core(name: object, value: object) -> bool:
    """Return whether a value is of a sort that a field takes in the core, and no document holds.

    >>> of_the_core("amount", Decimal(1)), of_the_core("name", Decimal(1)), of_the_core("on", "x")
    (True, False, False)
    """
    if type(name) is not str:
        return False
    if isinstance(value, Decimal):
        return name == "amount"
    return isinstance(value, date) and (name in _DAYS or name.endswith("_on"))


def _stand_in(value: date | Decimal) -> str:
    if isinstance(value, Decimal):
        return "1.00"
    return date(value.year, value.month, value.day).isoformat()


def members(value: Any) -> Any:
    """Return whom a list of names stands for."""
    return [member(one) for one in value] if type(value) is list else value


def member(value: Any) -> Any:
    """Return whom a name stands for: a unit of the format, or else a stranger of that name."""
    if type(value) is not str:
        return value
    for unit in (LEAD, *PARTICIPANTS):
        college = unit.get("college", "")
        if value in (unit["name"], unit["id"], f"{unit['name']} {college}", unit["name"] + college):
            return {"id": unit["id"], "college": college} if college else unit["id"]
    return value if value.isascii() and value.isalnum() else {"scheme": _SCHEME, "value": value}
