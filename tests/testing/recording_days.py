"""Days that write down where they are compared, and how far apart they are."""

from __future__ import annotations

import dis
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from types import CodeType
from typing import Any, SupportsIndex

import pytest

from innov_consortium.interchange import strict
from innov_consortium.testing.boundaries.days import DaysCompared, Place
from innov_consortium.testing.cases import given

#: By the place in a source and the comparison in a row: the days between what was compared; and
#: the days whose year was asked.
_APART: dict[Place, set[int]] = defaultdict(set)
_ASKED: dict[Place, set[date]] = defaultdict(set)


class RecordingDay(date):
    """A day that remembers."""

    def __lt__(self, other: Any) -> bool:
        _note(self, other)
        return date.__lt__(self, other)

    def __le__(self, other: Any) -> bool:
        _note(self, other)
        return date.__le__(self, other)

    def __gt__(self, other: Any) -> bool:
        _note(self, other)
        return date.__gt__(self, other)

    def __ge__(self, other: Any) -> bool:
        _note(self, other)
        return date.__ge__(self, other)

    def __eq__(self, other: object) -> bool:
        _note(self, other)
        return date.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        _note(self, other)
        return date.__ne__(self, other)

    __hash__ = date.__hash__

    @property
    def year(self) -> int:
        frame = sys._getframe(1)
        _ASKED[_place(frame.f_code, frame.f_lasti)].add(date(*self.timetuple()[:3]))
        return self.timetuple().tm_year

    def __reduce_ex__(self, _: SupportsIndex) -> tuple[Any, ...]:
        return type(self).fromisoformat, (self.isoformat(),)


def _note(one: date, other: object) -> None:
    if isinstance(other, date):
        frame = sys._getframe(2)
        _APART[_place(frame.f_code, frame.f_lasti)].add(one.toordinal() - other.toordinal())


@cache
def _places(code: CodeType) -> dict[int, Place]:
    found: dict[int, Place] = {}
    rows: dict[Any, int] = defaultdict(int)
    for instruction in dis.get_instructions(code):
        where = instruction.positions
        if where is None:
            continue
        lines = (where.lineno or 0, where.end_lineno or 0)
        columns = (where.col_offset or 0, where.end_col_offset or 0)
        compares = instruction.opname == "COMPARE_OP"
        number = rows[lines, columns] if compares else 0
        found[instruction.offset] = (code.co_filename, *lines, *columns, number)
        rows[lines, columns] += compares
    return found


def _place(code: CodeType, offset: int) -> Place:
    return _places(code).get(offset, (code.co_filename, 0, 0, 0, 0, 0))


@contextmanager
def recording() -> Iterator[None]:
    """Have the days of cases record what becomes of them, from nothing."""
    _APART.clear()
    _ASKED.clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(given, "date", RecordingDay)
        patch.setattr(strict, "date", RecordingDay)
        yield


def apart(one: DaysCompared) -> frozenset[int]:
    """Return by how many days what is compared there was apart."""
    return frozenset(x for at in one.at for x in _APART.get(at, ()))


def asked(one: DaysCompared) -> frozenset[date]:
    """Return the days whose year was asked there."""
    return frozenset(x for at in one.at for x in _ASKED.get(at, ()))
