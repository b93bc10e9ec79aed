"""How a consortium is evaluated, and what it may be given."""

from __future__ import annotations

from typing import Final

from innov_consortium.testing.cases.vocabulary.tables import table, words

__all__ = [
    "EVALUATED",
    "EVALUATION_MODES",
    "FUNDING_SOURCES",
    "GRADES",
    "HANDED_IN_WHOLE",
    "MONEY_UNITS",
    "NO_GRADE",
    "STAGES",
    "SUPPORTED",
]

#: Events of the yearly evaluation, with what they are about.
EVALUATED: Final = table(
    {
        "result": words(
            "evaluation_notified evaluated evaluation annual_evaluation evaluation_result "
            "result_notified evaluation_result_notified grade_notified notified 评价结果通报 通报"
        ),
        "corrected": words(
            "result_corrected evaluation_corrected grade_corrected evaluation_result_corrected"
        ),
        "annulled": words(
            "result_annulled evaluation_annulled grade_annulled evaluation_result_annulled"
        ),
        "self": words(
            "self_evaluation_filed self_evaluation self_report_filed self_evaluated "
            "self_evaluation_report_filed 自评 自评备案"
        ),
        "selection": words(
            "evaluation_selected selected selection selected_for_evaluation "
            "selected_for_expert_evaluation evaluation_assigned"
        ),
        "notice": words(
            "evaluation_notice evaluation_notice_issued evaluation_called annual_notice "
            "annual_notice_issued evaluation_call 年度通知"
        ),
        "submission": words(
            "evaluation_submitted materials_submitted evaluation_materials_submitted submission"
        ),
    }
)

#: Events of projects, with what they are about.
SUPPORTED: Final = table(
    {
        "project_call": words("project_called project_call_issued"),
        "project_application": words("project_applied project_application_filed"),
        "award": words("project_funded award_made project_award funding_granted project_awarded"),
    }
)

EVALUATION_MODES: Final = table(
    {
        "expert": words("expert_evaluation expert_review experts by_experts 专家评价 专家评审"),
        "self": words("self_evaluation self_evaluated self_report 自评"),
    }
)

#: The four grades; any other word is left to the policy, which has no fifth.
GRADES: Final = table(
    {
        "excellent": words("优秀 outstanding"),
        "good": words("良好"),
        "qualified": words("合格 pass passed"),
        "unqualified": words("不合格 not_qualified disqualified failed fail"),
    }
)

#: What stands for no grade at all where a value is expected.
NO_GRADE: Final = words("none no_grade no_operative_grade not_graded 无")

STAGES: Final = table(
    {
        "document_review": words(
            "documents_review material_review materials_review review_of_materials 材料审查"
        ),
        "site_visit": words("on_site_visit on_site_inspection site_inspection 现场考察"),
        "overall_assessment": words(
            "comprehensive_assessment comprehensive_evaluation overall_evaluation 综合评估"
        ),
        "final_confirmation": words(
            "confirmation final_review confirmed final_review_and_confirmation 最终审核确认"
        ),
    }
)

#: That everything the notice asks for was handed in.
HANDED_IN_WHOLE: Final = words("all complete everything all_items all_required as_required 齐全")

#: How many yuan one of a unit is.
MONEY_UNITS: Final = {
    **dict.fromkeys(words("元 yuan cny rmb 人民币元"), 1),
    **dict.fromkeys(words("万元 万 wan 10k_yuan ten_thousand_yuan wan_yuan 10000_yuan"), 10_000),
    **dict.fromkeys(words("亿元 100_million_yuan hundred_million_yuan"), 100_000_000),
}

FUNDING_SOURCES: Final = table(
    {
        "municipal": words(
            "市财政 市级 市级财政 市财政资金 市级财政资金 municipal_finance municipal_budget city"
        ),
        "district": words(
            "区财政 区级 区级财政 区财政资金 区级财政资金 区级配套 区级资金配套 区级资金 "
            "district_finance district_matching district_budget"
        ),
        "national": words(
            "国家 国家级 中央财政 国家财政 中央 国家资金 中央财政资金 central national_finance "
            "central_finance central_government state national_project 国家科技计划"
        ),
        "private": words(
            "企业自筹 自筹 自筹资金 社会资本 金融机构 self_raised own_funds own self_financed "
            "social_capital bank banks investors enterprise company 企业 银行 企业自筹资金 "
            "自有资金 企业自有资金 社会资金 民间资本 风险投资 银行贷款 private_capital "
            "private_money private_investment venture_capital bank_loan"
        ),
    }
)
