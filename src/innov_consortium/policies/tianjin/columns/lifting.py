"""由两张表的各行，回到一件申请：同一行可以逐条报告，也可以与整批的判断对照。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
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
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.policies.tianjin.bodies import BUREAU, LEADERSHIP
from innov_consortium.policies.tianjin.readings import (
    ConsortiaCounted,
    EnterpriseTest,
    LeadershipCounting,
    RolesCounted,
    UnitOfCount,
)

__all__ = ["MORE", "case_of"]

_UNNAMED = "ROW"
_CODE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}")
_REGION = re.compile(r"[0-9]{6}")
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
_ELSEWHERE = "110000"
#: Columns that may be left out, but of which a case cannot say that they are unknown.
_SAID = ("lead_branch_in_tianjin", "lead_listed", "special_ground")
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
    faults = list(_unsayable(row, members, settings))
    if faults:
        raise InvalidInputError(faults)
    lead = _lead(row)
    units = tuple(_unit(one, f"{n}") for n, one in enumerate(members))
    application = Application(lead=lead, participants=units, filed_on=row.get("filed_on"))
    if _counts_twice(lead, units, [row, *members]):
        zh, en = (
            "同一法人有几行，各有数目",
            "one legal person has several rows, with counts of each",
        )
        raise InvalidInputError([Fault(FaultKind.INCONSISTENT, "members", zh, en)])
    case = Case(
        application=application,
        register=register or _register(row, members, application, day, settings["unit_of_count"]),
        special_case=_special_case(row),
        listings=_listings(row, lead, day),
    )
    own = register is None
    unsaid: dict[str, Any] = {}
    if own and _leads_unknown(row, settings):
        unsaid["leaderships"] = None
    if row.get("lead_intending") is not None:
        unsaid["lead_intends"] = row["lead_intending"]
    return Lifted(
        case,
        unsaid,
        tuple(_unsaid(one, settings, counted=own) for one in members),
    )


def _unsayable(row: Row, members: Sequence[Row], settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what a case has to say, and of which these rows say that it is not known."""
    zh, en = "不明的，写不成一件申请", "is not known, and a case has to say it"
    for n, one in enumerate(members):
        if one.get("kind") is None:
            yield Fault(FaultKind.INVALID_VALUE, f"members[{n}].kind", zh, en)
    needed = [name for name in _SAID if name in row]
    if settings["enterprise_test"] is EnterpriseTest.FUNCTION:
        needed.append("lead_kind")
    for name in needed:
        if row.get(name) is None:
            yield Fault(FaultKind.INVALID_VALUE, f"applications.{name}", zh, en)


def _identifier(text: str | None, unnamed: str) -> Identifier:
    if text is None:
        return Identifier(_UNNAMED, unnamed)
    scheme, colon, value = text.partition(":")
    if colon:
        return Identifier(scheme, value)
    return Identifier.uscc(text) if _CODE.fullmatch(text) else Identifier(_UNNAMED, text)


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
    domicile = row.get("lead_domicile")
    known = domicile if domicile is not None and _REGION.fullmatch(domicile) else None
    return _unit(own, "lead", domicile=known, branches_in=branches)


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
        for n in range(max(row.get(f"{prefix}_{sort}") or 0, 0))
    ]


def _leads_unknown(row: Row, settings: Mapping[str, Any]) -> bool:
    needed = {
        LeadershipCounting.CONCURRENT: ("active",),
        LeadershipCounting.PENDING_TOO: ("active", "pending"),
        LeadershipCounting.LIFETIME: ("active", "ended", "revoked"),
    }[settings["leadership_counting"]]
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
    if counted and any(_uncounted(row.get(name)) for name in names):
        unsaid["participations"] = None
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
