"""What is on record of members, and what weight it has."""

from __future__ import annotations

from typing import Final

from innov_consortium.testing.cases.vocabulary.tables import table, words

__all__ = [
    "ACCIDENT_CATEGORIES",
    "ACCIDENT_GRADES",
    "AUTHORITY",
    "FALSIFIED_IN",
    "NO_AUTHORITY",
    "NO_GROUND",
    "ORGAN_KINDS",
    "RECORDED",
    "WEIGHTS",
]

#: Types of facts, with the sort of entry they make.
RECORDED: Final = table(
    {
        "falsification": words(
            "fraud falsified serious_falsification fabrication false_statement 弄虚作假"
        ),
        "accident": words(
            "safety_accident quality_accident major_accident safety_incident quality_incident "
            "事故 安全事故 质量事故"
        ),
        "serious_illegality": words(
            "determination illegality serious_dishonesty dishonesty serious_illegal_conduct "
            "serious_illegality_or_dishonesty illegal_or_dishonest_conduct 严重违法失信 "
            "严重违法失信行为"
        ),
        "listing": words("listed list_entry 列入名录 列入名单"),
        "other_illegal_conduct": words(
            "illegal_conduct other_illegal_act other_illegality other_illegal_acts illegal_act "
            "other_unlawful_conduct violation_of_law 其他违法行为 违法行为"
        ),
        "withdrawal_request": words(
            "revocation_request lead_requests_revocation lead_request voluntary_request "
            "request_for_revocation withdrawal_requested revocation_requested 撤销申请"
        ),
        "legacy_revocation": words("revocation_under_former_plan former_revocation"),
    }
)

#: What no item of the list of grounds names, though it may happen to a lead or a consortium.
NO_GROUND: Final = words(
    "lead_dissolved dissolution dissolved lead_bankrupt bankruptcy bankrupt lead_deregistered "
    "deregistration deregistered lead_bankruptcy lead_dissolution lead_deregistration "
    "lead_liquidated liquidation change_executed_before_approval unapproved_change "
    "change_without_approval late_change_report change_reported_late members_below_six "
    "composition_below_minimum 注销 破产 解散"
)

FALSIFIED_IN: Final = table(
    {
        "formation": words("application formation_application 组建 组建申请 申报"),
        "annual_evaluation": words(
            "evaluation self_evaluation annual_operation_evaluation 年度评价"
        ),
        "project": words(
            "project_application major_project project_report project_acceptance 项目 项目申报"
        ),
    }
)

ACCIDENT_CATEGORIES: Final = table(
    {
        "safety": words("production_safety work_safety 安全 安全生产 safety_accident"),
        "quality": words("product_quality 质量 产品质量 quality_accident"),
    }
)

#: Grades of accidents as officials determine them, the gravest first.
ACCIDENT_GRADES: Final = table(
    {
        "特别重大": words(
            "特别重大事故 particularly_major especially_major extraordinarily_major "
            "particularly_serious especially_serious extraordinarily_serious"
        ),
        "重大": words("重大事故 major major_accident"),
        "较大": words("较大事故 larger relatively_large large considerable relatively_major"),
        "一般": words("一般事故 ordinary general minor common"),
    }
)

ORGAN_KINDS: Final = table(
    {
        "judicial": words("court judiciary procuratorate judicial_organ 司法机关 法院 检察院 司法"),
        "administrative": words(
            "administration administrative_organ government regulator 行政机关 行政"
        ),
        "party": words(
            "party_organ party_discipline discipline_inspection party_organisation "
            "party_committee party_discipline_organ 党组织 纪检 纪检机关 纪委 党的机关"
        ),
        "association": words(
            "industry_association trade_association guild 协会 行业协会 商会 社会组织"
        ),
        "other": words("media company platform arbitration third_party credit_agency 其他 媒体"),
    }
)

#: Parts of the names of bodies that are no authority; a name with a part of the second list may be.
NO_AUTHORITY: Final = (
    *("保险", "公司", "协会", "学会", "商会", "评估", "媒体", "事务所", "研究院", "专家"),
    *("insur", "company", "association", "assess", "apprais", "media", "consult", "expert"),
)
AUTHORITY: Final = (
    *("局", "委", "厅", "政府", "法院", "检察院", "国务院", "机关", "监管", "主管", "应急管理部"),
    *("bureau", "ministry", "government", "court", "authority", "commission", "regulat"),
)

#: How grave other conduct is, beside what the text names.
WEIGHTS: Final = table(
    {
        "trivial": words("minor slight negligible light small petty insignificant 轻微"),
        "grave": words(
            "serious similar comparable substantial considerable major similar_gravity heavy "
            "of_similar_gravity comparable_gravity severe medium moderate significant 严重 情节严重"
        ),
    }
)
