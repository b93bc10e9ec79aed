"""What a history comes to on a day: order, knowledge, corrections, phases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from attrs import evolve, frozen
from tests.core.filings import (
    APPLICATION,
    asked,
    at,
    day,
    filed,
    life,
    put_on_file,
    reported,
    restored,
    struck_off,
)

from innov_consortium.core.events import (
    ApplicationRefused,
    ApplicationWithdrawn,
    CallIssued,
    Corrected,
    Ended,
    EndSetAside,
    Event,
    Filed,
    RecognitionSetAside,
)
from innov_consortium.core.history import History, before, replay
from innov_consortium.core.lifecycle import Phase
from innov_consortium.errors import InvalidInputError

MOMENT: Any = datetime(2026, 3, 2, tzinfo=UTC)


def faults(call: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInputError) as caught:
        call()
    return [(f.path, f.kind.value) for f in caught.value.faults]


def named(consortium: tuple[Event, ...]) -> list[str]:
    return [event.id for event in consortium]


# --- a history is well made -------------------------------------------------------------------


def test_every_fault_of_a_history_is_told_under_its_place() -> None:
    """A name for the consortium, ids told apart, nobody else's events, nothing out of order."""
    events = (
        filed(2, id="a"),
        filed(1, id="a", consortium="C2"),
        Corrected(on=day(1), recorded_on=day(2), of="zzz"),
    )
    assert faults(lambda: History(" ", events)) == [
        ("consortium", "invalid_value"),
        ("events[1].id", "duplicate"),
        ("events[1].consortium", "inconsistent"),
        ("events[1].on", "out_of_order"),
        ("events[2].of", "inconsistent"),
    ]


@pytest.mark.parametrize(
    ("second", "path"),
    [
        ({"n": 1}, "events[1].on"),
        ({"n": 2}, None),
        ({"n": 3}, None),
        ({"n": 1, "recorded_on": day(1)}, "events[1].recorded_on"),
        ({"n": 1, "recorded_on": day(2)}, None),
        ({"n": 1, "recorded_on": day(3)}, None),
    ],
)
def test_what_is_recorded_later_stands_later(second: dict[str, Any], path: str | None) -> None:
    """The day before the last record, the day, the day after; late records say when they were."""
    history = life(filed(1, recorded_on=day(2)))
    if path is None:
        assert history.add(filed(**second)) == life(*history.events, filed(**second))
    else:
        assert faults(lambda: history.add(filed(**second))) == [(path, "out_of_order")]


def test_an_event_without_an_id_or_a_consortium_is_of_this_one() -> None:
    """However many there are."""
    history = life(filed(1), filed(1), filed(1, consortium="C1"), filed(1, id="a"))
    assert len(history.events) == 4


def test_a_correction_names_an_earlier_event_and_no_correction() -> None:
    """Neither itself, nor one that follows, nor an event another correction put there."""
    right = filed(2, id="b")
    events = (
        filed(2, id="a"),
        Corrected(on=day(2), of="a", id="c1", instead=right),
        Corrected(on=day(2), of="c1"),
        Corrected(on=day(2), of="b"),
        Corrected(on=day(2), of="c2", id="c2"),
        Corrected(on=day(2), of="a"),
    )
    paths = [(f"events[{n}].of", "inconsistent") for n in (2, 3, 4)]
    assert faults(lambda: life(*events)) == paths


def test_what_stands_instead_of_an_event_may_keep_its_id_and_no_other() -> None:
    """Nor may it be another consortium's."""
    first = (filed(1, id="a"), filed(1, id="b"))
    assert life(*first, Corrected(on=day(2), of="a", instead=filed(1, id="a"))).events[:2] == first
    taken = Corrected(on=day(2), of="a", instead=filed(1, id="b", consortium="C2"))
    assert faults(lambda: life(*first, taken)) == [
        ("events[2].instead.id", "duplicate"),
        ("events[2].instead.consortium", "inconsistent"),
    ]
    used = Corrected(on=day(2), of="a", instead=filed(1, id="c"))
    assert faults(lambda: life(*first, used, filed(3, id="c"))) == [("events[3].id", "duplicate")]


# --- order and knowledge ----------------------------------------------------------------------


def test_events_count_from_the_day_they_happened() -> None:
    """The day before, the day, the day after."""
    history = life(filed(2, id="a"))
    assert [named(replay(history, day(n)).events) for n in (1, 2, 3)] == [[], ["a"], ["a"]]


