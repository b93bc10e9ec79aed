"""What a stored report hinged on, as a typed value."""

from __future__ import annotations

from datetime import date
from typing import Literal

from attrs import frozen

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.report import Answer
from innov_consortium.interchange.frozen import FrozenMapping, Text

__all__ = ["HingeDocument", "HingedDocument", "HingesDocument", "WaysDocument"]


@frozen(kw_only=True)
class WaysDocument:
    """How many ways of reading otherwise were asked about.

    Args:
        single: Of one reading.
        pairs: Of two together.
    """

    single: int
    pairs: int


@frozen(kw_only=True)
class HingedDocument:
    """A finding that comes out otherwise.

    Args:
        provision: The provision.
        clause: The name of the clause.
        before: Its outcome in the report; ``None`` where it is not asked there.
        after: Its outcome under the other readings; ``None`` where it is not asked then.
        outcome_differs: Whether the outcome itself differs, rather than that of an item.
    """

    provision: Text
    clause: Text
    before: Outcome | None
    after: Outcome | None
    outcome_differs: bool


@frozen(kw_only=True)
class HingeDocument:
    """What comes out otherwise if one wording, or two, are read otherwise.

    Args:
        read: The readings taken otherwise, each with its option.
        entries: Their entries in the collection of readings.
        answer: The answer then.
        alters_answer: Whether that is another one than the report's.
        findings: The findings that come out otherwise.
    """

    read: FrozenMapping[Text]
    entries: tuple[Text, ...]
    answer: Answer
    alters_answer: bool
    findings: tuple[HingedDocument, ...]


@frozen(kw_only=True)
class HingesDocument:
    """What a report hinged on.

    Args:
        schema: The format.
        inquiry: The name of the inquiry.
        on: The day asked about.
        answer: The answer of the report.
        answer_stands: Whether none of the readings asked about, nor any two, would alter it.
        asked: The readings that were taken otherwise, by name.
        official: Those that an official interpretation had settled.
        handed_in: Those that may have made the register another one, which was handed in.
        ways: How many ways of reading were asked about.
        single: What one reading alters.
        pairs: What two readings alter together.
    """

    schema: Literal["innov-consortium/hinges/1"]
    inquiry: Text
    on: date
    answer: Answer
    answer_stands: bool
    asked: tuple[Text, ...]
    official: tuple[Text, ...]
    handed_in: tuple[Text, ...]
    ways: WaysDocument
    single: tuple[HingeDocument, ...]
    pairs: tuple[HingeDocument, ...]
