"""Every figure and every enumeration the Measures state, each once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from innov_consortium.core.numbers import stated
from innov_consortium.policies.tianjin.bodies import BINHAI_ZONES

__all__ = ["Numbers"]


@frozen(kw_only=True)
class Numbers:
    """What 《天津市创新联合体管理办法（征求意见稿）》 states in figures and in lists of words.

    >>> Numbers().min_participants, str(Numbers().min_enterprise_share)
    (6, '1/2')
    """

    key_fields: tuple[str, ...] = stated(
        (
            "信创",
            "高端装备",
            "智能科技",
            "新能源汽车",
            "生物医药",
            "石油化工",
            "绿色低碳",
        ),
        "art3.s1a",
    )
    required_lists: tuple[str, ...] = stated(
        ("major_scientific_questions", "key_core_technologies", "target_outcomes"),
        "art5.item1.s2c",
    )
    lead_categories: tuple[str, ...] = stated(
        ("research_institution", "leading_enterprise", "chain_master"), "art5.item2.s2c"
    )
    max_leaderships: int = stated(1, "art5.item2.s3b", unit="个", least=0)
    min_participants: int = stated(6, "art5.item3.s2c", unit="家", least=0)
    min_enterprise_share: Fraction = stated(
        Fraction(1, 2), "art5.item3.s2d", least=Fraction(0), most=Fraction(1)
    )
    max_participations: int = stated(2, "art5.item3.s5b", unit="个", least=0)
    cooperation_areas: tuple[str, ...] = stated(
        ("joint_r_and_d", "commercialisation", "standards", "international", "branding"),
        "art5.item4.s3b",
    )
    organ_functions: tuple[str, ...] = stated(
        ("decision", "advisory", "executive"), "art5.item6.s2a"
    )
    qualifications: tuple[str, ...] = stated(
        ("strategic_scientist", "leading_talent"), "art5.item6.s3b"
    )
    binhai_zones: tuple[tuple[str, ...], ...] = stated(BINHAI_ZONES, "art6.item2.s2d")
    cycle_years: int = stated(3, "art8.s1b", unit="年", least=1)
    evaluation_stages: tuple[str, ...] = stated(
        ("document_review", "site_visit", "overall_assessment"), "art8.s2c"
    )
    final_stage: str = stated("final_confirmation", "art8.s2d")
    evaluation_dimensions: tuple[str, ...] = stated(
        (
            "mechanisms",
            "core_technology",
            "commercialisation",
            "talent",
            "platforms",
            "regional_cooperation",
        ),
        "art9.s1a",
    )
    grades: tuple[str, ...] = stated(("excellent", "good", "qualified", "unqualified"), "art10.s1a")
    unqualified: tuple[str, ...] = stated(("unqualified",), "art10.s1b")
    consecutive_results: int = stated(2, "art11.item1", unit="次", least=1)
    falsification_contexts: tuple[str, ...] = stated(
        ("formation", "annual_evaluation"), "art11.item3"
    )
    accident_categories: tuple[str, ...] = stated(("safety", "quality"), "art11.item5")
    major_grades: tuple[str, ...] = stated(("major", "especially_major"), "art11.item5")
    determining_organs: tuple[str, ...] = stated(("judicial", "administrative"), "art11.item6")
    abnormal_lists: tuple[str, ...] = stated(("经营异常名录",), "art11.item7")
    dishonesty_lists: tuple[tuple[str, ...], ...] = stated(
        (("失信", "名单"), ("失信", "主体"), ("失信被执行人",), ("严重违法失信",)), "art11.item7"
    )
    revocation_grounds: tuple[str, ...] = stated(
        tuple(f"art11.item{n}" for n in range(1, 8)), "art11.p1"
    )
    bar_years: int = stated(3, "art11.p2.s1b", unit="年", least=1)
    good_or_better: tuple[str, ...] = stated(("excellent", "good"), "art15.s1a")
    max_support: Decimal = stated(Decimal(10_000_000), "art15.s1d", unit="元", least=Decimal(0))
    municipal_money: tuple[str, ...] = stated(("municipal",), "art15.s1d")
    valid_until: date = stated(date(2030, 4, 10), "art26.s1b")