def test_events_are_known_from_the_day_they_were_recorded() -> None:
    """However early they happened; who asks with later knowledge is told of them."""
    history = life(filed(2, id="a", recorded_on=day(4)))
    assert [named(replay(history, day(n)).events) for n in (3, 4, 5)] == [[], ["a"], ["a"]]
    found = [replay(history, day(2), known_on=day(n)) for n in (3, 4, 5)]
    assert [named(consortium.events) for consortium in found] == [[], ["a"], ["a"]]
    assert named(replay(history, day(1), known_on=day(9)).events) == []


def test_what_happened_earlier_comes_first_and_what_was_recorded_earlier_on_one_day() -> None:
    """A late record takes its place among the days, but the last one of its day."""
    late = {"recorded_on": day(5)}
    history = life(
        filed(2, id="a"),
        filed(4, id="b"),
        filed(4, id="c"),
        filed(4, id="d", **late),
        filed(2, id="e", **late),
        filed(1, id="f", **late),
    )
    assert named(replay(history, day(5)).events) == ["f", "a", "e", "b", "c", "d"]


def test_events_alone_make_a_history_of_the_consortium_they_name() -> None:
    """Or of one without a name; other faults are told as of any history."""
    assert replay([filed(1), filed(2, consortium="C7")], day(2)).id == "C7"
    assert replay([filed(1)], day(2)).id == replay([], day(2)).id == "—"
    mixed = [filed(1, consortium="C7"), filed(2, consortium="C8")]
    assert faults(lambda: replay(mixed, day(2))) == [("events[1].consortium", "inconsistent")]


@pytest.mark.parametrize(
    ("call", "path"),
    [
        (lambda: replay((), MOMENT), "on"),
        (lambda: replay((), day(1), known_on=MOMENT), "known_on"),
    ],
)
def test_both_days_are_days(call: Callable[[], object], path: str) -> None:
    """A moment is refused."""
    assert faults(call) == [(path, "type_error")]


# --- corrections ------------------------------------------------------------------------------


def test_a_correction_counts_from_its_recording_whatever_day_is_asked_about() -> None:
    """The day before, the day, the day after; the earlier day asked about is set right as well."""
    wrong, right = filed(2, id="a"), filed(1, id="a")
    history = life(wrong, Corrected(on=day(3), recorded_on=day(5), of="a", instead=right))
    for n, event, aside in ((4, wrong, ()), (5, right, (wrong,)), (6, right, (wrong,))):
        for on in (day(2), day(n)):
            found = replay(history, on, known_on=day(n))
            assert (found.events, found.set_aside) == ((event,), aside)


def test_what_did_not_happen_is_taken_out_and_shown() -> None:
    """It is not shown for a day before it was said to have happened."""
    history = life(filed(2, id="a"), filed(2, id="b"), Corrected(on=day(3), of="a"))
    found = replay(history, day(3))
    assert (named(found.events), named(found.set_aside)) == (["b"], ["a"])
    early = replay(history, day(1), known_on=day(3))
    assert (early.events, early.set_aside) == ((), ())


def test_the_last_correction_known_holds_and_the_earlier_one_is_shown() -> None:
    """Each was the last one for a while."""
    one, two = filed(1, documents=frozenset({"one"})), filed(1, documents=frozenset({"two"}))
    history = life(
        filed(2, id="a"),
        Corrected(on=day(3), of="a", instead=one),
        Corrected(on=day(4), of="a", instead=two),
        Corrected(on=day(5), of="a"),
    )
    wrong = history.events[0]
    found = [replay(history, day(n)) for n in (2, 3, 4, 5)]
    assert [c.events for c in found] == [(wrong,), (one,), (two,), ()]
    assert [c.set_aside for c in found] == [(), (wrong,), (wrong, one), (wrong, one, two)]


def test_a_correction_may_move_an_event_to_another_day_and_keeps_its_place_on_its_own() -> None:
    """Of two events of one day the one set right still comes first."""
    first = filed(2, id="a")
    history = life(first, filed(2, id="b"))
    same = history.add(Corrected(on=day(3), of="a", instead=filed(2, id="a", by="某人")))
    assert named(replay(same, day(3)).events) == ["a", "b"]
    moved = history.add(Corrected(on=day(3), of="a", instead=filed(3, id="a")))
    assert named(replay(moved, day(3)).events) == ["b", "a"]
    assert named(replay(moved, day(2), known_on=day(3)).events) == ["b"]


def test_a_text_may_have_corrections_of_its_own() -> None:
    """They set right like any other."""

    @frozen(kw_only=True)
    class Rectified(Corrected):
        tag = "rectified"

    found = replay(life(filed(1, id="a"), Rectified(on=day(1), of="a")), day(1))
    assert (found.events, named(found.set_aside)) == ((), ["a"])


