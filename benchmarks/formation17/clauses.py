"""The seventeen rules, one clause each."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from innov_consortium.core.clauses import clause
from innov_consortium.core.words import (
    Day,
    Int,
    Truth,
    Word,
    at_least,
    at_most,
    granted,
    holds,
    is_one_of,
    not_,
    share_at_least,
)

__all__ = ["CONDITIONS", "in_force"]


@clause("art1")
def qualified_lead(lead_kind: Word, *, lead_kinds: tuple[str, ...]) -> Truth:
    """牵头单位为科研院所、科技领军企业或者链主企业。"""
    return is_one_of(lead_kind, lead_kinds)


@clause("art2")
def seated_in_region(lead_in_region: Truth) -> Truth:
    """牵头单位在本地区。"""
    return holds(lead_in_region)


@clause("art3")
def operating(lead_operating: Truth) -> Truth:
    """牵头单位正常运营。"""
    return holds(lead_operating)


@clause("art4")
def leads_few(led: Int, *, max_leads: int) -> Truth:
    """连同本次，牵头不超过1个。"""
    return at_most(led, max_leads)


@clause("art5")
def enough_participants(participants: Int, *, min_participants: int) -> Truth:
    """参与单位不少于6家。"""
    return at_least(participants, min_participants)


@clause("art6")
def enough_enterprises(
    participants: Int, enterprises: Int, *, min_enterprise_share: Fraction
) -> Truth:
    """其中企业不少于半数。"""
    return share_at_least(enterprises, participants, min_enterprise_share)


@clause("art7", each="participant")
def joins_few(joined: Int, *, max_consortia: int) -> Truth:
    """连同本次，每家参与不超过2个。"""
    return at_most(joined, max_consortia)


@clause("art8", each="participant")
def signed_by_all(signed: Truth) -> Truth:
    """各参与单位均已签署。"""
    return holds(signed)


@clause("art9", each="required_head")
def agreement_complete(stated: Truth) -> Truth:
    """协议载明全部八项内容。"""
    return holds(stated)


@clause("art10")
def decision_organ(decision_organ_set_up: Truth) -> Truth:
    """设立决策机构。"""
    return holds(decision_organ_set_up)


@clause("art11")
def advisory_organ(advisory_organ_set_up: Truth) -> Truth:
    """设立咨询机构。"""
    return holds(advisory_organ_set_up)


@clause("art12")
def executive_organ(executive_organ_set_up: Truth) -> Truth:
    """设立执行机构。"""
    return holds(executive_organ_set_up)


@clause("art13")
def technologist_in_post(technologist_named: Truth) -> Truth:
    """首席技术专家到位。"""
    return holds(technologist_named)


@clause("art14", each="required_list")
def lists_drawn_up(drawn_up: Truth) -> Truth:
    """形成全部三张清单。"""
    return holds(drawn_up)


@clause("art15")
def not_barred(barred: Truth) -> Truth:
    """申请之日牵头单位不在限制期内。"""
    return not_(barred)


@clause("art16")
def begun(filed_on: Day, *, first_day: date) -> Truth:
    """申请不早于2025年4月11日。"""
    return at_least(filed_on, first_day)


@clause("art17")
def not_over(filed_on: Day, *, last_day: date) -> Truth:
    """申请不晚于2030年4月10日。"""
    return at_most(filed_on, last_day)


@clause("art18")
def in_force() -> Truth:
    """自始施行。"""
    return granted()


CONDITIONS = (
    qualified_lead,
    seated_in_region,
    operating,
    leads_few,
    enough_participants,
    enough_enterprises,
    joins_few,
    signed_by_all,
    agreement_complete,
    decision_organ,
    advisory_organ,
    executive_organ,
    technologist_in_post,
    lists_drawn_up,
    not_barred,
    begun,
    not_over,
)
