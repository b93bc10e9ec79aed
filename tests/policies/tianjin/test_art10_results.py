"""第十条与第十一条第一项所依据的评价结果：何日起算数，更正、撤销以后，哪一年度取消，何为连续。"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import PUBLISHED
from tests.policies.tianjin.lives import (
    CONFIRMED,
    FORMED,
    GIVEN,
    NOTIFIED,
    annulled,
    approved,
    at,
    confirmed,
    corrected,
    filed,
    finding_of,
    graded,
    left_to_itself,
    life,
    measures,
    notified,
    project_applied,
    projects_called,
    report_of,
    self_evaluated,
    self_reported,
)

from innov_consortium.core.checking import derived
from innov_consortium.core.evaluation import Run
from innov_consortium.core.events import Corrected, Event
from innov_consortium.core.history import replay
from innov_consortium.core.periods import Window
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.policies.tianjin.results import Cancelled, Operative
from innov_consortium.rendering.sentences import sentence

OLD = "津科资〔2023〕83号"
BAD, GOOD, FAIR = "unqualified", "good", "qualified"


def fact(name: str, events: Iterable[Event], on: date, **readings: str) -> Any:
    """Return what a fact comes to on a day."""
    policy = measures(frozenset(readings.items()))
    happened = sorted(events, key=lambda e: e.known_from)
    return derived(policy, name, replay(life(happened), on), GIVEN)


def operative(events: Iterable[Event], on: date, **readings: str) -> Operative:
    """Return the grade that counts on a day."""
    found = fact("operative", events, on, **readings)
    assert isinstance(found, Operative)
    return found


def cancelled(events: Iterable[Event], on: date, **readings: str) -> Cancelled:
    """Return whether the right to apply is cancelled on a day."""
    found = fact("cancelled", events, on, **readings)
    assert isinstance(found, Cancelled)
    return found


def run(*results: Event, on: date = date(2030, 4, 1), **readings: str) -> Run:
    """Return the run of unqualified results of a consortium approved in 2026."""
    found = fact("unqualified_run", (*FORMED, *results), on, **readings)
    assert isinstance(found, Run)
    return found


def ground(*results: Event, on: date = date(2030, 4, 1), **readings: str) -> str:
    """Return what item 1 comes to."""
    report = report_of("revocation_grounds", (*FORMED, *results), on, GIVEN, **readings)
    return finding_of(report, "unqualified_in_a_row").outcome.value


# --- 经最终审核确认后通报评价结果：自何日起算数（D12） --------------------------------------------


@pytest.mark.parametrize(
    ("on", "grade"),
    [(date(2027, 12, 9), None), (date(2027, 12, 10), GOOD), (date(2027, 12, 11), GOOD)],
)
def test_a_grade_counts_from_its_notification(on: date, grade: str | None) -> None:
    """The day before there is none, on the day and after it there is."""
    found = operative(NOTIFIED, on)
    assert (found.value, found.year) == (grade, None if grade is None else 2027)
    report = report_of("evaluation", NOTIFIED, on)
    outcome = finding_of(report, "result_counts").outcome.value
    assert outcome == ("not_met" if grade is None else "met")


@pytest.mark.parametrize(
    ("on", "year", "missing"),
    [
        (date(2027, 11, 19), None, ()),
        (date(2027, 11, 20), 2027, ("events[result_notified].grade",)),
        (date(2027, 12, 9), 2027, ("events[result_notified].grade",)),
        (date(2027, 12, 10), 2027, ()),
    ],
)
def test_read_from_confirmation_there_is_a_grade_nobody_can_know(
    on: date, year: int | None, missing: tuple[str, ...]
) -> None:
    """D12 (b): confirmed on 20 November and told on 10 December: between them it is not known."""
    found = operative(NOTIFIED, on, grade_from="confirmation")
    assert (found.year, found.missing) == (year, missing)
    assert found.value == (GOOD if on == date(2027, 12, 10) else None)
    assert operative(CONFIRMED, on).year is None


def test_confirmed_is_not_called_notified() -> None:
    """D12 (b): the day of confirmation is none of notification, in fact and in words."""
    days = (date(2027, 11, 20), date(2027, 12, 10))
    found = [operative(NOTIFIED, day, grade_from="confirmation") for day in days]
    assert [one.notified_on for one in found] == [None, date(2027, 12, 10)]
    assert {one.effective_on for one in found} == {date(2027, 11, 20)}
    for day, zh, en in (
        (days[0], "2027 年度，尚未通报，自2027年11月20日起算数", "notified: not yet,"),
        (days[1], "2027 年度，2027年12月10日通报，自", "notified: December 10, 2027,"),
    ):
        report = report_of("evaluation", NOTIFIED, day, grade_from="confirmation")
        finding = finding_of(report, "one_of_four_grades")
        assert zh in sentence(finding, "zh_CN", TIANJIN)
        assert en in sentence(finding, "en", TIANJIN)


def test_read_from_confirmation_it_has_counted_since_then() -> None:
    """Known in December, it reaches back to the confirmation; without one, to nothing."""
    later = date(2027, 12, 31)
    assert operative(NOTIFIED, later, grade_from="confirmation").effective_on == date(2027, 11, 20)
    bare = (*FORMED, notified())
    assert operative(bare, later, grade_from="confirmation").effective_on == date(2027, 12, 10)
    assert operative(NOTIFIED, later).effective_on == date(2027, 12, 10)


def test_the_latest_notified_is_the_one_that_counts() -> None:
    """Of two years the one told last, though it be the earlier one's; of one day, the later."""
    first, second = graded(2027, GOOD), graded(2028, BAD)
    assert operative((*FORMED, first, second), date(2029, 1, 1)).value == BAD
    belated = graded(2027, GOOD, on=date(2029, 1, 1))
    assert operative((*FORMED, second, belated), date(2029, 1, 1)).value == GOOD
    same = graded(2027, GOOD, on=date(2028, 12, 10))
    assert operative((*FORMED, second, same), date(2029, 1, 1)).value == BAD


