"""第八、十五、二十二条的步骤：由谁、按何先后、在何时作；更正、撤销结果，再次通知。"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import LEAD, PARTICIPANTS
from tests.policies.tianjin.lives import (
    CONFIRMED,
    DISTRICT,
    FORMED,
    GIVEN,
    LEFT_TO_ITSELF,
    NOTICED,
    NOTIFIED,
    PUBLIC,
    SELECTED,
    SELF_EVALUATED,
    STAGED,
    STAGES,
    SUBMITTED,
    annulled,
    at,
    because,
    confirmed,
    corrected,
    decided,
    imposed,
    inspected,
    lacks,
    left_to_itself,
    life,
    measures,
    misplaced,
    noticed,
    notified,
    prereviewed,
    project_applied,
    project_decided,
    project_funded,
    projects_called,
    selected,
    self_evaluated,
    self_reported,
    staged,
    stands,
    submitted,
    verdict,
)

from innov_consortium.core.auditing import audit
from innov_consortium.core.checking import derived
from innov_consortium.core.decide import Standing, possible_acts
from innov_consortium.core.events import Corrected, EvaluationStaged, Event
from innov_consortium.core.report import Finding

BUREAU_ONLY = "市科技局"
PROJECT = (*NOTIFIED, prereviewed(), project_applied())
GRANTED = (*PROJECT, project_decided())

#: For every row: what has happened before, the act in order, and who may take it.
ROWS: dict[str, tuple[tuple[Event, ...], Event, str | None]] = {
    "call_evaluation": (FORMED, noticed(), "bureau"),
    "select_for_evaluation": (NOTICED, selected(), "bureau"),
    "leave_to_self_evaluation": (NOTICED, left_to_itself(), "bureau"),
    "submit_materials": (SELECTED, submitted(), "lead"),
    "go_through_stage": (SUBMITTED, staged("site_visit"), None),
    "confirm_result": (STAGED, confirmed(), "bureau"),
    "notify_result": (CONFIRMED, notified(), "bureau"),
    "correct_result": (NOTIFIED, corrected("qualified"), "bureau"),
    "annul_result": (NOTIFIED, annulled(), None),
    "evaluate_itself": (LEFT_TO_ITSELF, self_evaluated(), "lead"),
    "file_self_report": (SELF_EVALUATED, self_reported(), "lead"),
    "call_for_projects": (NOTIFIED, projects_called(), "bureau"),
    "prereview_project": (NOTIFIED, prereviewed(), "district"),
    "apply_for_project": ((*NOTIFIED, prereviewed()), project_applied(), "lead"),
    "prereview_application": (
        (*NOTIFIED, project_applied()),
        prereviewed(on=date(2028, 3, 2)),
        "district",
    ),
    "grant_project": (PROJECT, project_decided(), None),
    "decline_project": (PROJECT, project_decided(granted=False), None),
    "fund_project": (GRANTED, project_funded(), None),
}
PATHS = {"evaluation", "evaluation_notice", "project", "project_call"}


def test_every_row_of_evaluation_and_of_projects_is_here() -> None:
    """Those there are under the readings by default."""
    assert list(ROWS) == [s.name for s in measures().rows if s.path in PATHS]


@pytest.mark.parametrize("name", ROWS)
def test_an_act_in_order_is_granted(name: str) -> None:
    """By whoever has to take it, after what comes before it."""
    before, act, _ = ROWS[name]
    found = decided(before, act)
    assert (verdict(found), found.report.inquiry) == ("granted", name)


@pytest.mark.parametrize(
    "name", [n for n in ROWS if n not in ("prereview_project", "prereview_application")]
)
def test_nobody_takes_it_but_whoever_has_to(name: str) -> None:
    """The bureau, or the lead; where the text names nobody, anybody may have done it."""
    before, act, role = ROWS[name]
    right = {"bureau": BUREAU_ONLY, "lead": LEAD.name, None: BUREAU_ONLY}[role]
    wrong = {"bureau": LEAD.name, "lead": BUREAU_ONLY, None: "某单位"}[role]
    assert stands(before, evolve(act, by=right)) == "granted"
    expected = "granted" if role is None else "refused"
    assert stands(before, evolve(act, by=wrong)) == expected
    unsaid = decided(before, evolve(act, by=None))
    assert verdict(unsaid) == ("granted" if role is None else "deferred")
    if role is not None:
        assert lacks(unsaid) == {"act.by"}


@pytest.mark.parametrize(
    ("by", "outcome"),
    [
        (DISTRICT, "met"),
        ("河东区科技主管部门", "not_met"),
        (BUREAU_ONLY, "not_met"),
        ("某科技主管部门", "unknown"),
        (None, "unknown"),
    ],
)
def test_who_reviews_a_project_beforehand_is_reported(by: str | None, outcome: str) -> None:
    """D13: another district's is a fault of procedure; it does not stop the act."""
    early = decided(NOTIFIED, prereviewed(by=by))
    assert said(early, "prereviewed_by_own_district") == "not_applicable"
    late = decided((*NOTIFIED, project_applied()), prereviewed(on=date(2028, 3, 2), by=by))
    assert said(late, "prereviewed_by_own_district") == outcome
    assert {verdict(early), verdict(late)} == {"granted"}


