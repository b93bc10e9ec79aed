"""第十一条第二款：自撤销之日起，市科技局三年内不再受理原牵头单位提出的天津市创新联合体组建申请。"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import (
    COMPLETE,
    LEAD,
    PARTICIPANTS,
    PUBLISHED,
    made_attestation,
    made_unit,
)
from tests.policies.tianjin.lives import (
    EXAMINED,
    FORMED,
    GIVEN,
    PUBLIC,
    REVIEWED,
    REVOKED,
    STAYING,
    approved,
    because,
    call,
    change_approved,
    decided,
    executed,
    filed,
    forwarded,
    imposed,
    lacks,
    life,
    measures,
    reported,
    stands,
)

from innov_consortium.core.calendars import Calendar
from innov_consortium.core.case import Case
from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import EndSetAside, Event
from innov_consortium.core.history import History
from innov_consortium.core.organizations import Organization
from innov_consortium.core.periods import Window
from innov_consortium.core.register import Register
from innov_consortium.core.registering import register
from innov_consortium.core.report import Answer, Report
from innov_consortium.core.sanctions import Bar
from innov_consortium.policies.tianjin.facts_bar import Barring

ONE = timedelta(1)
FIRST, LAST, FREE = date(2026, 6, 12), date(2029, 6, 12), date(2029, 6, 13)
WHOLE = date(2033, 12, 31)
GROUP = made_unit(61, parent=LEAD.id)
OTHER = made_unit(62)
BAR = ("art11.p2.s1b", "lead_not_barred")
SUCCESSOR = ("art11.p2.s1c", "no_successor_of_a_former_lead")


def barred(unit: Organization = LEAD, on: date = FIRST, name: str = "C1") -> Register:
    """Return a whole register with the three years after a revocation on a day."""
    return Register.complete(to=WHOLE, bars=(barring(unit, on, name),))


def barring(unit: Organization = LEAD, on: date = FIRST, name: str = "C1") -> Bar:
    """Return the bar that follows from a revocation on a day, 29 February left aside."""
    window = Window(on, on.replace(year=on.year + 3))
    return Bar(unit=unit.legal_person, window=window, consortium=name, provision="art11.p2.s1b")


def together(*bars: Bar) -> Register:
    """Return a whole register with these bars and no others."""
    return Register.complete(to=WHOLE, bars=bars)


def applies(lead: Organization = LEAD, /, **days: Any) -> Application:
    """Return an application of a lead with nobody else in it."""
    return evolve(Application(lead=lead, participants=()), **days)


def admitted(
    on: date,
    *,
    application: Application | None = None,
    known: Register | None = None,
    calendar: Calendar | None = None,
    attestations: tuple[Any, ...] = (),
    **readings: str,
) -> Report:
    """Ask whether an application is admissible on a day: the former lead's, unless another's."""
    case = Case(
        application=applies() if application is None else application,
        register=barred() if known is None else known,
        calendar=calendar,
        attestations=attestations,
    )
    return measures(frozenset(readings.items())).check("admissibility", case, on=on)


def answers(on: date, **asked: Any) -> str:
    """Return the answer in a word."""
    return admitted(on, **asked).answer.value


def said(report: Report) -> Barring:
    """Return what is told of the bar."""
    (finding,) = [f for f in report if f.norm.name == "within_the_period"]
    found = finding.facts["barring"]
    assert isinstance(found, Barring)
    return found


def led(events: tuple[Event, ...], name: str = "C1") -> History:
    """Return a history under a name."""
    return life(events, name)


# --- 自撤销之日起……三年内 -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        (FIRST - ONE, "met"),
        (FIRST, "not_met"),
        (FIRST + ONE, "not_met"),
        (date(2028, 1, 1), "not_met"),
        (LAST, "not_met"),
        (FREE, "met"),
        (FREE + ONE, "met"),
    ],
)
def test_from_the_day_of_the_document_to_the_corresponding_day(on: date, answer: str) -> None:
    """The day before, that day, the day after; the last barred day, the first free one."""
    assert answers(on) == answer


def test_both_ends_are_told_on_every_day() -> None:
    """First day, last day, first free day, with the consortium and the document they rest on."""
    history = led((*FORMED, imposed(on=FIRST)))
    found = register(measures(), [history], FREE, complete_to=FREE)
    for on in (FIRST, LAST, FREE):
        one = said(admitted(on, known=evolve_complete(found, on)))
        assert (one.revoked_on, one.last_barred_day, one.first_free_day) == (FIRST, LAST, FREE)
        assert (one.unit, one.consortium, one.document) == (LEAD.id, "C1", "津科（虚构）9号")
        assert one.value is (on < FREE)


def evolve_complete(found: Register, to: date) -> Register:
    """Return a register as complete to a day."""
    return Register.complete(to=to, engagements=found.engagements, bars=found.bars)


@pytest.mark.parametrize(
    ("ended", "last"),
    [
        (date(2026, 2, 28), date(2029, 2, 28)),
        (date(2027, 2, 28), date(2030, 2, 28)),
        (date(2025, 5, 1), date(2028, 5, 1)),
        (date(2028, 2, 28), date(2031, 2, 28)),
        (date(2028, 2, 29), date(2031, 2, 28)),
        (date(2028, 3, 1), date(2031, 3, 1)),
        (date(2026, 12, 31), date(2029, 12, 31)),
    ],
)
def test_calendar_years_from_leap_days_and_ends_of_years(ended: date, last: date) -> None:
    """E04 (a): no corresponding day, the last of that month; never 365 times three."""
    (bar,) = bars_of((filed(on=ended), approved(on=ended), imposed(on=ended)))
    assert (bar.window.first, bar.window.last) == (ended, last)


def bars_of(events: tuple[Event, ...], on: date | None = None, **readings: str) -> tuple[Bar, ...]:
    """Return the bars of one history, of the last day of the Measures unless another is given."""
    policy = measures(frozenset(readings.items()))
    return register(policy, [led(events)], on or date(2030, 4, 10)).bars


def test_the_day_counted_in_it_ends_a_day_earlier() -> None:
    """E04 (b): and the first free day with it."""
    history = led((*FORMED, imposed(on=FIRST)))
    found = register(measures(frozenset({("bar_counting", "counted")})), [history], FREE)
    whole = evolve_complete(found, WHOLE)
    days = [LAST - ONE, LAST]
    assert [answers(day, known=whole, bar_counting="counted") for day in days] == [
        "not_met",
        "met",
    ]


# --- the last day is a day off (E05) -----------------------------------------------------------

#: 2029-06-12 is a Tuesday; these are made-up days off, as a host would announce them.
WINDOW = Window(date(2029, 6, 1), date(2029, 6, 30))
OFF = Calendar(days_off=frozenset({LAST, LAST + ONE}), window=WINDOW)
WORKING = Calendar(days_off=frozenset({LAST + ONE}), window=WINDOW)
SILENT = Calendar(days_off=frozenset(), window=Window(date(2026, 1, 1), date(2029, 6, 11)))
TOO_SHORT = Calendar(days_off=frozenset({LAST}), window=Window(date(2029, 6, 1), LAST))


def test_a_day_off_at_its_end_prolongs_nothing_by_default() -> None:
    """E05 (a): whatever a calendar says."""
    for calendar in (None, OFF, WORKING, SILENT):
        found = [answers(day, calendar=calendar) for day in (LAST, FREE)]
        assert found == ["not_met", "met"]


@pytest.mark.parametrize(
    ("calendar", "found"),
    [
        (OFF, ["not_met", "not_met", "not_met", "met"]),
        (WORKING, ["not_met", "met", "met", "met"]),
        (SILENT, ["not_met", "open", "open", "open"]),
        (TOO_SHORT, ["not_met", "open", "open", "open"]),
        (None, ["not_met", "open", "open", "open"]),
    ],
    ids=["two days off", "a working day", "does not reach it", "ends on it", "none"],
)
def test_read_the_other_way_it_moves_with_the_days_off(
    calendar: Calendar | None, found: list[str]
) -> None:
    """E05 (b): to the next working day, if that is known; within the years it binds anyway."""
    days = [LAST + n * ONE for n in range(4)]
    assert [answers(d, calendar=calendar, bar_holiday="rolled") for d in days] == found


def test_where_days_off_decide_a_calendar_is_asked_for() -> None:
    """And no last day is told, but the nominal one."""
    report = admitted(FREE, calendar=SILENT, bar_holiday="rolled")
    assert "calendar" in {m.path for m in report.missing}
    one = said(report)
    assert (one.nominal_last, one.last_barred_day, one.first_free_day) == (LAST, None, None)


def test_the_moved_end_is_told_with_the_nominal_one() -> None:
    """Two days off after another: the third day is barred, the fourth is free."""
    one = said(admitted(LAST, calendar=OFF, bar_holiday="rolled"))
    moved = LAST + 2 * ONE
    assert (one.nominal_last, one.last_barred_day, one.first_free_day) == (LAST, moved, moved + ONE)


# --- 原牵头单位提出的 -----------------------------------------------------------------------


def test_under_another_name_it_is_the_same_one() -> None:
    """E07: the code decides."""
    renamed = evolve(LEAD, name="虚构牵头新名称")
    assert answers(FIRST, application=applies(renamed)) == "not_met"


def test_a_name_that_is_the_same_is_another_one() -> None:
    """E07: and so does another code."""
    namesake = evolve(OTHER, name=LEAD.name)
    assert answers(FIRST, application=applies(namesake)) == "met"


def test_a_branch_is_its_legal_person() -> None:
    """B05 (a): whichever of the two led."""
    branch = evolve(OTHER, branch_of=LEAD.id)
    assert answers(FIRST, application=applies(branch)) == "not_met"
    assert answers(FIRST, known=barred(branch)) == "not_met"


@pytest.mark.parametrize(
    ("reading", "answer"),
    [("same_person", "open"), ("successor_too", "not_met"), ("group_too", "not_met")],
)
def test_a_successor_is_judged(reading: str, answer: str) -> None:
    """E07: merged or divided from the former lead; read the other ways it is one itself."""
    successor = evolve(OTHER, succeeds=(LEAD.id,))
    days = (FIRST, LAST, FREE)
    found = [answers(day, application=applies(successor), former_lead=reading) for day in days]
    assert found == [answer, answer, "met"]


def test_the_judgement_on_a_successor_is_given_by_a_body() -> None:
    """That it is another one, or that it is not."""
    successor = applies(evolve(OTHER, succeeds=(LEAD.id,)))
    for holds, answer in ((True, "met"), (False, "not_met")):
        word = made_attestation("art11.p2.s1c", on=FIRST, holds=holds)
        assert answers(FIRST, application=successor, attestations=(word,)) == answer


def test_a_successor_of_nobody_barred_is_free() -> None:
    """Of a participant, of a stranger."""
    one = evolve(OTHER, succeeds=(PARTICIPANTS[0].id, made_unit(88).id))
    assert answers(FIRST, application=applies(one)) == "met"


def test_a_bar_of_its_own_that_is_over_does_not_hide_that_of_one_it_absorbed() -> None:
    """Free of its own since 2029-06-13, it came from one barred to 2029-12-01: judged."""
    absorbed = made_unit(63)
    known = together(barring(), barring(absorbed, date(2026, 12, 1), "C2"))
    lead = applies(evolve(LEAD, succeeds=(absorbed.id,)))
    days = [LAST, FREE, date(2029, 12, 1), date(2029, 12, 2)]
    assert [answers(d, application=lead, known=known) for d in days] == [
        "not_met",
        "open",
        "open",
        "met",
    ]


@pytest.mark.parametrize(("reading", "answer"), [("same_person", "met"), ("group_too", "open")])
def test_group_companies_are_other_persons(reading: str, answer: str) -> None:
    """E07: a subsidiary of the former lead, and its parent; read widely a person judges."""
    assert answers(FIRST, application=applies(GROUP), former_lead=reading) == answer
    parent = Application(lead=OTHER, participants=(made_unit(64, parent=OTHER.id),))
    known = barred(parent.participants[0])
    assert answers(FIRST, application=parent, known=known, former_lead=reading) == answer
    assert answers(FREE, application=applies(GROUP), former_lead=reading) == "met"


def test_where_days_off_decide_a_successors_judgement_waits_for_them() -> None:
    """E05 (b): a bar of another's moves like one of its own."""
    successor = applies(evolve(OTHER, succeeds=(LEAD.id,)))
    asked: Any = {"application": successor, "bar_holiday": "rolled"}
    reports = [admitted(FREE, calendar=c, **asked) for c in (OFF, WORKING, None)]
    (judged, free, open_) = (r.finding("art11.p2.s1c") for r in reports)
    assert judged is not None
    assert free is not None
    assert open_ is not None
    assert [f.outcome.value for f in (judged, free, open_)] == ["needs_judgement", "met", "unknown"]
    assert "calendar" in {m.path for m in open_.missing}


