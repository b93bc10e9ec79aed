"""Everything derived from a case, and the day on which an answer turns by itself."""

from __future__ import annotations

from datetime import date

from innov_consortium.core.clauses import fact
from innov_consortium.core.turning import Reason
from innov_consortium.policies.xiamen import (
    facts_figures,
    facts_lead,
    facts_members,
    facts_running,
)

__all__ = ["FACTS", "ITEMS"]


@fact
def turns(day: date, *, commencement: date) -> tuple[Reason, ...]:
    """其他不变，仍可能使结论变化之日：施行。

    >>> [len(turns(date(2025, 8, d), commencement=date(2025, 8, 10))) for d in (9, 10)]
    [1, 0]
    """
    return (Reason(commencement, "press.s1", "commencement"),) if commencement > day else ()


ITEMS = facts_members.ITEMS

FACTS = (
    *facts_lead.FACTS,
    *facts_members.FACTS,
    *facts_figures.FACTS,
    *facts_running.FACTS,
    turns,
)
