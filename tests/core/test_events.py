"""Events: what may be said in one, and what it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import fields

from innov_consortium.core.changes import CHANGES
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import (
    SHARED,
    CallIssued,
    Corrected,
    Ended,
    EndReported,
    EndRequested,
    EndReviewed,
    EndSetAside,
    Event,
    Filed,
    Move,
    ObjectionDecided,
    ObjectionRaised,
    Publicised,
    Recognised,
    RecognitionSetAside,
)
from innov_consortium.core.lifecycle import TRANSITIONS
from innov_consortium.core.organizations import Organization
from innov_consortium.errors import InvalidInputError

DAY = date(2026, 3, 2)
BEFORE, AFTER = DAY - timedelta(1), DAY + timedelta(1)
MOMENT: Any = datetime(2026, 3, 2, tzinfo=UTC)
EVERY = (*SHARED, *CHANGES)
LEAST: dict[type[Event], dict[str, Any]] = {Corrected: {"of": "e1"}}


def faults(call: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInputError) as caught:
        call()
    return [(f.path, f.kind.value) for f in caught.value.faults]


@pytest.mark.parametrize("sort", EVERY, ids=lambda sort: sort.__name__)
def test_every_event_needs_a_day_and_little_else(sort: type[Event]) -> None:
    """Only a correction has to say more: what it sets right."""
    event = sort(on=DAY, **LEAST.get(sort, {}))
    assert (event.on, event.known_from, event.by, event.recorded_on) == (DAY, DAY, None, None)
    moment = dict(LEAST.get(sort, {}), on=MOMENT)
    assert faults(lambda: sort(**moment)) == [("on", "type_error")]


def test_tags_are_told_apart_and_the_base_has_none() -> None:
    """By them a record knows the sort of an event."""
    tags = [sort.tag for sort in EVERY]
    assert len(set(tags)) == len(EVERY) == 32
    assert Event.tag == ""
    assert "" not in tags


def test_every_move_of_the_table_is_made_by_an_event() -> None:
    """And no event moves what the table does not know."""
    moves = {move for row in TRANSITIONS.values() for move in row}
    assert {sort.move for sort in EVERY if sort.move is not None} == moves == set(Move)


@pytest.mark.parametrize(
    ("recorded_on", "expected"), [(BEFORE, None), (DAY, DAY), (AFTER, AFTER), (None, DAY)]
)
def test_what_happened_is_recorded_then_or_later(
    recorded_on: date | None, expected: date | None
) -> None:
    """The day before, the day, the day after, and no day, which is the day it happened."""
    if expected is None:
        assert faults(lambda: Recognised(on=DAY, recorded_on=recorded_on)) == [
            ("recorded_on", "out_of_order")
        ]
    else:
        assert Recognised(on=DAY, recorded_on=recorded_on).known_from == expected


def test_a_name_is_a_name_and_a_day_is_a_day() -> None:
    """Which day is earlier is not asked of what is none, nor how a text that is none reads."""
    assert faults(lambda: Recognised(on=DAY, by=" ")) == [("by", "invalid_value")]
    wrong: Any = {"recorded_on": MOMENT, "by": 7, "document": None}
    assert faults(lambda: Recognised(on=DAY, **wrong)) == [
        ("by", "type_error"),
        ("document", "type_error"),
        ("recorded_on", "type_error"),
    ]


# --- corrections ------------------------------------------------------------------------------


def test_a_correction_names_an_event_and_is_none_itself() -> None:
    """Neither an empty id nor a correction of nothing but a correction."""
    assert faults(lambda: Corrected(on=DAY, of="")) == [("of", "invalid_value")]
    inner = Corrected(on=DAY, of="e1")
    assert faults(lambda: Corrected(on=DAY, of="e1", instead=inner)) == [
        ("instead", "inconsistent")
    ]


@pytest.mark.parametrize(
    ("on", "expected"), [(DAY, True), (AFTER, True), (AFTER + timedelta(1), False)]
)
def test_what_really_happened_had_happened_when_that_was_recorded(
    on: date, *, expected: bool
) -> None:
    """The day the correction was recorded still counts, the day after does not."""
    instead = Recognised(on=on)

    def correct() -> Corrected:
        return Corrected(on=DAY, recorded_on=AFTER, of="e1", instead=instead)

    if expected:
        assert correct().instead == instead
    else:
        assert faults(correct) == [("instead.on", "out_of_order")]


# --- windows ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("last", "sound"), [(BEFORE, False), (DAY, True), (AFTER, True)])
def test_a_call_ends_on_or_after_its_first_day(last: date, *, sound: bool) -> None:
    """The day before, the day, the day after; it opens no window of a stage."""
    if sound:
        call = CallIssued(on=BEFORE, first=DAY, last=last)
        assert (call.first, call.last, call.until) == (DAY, last, None)
    else:
        found = faults(lambda: CallIssued(on=BEFORE, first=DAY, last=last))
        assert found == [("last", "out_of_order")]


@pytest.mark.parametrize("known", [{"first": DAY}, {"last": DAY}, {}])
def test_a_call_need_not_say_both_its_days(known: dict[str, Any]) -> None:
    """One of them, or none, is no fault; a moment is."""
    assert CallIssued(on=DAY, **known).year is None
    assert faults(lambda: CallIssued(on=DAY, first=MOMENT, last=MOMENT)) == [
        ("first", "type_error"),
        ("last", "type_error"),
    ]


@pytest.mark.parametrize(("last", "sound"), [(BEFORE, False), (DAY, True), (AFTER, True)])
def test_publicity_ends_on_or_after_its_first_day(last: date, *, sound: bool) -> None:
    """It is a window up to the day announced."""
    if sound:
        assert Publicised(on=DAY, last=last).until == last
    else:
        assert faults(lambda: Publicised(on=DAY, last=last)) == [("last", "out_of_order")]


def test_publicity_may_leave_its_end_unknown() -> None:
    """But a moment is no day."""
    assert Publicised(on=DAY).until is None
    assert faults(lambda: Publicised(on=DAY, last=MOMENT)) == [("last", "type_error")]


# --- who files --------------------------------------------------------------------------------


def test_only_members_apply_together(toy_unit: Callable[..., Organization]) -> None:
    """Of an application that is not known nothing can be said."""
    lead, member, stranger, other = (toy_unit(n) for n in range(4))
    application = Application(lead=lead, participants=(member,))
    both = frozenset({lead.key, member.key})
    assert Filed(on=DAY, application=application, co_applicants=both).co_applicants == both
    strangers = frozenset({stranger.key, other.key})
    assert Filed(on=DAY, co_applicants=strangers).application is None
    found = faults(lambda: Filed(on=DAY, application=application, co_applicants=strangers | both))
    assert found == [("co_applicants", "inconsistent")] * 2


def test_an_office_has_a_name() -> None:
    """An empty one is none."""
    assert Filed(on=DAY, recipient="某局").recipient == "某局"
    assert faults(lambda: Filed(on=DAY, recipient="")) == [("recipient", "invalid_value")]


# --- what it belongs to -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "matter"),
    [
        (EndRequested(on=DAY), "ending"),
        (EndReported(on=DAY), "ending"),
        (EndReviewed(on=DAY), "ending"),
        (Ended(on=DAY, on_request=True), "ending"),
        (Ended(on=DAY), ""),
        (EndSetAside(on=DAY), ""),
        (RecognitionSetAside(on=DAY), ""),
        (Recognised(on=DAY), ""),
    ],
)
def test_an_end_that_was_asked_for_belongs_to_the_asking(event: Event, matter: str) -> None:
    """One that is imposed belongs to the consortium's own life, as does all else."""
    assert (event.matter, event.about(event.matter)) == (matter, {})


@pytest.mark.parametrize("sort", [ObjectionRaised, ObjectionDecided])
def test_each_objection_is_a_matter_of_its_own(
    sort: type[ObjectionRaised | ObjectionDecided],
) -> None:
    """Its id can be had back from the matter."""
    one = sort(on=DAY, objection="o7")
    assert one.about(one.matter) == {"objection": "o7"}
    assert {field.name for field in fields(sort)} > set(one.about(""))
    assert one.matter != sort(on=DAY).matter


def test_a_ground_is_cited_once() -> None:
    """Under the place of the second."""
    assert Ended(on=DAY, grounds=("a", "b")).grounds == ("a", "b")
    found = faults(lambda: Ended(on=DAY, grounds=("a", "b", "a", "b")))
    assert found == [("grounds[2]", "duplicate"), ("grounds[3]", "duplicate")]