@pytest.mark.parametrize(("reading", "answer"), [("lead", "met"), ("any_member", "not_met")])
def test_as_a_participant_the_former_lead_may_apply(reading: str, answer: str) -> None:
    """E08: 原牵头单位提出的; the other reading looks at every member."""
    joined = Application(lead=OTHER, participants=(LEAD,))
    assert answers(FIRST, application=joined, barred_as=reading) == answer


def test_former_participants_are_free() -> None:
    """E08: under every reading (R18)."""
    history = led((*FORMED, imposed(on=FIRST)))
    whole = evolve_complete(register(measures(), [history], FIRST), WHOLE)
    for unit in PARTICIPANTS:
        one = evolve(unit, college=None)
        for reading in ("lead", "any_member"):
            found = answers(FIRST + ONE, application=applies(one), known=whole, barred_as=reading)
            assert found == "met"


def test_who_led_when_it_was_revoked_is_the_former_lead() -> None:
    """F01 covered: the new lead is barred, the one it replaced is not."""
    replaced = (reported(ChangeKind.LEAD_REPLACEMENT), change_approved(), executed())
    covered: Any = {"lead_replacement": "covered"}
    (bar,) = bars_of((*FORMED, *replaced, imposed()), **covered)
    assert bar.unit == STAYING.id
    (bar,) = bars_of((*FORMED, *replaced[:2], imposed(), executed(on=date(2028, 7, 3))), **covered)
    assert bar.unit == LEAD.id


