"""The questions the Measures answer."""

from __future__ import annotations

from innov_consortium.core.inquiries import Inquiry

from innov_policy_shuiyun import (
    art04_members,
    art05_lead,
    art06_agreement,
    art07_filing,
    art10_evaluation,
    art12_ending,
    art13_bars,
)

__all__ = ["FORMATION", "INQUIRIES"]

#: 第四至六条：组建条件。
FORMATION = Inquiry(
    name="formation",
    conditions=(
        *art04_members.CONDITIONS,
        *art05_lead.CONDITIONS,
        *art06_agreement.CONDITIONS,
    ),
    chapeau="art4.p1",
)

#: 第七、八条：提交的材料和公示，截至所问之日。
FILING = Inquiry(
    name="filing",
    conditions=(*art07_filing.FILING, *art07_filing.PUTTING_ON_FILE),
    of="history",
)

#: 第十一条：能否申报市联合攻关项目。
PROJECTS = Inquiry(name="projects", conditions=art10_evaluation.ELIGIBILITY, of="history")

#: 第十二条：注销的情形。
STRIKING_OFF = Inquiry(
    name="striking_off",
    conditions=art12_ending.GROUNDS,
    of="history",
    chapeau="art12.p1",
    grounds=True,
)

#: 第十三条：是否受限制。
ADMISSIBILITY = Inquiry(name="admissibility", conditions=art13_bars.CONDITIONS)

INQUIRIES = (FORMATION, FILING, PROJECTS, STRIKING_OFF, ADMISSIBILITY)
