"""由表的各列推得事实：同样的条款，由此判断整批申请。只有 ``frames`` 装载本模块。

一行一件申请、一行一家参与单位；条款所比的事实，能由各列推得的在此推得，其余以自己的名字作一列。
"""

from __future__ import annotations

from innov_consortium.core.tables import Tables
from innov_consortium.policies.tianjin.columns import (
    cases,
    engagements,
    lead,
    lifting,
    specs,
    units,
)

__all__ = ["COLUMNS"]

COLUMNS = Tables(
    applications=specs.APPLICATIONS,
    members=specs.MEMBERS,
    items=specs.ITEMS,
    facts=(*units.FACTS, *lead.FACTS, *engagements.FACTS),
    staged=units.STAGED,
    once=units.STAGED,
    rows="participant",
    rows_of=cases.rows_of,
    case_of=lifting.case_of,
    joined={"member": "lead_"},
)
