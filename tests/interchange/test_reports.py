"""Tests of reports as documents."""

from __future__ import annotations

import enum
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from importlib.metadata import version
from typing import Any

import pytest
from attrs import frozen

from innov_consortium import catalogue
from innov_consortium.core.case import Case
from innov_consortium.core.clauses import Evidence
from innov_consortium.core.consortium import Application, Governance, Person, Vacancy
from innov_consortium.core.organizations import (
    Identifier,
    MemberKey,
    Organization,
    OrganizationKind,
)
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Count
from innov_consortium.core.report import Report
from innov_consortium.interchange import REPORT_SCHEMA, dumps, structure_case, unstructure_report
from innov_consortium.interchange.reports import fact_value

LEAD = "91120116MAXT10009B"
UNIVERSITY = "12120116MBXT100535"
DAY = date(2026, 3, 20)
PERSON = Person("钱某某", "T-1")
LEI = Identifier("LEI", "529900T8BM49AURSDO55")
ABROAD = Organization(name="Example GmbH", id=LEI, kind=OrganizationKind.ENTERPRISE)


@pytest.fixture
def policy() -> Policy:
    """The policy the complete document was written for, supposed to be published."""
    return catalogue().select("120000").supposing_published(date(2025, 4, 11))


@pytest.fixture
def report(policy: Policy, case: Case) -> Report:
    """The report on the complete document."""
    return policy.check("formation", case, on=DAY)


@pytest.fixture
def written(report: Report) -> dict[str, Any]:
    """The same as a document."""
    return unstructure_report(report)


def test_head_of_a_report(written: dict[str, Any], policy: Policy) -> None:
    """A report begins with what was asked, of which text, and what it comes to."""
    del written["findings"], written["missing"], written["readings"]

    expected = {
        "schema": REPORT_SCHEMA,
        "library": {"name": "innov-consortium", "version": version("innov-consortium")},
        "policy": {
            "code": "120000",
            "aliases": ["CN-TJ", "天津", "天津市"],
            "title": "天津市创新联合体管理办法（征求意见稿）",
            "status": "draft",
            "published_on": "2025-04-11",
            "supposed": True,
            "text_sha256": policy.ledger.text_sha256,
            "edition": f"120000:{policy.ledger.text_sha256[:12]}",
        },
        "additional": [],
        "inquiry": "formation",
        "grounds": False,
        "on": "2026-03-20",
        "in_force": "in_force",
        "answer": "open",
        "changes_on": "2030-04-11",
        "turn": {
            "on": "2030-04-11",
            "answer": "no_basis",
            "reasons": [{"provision": "art26.s1b", "what": "expiry"}],
            "provisions": [],
        },
        "marks": ["draft", "supposed_publication", "not_official"],
    }

    assert expected == written


def test_publication_not_supplied(case: Case) -> None:
    """Where no publication was supplied, none is written."""
    report = catalogue().select("120000").check("formation", case, on=DAY)
    policy = unstructure_report(report)["policy"]

    assert (policy["published_on"], policy["supposed"]) == (None, False)


def test_reading(written: dict[str, Any]) -> None:
    """A reading is written with its entry, its letter, and who settled it."""
    expected = {
        "name": "lead_counts",
        "entry": "B01",
        "option": "excluded",
        "letter": "a",
        "default": True,
        "official": "市科技局会同三部门",
        "provisions": ["art5.item3.s2c"],
    }

    assert expected in written["readings"]


def finding(written: dict[str, Any], provision: str) -> dict[str, Any]:
    found: dict[str, Any] = next(f for f in written["findings"] if f["provision"] == provision)
    return found


def test_finding_of_the_whole_case(written: dict[str, Any]) -> None:
    """A finding is written with the words of the law, its facts, its numbers and its readings."""
    found = finding(written, "art5.item3.s2d")
    where, readings = found.pop("where"), found.pop("readings")

    expected: dict[str, Any] = {
        "provision": "art5.item3.s2d",
        "source": None,
        "text": "其中企业数量占比不少于50%。",
        "clause": "enterprise_share",
        "force": "mandatory",
        "combines": True,
        "some": False,
        "outcome": "met",
        "each": None,
        "facts": {
            "share_total": 7,
            "enterprises": {
                "value": 4,
                "counted": [],
                "not_counted": [],
                "missing": ["application.participants[7].legal_form"],
            },
            "possible_enterprises": 5,
        },
        "numbers": {
            "min_enterprise_share": {"value": "1/2", "unit": "", "provision": "art5.item3.s2d"}
        },
        "missing": [],
        "items": [],
        "outcomes": [],
        "decided_by": None,
    }

    assert expected == found
    assert where.startswith("innov_consortium.policies.tianjin.art05_formation:")
    assert readings["share_base"] == "participants"


