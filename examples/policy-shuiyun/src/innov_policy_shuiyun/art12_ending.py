"""第十二条：注销的情形，一项成立即可；注销由备案机关作出，不会自动发生。"""

from __future__ import annotations

from innov_consortium.core.clauses import clause, judged
from innov_consortium.core.words import (
    Int,
    Ruling,
    Truth,
    Word,
    at_least,
    both,
    either_way,
    holds,
    is_one_of,
    left_open,
    only_if,
)

__all__ = ["GROUNDS", "REQUEST", "STRIKING_OFF"]


@clause("art12.p1")
def struck_off_on_a_ground(ground_to_judge: Truth, ground_established: Truth) -> Ruling:
    """有下列情形之一的，备案机关注销备案：所引情形至少一项成立。

    >>> [struck_off_on_a_ground(False, v).test for v in (True, False, None)]
    [True, False, None]
    >>> struck_off_on_a_ground(True, False).open
    True
    """
    return left_open(ground_to_judge, holds(ground_established))


@clause("art12.item1")
def failed_in_a_row(failed_run: Int, possible_failed_run: Int, *, failures_in_a_row: int) -> Truth:
    """连续两次评价结果为不合格的：等次不明的，无论如何都够才成立。

    >>> [failed_in_a_row(n, n, failures_in_a_row=2) for n in (1, 2, 3)]
    [False, True, True]
    >>> failed_in_a_row(1, 2, failures_in_a_row=2) is None
    True
    """
    return either_way(
        at_least(failed_run, failures_in_a_row), at_least(possible_failed_run, failures_in_a_row)
    )


@clause("art12.item2", each="falsification")
def filed_on_false_materials(
    falsified_in: Word, falsified_by_a_member: Truth, *, false_materials_in: tuple[str, ...]
) -> Truth:
    """提供虚假材料骗取备案的：在备案时，由成员单位提供。

    >>> def said(where, by_a_member=True):
    ...     return filed_on_false_materials(where, by_a_member, false_materials_in=("filing",))
    >>> said("filing"), said("evaluation"), said("filing", False), said(None)
    (True, False, False, None)
    """
    return both(is_one_of(falsified_in, false_materials_in), falsified_by_a_member)


@clause("art12.item3")
def asked_for(was_requested: Truth) -> Truth:
    """牵头单位申请注销的。

    >>> [asked_for(v) for v in (True, False)]
    [True, False]
    """
    return holds(was_requested)


@clause("art12.p2.s1")
def asked_by_all_leads(requested_from_joint_leads: Truth, signed_by_all_leads: Truth) -> Ruling:
    """全体联合牵头单位应当共同提出。

    >>> [asked_by_all_leads(True, v).test for v in (True, False, None)]
    [True, False, None]
    >>> asked_by_all_leads(False, None).applies
    False
    """
    return only_if(requested_from_joint_leads, holds(signed_by_all_leads))


GROUNDS = (failed_in_a_row, filed_on_false_materials, asked_for, judged("art12.item4"))

STRIKING_OFF = (struck_off_on_a_ground,)

REQUEST = (asked_by_all_leads,)
