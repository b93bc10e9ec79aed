"""第五条第（一）至（三）项：目标任务、牵头单位、参与单位明确。"""

from __future__ import annotations

from fractions import Fraction

from innov_consortium.core.clauses import Force, clause, judged
from innov_consortium.core.words import (
    Int,
    Ruling,
    Truth,
    Word,
    at_least,
    at_most,
    both,
    either,
    either_way,
    exists,
    granted,
    holds,
    is_one_of,
    left_open,
    only_if,
    share_at_least,
)
from innov_consortium.policies.tianjin import art05_agreement
from innov_consortium.policies.tianjin.readings import (
    LeadCategories,
    Principle,
    ShareForce,
    Territory,
    TianjinPresence,
)

__all__ = ["CONDITIONS"]


def in_principle(*, principle: Principle) -> Force:
    """“原则上”的效力（B11）。"""
    return {
        Principle.EXCEPTION: Force.IN_PRINCIPLE,
        Principle.RECOMMENDATION: Force.ENCOURAGEMENT,
        Principle.HARD: Force.MANDATORY,
    }[principle]


def of_the_share(*, share_force: ShareForce, principle: Principle) -> Force:
    """企业占比的效力：硬性，或随“原则上”（B03）。"""
    if share_force is ShareForce.MANDATORY:
        return Force.MANDATORY
    return in_principle(principle=principle)


@clause("art5.item1.s2c", each="required_list", attested=True)
def lists_formed(list_formed: Truth) -> Truth:
    """形成明确的重大科学问题、关键核心技术、目标成果等清单。

    >>> [lists_formed(v) for v in (True, False, None)]
    [True, False, None]
    """
    return holds(list_formed)


@clause("art5.item2.s2a", attested=True)
def lead_operates_in_tianjin(
    in_tianjin: Truth,
    operating_normally: Truth,
    registered_in_tianjin: Truth,
    branch_in_tianjin: Truth,
    rests_on_branch: Truth,
    contradicted_by_listing: Truth,
    *,
    tianjin_presence: TianjinPresence,
) -> Truth | Ruling:
    """创新联合体牵头单位应为在津正常运营的。

    >>> from innov_consortium.core.clauses import settle
    >>> def outcome(here, operating, *, branch=False, listed=False):
    ...     rests = branch and here is None and operating is not False
    ...     facts = (here, operating, None, branch, rests, listed)
    ...     said = lead_operates_in_tianjin(*facts, tianjin_presence=TianjinPresence.JUDGED)
    ...     return settle(said, Force.MANDATORY).value
    >>> outcome(True, True), outcome(False, True), outcome(True, False), outcome(None, True)
    ('met', 'not_met', 'not_met', 'unknown')
    >>> outcome(None, True, branch=True), outcome(None, None, branch=True)
    ('needs_judgement', 'needs_judgement')
    >>> outcome(None, False, branch=True)
    'not_met'
    >>> outcome(True, True, listed=True), outcome(False, True, listed=True)
    ('needs_judgement', 'not_met')
    """
    operating = left_open(contradicted_by_listing, operating_normally)
    if tianjin_presence is TianjinPresence.REGISTERED:
        return both(registered_in_tianjin, operating)
    if tianjin_presence is TianjinPresence.BRANCH:
        return both(either(in_tianjin, branch_in_tianjin), operating)
    return left_open(rests_on_branch, both(in_tianjin, operating))


@clause("art5.item2.s2c")
def lead_is_strategic_force(
    lead_category: Word,
    strategic_force: Truth,
    *,
    lead_categories: tuple[str, ...],
    lead_category_list: LeadCategories,
) -> Truth:
    """科研机构、科技领军企业、产业链链主企业等战略科技力量。

    >>> named = ("research_institution", "leading_enterprise", "chain_master")
    >>> def test(category, strategic=None, closed=LeadCategories.OPEN):
    ...     return lead_is_strategic_force(
    ...         category, strategic, lead_categories=named, lead_category_list=closed
    ...     )
    >>> test("chain_master"), test("other", True), test("other", False), test("other"), test(None)
    (True, True, False, None, None)
    >>> test("other", True, LeadCategories.CLOSED)
    False
    """
    if lead_category_list is LeadCategories.CLOSED:
        return is_one_of(lead_category, lead_categories)
    return either(is_one_of(lead_category, lead_categories), strategic_force)


