"""第五条中由人判断的规定：只有认定能够回答。"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from innov_consortium.core.attestations import Attestation
from innov_consortium.core.case import Case
from innov_consortium.core.clauses import Judgement
from innov_consortium.core.consortium import Governance, Organ
from innov_consortium.core.organizations import Organization, OrganizationKind
from innov_consortium.core.report import Finding
from innov_consortium.policies.tianjin import TIANJIN

#: 需求与瞄准；主要任务；协同攻关；能力突出；集聚；发起组织；行业代表性；联合基础；运行机制。
OF_THE_CASE = (
    "art5.item1.s2a",
    "art5.item1.s2b",
    "art5.item1.s2d",
    "art5.item2.s2b",
    "art5.item2.s2d",
    "art5.item2.s2e",
    "art5.item4.s2",
    "art5.item4.s3a",
    "art5.item6.s2b",
)
ENTERPRISES, ACADEMICS = "art5.item3.s3a", "art5.item3.s3b"

Vary = Callable[..., Case]
Says = Callable[..., str | None]
Finds = Callable[..., Finding]
Attest = Callable[..., Attestation]
Concerned = Callable[..., dict[str, str]]


def test_these_are_all_that_await_a_judgement() -> None:
    """Nine about the case, two about participants; no other norm is left to a person alone."""
    conditions = TIANJIN.inquiry("formation").conditions
    judged = [(n.provision, n.each) for n in conditions if isinstance(n, Judgement)]
    about_participants = [(ENTERPRISES, "participant"), (ACADEMICS, "participant")]
    assert sorted(judged, key=str) == sorted(
        [*((p, None) for p in OF_THE_CASE), *about_participants], key=str
    )


@pytest.mark.parametrize("provision", OF_THE_CASE)
def test_nobody_but_a_body_answers(provision: str, vary: Vary, finding: Finds) -> None:
    """Without an attestation it awaits judgement: neither met nor failed, nothing missing."""
    found = finding(vary(without=(provision,)), provision)
    assert (found.outcome.value, found.missing, found.decided_by) == ("needs_judgement", (), None)


@pytest.mark.parametrize("provision", OF_THE_CASE)
@pytest.mark.parametrize(("holds", "outcome"), [(True, "met"), (False, "not_met")])
def test_what_is_attested_decides_and_is_named(
    provision: str, holds: bool, outcome: str, vary: Vary, finding: Finds, attested: Attest
) -> None:
    """The finding keeps the attestation it rests on."""
    word = attested(provision, holds=holds, document="评审意见（虚构）")
    found = finding(vary(without=(provision,), attestations=(word,)), provision)
    assert (found.outcome.value, found.decided_by) == (outcome, word)


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        (date(2026, 3, 1), "met"),
        (date(2026, 3, 2), "met"),
        (date(2026, 3, 3), "needs_judgement"),
    ],
)
def test_an_attestation_is_known_from_its_day_on(
    on: date, outcome: str, vary: Vary, says: Says, attested: Attest
) -> None:
    """Asked about 2026-03-02: of the day before and of that day, not of the day after."""
    case = vary(without=("art5.item4.s2",), attestations=(attested("art5.item4.s2", on=on),))
    assert says(case, "art5.item4.s2") == outcome


@pytest.mark.parametrize("by", ["虚构牵头单位", "虚构91号单位1", "虚构52号单位41"])
def test_a_member_does_not_judge_its_own_application(
    by: str, vary: Vary, says: Says, attested: Attest
) -> None:
    """What the lead or a participant says of its own consortium counts for nothing."""
    own = attested("art5.item2.s2b", by=by)
    case = vary(without=("art5.item2.s2b",), attestations=(own,))
    assert says(case, "art5.item2.s2b") == "needs_judgement"


def test_a_member_is_known_by_its_code_as_well(
    complete: Case, vary: Vary, says: Says, attested: Attest
) -> None:
    """Signing with the code instead of the name makes no stranger of it."""
    own = attested("art5.item2.s2b", by=str(complete.application.lead.id))
    case = vary(without=("art5.item2.s2b",), attestations=(own,))
    assert says(case, "art5.item2.s2b") == "needs_judgement"


@pytest.mark.parametrize("reverse", [False, True])
def test_the_later_attestation_sets_the_earlier_aside(
    reverse: bool, vary: Vary, says: Says, attested: Attest
) -> None:
    """Whatever the order they are handed over in."""
    first = attested("art5.item4.s2", holds=False, on=date(2026, 2, 1))
    second = attested("art5.item4.s2", holds=True, on=date(2026, 2, 2))
    listed = (second, first) if reverse else (first, second)
    case = vary(without=("art5.item4.s2",), attestations=listed)
    assert says(case, "art5.item4.s2") == "met"


def test_two_of_one_day_that_disagree_leave_it_open(
    vary: Vary, says: Says, attested: Attest
) -> None:
    """The library does not choose between two bodies."""
    words = (
        attested("art5.item4.s2", holds=True),
        attested("art5.item4.s2", holds=False, by="某专家组（虚构）"),
    )
    case = vary(without=("art5.item4.s2",), attestations=words)
    assert says(case, "art5.item4.s2") == "needs_judgement"


def test_the_firms_are_judged_one_by_one(vary: Vary, concerned: Concerned) -> None:
    """参与的企业应是……骨干企业: the enterprises, and only they."""
    assert concerned(vary(without=(ENTERPRISES,)), ENTERPRISES) == {
        f"application.participants[{n}]": "needs_judgement" for n in (0, 1, 2)
    }


def test_universities_and_institutes_are_judged_one_by_one(
    vary: Vary, concerned: Concerned
) -> None:
    """参与的高校院所应……具有优势地位: universities and institutes, and only they."""
    assert concerned(vary(without=(ACADEMICS,)), ACADEMICS) == {
        f"application.participants[{n}]": "needs_judgement" for n in (3, 4)
    }


def test_one_firm_found_wanting_is_named_and_fails_the_norm(
    complete: Case, vary: Vary, says: Says, concerned: Concerned, attested: Attest
) -> None:
    """A judgement about one member goes before one about all."""
    second = complete.application.participants[1].key
    case = vary(attestations=(attested(ENTERPRISES, holds=False, unit=second),))
    named = concerned(case, ENTERPRISES)
    assert (says(case, ENTERPRISES), named) == (
        "not_met",
        {"application.participants[1]": "not_met"},
    )


def test_firms_judged_singly_leave_the_others_open(
    complete: Case, vary: Vary, concerned: Concerned, attested: Attest
) -> None:
    """Two of three attested: the third still awaits judgement."""
    words = tuple(
        attested(ENTERPRISES, unit=unit.key) for unit in complete.application.participants[:2]
    )
    case = vary(without=(ENTERPRISES,), attestations=words)
    assert concerned(case, ENTERPRISES) == {"application.participants[2]": "needs_judgement"}


def test_no_firm_no_judgement(vary: Vary, says: Says, unit: Callable[..., Organization]) -> None:
    """Where no enterprise takes part there is none to judge; the same for the academics."""
    institutes = tuple(unit(n, "12") for n in range(6))
    firms = tuple(unit(n) for n in range(6))
    assert says(vary(participants=institutes), ENTERPRISES) == "not_applicable"
    assert says(vary(participants=firms), ACADEMICS) == "not_applicable"


@pytest.mark.parametrize(
    ("category", "kind", "as_firm", "as_academic"),
    [
        ("91", OrganizationKind.NEW_RD_INSTITUTION, True, True),
        ("12", OrganizationKind.NEW_RD_INSTITUTION, False, True),
        ("12", OrganizationKind.RESEARCH_INSTITUTION, False, True),
        ("91", OrganizationKind.SERVICE_INSTITUTION, True, False),
        ("12", OrganizationKind.HOSPITAL, False, False),
    ],
)
def test_who_is_judged_as_what(
    category: str,
    kind: OrganizationKind,
    as_firm: bool,
    as_academic: bool,
    vary: Vary,
    concerned: Concerned,
    unit: Callable[..., Organization],
) -> None:
    """As a firm by its form, as an academic by what it is: a research company is both."""
    case = vary(participants=(unit(7, category, kind=kind),), without=(ENTERPRISES, ACADEMICS))
    judged = [bool(concerned(case, provision)) for provision in (ENTERPRISES, ACADEMICS)]
    assert judged == [as_firm, as_academic]


# --- clauses that leave something to a person, and the word that settles it ----------------------


@pytest.fixture
def left_open(complete: Case, vary: Callable[..., Case], unit: Callable[..., Organization]) -> Vary:
    """Make a case in which a provision is left open or unknown; the attestations are added."""
    whole = complete.application.governance or Governance()
    shared = tuple(Organ(f, "理事会") for f in ("decision", "advisory", "executive"))
    changes: dict[str, dict[str, Any]] = {
        "art3.s1a": {"field": "现代农业"},
        "art5.item1.s2c": {"lists": None},
        "art5.item2.s2a": {
            "lead": unit(9999, domicile="110108", branches_in=("120116",)),
        },
        "art5.item6.s2a": {"governance": evolve(whole, organs=shared)},
        "art5.item6.s3a": {"governance": evolve(whole, technologist=whole.principal)},
        "art5.item6.s3b": {"without": ("qualification",)},
    }

    def made(provision: str, *words: Attestation) -> Case:
        return vary(attestations=words, **changes[provision])

    return made


OPEN = {
    "art3.s1a": "needs_judgement",
    "art5.item1.s2c": "unknown",
    "art5.item2.s2a": "needs_judgement",
    "art5.item6.s2a": "needs_judgement",
    "art5.item6.s3a": "needs_judgement",
    "art5.item6.s3b": "unknown",
}


@pytest.mark.parametrize(("provision", "outcome"), OPEN.items())
def test_what_a_clause_leaves_open_an_attestation_of_its_provision_settles(
    provision: str, outcome: str, left_open: Vary, says: Says, attested: Attest
) -> None:
    """Either way; without one it stays open."""
    assert [
        says(left_open(provision), provision),
        says(left_open(provision, attested(provision)), provision),
        says(left_open(provision, attested(provision, holds=False)), provision),
    ] == [outcome, "met", "not_met"]


@pytest.mark.parametrize("provision", ["art5.item1.s2c", "art5.item6.s3a", "art5.item6.s3b"])
def test_a_word_against_what_the_facts_say_is_for_a_person_to_weigh(
    provision: str, vary: Vary, says: Says, attested: Attest
) -> None:
    """三份清单 may be there and not be clear; a scientist may lack the qualities the text names."""
    case = vary(attestations=(attested(provision, holds=False),))
    assert says(case, provision) == "needs_judgement"
