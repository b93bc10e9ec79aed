"""第七条：特殊情况。“可”按“一事一议”，由市科技局决定；申请人自称的不算。"""

from __future__ import annotations

from innov_consortium.core.clauses import Force, Ranges, clause
from innov_consortium.core.words import (
    Ruling,
    Truth,
    both,
    either,
    left_open,
    not_,
    only_if,
)
from innov_consortium.policies.tianjin.readings import CaseByCaseScope

__all__ = ["CONTEXT"]


def gives_way(*, case_by_case_scope: CaseByCaseScope) -> Ranges:
    """“一事一议”所替代的规定（B12）。一个牵头单位、至少一家参与单位不在其内，批准行为本身也不在。"""
    formation = (
        ("art5.item1.s1", "art5.item1.s2d"),
        ("art5.item2.s2a", "art5.item2.s3b"),
        ("art5.item3.s2a", "art5.item6.s3b"),
        ("art6.item1.s1", "art6.item5.s2c"),
    )
    principles = ("art5.item2.s3b", "art5.item3.s2c", "art5.item3.s5b")
    return {
        CaseByCaseScope.FORMATION: formation,
        CaseByCaseScope.PRINCIPLES: tuple((p, p) for p in principles),
        CaseByCaseScope.EVERYTHING: (*formation, ("art8.s1a", "art11.p2.s1d")),
    }[case_by_case_scope]


@clause("art7.s1a")
def key_support_determined(
    claims_key_support: Truth, determined_by_leadership: Truth, determined_by_another: Truth
) -> Ruling:
    """对市委、市政府确定重点支持。

    由其他单位（申请人除外）确定的，是否即市委、市政府确定，由人判断。

    >>> [key_support_determined(True, v, False).test for v in (True, False, None)]
    [True, False, None]
    >>> key_support_determined(True, False, True).open
    True
    >>> key_support_determined(False, None, False).applies
    False
    """
    return only_if(claims_key_support, left_open(determined_by_another, determined_by_leadership))


@clause("art7.s1b", force=Force.JUDGEMENT, attested=True)
def urgently_needed(claims_urgent_need: Truth, determined_by_authority: Truth) -> Ruling:
    """或天津重点产业发展亟需的创新联合体。

    条文未写明由谁确定：市委、市政府或市科技局确定的即可；其他单位（含申请人）所称的由人判断。

    >>> [urgently_needed(True, v).open for v in (True, False, None)]
    [False, True, None]
    >>> urgently_needed(False, None).applies
    False
    """
    return only_if(
        claims_urgent_need,
        left_open(not_(determined_by_authority), determined_by_authority),
    )


@clause("art7.s1c", displaces=gives_way)
def organised_case_by_case(
    claims_key_support: Truth,
    determined_by_leadership: Truth,
    claims_urgent_need: Truth,
    determined_by_authority: Truth,
    determined_by_another: Truth,
    election_pending: Truth,
    elected_by_bureau: Truth,
) -> Ruling:
    """可按照“一事一议”原则组织建设。

    依据未经有权机关确定，而由其他单位确定的，或者市科技局已经选用的，由人判断。

    >>> from innov_consortium.core.clauses import settle
    >>> def outcome(elected, *, pending=False, determined=True, another=False):
    ...     said = organised_case_by_case(True, determined, False, False, another, pending, elected)
    ...     return settle(said, Force.MANDATORY).value
    >>> outcome(True), outcome(False), outcome(None), outcome(False, pending=True)
    ('met', 'not_met', 'unknown', 'needs_judgement')
    >>> outcome(True, determined=False), outcome(True, determined=False, another=True)
    ('not_applicable', 'needs_judgement')
    """
    established = either(
        both(claims_key_support, determined_by_leadership),
        both(claims_urgent_need, determined_by_authority),
    )
    put_forward = either(determined_by_another, both(claims_urgent_need, elected_by_bureau))
    doubtful = both(put_forward, not_(established))
    return only_if(
        either(established, doubtful),
        left_open(either(election_pending, doubtful), elected_by_bureau),
    )


CONTEXT = (key_support_determined, urgently_needed, organised_case_by_case)
