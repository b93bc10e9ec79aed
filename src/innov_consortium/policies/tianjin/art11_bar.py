"""第十一条第二款：三年内不再受理原牵头单位提出的组建申请。这里只问提交市科技局之日有无这一限制。"""

from __future__ import annotations

from innov_consortium.core.clauses import clause
from innov_consortium.core.words import Truth, both, not_

__all__ = ["ACCEPTANCE"]


@clause("art11.p2.s1b")
def lead_not_barred(lead_barred: Truth, register_complete: Truth) -> Truth:
    """市科技局三年内不再受理：以提交市科技局之日为准（C07）；登记簿不完整的，没有记载不等于没有。

    提交以后才受限制的，不影响（E09）；批复时再问，已经受限制而提交的，批复不使之有效。

    >>> [lead_not_barred(v, True) for v in (True, False, None)], lead_not_barred(False, None)
    ([False, True, None], None)
    """
    return both(not_(lead_barred), register_complete)


ACCEPTANCE = (lead_not_barred,)
