"""第十一条第二款：自撤销之日起，三年内不再受理原牵头单位提出的组建申请。"""

from __future__ import annotations

from innov_consortium.core.clauses import clause
from innov_consortium.core.words import (
    Day,
    Ruling,
    Truth,
    both,
    either,
    holds,
    left_open,
    not_,
    only_if,
    within,
)

__all__ = ["ACCEPTANCE", "CONTEXT"]


@clause("art11.p2.s1a")
def within_the_period(was_barred: Truth, barring: Truth, register_complete: Truth) -> Ruling:
    """自撤销之日起：提交之日是否在不再受理的期间之内，连同首日、末日和恢复之日。

    登记簿不完整的，没有记载不等于没有期间。

    >>> [within_the_period(True, v, True).test for v in (True, False, None)]
    [True, False, None]
    >>> [within_the_period(v, False, True).applies for v in (True, False)]
    [True, False]
    >>> [within_the_period(v, False, None).applies for v in (True, False)]
    [True, None]
    """
    return only_if(either(was_barred, not_(register_complete)), holds(barring))


@clause("art11.p2.s1b")
def lead_not_barred(
    was_barred: Truth,
    presented_on: Day,
    barred_from: Day,
    barred_to: Day,
    register_complete: Truth,
) -> Truth:
    """市科技局三年内不再受理：提交之日在撤销之日至末日之间的，不受理；次日起不受影响。

    登记簿不完整的，没有记载不等于没有。

    >>> from datetime import date
    >>> first, last = date(2026, 6, 12), date(2029, 6, 12)
    >>> days = [date(2026, 6, 11), first, last, date(2029, 6, 13)]
    >>> [lead_not_barred(True, d, first, last, True) for d in days]
    [True, False, False, True]
    >>> lead_not_barred(False, first, None, None, True)
    True
    >>> lead_not_barred(False, first, None, None, None) is None
    True
    """
    free = either(not_(was_barred), not_(within(presented_on, barred_from, barred_to)))
    return both(free, register_complete)


@clause("art11.p2.s1c", attested=True)
def no_successor_of_a_former_lead(
    successor_of_barred: Truth, was_barred: Truth, register_complete: Truth
) -> Ruling:
    """原牵头单位提出的：同一法人由期间决定，合并、分立而来的由人判断，其他单位不受限制（E07）。

    自己的期间已满、又由受限制的单位而来的，同样由人判断。

    >>> def said(successor, barred):
    ...     ruling = no_successor_of_a_former_lead(successor, barred, True)
    ...     return ruling.applies, ruling.open, ruling.test
    >>> said(False, False), said(True, False), said(False, True)
    ((True, False, True), (True, True, False), (False, False, True))
    >>> said(True, True)
    (True, True, False)
    """
    another = both(not_(successor_of_barred), register_complete)
    not_by_its_own = either(successor_of_barred, not_(was_barred))
    return only_if(not_by_its_own, left_open(successor_of_barred, another))


CONTEXT = (within_the_period,)

ACCEPTANCE = (lead_not_barred, no_successor_of_a_former_lead)
