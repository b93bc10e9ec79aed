"""A change of a recognised consortium: arts. 12 and 13."""

from __future__ import annotations

from datetime import date

from innov_consortium.core.attestations import Attested
from innov_consortium.core.changes import (
    Change,
    ChangeEvent,
    ChangeExecuted,
    ChangeKind,
)
from innov_consortium.core.clauses import fact, items
from innov_consortium.core.consortium import Vacancy
from innov_consortium.core.events import Event
from innov_consortium.core.history import Consortium
from innov_consortium.core.organizations import MemberKey
from innov_consortium.core.register import Count, Register
from innov_consortium.policies.tianjin.facts_composition import (
    id_of,
    participations_of,
    unmatched_of,
)
from innov_consortium.policies.tianjin.facts_documents import Qualification
from innov_consortium.policies.tianjin.memberships import (
    Effect,
    Membership,
    changes_in,
    leads_on,
    names_on,
    settled_on,
)
from innov_consortium.policies.tianjin.readings import (
    ConsortiaCounted,
    RolesCounted,
    UnitOfCount,
)
from innov_consortium.policies.tianjin.readings_life import (
    BasisSigners,
    ChangeEffect,
    PersonsCovered,
)

__all__ = ["FACTS", "ITEMS", "OF_MEMBERS"]

#: Changes under art. 12; every other one is under art. 13.
OF_MEMBERS = (
    ChangeKind.MEMBER_EXIT,
    ChangeKind.MEMBER_RENAME,
    ChangeKind.MEMBER_JOIN,
    ChangeKind.MEMBER_OTHER,
    ChangeKind.LEAD_REPLACEMENT,
)
_NAMED = (ChangeKind.MEMBER_EXIT, ChangeKind.MEMBER_RENAME)
_NAMED_POSTS = (ChangeKind.LEAD_PRINCIPAL, ChangeKind.CHIEF_TECHNOLOGIST)


@items(path="changes[{}]".format)
def change(consortium: Consortium | None, act: Event | None) -> tuple[Change, ...]:
    """变更：正在办理的那一项，或者全部。"""
    events = () if consortium is None else consortium.events
    if isinstance(act, ChangeEvent):
        return tuple(c for c in changes_in((*events, act)) if c.id == act.change)
    return changes_in(events)


@fact(each="change", reads="{}.kind")
def change_of_members(change: Change) -> bool | None:
    """属于成员单位变更。"""
    return None if change.kind is None else change.kind in OF_MEMBERS


@fact(each="change", reads=("{}.kind", "events[filed].application"))
def change_of_persons(
    change: Change,
    memberships: tuple[Membership, ...] | None,
    day: date,
    *,
    persons_covered: PersonsCovered,
) -> bool | None:
    """属于人员变更；参与单位的人员不在其内，除非解释为任何成员单位的（F07）。

    牵头单位依报送之日；牵头单位不明的，写明了单位的不明。
    """
    if change.kind is None:
        return None
    of_any_member = persons_covered is PersonsCovered.ANY_KEY
    if change.kind is not ChangeKind.PERSON_OTHER or change.unit is None or of_any_member:
        return change.kind not in OF_MEMBERS
    if memberships is None:
        return None
    return change.unit in {u.key for u in leads_on(memberships, change.reported_on or day)}


@fact(each="change", reads=("{}.kind", "{}.unit", "events[filed].application"))
def change_of_lead(
    change: Change, memberships: tuple[Membership, ...] | None, day: date
) -> bool | None:
    """更换牵头单位；牵头单位自己退出的亦是。"""
    if change.kind is ChangeKind.LEAD_REPLACEMENT:
        return True
    if change.kind is not ChangeKind.MEMBER_EXIT:
        return None if change.kind is None else False
    if memberships is None or change.unit is None:
        return None
    return change.unit in {u.key for u in leads_on(memberships, change.reported_on or day)}


@fact(each="change", reads="{}.kind")
def change_named(change: Change) -> bool | None:
    """条文列明的变更：退出、法定名称调整；主要负责人调整、技术总师调整。"""
    return None if change.kind is None else change.kind in (*_NAMED, *_NAMED_POSTS)


@fact(each="change", reads=("{}.issued_by", "events[filed].application"))
def issued_by_lead(change: Change, memberships: tuple[Membership, ...] | None) -> bool | None:
    """牵头单位出具。"""
    report = change.report
    if memberships is None or report is None or report.issued_by is None:
        return None
    leads = leads_on(memberships, report.on)
    return all(unit.key in report.issued_by for unit in leads)


@fact(each="change", reads=("{}.issued_by", "{}.unit", "events[filed].application"))
def issued_by_members(
    change: Change,
    memberships: tuple[Membership, ...] | None,
    *,
    basis_signers: BasisSigners,
) -> bool | None:
    """相关成员单位共同出具（F05）。"""
    report = change.report
    if basis_signers is BasisSigners.LEAD_SUFFICES:
        return True
    if report is None or report.issued_by is None:
        return None
    concerned = _concerned(change, memberships, basis_signers, report.on)
    return None if concerned is None else concerned <= report.issued_by | report.unable


@fact(each="change")
def some_unable(change: Change, *, basis_signers: BasisSigners) -> bool:
    """所报称拒不出具或不复存在的相关成员单位；手续不全，须另行决定，牵头单位即可的除外（F05）。"""
    if basis_signers is BasisSigners.LEAD_SUFFICES:
        return False
    return change.report is not None and bool(change.report.unable)


