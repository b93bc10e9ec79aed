"""A procedure as a table: which row an event is, where a matter stands, what is missing before."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.core.filings import day
from tests.toy_filing import JointlyFiled

from innov_consortium.core.changes import (
    ChangeApproved,
    ChangeEvent,
    ChangeExecuted,
    ChangeKind,
    ChangeReported,
)
from innov_consortium.core.events import (
    ApplicationRefused,
    CallIssued,
    Ended,
    EndRequested,
    EndSetAside,
    Event,
    Filed,
    ObjectionRaised,
    Publicised,
    Recognised,
)
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.steps import LIFE, START, Progress, Stage, Step, way_to


def step(name: str, event: type[Event], way: str, **more: Any) -> Step:
    after, to = way.split(" > ")
    return Step(name=name, provision="art1", event=event, after=tuple(after.split()), to=to, **more)


ENDING: dict[str, Any] = {"path": "ending", "phases": (Phase.RECOGNISED,)}
CHANGE: dict[str, Any] = {"path": "change", "phases": (Phase.RECOGNISED,)}
PERSON: dict[str, Any] = {**CHANGE, "path": "person"}
ROWS = (
    step("file", Filed, "start > filed"),
    step("publicise", Publicised, "filed > public", then="quiet"),
    step("approve", Recognised, "quiet > approved"),
    step("ask", EndRequested, "start > asked", **ENDING),
    step("let_go", Ended, "asked > ended", where=(("on_request", True),), **ENDING),
    step("revoke", Ended, "approved > ended", where=(("on_request", False),)),
)
CHANGES = (
    step("report", ChangeReported, "start > told", where=(("kind", tuple(ChangeKind)),), **CHANGE),
    step("report_person", ChangeReported, "start > told", where=(("kind", None),), **PERSON),
    step("approve_change", ChangeApproved, "told > approved", **CHANGE),
    step("approve_person", ChangeApproved, "told > named", **PERSON),
)


def led(*events: Event, rows: tuple[Step, ...] = ROWS) -> Progress:
    """Return the progress after events, each of which moved the phase if its sort ever does."""
    progress = Progress(rows)
    for event in events:
        progress.take(event, moved=event.move is not None)
    return progress


# --- rows -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("where", "fits"),
    [
        ((), True),
        ((("on_request", True),), True),
        ((("on_request", False),), False),
        ((("on_request", (True, False)),), True),
        ((("on_request", (False,)),), False),
        ((("on_request", True), ("by", "某局")), False),
    ],
)
def test_a_row_fits_an_event_that_says_what_it_asks_for(
    where: tuple[tuple[str, Any], ...], *, fits: bool
) -> None:
    """Of a tuple, any; of several fields, each."""
    row = step("end", Ended, "start > ended", where=where)
    assert row.fits(Ended(on=day(1), on_request=True)) is fits
    assert row.fits(CallIssued(on=day(1))) is False


def test_an_event_of_a_sort_belongs_to_the_rows_of_what_that_sort_is() -> None:
    """A region's own sort of filing is a filing; what the table does not know has no row."""
    progress = Progress(ROWS)
    assert progress.rows(JointlyFiled(on=day(1))) == (ROWS[0],)
    assert progress.rows(CallIssued(on=day(1))) == ()
    assert progress.rows(Ended(on=day(1), on_request=True)) == (ROWS[4],)


def test_what_a_row_asks_for_can_be_said_in_as_many_ways() -> None:
    """Every combination; saying nothing is none of them."""
    where = (("on_request", True), ("by", ("某局", None, "某处")))
    row = step("end", Ended, "start > ended", where=where)
    assert row.variants == (
        {"on_request": True, "by": "某局"},
        {"on_request": True, "by": "某处"},
    )
    assert ROWS[0].variants == ({},)


# --- stages -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("n", "stage"), [(4, "public"), (5, "public"), (6, "quiet")])
def test_the_last_day_of_a_window_still_belongs_to_its_stage(n: int, stage: str) -> None:
    """The day before, the day, the day after."""
    assert led(Filed(on=day(1)), Publicised(on=day(2), last=day(5))).stage().at(day(n)) == stage


def test_a_stage_without_a_window_or_without_what_follows_stays() -> None:
    """So does one whose window nobody gave an end."""
    late = date(2099, 1, 1)
    assert led(Filed(on=day(1)), Publicised(on=day(2))).stage().at(late) == "public"
    assert Stage("public", LIFE, day(5)).at(late) == "public"
    assert Stage().at(late) == START


def test_an_event_leads_its_own_matter_on_from_where_it_stands() -> None:
    """One that no row takes from there changes nothing."""
    progress = led(Filed(on=day(1)), EndRequested(on=day(1)), ObjectionRaised(on=day(1)))
    assert progress.matters == ("", "ending")
    assert (progress.stage().name, progress.stage("ending").name) == ("filed", "asked")
    progress.take(Filed(on=day(2)), moved=False)
    progress.take(EndRequested(on=day(2)), moved=False)
    assert (progress.stage().name, progress.stage("ending").name) == ("filed", "asked")


