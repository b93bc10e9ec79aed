"""第五、六条所依的事实：申报、审核、提交、评审、公示、批复各由谁、在何日、对着何处。"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import COMPLETE, LEAD, PARTICIPANTS, PUBLISHED
from tests.policies.tianjin.lives import (
    AGENCY,
    BUREAU,
    DISTRICT,
    approved,
    asked,
    call,
    change_approved,
    defended,
    filed,
    forwarded,
    noticed,
    objected,
    project_applied,
    publicised,
    reported,
    reviewed,
    settled,
)

from innov_consortium.core.attestations import Attested
from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.consortium import (
    Agreement,
    Application,
    Governance,
    Organ,
    Person,
    Vacancy,
)
from innov_consortium.core.events import Event
from innov_consortium.core.history import Consortium
from innov_consortium.core.lifecycle import Phase
from innov_consortium.policies.tianjin import (
    facts_documents,
    facts_filing,
    facts_publicity,
    facts_review,
)
from innov_consortium.policies.tianjin.bodies import BINHAI_ZONES
from innov_consortium.policies.tianjin.events import DistrictOpinion, ExpertOpinion, ReviewMode
from innov_consortium.policies.tianjin.facts_filing import Places
from innov_consortium.policies.tianjin.readings_life import DistrictOffice, ObjectionEffect

ONE = timedelta(1)
DAY, FILED = date(2026, 6, 1), date(2026, 3, 2)
ZONE = "天津经济技术开发区"
ZONES: dict[str, Any] = {"binhai_zones": BINHAI_ZONES}
APPLICATION = COMPLETE.application
INSIDE, SOMEWHERE = Places(("滨海新区",)), Places(("滨海新区", ZONE))


def state(*events: Event, phase: Phase = Phase.PROPOSED, **known: Any) -> Consortium:
    """Return a consortium with some events."""
    return Consortium(id="C1", on=DAY, phase=phase, events=events, **known)


# --- the call -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "opens", "closes"),
    [
        (call(), date(2026, 2, 10), date(2026, 12, 31)),
        (call(year=None), date(2026, 2, 10), date(2026, 12, 31)),
        (call(year=2027), date(2027, 1, 1), date(2027, 12, 31)),
        (call(year=2025), date(2026, 2, 10), date(2025, 12, 31)),
        (call(first=date(2026, 3, 1)), date(2026, 3, 1), date(2026, 12, 31)),
        (call(year=None, first=date(2027, 3, 1)), date(2027, 3, 1), date(2027, 12, 31)),
        (call(year=2027, last=date(2026, 11, 1)), date(2026, 2, 10), date(2026, 11, 1)),
        (call(last=date(2026, 4, 1)), date(2026, 2, 10), date(2026, 4, 1)),
    ],
)
def test_when_a_call_takes_applications(one: Any, opens: date, closes: date) -> None:
    """年度征集通知：写明起止的依其起止；没有写明的为其年度，自通知之日起至年度之末（C01）。"""
    assert (facts_filing.call_opens(one), facts_filing.call_closes(one)) == (opens, closes)


def test_without_a_call_nothing_opens() -> None:
    """没有通知的，没有受理的首日、末日，由谁发布不明。"""
    facts = facts_filing
    assert (facts.call_opens(None), facts.call_closes(None)) == (None, None)
    assert (facts.was_called(None), facts.called_by_bureau(None)) == (False, None)
    said = [facts.called_by_bureau(call(by=by)) for by in (BUREAU, "虚构部门", None)]
    assert said == [True, False, None]


def test_which_call_a_filing_rests_on() -> None:
    """申报所依据的通知：申报之日尚在受理的在先，没有的为最后发布的；市科技局的、不知由谁的在先。"""
    first, closed = call(), call(on=date(2026, 2, 20), last=date(2026, 2, 28))
    later = call(on=FILED + ONE)

    def found(*calls: Any, filing: Any = None, day: date = FILED) -> Any:
        return facts_filing.call(state(*calls), filing, day)

    assert found(first, closed) == first
    assert found(closed) == closed
    assert found(first, later) == first
    assert found(first, later, filing=filed(), day=DAY) == first
    assert found(first, later, day=DAY) == later
    assert found(later) is None
    assert facts_filing.call(None, None, FILED) is None
    another = call(on=date(2026, 2, 20), by="虚构部门")
    unknown = call(on=date(2026, 2, 20), by=None)
    assert (found(first, another), found(first, unknown)) == (first, unknown)
    last_day = call(on=date(2026, 2, 20), last=FILED)
    assert found(first, last_day) == last_day
    that_day = call(on=FILED)
    assert found(first, that_day) == that_day
    opens_today = call(on=date(2026, 2, 20), first=FILED)
    assert found(first, opens_today) == opens_today


# --- the filing -----------------------------------------------------------------------------------


def test_the_filing_is_the_one_made_now_or_the_last() -> None:
    """申报：正在作出的，或最后一次；没有的没有。"""
    facts = facts_filing
    one, again = filed(), filed(on=FILED + ONE)
    assert facts.filing(state(one), again) == again
    assert facts.filing(state(one, again), None) == again
    assert facts.filing(state(one), reviewed()) == one
    assert facts.filing(None, None) is None
    assert (facts.was_filed(one), facts.was_filed(None)) == (True, False)
    assert (facts.filed_on(one), facts.filed_on(None)) == (FILED, None)


def test_by_whom_and_with_what_it_was_filed() -> None:
    """牵头单位会同各成员单位提出，附建设方案、证明材料：没有写明的不明，写明而没有的没有。"""
    facts = facts_filing
    by = [facts.filed_by_lead(filed(by=b), APPLICATION) for b in (LEAD.name, "别家", None)]
    assert by == [True, False, None]
    assert facts.filed_by_lead(filed(), None) is None
    assert facts.filed_by_lead(None, APPLICATION) is None
    one = PARTICIPANTS[0]
    told = (None, frozenset[Any](), frozenset({one.key}))
    assert [facts.applies_together(one, filed(co_applicants=t)) for t in told] == [
        None,
        False,
        True,
    ]
    assert facts.applies_together(one, None) is None
    for fact, word in (
        (facts.plan_included, "construction_plan"),
        (facts.proofs_included, "proofs"),
    ):
        papers = (None, frozenset[str](), frozenset({word}))
        assert [fact(filed(documents=p)) for p in papers] == [None, False, True]
        assert fact(None) is None
    assert facts.co_applicant(None) == ()
    assert facts.co_applicant(APPLICATION) == PARTICIPANTS


@pytest.mark.parametrize(
    ("place", "own", "found"),
    [
        ("滨海新区", INSIDE, True),
        ("和平区", INSIDE, False),
        ("滨海新区", SOMEWHERE, None),
        (ZONE, SOMEWHERE, None),
        ("和平区", SOMEWHERE, False),
        ("天津市", INSIDE, False),
        ("天津市", None, False),
        (None, INSIDE, None),
        ("和平区", None, None),
    ],
)
def test_whether_an_office_is_that_of_the_place(
    place: str | None, own: Places | None, found: bool | None
) -> None:
    """提报至牵头单位所在区（含各开发区）：可能在几处的、不知何处的不明；市科技局不是区（C02）。"""
    assert facts_filing.in_place(place, own) is found


def _places(read: DistrictOffice, **changes: Any) -> Places | None:
    application = evolve(APPLICATION, lead=evolve(LEAD, **changes))
    return facts_filing.lead_places(application, district_office=read, **ZONES)


def test_where_the_lead_is() -> None:
    """牵头单位所在区：登记住所地，在开发区内的为该开发区；登记在滨海新区的可能在任何一个（C02）。"""
    domicile = DistrictOffice.DOMICILE
    assert _places(domicile, domicile="120101", zone=None) == Places(("和平区",))
    assert _places(domicile, domicile="120116", zone="泰达") == Places((ZONE,))
    assert _places(domicile, domicile="120116", zone="滨海新区") == Places(("滨海新区",))
    anywhere = _places(domicile, domicile="120116", zone=None)
    assert anywhere is not None
    assert anywhere.missing == ("application.lead.zone",)
    assert anywhere.value == ("滨海新区", *(names[0] for names in BINHAI_ZONES))
    assert _places(domicile, domicile="310000", zone=None) is None
    assert _places(domicile, domicile=None, zone=None) is None
    assert _places(domicile, domicile="120116", zone="某未列明的园区") == Places(
        ("某未列明的园区",)
    )
    assert facts_filing.lead_places(None, district_office=domicile, **ZONES) is None


def test_one_zone_is_enough_to_leave_open_where_the_lead_is() -> None:
    """含滨海新区各开发区：只列明一个开发区的，登记在滨海新区而未写明的，也还可能在其中。"""
    application = evolve(APPLICATION, lead=evolve(LEAD, domicile="120116", zone=None))
    found = facts_filing.lead_places(
        application, district_office=DistrictOffice.DOMICILE, binhai_zones=(BINHAI_ZONES[0],)
    )
    assert found == Places(("滨海新区", ZONE), ("application.lead.zone",))


def test_where_the_lead_operates_if_read_so() -> None:
    """牵头单位所在区：依解释为主要经营地，写区名、代码、开发区名都可以；没有写明的不明（C02）。"""
    operation = DistrictOffice.OPERATION
    said = [
        _places(operation, operates_in=where)
        for where in ("120101", "和平区", "经开区", "某地", None)
    ]
    places = [None if p is None else p.value for p in said]
    assert places == [("和平区",), ("和平区",), (ZONE,), None, None]


def test_where_it_was_filed() -> None:
    """接收申报的部门：依名称中的区、开发区；没有写明的不明。"""
    place = facts_filing.recipient_place
    assert place(filed(recipient="和平区科技局"), **ZONES) == "和平区"
    assert place(filed(recipient=None), **ZONES) is None
    assert place(None, **ZONES) is None


def test_of_two_zones_in_a_name_the_one_named_longer_is_meant() -> None:
    """含滨海新区各开发区：条文没有列举，名称互相包含的，以文中写得最长的为准，不论其正式名称长短。"""
    zones = (("天津市某某经济技术开发区", "甲园"), ("甲园综合保税区",), *BINHAI_ZONES)
    places = [
        facts_filing.recipient_place(filed(recipient=f"{name}科技局"), binhai_zones=zones)
        for name in ("甲园", "甲园综合保税区")
    ]
    assert places == ["天津市某某经济技术开发区", "甲园综合保税区"]


def by_office(by: str | None, own: Places | None = INSIDE, recipient: str | None = None) -> Any:
    """Return whether the lead's own office acted, or the one filed with."""
    return facts_filing.by_office(by, APPLICATION, own, recipient, BINHAI_ZONES)


