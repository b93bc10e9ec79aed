"""Review by the district and by experts: art. 6 items 3 and 4."""

from __future__ import annotations

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
from innov_consortium.policies.tianjin.facts_filing import due, in_place

__all__ = ["FACTS"]


@fact
def district_review(
    consortium: Consortium | None,
    act: Event | None,
    lead_places: tuple[str, ...] | None,
    recipient_place: str | None,
    *,
    binhai_zones: tuple[tuple[str, ...], ...],
) -> DistrictReviewed | None:
    """区科技主管部门最后一次审核；与牵头单位所在区、接收申报的部门都无关的部门所作的不算。"""
    if isinstance(act, DistrictReviewed):
        return act
    reviews = () if consortium is None else consortium.all(DistrictReviewed)
    concerned = None if lead_places is None else {*lead_places, recipient_place}
    own = [r for r in reviews if _may_be_of(r.by, concerned, binhai_zones)]
    return own[-1] if own else None


@fact
def district_reviewed(district_review: DistrictReviewed | None) -> bool:
    """区科技主管部门已经审核。"""
    return district_review is not None


@fact
def review_due(consortium: Consortium | None, act: Event | None) -> bool:
    """已经审核，或已走到审核之后的步骤。"""
    return due(consortium, act, 1)


@fact(reads="events[district_reviewed].by")
def reviewed_in_place(
    district_review: DistrictReviewed | None,
    lead_places: tuple[str, ...] | None,
    *,
    binhai_zones: tuple[tuple[str, ...], ...],
) -> bool | None:
    """审核的是牵头单位所在区（开发区）的部门。"""
    return _acts_in_place(district_review, lead_places, binhai_zones)


@fact
def forwarding(consortium: Consortium | None, act: Event | None) -> Forwarded | None:
    """最后一次提交市科技局。"""
    if isinstance(act, Forwarded):
        return act
    return None if consortium is None else consortium.last(Forwarded)


@fact
def was_forwarded(forwarding: Forwarded | None) -> bool:
    """已提交市科技局。"""
    return forwarding is not None


@fact
def forwarding_due(consortium: Consortium | None, act: Event | None) -> bool:
    """已经提交，或已走到提交之后的步骤。"""
    return due(consortium, act, 2)


@fact(reads="events[forwarded].by")
def forwarded_in_place(
    forwarding: Forwarded | None,
    lead_places: tuple[str, ...] | None,
    *,
    binhai_zones: tuple[tuple[str, ...], ...],
) -> bool | None:
    """提交的是牵头单位所在区（开发区）的部门。"""
    return _acts_in_place(forwarding, lead_places, binhai_zones)


def _acts_in_place(
    event: Event | None, own: tuple[str, ...] | None, zones: tuple[tuple[str, ...], ...]
) -> bool | None:
    if event is None or event.by is None:
        return None
    return in_place(place_named(event.by, zones), own)


def _may_be_of(
    by: str | None, places: set[str | None] | None, zones: tuple[tuple[str, ...], ...]
) -> bool:
    """Return whether a review may be by an office concerned: what is not known does not tell."""
    place = None if by is None else place_named(by, zones)
    return place is None or places is None or place in places


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
def expert_review_due(consortium: Consortium | None, act: Event | None) -> bool:
    """已经专家评审，或已走到评审之后的步骤。"""
    return due(consortium, act, 3)


@fact(reads="events[expert_reviewed].agency")
def agency_is_third_party(
    expert_review: ExpertReviewed | None, application: Application | None
) -> bool | None:
    """组织评审的是第三方：既不是市科技局，也不是申报的成员单位。"""
    if expert_review is None or expert_review.agency is None:
        return None
    agency = expert_review.agency
    members = () if application is None else application.members
    own = {name for unit in members for name in (unit.name, unit.id.value)}
    return agency not in BUREAU and agency not in own


@fact(reads="events[expert_reviewed].mode")
def oral_defence(expert_review: ExpertReviewed | None) -> bool | None:
    """评审采取答辩方式。"""
    if expert_review is None or expert_review.mode is None:
        return None
    return expert_review.mode is ReviewMode.ORAL_DEFENCE


@fact(reads="events[expert_reviewed].opinion")
def experts_opined(expert_review: ExpertReviewed | None) -> bool | None:
    """专家提出了评审意见；意见为何不明的不明。"""
    if expert_review is None or expert_review.opinion is None:
        return None
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
