"""谁在联合体内、从何日到何日：成员、登记簿、撤销后的三年（第十二条、第十一条第二款；F06、F08）。"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import (
    COMPLETE,
    LEAD,
    PARTICIPANTS,
    made_college,
    made_unit,
    varied,
)
from tests.policies.tianjin.lives import (
    CALLED,
    DEFENDED,
    EXAMINED,
    FILED,
    FORMED,
    FORWARDED,
    GIVEN,
    JOINING,
    LEAVING,
    LEFT,
    PUBLIC,
    REVIEWED,
    REVOKED,
    STAYING,
    approved,
    at,
    call,
    change_approved,
    change_refused,
    executed,
    filed,
    imposed,
    knowing,
    life,
    measures,
    reported,
    revoked,
    stands,
    taken_back,
)

from innov_consortium.core.auditing import audit
from innov_consortium.core.case import Surroundings
from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.decide import Standing
from innov_consortium.core.events import (
    Corrected,
    EndSetAside,
    Event,
    RecognitionSetAside,
)
from innov_consortium.core.history import History
from innov_consortium.core.organizations import Organization
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.core.registering import register
from innov_consortium.core.sanctions import Bar
from innov_consortium.errors import InvalidInputError
from innov_consortium.policies.tianjin import TIANJIN

EXIT, RENAME, JOIN = ChangeKind.MEMBER_EXIT, ChangeKind.MEMBER_RENAME, ChangeKind.MEMBER_JOIN
REPLACED = ChangeKind.LEAD_REPLACEMENT
OTHER_LEAD = made_unit(8888, domicile="120101", name="虚构另一牵头单位")


def folded(
    *histories: History, on: date, complete_to: date | None = None, **readings: str
) -> Register:
    """Return what histories come to on a day as a register."""
    return register(measures(frozenset(readings.items())), histories, on, complete_to=complete_to)


def engaged(events: Iterable[Event], on: date, unit: Organization) -> list[Engagement]:
    """Return one unit's engagements as a history leaves them on a day."""
    return list(folded(life(events), on=on).of(unit.id))


def active(events: Iterable[Event], on: date) -> set[Organization]:
    """Return whoever counts on a day, among all that ever did."""
    everybody = (LEAD, *PARTICIPANTS, JOINING)
    found = folded(life(events), on=on).engagements
    there = {(e.unit, e.college) for e in found if e.active_on(on)}
    return {unit for unit in everybody if (unit.legal_person, unit.college) in there}


def joined(unit: Organization = JOINING, *, change: str = "c1", **on: date) -> tuple[Event, ...]:
    """Return the events by which a unit joins: reported, approved, carried out."""
    issued = frozenset({LEAD.key, unit.key})
    return (
        reported(JOIN, change=change, joining=unit, issued_by=issued),
        change_approved(change=change, **on),
        executed(change=change),
    )


ALL = {LEAD, *PARTICIPANTS}


# --- 起止 (F08) -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "there"),
    [(date(2026, 5, 31), set()), (date(2026, 6, 1), ALL), (date(2026, 6, 2), ALL)],
)
def test_membership_begins_with_the_approval(on: date, there: set[Organization]) -> None:
    """The day before nobody is a member; on the day of the approval everybody is."""
    assert active(FORMED, on) == there


@pytest.mark.parametrize("before", [FILED, REVIEWED, FORWARDED, DEFENDED, PUBLIC])
def test_until_then_it_is_only_applied_for(before: tuple[Event, ...]) -> None:
    """待批: lead and participants are in the register without a day from which they count."""
    found = folded(life(before), on=date(2026, 5, 20)).engagements
    assert [(e.role, e.pending) for e in found] == [
        (Role.LEAD, True),
        *[(Role.PARTICIPANT, True)] * 6,
    ]


def test_before_anybody_has_applied_there_is_nobody() -> None:
    """A call alone engages nobody, and nothing is missing from the register by it."""
    found = folded(life(CALLED), on=date(2026, 3, 1), complete_to=date(2026, 3, 1))
    assert (found.engagements, found.complete_to) == ((), date(2026, 3, 1))


def test_an_application_taken_back_engages_nobody_any_more() -> None:
    """Neither pending nor active from the day it was taken back."""
    found = folded(life((*FILED, taken_back())), on=date(2026, 6, 1)).engagements
    assert [(e.pending, e.active_on(date(2026, 6, 1))) for e in found] == [(False, False)] * 7
    assert {e.revoked for e in found} == {False}


