"""第十二、十三条：变更的步骤，成员单位的和人员的。"""

from __future__ import annotations

from attrs import evolve

from innov_consortium.core.changes import (
    ChangeApproved,
    ChangeExecuted,
    ChangeKind,
    ChangeRefused,
    ChangeReported,
)
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.steps import START, Step
from innov_consortium.policies.tianjin import art12_changes as art12
from innov_consortium.policies.tianjin.readings_life import (
    ChangeEffect,
)

__all__ = ["CHANGES"]

_RECOGNISED = (Phase.RECOGNISED,)


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

CHANGES = (
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
