"""第十三条：注销以后的限制，及于原牵头单位，也及于个人。"""

from __future__ import annotations

from innov_consortium.core.clauses import clause
from innov_consortium.core.words import Truth, not_

__all__ = ["CONDITIONS"]


@clause("art13.p1.s1b", each="leading_unit")
def no_lead_barred(barred: Truth) -> Truth:
    """自注销之日起18个月内，原牵头单位不得牵头申请备案。

    >>> [no_lead_barred(v) for v in (True, False, None)]
    [False, True, None]
    """
    return not_(barred)


@clause("art13.p1.s1c")
def principal_not_barred(principal_barred: Truth) -> Truth:
    """同一期间内，原主要负责人不得担任牵头单位的主要负责人申请备案。

    >>> [principal_not_barred(v) for v in (True, False, None)]
    [False, True, None]
    """
    return not_(principal_barred)


CONDITIONS = (no_lead_barred, principal_not_barred)
