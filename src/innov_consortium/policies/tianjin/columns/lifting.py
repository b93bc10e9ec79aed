"""由两张表的各行，回到一件申请：同一行可以逐条报告，也可以与整批的判断对照。"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from innov_consortium.core.attestations import Listing, SpecialCase
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import (
    Identifier,
    LegalForm,
    Organization,
    OrganizationKind,
)
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.core.tables import Lifted, Row
from innov_consortium.errors import InvalidInputError
from innov_consortium.policies.tianjin.bodies import BUREAU, LEADERSHIP
from innov_consortium.policies.tianjin.readings import (
    ConsortiaCounted,
    EnterpriseTest,
    LeadershipCounting,
    RolesCounted,
    UnitOfCount,
)

__all__ = ["case_of"]

_UNNAMED = "ROW"
_BODIES = {
    "leadership": LEADERSHIP[0],
    "bureau": BUREAU[0],
    "applicant": "申请人",
    "another": "其他单位",
}
_MORE = {
    ConsortiaCounted.PENDING_TOO: "pending",
    ConsortiaCounted.REVOKED_TOO: "revoked",
    ConsortiaCounted.OTHER_PROVINCES_TOO: "elsewhere",
}
_ELSEWHERE = "110000"
_COUNTS = ("active", "pending", "ended", "revoked", "elsewhere")


def case_of(
    row: Row, members: Sequence[Row], day: date, settings: Mapping[str, Any]
) -> Lifted | None:
    """Return the case that rows tell of; ``None`` where no application could say what they say.

    Args:
        row: The application's own row.
        members: The rows of its members.
        day: The day asked about.
        settings: The numbers and readings it is asked under.
    """
    if any(one.get("kind") is None for one in members):
        return None
    if row.get("lead_kind") is None and settings["enterprise_test"] is EnterpriseTest.FUNCTION:
        return None
    try:
        lead = _lead(row)
        units = tuple(_unit(one, f"{n}") for n, one in enumerate(members))
        application = Application(lead=lead, participants=units, filed_on=row.get("filed_on"))
    except (InvalidInputError, ValueError):  # a word that is none of those listed is unknown
        return None
    if _counts_twice(lead, units, [row, *members]):
        return None
    case = Case(
        application=application,
        register=_register(row, members, application, day, settings["unit_of_count"]),
        special_case=_special_case(row),
        listings=_listings(row, lead, day),
    )
    unsaid: dict[str, Any] = {"leaderships": None} if _leads_unknown(row, settings) else {}
    if row.get("lead_intending") is not None:
        unsaid["lead_intends"] = row["lead_intending"]
    return Lifted(
        case,
        unsaid,
        tuple(_unsaid(one, settings) for one in members),
    )


def _identifier(text: str | None, unnamed: str) -> Identifier:
    if text is None:
        return Identifier(_UNNAMED, unnamed)
    scheme, colon, value = text.partition(":")
    return Identifier(scheme, value) if colon else Identifier.uscc(text)


def _optional(text: str | None) -> Identifier | None:
    return None if text is None else _identifier(text, "")


def _unit(row: Row, unnamed: str, **more: Any) -> Organization:
    form = row.get("legal_form")
    return Organization(
        name=f"第{unnamed}行",
        id=_identifier(row.get("unit"), unnamed),
        kind=OrganizationKind(row.get("kind") or "other"),
        legal_form=None if form is None else LegalForm(form),
        college=row.get("college"),
        abroad=row.get("abroad"),
        branch_of=_optional(row.get("branch_of")),
        parent=_optional(row.get("parent")),
        **more,
    )


def _lead(row: Row) -> Organization:
    own = {n.removeprefix("lead_"): v for n, v in row.items() if n.startswith("lead_")}
    branches = ("120100",) if row.get("lead_branch_in_tianjin") else ()
    return _unit(own, "lead", domicile=row.get("lead_domicile"), branches_in=branches)


def _counts_twice(lead: Organization, units: Sequence[Organization], rows: Sequence[Row]) -> bool:
    """Return whether one legal person has several rows, each with counts of its own."""
    persons = [unit.legal_person for unit in (lead, *units)]
    counted = any(
        value and name.startswith(("joined_", "led_", "leads_"))
        for row in rows
        for name, value in row.items()
    )
    return counted and len(set(persons)) < len(persons)


def _register(
    row: Row, members: Sequence[Row], application: Application, day: date, unit_of: UnitOfCount
) -> Register:
    lead = application.lead
    found = _engagements("leads", row, lead, lead.legal_person, day)
    for one, unit in zip(members, application.participants, strict=True):
        person = unit.id if unit_of is UnitOfCount.REGISTERED_BODY else unit.legal_person
        for prefix in ("joined", "led"):
            found += _engagements(prefix, one, unit, person, day)
    complete = day if row.get("register_complete") else None
    return Register(tuple(found), complete)


def _engagements(
    prefix: str, row: Row, unit: Organization, person: Identifier, day: date
) -> list[Engagement]:
    """Return as many engagements as a row counts, of every sort."""
    before = day - timedelta(days=2)
    over = day - timedelta(days=1)
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
    needed = {
        LeadershipCounting.CONCURRENT: ("active",),
        LeadershipCounting.PENDING_TOO: ("active", "pending"),
        LeadershipCounting.LIFETIME: ("active", "ended", "revoked"),
    }[settings["leadership_counting"]]
    return any(row.get(f"leads_{sort}") is None for sort in needed)


def _unsaid(row: Row, settings: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the facts of a member that no case can say: counts that are unknown, for one."""
    any_role = settings["roles_counted"] is RolesCounted.ANY_ROLE
    prefixes = ("joined", "led") if any_role else ("joined",)
    sorts = ("active", *filter(None, [_MORE.get(settings["consortia_counted"])]))
    names = [f"{prefix}_{sort}" for prefix in prefixes for sort in sorts]
    unsaid: dict[str, Any] = {}
    if any(row.get(name) is None for name in names):
        unsaid["participations"] = None
    if row.get("intending") is not None:
        unsaid["intends"] = row["intending"]
    return unsaid


def _special_case(row: Row) -> SpecialCase | None:
    ground = row.get("special_ground")
    if ground is None:
        return None
    by_bureau = row.get("special_elected_by_bureau")
    by = row.get("special_determined_by")
    return SpecialCase(
        ground=ground,
        determined_by=None if by is None else _BODIES[by],
        determined_on=row.get("special_determined_on"),
        elected=row.get("special_elected"),
        elected_by=None if by_bureau is None else (BUREAU[0] if by_bureau else "其他单位"),
    )


def _listings(row: Row, lead: Organization, day: date) -> tuple[Listing, ...]:
    if not row.get("lead_listed"):
        return ()
    return (Listing(unit=lead.legal_person, name="经营异常名录", first=day),)
