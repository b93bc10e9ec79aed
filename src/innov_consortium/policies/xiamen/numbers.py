"""Every figure and every enumeration that the clauses compare with, each once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from innov_consortium.core.numbers import stated

__all__ = ["Numbers"]


@frozen(kw_only=True)
class Numbers:
    """What the passages state in figures and in lists of words.

    >>> Numbers().min_members, str(Numbers().min_rd_share)
    (7, '3/100')
    """

    lead_kinds: tuple[str, ...] = stated(
        ("leading_enterprise", "new_rd_institution"), "qa3.item2.s1a"
    )
    hospital_kinds: tuple[str, ...] = stated(("top_hospital",), "qa3.item2.s1a")
    min_members: int = stated(7, "qa3.item2.s1b", unit="家", least=0)
    min_enterprises: int = stated(5, "qa3.item2.s1c", unit="家", least=0)
    min_institutions: int = stated(2, "qa3.item2.s1d", unit="家", least=0)
    min_revenue: Decimal = stated(Decimal(500_000_000), "qa3.item2.s2a", unit="元")
    min_rd_spending: Decimal = stated(Decimal(20_000_000), "qa3.item2.s2b", unit="元")
    min_rd_share: Fraction = stated(Fraction(3, 100), "qa3.item2.s2b")
    commencement: date = stated(date(2025, 8, 10), "press.s1")
