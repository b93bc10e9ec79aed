"""Units, what they lead and take part in, and the sort that each counts as, for rows of cases."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.policies.tianjin.conftest import DAY, PARTICIPANTS, made_college, made_unit

from innov_consortium.core.register import Role
from innov_consortium.policies.tianjin.readings import (
    ConsortiaCounted,
    LeadershipCounting,
    RolesCounted,
    UnitOfCount,
)

__all__ = [
    "AFTER",
    "ART",
    "BEFORE",
    "BRANCH",
    "DEFAULTS",
    "ELSEWHERE",
    "ENDED",
    "LASTING",
    "LAW",
    "LEADING",
    "MEMBER",
    "OTHER",
    "PENDING",
    "REVOKED",
    "SORTS",
    "WITHDRAWN",
]

BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
MEMBER, OTHER = PARTICIPANTS[0], made_unit(77)
LAW, ART = made_college(31, "法学院"), made_college(31, "化工学院")
BRANCH = made_unit(8, branch_of=OTHER.id)
DEFAULTS: dict[str, Any] = {
    "unit_of_count": UnitOfCount.LEGAL_PERSON,
    "leadership_counting": LeadershipCounting.CONCURRENT,
    "roles_counted": RolesCounted.PARTICIPANT,
    "consortia_counted": ConsortiaCounted.ACTIVE,
}

LASTING: dict[str, Any] = {}
ENDED: dict[str, Any] = {"ended_on": DAY}
PENDING: dict[str, Any] = {"since": None}
WITHDRAWN: dict[str, Any] = {"since": None, "ended_on": DAY}
REVOKED: dict[str, Any] = {"ended_on": BEFORE, "revoked": True}
ELSEWHERE: dict[str, Any] = {"jurisdiction": "110000"}
LEADING: dict[str, Any] = {"role": Role.LEAD}

#: What an engagement is, and the sort it counts as where a unit takes part or leads.
SORTS: list[tuple[str, dict[str, Any], str | None]] = [
    ("lasting", LASTING, "active"),
    ("since that day", {"since": DAY}, "active"),
    ("ends the next day", {"ended_on": AFTER}, "active"),
    ("by its code of Tianjin", {"jurisdiction": "120000"}, "active"),
    ("to be revoked the next day", {"ended_on": AFTER, "revoked": True}, "revoked"),
    ("pending", PENDING, "pending"),
    ("revoked", REVOKED, "revoked"),
    ("withdrawn", WITHDRAWN, None),
]
