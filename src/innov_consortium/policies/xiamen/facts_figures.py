"""The lead's revenue and R&D spending, over each run of years the passages may mean.

A run is one year, or several taken together. Where nothing is said of the years, each of the last
three is a run: what each of them reaches, every mean and every sum over some of them reaches too,
and what none of them reaches, none of those does.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from innov_consortium.core.clauses import fact
from innov_consortium.core.consortium import Application
from innov_consortium.core.figures import figures_of
from innov_consortium.core.quantities import total
from innov_consortium.core.records import Record
from innov_consortium.policies.xiamen.readings import RevenueYears, SpendingYears

__all__ = ["FACTS", "METRICS", "Shares"]

#: 指标的写法：营收、研发投入，均以元计。
METRICS = ("revenue", "rd_spending")

_REVENUE, _RD = METRICS
_FIGURES = "record.figures"
_LAST, _THREE = 1, 3


@frozen
class Shares:
    """R&D spending and revenue of two runs: where the share is lowest, and where it is highest.

    Where the revenue is nought there is no share: such a run stands for the lowest and for the
    highest, so that neither is certain.
    """

    lowest: tuple[Decimal, Decimal]
    highest: tuple[Decimal, Decimal]


@fact
def last_year(application: Application, day: date) -> int:
    """上一年度：申请日（尚未申请的为所问之日）所在年度的前一年。"""
    return (application.filed_on or day).year - 1


@fact
def revenue_over(*, revenue_years: RevenueYears) -> int:
    """营收每期的年数：看平均的，三个年度为一期；其余一年为一期。"""
    return _THREE if revenue_years is RevenueYears.MEAN_OF_THREE else _LAST


@fact(reads=_FIGURES)
def revenue_least(
    application: Application, record: Record, last_year: int, *, revenue_years: RevenueYears
) -> Decimal | None:
    """与下限相比的营收至少是多少：各期中最低的；有一年不明的，不明。"""
    return _least(_revenues(application, record, last_year, revenue_years))


@fact(reads=_FIGURES)
def revenue_most(
    application: Application, record: Record, last_year: int, *, revenue_years: RevenueYears
) -> Decimal | None:
    """至多是多少：各期中最高的；须每一年都达到的，不超过已知最低的一年。"""
    values = _revenues(application, record, last_year, revenue_years)
    if revenue_years is RevenueYears.EACH_OF_THREE:
        return min((value for value in values if value is not None), default=None)
    return _most(values)


@fact
def spending_over(*, spending_years: SpendingYears) -> int:
    """研发投入每期的年数：看三个年度的，三个年度为一期；其余一年为一期。"""
    return _THREE if spending_years is SpendingYears.LAST_THREE else _LAST


@fact(reads=_FIGURES)
def spending_least(
    application: Application, record: Record, last_year: int, *, spending_years: SpendingYears
) -> Decimal | None:
    """与下限相比的研发投入至少是多少：各期中最低的；有一年不明的，不明。"""
    return _least(_runs(application, record, _RD, last_year, spending_years))


@fact(reads=_FIGURES)
def spending_most(
    application: Application, record: Record, last_year: int, *, spending_years: SpendingYears
) -> Decimal | None:
    """与下限相比的研发投入至多是多少：各期中最高的；有一年不明的，不明。"""
    return _most(_runs(application, record, _RD, last_year, spending_years))


@fact(reads=_FIGURES)
def shares(
    application: Application, record: Record, last_year: int, *, spending_years: SpendingYears
) -> Shares | None:
    """各期研发投入占营收的比例，最低的和最高的；有一年不明的，不明。"""
    spent = _runs(application, record, _RD, last_year, spending_years)
    earned = _runs(application, record, _REVENUE, last_year, spending_years)
    pairs = [(s, e) for s, e in zip(spent, earned, strict=True) if s is not None and e is not None]
    if len(pairs) < len(spent):
        return None
    none = [pair for pair in pairs if not pair[1]]
    ranked = none or sorted(pairs, key=lambda pair: Fraction(pair[0]) / Fraction(pair[1]))
    return Shares(ranked[0], ranked[-1])


@fact(reads=_FIGURES)
def revenue_throughout(shares: Shares | None) -> bool | None:
    """各期都有营收；没有营收的，无从计算比例。"""
    return None if shares is None else shares.lowest[1] > 0


@fact(reads=_FIGURES)
def lowest_share_spending(shares: Shares | None) -> Decimal | None:
    """比例最低的一期，其研发投入。"""
    return None if shares is None else shares.lowest[0]


@fact(reads=_FIGURES)
def lowest_share_revenue(shares: Shares | None) -> Decimal | None:
    """比例最低的一期，其营收。"""
    return None if shares is None else shares.lowest[1]


@fact(reads=_FIGURES)
def highest_share_spending(shares: Shares | None) -> Decimal | None:
    """比例最高的一期，其研发投入。"""
    return None if shares is None else shares.highest[0]


@fact(reads=_FIGURES)
def highest_share_revenue(shares: Shares | None) -> Decimal | None:
    """比例最高的一期，其营收。"""
    return None if shares is None else shares.highest[1]


def _revenues(
    application: Application, record: Record, last: int, read: RevenueYears
) -> tuple[Decimal | None, ...]:
    if read is RevenueYears.LAST_YEAR:
        return _yearly(application, record, _REVENUE, last, _LAST)
    values = _yearly(application, record, _REVENUE, last, _THREE)
    return (_sum(values),) if read is RevenueYears.MEAN_OF_THREE else values


def _runs(
    application: Application, record: Record, metric: str, last: int, read: SpendingYears
) -> tuple[Decimal | None, ...]:
    if read is SpendingYears.LAST_YEAR:
        return _yearly(application, record, metric, last, _LAST)
    values = _yearly(application, record, metric, last, _THREE)
    return (_sum(values),) if read is SpendingYears.LAST_THREE else values


def _yearly(
    application: Application, record: Record, metric: str, last: int, years: int
) -> tuple[Decimal | None, ...]:
    run = range(last - years + 1, last + 1)
    return figures_of(record, application.lead.legal_person, metric, run)


def _known(values: Sequence[Decimal | None]) -> list[Decimal]:
    """Return the values if all are known, else none."""
    known = [value for value in values if value is not None]
    return known if len(known) == len(values) else []


def _least(values: Sequence[Decimal | None]) -> Decimal | None:
    return min(_known(values), default=None)


def _most(values: Sequence[Decimal | None]) -> Decimal | None:
    return max(_known(values), default=None)


def _sum(values: Sequence[Decimal | None]) -> Decimal | None:
    known = _known(values)
    return total(known) if known else None


FACTS = (
    last_year,
    revenue_over,
    revenue_least,
    revenue_most,
    spending_over,
    spending_least,
    spending_most,
    shares,
    revenue_throughout,
    lowest_share_spending,
    lowest_share_revenue,
    highest_share_spending,
    highest_share_revenue,
)
