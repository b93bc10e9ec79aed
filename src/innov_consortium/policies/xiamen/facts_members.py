"""How many members there are, of which sorts: the least and the most the passages may mean."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from innov_consortium.core.clauses import fact, items
from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import Organization, OrganizationKind
from innov_consortium.policies.xiamen.readings import LeadCounts, NewInstitutions

__all__ = ["FACTS", "ITEMS"]

_ENTERPRISES = (OrganizationKind.ENTERPRISE,)
_INSTITUTIONS = (
    OrganizationKind.UNIVERSITY,
    OrganizationKind.RESEARCH_INSTITUTION,
    OrganizationKind.HOSPITAL,
)
_NEW = OrganizationKind.NEW_RD_INSTITUTION


@frozen
class Counted:
    """The members that certainly count, and those that may."""

    certain: tuple[Organization, ...]
    possible: tuple[Organization, ...]


@items(path=lambda n: f"application.participants[{n - 1}]" if n else "application.lead")
def member(application: Application) -> tuple[Organization, ...]:
    """成员单位，含牵头单位。"""
    return application.members


@fact
def counted(application: Application, *, lead_counts: LeadCounts) -> Counted:
    """计数的单位：牵头单位是否在内见 X11；不在内的，其分支机构也不一定算。"""
    lead, others = application.lead, application.participants
    apart = tuple(unit for unit in others if unit.legal_person != lead.legal_person)
    return Counted(
        application.members if lead_counts is LeadCounts.INCLUDED else apart,
        others if lead_counts is LeadCounts.EXCLUDED else application.members,
    )


@fact
def members_least(counted: Counted) -> int:
    """成员至少有几家：同一法人只算一家。"""
    return _persons(counted.certain)


@fact
def members_most(counted: Counted) -> int:
    """成员至多有几家：学院、分支机构各算一家。"""
    return len(counted.possible)


@fact
def enterprises_least(counted: Counted) -> int:
    """其中企业至少有几家。"""
    return _persons(_of(counted.certain, _ENTERPRISES))


@fact
def enterprises_most(counted: Counted) -> int:
    """其中企业至多有几家。"""
    return len(_of(counted.possible, _ENTERPRISES))


@fact
def institutions_least(counted: Counted, *, new_institutions: NewInstitutions) -> int:
    """其中高校、科研机构、医疗机构至少有几家；新型研发机构是否在内见 X12。"""
    new = (_NEW,) if new_institutions is NewInstitutions.COUNTED else ()
    return _persons(_of(counted.certain, (*_INSTITUTIONS, *new)))


@fact
def institutions_most(counted: Counted, *, new_institutions: NewInstitutions) -> int:
    """其中高校、科研机构、医疗机构至多有几家。"""
    new = () if new_institutions is NewInstitutions.NOT_COUNTED else (_NEW,)
    return len(_of(counted.possible, (*_INSTITUTIONS, *new)))


def _of(
    units: Iterable[Organization], kinds: tuple[OrganizationKind, ...]
) -> tuple[Organization, ...]:
    return tuple(unit for unit in units if unit.kind in kinds)


def _persons(units: Iterable[Organization]) -> int:
    return len({unit.legal_person for unit in units})


ITEMS = (member,)

FACTS = (
    counted,
    members_least,
    members_most,
    enterprises_least,
    enterprises_most,
    institutions_least,
    institutions_most,
)
