"""Who is counted, and how: art. 5 item 3."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from innov_consortium.core.clauses import fact, items
from innov_consortium.core.consortium import Application
from innov_consortium.core.history import Consortium
from innov_consortium.core.organizations import (
    Identifier,
    LegalForm,
    MemberKey,
    Organization,
    OrganizationKind,
)
from innov_consortium.core.register import Count, Engagement, Register, Role, Whole
from innov_consortium.policies.tianjin.bodies import PROVINCE
from innov_consortium.policies.tianjin.readings import (
    CollegeCounting,
    ConsortiaCounted,
    EnterpriseTest,
    LeadCounts,
    RolesCounted,
    ShareBase,
    UnitOfCount,
)

__all__ = ["FACTS", "ITEMS", "id_of", "participations_of", "unmatched_of"]

_ACADEMIC = (
    OrganizationKind.UNIVERSITY,
    OrganizationKind.RESEARCH_INSTITUTION,
    OrganizationKind.NEW_RD_INSTITUTION,
)


@items(path="application.participants[{}]".format)
def participant(application: Application) -> tuple[Organization, ...]:
    """参与单位。"""
    return application.participants


@items(path=lambda n: f"application.participants[{n - 1}]" if n else "application.lead")
def member(application: Application) -> tuple[Organization, ...]:
    """成员单位，含牵头单位（B15）。"""
    return application.members


@frozen
class Units:
    """The participants as counted: one for each unit, and what was merged into another."""

    counted: tuple[Organization, ...]
    merged: tuple[str, ...]


@fact
def units(
    application: Application, *, unit_of_count: UnitOfCount, college_counting: CollegeCounting
) -> Units:
    """参与单位，分支机构、同一高校的学院按所选解释合并（B05、B06）；不含牵头单位。"""
    by_college = college_counting is CollegeCounting.EVERY_COUNT

    def key(unit: Organization) -> MemberKey:
        own = _person(unit, unit_of_count)
        if unit_of_count is UnitOfCount.GROUP:
            own = unit.parent or own
        return MemberKey(own, unit.college if by_college else None)

    lead = key(application.lead)
    counted: dict[MemberKey, Organization] = {}
    merged = []

    def heads_first(unit: Organization) -> tuple[bool, str, str]:  # whatever the order of the list
        return unit.id != key(unit).id, str(unit.id), unit.college or ""

    for unit in sorted(application.participants, key=heads_first):
        own = key(unit)
        if own == lead or counted.setdefault(own, unit) is not unit:
            merged.append(_name(unit))
    listed = [unit for unit in application.participants if counted.get(key(unit)) is unit]
    return Units(tuple(listed), tuple(merged))


@fact
def participants_named(units: Units) -> int:
    """列明的参与单位数；牵头单位的分支机构不是另一家。"""
    return len(units.counted)


@fact
def participants(units: Units, *, lead_counts: LeadCounts) -> Count:
    """参与单位总数：是否含牵头单位见 B01。"""
    lead = 1 if lead_counts is LeadCounts.INCLUDED else 0
    return Count(len(units.counted) + lead, not_counted=units.merged)


@fact
def share_units(
    application: Application, units: Units, *, lead_counts: LeadCounts, share_base: ShareBase
) -> tuple[Organization, ...]:
    """企业占比所计的单位：参与单位总数所含的单位，或另计入牵头单位（B02）。"""
    if lead_counts is LeadCounts.INCLUDED or share_base is ShareBase.MEMBERS:
        return (application.lead, *units.counted)
    return units.counted


@fact
def share_total(share_units: tuple[Organization, ...]) -> int:
    """企业占比的分母。"""
    return len(share_units)


@fact
def enterprises(
    application: Application,
    share_units: tuple[Organization, ...],
    *,
    enterprise_test: EnterpriseTest,
) -> Count:
    """其中确定是企业的单位数。"""
    form = {unit.key: _enterprise(unit, enterprise_test) for unit in share_units}
    unknown = tuple(
        f"application.participants[{n}].legal_form"
        for n, unit in enumerate(application.participants)
        if unit.key in form and form[unit.key] is None
    )
    if application.lead.key in form and form[application.lead.key] is None:
        unknown = ("application.lead.legal_form", *unknown)
    return Count(sum(f is True for f in form.values()), missing=unknown)


@fact
def possible_enterprises(
    share_units: tuple[Organization, ...], *, enterprise_test: EnterpriseTest
) -> int:
    """其中确定或可能是企业的单位数。"""
    return sum(_enterprise(unit, enterprise_test) is not False for unit in share_units)


@fact(each="participant", reads="{}.legal_form")
def is_enterprise(participant: Organization, *, enterprise_test: EnterpriseTest) -> bool | None:
    """该参与单位是企业。"""
    return _enterprise(participant, enterprise_test)


@fact(each="participant")
def is_academic(participant: Organization) -> bool:
    """该参与单位是高校或科研院所。"""
    return participant.kind in _ACADEMIC


@fact(each="participant")
def is_service_institution(participant: Organization) -> bool:
    """该参与单位是科技服务机构。"""
    return participant.kind is OrganizationKind.SERVICE_INSTITUTION


@fact(each="participant", reads="{}.abroad")
def is_abroad(participant: Organization) -> bool | None:
    """该参与单位设立于境外（含港澳台）。"""
    if participant.abroad is not None:
        return participant.abroad
    return False if participant.id.is_uscc else None


@fact(each="participant")
def counted_by_college(participant: Organization) -> bool:
    """该参与单位是高校，以学院为单位计数。"""
    return participant.kind is OrganizationKind.UNIVERSITY


@fact(each="participant", reads="{}.college")
def college_named(participant: Organization) -> bool | None:
    """已写明参加的学院。"""
    return None if participant.college is None else True


@fact(each="participant", reads="register")
def participations(
    participant: Organization,
    register: Register,
    consortium: Consortium | None,
    day: date,
    *,
    roles_counted: RolesCounted,
    consortia_counted: ConsortiaCounted,
    unit_of_count: UnitOfCount,
) -> Count:
    """该主体参与组建的创新联合体数，含本次申请；登记簿中的本联合体不重复计。"""
    readings = (roles_counted, consortia_counted, unit_of_count)
    return participations_of(participant, register, day, readings, id_of(consortium))


@fact(each="participant")
def participations_complete(
    participant: Organization,
    register: Register,
    consortium: Consortium | None,
    day: date,
    *,
    roles_counted: RolesCounted,
    consortia_counted: ConsortiaCounted,
    unit_of_count: UnitOfCount,
) -> Whole:
    """该主体的参与情况已全部掌握；掌握不全时为不明，不作“没有”。"""
    if register.complete_on(day) is None:
        return Whole(None, ("register.complete_to",))
    if unit_of_count is UnitOfCount.GROUP and participant.parent is not None:
        return Whole(None, ("register.engagements",))
    readings = (roles_counted, consortia_counted, unit_of_count)
    unmatched = unmatched_of(participant, register, day, readings, id_of(consortium))
    if not unmatched:
        return Whole(True)  # noqa: FBT003 - the truth value itself
    if participant.college is None:
        return Whole(None, ("{}.college",))
    places = (n for n, e in enumerate(register.engagements) if e in unmatched)
    return Whole(None, tuple(f"register.engagements[{n}].college" for n in places))


def id_of(consortium: Consortium | None) -> str | None:
    """Return the id under which a register may know the very consortium asked about."""
    return None if consortium is None else consortium.id


def unmatched_of(
    unit: Organization,
    register: Register,
    day: date,
    readings: tuple[RolesCounted, ConsortiaCounted, UnitOfCount],
    own: str | None,
) -> list[Engagement]:
    """Return the engagements that may be another college's or this one's: nobody says which."""
    roles_counted, consortia_counted, unit_of_count = readings
    return [
        e
        for e in register.of(_person(unit, unit_of_count))
        if e.college != unit.college
        and None in (e.college, unit.college)
        and e.consortium != own
        and _in_role(e, roles_counted)
        and _is_counted(register, e, day, consortia_counted)
    ]


def participations_of(
    unit: Organization,
    register: Register,
    day: date,
    readings: tuple[RolesCounted, ConsortiaCounted, UnitOfCount],
    own: str | None,
) -> Count:
    """Return the consortia a unit takes part in, with one that it is about to join."""
    if unit.kind is OrganizationKind.UNIVERSITY and unit.college is None:
        return Count(None, missing=("{}.college",))
    roles_counted, consortia_counted, unit_of_count = readings
    theirs = [
        e
        for e in register.of(_person(unit, unit_of_count))
        if e.college == unit.college and e.consortium != own and _in_role(e, roles_counted)
    ]
    counted = {e.consortium for e in theirs if _is_counted(register, e, day, consortia_counted)}
    others = {e.consortium for e in theirs} - counted
    return Count(len(counted) + 1, tuple(sorted(counted)), tuple(sorted(others)))


def _person(unit: Organization, unit_of_count: UnitOfCount) -> Identifier:
    return unit.id if unit_of_count is UnitOfCount.REGISTERED_BODY else unit.legal_person


def _name(unit: Organization) -> str:
    return unit.name if unit.college is None else f"{unit.name}（{unit.college}）"


def _enterprise(unit: Organization, test: EnterpriseTest) -> bool | None:
    if test is EnterpriseTest.FUNCTION:
        return unit.kind is OrganizationKind.ENTERPRISE
    form = unit.registered_form
    return None if form is None else form is LegalForm.ENTERPRISE


def _in_role(engagement: Engagement, roles: RolesCounted) -> bool:
    return engagement.role is Role.PARTICIPANT or roles is RolesCounted.ANY_ROLE


def _of_tianjin(engagement: Engagement) -> bool:
    return engagement.jurisdiction is None or engagement.jurisdiction.startswith(PROVINCE)


def _is_counted(
    register: Register, engagement: Engagement, day: date, counted: ConsortiaCounted
) -> bool:
    if not _of_tianjin(engagement):
        if counted is not ConsortiaCounted.OTHER_PROVINCES_TOO:
            return False
        return register.active(engagement, day)
    if engagement.pending:
        return counted is ConsortiaCounted.PENDING_TOO
    if engagement.revoked:
        return counted is ConsortiaCounted.REVOKED_TOO
    return register.active(engagement, day)


ITEMS = (participant, member)

FACTS = (
    units,
    participants_named,
    participants,
    share_units,
    share_total,
    enterprises,
    possible_enterprises,
    is_enterprise,
    is_academic,
    is_service_institution,
    is_abroad,
    counted_by_college,
    college_named,
    participations,
    participations_complete,
)
