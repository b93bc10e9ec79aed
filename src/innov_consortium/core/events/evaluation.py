"""How a consortium is evaluated, by others or by itself, and what comes of it."""

from __future__ import annotations

import enum
from datetime import date
from typing import ClassVar

from attrs import frozen

from innov_consortium.core.events.base import Event
from innov_consortium.core.text import year_faults
from innov_consortium.errors import Fault

__all__ = [
    "EvaluationAssigned",
    "EvaluationCalled",
    "EvaluationEvent",
    "EvaluationMode",
    "EvaluationStaged",
    "MaterialsSubmitted",
    "ResultAnnulled",
    "ResultCorrected",
    "ResultNotified",
    "SelfEvaluated",
    "SelfReportFiled",
]

_MATTER = "evaluation:"
_NOTICE = "evaluation_notice:"


class EvaluationMode(enum.Enum):
    """By whom a year is evaluated."""

    EXPERT = "expert"
    SELF = "self"


@frozen(kw_only=True)
class EvaluationEvent(Event):
    """Something that happened in the evaluation of a year.

    Args:
        year: The year evaluated; ``None`` for that of the day.
    """

    year: int | None = None

    @property
    def of_year(self) -> int:
        """The year evaluated."""
        return self.on.year if self.year is None else self.year

    @property
    def matter(self) -> str:
        """The evaluation of that year."""
        return f"{_MATTER}{self.of_year}"

    @classmethod
    def about(cls, matter: str) -> dict[str, int]:
        """Return the field that names the year."""
        year = matter.rpartition(":")[2]
        return {"year": int(year)} if year.isdecimal() else {}

    def faults(self) -> list[Fault]:
        """Return what is wrong with it, such as a year there is not."""
        return [*super().faults(), *year_faults("year", self.year)]


@frozen(kw_only=True)
class EvaluationCalled(EvaluationEvent):
    """The notice of a year's evaluation. A later one for the same year takes its place.

    Args:
        deadline: The last day on which materials may be handed in, inclusive; ``None`` if it names
            none.
        required: What has to be handed in, in the words of the notice; ``None`` if not known.
        self_report_deadline: The last day on which reports of self-evaluation may be filed,
            inclusive; ``None`` if it names none.
    """

    tag: ClassVar[str] = "evaluation_called"

    deadline: date | None = None
    required: frozenset[str] | None = None
    self_report_deadline: date | None = None

    @property
    def matter(self) -> str:
        """The notice of that year, which stands beside the evaluation itself."""
        return f"{_NOTICE}{self.of_year}"


@frozen(kw_only=True)
class EvaluationAssigned(EvaluationEvent):
    """A consortium selected for evaluation by experts, or left to evaluate itself.

    Args:
        mode: Which of the two; ``None`` if not known.
    """

    tag: ClassVar[str] = "evaluation_assigned"

    mode: EvaluationMode | None = None


@frozen(kw_only=True)
class MaterialsSubmitted(EvaluationEvent):
    """Materials for an evaluation handed in.

    Args:
        items: What was handed in, in the words of the notice; ``None`` if not known.
    """

    tag: ClassVar[str] = "materials_submitted"

    items: frozenset[str] | None = None


@frozen(kw_only=True)
class EvaluationStaged(EvaluationEvent):
    """A stage of an evaluation gone through.

    Args:
        stage: Which, in the policy's words; ``None`` if not known.
    """

    tag: ClassVar[str] = "evaluation_staged"

    stage: str | None = None


@frozen(kw_only=True)
class ResultNotified(EvaluationEvent):
    """The result of an evaluation notified.

    Args:
        grade: The grade, in the policy's words; ``None`` if not known.
    """

    tag: ClassVar[str] = "result_notified"

    grade: str | None = None


@frozen(kw_only=True)
class ResultCorrected(EvaluationEvent):
    """A notified result replaced by another one.

    Args:
        grade: The grade it is corrected to, in the policy's words; ``None`` if not known.
    """

    tag: ClassVar[str] = "result_corrected"

    grade: str | None = None


@frozen(kw_only=True)
class ResultAnnulled(EvaluationEvent):
    """A notified result set aside, with none in its place."""

    tag: ClassVar[str] = "result_annulled"


@frozen(kw_only=True)
class SelfEvaluated(EvaluationEvent):
    """A consortium's evaluation of itself.

    Args:
        grade: The grade it gave itself, in the policy's words; ``None`` if it gave none, or if not
            known.
    """

    tag: ClassVar[str] = "self_evaluated"

    grade: str | None = None


@frozen(kw_only=True)
class SelfReportFiled(EvaluationEvent):
    """The report of a self-evaluation filed."""

    tag: ClassVar[str] = "self_report_filed"