@pytest.mark.parametrize(
    ("on", "there"),
    [(date(2027, 5, 24), True), (date(2027, 5, 25), False), (date(2027, 5, 26), False)],
)
def test_whoever_leaves_counts_until_the_day_before_it_is_carried_out(
    on: date, there: bool
) -> None:
    """The day of exit is no longer counted."""
    assert active(LEFT, on) == (ALL if there else ALL - {LEAVING})


@pytest.mark.parametrize(
    ("on", "there"),
    [(date(2027, 5, 19), False), (date(2027, 5, 20), True), (date(2027, 5, 21), True)],
)
def test_whoever_joins_counts_from_the_approval(on: date, there: bool) -> None:
    """Not from the report, nor only from being carried out."""
    assert active((*FORMED, *joined()), on) == (ALL | {JOINING} if there else ALL)


@pytest.mark.parametrize(
    ("executions", "ended"),
    [
        ((date(2027, 5, 7),), date(2027, 5, 20)),
        ((date(2027, 5, 19),), date(2027, 5, 20)),
        ((date(2027, 5, 20),), date(2027, 5, 20)),
        ((date(2027, 5, 21),), date(2027, 5, 21)),
        ((date(2027, 5, 7), date(2027, 5, 25)), date(2027, 5, 20)),
        ((), None),
    ],
)
def test_an_exit_takes_effect_on_the_later_of_execution_and_approval(
    executions: tuple[date, ...], ended: date | None
) -> None:
    """F06 (a): too early it counts from the approval; not carried out it does not count."""
    acts = [reported(EXIT), change_approved(), *[executed(on=d) for d in executions]]
    events = (*FORMED, *sorted(acts, key=lambda e: e.on))
    (one,) = engaged(events, date(2027, 12, 31), LEAVING)
    assert one.ended_on == ended


@pytest.mark.parametrize(
    ("redone", "ended"),
    [
        ((), None),
        ((date(2027, 5, 19),), None),
        ((date(2027, 5, 20),), date(2027, 5, 20)),
        ((date(2027, 5, 21),), date(2027, 5, 21)),
    ],
)
def test_void_it_has_to_be_done_again(redone: tuple[date, ...], ended: date | None) -> None:
    """F06 (b): what was carried out before the approval does not count, what is after it does."""
    acts = [executed(on=date(2027, 5, 7)), *[executed(on=d) for d in redone], change_approved()]
    events = (*FORMED, reported(EXIT), *sorted(acts, key=lambda e: e.on))
    found = folded(life(events), on=date(2027, 12, 31), premature_execution="void")
    (one,) = found.of(LEAVING.id)
    assert one.ended_on == ended


def test_whoever_has_left_does_not_come_back_by_a_second_exit() -> None:
    """Reported once more, or approved once more, its exit stays on its own day."""
    again = reported(EXIT, change="c2", on=date(2027, 6, 1))
    for more in ((), (change_approved(change="c2", on=date(2027, 6, 2)),)):
        (one,) = engaged((*LEFT, again, *more), date(2027, 12, 31), LEAVING)
        assert one.ended_on == date(2027, 5, 25)


def test_whoever_is_a_member_does_not_become_one_later_by_joining_again() -> None:
    """Its membership goes on since the approval of the consortium."""
    (one,) = engaged((*FORMED, *joined(STAYING)), date(2027, 12, 31), STAYING)
    assert (one.since, one.ended_on) == (date(2026, 6, 1), None)


def test_a_change_that_was_refused_changes_nobody() -> None:
    """Reported and refused, or only reported: everybody is still there."""
    for events in (
        (*FORMED, reported(EXIT)),
        (*FORMED, reported(EXIT), change_refused(), executed()),
    ):
        assert active(events, date(2027, 12, 31)) == ALL


def test_a_new_name_is_the_same_member() -> None:
    """更名: the key stays, and so does the day since when."""
    events = (*FORMED, reported(RENAME), change_approved(), executed())
    (one,) = engaged(events, date(2027, 12, 31), STAYING)
    assert (one.since, one.ended_on) == (date(2026, 6, 1), None)


