"""Tests of histories as documents: what is read from them, and what is written."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest
from tests.interchange.own_events import POLICY, Assessed, Grade, Share

from innov_consortium.core.case import Case, Dossier, Surroundings
from innov_consortium.core.changes import (
    CHANGES,
    ChangeApproved,
    ChangeEvent,
    ChangeExecuted,
    ChangeKind,
    ChangeReported,
)
from innov_consortium.core.consortium import Person, Vacancy
from innov_consortium.core.events import (
    SHARED,
    CallIssued,
    Corrected,
    Ended,
    EndReported,
    EndReviewed,
    EvaluationAssigned,
    EvaluationCalled,
    EvaluationMode,
    EvaluationStaged,
    Event,
    Filed,
    MaterialsSubmitted,
    ProjectApplied,
    ProjectCalled,
    ProjectDecided,
    ProjectFunded,
    Recognised,
    ResultAnnulled,
    ResultCorrected,
    ResultNotified,
    SelfEvaluated,
    SelfReportFiled,
)
from innov_consortium.core.history import History
from innov_consortium.core.organizations import Identifier, MemberKey, Organization
from innov_consortium.core.periods import Window
from innov_consortium.core.register import Register
from innov_consortium.interchange import (
    HISTORY_SCHEMA,
    dumps,
    load_dossier,
    structure_application,
    structure_case,
    structure_dossier,
    structure_event,
    unstructure_dossier,
    unstructure_event,
)

LEAD = "91120116MAXT10009B"
FIRST = "91120116MAXT100176"
UNIVERSITY = "12120116MBXT100535"
MECHANICS, MATERIALS = (
    MemberKey(Identifier.uscc(UNIVERSITY), college) for college in ("机械学院", "材料学院")
)
SHORT = {"consortium": "C1", "events": [{"type": "recognised", "on": "2026-06-01"}]}
ASSESSED = {
    "type": "assessed",
    "on": "2029-03-02",
    "year": 2027,
    "grade": "good",
    "points": 0,
    "amount": "1500000.50",
    "present": [LEAD, {"id": UNIVERSITY, "college": "机械学院"}],
    "shares": [{"unit": FIRST, "amount": "3"}],
    "visited": {"scheme": "LEI", "value": "X1"},
    "window": {"first": "2028-01-01", "last": None},
    "again_on": "2029-01-01",
    "expert": {"name": "李某某", "id": None},
    "successor": "vacant",
}


def key(code: str) -> MemberKey:
    return MemberKey(Identifier.uscc(code))


def of(dossier: Dossier, id_: str) -> Any:
    return next(e for e in dossier.history.events if e.id == id_)


def test_short_history() -> None:
    """What a history does not say is not known, and a register not given is unknown."""
    expected = Dossier(history=History("C1", (Recognised(on=date(2026, 6, 1)),)))

    assert expected == structure_dossier(SHORT, POLICY)
    assert Register.unknown() == structure_dossier(SHORT, POLICY).register


def test_history_of_nothing() -> None:
    """A history may have no events; it must say so."""
    assert structure_dossier({"consortium": "C1", "events": []}, POLICY).history == History("C1")


def test_fields_any_event_has(dossier: Dossier) -> None:
    """Who acted, when it was recorded, in which document and under which edition."""
    call, filed = dossier.history.events[:2]

    expected = CallIssued(
        on=date(2026, 2, 10),
        by="天津市科学技术局",
        document="示例文〔2026〕1号",
        edition="120000:示例",
        id="e01",
        year=2026,
        first=date(2026, 2, 10),
        last=date(2026, 4, 30),
    )

    assert expected == call
    assert (filed.consortium, filed.recorded_on) == ("C1", date(2026, 3, 3))


def test_application_filed(history: dict[str, Any], dossier: Dossier) -> None:
    """An application stands in a history as it stands in a case."""
    filed = of(dossier, "e02")
    assert isinstance(filed, Filed)
    assert filed.application is not None

    assert structure_application(history["events"][1]["application"]) == filed.application
    assert frozenset(unit.key for unit in filed.application.members) == filed.co_applicants
    assert frozenset({"construction_plan", "lead_proof"}) == filed.documents


def test_changes(dossier: Dossier) -> None:
    """A member is settled with its college; a post may be filled, known to be empty, or neither."""
    joined, renamed, filled, emptied = (of(dossier, f"e{n:02}") for n in (7, 8, 9, 10))
    assert isinstance(joined, ChangeReported)
    assert joined.joining is not None

    assert ChangeKind.MEMBER_JOIN is joined.kind
    assert {joined.joining.key, MECHANICS, key(LEAD)} < (joined.issued_by or frozenset())
    assert renamed.unit == MECHANICS
    assert Person("孙某某", "T-2") == filled.person
    assert Vacancy.VACANT is emptied.person
    assert joined.person is None


def test_correction(dossier: Dossier) -> None:
    """A correction says what happened instead, or that nothing did."""
    instead = EndReviewed(on=date(2027, 2, 2), by="天津市科学技术局", id="e16", agreed=False)

    assert Corrected(on=date(2027, 5, 2), id="e19", of="e16", instead=instead) == of(dossier, "e19")
    assert of(dossier, "e20").instead is None
    assert of(dossier, "e20") == structure_event(
        {"type": "corrected", "on": "2027-05-03", "id": "e20", "of": "e04", "instead": None}, POLICY
    )


BUREAU, COMPANY = "天津市科学技术局", "示例津甲装备有限公司"


@pytest.mark.parametrize(
    "expected",
    [
        EvaluationCalled(
            on=date(2027, 9, 10),
            by=BUREAU,
            document="示例文〔2027〕7号",
            id="e27",
            year=2027,
            deadline=date(2027, 10, 31),
            required=frozenset({"data", "report"}),
            self_report_deadline=date(2027, 11, 30),
        ),
        EvaluationAssigned(
            on=date(2027, 9, 11), by=BUREAU, id="e28", year=2027, mode=EvaluationMode.EXPERT
        ),
        MaterialsSubmitted(
            on=date(2027, 10, 30), by=COMPANY, id="e29", year=2027, items=frozenset({"report"})
        ),
        EvaluationStaged(on=date(2027, 11, 10), by=BUREAU, id="e30", year=2027, stage="site_visit"),
        ResultNotified(
            on=date(2027, 12, 20),
            by=BUREAU,
            document="示例通报",
            under="津科资〔2023〕83号",
            id="e31",
            year=2027,
            grade="good",
        ),
        ResultCorrected(on=date(2028, 1, 10), by=BUREAU, id="e32", year=2027, grade="qualified"),
        ResultAnnulled(on=date(2028, 1, 20), by=BUREAU, id="e33", year=2027),
        SelfEvaluated(on=date(2028, 11, 1), by=COMPANY, id="e34", year=2028, grade="good"),
        SelfReportFiled(on=date(2028, 11, 30), by=COMPANY, id="e35", year=2028),
        ProjectCalled(on=date(2028, 12, 1), by=BUREAU, id="e36", year=2029, evaluation_year=2028),
        ProjectApplied(on=date(2028, 12, 20), by=COMPANY, id="e37", project="p1"),
        ProjectDecided(on=date(2029, 2, 1), by=BUREAU, id="e38", project="p1", granted=True),
        ProjectFunded(
            on=date(2029, 3, 1),
            by=BUREAU,
            id="e39",
            project="p1",
            amount=Decimal("9999999.99"),
            source="municipal",
        ),
    ],
    ids=lambda event: event.tag,
)
def test_evaluations_and_projects(dossier: Dossier, expected: Event) -> None:
    """Years, days, words and amounts are read as what they are."""
    assert expected == of(dossier, expected.id)


def test_what_is_known_around_it(history: dict[str, Any], dossier: Dossier) -> None:
    """Around a history stands what stands around an application."""
    case = structure_case(
        {
            "application": history["events"][1]["application"],
            **{a.name: history[a.name] for a in attrs.fields(Surroundings)},
        }
    )

    for a in attrs.fields(Surroundings):
        assert getattr(case, a.name) == getattr(dossier, a.name)
    assert {a.name for a in attrs.fields(Case)} - {"application"} < {*history}


def test_complete_history_is_written_as_it_was(history: dict[str, Any], dossier: Dossier) -> None:
    """Writing a history gives its document; of events, what says nothing is left out."""
    assert history == unstructure_dossier(dossier)


def test_complete_history_leaves_nothing_out(history: dict[str, Any]) -> None:
    """The complete history has every sort of event, and every field of each.

    What changes is said by reports, and by executions of what was never reported.
    """
    for sort in (*SHARED, *CHANGES):
        written = {k for e in history["events"] if e["type"] == sort.tag for k in e}
        told_once = ChangeEvent if issubclass(sort, ChangeEvent) else Event
        base = Event if sort in (ChangeReported, ChangeExecuted) else told_once
        own = {a.name for a in attrs.fields(sort)} - {a.name for a in attrs.fields(base)}

        assert own <= written, sort.tag
    assert {a.name for a in attrs.fields(Event)} < {k for e in history["events"] for k in e}


def test_text_of_a_history(dossier: Dossier) -> None:
    """A history goes through text unchanged, and its text is the same every time."""
    text = dumps(unstructure_dossier(dossier))
    again = structure_dossier(json.loads(text), POLICY)

    assert dossier == load_dossier(text, POLICY)
    assert dossier == load_dossier(text.encode(), POLICY)
    assert text == dumps(unstructure_dossier(again))
    assert text.startswith('{\n  "schema": "innov-consortium/history/2",\n  "consortium": "C1"')


def test_schema_may_be_stated(history: dict[str, Any], dossier: Dossier) -> None:
    """The format may be stated, or left out."""
    assert history.pop("schema") == HISTORY_SCHEMA
    assert dossier == structure_dossier(history, POLICY)


def test_document_is_left_as_it_is(history: dict[str, Any]) -> None:
    """Structuring does not change what it is given."""
    before = dumps(history)
    structure_dossier(history, POLICY)

    assert before == dumps(history)


def test_event_of_the_policy(history: dict[str, Any]) -> None:
    """A policy's own events are read by their fields: members, posts, amounts and the rest."""
    history["events"].append(ASSESSED)
    made = structure_dossier(history, POLICY)

    expected = Assessed(
        on=date(2029, 3, 2),
        year=2027,
        grade=Grade.GOOD,
        points=0,
        amount=Decimal("1500000.50"),
        present=(key(LEAD), MECHANICS),
        shares=(Share(key(FIRST), Decimal(3)),),
        visited=Identifier("LEI", "X1"),
        window=Window(date(2028, 1, 1)),
        again_on=date(2029, 1, 1),
        expert=Person("李某某"),
        successor=Vacancy.VACANT,
    )

    assert expected == made.history.events[-1]
    assert unstructure_dossier(made)["events"][-1] == ASSESSED
    assert unstructure_event(Assessed(on=date(1, 1, 1), year=1, amount=Decimal("1E+3"))) == {
        "type": "assessed",
        "on": "0001-01-01",
        "year": 1,
        "amount": "1000",
    }


