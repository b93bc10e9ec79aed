"""What the application and its agreement say: art. 5 items 1, 4, 5 and 6."""

from __future__ import annotations

import enum
from datetime import date

from innov_consortium.core.attestations import Attested
from innov_consortium.core.clauses import fact, items
from innov_consortium.core.consortium import Application, Organ, Person, Vacancy
from innov_consortium.core.organizations import Organization

__all__ = ["FACTS", "ITEMS", "Qualification"]


class Qualification(enum.Enum):
    """What a chief technologist is attested to be."""

    STRATEGIC_SCIENTIST = "strategic_scientist"
    LEADING_TALENT = "leading_talent"
    OTHER = "other"


@items(path=lambda _: "application.lists")
def required_list(*, required_lists: tuple[str, ...]) -> tuple[str, ...]:
    """应形成的清单。"""
    return required_lists


@items(path=lambda _: "application.governance.organs")
def organ_function(*, organ_functions: tuple[str, ...]) -> tuple[str, ...]:
    """应设立的组织机构的职能。"""
    return organ_functions


@fact(each="required_list", reads="application.lists")
def list_formed(required_list: str, application: Application) -> bool | None:
    """已形成该项清单。"""
    return None if application.lists is None else required_list in application.lists


@fact(reads="application.cooperation")
def areas_of_cooperation(application: Application) -> int | None:
    """已有合作基础的方面数。"""
    return None if application.cooperation is None else len(application.cooperation)


@fact(reads="application.cooperation")
def areas_lacking(application: Application, *, cooperation_areas: tuple[str, ...]) -> int | None:
    """条文所列五个方面中尚无合作基础的方面数。"""
    if application.cooperation is None:
        return None
    return len(set(cooperation_areas) - application.cooperation)


@fact(each="member", reads="application.agreement.signatories")
def signed(member: Organization, application: Application) -> bool | None:
    """该成员单位已签署组建协议。"""
    agreement = application.agreement
    if agreement is None or agreement.signatories is None:
        return None
    return member.key in agreement.signatories


@fact(reads="application.agreement.signed_on")
def signed_on(application: Application) -> date | None:
    """组建协议签署日。"""
    return None if application.agreement is None else application.agreement.signed_on


@fact
def application_day(application: Application, day: date) -> date:
    """申请日；尚未提出申请的为所问之日。"""
    return day if application.filed_on is None else application.filed_on


@fact(each="member", reads="application.intending")
def intends(member: Organization, application: Application, signed: bool | None) -> bool | None:
    """该成员单位已达成联合意愿；没有单独声明的，以已签署的协议为证。"""
    if application.intending is not None:
        return member.key in application.intending
    return signed or None


@fact(reads="application.agreement.heads")
def agrees_goals(application: Application) -> bool | None:
    """组建协议写明建设目标。"""
    return _agrees(application, "goals")


@fact(reads="application.agreement.heads")
def agrees_tasks(application: Application) -> bool | None:
    """组建协议写明任务分工。"""
    return _agrees(application, "tasks")


@fact(reads="application.agreement.heads")
def agrees_organisation(application: Application) -> bool | None:
    """组建协议写明组织机构。"""
    return _agrees(application, "organisation")


@fact(reads="application.agreement.heads")
def agrees_functions(application: Application) -> bool | None:
    """组建协议写明主要职责。"""
    return _agrees(application, "functions")


@fact(reads="application.agreement.heads")
def agrees_rights_and_obligations(application: Application) -> bool | None:
    """组建协议写明各成员单位的责任、权利与义务。"""
    return _agrees(application, "rights_and_obligations")


@fact(reads="application.agreement.heads")
def agrees_ip_ownership(application: Application) -> bool | None:
    """组建协议写明科技成果和知识产权归属。"""
    return _agrees(application, "ip_ownership")


@fact(reads="application.agreement.heads")
def agrees_licensing_and_income_distribution(application: Application) -> bool | None:
    """组建协议写明许可使用和转化收益分配办法；分两项写明的亦同（B18）。"""
    together = _agrees(application, "licensing_and_income_distribution")
    if together is False:
        apart = (_agrees(application, head) for head in ("licensing", "income_distribution"))
        return all(apart)
    return together


@fact(reads="application.agreement.heads")
def agrees_breach_liability(application: Application) -> bool | None:
    """组建协议写明违约责任追究方式。"""
    return _agrees(application, "breach_liability")


@fact(each="organ_function", reads="application.governance.organs")
def organ_provided(organ_function: str, application: Application) -> bool | None:
    """该项职能已有组织机构。"""
    organs = _organs(application)
    return None if organs is None else any(o.function == organ_function for o in organs)


@fact(each="organ_function", reads="application.governance.organs")
def organ_shared(organ_function: str, application: Application) -> bool | None:
    """承担该项职能的机构还承担另一项职能；机构没有名称的不明。"""
    organs = _organs(application)
    own = {o.body for o in organs or () if o.function == organ_function}
    others = {o.body for o in organs or () if o.function != organ_function}
    if (own & others) - {None}:
        return True
    return None if organs is None or (own and others and None in own | others) else False


@fact(reads="application.governance.principal")
def principal_named(application: Application) -> bool | None:
    """牵头单位主要负责人已到位。"""
    return _filled(_post(application, "principal"))


@fact(reads="application.governance.technologist")
def technologist_named(application: Application) -> bool | None:
    """技术总师已到位。"""
    return _filled(_post(application, "technologist"))


@fact
def one_person_in_both(application: Application) -> bool | None:
    """主要负责人和技术总师由一人兼任。"""
    principal = _post(application, "principal")
    technologist = _post(application, "technologist")
    if Vacancy.VACANT in (principal, technologist):
        return False
    if not isinstance(principal, Person) or not isinstance(technologist, Person):
        return None
    if principal.id is not None and technologist.id is not None:
        return principal.id == technologist.id
    return principal.name == technologist.name


@fact(attested=Qualification, reads="attestations[qualification]")
def qualification(attested: Attested) -> str | None:
    """经认定的技术总师资格。"""
    return attested.value("qualification")


def _agrees(application: Application, head: str) -> bool | None:
    agreement = application.agreement
    if agreement is None or agreement.heads is None:
        return None
    return head in agreement.heads


def _organs(application: Application) -> tuple[Organ, ...] | None:
    return None if application.governance is None else application.governance.organs


def _post(application: Application, name: str) -> Person | Vacancy | None:
    governance = application.governance
    if governance is None:
        return None
    return governance.principal if name == "principal" else governance.technologist


def _filled(post: Person | Vacancy | None) -> bool | None:
    return None if post is None else post is not Vacancy.VACANT


ITEMS = (required_list, organ_function)

FACTS = (
    list_formed,
    areas_of_cooperation,
    areas_lacking,
    signed,
    signed_on,
    application_day,
    intends,
    agrees_goals,
    agrees_tasks,
    agrees_organisation,
    agrees_functions,
    agrees_rights_and_obligations,
    agrees_ip_ownership,
    agrees_licensing_and_income_distribution,
    agrees_breach_liability,
    organ_provided,
    organ_shared,
    principal_named,
    technologist_named,
    one_person_in_both,
    qualification,
)