def test_the_leads_exit_is_no_exit() -> None:
    """F01 (d): what is not provided for changes nobody's place, approved or not."""
    act = reported(EXIT, unit=LEAD.key, issued_by=frozenset({LEAD.key}))
    assert active((*FORMED, act, change_approved(), executed()), date(2027, 12, 31)) == ALL


@pytest.mark.parametrize("by", [LEAD.name, LEAVING.name, "滨海新区科技主管部门"])
def test_what_anybody_but_the_bureau_approved_changes_nobody(by: str) -> None:
    """市科技局核准备案: approved by the lead and carried out, an exit leaves everybody there."""
    approval = change_approved(by=by)
    assert active((*FORMED, reported(EXIT), approval, executed()), date(2027, 12, 31)) == ALL
    assert active((*FORMED, *joined()[:1], approval), date(2027, 12, 31)) == ALL


@pytest.mark.parametrize("by", ["市科技局", "天津市科学技术局", None])
def test_what_the_bureau_or_nobody_knows_who_approved_does(by: str | None) -> None:
    """Under any of its names; that nobody says who is not that it was another."""
    events = (*FORMED, reported(EXIT), change_approved(by=by), executed())
    assert active(events, date(2027, 12, 31)) == ALL - {LEAVING}


def test_an_approval_by_another_does_not_hide_the_bureaus() -> None:
    """Recorded first it moves no day: the exit counts from the bureau's approval."""
    other = change_approved(by=LEAD.name, on=date(2027, 5, 10))
    events = (*FORMED, reported(EXIT), other, executed(on=date(2027, 5, 12)), change_approved())
    (one,) = engaged(events, date(2027, 12, 31), LEAVING)
    assert one.ended_on == date(2027, 5, 20)


# --- another lead (F01) ---------------------------------------------------------------------------

TAKES_OVER = (*FORMED, reported(REPLACED), change_approved(), executed())
DECIDED = knowing(("art12.s1c", True))
BOTH = frozenset({LEAD.key, JOINING.key})


def seats(
    events: Iterable[Event], on: date, given: Surroundings = GIVEN, **readings: str
) -> dict[str, list[Organization]]:
    """Return who counts in which part on a day."""
    policy = measures(frozenset(readings.items()))
    found = register(policy, [life(events)], on, given).engagements
    there = {(e.unit, e.college): e.role.value for e in found if e.active_on(on)}
    parts: dict[str, list[Organization]] = {"lead": [], "participant": []}
    for unit in (LEAD, *PARTICIPANTS, JOINING):
        role = there.get((unit.legal_person, unit.college))
        if role is not None:
            parts[role].append(unit)
    return parts


@pytest.mark.parametrize(
    ("on", "leads"),
    [(date(2027, 5, 24), LEAD), (date(2027, 5, 25), STAYING), (date(2027, 5, 26), STAYING)],
)
@pytest.mark.parametrize("how", ["read so", "decided so"])
def test_once_it_is_carried_out_the_new_lead_leads_and_the_former_takes_part(
    how: str, on: date, leads: Organization
) -> None:
    """F01 (c), or (d) once a body has decided: from the day it is carried out."""
    if how == "read so":
        found = seats(TAKES_OVER, on, lead_replacement="covered")
    else:
        found = seats(TAKES_OVER, on, DECIDED)
    assert found["lead"] == [leads]
    assert set(found["participant"]) == ALL - {leads}


@pytest.mark.parametrize("given", [GIVEN, knowing(("art12.s1c", False))], ids=["open", "against"])
def test_while_nobody_has_decided_so_nobody_takes_over(given: Surroundings) -> None:
    """F01 (d): what is not provided for, approved or not, leaves the lead where it was."""
    found = seats(TAKES_OVER, date(2027, 12, 31), given)
    assert (found["lead"], len(found["participant"])) == ([LEAD], 6)


@pytest.mark.parametrize("missing", [1, 2, 3])
def test_reported_approved_and_carried_out_it_must_be(missing: int) -> None:
    """One of the three left out, nobody takes over."""
    left_out = len(FORMED) + 3 - missing
    events = [e for n, e in enumerate(TAKES_OVER) if n != left_out]
    assert seats(events, date(2027, 12, 31), lead_replacement="covered")["lead"] == [LEAD]