# --- phases -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("events", "phase", "irregular"),
    [
        ((), Phase.PROPOSED, ()),
        ((CallIssued(on=day(1)), filed(1)), Phase.PROPOSED, ()),
        ((ApplicationWithdrawn(on=day(1)),), Phase.DISMISSED, ()),
        ((ApplicationRefused(on=day(1)), put_on_file(1)), Phase.DISMISSED, (1,)),
        ((put_on_file(1),), Phase.RECOGNISED, ()),
        ((put_on_file(1), put_on_file(2)), Phase.RECOGNISED, (1,)),
        ((put_on_file(1), ApplicationWithdrawn(on=day(1))), Phase.RECOGNISED, (1,)),
        ((struck_off(1), put_on_file(1)), Phase.RECOGNISED, (0,)),
        ((put_on_file(1), struck_off(1)), Phase.ENDED, ()),
        ((put_on_file(1), struck_off(1), restored(1)), Phase.RECOGNISED, ()),
        ((put_on_file(1), RecognitionSetAside(on=day(1))), Phase.ANNULLED, ()),
        (
            (put_on_file(1), struck_off(1), RecognitionSetAside(on=day(1)), restored(1)),
            Phase.RECOGNISED,
            (2,),
        ),
    ],
)
def test_an_event_moves_the_phase_or_is_irregular(
    events: tuple[Event, ...], phase: Phase, irregular: tuple[int, ...]
) -> None:
    """Both are kept."""
    found = at(9, *events)
    assert (found.phase, found.events) == (phase, events)
    assert found.irregular == tuple(events[n] for n in irregular)


def test_it_is_recognised_once_and_ended_until_that_is_set_aside() -> None:
    """Being there again is no new recognition."""
    events = (put_on_file(2), struck_off(4), restored(6), struck_off(8))
    found = [at(n, *events) for n in (1, 2, 4, 6, 8)]
    assert [c.recognised_on for c in found] == [None, *[day(2)] * 4]
    assert [c.ended_by for c in found] == [None, None, events[1], None, events[3]]


# --- what is asked of a consortium ------------------------------------------------------------


def test_events_are_found_by_their_sort() -> None:
    """A subclass is of the sort; where there is none the last one is none."""
    found = at(3, filed(1, id="a"), filed(2, id="b"), put_on_file(3))
    assert (named(found.all(Filed)), found.all(Ended)) == (["a", "b"], ())
    assert (found.last(Filed), found.last(EndSetAside)) == (found.events[1], None)


def test_the_application_is_the_one_last_filed_that_is_known() -> None:
    """A filing of which nothing is known does not hide an earlier one."""
    other = evolve(APPLICATION, field="新材料")
    assert at(1).application is None
    assert at(1, filed(1, application=None, co_leads=None)).application is None
    events = (filed(1), filed(2, application=other), filed(3, application=None))
    assert at(3, *events).application == other


def test_the_changes_are_those_its_events_tell_of() -> None:
    """In their order."""
    found = at(2, put_on_file(1), reported(1, change="b"), reported(2, change="a"))
    assert [change.id for change in found.changes] == ["b", "a"]


# --- what stood before an event ---------------------------------------------------------------


def test_before_an_event_is_what_had_been_recorded() -> None:
    """On its own day, in that order; what was recorded late without a place then is not there."""
    history = life(
        filed(2, id="a"), filed(2, id="b"), put_on_file(4, id="c"), filed(3, recorded_on=day(5))
    )
    assert [named(before(history, n).events) for n in (0, 1, 2)] == [[], ["a"], ["a", "b"]]
    last = before(history, 3)
    assert (named(last.events), last.on, last.phase) == (["a", "b"], day(3), Phase.PROPOSED)


def test_before_what_stands_instead_is_neither_the_event_set_right_nor_what_followed() -> None:
    """That was recorded before the correction, and yet came after on that day."""
    history = life(
        filed(2, id="a"),
        filed(3, id="b"),
        put_on_file(3, id="c"),
        asked(4, id="d"),
        filed(1, id="e", recorded_on=day(5)),
        Corrected(on=day(5), of="b", instead=filed(3, by="某人")),
    )
    found = before(history, 5)
    assert (named(found.events), named(found.set_aside)) == (["e", "a"], ["b"])
    assert (found.on, found.phase, found.id) == (day(3), Phase.PROPOSED, "C1")


def test_two_corrections_that_say_the_same_are_still_told_apart() -> None:
    """Even where the very same value stands elsewhere."""
    right = filed(3)
    history = life(right, filed(3, id="b"), Corrected(on=day(5), of="b", instead=right))
    assert before(history, 2).events == (right,)


def test_before_a_correction_that_puts_nothing_there_is_all_that_was_recorded() -> None:
    """On the day of the correction."""
    history = life(filed(2, id="a"), Corrected(on=day(3), of="a"))
    assert named(before(history, 1).events) == ["a"]
