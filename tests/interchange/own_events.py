"""A policy with an event of its own that has a field of every sort."""

from __future__ import annotations

import enum
from datetime import date
from decimal import Decimal
from typing import ClassVar

from attrs import evolve, frozen

from innov_consortium import catalogue
from innov_consortium.core.consortium import Person, Vacancy
from innov_consortium.core.events import Event
from innov_consortium.core.organizations import Identifier, MemberKey
from innov_consortium.core.periods import Window
from innov_consortium.errors import Fault, FaultKind

__all__ = ["POLICY", "Assessed", "Grade", "Share"]


class Grade(enum.Enum):
    GOOD = "good"
    POOR = "poor"


@frozen
class Share:
    unit: MemberKey
    amount: Decimal


@frozen(kw_only=True)
class Assessed(Event):
    tag: ClassVar[str] = "assessed"

    year: int
    grade: Grade | None = None
    points: int | None = None
    amount: Decimal | None = None
    present: tuple[MemberKey, ...] = ()
    shares: tuple[Share, ...] | None = None
    visited: Identifier | None = None
    window: Window | None = None
    again_on: date | None = None
    expert: Person | None = None
    successor: Person | Vacancy | None = None

    def faults(self) -> list[Fault]:
        faults = super().faults()
        if self.year > self.on.year:
            faults.append(Fault(FaultKind.INCONSISTENT, "year", "晚于发生日", "is a later year"))
        if self.points is not None and self.points < 0:
            faults.append(Fault(FaultKind.INVALID_VALUE, "points", "不得为负", "is less than 0"))
        return faults


_TIANJIN = catalogue().select("CN-TJ")

#: Tianjin's text, with this event beside its own.
POLICY = evolve(_TIANJIN, events=(*_TIANJIN.events, Assessed))
