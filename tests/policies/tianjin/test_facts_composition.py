"""第五条第（二）、（三）项所依的事实：谁算一家，谁是企业，参与、牵头了几个联合体。"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import (
    COMPLETE,
    DAY,
    LEAD,
    PARTICIPANTS,
    made_attestation,
    made_college,
    made_engagement,
    made_special_case,
    made_unit,
)
from tests.policies.tianjin.lives import BUREAU

from innov_consortium.core.attestations import Attested, Listing, SpecialCase
from innov_consortium.core.consortium import Application
from innov_consortium.core.history import Consortium
from innov_consortium.core.organizations import Identifier, LegalForm, Organization
from innov_consortium.core.organizations import OrganizationKind as Kind
from innov_consortium.core.register import Count, Engagement, Register, Role, Whole
from innov_consortium.policies.tianjin import facts_composition, facts_lead
from innov_consortium.policies.tianjin.readings import (
    CollegeCounting,
    ConsortiaCounted,
    EnterpriseTest,
    LeadCounts,
    LeadershipCounting,
    RolesCounted,
    ShareBase,
    UnitOfCount,
)

ONE = timedelta(1)
UNIT, OTHER = PARTICIPANTS[0], made_unit(88)
BRANCH = made_unit(71, branch_of=UNIT.id)
ABROAD = Organization(name="虚构境外研究所", id=Identifier("LEI", "X1"), kind=Kind.OTHER)


def units(*participants: Organization, lead: Organization = LEAD, **readings: Any) -> Any:
    """Return the participants that are counted, and the names of those that are not."""
    known: dict[str, Any] = {
        "unit_of_count": UnitOfCount.LEGAL_PERSON,
        "college_counting": CollegeCounting.CAP_ONLY,
    }
    application = Application(lead=lead, participants=participants)
    found = facts_composition.units(application, **{**known, **readings})
    return [unit.key for unit in found.counted], list(found.merged)


# --- who is one -----------------------------------------------------------------------------------


@pytest.mark.parametrize("order", [(UNIT, BRANCH), (BRANCH, UNIT)])
def test_a_branch_is_counted_with_its_legal_person(order: tuple[Organization, ...]) -> None:
    """参与单位总数：以法人为单位，列在前后都以法人为准；依解释每一登记主体各计一家（B05）。"""
    assert units(*order) == ([UNIT.key], [BRANCH.name])
    assert units(*order, unit_of_count=UnitOfCount.REGISTERED_BODY) == ([u.key for u in order], [])


def test_a_branch_of_the_lead_is_no_other_unit() -> None:
    """参与单位：牵头单位的分支机构不是另一家。"""
    branch = made_unit(72, branch_of=LEAD.id)
    assert units(branch, UNIT) == ([UNIT.key], [branch.name])


def test_a_group_is_one_only_if_read_so() -> None:
    """以经济集团为单位的，同一母公司的并为一家；没有写明母公司的各计一家（B05）。"""
    group: dict[str, Any] = {"unit_of_count": UnitOfCount.GROUP}
    child, sister = evolve(UNIT, parent=OTHER.id), evolve(PARTICIPANTS[1], parent=OTHER.id)
    assert units(child, sister, **group) == ([child.key], [sister.name])
    assert units(child, sister) == ([child.key, sister.key], [])
    assert units(UNIT, PARTICIPANTS[1], **group) == ([UNIT.key, PARTICIPANTS[1].key], [])


def test_colleges_of_a_university_are_several_only_if_read_so() -> None:
    """以学院为单位计数：只用于“不超过两个”，依解释用于一切计数（B06）。"""
    one, another = made_college(31, "化工学院"), made_college(31, "材料学院")
    counted, merged = units(one, another)
    assert (len(counted), len(merged)) == (1, 1)
    by_college = units(one, another, college_counting=CollegeCounting.EVERY_COUNT)
    assert by_college == ([one.key, another.key], [])
    assert units(another, one)[1] == ["虚构12号单位31（材料学院）"]
    assert units(one, made_college(31, None))[1] == ["虚构12号单位31（化工学院）"]


@pytest.mark.parametrize(
    ("lead", "base", "total", "in_share"),
    [
        (LeadCounts.EXCLUDED, ShareBase.PARTICIPANTS, 2, False),
        (LeadCounts.EXCLUDED, ShareBase.MEMBERS, 2, True),
        (LeadCounts.INCLUDED, ShareBase.PARTICIPANTS, 3, True),
        (LeadCounts.INCLUDED, ShareBase.MEMBERS, 3, True),
    ],
)
def test_the_lead_is_counted_or_not(
    lead: LeadCounts, base: ShareBase, total: int, in_share: bool
) -> None:
    """参与单位总数、企业占比：是否含牵头单位，依各自的解释（B01、B02）。"""
    found = facts_composition.Units(PARTICIPANTS[:2], ("某分公司",))
    assert facts_composition.participants(found, lead_counts=lead) == Count(
        total, not_counted=("某分公司",)
    )
    share = facts_composition.share_units(
        COMPLETE.application, found, lead_counts=lead, share_base=base
    )
    assert (LEAD in share, facts_composition.share_total(share)) == (in_share, 2 + in_share)
    assert facts_composition.participants_named(found) == 2


# --- who is an enterprise, an academic institution, abroad ----------------------------------------


@pytest.mark.parametrize(
    ("unit", "by_form", "by_function"),
    [
        (UNIT, True, True),
        (made_unit(73, kind=Kind.NEW_RD_INSTITUTION), True, False),
        (made_unit(74, "92"), False, True),
        (made_unit(75, "12"), False, False),
        (ABROAD, None, False),
        (evolve(ABROAD, legal_form=LegalForm.ENTERPRISE), True, False),
        (evolve(ABROAD, legal_form=LegalForm.OTHER), False, False),
    ],
)
def test_an_enterprise_is_one_by_its_form_or_by_its_function(
    unit: Organization, by_form: bool | None, by_function: bool
) -> None:
    """企业数量占比：看登记的法律形式，不明的不明，不作不是；依解释看实际功能（B04）。"""
    form, function = EnterpriseTest.LEGAL_FORM, EnterpriseTest.FUNCTION
    assert facts_composition.is_enterprise(unit, enterprise_test=form) is by_form
    assert facts_composition.is_enterprise(unit, enterprise_test=function) is by_function
    possible = facts_composition.possible_enterprises((unit,), enterprise_test=form)
    assert possible == (by_form is not False)


def test_where_the_form_would_have_to_be_given() -> None:
    """企业数：形式不明的单位，指明在申请中的位置；不在计数之内的不指明。"""
    application = Application(lead=evolve(ABROAD, id=Identifier("LEI", "X2")), participants=(UNIT,))
    with_abroad = evolve(application, participants=(UNIT, ABROAD))

    def counted(one: Application, among: tuple[Organization, ...], test: EnterpriseTest) -> Count:
        return facts_composition.enterprises(one, among, enterprise_test=test)

    form = EnterpriseTest.LEGAL_FORM
    assert counted(with_abroad, with_abroad.members, form) == Count(
        1, missing=("application.lead.legal_form", "application.participants[1].legal_form")
    )
    assert counted(with_abroad, with_abroad.participants, form).missing == (
        "application.participants[1].legal_form",
    )
    assert counted(with_abroad, (UNIT,), form) == Count(1)
    assert counted(with_abroad, with_abroad.members, EnterpriseTest.FUNCTION) == Count(1)


@pytest.mark.parametrize(
    ("unit", "academic", "service", "university", "college", "abroad"),
    [
        (UNIT, False, False, False, None, False),
        (made_unit(75, "12"), True, False, False, None, False),
        (made_unit(73, kind=Kind.NEW_RD_INSTITUTION), True, False, False, None, False),
        (made_college(31, "化工学院"), True, False, True, True, False),
        (made_college(31, None), True, False, True, None, False),
        (PARTICIPANTS[5], False, True, False, None, False),
        (ABROAD, False, False, False, None, None),
        (evolve(ABROAD, abroad=True), False, False, False, None, True),
        (evolve(ABROAD, abroad=False), False, False, False, None, False),
        (evolve(UNIT, abroad=True), False, False, False, None, True),
    ],
)
def test_what_a_participant_is(
    unit: Organization,
    academic: bool,
    service: bool,
    university: bool,
    college: bool | None,
    abroad: bool | None,
) -> None:
    """参与的企业、高校院所、科技服务机构；设立于境外与否，没有写明的只有代码能说明（B17）。"""
    facts = facts_composition
    assert (facts.is_academic(unit), facts.is_service_institution(unit)) == (academic, service)
    assert (facts.counted_by_college(unit), facts.college_named(unit)) == (university, college)
    assert facts.is_abroad(unit) is abroad


# --- in how many consortia ------------------------------------------------------------------------


def engaged(unit: Organization = UNIT, consortium: str = "C2", **known: Any) -> Engagement:
    """Return a participation that has lasted since 2025-09-01."""
    return made_engagement(unit, consortium, **known)


def taking_part(
    *engagements: Engagement,
    unit: Organization = UNIT,
    own: str | None = None,
    to: date | None = DAY,
    **readings: Any,
) -> tuple[Count, Whole]:
    """Return in how many consortia a unit takes part, and whether that is all that is known."""
    known: dict[str, Any] = {
        "roles_counted": RolesCounted.PARTICIPANT,
        "consortia_counted": ConsortiaCounted.ACTIVE,
        "unit_of_count": UnitOfCount.LEGAL_PERSON,
        **readings,
    }
    register = Register(engagements, to)
    consortium = None if own is None else Consortium(id=own, on=DAY)
    given = (unit, register, consortium, DAY)
    return (
        facts_composition.participations(*given, **known),
        facts_composition.participations_complete(*given, **known),
    )


ENDED = engaged(ended_on=DAY)
PENDING = engaged(since=None)
REVOKED = engaged(ended_on=DAY, revoked=True)
ELSEWHERE = engaged(jurisdiction="310000")
AS_LEAD = engaged(role=Role.LEAD)


@pytest.mark.parametrize(
    ("one", "counted"),
    [
        (engaged(), set(ConsortiaCounted)),
        (engaged(jurisdiction="120116"), set(ConsortiaCounted)),
        (PENDING, {ConsortiaCounted.PENDING_TOO}),
        (REVOKED, {ConsortiaCounted.REVOKED_TOO}),
        (ELSEWHERE, {ConsortiaCounted.OTHER_PROVINCES_TOO}),
        (ENDED, set()),
        (engaged(jurisdiction="310000", ended_on=DAY), set()),
    ],
)
def test_which_consortia_are_counted(one: Engagement, counted: set[ConsortiaCounted]) -> None:
    """参与组建不超过两个：存续的天津市的计；待批的、外省市的、已撤销的依各自的解释（B10）。"""
    said = {r for r in ConsortiaCounted if taking_part(one, consortia_counted=r)[0].value == 2}
    assert said == counted
    left_out = taking_part(one)[0]
    assert left_out.not_counted == (() if ConsortiaCounted.ACTIVE in counted else ("C2",))


def test_leading_counts_only_if_read_so_and_its_own_consortium_never_twice() -> None:
    """含本次申请：登记簿中的本联合体不重复计（B10）；牵头的依解释才计入（B08）；他人的不计。"""
    assert taking_part(AS_LEAD)[0] == Count(1)
    assert taking_part(AS_LEAD, roles_counted=RolesCounted.ANY_ROLE)[0] == Count(2, ("C2",))
    assert taking_part(engaged(), own="C2")[0] == Count(1)
    assert taking_part(engaged(), own="C3")[0].value == 2
    assert taking_part(engaged(OTHER))[0] == Count(1)


def test_a_branch_takes_part_for_its_legal_person() -> None:
    """同一主体单位：分支机构参与的，是其法人的参与；依解释各计（B05）。"""
    assert taking_part(engaged(), unit=BRANCH)[0].value == 2
    apart: dict[str, Any] = {"unit_of_count": UnitOfCount.REGISTERED_BODY}
    assert taking_part(engaged(), unit=BRANCH, **apart)[0].value == 1


CHEMISTRY, MATERIALS = made_college(31, "化工学院"), made_college(31, "材料学院")
UNIVERSITY = made_college(31, None)


def test_a_university_is_counted_by_college() -> None:
    """高校以学院为单位计数：另一学院的不计；没有写明学院的高校不明，不作没有限制（B07）。"""
    assert taking_part(engaged(CHEMISTRY), unit=CHEMISTRY)[0].value == 2
    assert taking_part(engaged(MATERIALS), unit=CHEMISTRY)[0].value == 1
    assert taking_part(unit=UNIVERSITY)[0] == Count(None, missing=("{}.college",))


@pytest.mark.parametrize(
    ("one", "readings", "whole"),
    [
        (engaged(CHEMISTRY), {}, True),
        (engaged(MATERIALS), {}, True),
        (engaged(UNIVERSITY), {}, False),
        (engaged(UNIVERSITY, "C1"), {}, True),
        (engaged(UNIVERSITY, role=Role.LEAD), {}, True),
        (engaged(UNIVERSITY, role=Role.LEAD), {"roles_counted": RolesCounted.ANY_ROLE}, False),
        (engaged(UNIVERSITY, ended_on=DAY), {}, True),
        (engaged(UNIVERSITY, since=None), {}, True),
    ],
)
def test_what_a_register_does_not_say_of_a_college_may_be_this_one(
    one: Engagement, readings: Any, whole: bool
) -> None:
    """掌握不全的不明：登记簿没有写明学院的，可能正是这一学院，只要它计入（B07）。"""
    found = taking_part(one, unit=CHEMISTRY, own="C1", **readings)[1]
    missing = () if whole else ("register.engagements[0].college",)
    assert found == Whole(True if whole else None, missing)


def test_whether_all_is_known_of_a_unit() -> None:
    """登记簿不完整的、集团没有全部掌握的、没有写明学院的：不明，不作“没有”。"""
    group: dict[str, Any] = {"unit_of_count": UnitOfCount.GROUP}
    assert taking_part()[1] == Whole(True)
    assert taking_part(engaged())[1] == Whole(True)
    several = (engaged(CHEMISTRY), engaged(UNIVERSITY))
    assert taking_part(*several, unit=CHEMISTRY)[1].missing == ("register.engagements[1].college",)
    assert taking_part(to=DAY - ONE)[1] == Whole(None, ("register.complete_to",))
    assert taking_part(to=None)[1] == Whole(None, ("register.complete_to",))
    child = evolve(UNIT, parent=OTHER.id)
    assert taking_part(unit=child, **group)[1] == Whole(None, ("register.engagements",))
    assert taking_part(unit=UNIT, **group)[1] == Whole(True)
    assert taking_part(unit=child)[1] == Whole(True)
    assert taking_part(engaged(CHEMISTRY), unit=UNIVERSITY)[1] == Whole(None, ("{}.college",))


# --- the lead -------------------------------------------------------------------------------------


def led(*engagements: Engagement, own: str | None = None, **readings: Any) -> Count:
    """Return how many consortia the lead leads."""
    known: dict[str, Any] = {"leadership_counting": LeadershipCounting.CONCURRENT, **readings}
    consortium = None if own is None else Consortium(id=own, on=DAY)
    return facts_lead.leaderships(
        COMPLETE.application, Register(engagements, DAY), consortium, DAY, **known
    )


def leading(consortium: str = "C2", **known: Any) -> Engagement:
    """Return that the lead has led another consortium since 2025-09-01."""
    return made_engagement(LEAD, consortium, **{"role": Role.LEAD, **known})


@pytest.mark.parametrize(
    ("one", "counted"),
    [
        (leading(), set(LeadershipCounting)),
        (leading(jurisdiction="120000"), set(LeadershipCounting)),
        (leading(jurisdiction="310000"), set()),
        (leading(role=Role.PARTICIPANT), set()),
        (leading(since=None), {LeadershipCounting.PENDING_TOO}),
        (leading(ended_on=DAY), {LeadershipCounting.LIFETIME}),
        (leading(ended_on=DAY + ONE, revoked=True), {LeadershipCounting.LIFETIME}),
        (leading(since=None, ended_on=DAY), set()),
    ],
)
def test_which_leaderships_are_counted(one: Engagement, counted: set[LeadershipCounting]) -> None:
    """最多可牵头组建一个：同一时间存续的；待批的、曾经牵头的依各自的解释；参与的、外省市的不计（B09）。"""
    said = {r for r in LeadershipCounting if led(one, leadership_counting=r).value == 2}
    assert said == counted


def test_its_own_consortium_is_not_led_twice() -> None:
    """含本次申请：登记簿中的本联合体不重复计；未计的另行列明。"""
    assert led(leading(), own="C2") == Count(1)
    assert led(leading(), own="C3") == Count(2, ("C2",))
    assert led(leading(ended_on=DAY)) == Count(1, (), ("C2",))


@pytest.mark.parametrize(
    ("attested", "registered", "here"),
    [
        (True, None, True),
        (False, True, False),
        (True, False, True),
        (None, True, True),
        (None, False, None),
        (None, None, None),
    ],
)
def test_registration_in_tianjin_suffices_and_its_lack_does_not(
    attested: bool | None, registered: bool | None, here: bool | None
) -> None:
    """在津：经认定的依认定；在津登记即足，不在津登记的不明，不作不在津（B13）。"""
    said = () if attested is None else (made_attestation("in_tianjin", holds=attested),)
    assert facts_lead.in_tianjin(Attested(said), registered) is here


@pytest.mark.parametrize(
    ("branch", "here", "operating", "rests"),
    [
        (True, None, None, True),
        (True, None, True, True),
        (True, None, False, False),
        (True, True, True, False),
        (True, False, True, False),
        (False, None, True, False),
    ],
)
def test_what_rests_on_a_branch_alone(
    branch: bool, here: bool | None, operating: bool | None, rests: bool
) -> None:
    """“在津”只能以分支机构为据：未经认定的、未被认定为不正常运营的（B13）。"""
    assert facts_lead.rests_on_branch(branch, here, operating) is rests


def with_lead(**changes: Any) -> Application:
    """Return the complete application with another lead."""
    return evolve(COMPLETE.application, lead=evolve(LEAD, **changes))


def test_where_the_lead_is_registered_and_has_branches() -> None:
    """在津：登记在天津各区，或者在津设有分支机构；没有写明的不明。"""
    where = facts_lead.registered_in_tianjin
    assert [where(with_lead(domicile=d, zone=None)) for d in ("120101", "310000", None)] == [
        True,
        False,
        None,
    ]
    assert facts_lead.branch_in_tianjin(with_lead(branches_in=("310000", "120101"))) is True
    assert facts_lead.branch_in_tianjin(with_lead(branches_in=("310000",))) is False


FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)


@pytest.mark.parametrize(
    ("day", "closed", "lasting"),
    [
        (FIRST - ONE, False, False),
        (FIRST, True, True),
        (LAST, True, True),
        (LAST + ONE, False, True),
    ],
)
def test_a_listing_contradicts_operating_normally_while_it_lasts(
    day: date, closed: bool, lasting: bool
) -> None:
    """正常运营：当日仍被列入名录的与之矛盾；没有移出的一直是，已经移出的不是；他人的无关。"""

    another = Listing(unit=OTHER.id, name="经营异常名录", first=FIRST)

    def contradicted(unit: Organization, last: date | None, operating: bool | None = True) -> bool:
        entry = Listing(unit=unit.id, name="经营异常名录", first=FIRST, last=last)
        return facts_lead.contradicted_by_listing(
            COMPLETE.application, (entry, another), operating, day
        )

    assert (contradicted(LEAD, LAST), contradicted(LEAD, None)) == (closed, lasting)
    assert contradicted(OTHER, None) is False
    assert [contradicted(LEAD, None, v) for v in (False, None)] == [False, False]


@pytest.mark.parametrize(
    ("category", "attested", "force"),
    [
        ("other_strategic_force", None, True),
        ("other", True, True),
        ("other", False, False),
        ("other", None, None),
        (None, True, True),
    ],
)
def test_another_strategic_force_is_attested(
    category: str | None, attested: bool | None, force: bool | None
) -> None:
    """等战略科技力量：所列三类以外的须经认定，没有认定的不明（B14）。"""
    said = () if attested is None else (made_attestation("strategic_force", holds=attested),)
    assert facts_lead.strategic_force(Attested(said), category) is force


# --- art. 7 ---------------------------------------------------------------------------------------

ON = date(2026, 2, 10)


@pytest.mark.parametrize(
    ("by", "on", "leadership", "authority", "another"),
    [
        ("市委、市政府", ON, True, True, False),
        (BUREAU, ON, False, True, False),
        ("虚构部委", ON, False, False, True),
        (LEAD.name, ON, False, False, False),
        ("申请人", ON, False, False, False),
        ("市委、市政府", None, None, None, False),
        (None, ON, None, None, False),
        (None, None, False, False, False),
    ],
)
def test_by_whom_a_special_case_is_determined(
    by: str | None,
    on: date | None,
    leadership: bool | None,
    authority: bool | None,
    another: bool,
) -> None:
    """市委、市政府确定重点支持，或天津重点产业发展亟需：没有确定的即非，没有记全的不明（B12）。"""
    case = made_special_case(determined_by=by, determined_on=on)
    assert facts_lead.determined_by_leadership(case) is leadership
    assert facts_lead.determined_by_authority(case, Attested()) is authority
    assert facts_lead.determined_by_another(COMPLETE.application, case) is another


def test_what_is_urgently_needed_may_be_attested_instead() -> None:
    """亟需的：已由有权机关确定的，不因另有认定而改变；没有确定的，依认定。"""

    def authority(case: SpecialCase, holds: bool) -> bool | None:
        said = Attested((made_attestation(facts_lead.URGENT_NEED, holds=holds),))
        return facts_lead.determined_by_authority(case, said)

    bureau = made_special_case(determined_by=BUREAU)
    nobody = made_special_case(determined_by=None, determined_on=None)
    assert (authority(bureau, True), authority(bureau, False)) == (True, True)
    assert (authority(nobody, True), authority(nobody, False)) == (True, False)


@pytest.mark.parametrize(
    ("elected", "by", "pending", "by_bureau"),
    [
        (True, BUREAU, False, True),
        (True, "虚构其他部门", False, False),
        (True, None, False, None),
        (False, BUREAU, False, False),
        (None, None, True, False),
    ],
)
def test_by_whom_case_by_case_is_elected(
    elected: bool | None, by: str | None, pending: bool, by_bureau: bool | None
) -> None:
    """可按照“一事一议”组织建设：由市科技局决定；未记由谁决定的不明，尚待决定的还不是。"""
    on = None if elected is None else date(2026, 2, 25)
    case = made_special_case(elected=elected, elected_by=by, elected_on=on)
    assert facts_lead.election_pending(case) is pending
    assert facts_lead.elected_by_bureau(case) is by_bureau


def test_without_a_special_case_nothing_is_claimed() -> None:
    """没有提出特殊情况的：不是重点支持、亟需，没有确定、选用，也没有待决定的。"""
    facts = facts_lead
    claims = (facts.claims_key_support, facts.claims_urgent_need)
    assert [claim(None) for claim in claims] == [False, False]
    assert [claim(made_special_case()) for claim in claims] == [True, False]
    urgent = made_special_case(ground=facts.URGENT_NEED)
    assert [claim(urgent) for claim in claims] == [False, True]
    assert facts.determined_by_leadership(None) is False
    assert facts.determined_by_authority(None, Attested()) is False
    assert facts.determined_by_another(COMPLETE.application, None) is False
    assert facts.determined_by_another(None, made_special_case(determined_by="虚构部委")) is True
    assert facts.election_pending(None) is False
    assert facts.elected_by_bureau(None) is False
