"""撤销和三年限制（第十一、十四条）的约定，逐条举例：E01 至 E16。"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import LEAD
from tests.policies.tianjin.lives import (
    ASKED,
    EXAMINED,
    FORMED,
    GROUNDED,
    HANDED_IN,
    REVOKED,
    UNBLEMISHED,
    at,
    finding_of,
    imposed,
    life,
    measures,
    report_of,
    revoked,
    stands,
)

from innov_consortium.core.calendars import Calendar
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import EndSetAside, Event
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.periods import Window
from innov_consortium.core.register import Register
from innov_consortium.core.registering import register
from innov_consortium.core.report import Finding
from innov_consortium.core.sanctions import Bar
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.rendering.sentences import sentence
from innov_consortium.testing import ask

EVE, ON = date(2028, 6, 19), date(2028, 6, 20)
IMPOSED = (*FORMED, imposed())
SET_ASIDE = (*IMPOSED, EndSetAside(on=date(2029, 2, 1)))


def bars(events: tuple[Event, ...], on: date = date(2029, 1, 1), **readings: str) -> list[Bar]:
    """Return the bars that a history comes to on a day."""
    return list(register(measures(frozenset(readings.items())), [life(events)], on).bars)


def members(events: tuple[Event, ...], on: date) -> int:
    """Return how many units lead or take part on a day."""
    return sum(e.active_on(on) for e in register(measures(), [life(events)], on).engagements)


# --- E01 and E06: the document --------------------------------------------------------------------


def test_e01_revocation_is_a_document() -> None:
    """「撤销须发文（未写文号的不明）」: one with no number waits."""
    acts = (imposed(), imposed(document=""), imposed(grounds=()))
    assert [stands(FORMED, act, GROUNDED) for act in acts] == ["granted", "deferred", "refused"]


@pytest.mark.parametrize(
    ("on", "phase", "there"), [(EVE, Phase.RECOGNISED, 7), (ON, Phase.ENDED, 0)]
)
def test_e01_the_status_lasts_until_it(on: date, phase: Phase, there: int) -> None:
    """「资格至该日为止」: the day before it is there, that day no more."""
    assert (at(IMPOSED, on).phase, members(IMPOSED, on)) == (phase, there)


def test_e01_nothing_is_lost_by_itself() -> None:
    """「不自动丧失」: a ground is there, and the consortium, too."""
    report = report_of("revocation_grounds", FORMED, ON, GROUNDED)
    assert [f.provision for f in report.established] == ["art11.item6"]
    assert (at(FORMED, ON).phase, members(FORMED, ON)) == (Phase.RECOGNISED, 7)
    apply = report_of("project_eligibility", FORMED, ON, GROUNDED)
    assert finding_of(apply, "is_a_consortium").outcome.value == "met"


def test_e06_the_day_is_that_of_the_document() -> None:
    """「撤销之日为撤销文件之日」: not of the request, of the review, nor of its being recorded."""
    late = revoked(recorded_on=date(2028, 7, 10))
    events = (*EXAMINED, late)
    (bar,) = bars(events)
    assert bar.window.first == late.on == ON
    assert members(events, EVE) == 7
    served = {"on": "2028-06-20", "lead": LEAD.name, "served_on": "2028-07-10"}
    days = ("2028-06-19", "2028-06-20", "2028-07-09")
    answers = [
        ask(
            measures(),
            "三年限制",
            as_of=day,
            revoked=served,
            application_by_former_lead={"presented_to_bureau_on": day},
        ).answer
        for day in days
    ]
    assert answers == ["admissible", "barred", "barred"]


# --- E02: item 4 and art. 14 ----------------------------------------------------------------------


def item_four(events: tuple[Event, ...], **readings: str) -> Finding:
    """Return the finding of art. 11 item 4."""
    report = report_of("revocation_grounds", events, date(2028, 5, 20), UNBLEMISHED, **readings)
    return finding_of(report, "revocation_requested")


def test_e02_literally_the_request_is_enough() -> None:
    """「按字面，牵头单位一提出即符合第（四）项」: under the reading that takes it so."""
    said = [item_four(e, voluntary_ground="alone").outcome.value for e in (FORMED, ASKED)]
    assert said == ["not_met", "met"]


def test_e02_the_default_waits_for_art_14_and_says_so() -> None:
    """「默认等待第十四条的手续，结论中注明」: asked for, handed in, and what the sentence says."""
    found = [item_four(events) for events in (ASKED, HANDED_IN)]
    assert [f.outcome.value for f in found] == ["not_met", "met"]
    for finding in found:
        words = sentence(finding, "zh_CN", measures())
        assert "按字面，牵头单位提出时本项即已成立" in words
        assert "E02" in words
    report = report_of("withdrawal", ASKED, date(2028, 5, 20))
    requested = finding_of(report, "withdrawal_requested_by_lead")
    assert "E02" in sentence(requested, "zh_CN", measures())


# --- E03, E07 and E15: what stands with a bar -----------------------------------------------------


def note(events: tuple[Event, ...]) -> str:
    """Return the sentence that a report on the former lead's application has of its bar."""
    known = register(measures(), [life(events)], date(2029, 1, 1))
    case = Case(application=Application(lead=LEAD, participants=()), register=known)
    report = measures().check("admissibility", case, on=date(2029, 1, 1))
    return sentence(finding_of(report, "within_the_period"), "zh_CN", measures())