# --- 先后 -----------------------------------------------------------------------------------------

TOO_EARLY = [
    (NOTICED, submitted(), ["art8.s2a"]),
    (LEFT_TO_ITSELF, submitted(), ["art8.s2b"]),
    (SELECTED, staged("site_visit"), ["art8.s2b"]),
    (SUBMITTED, confirmed(), ["art8.s2c"]),
    (STAGED, notified(), ["art8.s2d"]),
    (CONFIRMED, corrected("good", on=date(2027, 12, 1)), ["art8.s2d"]),
    (CONFIRMED, annulled(on=date(2027, 12, 1), year=None), ["art8.s2d"]),
    (NOTIFIED, notified(on=date(2027, 12, 20)), ["art8.s2d"]),
    (SELECTED, self_evaluated(), ["art8.s3a"]),
    (LEFT_TO_ITSELF, self_reported(), ["art8.s3a"]),
    (SELECTED, left_to_itself(), ["art8.s3a"]),
    (LEFT_TO_ITSELF, selected(), ["art8.s2a"]),
    (NOTIFIED, project_decided(), ["art15.s1a"]),
    ((*NOTIFIED, prereviewed()), project_decided(), ["art15.s1a"]),
    ((*NOTIFIED, prereviewed()), project_decided(granted=False), ["art15.s1a"]),
    (PROJECT, project_funded(), ["art15.s1d"]),
    (PROJECT, project_applied(on=date(2028, 3, 5)), ["art15.s1a"]),
    (GRANTED, prereviewed(on=date(2028, 4, 5)), ["art22.s2b"]),
    (GRANTED, project_decided(on=date(2028, 4, 5)), ["art15.s1d"]),
]


@pytest.mark.parametrize(("before", "act", "provisions"), TOO_EARLY)
def test_out_of_order_it_is_refused_and_told_what_is_missing(
    before: tuple[Event, ...], act: Event, provisions: list[str]
) -> None:
    """The step that has to come first, or the act itself where no way leads to it any more."""
    found = decided(before, act)
    assert (verdict(found), misplaced(found)) == ("refused", provisions)


@pytest.mark.parametrize("name", ROWS)
def test_before_the_approval_and_after_the_end_there_is_nothing_to_evaluate(name: str) -> None:
    """Of a recognised consortium alone; a wrong result may come to light after the end, too."""
    before, act, _ = ROWS[name]
    early = decided(PUBLIC, evolve(act, on=date(2026, 5, 13)))
    assert (verdict(early), len(misplaced(early))) == ("refused", 1)
    year: dict[str, Any] = {} if hasattr(act, "project") else {"year": 2027}
    after = decided((*before, imposed()), evolve(act, on=date(2028, 7, 1), **year))
    late_too = name in ("correct_result", "annul_result")
    assert verdict(after) == ("granted" if late_too else "refused")


