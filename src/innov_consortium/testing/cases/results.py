"""What a run says of each case, and of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import frozen

__all__ = ["CaseResult", "summary"]


@frozen
class CaseResult:
    """What became of one case.

    Args:
        id: The id of the case.
        result: ``pass``, ``fail``, or ``error`` where it could not be run.
        expected: What the case expects.
        got: What was answered to that; ``None`` where nothing was.
        note: Why it failed or could not be run, or what a reader still has to look at.
    """

    id: str
    result: str
    expected: Any
    got: Any
    note: str = ""

    def as_document(self) -> dict[str, Any]:
        """Return the result as an object of JSON.

        >>> CaseResult("V01", "error", None, None, "why").as_document()
        {'id': 'V01', 'result': 'error', 'expected': None, 'got': None, 'note': 'why'}
        """
        return {
            "id": self.id,
            "result": self.result,
            "expected": self.expected,
            "got": self.got,
            "note": self.note,
        }


def summary(results: Iterable[CaseResult]) -> dict[str, int]:
    """Return how many cases there were, and how many passed, failed and could not be run.

    >>> summary([CaseResult("A", "pass", None, None), CaseResult("B", "error", None, None)])
    {'cases': 2, 'pass': 1, 'fail': 0, 'error': 1}
    """
    counted = {"cases": 0, "pass": 0, "fail": 0, "error": 0}
    for one in results:
        counted["cases"] += 1
        counted[one.result] += 1
    return counted
