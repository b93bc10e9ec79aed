"""第六条第一、二项：启动组建与联合申报——征集通知、会同、方案、材料、所在区。"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import COMPLETE, LEAD, PARTICIPANTS, varied
from tests.policies.tianjin.lives import (
    CALLED,
    DISTRICT,
    EVERYBODY,
    FILED,
    FORMED,
    GIVEN,
    PUBLIC,
    at,
    because,
    call,
    decided,
    filed,
    lacks,
    life,
    measures,
    misplaced,
    refused,
    reviewed,
    stands,
    taken_back,
    verdict,
)

from innov_consortium.core.attestations import Departure
from innov_consortium.core.case import Dossier
from innov_consortium.core.decide import Granted, decide
from innov_consortium.core.events import Event
from innov_consortium.core.history import replay
from innov_consortium.core.report import ItemFinding, Mark, Report
from innov_consortium.policies.tianjin import TIANJIN

CALL, TOGETHER = ("art6.item1.s2a", "filed_within_call"), ("art6.item2.s2a", "applied_together")
PLAN, PROOFS = ("art6.item2.s2b", "plan_handed_in"), ("art6.item2.s2c", "proofs_handed_in")
PLACE = ("art6.item2.s2d", "filed_with_own_district")
FEBRUARY = {"first": date(2026, 2, 20), "last": date(2026, 3, 31)}


def led_from(**known: Any) -> Event:
    """Return the filing of a lead of which something else is known, as for ``filed``."""
    of_lead = {k: known.pop(k) for k in ("domicile", "zone", "operates_in") if k in known}
    application = evolve(COMPLETE.application, lead=evolve(LEAD, **of_lead))
    return filed(application=application, **known)


def checked(*events: Event, on: date) -> Report:
    """Ask the inquiry about the filing of a history."""
    dossier = Dossier(history=life(events), register=GIVEN.register)
    return measures().check("filing", dossier, on=on)


# --- 市科技局……发布年度征集通知，启动创新联合体组建工作 -------------------------------------------


def test_the_bureau_calls() -> None:
    """市科技局发布：the call is granted and is recorded with the edition it was decided under."""
    decision = decided((), call())
    assert isinstance(decision, Granted)
    recorded = decision.events[0]
    assert (recorded.consortium, recorded.edition.partition(":")[0]) == ("C1", "120000")


@pytest.mark.parametrize("by", ["市财政局", "滨海新区科技主管部门", LEAD.name])
def test_nobody_else_calls(by: str) -> None:
    """Another body's call is refused under the provision that names the bureau."""
    assert because(decided((), call(by=by))) == [("art6.item1.s2a", "step_actor")]


def test_who_called_must_be_known() -> None:
    """A call by nobody knows whom is neither granted nor refused."""
    assert lacks(decided((), call(by=None))) == {"act.by"}


def test_a_call_every_year() -> None:
    """年度：a second call may follow the first."""
    assert stands(CALLED, call(on=date(2027, 2, 10), year=2027)) == "granted"


def test_without_a_call_there_is_no_application() -> None:
    """启动: the call that is missing is named, and nothing else stands in the way."""
    assert because(decided((), filed())) == [CALL, ("art6.item1.s2a", "step_order")]


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (date(2026, 3, 1), "refused"),
        (date(2026, 3, 2), "granted"),
        (date(2026, 3, 3), "granted"),
    ],
)
def test_from_the_day_of_the_call(on: date, decision: str) -> None:
    """A call that names no first day opens on its own day, that day included."""
    assert stands((call(on=date(2026, 3, 2)),), filed(on=on)) == decision


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (date(2026, 2, 19), "refused"),
        (date(2026, 2, 20), "granted"),
        (date(2026, 2, 21), "granted"),
        (date(2026, 3, 30), "granted"),
        (date(2026, 3, 31), "granted"),
        (date(2026, 4, 1), "refused"),
    ],
)
def test_the_window_is_that_of_the_call(on: date, decision: str) -> None:
    """From its first to its last day, both included; outside of it the provision is cited."""
    said = decided((call(**FEBRUARY),), filed(on=on))
    assert verdict(said) == decision
    assert because(said) == ([] if decision == "granted" else [CALL])


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (date(2026, 12, 30), "granted"),
        (date(2026, 12, 31), "granted"),
        (date(2027, 1, 1), "refused"),
    ],
)
def test_a_call_of_a_year_ends_with_it(on: date, decision: str) -> None:
    """年度: a call of 2026 that names no window covers 2026 and no day more (C01)."""
    assert stands(CALLED, filed(on=on)) == decision


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (date(2026, 12, 31), "refused"),
        (date(2027, 1, 1), "granted"),
        (date(2027, 1, 2), "granted"),
    ],
)
def test_a_call_of_the_next_year_begins_with_it(on: date, decision: str) -> None:
    """A call for 2027 issued in December 2026 covers 2027, unless it says otherwise (C01)."""
    early = call(on=date(2026, 12, 20), year=2027)
    assert stands((early,), filed(on=on)) == decision


