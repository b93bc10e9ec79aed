"""第二十六条：有效期至2030年4月10日——届满之后不再作出任何行为；未办结的和已有的资格（A05、A06）。"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from tests.policies.tianjin.conftest import LEAD, PARTICIPANTS, PUBLISHED
from tests.policies.tianjin.lives import (
    CONFIRMED,
    DEFENDED,
    FILED,
    FORMED,
    FORWARDED,
    GIVEN,
    LEFT_TO_ITSELF,
    NOTICED,
    NOTIFIED,
    PUBLIC,
    REVIEWED,
    SELECTED,
    SELF_EVALUATED,
    STAGED,
    SUBMITTED,
    annulled,
    approved,
    asked,
    at,
    because,
    call,
    change_approved,
    change_refused,
    confirmed,
    corrected,
    decided,
    declined,
    defended,
    established,
    examined,
    executed,
    filed,
    forwarded,
    handed_in,
    imposed,
    knowing,
    left_to_itself,
    life,
    measures,
    noticed,
    notified,
    objected,
    prereviewed,
    project_applied,
    project_decided,
    project_funded,
    projects_called,
    publicised,
    refused,
    reported,
    reviewed,
    revoked,
    selected,
    self_evaluated,
    self_reported,
    settled,
    staged,
    stands,
    submitted,
    taken_back,
    verdict,
)

from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.decide import Refused, decide, possible_acts
from innov_consortium.core.events import Event
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.registering import register
from innov_consortium.core.report import Answer
from innov_consortium.core.sources import ForceInTime
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.policies.tianjin.events import Inspected

EVE, LAST, MORROW = date(2030, 4, 9), date(2030, 4, 10), date(2030, 4, 11)
EXIT = ChangeKind.MEMBER_EXIT
GIVEN_GROUND = established(5)
GROUND = {"grounds": ("art11.item5",)}
CHANGED = (*FORMED, reported(EXIT))
OBJECTED = (*PUBLIC, objected())
HANDED_IN = (*FORMED, asked(), handed_in())
EXAMINED = (*HANDED_IN, examined())
APPLIED = (*NOTIFIED, project_applied())

#: For every row of the table what has happened before, and the act that takes it.
ACTS: dict[str, tuple[tuple[Event, ...], Callable[..., Event]]] = {
    "call": ((), call),
    "file": ((call(on=date(2030, 1, 10), year=2030),), filed),
    "review": (FILED, reviewed),
    "decline": (FILED, declined),
    "forward": (REVIEWED, forwarded),
    "expert_review": (FORWARDED, defended),
    "publicise": (DEFENDED, publicised),
    "object": (PUBLIC, objected),
    "decide_objection": (OBJECTED, settled),
    "approve": (PUBLIC, approved),
    "refuse": (PUBLIC, refused),
    "withdraw_application": (PUBLIC, taken_back),
    "inspect": (FORMED, lambda on: Inspected(on=on, by="滨海新区科技主管部门")),
    "revoke": (FORMED, lambda on: imposed(on=on, **GROUND)),
    "call_evaluation": (FORMED, noticed),
    "select_for_evaluation": (NOTICED, lambda on: selected(on=on, year=2027)),
    "leave_to_self_evaluation": (NOTICED, lambda on: left_to_itself(on=on, year=2027)),
    "submit_materials": (SELECTED, lambda on: submitted(on=on, year=2027)),
    "go_through_stage": (SUBMITTED, lambda on: staged("site_visit", on=on, year=2027)),
    "confirm_result": (STAGED, lambda on: confirmed(on=on, year=2027)),
    "notify_result": (CONFIRMED, lambda on: notified(on=on, year=2027)),
    "correct_result": (NOTIFIED, lambda on: corrected("qualified", on=on)),
    "annul_result": (NOTIFIED, annulled),
    "evaluate_itself": (LEFT_TO_ITSELF, lambda on: self_evaluated(on=on, year=2027)),
    "file_self_report": (SELF_EVALUATED, lambda on: self_reported(on=on, year=2027)),
    "call_for_projects": (FORMED, projects_called),
    "prereview_project": (FORMED, prereviewed),
    "prereview_application": (APPLIED, prereviewed),
    "apply_for_project": (NOTIFIED, project_applied),
    "grant_project": (APPLIED, project_decided),
    "decline_project": (APPLIED, lambda on: project_decided(on=on, granted=False)),
    "fund_project": ((*APPLIED, project_decided()), project_funded),
    "request_withdrawal": (FORMED, asked),
    "report_withdrawal": ((*FORMED, asked()), handed_in),
    "review_withdrawal": (HANDED_IN, examined),
    "decline_withdrawal": (HANDED_IN, lambda on: examined(on=on, agreed=False)),
    "revoke_on_request": (EXAMINED, revoked),
    "report_exit": (FORMED, lambda on: reported(EXIT, on=on)),
    "report_rename": (FORMED, lambda on: reported(ChangeKind.MEMBER_RENAME, on=on)),
    "report_join": (FORMED, lambda on: reported(ChangeKind.MEMBER_JOIN, on=on)),
    "report_other_change": (FORMED, lambda on: reported(ChangeKind.MEMBER_OTHER, on=on)),
    "approve_member_change": (CHANGED, change_approved),
    "refuse_member_change": (CHANGED, change_refused),
    "execute_member_change": ((*CHANGED, change_approved()), executed),
    "report_principal": (FORMED, lambda on: reported(ChangeKind.LEAD_PRINCIPAL, on=on)),
    "report_technologist": (FORMED, lambda on: reported(ChangeKind.CHIEF_TECHNOLOGIST, on=on)),
    "report_other_person": (FORMED, lambda on: reported(ChangeKind.PERSON_OTHER, on=on)),
    "approve_personnel_change": (
        (*FORMED, reported(ChangeKind.LEAD_PRINCIPAL)),
        change_approved,
    ),
    "refuse_personnel_change": (
        (*FORMED, reported(ChangeKind.LEAD_PRINCIPAL)),
        change_refused,
    ),
    "execute_personnel_change": (
        (*FORMED, reported(ChangeKind.LEAD_PRINCIPAL), change_approved()),
        executed,
    ),
}
#: Acts that go on with what was begun: an application, a change reported, a request, a year whose
#: evaluation has begun, a project applied for.
GOING_ON = {
    "submit_materials",
    "go_through_stage",
    "confirm_result",
    "notify_result",
    "correct_result",
    "annul_result",
    "evaluate_itself",
    "file_self_report",
    "prereview_application",
    "grant_project",
    "decline_project",
    "fund_project",
    "review",
    "decline",
    "forward",
    "expert_review",
    "publicise",
    "object",
    "decide_objection",
    "approve",
    "refuse",
    "withdraw_application",
    "report_withdrawal",
    "review_withdrawal",
    "decline_withdrawal",
    "revoke_on_request",
    "approve_member_change",
    "refuse_member_change",
    "execute_member_change",
    "approve_personnel_change",
    "refuse_personnel_change",
    "execute_personnel_change",
}


def made(name: str, on: date) -> tuple[tuple[Event, ...], Any]:
    """Return what has happened before an act on a day, and the act."""
    before, act = ACTS[name]
    more = {"last": on} if name == "publicise" else {}
    return before, act(on=on, **more)


GIVEN_ALL = established(
    5,
    given=knowing(("successor_qualification", "leading_talent"), ("art13.s1c", True)),
)


def test_every_step_of_the_table_is_here() -> None:
    """Each of them there is under the readings by default."""
    assert sorted(ACTS) == sorted(s.name for s in measures().rows)


@pytest.mark.parametrize("name", ACTS)
def test_on_the_last_day_still_and_on_the_next_no_more(name: str) -> None:
    """有效期至: granted on 9 and 10 April 2030; on the 11th there is no basis for it."""
    said = [verdict(decided(*made(name, on), GIVEN_ALL)) for on in (EVE, LAST, MORROW)]
    assert said == ["granted", "granted", "refused"]


@pytest.mark.parametrize("name", ACTS)
def test_without_a_basis_nothing_is_said_of_the_act(name: str) -> None:
    """Refused for want of a basis, not for any fault: no norm but those of art. 26 is asked."""
    said = decided(*made(name, MORROW), GIVEN_ALL)
    assert isinstance(said, Refused)
    assert (because(said), said.report.answer) == ([], Answer.NO_BASIS)
    assert said.report.in_force is ForceInTime.EXPIRED
    assert {f.provision.partition(".")[0] for f in said.report} == {"art26"}


def test_whenever_it_was_published_it_is_over() -> None:
    """The last day is a date: to know that no act can rest on it no publication is needed."""
    said = [verdict(decide(TIANJIN, at((), on), call(on=on), on, GIVEN)) for on in (LAST, MORROW)]
    assert said == ["deferred", "refused"]


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (PUBLISHED - timedelta(days=1), "refused"),
        (PUBLISHED, "granted"),
        (PUBLISHED + timedelta(days=1), "granted"),
    ],
)
def test_and_before_it_is_in_force_there_is_none_either(on: date, decision: str) -> None:
    """自公布之日起: the day before, that day, the day after."""
    assert stands((), call(on=on, year=on.year)) == decision


def test_nothing_is_possible_any_more() -> None:
    """Of all that might happen next everything is refused."""
    said = possible_acts(measures(), at(FORMED, MORROW), MORROW, GIVEN)
    assert {p.standing.value for p in said} == {"refused"}


# --- A05 (b): what was begun is finished ----------------------------------------------------------


@pytest.mark.parametrize("name", ACTS)
def test_under_the_other_reading_what_was_begun_is_finished(name: str) -> None:
    """Whatever goes on with an application, a change or a request; what begins anew does not."""
    said = decided(*made(name, MORROW), GIVEN_ALL, on_expiry="pending_finished")
    assert verdict(said) == ("granted" if name in GOING_ON else "refused")


@pytest.mark.parametrize(
    ("begun", "decision"), [(EVE, "granted"), (LAST, "granted"), (MORROW, "refused")]
)
def test_begun_by_the_last_day(begun: date, decision: str) -> None:
    """A change reported on 9 or 10 April may be approved later; one of the 11th is none."""
    before = (*FORMED, reported(EXIT, on=begun))
    act = change_approved(on=date(2030, 5, 6))
    assert stands(before, act, on_expiry="pending_finished") == decision


@pytest.mark.parametrize(
    ("filing", "decision"), [(EVE, "granted"), (LAST, "granted"), (MORROW, "refused")]
)
def test_an_application_filed_by_the_last_day(filing: date, decision: str) -> None:
    """V21: approved on 15 May, if it had been filed by then."""
    way = (
        call(on=date(2030, 1, 10), year=2030),
        filed(on=filing),
        reviewed(on=date(2030, 4, 12)),
        forwarded(on=date(2030, 4, 12)),
        defended(on=date(2030, 4, 15)),
        publicised(on=date(2030, 5, 6), last=date(2030, 5, 12)),
    )
    act = approved(on=date(2030, 5, 15))
    assert stands(way, act, on_expiry="pending_finished") == decision
    assert stands(way, act) == "refused"


def test_what_is_finished_must_be_in_order_all_the_same() -> None:
    """The old text is applied: a member that has not signed is missing after its end, too."""
    before = (*FORMED, reported(EXIT, issued_by=frozenset({LEAD.key})))
    said = decided(before, change_approved(on=MORROW), on_expiry="pending_finished")
    assert because(said) == [("art12.s1d", "basis_issued_jointly")]


def test_an_objection_belongs_to_the_application_it_is_raised_against() -> None:
    """Publicity that runs past the last day is open to objections to its own end."""
    way = (*DEFENDED, publicised(on=date(2030, 4, 8), last=date(2030, 4, 14)))
    act = objected(on=date(2030, 4, 12))
    assert stands(way, act, on_expiry="pending_finished") == "granted"
    over = date(2030, 4, 15)
    assert stands((*way, act), approved(on=over), on_expiry="pending_finished") == "refused"


def test_a_revocation_is_no_pending_matter() -> None:
    """A ground found in 2031 begins a matter of its own, however long the consortium has been."""
    act = imposed(on=date(2031, 3, 3), **GROUND)
    assert stands(FORMED, act, GIVEN_GROUND, on_expiry="pending_finished") == "refused"


def test_an_inspection_of_earlier_years_does_not_carry_later_ones() -> None:
    """Each year's is a matter of its own."""
    before = (*FORMED, Inspected(on=date(2029, 3, 1), by="滨海新区科技主管部门"))
    act = Inspected(on=date(2031, 3, 3), by="滨海新区科技主管部门")
    assert stands(before, act, on_expiry="pending_finished") == "refused"


