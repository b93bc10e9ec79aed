"""第十二条：成员单位变更——退出、更名、等；联合出具依据，及时报核准备案，后执行。"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import (
    LEAD,
    PARTICIPANTS,
    made_attestation,
    made_college,
    made_departure,
    made_engagement,
    made_unit,
)
from tests.policies.tianjin.lives import (
    BUREAU,
    DISTRICT,
    EVERYBODY,
    FORMED,
    GIVEN,
    JOINING,
    LEAVING,
    LEFT,
    PUBLIC,
    REVOKED,
    STAYING,
    approved,
    at,
    because,
    change_approved,
    change_refused,
    decided,
    executed,
    knowing,
    lacks,
    life,
    measures,
    misplaced,
    reported,
    stands,
    verdict,
    without,
)

from innov_consortium.core.case import Dossier, Surroundings
from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.decide import Granted
from innov_consortium.core.events import Event
from innov_consortium.core.organizations import Organization
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.core.report import Answer, Report

EXIT, RENAME, JOIN = ChangeKind.MEMBER_EXIT, ChangeKind.MEMBER_RENAME, ChangeKind.MEMBER_JOIN
OTHER, REPLACED = ChangeKind.MEMBER_OTHER, ChangeKind.LEAD_REPLACEMENT
COVERED = ("art12.s1c", "member_change_covered")
BASIS = ("art12.s1d", "basis_issued_jointly")
LATER = ("art12.s1f", "member_change_executed_after")
CAP = ("art5.item3.s5b", "joins_at_most")
REPORTED = (*FORMED, reported(EXIT))
APPROVED = (*REPORTED, change_approved())
APPROVAL = date(2027, 5, 20)


def signed(*units: Organization) -> dict[str, Any]:
    """Return by whom the basis of the change is issued."""
    return {"issued_by": frozenset(unit.key for unit in units)}


def checked(*events: Event, on: date = date(2027, 6, 1), **readings: str) -> Report:
    """Ask the inquiry about the changes of a history."""
    dossier = Dossier(history=life(events), register=GIVEN.register)
    return measures(frozenset(readings.items())).check("change", dossier, on=on)


def found(report: Report) -> dict[str, str]:
    """Return what each provision of art. 12 comes to."""
    return {f.provision: f.outcome.value for f in report if f.provision.startswith("art12")}


def engaged(*others: Engagement) -> Surroundings:
    """Return what is known with a whole register of these engagements."""
    return evolve(GIVEN, register=Register.complete(to=date(2033, 12, 31), engagements=others))


# --- 针对成员单位退出联合体、成员单位法定名称调整 -------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "row", "provision"),
    [
        (EXIT, "report_exit", "art12.s1a"),
        (RENAME, "report_rename", "art12.s1b"),
        (JOIN, "report_join", "art12.s1c"),
        (OTHER, "report_other_change", "art12.s1c"),
        (REPLACED, "report_other_change", "art12.s1c"),
    ],
)
def test_each_kind_is_reported_under_its_own_words(
    kind: ChangeKind, row: str, provision: str
) -> None:
    """退出, 法定名称调整, 等: in order it is granted, and the step is that of its words."""
    said = decided(FORMED, reported(kind), lead_replacement="covered")
    assert isinstance(said, Granted)
    order = next(f for f in said.report if f.norm.name == "step_order")
    assert (order.provision, order.values[0]) == (provision, row)


@pytest.mark.parametrize("kind", [EXIT, RENAME, JOIN, OTHER])
def test_reported_approved_and_then_executed(kind: ChangeKind) -> None:
    """报市科技局核准备案后执行变更: the whole way, step by step."""
    history = life(FORMED)
    for act in (reported(kind), change_approved(), executed()):
        assert stands(history.events, act) == "granted"
        history = history.add(act)
    outcomes = found(checked(*history.events))
    assert outcomes == dict.fromkeys(("art12.s1c", "art12.s1d", "art12.s1e", "art12.s1f"), "met")


def test_several_changes_go_on_side_by_side() -> None:
    """Each is a matter of its own: one approved, another still to be."""
    second = reported(EXIT, change="c2", unit=STAYING.key, **signed(LEAD, STAYING))
    before = (*APPROVED, evolve(second, on=date(2027, 5, 21)))
    assert stands(before, executed()) == "granted"
    assert stands(before, executed(change="c2")) == "refused"


@pytest.mark.parametrize("before", [PUBLIC, REVOKED], ids=["before", "after"])
def test_there_must_be_a_consortium_to_change(before: tuple[Event, ...]) -> None:
    """Neither an application nor what has been revoked has members to change."""
    said = decided(before, reported(EXIT, on=date(2028, 7, 3)))
    assert misplaced(said) == ["art12.s1a"]


# --- 等：加入；更换牵头单位 (F01) -----------------------------------------------------------------


def test_replacing_the_lead_is_a_gap_in_the_text() -> None:
    """Not an ordinary change: neither granted nor refused, a person decides."""
    said = decided(FORMED, reported(REPLACED))
    assert (verdict(said), because(said)) == ("deferred", [COVERED])
    assert said.report.findings[0].outcome.value == "needs_judgement"


def test_the_leads_own_exit_is_its_replacement() -> None:
    """Under whatever name it is reported; a participant's exit is an ordinary one."""
    act = reported(EXIT, unit=LEAD.key, **signed(LEAD))
    assert (stands(FORMED, act), because(decided(FORMED, act))) == ("deferred", [COVERED])


