"""Tests of complete and short documents, and of what is read from them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import attrs
import pytest

from innov_consortium.core.attestations import (
    Attestation,
    Departure,
    Interpretation,
    Listing,
    SpecialCase,
)
from innov_consortium.core.calendars import Calendar
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import (
    Agreement,
    Application,
    Governance,
    Organ,
    Person,
    Vacancy,
)
from innov_consortium.core.figures import AnnualFigure
from innov_consortium.core.organizations import (
    Identifier,
    LegalForm,
    MemberKey,
    Organization,
    OrganizationKind,
)
from innov_consortium.core.periods import Window
from innov_consortium.core.records import (
    Accident,
    Determination,
    EarlierFunding,
    Falsification,
    Misconduct,
    Record,
)
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.core.sanctions import Bar
from innov_consortium.interchange import (
    CASE_SCHEMA,
    dumps,
    load_case,
    structure_application,
    structure_case,
    unstructure_case,
)

LEAD = "91120116MAXT10009B"
MEMBER = "91120116MAXT100176"
UNIVERSITY = "12120116MBXT100535"
SHORT = {
    "application": {
        "lead": {"name": "示例津甲装备有限公司", "id": LEAD, "kind": "enterprise"},
        "participants": [],
    }
}


def test_short_document() -> None:
    """What a document does not say is not known, and a register not given is unknown."""
    lead = Organization(
        name="示例津甲装备有限公司", id=Identifier.uscc(LEAD), kind=OrganizationKind.ENTERPRISE
    )

    expected = Case(application=Application(lead=lead, participants=()))

    assert expected == structure_case(SHORT)
    assert Register.unknown() == structure_case({**SHORT, "register": "unknown"}).register


def test_lead_of_the_complete_document(case: Case) -> None:
    """Every field of an organisation is read."""
    expected = Organization(
        name="示例津甲装备有限公司",
        id=Identifier.uscc(LEAD),
        kind=OrganizationKind.ENTERPRISE,
        legal_form=LegalForm.ENTERPRISE,
        domicile="120116",
        zone="天津港保税区",
        operates_in="滨海新区",
        abroad=False,
        branches_in=("310115",),
        succeeds=(Identifier.uscc("91120116MAXT10041N"),),
    )

    assert expected == case.application.lead


def test_rest_of_the_application(case: Case) -> None:
    """Days, words, organs and posts are read as what they are."""
    application = case.application
    agreement = application.agreement
    assert agreement is not None

    assert date(2026, 3, 2) == application.filed_on
    assert date(2026, 3, 20) == application.presented_on
    assert date(2026, 3, 23) == application.accepted_on
    assert frozenset({"joint_r_and_d"}) == application.cooperation
    assert date(2026, 2, 20) == agreement.signed_on
    assert frozenset(unit.key for unit in application.members) == agreement.signatories
    assert application.governance == Governance(
        organs=(
            Organ("decision", "理事会"),
            Organ("advisory", "专家委员会"),
            Organ("executive", None),
        ),
        principal=Person("赵某某"),
        technologist=Person("钱某某", "T-1"),
    )


def test_what_is_known_around_it(case: Case) -> None:
    """The register and what bodies established are read."""
    expected = Case(
        application=case.application,
        register=Register.complete(
            to=date(2026, 3, 31),
            engagements=[
                Engagement(
                    consortium="示例联合体一",
                    unit=Identifier.uscc(MEMBER),
                    role=Role.PARTICIPANT,
                    since=date(2025, 6, 1),
                    ended_on=date(2026, 1, 15),
                    jurisdiction="120000",
                ),
                Engagement(
                    consortium="示例联合体二",
                    unit=Identifier.uscc(UNIVERSITY),
                    role=Role.PARTICIPANT,
                    college="机械学院",
                ),
            ],
            bars=[
                Bar(
                    unit=Identifier.uscc("91120116MAXT10041N"),
                    window=Window(date(2022, 5, 2), date(2025, 5, 1)),
                    consortium="示例联合体三",
                    provision="art11.p2",
                    document="示例决定〔2022〕5号",
                    enforceable_to=date(2024, 12, 31),
                    caveats=("E07",),
                )
            ],
        ),
        attestations=(
            Attestation(
                what="operating_normally",
                by="天津市科学技术局",
                on=date(2026, 3, 10),
                document="示例认定〔2026〕1号",
            ),
            Attestation(
                what="lead_category",
                by="天津市科学技术局",
                on=date(2026, 3, 10),
                value="leading_enterprise",
            ),
        ),
        departures=(
            Departure(
                provision="art5.item3.s5b",
                by="市科技局",
                on=date(2026, 3, 12),
                reason="参加的项目已近结题",
                unit=MemberKey(Identifier.uscc(MEMBER)),
                document="示例批复〔2026〕2号",
            ),
        ),
        special_case=SpecialCase(
            ground="art7.s1a",
            determined_by="市委、市政府",
            determined_on=date(2026, 3, 1),
            elected=False,
            document="示例纪要",
        ),
        listings=(
            Listing(
                unit=Identifier.uscc(LEAD),
                name="经营异常名录",
                first=date(2024, 1, 5),
                last=date(2024, 2, 1),
            ),
        ),
        interpretations=(
            Interpretation(
                reading="lead_counts",
                option="excluded",
                by="市科技局会同三部门",
                on=date(2026, 1, 1),
                document="示例解释",
            ),
        ),
        record=case.record,
        calendar=case.calendar,
        cycle_from=2026,
    )

    assert expected == case


def test_application_alone(document: dict[str, Any], case: Case) -> None:
    """An application can be structured by itself."""
    assert case.application == structure_application(document["application"])


def test_vacant_and_unknown_posts(document: dict[str, Any]) -> None:
    """A post known to be empty is not one that is not known."""
    document["application"]["governance"] = {"principal": "vacant", "technologist": None}

    expected = Governance(organs=None, principal=Vacancy.VACANT, technologist=None)

    assert expected == structure_case(document).application.governance


@pytest.mark.parametrize(
    "written",
    [UNIVERSITY, {"id": UNIVERSITY}, {"id": UNIVERSITY, "college": "机械学院"}],
)
def test_ways_to_name_a_member(document: dict[str, Any], written: object) -> None:
    """An identifier that only one member has is enough to name it, college and all."""
    application = document["application"]
    application["participants"] = application["participants"][4:5]
    application["agreement"]["signatories"] = [written]
    document["departures"] = []
    agreement = structure_case(document).application.agreement
    assert agreement is not None

    expected = frozenset({MemberKey(Identifier.uscc(UNIVERSITY), "机械学院")})

    assert expected == agreement.signatories


def test_member_without_a_college_beside_its_colleges(document: dict[str, Any]) -> None:
    """Where one of several members with one identifier has no college, null names it."""
    application = document["application"]
    application["participants"][5]["college"] = None
    application["agreement"]["signatories"] = [{"id": UNIVERSITY, "college": None}]
    agreement = structure_case(document).application.agreement
    assert agreement is not None

    expected = frozenset({MemberKey(Identifier.uscc(UNIVERSITY), None)})

    assert expected == agreement.signatories


def test_complete_document_is_written_as_it_was(document: dict[str, Any], case: Case) -> None:
    """Writing a case gives its document, the words of a set by the alphabet."""
    expected = document
    expected["application"]["lists"].sort()
    expected["application"]["agreement"]["heads"].sort()

    assert expected == unstructure_case(case)


def test_complete_document_leaves_nothing_out(document: dict[str, Any]) -> None:
    """The complete document has every field of every class."""
    application = document["application"]
    expected = {
        Case: {k: v for k, v in document.items() if k != "schema"},
        Application: application,
        Organization: application["lead"],
        Agreement: application["agreement"],
        Governance: application["governance"],
        Organ: application["governance"]["organs"][0],
        Person: application["governance"]["principal"],
        Register: document["register"],
        Engagement: document["register"]["engagements"][0],
        Bar: document["register"]["bars"][0],
        Window: document["register"]["bars"][0]["window"],
        Attestation: document["attestations"][0],
        Departure: document["departures"][0],
        SpecialCase: document["special_case"],
        Listing: document["listings"][0],
        Interpretation: document["interpretations"][0],
        Identifier: application["participants"][7]["id"],
        Record: document["record"],
        Falsification: document["record"]["falsifications"][0],
        Accident: document["record"]["accidents"][0],
        Determination: document["record"]["determinations"][0],
        Misconduct: document["record"]["misconduct"][0],
        EarlierFunding: document["record"]["earlier_funding"][0],
        AnnualFigure: document["record"]["figures"][0],
        Calendar: document["calendar"],
    }

    actual = {cl: {a.name for a in attrs.fields(cl) if a.init} for cl in expected}

    assert {cl: set(written) for cl, written in expected.items()} == actual


def test_schema_may_be_stated(document: dict[str, Any], case: Case) -> None:
    """The format may be stated, or left out."""
    stated = document.pop("schema")

    assert stated == CASE_SCHEMA
    assert case == structure_case(document)


def test_text_of_a_case(case: Case) -> None:
    """A case goes through text unchanged, and Chinese stays readable."""
    text = dumps(unstructure_case(case))

    assert case == load_case(text)
    assert case == load_case(text.encode())
    assert "示例津甲装备有限公司" in text


def test_text_is_the_same_every_time(case: Case) -> None:
    """The order is that of the document, two blanks to a level."""
    text = dumps(unstructure_case(case))

    assert '{\n  "schema": "innov-consortium/case/2",\n  "application": {\n    "lead": {' in text
    assert text == dumps(unstructure_case(structure_case(json.loads(text))))


def test_document_is_left_as_it_is(document: dict[str, Any]) -> None:
    """Structuring does not change what it is given."""
    before = dumps(document)
    structure_case(document)

    assert before == dumps(document)
