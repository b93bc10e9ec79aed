"""The words by which events, changes and evaluations go in documents, and a life before an event.

A host stores these words and looks for them; whoever alters one alters every document there is.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import Any

import pytest

from innov_consortium.core import changes, events
from innov_consortium.core.comparisons import Compared
from innov_consortium.core.consortium import Vacancy
from innov_consortium.core.cycles import CycleState
from innov_consortium.core.decide import Standing
from innov_consortium.core.duties import DutyState
from innov_consortium.core.events import Corrected, Ended, Event, Recognised
from innov_consortium.core.history import History, before
from innov_consortium.core.lifecycle import Phase

TAGS: dict[type[Event], str] = {
    events.Corrected: "corrected",
    events.EndRequested: "end_requested",
    events.EndReported: "end_reported",
    events.EndReviewed: "end_reviewed",
    events.Ended: "ended",
    events.EndSetAside: "end_set_aside",
    events.RecognitionSetAside: "recognition_set_aside",
    events.EvaluationCalled: "evaluation_called",
    events.EvaluationAssigned: "evaluation_assigned",
    events.MaterialsSubmitted: "materials_submitted",
    events.EvaluationStaged: "evaluation_staged",
    events.ResultNotified: "result_notified",
    events.ResultCorrected: "result_corrected",
    events.ResultAnnulled: "result_annulled",
    events.SelfEvaluated: "self_evaluated",
    events.SelfReportFiled: "self_report_filed",
    events.CallIssued: "call_issued",
    events.Filed: "filed",
    events.ApplicationWithdrawn: "application_withdrawn",
    events.ApplicationRefused: "application_refused",
    events.Publicised: "publicised",
    events.ObjectionRaised: "objection_raised",
    events.ObjectionDecided: "objection_decided",
    events.Recognised: "recognised",
    events.ProjectCalled: "project_called",
    events.ProjectApplied: "project_applied",
    events.ProjectDecided: "project_decided",
    events.ProjectFunded: "project_funded",
    changes.ChangeReported: "change_reported",
    changes.ChangeApproved: "change_approved",
    changes.ChangeRefused: "change_refused",
    changes.ChangeExecuted: "change_executed",
}


@pytest.mark.parametrize(("sort", "tag"), TAGS.items(), ids=TAGS.values())
def test_an_event_goes_by_its_tag(sort: type[Event], tag: str) -> None:
    """One word for one sort of event."""
    assert sort.tag == tag


WORDS: dict[type[enum.Enum], str] = {
    changes.ChangeKind: "member_exit member_rename member_join member_other lead_replacement "
    "lead_principal chief_technologist person_other",
    events.EvaluationMode: "expert self",
    events.Move: "recognise dismiss end reinstate annul",
    Vacancy: "vacant",
    CycleState: "due not_due covered unknown left_out",
    Standing: "allowed refused waiting outside",
    DutyState: "standing owed due overdue discharged discharged_late",
    Compared: "at_least at_most more_than less_than share_at_least one_of none_of",
}


@pytest.mark.parametrize(("choice", "words"), WORDS.items(), ids=[c.__name__ for c in WORDS])
def test_a_choice_goes_by_its_words(choice: type[enum.Enum], words: str) -> None:
    """In their order, which is that in which they are listed to a reader."""
    assert [one.value for one in choice] == words.split()


def test_a_change_is_of_members_or_of_persons() -> None:
    """A new lead is neither a member that comes nor one that goes."""
    of_members = [kind.value for kind in changes.ChangeKind if kind.of_members]
    assert of_members == ["member_exit", "member_rename", "member_join", "member_other"]


MATTERS: list[tuple[type[Event], dict[str, Any], str]] = [
    (events.Recognised, {}, ""),
    (events.EndRequested, {}, "ending"),
    (events.EndReported, {}, "ending"),
    (events.EndReviewed, {}, "ending"),
    (events.Ended, {"on_request": True}, "ending"),
    (events.Ended, {"on_request": False}, ""),
    (events.Ended, {}, ""),
    (events.ResultNotified, {}, "evaluation:2026"),
    (events.ResultNotified, {"year": 2025}, "evaluation:2025"),
    (events.EvaluationCalled, {}, "evaluation_notice:2026"),
    (events.ProjectCalled, {"year": 2027}, "project_call:2027"),
    (events.ProjectFunded, {"project": "p1"}, "project:p1"),
    (events.ObjectionRaised, {"objection": "o1"}, "objection:o1"),
    (events.ObjectionDecided, {}, "objection:"),
    (changes.ChangeApproved, {"change": "c1"}, "change:c1"),
]


@pytest.mark.parametrize(("sort", "parts", "matter"), MATTERS)
def test_an_event_belongs_to_a_matter_and_can_be_made_of_it(
    sort: type[Event], parts: dict[str, Any], matter: str
) -> None:
    """What is named in the matter is named by the fields that are told of it."""
    assert sort(on=date(2026, 3, 2), **parts).matter == matter
    about = sort.about(matter)
    assert not about or sort(on=date(2030, 1, 1), **about).matter == matter


# --- a life before an event -----------------------------------------------------------------------

WRONG = Recognised(on=date(2026, 3, 5), id="r")
RIGHT = Recognised(on=date(2026, 3, 6), by="虚构局")
NOTED = events.CallIssued(on=date(2026, 3, 6))
OVER = Ended(on=date(2026, 3, 8))
LATE = Corrected(on=date(2026, 3, 10), of="r", instead=RIGHT)
TOLD = History("C1", (WRONG, NOTED, OVER, LATE))


def test_before_a_correction_is_before_what_it_says_to_have_happened() -> None:
    """Without what it sets right, and without what followed on the same day or later."""
    stood = before(TOLD, 3)
    assert (stood.id, stood.on, stood.phase) == ("C1", RIGHT.on, Phase.PROPOSED)
    assert (stood.events, stood.set_aside, stood.recognised_on) == ((), (WRONG,), None)


def test_before_an_event_is_what_was_recorded_before_it() -> None:
    """What set that right later was not known yet."""
    stood = before(TOLD, 2)
    assert (stood.on, stood.phase) == (OVER.on, Phase.RECOGNISED)
    assert (stood.events, stood.set_aside) == ((WRONG, NOTED), ())
    assert stood.recognised_on == WRONG.on
    first = before(TOLD, 0)
    assert (first.on, first.phase, first.events) == (WRONG.on, Phase.PROPOSED, ())
