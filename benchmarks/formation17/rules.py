"""The seventeen rules of the workload, by the names that all columns and findings bear.

They are not the law: small enough that every engine can express them, large enough to have members,
sets, days and a share in them.
"""

from __future__ import annotations

from datetime import date

__all__ = [
    "ANSWERS",
    "CITATIONS",
    "FIRST_DAY",
    "HEADS",
    "KINDS",
    "LAST_DAY",
    "LEAD_KINDS",
    "LISTS",
    "MOST_CONSORTIA",
    "MOST_LEADS",
    "OF_MEMBERS",
    "ORGANS",
    "OUTCOMES",
    "PARTICIPANTS",
    "QUALIFIED",
    "RULES",
]

#: Every rule with the words it is cited by, in order.
CITATIONS: dict[str, str] = {
    "qualified_lead": "第一条　牵头单位为科研院所、科技领军企业或者链主企业",
    "seated_in_region": "第二条　牵头单位在本地区",
    "operating": "第三条　牵头单位正常运营",
    "leads_few": "第四条　连同本次，牵头不超过1个",
    "enough_participants": "第五条　参与单位不少于6家",
    "enough_enterprises": "第六条　其中企业不少于半数",
    "joins_few": "第七条　连同本次，每家参与不超过2个",
    "signed_by_all": "第八条　各参与单位均已签署",
    "agreement_complete": "第九条　协议载明全部八项内容",
    "decision_organ": "第十条　设立决策机构",
    "advisory_organ": "第十一条　设立咨询机构",
    "executive_organ": "第十二条　设立执行机构",
    "technologist_in_post": "第十三条　首席技术专家到位",
    "lists_drawn_up": "第十四条　形成全部三张清单",
    "not_barred": "第十五条　申请之日牵头单位不在限制期内",
    "begun": "第十六条　申请不早于2025年4月11日",
    "not_over": "第十七条　申请不晚于2030年4月10日",
}
RULES = tuple(CITATIONS)

#: Those asked of each participant, so that a participant can offend.
OF_MEMBERS = ("joins_few", "signed_by_all")

LEAD_KINDS = (
    "research_institute",
    "leading_tech_enterprise",
    "chain_master_enterprise",
    "other",
)
QUALIFIED = LEAD_KINDS[:3]
KINDS = ("enterprise", "university_college", "research_institute", "service_org")
HEADS = (
    *("goals", "tasks", "organisation", "rights"),
    *("intellectual_property", "benefits", "risks", "exit"),
)
ORGANS = ("decision", "advisory", "executive")
LISTS = ("questions", "technologies", "outcomes")

MOST_LEADS = 1
PARTICIPANTS = 6
MOST_CONSORTIA = 2
FIRST_DAY = date(2025, 4, 11)
LAST_DAY = date(2030, 4, 10)

#: What a column of outcomes may hold; and the column of answers.
OUTCOMES = ("not_met", "met", "unknown")
ANSWERS = ("not_met", "met", "open")
