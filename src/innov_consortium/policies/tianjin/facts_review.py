"""Review, expert review, publicity and approval: art. 6 items 3 to 5."""

from __future__ import annotations

from datetime import date

from innov_consortium.core.clauses import fact
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import (
    Event,
    ObjectionDecided,
    ObjectionRaised,
    Publicised,
    Recognised,
)
from innov_consortium.core.history import Consortium
from innov_consortium.core.register import Count
from innov_consortium.policies.tianjin.bodies import BUREAU, place_named
from innov_consortium.policies.tianjin.events import (
    DistrictOpinion,
    DistrictReviewed,
    ExpertOpinion,
    ExpertReviewed,
    Forwarded,
    ReviewMode,
)
from innov_consortium.policies.tianjin.facts_filing import same_place
from innov_consortium.policies.tianjin.readings_life import ObjectionEffect

__all__ = ["FACTS"]


@fact
def district_review(consortium: Consortium | None, act: Event | None) -> DistrictReviewed | None:
    """区科技主管部门最后一次审核。"""
    if isinstance(act, DistrictReviewed):
        return act
    return None if consortium is None else consortium.last(DistrictReviewed)


@fact
def district_reviewed(district_review: DistrictReviewed | None) -> bool:
    """区科技主管部门已经审核。"""
    return district_review is not None


@fact(reads="events[district_reviewed].by")
def reviewed_in_place(
    district_review: DistrictReviewed | None, lead_place: str | None
) -> bool | None:
    """审核的是牵头单位所在区（开发区）的部门。"""
    if district_review is None or district_review.by is None:
        return None
    return same_place(lead_place, place_named(district_review.by))


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


@fact(reads="events[forwarded].by")
def forwarded_in_place(forwarding: Forwarded | None, lead_place: str | None) -> bool | None:
    """提交的是牵头单位所在区（开发区）的部门。"""
    if forwarding is None or forwarding.by is None:
        return None
    return same_place(lead_place, place_named(forwarding.by))


@fact(reads="events[district_reviewed].opinion")
def district_opinion_given(district_review: DistrictReviewed | None) -> bool | None:
    """已出具意见；意见为何不明的不明。"""
    if district_review is None or district_review.opinion is None:
        return None
    return True


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
    return True


@fact(reads="events[expert_reviewed].opinion")
def experts_recommend(expert_review: ExpertReviewed | None) -> bool | None:
    """专家意见为推荐。"""
    if expert_review is None or expert_review.opinion is None:
        return None
    return expert_review.opinion is ExpertOpinion.RECOMMENDED


@fact
def publicity(consortium: Consortium | None, act: Event | None) -> Publicised | None:
    """最后一次公示。"""
    if isinstance(act, Publicised):
        return act
    return None if consortium is None else consortium.last(Publicised)


@fact
def publicised(publicity: Publicised | None) -> bool:
    """已经公示。"""
    return publicity is not None


@fact(reads="events[publicised].last")
def publicity_ends_on(publicity: Publicised | None) -> date | None:
    """公示的末日，由公示本身给出；条文没有规定长短。"""
    return None if publicity is None else publicity.last


@fact
def approval_day(consortium: Consortium | None, act: Event | None, day: date) -> date:
    """批复之日；尚未批复的，为所问之日。"""
    if isinstance(act, Recognised) or consortium is None:
        return day
    return consortium.recognised_on or day


@fact
def was_approved(consortium: Consortium | None, act: Event | None) -> bool:
    """已经批复，或正在批复。"""
    if isinstance(act, Recognised):
        return True
    return consortium is not None and consortium.recognised_on is not None


@fact(reads="events[objection_decided].upheld")
def objections(
    consortium: Consortium | None,
    publicity: Publicised | None,
    approval_day: date,
    *,
    objection_effect: ObjectionEffect,
) -> Count:
    """截至批复之日使公示不成为“无异议”的异议数；公示期之后提出的不计。"""
    events = () if consortium is None else consortium.events
    decided = {
        e.objection: e.upheld
        for e in events
        if isinstance(e, ObjectionDecided) and e.on <= approval_day
    }
    raised = [e for e in events if isinstance(e, ObjectionRaised) and e.on <= approval_day]
    last = None if publicity is None else publicity.last
    late = [e for e in raised if last is not None and e.on > last]
    timely = [e for e in raised if e not in late]
    if objection_effect is ObjectionEffect.ANY:
        standing = timely
        unclear = []
    else:
        standing = [e for e in timely if e.objection not in decided or decided[e.objection]]
        unclear = [e for e in timely if decided.get(e.objection, False) is None]
    left_out = [e for e in raised if e not in standing and e not in unclear]
    return Count(
        len(standing) if standing or not unclear else None,
        tuple(map(_named, standing)),
        tuple(map(_named, left_out)),
        tuple("events[objection_decided].upheld" for _ in unclear),
    )


def _named(objection: ObjectionRaised) -> str:
    return f"{objection.objection} {objection.on}".strip()


FACTS = (
    district_review,
    district_reviewed,
    reviewed_in_place,
    forwarding,
    was_forwarded,
    forwarded_in_place,
    district_opinion_given,
    district_recommends,
    expert_review,
    expert_reviewed,
    agency_is_third_party,
    oral_defence,
    experts_opined,
    experts_recommend,
    publicity,
    publicised,
    publicity_ends_on,
    approval_day,
    was_approved,
    objections,
)