def test_a_lead_from_outside_joins_and_the_former_one_stays() -> None:
    """Whoever takes the lead and was no member: eight then, the former lead among them."""
    report = reported(REPLACED, unit=None, joining=JOINING, issued_by=BOTH)
    events = (*FORMED, report, change_approved(), executed())
    found = seats(events, date(2027, 12, 31), lead_replacement="covered")
    assert (found["lead"], set(found["participant"])) == ([JOINING], ALL)


@pytest.mark.parametrize(
    ("on", "acts"),
    [
        (date(2027, 5, 24), {LEAD}),
        (date(2027, 5, 25), {STAYING}),
        (date(2027, 5, 26), {STAYING}),
    ],
)
def test_whoever_leads_on_the_day_acts_as_the_lead(on: date, acts: set[Organization]) -> None:
    """The report of a further change is the lead's of that day, by its name or its code."""
    before = [e for e in TAKES_OVER if e.on <= on]
    able = set()
    for unit in (LEAD, STAYING):
        issued = frozenset({unit.key})
        report = reported(
            ChangeKind.LEAD_PRINCIPAL, change="c2", on=on, by=unit.name, issued_by=issued
        )
        if stands(before, report, lead_replacement="covered") == "granted":
            able.add(unit)
    assert able == acts


@pytest.mark.parametrize(
    ("ended", "barred"),
    [(date(2027, 5, 24), LEAD), (date(2027, 5, 25), STAYING), (date(2027, 5, 26), STAYING)],
)
def test_the_former_lead_of_a_revocation_is_who_led_on_that_day(
    ended: date, barred: Organization
) -> None:
    """原牵头单位: whoever led when the status was revoked, and not who led before it (E07)."""
    events = (*[e for e in TAKES_OVER if e.on <= ended], imposed(on=ended))
    (bar,) = bars(events, lead_replacement="covered")
    assert bar.unit == barred.id


def test_whoever_left_may_come_back() -> None:
    """A second time it counts from the approval of its joining, and its first time stays known."""
    back = (
        reported(
            JOIN,
            change="c2",
            on=date(2028, 1, 10),
            joining=LEAVING,
            issued_by=frozenset({LEAD.key, LEAVING.key}),
        ),
        change_approved(change="c2", on=date(2028, 2, 1)),
    )
    found = engaged((*LEFT, *back), date(2028, 3, 1), LEAVING)
    assert [(e.since, e.ended_on) for e in found] == [
        (date(2026, 6, 1), date(2027, 5, 25)),
        (date(2028, 2, 1), None),
    ]


@pytest.mark.parametrize(
    ("on", "there"),
    [(date(2028, 6, 19), ALL), (date(2028, 6, 20), set()), (date(2028, 6, 21), set())],
)
def test_everybody_counts_until_the_day_before_the_revocation(
    on: date, there: set[Organization]
) -> None:
    """The day of the document is no longer a day of membership."""
    assert active(REVOKED, on) == there


def test_what_ended_by_revocation_is_told_apart_from_what_ended_before() -> None:
    """A member that had left was not revoked."""
    gone = (*LEFT, *REVOKED[len(FORMED) :])
    found = folded(life(gone), on=date(2028, 7, 1)).engagements
    assert {e.unit: (e.ended_on, e.revoked) for e in found if e.unit == LEAVING.id} == {
        LEAVING.id: (date(2027, 5, 25), False)
    }
    assert {(e.ended_on, e.revoked) for e in found if e.unit != LEAVING.id} == {
        (date(2028, 6, 20), True)
    }


def test_set_aside_the_revocation_was_none() -> None:
    """E14 (a): members again, as if without a break; asked before it, they were not."""
    events = (*REVOKED, EndSetAside(on=date(2028, 9, 1)))
    assert [active(events, date(2028, m, 1)) for m in (8, 9)] == [set(), ALL]
    (one,) = engaged(events, date(2028, 9, 1), LEAD)
    assert (one.since, one.ended_on, one.revoked) == (date(2026, 6, 1), None, False)


def test_annulled_the_recognition_ends_and_is_no_revocation() -> None:
    """Nobody counts from that day, and nobody was revoked."""
    events = (*FORMED, RecognitionSetAside(on=date(2027, 3, 1)))
    assert [active(events, date(2027, m, 1)) for m in (2, 3)] == [ALL, set()]
    assert {e.revoked for e in folded(life(events), on=date(2027, 3, 1)).engagements} == {False}


