"""组建流程（第六条）和提交之日的约定，逐条举例：C01 至 C07。"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import COMPLETE, LEAD
from tests.policies.tianjin.lives import (
    CALLED,
    DISTRICT,
    FILED,
    FORWARDED,
    GIVEN,
    PUBLIC,
    approved,
    at,
    call,
    decided,
    defended,
    filed,
    finding_of,
    forwarded,
    life,
    measures,
    objected,
    publicised,
    report_of,
    reviewed,
    settled,
    stands,
    without,
)

from innov_consortium.core.case import Case
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.consortium import Application
from innov_consortium.core.decide import decide
from innov_consortium.core.events import Event
from innov_consortium.core.periods import Window
from innov_consortium.core.register import Register
from innov_consortium.core.registering import duties, register
from innov_consortium.core.sanctions import Bar

HEPING, TEDA = "和平区科技主管部门", "天津经济技术开发区科技主管部门"


# --- C01: the call --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("window", "inside"),
    [
        ((date(2026, 2, 20), date(2026, 3, 31)), (date(2026, 2, 20), date(2026, 3, 31))),
        ((None, date(2027, 1, 31)), (date(2026, 2, 10), date(2027, 1, 31))),
    ],
)
def test_c01_the_window_of_the_call(
    window: tuple[date | None, date], inside: tuple[date, date]
) -> None:
    """「通知写明起止的按其起止」: both days are in it, the days around it are not."""
    called = (call(first=window[0], last=window[1]),)
    first, last = (day.toordinal() for day in inside)
    days = [date.fromordinal(n) for n in (first - 1, first, last, last + 1)]
    said = [stands(called, filed(on=day)) for day in days]
    assert said == ["refused", "granted", "granted", "refused"]


@pytest.mark.parametrize(
    ("issued", "inside"),
    [
        (date(2026, 2, 10), (date(2026, 2, 10), date(2026, 12, 31))),
        (date(2025, 12, 15), (date(2026, 1, 1), date(2026, 12, 31))),
    ],
)
def test_c01_or_else_its_year(issued: date, inside: tuple[date, date]) -> None:
    """「未写明的，为通知所属年度」: from the call on, or the first day of its year."""
    first, last = (day.toordinal() for day in inside)
    days = [date.fromordinal(n) for n in (first - 1, first, last, last + 1)]
    said = [stands((call(on=issued, year=2026),), filed(on=day)) for day in days]
    assert said == ["refused", "granted", "granted", "refused"]


# --- C02: the office ------------------------------------------------------------------------------


def at_office(recipient: str, zone: str | None, district: str = "120116") -> Event:
    """Return a filing with an office, of a lead registered in a district and perhaps a zone."""
    lead = evolve(LEAD, domicile=district, zone=zone)
    application = evolve(COMPLETE.application, lead=lead)
    return filed(application=application, recipient=recipient)


@pytest.mark.parametrize(
    ("zone", "teda", "binhai", "heping"),
    [
        ("泰达", "granted", "refused", "refused"),
        ("滨海新区", "refused", "granted", "refused"),
        (None, "deferred", "deferred", "refused"),
    ],
)
def test_c02_a_lead_in_a_zone_files_with_the_zone(
    zone: str | None, teda: str, binhai: str, heping: str
) -> None:
    """「牵头单位登记在开发区内的，向该开发区申报」「不在开发区内的写“滨海新区”」「未写的不明」."""
    said = [stands(CALLED, at_office(office, zone)) for office in (TEDA, DISTRICT, HEPING)]
    assert said == [teda, binhai, heping]
    assert stands(CALLED, at_office(HEPING, None, "120101")) == "granted"


def test_c02_another_office_is_a_fault_of_the_filing() -> None:
    """「向别的部门申报是申报的缺陷，不使以后各步无效」: whichever of the two offices goes on."""
    act = at_office(HEPING, "滨海新区")
    report = report_of("filing", (*CALLED, act), act.on)
    assert report.outcome("art6.item2.s2d") is Outcome.NOT_MET
    assert stands(CALLED, act) == "refused"
    assert stands((*CALLED, act), reviewed()) == "granted"
    steps = (reviewed(by=HEPING), forwarded(by=HEPING), defended(), publicised(), approved())
    for n, step in enumerate(steps[2:], 2):
        assert stands((*CALLED, act, *steps[:n]), step) == "granted"


def test_c02_which_zones_there_are_can_be_changed() -> None:
    """「开发区名单可换：`with_numbers(binhai_zones=…)`」: a zone of one's own."""
    own = measures().with_numbers(binhai_zones=(("虚构新城开发区",),))
    act = at_office("虚构新城开发区科技局", "虚构新城开发区")

    def said(policy: Any) -> str:
        return type(decide(policy, at(CALLED, act.on), act, act.on, GIVEN)).__name__

    assert (said(measures()), said(own)) == ("Deferred", "Granted")


# --- C03: no time limit ---------------------------------------------------------------------------


def test_c03_a_review_is_never_late() -> None:
    """「审核没有时限，不推算」: three years later it is as lawful, and it was never overdue."""
    late = date(2029, 3, 2)
    assert stands(FILED, reviewed(on=late)) == "granted"
    for day in (date(2026, 3, 3), late):
        owed = duties(measures(), at(FILED, day), day, GIVEN)
        (one,) = [o for o in owed if o.duty.name == "review_application"]
        assert one.owing is not None
        assert (one.owing.due, one.state.value) == (None, "owed")


# --- C05: publicity and objections ----------------------------------------------------------------