# --- events by themselves -------------------------------------------------------------------------


def test_every_event_by_itself(dossier: Dossier) -> None:
    """An event can be written, and read, outside its history."""
    for event in dossier.history.events:
        assert event == structure_event(unstructure_event(event), POLICY)


def test_what_is_left_out_of_an_event() -> None:
    """Whatever is as if nothing were said is left out; what is known to be empty is not."""
    told = EndReported(on=date(2027, 1, 1), signatories=frozenset())
    approved = ChangeApproved(on=date(2027, 1, 1), change="")

    assert unstructure_event(told) == {
        "type": "end_reported",
        "on": "2027-01-01",
        "signatories": [],
    }
    assert unstructure_event(approved) == {"type": "change_approved", "on": "2027-01-01"}
    assert unstructure_event(Ended(on=date(2027, 1, 1))) == {"type": "ended", "on": "2027-01-01"}


def test_event_with_its_own_application(history: dict[str, Any], dossier: Dossier) -> None:
    """In an event that has an application, members are settled against that one."""
    assert of(dossier, "e02") == structure_event(history["events"][1], POLICY)


# --- who is meant ---------------------------------------------------------------------------------


def members(*units: tuple[str, str | None]) -> dict[str, Any]:
    """Return an application of a lead and universities, each with its college."""
    lead = {"name": "示例津甲装备有限公司", "id": LEAD, "kind": "enterprise"}
    others = [
        {"name": "示例大学", "id": id_, "kind": "university", "college": college}
        for id_, college in units
    ]
    return {"lead": lead, "participants": others}