@pytest.mark.parametrize(
    ("before", "act"),
    [
        ((*HANDED_IN, examined(agreed=False)), asked(on=MORROW)),
        ((*CHANGED, change_refused()), reported(EXIT, on=MORROW)),
    ],
    ids=["request", "change"],
)
def test_what_came_to_nothing_is_not_begun_again(before: tuple[Event, ...], act: Event) -> None:
    """Declined or refused it was finished; asked or reported anew it is a new matter."""
    assert stands(before, act, on_expiry="pending_finished") == "refused"


# --- A05 (a), (c): the status ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reading", "counts"),
    [
        ("no_new_act", [7, 7, 7]),
        ("pending_finished", [7, 7, 7]),
        ("status_ends", [7, 7, 0]),
    ],
)
def test_whether_the_status_outlives_the_text(reading: str, counts: list[int]) -> None:
    """Lapse is no revocation (a); under (c) nobody is a member from 11 April on."""
    policy = measures(frozenset({("on_expiry", reading)}))
    found = []
    for on in (EVE, LAST, MORROW):
        engaged = register(policy, [life(FORMED)], on, complete_to=on).engagements
        found.append(sum(e.active_on(on) for e in engaged))
    assert found == counts
    assert at(FORMED, MORROW).phase is Phase.RECOGNISED


