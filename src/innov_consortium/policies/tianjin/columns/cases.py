"""一件申请与它在两张表中的各行，相互转换。"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from innov_consortium.core.attestations import Listing
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import Organization
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.policies.tianjin.bodies import APPLICANTS, BUREAU, LEADERSHIP, PROVINCE
from innov_consortium.policies.tianjin.columns.lifting import LEADERSHIPS, MORE
from innov_consortium.policies.tianjin.facts_composition import participations_complete
from innov_consortium.policies.tianjin.readings import RolesCounted, UnitOfCount

__all__ = ["rows_of"]


def rows_of(
    case: Case, day: date, settings: Mapping[str, Any]
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return what stands in the tables for a case, as far as the policy derives facts from it.

    Args:
        case: The case, as known on the day.
        day: The day asked about.
        settings: The numbers and readings it is asked under.
    """
    application, lead = case.application, case.application.lead
    own = {
        "filed_on": application.filed_on,
        "field": application.field,
        **{f"lead_{name}": value for name, value in _unit(lead).items()},
        "lead_domicile": lead.domicile,
        "lead_branch_in_tianjin": any(code.startswith(PROVINCE) for code in lead.branches_in),
        "lead_listed": _listed(lead, case.listings, day),
        "lead_signed": _signed(lead, application),
        "lead_intending": _intending(lead, application),
        "register_complete": case.register.complete_on(day),
        **_leads(lead, case.register, day, settings),
        **_special(case),
    }
    members = [
        {
            **_unit(unit),
            "abroad": unit.abroad,
            "signed": _signed(unit, application),
            "intending": _intending(unit, application),
            **_joined(unit, case.register, day, settings),
            "participations_complete": participations_complete(
                unit, case.register, None, day, **{n: settings[n] for n in _COUNTED_BY}
            ).value,
        }
        for unit in application.participants
    ]
    return own, members


_COUNTED_BY = participations_complete.settings


def _unit(unit: Organization) -> dict[str, Any]:
    form = unit.legal_form
    return {
        "unit": str(unit.id),
        "branch_of": None if unit.branch_of is None else str(unit.branch_of),
        "parent": None if unit.parent is None else str(unit.parent),
        "college": unit.college,
        "kind": unit.kind.value,
        "legal_form": None if form is None else form.value,
    }


def _signed(unit: Organization, application: Application) -> bool | None:
    agreement = application.agreement
    if agreement is None or agreement.signatories is None:
        return None
    return unit.key in agreement.signatories


def _intending(unit: Organization, application: Application) -> bool | None:
    return None if application.intending is None else unit.key in application.intending


def _listed(lead: Organization, listings: Iterable[Listing], day: date) -> bool:
    return any(
        x.unit == lead.legal_person and x.first <= day and (x.last is None or day <= x.last)
        for x in listings
    )


def _of_tianjin(one: Engagement) -> bool:
    return one.jurisdiction is None or one.jurisdiction.startswith(PROVINCE)


def _leads(
    lead: Organization, register: Register, day: date, settings: Mapping[str, Any]
) -> Mapping[str, int]:
    led = [e for e in register.of(lead.legal_person) if e.role is Role.LEAD and _of_tianjin(e)]
    begun = [e for e in led if e.since is not None]
    active = [e for e in begun if not e.revoked and register.active(e, day)]
    sorts = {
        "active": active,
        "pending": [e for e in led if e.pending],
        "ended": [e for e in begun if not e.revoked and e not in active],
        "revoked": [e for e in begun if e.revoked],
    }
    counting = LEADERSHIPS[settings["leadership_counting"]]
    first = sorted(sorts, key=lambda sort: sort not in counting)
    return {f"leads_{sort}": n for sort, n in _apart({n: sorts[n] for n in first}).items()}


def _joined(
    unit: Organization, register: Register, day: date, settings: Mapping[str, Any]
) -> Mapping[str, int]:
    body = settings["unit_of_count"] is UnitOfCount.REGISTERED_BODY
    person = unit.id if body else unit.legal_person
    sorts: dict[str, list[Engagement]] = {}
    for name, role in (("joined", Role.PARTICIPANT), ("led", Role.LEAD)):
        theirs = [e for e in register.of(person) if e.role is role and e.college == unit.college]
        here = [e for e in theirs if _of_tianjin(e)]
        sorts[f"{name}_active"] = [e for e in here if not e.revoked and register.active(e, day)]
        sorts[f"{name}_pending"] = [e for e in here if e.pending]
        sorts[f"{name}_revoked"] = [e for e in here if e.revoked and not e.pending]
        sorts[f"{name}_elsewhere"] = [
            e for e in theirs if not _of_tianjin(e) and register.active(e, day)
        ]
    return _apart({name: sorts[name] for name in sorted(sorts, key=_counting_first(settings))})


def _counting_first(settings: Mapping[str, Any]) -> Callable[[str], bool]:
    """Return an order in which what counts under the readings comes first."""
    roles = ("joined", "led") if settings["roles_counted"] is RolesCounted.ANY_ROLE else ("joined",)
    more = MORE.get(settings["consortia_counted"])
    counting = {f"{role}_{sort}" for role in roles for sort in ("active", more)}
    return lambda name: name not in counting


def _apart(sorts: Mapping[str, Iterable[Engagement]]) -> dict[str, int]:
    """Return how many consortia are of each sort; one that is of several counts in the first."""
    seen: set[str] = set()
    found = {}
    for name, engagements in sorts.items():
        own = {one.consortium for one in engagements} - seen
        seen |= own
        found[name] = len(own)
    return found


def _special(case: Case) -> dict[str, Any]:
    special = case.special_case
    if special is None:
        return {"special_ground": "none"}
    return {
        "special_ground": special.ground,
        "special_determined_by": (
            "none"
            if special.determined_by is None and special.determined_on is None
            else _body(special.determined_by, case.application)
        ),
        "special_determined_on": special.determined_on,
        "special_elected": special.elected,
        "special_elected_by_bureau": (
            None if special.elected_by is None else special.elected_by in BUREAU
        ),
    }


def _body(name: str | None, application: Application) -> str | None:
    own = {called for unit in application.members for called in unit.called}
    for word, names in (
        ("leadership", LEADERSHIP),
        ("bureau", BUREAU),
        ("applicant", (*APPLICANTS, *own)),
    ):
        if name in names:
            return word
    return None if name is None else "another"