def test_which_office_acts() -> None:
    """区科技主管部门：所在区的，或者接收申报的；市科技局、成员单位不是；不知由谁的不明。"""
    assert by_office(DISTRICT) is True
    assert by_office("和平区科技局", recipient="和平区") is True
    assert by_office("和平区科技局", recipient="河东区") is False
    assert by_office("和平区科技局") is None
    assert by_office(DISTRICT, recipient="和平区") is True
    assert by_office(BUREAU) is False
    assert by_office(None) is None
    assert by_office("某省科技厅") is None
    assert by_office(LEAD.name) is False
    assert by_office(DISTRICT, None) is None
    named = evolve(APPLICATION, lead=evolve(LEAD, name=DISTRICT))
    assert facts_filing.by_office(DISTRICT, named, INSIDE, None, BINHAI_ZONES) is False
    assert facts_filing.by_office(DISTRICT, None, INSIDE, None, BINHAI_ZONES) is True


STEPS = (filed(), reviewed(), forwarded(), defended(), publicised(), approved())


@pytest.mark.parametrize("place", range(4))
def test_a_step_is_due_once_it_or_a_later_one_was_taken(place: int) -> None:
    """组建流程的各步骤：已经走到这一步或其后的才问；在本办法施行以前批复的不问（A08）。"""
    facts = (
        facts_filing.filing_due,
        facts_review.review_due,
        facts_review.forwarding_due,
        facts_review.expert_review_due,
    )
    due = facts[place]
    before, itself = STEPS[:place], STEPS[place]
    assert due(state(*before), None, False) is False
    assert due(state(*before), itself, False) is True
    assert due(state(*before, itself), None, False) is True
    assert due(state(STEPS[-1]), None, False) is True
    assert due(None, None, False) is False
    assert due(None, itself, False) is True
    assert due(state(*STEPS), itself, True) is False