def test_finding_of_each_item(policy: Policy, document: dict[str, Any]) -> None:
    """A norm asked of each is written with the items there is something to say of."""
    document["application"]["participants"][5]["college"] = None
    document["application"]["agreement"]["signatories"] = []
    document["register"] = "unknown"
    written = unstructure_report(policy.check("formation", structure_case(document), on=DAY))
    found = finding(written, "art5.item3.s5b")
    item = next(i for i in found["items"] if i["path"] == "application.participants[5]")
    missing = {"fact": "participations", "path": "application.participants[5].college"}

    assert item["item"] == {"name": "示例大学", "id": UNIVERSITY, "college": None}
    assert (item["outcome"], item["decided_by"]) == ("unknown", None)
    assert missing in item["missing"]
    assert missing in written["missing"]
    assert len(found["outcomes"]) == len(document["application"]["participants"])


def test_attestation_a_finding_rests_on(policy: Policy, document: dict[str, Any]) -> None:
    """A judgement is written with the attestation that made it."""
    attestation = {
        "what": "art5.item4.s2",
        "by": "天津市科学技术局",
        "on": "2026-03-10",
        "holds": True,
        "value": None,
        "unit": None,
        "item": None,
        "document": "示例认定〔2026〕3号",
    }
    document["attestations"] = [attestation]
    written = unstructure_report(policy.check("formation", structure_case(document), on=DAY))
    found = finding(written, "art5.item4.s2")

    assert found["outcome"] == "met"
    assert found["decided_by"] == {"sort": "attestation", **attestation}


def every_value(document: Any) -> Iterator[Any]:
    yield document
    if isinstance(document, dict):
        for value in document.values():
            yield from every_value(value)
    elif isinstance(document, list):
        for value in document:
            yield from every_value(value)


def test_report_is_json(written: dict[str, Any]) -> None:
    """A report survives being written and read as JSON, and holds what JSON has only."""
    sorts = {type(value) for value in every_value(written)}

    assert json.loads(dumps(written)) == written
    assert sorts <= {dict, list, str, int, bool, type(None)}


def test_no_person_in_a_report(report: Report) -> None:
    """No name of a person who holds a post stands in a report."""
    text = dumps(unstructure_report(report))

    assert "赵某某" not in text
    assert "钱某某" not in text


class Grade(enum.Enum):
    GOOD = "good"


@frozen
class Run(Evidence):
    length: int
    results: tuple[int, ...]
    missing: tuple[str, ...] = ()

    @property
    def value(self) -> Any:
        return self.length


class Bare(Evidence):
    value = Fraction(1, 3)
    missing = ("register",)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, None),
        (False, False),
        (6, 6),
        ("生物医药", "生物医药"),
        (date(2026, 3, 2), "2026-03-02"),
        (Fraction(1, 2), "1/2"),
        (Decimal("10000000.00"), "10000000.00"),
        (float("nan"), "nan"),
        (Grade.GOOD, "good"),
        (Vacancy.VACANT, "vacant"),
        ((Fraction(1, 2), (Grade.GOOD,)), ["1/2", ["good"]]),
        ([1, 2], [1, 2]),
        (frozenset({"b", "a"}), ["a", "b"]),
        ({Grade.GOOD: date(2026, 3, 2)}, {"good": "2026-03-02"}),
        (Identifier.uscc(LEAD), LEAD),
        (LEI, {"scheme": "LEI", "value": "529900T8BM49AURSDO55"}),
        (
            MemberKey(Identifier.uscc(UNIVERSITY), "机械学院"),
            {"id": UNIVERSITY, "college": "机械学院"},
        ),
        (
            ABROAD,
            {
                "name": "Example GmbH",
                "id": {"scheme": "LEI", "value": "529900T8BM49AURSDO55"},
                "college": None,
            },
        ),
        (
            Count(None, ("甲",), ("乙",), ("register",)),
            {"value": None, "counted": ["甲"], "not_counted": ["乙"], "missing": ["register"]},
        ),
        (Run(2, (2026, 2028)), {"length": 2, "results": [2026, 2028], "missing": [], "value": 2}),
        (Bare(), {"value": "1/3", "missing": ["register"]}),
        (object(), {"withheld": "object"}),
        (PERSON, {"withheld": "person"}),
        ((PERSON,), [{"withheld": "person"}]),
        (
            Governance(principal=PERSON),
            {"organs": None, "principal": {"withheld": "person"}, "technologist": None},
        ),
    ],
)
def test_fact_value(value: object, written: object) -> None:
    """Whatever a fact comes to can be written; a person never is."""
    assert fact_value(value) == written


def test_no_person_by_way_of_an_application() -> None:
    """Not even an application that is a fact shows who holds its posts."""
    application = Application(
        lead=ABROAD, participants=(), governance=Governance(principal=PERSON, technologist=PERSON)
    )

    assert "钱某某" not in dumps(fact_value({"application": (application,)}))


def test_reading_as_a_fact() -> None:
    """A reading is written by the name of its option."""
    choice = catalogue().select("120000").readings[0]

    assert fact_value(choice.option) == choice.option.option
