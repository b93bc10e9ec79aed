"""What a history cannot say of evaluations and changes: it is told before anything is answered."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.core.filings import NEW, SECOND, THIRD, day
from tests.toy_grounds import GROUNDS

from innov_consortium.core.case import Dossier
from innov_consortium.core.changes import (
    ChangeApproved,
    ChangeExecuted,
    ChangeKind,
    ChangeReported,
    change_faults,
)
from innov_consortium.core.consortium import Application
from innov_consortium.core.evaluation import evaluation_faults
from innov_consortium.core.events import (
    Corrected,
    EvaluationAssigned,
    Event,
    Filed,
    ResultAnnulled,
    ResultCorrected,
    ResultNotified,
    SelfEvaluated,
    SelfReportFiled,
)
from innov_consortium.core.history import History, standing_paths
from innov_consortium.errors import Fault, InvalidInputError

JOIN, EXIT, REPLACE = ChangeKind.MEMBER_JOIN, ChangeKind.MEMBER_EXIT, ChangeKind.LEAD_REPLACEMENT
APPLICATION = Application(lead=THIRD, participants=(SECOND,))
FILED = Filed(on=day(1), application=APPLICATION)
RESULT = ResultNotified(on=date(2026, 12, 10), year=2026, grade="good", id="r1")


def standing(*events: Event) -> list[tuple[str, Event]]:
    """Return what stands of events, whenever they were recorded."""
    return list(standing_paths(History("C1", events), date.max))


def told(faults: list[Fault]) -> list[tuple[str, str]]:
    """Return the kinds and places of faults."""
    return [(fault.kind.value, fault.path) for fault in faults]


@pytest.mark.parametrize(
    "between",
    [
        ResultAnnulled(on=date(2026, 12, 15), year=2026),
        Corrected(on=date(2026, 12, 15), of="r1", instead=None),
    ],
)
def test_a_result_of_a_year_stands_until_it_is_taken_out(between: Event) -> None:
    """Another one is told unless the first was annulled, or never was."""
    again = evolve(RESULT, on=date(2026, 12, 20), id="r2")
    assert told(evaluation_faults(standing(RESULT, again))) == [("duplicate", "events[1].year")]
    assert told(evaluation_faults(standing(RESULT, between, again))) == []


def test_results_of_other_years_and_instruments_stand_beside_it() -> None:
    """So does a correction."""
    others = (
        evolve(RESULT, under="津科资〔2023〕83号", id=""),
        ResultNotified(on=date(2027, 12, 10)),
        ResultCorrected(on=date(2027, 12, 11), year=2026, grade="qualified"),
    )
    assert evaluation_faults(standing(RESULT, *others)) == []


@pytest.mark.parametrize(
    "sort", [ResultNotified, ResultCorrected, ResultAnnulled, SelfEvaluated, SelfReportFiled]
)
def test_nothing_comes_of_a_year_before_it_begins(sort: type[ResultNotified]) -> None:
    """On its first day it may; both the year and the day may be wrong."""
    early, first = (sort(on=on, year=2027) for on in (date(2026, 12, 31), date(2027, 1, 1)))
    assert told(evaluation_faults(standing(early))) == [
        ("inconsistent", "events[0].year"),
        ("out_of_order", "events[0].on"),
    ]
    assert evaluation_faults(standing(first)) == []
    assert evaluation_faults(standing(EvaluationAssigned(on=date(2026, 12, 31), year=2027))) == []


@pytest.mark.parametrize(
    ("report", "found"),
    [
        (ChangeReported(on=day(2), kind=JOIN, joining=SECOND), "events[1].joining"),
        (ChangeReported(on=day(2), kind=JOIN, joining=THIRD), "events[1].joining"),
        (ChangeReported(on=day(2), kind=REPLACE, joining=THIRD), "events[1].joining"),
        (ChangeReported(on=day(2), kind=REPLACE, unit=THIRD.key), "events[1].unit"),
        (ChangeReported(on=day(2), kind=JOIN, joining=NEW), None),
        (ChangeReported(on=day(2), kind=REPLACE, joining=NEW), None),
        (ChangeReported(on=day(2), kind=REPLACE, unit=SECOND.key), None),
        (ChangeReported(on=day(2), kind=REPLACE, unit=THIRD.key, joining=NEW), None),
        (ChangeReported(on=day(2), kind=EXIT, unit=SECOND.key), None),
        (ChangeApproved(on=day(2), kind=JOIN, joining=SECOND), None),
    ],
)
def test_a_change_reported_changes_something(report: Event, found: str | None) -> None:
    """Who joins was no member, and who takes the lead did not have it."""
    wanted = [] if found is None else [("inconsistent", found)]
    assert told(change_faults(standing(FILED, report))) == wanted


def test_where_somebody_may_have_left_nothing_is_told() -> None:
    """Whether an exit or a replacement took effect is a question of the text."""
    left = ChangeExecuted(on=day(2), kind=EXIT, unit=SECOND.key)
    back = ChangeReported(on=day(3), kind=JOIN, joining=SECOND)
    replaced = ChangeReported(on=day(2), change="a", kind=REPLACE, unit=SECOND.key)
    again = ChangeReported(on=day(3), change="b", kind=REPLACE, unit=THIRD.key)
    assert change_faults(standing(FILED, left, back)) == []
    assert change_faults(standing(FILED, replaced, again)) == []
    assert change_faults(standing(back, again)) == []


def test_a_check_of_such_a_history_is_refused() -> None:
    """The history itself can be had: what was recorded was recorded."""
    history = History("C1", (RESULT, evolve(RESULT, on=date(2026, 12, 20), id="r2")))
    with pytest.raises(InvalidInputError) as caught:
        GROUNDS.check("striking_off", Dossier(history=history), on=date(2027, 1, 1))
    assert told(list(caught.value.faults)) == [("duplicate", "events[1].year")]


def test_what_was_recorded_wrongly_and_set_right_is_no_contradiction() -> None:
    """Nor is what stands instead overlooked."""
    wrong = ChangeReported(on=day(2), kind=JOIN, joining=SECOND, id="c1")
    instead = evolve(wrong, joining=NEW, id="")
    assert change_faults(standing(FILED, wrong, Corrected(on=day(3), of="c1"))) == []
    right = Corrected(on=day(3), of="c1", instead=instead)
    assert change_faults(standing(FILED, wrong, right)) == []
    again = Corrected(on=day(3), of="c1", instead=evolve(wrong, id=""))
    assert told(change_faults(standing(FILED, wrong, again))) == [
        ("inconsistent", "events[2].instead.joining")
    ]


@pytest.mark.parametrize(("on", "refused"), [(19, False), (20, True), (21, True)])
def test_what_is_recorded_later_does_not_matter_before(on: int, *, refused: bool) -> None:
    """The second result is of 20 December; asked of the day before, it does not exist."""
    history = History("C1", (RESULT, evolve(RESULT, on=date(2026, 12, 20), id="r2")))
    try:
        GROUNDS.check("striking_off", Dossier(history=history), on=date(2026, 12, on))
    except InvalidInputError:
        assert refused
    else:
        assert not refused


@pytest.mark.parametrize("participants", ["甲", [SECOND], {SECOND: 1}, (SECOND, 1), None])
def test_an_application_has_its_members_in_a_tuple(participants: object) -> None:
    """Anything else is told, not stumbled over."""
    with pytest.raises(InvalidInputError) as caught:
        Application(lead=THIRD, participants=participants)  # type: ignore[arg-type]  # meant
    assert told(list(caught.value.faults)) == [("type_error", "participants")]