@pytest.mark.parametrize("on", [date(2028, 12, 9), date(2029, 12, 31), date(2030, 4, 10)])
def test_it_stays_until_the_next(on: date) -> None:
    """A year without a result takes nothing away."""
    assert operative(NOTIFIED, on).year == 2027


# --- 更正、撤销 -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "forward", "back"),
    [
        (date(2028, 1, 31), (GOOD, date(2027, 12, 10)), (GOOD, date(2027, 12, 10))),
        (date(2028, 2, 1), (FAIR, date(2028, 2, 1)), (FAIR, date(2027, 12, 10))),
        (date(2028, 2, 2), (FAIR, date(2028, 2, 1)), (FAIR, date(2027, 12, 10))),
    ],
)
def test_a_corrected_result_takes_its_place_from_the_day_of_the_correction(
    on: date, forward: tuple[str, date], back: tuple[str, date]
) -> None:
    """As-of queries before it give the first grade; read back, it has counted since December."""
    events = (*NOTIFIED, corrected(FAIR))
    found = operative(events, on)
    assert (found.value, found.effective_on) == forward
    found = operative(events, on, correction="back")
    assert (found.value, found.effective_on) == back
    assert found.notified_on == date(2027, 12, 10)


def test_a_correction_does_not_make_an_old_result_the_latest() -> None:
    """2027's, corrected in 2029, stays behind that of 2028."""
    late = corrected("excellent", on=date(2029, 3, 1))
    events = (*FORMED, graded(2027, GOOD), graded(2028, FAIR), late)
    assert operative(events, date(2029, 3, 2)).value == FAIR


def test_corrected_twice_the_last_one_counts() -> None:
    """Each from its own day."""
    events = (*NOTIFIED, corrected(BAD), corrected(FAIR, on=date(2028, 3, 1)))
    days = (date(2028, 1, 31), date(2028, 2, 29), date(2028, 3, 1))
    assert [operative(events, d).value for d in days] == [GOOD, BAD, FAIR]


def test_a_correction_of_a_result_nobody_recorded_is_a_result() -> None:
    """The history begins with it: it counts from its own day."""
    found = operative((*FORMED, corrected(FAIR)), date(2028, 3, 1))
    assert (found.value, found.effective_on) == (FAIR, date(2028, 2, 1))


@pytest.mark.parametrize(
    ("on", "year"), [(date(2028, 1, 31), 2027), (date(2028, 2, 1), None), (date(2029, 1, 1), None)]
)
def test_an_annulled_result_counts_no_more(on: date, year: int | None) -> None:
    """Asked of a day before it, it is still what was known; from its day on it never was."""
    assert operative((*NOTIFIED, annulled()), on).year == year


