"""Reading the facts of a case, strictly: what is not asked for is not silently passed over."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.vocabulary import REMARKS
from innov_consortium.testing.cases.wording import plain

__all__ = ["ABSENT", "MOST", "Absent", "Facts", "a_day", "a_number", "a_text", "a_truth", "one_of"]

#: How many units or engagements a case may count without naming them.
MOST: Final = 100_000

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Absent(enum.Enum):
    """A fact that is not named at all, which is not the same as ``null``."""

    ABSENT = "absent"

    def __bool__(self) -> bool:
        """Say no, so that what is absent and what is empty can be asked for together."""
        return False


ABSENT: Final = Absent.ABSENT


class Facts:
    """An object of a case, which remembers what it has been asked for.

    Args:
        values: The object.
        path: Where it stands in the case.
    """

    def __init__(self, values: object, path: str) -> None:
        if not isinstance(values, Mapping):
            raise NotUnderstoodError(path, values, "must be an object")
        self.values: Mapping[str, Any] = values
        self.path = path
        self._read: set[str] = set()

    def at(self, name: str) -> str:
        """Return the path of a fact."""
        return f"{self.path}.{name}" if self.path else name

    def get(self, *names: str) -> Any:
        """Return the first fact there is under one of the names, else ``ABSENT``."""
        there = [n for n in names if n in self.values]
        self._read.update(there)
        return self.values[there[0]] if there else ABSENT

    def name_of(self, *names: str) -> str:
        """Return the path under which the first of the names stands, or would stand."""
        return self.at(next((n for n in names if n in self.values), names[0]))

    def part(self, *names: str) -> Facts | None:
        """Return an object within; ``None`` if it is absent or ``null``."""
        value = self.get(*names)
        return None if value is ABSENT or value is None else Facts(value, self.name_of(*names))

    def part_or_word(self, *names: str) -> Facts | None:
        """Return an object within; ``None`` also where there is a bare value in its place."""
        value = self.get(*names)
        return Facts(value, self.name_of(*names)) if isinstance(value, Mapping) else None

    def parts(self, *names: str) -> Iterator[Facts]:
        """Return the objects of a list; none if it is absent or ``null``."""
        value = self.get(*names)
        path = self.name_of(*names)
        if value is ABSENT or value is None:
            return
        if not isinstance(value, list):
            raise NotUnderstoodError(path, value, "must be a list")
        for n, one in enumerate(value):
            yield Facts(one, f"{path}[{n}]")

    def each(self, *names: str) -> Iterator[Facts]:
        """Return the objects under any of the names, one or several; a year stands for its object.

        None for what is absent or ``null``.
        """
        for name in names:
            value = self.get(name)
            listed = value if isinstance(value, list) else [value]
            for n, one in enumerate(listed):
                if one is not ABSENT and one is not None:
                    path = f"{self.at(name)}[{n}]" if isinstance(value, list) else self.at(name)
                    yield Facts({"year": one} if isinstance(one, int) else one, path)

    def text(self, *names: str) -> str | None:
        """Return a text; ``None`` if it is absent or ``null``."""
        value = self.get(*names)
        return None if value is ABSENT or value is None else a_text(value, self.name_of(*names))

    def day(self, *names: str) -> date | None:
        """Return a day; ``None`` if it is absent or ``null``."""
        value = self.get(*names)
        return None if value is ABSENT or value is None else a_day(value, self.name_of(*names))

    def truth(self, *names: str) -> bool | None:
        """Return yes or no; ``None`` if it is absent or ``null``."""
        value = self.get(*names)
        return None if value is ABSENT or value is None else a_truth(value, self.name_of(*names))

    def number(self, *names: str) -> int | None:
        """Return a number of things; ``None`` if it is absent or ``null``."""
        value = self.get(*names)
        return None if value is ABSENT or value is None else a_number(value, self.name_of(*names))

    def pass_over(self, *names: str) -> None:
        """Say that these facts do not bear on the question."""
        self._read.update(names)

    def finish(self) -> None:
        """Refuse facts that nobody has asked for: they might have changed the answer.

        Raises:
            NotUnderstoodError: There is one.
        """
        for name, value in self.values.items():
            if name not in self._read and plain(name) not in REMARKS:
                raise NotUnderstoodError(self.at(name), value, "no such fact is known")


def a_text(value: object, path: str) -> str:
    """Return a value that must be text."""
    if not isinstance(value, str):
        raise NotUnderstoodError(path, value, "must be text")
    return value


def a_day(value: object, path: str) -> date:
    """Return a value that must be a day, written as YYYY-MM-DD."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise NotUnderstoodError(path, value, "must be a day, YYYY-MM-DD")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise NotUnderstoodError(path, value, "there is no such day") from error


def a_truth(value: object, path: str) -> bool:
    """Return a value that must be true or false."""
    if not isinstance(value, bool):
        raise NotUnderstoodError(path, value, "must be true or false")
    return value


def a_number(value: object, path: str) -> int:
    """Return a value that must be a number of things."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise NotUnderstoodError(path, value, "must be a number of things")
    if value > MOST:
        raise NotUnderstoodError(path, value, f"more than {MOST} are not made up")
    return value


def one_of(value: object, words: Mapping[str, str], path: str) -> str:
    """Return what a word means, by a table of words.

    Raises:
        NotUnderstoodError: The table has no such word.
    """
    meaning = words.get(plain(a_text(value, path)))
    if meaning is None:
        raise NotUnderstoodError(path, value, "no such word is known here")
    return meaning
