"""措词两读的，每一读法都改变某个结论，且如其字母所说：第十五、二十二条；并及全部各项，没有虚设的选项。"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import LEAD, PARTICIPANTS, made_special_case
from tests.policies.tianjin.lives import (
    FORMED,
    GIVEN,
    REVIEWED,
    UNBLEMISHED,
    finding_of,
    forwarded,
    graded,
    prereviewed,
    project_applied,
    project_decided,
    project_funded,
    report_of,
    stands,
)
from tests.policies.tianjin.test_readings import DIFFERENCES
from tests.policies.tianjin.test_readings_evaluation import ASKED_OF as OF_EVALUATION
from tests.policies.tianjin.test_readings_life import ASKED_OF as OF_LIFE
from tests.policies.tianjin.test_readings_revocation import ASKED_OF as OF_REVOCATION

from innov_consortium.core.events import Event, ProjectFunded
from innov_consortium.core.periods import Window
from innov_consortium.core.readings import Choice
from innov_consortium.core.records import EarlierFunding
from innov_consortium.core.sanctions import Bar
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.policies.tianjin.readings_projects import PROJECT_READINGS

BAD, GOOD = "unqualified", graded(2027, "good")
MEMBER, STRANGER = PARTICIPANTS[0].name, "虚构外部单位"
PENDING = (*FORMED, GOOD, project_applied())
GRANTED = (*PENDING, project_decided())


def may(*events: Event, on: date = date(2028, 2, 1), **readings: str) -> str:
    """Return whether the consortium may apply for a project."""
    report = report_of("project_eligibility", (*FORMED, *events), on, GIVEN, **readings)
    return report.answer.value


def paid(amount: str, **told: Any) -> ProjectFunded:
    """Return an instalment."""
    return project_funded(amount=Decimal(amount), **told)


def within(*instalments: Event, **readings: str) -> str:
    """Return whether the money given stays within the most there may be."""
    second = (project_applied(project="P2"), project_decided(project="P2"))
    events = (*GRANTED, *second, *instalments)
    report = report_of("support_amount", events, date(2029, 12, 31), GIVEN, **readings)
    return finding_of(report, "support_at_most").outcome.value


def funded_before(source: str, **readings: str) -> str:
    """Return whether the direction was funded before, with money of a source."""
    earlier = EarlierFunding(same_direction=True, source=source)
    given = evolve(UNBLEMISHED, record=evolve(UNBLEMISHED.record, earlier_funding=(earlier,)))
    report = report_of("support_amount", GRANTED, date(2028, 6, 1), given, **readings)
    return finding_of(report, "funded_earlier").outcome.value


LATE = graded(2026, "qualified", on=date(2028, 1, 20))
NOW = date(2028, 4, 1)
SIX = "6000000"

#: For every reading: what is asked under each of its options, and what they answer.
ASKED_OF: dict[str, list[tuple[str, Callable[..., Any], dict[str, Any]]]] = {
    "qualified_grade": [
        (
            "qualified",
            lambda **r: may(graded(2027, "qualified"), **r),
            {"not_eligible": "not_met", "eligible": "met"},
        ),
        (
            "unqualified, the year after",
            lambda **r: may(graded(2027, BAD), **r),
            {"not_eligible": "not_met", "eligible": "not_met"},
        ),
    ],
    "grade_relied_on": [
        (
            "good for 2027, and 2026 told to be qualified after that",
            lambda **r: may(GOOD, LATE, **r),
            {"latest": "not_met", "preceding_year": "met", "any_past": "met"},
        ),
        (
            "good for 2027, asked in 2029",
            lambda **r: may(GOOD, on=date(2029, 2, 1), **r),
            {"latest": "met", "preceding_year": "not_met", "any_past": "met"},
        ),
    ],
    "never_evaluated": [
        (
            "never evaluated",
            may,
            {"not_eligible": "not_met", "eligible": "met"},
        ),
        (
            "qualified",
            lambda **r: may(graded(2027, "qualified"), **r),
            {"not_eligible": "not_met", "eligible": "not_met"},
        ),
    ],
    "pending_project": [
        (
            "unqualified after the application, to be granted",
            lambda **r: stands(
                (*PENDING, graded(2028, BAD, on=date(2028, 3, 20))), project_decided(), **r
            ),
            {"falls": "refused", "at_filing": "granted"},
        ),
        (
            "unqualified before it",
            lambda **r: stands(
                (*FORMED, GOOD, graded(2028, BAD, on=date(2028, 2, 20))), project_applied(), **r
            ),
            {"falls": "refused", "at_filing": "refused"},
        ),
    ],
    "cap_base": [
        (
            "twice six millions for one project, in two years",
            lambda **r: within(paid(SIX), paid(SIX, on=date(2029, 5, 1)), **r),
            {"project": "not_met", "year": "met", "consortium": "not_met", "instalment": "met"},
        ),
        (
            "for two projects in one year",
            lambda **r: within(paid(SIX), paid(SIX, project="P2"), **r),
            {"project": "met", "year": "not_met", "consortium": "not_met", "instalment": "met"},
        ),
        (
            "a cent too much at once",
            lambda **r: within(paid("10000000.01"), **r),
            dict.fromkeys(("project", "year", "consortium", "instalment"), "not_met"),
        ),
    ],
    "cap_money": [
        (
            "eight millions of the city, and three of the district",
            lambda **r: within(paid("8000000"), paid("3000000", source="district"), **r),
            {"municipal": "met", "with_district": "not_met"},
        ),
        (
            "and three of the state",
            lambda **r: within(paid("8000000"), paid("3000000", source="national"), **r),
            {"municipal": "met", "with_district": "met"},
        ),
    ],
    "earlier_money": [
        (
            "money of the state",
            lambda **r: funded_before("national", **r),
            {"any_public": "met", "municipal": "not_met"},
        ),
        (
            "money of the city",
            lambda **r: funded_before("municipal", **r),
            {"any_public": "met", "municipal": "met"},
        ),
    ],
    "preliminary_review": [
        (
            "an application nobody reviewed, to be granted",
            lambda **r: stands(PENDING, project_decided(), **r),
            {"finding": "granted", "condition": "refused"},
        ),
        (
            "one that was reviewed",
            lambda **r: stands((*PENDING[:-1], prereviewed(), PENDING[-1]), project_decided(), **r),
            {"finding": "granted", "condition": "granted"},
        ),
    ],
    "project_applicant": [
        (
            "an application by a participant",
            lambda **r: stands((*FORMED, GOOD), project_applied(by=MEMBER), **r),
            {"through_lead": "refused", "any_member": "granted"},
        ),
        (
            "by a stranger",
            lambda **r: stands((*FORMED, GOOD), project_applied(by=STRANGER), **r),
            {"through_lead": "refused", "any_member": "refused"},
        ),
    ],
}

ROWS = [
    pytest.param(reading, option, ask, answers[option], id=f"{reading}={option}: {what}")
    for reading, asked_of in ASKED_OF.items()
    for what, ask, answers in asked_of
    for option in answers
]


def test_every_reading_of_projects_is_asked_here_under_every_option() -> None:
    """None is left out: nine questions, twenty-one options."""
    there = {c.name: [o.option for o in c.question.options] for c in PROJECT_READINGS}
    for name, rows in ASKED_OF.items():
        assert [list(answers) for _, _, answers in rows] == [there[name]] * len(rows)
    assert list(ASKED_OF) == list(there)
    assert (len(there), sum(map(len, there.values()))) == (9, 21)


@pytest.mark.parametrize(("reading", "option", "ask", "answer"), ROWS)
def test_an_option_answers_as_its_letter_says(
    reading: str, option: str, ask: Callable[..., Any], answer: Any
) -> None:
    """One question at a time, every other wording read as by default."""
    assert ask(**{reading: option}) == answer


@pytest.mark.parametrize("reading", ASKED_OF)
def test_what_is_chosen_by_default_is_the_first_letter(reading: str) -> None:
    """Asked with nothing chosen it answers as under (a)."""
    for _, ask, answers in ASKED_OF[reading]:
        assert ask() == next(iter(answers.values()))


# --- of all readings there are --------------------------------------------------------------------


def forwarding(**readings: str) -> str:
    """Decide on handing a barred lead's special case to the bureau (B12)."""
    bar = Bar(unit=LEAD.id, window=Window(date(2026, 3, 1), date(2029, 3, 1)), consortium="C0")
    known = evolve(GIVEN.register, bars=(bar,))
    given = evolve(GIVEN, register=known, special_case=made_special_case())
    return stands(REVIEWED, forwarded(), given, **readings)