@pytest.mark.parametrize(
    ("recognised", "commenced", "before"),
    [
        (DAY, PUBLISHED, False),
        (DAY, DAY, False),
        (DAY, DAY + ONE, True),
        (DAY, None, False),
        (None, PUBLISHED, False),
    ],
)
def test_what_was_formed_before_the_text(
    recognised: date | None, commenced: date | None, before: bool
) -> None:
    """在本办法施行以前批复的：施行当日的不是，公布不明的照施行以后问（A08）。"""
    one = state(recognised_on=recognised)
    assert facts_filing.formed_before(one, commenced) is before
    assert facts_filing.formed_before(None, commenced) is False


def test_what_was_filed_before_the_text_and_is_pending() -> None:
    """在本办法施行以前申报、尚未批复的（A09）：施行当日的不是；公布不明的不明。"""
    before = facts_filing.filed_before
    assert [before(filed(), d, False) for d in (FILED, FILED + ONE, None)] == [False, True, None]
    assert before(None, None, False) is False
    assert before(filed(), None, True) is False


@pytest.mark.parametrize(
    ("act", "events", "phase", "begun"),
    [
        (reviewed(), (filed(), filed(on=FILED + ONE)), Phase.PROPOSED, FILED + ONE),
        (reviewed(), (), Phase.PROPOSED, reviewed().on),
        (filed(on=DAY), (filed(),), Phase.PROPOSED, DAY),
        (settled(), (filed(), objected()), Phase.PROPOSED, FILED),
        (objected(), (filed(),), Phase.PROPOSED, FILED),
        (reviewed(), (filed(),), Phase.RECOGNISED, reviewed().on),
        (
            change_approved(),
            (
                reported(ChangeKind.MEMBER_EXIT),
                reported(ChangeKind.MEMBER_EXIT, change="c2", on=date(2027, 5, 10)),
            ),
            Phase.RECOGNISED,
            date(2027, 5, 6),
        ),
        (change_approved(), (), Phase.RECOGNISED, date(2027, 5, 20)),
        (noticed(), (noticed(on=date(2027, 2, 1)),), Phase.RECOGNISED, date(2027, 3, 1)),
        (asked(), (), Phase.RECOGNISED, asked().on),
        (project_applied(), (), Phase.RECOGNISED, project_applied().on),
    ],
)
def test_when_a_matter_was_begun(
    act: Event, events: tuple[Event, ...], phase: Phase, begun: date
) -> None:
    """届满前开始的事项：申报、变更报送、撤销申请之日；此外的行为各自开始（A05）。"""
    consortium = state(*events, phase=phase)
    for day in (act.on, act.on + ONE):
        assert facts_filing.matter_begun_on(None, consortium, act, day) == begun


