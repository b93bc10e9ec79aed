"""A year's evaluation: what may be said in its events, and what they come to together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

from innov_consortium.core.evaluation import Evaluation, Run, evaluations_of
from innov_consortium.core.events import (
    CallIssued,
    Corrected,
    EvaluationAssigned,
    EvaluationCalled,
    EvaluationEvent,
    EvaluationMode,
    EvaluationStaged,
    Event,
    MaterialsSubmitted,
    Recognised,
    ResultAnnulled,
    ResultCorrected,
    ResultNotified,
    SelfEvaluated,
    SelfReportFiled,
)
from innov_consortium.core.history import History, replay
from innov_consortium.errors import InvalidInputError

MOMENT: Any = datetime(2027, 3, 1, tzinfo=UTC)
EXPERT, SELF = EvaluationMode.EXPERT, EvaluationMode.SELF
OF_A_YEAR: tuple[type[EvaluationEvent], ...] = (
    EvaluationAssigned,
    MaterialsSubmitted,
    EvaluationStaged,
    ResultNotified,
    ResultCorrected,
    ResultAnnulled,
    SelfEvaluated,
    SelfReportFiled,
)


def day(n: int, year: int = 2027) -> date:
    """Return a day of a March."""
    return date(year, 3, n)


def faults(call: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInputError) as caught:
        call()
    return [(f.path, f.kind.value) for f in caught.value.faults]


# --- its events -------------------------------------------------------------------------------


@pytest.mark.parametrize("sort", OF_A_YEAR, ids=lambda sort: sort.tag)
def test_an_event_belongs_to_the_year_it_names_or_else_to_that_of_its_day(
    sort: type[EvaluationEvent],
) -> None:
    """A result of 2026 notified in 2027 belongs to 2026; the year can be had back."""
    for event, year in ((sort(on=day(1)), 2027), (sort(on=day(1), year=2026), 2026)):
        assert (event.of_year, event.matter) == (year, f"evaluation:{year}")
        assert sort.about(event.matter) == {"year": year}
        about: dict[str, Any] = {**sort.about(event.matter)}
        assert sort(on=date(2030, 1, 1), **about).matter == event.matter


def test_a_notice_is_a_matter_of_its_own_beside_the_evaluation() -> None:
    """It is made for everybody; nobody is evaluated by it yet."""
    notice = EvaluationCalled(on=day(1), year=2026)
    assert (notice.of_year, notice.matter) == (2026, "evaluation_notice:2026")
    assert EvaluationCalled.about(notice.matter) == {"year": 2026}
    assert notice.matter != EvaluationAssigned(on=day(1), year=2026).matter


@pytest.mark.parametrize("sort", [EvaluationCalled, *OF_A_YEAR], ids=lambda sort: sort.tag)
@pytest.mark.parametrize("matter", ["", "evaluation:", "ending", "project:P-1"])
def test_a_matter_that_is_no_year_names_none(sort: type[EvaluationEvent], matter: str) -> None:
    """The event then belongs to the year of its day."""
    assert sort.about(matter) == {}


@given(st.integers(1, 9999), st.sampled_from((EvaluationCalled, *OF_A_YEAR)))
def test_every_year_can_be_had_back_from_its_matter(year: int, sort: type[EvaluationEvent]) -> None:
    """And two years are never one matter."""
    event = sort(on=day(1), year=year)
    assert sort.about(event.matter) == {"year": year}
    assert sort(on=day(1), year=year % 9999 + 1).matter != event.matter


@pytest.mark.parametrize(
    ("year", "sound"), [(-1, False), (0, False), (1, True), (9999, True), (10_000, False)]
)
def test_a_year_is_one_of_the_calendar(year: int, *, sound: bool) -> None:
    """Below, at and above its ends."""
    if sound:
        assert ResultNotified(on=day(1), year=year).of_year == year
        return
    with pytest.raises(InvalidInputError) as caught:
        ResultNotified(on=day(1), year=year)
    (fault,) = caught.value.faults
    assert (fault.path, fault.kind.value) == ("year", "invalid_value")
    assert (fault.zh, fault.en) == (f"{year} 不是年份", f"{year} is no year")


@pytest.mark.parametrize(
    ("sort", "field", "value"),
    [
        (EvaluationCalled, "year", "2026"),
        (EvaluationCalled, "deadline", MOMENT),
        (EvaluationCalled, "self_report_deadline", "2027-03-31"),
        (EvaluationCalled, "required", ["report"]),
        (EvaluationAssigned, "mode", "expert"),
        (MaterialsSubmitted, "items", frozenset({7})),
        (EvaluationStaged, "stage", 1),
        (ResultNotified, "grade", 5),
        (ResultCorrected, "grade", True),
        (SelfEvaluated, "grade", b"good"),
        (ResultAnnulled, "year", True),
    ],
)
def test_what_an_event_says_is_of_the_sort_it_is_declared(
    sort: type[EvaluationEvent], field: str, value: Any
) -> None:
    """Otherwise the year would be judged by what nobody meant."""
    said: dict[str, Any] = {field: value}
    assert faults(lambda: sort(on=day(1), **said)) == [(field, "type_error")]


@pytest.mark.parametrize("sort", [EvaluationCalled, *OF_A_YEAR], ids=lambda sort: sort.tag)
def test_what_an_event_does_not_say_is_not_known(sort: type[EvaluationEvent]) -> None:
    """No field of its own has a value that nobody gave."""
    event = sort(on=day(1))
    own = {a.name for a in fields(sort)} - {a.name for a in fields(Event)}
    assert {name: getattr(event, name) for name in own} == dict.fromkeys(own)


# --- a year put together again ----------------------------------------------------------------

NOTICE = EvaluationCalled(on=day(1), year=2026, deadline=day(20), required=frozenset({"report"}))
CHOSEN = EvaluationAssigned(on=day(2), year=2026, mode=EXPERT)
HANDED_IN = MaterialsSubmitted(on=day(20), year=2026, items=frozenset({"report"}))
REVIEWED = EvaluationStaged(on=day(21), year=2026, stage="review")
VISITED = EvaluationStaged(on=day(22), year=2026, stage="visit")
NOTIFIED = ResultNotified(on=day(25), year=2026, grade="unqualified")
CORRECTED = ResultCorrected(on=day(27), year=2026, grade="qualified")
ANNULLED = ResultAnnulled(on=day(28), year=2026)
YEAR = (NOTICE, CHOSEN, HANDED_IN, REVIEWED, VISITED, NOTIFIED, CORRECTED, ANNULLED)


def of(*events: EvaluationEvent) -> Evaluation:
    return Evaluation(year=2026, events=events)


def test_a_year_tells_what_happened_in_it() -> None:
    """Notice, assignment, submissions, stages, and what became of the result, in their order."""
    (one,) = evaluations_of(YEAR)
    assert (one.year, one.key, one.events) == (2026, "2026", YEAR)
    assert (one.notice, one.mode) == (NOTICE, EXPERT)
    assert (one.submissions, one.stages) == ((HANDED_IN,), (REVIEWED, VISITED))
    assert one.results == (NOTIFIED, CORRECTED, ANNULLED)
    assert (one.self_evaluated, one.self_report) == (None, None)


def test_of_a_year_without_events_nothing_is_known() -> None:
    """Neither who evaluates nor that there is no result but an empty one."""
    one = of()
    assert (one.notice, one.mode, one.self_evaluated, one.self_report) == (None,) * 4
    assert (one.submissions, one.stages, one.results) == ((), (), ())


def test_of_several_notices_the_last_one_counts() -> None:
    """As where the deadline is put off."""
    later = EvaluationCalled(on=day(3), year=2026, deadline=day(31))
    assert of(NOTICE, later).notice == later
    assert of(later, NOTICE).notice == NOTICE


@pytest.mark.parametrize(
    ("events", "mode"),
    [
        ((), None),
        ((NOTICE, HANDED_IN), None),
        ((CHOSEN,), EXPERT),
        ((evolve(CHOSEN, mode=SELF),), SELF),
        ((CHOSEN, evolve(CHOSEN, mode=SELF)), SELF),
        ((evolve(CHOSEN, mode=SELF), NOTIFIED), SELF),
        ((NOTIFIED,), EXPERT),
        ((CORRECTED, ANNULLED), None),
        ((SelfEvaluated(on=day(2), year=2026),), None),
    ],
)
def test_who_evaluates_is_what_was_assigned_or_else_shown_by_a_result(
    events: tuple[EvaluationEvent, ...], mode: EvaluationMode | None
) -> None:
    """The last assignment counts; what the consortium does by itself assigns nothing."""
    assert of(*events).mode is mode


def test_of_self_evaluations_the_last_counts_and_of_reports_the_first() -> None:
    """A grade may be thought over; what was in time stays in time."""
    first, second = (SelfEvaluated(on=day(n), year=2026, grade=g) for n, g in ((2, "a"), (4, "b")))
    in_time, again = (SelfReportFiled(on=day(n), year=2026) for n in (5, 9))
    one = of(first, in_time, second, again)
    assert (one.self_evaluated, one.self_report) == (second, in_time)
    assert (one.results, one.mode) == ((), None)


def test_years_stand_in_their_order_each_with_its_own_events() -> None:
    """Whatever order they happened in; what belongs to no year is left out."""
    old = ResultNotified(on=day(1, 2028), year=2025, grade="good")
    new = EvaluationCalled(on=day(1, 2028))
    found = evaluations_of((*YEAR, CallIssued(on=day(29)), Recognised(on=day(30)), new, old))
    assert [(e.year, e.events) for e in found] == [(2025, (old,)), (2026, YEAR), (2028, (new,))]


def test_a_corrected_event_counts_under_the_year_it_is_corrected_to() -> None:
    """As the history tells it on the day."""
    wrong = ResultNotified(on=day(1), year=2025, id="r1")
    right = evolve(wrong, year=2026)
    history = History("C1", (wrong, Corrected(on=day(5), of="r1", instead=right)))
    years = [[e.year for e in evaluations_of(replay(history, day(n)).events)] for n in (4, 5, 6)]
    assert years == [[2025], [2026], [2026]]


events_of_years = st.lists(
    st.builds(
        lambda sort, n, year: sort(on=day(n), year=year),
        st.sampled_from((EvaluationCalled, *OF_A_YEAR)),
        st.integers(1, 31),
        st.none() | st.integers(2024, 2028),
    ),
    max_size=12,
)


@given(events_of_years)
def test_every_event_stands_in_one_year_and_keeps_its_order(events: list[EvaluationEvent]) -> None:
    """Nothing is lost, nothing doubled, nothing moved."""
    found = evaluations_of(events)
    years = [one.year for one in found]
    assert years == sorted({event.of_year for event in events})
    for one in found:
        assert list(one.events) == [event for event in events if event.of_year == one.year]


@given(events_of_years)
def test_asking_twice_makes_no_difference(events: list[EvaluationEvent]) -> None:
    """The years of what stands in the years are the same."""
    found = evaluations_of(events)
    assert evaluations_of(event for one in found for event in one.events) == found


# --- a run ------------------------------------------------------------------------------------


def test_a_run_carries_what_it_rests_on() -> None:
    """Results, the years between them, the days, and what does not count."""
    run = Run(2, (2026, 2028), (2027,), (day(1), day(1, 2029)), not_counted=("self",))
    assert (run.value, run.gap_years, run.missing) == (2, (2027,), ())
    assert (Run(None, missing=("history",)).value, Run(0).results) == (None, ())
