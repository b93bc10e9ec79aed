"""What happens under the Measures beside what any text shares."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen
from innov_consortium.core.events import Event
from innov_consortium.core.text import year_faults
from innov_consortium.errors import Fault

__all__ = ["EVENTS", "AnnualReportSubmitted", "Returned"]


@frozen(kw_only=True)
class Returned(Event):
    """备案机关退回（第八条第二款）；退回后可以重新提交。

    Args:
        reason: The reasons given, in a few words; empty if none are known.
    """

    tag: ClassVar[str] = "returned"

    reason: str = ""


@frozen(kw_only=True)
class AnnualReportSubmitted(Event):
    """提交上一年度运行报告（第十四条）：每一年度各为一事。

    Args:
        year: The year reported on; ``None`` for the one before that of the day.
    """

    tag: ClassVar[str] = "annual_report_submitted"

    year: int | None = None

    @property
    def of_year(self) -> int:
        """The year reported on."""
        return self.on.year - 1 if self.year is None else self.year

    @property
    def matter(self) -> str:
        """The report of that year."""
        return f"annual_report:{self.of_year}"

    @classmethod
    def about(cls, matter: str) -> dict[str, int]:
        """Return the field that names the year."""
        year = matter.rpartition(":")[2]
        return {"year": int(year)} if year.isdecimal() else {}

    def faults(self) -> list[Fault]:
        """Return what is wrong with it, such as a year there is not."""
        return [*super().faults(), *year_faults("year", self.year)]


EVENTS = (Returned, AnnualReportSubmitted)