def test_c05_publicity_ends_when_its_notice_says() -> None:
    """「公示的末日由公示本身给出，没有最短天数」: a day is enough; unsaid it is unknown."""
    before, after = (*FORWARDED, defended()), date(2026, 5, 7)
    one_day = (*before, publicised(last=date(2026, 5, 6)))
    assert stands(one_day, approved(on=after)) == "granted"
    longer = (*before, publicised(last=after))
    assert stands(longer, approved(on=after)) == "refused"
    assert stands((*before, without(publicised(), "last")), approved()) == "deferred"


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (date(2026, 5, 5), "granted"),
        (date(2026, 5, 6), "refused"),
        (date(2026, 5, 12), "refused"),
        (date(2026, 5, 13), "granted"),
    ],
)
def test_c05_an_objection_outside_publicity_is_a_note(on: date, decision: str) -> None:
    """「公示期以外提出的异议只作说明」: it is named among what is not counted."""
    events = sorted((*PUBLIC, objected(on=on)), key=lambda e: e.on)
    said = decided(events, approved())
    assert type(said).__name__.lower() == decision
    count = finding_of(said.report, "approved_after_publicity").facts["objections"]
    named = (f"o1 {on}",)
    noted = decision == "granted"
    assert (count.counted, count.not_counted) == (((), named) if noted else (named, ()))


def test_c05_the_bureau_disposes_of_an_objection_after_it() -> None:
    """「异议由市科技局处理，处理在异议之后的才算」: another's word, and one that came before."""
    act = approved()
    assert stands((*PUBLIC, objected(), settled()), act) == "granted"
    assert stands((*PUBLIC, objected(), settled(by=DISTRICT)), act) == "refused"
    assert stands((*PUBLIC, settled(on=date(2026, 5, 8)), objected()), act) == "refused"
    assert stands((*PUBLIC, objected(on=date(2026, 5, 11)), settled()), act) == "granted"


# --- C06: one day ---------------------------------------------------------------------------------


def test_c06_steps_may_share_a_day_in_the_order_recorded() -> None:
    """「其他步骤可在同一日，以记录的先后为序」: the order decides, not the day."""
    on = date(2026, 3, 2)
    steps = (
        filed(on=on),
        reviewed(on=on),
        forwarded(on=on),
        defended(on=on),
        publicised(on=on, last=on),
    )
    for n, act in enumerate(steps):
        assert stands((*CALLED, *steps[:n]), act) == "granted"
    for n, act in enumerate(steps[1:]):
        assert stands((*CALLED, *steps[:n]), act) == "refused"


def test_c06_it_is_formed_on_the_day_of_the_approval() -> None:
    """「组建之日为批复文件之日」: from that day there is a consortium, and there are members."""
    events = (*PUBLIC, approved(on=date(2026, 6, 1), recorded_on=date(2026, 6, 8)))
    assert at(events, date(2026, 6, 8)).recognised_on == date(2026, 6, 1)
    there = register(measures(), [life(events)], date(2026, 6, 8)).engagements
    assert {e.since for e in there} == {date(2026, 6, 1)}


# --- C07: which day decides -----------------------------------------------------------------------

LAST, FREE = date(2029, 6, 12), date(2029, 6, 13)


def barred(known: Register | None = None, to: str = "bureau", **days: Any) -> str:
    """Return whether the former lead's application is accepted, asked two weeks after the bar."""
    bar = Bar(unit=LEAD.id, window=Window(date(2026, 6, 12), LAST), consortium="C9")
    there = Register.complete(to=date(2033, 12, 31), bars=(bar,)) if known is None else known
    application = evolve(Application(lead=LEAD, participants=()), **days)
    case = Case(application=application, register=there)
    policy = measures(frozenset({("presented_to", to)}))
    report = policy.check("admissibility", case, on=date(2029, 6, 27))
    return finding_of(report, "lead_not_barred").outcome.value


@pytest.mark.parametrize(("presented", "outcome"), [(LAST, "not_met"), (FREE, "met")])
def test_c07_of_two_days_it_is_that_of_the_bureau(presented: date, outcome: str) -> None:
    """「以提交市科技局之日为准」: filed with the district long before; accepted, by that day."""
    assert barred(filed_on=date(2029, 6, 1), presented_on=presented) == outcome
    assert barred(presented_on=date(2029, 6, 1), accepted_on=presented) == outcome


@pytest.mark.parametrize(("filed_on", "outcome"), [(LAST, "not_met"), (FREE, "met")])
def test_c07_it_can_be_switched_to_that_of_the_district(filed_on: date, outcome: str) -> None:
    """「可切换：`presented_to`」: then the day of the filing decides, whatever came after it."""
    days: dict[str, Any] = {"filed_on": filed_on, "presented_on": date(2029, 6, 20)}
    assert barred(to="district", **days) == outcome
    assert barred(**days) == "met"


@pytest.mark.parametrize(("day", "outcome"), [(LAST, "not_met"), (FREE, "met")])
@pytest.mark.parametrize("which", ["filed_on", "presented_on", "accepted_on"])
def test_c07_where_one_day_is_known_it_is_that_one(which: str, day: date, outcome: str) -> None:
    """「只知其一的，以其为准」: whichever it is."""
    one: dict[str, Any] = {which: day}
    assert barred(**one) == outcome


def test_c07_the_register_has_to_be_complete() -> None:
    """「须登记簿完整」: what is not on record is not known not to be there."""
    assert barred(Register.unknown(), presented_on=FREE) == "unknown"
    assert barred(Register.complete(to=date(2033, 12, 31)), presented_on=FREE) == "met"
