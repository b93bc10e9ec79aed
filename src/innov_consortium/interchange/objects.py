"""Objects of a document, as classes of the core: unknown keys refused, all faults found at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

import attrs
from cattrs import ClassValidationError, Converter
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, override

from innov_consortium.core.calendars import Calendar
from innov_consortium.core.changes import CHANGES
from innov_consortium.core.consortium import Governance, Person
from innov_consortium.core.events import (
    SHARED,
    Corrected,
    EvaluationEvent,
    Event,
    ProjectCalled,
)
from innov_consortium.core.organizations import Organization
from innov_consortium.core.records import EarlierFunding, Misconduct
from innov_consortium.core.register import Engagement
from innov_consortium.core.text import suggestion
from innov_consortium.errors import MOST_FAULTS, Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import strict
from innov_consortium.interchange.faults import NO_KNOWN_KEY
from innov_consortium.interchange.formats import fields_of, keys_of
from innov_consortium.interchange.paths import is_plain, joined

__all__ = ["Hook", "object_of", "special_hooks", "year_or_null"]

#: What cattrs calls with a value and the type wanted.
Hook = Callable[[Any, Any], Any]

_SOMEBODY = {"scheme": "—", "value": "—"}
_DAY = "0001-01-01"
_EVENT = {"on": _DAY}

#: As much of an unknown key as is compared with those known, in characters.
_LONGEST_KEY = 60

#: How keys are written; what is written otherwise around a post may be somebody's name.
_WRITTEN_AS_KEYS = re.compile(r"[a-z][a-z0-9_]{0,59}")

#: The names of fields that hold a year, wherever they stand.
_YEARS = frozenset({"year", "evaluation_year", "cycle_from"})

#: For classes whose fields may contradict one another: what takes the place of a required field
#: that cannot be read, chosen so that it contradicts nothing. Of an event a policy adds only what
#: can be read is looked at again.
_STAND_INS: Mapping[type[Any], Mapping[str, Any]] = {
    **dict.fromkeys((*SHARED, *CHANGES), _EVENT),
    Corrected: {"of": "—"},
    Organization: {"name": "—", "id": _SOMEBODY, "kind": "university"},
    Engagement: {"consortium": "—", "unit": _SOMEBODY, "role": "lead"},
    Calendar: {"days_off": [], "window": {"first": _DAY, "last": "9999-12-31"}},
    EarlierFunding: {},
}

#: Fields in whose absence others would contradict one another.
_NEEDED: Mapping[type[Any], frozenset[str]] = {Corrected: frozenset({"on", "recorded_on"})}


def object_of(cl: type[Any], converter: Converter, **hooks: Hook) -> Hook:
    """Return what makes a ``cl`` of an object.

    An unreadable field does not hide what contradicts among the others: they are looked at again
    without it.

    Args:
        cl: The class.
        converter: What structures the fields.
        hooks: For fields that are not what their type alone says, what structures them.
    """
    special = {**special_hooks(cl), **hooks}
    overrides: dict[str, Any] = {name: override(struct_hook=hook) for name, hook in special.items()}
    structure_fields: Hook = make_dict_structure_fn(
        cl, converter, _cattrs_forbid_extra_keys=True, **overrides
    )

    def structure(value: Any, _: Any) -> Any:
        given = strict.require_object(value)
        try:
            return structure_fields(given, cl)
        except ClassValidationError as error:
            told = chain(_faults(error, cl), _contradictions(structure_fields, error, given, cl))
            found = tuple(islice(told, MOST_FAULTS + 1))
        raise InvalidInputError(found)  # the errors are let go: each holds all that led to it

    return structure


def _faults(error: ClassValidationError, cl: type[Any]) -> Iterator[Fault]:
    """Yield what is wrong with the fields of a ``cl``, then with the whole."""
    fields, others = error.group_exceptions()
    for inner, note in fields:
        yield from _faults_of(inner, note.name, cl)
    for inner in others:
        yield from _faults_of(inner, "", cl)


def _faults_of(error: Exception, name: str, cl: type[Any]) -> Iterator[Fault]:
    if isinstance(error, InvalidInputError):
        yield from error.under(name).faults
    elif isinstance(error, KeyError):
        yield Fault(FaultKind.INVALID_VALUE, name, "缺少，必须填写", "is missing; it must be given")
    elif isinstance(error, ForbiddenExtraKeysError):
        yield from (_unknown_key(key, cl) for key in sorted(error.extra_fields))
    else:
        raise error


def _unknown_key(key: str, cl: type[Any]) -> Fault:
    keys = keys_of(cl)
    meant = suggestion(key[:_LONGEST_KEY], keys)
    zh, en = f"可用的键有：{'、'.join(keys)}{meant[0]}", f"the keys are {', '.join(keys)}{meant[1]}"
    kind = FaultKind.INVALID_VALUE
    if _may_name_somebody(key, cl):
        return Fault(kind, "", f"有不可用的键；{zh}", f"has a key that is not known; {en}")
    return Fault(kind, joined("", key), f"没有这个键；{zh}", f"{NO_KNOWN_KEY}; {en}")


def _may_name_somebody(key: str, cl: type[Any]) -> bool:
    """Return whether a name may be written where a key stands: plainly in a post or around one."""
    if not is_plain(key):
        return True
    around = issubclass(cl, Governance | Misconduct) and not _WRITTEN_AS_KEYS.fullmatch(key)
    return around or issubclass(cl, Person)


def special_hooks(cl: type[Any]) -> dict[str, Hook]:
    """Return what structures texts that may be empty, and years."""
    found: dict[str, Hook] = {
        a.name: strict.text_or_empty
        for a in attrs.fields(cl)
        if isinstance(a.default, str) and not a.default
    }
    defaults = {a.name: a.default for a in attrs.fields(cl)}
    for name, wanted in fields_of(cl):
        if name in _YEARS and wanted is int:
            may_be_null = defaults[name] is None and not (name == "year" and _dated_by_day(cl))
            found[name] = year_or_null if may_be_null else strict.year
    return found


def _dated_by_day(cl: type[Any]) -> bool:
    """Return whether an event is of the year of its day where it says none.

    Null says that the year is not known, and one that is not known is not taken to be that year.
    """
    return issubclass(cl, EvaluationEvent | ProjectCalled)


def year_or_null(value: Any, _: Any) -> int | None:
    """Return a year a day may be in, or ``None`` where none is given.

    Raises:
        InvalidInputError: It is something else.
    """
    return None if value is None else strict.year(value)


def _contradictions(
    structure_fields: Hook, error: ClassValidationError, given: Mapping[Any, Any], cl: type[Any]
) -> Iterator[Fault]:
    """Yield what contradicts among the fields that can be read."""
    noted, others = error.group_exceptions()
    unknown = any(isinstance(other, ForbiddenExtraKeysError) for other in others)
    if not (cl in _STAND_INS or issubclass(cl, Event)) or not (noted or unknown):
        return
    faulty = {note.name for _, note in noted}
    if faulty & _NEEDED.get(cl, frozenset()):
        return
    names = [name for name, _ in fields_of(cl)]
    stand_ins = _STAND_INS.get(cl, {})
    rest = {name: stand_ins[name] for name in names if name in stand_ins}
    rest |= {name: given[name] for name in names if name in given and name not in faulty}
    try:
        structure_fields(rest, cl)
    except ClassValidationError as again:
        found, further = again.group_exceptions()
        for one, name in [(one, note.name) for one, note in found] + [(one, "") for one in further]:
            if name not in faulty:
                yield from _faults_of(one, name, cl)