@pytest.mark.parametrize(("holds", "decision"), [(True, "granted"), (False, "refused")])
def test_the_decision_of_a_body_closes_the_gap(holds: bool, decision: str) -> None:
    """Attested by the bureau it is decided, one way or the other."""
    given = knowing(("art12.s1c", holds))
    assert stands(FORMED, reported(REPLACED), given) == decision


def test_the_leads_own_word_does_not_close_it() -> None:
    """What a member says of its own consortium decides nothing."""
    given = knowing(("art12.s1c", True), by=LEAD.name)
    assert stands(FORMED, reported(REPLACED), given) == "deferred"


# --- 联合体牵头单位需联合相关成员单位出具变更依据 -------------------------------------------------


@pytest.mark.parametrize(
    ("units", "decision"),
    [
        ((LEAD, LEAVING), "granted"),
        ((LEAD, *PARTICIPANTS), "granted"),
        ((LEAD,), "refused"),
        ((LEAVING,), "refused"),
        ((LEAD, STAYING), "refused"),
        ((), "refused"),
    ],
)
def test_the_lead_and_the_member_concerned(units: tuple[Organization, ...], decision: str) -> None:
    """联合相关成员单位: both of them, not all members, and no other one instead (F05)."""
    said = decided(FORMED, reported(EXIT, **signed(*units)))
    assert verdict(said) == decision
    assert because(said) == ([] if decision == "granted" else [BASIS])


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        (RENAME, {"unit": STAYING.key}),
        (JOIN, {"joining": JOINING}),
        (OTHER, {"unit": STAYING.key}),
    ],
)
def test_whoever_is_concerned_issues_it_too(kind: ChangeKind, known: dict[str, Any]) -> None:
    """The renamed one, the one that joins, the one merged: the lead alone does not suffice."""
    assert because(decided(FORMED, reported(kind, **known, **signed(LEAD)))) == [BASIS]


def test_the_lead_that_is_renamed_issues_it_alone() -> None:
    """成员单位法定名称调整 covers the lead: it is both, and nobody else is concerned (B15)."""
    act = reported(RENAME, unit=LEAD.key, new_name="虚构牵头新名称", **signed(LEAD))
    assert stands(FORMED, act) == "granted"


@pytest.mark.parametrize("kind", [EXIT, RENAME])
def test_whoever_is_no_member_neither_leaves_nor_is_renamed(kind: ChangeKind) -> None:
    """成员单位: a stranger's change is none of its members', whoever signs it."""
    act = reported(kind, unit=JOINING.key, **signed(LEAD, JOINING))
    assert because(decided(FORMED, act)) == [COVERED]


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (date(2027, 5, 24), "granted"),
        (date(2027, 5, 25), "refused"),
        (date(2027, 5, 26), "refused"),
    ],
)
@pytest.mark.parametrize("kind", [EXIT, RENAME])
def test_a_member_leaves_once(kind: ChangeKind, on: date, decision: str) -> None:
    """From the day its exit is carried out it is no longer there to leave again (F08)."""
    again = reported(kind, change="c2", on=on, unit=LEAVING.key, **signed(LEAD, LEAVING))
    said = decided(LEFT, again)
    assert (verdict(said), because(said)) == (decision, [] if decision == "granted" else [COVERED])


