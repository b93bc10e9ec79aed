"""第四条：成员单位。"""

from __future__ import annotations

from innov_consortium.core.clauses import Force, clause
from innov_consortium.core.words import Int, Truth, at_least, at_most, either_way, not_

__all__ = ["CONDITIONS"]


@clause("art4.item1")
def enough_enterprises(enterprises: Int, *, min_enterprises: int) -> Truth:
    """企业不少于4家。

    >>> [enough_enterprises(n, min_enterprises=4) for n in (3, 4, 5, None)]
    [False, True, True, None]
    """
    return at_least(enterprises, min_enterprises)


@clause("art4.item2")
def enough_institutions(
    institutions: Int, possible_institutions: Int, *, min_institutions: int
) -> Truth:
    """高等学校、科研机构、医疗机构合计不少于2家：不能确定的，无论如何都够才算够。

    >>> [enough_institutions(n, n, min_institutions=2) for n in (1, 2, 3)]
    [False, True, True]
    >>> enough_institutions(1, 2, min_institutions=2) is None
    True
    """
    return either_way(
        at_least(institutions, min_institutions), at_least(possible_institutions, min_institutions)
    )


@clause("art4.item3", each="member")
def not_punished(punished: Truth) -> Truth:
    """近两年内没有因严重失信受到行政处罚。

    >>> [not_punished(v) for v in (True, False, None)]
    [False, True, None]
    """
    return not_(punished)


@clause("art4.p2.s1", force=Force.IN_PRINCIPLE)
def few_enough_members(member_count: Int, *, max_members: int) -> Truth:
    """成员单位总数原则上不超过30家。

    >>> [few_enough_members(n, max_members=30) for n in (29, 30, 31)]
    [True, True, False]
    """
    return at_most(member_count, max_members)


CONDITIONS = (enough_enterprises, enough_institutions, not_punished, few_enough_members)