@pytest.mark.parametrize("name", ROWS)
def test_each_year_and_each_project_is_a_matter_of_its_own(name: str) -> None:
    """What was done for 2027, or for one project, is not done for another."""
    _, act, _ = ROWS[name]
    other: dict[str, Any] = {"project": "P2"} if hasattr(act, "project") else {"year": 2029}
    begins = {s.event for s in measures().rows if "start" in s.after}
    expected = "granted" if type(act) in begins else "refused"
    assert stands(GRANTED, evolve(act, on=date(2028, 6, 1), **other)) == expected


# --- 材料、环节、确认 -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "note"),
    [(date(2027, 9, 29), "met"), (date(2027, 9, 30), "met"), (date(2027, 10, 1), "not_met")],
)
def test_late_materials_are_taken_and_reported_late(on: date, note: str) -> None:
    """按时: a note beside the act; what follows from it is for the grounds to say."""
    found = decided(SELECTED, submitted(on=on))
    assert (verdict(found), said(found, "handed_in_by_last_day")) == ("granted", note)


def test_without_a_notice_nobody_knows_whether_it_is_late() -> None:
    """The text knows of a notice that comes down every year; its day is what is missing."""
    found = decided((*FORMED, selected()), submitted())
    assert (verdict(found), said(found, "handed_in_by_last_day")) == ("granted", "unknown")
    (note,) = [f for f in found.report if f.norm.name == "handed_in_by_last_day"]
    assert [m.path for m in note.missing] == ["events[evaluation_called].deadline"]


def test_a_second_notice_moves_the_day() -> None:
    """Issued again for the same year: its deadline is the one that counts for what follows."""
    again = noticed(on=date(2027, 9, 25), deadline=date(2027, 10, 31))
    assert stands(SELECTED, again) == "granted"
    found = decided((*SELECTED, again), submitted(on=date(2027, 10, 31)))
    assert said(found, "handed_in_by_last_day") == "met"


def test_materials_are_handed_in_as_often_as_it_takes() -> None:
    """Piece by piece, until the first stage has begun."""
    assert stands(SUBMITTED, submitted(on=date(2027, 9, 25))) == "granted"
    assert stands(STAGED, submitted(on=date(2027, 11, 1))) == "refused"


@pytest.mark.parametrize("stage", [*STAGES, "other:专家答辩", None])
def test_any_stage_and_any_other_may_be_gone_through(stage: str | None) -> None:
    """等环节: the three named, and what a notice adds; one that nobody names is one of them."""
    assert stands(SUBMITTED, staged(stage)) == "granted"
    assert stands(STAGED, staged(stage, on=date(2027, 11, 1))) == "granted"


def test_another_stage_is_not_one_of_the_three() -> None:
    """Two of them and one of another sort: the third is missing."""
    before = (*SUBMITTED, staged("document_review"), staged("site_visit"), staged("other:答辩"))
    assert because(decided(before, confirmed())) == [("art8.s2c", "all_stages_gone_through")]


@pytest.mark.parametrize("left_out", STAGES)
def test_without_all_stages_it_is_not_confirmed(left_out: str) -> None:
    """经……等环节，经最终审核确认: each of them first."""
    before = tuple(e for e in STAGED if getattr(e, "stage", None) != left_out)
    found = decided(before, confirmed())
    assert (verdict(found), because(found)) == (
        "refused",
        [("art8.s2c", "all_stages_gone_through")],
    )


def test_whether_all_stages_were_gone_through_must_be_known() -> None:
    """One that nobody named may be the third; it waits to be told."""
    before = (*SUBMITTED, staged("document_review"), staged("site_visit"), staged(None))
    found = decided(before, confirmed())
    assert lacks(found) == {"events[evaluation_staged].stage"}


