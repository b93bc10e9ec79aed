"""The field, the lead and the special case: arts. 3, 5 item 2 and 7."""

from __future__ import annotations

import enum
from datetime import date

from innov_consortium.core.attestations import Attested, Listing, SpecialCase
from innov_consortium.core.clauses import fact
from innov_consortium.core.consortium import Application
from innov_consortium.core.history import Consortium
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.register import Count, Engagement, Register, Role
from innov_consortium.policies.tianjin.bodies import APPLICANTS, BUREAU, LEADERSHIP, PROVINCE
from innov_consortium.policies.tianjin.readings import LeadershipCounting

__all__ = ["FACTS", "KEY_SUPPORT", "URGENT_NEED", "LeadCategory", "leaderships_of"]

KEY_SUPPORT = "art7.s1a"
URGENT_NEED = "art7.s1b"


class LeadCategory(enum.Enum):
    """What a lead is attested to be. The list of the text ends with 等."""

    RESEARCH_INSTITUTION = "research_institution"
    LEADING_ENTERPRISE = "leading_enterprise"
    CHAIN_MASTER = "chain_master"
    OTHER_STRATEGIC_FORCE = "other_strategic_force"
    OTHER = "other"


@fact(reads="application.field")
def field(application: Application) -> str | None:
    """申请的建设领域。"""
    return application.field


@fact(reads="application.lead.domicile")
def registered_in_tianjin(application: Application) -> bool | None:
    """牵头单位登记在天津。"""
    domicile = application.lead.domicile
    return None if domicile is None else domicile.startswith(PROVINCE)


@fact(attested=bool, reads=("attestations[in_tianjin]", "application.lead.domicile"))
def in_tianjin(attested: Attested, registered_in_tianjin: bool | None) -> bool | None:
    """牵头单位在津；在津登记即足以证明，不在津登记的须认定。"""
    found = attested.holds("in_tianjin")
    if found is not None:
        return found
    return registered_in_tianjin or None


@fact(attested=bool, reads="attestations[operating_normally]")
def operating_normally(attested: Attested) -> bool | None:
    """牵头单位正常运营。"""
    return attested.holds("operating_normally")


@fact
def branch_in_tianjin(application: Application) -> bool:
    """牵头单位提出其在津设有分支机构。"""
    return any(region.startswith(PROVINCE) for region in application.lead.branches_in)


@fact
def rests_on_branch(
    branch_in_tianjin: bool, in_tianjin: bool | None, operating_normally: bool | None
) -> bool:
    """“在津”未经认定，只能以提出的分支机构为据，且未被认定为不正常运营。"""
    return branch_in_tianjin and in_tianjin is None and operating_normally is not False


@fact
def contradicted_by_listing(
    application: Application,
    listings: tuple[Listing, ...],
    operating_normally: bool | None,
    day: date,
) -> bool:
    """已认定正常运营，而提出的材料显示牵头单位当日仍被列入名录、名单。"""
    lead = application.lead.legal_person
    listed = any(
        x.unit == lead and x.first <= day and (x.last is None or day <= x.last) for x in listings
    )
    return listed and operating_normally is True


@fact(attested=LeadCategory, reads="attestations[lead_category]")
def lead_category(attested: Attested) -> str | None:
    """经认定的牵头单位类型。"""
    return attested.value("lead_category")


@fact(attested=bool, reads="attestations[strategic_force]")
def strategic_force(attested: Attested, lead_category: str | None) -> bool | None:
    """经认定为所列三类以外的其他战略科技力量。"""
    if lead_category == LeadCategory.OTHER_STRATEGIC_FORCE.value:
        return True
    return attested.holds("strategic_force")


@fact
def leaderships(
    application: Application,
    register: Register,
    consortium: Consortium | None,
    day: date,
    *,
    leadership_counting: LeadershipCounting,
) -> Count:
    """牵头单位牵头组建的创新联合体数，含本次申请；登记簿中的本联合体不重复计。"""
    own = None if consortium is None else consortium.id
    person = application.lead.legal_person
    return leaderships_of(person, register, day, leadership_counting, own)