def test_annulled_the_one_before_it_counts_again() -> None:
    """What had been told before stands."""
    events = (*FORMED, graded(2027, GOOD), graded(2028, BAD))
    gone = annulled(on=date(2029, 2, 1), year=2028)
    assert operative((*events, gone), date(2029, 2, 1)).value == GOOD


def test_annulled_and_notified_again_it_is_a_result_of_its_own() -> None:
    """From the second notification, and not from the first one that never was."""
    again = notified(FAIR, on=date(2028, 6, 1), year=2027)
    events = (*NOTIFIED, annulled(), again)
    assert operative(events, date(2028, 5, 31)).year is None
    found = operative(events, date(2028, 6, 1))
    assert (found.value, found.notified_on, found.effective_on) == (
        *(FAIR, date(2028, 6, 1), date(2028, 6, 1)),
    )
    sure = confirmed(on=date(2028, 5, 20), year=2027)
    found = operative(
        (*NOTIFIED, annulled(), sure, again), date(2028, 6, 1), grade_from="confirmation"
    )
    assert found.effective_on == date(2028, 5, 20)


def test_notified_twice_without_an_annulment_the_second_counts_from_its_own_day() -> None:
    """A record out of order, and still an answer for every day."""
    events = (*NOTIFIED, notified(BAD, on=date(2028, 1, 10), year=2027))
    days = (date(2028, 1, 9), date(2028, 1, 10))
    assert [operative(events, d).value for d in days] == [GOOD, BAD]
    assert operative(events, days[1]).notified_on == date(2027, 12, 10)


def test_a_notification_recorded_late_is_known_from_its_recording() -> None:
    """Told on 10 December and recorded on 5 January: asked of December, nobody knew."""
    late = notified(BAD, recorded_on=date(2028, 1, 5))
    days = (date(2027, 12, 31), date(2028, 1, 4), date(2028, 1, 5))
    assert [operative((*CONFIRMED, late), d).value for d in days] == [None, None, BAD]


def test_a_wrong_entry_is_not_a_wrong_result() -> None:
    """The grade was entered wrongly: set right, it has always been the other one."""
    wrong = evolve(notified(BAD), id="r")
    right = Corrected(on=date(2028, 1, 5), of="r", instead=notified(GOOD))
    found = operative((*CONFIRMED, wrong, right), date(2028, 1, 5))
    assert (found.value, found.effective_on) == (GOOD, date(2027, 12, 10))


# --- 判断申报资格之日（D09）与其后的更正 ----------------------------------------------------------

APPLIED = project_applied(on=date(2028, 1, 15))


@pytest.mark.parametrize(
    ("happened", "forward", "back"),
    [
        ((corrected(GOOD),), BAD, GOOD),
        ((corrected(FAIR, on=date(2028, 1, 10)), corrected(GOOD)), FAIR, GOOD),
        ((annulled(),), None, None),
        ((annulled(), notified(GOOD, on=date(2028, 3, 1), year=2027)), None, None),
        ((), BAD, BAD),
    ],
    ids=["corrected", "corrected twice", "annulled", "annulled and given again", "nothing"],
)
def test_judged_as_of_filing_what_stood_then_is_asked(
    happened: tuple[Event, ...], forward: str | None, back: str | None
) -> None:
    """D09 (b): the grade of 15 January, as it is known in March; a correction since is later."""
    events = (*CONFIRMED, notified(BAD), *happened, APPLIED)
    for correction, grade in (("forward", forward), ("back", back)):
        readings = {"pending_project": "at_filing", "correction": correction}
        assert fact("relied_on", events, date(2028, 3, 31), **readings).value == grade


def test_read_from_confirmation_as_of_filing_a_grade_may_be_on_its_way() -> None:
    """Confirmed before, and told after the filing: it has counted since, and is known now."""
    told = notified(BAD, on=date(2028, 2, 1), year=2027)
    readings = {"pending_project": "at_filing", "grade_from": "confirmation"}
    events = (*CONFIRMED, told, APPLIED)
    assert fact("relied_on", events, date(2028, 3, 1), **readings).value == BAD
    readings["grade_from"] = "notification"
    assert fact("relied_on", events, date(2028, 3, 1), **readings).year is None


# --- 考核不合格的……取消当年……申报资格（D02） ---------------------------------------------------


