"""What the seventeen rules compare, derived from an application and what is known around it."""

from __future__ import annotations

import enum
from datetime import date

from attrs import frozen

from innov_consortium.core.attestations import Attested
from innov_consortium.core.clauses import Evidence, fact, items
from innov_consortium.core.consortium import Application, Governance, Vacancy
from innov_consortium.core.organizations import Organization, OrganizationKind
from innov_consortium.core.register import Register, Role
from innov_consortium.core.sanctions import Bar

__all__ = ["FACTS", "ITEMS", "Barred", "LeadKind"]


class LeadKind(enum.Enum):
    """What a lead is attested to be."""

    RESEARCH_INSTITUTE = "research_institute"
    LEADING_TECH_ENTERPRISE = "leading_tech_enterprise"
    CHAIN_MASTER_ENTERPRISE = "chain_master_enterprise"
    OTHER = "other"


@frozen
class Barred(Evidence):
    """Whether a lead is barred, and by which bars on record."""

    value: bool | None
    bars: tuple[Bar, ...] = ()
    missing: tuple[str, ...] = ()


# --- items ----------------------------------------------------------------------------------------


@items(path="application.participants[{}]".format)
def participant(application: Application) -> tuple[Organization, ...]:
    """参与单位。"""
    return application.participants


@items(path=lambda _: "application.agreement.heads")
def required_head(*, required_heads: tuple[str, ...]) -> tuple[str, ...]:
    """协议应载明的内容。"""
    return required_heads


@items(path=lambda _: "application.lists")
def required_list(*, required_lists: tuple[str, ...]) -> tuple[str, ...]:
    """应形成的清单。"""
    return required_lists


# --- the lead -------------------------------------------------------------------------------------


@fact(attested=LeadKind, reads="attestations[lead_kind]")
def lead_kind(attested: Attested) -> str | None:
    """牵头单位的类型。"""
    return attested.value("lead_kind")


@fact(reads="application.lead.domicile")
def lead_in_region(application: Application, *, region: str) -> bool | None:
    """牵头单位在本地区注册。"""
    domicile = application.lead.domicile
    return None if domicile is None else domicile.startswith(region)


@fact(attested=bool, reads="attestations[lead_operating]")
def lead_operating(attested: Attested) -> bool | None:
    """牵头单位正常运营。"""
    return attested.holds("lead_operating")


@fact(reads="register")
def led(application: Application, register: Register, day: date) -> int | None:
    """牵头的联合体，连同本次。"""
    return _engaged(application.lead, Role.LEAD, register, day)


@fact(reads="register")
def barred(application: Application, register: Register, filed_on: date | None) -> Barred:
    """申请之日，牵头单位在限制期内。"""
    if filed_on is None:
        return Barred(None, missing=("application.filed_on",))
    lead = application.lead.id
    binding = tuple([b for b in register.bars if b.unit == lead and b.binds_on(filed_on)])
    if binding or register.complete_on(filed_on):
        return Barred(bool(binding), binding)
    return Barred(None, missing=("register",))


@fact(reads="application.filed_on")
def filed_on(application: Application) -> date | None:
    """申请之日。"""
    return application.filed_on


# --- the participants -----------------------------------------------------------------------------


@fact
def participants(application: Application) -> int:
    """参与单位总数。"""
    return len(application.participants)


@fact
def enterprises(application: Application) -> int:
    """其中企业数。"""
    kind = OrganizationKind.ENTERPRISE
    return sum([unit.kind is kind for unit in application.participants])


@fact(each="participant", reads="register")
def joined(participant: Organization, register: Register, day: date) -> int | None:
    """该单位参与的联合体，连同本次。"""
    return _engaged(participant, Role.PARTICIPANT, register, day)


@fact(each="participant", reads="application.agreement.signatories")
def signed(participant: Organization, application: Application) -> bool | None:
    """该单位已签署。"""
    agreement = application.agreement
    if agreement is None or agreement.signatories is None:
        return None
    return participant.key in agreement.signatories


def _engaged(unit: Organization, role: Role, register: Register, day: date) -> int | None:
    if register.complete_on(day) is None:
        return None
    return 1 + sum([e.role is role and e.active_on(day) for e in register.of(unit.id)])


# --- how it is run --------------------------------------------------------------------------------


@fact(each="required_head", reads="application.agreement.heads")
def stated(required_head: str, application: Application) -> bool | None:
    """协议已载明。"""
    agreement = application.agreement
    if agreement is None or agreement.heads is None:
        return None
    return required_head in agreement.heads


@fact(reads="application.governance.organs")
def decision_organ_set_up(application: Application) -> bool | None:
    """决策机构已设立。"""
    return _is_set_up(application.governance, "decision")


@fact(reads="application.governance.organs")
def advisory_organ_set_up(application: Application) -> bool | None:
    """咨询机构已设立。"""
    return _is_set_up(application.governance, "advisory")


@fact(reads="application.governance.organs")
def executive_organ_set_up(application: Application) -> bool | None:
    """执行机构已设立。"""
    return _is_set_up(application.governance, "executive")


def _is_set_up(governance: Governance | None, function: str) -> bool | None:
    if governance is None or governance.organs is None:
        return None
    return function in [organ.function for organ in governance.organs]


@fact(reads="application.governance.technologist")
def technologist_named(application: Application) -> bool | None:
    """首席技术专家已到位。"""
    governance = application.governance
    if governance is None or governance.technologist is None:
        return None
    return governance.technologist is not Vacancy.VACANT


@fact(each="required_list", reads="application.lists")
def drawn_up(required_list: str, application: Application) -> bool | None:
    """该清单已形成。"""
    return None if application.lists is None else required_list in application.lists


ITEMS = (participant, required_head, required_list)

FACTS = (
    lead_kind,
    lead_in_region,
    lead_operating,
    led,
    barred,
    filed_on,
    participants,
    enterprises,
    joined,
    signed,
    stated,
    decision_organ_set_up,
    advisory_organ_set_up,
    executive_organ_set_up,
    technologist_named,
    drawn_up,
)
