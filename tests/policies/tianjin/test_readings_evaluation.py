"""措词两读的，每一读法都改变某个结论，且如其字母所说：第八至十条，及第二十六条下的原工作方案。"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.lives import (
    CONFIRMED,
    FORMED,
    GIVEN,
    NOTIFIED,
    approved,
    at,
    corrected,
    filed,
    finding_of,
    graded,
    left_to_itself,
    life,
    measures,
    notified,
    projects_called,
    report_of,
    self_evaluated,
    self_reported,
)

from innov_consortium.core.attestations import Interpretation
from innov_consortium.core.checking import derived
from innov_consortium.core.events import Event
from innov_consortium.core.history import replay
from innov_consortium.policies.tianjin.readings_evaluation import EVALUATION_READINGS

OLD = "津科资〔2023〕83号"
BAD = "unqualified"
BEGUN = (filed(on=date(2023, 9, 1), under=OLD), approved(on=date(2024, 3, 1), under=OLD))
SELF = (
    left_to_itself(on=date(2028, 3, 15)),
    self_evaluated(on=date(2028, 11, 1), grade=BAD),
    self_reported(on=date(2028, 12, 1)),
)


def says(inquiry: str, name: str, events: Iterable[Event], on: date, **readings: str) -> str:
    """Return what a norm of an inquiry comes to on a day."""
    return finding_of(report_of(inquiry, events, on, GIVEN, **readings), name).outcome.value


def grade(events: tuple[Event, ...], on: date, **readings: str) -> str | None:
    """Return the grade that counts on a day."""
    policy = measures(frozenset(readings.items()))
    found = derived(policy, "operative", at(sorted(events, key=lambda e: e.on), on), GIVEN)
    return None if found.year is None else str(found.value)


def eligible(events: tuple[Event, ...], on: date, **readings: str) -> str:
    """Return whether it may apply for a project on a day."""
    return report_of("project_eligibility", events, on, GIVEN, **readings).answer.value


def free(events: tuple[Event, ...], on: date, **readings: str) -> str:
    """Return whether the right to apply is not cancelled on a day."""
    return says("project_eligibility", "not_cancelled", events, on, **readings)


def run(*results: Event, **readings: str) -> int | None:
    """Return how many unqualified results follow one another."""
    policy = measures(frozenset(readings.items()))
    events = sorted((*FORMED, *results), key=lambda e: e.on)
    found = derived(policy, "unqualified_run", replay(life(events), date(2030, 4, 1)), GIVEN)
    value: int | None = found.value
    return value


def covered(events: tuple[Event, ...], on: date, **readings: str) -> str:
    """Return whether everybody was covered, in cycles that run from 2026 on."""
    given = evolve(GIVEN, cycle_from=2026)
    report = report_of("evaluation", events, on, given, **readings)
    return finding_of(report, "covered_in_cycle").outcome.value


def due(events: tuple[Event, ...], on: date, **readings: str) -> int:
    """Return of how many years an evaluation is asked."""
    found = finding_of(report_of("evaluation", events, on, GIVEN, **readings), "evaluated_itself")
    return len(found.outcomes)


LAST_DECEMBER = (*FORMED, graded(2027, BAD, on=date(2028, 1, 20)))
JUNE = (*FORMED, graded(2028, BAD, on=date(2028, 6, 30)))
COVERED_LATE = (*FORMED, graded(2030, "good", on=date(2030, 2, 1)))

#: For every reading: what is asked under each of its options, and what they answer.
ASKED_OF: dict[str, list[tuple[str, Callable[..., Any], dict[str, Any]]]] = {
    "legacy": [
        (
            "an old unqualified grade and a new one",
            lambda **r: says(
                "revocation_grounds",
                "unqualified_in_a_row",
                (*BEGUN, graded(2024, BAD), graded(2025, BAD)),
                date(2026, 1, 15),
                **r,
            ),
            {"forward": "not_met", "continuity": "met", "anew": "not_met"},
        ),
        (
            "whether an old consortium is one",
            lambda **r: says(
                "project_eligibility", "is_a_consortium", BEGUN, date(2026, 1, 15), **r
            ),
            {"forward": "met", "continuity": "met", "anew": "not_met"},
        ),
    ],
    "legacy_grade": [
        (
            "an old good grade and a project",
            lambda **r: eligible((*BEGUN, graded(2024, "good")), date(2025, 9, 1), **r),
            {"decided": "open", "counted": "met", "not_counted": "not_met"},
        ),
        (
            "a good grade under this text",
            lambda **r: eligible(NOTIFIED, date(2028, 3, 1), **r),
            {"decided": "met", "counted": "met", "not_counted": "met"},
        ),
    ],
    "cycle_counting": [
        (
            "approved in June 2026 and never evaluated, on 1 January 2029",
            lambda **r: covered(FORMED, date(2029, 1, 1), **r),
            {
                "fixed": "not_applicable",
                "rolling": "not_applicable",
                "from_approval": "not_applicable",
            },
        ),
        (
            "on the day after the third anniversary of the approval",
            lambda **r: covered(FORMED, date(2029, 6, 2), **r),
            {"fixed": "not_applicable", "rolling": "not_applicable", "from_approval": "not_met"},
        ),
        (
            "three whole years after it",
            lambda **r: covered(FORMED, date(2030, 1, 1), **r),
            {"fixed": "not_applicable", "rolling": "not_met", "from_approval": "not_met"},
        ),
    ],
    "first_evaluation": [
        (
            "years of a consortium approved in 2026, asked in 2028",
            lambda **r: due(FORMED, date(2028, 3, 1), **r),
            {"next_year": 2, "same_year": 3},
        ),
        (
            "asked in the year of approval",
            lambda **r: due(FORMED, date(2026, 12, 31), **r),
            {"next_year": 0, "same_year": 1},
        ),
    ],
    "grade_from": [
        (
            "confirmed and not told yet",
            lambda **r: grade(CONFIRMED, date(2027, 11, 30), **r),
            {"notification": None, "confirmation": "None"},
        ),
        (
            "told",
            lambda **r: grade(NOTIFIED, date(2027, 12, 10), **r),
            {"notification": "good", "confirmation": "good"},
        ),
        (
            "unqualified, confirmed in November and told in January: the year after that",
            lambda **r: free(
                (*CONFIRMED, notified(BAD, on=date(2028, 1, 10), year=2027)),
                date(2028, 6, 1),
                **r,
            ),
            {"notification": "not_met", "confirmation": "met"},
        ),
    ],
    "correction": [
        (
            "corrected to unqualified in the year after: that year",
            lambda **r: free((*NOTIFIED, corrected(BAD)), date(2028, 6, 1), **r),
            {"forward": "not_met", "back": "met"},
        ),
        (
            "the grade once it is corrected",
            lambda **r: grade((*NOTIFIED, corrected(BAD)), date(2028, 6, 1), **r),
            {"forward": BAD, "back": BAD},
        ),
    ],
    "cancelled_year": [
        (
            "told on 2028-01-20 of 2027: the rest of 2028",
            lambda **r: free(LAST_DECEMBER, date(2028, 12, 31), **r),
            {
                "notified": "not_met",
                "evaluated": "met",
                "twelve_months": "not_met",
                "next_call": "unknown",
            },
        ),
        (
            "the first days of the year after",
            lambda **r: free(LAST_DECEMBER, date(2029, 1, 10), **r),
            {
                "notified": "met",
                "evaluated": "met",
                "twelve_months": "not_met",
                "next_call": "unknown",
            },
        ),
        (
            "told on 2028-06-30 of 2028, with a call in 2029: that year",
            lambda **r: free((*JUNE, projects_called(on=date(2029, 3, 1))), date(2029, 9, 1), **r),
            {
                "notified": "met",
                "evaluated": "met",
                "twelve_months": "met",
                "next_call": "not_met",
            },
        ),
        (
            "told and asked in the year evaluated",
            lambda **r: free(JUNE, date(2028, 9, 1), **r),
            {
                "notified": "not_met",
                "evaluated": "not_met",
                "twelve_months": "not_met",
                "next_call": "unknown",
            },
        ),
    ],
    "consecutive": [
        (
            "a self-evaluated year between",
            lambda **r: run(graded(2027), *SELF, graded(2029), **r),
            {"results": 2, "years": 1, "broken_by_self": 1},
        ),
        (
            "a year without any record between",
            lambda **r: run(graded(2027), graded(2029), **r),
            {"results": 2, "years": 1, "broken_by_self": 2},
        ),
        (
            "two years in a row",
            lambda **r: run(graded(2027), graded(2028), **r),
            {"results": 2, "years": 2, "broken_by_self": 2},
        ),
    ],
    "self_graded": [
        (
            "unqualified by its own word after an unqualified result",
            lambda **r: run(graded(2027), *SELF, **r),
            {"not_counted": 1, "counted": 2},
        ),
    ],
}

ROWS = [
    pytest.param(reading, option, ask, answers[option], id=f"{reading}={option}: {what}")
    for reading, asked_of in ASKED_OF.items()
    for what, ask, answers in asked_of
    for option in answers
]


def test_every_reading_of_the_evaluation_is_asked_here_under_every_option() -> None:
    """None is left out: nine questions, twenty-four options."""
    there = {
        c.name: sorted(o.name.lower() for o in c.question.options) for c in EVALUATION_READINGS
    }
    for name, rows in ASKED_OF.items():
        assert [sorted(answers) for _, _, answers in rows] == [there[name]] * len(rows)
    assert sorted(ASKED_OF) == sorted(there)
    assert (len(there), sum(map(len, there.values()))) == (9, 24)


@pytest.mark.parametrize(("reading", "option", "ask", "answer"), ROWS)
def test_an_option_answers_as_its_letter_says(
    reading: str, option: str, ask: Callable[..., Any], answer: Any
) -> None:
    """What each way of reading the words comes to, in the place where they matter."""
    assert ask(**{reading: option}) == answer


@pytest.mark.parametrize("choice", EVALUATION_READINGS, ids=lambda choice: choice.name)
def test_no_option_is_dead(choice: Any) -> None:
    """Each option but the default answers something otherwise than the default does."""
    default = choice.question.default.name.lower()
    for option in (o.name.lower() for o in choice.question.options):
        differs = [a[option] != a[default] for _, _, a in ASKED_OF[choice.name]]
        assert any(differs) is (option != default)


@pytest.mark.parametrize("reading", ASKED_OF)
def test_what_is_chosen_by_default_is_the_first_letter(reading: str) -> None:
    """Asked with nothing chosen it answers as under (a)."""
    (choice,) = [c for c in EVALUATION_READINGS if c.name == reading]
    assert choice.question.default.letter == "a"
    for _, ask, answers in ASKED_OF[reading]:
        assert ask() == answers[choice.question.default.name.lower()]


def test_two_readings_meet_in_one_answer() -> None:
    """D12 (b) with D02 (c): twelve months from the confirmation, to the corresponding day."""
    events = (*CONFIRMED, notified(BAD))
    readings = {"grade_from": "confirmation", "cancelled_year": "twelve_months"}
    days = (date(2028, 11, 20), date(2028, 11, 21))
    assert [free(events, d, **readings) for d in days] == ["not_met", "met"]


@pytest.mark.parametrize(
    ("on", "outcome"),
    [(date(2028, 5, 31), "met"), (date(2028, 6, 1), "met"), (date(2028, 6, 2), "not_met")],
)
def test_an_official_interpretation_counts_from_its_day(on: date, outcome: str) -> None:
    """The four bodies say that the year evaluated is meant: known the day before, or that day."""
    word = Interpretation(
        reading="cancelled_year", option="evaluated", by="市科技局会同三部门", on=on
    )
    given = evolve(GIVEN, interpretations=(word,))
    report = report_of("project_eligibility", LAST_DECEMBER, date(2028, 6, 1), given)
    assert finding_of(report, "not_cancelled").outcome.value == outcome
