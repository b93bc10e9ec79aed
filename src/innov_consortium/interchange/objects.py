"""Objects of a document, as classes of the core: unknown keys refused, all faults found at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs
from cattrs import ClassValidationError, Converter
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, override

from innov_consortium.core.organizations import Organization
from innov_consortium.core.register import Engagement
from innov_consortium.interchange import strict

__all__ = ["Hook", "object_of"]

#: What cattrs calls with a value and the type wanted.
Hook = Callable[[Any, Any], Any]

_SOMEBODY = {"scheme": "—", "value": "—"}

#: For classes whose fields may contradict one another: what takes the place of a required field
#: that cannot be read, chosen so that it contradicts nothing.
_STAND_INS: Mapping[type[Any], Mapping[str, Any]] = {
    Organization: {"name": "—", "id": _SOMEBODY, "kind": "university"},
    Engagement: {"consortium": "—", "unit": _SOMEBODY, "role": "lead"},
}


def object_of(cl: type[Any], converter: Converter) -> Hook:
    """Return what makes a ``cl`` of an object.

    An unreadable field does not hide what contradicts among the others: they are looked at again
    without it.
    """
    may_be_empty: dict[str, Any] = {
        a.name: override(struct_hook=strict.text_or_empty)
        for a in attrs.fields(cl)
        if isinstance(a.default, str) and not a.default
    }
    structure_fields: Hook = make_dict_structure_fn(
        cl, converter, _cattrs_forbid_extra_keys=True, **may_be_empty
    )

    def structure(value: Any, _: Any) -> Any:
        given = strict.require_object(value)
        try:
            return structure_fields(given, cl)
        except ClassValidationError as error:
            rest = _readable(error, given, cl)
            further = _contradictions(structure_fields, rest, cl)
            raise ClassValidationError(error.message, [*error.exceptions, *further], cl) from None

    return structure


def _readable(
    error: ClassValidationError, given: Mapping[Any, Any], cl: type[Any]
) -> dict[str, Any] | None:
    """Return an object of the fields that can be read; ``None`` where that would tell nothing."""
    noted, others = error.group_exceptions()
    if cl not in _STAND_INS:
        return None
    if not noted and not any(isinstance(other, ForbiddenExtraKeysError) for other in others):
        return None
    faulty = {note.name for _, note in noted}
    names = [a.name for a in attrs.fields(cl) if a.init and a.name not in faulty]
    return {**_STAND_INS[cl], **{name: given[name] for name in names if name in given}}


def _contradictions(
    structure_fields: Hook, rest: dict[str, Any] | None, cl: type[Any]
) -> tuple[Exception, ...]:
    if rest is None:
        return ()
    try:
        structure_fields(rest, cl)
    except ClassValidationError as error:
        return tuple(error.exceptions)
    return ()