def test_a_matter_of_no_consortium_begins_with_the_act() -> None:
    """没有经历的，为行为之日。"""
    for act in (reviewed(), change_approved()):
        assert facts_filing.matter_begun_on(None, None, act, act.on + ONE) == act.on


def test_an_application_is_pending_from_the_day_it_was_filed() -> None:
    """没有问到行为的，为尚待批复的申请的申请日；没有提出的、已经办结的，为所问之日。"""
    begun, day = facts_filing.matter_begun_on, date(2026, 5, 1)
    pending = evolve(APPLICATION, filed_on=date(2026, 4, 1))
    assert begun(pending, None, None, day) == date(2026, 4, 1)
    assert begun(pending, state(phase=Phase.PROPOSED), None, day) == date(2026, 4, 1)
    assert begun(pending, state(phase=Phase.RECOGNISED), None, day) == day
    assert begun(evolve(APPLICATION, filed_on=None), None, None, day) == day
    assert begun(None, None, None, day) == day


# --- review, forwarding, experts ------------------------------------------------------------------

ELSEWHERE = "和平区科技局"
TOLD = (APPLICATION, INSIDE, "滨海新区")


@pytest.mark.parametrize(
    ("fact", "was", "where", "made"),
    [
        (
            facts_review.district_review,
            facts_review.district_reviewed,
            facts_review.reviewed_in_place,
            reviewed,
        ),
        (
            facts_review.forwarding,
            facts_review.was_forwarded,
            facts_review.forwarded_in_place,
            forwarded,
        ),
    ],
)
def test_a_district_act_is_the_last_that_is_no_strangers(
    fact: Any, was: Any, where: Any, made: Any
) -> None:
    """区科技主管部门审核、提交：无关的部门所作的不算，由谁所作不明的不明；正在作出的照算。"""
    one, strange, unknown = made(), made(by=ELSEWHERE), made(by=None)
    assert fact(state(one), None, *TOLD, **ZONES) == one
    assert fact(state(one, strange), None, *TOLD, **ZONES) == one
    assert fact(state(strange), None, *TOLD, **ZONES) is None
    assert fact(state(one, unknown), None, *TOLD, **ZONES) == unknown
    assert fact(state(one), strange, *TOLD, **ZONES) == strange
    assert fact(None, None, *TOLD, **ZONES) is None
    assert [was(None, act, *TOLD, **ZONES) for act in (None, approved())] == [False, False]
    assert was(one, None, *TOLD, **ZONES) is True
    assert was(unknown, None, *TOLD, **ZONES) is None
    assert was(unknown, unknown, *TOLD, **ZONES) is True
    assert where(one, INSIDE, **ZONES) is True
    assert where(strange, INSIDE, **ZONES) is False
    assert where(unknown, INSIDE, **ZONES) is None
    assert where(None, INSIDE, **ZONES) is None


