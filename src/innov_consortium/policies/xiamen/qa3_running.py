"""政策解读第三部分第3点：运行机制。

Whether the lead is a member that has to sign is as open as whether it is counted as one.
"""

from __future__ import annotations

from innov_consortium.core.clauses import clause
from innov_consortium.core.words import Ruling, Truth, both, holds, left_open, not_, only_if
from innov_consortium.policies.xiamen.instrument import BUREAU
from innov_consortium.policies.xiamen.readings import LeadCounts

__all__ = ["CONDITIONS"]


@clause("qa3.item3.s1a", each="member", attested=BUREAU)
def agreement_signed(leading: Truth, signed: Truth, *, lead_counts: LeadCounts) -> Truth | Ruling:
    """成员单位之间需签订法律协议。

    >>> from innov_consortium.core.clauses import Force, settle
    >>> def test(leading, signed, read=LeadCounts.UNSTATED):
    ...     said = agreement_signed(leading, signed, lead_counts=read)
    ...     return settle(said, Force.MANDATORY).value
    >>> [test(False, v) for v in (True, False, None)]
    ['met', 'not_met', 'unknown']
    >>> [test(True, v) for v in (True, False, None)]
    ['met', 'needs_judgement', 'unknown']
    >>> [test(True, False, read) for read in LeadCounts]
    ['needs_judgement', 'not_met', 'not_applicable']
    >>> [test(False, False, read) for read in LeadCounts]
    ['not_met', 'not_met', 'not_met']
    """
    if lead_counts is LeadCounts.EXCLUDED:
        return only_if(not_(leading), holds(signed))
    if lead_counts is LeadCounts.INCLUDED:
        return holds(signed)
    return left_open(both(leading, not_(signed)), holds(signed))


@clause("qa3.item3.s1b")
def decision_body_set_up(decision_body: Truth) -> Truth:
    """设立决策机构。

    >>> [decision_body_set_up(v) for v in (True, False, None)]
    [True, False, None]
    """
    return holds(decision_body)


@clause("qa3.item3.s1c")
def chief_scientist_decides(chief_named: Truth, chief_decides: Truth) -> Truth:
    """首席科学家(技术决定权)。

    >>> [chief_scientist_decides(True, v) for v in (True, False, None)]
    [True, False, None]
    >>> [chief_scientist_decides(v, True) for v in (False, None)]
    [False, None]
    """
    return both(chief_named, chief_decides)


@clause("qa3.item3.s1d")
def funds_managed(funds_rules: Truth) -> Truth:
    """经费管理制度。

    >>> [funds_managed(v) for v in (True, False, None)]
    [True, False, None]
    """
    return holds(funds_rules)


CONDITIONS = (agreement_signed, decision_body_set_up, chief_scientist_decides, funds_managed)
