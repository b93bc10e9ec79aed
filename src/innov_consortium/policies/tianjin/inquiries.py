"""The questions the Measures answer."""

from __future__ import annotations

from innov_consortium.core.inquiries import Inquiry
from innov_consortium.policies.tianjin import (
    art03_fields,
    art05_formation,
    art06_procedure,
    art07_special,
    art12_changes,
    art14_withdrawal,
)

__all__ = ["CHANGE", "FILING", "FORMATION", "INQUIRIES", "PROCEDURE", "WITHDRAWAL"]

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

INQUIRIES = (FORMATION, FILING, PROCEDURE, CHANGE, WITHDRAWAL)
