"""Where a place of a case is found in what is handed to the library.

A case says ``evaluations[0].notified_on`` where a history has ``events[7].on``. Whatever sets a
part of a fragment somewhere notes the two; a path below is found by the longest one noted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

__all__ = ["Places", "steps"]

_STEP = re.compile(
    r"""\[\s*(?P<index>\d+)\s*\]|\[\s*['"](?P<quoted>[^'"]*)['"]\s*\]|(?P<name>[^.\[\]\s]+)"""
)
_ROOTS = frozenset({"$", "input", "given"})


def steps(path: str) -> tuple[str, ...]:
    """Return the steps of a path, however it is spelt.

    >>> steps("events[0].grounds[1]"), steps("$.events.0['on']")
    (('events', '0', 'grounds', '1'), ('events', '0', 'on'))
    """
    found = [m["index"] or m["quoted"] or m["name"] for m in _STEP.finditer(path)]
    return tuple(found[1:] if found[:1] and found[0] in _ROOTS else found)


@define
class Places:
    """The places noted so far."""

    _noted: dict[tuple[str, ...], list[tuple[str, ...]]] = field(factory=dict, init=False)

    def note(self, in_case: str, here: str) -> None:
        """Note where a place of the case is found; it may be found in several."""
        self._noted.setdefault(steps(in_case), []).append(steps(here))

    def of(self, in_case: str) -> tuple[tuple[str, ...], ...]:
        """Return every place in which a place of the case is found."""
        wanted = steps(in_case)
        for length in range(len(wanted), -1, -1):
            if wanted[:length] in self._noted:
                return tuple((*here, *wanted[length:]) for here in self._noted[wanted[:length]])
        return (wanted,)

    def in_case(self, here: str) -> str:
        """Return what the case calls a place; the place as it is, if nothing is noted of it."""
        wanted = steps(here)
        best = max(self._matching(wanted), default=None)
        if best is None:
            return here
        length, said = best
        return _written((*said, *wanted[length:]))

    def _matching(self, wanted: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
        for said, places in self._noted.items():
            for place in places:
                if wanted[: len(place)] == place:
                    yield len(place), said


def _written(path: tuple[str, ...]) -> str:
    written = ""
    for step in path:
        if step.isdecimal():
            written += f"[{step}]"
        else:
            written += f".{step}" if written else step
    return written