# --- 不再受理：pending, forwarded, accepted (E09, C07) -------------------------------------------


@pytest.mark.parametrize(
    ("days", "answer", "stopped"),
    [
        ({"accepted_on": FIRST - ONE}, "met", "not_met"),
        ({"accepted_on": FIRST}, "not_met", "not_met"),
        ({"presented_on": FIRST - ONE, "accepted_on": FIRST - ONE}, "met", "not_met"),
        ({"presented_on": FIRST - ONE}, "not_met", "not_met"),
        ({"filed_on": FIRST - ONE}, "not_met", "not_met"),
        ({"filed_on": FIRST - ONE, "presented_on": FIRST}, "not_met", "not_met"),
        ({}, "not_met", "not_met"),
    ],
    ids=[
        "accepted the day before",
        "accepted that day",
        "presented and accepted before",
        "presented before, not accepted",
        "filed before, not accepted",
        "filed before, presented that day",
        "nothing yet",
    ],
)
def test_only_what_was_accepted_before_goes_on(
    days: dict[str, date], answer: str, stopped: str
) -> None:
    """E09 (a): 不再受理: acceptance came first; filed and not accepted is barred."""
    on = date(2026, 7, 1)
    assert answers(on, application=applies(**days)) == answer
    found = answers(on, application=applies(**days), pending_application="stopped")
    assert found == stopped