def test_what_the_district_says() -> None:
    """出具推荐意见：没有意见的、不推荐的不是推荐，意见为何不明的不明。"""
    given, recommends = facts_review.district_opinion_given, facts_review.district_recommends
    told = {
        DistrictOpinion.RECOMMEND: (True, True),
        DistrictOpinion.NOT_RECOMMEND: (True, False),
        DistrictOpinion.NONE: (False, False),
        None: (None, None),
    }
    for opinion, expected in told.items():
        one = reviewed(opinion=opinion)
        assert (given(one), recommends(one)) == expected
    assert (given(None), recommends(None)) == (None, None)


def test_what_the_experts_say() -> None:
    """专家提出评审意见：没有评审的没有意见，意见为何不明的不明；参考与否另问（C04）。"""
    facts = facts_review
    opined, recommend = facts.experts_opined, facts.experts_recommend
    told = {
        ExpertOpinion.RECOMMENDED: (True, True),
        ExpertOpinion.NOT_RECOMMENDED: (True, False),
        ExpertOpinion.NONE: (False, False),
        None: (None, None),
    }
    for opinion, expected in told.items():
        one = defended(opinion=opinion)
        assert (opined(one), recommend(one)) == expected
    assert (opined(None), recommend(None)) == (False, None)
    modes = (ReviewMode.ORAL_DEFENCE, ReviewMode.OTHER, None)
    assert [facts.oral_defence(defended(mode=m)) for m in modes] == [True, False, None]
    assert facts.oral_defence(None) is None
    first, last = defended(), defended(on=DAY)
    assert facts.expert_review(state(first, last), None) == last
    assert facts.expert_review(state(first), last) == last
    assert facts.expert_review(state(first), reviewed()) == first
    assert facts.expert_review(None, None) is None
    assert (facts.expert_reviewed(first), facts.expert_reviewed(None)) == (True, False)


