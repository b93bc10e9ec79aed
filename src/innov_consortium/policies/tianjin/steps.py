"""The Measures' procedure as a table: who takes which step, by which provision, from where.

Read it from the top: the call and the application (art. 6), objections, the status and its end
(arts. 11, 14), changes of members (art. 12) and of persons (art. 13). What a step itself must
satisfy stands in the module of its article; what a text only implies says ``stated=False``.
"""

from __future__ import annotations

from attrs import evolve

from innov_consortium.core.changes import (
    ChangeApproved,
    ChangeExecuted,
    ChangeKind,
    ChangeRefused,
    ChangeReported,
)
from innov_consortium.core.events import (
    ApplicationRefused,
    ApplicationWithdrawn,
    CallIssued,
    Ended,
    EndReported,
    EndRequested,
    EndReviewed,
    Filed,
    ObjectionDecided,
    ObjectionRaised,
    Publicised,
    Recognised,
)
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.steps import START, Actor, Party, Step
from innov_consortium.policies.tianjin import art06_procedure as art06
from innov_consortium.policies.tianjin import art11_bar as art11
from innov_consortium.policies.tianjin import art12_changes as art12
from innov_consortium.policies.tianjin import art14_withdrawal as art14
from innov_consortium.policies.tianjin.art07_special import organised_case_by_case
from innov_consortium.policies.tianjin.art20_duties import INSPECTION
from innov_consortium.policies.tianjin.bodies import BUREAU
from innov_consortium.policies.tianjin.events import (
    DistrictOpinion,
    DistrictReviewed,
    ExpertReviewed,
    Forwarded,
    Inspected,
)
from innov_consortium.policies.tianjin.readings_life import (
    ApprovalDay,
    CallNeeded,
    ChangeEffect,
    DistrictOpinionNeeded,
)

__all__ = ["ACTORS", "STEPS"]

_RECOGNISED = (Phase.RECOGNISED,)
_BEFORE_APPROVAL = (
    "filed",
    "district_reviewed",
    "blocked_at_district",
    "forwarded",
    "expert_reviewed",
    "in_publicity",
    "publicity_over",
)

ACTORS = (
    Actor(role="bureau", names=BUREAU),
    Actor(role="district"),
    Actor(role="four_bodies"),
    Actor(role="agency"),
    Actor(role="lead", party=Party.LEAD),
    Actor(role="members", party=Party.MEMBERS),
)