@pytest.mark.parametrize(
    ("on", "value"),
    [
        (date(2027, 12, 9), False),
        (date(2027, 12, 10), True),
        (date(2027, 12, 31), True),
        (date(2028, 1, 1), False),
    ],
)
def test_to_the_end_of_the_year_of_the_notification(on: date, value: bool) -> None:
    """D02 (a): from the notification to 31 December, both included."""
    found = cancelled((*CONFIRMED, notified(BAD)), on)
    assert found.value is value
    if value:
        assert found.window == Window(date(2027, 12, 10), date(2027, 12, 31))
        assert found.results == (2027,)


@pytest.mark.parametrize(
    ("told", "last", "free"),
    [
        (date(2027, 12, 31), date(2027, 12, 31), date(2028, 1, 1)),
        (date(2028, 1, 1), date(2028, 12, 31), date(2029, 1, 1)),
        (date(2028, 2, 29), date(2028, 12, 31), date(2029, 1, 1)),
    ],
)
def test_told_at_the_turn_of_the_year(told: date, last: date, free: date) -> None:
    """On its last day it cancels that day alone; on the next first day, a whole year."""
    events = (*FORMED, graded(2027, BAD, on=told))
    found = [cancelled(events, d).value for d in (told, last, free)]
    assert found == [True, True, False]


def test_only_the_unqualified_are_cancelled() -> None:
    """Nothing of it touches the other three grades."""
    for grade in ("excellent", GOOD, FAIR):
        found = cancelled((*CONFIRMED, notified(grade)), date(2027, 12, 20))
        assert found == Cancelled(False)


def test_a_result_of_last_year_told_in_this_one_cancels_this_one() -> None:
    """D02 (a) against (b): the evaluation of 2027, told in January 2028."""
    events = (*FORMED, graded(2027, BAD, on=date(2028, 1, 20)))
    on = date(2028, 6, 1)
    assert cancelled(events, on).value is True
    assert cancelled(events, on, cancelled_year="evaluated").value is False


@pytest.mark.parametrize(
    ("on", "value"),
    [
        (date(2027, 6, 29), False),
        (date(2027, 6, 30), True),
        (date(2027, 12, 31), True),
        (date(2028, 1, 1), False),
    ],
)
def test_read_as_the_year_evaluated(on: date, value: bool) -> None:
    """D02 (b): to the end of the year the evaluation is of; nothing before it was told."""
    events = (*FORMED, graded(2027, BAD, on=date(2027, 6, 30)))
    assert cancelled(events, on, cancelled_year="evaluated").value is value


def test_read_as_the_year_evaluated_a_year_that_is_over_is_cancelled_to_nobody() -> None:
    """Told in 2028 of 2027: neither in 2028 nor of an application filed in 2027."""
    events = (*FORMED, graded(2027, BAD, on=date(2028, 1, 20)))
    pending = (*events, project_applied(on=date(2027, 12, 31)))
    readings = {"cancelled_year": "evaluated", "pending_project": "at_filing"}
    assert cancelled(pending, date(2028, 2, 1), **readings).value is False


@pytest.mark.parametrize(
    ("told", "last", "free"),
    [
        (date(2027, 12, 10), date(2028, 12, 10), date(2028, 12, 11)),
        (date(2028, 2, 29), date(2029, 2, 28), date(2029, 3, 1)),
        (date(2027, 2, 28), date(2028, 2, 28), date(2028, 2, 29)),
        (date(2027, 12, 31), date(2028, 12, 31), date(2029, 1, 1)),
    ],
)
def test_read_as_twelve_months(told: date, last: date, free: date) -> None:
    """D02 (c): the first day not counted, to the corresponding day or the end of its month."""
    events = (*FORMED, graded(2027, BAD, on=told))
    readings = {"cancelled_year": "twelve_months"}
    found = [cancelled(events, d, **readings).value for d in (told, last, free)]
    assert found == [True, True, False]


NEXT = {"cancelled_year": "next_call"}


@pytest.mark.parametrize(
    ("on", "value"),
    [
        (date(2028, 12, 31), None),
        (date(2029, 3, 1), True),
        (date(2029, 12, 31), True),
        (date(2030, 1, 1), False),
    ],
)
def test_read_as_the_year_of_the_next_call(on: date, value: bool | None) -> None:
    """D02 (d): told in December 2027; until the next call, in March 2029, nobody knows."""
    earlier = projects_called(on=date(2027, 3, 1))
    call = projects_called(on=date(2029, 3, 1))
    later = projects_called(on=date(2030, 3, 1))
    found = cancelled((*FORMED, earlier, graded(2027, BAD), call, later), on, **NEXT)
    assert found.value is value
    assert found.missing == (("events[project_called]",) if value is None else ())