@pytest.mark.parametrize(
    ("agency", "third"), [(AGENCY, True), (BUREAU, False), (LEAD.name, False), (None, None)]
)
def test_who_organises_the_review(agency: str | None, third: bool | None) -> None:
    """委托第三方服务机构：既不是市科技局，也不是申报的成员单位。"""
    said = facts_review.agency_is_third_party(defended(agency=agency), APPLICATION)
    assert said is third
    assert facts_review.agency_is_third_party(None, APPLICATION) is None
    assert facts_review.agency_is_third_party(defended(agency=LEAD.name), None) is True


# --- publicity, objections, approval --------------------------------------------------------------


def test_which_publicity_counts() -> None:
    """公示：最后一次；有市科技局的或不知由谁的，不问其他单位的。"""
    facts = facts_publicity
    ours, again = publicised(), publicised(on=date(2026, 5, 20), last=None)
    strange, unknown = (publicised(on=DAY, last=None, by=by) for by in ("别家", None))
    assert facts.publicity(state(ours, again)) == again
    assert facts.publicity(state(ours, strange)) == ours
    assert facts.publicity(state(strange)) == strange
    assert facts.publicity(state(ours, unknown)) == unknown
    assert facts.publicity(None) is None
    assert (facts.publicised(ours), facts.publicised(None)) == (True, False)
    by = [facts.publicised_by_bureau(p) for p in (ours, strange, unknown, None)]
    assert by == [True, False, None, None]
    ends = [facts.publicity_ends_on(p) for p in (ours, again, None)]
    assert ends == [date(2026, 5, 12), None, None]


def test_when_it_was_approved() -> None:
    """批复之日；尚未批复、正在批复的为所问之日；在本办法以前批复的不依本办法（A08）。"""
    facts = facts_publicity
    one = state(approved(), recognised_on=DAY)
    later = DAY + ONE
    assert facts.approval_day(one, None, later) == DAY
    assert facts.approval_day(one, approved(on=later), later) == later
    assert facts.approval_day(state(), None, later) == later
    assert facts.approval_day(None, None, later) == later
    assert facts.was_approved(one, None, False) is True
    assert facts.was_approved(one, None, True) is False
    assert facts.was_approved(state(), None, False) is False
    assert facts.was_approved(None, None, False) is False
    assert facts.was_approved(None, approved(), True) is True


PUBLICITY = publicised()


def objections(
    *events: Event,
    publicity: Any = PUBLICITY,
    day: date = DAY,
    read: ObjectionEffect = ObjectionEffect.OPEN_OR_UPHELD,
) -> Any:
    """Return the objections that stand in the way of an approval."""
    return facts_publicity.objections(state(*events), publicity, day, objection_effect=read)


@pytest.mark.parametrize(
    ("on", "counted"),
    [
        (date(2026, 5, 5), 0),
        (date(2026, 5, 6), 1),
        (date(2026, 5, 12), 1),
        (date(2026, 5, 13), 0),
    ],
)
def test_an_objection_is_raised_within_the_publicity(on: date, counted: int) -> None:
    """公示无异议：公示期内提出的才算，首日、末日都在内；末日不明的，其后的都在内（C05）。"""
    one = objected(on=on)
    found = objections(one)
    assert (found.value, len(found.not_counted)) == (counted, 1 - counted)
    assert objections(one, publicity=None).value == 0
    endless = publicised(last=None)
    assert objections(one, publicity=endless).value == (0 if on < endless.on else 1)


