"""Review by the district and by experts: art. 6 items 3 and 4."""

from __future__ import annotations

from typing import TypeVar

from innov_consortium.core.clauses import fact
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Event
from innov_consortium.core.history import Consortium
from innov_consortium.policies.tianjin.bodies import BUREAU, place_named
from innov_consortium.policies.tianjin.events import (
    DistrictOpinion,
    DistrictReviewed,
    ExpertOpinion,
    ExpertReviewed,
    Forwarded,
    ReviewMode,
)
from innov_consortium.policies.tianjin.facts_filing import Places, by_office, due, in_place

__all__ = ["FACTS"]

E = TypeVar("E", bound=Event)


@fact
def district_review(
    consortium: Consortium | None,
    act: Event | None,
    application: Application | None,
    lead_places: Places | None,
    recipient_place: str | None,
    *,
    binhai_zones: tuple[tuple[str, ...], ...],
) -> DistrictReviewed | None:
    """区科技主管部门最后一次审核；与牵头单位所在区、接收申报的部门都无关的部门所作的不算。"""
    told = (application, lead_places, recipient_place, binhai_zones)
    return _last(DistrictReviewed, consortium, act, told)


@fact(reads="events[district_reviewed].by")
def district_reviewed(
    district_review: DistrictReviewed | None,
    act: Event | None,
    application: Application | None,
    lead_places: Places | None,
    recipient_place: str | None,
    *,
    binhai_zones: tuple[tuple[str, ...], ...],
) -> bool | None:
    """所在区或接收申报的区科技主管部门已经审核，或正在审核；由谁审核不明的不明。"""
    if district_review is None or district_review is act:
        return district_review is not None
    return by_office(district_review.by, application, lead_places, recipient_place, binhai_zones)


@fact
def review_due(consortium: Consortium | None, act: Event | None, formed_before: bool) -> bool:
    """已经审核，或已走到审核之后的步骤。"""
    return not formed_before and due(consortium, act, 1)


@fact(reads="events[district_reviewed].by")
def reviewed_in_place(
    district_review: DistrictReviewed | None,
    lead_places: Places | None,
    *,
    binhai_zones: tuple[tuple[str, ...], ...],
) -> bool | None:
    """审核的是牵头单位所在区（开发区）的部门。"""
    return _acts_in_place(district_review, lead_places, binhai_zones)


@fact
def forwarding(
    consortium: Consortium | None,
    act: Event | None,
    application: Application | None,
    lead_places: Places | None,
    recipient_place: str | None,
    *,
    binhai_zones: tuple[tuple[str, ...], ...],
) -> Forwarded | None:
    """最后一次提交市科技局；与牵头单位所在区、接收申报的部门都无关的部门所作的不算。"""
    told = (application, lead_places, recipient_place, binhai_zones)
    return _last(Forwarded, consortium, act, told)


@fact(reads="events[forwarded].by")
def was_forwarded(
    forwarding: Forwarded | None,
    act: Event | None,
    application: Application | None,
    lead_places: Places | None,
    recipient_place: str | None,
    *,
    binhai_zones: tuple[tuple[str, ...], ...],
) -> bool | None:
    """所在区或接收申报的区科技主管部门已提交市科技局，或正在提交；由谁提交不明的不明。"""
    if forwarding is None or forwarding is act:
        return forwarding is not None
    return by_office(forwarding.by, application, lead_places, recipient_place, binhai_zones)


@fact
def forwarding_due(consortium: Consortium | None, act: Event | None, formed_before: bool) -> bool:
    """已经提交，或已走到提交之后的步骤。"""
    return not formed_before and due(consortium, act, 2)


@fact(reads="events[forwarded].by")
def forwarded_in_place(
    forwarding: Forwarded | None,
    lead_places: Places | None,
    *,
    binhai_zones: tuple[tuple[str, ...], ...],
) -> bool | None:
    """提交的是牵头单位所在区（开发区）的部门。"""
    return _acts_in_place(forwarding, lead_places, binhai_zones)


