"""第五条第（四）至（六）项：资源优势、组织架构、运行机制明确。"""

from __future__ import annotations

from innov_consortium.core.clauses import clause, judged
from innov_consortium.core.words import (
    Day,
    Int,
    Ruling,
    Truth,
    Word,
    at_most,
    both,
    exists,
    holds,
    is_one_of,
    left_open,
    not_,
    only_if,
)
from innov_consortium.policies.tianjin.readings import CooperationBasis, DualPosts, OrganBodies

__all__ = ["CONDITIONS"]


@clause("art5.item4.s3b")
def cooperation_basis_exists(
    areas_of_cooperation: Int, areas_lacking: Int, *, cooperation_basis: CooperationBasis
) -> Truth:
    """在技术研发、成果转化、标准制定、国际合作、品牌建设等方面具备合作基础。

    >>> [cooperation_basis_exists(n, 5, cooperation_basis=CooperationBasis.ANY) for n in (0, 1, 2)]
    [False, True, True]
    >>> [cooperation_basis_exists(4, n, cooperation_basis=CooperationBasis.ALL) for n in (1, 0)]
    [False, True]
    """
    if cooperation_basis is CooperationBasis.ALL:
        return not_(exists(areas_lacking))
    return exists(areas_of_cooperation)


@clause("art5.item4.s3c", each="member")
def intention_reached(intends: Truth) -> Truth:
    """并达成联合意愿。

    >>> [intention_reached(v) for v in (True, False, None)]
    [True, False, None]
    """
    return holds(intends)


@clause("art5.item5.s2a", each="member")
def agreement_signed(signed: Truth, signed_on: Day, application_day: Day) -> Truth:
    """创新联合体各成员单位须共同签署组建协议（至迟于申请之日）。

    >>> from datetime import date
    >>> filed = date(2026, 3, 2)
    >>> [agreement_signed(True, date(2026, 3, d), filed) for d in (1, 2, 3)]
    [True, True, False]
    >>> agreement_signed(False, None, filed), agreement_signed(None, date(2026, 3, 1), filed)
    (False, None)
    """
    return both(signed, at_most(signed_on, application_day))


@clause("art5.item5.s2b")
def agreement_states_goals(agrees_goals: Truth) -> Truth:
    """明确建设目标。

    >>> [agreement_states_goals(v) for v in (True, False, None)]
    [True, False, None]
    """
    return holds(agrees_goals)


@clause("art5.item5.s2c")
def agreement_states_tasks(agrees_tasks: Truth) -> Truth:
    """任务分工。

    >>> [agreement_states_tasks(v) for v in (True, False, None)]
    [True, False, None]
    """
    return holds(agrees_tasks)


@clause("art5.item5.s2d")
def agreement_states_organisation(agrees_organisation: Truth) -> Truth:
    """组织机构。

    >>> [agreement_states_organisation(v) for v in (True, False, None)]
    [True, False, None]
    """
    return holds(agrees_organisation)


@clause("art5.item5.s2e")
def agreement_states_functions(agrees_functions: Truth) -> Truth:
    """主要职责。

    >>> [agreement_states_functions(v) for v in (True, False, None)]
    [True, False, None]
    """
    return holds(agrees_functions)


@clause("art5.item5.s2f")
def agreement_states_rights_and_obligations(agrees_rights_and_obligations: Truth) -> Truth:
    """各成员单位的责任、权利与义务。

    >>> [agreement_states_rights_and_obligations(v) for v in (True, False, None)]
    [True, False, None]
    """
    return holds(agrees_rights_and_obligations)


@clause("art5.item5.s2g")
def agreement_states_ip_ownership(agrees_ip_ownership: Truth) -> Truth:
    """科技成果和知识产权归属。

    >>> [agreement_states_ip_ownership(v) for v in (True, False, None)]
    [True, False, None]
    """
    return holds(agrees_ip_ownership)


@clause("art5.item5.s2h")
def agreement_states_licensing_and_income_distribution(
    agrees_licensing_and_income_distribution: Truth,
) -> Truth:
    """许可使用和转化收益分配办法。

    >>> states = agreement_states_licensing_and_income_distribution
    >>> [states(v) for v in (True, False, None)]
    [True, False, None]
    """
    return holds(agrees_licensing_and_income_distribution)


@clause("art5.item5.s2i")
def agreement_states_breach_liability(agrees_breach_liability: Truth) -> Truth:
    """约定违约责任追究方式等。

    >>> [agreement_states_breach_liability(v) for v in (True, False, None)]
    [True, False, None]
    """
    return holds(agrees_breach_liability)


@clause("art5.item6.s2a", each="organ_function", attested=True)
def organs_set_up(
    organ_provided: Truth, organ_shared: Truth, *, organ_bodies: OrganBodies
) -> Truth | Ruling:
    """创新联合体应设立决策、咨询和执行等组织机构。

    >>> [organs_set_up(v, False, organ_bodies=OrganBodies.SEPARATE) for v in (True, False, None)]
    [True, False, None]
    >>> organs_set_up(True, True, organ_bodies=OrganBodies.SEPARATE)
    False
    >>> organs_set_up(True, True, organ_bodies=OrganBodies.FUNCTIONS)
    True
    """
    if organ_bodies is OrganBodies.SEPARATE:
        return both(organ_provided, not_(organ_shared))
    if organ_bodies is OrganBodies.FUNCTIONS:
        return holds(organ_provided)
    return left_open(organ_shared, organ_provided)


@clause("art5.item6.s3a", attested=True)
def dual_responsibility(
    principal_named: Truth,
    technologist_named: Truth,
    one_person_in_both: Truth,
    *,
    dual_posts: DualPosts,
) -> Truth | Ruling:
    """实行牵头单位主要负责人和技术总师“双重”负责制度。

    >>> dual_responsibility(True, True, True, dual_posts=DualPosts.TWO_PERSONS)
    False
    >>> dual_responsibility(True, True, True, dual_posts=DualPosts.TWO_POSTS)
    True
    """
    if dual_posts is DualPosts.TWO_PERSONS:
        return both(principal_named, technologist_named, not_(one_person_in_both))
    if dual_posts is DualPosts.TWO_POSTS:
        return both(principal_named, technologist_named)
    return left_open(one_person_in_both, both(principal_named, technologist_named))


@clause("art5.item6.s3b", attested=True)
def technologist_qualified(
    technologist_named: Truth, qualification: Word, *, qualifications: tuple[str, ...]
) -> Ruling:
    """技术总师应由……战略科学家或高层次领军人才担任。

    >>> listed = ("strategic_scientist", "leading_talent")
    >>> said = (*listed, "other", None)
    >>> [technologist_qualified(True, q, qualifications=listed).test for q in said]
    [True, True, False, None]
    """
    return only_if(technologist_named, is_one_of(qualification, qualifications))


CONDITIONS = (
    judged("art5.item4.s2"),
    judged("art5.item4.s3a"),
    cooperation_basis_exists,
    intention_reached,
    agreement_signed,
    agreement_states_goals,
    agreement_states_tasks,
    agreement_states_organisation,
    agreement_states_functions,
    agreement_states_rights_and_obligations,
    agreement_states_ip_ownership,
    agreement_states_licensing_and_income_distribution,
    agreement_states_breach_liability,
    organs_set_up,
    judged("art5.item6.s2b"),
    dual_responsibility,
    technologist_qualified,
)
