"""What became of an objection."""

from __future__ import annotations

from datetime import date

from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.given import Facts, one_of

__all__ = ["decision_of", "upheld_of"]

_DECIDED_ON = ("decided_on", "resolved_on", "examined_on", "closed_on")
_STATUS = ("status", "result", "outcome")


def decision_of(part: Facts, raised_on: date) -> tuple[date, bool | None] | None:
    """Return when an objection was decided, and whether it was upheld; ``None`` while it is open.

    A day that is ``null`` did not come; one that is not named is not at issue.
    """
    on, named = part.day(*_DECIDED_ON), any(name in part.values for name in _DECIDED_ON)
    word, upheld = _status(part), upheld_of(part)
    if word == "open" or (on is None and named):
        return None
    if on is None and word is None and upheld is None:
        return None
    return on or raised_on, upheld


def upheld_of(part: Facts) -> bool | None:
    """Return whether an objection was upheld; ``None`` if that is not said."""
    said, word = part.truth("upheld"), _status(part)
    return {"upheld": True, "not_upheld": False}.get(word or "") if said is None else said


def _status(part: Facts) -> str | None:
    status = part.text(*_STATUS)
    return status and one_of(status, vocabulary.OBJECTIONS, part.name_of(*_STATUS))