def _last(
    sort: type[E],
    consortium: Consortium | None,
    act: Event | None,
    told: tuple[Application | None, Places | None, str | None, tuple[tuple[str, ...], ...]],
) -> E | None:
    """Return an act, or the last one of its sort that is not known to be a strange office's."""
    if isinstance(act, sort):
        return act
    every = () if consortium is None else consortium.all(sort)
    own = [one for one in every if by_office(one.by, *told) is not False]
    return own[-1] if own else None


def _acts_in_place(
    event: Event | None, own: Places | None, zones: tuple[tuple[str, ...], ...]
) -> bool | None:
    if event is None or event.by is None:
        return None
    return in_place(place_named(event.by, zones), own)


@fact(reads="events[district_reviewed].opinion")
def district_opinion_given(district_review: DistrictReviewed | None) -> bool | None:
    """已出具意见；意见为何不明的不明。"""
    if district_review is None or district_review.opinion is None:
        return None
    return district_review.opinion is not DistrictOpinion.NONE


@fact(reads="events[district_reviewed].opinion")
def district_recommends(district_review: DistrictReviewed | None) -> bool | None:
    """区科技主管部门推荐。"""
    if district_review is None or district_review.opinion is None:
        return None
    return district_review.opinion is DistrictOpinion.RECOMMEND


@fact
def expert_review(consortium: Consortium | None, act: Event | None) -> ExpertReviewed | None:
    """最后一次专家评审。"""
    if isinstance(act, ExpertReviewed):
        return act
    return None if consortium is None else consortium.last(ExpertReviewed)


@fact
def expert_reviewed(expert_review: ExpertReviewed | None) -> bool:
    """已经专家评审。"""
    return expert_review is not None


@fact
def expert_review_due(
    consortium: Consortium | None, act: Event | None, formed_before: bool
) -> bool:
    """已经专家评审，或已走到评审之后的步骤。"""
    return not formed_before and due(consortium, act, 3)


@fact(reads="events[expert_reviewed].agency")
def agency_is_third_party(
    expert_review: ExpertReviewed | None, application: Application | None
) -> bool | None:
    """组织评审的是第三方：既不是市科技局，也不是申报的成员单位。"""
    if expert_review is None or expert_review.agency is None:
        return None
    agency = expert_review.agency
    members = () if application is None else application.members
    own = {name for unit in members for name in unit.called}
    return agency not in BUREAU and agency not in own


@fact(reads="events[expert_reviewed].mode")
def oral_defence(expert_review: ExpertReviewed | None) -> bool | None:
    """评审采取答辩方式。"""
    if expert_review is None or expert_review.mode is None:
        return None
    return expert_review.mode is ReviewMode.ORAL_DEFENCE


@fact(reads="events[expert_reviewed].opinion")
def experts_opined(expert_review: ExpertReviewed | None) -> bool | None:
    """专家提出了评审意见；意见为何不明的不明，没有评审的没有。"""
    if expert_review is None or expert_review.opinion is None:
        return False if expert_review is None else None
    return expert_review.opinion is not ExpertOpinion.NONE


@fact(reads="events[expert_reviewed].opinion")
def experts_recommend(expert_review: ExpertReviewed | None) -> bool | None:
    """专家意见为推荐。"""
    if expert_review is None or expert_review.opinion is None:
        return None
    return expert_review.opinion is ExpertOpinion.RECOMMENDED


FACTS = (
    district_review,
    district_reviewed,
    review_due,
    reviewed_in_place,
    forwarding,
    was_forwarded,
    forwarding_due,
    forwarded_in_place,
    district_opinion_given,
    district_recommends,
    expert_review,
    expert_reviewed,
    expert_review_due,
    agency_is_third_party,
    oral_defence,
    experts_opined,
    experts_recommend,
)