@pytest.mark.parametrize("days", [0, 1, 20])
def test_its_own_exit_does_not_make_it_a_stranger_to_it(days: int) -> None:
    """Reported, approved and carried out on one day or later: it was a member when it left."""
    day = date(2027, 5, 6)
    done = executed(on=day + timedelta(days=days))
    report = checked(*FORMED, reported(EXIT, on=day), change_approved(on=day), done)
    assert found(report) == dict.fromkeys(
        ("art12.s1c", "art12.s1d", "art12.s1e", "art12.s1f"), "met"
    )


@pytest.mark.parametrize("unit", [STAYING, LEAD], ids=["participant", "lead"])
def test_whoever_is_a_member_does_not_join(unit: Organization) -> None:
    """加入: it is there already, as a participant or as the lead."""
    act = reported(JOIN, joining=unit, **signed(LEAD, unit))
    assert because(decided(FORMED, act)) == [COVERED]


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (date(2027, 5, 19), "granted"),
        (date(2027, 5, 20), "refused"),
        (date(2027, 5, 21), "refused"),
    ],
)
def test_nor_does_whoever_has_joined(on: date, decision: str) -> None:
    """From the approval of its joining it is a member, and that joining itself stays one."""
    way = (*joins(), change_approved())
    again = reported(JOIN, change="c2", on=on, **signed(LEAD, JOINING))
    assert stands(sorted(way, key=lambda e: e.on), again) == decision
    assert found(checked(*way))["art12.s1c"] == "met"


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (date(2027, 5, 24), "refused"),
        (date(2027, 5, 25), "granted"),
        (date(2027, 5, 26), "granted"),
    ],
)
def test_whoever_has_left_may_join_again(on: date, decision: str) -> None:
    """The day of exit is no day of membership."""
    back = reported(JOIN, change="c2", on=on, joining=LEAVING, **signed(LEAD, LEAVING))
    assert stands(LEFT, back) == decision


REFUSES = {"unable": frozenset({LEAVING.key})}


def test_a_member_reported_to_refuse_leaves_it_to_a_decision() -> None:
    """拒不出具或不复存在: the formalities are incomplete, and a person decides (F05)."""
    act = reported(EXIT, **signed(LEAD), **REFUSES)
    said = decided(FORMED, act)
    assert (verdict(said), because(said)) == ("deferred", [BASIS])
    (finding,) = [f for f in said.report if f.norm.name == BASIS[1]]
    assert finding.outcome.value == "needs_judgement"


@pytest.mark.parametrize(("holds", "decision"), [(True, "granted"), (False, "refused")])
def test_what_a_body_accepts_instead_of_its_signature_settles_it(
    holds: bool, decision: str
) -> None:
    """Evidence of a register, say: attested by the bureau, one way or the other."""
    act = reported(EXIT, **signed(LEAD), **REFUSES)
    given = knowing(("art12.s1d", holds))
    assert stands(FORMED, act, given) == decision
    assert stands((*FORMED, act), change_approved(), given) == decision


def test_the_lead_must_issue_it_all_the_same() -> None:
    """Nobody refuses in the lead's place, and another member's refusal excuses no third."""
    for issued in (signed(LEAVING), signed()):
        act = reported(EXIT, **issued, **REFUSES)
        assert because(decided(FORMED, act)) == [BASIS]
        assert stands(FORMED, act) == "refused"
    other = reported(EXIT, **signed(LEAD), unable=frozenset({STAYING.key}))
    assert (stands(FORMED, other), because(decided(FORMED, other))) == ("refused", [BASIS])


def test_a_refusal_that_nobody_reported_is_no_refusal() -> None:
    """Its signature is missing, and an attestation against that is for a person to weigh."""
    act = reported(EXIT, **signed(LEAD))
    assert stands(FORMED, act) == "refused"
    said = decided(FORMED, act, knowing(("art12.s1d", True)))
    assert (verdict(said), because(said)) == ("deferred", [BASIS])


