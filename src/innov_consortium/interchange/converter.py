"""The converter from documents to the classes of the core.

A document mirrors those classes field by field: what cattrs knows of them it reads off the classes.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar, get_origin

import attrs
from attrs import frozen
from cattrs import Converter

from innov_consortium.core.calendars import Calendar
from innov_consortium.core.consortium import Person, Vacancy
from innov_consortium.core.events import Corrected, Event
from innov_consortium.core.organizations import Identifier, MemberKey
from innov_consortium.core.records import Record
from innov_consortium.core.register import Register
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import strict
from innov_consortium.interchange.formats import TYPE_KEY, Sorts, by_tag, fields_of
from innov_consortium.interchange.lists import set_of, tuple_of
from innov_consortium.interchange.objects import Hook, object_of
from innov_consortium.interchange.stored_values import with_stored_values
from innov_consortium.interchange.surroundings import calendar_of, known_or_unknown

__all__ = ["structure_as"]

T = TypeVar("T")

_POST = Person | Vacancy | None


@frozen
class Member:
    """A member as a document names it where its identifier alone does not tell."""

    id: Identifier
    college: str | None = None


def structure_as(value: object, wanted: type[T], sorts: Sorts = ()) -> T:
    """Return what a value says, as one of the core's classes.

    Args:
        value: The value.
        wanted: The class.
        sorts: The sorts of events there may be in it.

    Raises:
        InvalidInputError: Something in it is wrong.
    """
    return _converter(sorts).structure(value, wanted)


def _identifier(converter: Converter) -> Hook:
    written_out = object_of(Identifier, converter)

    def structure(value: Any, _: Any) -> Identifier:
        if isinstance(value, dict):
            identifier: Identifier = written_out(value, Identifier)
            return identifier
        if type(value) is not str:
            raise strict.wrong_type(
                value,
                "统一社会信用代码（文字），境外的为 {scheme, value}",
                "a unified social credit code as text, or {scheme, value} for one abroad",
            )
        return Identifier.uscc(strict.text(value))

    return structure


def _member(converter: Converter) -> Hook:
    written_out = object_of(Member, converter)
    identifier = converter.get_structure_hook(Identifier)

    def structure(value: Any, _: Any) -> MemberKey:
        if isinstance(value, dict) and "id" in value:
            member: Member = written_out(value, Member)
            return MemberKey(member.id, member.college)
        return MemberKey(identifier(value, Identifier))

    return structure


def _post(converter: Converter) -> Hook:
    def structure(value: Any, _: Any) -> Person | Vacancy | None:
        if value is None:
            return None
        if isinstance(value, dict):
            return converter.structure(value, Person)
        if type(value) is str and value == Vacancy.VACANT.value:
            return Vacancy.VACANT
        fault = Fault(
            FaultKind.INVALID_VALUE if type(value) is str else FaultKind.TYPE_ERROR,
            "",
            "应为 {name, id}；空缺的写 'vacant'，不明的写 null",
            "must be {name, id}, 'vacant' for a post known to be empty, or null",
        )
        raise InvalidInputError([fault])

    return structure


def _event(converter: Converter, sorts: Sorts) -> Hook:
    any_event = object_of(Event, converter)

    def structure(value: Any, _: Any) -> Event:
        given = strict.require_object(value)
        rest = {key: inner for key, inner in given.items() if key != TYPE_KEY}
        try:
            sort = by_tag(sorts)[_tag(given, sorts)]
        except InvalidInputError as error:
            common = {key: rest[key] for key, _ in fields_of(Event) if key in rest}
            found = (*error.faults, *_faults(any_event, common))
        else:
            event: Event = converter.structure(rest, sort)
            return event
        raise InvalidInputError(found)

    return structure


def _tag(event: dict[str, Any], sorts: Sorts) -> str:
    if TYPE_KEY in event:
        try:
            return strict.one_of(event[TYPE_KEY], by_tag(sorts))
        except InvalidInputError as error:
            raise error.under(TYPE_KEY) from None
    listed = tuple(by_tag(sorts))
    zh = f"缺少，必须填写；可选：{'、'.join(listed)}"
    en = f"is missing; it must be one of {', '.join(listed)}"
    raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, TYPE_KEY, zh, en)])


def _faults(structure: Hook, value: Any) -> tuple[Fault, ...]:
    try:
        structure(value, Event)
    except InvalidInputError as error:
        return error.faults
    return ()


def _instead(converter: Converter) -> Hook:
    def structure(value: Any, _: Any) -> Event | None:
        if value is None:
            return None
        if isinstance(value, dict) and value.get(TYPE_KEY) == Corrected.tag:
            zh, en = "更正的内容不能又是更正", "must be what happened, not another correction"
            raise InvalidInputError([Fault(FaultKind.INCONSISTENT, "", zh, en)])
        event: Event = converter.structure(value, Event)
        return event

    return structure


@lru_cache(maxsize=32)
def _converter(sorts: Sorts) -> Converter:
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    hook_factory: Any = converter.register_structure_hook_factory  # typed as a decorator only
    hook_factory(attrs.has, object_of)
    hook_factory(_is_a(tuple), tuple_of)
    hook_factory(_is_a(frozenset), set_of)
    converter.register_structure_hook_func(lambda t: t == _POST, _post(converter))
    converter.register_structure_hook(str, strict.text)
    converter.register_structure_hook(bool, strict.truth)
    converter.register_structure_hook(int, strict.whole)
    converter.register_structure_hook(Decimal, strict.amount)
    converter.register_structure_hook(date, strict.day)
    converter.register_structure_hook(enum.Enum, strict.choice)
    converter.register_structure_hook(Identifier, _identifier(converter))
    converter.register_structure_hook(MemberKey, _member(converter))
    converter.register_structure_hook(Register, known_or_unknown(Register, converter))
    converter.register_structure_hook(Record, known_or_unknown(Record, converter))
    converter.register_structure_hook(Calendar, calendar_of(converter))
    with_stored_values(converter)
    converter.register_structure_hook_func(lambda t: t is Event, _event(converter, sorts))
    corrected = object_of(Corrected, converter, instead=_instead(converter))
    converter.register_structure_hook_func(lambda t: t is Corrected, corrected)
    return converter


def _is_a(origin: type[Any]) -> Callable[[Any], bool]:
    def is_one(wanted: Any) -> bool:
        found: Any = get_origin(wanted)
        return found is origin

    return is_one
