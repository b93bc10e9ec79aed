"""What the lead is, and in which field it leads."""

from __future__ import annotations

import enum

from innov_consortium.core.attestations import Attested
from innov_consortium.core.clauses import fact

__all__ = ["FACTS", "LeadKind"]


class LeadKind(enum.Enum):
    """What a lead is attested to be."""

    LEADING_ENTERPRISE = "leading_enterprise"
    NEW_RD_INSTITUTION = "new_rd_institution"
    TOP_HOSPITAL = "top_hospital"
    OTHER = "other"


@fact(attested=LeadKind, reads="attestations[lead_kind]")
def lead_kind(attested: Attested) -> str | None:
    """经认定的牵头单位类型。"""
    return attested.value("lead_kind")


@fact(attested=bool, reads="attestations[life_health]")
def life_health(attested: Attested) -> bool | None:
    """经认定，所申请的领域属于生命健康领域；申请自己写明的不算。"""
    return attested.holds("life_health")


FACTS = (lead_kind, life_health)
