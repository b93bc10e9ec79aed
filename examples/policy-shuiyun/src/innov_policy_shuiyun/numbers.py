"""Every figure and every list of words the Measures state, each once."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import frozen
from innov_consortium.core.numbers import stated

__all__ = ["Numbers"]


@frozen(kw_only=True)
class Numbers:
    """What 《水云市创新联合体备案管理办法》 states in figures and in lists of words.

    >>> Numbers().min_enterprises, str(Numbers().min_rd_share)
    (4, '1/20')
    """

    min_enterprises: int = stated(4, "art4.item1", unit="家", least=0)
    institution_kinds: tuple[str, ...] = stated(
        ("university", "research_institution", "hospital"), "art4.item2"
    )
    min_institutions: int = stated(2, "art4.item2", unit="家", least=0)
    clean_years: int = stated(2, "art4.item3", unit="年", least=1)
    max_members: int = stated(30, "art4.p2.s1", unit="家", least=0)
    hospital_fields: tuple[str, ...] = stated(("生命健康",), "art5.p1.s1c")
    averaged_years: int = stated(3, "art5.p2.s1", unit="年", least=1)
    min_mean_rd: Decimal = stated(Decimal(30_000_000), "art5.p2.item1", unit="元", least=Decimal(0))
    min_rd_share: Fraction = stated(
        Fraction(1, 20), "art5.p2.item2", least=Fraction(0), most=Fraction(1)
    )
    max_leads: int = stated(2, "art5.p5.s1a", unit="家", least=1)
    max_leaderships: int = stated(1, "art5.p6.s1", unit="个", least=0)
    agreement_heads: tuple[str, ...] = stated(
        ("goals", "division_of_tasks", "funding", "ip_ownership", "withdrawal"), "art6.s2"
    )
    filing_documents: tuple[str, ...] = stated(
        ("filing_form", "agreement", "member_proofs"), "art7.p1.s1a"
    )
    publicity_days: int = stated(5, "art8.p1.s1", unit="日", least=1)
    cycle_years: int = stated(2, "art10.s1a", unit="年", least=1)
    grades: tuple[str, ...] = stated(("excellent", "good", "fair", "pass", "fail"), "art10.s2")
    supported_grades: tuple[str, ...] = stated(("excellent", "good"), "art11.s1a")
    failing_grades: tuple[str, ...] = stated(("fail",), "art12.item1")
    failures_in_a_row: int = stated(2, "art12.item1", unit="次", least=1)
    false_materials_in: tuple[str, ...] = stated(("filing",), "art12.item2")
    barring_grounds: tuple[str, ...] = stated(("art12.item1", "art12.item2"), "art13.p1.s1a")
    bar_months: int = stated(18, "art13.p1.s1b", unit="个月", least=1)
    report_month: int = stated(3, "art14.s1", unit="月", least=1, most=12)
    report_day: int = stated(31, "art14.s1", unit="日", least=1, most=31)
    days_to_commencement: int = stated(30, "art16.s1", unit="日", least=1)
