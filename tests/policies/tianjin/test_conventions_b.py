"""组建条件（第五条）的约定，逐条举例：B07 至 B18。"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import (
    COMPLETE,
    DAY,
    LEAD,
    PARTICIPANTS,
    checked,
    made_attestation,
    made_college,
    made_engagement,
    varied,
)
from tests.policies.tianjin.lives import (
    CALLED,
    EVERYBODY,
    FORMED,
    HANDED_IN,
    LEFT,
    PUBLIC,
    UNBLEMISHED,
    approved,
    asked,
    because,
    change_approved,
    decided,
    executed,
    filed,
    handed_in,
    measures,
    report_of,
    reported,
    stands,
)

from innov_consortium.core.attestations import Listing
from innov_consortium.core.case import Case
from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.organizations import (
    Identifier,
    LegalForm,
    Organization,
    OrganizationKind,
)
from innov_consortium.core.register import Register
from innov_consortium.core.report import Answer

CAP = "art5.item3.s5b"
OPERATING = "art5.item2.s2a"
WITHOUT_LEAD = EVERYBODY
WITHOUT_ONE = frozenset(unit.key for unit in PARTICIPANTS[1:])

Says = Callable[..., str | None]


# --- B07: a college -------------------------------------------------------------------------------


def joins(own: Organization, *others: Organization) -> Case:
    """Return a case with a college in it, and what takes part in two others each."""
    known = [
        made_engagement(other, f"另{n}{k}") for n, other in enumerate(others) for k in range(2)
    ]
    units = (*PARTICIPANTS[:4], own, PARTICIPANTS[5])
    return varied(participants=units, register=Register.complete(to=DAY, engagements=known))


def test_b07_a_college_is_a_university_and_a_name(says: Says) -> None:
    """「学院以“高校＋学院”为主体」: neither half alone makes it the same."""
    own = made_college(31, "化工学院")
    assert says(joins(own, own), CAP) == "departs_from_principle"
    assert says(joins(own, made_college(31, "机械学院")), CAP) == "met"
    assert says(joins(own, made_college(32, "化工学院")), CAP) == "met"


def test_b07_without_a_college_the_number_is_unknown(says: Says) -> None:
    """「未写学院的，参与次数不明」: neither none, nor without a limit."""
    assert says(joins(made_college(31, None)), CAP) == "unknown"
    unsaid = joins(made_college(31, "化工学院"), made_college(31, None))
    assert says(unsaid, CAP) == "unknown"


def test_b07_one_college_goes_by_one_name(says: Says) -> None:
    """「登记簿与申请应使用同一学院名称」「本库不识别」: under another name it is another one."""
    register_says, renamed = made_college(31, "化工学院"), made_college(31, "化学与化工学院")
    assert says(joins(register_says, register_says), CAP) == "departs_from_principle"
    assert says(joins(renamed, register_says), CAP) == "met"
    assert says(joins(renamed, renamed), CAP) == "departs_from_principle"


# --- B13: 在津正常运营 ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("here", "running", "outcome"),
    [
        (True, True, "met"),
        (False, True, "not_met"),
        (True, False, "not_met"),
        (None, True, "unknown"),
        (True, None, "unknown"),
    ],
)
def test_b13_it_is_attested_in_two_legs(
    here: bool | None, running: bool | None, outcome: str, says: Says
) -> None:
    """「“在津正常运营”分两项认定」: of a lead registered elsewhere each of them counts."""
    legs = {"in_tianjin": here, "operating_normally": running}
    words = [made_attestation(what, holds=v) for what, v in legs.items() if v is not None]
    case = varied(
        lead=evolve(LEAD, domicile="110108", zone=None),
        without=("operating_normally",),
        attestations=words,
    )
    assert says(case, OPERATING) == outcome


@pytest.mark.parametrize(
    ("last", "outcome"),
    [(date(2026, 3, 1), "met"), (date(2026, 3, 2), "needs_judgement"), (None, "needs_judgement")],
)
def test_b13_a_listing_against_it_is_judged(last: date | None, outcome: str, says: Says) -> None:
    """「所列名录、名单与“正常运营”的认定相抵触的，由人判断」: listed on the day, or the eve."""
    entry = Listing(unit=LEAD.id, name="经营异常名录", first=date(2026, 1, 5), last=last)
    assert says(varied(listings=(entry,)), OPERATING) == outcome
    not_running = made_attestation("operating_normally", holds=False)
    agreed = varied(listings=(entry,), without=("operating_normally",), attestations=(not_running,))
    assert says(agreed, OPERATING) == "not_met"


# --- B15: who the members are ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("together", "decision"), [(WITHOUT_LEAD, "granted"), (WITHOUT_ONE, "refused")]
)
def test_b15_in_arts_6_and_14_the_lead_acts_and_all_participants_join(
    together: frozenset[Any], decision: str
) -> None:
    """「第六、十四条的“各（所有）成员单位”：牵头单位行为，参与单位共同」: one of them lacking."""
    assert stands(CALLED, filed(co_applicants=together)) == decision
    assert stands((*FORMED, asked(signatories=together)), handed_in()) == decision
    one = PARTICIPANTS[0].name
    assert stands(CALLED, filed(by=one, co_applicants=together)) == "refused"
    assert stands(FORMED, asked(by=one, signatories=together)) == "refused"
    assert "art14.s1a" in dict(because(decided(FORMED, asked(by=one))))
    assert HANDED_IN[-1].by == LEAD.name


def test_b15_in_art_12_a_renamed_lead_is_a_member() -> None:
    """「第十二条含牵头单位更名」: reported, approved, carried out, on its own word."""
    renamed = reported(
        ChangeKind.MEMBER_RENAME,
        unit=LEAD.key,
        issued_by=frozenset({LEAD.key}),
        new_name="虚构牵头集团",
    )
    events = (*FORMED, renamed, change_approved(), executed())
    report = report_of("change", events, date(2027, 6, 1))
    said = [report.outcome(f"art12.{s}") for s in ("s1c", "s1d", "s1e", "s1f")]
    assert [o.value for o in said if o is not None] == ["met"] * 4


def test_b15_in_items_4_and_5_the_lead_is_a_member(says: Says) -> None:
    """「第（四）（五）项的“成员单位”含牵头单位」: signed by it, intended by it."""
    agreement = COMPLETE.application.agreement
    assert agreement is not None
    everybody = frozenset({LEAD.key, *WITHOUT_LEAD})
    for who, outcome in ((everybody, "met"), (WITHOUT_LEAD, "not_met")):
        signed = varied(agreement=evolve(agreement, signatories=who))
        assert says(signed, "art5.item5.s2a") == outcome
        assert says(varied(intending=who), "art5.item4.s3c") == outcome


# --- B16: when art. 5 is asked --------------------------------------------------------------------


def test_b16_it_is_asked_as_of_the_day_that_is_asked_about(says: Says) -> None:
    """「按所问之日核对」「申请时与批准时各问一次，由使用者提问」: attested in between."""
    late = made_attestation("art5.item4.s2", on=date(2026, 5, 20))
    case = varied(
        without=("art5.item4.s2",),
        attestations=(late,),
        register=Register.complete(to=date(2026, 6, 1)),
    )
    days = (DAY, date(2026, 5, 19), date(2026, 5, 20), date(2026, 6, 1))
    said = [says(case, "art5.item4.s2", on=day) for day in days]
    assert said == ["needs_judgement", "needs_judgement", "met", "met"]
    assert checked(case, DAY).answer is Answer.OPEN
    assert checked(case, date(2026, 6, 1)).answer is Answer.MET


LISTS = frozenset({"major_scientific_questions", "key_core_technologies"})


@pytest.mark.parametrize(
    ("lists", "filing", "approval"),
    [
        (LISTS, "refused", "refused"),
        (None, "granted", "deferred"),
        (COMPLETE.application.lists, "granted", "granted"),
    ],
)
def test_b16_what_is_not_met_stops_the_filing_and_what_is_open_the_approval(
    lists: frozenset[str] | None, filing: str, approval: str
) -> None:
    """「申报时，第五条不符合的不能申报，尚待确定的留待审核」「批复时全部再问一次」."""
    act = filed(application=evolve(COMPLETE.application, lists=lists))
    assert stands(CALLED, act) == filing
    assert stands((*CALLED, act, *PUBLIC[2:]), approved()) == approval


def test_b16_afterwards_it_is_asked_no_more() -> None:
    """「此后不再问」: five are left, and nothing follows; no later step asks for art. 5."""
    assert [s.name for s in measures().rows if "formation" in s.asks] == ["file", "approve"]
    for name in ("evaluation", "revocation_grounds", "withdrawal", "project_eligibility"):
        report = report_of(name, LEFT, date(2027, 6, 1), UNBLEMISHED)
        assert [f for f in report if f.provision.startswith("art5.")] == []
    change = report_of("change", LEFT, date(2027, 6, 1))
    (left,) = [f for f in change if f.provision == "art5.item3.s2c"]
    assert (left.facts["current_participants"], left.norm.combines) == (5, False)


# --- B17 and B18 ----------------------------------------------------------------------------------

ABROAD = Organization(
    name="虚构境外研究所",
    id=Identifier("境外登记号", "7"),
    kind=OrganizationKind.RESEARCH_INSTITUTION,
    legal_form=LegalForm.OTHER,
    abroad=True,
)
INLAND = evolve(ABROAD, abroad=False)


def test_b17_a_unit_abroad_may_take_part(says: Says) -> None:
    """「境外单位可参与」: it is met, and it is counted like any other."""
    case = varied(participants=(*PARTICIPANTS[:5], ABROAD))
    assert says(case, "art5.item3.s2a") == "met"
    assert says(case, "art5.item3.s2c") == "met"
    assert checked(case).answer is Answer.MET


def test_b17_of_other_law_nothing_is_asked() -> None:
    """「其他法律（出口管制、数据）不在本库范围」: abroad or not, the same is asked and answered."""

    def said(unit: Organization) -> list[tuple[str, str]]:
        report = checked(varied(participants=(*PARTICIPANTS[:5], unit)))
        return [(f.provision, f.outcome.value) for f in report]

    assert said(ABROAD) == said(INLAND)


HEADS = ("goals", "tasks", "organisation", "functions", "rights_and_obligations", "ip_ownership")
TOGETHER, APART = "licensing_and_income_distribution", ("licensing", "income_distribution")
LAST = "breach_liability"


def lacking(*heads: str) -> list[str]:
    """Return which of the eight an agreement with these heads does not state."""
    agreement = COMPLETE.application.agreement
    assert agreement is not None
    report = checked(varied(agreement=evolve(agreement, heads=frozenset(heads))))
    return [f.provision.removeprefix("art5.item5.") for f in report.failed]


def test_b18_there_are_eight_heads() -> None:
    """「协议八项」: each is needed, and eight are lacking where nothing is stated."""
    eight = (*HEADS, TOGETHER, LAST)
    assert [lacking(*(h for h in eight if h != one)) for one in eight] == [
        ["s2b"],
        ["s2c"],
        ["s2d"],
        ["s2e"],
        ["s2f"],
        ["s2g"],
        ["s2h"],
        ["s2i"],
    ]
    assert (len(lacking()), lacking(*eight)) == (8, [])


def test_b18_licensing_and_income_together_or_apart() -> None:
    """「许可使用与收益分配可合写，可分写」: apart, both of them."""
    assert lacking(*HEADS, LAST, *APART) == []
    assert [lacking(*HEADS, LAST, one) for one in APART] == [["s2h"], ["s2h"]]


def test_b18_more_is_welcome() -> None:
    """「多写不限」: a ninth, and both ways of writing one."""
    assert lacking(*HEADS, TOGETHER, LAST, "other:争议解决") == []
    assert lacking(*HEADS, TOGETHER, *APART, LAST) == []
