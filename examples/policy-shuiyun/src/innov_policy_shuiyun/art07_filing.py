"""第七、八条：提交、公示与备案。"""

from __future__ import annotations

from innov_consortium.core.clauses import clause
from innov_consortium.core.words import Int, Ruling, Truth, at_least, exists, holds, not_, only_if

__all__ = ["FILING", "PUBLICITY", "PUTTING_ON_FILE"]


@clause("art7.p1.s1a", each="required_document")
def document_handed_in(handed_in: Truth) -> Truth:
    """提交备案表、组建协议和成员单位证明材料。

    >>> [document_handed_in(v) for v in (True, False, None)]
    [True, False, None]
    """
    return holds(handed_in)


@clause("art7.p1.s1b")
def co_leads_join(filed_jointly: Truth, other_leads_apply: Truth) -> Ruling:
    """联合牵头的，其他牵头单位共同申请。

    >>> [co_leads_join(True, v).test for v in (True, False, None)]
    [True, False, None]
    >>> co_leads_join(False, None).applies
    False
    """
    return only_if(filed_jointly, holds(other_leads_apply))


@clause("art8.p1.s1")
def publicised_long_enough(days_publicised: Int, *, publicity_days: int) -> Truth:
    """公示期不少于5日。

    >>> [publicised_long_enough(n, publicity_days=5) for n in (4, 5, 6, None)]
    [False, True, True, None]
    """
    return at_least(days_publicised, publicity_days)


@clause("art8.p1.s2")
def no_objection_stands(standing_objections: Int) -> Truth:
    """公示期满没有异议或者异议不成立的，备案机关予以备案。

    >>> [no_objection_stands(n) for n in (0, 1, None)]
    [True, False, None]
    """
    return not_(exists(standing_objections))


FILING = (document_handed_in, co_leads_join)

PUBLICITY = (publicised_long_enough,)

PUTTING_ON_FILE = (publicised_long_enough, no_objection_stands)
