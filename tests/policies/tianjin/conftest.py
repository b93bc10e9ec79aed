"""A case in which every norm is met, made of made-up organisations, and what differs from it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest
from attrs import evolve

from innov_consortium.core import uscc
from innov_consortium.core.attestations import Attestation, Departure, SpecialCase
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Agreement, Application, Governance, Organ, Person
from innov_consortium.core.organizations import Identifier, Organization, OrganizationKind
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.core.report import Finding, Report
from innov_consortium.policies.tianjin import TIANJIN

DAY = date(2026, 3, 2)
DAY_BEFORE = date(2026, 3, 1)
PUBLISHED = date(2025, 4, 11)

_KIND_OF = {
    "91": OrganizationKind.ENTERPRISE,
    "92": OrganizationKind.ENTERPRISE,
    "93": OrganizationKind.ENTERPRISE,
    "12": OrganizationKind.RESEARCH_INSTITUTION,
    "52": OrganizationKind.SERVICE_INSTITUTION,
}


def made_unit(number: int, category: str = "91", **known: Any) -> Organization:
    """Return a made-up organisation; the first two characters of its code tell its form."""
    body = f"{category}120116MAXT{number:05d}"
    return Organization(
        **{
            "name": f"虚构{category}号单位{number}",
            "id": Identifier.uscc(body + uscc.check_character(body)),
            "kind": _KIND_OF.get(category, OrganizationKind.OTHER),
            **known,
        }
    )


def made_college(number: int, college: str | None) -> Organization:
    """Return a college of a made-up university."""
    return made_unit(number, "12", kind=OrganizationKind.UNIVERSITY, college=college)


def made_attestation(what: str, **known: Any) -> Attestation:
    """Return what the bureau established the day before."""
    return Attestation(**{"what": what, "by": "市科技局", "on": DAY_BEFORE, **known})


def made_departure(provision: str, **known: Any) -> Departure:
    """Return a departure the bureau accepted the day before."""
    decided = {"by": "市科技局", "on": DAY_BEFORE, "reason": "领域内骨干单位少（虚构）"}
    return Departure(**{"provision": provision, **decided, **known})


def made_engagement(unit: Organization, consortium: str, **known: Any) -> Engagement:
    """Return a participation that has lasted since 2025-09-01."""
    lasting = {"role": Role.PARTICIPANT, "since": date(2025, 9, 1), "college": unit.college}
    whose = {"unit": unit.id, "consortium": consortium}
    return Engagement(**{**whose, **lasting, **known})


def made_special_case(**known: Any) -> SpecialCase:
    """Return a case determined by the leadership for which the bureau elected 一事一议."""
    return SpecialCase(
        **{
            "ground": "art7.s1a",
            "determined_by": "市委、市政府",
            "determined_on": date(2026, 2, 10),
            "elected": True,
            "elected_by": "市科技局",
            "elected_on": date(2026, 2, 25),
            **known,
        }
    )


LEAD = made_unit(9999, domicile="120116", zone="滨海新区", name="虚构牵头单位")
PARTICIPANTS = (
    made_unit(1),
    made_unit(2),
    made_unit(3),
    made_unit(21, "12"),
    made_college(31, "化工学院"),
    made_unit(41, "52"),
)

COMPLETE = Case(
    application=Application(
        lead=LEAD,
        participants=PARTICIPANTS,
        filed_on=DAY,
        field="生物医药",
        lists=frozenset({"major_scientific_questions", "key_core_technologies", "target_outcomes"}),
        agreement=Agreement(
            signed_on=date(2026, 2, 20),
            signatories=frozenset(u.key for u in (LEAD, *PARTICIPANTS)),
            heads=frozenset(
                {
                    "goals",
                    "tasks",
                    "organisation",
                    "functions",
                    "rights_and_obligations",
                    "ip_ownership",
                    "licensing_and_income_distribution",
                    "breach_liability",
                }
            ),
        ),
        governance=Governance(
            organs=(
                Organ("decision", "理事会"),
                Organ("advisory", "专家委员会"),
                Organ("executive", "秘书处"),
            ),
            principal=Person("张示例"),
            technologist=Person("李虚构"),
        ),
        cooperation=frozenset({"joint_r_and_d"}),
    ),
    register=Register.complete(to=DAY),
    attestations=(
        made_attestation("art5.item1.s2a"),
        made_attestation("art5.item1.s2b"),
        made_attestation("art5.item1.s2d"),
        made_attestation("operating_normally"),
        made_attestation("art5.item2.s2b"),
        made_attestation("lead_category", value="leading_enterprise"),
        made_attestation("art5.item2.s2d"),
        made_attestation("art5.item2.s2e"),
        made_attestation("art5.item3.s3a"),
        made_attestation("art5.item3.s3b"),
        made_attestation("art5.item4.s2"),
        made_attestation("art5.item4.s3a"),
        made_attestation("art5.item6.s2b"),
        made_attestation("qualification", value="strategic_scientist"),
    ),
)

_APPLICATION = frozenset(a.name for a in attrs.fields(Application))


def varied(*, without: tuple[str, ...] = (), **changes: Any) -> Case:
    """Return the complete case with parts of it, or of its application, exchanged.

    Whoever takes part has signed, unless an agreement is given. Attestations given are added to
    those that are left when what stands in ``without`` is not attested.
    """
    of_application = {name: changes.pop(name) for name in _APPLICATION & changes.keys()}
    whole = evolve(COMPLETE.application, agreement=None)
    application = evolve(whole, **of_application)
    if "agreement" not in of_application and COMPLETE.application.agreement is not None:
        signatories = frozenset(unit.key for unit in application.members)
        agreement = evolve(COMPLETE.application.agreement, signatories=signatories)
        application = evolve(application, agreement=agreement)
    kept = tuple(a for a in COMPLETE.attestations if a.what not in without)
    added = changes.pop("attestations", ())
    return evolve(COMPLETE, application=application, attestations=(*kept, *added), **changes)


@functools.cache
def read_as(readings: frozenset[tuple[str, str]]) -> Policy:
    """Return the Measures, supposed to be published on 2025-04-11, as they are read."""
    return TIANJIN.supposing_published(PUBLISHED).with_readings(**dict(readings))


def checked(case: Case, on: date = DAY, **readings: str) -> Report:
    """Check a formation under some readings."""
    return read_as(frozenset(readings.items())).check("formation", case, on=on)


@pytest.fixture(scope="session")
def day() -> date:
    """The day asked about unless a test says otherwise: that of the application."""
    return DAY


@pytest.fixture(scope="session")
def complete() -> Case:
    """A case in which every norm is met, the two counts exactly at their limits."""
    return COMPLETE


@pytest.fixture(scope="session")
def vary() -> Callable[..., Case]:
    """Make the complete case with parts exchanged; see :func:`varied`."""
    return varied


@pytest.fixture(scope="session")
def unit() -> Callable[..., Organization]:
    """Make an organisation: ``unit(7)`` is an enterprise, ``unit(7, "12")`` an institute."""
    return made_unit


@pytest.fixture(scope="session")
def college() -> Callable[..., Organization]:
    """Make a college of a university: ``college(31, "化工学院")``."""
    return made_college


@pytest.fixture(scope="session")
def attested() -> Callable[..., Attestation]:
    """Make an attestation by the bureau of the day before."""
    return made_attestation


@pytest.fixture(scope="session")
def departure() -> Callable[..., Departure]:
    """Make a departure accepted by the bureau the day before."""
    return made_departure


@pytest.fixture(scope="session")
def engaged() -> Callable[..., Engagement]:
    """Make a participation in another consortium since 2025-09-01."""
    return made_engagement


@pytest.fixture(scope="session")
def special() -> Callable[..., SpecialCase]:
    """Make a special case, determined by the leadership and elected by the bureau."""
    return made_special_case


@pytest.fixture(scope="session")
def check() -> Callable[..., Report]:
    """Check a case on the day, or ``on`` another; other keywords are readings."""
    return checked


@pytest.fixture(scope="session")
def finding() -> Callable[..., Finding]:
    """Return the finding of a provision; everything else as for ``check``."""

    def found(case: Case, provision: str, on: date = DAY, **readings: str) -> Finding:
        one = checked(case, on, **readings).finding(provision)
        if one is None:
            pytest.fail(f"nothing is asked of {provision}")
        return one

    return found


@pytest.fixture(scope="session")
def says() -> Callable[..., str | None]:
    """Return the outcome of a provision, or ``None`` where nothing is asked of it."""

    def said(case: Case, provision: str, on: date = DAY, **readings: str) -> str | None:
        one = checked(case, on, **readings).finding(provision)
        return None if one is None else one.outcome.value

    return said


@pytest.fixture(scope="session")
def concerned() -> Callable[..., dict[str, str]]:
    """Return, by path, the items there is something to say of under a provision."""

    def named(case: Case, provision: str, on: date = DAY, **readings: str) -> dict[str, str]:
        one = checked(case, on, **readings).finding(provision)
        return {} if one is None else {item.path: item.outcome.value for item in one.items}

    return named


@pytest.fixture(scope="session")
def lacking() -> Callable[..., list[str]]:
    """Return the paths of what is missing under a provision, for the case and its items."""

    def lacked(case: Case, provision: str, on: date = DAY, **readings: str) -> list[str]:
        one = checked(case, on, **readings).finding(provision)
        if one is None:
            return []
        missing = [*one.missing, *(m for item in one.items for m in item.missing)]
        return [m.path for m in missing]

    return lacked