def test_what_was_recorded_too_late_to_be_known_does_not_exist_yet() -> None:
    """An exit carried out in May and recorded in July: in June it is not known."""
    late = evolve(executed(), recorded_on=date(2027, 7, 1))
    events = (*FORMED, reported(EXIT), change_approved(), late)
    assert [LEAVING in active(events, date(2027, m, 1)) for m in (6, 7)] == [True, False]


# --- 登记簿 ---------------------------------------------------------------------------------------


def second(name: str = "C2", *units: Organization) -> History:
    """Return another consortium, of the same participants unless others are named."""
    members = units or PARTICIPANTS
    application = varied(lead=OTHER_LEAD, participants=members).application
    act = filed(
        on=date(2026, 9, 1),
        by=OTHER_LEAD.name,
        application=application,
        co_applicants=frozenset(u.key for u in members),
        recipient="和平区科技主管部门",
    )
    return History(name, (call(on=date(2026, 8, 1)), act, approved(on=date(2026, 12, 1))))


def test_one_register_of_several_histories() -> None:
    """Each unit in each consortium, with its own days and its own part."""
    found = folded(life(LEFT), second(), on=date(2027, 12, 31), complete_to=date(2027, 12, 31))
    assert len(found.engagements) == 14
    assert [(e.consortium, e.role, e.ended_on) for e in found.of(LEAVING.id)] == [
        ("C1", Role.PARTICIPANT, date(2027, 5, 25)),
        ("C2", Role.PARTICIPANT, None),
    ]
    assert [(e.consortium, e.role) for e in found.of(OTHER_LEAD.id)] == [("C2", Role.LEAD)]


@pytest.mark.parametrize(
    ("given", "complete"),
    [
        (date(2027, 12, 30), date(2027, 12, 30)),
        (date(2027, 12, 31), date(2027, 12, 31)),
        (date(2028, 1, 1), date(2027, 12, 31)),
        (None, None),
    ],
)
def test_it_is_complete_to_the_day_asked_about_at_most(
    given: date | None, complete: date | None
) -> None:
    """Nobody knows today that nothing will be missing tomorrow."""
    found = folded(life(FORMED), on=date(2027, 12, 31), complete_to=given)
    assert found.complete_to == complete


def test_a_history_of_which_nobody_says_who_is_in_it_leaves_it_incomplete() -> None:
    """A recognised consortium without an application: anybody may be in it."""
    bare = History("C9", (approved(),))
    found = folded(life(FORMED), bare, on=date(2027, 12, 31), complete_to=date(2027, 12, 31))
    assert (len(found.engagements), found.complete_to) == (7, None)


def test_colleges_of_a_university_are_engaged_by_their_own_names() -> None:
    """以学院为单位计数: two colleges in one consortium are two engagements of one legal person."""
    one, two = made_college(31, "化工学院"), made_college(31, "材料学院")
    found = folded(second("C2", *PARTICIPANTS[:4], one, two), on=date(2027, 1, 1))
    assert [e.college for e in found.of(one.id)] == ["化工学院", "材料学院"]


def test_a_branch_is_engaged_as_its_legal_person() -> None:
    """B05 (a): whoever takes part through a branch takes part itself."""
    branch = evolve(made_unit(55), branch_of=made_unit(56).id)
    found = folded(second("C2", *PARTICIPANTS[:5], branch), on=date(2027, 1, 1))
    assert [len(found.of(u)) for u in (made_unit(55).id, made_unit(56).id)] == [0, 1]


def test_two_histories_of_one_consortium_are_refused() -> None:
    """Folded twice everybody would be counted twice."""
    with pytest.raises(InvalidInputError) as refused:
        folded(life(FORMED), life(LEFT), on=date(2027, 12, 31))
    assert [f.path for f in refused.value.faults] == ["histories[1].consortium"]


def test_the_cap_counts_the_other_consortia_and_not_the_one_asked_about() -> None:
    """A register folded from this history too does not count it a second time."""
    own = life((*FORMED, *joined()))
    known = folded(own, second(), on=date(2027, 12, 31), complete_to=date(2027, 12, 31))
    given = evolve(GIVEN, register=known)
    found = audit(measures(), own, date(2027, 12, 31), given)
    assert {(a.event.tag, a.standing) for a in found} == {
        (a.event.tag, Standing.ALLOWED) for a in found
    }


