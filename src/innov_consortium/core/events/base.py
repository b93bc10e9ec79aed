"""What any event is, and how an earlier one is set right."""

from __future__ import annotations

import enum
from datetime import date
from typing import Any, ClassVar

from attrs import frozen

from innov_consortium.core.sorts import sort_faults
from innov_consortium.core.text import name_faults
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = ["Corrected", "Event", "Move", "before"]


class Move(enum.Enum):
    """What an event does to the phase a consortium is in; most events do nothing to it."""

    RECOGNISE = "recognise"
    DISMISS = "dismiss"
    END = "end"
    REINSTATE = "reinstate"
    ANNUL = "annul"


@frozen(kw_only=True)
class Event:
    """Something that happened.

    Args:
        on: The day it happened.
        by: Who acted, by name or code; ``None`` if not known.
        document: The document it stands in.
        edition: The edition of the policy it was decided under; empty if none decided it.
        recorded_on: The day it was recorded; ``None`` if that was the day it happened.
        id: Its own id, by which a correction names it; empty if it has none.
        consortium: The consortium it belongs to; empty for that of the history it stands in.
        under: The instrument it was done under, by its number, where that is not the text asked:
            an earlier one, mostly; empty otherwise.

    Raises:
        InvalidInputError: A day is none, or it was recorded before it happened.
    """

    tag: ClassVar[str] = ""
    move: ClassVar[Move | None] = None

    on: date
    by: str | None = None
    document: str = ""
    edition: str = ""
    recorded_on: date | None = None
    id: str = ""
    consortium: str = ""
    under: str = ""

    def __attrs_post_init__(self) -> None:
        faults = sort_faults(self) or self.faults()
        if faults:
            raise InvalidInputError(faults)

    @property
    def known_from(self) -> date:
        """The first day on which it is known."""
        return self.recorded_on or self.on

    @property
    def matter(self) -> str:
        """The matter it belongs to: empty for the consortium's own life, else what it is about."""
        return ""

    @classmethod
    def about(cls, matter: str) -> dict[str, Any]:  # noqa: ARG003 - a subclass needs it
        """Return the fields by which an event of this sort belongs to a matter."""
        return {}

    @property
    def until(self) -> date | None:
        """The last day of the window it opens, inclusive; ``None`` if it opens none."""
        return None

    def faults(self) -> list[Fault]:
        """Return what is wrong with it; a subclass adds its own. Its fields are of their sorts."""
        faults = [] if self.by is None else name_faults("by", self.by)
        if self.recorded_on is not None and self.recorded_on < self.on:
            faults.append(
                before("recorded_on", "记录日早于发生日", "is before the day it happened")
            )
        return faults


@frozen(kw_only=True)
class Corrected(Event):
    """An earlier event set right, from the day this is recorded on.

    Args:
        of: The id of the event set right.
        instead: What really happened; ``None`` if nothing did.
    """

    tag: ClassVar[str] = "corrected"

    of: str
    instead: Event | None = None

    def faults(self) -> list[Fault]:
        """Return what is wrong with it: it says what happened by then, no correction again."""
        faults = [*super().faults(), *name_faults("of", self.of)]
        if isinstance(self.instead, Corrected):
            zh, en = "更正的内容不能又是更正", "must be what happened, not another correction"
            faults.append(Fault(FaultKind.INCONSISTENT, "instead", zh, en))
        elif self.instead is not None and self.instead.on > self.known_from:
            zh, en = "晚于更正的记录日", "is after the day the correction was recorded"
            faults.append(Fault(FaultKind.OUT_OF_ORDER, "instead.on", zh, en))
        return faults


def before(path: str, zh: str, en: str) -> Fault:
    """Return the fault that a day comes before one that it has to follow."""
    return Fault(FaultKind.OUT_OF_ORDER, path, zh, en)
