"""Made-up organisations and one report for each way a check of formation can come out."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from innov_consortium.core import uscc
from innov_consortium.core.attestations import (
    Attestation,
    Departure,
    Interpretation,
    SpecialCase,
)
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Agreement, Application, Governance, Organ, Person
from innov_consortium.core.organizations import Identifier, Organization, OrganizationKind
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.core.report import Report
from innov_consortium.policies.tianjin import TIANJIN

DAY = date(2026, 3, 2)
KNOWN = Register.complete(to=DAY)
SUPPOSED = TIANJIN.supposing_published(date(2025, 4, 11))
HEADS = frozenset(
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
)


def unit(
    number: int,
    name: str,
    kind: OrganizationKind = OrganizationKind.ENTERPRISE,
    college: str | None = None,
) -> Organization:
    prefix = "91120116" if kind is OrganizationKind.ENTERPRISE else "12120000"
    body = f"{prefix}MAXT{number:05d}"
    code = Identifier.uscc(body + uscc.check_character(body))
    return Organization(name=name, id=code, kind=kind, college=college)


LEAD = evolve(unit(9999, "津甲虚构科技有限公司"), domicile="120116")
ENTERPRISES = tuple(unit(n, f"测试企业{n:02d}有限公司") for n in range(1, 15))
INSTITUTE = unit(31, "测试研究所", OrganizationKind.RESEARCH_INSTITUTION)
COLLEGE = unit(32, "测试大学", OrganizationKind.UNIVERSITY, "材料学院")
UNIVERSITY = unit(33, "未写学院的测试大学", OrganizationKind.UNIVERSITY)
ABROAD = Organization(
    name="某境外单位",
    id=Identifier("LEI", "529900T8BM49AURSDO55"),
    kind=OrganizationKind.OTHER,
)


def application(*participants: Organization) -> Application:
    members = frozenset(one.key for one in (LEAD, *participants))
    return Application(
        lead=LEAD,
        participants=participants,
        filed_on=DAY,
        field="生物医药",
        lists=frozenset({"major_scientific_questions", "key_core_technologies", "target_outcomes"}),
        agreement=Agreement(signed_on=date(2026, 2, 20), signatories=members, heads=HEADS),
        governance=Governance(
            organs=tuple(Organ(f) for f in ("decision", "advisory", "executive")),
            principal=Person("欧阳虚构"),
            technologist=Person("司马虚构"),
        ),
        cooperation=frozenset({"standards"}),
    )


def attested(what: str, *, document: str = "", value: str | None = None) -> Attestation:
    on = date(2026, 3, 1)
    return Attestation(what=what, by="市科技局", on=on, document=document, value=value)


JUDGED = tuple(attested(what) for what in TIANJIN.attestable if what.startswith("art"))
ESTABLISHED = (
    *JUDGED,
    attested("in_tianjin"),
    attested("operating_normally", document="津科审〔2026〕1号"),
    attested("lead_category", value="leading_enterprise"),
    attested("qualification", value="strategic_scientist"),
)


def complete() -> Report:
    case = Case(
        application=application(*ENTERPRISES[:4], INSTITUTE, COLLEGE),
        register=KNOWN,
        attestations=ESTABLISHED,
    )
    return SUPPOSED.check("formation", case, on=DAY)


def bare() -> Report:
    case = Case(application=Application(lead=LEAD, participants=ENTERPRISES[:5]))
    return TIANJIN.check("formation", case, on=DAY)


def failing() -> Report:
    first, second = ENTERPRISES[:2]
    whole = application(first, second, INSTITUTE, UNIVERSITY, ABROAD)
    assert whole.agreement is not None
    assert whole.governance is not None
    case = Case(
        application=evolve(
            whole,
            agreement=evolve(
                whole.agreement, signatories=frozenset({LEAD.key}), heads=HEADS - {"tasks"}
            ),
            governance=evolve(
                whole.governance, organs=(Organ("decision", "理事会"), Organ("advisory", "理事会"))
            ),
        ),
        register=Register.complete(
            to=DAY,
            engagements=(
                *(engagement(c, first, Role.PARTICIPANT, since=True) for c in ("C8", "C9")),
                engagement("A2", first, Role.PARTICIPANT, since=False),
                engagement("C1", LEAD, Role.LEAD, since=True),
            ),
        ),
        attestations=(
            *(one for one in JUDGED if "item1" in one.what),
            evolve(attested("art5.item3.s3a"), holds=False, unit=second.key, document="会议纪要"),
        ),
        departures=(
            Departure(
                provision="art5.item2.s3b",
                by="市科技局",
                on=date(2026, 3, 1),
                reason="承接国家任务",
                document="津科〔2026〕2号",
            ),
        ),
    )
    return SUPPOSED.with_readings(lead_counts="included").check("formation", case, on=DAY)


def engagement(consortium: str, of: Organization, role: Role, *, since: bool) -> Engagement:
    begun = date(2025, 6, 1) if since else None
    return Engagement(consortium=consortium, unit=of.id, role=role, since=begun)


def special() -> Report:
    case = Case(
        application=application(*ENTERPRISES[:3]),
        register=KNOWN,
        special_case=SpecialCase(
            ground="art7.s1a",
            determined_by="市委、市政府",
            determined_on=date(2026, 1, 5),
            elected=True,
            elected_by="市科技局",
            elected_on=date(2026, 2, 1),
        ),
    )
    return SUPPOSED.check("formation", case, on=DAY)


def expired() -> Report:
    case = Case(application=application(*ENTERPRISES[:6]))
    return SUPPOSED.check("formation", case, on=date(2030, 4, 11))


def early() -> Report:
    case = Case(application=application(*ENTERPRISES[:6]))
    return SUPPOSED.check("formation", case, on=date(2025, 4, 10))


def many() -> Report:
    """Fourteen participants of whom nothing is known, other numbers, an official interpretation."""
    settled = Interpretation(
        reading="share_base", option="members", by="市科技局会同三部门", on=date(2026, 1, 1)
    )
    whole = evolve(application(*ENTERPRISES), agreement=None)
    case = Case(application=whole, attestations=JUDGED, interpretations=(settled,))
    return SUPPOSED.with_numbers(min_participants=20).check("formation", case, on=DAY)


def pending() -> Report:
    """A refused departure, a norm not met, and a special case nobody has decided on yet."""
    refused = Departure(
        provision="art5.item3.s2c",
        by="市科技局",
        on=date(2026, 3, 1),
        reason="理由不充分",
        accepted=False,
    )
    case = Case(
        application=application(ENTERPRISES[0], INSTITUTE, COLLEGE),
        register=KNOWN,
        attestations=ESTABLISHED,
        departures=(refused,),
        special_case=SpecialCase(
            ground="art7.s1a", determined_by="市委、市政府", determined_on=date(2026, 1, 5)
        ),
    )
    return SUPPOSED.check("formation", case, on=DAY)


MAKERS = {f.__name__: f for f in (complete, bare, failing, special, expired, early, many, pending)}


@pytest.fixture(scope="session")
def reports() -> dict[str, Report]:
    return {name: make() for name, make in MAKERS.items()}