def test_an_act_may_rest_on_what_is_attested_of_its_change() -> None:
    """The change is known from the history that the act is decided after."""
    word = made_attestation("art12.s1d", item="c1")
    given = evolve(GIVEN, attestations=(*GIVEN.attestations, word))
    before = (*FORMED, reported(EXIT, **signed(LEAD), **REFUSES))
    assert stands(before, change_approved(), given) == "granted"


@pytest.mark.parametrize(("item", "outcome"), [("c2", "met"), ("c1", "needs_judgement")])
def test_what_is_attested_of_one_change_is_not_attested_of_another(item: str, outcome: str) -> None:
    """An attestation names the change it is about by its id."""
    word = made_attestation("art12.s1d", item=item)
    second = reported(EXIT, change="c2", unit=STAYING.key, **signed(LEAD), unable=EVERYBODY)
    dossier = Dossier(
        history=life((*REPORTED, second)),
        register=GIVEN.register,
        attestations=(*GIVEN.attestations, word),
    )
    report = measures().check("change", dossier, on=date(2027, 6, 1))
    (finding,) = [f for f in report if f.norm.name == BASIS[1]]
    assert finding.outcomes[1].value == outcome
    assert finding.outcomes[0].value == "met"


# --- 及时报市科技局 -------------------------------------------------------------------------------


@pytest.mark.parametrize("by", [LEAVING.name, DISTRICT, BUREAU])
def test_the_lead_reports(by: str) -> None:
    """第二十三条: 由牵头单位报 — not the member, nor an office."""
    said = decided(FORMED, reported(EXIT, by=by))
    assert because(said) == [("art12.s1a", "step_actor")]


@pytest.mark.parametrize("days", [0, 30, 31, 900])
def test_in_time_is_no_number_of_days(days: int) -> None:
    """及时: a report a month, or two years after the change was carried out, is not out of time."""
    carried_out = executed(on=date(2026, 7, 1))
    act = reported(EXIT, on=date(2026, 7, 1) + timedelta(days=days))
    assert stands((*FORMED, carried_out), act) == "granted"


@pytest.mark.parametrize(
    ("field", "where"),
    [
        ("by", "act.by"),
        ("kind", "act.kind"),
        ("unit", "changes[0].unit"),
        ("issued_by", "changes[0].issued_by"),
    ],
)
def test_what_is_left_out_of_the_report_is_missing(field: str, where: str) -> None:
    """Missing is asked for: the report is neither granted nor refused."""
    assert where in lacks(decided(FORMED, without(reported(EXIT), field)))


def test_a_change_that_nobody_reported_waits_for_the_report() -> None:
    """The report that is missing is named; nothing is approved on its own."""
    said = because(decided(FORMED, change_approved()))
    assert ("art12.s1a", "step_order") in said


# --- 核准备案 -------------------------------------------------------------------------------------


@pytest.mark.parametrize("act", [change_approved, change_refused], ids=["approved", "refused"])
def test_the_bureau_decides(act: Any) -> None:
    """核准: either way it is the bureau's, and from the day of the report."""
    assert [stands(REPORTED, act(on=date(2027, 5, d))) for d in (5, 6, 7)] == [
        "refused",
        "granted",
        "granted",
    ]
    assert because(decided(REPORTED, act(by=DISTRICT))) == [("art12.s1e", "step_actor")]
    assert lacks(decided(REPORTED, act(by=None))) == {"act.by"}


def test_what_was_refused_may_be_reported_again() -> None:
    """The text ends nothing there: reported again it can be approved."""
    before = (*REPORTED, change_refused())
    again = reported(EXIT, on=date(2027, 5, 24))
    assert stands(before, change_approved(on=date(2027, 5, 24))) == "refused"
    assert stands(before, again) == "granted"
    assert stands((*before, again), change_approved(on=date(2027, 5, 25))) == "granted"


def test_an_approval_stands_on_the_basis_that_was_handed_in() -> None:
    """What was reported without the member is not healed by the approval."""
    before = (*FORMED, reported(EXIT, **signed(LEAD)))
    assert because(decided(before, change_approved())) == [BASIS]