def history_of(*events: dict[str, Any]) -> dict[str, Any]:
    return {"consortium": "C1", "events": [{"on": "2026-03-02", **event} for event in events]}


def signed(made: Dossier) -> Iterable[MemberKey]:
    last = made.history.events[-1]
    assert isinstance(last, EndReported)
    return last.signatories or frozenset()


def signed_by(*who: Any) -> dict[str, Any]:
    return {"type": "end_reported", "signatories": list(who)}


@pytest.mark.parametrize("who", [UNIVERSITY, {"id": UNIVERSITY, "college": "机械学院"}])
def test_identifier_alone_is_enough(who: object) -> None:
    """An identifier that only one member has is enough to name it, college and all."""
    filed = {"type": "filed", "application": members((UNIVERSITY, "机械学院"))}

    assert {MECHANICS} == signed(structure_dossier(history_of(filed, signed_by(who)), POLICY))


def test_who_joins_is_a_member() -> None:
    """An organisation that joins is named as the other members are."""
    unit = members((UNIVERSITY, "机械学院"))["participants"][0]
    filed = {"type": "filed", "application": members()}
    joins = {"type": "change_reported", "joining": unit, "issued_by": [LEAD, UNIVERSITY]}
    made = structure_dossier(history_of(filed, joins, signed_by(UNIVERSITY)), POLICY)
    reported = made.history.events[1]
    assert isinstance(reported, ChangeReported)

    assert {MECHANICS} == signed(made)
    assert frozenset({MECHANICS, key(LEAD)}) == reported.issued_by