@pytest.mark.parametrize(
    ("issued", "grade", "value"),
    [
        (date(2027, 12, 9), BAD, False),
        (date(2027, 12, 10), BAD, True),
        (date(2027, 12, 11), BAD, True),
        (date(2027, 12, 9), None, False),
        (date(2027, 12, 10), None, None),
    ],
)
def test_a_day_under_a_call_issued_before_is_not_in_the_year_of_the_next(
    issued: date, grade: str | None, value: bool | None
) -> None:
    """D02 (d): told on 10 December 2027; the call of 2028 is the next one, or came before it."""
    call = projects_called(on=issued, year=2028)
    told = graded(2027, grade, on=date(2027, 12, 10))
    events = sorted((told, call), key=lambda e: e.on)
    found = cancelled((*FORMED, *events), date(2028, 6, 1), **NEXT)
    assert found.value is value
    assert bool(found.missing) is (value is None)


def test_a_second_call_of_the_year_is_the_next_one() -> None:
    """From its day on the year is cancelled, though the first call of it came before the result."""
    first, second = (projects_called(on=date(2028, m, 1), year=2028) for m in (1, 9))
    events = (*FORMED, first, graded(2027, BAD, on=date(2028, 3, 1)), second)
    days = (date(2028, 8, 31), date(2028, 9, 1), date(2028, 12, 31), date(2029, 1, 1))
    assert [cancelled(events, d, **NEXT).value for d in days] == [False, True, True, False]


def test_the_next_call_may_be_one_for_another_year() -> None:
    """Issued in December 2028 for 2029: the year it is for is the one cancelled."""
    call = projects_called(on=date(2028, 12, 20), year=2029)
    events = (*FORMED, graded(2027, BAD), call)
    days = (date(2028, 12, 20), date(2029, 1, 1), date(2029, 12, 31), date(2030, 1, 1))
    assert [cancelled(events, d, **NEXT).value for d in days] == [False, True, True, False]


def test_a_call_of_the_day_of_the_notification_is_the_next_one() -> None:
    """Which of the two came first that day nobody asks."""
    events = (*FORMED, graded(2028, BAD, on=date(2028, 3, 1)), projects_called(on=date(2028, 3, 1)))
    assert cancelled(events, date(2028, 3, 1), **NEXT).value is True


def test_two_results_cancel_two_years() -> None:
    """Each its own, and every one is named."""
    events = (*FORMED, graded(2027, BAD), graded(2028, BAD))
    found = cancelled(events, date(2028, 12, 20))
    assert (found.results, len(found.windows), found.window) == (
        (2027, 2028),
        2,
        Window(date(2028, 12, 10), date(2028, 12, 31)),
    )


@pytest.mark.parametrize(
    ("on", "value"),
    [
        (date(2027, 12, 9), False),
        (date(2027, 12, 10), None),
        (date(2027, 12, 31), None),
        (date(2028, 1, 1), False),
    ],
)
def test_a_grade_nobody_knows_leaves_its_own_year_open_and_no_other(
    on: date,
    value: bool | None,
) -> None:
    """What it might cancel is over with the year, whatever it was."""
    found = cancelled((*CONFIRMED, notified(None)), on)
    assert found.value is value
    assert found.missing == (("events[result_notified].grade",) if value is None else ())


def test_a_grade_nobody_knows_beside_a_bad_one() -> None:
    """What is sure is sure."""
    events = (*FORMED, graded(2027, None, on=date(2028, 12, 1)), graded(2028, BAD))
    found = cancelled(events, date(2028, 12, 20))
    assert (found.value, found.missing) == (True, ())


def test_corrected_to_something_better_the_year_is_free_again() -> None:
    """From the day of the correction; and corrected to unqualified, cancelled from that day."""
    better = (
        *FORMED,
        graded(2028, BAD, on=date(2028, 5, 1)),
        corrected(FAIR, on=date(2028, 8, 1), year=2028),
    )
    days = (date(2028, 7, 31), date(2028, 8, 1))
    assert [cancelled(better, d).value for d in days] == [True, False]
    worse = (*NOTIFIED, corrected(BAD))
    found = cancelled(worse, date(2028, 2, 1))
    assert found.window == Window(date(2028, 2, 1), date(2028, 12, 31))
    assert cancelled(worse, date(2028, 2, 1), correction="back").value is False