@pytest.mark.parametrize(
    ("accepted", "on", "answer"),
    [
        (FIRST - ONE, LAST, "not_met"),
        (FIRST - ONE, FREE, "met"),
        (FIRST, FREE, "not_met"),
        (LAST, FREE, "not_met"),
        (FREE, FREE, "met"),
    ],
    ids=[
        "stopped while barred",
        "stopped, asked afresh",
        "accepted on its first day",
        "accepted on its last day",
        "accepted when it is over",
    ],
)
def test_what_was_stopped_is_asked_of_today_and_nothing_else_is(
    accepted: date, on: date, answer: str
) -> None:
    """E09 (b): only what was accepted before the revocation is stopped by it."""
    application = applies(accepted_on=accepted)
    assert answers(on, application=application, pending_application="stopped") == answer


@pytest.mark.parametrize(
    ("barred_as", "pending", "answer"),
    [
        ("lead", "unaffected", "met"),
        ("lead", "stopped", "met"),
        ("any_member", "unaffected", "met"),
        ("any_member", "stopped", "not_met"),
    ],
)
def test_a_members_revocation_stops_what_it_bars(barred_as: str, pending: str, answer: str) -> None:
    """E08, E09: whose bar counts is who can stop what was accepted, and nobody else."""
    joined = Application(lead=OTHER, participants=(LEAD,), accepted_on=FIRST - ONE)
    read: Any = {"barred_as": barred_as, "pending_application": pending}
    assert answers(FIRST, application=joined, **read) == answer


