"""What ties consortia to one another: the units and the persons they have in common."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeAlias

from attrs import frozen

from innov_consortium.core.changes import ChangeEvent
from innov_consortium.core.consortium import Application, Person
from innov_consortium.core.events import Event, Filed
from innov_consortium.core.organizations import Identifier, Organization

__all__ = ["Tie", "connected", "ties_of", "ties_of_event"]


@frozen
class _Called:
    """A person by the name, or by what tells persons of one name apart: never shown."""

    name: str | None
    id: str | None

    def __repr__(self) -> str:
        return "_Called(…)"


#: A legal person, or a name or number under which a natural person may be the same as another.
Tie: TypeAlias = Identifier | _Called


def ties_of(application: Application, others: Iterable[Organization | Person] = ()) -> set[Tie]:
    """Return every unit and person that an application has to do with.

    Members, their parents, predecessors and legal persons, and whoever holds a post. Two persons
    of one name may be one person, so that a name ties as well as a number.

    Args:
        application: The application.
        others: Units and persons beside it.
    """
    found: set[Tie] = set()
    for unit in (*application.members, *(o for o in others if isinstance(o, Organization))):
        found |= {unit.id, unit.legal_person, *unit.succeeds}
        if unit.parent is not None:
            found.add(unit.parent)
    governance = application.governance
    posts = () if governance is None else (governance.principal, governance.technologist)
    for person in (*posts, *others):
        if isinstance(person, Person):
            found |= _called(person)
    return found


def ties_of_event(event: Event) -> set[Tie]:
    """Return every unit and person that an event brings in: by an application or a change."""
    if isinstance(event, Filed) and event.application is not None:
        return ties_of(event.application)
    if isinstance(event, ChangeEvent):
        found: set[Tie] = set() if event.joining is None else {event.joining.id}
        return found | _called(event.person) if isinstance(event.person, Person) else found
    return set()


def _called(person: Person) -> set[Tie]:
    named: set[Tie] = {_Called(person.name, None)}
    return named if person.id is None else {*named, _Called(None, person.id)}


def connected(ties: Sequence[frozenset[Hashable]]) -> Iterator[tuple[int, ...]]:
    """Yield the places of those that have something in common, directly or through others.

    What one of them does bears on the others of its group at most: a cap counts a unit's consortia,
    a bar binds a unit or a person.

    Args:
        ties: What each of them is tied by.

    >>> groups = connected([frozenset("a"), frozenset("bc"), frozenset("ab"), frozenset()])
    >>> list(groups)
    [(0, 1, 2), (3,)]
    """
    above = list(range(len(ties)))

    def top(n: int) -> int:
        while above[n] != n:
            above[n] = n = above[above[n]]
        return n

    first: dict[Hashable, int] = {}
    for n, theirs in enumerate(ties):
        for tie in theirs:
            one, other = top(first.setdefault(tie, n)), top(n)
            above[max(one, other)] = min(one, other)
    groups: dict[int, list[int]] = {}
    for n in range(len(ties)):
        groups.setdefault(top(n), []).append(n)
    yield from map(tuple, groups.values())