def test_a_confirmation_that_was_recorded_without_the_stages_carries_no_result() -> None:
    """Confirmed all the same: the notification is asked for the stages again."""
    before = (*SUBMITTED, staged("site_visit"), confirmed())
    assert because(decided(before, notified())) == [("art8.s2c", "all_stages_gone_through")]


# --- 更正与撤销 -----------------------------------------------------------------------------------


def test_a_result_is_corrected_as_often_as_it_is_wrong() -> None:
    """Each correction leads back to where it stood."""
    once = (*NOTIFIED, corrected("qualified"))
    assert stands(once, corrected("good", on=date(2028, 2, 2))) == "granted"
    assert stands(once, annulled(on=date(2028, 2, 2))) == "granted"


def test_an_annulled_result_leads_back_into_the_evaluation() -> None:
    """Not notified again without a confirmation of its own; its stages stay gone through."""
    before = (*NOTIFIED, annulled())
    again = notified("qualified", on=date(2028, 3, 1), year=2027)
    assert misplaced(decided(before, again)) == ["art8.s2d"]
    sure = confirmed(on=date(2028, 2, 20), year=2027)
    assert stands(before, sure) == "granted"
    assert stands((*before, sure), again) == "granted"
    assert stands(before, corrected("good", on=date(2028, 2, 20))) == "refused"


def test_a_correction_is_not_the_texts_own_step() -> None:
    """条文没有: neither it nor an annulment, nor that one is left to itself, is stated."""
    implied = {s.name for s in measures().rows if s.path in PATHS and not s.stated}
    assert implied == {
        *("leave_to_self_evaluation", "correct_result", "annul_result", "decline_project"),
    }


# --- 项目 -----------------------------------------------------------------------------------------


def test_a_project_is_reviewed_before_or_after_it_is_applied_for() -> None:
    """初审: either way; a review alone is no application, and cannot be granted."""
    applied_first = (*NOTIFIED, project_applied(), prereviewed(on=date(2028, 3, 5)))
    assert stands(applied_first, project_decided()) == "granted"
    assert (
        stands((*NOTIFIED, prereviewed(), prereviewed(on=date(2028, 2, 20))), project_applied())
        == "granted"
    )


def test_without_a_review_it_may_be_granted_with_a_note() -> None:
    """D13: a step of procedure; as a condition, nothing is granted without it."""
    before = (*NOTIFIED, project_applied())
    found = decided(before, project_decided())
    assert (verdict(found), said(found, "prereviewed_by_own_district")) == ("granted", "not_met")
    assert stands(before, project_decided(), preliminary_review="condition") == "refused"
    assert stands(PROJECT, project_decided(), preliminary_review="condition") == "granted"


@pytest.mark.parametrize(
    ("reading", "by", "decision"),
    [
        ("through_lead", LEAD.name, "granted"),
        ("through_lead", PARTICIPANTS[0].name, "refused"),
        ("any_member", LEAD.name, "granted"),
        ("any_member", PARTICIPANTS[0].name, "granted"),
        ("any_member", "某单位", "refused"),
    ],
)
def test_who_applies_for_a_project(reading: str, by: str, decision: str) -> None:
    """D13: by the lead, or, read otherwise, by any member; by a stranger never."""
    act = project_applied(by=by)
    assert stands(NOTIFIED, act, project_applicant=reading) == decision


def test_a_decision_that_does_not_say_what_it_decides_is_a_grant_as_far_as_it_goes() -> None:
    """Not known which: asked as a grant is asked, because that is the burdened way."""
    found = decided(PROJECT, project_decided(granted=None))
    assert found.report.inquiry == "grant_project"


def test_one_unqualified_between_application_and_decision_is_not_granted() -> None:
    """D09: what is pending falls; judged as of filing it stands. What was granted is untouched.

    The grade it relies on stays that of the day of filing.
    """
    bad = notified("unqualified", on=date(2028, 3, 20), year=2028)
    before = (*PROJECT, bad)
    found = because(decided(before, project_decided()))
    assert found == [("art10.s1b", "not_cancelled")]
    assert stands(before, project_decided(), pending_project="at_filing") == "granted"
    assert stands((*GRANTED, evolve(bad, on=date(2028, 4, 20))), project_funded()) == "granted"


