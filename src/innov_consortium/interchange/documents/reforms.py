"""A reform as it was stored, or written by hand."""

from __future__ import annotations

from datetime import date
from typing import Literal

from attrs import field, frozen

from innov_consortium.interchange.documents.numbers import FigureDocument
from innov_consortium.interchange.frozen import FrozenMapping, Text

__all__ = ["ReformDocument"]


@frozen(kw_only=True)
class ReformDocument:
    """Other figures and readings of a policy, with the days they are for.

    Args:
        schema: The format; what people write by hand need not say it.
        policy: The code of the policy; ``None`` if not said.
        edition: Its edition; ``None`` if not said.
        name: What the reform is known by.
        source: Where it is proposed or made; ``None`` for a mere supposition.
        first: The first day it counts; ``None`` if it has counted ever since.
        last: The last day it counts, inclusive; ``None`` if it does not end.
        numbers: The other figures, by name, each as in a set of numbers.
        readings: The other readings, by name or entry, each with its option or letter.
    """

    schema: Literal["innov-consortium/reform/1"] = "innov-consortium/reform/1"
    policy: Text | None = None
    edition: Text | None = None
    name: str
    source: str | None = None
    first: date | None = None
    last: date | None = None
    numbers: FrozenMapping[FigureDocument] = field(factory=FrozenMapping)
    readings: FrozenMapping[str] = field(factory=FrozenMapping)