def test_an_objection_that_was_disposed_of_no_longer_counts() -> None:
    """审查不成立的不再计，成立的、尚未处理的计；依解释任何异议都计（C05）。"""
    any_ = ObjectionEffect.ANY
    assert objections(objected()).value == 1
    assert objections(objected(), settled()).value == 0
    assert objections(objected(), settled(upheld=True)).value == 1
    assert objections(objected(), settled(), read=any_).value == 1
    assert objections(objected(on=DAY), read=any_).value == 0
    assert objections(settled(on=date(2026, 5, 7)), objected()).value == 1
    assert objections(objected(), settled(objection="o2")).value == 1
    twice = (objected(), settled(), settled(on=date(2026, 5, 12), upheld=True))
    assert objections(*twice).value == 1
    assert objections(*twice, day=date(2026, 5, 11)).value == 0
    assert objections(objected(on=date(2026, 5, 12)), day=date(2026, 5, 11)).value == 0


def test_only_the_bureau_disposes_of_an_objection() -> None:
    """由市科技局处理：其他单位的处理不算；由谁处理、成立与否不明的不明，成立的无论由谁都计。"""
    assert objections(objected(), settled(by="别家")).value == 1
    nobody = objections(objected(), settled(by=None))
    assert (nobody.value, nobody.missing) == (None, ("events[objection_decided].by",))
    silent = objections(objected(), settled(upheld=None))
    assert (silent.value, silent.missing) == (None, ("events[objection_decided].upheld",))
    neither = objections(objected(), settled(by=None, upheld=None))
    assert neither.missing == ("events[objection_decided].by", "events[objection_decided].upheld")
    upheld = objections(objected(), settled(by=None, upheld=True))
    assert (upheld.value, upheld.missing) == (1, ())
    another = objected(objection="o2")
    one_open = objections(objected(), another, settled(upheld=None))
    assert (one_open.value, one_open.counted) == (1, ("o2 2026-05-08",))
    assert (
        facts_publicity.objections(
            None, publicised(), DAY, objection_effect=ObjectionEffect.ANY
        ).value
        == 0
    )


# --- art. 5 items 1, 4, 5 and 6 -------------------------------------------------------------------


def given(**changes: Any) -> Application:
    """Return the complete application with something exchanged."""
    return evolve(APPLICATION, **changes)


def test_lists_and_areas_that_are_not_told_are_unknown() -> None:
    """清单、合作基础：没有写明的不明，写明而没有的没有。"""
    facts = facts_documents
    lists = (None, frozenset[str](), frozenset({"target_outcomes"}))
    assert [facts.list_formed("target_outcomes", given(lists=one)) for one in lists] == [
        None,
        False,
        True,
    ]
    areas = ("joint_r_and_d", "standards")
    known, silent = given(cooperation=frozenset({"standards", "x"})), given(cooperation=None)
    assert (facts.areas_of_cooperation(known), facts.areas_of_cooperation(silent)) == (2, None)
    lacking = [facts.areas_lacking(one, cooperation_areas=areas) for one in (known, silent)]
    assert lacking == [1, None]


def test_who_signed_and_who_intends() -> None:
    """共同签署组建协议，达成联合意愿：没有写明的不明；没有单独声明的以签署为证，未签署的不明。"""
    facts = facts_documents
    one = PARTICIPANTS[0]
    agreements = (
        None,
        Agreement(),
        Agreement(signatories=frozenset()),
        Agreement(signatories=frozenset({one.key})),
    )
    signed = [facts.signed(one, given(agreement=a)) for a in agreements]
    assert signed == [None, None, False, True]
    stated = given(intending=frozenset({one.key}))
    assert facts.intends(one, stated, False) is True
    assert facts.intends(PARTICIPANTS[1], stated, True) is False
    silent = given(intending=None)
    assert [facts.intends(one, silent, v) for v in (True, False, None)] == [True, None, None]
    assert facts.signed_on(given(agreement=None)) is None
    assert facts.signed_on(APPLICATION) == date(2026, 2, 20)
    assert facts.application_day(given(filed_on=None), DAY) == DAY
    assert facts.application_day(APPLICATION, DAY) == FILED


