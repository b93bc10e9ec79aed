"""Which provisions of a policy read a field: ``x-provision``, from what its facts say they read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias, get_args

import attrs

from innov_consortium.core.case import Surroundings
from innov_consortium.core.changes import ChangeEvent
from innov_consortium.core.consortium import Application, Person
from innov_consortium.core.events import EvaluationEvent, ProjectEvent
from innov_consortium.core.organizations import Identifier, MemberKey, Organization
from innov_consortium.core.periods import Window
from innov_consortium.core.policy import Policy
from innov_consortium.core.tracing import trace
from innov_consortium.interchange.formats import Sorts, by_tag, fields_of, sorts_of
from innov_consortium.interchange.paths import steps
from innov_consortium.interchange.schemas.leaves import Schema

__all__ = ["PROVISION", "annotating", "readers_of"]

#: The keyword under which the provisions stand that read a field.
PROVISION = "x-provision"

#: A class of the core, with the names that lead from it to a field.
_Place: TypeAlias = tuple[type[Any], tuple[str, ...]]

_Readers: TypeAlias = Mapping[_Place, tuple[str, ...]]

#: What a policy puts together of several events, and the events that tell of it.
_TOLD_BY: Mapping[str, type[Any]] = {
    "changes": ChangeEvent,
    "evaluations": EvaluationEvent,
    "projects": ProjectEvent,
    "members": Organization,
}

#: Classes that stand in many places; what is read of one of them stands where it is read.
_ANYWHERE = (Organization, Person, Identifier, MemberKey, Window)


def annotating(policy: Policy) -> Callable[[type[Any], dict[str, Schema]], None]:
    """Return what adds to the properties of a class the provisions that read each."""
    readers = readers_of(policy)

    def annotate(cl: type[Any], properties: dict[str, Schema]) -> None:
        for (holder, names), provisions in readers.items():
            if issubclass(cl, holder) and names[0] in properties:
                properties[names[0]] = _with(properties[names[0]], names[1:], provisions)

    return annotate


def _with(piece: Schema, names: tuple[str, ...], provisions: tuple[str, ...]) -> Schema:
    """Return a piece that says who reads it, or what is below it."""
    if not names:
        return {**piece, PROVISION: list(provisions)}
    if "items" in piece:
        return {**piece, "items": _with(piece["items"], names, provisions)}
    inner = piece.get("properties", {})
    below = _with(inner.get(names[0], {}), names[1:], provisions)
    return {**piece, "properties": {**inner, names[0]: below}}


def readers_of(policy: Policy) -> _Readers:
    """Return the provisions that read each field of a document, in the order of the law."""
    if "readers" not in policy.memo:
        policy.memo["readers"] = _readers(policy)
    readers: _Readers = policy.memo["readers"]
    return readers


def _readers(policy: Policy) -> _Readers:
    found: dict[_Place, set[str]] = {}
    for place, provision in _reads(policy):
        found.setdefault(place, set()).add(provision)
    rank = {provision: n for n, provision in enumerate(policy.ledger)}
    return {
        place: tuple(sorted(provisions, key=lambda p: rank.get(p, len(rank))))
        for place, provisions in sorted(found.items(), key=lambda pair: str(pair[0]))
    }


def _reads(policy: Policy) -> Iterator[tuple[_Place, str]]:
    """Yield every place that a norm reads, with the norm's provision."""
    sorts = sorts_of(policy)
    paths = {source.name: source.path for source in policy.items}
    stepped = {step.name: step.event for step in policy.steps}
    for fact in (fact for fact in policy.facts if fact.reads):
        resting = [one for one in trace(policy, fact.name).resting if one.provision]
        items = [""] if fact.each is None else [paths[fact.each](n) for n in (0, 1)]
        for path in {read.format(item) for read in fact.reads for item in items}:
            for one in resting:
                acts = (stepped[one.of],) if one.of in stepped else sorts
                yield from ((place, one.provision) for place in _places(path, sorts, acts))


def _places(path: str, sorts: Sorts, acts: Sorts) -> Iterator[_Place]:
    """Yield the places in a document that a path is about; of what is derived there are none.

    >>> [names for _, names in _places("application.lead.zone", (), ())]
    [('lead', 'zone')]
    """
    (first, index), *rest = steps(path)
    names = tuple(name for name, _ in rest)
    if first == "events":
        sort = by_tag(sorts).get(index)
        starts: tuple[type[Any], ...] = () if sort is None else (sort,)
    elif first == "act":
        starts = acts
    elif first == "application":
        starts = (Application,)
    elif first in _TOLD_BY:
        starts = (_TOLD_BY[first],)
    else:
        starts, names = (Surroundings,), (first, *names)
    yield from (place for start in starts if (place := _nearest(start, names)) is not None)


def _nearest(start: type[Any], names: tuple[str, ...]) -> _Place | None:
    """Return the place seen from the last class on the way that stands in one place only."""
    holder, since = start, 0
    at: type[Any] | None = start
    for n, name in enumerate(names):
        known = {} if at is None else dict(fields_of(at))
        if name not in known and not _some_have(at, name):
            return None
        at = _class_in(known.get(name))
        if at is not None and at not in _ANYWHERE and n + 1 < len(names):
            holder, since = at, n + 1
        elif at is not None and at in _ANYWHERE:
            break
    return (holder, names[since:]) if names else None


def _some_have(cl: type[Any] | None, name: str) -> bool:
    """Return whether a class is a base, of whose kinds some have a field."""
    kinds: list[Any] = [] if cl is None else cl.__subclasses__()
    return any(name in dict(fields_of(kind)) for kind in kinds)


def _class_in(wanted: Any) -> type[Any] | None:
    """Return the class that a field holds, by itself or in a list; ``None`` if it holds none."""
    if isinstance(wanted, type) and attrs.has(wanted):
        return wanted
    return next((cl for inner in get_args(wanted) if (cl := _class_in(inner)) is not None), None)
