"""政策解读第三部分第2点：谁可以牵头。"""

from __future__ import annotations

from innov_consortium.core.clauses import clause
from innov_consortium.core.words import (
    Ruling,
    Truth,
    Word,
    both,
    either,
    granted,
    is_one_of,
    only_if,
)

__all__ = ["CONDITIONS", "CONTEXT"]


@clause("qa3.item2.s1a")
def lead_of_a_kind_named(
    lead_kind: Word,
    life_health: Truth,
    *,
    lead_kinds: tuple[str, ...],
    hospital_kinds: tuple[str, ...],
) -> Truth:
    """牵头单位为龙头企业、新型研发机构或三甲医院(生命健康领域)。

    >>> kinds = ("leading_enterprise", "new_rd_institution")
    >>> def test(kind, field):
    ...     hospitals = ("top_hospital",)
    ...     return lead_of_a_kind_named(kind, field, lead_kinds=kinds, hospital_kinds=hospitals)
    >>> [test(kind, None) for kind in (*kinds, "other", None)]
    [True, True, False, None]
    >>> [test("top_hospital", field) for field in (True, False, None)]
    [True, False, None]
    """
    hospital = both(is_one_of(lead_kind, hospital_kinds), life_health)
    return either(is_one_of(lead_kind, lead_kinds), hospital)


@clause("qa3.item2.s2c")
def hospital_may_lead(
    lead_kind: Word, life_health: Truth, *, hospital_kinds: tuple[str, ...]
) -> Ruling:
    """生命健康领域可由三甲医院牵头。

    >>> def applies(kind, field):
    ...     return hospital_may_lead(kind, field, hospital_kinds=("top_hospital",)).applies
    >>> [applies("top_hospital", field) for field in (True, False, None)]
    [True, False, None]
    >>> applies("leading_enterprise", True)
    False
    """
    return only_if(both(is_one_of(lead_kind, hospital_kinds), life_health), granted())


CONDITIONS = (lead_of_a_kind_named,)

CONTEXT = (hospital_may_lead,)