@pytest.mark.parametrize(("on", "count"), [(EVE, 7), (LAST, 0), (MORROW, 0)])
def test_valid_until_the_last_day_begins_it_ends_a_day_earlier(on: date, count: int) -> None:
    """A04 (b) with A05 (c): the status ends when the text does."""
    readings = frozenset({("on_expiry", "status_ends"), ("last_day", "excluded")})
    engaged = register(measures(readings), [life(FORMED)], on).engagements
    assert sum(e.active_on(on) for e in engaged) == count


@pytest.mark.parametrize(
    ("begun", "decision"),
    [(date(2030, 4, 8), "granted"), (EVE, "granted"), (LAST, "refused")],
)
def test_valid_until_the_last_day_begins_nothing_is_begun_on_it(begun: date, decision: str) -> None:
    """A04 (b) with A05 (b): pending is what was begun by 9 April."""
    readings: dict[str, Any] = {"on_expiry": "pending_finished", "last_day": "excluded"}
    before = (*FORMED, reported(EXIT, on=begun))
    assert stands(before, change_approved(on=date(2030, 5, 6)), **readings) == decision


def test_what_ended_before_stays_ended_on_its_own_day() -> None:
    """Under (c) a member that left in 2027 left in 2027."""
    left = (*FORMED, reported(EXIT), change_approved(), executed())
    policy = measures(frozenset({("on_expiry", "status_ends")}))
    engaged = register(policy, [life(left)], MORROW).engagements
    assert {(e.unit, e.ended_on) for e in engaged if e.ended_on != MORROW} == {
        (PARTICIPANTS[0].id, date(2027, 5, 25))
    }
    assert {e.revoked for e in engaged} == {False}


