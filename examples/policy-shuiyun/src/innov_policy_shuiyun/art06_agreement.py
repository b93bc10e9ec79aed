"""第六条：组建协议和决策机构。"""

from __future__ import annotations

from innov_consortium.core.clauses import clause
from innov_consortium.core.words import Truth, holds

__all__ = ["CONDITIONS"]


@clause("art6.s1", each="member")
def signed_by_each(signed: Truth) -> Truth:
    """全体成员单位应当签署组建协议。

    >>> [signed_by_each(v) for v in (True, False, None)]
    [True, False, None]
    """
    return holds(signed)


@clause("art6.s2", each="required_head")
def head_stated(stated_in_agreement: Truth) -> Truth:
    """组建协议应当载明目标任务、职责分工、经费投入、知识产权归属和退出机制。

    >>> [head_stated(v) for v in (True, False, None)]
    [True, False, None]
    """
    return holds(stated_in_agreement)


@clause("art6.s3")
def decides_by_a_body(decision_body_set_up: Truth) -> Truth:
    """创新联合体应当设立决策机构。

    >>> [decides_by_a_body(v) for v in (True, False, None)]
    [True, False, None]
    """
    return holds(decision_body_set_up)


CONDITIONS = (signed_by_each, head_stated, decides_by_a_body)
