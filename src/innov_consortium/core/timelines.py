"""How the answers to one question or several follow one another day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType

from attrs import field, frozen

from innov_consortium.core.comparing import Comparison, compare, other_text
from innov_consortium.core.report import Report
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = ["Timeline"]


def _reports(reports: Iterable[Report]) -> tuple[Report, ...]:
    return tuple(reports)


def _days(days: Iterable[date]) -> tuple[date, ...]:
    return tuple(days)


@frozen
class Timeline:
    """Reports of one text side by side: a row for every day, a column for every inquiry.

    Args:
        reports: The reports, in any order; of a day not every inquiry need have one.
        asked_on: Days that have a row although there may be no report of them.

    Raises:
        InvalidInputError: There is none, two answer one inquiry on one day, or they are of
            different texts; all of it at once.
    """

    reports: tuple[Report, ...] = field(converter=_reports)
    asked_on: tuple[date, ...] = field(default=(), converter=_days)

    def __attrs_post_init__(self) -> None:
        faults = list(_faults(self.reports))
        if faults:
            raise InvalidInputError(faults)

    @property
    def days(self) -> tuple[date, ...]:
        """The days, each once, from the first to the last."""
        return tuple(sorted({*self.asked_on, *(r.on for r in self.reports)}))

    @property
    def inquiries(self) -> tuple[str, ...]:
        """The inquiries, each once, in the order of the reports."""
        return tuple(dict.fromkeys(r.inquiry for r in self.reports))

    def at(self, day: date, inquiry: str) -> Report | None:
        """Return the report of a day; ``None`` if there is none."""
        return self._by_place.get((day, inquiry))

    @cached_property
    def changes(self) -> tuple[Comparison, ...]:
        """Where an answer is not that of the row above: the two compared, by day and inquiry."""
        rows = (
            (self.at(one, inquiry), self.at(next_, inquiry))
            for one, next_ in pairwise(self.days)
            for inquiry in self.inquiries
        )
        return tuple(
            compare(above, here)
            for above, here in rows
            if above is not None and here is not None and above.answer is not here.answer
        )

    @cached_property
    def _by_place(self) -> Mapping[tuple[date, str], Report]:
        return MappingProxyType({(r.on, r.inquiry): r for r in self.reports})


def _faults(reports: tuple[Report, ...]) -> Iterator[Fault]:
    if not reports:
        zh, en = "至少须有一份报告", "at least one report is needed"
        yield Fault(FaultKind.INVALID_VALUE, "reports", zh, en)
    first: dict[tuple[date, str], int] = {}
    for n, report in enumerate(reports):
        yield from other_text(f"reports[{n}].policy", reports[0], report)
        place = (report.on, report.inquiry)
        if first.setdefault(place, n) != n:
            same = first[place]
            zh = f"与 reports[{same}] 同日同一询问；每日每一询问一份，两份的比较请用 compare"
            en = f"is of the day and inquiry of reports[{same}]; compare() is for such two"
            yield Fault(FaultKind.DUPLICATE, f"reports[{n}]", zh, en)
