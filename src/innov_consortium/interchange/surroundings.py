"""What is known around a case, where a document writes it in a way of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cattrs import Converter

from innov_consortium.core.calendars import Calendar
from innov_consortium.core.periods import Window
from innov_consortium.core.records import Record
from innov_consortium.core.register import Register
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import strict
from innov_consortium.interchange.formats import fields_of
from innov_consortium.interchange.objects import Hook, object_of

__all__ = ["UNKNOWN", "calendar_of", "known_or_unknown"]

#: What a document says of a register, or of a record, of which nothing is known.
UNKNOWN = "unknown"


def known_or_unknown(cl: type[Register | Record], converter: Converter) -> Hook:
    """Return what makes a register, or a record, of an object or of ``"unknown"``."""
    written_out = object_of(cl, converter)
    keys = ", ".join(name for name, _ in fields_of(cl))

    def structure(value: Any, _: Any) -> Any:
        if type(value) is str and value == UNKNOWN:
            return cl.unknown()
        if not isinstance(value, dict):
            raise strict.wrong_type(
                value,
                f"对象 {{{keys}}}；不明的写 '{UNKNOWN}'",
                f"an object {{{keys}}}, or '{UNKNOWN}'",
            )
        return written_out(value, cl)

    return structure


def calendar_of(converter: Converter) -> Hook:
    """Return what makes a calendar of an object; each day outside its window is told apart."""
    written_out = object_of(Calendar, converter)

    def structure(value: Any, _: Any) -> Calendar:
        try:
            calendar: Calendar = written_out(value, Calendar)
        except InvalidInputError as error:
            if not isinstance(value, dict):
                raise
            told = (*error.faults, *_outside(value, converter))
        else:
            return calendar
        raise InvalidInputError(told)

    return structure


def _outside(value: dict[Any, Any], converter: Converter) -> Iterator[Fault]:
    """Yield the days off that lie outside the window, as far as both can be read."""
    try:
        window = converter.structure(value.get("window"), Window)
        listed = strict.require_list(value.get("days_off"))
    except InvalidInputError:
        return
    for n, written in enumerate(listed):
        try:
            inside = strict.day(written) in window
        except InvalidInputError:
            continue
        if not inside:
            zh, en = "不在日历的起止之内", "is outside the days that the calendar tells of"
            yield Fault(FaultKind.INCONSISTENT, f"days_off[{n}]", zh, en)
