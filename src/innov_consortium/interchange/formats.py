"""What documents there are: their names, their keys, and the sorts of events they may tell of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType, UnionType
from typing import Any, Union, get_args, get_origin

import attrs
from attrs import Attribute, frozen

from innov_consortium.core.case import Case, Surroundings
from innov_consortium.core.changes import CHANGES
from innov_consortium.core.events import SHARED, Event
from innov_consortium.core.policy import Policy

__all__ = [
    "APPLICATION_SCHEMA",
    "CASE_SCHEMA",
    "HISTORY_SCHEMA",
    "SCHEMA_KEY",
    "TYPE_KEY",
    "HistoryDocument",
    "Sorts",
    "by_tag",
    "fields_of",
    "keys_of",
    "sorts_of",
]

#: The format of an application, as a document may state it under ``schema``.
APPLICATION_SCHEMA = "innov-consortium/application/2"

#: The format of a case, as a document may state it under ``schema``.
CASE_SCHEMA = "innov-consortium/case/2"

#: The format of a consortium's history, stated in the same way.
HISTORY_SCHEMA = "innov-consortium/history/2"

#: The key by which a document says which format it has.
SCHEMA_KEY = "schema"

#: The key by which an event says of which sort it is.
TYPE_KEY = "type"

#: Sorts of events, in the order in which they are listed to somebody who wrote none of them.
Sorts = tuple[type[Event], ...]


def _own_first(cls: type[Any], fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
    return sorted(fields, key=lambda a: a.name not in cls.__annotations__)


@frozen(kw_only=True, field_transformer=_own_first)
class HistoryDocument(Surroundings):
    """What a document says of a consortium: its history, and beside it what is known around it.

    Args:
        consortium: The consortium's own id or name.
        events: What happened.
    """

    consortium: str
    events: tuple[Event, ...]


def sorts_of(policy: Policy) -> Sorts:
    """Return the sorts of events a document may tell of under a policy."""
    return (*SHARED, *CHANGES, *policy.events)


@cache
def by_tag(sorts: Sorts) -> Mapping[str, type[Event]]:
    """Return sorts of events by what a document writes for each under ``type``."""
    return MappingProxyType({sort.tag: sort for sort in sorts})


def fields_of(cl: type[Any]) -> tuple[tuple[str, Any], ...]:
    """Return the fields a document gives of a class, each with the type of what is given there.

    >>> fields_of(HistoryDocument)[0]
    ('consortium', <class 'str'>)
    """
    hashable: Any = cl  # mypy takes the class for one of its instances
    return _fields_of(hashable)


@cache
def _fields_of(cl: type[Any]) -> tuple[tuple[str, Any], ...]:
    resolved = attrs.fields(attrs.resolve_types(cl))
    return tuple((a.name, _given(a.type)) for a in resolved if a.init)


def keys_of(cl: type[Any]) -> list[str]:
    """Return the keys an object of a document may have.

    >>> keys_of(HistoryDocument)[:4]
    ['schema', 'consortium', 'events', 'register']
    """
    keys = [a.name for a in attrs.fields(cl) if a.init]
    if cl in (Case, HistoryDocument):
        return [SCHEMA_KEY, *keys]
    return [TYPE_KEY, *keys] if issubclass(cl, Event) else keys


def _given(wanted: Any) -> Any:
    """Return the type of a value that is given, where null would be allowed as well."""
    if get_origin(wanted) not in (Union, UnionType):
        return wanted
    others = [one for one in get_args(wanted) if one is not type(None)]
    return others[0] if len(others) == 1 else wanted