def test_presented_by_others_before_a_members_revocation_it_is_not_accepted_any_more() -> None:
    """E08 (b): not yet accepted, it is asked of the day; the lead's bar alone is E08 (a)."""
    joined = Application(lead=OTHER, participants=(LEAD,), presented_on=FIRST - ONE)
    found = [answers(FIRST, application=joined, barred_as=r) for r in ("lead", "any_member")]
    assert found == ["met", "not_met"]


def test_asked_before_the_revocation_nothing_is_barred() -> None:
    """What is filed on the eve is admissible on the eve."""
    on = FIRST - ONE
    assert answers(on, application=applies(filed_on=on)) == "met"


@pytest.mark.parametrize(
    ("days", "by_bureau", "by_district"),
    [
        ({"filed_on": LAST, "presented_on": FREE}, "met", "not_met"),
        ({"filed_on": LAST, "presented_on": LAST}, "not_met", "not_met"),
        ({"filed_on": FREE, "presented_on": FREE}, "met", "met"),
        ({"presented_on": LAST}, "not_met", "not_met"),
        ({"presented_on": FREE}, "met", "met"),
        ({"filed_on": LAST}, "not_met", "not_met"),
        ({"filed_on": FREE}, "met", "met"),
    ],
    ids=["across", "both barred", "both free", "presented", "and free", "filed", "and free "],
)
def test_which_day_decides(days: dict[str, date], by_bureau: str, by_district: str) -> None:
    """C07: of two days that of presentation, or else that of filing; of one, that one."""
    on = date(2029, 7, 1)
    assert answers(on, application=applies(**days)) == by_bureau
    assert answers(on, application=applies(**days), presented_to="district") == by_district


def test_what_was_presented_in_the_barred_time_does_not_become_admissible_by_waiting() -> None:
    """C07: the day of presentation stays what it is."""
    application = applies(presented_on=LAST)
    assert answers(date(2030, 1, 1), application=application) == "not_met"
    assert admitted(date(2029, 7, 1), application=application).changes_on == date(2030, 4, 11)


# --- acts around it ----------------------------------------------------------------------------

OF_LEAD = evolve(GIVEN, register=barred(on=date(2026, 3, 23)))


@pytest.mark.parametrize(
    ("ended", "decision"),
    [
        (date(2026, 3, 22), "refused"),
        (date(2026, 3, 23), "refused"),
        (date(2026, 3, 24), "granted"),
    ],
)
def test_an_application_is_forwarded_only_by_a_lead_that_is_free(
    ended: date, decision: str
) -> None:
    """Forwarded on 2026-03-23: revoked elsewhere the day before, that day, the day after."""
    given = evolve(GIVEN, register=barred(on=ended, name="C9"))
    verdict = decided(REVIEWED, forwarded(), given)
    assert because(verdict) == ([] if decision == "granted" else [BAR])


def test_on_the_first_free_day_it_is_forwarded_again() -> None:
    """The last barred day, the first free one."""
    given = evolve(GIVEN, register=barred(on=date(2026, 3, 23), name="C9"))
    years = date(2029, 3, 2)
    events = (
        call(on=date(2029, 2, 10), year=2029),
        filed(on=years),
        evolve(REVIEWED[-1], on=date(2029, 3, 20)),
    )
    found = [stands(events, forwarded(on=date(2029, 3, d)), given) for d in (22, 23, 24)]
    assert found == ["refused", "refused", "granted"]


def test_forwarded_before_it_is_approved_after_it() -> None:
    """E09 (a): what was before the bureau when the other status was revoked goes on."""
    given = evolve(GIVEN, register=barred(on=date(2026, 4, 1), name="C9"))
    assert stands(PUBLIC, approved(), given) == "granted"
    assert because(decided(PUBLIC, approved(), given, pending_application="stopped")) == [BAR]


def test_forwarded_although_barred_it_is_not_approved() -> None:
    """Recorded all the same it carries no approval."""
    given = evolve(GIVEN, register=barred(on=date(2026, 3, 23), name="C9"))
    assert because(decided(PUBLIC, approved(), given)) == [BAR]


