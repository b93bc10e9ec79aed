"""How the consortium is run: its agreement, its bodies, its rules."""

from __future__ import annotations

from innov_consortium.core.attestations import Attested
from innov_consortium.core.clauses import fact
from innov_consortium.core.consortium import Application, Vacancy
from innov_consortium.core.organizations import Organization

__all__ = ["FACTS"]


@fact(each="member")
def leading(member: Organization, application: Application) -> bool:
    """该单位是牵头单位。"""
    return member.key == application.lead.key


@fact(each="member", reads="application.agreement.signatories")
def signed(member: Organization, application: Application) -> bool | None:
    """该单位已签订法律协议。"""
    agreement = application.agreement
    if agreement is None or agreement.signatories is None:
        return None
    return member.key in agreement.signatories


@fact(reads="application.governance.organs")
def decision_body(application: Application) -> bool | None:
    """已设立决策机构。"""
    governance = application.governance
    if governance is None or governance.organs is None:
        return None
    return any(organ.function == "decision" for organ in governance.organs)


@fact(reads="application.governance.technologist")
def chief_named(application: Application) -> bool | None:
    """首席科学家已到位。"""
    governance = application.governance
    if governance is None or governance.technologist is None:
        return None
    return governance.technologist is not Vacancy.VACANT


@fact(attested=bool, reads=("attestations[chief_decides]", "application.agreement.heads"))
def chief_decides(attested: Attested, application: Application) -> bool | None:
    """首席科学家有技术决定权：经认定，或者协议载明；协议没有载明的不明。"""
    said = attested.holds("chief_decides")
    return said if said is not None else _agreed(application, "technical_decision")


@fact(attested=bool, reads=("attestations[funds_rules]", "application.agreement.heads"))
def funds_rules(attested: Attested, application: Application) -> bool | None:
    """有经费管理制度：经认定，或者协议载明；协议没有载明的不明。"""
    said = attested.holds("funds_rules")
    return said if said is not None else _agreed(application, "funds_management")


def _agreed(application: Application, head: str) -> bool | None:
    agreement = application.agreement
    if agreement is None or agreement.heads is None:
        return None
    return head in agreement.heads or None


FACTS = (leading, signed, decision_body, chief_named, chief_decides, funds_rules)
