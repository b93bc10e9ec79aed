"""第五条第（四）至（六）项：资源优势、组织架构、运行机制明确。"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from innov_consortium.core.attestations import Attestation
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Agreement, Governance, Organ, Person, Vacancy
from innov_consortium.core.organizations import MemberKey
from innov_consortium.core.report import Finding

BASIS, INTENT, SIGNED = "art5.item4.s3b", "art5.item4.s3c", "art5.item5.s2a"
ORGANS, DUAL, QUALIFIED = "art5.item6.s2a", "art5.item6.s3a", "art5.item6.s3b"
HEADS = {
    "goals": "art5.item5.s2b",
    "tasks": "art5.item5.s2c",
    "organisation": "art5.item5.s2d",
    "functions": "art5.item5.s2e",
    "rights_and_obligations": "art5.item5.s2f",
    "ip_ownership": "art5.item5.s2g",
    "licensing_and_income_distribution": "art5.item5.s2h",
    "breach_liability": "art5.item5.s2i",
}
FIVE = ("joint_r_and_d", "commercialisation", "standards", "international", "branding")
EVERY_MEMBER = ["application.lead", *[f"application.participants[{n}]" for n in range(6)]]

Vary = Callable[..., Case]
Says = Callable[..., str | None]
Finds = Callable[..., Finding]
Lacks = Callable[..., list[str]]
Concerned = Callable[..., dict[str, str]]


@pytest.fixture
def agreement(complete: Case) -> Agreement:
    """The agreement of the complete case."""
    found = complete.application.agreement
    return Agreement() if found is None else found


# --- 在技术研发、成果转化、标准制定、国际合作、品牌建设等方面具备合作基础 -------------------------


@pytest.mark.parametrize(
    ("areas", "some", "every"),
    [
        ((), "not_met", "not_met"),
        (FIVE[:1], "met", "not_met"),
        (FIVE[:4], "met", "not_met"),
        (FIVE, "met", "met"),
        (("other:talent",), "met", "not_met"),
        ((*FIVE, "other:talent"), "met", "met"),
        ((*FIVE[1:], "other:talent"), "met", "not_met"),
    ],
)
def test_a_basis_for_co_operation(
    areas: tuple[str, ...], some: str, every: str, vary: Vary, says: Says
) -> None:
    """一定的 … 等方面: one field will do, named or not; the other reading (B21) wants all five."""
    case = vary(cooperation=frozenset(areas))
    assert says(case, BASIS) == some
    assert says(case, BASIS, cooperation_basis="all") == every


@pytest.mark.parametrize("reading", ["any", "all"])
def test_a_basis_not_spoken_of_is_unknown(
    reading: str, vary: Vary, says: Says, lacking: Lacks
) -> None:
    """Under either reading."""
    case = vary(cooperation=None)
    assert says(case, BASIS, cooperation_basis=reading) == "unknown"
    assert set(lacking(case, BASIS, cooperation_basis=reading)) == {"application.cooperation"}


# --- 并达成联合意愿 -------------------------------------------------------------------------------


def test_a_member_that_has_not_declared_is_named(
    complete: Case, vary: Vary, says: Says, concerned: Concerned
) -> None:
    """Where declarations are handed over, they tell of every member, the lead among them."""
    keys = [unit.key for unit in complete.application.members]
    case = vary(intending=frozenset(keys[1:6]))
    assert (says(case, INTENT), concerned(case, INTENT)) == (
        "not_met",
        {"application.lead": "not_met", "application.participants[5]": "not_met"},
    )


def test_the_agreement_shows_the_intention_where_nothing_else_does(
    complete: Case, vary: Vary, agreement: Agreement, says: Says, concerned: Concerned
) -> None:
    """Who has signed intends to; of who has not, nothing is known — it may yet intend to."""
    keys = [unit.key for unit in complete.application.members]
    case = vary(agreement=evolve(agreement, signatories=frozenset(keys[:6])))
    assert (says(case, INTENT), concerned(case, INTENT)) == (
        "unknown",
        {"application.participants[5]": "unknown"},
    )


def test_declarations_go_before_the_agreement(
    complete: Case, vary: Vary, says: Says, agreement: Agreement
) -> None:
    """An intention may be there before anything is signed."""
    keys = frozenset(unit.key for unit in complete.application.members)
    unsigned = evolve(agreement, signed_on=None, signatories=frozenset())
    case = vary(intending=keys, agreement=unsigned)
    assert (says(case, INTENT), says(case, SIGNED)) == ("met", "not_met")


def test_no_agreement_and_no_declaration_tell_nothing(
    vary: Vary, says: Says, lacking: Lacks
) -> None:
    """Each member lacks the one or the other."""
    case = vary(agreement=None)
    assert says(case, INTENT) == "unknown"
    assert set(lacking(case, INTENT)) == {
        "application.agreement.signatories",
        "application.intending",
    }


# --- 创新联合体各成员单位须共同签署组建协议 -------------------------------------------------------


@pytest.mark.parametrize("n", range(7))
def test_each_member_must_have_signed(
    n: int,
    complete: Case,
    vary: Vary,
    agreement: Agreement,
    says: Says,
    concerned: Concerned,
) -> None:
    """The lead as well as every participant (B15); who has not is named."""
    keys = [unit.key for unit in complete.application.members]
    others = frozenset(key for key in keys if key != keys[n])
    case = vary(agreement=evolve(agreement, signatories=others))
    assert (says(case, SIGNED), concerned(case, SIGNED)) == (
        "not_met",
        {EVERY_MEMBER[n]: "not_met"},
    )


@pytest.mark.parametrize(
    ("signed_on", "outcome"),
    [
        (date(2026, 2, 19), "met"),
        (date(2026, 2, 20), "met"),
        (date(2026, 2, 21), "not_met"),
    ],
)
def test_it_is_signed_when_the_application_is_filed(
    signed_on: date, outcome: str, vary: Vary, agreement: Agreement, says: Says
) -> None:
    """Filed on 2026-02-20: that day is in time, the day after is not (B16)."""
    case = vary(filed_on=date(2026, 2, 20), agreement=evolve(agreement, signed_on=signed_on))
    assert says(case, SIGNED) == outcome


@pytest.mark.parametrize(
    ("signed_on", "outcome"),
    [
        (date(2026, 3, 1), "met"),
        (date(2026, 3, 2), "met"),
        (date(2026, 3, 3), "not_met"),
    ],
)
@pytest.mark.parametrize("filed_on", [None, date(2026, 3, 9)])
def test_before_filing_it_is_signed_by_the_day_asked_about(
    filed_on: date | None,
    signed_on: date,
    outcome: str,
    vary: Vary,
    agreement: Agreement,
    says: Says,
) -> None:
    """What will be filed later has not been filed; what will be signed later is not signed."""
    case = vary(filed_on=filed_on, agreement=evolve(agreement, signed_on=signed_on))
    assert says(case, SIGNED) == outcome


@pytest.mark.parametrize(
    ("signatories", "outcome"), [(None, "unknown"), (frozenset[MemberKey](), "not_met")]
)
def test_an_agreement_without_a_day_is_unsigned_if_nobody_signed_it(
    signatories: frozenset[MemberKey] | None,
    outcome: str,
    vary: Vary,
    agreement: Agreement,
    concerned: Concerned,
) -> None:
    """No day given is not the same as nobody having signed."""
    case = vary(agreement=evolve(agreement, signed_on=None, signatories=signatories))
    assert concerned(case, SIGNED) == dict.fromkeys(EVERY_MEMBER, outcome)


def test_no_agreement_known_is_not_an_unsigned_one(
    vary: Vary, concerned: Concerned, lacking: Lacks
) -> None:
    """It is unknown for every member, and the agreement is what is missing."""
    case = vary(agreement=None)
    assert concerned(case, SIGNED) == dict.fromkeys(EVERY_MEMBER, "unknown")
    assert set(lacking(case, SIGNED)) == {
        "application.agreement.signatories",
        "application.agreement.signed_on",
    }


def test_an_agreement_signed_by_nobody_knows_whom(
    vary: Vary, agreement: Agreement, concerned: Concerned, lacking: Lacks
) -> None:
    """The agreement is there and its day is; what is missing is who signed it."""
    case = vary(agreement=evolve(agreement, signatories=None))
    assert concerned(case, SIGNED) == dict.fromkeys(EVERY_MEMBER, "unknown")
    assert set(lacking(case, SIGNED)) == {"application.agreement.signatories"}


# --- 明确建设目标……约定违约责任追究方式等 ---------------------------------------------------------


@pytest.mark.parametrize("head", HEADS)
def test_each_head_is_asked_for_by_itself(
    head: str, vary: Vary, agreement: Agreement, says: Says
) -> None:
    """Eight heads: the one left out is not met and the other seven are."""
    case = vary(agreement=evolve(agreement, heads=frozenset(HEADS) - {head}))
    assert {h: says(case, p) for h, p in HEADS.items()} == {
        h: "not_met" if h == head else "met" for h in HEADS
    }


@pytest.mark.parametrize("provision", HEADS.values())
def test_heads_not_spoken_of_are_unknown(
    provision: str, vary: Vary, agreement: Agreement, says: Says, lacking: Lacks
) -> None:
    """Whether there is an agreement or nothing is known of one."""
    for case in (vary(agreement=None), vary(agreement=evolve(agreement, heads=None))):
        assert says(case, provision) == "unknown"
        assert lacking(case, provision) == ["application.agreement.heads"]


@pytest.mark.parametrize("provision", HEADS.values())
def test_an_agreement_with_no_heads_states_nothing(
    provision: str, vary: Vary, agreement: Agreement, says: Says
) -> None:
    """An empty set is complete."""
    assert says(vary(agreement=evolve(agreement, heads=frozenset())), provision) == "not_met"


@pytest.mark.parametrize(
    ("stated", "outcome"),
    [
        (("licensing", "income_distribution"), "met"),
        (("licensing",), "not_met"),
        (("income_distribution",), "not_met"),
        (("licensing_and_income_distribution", "licensing"), "met"),
    ],
)
def test_licensing_and_income_may_be_stated_apart(
    stated: tuple[str, ...], outcome: str, vary: Vary, agreement: Agreement, says: Says
) -> None:
    """One head, or both its halves (B18)."""
    head = "licensing_and_income_distribution"
    heads = (frozenset(HEADS) - {head}) | frozenset(stated)
    assert says(vary(agreement=evolve(agreement, heads=heads)), HEADS[head]) == outcome


def test_a_ninth_head_is_welcome(vary: Vary, agreement: Agreement, says: Says) -> None:
    """等 is open upward."""
    case = vary(agreement=evolve(agreement, heads=frozenset({*HEADS, "other:confidentiality"})))
    assert {says(case, p) for p in HEADS.values()} == {"met"}


# --- 创新联合体应设立决策、咨询和执行等组织机构 ---------------------------------------------------


@pytest.fixture
def governed(complete: Case, vary: Vary) -> Vary:
    """Make a case with parts of its governance exchanged."""

    def made(**changes: Any) -> Case:
        whole = complete.application.governance or Governance()
        return vary(governance=evolve(whole, **changes))

    return made


@pytest.mark.parametrize("function", ["decision", "advisory", "executive"])
def test_an_organ_that_is_missing_is_named(function: str, governed: Vary, finding: Finds) -> None:
    """Each of the three functions."""
    functions = ("decision", "advisory", "executive")
    organs = tuple(Organ(f, f"虚构{f}机构") for f in functions if f != function)
    found = finding(governed(organs=organs), ORGANS)
    named = [(i.item, i.path, i.outcome.value) for i in found.items]
    assert (found.outcome.value, named) == (
        "not_met",
        [(function, "application.governance.organs", "not_met")],
    )


@pytest.mark.parametrize("further", [(), (Organ("other:supervision", "监事会"),)])
def test_three_organs_will_do(further: tuple[Organ, ...], governed: Vary, says: Says) -> None:
    """One for each function; 等 allows for more."""
    organs = (
        Organ("decision", "理事会"),
        Organ("advisory", "委员会"),
        Organ("executive", "秘书处"),
    )
    assert says(governed(organs=(*organs, *further)), ORGANS) == "met"


@pytest.mark.parametrize(
    ("option", "outcome", "paths"),
    [
        ("judged", "unknown", {"application.governance.organs"}),
        ("separate", "unknown", {"application.governance.organs"}),
        ("functions", "met", set[str]()),
    ],
)
def test_organs_without_names_may_be_one(
    option: str, outcome: str, paths: set[str], governed: Vary, says: Says, lacking: Lacks
) -> None:
    """Each function is to have a named organ (B19): without names they may be one body."""
    case = governed(organs=(Organ("decision"), Organ("advisory"), Organ("executive", "秘书处")))
    assert says(case, ORGANS, organ_bodies=option) == outcome
    assert set(lacking(case, ORGANS, organ_bodies=option)) == paths


def test_organs_not_spoken_of_are_unknown(vary: Vary, governed: Vary, lacking: Lacks) -> None:
    """Of each function."""
    for case in (governed(organs=None), vary(governance=None)):
        assert set(lacking(case, ORGANS)) == {"application.governance.organs"}


@pytest.mark.parametrize(
    ("option", "outcome", "named"),
    [
        ("judged", "needs_judgement", {"needs_judgement"}),
        ("separate", "not_met", {"not_met"}),
        ("functions", "met", set()),
    ],
)
def test_one_body_with_two_functions(
    option: str, outcome: str, named: set[str], governed: Vary, finding: Finds
) -> None:
    """Weighed by a person, unless it is read as forbidden or as enough (B19)."""
    organs = (
        Organ("decision", "理事会"),
        Organ("advisory", "理事会"),
        Organ("executive", "秘书处"),
    )
    found = finding(governed(organs=organs), ORGANS, organ_bodies=option)
    about = {(i.item, i.outcome.value) for i in found.items}
    functions = ("decision", "advisory")
    assert (found.outcome.value, about) == (outcome, {(f, o) for f in functions for o in named})


def test_a_body_shared_does_not_hide_a_function_that_is_missing(
    governed: Vary, finding: Finds
) -> None:
    """Two functions in one body, the third nowhere: both are said."""
    organs = (Organ("decision", "理事会"), Organ("executive", "理事会"))
    found = finding(governed(organs=organs), ORGANS)
    assert {(i.item, i.outcome.value) for i in found.items} == {
        ("decision", "needs_judgement"),
        ("advisory", "not_met"),
        ("executive", "needs_judgement"),
    }
    assert found.outcome.value == "not_met"


# --- 实行牵头单位主要负责人和技术总师“双重”负责制度 ----------------------------------------------

ZHANG, LI = Person("张示例"), Person("李虚构")
NOBODY = Vacancy.VACANT


@pytest.mark.parametrize(
    ("principal", "technologist", "outcome"),
    [
        (ZHANG, LI, "met"),
        (ZHANG, NOBODY, "not_met"),
        (NOBODY, LI, "not_met"),
        (NOBODY, NOBODY, "not_met"),
        (ZHANG, None, "unknown"),
        (None, LI, "unknown"),
        (None, None, "unknown"),
        (NOBODY, None, "not_met"),
        (None, NOBODY, "not_met"),
    ],
)
@pytest.mark.parametrize("option", ["judged", "two_persons", "two_posts"])
def test_both_posts_are_filled(
    option: str,
    principal: Person | Vacancy | None,
    technologist: Person | Vacancy | None,
    outcome: str,
    governed: Vary,
    says: Says,
) -> None:
    """An empty post fails the norm under every reading; one not spoken of leaves it unknown."""
    case = governed(principal=principal, technologist=technologist)
    assert says(case, DUAL, dual_posts=option) == outcome


@pytest.mark.parametrize(
    ("principal", "technologist", "judged", "two_persons"),
    [
        (ZHANG, ZHANG, "needs_judgement", "not_met"),
        (Person("张示例", "甲"), Person("张示例", "乙"), "met", "met"),
        (Person("张示例", "甲"), Person("张示例（院士）", "甲"), "needs_judgement", "not_met"),
    ],
)
def test_one_person_in_both_posts(
    principal: Person,
    technologist: Person,
    judged: str,
    two_persons: str,
    governed: Vary,
    says: Says,
) -> None:
    """双重 loses its sense: a person decides, or it is read either way (B20)."""
    case = governed(principal=principal, technologist=technologist)
    assert says(case, DUAL) == judged
    assert says(case, DUAL, dual_posts="two_persons") == two_persons
    assert says(case, DUAL, dual_posts="two_posts") == "met"


def test_the_post_not_spoken_of_is_named(vary: Vary, governed: Vary, lacking: Lacks) -> None:
    """One, or both where nothing is known of the governance."""
    principal, technologist = (
        f"application.governance.{post}" for post in ("principal", "technologist")
    )
    assert lacking(governed(technologist=None), DUAL) == [technologist]
    assert lacking(governed(principal=None), DUAL) == [principal]
    assert lacking(vary(governance=None), DUAL) == [principal, technologist]


# --- 技术总师应由……战略科学家或高层次领军人才担任 -------------------------------------------------


@pytest.mark.parametrize(
    ("value", "outcome"),
    [
        ("strategic_scientist", "met"),
        ("leading_talent", "met"),
        ("other", "not_met"),
        (None, "unknown"),
    ],
)
def test_the_chief_technologist_is_attested_to_be_one_of_the_two(
    value: str | None, outcome: str, vary: Vary, attested: Callable[..., Attestation], says: Says
) -> None:
    """On somebody else's word; without one it is unknown."""
    words = () if value is None else (attested("qualification", value=value),)
    case = vary(without=("qualification",), attestations=words)
    assert says(case, QUALIFIED) == outcome


@pytest.mark.parametrize(
    ("technologist", "outcome"), [(NOBODY, "not_applicable"), (None, "unknown"), (LI, "met")]
)
def test_there_must_be_one_to_be_qualified(
    technologist: Person | Vacancy | None, outcome: str, governed: Vary, says: Says
) -> None:
    """An empty post fails the dual responsibility, not the qualification."""
    assert says(governed(technologist=technologist), QUALIFIED) == outcome


def test_the_attestation_that_is_missing_is_named(vary: Vary, lacking: Lacks) -> None:
    """And nothing else, where the technologist is known."""
    assert lacking(vary(without=("qualification",)), QUALIFIED) == ["attestations[qualification]"]
