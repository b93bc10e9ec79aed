"""What the package of a policy adds to the words of the case format."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from tests.conftest import DRAFT

from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.policy import Policy
from innov_consortium.errors import MalformedPolicyError
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.testing.cases import run_cases
from innov_consortium.testing.cases.given import Facts
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.regional import regional_words
from innov_consortium.testing.cases.translating import translate

CLAUSE = '''
from innov_consortium.core.clauses import clause
from innov_consortium.core.words import Truth, granted

@clause("art4.s4")
def any_trade() -> Truth:
    """不限行业。"""
    return granted()
'''
PLACES = "code\tzone\tnames\n990001\t\t甲区 jia\n990001\t某园区\t园区\n990002\t\t乙县 yi\n"
WORDS = "list\tmeaning\twords\nfunding.sources\tmunicipal\t县库\nmade_up\tlead_domicile\t乙县\n"


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Policy]:
    """Return what makes a policy with a package of its own, in which the tables stand."""

    def made(name: str, **tables: str) -> Policy:
        package = tmp_path / name
        (package / "locale").mkdir(parents=True)
        (package / "__init__.py").write_text(CLAUSE, encoding="utf-8")
        for table, text in tables.items():
            (package / f"{table}.tsv").write_text(text, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        norm = importlib.import_module(name).any_trade
        asked = Inquiry(name="formation", conditions=(norm,))
        return evolve(DRAFT, inquiries=(asked, *DRAFT.inquiries[1:]))

    return made


def test_another_region_brings_its_own_places(elsewhere: Callable[..., Policy]) -> None:
    words = regional_words(elsewhere("region_with_places", places=PLACES, case_words=WORDS))
    places = words.places
    assert [places.region(n, "x") for n in ("甲区", "Jia", "园区", "990123")] == [
        *("990001", "990001", "990001", "990123")
    ]
    assert [places.zone(n) for n in ("园区", "甲区", "990001", "乙县", None)] == [
        *("某园区", "甲区", "甲区", None, None)
    ]
    assert words.funding_sources["县库"] == "municipal"
    assert words.lead_domicile == "乙县"
    assert (words.operation, words.operation_legs) == (("normal_operation",), ())


def test_the_places_of_one_region_are_not_known_under_another(
    elsewhere: Callable[..., Policy],
) -> None:
    """Provinces are known under any; the districts of Tianjin under its own policy alone."""
    policy = elsewhere("region_apart", places=PLACES)
    for other in (policy, DRAFT):
        assert regional_words(other).places.region("浙江省", "x") == "330000"
        with pytest.raises(NotUnderstoodError, match="no such place"):
            regional_words(other).places.region("滨海新区", "x")
    with pytest.raises(NotUnderstoodError, match="no such place"):
        regional_words(TIANJIN).places.region("乙县", "x")
    assert regional_words(TIANJIN).places.region("滨海新区", "x") == "120116"


def test_a_policy_with_other_readings_has_the_same_words() -> None:
    other = TIANJIN.with_readings(lead_counts="included")
    assert regional_words(other) is regional_words(TIANJIN)


def test_units_are_where_their_region_says(elsewhere: Callable[..., Policy]) -> None:
    given = {
        "application": {
            "lead": {"name": "某甲公司", "kind": "enterprise", "location": "园区"},
            "participants": [{"name": "某乙公司", "kind": "enterprise", "location": "乙县"}],
        }
    }
    policy = elsewhere("region_of_units", places=PLACES)
    case = translate(Facts(given, ""), policy, date(2026, 3, 2)).case
    lead, other = case.application.members
    assert (lead.domicile, lead.zone) == ("990001", "某园区")
    assert (other.domicile, other.zone) == ("990002", None)


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        ({"places": "code\tzone\tnames\n990001\t甲区\n"}, "places.tsv: not three columns"),
        ({"case_words": "list\tmeaning\twords\nzones\ta\tb\n"}, "no list 'zones'"),
    ],
)
def test_a_table_that_cannot_be_read_is_told(
    elsewhere: Callable[..., Policy], tables: dict[str, str], told: str
) -> None:
    policy = elsewhere(f"region_wrong_{'_'.join(tables)}", **tables)
    with pytest.raises(MalformedPolicyError, match=told):
        regional_words(policy)


def test_what_a_policy_has_nobody_attest_is_not_passed_over() -> None:
    """Where nothing of the operation of a lead is attested, a case that tells of it is an error."""
    one = {
        "id": "X",
        "title": "",
        "as_of": "2026-03-02",
        "given": {
            "application": {
                "lead": {"name": "某甲公司", "kind": "enterprise"},
                "participants": [],
                "lead_facts": {"normal_operation": {"value": True, "attested_by": "某局"}},
            }
        },
        "when": "check the formation conditions",
        "expect": {"answer": "met"},
    }
    (result,) = run_cases([one], DRAFT)
    assert (result.result, "attests" in result.note) == ("error", True)
