"""A policy's numbers as they were stored, or written by hand."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from innov_consortium.interchange.frozen import FrozenMapping, Json, Text

__all__ = ["FigureDocument", "NumbersDocument"]


@frozen(kw_only=True)
class FigureDocument:
    """A figure.

    Args:
        value: The figure: a whole number; a share ``1/2``, an amount or a day as text; a list.
        unit: What it counts, as the policy says; ``None`` if not said.
        provision: The provision that states it, as the policy says; ``None`` if not said.
    """

    value: Json
    unit: Text | None = None
    provision: Text | None = None


@frozen(kw_only=True)
class NumbersDocument:
    """A policy's numbers.

    Args:
        schema: The format; what people write by hand need not say it.
        policy: The code of the policy; ``None`` if not said.
        edition: Its edition; ``None`` if not said.
        numbers: The numbers, by name: all of them, or some.
    """

    schema: Literal["innov-consortium/numbers/1"] = "innov-consortium/numbers/1"
    policy: Text | None = None
    edition: Text | None = None
    numbers: FrozenMapping[FigureDocument]