# --- 后执行变更 -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (date(2027, 5, 19), "refused"),
        (date(2027, 5, 20), "granted"),
        (date(2027, 5, 21), "granted"),
    ],
)
def test_executed_from_the_day_of_the_approval(on: date, decision: str) -> None:
    """The day before it is not approved; that day and later it is (C06 for the same day)."""
    assert stands(APPROVED, executed(on=on)) == decision


def test_carried_out_before_it_is_approved_it_is_refused_under_both_words() -> None:
    """The approval that is missing, and 后执行, each under its provision."""
    said = because(decided(REPORTED, executed()))
    assert said == [("art12.s1e", "step_order"), LATER]


def test_anybody_may_carry_it_out() -> None:
    """The text does not say who does: the act needs no name."""
    assert [stands(APPROVED, executed(by=by)) for by in (None, LEAVING.name)] == ["granted"] * 2


def test_the_breach_of_carrying_it_out_too_early_has_no_other_consequence() -> None:
    """F06: a finding under 后执行, and the change counts from its approval."""
    early = (*REPORTED, executed(on=date(2027, 5, 7)), change_approved())
    report = checked(*early)
    assert found(report) == {
        "art12.s1c": "met",
        "art12.s1d": "met",
        "art12.s1e": "met",
        "art12.s1f": "not_met",
    }
    assert [f.provision for f in report.failed] == ["art12.s1f"]


def test_what_was_carried_out_too_early_may_be_done_again() -> None:
    """After the approval the act is in order, whatever happened before it."""
    early = (*REPORTED, executed(on=date(2027, 5, 7)), change_approved())
    for reading in ("counts_later", "void"):
        assert stands(early, executed(), premature_execution=reading) == "granted"


def test_approved_and_not_yet_executed_is_no_fault() -> None:
    """Nothing says by when: pending is neither met nor failed."""
    assert found(checked(*APPROVED))["art12.s1f"] == "not_applicable"
    assert found(checked(*REPORTED))["art12.s1e"] == "not_applicable"


@pytest.mark.parametrize("by", [LEAD.name, LEAVING.name, DISTRICT])
def test_what_another_approves_is_not_approved(by: str) -> None:
    """市科技局核准备案: recorded all the same it carries no execution, and is owed still."""
    before = (*REPORTED, change_approved(by=by))
    assert because(decided(before, executed())) == [LATER]
    report = checked(*before, executed())
    assert [f.provision for f in report.failed] == ["art12.s1e", "art12.s1f"]
    assert found(checked(*before))["art12.s1e"] == "not_applicable"


@pytest.mark.parametrize("by", ["市科技局", "天津市科技局", "天津市科学技术局", None])
def test_what_the_bureau_or_nobody_knows_who_approved_is(by: str | None) -> None:
    """By any of its names; not knowing who it was is not knowing that it was another."""
    assert stands((*REPORTED, change_approved(by=by)), executed()) == "granted"


def test_a_refusal_by_another_is_none_either() -> None:
    """The bureau's approval stands beside it, before it or after it."""
    for way in (
        (change_refused(by=LEAD.name), change_approved()),
        (change_approved(), change_refused(by=LEAD.name)),
    ):
        assert [f.provision for f in checked(*REPORTED, *way, executed()).failed] == []


@pytest.mark.parametrize("named", [True, False], ids=["says what", "does not"])
def test_carried_out_and_never_reported_is_a_breach_of_each_word(named: bool) -> None:
    """报……核准备案后执行变更: neither reported, nor approved, and carried out before it."""
    kind = {"kind": EXIT, "unit": LEAVING.key} if named else {}
    outcomes = found(checked(*FORMED, executed(**kind)))
    expected = "not_met" if named else "unknown"
    assert (outcomes["art12.s1e"], outcomes["art12.s1f"]) == (expected, expected)


# --- 第五条 after a change ------------------------------------------------------------------------


def test_fewer_than_six_after_an_exit_is_a_note_and_no_obstacle() -> None:
    """F04: art. 5 is asked of an application; the exit is approved, and five are only shown."""
    assert stands(REPORTED, change_approved()) == "granted"
    report = checked(*LEFT)
    note = next(f for f in report if f.norm.name == "participants_left")
    assert (note.outcome.value, note.norm.combines) == ("departs_from_principle", False)
    assert (note.facts["current_participants"], report.answer) == (5, Answer.MET)