def test_who_was_a_member() -> None:
    """Whoever an earlier or a corrected application lists is known, too."""
    filed = {"type": "filed", "id": "e1", "application": members((UNIVERSITY, "机械学院"))}
    again = {"type": "filed", "id": "e2", "application": members()}
    corrects = members((FIRST, None))
    corrects["participants"][0]["kind"] = "enterprise"
    instead = {"type": "filed", "on": "2026-03-02", "application": corrects}
    corrected = {"type": "corrected", "of": "e2", "instead": instead}
    made = structure_dossier(
        history_of(filed, again, corrected, signed_by(UNIVERSITY, FIRST)), POLICY
    )

    assert {MECHANICS, key(FIRST)} == signed(made)


def test_own_application_comes_first() -> None:
    """Co-applicants are members of the application filed with them, not of another."""
    first = {"type": "filed", "application": members((UNIVERSITY, "机械学院"))}
    second = {
        "type": "filed",
        "application": members((UNIVERSITY, "材料学院")),
        "co_applicants": [UNIVERSITY],
    }
    made = structure_dossier(history_of(first, second), POLICY)
    filed = made.history.events[1]
    assert isinstance(filed, Filed)

    assert frozenset({MATERIALS}) == filed.co_applicants
    assert made == structure_dossier(unstructure_dossier(made), POLICY)


@pytest.mark.parametrize("application", [None, "absent"])
def test_nobody_is_a_stranger_without_an_application(application: object) -> None:
    """Where a history has no application, anybody may be a member."""
    filed = {"type": "filed", "application": application}
    if application == "absent":
        del filed["application"]
    made = structure_dossier(history_of(filed, signed_by(LEAD, {"id": FIRST})), POLICY)

    assert {key(LEAD), key(FIRST)} == signed(made)
    assert made == structure_dossier(unstructure_dossier(made), POLICY)


def test_member_of_the_same_university_without_an_application() -> None:
    """Without an application a member is written so that it is not taken for one that joins."""
    unit = Organization(
        name="示例大学",
        id=Identifier.uscc(UNIVERSITY),
        kind=structure_application(members((UNIVERSITY, None))).participants[0].kind,
        college="机械学院",
    )
    without = MemberKey(unit.id)
    made = Dossier(
        history=History(
            "C1",
            (
                ChangeReported(on=date(2026, 3, 2), joining=unit, unit=without),
                EndReported(on=date(2026, 3, 3), signatories=frozenset({without, MATERIALS})),
            ),
        )
    )

    assert made == structure_dossier(unstructure_dossier(made), POLICY)