@pytest.mark.parametrize(("others", "decision"), [(0, "granted"), (1, "granted"), (2, "deferred")])
def test_what_the_register_shows_of_others_counts_for_the_next_application(
    others: int, decision: str
) -> None:
    """A participant in two others departs from 原则上不超过两个 when the third is approved."""
    day = date(2026, 6, 1)
    early = [evolve(e, on=date(2026, 1, 5)) for e in second().events]
    histories = [History(f"D{n}", tuple(early)) for n in range(others)]
    # each of the others is led by another lead: only the participants meet again
    known = folded(*histories, on=day, complete_to=day)
    assert stands(PUBLIC, approved(), evolve(GIVEN, register=known)) == decision


def test_a_lead_of_one_leads_no_second_while_it_lasts() -> None:
    """原则上最多可牵头组建一个: the day before the revocation it departs, from that day not."""
    own = [evolve(e, consortium="") for e in (*FORMED, imposed(on=date(2027, 6, 1)))]
    found = []
    for day in (date(2027, 5, 31), date(2027, 6, 1), date(2027, 6, 2)):
        known = folded(History("C0", tuple(own)), on=day, complete_to=day)
        case = evolve(COMPLETE, register=known)
        report = measures().check("formation", case, on=day)
        outcome = report.outcome("art5.item2.s3b")
        assert outcome is not None
        found.append(outcome.value)
    assert found == ["departs_from_principle", "met", "met"]


# --- 三年内不再受理（第十一条第二款） -------------------------------------------------------------


def bars(events: Iterable[Event], on: date = date(2028, 12, 31), **readings: str) -> list[Bar]:
    """Return the bars a history leaves on a day."""
    policy = measures(frozenset(readings.items()))
    return list(register(policy, [life(events)], on).bars)


def test_the_former_lead_is_barred_and_nobody_else() -> None:
    """原牵头单位: not the participants, under every reading (E08)."""
    (bar,) = bars(REVOKED)
    assert (bar.unit, bar.consortium, bar.provision, bar.document) == (
        LEAD.id,
        "C1",
        "art11.p2.s1b",
        "津科（虚构）9号",
    )


@pytest.mark.parametrize(
    ("day", "barred"),
    [
        (date(2028, 6, 19), False),
        (date(2028, 6, 20), True),
        (date(2028, 6, 21), True),
        (date(2031, 6, 19), True),
        (date(2031, 6, 20), True),
        (date(2031, 6, 21), False),
    ],
)
def test_for_three_years_from_the_day_of_the_document(day: date, barred: bool) -> None:
    """E04 (a): that day is not counted and barred all the same, to the corresponding day."""
    (bar,) = bars(REVOKED)
    assert bar.binds_on(day) is barred


@pytest.mark.parametrize(
    ("ended", "last"),
    [
        (date(2028, 2, 28), date(2031, 2, 28)),
        (date(2028, 2, 29), date(2031, 2, 28)),
        (date(2028, 3, 1), date(2031, 3, 1)),
        (date(2027, 10, 10), date(2030, 10, 10)),
    ],
)
def test_calendar_years_and_no_number_of_days(ended: date, last: date) -> None:
    """To the corresponding day, or the last of a month that has none (Civil Code art. 202)."""
    (bar,) = bars((*FORMED, imposed(on=ended)))
    assert (bar.window.first, bar.window.last) == (ended, last)


def test_a_weekend_at_its_end_does_not_prolong_it() -> None:
    """E05 (a): 2031-03-01 is a Saturday; a burden is not extended."""
    last = date(2031, 3, 1)
    (bar,) = bars((*FORMED, imposed(on=date(2028, 3, 1))))
    assert (last.weekday(), bar.window.last) == (5, last)


def test_the_day_of_the_ground_is_not_the_day_of_the_revocation() -> None:
    """E06: the document counts, not the request or the review before it."""
    (bar,) = bars(REVOKED)
    assert bar.window.first == date(2028, 6, 20)


@pytest.mark.parametrize("item", range(1, 8))
def test_after_every_revocation(item: int) -> None:
    """E03 (a): whichever ground it cites, item 4 among them."""
    act = revoked if item == 4 else imposed
    assert len(bars((*FORMED, act(grounds=(f"art11.item{item}",))))) == 1