#: What one option of art. 7 changes that no case of formation shows.
BEYOND = {"formation": "refused", "principles": "refused", "everything": "granted"}


@pytest.mark.parametrize(("scope", "decision"), BEYOND.items())
def test_how_far_case_by_case_reaches_beyond_formation(scope: str, decision: str) -> None:
    """B12 (c): the bar gives way as well; under (a) and (b) it does not."""
    assert forwarding(case_by_case_scope=scope) == decision


ASKED_OF_ALL = [
    asked for table in (OF_LIFE, OF_EVALUATION, OF_REVOCATION, ASKED_OF) for asked in table.items()
]


def otherwise() -> set[tuple[str, str]]:
    """Return the options under which some row answers otherwise than by default."""
    defaults = {c.name: c.question.default.option for c in TIANJIN.readings}
    rows = [(name, answers) for name, asked in ASKED_OF_ALL for _, _, answers in asked]
    rows.append(("case_by_case_scope", BEYOND))
    found = {
        (name, option)
        for name, answers in rows
        for option, answer in answers.items()
        if answer != answers[defaults[name]]
    }
    return found | {(name, option) for name, option, *_, a, b in DIFFERENCES if a != b}


@pytest.mark.parametrize("choice", TIANJIN.readings, ids=lambda choice: choice.name)
def test_no_option_of_any_reading_is_dead(choice: Choice) -> None:
    """Each but the default changes what some row answers by default."""
    options = {(choice.name, o.option) for o in choice.question.options}
    default = (choice.name, choice.question.default.option)
    assert options - otherwise() == {default}