@fact(reads="register.complete_to")
def register_complete(register: Register, day: date) -> bool | None:
    """登记簿截至当日完整；不完整时为不明，不作“没有”。"""
    return register.complete_on(day)


@fact
def claims_key_support(special_case: SpecialCase | None) -> bool:
    """提出属于市委、市政府确定重点支持的联合体。"""
    return special_case is not None and special_case.ground == KEY_SUPPORT


@fact
def claims_urgent_need(special_case: SpecialCase | None) -> bool:
    """提出属于天津重点产业发展亟需的联合体。"""
    return special_case is not None and special_case.ground == URGENT_NEED


@fact(reads=("special_case.determined_by", "special_case.determined_on"))
def determined_by_leadership(special_case: SpecialCase | None) -> bool | None:
    """由市委、市政府确定；没有作出确定的即非，由谁或何日未记全的不明。"""
    return _determined_by(special_case, LEADERSHIP)


@fact(reads=("special_case.determined_by", "special_case.determined_on"))
def determined_by_authority(special_case: SpecialCase | None, attested: Attested) -> bool | None:
    """由市委、市政府或市科技局确定，或另经认定；条文未写明由谁确定。"""
    found = _determined_by(special_case, (*LEADERSHIP, *BUREAU))
    said = attested.holds(URGENT_NEED)
    return found if found or said is None else said


@fact
def determined_by_another(
    application: Application | None, special_case: SpecialCase | None
) -> bool:
    """由上述机关以外、也非申请人的单位确定：是否有权确定，由人判断。"""
    by = None if special_case is None else special_case.determined_by
    members = () if application is None else application.members
    own = {name for unit in members for name in unit.called}
    return by is not None and by not in (*LEADERSHIP, *BUREAU, *APPLICANTS) and by not in own


@fact
def election_pending(special_case: SpecialCase | None) -> bool:
    """是否按“一事一议”组织建设尚待决定。"""
    return special_case is not None and special_case.elected is None


@fact(reads="special_case.elected_by")
def elected_by_bureau(special_case: SpecialCase | None) -> bool | None:
    """市科技局决定按“一事一议”组织建设；未记由谁决定的不明。"""
    if special_case is None or not special_case.elected:
        return False
    by = special_case.elected_by
    return None if by is None else by in BUREAU


def leaderships_of(
    unit: Identifier,
    register: Register,
    day: date,
    leadership_counting: LeadershipCounting,
    own: str | None,
) -> Count:
    """Return the consortia a legal person leads, with one that it is about to lead."""
    led = [
        e
        for e in register.of(unit)
        if e.role is Role.LEAD
        and e.consortium != own
        and (e.jurisdiction is None or e.jurisdiction.startswith(PROVINCE))
    ]
    counted = {e.consortium for e in led if _is_counted(register, e, day, leadership_counting)}
    others = {e.consortium for e in led} - counted
    return Count(len(counted) + 1, tuple(sorted(counted)), tuple(sorted(others)))


def _determined_by(special_case: SpecialCase | None, bodies: tuple[str, ...]) -> bool | None:
    if special_case is None:
        return False
    if special_case.determined_by is None and special_case.determined_on is None:
        return False
    if special_case.determined_by is None or special_case.determined_on is None:
        return None
    return special_case.determined_by in bodies


def _is_counted(
    register: Register, engagement: Engagement, day: date, counting: LeadershipCounting
) -> bool:
    if engagement.pending:
        return counting is LeadershipCounting.PENDING_TOO
    if counting is LeadershipCounting.LIFETIME:
        return engagement.since is not None
    return not engagement.revoked and register.active(engagement, day)


FACTS = (
    field,
    registered_in_tianjin,
    in_tianjin,
    operating_normally,
    branch_in_tianjin,
    rests_on_branch,
    contradicted_by_listing,
    lead_category,
    strategic_force,
    leaderships,
    register_complete,
    claims_key_support,
    claims_urgent_need,
    determined_by_leadership,
    determined_by_authority,
    determined_by_another,
    election_pending,
    elected_by_bureau,
)