def test_what_an_agreement_says() -> None:
    """组建协议须明确的各项：没有协议、没有写明的不明；许可使用和收益分配分两项写的亦同（B18）。"""
    facts = facts_documents
    both = facts.agrees_licensing_and_income_distribution

    def heads(*words: str) -> Application:
        return given(agreement=Agreement(heads=frozenset(words)))

    assert both(heads("licensing_and_income_distribution")) is True
    assert both(heads("licensing", "income_distribution")) is True
    assert [both(heads(w)) for w in ("licensing", "income_distribution")] == [False, False]
    for silent in (given(agreement=None), given(agreement=Agreement())):
        assert both(silent) is None
        assert facts.agrees_goals(silent) is None
    assert (facts.agrees_goals(heads("goals")), facts.agrees_goals(heads())) == (True, False)


def with_organs(*organs: Organ) -> Application:
    """Return the complete application with other organs."""
    return given(governance=Governance(organs=organs))


def test_which_organ_has_a_function() -> None:
    """应设立决策、咨询和执行等组织机构：没有写明的不明；一机构兼两项的、没有名称的另有说明（B19）。"""
    facts = facts_documents

    def said(function: str, application: Application) -> tuple[bool | None, bool | None]:
        return (
            facts.organ_provided(function, application),
            facts.organ_shared(function, application),
        )

    apart = with_organs(Organ("decision", "理事会"), Organ("executive", "秘书处"))
    assert [said(f, apart) for f in ("decision", "advisory")] == [(True, False), (False, False)]
    shared = with_organs(Organ("decision", "理事会"), Organ("executive", "理事会"))
    assert said("decision", shared) == (True, True)
    one = with_organs(Organ("decision", None), Organ("executive", "秘书处"))
    assert [said(f, one) for f in ("decision", "executive")] == [(True, None), (True, None)]
    assert said("advisory", one) == (False, False)
    nameless = with_organs(Organ("decision", None), Organ("executive", None))
    assert said("decision", nameless) == (True, None)
    alone = with_organs(Organ("decision", None))
    assert said("decision", alone) == (True, False)
    for silent in (given(governance=None), given(governance=Governance())):
        assert said("decision", silent) == (None, None)


ZHANG, LI = Person("张示例", "P1"), Person("李虚构", "P2")


@pytest.mark.parametrize(
    ("principal", "technologist", "one"),
    [
        (ZHANG, LI, False),
        (ZHANG, ZHANG, True),
        (ZHANG, Person("张示例", "P2"), False),
        (Person("张三", "P1"), ZHANG, True),
        (ZHANG, Person("张示例"), True),
        (Person("张示例"), ZHANG, True),
        (Person("张示例"), LI, False),
        (Vacancy.VACANT, LI, False),
        (ZHANG, Vacancy.VACANT, False),
        (None, Vacancy.VACANT, False),
        (None, LI, None),
        (ZHANG, None, None),
        (None, None, None),
    ],
)
def test_one_person_in_both_posts(principal: Any, technologist: Any, one: bool | None) -> None:
    """“双重”负责：两职是否一人，双方有代号的依代号，否则依姓名；空缺的不是，没有写明的不明（B20）。"""
    governance = Governance(principal=principal, technologist=technologist)
    application = given(governance=governance)
    facts = facts_documents
    assert facts.one_person_in_both(application) is one
    filled = {None: None, Vacancy.VACANT: False}
    assert facts.principal_named(application) is filled.get(principal, True)
    assert facts.technologist_named(application) is filled.get(technologist, True)


def test_posts_without_a_governance_are_unknown() -> None:
    """没有写明组织架构的：两职是否到位、是否一人都不明。"""
    silent = given(governance=None)
    facts = facts_documents
    assert facts.one_person_in_both(silent) is None
    assert (facts.principal_named(silent), facts.technologist_named(silent)) == (None, None)
    assert facts.qualification(Attested()) is None
