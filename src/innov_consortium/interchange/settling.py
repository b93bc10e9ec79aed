"""Members named anywhere in a document, written out in full before it is structured.

Where a member may stand is read off the classes of the core and of a policy's own events.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, get_args, get_origin

import attrs
from attrs import define, field

from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Corrected, Event
from innov_consortium.core.organizations import MemberKey, Organization
from innov_consortium.errors import Fault
from innov_consortium.interchange.faults import labelled
from innov_consortium.interchange.formats import TYPE_KEY, Sorts, by_tag, fields_of
from innov_consortium.interchange.limits import DEFAULT_LIMITS, Limits, beyond
from innov_consortium.interchange.members import Roster, readable_list
from innov_consortium.interchange.paths import joined

__all__ = ["Settler", "with_corrections"]


@define
class Settler:
    """What settles the members of one document.

    Args:
        sorts: The sorts of events it may tell of.
        faults: What was found wrong so far.
        limits: How many members an application may have.
    """

    sorts: Sorts = ()
    faults: list[Fault] = field(factory=list)
    limits: Limits = DEFAULT_LIMITS
    _rosters: dict[str, Roster] = field(factory=dict, init=False)
    _too_large: list[Fault] = field(factory=list, init=False)

    @property
    def told(self) -> list[Fault]:
        """What was found wrong so far, with the labels of the fields."""
        return [*self._too_large, *(labelled(fault) for fault in self.faults)]

    def settle(self, value: Any, wanted: Any, path: str, roster: Roster | None = None) -> Any:
        """Return a value with each member in it written out in full; what is wrong is noted.

        Args:
            value: The value as written.
            wanted: What it is to become.
            path: Where it stands.
            roster: The members it may speak of; if ``None``, those of an application in it.
        """
        roster = roster or Roster(self.faults, opaque=True)
        if wanted is MemberKey:
            return roster.settle(value, path)
        if get_origin(wanted) in (tuple, frozenset):
            return self._listed(value, wanted, path, roster)
        cl = self.sort_of(value) if wanted is Event else wanted
        if isinstance(value, dict) and cl is not None and attrs.has(cl):
            return self._object(value, cl, path, roster)
        return value

    def _listed(self, value: Any, wanted: Any, path: str, roster: Roster) -> Any:
        item = get_args(wanted)[0]
        if get_origin(wanted) is frozenset and item is MemberKey:
            return roster.settle_list(value, path)
        listed = readable_list(value)
        if listed is None or not _speaks(item):
            return value
        return [self.settle(one, item, f"{path}[{n}]", roster) for n, one in enumerate(listed)]

    def _object(self, value: dict[Any, Any], cl: type[Any], path: str, roster: Roster) -> Any:
        """Settle an object; whatever holds an application speaks of that application's members."""
        if cl is Application:
            roster = self._roster(value, path)
        for name, wanted in fields_of(cl):
            if wanted is Application and isinstance(value.get(name), dict):
                roster = self._roster(value[name], joined(path, name))
        fields = {name: wanted for name, wanted in fields_of(cl) if name in value}
        if cl is Corrected and self.sort_of(value.get("instead")) is Corrected:
            del fields["instead"]  # refused later: a correction takes the place of no correction
        settled = {
            name: self.settle(value[name], wanted, joined(path, name), roster)
            for name, wanted in fields.items()
            if _speaks(wanted)
        }
        return {**value, **settled} if settled else value

    def everybody(self, events: Iterable[tuple[str, Any]]) -> Roster:
        """Return everybody who is or was a member, as far as events tell.

        Where no application can be read, there may be others.

        Args:
            events: The events as written, each with its path.
        """
        applications: list[Roster] = []
        joining: list[Roster] = []
        opaque = False
        for path, event in events:
            opaque = opaque or not isinstance(event, dict)
            for name, wanted in self._listing(event):
                unit = event.get(name)
                if wanted is Organization and unit is not None:
                    joining.append(Roster.of_unit(unit))
                elif wanted is Application and isinstance(unit, dict):
                    applications.append(self._roster(unit, joined(path, name)))
                elif wanted is Application and unit is not None:
                    opaque = True
        parts = (*applications, *joining)
        return Roster.together(parts, self.faults, opaque=opaque or not applications)

    def _listing(self, event: Any) -> Iterable[tuple[str, Any]]:
        """Return the fields in which an event lists members; of one of no sort, those of any."""
        if not isinstance(event, dict):
            return ()
        sort = self.sort_of(event)
        return _fields_listing(self.sorts if sort is None else (sort,))

    def sort_of(self, event: Any) -> type[Event] | None:
        """Return the sort of an event as written; ``None`` if it cannot be told."""
        tag = event.get(TYPE_KEY) if isinstance(event, dict) else None
        return by_tag(self.sorts).get(tag) if type(tag) is str else None

    def _roster(self, application: dict[Any, Any], path: str) -> Roster:
        if path not in self._rosters:
            self._require_few_members(application, path)
            self._rosters[path] = Roster.of(application, path, self.faults)
        return self._rosters[path]

    def _require_few_members(self, application: dict[Any, Any], path: str) -> None:
        participants = readable_list(application.get("participants")) or ()
        if len(participants) >= self.limits.members:  # beside the lead
            given = len(participants) + 1
            at = joined(path, "participants")
            self._too_large.append(beyond("members", given, self.limits, at))


def with_corrections(event: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield an event as written, and what a correction puts in the place of another."""
    yield path, event
    instead = event.get("instead") if isinstance(event, dict) else None
    if instead is not None:
        yield joined(path, "instead"), instead


@cache
def _fields_listing(sorts: Sorts) -> tuple[tuple[str, Any], ...]:
    """Return the fields in which events of any of these sorts list members."""
    fields = dict(pair for one in sorts for pair in fields_of(one))
    return tuple(
        (n, wanted) for n, wanted in fields.items() if wanted in (Application, Organization)
    )


@cache
def _speaks(wanted: Any) -> bool:
    """Return whether a value of a type may name a member."""
    if wanted is MemberKey or wanted is Event:
        return True
    if attrs.has(wanted):
        return any(_speaks(inner) for _, inner in fields_of(wanted))
    return any(_speaks(inner) for inner in get_args(wanted))
