"""Objects of a document, as classes of the core: unknown keys refused, all faults found at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs
from cattrs import ClassValidationError, Converter
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, override

from innov_consortium.core.calendars import Calendar
from innov_consortium.core.changes import CHANGES
from innov_consortium.core.events import SHARED, Corrected, Event
from innov_consortium.core.organizations import Organization
from innov_consortium.core.records import EarlierFunding
from innov_consortium.core.register import Engagement
from innov_consortium.interchange import strict
from innov_consortium.interchange.formats import fields_of

__all__ = ["Hook", "object_of"]

#: What cattrs calls with a value and the type wanted.
Hook = Callable[[Any, Any], Any]

_SOMEBODY = {"scheme": "—", "value": "—"}
_DAY = "0001-01-01"
_EVENT = {"on": _DAY}

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
    special = {**_special(cl), **hooks}
    overrides: dict[str, Any] = {name: override(struct_hook=hook) for name, hook in special.items()}
    structure_fields: Hook = make_dict_structure_fn(
        cl, converter, _cattrs_forbid_extra_keys=True, **overrides
    )

    def structure(value: Any, _: Any) -> Any:
        given = strict.require_object(value)
        try:
            return structure_fields(given, cl)
        except ClassValidationError as error:
            further = _contradictions(structure_fields, error, given, cl)
            raise ClassValidationError(error.message, [*error.exceptions, *further], cl) from None

    return structure


def _special(cl: type[Any]) -> dict[str, Hook]:
    """Return what structures texts that may be empty, and years."""
    found: dict[str, Hook] = {
        a.name: strict.text_or_empty
        for a in attrs.fields(cl)
        if isinstance(a.default, str) and not a.default
    }
    defaults = {a.name: a.default for a in attrs.fields(cl)}
    for name, wanted in fields_of(cl):
        if name in _YEARS and wanted is int:
            found[name] = _year_or_null if defaults[name] is None else strict.year
    return found


def _year_or_null(value: Any, _: Any) -> int | None:
    return None if value is None else strict.year(value)


def _contradictions(
    structure_fields: Hook, error: ClassValidationError, given: Mapping[Any, Any], cl: type[Any]
) -> tuple[Exception, ...]:
    """Return what contradicts among the fields that can be read."""
    noted, others = error.group_exceptions()
    unknown = any(isinstance(other, ForbiddenExtraKeysError) for other in others)
    if not (cl in _STAND_INS or issubclass(cl, Event)) or not (noted or unknown):
        return ()
    faulty = {note.name for _, note in noted}
    if faulty & _NEEDED.get(cl, frozenset()):
        return ()
    names = [name for name, _ in fields_of(cl)]
    stand_ins = _STAND_INS.get(cl, {})
    rest = {name: stand_ins[name] for name in names if name in stand_ins}
    rest |= {name: given[name] for name in names if name in given and name not in faulty}
    try:
        structure_fields(rest, cl)
    except ClassValidationError as again:
        found, further = again.group_exceptions()
        return (*(one for one, note in found if note.name not in faulty), *further)
    return ()