def test_e03_a_bar_after_a_request_says_that_good_faith_is_arguable() -> None:
    """「善意退出的牵头单位是否也受限制可争：登记簿中的限制附注明」: and no other bar does."""
    for events, there in ((REVOKED, True), (IMPOSED, False)):
        (bar,) = bars(events)
        assert ("E03" in bar.caveats) is there
        assert ("善意退出" in note(events)) is there


@pytest.mark.parametrize("events", [REVOKED, IMPOSED])
def test_e07_a_bar_says_that_a_related_unit_may_evade_it(events: tuple[Event, ...]) -> None:
    """「关联单位可能被用来规避：登记簿中的限制附注明」: whatever the ground."""
    (bar,) = bars(events)
    assert "E07" in bar.caveats
    assert "规避" in note(events)


@pytest.mark.parametrize("events", [REVOKED, IMPOSED])
def test_e15_a_bar_says_that_its_basis_is_arguable(events: tuple[Event, ...]) -> None:
    """「限制以规范性文件设定，依据可争：登记簿中的限制附注明」: whatever the ground."""
    (bar,) = bars(events)
    assert "E15" in bar.caveats
    assert "法律依据" in note(events)


def test_e15_that_nobody_was_heard_is_no_breach() -> None:
    """「条文没有写听证、陈述，不作为违反本办法」: a revocation without is granted."""
    assert stands(FORMED, imposed(), GROUNDED) == "granted"
    assert stands(EXAMINED, revoked()) == "granted"
    report = report_of("revocation_grounds", IMPOSED, ON, GROUNDED)
    asked = {f.provision for f in report if f.norm.combines}
    assert asked == {f"art11.item{n}" for n in range(1, 8)}


# --- E04 and E05: three years ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "last"),
    [
        (date(2027, 3, 1), date(2030, 3, 1)),
        (date(2026, 12, 31), date(2029, 12, 31)),
        (date(2028, 2, 29), date(2031, 2, 28)),
    ],
)
def test_e04_they_are_calendar_years(on: date, last: date) -> None:
    """「三年是日历年」: with a leap day in them, none, and begun on one."""
    (bar,) = bars((*FORMED, imposed(on=on)))
    assert (bar.window.first, bar.window.last) == (on, last)


def test_e04_a_number_of_days_is_not_offered() -> None:
    """「按一千零九十五日计（c）是错的，不提供」: however read, it ends elsewhere."""
    (choice,) = [c for c in TIANJIN.readings if c.name == "bar_counting"]
    options = [o.option for o in choice.question.options]
    assert options == ["not_counted", "counted"]
    on = date(2027, 3, 1)
    events = (*FORMED, imposed(on=on))
    lasts = [bar.window.last for o in options for bar in bars(events, bar_counting=o)]
    assert lasts == [date(2030, 3, 1), date(2030, 2, 28)]
    assert on + timedelta(days=1095) - timedelta(days=1) not in lasts


