"""A policy's readings as they were stored, or written by hand."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from innov_consortium.interchange.frozen import FrozenMapping, Text

__all__ = ["ReadingsDocument"]


@frozen(kw_only=True)
class ReadingsDocument:
    """How a policy's disputed wordings were read.

    Args:
        schema: The format; what people write by hand need not say it.
        policy: The code of the policy; ``None`` if not said.
        edition: Its edition; ``None`` if not said.
        readings: The readings, by name or entry, each with its option or letter.
    """

    schema: Literal["innov-consortium/readings/1"] = "innov-consortium/readings/1"
    policy: Text | None = None
    edition: Text | None = None
    readings: FrozenMapping[str]
