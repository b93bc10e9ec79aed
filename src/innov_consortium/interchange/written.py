"""Cases and histories as documents: what is handed back, so that structuring it gives the same."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
from attrs import frozen

from innov_consortium.core.case import Case, Dossier, Surroundings
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Event
from innov_consortium.core.organizations import Identifier, MemberKey, Organization
from innov_consortium.core.records import Record
from innov_consortium.core.register import Register
from innov_consortium.interchange.formats import (
    APPLICATION_SCHEMA,
    CASE_SCHEMA,
    HISTORY_SCHEMA,
    SCHEMA_KEY,
    TYPE_KEY,
    fields_of,
)
from innov_consortium.interchange.sorts import require_case, require_dossier
from innov_consortium.interchange.strict import MOST_DIGITS
from innov_consortium.interchange.surroundings import UNKNOWN

__all__ = [
    "unstructure_application",
    "unstructure_case",
    "unstructure_dossier",
    "unstructure_event",
    "written_amount",
    "written_identifier",
    "written_part",
]


def unstructure_application(application: Application) -> dict[str, Any]:
    """Return the document of an application; nothing is left out, and what is not known is null.

    It states its ``schema``: without that key it is what stands under ``application`` in a case.
    """
    stated = {SCHEMA_KEY: APPLICATION_SCHEMA}
    return {**stated, **_Writer.of(application.members).fields(application)}


def unstructure_case(case: Case) -> dict[str, Any]:
    """Return the document of a case; nothing is left out, and what is not known is null.

    Raises:
        InvalidInputError: It is no case: ``type_error``.
    """
    require_case(case)
    return {SCHEMA_KEY: CASE_SCHEMA, **_Writer.of(case.application.members).fields(case)}


def unstructure_dossier(dossier: Dossier) -> dict[str, Any]:
    """Return the document of a history and of what is known around it.

    Of an event whatever is as it would be if nothing were said is left out; of all else nothing.

    Raises:
        InvalidInputError: It is no dossier: ``type_error``.
    """
    require_dossier(dossier)
    history = dossier.history
    writer = _Writer.of(_members_in(history.events))
    return {
        SCHEMA_KEY: HISTORY_SCHEMA,
        "consortium": history.consortium,
        "events": [writer.plain(event) for event in history.events],
        **writer.fields(dossier, (a.name for a in attrs.fields(Surroundings))),
    }


def unstructure_event(event: Event) -> dict[str, Any]:
    """Return the document of an event; whatever is as if nothing were said is left out.

    >>> from innov_consortium.core.events import Recognised
    >>> unstructure_event(Recognised(on=date(2026, 6, 1), by="市科技局"))
    {'type': 'recognised', 'on': '2026-06-01', 'by': '市科技局'}
    """
    return _Writer.of(_members_in([event])).event(event)


def written_part(part: Any) -> dict[str, Any]:
    """Return what stands in a case, written on its own; nothing is left out.

    A member is written with its college where it has one, and else by its identifier alone.
    """
    return _Writer.of(()).fields(part)


def written_identifier(identifier: Identifier) -> str | dict[str, str]:
    """Return an identifier as a document has it: a unified social credit code by itself.

    >>> written_identifier(Identifier("LEI", "529900T8BM49AURSDO55"))
    {'scheme': 'LEI', 'value': '529900T8BM49AURSDO55'}
    """
    if identifier.is_uscc:
        return identifier.value
    return {"scheme": identifier.scheme, "value": identifier.value}


def written_amount(amount: Decimal) -> str:
    """Return an exact amount as a document has it: in digits, no more of them than can be read.

    >>> [written_amount(Decimal(text)) for text in ("10000000.01", "1.50", "1E+7", "-0")]
    ['10000000.01', '1.50', '10000000', '0']
    """
    written = format(amount or amount.copy_abs(), "f")
    decimals = written.partition(".")[2]
    return written.rstrip("0").rstrip(".") if len(decimals) > MOST_DIGITS else written


def _members_in(events: Iterable[Event]) -> Iterator[Organization]:
    """Yield everybody who is or was a member, as far as events tell."""
    for event in events:
        for name, _ in fields_of(type(event)):
            told = getattr(event, name)
            if isinstance(told, Event):
                yield from _members_in([told])
            elif isinstance(told, Application):
                yield from told.members
            elif isinstance(told, Organization):
                yield told


@frozen
class _Writer:
    """What writes the parts of a document.

    Args:
        rank: The place of each member.
        members: For each identifier, the members that have it.
    """

    rank: dict[MemberKey, int]
    members: dict[Identifier, set[MemberKey]]

    @classmethod
    def of(cls, units: Iterable[Organization]) -> _Writer:
        """Return what writes where certain members, and no others, may be spoken of."""
        keys = list(dict.fromkeys(unit.key for unit in units))
        members: dict[Identifier, set[MemberKey]] = {}
        for key in keys:
            members.setdefault(key.id, set()).add(key)
        return cls({key: n for n, key in enumerate(keys)}, members)

    def fields(self, value: Any, names: Iterable[str] | None = None) -> dict[str, Any]:
        """Return an object with its fields, or with some of them."""
        written = (name for name, _ in fields_of(type(value))) if names is None else names
        return {name: self.plain(getattr(value, name)) for name in written}

    def event(self, event: Event) -> dict[str, Any]:
        """Return an event; its own application, where it has one, says who is meant in it."""
        filed = [
            v for n, _ in fields_of(type(event)) if isinstance(v := getattr(event, n), Application)
        ]
        writer = _Writer.of(filed[0].members) if filed else self
        said = [
            a.name
            for a in attrs.fields(type(event))
            if a.init and (a.default is attrs.NOTHING or getattr(event, a.name) != a.default)
        ]
        return {TYPE_KEY: event.tag, **writer.fields(event, said)}

    def plain(self, value: Any) -> Any:  # noqa: PLR0911 - one line a sort of value
        """Return a value as a document has it."""
        if value is None or isinstance(value, bool | int | str):
            return value
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, Decimal):
            return written_amount(value)
        if isinstance(value, enum.Enum):
            return value.value
        if isinstance(value, Identifier):
            return written_identifier(value)
        if isinstance(value, MemberKey):
            return self.member(value)
        if isinstance(value, frozenset | tuple):
            return [self.plain(item) for item in self.ordered(value)]
        if isinstance(value, Event):
            return self.event(value)
        if isinstance(value, Register | Record) and value == type(value).unknown():
            return UNKNOWN
        return self.fields(value)

    def member(self, key: MemberKey) -> Any:
        """Return a member's identifier, with the college where the identifier does not tell."""
        written = self.plain(key.id)
        if key.college is None and self.members.get(key.id, {key}) == {key}:
            return written
        return {"id": written, "college": key.college}

    def ordered(self, items: Collection[Any]) -> Iterable[Any]:
        """Return the items of a tuple as they stand, those of a set in an order of their own."""
        return sorted(items, key=self.place) if isinstance(items, frozenset) else items

    def place(self, item: Any) -> tuple[int, str]:
        """Return the place of an item of a set: members in their order, then the rest by letter."""
        return (self.rank.get(item, len(self.rank)), str(item))
