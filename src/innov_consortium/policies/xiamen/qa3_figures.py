"""政策解读第三部分第2点：对牵头单位营收、研发投入的要求。

What every one of the last three years reaches is met however the years are taken, and what none of
them reaches is not met; between the two, where there is no revenue to take a share of, or where a
hospital leads and it matters, a person decides.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from innov_consortium.core.clauses import clause
from innov_consortium.core.words import (
    Int,
    Money,
    Ruling,
    Truth,
    Word,
    both,
    either,
    is_one_of,
    left_open,
    mean_at_least,
    not_,
    only_if,
    share_at_least,
)
from innov_consortium.policies.xiamen.instrument import BUREAU
from innov_consortium.policies.xiamen.readings import HospitalFigures

__all__ = ["CONDITIONS"]


@clause("qa3.item2.s2a", attested=BUREAU)
def yearly_revenue(
    revenue_least: Money,
    revenue_most: Money,
    revenue_over: Int,
    lead_kind: Word,
    *,
    min_revenue: Decimal,
    hospital_kinds: tuple[str, ...],
    hospital_figures: HospitalFigures,
) -> Ruling:
    """年营收≥5亿元。

    >>> from innov_consortium.core.clauses import Force, settle
    >>> bound, fen = Decimal(500_000_000), Decimal("0.01")
    >>> def test(least, most, kind="leading_enterprise", read=HospitalFigures.UNSTATED, over=1):
    ...     named = {"min_revenue": bound, "hospital_kinds": ("top_hospital",)}
    ...     said = yearly_revenue(least, most, over, kind, **named, hospital_figures=read)
    ...     return settle(said, Force.MANDATORY).value
    >>> [test(bound + n, bound + n) for n in (-fen, 0, fen)]
    ['not_met', 'met', 'met']
    >>> [test(3 * bound + n, 3 * bound + n, over=3) for n in (-fen, 0, fen)]  # 三个年度的合计
    ['not_met', 'met', 'met']
    >>> test(bound - fen, bound), test(None, bound), test(None, bound - fen)
    ('needs_judgement', 'unknown', 'not_met')
    >>> [test(bound - fen, bound - fen, "top_hospital", read) for read in HospitalFigures]
    ['needs_judgement', 'not_met', 'not_applicable']
    >>> test(bound, bound, "top_hospital"), test(bound, bound, None), test(fen, fen, None)
    ('met', 'met', 'unknown')
    """
    possible = mean_at_least(revenue_most, revenue_over, min_revenue)
    certain = both(mean_at_least(revenue_least, revenue_over, min_revenue), possible)
    hospital = is_one_of(lead_kind, hospital_kinds)
    test = left_open(both(possible, not_(certain)), certain)
    if hospital_figures is HospitalFigures.NOT_REQUIRED:
        return only_if(not_(hospital), test)
    if hospital_figures is HospitalFigures.REQUIRED:
        return test
    return left_open(both(hospital, not_(certain)), test)


@clause("qa3.item2.s2b", attested=BUREAU)
def rd_spending(
    spending_least: Money,
    spending_most: Money,
    spending_over: Int,
    revenue_throughout: Truth,
    lowest_share_spending: Money,
    lowest_share_revenue: Money,
    highest_share_spending: Money,
    highest_share_revenue: Money,
    lead_kind: Word,
    *,
    min_rd_spending: Decimal,
    min_rd_share: Fraction,
    hospital_kinds: tuple[str, ...],
    hospital_figures: HospitalFigures,
) -> Ruling:
    """年均研发投入≥2000万或占营收≥3%。

    >>> from innov_consortium.core.clauses import Force, settle
    >>> much = 10**12  # so much revenue that the share is never reached
    >>> def test(
    ...     spent,
    ...     lowest=(0, much),
    ...     highest=(0, much),
    ...     over=1,
    ...     kind="leading_enterprise",
    ...     read=HospitalFigures.UNSTATED,
    ... ):
    ...     named = {
    ...         "min_rd_spending": Decimal(20_000_000),
    ...         "min_rd_share": Fraction(3, 100),
    ...         "hospital_kinds": ("top_hospital",),
    ...     }
    ...     earns = bool(lowest[1])
    ...     least, most, *shares = map(Decimal, (*spent, *lowest, *highest))
    ...     facts = (least, most, over, earns, *shares, kind)
    ...     return settle(
    ...         rd_spending(*facts, **named, hospital_figures=read), Force.MANDATORY
    ...     ).value
    >>> [test((n, n)) for n in (19_999_999, 20_000_000, 20_000_001)]
    ['not_met', 'met', 'met']
    >>> [test((n, n), over=3) for n in (59_999_999, 60_000_000, 60_000_001)]  # 三个年度的合计
    ['not_met', 'met', 'met']
    >>> [test((0, n)) for n in (19_999_999, 20_000_000, 20_000_001)]
    ['not_met', 'needs_judgement', 'needs_judgement']
    >>> [test((0, 0), (n, 100), (n, 100)) for n in (2, 3, 4)]
    ['not_met', 'met', 'met']
    >>> [test((0, 0), (2, 100), (n, 100)) for n in (2, 3, 4)]
    ['not_met', 'needs_judgement', 'needs_judgement']
    >>> test((0, 0), (0, 0), (0, 0))  # 没有营收，无从计算比例
    'needs_judgement'
    >>> [test((1, 1), kind="top_hospital", read=read) for read in HospitalFigures]
    ['needs_judgement', 'not_met', 'not_applicable']
    """
    certain = either(
        mean_at_least(spending_least, spending_over, min_rd_spending),
        both(
            revenue_throughout,
            share_at_least(lowest_share_spending, lowest_share_revenue, min_rd_share),
        ),
    )
    possible = either(
        mean_at_least(spending_most, spending_over, min_rd_spending),
        not_(revenue_throughout),
        share_at_least(highest_share_spending, highest_share_revenue, min_rd_share),
    )
    hospital = is_one_of(lead_kind, hospital_kinds)
    test = left_open(both(possible, not_(certain)), certain)
    if hospital_figures is HospitalFigures.NOT_REQUIRED:
        return only_if(not_(hospital), test)
    if hospital_figures is HospitalFigures.REQUIRED:
        return test
    return left_open(both(hospital, not_(certain)), test)


CONDITIONS = (yearly_revenue, rd_spending)