# --- A06: the bar ---------------------------------------------------------------------------------


@pytest.mark.parametrize("on", [EVE, LAST, MORROW])
def test_the_nominal_end_of_a_bar_is_reported_past_the_end_of_the_text(on: date) -> None:
    """Revoked on 2028-06-20 it runs nominally to 2031-06-20, whenever it is asked for."""
    history = life((*EXAMINED, revoked()))
    (bar,) = register(measures(), [history], on).bars
    assert (bar.window.first, bar.window.last) == (date(2028, 6, 20), date(2031, 6, 20))


def test_a_revocation_keeps_its_effect() -> None:
    """Once made it is history: the status does not come back with the end of the text."""
    assert at((*EXAMINED, revoked()), date(2035, 1, 1)).phase is Phase.ENDED


# --- A09: pending on the day of publication -------------------------------------------------------

FORMER = ("art26.s2", "pending_under_former")


def under_way(filing: date) -> tuple[Event, ...]:
    """Return what was called and filed under the former plan, or on a day of this text."""
    return (call(on=date(2025, 2, 10), year=2025), filed(on=filing))


@pytest.mark.parametrize(
    ("filing", "decision"),
    [
        (PUBLISHED - timedelta(days=1), "deferred"),
        (PUBLISHED, "granted"),
        (PUBLISHED + timedelta(days=1), "granted"),
    ],
)
def test_what_was_filed_before_publication_waits_for_a_decision(
    filing: date, decision: str
) -> None:
    """废止 without a transition clause: not refused, and not under the new text of itself."""
    said = decided(under_way(filing), reviewed(on=date(2025, 5, 6)))
    assert (verdict(said), because(said)) == (decision, [] if decision == "granted" else [FORMER])
    if decision == "deferred":
        (finding,) = [f for f in said.report if f.norm.name == FORMER[1]]
        assert finding.outcome.value == "needs_judgement"


@pytest.mark.parametrize(("holds", "decision"), [(True, "granted"), (False, "refused")])
def test_a_body_decides_how_it_goes_on(holds: bool, decision: str) -> None:
    """Attested that it goes on under this text, or that it does not."""
    before = under_way(PUBLISHED - timedelta(days=1))
    given = knowing(("art26.s2", holds), on=date(2025, 4, 30))
    assert stands(before, reviewed(on=date(2025, 5, 6)), given) == decision


def test_it_is_asked_of_every_step_that_goes_on_with_it() -> None:
    """Review, forwarding, expert review, publicity and approval: each waits for that decision."""
    before = under_way(PUBLISHED - timedelta(days=1))
    for act in (
        reviewed(on=date(2025, 5, 6)),
        forwarded(on=date(2025, 5, 6)),
        defended(on=date(2025, 5, 7)),
        publicised(on=date(2025, 5, 8), last=date(2025, 5, 12)),
        approved(on=date(2025, 5, 13)),
    ):
        assert FORMER in because(decided(before, act))
        before = (*before, act)


def test_whether_it_was_filed_before_publication_nobody_knows_without_one() -> None:
    """No publication supplied: that leaves every act open, and this question with it."""
    act = reviewed()
    said = decide(TIANJIN, at(FILED, act.on), act, act.on, GIVEN)
    assert FORMER in because(said)
    assert verdict(said) == "deferred"