def test_a_successor_is_forwarded_once_it_has_been_judged() -> None:
    """Until then it waits."""
    lead = evolve(LEAD, succeeds=(OTHER.id,))
    application = evolve(COMPLETE.application, lead=lead)
    events = (call(), filed(application=application), REVIEWED[-1])
    given = evolve(GIVEN, register=barred(OTHER, date(2026, 3, 1), "C9"))
    waiting = decided(events, forwarded(), given)
    assert because(waiting) == [SUCCESSOR]
    word = made_attestation("art11.p2.s1c", on=date(2026, 3, 21))
    attested = evolve(given, attestations=(*given.attestations, word))
    assert stands(events, forwarded(), attested) == "granted"


def test_where_the_register_is_not_whole_it_waits() -> None:
    """Nothing known is not nothing there."""
    short = evolve(GIVEN, register=Register.complete(to=date(2026, 3, 22)))
    assert "register.complete_to" in lacks(decided(REVIEWED, forwarded(), short))


def test_whose_application_it_is_must_be_known() -> None:
    """Nobody says who leads: whether that one is barred nobody can say either."""
    events = (call(), filed(application=None, co_applicants=None), REVIEWED[-1])
    given = evolve(GIVEN, register=barred(on=date(2026, 3, 1), name="C9"))
    waiting = decided(events, forwarded(), given)
    assert BAR in because(waiting)
    assert "application.lead" in lacks(waiting)


def test_a_bar_in_a_register_that_is_not_whole_binds_all_the_same() -> None:
    """What is known to be there is there."""
    short = Register((), date(2026, 3, 22), barred(on=date(2026, 3, 1)).bars)
    given = evolve(GIVEN, register=short)
    assert stands(REVIEWED, forwarded(), given) == "refused"


# --- nothing else ------------------------------------------------------------------------------


def test_it_keeps_from_nothing_but_applications_to_form_one() -> None:
    """天津市创新联合体组建申请: what the former lead does as a member goes on."""
    for change in (reported(ChangeKind.LEAD_PRINCIPAL), reported(ChangeKind.MEMBER_JOIN)):
        assert stands(FORMED, change, OF_LEAD) == "granted"
    formation = measures().check("formation", evolve(COMPLETE, register=OF_LEAD.register), on=FIRST)
    assert not [f for f in formation if f.provision.startswith("art11.p2")]


# --- after every revocation, annulled or not (E03, E14) ------------------------------------------


def test_after_a_voluntary_one_as_well_and_said_to_be_disputed() -> None:
    """E03 (a): with the caveat; the other reading has no bar."""
    history = led(REVOKED)
    found = register(measures(), [history], date(2028, 6, 20))
    one = said(admitted(date(2028, 7, 1), known=evolve_complete(found, WHOLE)))
    assert (one.value, one.caveats) == (True, ("E03", "E07", "E15"))
    fault_only = measures(frozenset({("bar_after_voluntary", "fault_only")}))
    none = register(fault_only, [history], date(2028, 6, 20), complete_to=date(2028, 6, 20))
    report = admitted(date(2028, 6, 20), known=none, bar_after_voluntary="fault_only")
    assert report.answer is Answer.MET


def test_annulled_there_was_none_and_the_day_before_there_was() -> None:
    """E14 (a): as it is known on the day asked about."""
    events = (*FORMED, imposed(on=date(2026, 6, 12)), EndSetAside(on=date(2027, 2, 1)))
    found = []
    for on in (date(2027, 1, 31), date(2027, 2, 1), date(2027, 3, 1)):
        known = register(measures(), [led(events)], on, complete_to=on)
        found.append(answers(on, known=known))
    assert found == ["not_met", "met", "met"]


def test_read_forward_the_annulment_leaves_it() -> None:
    """E14 (b): to its end, for whoever led then."""
    events = (*FORMED, imposed(on=date(2026, 6, 12)), EndSetAside(on=date(2027, 2, 1)))
    (bar,) = bars_of(events, annulment="forward")
    assert (bar.unit, bar.window) == (LEAD.id, Window(FIRST, LAST))
    later = (reported(ChangeKind.LEAD_REPLACEMENT), change_approved(), executed())
    (bar,) = bars_of((*events, *later), annulment="forward", lead_replacement="covered")
    assert bar.unit == LEAD.id


# --- past the end of the text (A05, A06) --------------------------------------------------------


