"""第九条：变更。"""

from __future__ import annotations

from innov_consortium.core.clauses import clause
from innov_consortium.core.words import Truth, not_

__all__ = ["REPORT"]


@clause("art9.s1c")
def no_replacement_of_a_lead(replaces_a_lead: Truth) -> Truth:
    """更换牵头单位的，应当重新备案：不能以报告变更代替。

    >>> [no_replacement_of_a_lead(v) for v in (True, False, None)]
    [False, True, None]
    """
    return not_(replaces_a_lead)


REPORT = (no_replacement_of_a_lead,)