def test_a_call_that_names_its_first_day_opens_then() -> None:
    """Unless it says otherwise: one for 2027 that opens in December 2026 is open in December."""
    early = call(on=date(2026, 12, 20), year=2027, first=date(2026, 12, 21))
    assert stands((early,), filed(on=date(2026, 12, 22))) == "granted"


@pytest.mark.parametrize("year", [2026, None])
def test_a_call_that_names_no_year_is_of_the_year_it_was_issued_in(year: int | None) -> None:
    """Nothing is invented: it covers what is left of that year."""
    said = [stands((call(year=year),), filed(on=d)) for d in (date(2026, 12, 31), date(2027, 1, 1))]
    assert said == ["granted", "refused"]


def test_the_next_call_does_not_close_the_one_before() -> None:
    """While the call of 2026 is open, that the call of 2027 is issued takes nothing away."""
    both = (call(), call(on=date(2026, 11, 20), year=2027, first=date(2027, 1, 10)))
    days = (date(2026, 12, 31), date(2027, 1, 9), date(2027, 1, 10))
    assert [stands(both, filed(on=d)) for d in days] == ["granted", "refused", "granted"]


def test_a_call_of_the_same_day_that_was_recorded_first_is_enough() -> None:
    """Steps of one day stand in the order in which they were recorded (C06)."""
    assert stands((call(on=date(2026, 3, 2)),), filed()) == "granted"


@pytest.mark.parametrize(("by", "decision"), [(LEAD.name, "refused"), (None, "deferred")])
def test_a_call_that_is_not_the_bureaus_opens_nothing(by: str | None, decision: str) -> None:
    """市科技局……发布: recorded all the same it is no call, and one of nobody knows whom may be."""
    said = decided((call(by=by),), filed())
    assert (verdict(said), because(said)) == (decision, [CALL])
    if by is None:
        assert lacks(said) == {"events[call_issued].by"}


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_anothers_call_takes_nothing_from_the_bureaus(days: int) -> None:
    """Issued before, on the same day or after: the bureau's own stands."""
    on = date.fromordinal(date(2026, 2, 10).toordinal() + days)
    calls = sorted((call(), call(on=on, by=LEAD.name)), key=lambda c: c.on)
    assert stands(calls, filed()) == "granted"


# --- 牵头单位会同各成员单位共同提出组建申请 -------------------------------------------------------


def test_an_application_in_order_is_filed() -> None:
    """The lead, all members, the plan, the proofs, the own district, within the call."""
    assert stands(CALLED, filed()) == "granted"


@pytest.mark.parametrize("by", [LEAD.name, LEAD.id.value, str(LEAD.id)])
def test_the_lead_files_under_its_name_or_its_code(by: str) -> None:
    """牵头单位提出: who it is, not how it is written."""
    assert stands(CALLED, filed(by=by)) == "granted"


@pytest.mark.parametrize("by", [PARTICIPANTS[0].name, "市科技局", DISTRICT])
def test_nobody_else_files(by: str) -> None:
    """Not a participant, nor an office."""
    assert because(decided(CALLED, filed(by=by))) == [("art6.item2.s2a", "step_actor")]