@fact(each="change", reads=("{}.unit", "{}.joining"))
def unit_concerned(
    change: Change,
    memberships: tuple[Membership, ...] | None,
    consortium: Consortium | None,
    effect: Effect,
    day: date,
) -> bool | None:
    """变更所及的单位：退出、更名的是成员单位，加入的还不是；因这一变更而开始、终止的不论。"""
    if change.kind not in (*_NAMED, ChangeKind.MEMBER_JOIN):
        return None if change.kind is None else True
    if change.unit is None or memberships is None or consortium is None:
        return None
    on = change.reported_on or day
    theirs = [m for m in memberships if m.unit.key == change.unit]
    if change.kind is ChangeKind.MEMBER_JOIN:
        begun = settled_on(change, effect.change_effect)
        return not any(m.on(on) for m in theirs if m.since != begun)
    left = effect.left_on(change, consortium.all(ChangeExecuted))
    return any(m.on(on) or m.ended_on == on == left for m in theirs)


@fact(each="change", reads="{}.by")
def reported_by_lead(
    change: Change,
    memberships: tuple[Membership, ...] | None,
    consortium: Consortium | None,
    act: Event | None,
) -> bool | None:
    """由牵头单位报送；用所报的新名称的亦可：名称变了，单位未变。"""
    report = change.report
    if report is None or report.by is None or memberships is None or consortium is None:
        return None
    events = (*consortium.events, *(() if act is None else (act,)))
    return report.by in names_on(memberships, events, report.on)


@fact(each="change")
def reported(change: Change) -> bool:
    """已报市科技局。"""
    return change.reported_on is not None


@fact(each="change")
def settled(change: Change, *, change_effect: ChangeEffect) -> bool:
    """已经核准备案（F02）。"""
    return settled_on(change, change_effect) is not None


@fact(each="change")
def decided(change: Change) -> bool:
    """已经核准、不予核准，或者已经执行：不再只是待办。"""
    days = (change.approved_on, change.refused_on, change.executed_on)
    return any(day is not None for day in days)


@fact(each="change")
def effective_on(change: Change, *, change_effect: ChangeEffect) -> date | None:
    """核准备案之日（F02）；没有核准备案的没有。"""
    return settled_on(change, change_effect)


@fact(each="change")
def executed(change: Change) -> bool:
    """已经执行。"""
    return change.executed_on is not None


@fact(each="change")
def executed_on(change: Change, act: Event | None) -> date | None:
    """执行之日：正在执行的，或首次执行的；没有执行的没有。"""
    return act.on if isinstance(act, ChangeExecuted) else change.executed_on


@fact(each="change", reads=("{}.kind", "{}.person"))
def successor_named(change: Change) -> bool | None:
    """调整技术总师，且有继任者；职位空缺的没有。"""
    if change.kind is not ChangeKind.CHIEF_TECHNOLOGIST:
        return None if change.kind is None else False
    return None if change.person is None else change.person is not Vacancy.VACANT


@fact(each="change", attested=Qualification, reads="attestations[successor_qualification]")
def successor_qualification(
    change: Change, attested: Attested, consortium: Consortium | None
) -> str | None:
    """经认定的继任技术总师的资格；此前已有继任者的，写明所认定的变更，或在报送之后认定，才算。"""
    one = attested.find("successor_qualification", change.id)
    changes = () if consortium is None else consortium.changes
    earlier = [
        c.reported_on
        for c in changes
        if c.kind is ChangeKind.CHIEF_TECHNOLOGIST and c.id != change.id and c.reported_on
    ]
    own = change.reported_on
    if one is None or not one.holds:
        return None
    earlier = [day for day in earlier if own is None or day < own]
    if one.item is None and earlier and (own is None or one.on < own):
        return None
    return one.value


@fact(each="change", reads="{}.kind")
def unit_joins(change: Change) -> bool | None:
    """有单位加入。"""
    return None if change.kind is None else change.kind is ChangeKind.MEMBER_JOIN


@fact(each="change", reads="{}.joining")
def joined_participations(
    change: Change,
    register: Register,
    consortium: Consortium | None,
    day: date,
    *,
    roles_counted: RolesCounted,
    consortia_counted: ConsortiaCounted,
    unit_of_count: UnitOfCount,
) -> Count:
    """加入的单位参与组建的创新联合体数，含本联合体；加入的是谁不明的不明。"""
    unit = change.joining
    if unit is None:
        return Count(None, missing=("{}.joining",))
    readings, own = (roles_counted, consortia_counted, unit_of_count), id_of(consortium)
    unmatched = unmatched_of(unit, register, day, readings, own)
    if unmatched and unit.college is not None:  # of which college nobody says (B07)
        places = (n for n, e in enumerate(register.engagements) if e in unmatched)
        return Count(None, missing=tuple(f"register.engagements[{n}].college" for n in places))
    return participations_of(unit, register, day, readings, own)


def _concerned(
    change: Change,
    memberships: tuple[Membership, ...] | None,
    basis_signers: BasisSigners,
    day: date,
) -> frozenset[MemberKey] | None:
    unit = change.unit
    if basis_signers is BasisSigners.CONCERNED:
        return None if unit is None else frozenset({unit})
    if memberships is None:
        return None
    current = {m.unit.key for m in memberships if m.on(day)}
    return frozenset(current if unit is None else current | {unit})


ITEMS = (change,)

FACTS = (
    change_of_members,
    change_of_persons,
    change_of_lead,
    change_named,
    issued_by_lead,
    issued_by_members,
    some_unable,
    unit_concerned,
    reported_by_lead,
    reported,
    settled,
    decided,
    effective_on,
    executed,
    executed_on,
    successor_named,
    successor_qualification,
    unit_joins,
    joined_participations,
)