@pytest.mark.parametrize(
    ("on", "found"), [(date(2028, 6, 19), 0), (date(2028, 6, 20), 1), (date(2031, 6, 21), 1)]
)
def test_it_is_known_from_the_day_of_the_revocation(on: date, found: int) -> None:
    """Before it there is none; when it is over its days are still told."""
    assert len(bars(REVOKED, on)) == found


@pytest.mark.parametrize(
    ("ended", "last", "enforceable"),
    [
        (date(2027, 4, 9), date(2030, 4, 9), None),
        (date(2027, 4, 10), date(2030, 4, 10), None),
        (date(2027, 4, 11), date(2030, 4, 11), date(2030, 4, 10)),
        (date(2030, 4, 10), date(2033, 4, 10), date(2030, 4, 10)),
    ],
)
def test_it_is_enforceable_while_the_text_is_in_force(
    ended: date, last: date, enforceable: date | None
) -> None:
    """A06: the nominal end is told, and the last day on which the text itself bars."""
    (bar,) = bars((*FORMED, imposed(on=ended)), date(2030, 4, 10))
    assert (bar.window.last, bar.enforceable_to) == (last, enforceable)


@pytest.mark.parametrize(
    ("published", "found"),
    [(date(2027, 5, 31), 1), (date(2027, 6, 1), 1), (date(2027, 6, 2), 0)],
)
def test_a_revocation_before_publication_leaves_none(published: date, found: int) -> None:
    """A08: what the former plan revoked does not feed the bar of this text."""
    policy = TIANJIN.supposing_published(published)
    events = (*FORMED, imposed(on=date(2027, 6, 1)))
    assert len(register(policy, [life(events)], date(2028, 1, 1)).bars) == found


@pytest.mark.parametrize(
    ("ended", "found"),
    [(date(2030, 4, 9), 1), (date(2030, 4, 10), 1), (date(2030, 4, 11), 0)],
)
def test_a_revocation_after_the_end_of_the_text_leaves_none(ended: date, found: int) -> None:
    """A05: no act can rest on it any more, and no bar follows from one."""
    assert len(bars((*FORMED, imposed(on=ended)), date(2031, 1, 1))) == found


@pytest.mark.parametrize(
    ("ended", "found"),
    [(date(2030, 4, 8), 1), (date(2030, 4, 9), 1), (date(2030, 4, 10), 0)],
)
def test_where_the_last_day_is_left_out_the_text_ends_a_day_earlier(
    ended: date, found: int
) -> None:
    """A04 (b): what cannot be an act of 10 April gives no bar, and none is enforced that day."""
    left = bars((*FORMED, imposed(on=ended)), date(2031, 1, 1), last_day="excluded")
    assert [bar.enforceable_to for bar in left] == [date(2030, 4, 9)] * found


@pytest.mark.parametrize(
    ("ended", "enforceable"),
    [
        (date(2027, 4, 8), None),
        (date(2027, 4, 9), None),
        (date(2027, 4, 10), date(2030, 4, 9)),
    ],
)
def test_a_bar_past_a_last_day_left_out_is_enforceable_to_the_day_before(
    ended: date, enforceable: date | None
) -> None:
    """A06 under A04 (b)."""
    (bar,) = bars((*FORMED, imposed(on=ended)), date(2030, 4, 9), last_day="excluded")
    assert bar.enforceable_to == enforceable


@pytest.mark.parametrize(
    ("act", "caveats", "fault_only"),
    [
        (revoked(), ("E03", "E07", "E15"), 0),
        (revoked(grounds=()), ("E03", "E07", "E15"), 0),
        (revoked(grounds=None), ("E03", "E07", "E15"), 0),
        (imposed(grounds=("art11.item4",)), ("E03", "E07", "E15"), 0),
        (imposed(), ("E07", "E15"), 1),
        (imposed(grounds=("art11.item4", "art11.item5")), ("E07", "E15"), 1),
        (revoked(grounds=("art11.item5",)), ("E07", "E15"), 1),
        (imposed(grounds=()), ("E07", "E15"), 1),
        (imposed(grounds=None), ("E07", "E15"), 1),
        (imposed(on_request=None), ("E07", "E15"), 1),
        (imposed(on_request=None, grounds=None), ("E03", "E07", "E15"), 0),
    ],
    ids=lambda value: None if isinstance(value, Event) else str(value),
)
def test_what_a_reader_must_know_of_a_bar(
    act: Event, caveats: tuple[str, ...], fault_only: int
) -> None:
    """E07 and E15 always; E03 where item 4 alone is the ground, or on request none is cited."""
    (bar,) = bars((*EXAMINED, act))
    assert bar.caveats == caveats
    assert len(bars((*EXAMINED, act), bar_after_voluntary="fault_only")) == fault_only


