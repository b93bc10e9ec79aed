"""Every figure and every enumeration the Measures state, each once.

Durations, amounts and grades join this class with the clauses that compare them.
"""

from __future__ import annotations

from datetime import date
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
    max_leaderships: int = stated(1, "art5.item2.s3b", unit="个")
    min_participants: int = stated(6, "art5.item3.s2c", unit="家")
    min_enterprise_share: Fraction = stated(Fraction(1, 2), "art5.item3.s2d")
    max_participations: int = stated(2, "art5.item3.s5b", unit="个")
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
    revocation_grounds: tuple[str, ...] = stated(
        tuple(f"art11.item{n}" for n in range(1, 8)), "art11.p1"
    )
    bar_years: int = stated(3, "art11.p2.s1b", unit="年")
    valid_until: date = stated(date(2030, 4, 10), "art26.s1b")