# --- possible_acts, audit -------------------------------------------------------------------------


def possible(events: Iterable[Event], on: date) -> dict[str, str]:
    """Return how each row of evaluation and of projects stands on a day."""
    found = possible_acts(measures(), at(events, on), on, GIVEN)
    return {
        p.step.name: p.standing.value
        for p in found
        if p.step.path in PATHS and p.standing is not Standing.REFUSED
    }


def test_what_is_possible_of_a_year_that_has_begun() -> None:
    """Selected and noticed: materials from the lead, another notice, a review of projects."""
    assert possible(SELECTED, date(2027, 9, 20)) == {
        "call_evaluation": "allowed",
        "submit_materials": "allowed",
        "call_for_projects": "allowed",
        "prereview_project": "allowed",
    }


def test_what_is_possible_of_a_year_that_is_notified() -> None:
    """A correction, an annulment, and an application for a project, by whoever makes it."""
    found = possible(NOTIFIED, date(2027, 12, 20))
    assert found["correct_result"] == "allowed"
    assert found["annul_result"] == "allowed"
    assert "notify_result" not in found
    assert found["apply_for_project"] == "allowed"


def test_the_stages_are_offered_each_by_its_name() -> None:
    """Three acts of one row; one that nobody names, or another, is not offered."""
    on = date(2027, 10, 20)
    found = possible_acts(measures(), at(SUBMITTED, on), on, GIVEN)
    offered = [
        p.act.stage
        for p in found
        if p.step.name == "go_through_stage" and isinstance(p.act, EvaluationStaged)
    ]
    assert offered == list(STAGES)


def test_a_whole_year_in_order_is_found_in_order() -> None:
    """Everything that was recorded from the notice to the money, one lawful act after another."""
    events = (
        *NOTIFIED,
        projects_called(),
        *GRANTED[len(NOTIFIED) :],
        project_funded(),
        inspected(on=date(2028, 6, 1)),
    )
    found = audit(measures(), life(events), date(2028, 12, 31), GIVEN)
    assert {a.standing.value for a in found} == {"allowed"}


def test_what_was_not_in_order_is_found_with_what_it_lacked() -> None:
    """Notified by the lead, without a confirmation, and with a stage short."""
    events = (*SUBMITTED, staged("site_visit"), notified(by=LEAD.name))
    (last,) = audit(measures(), life(events), date(2027, 12, 31), GIVEN)[-1:]
    assert last.standing is Standing.REFUSED
    assert {(f.provision, f.norm.name) for f in last.because} == {
        ("art8.s2d", "step_order"),
        ("art8.s2d", "step_actor"),
        ("art8.s2c", "all_stages_gone_through"),
    }


def test_an_act_recorded_wrongly_is_judged_as_corrected() -> None:
    """The stage that was recorded by mistake was another one."""
    wrong = evolve(staged("site_visit"), id="s")
    right = Corrected(on=date(2027, 10, 25), of="s", instead=staged("overall_assessment"))
    before = (*SUBMITTED, staged("document_review"), staged("site_visit"), wrong)
    assert stands(before, confirmed()) == "refused"
    assert stands((*before, right), confirmed()) == "granted"


def test_an_act_of_another_sort_is_about_no_year() -> None:
    """An inspection, or no act at all: no stages are wanting, and there is no deadline."""
    consortium = at(STAGED, date(2028, 1, 5))
    for act in (None, inspected(on=date(2028, 1, 5))):
        found = [
            derived(measures(), name, consortium, GIVEN, act)
            for name in ("stages_wanting", "act_deadline")
        ]
        assert found == [None, None]


def said(decision: Any, name: str) -> str:
    """Return what a norm asked of an act comes to."""
    (found,) = [f for f in decision.report if f.norm.name == name]
    assert isinstance(found, Finding)
    return found.outcome.value