@pytest.mark.parametrize("absent", [0, 3, 5])
def test_a_member_that_does_not_apply_is_named(absent: int) -> None:
    """各成员单位: every one of them, an enterprise, an institute, a service institution alike."""
    unit = PARTICIPANTS[absent]
    said = decided(CALLED, filed(co_applicants=EVERYBODY - {unit.key}))
    assert because(said) == [TOGETHER]
    items: tuple[ItemFinding, ...] = said.report.failed[0].items
    assert [(i.item, i.path) for i in items] == [(unit, f"application.participants[{absent}]")]


def test_the_lead_need_not_stand_among_its_co_applicants() -> None:
    """会同: the lead acts, the others join it (B15)."""
    assert stands(CALLED, filed(co_applicants=EVERYBODY | {LEAD.key})) == "granted"
    assert stands(CALLED, filed(co_applicants=frozenset({LEAD.key}))) == "refused"


# --- 建设方案、证明材料、所在区 -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("documents", "lacking"),
    [
        ((), [PLAN, PROOFS]),
        (("proofs",), [PLAN]),
        (("construction_plan",), [PROOFS]),
        (("construction_plan", "proofs", "other:承诺书"), []),
    ],
)
def test_plan_and_proofs(documents: tuple[str, ...], lacking: list[tuple[str, str]]) -> None:
    """联合编订建设方案，会同相关证明材料: both, and more does no harm."""
    assert because(decided(CALLED, filed(documents=frozenset(documents)))) == lacking


@pytest.mark.parametrize(
    ("domicile", "zone", "recipient", "decision"),
    [
        ("120101", None, "和平区科技主管部门", "granted"),
        ("120101", None, "天津市和平区科学技术局", "granted"),
        ("120101", None, "河东区科技主管部门", "refused"),
        ("120101", None, "滨海新区科技主管部门", "refused"),
        ("120116", "滨海新区", "滨海新区科技主管部门", "granted"),
        ("120116", "滨海新区", "天津经济技术开发区科技主管部门", "refused"),
        ("120116", "天津经济技术开发区", "天津经济技术开发区科技主管部门", "granted"),
        ("120116", "泰达", "天津经济技术开发区科技主管部门", "granted"),
        ("120116", "天津经济技术开发区", "滨海新区科技主管部门", "refused"),
        ("120116", "天津经济技术开发区", "天津港保税区科技主管部门", "refused"),
    ],
)
def test_the_office_is_that_of_the_leads_district_or_zone(
    domicile: str, zone: str | None, recipient: str, decision: str
) -> None:
    """所在区（含滨海新区各开发区）: registered domicile, and in a zone that zone (C02)."""
    said = decided(CALLED, led_from(domicile=domicile, zone=zone, recipient=recipient))
    assert verdict(said) == decision
    assert because(said) == ([] if decision == "granted" else [PLACE])


@pytest.mark.parametrize(
    ("recipient", "decision"),
    [
        ("滨海新区科技主管部门", "deferred"),
        ("天津经济技术开发区科技主管部门", "deferred"),
        ("中新天津生态城科技主管部门", "deferred"),
        ("河东区科技主管部门", "refused"),
    ],
)
def test_in_the_new_area_it_must_be_said_whether_it_is_in_a_zone(
    recipient: str, decision: str
) -> None:
    """Registered in 120116 and no more said: any of its zones or none, but no other district."""
    said = decided(CALLED, led_from(domicile="120116", zone=None, recipient=recipient))
    assert (verdict(said), because(said)) == (decision, [PLACE])
    if decision == "deferred":
        assert lacks(said) == {"application.lead.zone"}


@pytest.mark.parametrize("domicile", [None, "110108", "120000", "120199"])
def test_a_domicile_that_is_no_district_of_the_city_is_asked_for(domicile: str | None) -> None:
    """Whose office it is nobody can say: not the wrong one."""
    said = decided(CALLED, led_from(domicile=domicile, zone=None))
    assert "application.lead.domicile" in lacks(said)
    assert PLACE in because(said)


