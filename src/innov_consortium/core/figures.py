"""Figures of an organisation's accounts, year by year: what a text compares thresholds with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from innov_consortium.core.organizations import Identifier
from innov_consortium.core.quantities import measure_faults
from innov_consortium.core.sorts import check_faults, prepare
from innov_consortium.core.text import day_faults, name_faults, year_faults
from innov_consortium.errors import Fault, FaultKind

if TYPE_CHECKING:
    from innov_consortium.core.records import Record

__all__ = ["AnnualFigure", "figure_of", "figures_of"]


@frozen(kw_only=True)
class AnnualFigure:
    """A figure of an organisation's accounts for one fiscal year, as a document states it.

    Args:
        unit: Whose accounts.
        year: The fiscal year, by the number it bears.
        metric: What is measured, in the policy's words: ``revenue``, ``rd_spending``.
        value: How much, in the metric's own unit; money in yuan. Never below nought.
        document: What states it: an audit report, a statistical return.
        on: The day it was stated; ``None`` if not known.
    """

    unit: Identifier
    year: int
    metric: str
    value: Decimal
    document: str = ""
    on: date | None = None

    def __attrs_post_init__(self) -> None:
        faults = [
            *year_faults("year", self.year),
            *name_faults("metric", self.metric),
            *measure_faults("value", self.value),
            *day_faults("on", self.on, optional=True),
        ]
        check_faults(self, faults or _too_early(self))


def figure_of(record: Record, unit: Identifier, metric: str, year: int) -> Decimal | None:
    """Return the figure of a year as it was stated last; ``None`` if that cannot be told.

    What is not on record is not known, and never nought. Of statements of one day that differ none
    is preferred; one without a day may be the last.

    Args:
        record: What is on record.
        unit: Whose accounts.
        metric: What is measured.
        year: The fiscal year.

    >>> from innov_consortium.core.records import Record
    >>> firm = Identifier("LEI", "529900T8BM49AURSDO55")
    >>> def stated(value: str, on: date | None) -> AnnualFigure:
    ...     amount = Decimal(value)
    ...     return AnnualFigure(unit=firm, year=2025, metric="revenue", value=amount, on=on)
    >>> first = stated("500000000", date(2026, 2, 1))
    >>> later = stated("499000000", date(2026, 4, 30))
    >>> figure_of(Record(figures=(later, first)), firm, "revenue", 2025)
    Decimal('499000000')
    >>> undated = stated("480000000", None)
    >>> figure_of(Record(figures=(later, undated)), firm, "revenue", 2025) is None
    True
    >>> figure_of(Record(figures=(later,)), firm, "revenue", 2024) is None
    True
    """
    wanted = (unit, metric, year)
    stated = [f for f in record.figures if (f.unit, f.metric, f.year) == wanted]
    last = max((f.on for f in stated if f.on is not None), default=None)
    values = {f.value for f in stated if f.on in (None, last)}
    return values.pop() if len(values) == 1 else None


def figures_of(
    record: Record, unit: Identifier, metric: str, years: Iterable[int]
) -> tuple[Decimal | None, ...]:
    """Return the figures of some years, each as :func:`figure_of` tells it, in their order.

    Args:
        record: What is on record.
        unit: Whose accounts.
        metric: What is measured.
        years: The fiscal years.

    >>> from innov_consortium.core.records import Record
    >>> firm = Identifier("LEI", "529900T8BM49AURSDO55")
    >>> one = AnnualFigure(unit=firm, year=2025, metric="rd_spending", value=Decimal(20_000_000))
    >>> figures_of(Record(figures=(one,)), firm, "rd_spending", (2024, 2025))
    (None, Decimal('20000000'))
    """
    return tuple(figure_of(record, unit, metric, year) for year in years)


def _too_early(figure: AnnualFigure) -> list[Fault]:
    """Return the fault that a figure was stated before the year it is of."""
    if figure.on is None or type(figure.year) is not int or figure.on.year >= figure.year:
        return []
    zh, en = f"早于所属年度 {figure.year}", f"is before the year it is of, {figure.year}"
    return [Fault(FaultKind.OUT_OF_ORDER, "on", zh, en)]


prepare(AnnualFigure)
