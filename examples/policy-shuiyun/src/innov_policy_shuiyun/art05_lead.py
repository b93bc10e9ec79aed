"""第五条：牵头单位；联合牵头的，每一家都要符合。"""

from __future__ import annotations

from fractions import Fraction

from innov_consortium.core.clauses import clause, judged
from innov_consortium.core.words import (
    Int,
    Money,
    Ruling,
    Truth,
    Word,
    at_least,
    at_most,
    both,
    either,
    holds,
    is_one_of,
    not_,
    only_if,
    share_at_least,
)

__all__ = ["CONDITIONS"]


@clause("art5.p1.s1a", each="leading_unit")
def registered_in_the_city(in_the_city: Truth) -> Truth:
    """牵头单位应当在本市登记。

    >>> [registered_in_the_city(v) for v in (True, False, None)]
    [True, False, None]
    """
    return holds(in_the_city)


@clause("art5.p1.s1b", each="leading_unit")
def is_an_enterprise(is_enterprise: Truth, is_hospital: Truth) -> Ruling:
    """并且是企业；医疗机构能否牵头，另看下一句。

    >>> [is_an_enterprise(v, False).test for v in (True, False)]
    [True, False]
    >>> is_an_enterprise(False, True).applies
    False
    """
    return only_if(not_(is_hospital), holds(is_enterprise))


@clause("art5.p1.s1c", each="leading_unit")
def hospital_in_its_field(
    is_hospital: Truth, field: Word, *, hospital_fields: tuple[str, ...]
) -> Ruling:
    """在生命健康领域，医疗机构也可以牵头。

    >>> health = ("生命健康",)
    >>> fields = ("生命健康", "新材料", None)
    >>> [hospital_in_its_field(True, field, hospital_fields=health).test for field in fields]
    [True, False, None]
    >>> hospital_in_its_field(False, "新材料", hospital_fields=health).applies
    False
    """
    return only_if(is_hospital, is_one_of(field, hospital_fields))


@clause("art5.p2.s1", each="leading_unit")
def spends_enough(
    is_enterprise: Truth,
    rd_total: Money,
    least_rd_total: Money,
    rd_part: Int,
    rd_whole: Int,
    *,
    min_rd_share: Fraction,
) -> Ruling:
    """企业牵头的，前三年应当符合下列条件之一：年均数额，或者平均占比。

    >>> from decimal import Decimal
    >>> def said(total, part):
    ...     least = Decimal(90_000_000)
    ...     return spends_enough(True, total, least, part, 100, min_rd_share=Fraction(1, 20)).test
    >>> [said(Decimal(total), 4) for total in ("89999999.99", "90000000", "90000000.01")]
    [False, True, True]
    >>> [said(Decimal(0), part) for part in (4, 5, 6)], said(None, 4), said(None, 5)
    ([False, True, True], None, True)
    >>> spends_enough(False, None, None, None, None, min_rd_share=Fraction(1, 20)).applies
    False
    """
    return only_if(
        is_enterprise,
        either(at_least(rd_total, least_rd_total), share_at_least(rd_part, rd_whole, min_rd_share)),
    )


@clause("art5.p3.s1", each="leading_unit")
def grade_a_tertiary(is_hospital: Truth, tertiary_grade_a: Truth) -> Ruling:
    """医疗机构牵头的，应当是三级甲等医院。

    >>> [grade_a_tertiary(True, v).test for v in (True, False, None)]
    [True, False, None]
    >>> grade_a_tertiary(False, None).applies
    False
    """
    return only_if(is_hospital, holds(tertiary_grade_a))


@clause("art5.p5.s1a")
def few_enough_leads(lead_count: Int, *, max_leads: int) -> Truth:
    """创新联合体可以联合牵头，联合牵头单位不超过2家。

    >>> [few_enough_leads(n, max_leads=2) for n in (1, 2, 3)]
    [True, True, False]
    """
    return at_most(lead_count, max_leads)


@clause("art5.p5.s1c")
def leads_divide_their_tasks(led_jointly: Truth, leads_tasks_stated: Truth) -> Ruling:
    """并在组建协议中载明各自的职责。

    只有一家牵头的，不适用。

    >>> [leads_divide_their_tasks(True, v).test for v in (True, False, None)]
    [True, False, None]
    >>> leads_divide_their_tasks(False, None).applies
    False
    """
    return only_if(led_jointly, holds(leads_tasks_stated))


@clause("art5.p6.s1", each="leading_unit")
def leads_at_most(leaderships: Int, register_complete: Truth, *, max_leaderships: int) -> Truth:
    """同一单位同时牵头的创新联合体不超过1个，含本次申请。

    >>> [leads_at_most(n, True, max_leaderships=1) for n in (0, 1, 2)]
    [True, True, False]
    >>> [leads_at_most(n, None, max_leaderships=1) for n in (1, 2)]
    [None, False]
    """
    return both(at_most(leaderships, max_leaderships), register_complete)


CONDITIONS = (
    registered_in_the_city,
    is_an_enterprise,
    hospital_in_its_field,
    spends_enough,
    grade_a_tertiary,
    judged("art5.p4.s1", each="leading_unit"),
    few_enough_leads,
    leads_divide_their_tasks,
    leads_at_most,
)