def test_annulled_it_never_cancelled_anything() -> None:
    """Asked of a day before the annulment it did; from then on it never has."""
    events = (
        *FORMED,
        graded(2028, BAD, on=date(2028, 5, 1)),
        annulled(on=date(2028, 8, 1), year=2028),
    )
    days = (date(2028, 7, 31), date(2028, 8, 1), date(2028, 12, 31))
    assert [cancelled(events, d).value for d in days] == [True, False, False]


# --- 连续两次年度运行评价不合格的（D03、D04、A08） ------------------------------------------------


@pytest.mark.parametrize(
    ("grades", "length", "outcome"),
    [
        ((), 0, "not_met"),
        ((BAD,), 1, "not_met"),
        ((BAD, BAD), 2, "met"),
        ((BAD, BAD, BAD), 3, "met"),
        ((BAD, FAIR, BAD), 1, "not_met"),
        ((GOOD, BAD, BAD), 2, "met"),
        ((BAD, BAD, GOOD), 2, "met"),
    ],
)
def test_two_in_a_row(grades: tuple[str, ...], length: int, outcome: str) -> None:
    """One, two, three; one between them parts them; a run that is past was one."""
    results = [graded(2027 + n, grade) for n, grade in enumerate(grades)]
    on = date(2030, 4, 1)
    assert run(*results, on=on).value == length
    assert ground(*results, on=on) == outcome


def test_on_the_day_the_second_is_told_and_not_the_day_before() -> None:
    """Below, at and above the day."""
    both = (graded(2027), graded(2028))
    days = (date(2028, 12, 9), date(2028, 12, 10), date(2028, 12, 11))
    assert [ground(*both, on=d) for d in days] == ["not_met", "met", "met"]


def test_the_finding_shows_both_results_and_the_years_between_them() -> None:
    """D03: unqualified in 2027 and in 2029, with a year of its own between."""
    own = (left_to_itself(on=date(2028, 3, 15)), self_evaluated(on=date(2028, 11, 1)))
    found = run(graded(2027), *own, graded(2029))
    assert (found.value, found.results, found.gap_years, found.notified) == (
        2,
        (2027, 2029),
        (2028,),
        (date(2027, 12, 10), date(2029, 12, 10)),
    )


SELF_2028 = (
    left_to_itself(on=date(2028, 3, 15)),
    self_evaluated(on=date(2028, 11, 1)),
    self_reported(on=date(2028, 12, 1)),
)


@pytest.mark.parametrize(
    ("between", "results", "years", "broken"),
    [
        ((), 2, 1, 2),
        (SELF_2028[:1], 2, 1, 2),
        (SELF_2028[:2], 2, 1, 1),
        ((SELF_2028[0], SELF_2028[2]), 2, 1, 1),
        (SELF_2028, 2, 1, 1),
    ],
    ids=["nothing on record", "left to itself", "evaluated", "reported", "both"],
)
def test_what_lies_between_parts_them_or_does_not(
    between: tuple[Event, ...], results: int, years: int, broken: int
) -> None:
    """D03: (a) never, (b) any year does, (c) a self-evaluation does once there is one."""
    said = [
        run(graded(2027), *between, graded(2029), consecutive=reading).value
        for reading in ("results", "years", "broken_by_self")
    ]
    assert said == [results, years, broken]


def test_a_year_with_a_result_and_a_self_evaluation_is_no_gap() -> None:
    """Evaluated by experts, too: its result is what counts."""
    own = self_evaluated(on=date(2028, 11, 1))
    for reading in ("results", "years", "broken_by_self"):
        assert run(graded(2027), own, graded(2028), consecutive=reading).value == 2


def test_two_gaps_are_shown_both() -> None:
    """Unqualified in the first year and in the last: the years between are for the reader."""
    found = run(graded(2026, on=date(2026, 12, 10)), graded(2029))
    assert (found.value, found.gap_years) == (2, (2027, 2028))


