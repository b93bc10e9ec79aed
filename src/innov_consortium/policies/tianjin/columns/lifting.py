"""由两张表的各行，回到一件申请：同一行可以逐条报告，也可以与整批的判断对照。"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from innov_consortium.core.attestations import Listing, SpecialCase
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import Identifier, Organization
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.core.tables import Lifted, Row
from innov_consortium.errors import InvalidInputError
from innov_consortium.policies.tianjin.bodies import BUREAU, LEADERSHIP
from innov_consortium.policies.tianjin.columns.organizations import application_of, person_of
from innov_consortium.policies.tianjin.columns.unsayable import counted_twice, unsayable
from innov_consortium.policies.tianjin.readings import (
    ConsortiaCounted,
    LeadershipCounting,
    RolesCounted,
    UnitOfCount,
)

__all__ = ["LEADERSHIPS", "MORE", "case_of"]

_BODIES: Mapping[str, str | None] = MappingProxyType(
    {
        "leadership": LEADERSHIP[0],
        "bureau": BUREAU[0],
        "applicant": "申请人",
        "another": "其他单位",
        "none": None,
    }
)
#: What counts beside the active ones, under each reading.
MORE: Mapping[ConsortiaCounted, str] = MappingProxyType(
    {
        ConsortiaCounted.PENDING_TOO: "pending",
        ConsortiaCounted.REVOKED_TOO: "revoked",
        ConsortiaCounted.OTHER_PROVINCES_TOO: "elsewhere",
    }
)
#: Which of those a lead has led count, under each reading.
LEADERSHIPS: Mapping[LeadershipCounting, tuple[str, ...]] = MappingProxyType(
    {
        LeadershipCounting.CONCURRENT: ("active",),
        LeadershipCounting.PENDING_TOO: ("active", "pending"),
        LeadershipCounting.LIFETIME: ("active", "ended", "revoked"),
    }
)
_ELSEWHERE = "110000"
_COUNTS = ("active", "pending", "ended", "revoked", "elsewhere")


def case_of(
    row: Row,
    members: Sequence[Row],
    day: date,
    settings: Mapping[str, Any],
    register: Register | None = None,
) -> Lifted:
    """Return the case that rows tell of.

    Args:
        row: The application's own row.
        members: The rows of its members.
        day: The day asked about.
        settings: The numbers and readings it is asked under.
        register: What is known across consortia, if no columns tell of it.

    Raises:
        InvalidInputError: No application could say what the rows say; the faults tell why.
    """
    counted = register is None
    faults = list(unsayable(row, members, settings, counted=counted))
    try:
        application = application_of(row, members)
    except InvalidInputError as error:
        raise InvalidInputError([*faults, *error.faults]) from None
    if counted:
        faults += counted_twice(row, members, application, settings)
    if faults:
        raise InvalidInputError(faults)
    case = Case(
        application=application,
        register=register or _register(row, members, application, day, settings["unit_of_count"]),
        special_case=_special_case(row),
        listings=_listings(row, application.lead, day),
    )
    unsaid: dict[str, Any] = {}
    named = row.get("lead_unit") is not None or row.get("lead_branch_of") is not None
    if _leads_unknown(row, settings) if counted else not named:
        unsaid["leaderships"] = None
    if row.get("lead_intending") is not None:
        unsaid["lead_intends"] = row["lead_intending"]
    return Lifted(
        case,
        unsaid,
        tuple(_unsaid(one, settings, counted=counted) for one in members),
    )


def _register(
    row: Row, members: Sequence[Row], application: Application, day: date, unit_of: UnitOfCount
) -> Register:
    lead = application.lead
    found = _engagements("leads", row, lead, lead.legal_person, day)
    for one, unit in zip(members, application.participants, strict=True):
        person = person_of(unit, unit_of)
        for prefix in ("joined", "led"):
            found += _engagements(prefix, one, unit, person, day)
    complete = day if row.get("register_complete") else None
    return Register(tuple(found), complete)


def _engagements(
    prefix: str, row: Row, unit: Organization, person: Identifier, day: date
) -> list[Engagement]:
    """Return as many engagements as a row counts, of every sort."""
    before, over = (date.fromordinal(max(day.toordinal() - days, 1)) for days in (2, 1))
    sorts: dict[str, dict[str, Any]] = {
        "active": {"since": day},
        "pending": {},
        "ended": {"since": before, "ended_on": over},
        "revoked": {"since": before, "ended_on": over, "revoked": True},
        "elsewhere": {"since": day, "jurisdiction": _ELSEWHERE},
    }
    role = Role.PARTICIPANT if prefix == "joined" else Role.LEAD
    return [
        Engagement(
            consortium=f"{person}-{prefix}-{sort}-{n}",
            unit=person,
            role=role,
            college=unit.college,
            **sorts[sort],
        )
        for sort in _COUNTS
        for n in range(row.get(f"{prefix}_{sort}") or 0)
    ]


def _leads_unknown(row: Row, settings: Mapping[str, Any]) -> bool:
    needed = LEADERSHIPS[settings["leadership_counting"]]
    return any(_uncounted(row.get(f"leads_{sort}")) for sort in needed)


def _uncounted(count: int | None) -> bool:
    return count is None or count < 0


def _unsaid(row: Row, settings: Mapping[str, Any], *, counted: bool) -> Mapping[str, Any]:
    """Return the facts of a member that no case can say: counts that are unknown, for one."""
    any_role = settings["roles_counted"] is RolesCounted.ANY_ROLE
    prefixes = ("joined", "led") if any_role else ("joined",)
    sorts = ("active", *filter(None, [MORE.get(settings["consortia_counted"])]))
    names = [f"{prefix}_{sort}" for prefix in prefixes for sort in sorts]
    unsaid: dict[str, Any] = {}
    body = settings["unit_of_count"] is UnitOfCount.REGISTERED_BODY
    named = row.get("unit") is not None or (not body and row.get("branch_of") is not None)
    if any(_uncounted(row.get(name)) for name in names) if counted else not named:
        unsaid["participations"] = None
    if not counted and not named:  # a register tells nothing of whoever is not named
        unsaid["participations_complete"] = None
    if row.get("intending") is not None:
        unsaid["intends"] = row["intending"]
    return unsaid


def _special_case(row: Row) -> SpecialCase | None:
    ground = row.get("special_ground")
    if ground in (None, "none"):
        return None
    by_bureau = row.get("special_elected_by_bureau")
    by = row.get("special_determined_by")
    return SpecialCase(
        ground=ground,
        determined_by=None if by is None else _BODIES[by],
        determined_on=None if by == "none" else row.get("special_determined_on"),
        elected=row.get("special_elected"),
        elected_by=None if by_bureau is None else (BUREAU[0] if by_bureau else "其他单位"),
    )


def _listings(row: Row, lead: Organization, day: date) -> tuple[Listing, ...]:
    if not row.get("lead_listed"):
        return ()
    return (Listing(unit=lead.legal_person, name="经营异常名录", first=day),)
