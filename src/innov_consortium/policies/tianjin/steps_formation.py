"""第六、七条：从征集通知到批复的步骤，含异议、不予批复和撤回。"""

from __future__ import annotations

from innov_consortium.core.events import (
    ApplicationRefused,
    ApplicationWithdrawn,
    CallIssued,
    Filed,
    ObjectionDecided,
    ObjectionRaised,
    Publicised,
    Recognised,
)
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.steps import START, Step
from innov_consortium.policies.tianjin import art06_procedure as art06
from innov_consortium.policies.tianjin import art11_bar as art11
from innov_consortium.policies.tianjin.art07_special import organised_case_by_case
from innov_consortium.policies.tianjin.events import (
    DistrictOpinion,
    DistrictReviewed,
    ExpertReviewed,
    Forwarded,
)
from innov_consortium.policies.tianjin.readings_life import (
    ApprovalDay,
    CallNeeded,
    DistrictOpinionNeeded,
)

__all__ = ["FORMATION"]

_BEFORE_APPROVAL = (
    "filed",
    "district_reviewed",
    "blocked_at_district",
    "forwarded",
    "expert_reviewed",
    "in_publicity",
    "publicity_over",
)

FORMATION = (
    Step(
        name="call",
        provision="art6.item1.s2a",
        event=CallIssued,
        actor="bureau",
        after=(START, "called"),
        to="called",
    ),
    Step(
        name="file",
        provision="art6.item2.s2a",
        event=Filed,
        actor="lead",
        after=("called",),
        to="filed",
        guards=art06.FILING,
        asks=("formation",),
        screening=True,
    ),
    Step(
        name="file_without_call",
        provision="art6.item2.s2a",
        event=Filed,
        actor="lead",
        after=(START,),
        to="filed",
        guards=art06.FILING,
        asks=("formation",),
        screening=True,
        under=(("call_needed", (CallNeeded.INTERNAL,)),),
    ),
    Step(
        name="review",
        provision="art6.item3.s2a",
        event=DistrictReviewed,
        where=(("opinion", (DistrictOpinion.RECOMMEND, None)),),
        actor="district",
        after=("filed", "blocked_at_district"),
        to="district_reviewed",
        guards=(*art06.REVIEW, art06.district_recommended),
        special=organised_case_by_case,
    ),
    Step(
        name="decline",
        provision="art6.item3.s2b",
        event=DistrictReviewed,
        where=(("opinion", (DistrictOpinion.NOT_RECOMMEND, DistrictOpinion.NONE)),),
        actor="district",
        after=("filed",),
        to="blocked_at_district",
        guards=art06.REVIEW,
        special=organised_case_by_case,
        under=(
            (
                "district_opinion_needed",
                (DistrictOpinionNeeded.NEEDED, DistrictOpinionNeeded.FORWARDED),
            ),
        ),
    ),
    Step(
        name="forward",
        provision="art6.item3.s2c",
        event=Forwarded,
        actor="district",
        after=("district_reviewed",),
        to="forwarded",
        guards=(*art06.FORWARDING, *art11.ACCEPTANCE),
        special=organised_case_by_case,
    ),
    Step(
        name="forward_anyway",
        provision="art6.item3.s2c",
        event=Forwarded,
        actor="district",
        after=("blocked_at_district",),
        to="forwarded",
        guards=(*art06.FORWARDING, *art11.ACCEPTANCE),
        special=organised_case_by_case,
        under=(("district_opinion_needed", (DistrictOpinionNeeded.FORWARDED,)),),
    ),
    Step(
        name="expert_review",
        provision="art6.item4.s2a",
        event=ExpertReviewed,
        actor="agency",
        after=("forwarded",),
        to="expert_reviewed",
        guards=art06.REVIEW_BY_EXPERTS,
        special=organised_case_by_case,
    ),
    Step(
        name="publicise",
        provision="art6.item5.s2b",
        event=Publicised,
        actor="bureau",
        after=("expert_reviewed",),
        to="in_publicity",
        then="publicity_over",
        guards=art06.PUBLICATION,
        special=organised_case_by_case,
    ),
    Step(
        name="object",
        provision="art6.item5.s2c",
        event=ObjectionRaised,
        path="objection",
        after=(START,),
        to="objection_open",
    ),
    Step(
        name="decide_objection",
        provision="art6.item5.s2c",
        event=ObjectionDecided,
        actor="bureau",
        path="objection",
        after=("objection_open",),
        to="objection_decided",
        phases=(Phase.PROPOSED, Phase.RECOGNISED),  # one raised late may be open at approval (C05)
        stated=False,
    ),
    Step(
        name="approve",
        provision="art6.item5.s2c",
        event=Recognised,
        actor="bureau",
        after=("publicity_over",),
        to="active",
        guards=(*art06.APPROVAL, *art11.ACCEPTANCE),
        asks=("formation",),
        special=organised_case_by_case,
    ),
    Step(
        name="approve_on_last_day",
        provision="art6.item5.s2c",
        event=Recognised,
        actor="bureau",
        after=("in_publicity",),
        to="active",
        guards=(*art06.APPROVAL, *art11.ACCEPTANCE),
        asks=("formation",),
        special=organised_case_by_case,
        under=(("approval_from", (ApprovalDay.SAME_DAY,)),),
    ),
    Step(
        name="refuse",
        provision="art6.item5.s2c",
        event=ApplicationRefused,
        actor="bureau",
        after=_BEFORE_APPROVAL,
        to="refused",
        special=organised_case_by_case,
        stated=False,
    ),
    Step(
        name="withdraw_application",
        provision="art6.item2.s2a",
        event=ApplicationWithdrawn,
        actor="lead",
        after=_BEFORE_APPROVAL,
        to="withdrawn",
        special=organised_case_by_case,
        stated=False,
    ),
)