@pytest.mark.parametrize("by", ["市科技局", "天津市科技局", "天津市科学技术局"])
def test_the_bureau_is_no_district(by: str) -> None:
    """所在区: handed in to the bureau it is handed in to the wrong office, wherever the lead is."""
    for domicile, zone in (("120101", None), ("120116", None), ("120116", "泰达")):
        said = decided(CALLED, led_from(domicile=domicile, zone=zone, recipient=by))
        assert because(said) == [PLACE]


@pytest.mark.parametrize(
    ("recipient", "decision"),
    [
        ("天津市和平区科学技术局（虚构）", "granted"),
        ("虚构科技服务窗口·和平区", "granted"),
        ("天津市滨海新区和平区科技主管部门", "refused"),
        ("泰达和平区联络处", "refused"),
        ("某科技主管部门", "deferred"),
    ],
)
def test_the_district_is_told_by_its_name_wherever_it_stands(recipient: str, decision: str) -> None:
    """A zone goes before a district, and of two districts the longer name: one place is meant."""
    assert stands(CALLED, led_from(domicile="120101", zone=None, recipient=recipient)) == decision


@pytest.mark.parametrize(
    ("zones", "decision"),
    [(None, "refused"), ((("天津虚构开发区", "虚构开发区"),), "granted"), ((), "refused")],
)
def test_which_zones_there_are_can_be_replaced(
    zones: tuple[tuple[str, ...], ...] | None, decision: str
) -> None:
    """含滨海新区各开发区: the text lists none, so another list can take the place of ours."""
    policy = measures() if zones is None else measures().with_numbers(binhai_zones=zones)
    act = led_from(zone="虚构开发区", recipient="滨海新区虚构开发区科技局")
    found = decide(policy, at(CALLED, act.on), act, act.on, GIVEN)
    assert verdict(found) == decision


def test_where_the_participants_are_does_not_matter() -> None:
    """牵头单位所在区: participants come from anywhere."""
    elsewhere = tuple(evolve(unit, domicile="110108") for unit in PARTICIPANTS)
    application = evolve(COMPLETE.application, participants=elsewhere)
    assert stands(CALLED, filed(application=application)) == "granted"


def test_the_other_office_is_a_finding_and_no_nullity() -> None:
    """Filed with the wrong office it is filed nevertheless: what comes next is the review (C02)."""
    wrong = filed(recipient="河东区科技主管部门")
    report = checked(*CALLED, wrong, on=date(2026, 3, 3))
    assert [f.provision for f in report.failed] == ["art6.item2.s2d"]
    assert report.open == ()
    assert stands((*CALLED, wrong), reviewed()) == "granted"


# --- what is missing is asked for -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "where"),
    [
        ("by", "act.by"),
        ("co_applicants", "events[filed].co_applicants"),
        ("documents", "events[filed].documents"),
        ("recipient", "events[filed].recipient"),
        ("application", "application"),
    ],
)
def test_what_is_left_out_of_the_filing_is_missing(field: str, where: str) -> None:
    """Missing is neither wrong nor in order: the decision is deferred and says what for."""
    assert where in lacks(decided(CALLED, filed(**{field: None})))


def test_a_filing_of_which_nothing_is_known_is_not_refused() -> None:
    """Everything left out but the day: deferred, each gap named."""
    nothing = dict.fromkeys(("by", "co_applicants", "documents", "recipient", "application"))
    assert lacks(decided(CALLED, filed(**nothing))) >= {
        "act.by",
        "events[filed].documents",
        "events[filed].recipient",
        "application",
    }


def test_an_office_nobody_can_place_is_not_the_wrong_one() -> None:
    """A recipient whose name tells no district leaves it open."""
    said = decided(CALLED, filed(recipient="某科技主管部门"))
    assert verdict(said) == "deferred"
    assert because(said) == [PLACE]


# --- 第五条 at filing (B16) -----------------------------------------------------------------------


def test_what_art_5_forbids_is_refused_at_filing() -> None:
    """Two enterprises of five: 占比不少于50% is not met, and a filing is the first place to say."""
    few = varied(participants=PARTICIPANTS[1:]).application
    act = filed(application=few, co_applicants=frozenset(u.key for u in few.participants))
    assert [p for p, _ in because(decided(CALLED, act))] == ["art5.item3.s2d"]


