"""The questions the Measures answer."""

from __future__ import annotations

from innov_consortium.core.inquiries import Inquiry
from innov_consortium.policies.tianjin import (
    art03_fields,
    art05_formation,
    art06_procedure,
    art07_special,
    art08_evaluation,
    art11_bar,
    art11_revocation,
    art12_changes,
    art14_withdrawal,
    art15_support,
)

__all__ = [
    "ADMISSIBILITY",
    "CHANGE",
    "EVALUATION",
    "FILING",
    "FORMATION",
    "INQUIRIES",
    "PROCEDURE",
    "PROJECT_ELIGIBILITY",
    "REVOCATION_GROUNDS",
    "SUPPORT_AMOUNT",
    "WITHDRAWAL",
]

#: 第五条：天津市创新联合体申请组建应满足以下基本条件。
FORMATION = Inquiry(
    name="formation",
    conditions=art05_formation.CONDITIONS,
    context=(*art03_fields.CONTEXT, *art07_special.CONTEXT),
    chapeau="art5.p1",
)

#: 第六条第（二）项：联合申报，连同其所依据的征集通知。
FILING = Inquiry(
    name="filing",
    conditions=art06_procedure.FILING,
    context=art07_special.CONTEXT,
    of="history",
)

#: 第六条：组建流程，截至所问之日已经走到的各步。
PROCEDURE = Inquiry(
    name="procedure",
    conditions=art06_procedure.PROCEDURE,
    context=art07_special.CONTEXT,
    of="history",
)

#: 第十二、十三条：每一项变更。
CHANGE = Inquiry(
    name="change",
    conditions=art12_changes.CONDITIONS,
    context=art12_changes.CONTEXT,
    of="history",
)

#: 第十四条：主动撤销的手续是否齐备。
WITHDRAWAL = Inquiry(name="withdrawal", conditions=art14_withdrawal.CONDITIONS, of="history")

#: 第八至十条、第二十二条：年度运行评价，各年度谁须作什么，是否作了。
EVALUATION = Inquiry(
    name="evaluation",
    conditions=art08_evaluation.CONDITIONS,
    context=art08_evaluation.CONTEXT,
    of="history",
)

#: 第十一条第一款：有下列情况之一的撤销其天津市创新联合体资格。
REVOCATION_GROUNDS = Inquiry(
    name="revocation_grounds",
    conditions=art11_revocation.GROUNDS,
    of="history",
    chapeau="art11.p1",
    grounds=True,
)

#: 第十一条第二款：三年内不再受理。
ADMISSIBILITY = Inquiry(
    name="admissibility",
    conditions=art11_bar.ACCEPTANCE,
    context=art11_bar.CONTEXT,
    afterwards=art11_bar.CONTEXT,
)

#: 第十、十五、二十二条：能否申报创新联合体科技重大项目。
PROJECT_ELIGIBILITY = Inquiry(
    name="project_eligibility",
    conditions=art15_support.ELIGIBILITY,
    context=art15_support.ELIGIBILITY_CONTEXT,
    of="history",
)

#: 第十五条：支持金额的上限。
SUPPORT_AMOUNT = Inquiry(
    name="support_amount",
    conditions=art15_support.AMOUNT,
    context=art15_support.AMOUNT_CONTEXT,
    of="history",
)

INQUIRIES = (
    FORMATION,
    FILING,
    PROCEDURE,
    EVALUATION,
    REVOCATION_GROUNDS,
    ADMISSIBILITY,
    CHANGE,
    WITHDRAWAL,
    PROJECT_ELIGIBILITY,
    SUPPORT_AMOUNT,
)