@pytest.mark.parametrize(
    ("own_grade", "not_counted", "counted"), [(BAD, 1, 2), (FAIR, 1, 1), (None, 1, 1)]
)
def test_a_grade_it_gave_itself(own_grade: str | None, not_counted: int, counted: int) -> None:
    """D04: filing gives no result of the bureau; read otherwise it counts like one."""
    own = evolve(SELF_2028[1], grade=own_grade)
    events = (graded(2027), SELF_2028[0], own, SELF_2028[2])
    assert run(*events).value == not_counted
    assert run(*events, self_graded="counted").value == counted


def test_what_it_says_of_itself_counts_only_once_it_is_on_file() -> None:
    """D04 (b): 备案 is the only act there is."""
    own = evolve(SELF_2028[1], grade=BAD)
    events = (graded(2027), SELF_2028[0], own, SELF_2028[2])
    days = (date(2028, 11, 30), date(2028, 12, 1))
    assert [run(*events, on=d, self_graded="counted").value for d in days] == [1, 2]
    assert run(graded(2027), own, self_graded="counted").value == 1


def test_of_a_year_with_both_the_bureaus_counts() -> None:
    """D04 (b): its own word does not stand beside a result."""
    own = evolve(SELF_2028[1], grade=BAD)
    events = (graded(2027), own, SELF_2028[2], graded(2028, GOOD))
    assert run(*events, self_graded="counted").value == 1


@pytest.mark.parametrize(
    ("grades", "value", "sure"),
    [
        ((None,), 0, False),
        ((BAD, None), None, False),
        ((None, None), None, False),
        ((BAD, BAD, None), 2, True),
        ((GOOD, None, FAIR), 0, False),
    ],
)
def test_a_grade_nobody_knows_may_be_one_of_them(
    grades: tuple[str | None, ...], value: int | None, *, sure: bool
) -> None:
    """Where two are sure a third does not matter, and a single one, whatever it is, is not two."""
    found = run(*(graded(2027 + n, grade) for n, grade in enumerate(grades)))
    assert found.value == value
    assert found.missing == (() if sure else ("events[result_notified].grade",))


def test_corrected_away_there_is_no_second_one() -> None:
    """From the correction on; annulled, too, and the first result stays."""
    both = (graded(2027), graded(2028))
    better = corrected(FAIR, on=date(2029, 2, 1), year=2028)
    days = (date(2029, 1, 31), date(2029, 2, 1))
    assert [ground(*both, better, on=d) for d in days] == ["met", "not_met"]
    gone = annulled(on=date(2029, 2, 1), year=2027)
    assert [ground(*both, gone, on=d) for d in days] == ["met", "not_met"]


# --- A08: results of the earlier plan -------------------------------------------------------------


def legacy(*more: Event) -> tuple[Event, ...]:
    """Return a consortium approved in 2024 under the earlier plan, with what followed."""
    begun = filed(on=date(2023, 9, 1), under=OLD)
    return (begun, approved(on=date(2024, 3, 1), under=OLD), *more)


@pytest.mark.parametrize(
    ("first", "default", "continuity"),
    [
        (graded(2024, BAD, under=OLD), 1, 2),
        (graded(2024, BAD), 1, 2),
        (graded(2024, BAD, on=date(2025, 4, 10)), 1, 2),
        (graded(2024, BAD, on=PUBLISHED), 2, 2),
        (graded(2024, BAD, on=PUBLISHED, under=OLD), 1, 2),
    ],
    ids=["named", "by its day", "the day before", "the day of publication", "that day, named"],
)
def test_an_old_grade_burdens_nobody(first: Event, default: int, continuity: int) -> None:
    """A08 (a): not counted, and named; under full continuity it is the first of two."""
    events = legacy(first, graded(2025, BAD))
    found = fact("unqualified_run", events, date(2026, 1, 15))
    assert found.value == default
    named = f"2024 {OLD}" if getattr(first, "under", "") else "2024"
    assert found.not_counted == (() if default == 2 else (named,))
    on = date(2026, 1, 15)
    assert fact("unqualified_run", events, on, legacy="continuity").value == continuity
    assert fact("unqualified_run", events, on, legacy="anew").value == default


def test_an_old_unqualified_grade_cancels_no_year() -> None:
    """Neither under this text, nor was there such a rule before it."""
    events = legacy(graded(2024, BAD, on=date(2025, 4, 10)))
    on = date(2025, 4, 20)
    assert cancelled(events, on).value is False
    assert cancelled(events, on, legacy="continuity").value is True


