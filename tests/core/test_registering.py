"""From many histories to one register: who leads, who takes part, who is barred, and when."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from attrs import evolve
from tests.core.filings import (
    FIRST,
    MEASURES,
    NEW,
    SECOND,
    THIRD,
    day,
    filed,
    life,
    put_on_file,
    reported,
    restored,
    struck_off,
)

from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.events import Event
from innov_consortium.core.history import History
from innov_consortium.core.register import Register, Role
from innov_consortium.core.registering import register
from innov_consortium.errors import InvalidInputError

ON_FILE = (filed(1), put_on_file(3))
MOMENT: Any = datetime(2026, 3, 2, tzinfo=UTC)


def on(n: int, *events: Event) -> Register:
    return register(MEASURES, [life(*events)], day(n))


def test_joint_leads_are_both_leads() -> None:
    """Who else is a member takes part; all from the day it was put on file."""
    found = on(3, *ON_FILE)
    assert {(e.unit, e.role, e.since, e.ended_on) for e in found.engagements} == {
        (FIRST.id, Role.LEAD, day(3), None),
        (SECOND.id, Role.LEAD, day(3), None),
        (THIRD.id, Role.PARTICIPANT, day(3), None),
    }
    assert {e.consortium for e in found.engagements} == {"C1"}


@pytest.mark.parametrize(("n", "active"), [(2, False), (3, True), (4, True)])
def test_before_it_is_on_file_an_engagement_is_only_applied_for(n: int, *, active: bool) -> None:
    """The day before, the day, the day after."""
    found = on(n, *ON_FILE)
    assert {e.active_on(day(n)) for e in found.engagements} == {active}
    assert {e.pending for e in found.engagements} == {not active}


def test_a_member_comes_and_goes_on_the_day_that_is_reported() -> None:
    """In this region; the day before, the day, the day after."""
    events = (
        *ON_FILE,
        reported(5, change="a", kind=ChangeKind.MEMBER_EXIT, unit=THIRD.key),
        reported(5, change="b", kind=ChangeKind.MEMBER_JOIN, joining=NEW),
    )
    for n, there in ((4, {"C"}), (5, {"D"}), (6, {"D"})):
        found = on(n, *events)
        active = [e.unit.value[16] for e in found.engagements if e.active_on(day(n))]
        assert set(active) - {"A", "B"} == there


def test_the_end_ends_every_engagement_and_bars_the_leads() -> None:
    """Until it is set aside; an end that was asked for bars nobody."""
    events = (*ON_FILE, struck_off(5), restored(7))
    found = [on(n, *events) for n in (4, 5, 6, 7)]
    assert [{(e.ended_on, e.revoked) for e in f.engagements} for f in found] == [
        {(None, False)},
        {(day(5), True)},
        {(day(5), True)},
        {(None, False)},
    ]
    assert [{bar.unit for bar in f.bars} for f in found] == [
        set(),
        {FIRST.id, SECOND.id},
        {FIRST.id, SECOND.id},
        set(),
    ]
    gone = on(5, *ON_FILE, struck_off(5, on_request=True))
    assert (gone.bars, {e.revoked for e in gone.engagements}) == ((), {False})


def test_a_bar_may_be_counted_in_months() -> None:
    """Six from the day after: the days before, at and after both its ends."""
    bar = on(5, *ON_FILE, struck_off(5)).bars[0]
    days = [date(2026, 3, 5), date(2026, 3, 6), date(2026, 3, 7)]
    days += [date(2026, 9, 4), date(2026, 9, 5), date(2026, 9, 6)]
    assert [bar.binds_on(one) for one in days] == [False, True, True, True, True, False]
    assert (bar.provision, bar.consortium) == ("art4.s2", "C1")


def test_several_histories_make_one_register() -> None:
    """In their order; the last of a month has no corresponding day in a shorter one."""
    end = evolve(struck_off(31), on=date(2026, 8, 31))
    first = History("C1", (filed(1), put_on_file(2), end))
    found = register(MEASURES, iter((first, History("C2", ON_FILE))), end.on)
    assert [e.consortium for e in found.engagements] == ["C1"] * 3 + ["C2"] * 3
    assert {bar.window.last for bar in found.bars} == {date(2027, 2, 28)}


@pytest.mark.parametrize(
    ("to", "complete_to"), [(3, day(3)), (4, day(4)), (5, day(4)), (None, None)]
)
def test_a_register_is_complete_to_no_later_day_than_that_asked_about(
    to: int | None, complete_to: date | None
) -> None:
    """The day before, the day, the day after; where nobody says so it is not."""
    known = None if to is None else day(to)
    assert register(MEASURES, (), day(4), complete_to=known).complete_to == complete_to


def test_a_history_of_which_nobody_can_say_who_leads_leaves_the_register_incomplete() -> None:
    """Only once it is on file; the others are told of all the same."""
    unknown = History("C2", (filed(1, co_leads=None), put_on_file(3), struck_off(4)))
    found = []
    for n in (2, 3, 4):
        made = register(MEASURES, (life(*ON_FILE), unknown), day(n), complete_to=day(9))
        found.append((len(made.engagements), made.complete_to))
    assert found == [(3, day(2)), (3, None), (3, None)]


def test_a_text_that_tells_of_neither_fills_no_register() -> None:
    """Neither engagements nor bars."""
    silent = evolve(MEASURES, engagements=None, bars=None)
    history = life(*ON_FILE, struck_off(5))
    assert register(silent, [history], day(5)) == Register()


def test_a_consortium_has_one_history_and_a_day_is_a_day() -> None:
    """Twice the same would count twice."""
    histories = (life(), History("C2"), life(*ON_FILE), life())
    calls: tuple[tuple[dict[str, Any], list[str]], ...] = (
        (
            {"histories": histories, "on": day(1)},
            ["histories[2].consortium", "histories[3].consortium"],
        ),
        ({"histories": (), "on": MOMENT}, ["on"]),
        ({"histories": (), "on": day(1), "complete_to": MOMENT}, ["complete_to"]),
    )
    for arguments, paths in calls:
        with pytest.raises(InvalidInputError) as caught:
            register(MEASURES, **arguments)
        assert [f.path for f in caught.value.faults] == paths


@pytest.mark.parametrize(("n", "engaged"), [(4, 2), (5, 3), (6, 3)])
def test_the_register_as_it_was_known_on_a_day(n: int, engaged: int) -> None:
    """A member that joined on the third and was recorded on the fifth: before, on, after."""
    joins = reported(3, kind=ChangeKind.MEMBER_JOIN, joining=NEW, recorded_on=day(5))
    histories = [life(filed(1), put_on_file(3), joins)]
    found = register(MEASURES, histories, day(9), known_on=day(n))
    assert len([e for e in found.engagements if e.role is Role.PARTICIPANT]) == engaged - 1