@pytest.mark.parametrize(
    ("on", "left"), [(date(2027, 5, 24), 6), (date(2027, 5, 25), 5), (date(2027, 5, 26), 5)]
)
def test_the_note_counts_whoever_is_there_on_the_day(on: date, left: int) -> None:
    """Six until the day before the exit is carried out, five from that day."""
    note = next(f for f in checked(*LEFT, on=on) if f.norm.name == "participants_left")
    assert note.facts["current_participants"] == left


@pytest.mark.parametrize(
    ("option", "left", "outcome"),
    [
        ("excluded", 5, "departs_from_principle"),
        ("included", 6, "met"),
    ],
)
def test_the_note_of_an_exit_counts_those_who_stay(option: str, left: int, outcome: str) -> None:
    """Shown where the exit is carried out, after it; under B01 (b) the lead is one of them."""
    said = decided(APPROVED, executed(), lead_counts=option)
    (note,) = [f for f in said.report if f.norm.name == "participants_left"]
    assert (note.facts["current_participants"], note.outcome.value) == (left, outcome)
    assert (verdict(said), note.norm.combines) == ("granted", False)


# --- whoever joins (F08) --------------------------------------------------------------------------


def joins(unit: Organization = JOINING) -> tuple[Event, ...]:
    """Return a history in which a unit's joining is reported."""
    return (*FORMED, reported(JOIN, joining=unit, **signed(LEAD, unit)))


@pytest.mark.parametrize(
    ("others", "decision"), [(0, "granted"), (1, "granted"), (2, "deferred"), (3, "deferred")]
)
def test_it_takes_part_in_two_at_most(others: int, decision: str) -> None:
    """In no other or in one it may join, in two it departs from 原则上不超过两个."""
    given = engaged(*[made_engagement(JOINING, f"另{n}") for n in range(others)])
    said = decided(joins(), change_approved(), given)
    assert (verdict(said), because(said)) == (decision, [CAP] if others > 1 else [])


def test_a_third_is_approved_once_the_departure_is_accepted() -> None:
    """原则上: by the bureau, for stated reasons."""
    given = engaged(*[made_engagement(JOINING, f"另{n}") for n in range(2)])
    given = evolve(given, departures=(made_departure("art5.item3.s5b"),))
    assert stands(joins(), change_approved(), given) == "granted"


@pytest.mark.parametrize(
    ("ended_on", "decision"),
    [
        (date(2027, 5, 19), "granted"),
        (date(2027, 5, 20), "granted"),
        (date(2027, 5, 21), "deferred"),
    ],
)
def test_what_has_ended_by_the_day_of_approval_is_not_counted(
    ended_on: date, decision: str
) -> None:
    """The day a membership ends is no longer counted."""
    other = [made_engagement(JOINING, "另0"), made_engagement(JOINING, "另1", ended_on=ended_on)]
    assert stands(joins(), change_approved(), engaged(*other)) == decision


@pytest.mark.parametrize(
    ("to", "decision"),
    [
        (date(2027, 5, 19), "deferred"),
        (date(2027, 5, 20), "granted"),
        (date(2027, 5, 21), "granted"),
    ],
)
def test_only_a_register_complete_to_that_day_shows_that_there_is_no_other(
    to: date, decision: str
) -> None:
    """Not knowing is not none: complete to the day before is not enough."""
    said = decided(joins(), change_approved(), evolve(GIVEN, register=Register.complete(to=to)))
    assert verdict(said) == decision
    if decision == "deferred":
        assert "register.complete_to" in lacks(said)


def test_two_known_others_are_too_many_whatever_else_there_is() -> None:
    """A register that is not complete still shows what it shows."""
    others = tuple(made_engagement(JOINING, f"另{n}", since=APPROVAL) for n in range(2))
    given = evolve(GIVEN, register=Register(engagements=others))
    said = decided(joins(), change_approved(), given)
    assert because(said) == [CAP]
    assert said.report.findings[0].items[0].outcome.value == "departs_from_principle"