def test_after_the_text_has_expired_it_bars_nobody() -> None:
    """A06 (a): the nominal end stays in the register; on the last day it is still enforced."""
    history = led((*FORMED, imposed(on=date(2028, 6, 20))))
    known = evolve_complete(register(measures(), [history], date(2028, 6, 20)), WHOLE)
    reports = [admitted(date(2030, 4, day), known=known) for day in (9, 10, 11)]
    assert [r.answer for r in reports] == [Answer.NOT_MET, Answer.NOT_MET, Answer.NO_BASIS]
    one = said(reports[1])
    assert (one.last_barred_day, one.enforceable_to) == (date(2031, 6, 20), date(2030, 4, 10))
    assert [bar.window.last for bar in known.bars] == [date(2031, 6, 20)]
    assert reports[1].changes_on == date(2030, 4, 11)
    nominal = reports[2].finding("art11.p2.s1a")
    assert nominal is not None
    assert (nominal.norm.combines, nominal.outcome) == (False, Outcome.MET)
    assert nominal.facts["barring"].first_free_day == date(2031, 6, 21)
    assert reports[2].finding("art11.p2.s1b") is None


def test_before_the_text_begins_no_end_is_told() -> None:
    """What is reported after it has expired is not reported before it begins."""
    history = led((*FORMED, imposed(on=date(2028, 6, 20))))
    known = evolve_complete(register(measures(), [history], date(2028, 6, 20)), WHOLE)
    report = admitted(PUBLISHED - ONE, known=known)
    assert (report.answer, report.finding("art11.p2.s1a")) == (Answer.NO_BASIS, None)


def test_of_an_application_alone_no_event_is_missing() -> None:
    """Where the register is not complete, that is what would have to be known, and nothing else."""
    report = admitted(date(2027, 6, 20), known=Register.unknown())
    assert {m.path for m in report.missing} == {"register.complete_to"}


@pytest.mark.parametrize(
    ("reading", "last", "enforceable"),
    [
        ("nominal", date(2031, 6, 20), date(2030, 4, 10)),
        ("survives", date(2031, 6, 20), None),
        ("cut", date(2030, 4, 10), None),
    ],
)
def test_the_ways_to_read_what_lies_past_it(
    reading: str, last: date, enforceable: date | None
) -> None:
    """A06: nominal, surviving, cut off."""
    (bar,) = bars_of((*FORMED, imposed()), bar_past_expiry=reading)
    assert (bar.window.last, bar.enforceable_to) == (last, enforceable)


@pytest.mark.parametrize(
    ("ended", "found"), [(PUBLISHED - ONE, 0), (PUBLISHED, 1), (PUBLISHED + ONE, 1)]
)
def test_a_legacy_revocation_bars_nobody(ended: date, found: int) -> None:
    """A08: by its day alone; by the number of the earlier text on any day."""
    formed = (filed(on=date(2024, 2, 1)), approved(on=date(2024, 3, 1)))
    assert len(bars_of((*formed, imposed(on=ended)))) == found
    old = imposed(on=date(2025, 9, 1), under="津科资〔2023〕83号")
    assert len(bars_of((*formed, old))) == 0
    assert len(bars_of((*formed, old), legacy="continuity")) == 1


def test_where_the_measures_begin_the_day_after_so_do_its_bars() -> None:
    """A03 (b): revoked on the day of publication is revoked before them."""
    formed = (filed(on=date(2024, 2, 1)), approved(on=date(2024, 3, 1)))
    days = (PUBLISHED, PUBLISHED + ONE)
    found = [len(bars_of((*formed, imposed(on=d)), commencement_day="next_day")) for d in days]
    assert found == [0, 1]


# --- several -----------------------------------------------------------------------------------


def test_of_several_that_bind_the_last_to_end_decides() -> None:
    """Overlapping: to the end of the second (B38)."""
    known = together(barring(), barring(on=date(2026, 12, 1), name="C2"))
    one = said(admitted(date(2027, 1, 1), known=known))
    assert (one.consortium, one.last_barred_day) == ("C2", date(2029, 12, 1))
    days = [FIRST - ONE, FIRST, LAST, FREE, date(2029, 12, 1), date(2029, 12, 2)]
    assert [answers(day, known=known) for day in days] == [
        "met",
        "not_met",
        "not_met",
        "not_met",
        "not_met",
        "met",
    ]


def test_between_two_that_are_apart_it_is_free() -> None:
    """From the end of the one to the beginning of the other."""
    known = together(barring(on=date(2025, 5, 5)), barring(on=date(2029, 5, 5), name="C2"))
    days = [date(2028, 5, 5), date(2028, 5, 6), date(2029, 5, 4), date(2029, 5, 5)]
    assert [answers(d, known=known) for d in days] == ["not_met", "met", "met", "not_met"]


