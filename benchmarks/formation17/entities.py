"""One application of the workload as the entities of the library."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from benchmarks.formation17.rules import RULES

from innov_consortium import (
    Agreement,
    Application,
    Attestation,
    Case,
    Engagement,
    Governance,
    Identifier,
    Organ,
    Organization,
    OrganizationKind,
    Outcome,
    Person,
    Register,
    Report,
    Role,
    Vacancy,
)
from innov_consortium.core.clauses import Evidence
from innov_consortium.core.periods import Window
from innov_consortium.core.sanctions import Bar

__all__ = ["case_of", "verdict_of"]

_EPOCH = date(1970, 1, 1)
_OFFICE = "登记处"
_ENDED = "已撤销"
_KINDS = {
    "enterprise": OrganizationKind.ENTERPRISE,
    "university_college": OrganizationKind.UNIVERSITY,
    "research_institute": OrganizationKind.RESEARCH_INSTITUTION,
    "service_org": OrganizationKind.SERVICE_INSTITUTION,
}


def case_of(given: dict[str, Any]) -> tuple[Case, date]:
    """Return a dictionary of the workload as a case, and the day it is asked about."""
    filed_on = _EPOCH + timedelta(days=given["filed_on"])
    lead, units = _lead(given), _participants(given)
    application = Application(
        lead=lead,
        participants=units,
        filed_on=filed_on,
        lists=frozenset(given["lists"]),
        agreement=Agreement(
            signed_on=filed_on,
            signatories=frozenset(
                unit.key
                for unit, said in zip(units, given["participants"], strict=True)
                if said["signed"]
            ),
            heads=frozenset(given["heads"]),
        ),
        governance=Governance(
            organs=tuple(Organ(organ) for organ in given["organs"]),
            technologist=Person("甲") if given["technologist_named"] else Vacancy.VACANT,
        ),
    )
    attested = (
        Attestation(what="lead_kind", by=_OFFICE, on=filed_on, value=given["lead"]["kind"]),
        Attestation(
            what="lead_operating", by=_OFFICE, on=filed_on, holds=given["lead"]["operating"]
        ),
    )
    register = Register.complete(
        to=filed_on, engagements=_engagements(given, lead, units, filed_on), bars=_bars(given, lead)
    )
    return Case(application=application, register=register, attestations=attested), filed_on


def verdict_of(report: Report) -> dict[str, tuple[Any, ...]]:
    """Return the failing rules of a report with their offenders, as the reference gives them."""
    found = {}
    for finding in report:
        if finding.norm.name in RULES and finding.outcome is not Outcome.MET:
            outcomes, evidence = finding.outcomes, finding.values[:1]
            offenders: tuple[Any, ...] = tuple(
                [n for n, outcome in enumerate(outcomes) if outcome is not Outcome.MET]
            )
            if finding.norm.each in ("required_head", "required_list"):
                offenders = tuple([item.item for item in finding.items])
            if evidence and isinstance(evidence[0], Evidence):
                bars = evidence[0].bars  # type: ignore[attr-defined]  # the only one there is
                offenders = tuple([int(b.consortium.removeprefix(_ENDED)) for b in bars])
            found[finding.norm.name] = offenders
    return found


def _unit(id_: str, kind: OrganizationKind, college: str | None, domicile: str) -> Organization:
    return Organization(
        name=f"单位{id_}",
        id=Identifier("workload", id_),
        kind=kind,
        college=college,
        domicile=domicile,
    )


def _lead(given: dict[str, Any]) -> Organization:
    is_institute = given["lead"]["kind"] in ("research_institute", "other")
    kind = OrganizationKind.RESEARCH_INSTITUTION if is_institute else OrganizationKind.ENTERPRISE
    domicile = "990101" if given["lead"]["in_region"] else "980101"
    return _unit(f"{given['application']}-lead", kind, None, domicile)


def _participants(given: dict[str, Any]) -> tuple[Organization, ...]:
    return tuple(
        _unit(
            f"{given['application']}-{n}",
            _KINDS[said["kind"]],
            "学院" if said["kind"] == "university_college" else None,
            "990101",
        )
        for n, said in enumerate(given["participants"])
    )


def _engagements(
    given: dict[str, Any], lead: Organization, units: tuple[Organization, ...], day: date
) -> list[Engagement]:
    since = day - timedelta(days=100)
    counts = [(lead, Role.LEAD, given["lead"]["leads_elsewhere"])]
    counts += [
        (unit, Role.PARTICIPANT, said["existing"])
        for unit, said in zip(units, given["participants"], strict=True)
    ]
    return [
        Engagement(consortium=f"联合体{n}", unit=unit.id, role=role, since=since)
        for unit, role, count in counts
        for n in range(count)
    ]


def _bars(given: dict[str, Any], lead: Organization) -> list[Bar]:
    return [
        Bar(
            unit=lead.id,
            window=Window(*(_EPOCH + timedelta(days=bar[end]) for end in ("first", "last"))),
            consortium=f"{_ENDED}{n}",
        )
        for n, bar in enumerate(given["bars"])
    ]