def test_a_university_joins_by_its_college() -> None:
    """高校……以学院为单位计数: two of another college are not its own; no college is asked for."""
    own, other, unnamed = (made_college(32, c) for c in ("化工学院", "材料学院", None))
    others = engaged(*[made_engagement(other, f"另{n}") for n in range(2)])
    assert stands(joins(own), change_approved(), others) == "granted"
    assert "changes[0].college" in lacks(decided(joins(unnamed), change_approved(), others))


def test_an_engagement_of_no_named_college_may_be_its_own() -> None:
    """B07: which college it was nobody says, and so the count is not known."""
    own, unnamed = made_college(32, "化工学院"), made_college(32, None)
    given = engaged(*[made_engagement(unnamed, f"另{n}") for n in range(2)])
    assert lacks(decided(joins(own), change_approved(), given)) == {
        "register.engagements[0].college",
        "register.engagements[1].college",
    }


def test_who_joins_must_be_known_before_it_is_approved() -> None:
    """A key alone is no organisation: the cap cannot be asked of it."""
    act = reported(JOIN, joining=None, unit=JOINING.key, **signed(LEAD, JOINING))
    assert "changes[0].joining" in lacks(decided((*FORMED, act), change_approved()))


def test_leaving_and_renaming_are_not_tested_against_the_cap() -> None:
    """F08: the cap is asked where a member joins, and nowhere else."""
    many = engaged(*[made_engagement(LEAVING, f"另{n}") for n in range(5)])
    assert stands(REPORTED, change_approved(), many) == "granted"


def test_the_lead_of_another_consortium_may_join() -> None:
    """B08 (a): leading is not taking part."""
    given = engaged(*[made_engagement(JOINING, f"另{n}", role=Role.LEAD) for n in range(2)])
    assert stands(joins(), change_approved(), given) == "granted"


# --- identity -------------------------------------------------------------------------------------


def test_a_renamed_member_is_the_same_one() -> None:
    """Under its new name it still leaves as the one it was; its key has not changed."""
    renamed = (
        *FORMED,
        reported(RENAME, change="r", unit=LEAVING.key, **signed(LEAD, LEAVING)),
        change_approved(on=date(2027, 5, 7), change="r"),
        executed(on=date(2027, 5, 8), change="r"),
    )
    act = reported(EXIT, on=date(2027, 5, 9))
    assert stands(renamed, act) == "granted"
    assert [c.kind for c in at((*renamed, act), act.on).changes] == [RENAME, EXIT]


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (date(2027, 5, 5), "refused"),
        (date(2027, 5, 6), "granted"),
        (date(2027, 5, 7), "granted"),
    ],
)
def test_a_renamed_lead_acts_under_its_new_name(on: date, decision: str) -> None:
    """From the day the name was reported; who acts is the same unit all along."""
    name = "虚构牵头新名称"
    rename = reported(RENAME, change="r", unit=LEAD.key, new_name=name, **signed(LEAD))
    before = (*FORMED, rename)
    assert stands(before, reported(EXIT, by=name, on=on)) == decision
    assert stands(before, reported(EXIT, by=LEAD.name, on=on)) == "granted"
    assert stands(before, reported(EXIT, by=LEAD.id.value, on=on)) == "granted"


def test_the_finding_names_the_change() -> None:
    """Of two reported at once the one without its basis is told apart."""
    second = reported(EXIT, change="c2", unit=STAYING.key, **signed(LEAD))
    report = checked(*REPORTED, second)
    items = [i for f in report.failed for i in f.items]
    assert [(i.item.id, i.path) for i in items] == [("c2", "changes[1]")]


@pytest.mark.parametrize("option", ["concerned", "all"])
def test_where_nobody_knows_who_applied_the_members_are_asked_for(option: str) -> None:
    """Who all members are, or who leads, nobody can say: neither signed nor unsigned."""
    said = decided((approved(),), reported(EXIT), basis_signers=option)
    assert BASIS in because(said)
    assert {"application", "events[filed].application"} <= lacks(said)


def test_the_whole_membership_need_not_sign() -> None:
    """相关, not 所有 (art. 14): everybody's signature is more than is asked."""
    assert stands(FORMED, reported(EXIT, issued_by=EVERYBODY | {LEAD.key})) == "granted"
    assert stands(FORMED, reported(EXIT, **signed(LEAD, LEAVING, made_unit(9)))) == "granted"