def test_one_whose_end_nobody_knows_comes_before_one_that_ends() -> None:
    """E05 (b): both bind; that of the later nominal end is told, and no first free day."""
    later = barring(on=date(2026, 6, 20), name="C2")
    known = together(barring(), later)
    one = said(admitted(FIRST + 10 * ONE, known=known, calendar=WORKING, bar_holiday="rolled"))
    assert (one.consortium, one.first_free_day) == ("C2", date(2029, 6, 21))
    short = Calendar(days_off=frozenset(), window=Window(date(2029, 6, 1), date(2029, 6, 15)))
    one = said(admitted(FIRST + 10 * ONE, known=known, calendar=short, bar_holiday="rolled"))
    assert (one.consortium, one.first_free_day) == ("C2", None)


def test_registers_made_of_histories_bar_each_lead_for_its_own() -> None:
    """Two histories, two leads, one register; each is barred by its own revocation."""
    other = evolve(OTHER, domicile="120116", zone="滨海新区")
    second = (
        filed(by=other.name, application=evolve(COMPLETE.application, lead=other, agreement=None)),
        approved(),
        imposed(on=date(2027, 7, 1)),
    )
    on = date(2028, 1, 1)
    histories = [led((*FORMED, imposed(on=FIRST))), led(second, "C2"), led(EXAMINED[:8], "C3")]
    known = register(measures(), histories, on, complete_to=on)
    assert [(b.unit, b.consortium) for b in known.bars] == [(LEAD.id, "C1"), (other.id, "C2")]
    for unit, last in ((LEAD, LAST), (other, date(2030, 7, 1))):
        assert said(admitted(on, application=applies(unit), known=known)).last_barred_day == last
    assert answers(on, application=applies(PARTICIPANTS[0]), known=known) == "met"


# --- what is not known -------------------------------------------------------------------------


@pytest.mark.parametrize(("complete_to", "answer"), [(FREE, "met"), (LAST, "open"), (None, "open")])
def test_an_incomplete_register_proves_nobody_free(complete_to: date | None, answer: str) -> None:
    """On the day asked about; a bar that is known binds all the same."""
    known = Register((), complete_to, ())
    report = admitted(FREE, known=known)
    assert report.answer.value == answer
    if answer == "open":
        paths = {m.path for m in report.missing}
        assert ("register.complete_to" in paths, "calendar" in paths) == (True, False)
    assert answers(LAST, known=Register((), complete_to, barred().bars)) == "not_met"


def test_a_history_of_a_lead_nobody_knows_leaves_the_register_incomplete() -> None:
    """Somebody is barred, and nobody can say who."""
    bare = History("C1", (approved(), imposed()))
    on = date(2028, 7, 1)
    known = register(measures(), [bare], on, complete_to=on)
    assert answers(on, known=known) == "open"


def test_a_revocation_that_is_not_known_yet_bars_nobody() -> None:
    """Asked on the eve of it; the register is pruned to the day."""
    report = admitted(FIRST - ONE)
    assert said(report).unit is None
    assert report.changes_on == date(2030, 4, 11)


# --- when it changes ---------------------------------------------------------------------------


@pytest.mark.parametrize(("on", "turn"), [(FIRST, FREE), (LAST, FREE), (FREE, date(2030, 4, 11))])
def test_the_day_on_which_it_changes_by_itself(on: date, turn: date) -> None:
    """The first free day; after it the end of the text."""
    report = admitted(on)
    assert report.changes_on == turn
    assert report.turn is not None
    reasons = {r.what for r in report.turn.reasons}
    assert reasons == ({"bar_over"} if turn == FREE else {"expiry"})


def test_the_day_on_which_a_successors_judgement_falls_away() -> None:
    """It is that of the unit it came from."""
    successor = applies(evolve(OTHER, succeeds=(LEAD.id,)))
    assert admitted(FIRST, application=successor).changes_on == FREE


def test_where_the_end_is_not_known_the_doubt_begins_after_the_nominal_one() -> None:
    """E05 (b): from then on it is open, no more."""
    report = admitted(FIRST, calendar=SILENT, bar_holiday="rolled")
    assert report.turn is not None
    assert (report.turn.day, report.turn.answer) == (FREE, Answer.OPEN)