def test_an_old_grade_is_not_the_operative_one() -> None:
    """In favour it takes a decision; read so, or under continuity, it counts."""
    events = legacy(graded(2024, GOOD))
    on = date(2025, 6, 1)
    assert operative(events, on).year is None
    found = operative(events, on, legacy="continuity")
    assert (found.value, found.year) == (GOOD, 2024)
    assert fact("relied_on", events, on).year is None
    assert fact("relied_on", events, on, legacy_grade="counted").year == 2024


def test_an_old_grade_corrected_under_this_text_stays_an_old_one() -> None:
    """What is corrected is the result of then."""
    events = legacy(graded(2024, GOOD), corrected(BAD, on=date(2025, 6, 1), year=2024))
    assert operative(events, date(2025, 7, 1)).year is None


def test_an_old_result_that_is_confirmed_only_is_old_as_well() -> None:
    """D12 (b) with A08: confirmed before publication, never told: nothing of this text."""
    sure = confirmed(on=date(2025, 4, 1), year=2024)
    readings = {"grade_from": "confirmation"}
    assert operative(legacy(sure), date(2025, 7, 1), **readings).year is None
    late = confirmed(on=PUBLISHED, year=2024)
    assert operative(legacy(late), date(2025, 7, 1), **readings).year == 2024


def test_its_own_word_under_the_earlier_plan_does_not_count_either() -> None:
    """D04 (b): filed before publication it belongs to the plan of then."""
    own = (
        self_evaluated(on=date(2025, 3, 1), year=2024, grade=BAD),
        self_reported(on=date(2025, 4, 10), year=2024),
    )
    events = legacy(*own, graded(2025, BAD))
    on = date(2026, 1, 15)
    assert fact("unqualified_run", events, on, self_graded="counted").value == 1
    filed_since = (own[0], self_reported(on=PUBLISHED, year=2024))
    events = legacy(*filed_since, graded(2025, BAD))
    assert fact("unqualified_run", events, on, self_graded="counted").value == 2


# --- 依据哪一次评价（D07） ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reading", "year"), [("latest", 2028), ("preceding_year", 2028), ("any_past", 2027)]
)
def test_which_evaluation_is_relied_on(reading: str, year: int) -> None:
    """Good in 2027, qualified in 2028; asked in 2029."""
    events = (*FORMED, graded(2027, GOOD), graded(2028, FAIR))
    found = fact("relied_on", events, date(2029, 3, 1), grade_relied_on=reading)
    assert found.year == year
    assert fact("relied_on_one", events, date(2029, 3, 1), grade_relied_on=reading) is True


def test_relied_on_in_a_year_after_one_without_a_result() -> None:
    """Asked in 2030 with the last result of 2028: the year before has none."""
    events = (*FORMED, graded(2028, FAIR))
    found = {
        reading: fact("relied_on", events, date(2030, 3, 1), grade_relied_on=reading).year
        for reading in ("latest", "preceding_year", "any_past")
    }
    assert found == {"latest": 2028, "preceding_year": None, "any_past": 2028}


@pytest.mark.parametrize("reading", ["latest", "preceding_year", "any_past"])
def test_a_call_that_names_a_year_decides(reading: str) -> None:
    """D07 (d): whatever the reading; that of another year, or issued later, does not."""
    events = (*FORMED, graded(2027, FAIR), graded(2028, GOOD))
    call = projects_called(on=date(2029, 1, 10), evaluation_year=2027)
    day = date(2029, 3, 1)
    named = (*events, call)
    assert fact("relied_on", named, day, grade_relied_on=reading).year == 2027
    for other in (evolve(call, year=2028), evolve(call, evaluation_year=None)):
        unnamed = (*events, other)
        assert fact("relied_on", unnamed, day, grade_relied_on=reading).year == 2028
    assert fact("relied_on", (*events, evolve(call, evaluation_year=2026)), day).year is None


def test_nothing_is_evaluated_of_what_does_not_exist() -> None:
    """No history, no grade, no run, no cancelled year."""
    day = date(2026, 3, 2)
    policy = measures()
    empty = at((), day)
    assert derived(policy, "operative", empty, GIVEN) == Operative(None)
    assert derived(policy, "cancelled", empty, GIVEN) == Cancelled(False)
    assert TIANJIN.numbers.consecutive_results == 2