SATURDAY, MONDAY = date(2029, 6, 16), date(2029, 6, 18)


def accepted(day: date, calendar: Calendar | None, **readings: str) -> str:
    """Return whether the former lead's application is accepted; its last day is a Saturday."""
    bar = Bar(unit=LEAD.id, window=Window(date(2026, 6, 16), SATURDAY), consortium="C9")
    case = Case(
        application=Application(lead=LEAD, participants=(), presented_on=day),
        register=Register.complete(to=date(2033, 12, 31), bars=(bar,)),
        calendar=calendar,
    )
    policy = measures(frozenset(readings.items()))
    return policy.check("admissibility", case, on=day).answer.value


WEEKEND = Calendar(
    days_off=frozenset({SATURDAY, date(2029, 6, 17)}),
    window=Window(date(2029, 6, 1), date(2029, 6, 30)),
)
MOVED = evolve(WEEKEND, days_off=frozenset[date]())


@pytest.mark.parametrize(
    ("calendar", "said"),
    [
        (WEEKEND, ["not_met", "not_met", "met"]),
        (MOVED, ["met", "met", "met"]),
        (None, ["open", "open", "open"]),
    ],
    ids=["off", "moved to be a working day", "no calendar"],
)
def test_e05_rolling_takes_a_calendar_from_the_host(
    calendar: Calendar | None, said: list[str]
) -> None:
    """「顺延须有使用者给出的日历（`calendar`）」: by default nothing is rolled."""
    days = (date(2029, 6, 17), MONDAY, date(2029, 6, 19))
    assert [accepted(day, calendar, bar_holiday="rolled") for day in days] == said
    assert [accepted(day, calendar) for day in days] == ["met"] * 3


def test_e05_no_holiday_is_guessed() -> None:
    """「日历没有说到的日子不明，不猜节假日」: a Saturday it does not tell of is no day off."""
    short = evolve(MOVED, window=Window(date(2029, 6, 1), date(2029, 6, 15)))
    assert accepted(date(2029, 6, 17), short, bar_holiday="rolled") == "open"
    to_saturday = evolve(short, days_off=frozenset({SATURDAY}), window=Window(SATURDAY, SATURDAY))
    assert accepted(date(2029, 6, 17), to_saturday, bar_holiday="rolled") == "open"


# --- E14 and E16 ----------------------------------------------------------------------------------


def test_e14_set_aside_the_status_is_back() -> None:
    """「撤销被撤除的，自撤除起资格恢复」「此前之日按当时所知回答」: it was revoked."""
    days = (date(2029, 1, 31), date(2029, 2, 1))
    assert [at(SET_ASIDE, day).phase for day in days] == [Phase.ENDED, Phase.RECOGNISED]
    assert [members(SET_ASIDE, day) for day in days] == [0, 7]
    assert [len(bars(SET_ASIDE, day)) for day in days] == [1, 0]


def test_e14_a_new_approval_is_not_offered() -> None:
    """「“须重新批准”（c）不提供」: there is no such option, and none is needed."""
    (choice,) = [c for c in TIANJIN.readings if c.name == "annulment"]
    assert [o.letter for o in choice.question.options] == ["a", "b"]
    for option in choice.question.options:
        policy = measures(frozenset({("annulment", option.option)}))
        there = register(policy, [life(SET_ASIDE)], date(2029, 2, 1)).engagements
        assert sum(e.active_on(date(2029, 2, 1)) for e in there) == 7


def test_e16_a_lead_that_is_gone_is_no_ground() -> None:
    """「牵头单位解散、注销的，七项中没有，不作撤销情形」: told of, and left out with a note."""
    consortium = {"lead": {"name": LEAD.name}, "participants": [], "approved_on": "2026-06-01"}
    for what in ("lead_dissolved", "lead_deregistered", "lead_bankrupt"):
        gone = {"type": what, "on": "2027-09-01"}
        reply = ask(measures(), "撤销情形", as_of="2027-10-01", consortium=consortium, facts=[gone])
        assert reply.answer == "no_ground_established"
        assert {reply[f"art11.item{n}"] for n in range(1, 8)} == {"not_met"}
        assert len(reply.got.left_out) == 1