_FORMATION = (
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
        guards=art06.APPROVAL,
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
        guards=art06.APPROVAL,
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

_ENDING = (
    Step(
        name="inspect",
        provision="art22.s2c",
        event=Inspected,
        actor="district",
        path="inspection",
        after=(START, "inspected"),
        to="inspected",
        phases=_RECOGNISED,
        guards=INSPECTION,
    ),
    Step(
        name="revoke",
        provision="art11.p1",
        event=Ended,
        where=(("on_request", False),),
        actor="bureau",
        after=("active",),
        to="revoked",
        phases=_RECOGNISED,
        guards=art14.REVOCATION,
    ),
    Step(
        name="request_withdrawal",
        provision="art14.s1a",
        event=EndRequested,
        actor="lead",
        path="withdrawal",
        after=(START, "withdrawal_declined"),
        to="withdrawal_requested",
        phases=_RECOGNISED,
    ),
    Step(
        name="report_withdrawal",
        provision="art14.s1c",
        event=EndReported,
        actor="lead",
        path="withdrawal",
        after=("withdrawal_requested",),
        to="withdrawal_reported",
        phases=_RECOGNISED,
        guards=art14.REPORT,
    ),
    Step(
        name="review_withdrawal",
        provision="art14.s1d",
        event=EndReviewed,
        where=(("agreed", (True, None)),),
        actor="bureau",
        path="withdrawal",
        after=("withdrawal_reported",),
        to="withdrawal_reviewed",
        phases=_RECOGNISED,
        guards=art14.REVIEW,
    ),
    Step(
        name="decline_withdrawal",
        provision="art14.s1d",
        event=EndReviewed,
        where=(("agreed", False),),
        actor="bureau",
        path="withdrawal",
        after=("withdrawal_reported",),
        to="withdrawal_declined",
        phases=_RECOGNISED,
        stated=False,
    ),
    Step(
        name="revoke_on_request",
        provision="art14.s1d",
        event=Ended,
        where=(("on_request", True),),
        actor="bureau",
        path="withdrawal",
        after=("withdrawal_reviewed",),
        to="revoked",
        phases=_RECOGNISED,
        guards=art14.REVOCATION_ON_REQUEST,
    ),
)


def _report(
    name: str, provision: str, path: str, kinds: tuple[ChangeKind, ...], guards: tuple[object, ...]
) -> Step:
    return Step(
        name=name,
        provision=provision,
        event=ChangeReported,
        where=(("kind", kinds),),
        actor="lead",
        path=path,
        after=(START, "change_refused"),
        to="change_reported",
        phases=_RECOGNISED,
        guards=guards,  # type: ignore[arg-type]  # clauses, of several shapes
    )


def _decided(
    path: str,
    article: str,
    suffix: str,
    settling: tuple[object, ...],
    executing: tuple[object, ...],
    notes: tuple[object, ...] = (),
) -> tuple[Step, ...]:
    execute = Step(
        name=f"execute_{suffix}",
        provision=f"{article}.s1f",
        event=ChangeExecuted,
        path=path,
        after=("change_approved",),
        to="change_executed",
        phases=_RECOGNISED,
        guards=executing,  # type: ignore[arg-type]  # clauses, of several shapes
        notes=notes,  # type: ignore[arg-type]  # the same
    )
    return (
        Step(
            name=f"approve_{suffix}",
            provision=f"{article}.s1e",
            event=ChangeApproved,
            actor="bureau",
            path=path,
            after=("change_reported",),
            to="change_approved",
            phases=_RECOGNISED,
            guards=settling,  # type: ignore[arg-type]  # the same
        ),
        Step(
            name=f"refuse_{suffix}",
            provision=f"{article}.s1e",
            event=ChangeRefused,
            actor="bureau",
            path=path,
            after=("change_reported",),
            to="change_refused",
            phases=_RECOGNISED,
            stated=False,
        ),
        execute,
        evolve(
            execute,
            name=f"execute_filed_{suffix}",
            after=("change_reported",),
            under=(("change_effect", (ChangeEffect.FILING,)),),
        ),
    )


_MEMBER, _PERSON = "member_change", "personnel_change"
_JOINING = (ChangeKind.MEMBER_JOIN,)
_OTHERS = (ChangeKind.MEMBER_OTHER, ChangeKind.LEAD_REPLACEMENT)

#: Where filing suffices (F02 b), a member joins with the report, and the cap is asked there (F08).
_JOINED_BY_FILING = evolve(
    _report(
        "report_join_filed",
        "art12.s1c",
        _MEMBER,
        _JOINING,
        (*art12.MEMBER_REPORT, art12.joins_at_most),
    ),
    under=(("change_effect", (ChangeEffect.FILING,)),),
)

_CHANGES = (
    _report("report_exit", "art12.s1a", _MEMBER, (ChangeKind.MEMBER_EXIT,), art12.MEMBER_REPORT),
    _report(
        "report_rename", "art12.s1b", _MEMBER, (ChangeKind.MEMBER_RENAME,), art12.MEMBER_REPORT
    ),
    evolve(
        _report("report_join", "art12.s1c", _MEMBER, _JOINING, art12.MEMBER_REPORT),
        under=(("change_effect", (ChangeEffect.APPROVAL,)),),
    ),
    _JOINED_BY_FILING,
    _report("report_other_change", "art12.s1c", _MEMBER, _OTHERS, art12.MEMBER_REPORT),
    *_decided(
        _MEMBER,
        "art12",
        "member_change",
        (*art12.MEMBER_REPORT, art12.joins_at_most),
        (art12.member_change_executed_after,),
        (art12.participants_left,),
    ),
    _report(
        "report_principal", "art13.s1a", _PERSON, (ChangeKind.LEAD_PRINCIPAL,), art12.PERSON_REPORT
    ),
    _report(
        "report_technologist",
        "art13.s1b",
        _PERSON,
        (ChangeKind.CHIEF_TECHNOLOGIST,),
        art12.PERSON_REPORT,
    ),
    _report(
        "report_other_person",
        "art13.s1c",
        _PERSON,
        (ChangeKind.PERSON_OTHER,),
        art12.PERSON_REPORT,
    ),
    *_decided(
        _PERSON,
        "art13",
        "personnel_change",
        (*art12.PERSON_REPORT, art12.successor_qualified),
        (art12.person_change_executed_after,),
    ),
)

STEPS = (*_FORMATION, *_ENDING, *_CHANGES)
