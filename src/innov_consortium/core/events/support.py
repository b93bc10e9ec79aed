"""Projects that a recognised consortium applies for, and the money it is given for them."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from attrs import frozen

from innov_consortium.core.events.base import Event
from innov_consortium.core.quantities import money_faults
from innov_consortium.core.text import year_faults
from innov_consortium.errors import Fault

__all__ = ["ProjectApplied", "ProjectCalled", "ProjectDecided", "ProjectEvent", "ProjectFunded"]

_PROJECT = "project:"
_CALL = "project_call:"


@frozen(kw_only=True)
class ProjectCalled(Event):
    """A call for projects.

    Args:
        year: The year it is for; ``None`` for that of the day.
        evaluation_year: The year whose evaluation it names as the one that counts; ``None`` if it
            names none.
    """

    tag: ClassVar[str] = "project_called"

    year: int | None = None
    evaluation_year: int | None = None

    @property
    def of_year(self) -> int:
        """The year it is for."""
        return self.on.year if self.year is None else self.year

    @property
    def matter(self) -> str:
        """The call of that year."""
        return f"{_CALL}{self.of_year}"

    @classmethod
    def about(cls, matter: str) -> dict[str, int]:
        """Return the field that names the year."""
        year = matter.rpartition(":")[2]
        return {"year": int(year)} if year.isdecimal() else {}

    def faults(self) -> list[Fault]:
        """Return what is wrong with it, such as a year there is not."""
        faults = [*super().faults(), *year_faults("year", self.year)]
        return faults + year_faults("evaluation_year", self.evaluation_year)


@frozen(kw_only=True)
class ProjectEvent(Event):
    """Something that happened to a project.

    Args:
        project: The id of the project; empty if there is only one.
    """

    project: str = ""

    @property
    def matter(self) -> str:
        """The project."""
        return f"{_PROJECT}{self.project}"

    @classmethod
    def about(cls, matter: str) -> dict[str, str]:
        """Return the field that names the project."""
        return {"project": matter.removeprefix(_PROJECT)}


@frozen(kw_only=True)
class ProjectApplied(ProjectEvent):
    """A project applied for."""

    tag: ClassVar[str] = "project_applied"


@frozen(kw_only=True)
class ProjectDecided(ProjectEvent):
    """An application for a project decided on.

    Args:
        granted: Whether it was granted; ``None`` if not known.
    """

    tag: ClassVar[str] = "project_decided"

    granted: bool | None = None


@frozen(kw_only=True)
class ProjectFunded(ProjectEvent):
    """Money awarded for a project; of several instalments, one.

    Args:
        amount: In yuan, with at most two decimals; ``None`` if not known.
        source: Whose money it is, in the policy's words; ``None`` if not known.
    """

    tag: ClassVar[str] = "project_funded"

    amount: Decimal | None = None
    source: str | None = None

    def faults(self) -> list[Fault]:
        """Return what is wrong with it, such as an amount below nought."""
        return [*super().faults(), *money_faults("amount", self.amount)]
