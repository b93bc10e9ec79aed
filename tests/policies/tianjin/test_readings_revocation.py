"""措词两读的，每一读法都改变某个结论，且如其字母所说：第十一条的情形和三年限制。"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import LEAD, PARTICIPANTS, PUBLISHED, made_unit
from tests.policies.tianjin.lives import (
    FORMED,
    GIVEN,
    PUBLIC,
    approved,
    imposed,
    judgment,
    life,
    measures,
    stands,
)
from tests.policies.tianjin.test_art11_bar import (
    FIRST,
    FREE,
    LAST,
    OFF,
    OTHER,
    WORKING,
    answers,
    applies,
    barred,
)
from tests.policies.tianjin.test_art11_grounds import (
    CALL,
    LEFT_OUT,
    SELECTED_WITH_NOTICE,
    accident,
    conduct,
    falsified,
    handed,
    listed,
    says,
)

from innov_consortium.core.case import Surroundings
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import EndSetAside, Event
from innov_consortium.core.registering import register
from innov_consortium.policies.tianjin.readings_revocation import REVOCATION_READINGS

ONE = FREE - LAST
BEFORE = PUBLISHED - ONE
LATE = (*SELECTED_WITH_NOTICE, handed(date(2027, 10, 30)))
HALF = (*SELECTED_WITH_NOTICE, handed(date(2027, 10, 29), items=frozenset({"report"})))
BY_ANOTHER = (*SELECTED_WITH_NOTICE, handed(date(2027, 10, 29), by=PARTICIPANTS[0].name))
NO_REPORT = (*FORMED, evolve(CALL, self_report_deadline=date(2027, 11, 30)), LEFT_OUT)
PAST = listed(last=date(2027, 8, 1))
ANNULLED = (*FORMED, imposed(on=FIRST), EndSetAside(on=date(2027, 2, 1)))
SUCCESSOR = applies(evolve(OTHER, succeeds=(LEAD.id,)))
SUBSIDIARY = applies(evolve(OTHER, parent=LEAD.id))
JOINED = Application(lead=OTHER, participants=(LEAD,))


def ends(events: tuple[Event, ...], on: date, **readings: str) -> tuple[Any, ...]:
    """Return the last day barred and the last day enforced of every bar there is."""
    policy = measures(frozenset(readings.items()))
    bars = register(policy, [life(events)], on).bars
    return tuple((bar.window.last, bar.enforceable_to) for bar in bars)


def elsewhere(ended: date) -> Surroundings:
    """Return what is known with a revocation elsewhere, of the same lead."""
    return evolve(GIVEN, register=barred(on=ended, name="C9"))


def same(outcome: str, *options: str) -> dict[str, str]:
    """Return that every option answers the same."""
    return dict.fromkeys(options, outcome)


def when_filed(**days: date) -> Callable[..., str]:
    """Ask about an application of some days after the revocation, or after the bar."""
    on = date(2029, 7, 1) if days.get("filed_on") == LAST else date(2026, 7, 1)
    return lambda **r: answers(on, application=applies(**days), **r)


#: For every reading: what is asked under each of its options, and what they answer.
ASKED_OF: dict[str, list[tuple[str, Callable[..., Any], dict[str, Any]]]] = {
    "facts_before": [
        (
            "a judgment on conduct of the day before",
            lambda **r: says(6, judgment(occurred_on=BEFORE), **r),
            {"not_counted": "not_met", "counted": "met"},
        ),
        (
            "a judgment of the day before",
            lambda **r: says(6, judgment(on=BEFORE), **r),
            {"not_counted": "not_met", "counted": "needs_judgement"},
        ),
        (
            "an accident of the day before, at what led already",
            lambda **r: says(
                5,
                accident(occurred_on=BEFORE, determined_on=None),
                events=(FORMED[1], approved(on=date(2026, 6, 1))),
                **r,
            ),
            {"not_counted": "not_met", "counted": "needs_judgement"},
        ),
        (
            "a listing that lasts",
            lambda **r: says(7, listed(first=date(2024, 1, 1)), **r),
            same("met", "not_counted", "counted"),
        ),
        (
            "a listing that was over",
            lambda **r: says(7, listed(first=date(2024, 1, 1), last=BEFORE), **r),
            {"not_counted": "not_met", "counted": "needs_judgement"},
        ),
        (
            "other conduct of the day before",
            lambda **r: says(7, conduct(on=BEFORE), **r),
            {"not_counted": "not_met", "counted": "needs_judgement"},
        ),
        (
            "falsification of the day before",
            lambda **r: says(3, falsified(occurred_on=BEFORE), **r),
            {"not_counted": "not_met", "counted": "met"},
        ),
    ],
    "submission_failure": [
        (
            "a day late",
            lambda **r: says(2, events=LATE, **r),
            {"judged": "needs_judgement", "literal": "met", "only_missing": "not_met"},
        ),
        (
            "incomplete",
            lambda **r: says(2, events=HALF, **r),
            {"judged": "needs_judgement", "literal": "met", "only_missing": "not_met"},
        ),
        (
            "by another",
            lambda **r: says(2, events=BY_ANOTHER, **r),
            {"judged": "needs_judgement", "literal": "met", "only_missing": "not_met"},
        ),
        (
            "nothing",
            lambda **r: says(2, events=SELECTED_WITH_NOTICE, **r),
            same("met", "judged", "literal", "only_missing"),
        ),
    ],
    "self_report": [
        (
            "no report of a self-evaluation by its last day",
            lambda **r: says(2, events=NO_REPORT, **r),
            {"judged": "needs_judgement", "materials": "met", "not_materials": "not_met"},
        ),
        (
            "on that day",
            lambda **r: says(2, events=NO_REPORT, on=date(2027, 11, 30), **r),
            same("not_met", "judged", "materials", "not_materials"),
        ),
    ],
    "falsifier": [
        (
            "by a participant",
            lambda **r: says(3, falsified(unit=PARTICIPANTS[0].id), **r),
            {"lead": "needs_judgement", "any_member": "met", "lead_only": "not_met"},
        ),
        (
            "by the lead",
            lambda **r: says(3, falsified(), **r),
            same("met", "lead", "any_member", "lead_only"),
        ),
        (
            "by a stranger",
            lambda **r: says(3, falsified(unit=made_unit(88).id), **r),
            same("not_met", "lead", "any_member", "lead_only"),
        ),
        (
            "by nobody knows whom",
            lambda **r: says(3, falsified(unit=None), **r),
            same("unknown", "lead", "any_member", "lead_only"),
        ),
    ],
    "accident_grade": [
        (
            "graded below",
            lambda **r: says(5, accident(grade="larger"), **r),
            {"major": "not_met", "ordinary": "needs_judgement"},
        ),
        (
            "graded so",
            lambda **r: says(5, accident(), **r),
            same("met", "major", "ordinary"),
        ),
        (
            "not graded yet",
            lambda **r: says(5, accident(grade=None), **r),
            {"major": "unknown", "ordinary": "needs_judgement"},
        ),
    ],
    "determination_effect": [
        (
            "under appeal",
            lambda **r: says(6, judgment(effective=None), **r),
            {"effective": "unknown", "any": "met"},
        ),
        (
            "without effect",
            lambda **r: says(6, judgment(effective=False), **r),
            {"effective": "not_met", "any": "met"},
        ),
    ],
    "listed": [
        (
            "removed",
            lambda **r: says(7, PAST, **r),
            {"current": "needs_judgement", "once": "met", "current_only": "not_met"},
        ),
        (
            "still there",
            lambda **r: says(7, listed(), **r),
            same("met", "current", "once", "current_only"),
        ),
    ],
    "bar_past_expiry": [
        (
            "the end of a bar past the last day",
            lambda **r: ends((*FORMED, imposed()), date(2030, 4, 10), **r),
            {
                "nominal": ((date(2031, 6, 20), date(2030, 4, 10)),),
                "survives": ((date(2031, 6, 20), None),),
                "cut": ((date(2030, 4, 10), None),),
            },
        ),
        (
            "the end of one that is over by then",
            lambda **r: ends((*FORMED, imposed(on=date(2027, 4, 10))), date(2030, 4, 10), **r),
            dict.fromkeys(("nominal", "survives", "cut"), ((date(2030, 4, 10), None),)),
        ),
    ],
    "bar_holiday": [
        (
            "the day after a last day that is a day off",
            lambda **r: answers(FREE, calendar=OFF, **r),
            {"not_rolled": "met", "rolled": "not_met"},
        ),
        (
            "the day after one that is not",
            lambda **r: answers(FREE, calendar=WORKING, **r),
            same("met", "not_rolled", "rolled"),
        ),
        (
            "where nobody has said",
            lambda **r: answers(FREE, **r),
            {"not_rolled": "met", "rolled": "open"},
        ),
    ],
    "former_lead": [
        (
            "a successor",
            lambda **r: answers(FIRST, application=SUCCESSOR, **r),
            {"same_person": "open", "successor_too": "not_met", "group_too": "not_met"},
        ),
        (
            "a subsidiary",
            lambda **r: answers(FIRST, application=SUBSIDIARY, **r),
            {"same_person": "met", "successor_too": "met", "group_too": "open"},
        ),
        (
            "the same under another name",
            lambda **r: answers(FIRST, application=applies(evolve(LEAD, name="新名")), **r),
            same("not_met", "same_person", "successor_too", "group_too"),
        ),
    ],
    "barred_as": [
        (
            "the former lead as a participant",
            lambda **r: answers(FIRST, application=JOINED, **r),
            {"lead": "met", "any_member": "not_met"},
        ),
        (
            "the former lead as lead",
            lambda **r: answers(FIRST, **r),
            same("not_met", "lead", "any_member"),
        ),
    ],
    "pending_application": [
        (
            "accepted before",
            when_filed(accepted_on=FIRST - ONE),
            {"unaffected": "met", "stopped": "not_met"},
        ),
        (
            "filed before and not accepted",
            when_filed(filed_on=FIRST - ONE),
            same("not_met", "unaffected", "stopped"),
        ),
        (
            "forwarded before, to be approved",
            lambda **r: stands(PUBLIC, approved(), elsewhere(date(2026, 4, 1)), **r),
            {"unaffected": "granted", "stopped": "refused"},
        ),
    ],
    "presented_to": [
        (
            "filed on the last barred day, presented on the first free one",
            when_filed(filed_on=LAST, presented_on=FREE),
            {"bureau": "met", "district": "not_met"},
        ),
        (
            "both on the last barred day",
            when_filed(filed_on=LAST, presented_on=LAST),
            same("not_met", "bureau", "district"),
        ),
        (
            "filed before the revocation, presented after it",
            when_filed(filed_on=FIRST - ONE, presented_on=FIRST),
            {"bureau": "not_met", "district": "met"},
        ),
    ],
    "annulment": [
        (
            "the bars after an annulment",
            lambda **r: ends(ANNULLED, date(2027, 2, 1), **r),
            {"from_beginning": (), "forward": ((LAST, None),)},
        ),
        (
            "the day before it",
            lambda **r: ends(ANNULLED, date(2027, 1, 31), **r),
            dict.fromkeys(("from_beginning", "forward"), ((LAST, None),)),
        ),
    ],
}


CASES = [
    pytest.param(name, option, ask, answer, id=f"{name}={option}: {about}")
    for name, asked in ASKED_OF.items()
    for about, ask, by_option in asked
    for option, answer in by_option.items()
]
QUESTIONS = {choice.name: choice.question for choice in REVOCATION_READINGS}


@pytest.mark.parametrize(("name", "option", "ask", "answer"), CASES)
def test_an_option_answers_as_its_letter_says(
    name: str, option: str, ask: Callable[..., Any], answer: Any
) -> None:
    """One question at a time, every other wording read as by default."""
    assert ask(**{name: option}) == answer


def test_every_reading_and_every_option_is_asked() -> None:
    """None is left out; each option differs from another somewhere."""
    assert list(ASKED_OF) == list(QUESTIONS)
    for name, asked in ASKED_OF.items():
        options = [o.option for o in QUESTIONS[name].options]
        assert all(list(by_option) == options for _, _, by_option in asked), name
        columns = {tuple(by_option[o] for _, _, by_option in asked) for o in options}
        assert len(columns) == len(options), f"two options of {name} never differ"


@pytest.mark.parametrize("name", ASKED_OF)
def test_what_is_chosen_by_default_is_the_first_letter(name: str) -> None:
    """As the collection of readings has it, and that is what is answered unasked."""
    options = QUESTIONS[name].options
    default = QUESTIONS[name].default
    assert (default.letter, default) == ("a", next(iter(options)))
    for about, ask, by_option in ASKED_OF[name]:
        assert ask() == by_option[default.option], about