@clause("art5.item2.s3b", force=in_principle)
def leads_at_most(leaderships: Int, register_complete: Truth, *, max_leaderships: int) -> Truth:
    """原则上最多可牵头组建一个创新联合体。

    >>> [leads_at_most(n, True, max_leaderships=1) for n in (0, 1, 2)]
    [True, True, False]
    >>> [leads_at_most(n, None, max_leaderships=1) for n in (1, 2)]
    [None, False]
    """
    return both(at_most(leaderships, max_leaderships), register_complete)


@clause("art5.item3.s1")
def participants_exist(participants_named: Int) -> Truth:
    """（三）参与单位明确：至少列明一家。

    >>> [participants_exist(n) for n in (0, 1, 2)]
    [False, True, True]
    """
    return exists(participants_named)


@clause("art5.item3.s2a", each="participant", attested=True)
def no_territorial_limit(is_abroad: Truth, *, territory: Territory) -> Truth | Ruling:
    """创新联合体参与单位不受地域限制。

    >>> [no_territorial_limit(v, territory=Territory.WORLD) for v in (True, False, None)]
    [True, True, True]
    >>> no_territorial_limit(True, territory=Territory.CHINA).open
    True
    """
    if territory is Territory.CHINA:
        return left_open(is_abroad, granted())
    return granted()


@clause("art5.item3.s2c", force=in_principle)
def enough_participants(participants: Int, *, min_participants: int) -> Truth:
    """参与单位总数原则上不少于6家。

    >>> [enough_participants(n, min_participants=6) for n in (5, 6, 7)]
    [False, True, True]
    """
    return at_least(participants, min_participants)


@clause("art5.item3.s2d", force=of_the_share)
def enterprise_share(
    share_total: Int,
    enterprises: Int,
    possible_enterprises: Int,
    *,
    min_enterprise_share: Fraction,
) -> Ruling:
    """其中企业数量占比不少于50%。

    >>> half = Fraction(1, 2)
    >>> [enterprise_share(6, n, n, min_enterprise_share=half).test for n in (2, 3, 4)]
    [False, True, True]
    >>> enterprise_share(6, 2, 3, min_enterprise_share=half).test is None
    True
    >>> enterprise_share(0, 0, 0, min_enterprise_share=half).applies
    False
    """
    return only_if(
        exists(share_total),
        either_way(
            share_at_least(enterprises, share_total, min_enterprise_share),
            share_at_least(possible_enterprises, share_total, min_enterprise_share),
        ),
    )


@clause("art5.item3.s4", each="participant")
def service_institutions_may_join(is_service_institution: Truth) -> Ruling:
    """技术研发、成果转移转化、检验检测、技术咨询、科技金融等科技服务机构，可参与创新联合体建设。

    >>> [service_institutions_may_join(v).applies for v in (True, False)]
    [True, False]
    """
    return only_if(is_service_institution, granted())


@clause("art5.item3.s5b", force=in_principle, each="participant")
def participates_at_most(
    participations: Int, participations_complete: Truth, *, max_participations: int
) -> Truth:
    """原则上同一主体单位参与组建创新联合体不超过两个。

    >>> [participates_at_most(n, True, max_participations=2) for n in (1, 2, 3)]
    [True, True, False]
    >>> [participates_at_most(n, None, max_participations=2) for n in (2, 3)]
    [None, False]
    """
    return both(at_most(participations, max_participations), participations_complete)


@clause("art5.item3.s5c", each="participant")
def universities_name_a_college(counted_by_college: Truth, college_named: Truth) -> Ruling:
    """（高校参与联合体建设以学院为单位计数）。

    >>> [universities_name_a_college(True, v).test for v in (True, None)]
    [True, None]
    >>> universities_name_a_college(False, None).applies
    False
    """
    return only_if(counted_by_college, college_named)


CONDITIONS = (
    judged("art5.item1.s2a"),
    judged("art5.item1.s2b"),
    lists_formed,
    judged("art5.item1.s2d"),
    lead_operates_in_tianjin,
    judged("art5.item2.s2b"),
    lead_is_strategic_force,
    judged("art5.item2.s2d"),
    judged("art5.item2.s2e"),
    leads_at_most,
    participants_exist,
    no_territorial_limit,
    enough_participants,
    enterprise_share,
    judged("art5.item3.s3a", each="participant", only_if="is_enterprise"),
    judged("art5.item3.s3b", each="participant", only_if="is_academic"),
    service_institutions_may_join,
    participates_at_most,
    universities_name_a_college,
    *art05_agreement.CONDITIONS,
)