def test_what_is_in_principle_may_still_be_accepted() -> None:
    """Five participants depart from 原则上不少于6家: that is for the approval, not the filing."""
    five = varied(participants=PARTICIPANTS[:5]).application
    act = filed(application=five, co_applicants=frozenset(u.key for u in five.participants))
    assert stands(CALLED, act) == "granted"


def test_a_departure_that_was_refused_stands_in_the_way() -> None:
    """The bureau has decided not to accept five: now the filing is refused for it."""
    five = varied(participants=PARTICIPANTS[:5]).application
    act = filed(application=five, co_applicants=frozenset(u.key for u in five.participants))
    word = Departure(
        provision="art5.item3.s2c",
        by="市科技局",
        on=date(2026, 3, 1),
        reason="骨干单位不足（虚构）",
        accepted=False,
    )
    said = decided(CALLED, act, evolve(GIVEN, departures=(word,)))
    assert [p for p, _ in because(said)] == ["art5.item3.s2c"]


def test_what_is_not_yet_attested_is_settled_later() -> None:
    """Nothing attested: what art. 5 leaves to bodies does not keep an application from filing."""
    assert stands(CALLED, filed(), evolve(GIVEN, attestations=())) == "granted"


# --- its place in the procedure -------------------------------------------------------------------


@pytest.mark.parametrize(
    "before",
    [FILED, PUBLIC, FORMED, (*FILED, taken_back()), (*FILED, refused())],
    ids=["filed", "public", "formed", "taken back", "refused"],
)
def test_an_application_is_filed_once(before: tuple[Event, ...]) -> None:
    """Filed again it is refused under the provision, whatever has become of the first."""
    said = decided(before, filed(on=date(2026, 8, 3)))
    assert misplaced(said) == [provision for provision, _ in because(said)] == ["art6.item2.s2a"]


@pytest.mark.parametrize("before", [FILED, PUBLIC], ids=["filed", "public"])
def test_the_lead_may_take_the_application_back(before: tuple[Event, ...]) -> None:
    """The text only implies it; nobody but the lead may."""
    assert stands(before, taken_back()) == "granted"
    other = decided(before, taken_back(by=PARTICIPANTS[0].name))
    assert because(other) == [("art6.item2.s2a", "step_actor")]
    assert lacks(decided(before, taken_back(by=None))) == {"act.by"}


@pytest.mark.parametrize(
    "before", [CALLED, FORMED, (*FILED, refused())], ids=["called", "formed", "refused"]
)
def test_there_must_be_an_application_to_take_back(before: tuple[Event, ...]) -> None:
    """Before it is filed, after it is approved or refused there is none."""
    assert misplaced(decided(before, taken_back())) == ["art6.item2.s2a"]


# --- the inquiry ----------------------------------------------------------------------------------


def test_the_inquiry_says_the_same_of_what_was_filed() -> None:
    """After the fact the filing is asked the same norms, each by its provision."""
    report = checked(*FILED, on=date(2026, 3, 2))
    found = {f.provision: f.outcome.value for f in report if f.provision.startswith("art6")}
    assert found == {
        "art6.item1.s2a": "met",
        "art6.item2.s2a": "met",
        "art6.item2.s2b": "met",
        "art6.item2.s2c": "met",
        "art6.item2.s2d": "met",
    }


def test_what_is_filed_later_is_not_known_yet() -> None:
    """The day before nothing is filed, and nothing of art. 6 item 2 is asked."""
    report = checked(*FILED, on=date(2026, 3, 1))
    outcomes = {f.outcome.value for f in report if f.provision.startswith("art6.item2")}
    assert outcomes == {"not_applicable"}


def test_while_no_publication_is_known_no_act_is_granted() -> None:
    """Whether there is a basis is not known: deferred, with nothing but that missing."""
    on = date(2026, 2, 10)
    said = decide(TIANJIN, replay(life(()), on), call(), on)
    assert verdict(said) == "deferred"
    assert (because(said), said.report.marks[1]) == ([], Mark.PUBLICATION_UNKNOWN)