@pytest.mark.parametrize(
    ("act", "reading", "complete"),
    [
        (revoked(on_request=None, grounds=None), "fault_only", False),
        (revoked(on_request=None, grounds=()), "fault_only", False),
        (revoked(on_request=None), "fault_only", True),
        (imposed(on_request=None), "fault_only", True),
        (revoked(on_request=None, grounds=None), "every", True),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_whether_it_was_asked_for_is_not_said(act: Event, reading: str, complete: bool) -> None:
    """E03: what it cites may tell; else a register in which that decides is not complete."""
    day = date(2028, 12, 31)
    found = folded(life((*EXAMINED, act)), on=day, complete_to=day, bar_after_voluntary=reading)
    assert (found.complete_to == day) is complete


def test_set_aside_there_is_no_bar_any_more() -> None:
    """E14 (a): asked before the annulment there was one, asked after it there is none."""
    events = (*REVOKED, EndSetAside(on=date(2028, 9, 1)))
    assert [len(bars(events, date(2028, m, 1))) for m in (8, 9, 10)] == [1, 0, 0]


def test_revoked_anew_it_runs_anew() -> None:
    """From the second document, and once."""
    events = (*REVOKED, EndSetAside(on=date(2028, 9, 1)), imposed(on=date(2028, 10, 10)))
    (bar,) = bars(events)
    assert (bar.window.first, bar.window.last) == (date(2028, 10, 10), date(2031, 10, 10))


@pytest.mark.parametrize(
    "events",
    [
        FORMED,
        (*FILED, taken_back()),
        (*FORMED, RecognitionSetAside(on=date(2027, 3, 1))),
        (*PUBLIC, imposed()),
    ],
    ids=["lasting", "taken back", "annulled", "an application revoked"],
)
def test_without_a_revocation_there_is_no_bar(events: tuple[Event, ...]) -> None:
    """自撤销之日起: where no status was revoked there is nothing to count from."""
    assert bars(events) == []


def test_under_a_new_name_it_is_the_same_legal_person() -> None:
    """E07: identity, not name."""
    rename = reported(
        RENAME, unit=LEAD.key, new_name="虚构牵头新名称", issued_by=frozenset({LEAD.key})
    )
    events = (*FORMED, rename, change_approved(), executed(), imposed())
    assert [b.unit for b in bars(events)] == [LEAD.id]


def test_a_lead_that_applied_through_a_branch_is_barred_itself() -> None:
    """B05 (a): the branch is its parent."""
    branch = evolve(made_unit(57, domicile="120116"), branch_of=LEAD.id)
    application = varied(lead=branch).application
    events = (call(), filed(application=application, by=branch.name), approved(), imposed())
    assert [b.unit for b in bars(events)] == [LEAD.id]


def test_who_is_barred_nobody_says_where_nobody_knows_who_led() -> None:
    """Unknown is not nobody: the register is not complete."""
    bare = History("C9", (approved(), imposed()))
    found = folded(bare, on=date(2029, 1, 1), complete_to=date(2029, 1, 1))
    assert (found.bars, found.complete_to) == ((), None)


def test_a_revocation_corrected_away_leaves_none() -> None:
    """Recorded by mistake: from the day that is recorded there was none."""
    wrong: Any = imposed(id="e1")
    events = (*FORMED, wrong, Corrected(on=date(2028, 8, 1), of="e1"))
    assert [len(bars(events, date(2028, m, 1))) for m in (7, 8, 9)] == [1, 0, 0]


def test_the_state_before_is_the_same_with_and_without_what_came_later() -> None:
    """Nothing that happened in 2028 changes who was a member in 2027."""
    on = date(2027, 12, 31)
    assert at(REVOKED, on).phase is at(FORMED, on).phase
    assert active(REVOKED, on) == active(FORMED, on) == ALL
