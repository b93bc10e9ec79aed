"""What is attested, and the provisions the format itself ties to a fact."""

from __future__ import annotations

from typing import Final

from innov_consortium.testing.cases.vocabulary.tables import table, words

__all__ = [
    "ABNORMAL_LIST",
    "ATTESTED_TOGETHER",
    "DENIES_STRATEGIC_FORCE",
    "LEAD_CATEGORIES",
    "LEAD_QUALITIES",
    "PARTICIPANT_QUALITIES",
    "QUALIFICATIONS",
    "SPECIAL_GROUNDS",
]

LEAD_CATEGORIES: Final = table(
    {
        "research_institution": words("research_institute 科研机构"),
        "leading_enterprise": words(
            "st_leading_enterprise s&t_leading_enterprise s_t_leading_enterprise "
            "science_and_technology_leading_enterprise technology_leading_enterprise "
            "科技领军企业"
        ),
        "chain_master": words(
            "chain_master_enterprise chain_leader chain_leader_enterprise chain_owner "
            "industry_chain_master industrial_chain_master 产业链链主企业 链主企业 链主"
        ),
        "other_strategic_force": words(
            "strategic_force other_strategic strategic_st_force strategic_s&t_force "
            "strategic_s_t_force other_strategic_st_force other_strategic_s&t_force "
            "战略科技力量 "
            "其他战略科技力量"
        ),
        "other": words("university ordinary_university 高校 其他 hospital service_institution"),
        "denied": words(
            "none none_of_these not_strategic not_strategic_force no_strategic_force "
            "ordinary_enterprise ordinary ordinary_company 普通企业 均不属于"
        ),
    }
)

#: The meaning, in the table above, of words that deny that the lead is a strategic force.
DENIES_STRATEGIC_FORCE: Final = "denied"

QUALIFICATIONS: Final = table(
    {
        "strategic_scientist": words("战略科学家"),
        "leading_talent": words(
            "high_level_leading_talent leading_high_level_talent high_level_talent "
            "high_level_leading_person 高层次领军人才 领军人才"
        ),
        "other": words(
            "none neither ordinary engineer senior_engineer professor associate_professor "
            "manager "
            "project_manager doctor ordinary_engineer ordinary_researcher young_talent 其他 "
            "高级工程师 "
            "教授 工程师"
        ),
    }
)

#: ``judgement_qualities_attested`` stands among the facts of the lead: the qualities of item 2.
LEAD_QUALITIES: Final = "art5.item2"

#: ``participant_quality_attested``: what participating enterprises and institutions should be.
PARTICIPANT_QUALITIES: Final = {"enterprises": "art5.item3.s3a", "academics": "art5.item3.s3b"}

#: Other judgements the format may attest by a name of their own.
ATTESTED_TOGETHER: Final = {
    "objectives_attested": ("art5.item1.s2a", "art5.item1.s2b", "art5.item1.s2d"),
    "item1_judgement_attested": ("art5.item1.s2a", "art5.item1.s2b", "art5.item1.s2d"),
    "resource_advantage_attested": ("art5.item4.s2",),
    "overall_capability_attested": ("art5.item4.s2",),
    "representativeness_attested": ("art5.item4.s2",),
    "joint_basis_attested": ("art5.item4.s3a",),
    "item4_judgement_attested": ("art5.item4.s2", "art5.item4.s3a"),
    "operating_mechanism_attested": ("art5.item6.s2b",),
    "mechanism_attested": ("art5.item6.s2b",),
}

#: Words for the grounds of a special case.
SPECIAL_GROUNDS: Final = table(
    {
        "art7.s1a": words("art7_s1a key_support key_support_determined 重点支持 确定重点支持"),
        "art7.s1b": words(
            "art7_s1b urgent_need urgent urgently_needed urgent_need_of_industry 亟需 "
            "产业发展亟需 "
            "重点产业发展亟需"
        ),
    }
)

#: The list that contradicts normal operation where the case names no other.
ABNORMAL_LIST: Final = "经营异常名录"