def test_an_event_that_moved_the_phase_moved_the_life_lawfully_or_not() -> None:
    """One that should have and could not changes nothing, even where a row would take it."""
    assert led(Recognised(on=day(1))).stage() == Stage("approved", LIFE)
    stuck = Progress(ROWS)
    stuck.take(Publicised(on=day(1), last=day(1)), moved=False)
    assert stuck.stage() == Stage()
    open_to_all = (step("approve", Recognised, "start > approved"),)
    could_not = Progress(open_to_all)
    could_not.take(Recognised(on=day(1)), moved=False)
    assert could_not.stage() == Stage()
    no_row = led(ApplicationRefused(on=day(1)))
    assert (no_row.stage(), no_row.matters) == (Stage(), ())


def test_a_matter_stays_on_the_path_it_began_on() -> None:
    """Where two paths know one sort of event, the first step decides between them."""
    kind = ChangeKind.CHIEF_TECHNOLOGIST
    progress = led(
        ChangeReported(on=day(1), change="a", kind=kind),
        ChangeReported(on=day(1), change="b"),
        ChangeApproved(on=day(2), change="a"),
        ChangeApproved(on=day(2), change="b"),
        rows=CHANGES,
    )
    assert progress.stage("change:a") == Stage("approved", "change")
    assert progress.stage("change:b") == Stage("named", "person")


@pytest.mark.parametrize(
    ("phase", "stage"), [(Phase.PROPOSED, "one"), (Phase.RECOGNISED, "other"), (None, "one")]
)
def test_of_several_rows_those_for_the_phase_come_first(phase: Phase | None, stage: str) -> None:
    """Where none is said the first one does; a row for another phase is better than none."""
    rows = (
        step("one", CallIssued, "start > one"),
        step("other", CallIssued, "start > other", phases=(Phase.RECOGNISED,)),
    )
    progress = Progress(rows)
    progress.take(CallIssued(on=day(1)), moved=False, phase=phase)
    assert progress.stage().name == stage
    only = Progress(rows)
    only.take(CallIssued(on=day(1)), moved=False, phase=Phase.ENDED)
    assert only.stage().name == "one"


def test_an_end_that_was_asked_for_ends_the_life() -> None:
    """The matter and the life both stand there, each on its own path."""
    progress = led(
        Recognised(on=day(1)), EndRequested(on=day(2)), Ended(on=day(3), on_request=True)
    )
    assert progress.stage("ending") == Stage("ended", "ending")
    assert progress.stage() == Stage("ended", LIFE)


@pytest.mark.parametrize("on_request", [True, False])
def test_where_the_end_is_set_aside_life_goes_on_where_it_stood(*, on_request: bool) -> None:
    """Though no row says so; and it may be asked for again, if asking is what ended it."""
    asked = (Recognised(on=day(1)), EndRequested(on=day(2)))
    ended = (*asked, Ended(on=day(3), on_request=on_request), EndSetAside(on=day(4)))
    progress = led(*ended)
    assert progress.stage() == Stage("approved", LIFE)
    assert progress.stage("ending").name == (START if on_request else "asked")
    progress.take(EndRequested(on=day(5)), moved=False)
    assert progress.stage("ending").name == "asked"


def test_where_a_row_says_what_follows_on_setting_aside_it_is_that() -> None:
    """Life need not stand where it stood."""
    rows = (*ROWS, step("restore", EndSetAside, "ended > restored", phases=(Phase.ENDED,)))
    progress = led(Recognised(on=day(1)), Ended(on=day(3)), EndSetAside(on=day(4)), rows=rows)
    assert progress.stage() == Stage("restored", LIFE)


# --- what is missing --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stage", "name", "missing"),
    [
        (START, "file", ()),
        (START, "approve", ("file", "publicise")),
        ("filed", "approve", ("publicise",)),
        ("public", "approve", ()),
        ("quiet", "approve", ()),
        ("approved", "file", None),
        (START, "let_go", ("ask",)),
        ("ended", "let_go", None),
    ],
)
def test_the_steps_missing_before_one_are_named_in_their_order(
    stage: str, name: str, missing: tuple[str, ...] | None
) -> None:
    """None are where it is next or its window has only to pass, and nothing leads back."""
    row = next(s for s in ROWS if s.name == name)
    way = way_to(ROWS, stage, row)
    assert (None if way is None else tuple(s.name for s in way)) == missing


def test_the_shortest_way_is_named_and_only_what_the_text_states() -> None:
    """A detour is not asked of anybody, nor is a step that merely follows from the text."""
    rows = (
        step("a", CallIssued, "start > a"),
        step("b", Filed, "a c > b"),
        step("short", Publicised, "start > c", stated=False),
        step("goal", Recognised, "b > goal"),
        step("back", Filed, "b > a"),
    )
    assert [s.name for s in way_to(rows, START, rows[3]) or ()] == ["a", "b"]
    stated = (*rows[:2], step("short", Publicised, "start > b"), *rows[3:])
    assert [s.name for s in way_to(stated, START, rows[3]) or ()] == ["short"]


def test_steps_of_another_path_lead_nowhere_here() -> None:
    """The lead cannot approve a person by reporting a change of members."""
    assert [s.name for s in way_to(CHANGES, START, CHANGES[3]) or ()] == ["report_person"]
    assert issubclass(ChangeExecuted, ChangeEvent)
    executed = step("execute", ChangeExecuted, "named > done", **CHANGE)
    assert way_to((*CHANGES, executed), START, executed) is None
