"""第八条第一款、第二十二条：以三年为一周期，专家评价全覆盖；每年监督检查。对象是机关，不是联合体。"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.lives import (
    DISTRICT,
    FORMED,
    GIVEN,
    LEFT_TO_ITSELF,
    NOTICED,
    NOTIFIED,
    PUBLIC,
    SELECTED,
    SELF_REPORTED,
    SUBMITTED,
    annulled,
    approved,
    at,
    confirmed,
    filed,
    finding_of,
    graded,
    imposed,
    inspected,
    left_to_itself,
    measures,
    noticed,
    prereviewed,
    project_applied,
    report_of,
    selected,
    self_evaluated,
    self_reported,
    submitted,
)

from innov_consortium.core.checking import derived
from innov_consortium.core.duties import Owed
from innov_consortium.core.events import Event
from innov_consortium.core.periods import Window
from innov_consortium.core.registering import duties
from innov_consortium.core.report import Answer, Finding
from innov_consortium.policies.tianjin.facts_cycles import Cycle

OLD = "津科资〔2023〕83号"
BEGUN = (filed(on=date(2023, 9, 1), under=OLD), approved(on=date(2024, 3, 1), under=OLD))
#: Approved on the last day before the cycle of 2026 to 2028.
EARLY = (filed(on=date(2025, 9, 1)), approved(on=date(2025, 12, 31)))


def finding(
    events: Iterable[Event], on: date, cycle_from: int | None = 2026, **readings: str
) -> Finding:
    """Return what coverage comes to on a day."""
    given = evolve(GIVEN, cycle_from=cycle_from)
    return finding_of(report_of("evaluation", events, on, given, **readings), "covered_in_cycle")


def covered(events: Iterable[Event], on: date, **known: Any) -> str:
    """Return whether everybody was covered, in a word."""
    return finding(events, on, **known).outcome.value


def owed(
    events: Iterable[Event], on: date, name: str, cycle_from: int | None = 2026, **readings: str
) -> list[tuple[str, str]]:
    """Return how the occasions of a duty stand on a day."""
    policy = measures(frozenset(readings.items()))
    happened = sorted(events, key=lambda e: e.on)
    found: tuple[Owed, ...] = duties(
        policy, at(happened, on), on, evolve(GIVEN, cycle_from=cycle_from)
    )
    return [(o.owing.subject, o.state.value) for o in found if o.duty.name == name and o.owing]


def cycles(
    events: Iterable[Event], on: date, cycle_from: int | None = 2026, **readings: str
) -> Any:
    """Return the first and the last day of each cycle a consortium has come through."""
    policy = measures(frozenset(readings.items()))
    found = derived(policy, "cycles", at(events, on), evolve(GIVEN, cycle_from=cycle_from))
    return [c.window and (c.window.first, c.window.last) for c in found]


def years(first: int) -> tuple[date, date]:
    """Return the first and the last day of a cycle of three calendar years."""
    return date(first, 1, 1), date(first + 2, 12, 31)


# --- 以三年为一周期，实现……全覆盖 ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "none", "one"),
    [
        (date(2028, 12, 30), "not_applicable", "not_applicable"),
        (date(2028, 12, 31), "not_applicable", "not_applicable"),
        (date(2029, 1, 1), "not_met", "met"),
    ],
)
def test_by_the_end_of_the_cycle(on: date, none: str, one: str) -> None:
    """Three calendar years from the anchor given; until its last day is over nothing is due."""
    assert (covered(EARLY, on), covered((*EARLY, graded(2027, "good")), on)) == (none, one)


@pytest.mark.parametrize(
    ("results", "outcome"),
    [
        ((graded(2026),), "met"),
        ((graded(2028),), "met"),
        ((graded(2026), graded(2027)), "met"),
        ((graded(2028, on=date(2029, 1, 1)),), "met"),
        ((graded(2025, on=date(2026, 1, 10)),), "not_met"),
        ((graded(2029, on=date(2029, 1, 1)),), "not_met"),
        ((graded(2027, under=OLD),), "not_met"),
        ((graded(2027), annulled()), "not_met"),
        ((left_to_itself(year=2027), self_evaluated(), self_reported()), "not_met"),
        ((left_to_itself(year=2027), graded(2027)), "not_met"),
        ((selected(), submitted(), confirmed()), "not_met"),
    ],
    ids=[
        "first year",
        "last year",
        "twice",
        "told after its end",
        "the year before",
        "the year after",
        "under the earlier plan",
        "annulled",
        "self-evaluated",
        "left to itself, with a result all the same",
        "not told yet",
    ],
)
def test_an_expert_evaluation_with_a_result(results: tuple[Event, ...], outcome: str) -> None:
    """专家评价: one of a year of the cycle, told by the day asked about, and standing."""
    assert covered((*EARLY, *results), date(2029, 2, 1)) == outcome


@pytest.mark.parametrize(
    ("approval", "outcome"),
    [
        (date(2025, 12, 31), "not_met"),
        (date(2026, 1, 1), "not_met"),
        (date(2026, 1, 2), "not_applicable"),
        (date(2028, 6, 1), "not_applicable"),
    ],
)
def test_of_those_there_throughout(approval: date, outcome: str) -> None:
    """D01: approved by its first day; a day later its first whole cycle is the next."""
    events = (filed(on=date(2025, 9, 1)), approved(on=approval))
    assert covered(events, date(2029, 1, 1)) == outcome


@pytest.mark.parametrize(
    ("end", "outcome"),
    [
        (date(2028, 12, 31), "not_applicable"),
        (date(2029, 1, 1), "not_met"),
        (date(2028, 6, 20), "not_applicable"),
    ],
)
def test_and_of_those_that_ended_later(end: date, outcome: str) -> None:
    """Revoked on its last day it was not there throughout; on the day after, it was."""
    assert covered((*EARLY, imposed(on=end)), date(2029, 6, 1)) == outcome


def test_without_an_anchor_nobody_knows_which_years() -> None:
    """D01 (a): the first year is given, not inferred; what is missing is named."""
    found = finding(EARLY, date(2029, 6, 1), cycle_from=None)
    assert found.outcome.value == "unknown"
    assert {m.path for item in found.items for m in item.missing} == {"cycle_from"}
    assert covered(PUBLIC, date(2026, 5, 20), cycle_from=None) == "not_applicable"


def test_the_cycles_it_has_come_through() -> None:
    """From the one it was approved in to the one that is running; none before the anchor."""
    assert cycles(EARLY, date(2030, 4, 10)) == [years(2026), years(2029)]
    assert cycles(FORMED, date(2028, 12, 31)) == [years(2026)]
    assert cycles(FORMED, date(2029, 1, 1)) == [years(2026), years(2029)]
    assert cycles((*FORMED, imposed()), date(2030, 1, 1)) == [years(2026)]
    assert cycles(FORMED, date(2030, 1, 1), cycle_from=2024) == [
        years(2024),
        years(2027),
        years(2030),
    ]
    assert cycles(PUBLIC, date(2026, 5, 20)) == []
    assert cycles(FORMED, date(2027, 1, 1), cycle_from=None) == [None]


def test_a_cycle_is_named_by_the_year_it_begins_in() -> None:
    """Two reports are compared cycle by cycle; one that nobody knows has no name."""
    first, last = years(2026)
    assert (Cycle(Window(first, last)).key, Cycle(None).key) == ("2026", None)


def test_an_old_consortium_begins_with_this_text() -> None:
    """A08: cycles that were over before publication are not this text's."""
    assert cycles(BEGUN, date(2028, 1, 1), cycle_from=2019) == [years(2025), years(2028)]
    assert covered(BEGUN, date(2028, 1, 1), cycle_from=2025) == "not_met"


@pytest.mark.parametrize(
    ("on", "outcome"),
    [(date(2029, 12, 31), "not_applicable"), (date(2030, 1, 1), "not_met")],
)
def test_read_as_any_three_years(on: date, outcome: str) -> None:
    """D01 (b): whole years after the approval, 2027 to 2029 first, and every three after that."""
    reading = {"cycle_counting": "rolling"}
    assert covered(FORMED, on, cycle_from=None, **reading) == outcome
    done = (*FORMED, graded(2028, "good"))
    assert covered(done, on, cycle_from=None, **reading) == outcome.replace("not_met", "met")
    assert cycles(EARLY, date(2030, 1, 1), None, **reading) == [
        years(first) for first in (2026, 2027, 2028)
    ]


@pytest.mark.parametrize(
    ("approval", "first"),
    [(date(2025, 12, 31), 2026), (date(2026, 1, 1), 2026), (date(2026, 1, 2), 2027)],
)
def test_read_as_any_three_years_a_year_counts_from_its_first_day(
    approval: date, first: int
) -> None:
    """Approved on 1 January, a consortium is there in the whole of that year."""
    events = (filed(on=date(2025, 9, 1)), approved(on=approval))
    found = cycles(events, date(2030, 1, 1), None, cycle_counting="rolling")
    assert found[0] == years(first)
    assert covered(events, date(first + 3, 1, 1), cycle_from=None, cycle_counting="rolling") == (
        "not_met"
    )


def test_read_as_any_three_years_one_gap_is_enough() -> None:
    """Evaluated in 2026 alone: 2026 to 2028 is covered, 2027 to 2029 is not."""
    found = finding(
        (*EARLY, graded(2026, "good")), date(2030, 1, 1), cycle_from=None, cycle_counting="rolling"
    )
    assert [o.value for o in found.outcomes] == ["met", "not_met", "not_applicable"]


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        (date(2029, 5, 31), "not_applicable"),
        (date(2029, 6, 1), "not_applicable"),
        (date(2029, 6, 2), "not_met"),
    ],
)
def test_read_from_each_approval(on: date, outcome: str) -> None:
    """D01 (c): approved on 2026-06-01, a day not counted, its three years end with 1 June 2029."""
    reading = {"cycle_counting": "from_approval"}
    assert covered(FORMED, on, cycle_from=None, **reading) == outcome
    done = (*FORMED, graded(2027, "good"))
    assert covered(done, on, cycle_from=None, **reading) == outcome.replace("not_met", "met")
    both = [(date(2026, 6, 1), date(2029, 6, 1)), (date(2029, 6, 2), date(2032, 6, 1))]
    assert cycles(FORMED, date(2029, 6, 1), None, **reading) == both[:1]
    assert cycles(FORMED, date(2029, 6, 2), None, **reading) == both


@pytest.mark.parametrize(
    ("notified", "outcome"),
    [
        (date(2029, 5, 31), "met"),
        (date(2029, 6, 1), "met"),
        (date(2029, 6, 2), "not_met"),
    ],
)
def test_read_from_each_approval_the_day_of_notification_decides(
    notified: date, outcome: str
) -> None:
    """D01 (c): of the same year 2028, notified before, on and after the last day of the cycle."""
    reading = {"cycle_counting": "from_approval"}
    events = (*FORMED, graded(2028, "good", on=notified))
    first = finding(events, date(2029, 6, 2), cycle_from=None, **reading)
    assert first.outcomes[0].value == outcome
    duty = owed(events, date(2029, 6, 2), "cover_in_cycle", None, **reading)[0]
    assert duty[1] == {"met": "discharged", "not_met": "overdue"}[outcome]


def test_read_from_an_approval_on_the_leap_day() -> None:
    """From 29 February three years end with 28 February; twelve, with 29 February again."""
    events = (filed(on=date(2028, 1, 1)), approved(on=date(2028, 2, 29)))
    reading = {"cycle_counting": "from_approval"}
    found = cycles(events, date(2028, 3, 1), None, **reading)
    assert found == [(date(2028, 2, 29), date(2031, 2, 28))]
    later = measures(frozenset(reading.items())).with_numbers(valid_until=date(2060, 1, 1))
    at_last = derived(
        later, "cycles", at(events, date(2040, 2, 29)), evolve(GIVEN, cycle_from=None)
    )
    assert at_last[-1].window.last == date(2040, 2, 29)


def test_nothing_follows_from_it_for_the_consortium() -> None:
    """对象是市科技局: not covered, not inspected, and no ground of revocation is nearer."""
    given = evolve(GIVEN, cycle_from=2026)
    on = date(2029, 1, 1)
    report = report_of("evaluation", EARLY, on, given)
    named = {f.norm.name for f in report.failed}
    assert {"covered_in_cycle", "inspected_every_year"} <= named
    assert report.answer is Answer.NOT_MET
    grounds = report_of("revocation_grounds", EARLY, on, given)
    assert {f.outcome.value for f in grounds.established} == set()


# --- 市科技局的职责：cover_in_cycle ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "state"),
    [(date(2026, 1, 1), "due"), (date(2028, 12, 31), "due"), (date(2029, 1, 1), "overdue")],
)
def test_the_bureau_owes_it_to_the_end_of_the_cycle(on: date, state: str) -> None:
    """Due on its last day, overdue the day after."""
    assert owed(EARLY, on, "cover_in_cycle")[:1] == [("2026–2028", state)]


def test_it_is_discharged_by_a_result_of_the_experts() -> None:
    """In time, or late; not by a result where it was left to itself, nor without an anchor."""
    name = "cover_in_cycle"
    on = date(2029, 2, 1)
    in_time = (*EARLY, graded(2027, "good"))
    assert owed(in_time, on, name)[0] == ("2026–2028", "discharged")
    late = (*EARLY, graded(2028, "good", on=date(2029, 1, 20)))
    assert owed(late, on, name)[0] == ("2026–2028", "discharged_late")
    itself = (*EARLY, left_to_itself(year=2027), graded(2027, "good"))
    assert owed(itself, on, name)[0] == ("2026–2028", "overdue")
    assert owed(EARLY, on, name, cycle_from=None) == []
    assert owed(PUBLIC, date(2026, 5, 20), name) == []


def test_a_cycle_that_outlives_the_text_has_no_last_day() -> None:
    """2029 to 2031: owed while the text is in force, and never overdue."""
    days = (date(2029, 1, 1), date(2030, 4, 10), date(2032, 1, 1))
    found = [owed((*EARLY, graded(2027)), d, "cover_in_cycle")[-1] for d in days]
    assert found == [("2029–2031", "owed")] * 3


def test_of_one_that_ended_only_what_was_done_is_left() -> None:
    """Revoked in 2028: an evaluation of 2027 was one; a cycle nobody covered is owed no more."""
    name = "cover_in_cycle"
    on = date(2029, 2, 1)
    ended = (*EARLY, imposed())
    assert owed(ended, on, name) == []
    assert owed((*ended, graded(2027)), on, name) == [("2026–2028", "discharged")]


# --- 评价中的职责 ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("events", "name", "states"),
    [
        (NOTICED, "submit_materials", [None, None, None]),
        (SELECTED, "submit_materials", ["due", "overdue", "overdue"]),
        (SUBMITTED, "submit_materials", ["discharged"] * 3),
        (
            (*SELECTED, submitted(on=date(2027, 10, 1))),
            "submit_materials",
            ["due", "discharged_late", "discharged_late"],
        ),
        ((*SELECTED, submitted(by="市科技局")), "submit_materials", ["due", "overdue", "overdue"]),
        ((*FORMED, selected()), "submit_materials", [None, None, None]),
        (
            (*FORMED, noticed(deadline=None), selected()),
            "submit_materials",
            ["owed", "owed", "owed"],
        ),
        (LEFT_TO_ITSELF, "evaluate_itself", ["due", "due", "overdue"]),
        (LEFT_TO_ITSELF, "file_self_report", ["due", "due", "overdue"]),
        (SELF_REPORTED, "evaluate_itself", ["due", "due", "discharged"]),
        (SELF_REPORTED, "file_self_report", ["due", "due", "discharged"]),
        ((*FORMED, left_to_itself()), "evaluate_itself", ["owed", "owed", "owed"]),
        (
            (*LEFT_TO_ITSELF, self_reported(on=date(2027, 9, 1))),
            "evaluate_itself",
            ["discharged"] * 3,
        ),
        (NOTIFIED, "notify_result", [None, None, "discharged"]),
        ((*SUBMITTED, confirmed(on=date(2027, 9, 25))), "notify_result", ["owed"] * 3),
    ],
)
def test_how_the_duties_of_a_year_stand(
    events: tuple[Event, ...], name: str, states: list[str | None]
) -> None:
    """On the last day for materials, the day after it, and the day after that for reports."""
    days = (date(2027, 9, 30), date(2027, 10, 1), date(2028, 1, 1))
    found = [dict(owed(events, d, name)).get("2027") for d in days]
    assert found == states


def test_an_annulled_result_is_owed_again_once_it_is_confirmed_again() -> None:
    """Annulled, nothing is owed until then; an old plan's result never is."""
    sure = confirmed(on=date(2028, 3, 1), year=2027)
    events = (*NOTIFIED, annulled(), sure)
    days = (date(2028, 1, 31), date(2028, 2, 1), date(2028, 3, 1))
    found = [owed(events, d, "notify_result") for d in days]
    assert found == [[("2027", "discharged")], [], [("2027", "owed")]]
    old = confirmed(on=date(2025, 4, 10), year=2024)
    assert owed((*BEGUN, old), date(2025, 6, 1), "notify_result") == []


def test_after_the_end_nothing_more_is_owed_of_a_year() -> None:
    """What was not handed in by then is handed in no more."""
    days = (date(2028, 6, 19), date(2028, 6, 20))
    found = [owed((*SELECTED, imposed()), d, "submit_materials") for d in days]
    assert found == [[("2027", "overdue")], []]


def test_the_preliminary_review_is_owed_once_a_project_is_applied_for() -> None:
    """Without a last day; not known to be another district's, it is done."""
    name = "prereview_projects"
    applied = (*NOTIFIED, project_applied())
    on = date(2028, 3, 20)
    assert owed(NOTIFIED, on, name) == []
    assert owed((*NOTIFIED, prereviewed()), on, name) == []
    assert owed(applied, on, name) == [("P1", "owed")]
    for by, state in (
        (DISTRICT, "discharged"),
        (None, "discharged"),
        ("河东区科技主管部门", "owed"),
        ("某科技主管部门", "owed"),
    ):
        done = (*applied, prereviewed(on=date(2028, 3, 10), by=by))
        assert owed(done, on, name) == [("P1", state)]


# --- 每年对创新联合体的运营情况进行监督检查 -------------------------------------------------------


def inspections(events: Iterable[Event], on: date) -> list[str]:
    """Return what the yearly inspection comes to, year by year."""
    found = finding_of(report_of("evaluation", events, on), "inspected_every_year")
    return [o.value for o in found.outcomes]


@pytest.mark.parametrize(
    ("on", "none", "done"),
    [
        (date(2026, 12, 31), [], []),
        (date(2027, 1, 1), ["not_applicable"], ["not_applicable"]),
        (date(2027, 6, 10), ["not_applicable"], ["met"]),
        (date(2027, 12, 31), ["not_applicable"], ["met"]),
        (date(2028, 1, 1), ["not_met", "not_applicable"], ["met", "not_applicable"]),
    ],
)
def test_every_year_by_its_end(on: date, none: list[str], done: list[str]) -> None:
    """D14: not in the year of approval; in each after it, until 31 December."""
    assert inspections(FORMED, on) == none
    assert inspections((*FORMED, inspected()), on) == done


@pytest.mark.parametrize(
    ("known", "outcome"),
    [
        ({"by": DISTRICT}, "met"),
        ({"by": None}, "met"),
        ({"by": "河东区科技主管部门"}, "not_met"),
        ({"on": date(2028, 1, 5), "year": 2027}, "met"),
        ({"year": 2026}, "not_met"),
    ],
)
def test_by_its_own_district_for_that_year(known: dict[str, Any], outcome: str) -> None:
    """Another district's is none; one not known to be so is one; late it is done all the same."""
    assert inspections((*FORMED, inspected(**known)), date(2028, 2, 1))[0] == outcome


def test_neither_the_year_of_the_end_nor_that_of_the_expiry() -> None:
    """Revoked in June 2028: 2027 alone; still there in 2030: to 2029."""
    assert inspections((*FORMED, imposed()), date(2030, 1, 1)) == ["not_met"]
    assert inspections(FORMED, date(2030, 4, 10)) == ["not_met"] * 3
    assert inspections(BEGUN, date(2027, 1, 1)) == ["not_met", "not_applicable"]


def test_a_result_needs_no_inspection() -> None:
    """Two norms, two offices: notified without one."""
    report = report_of("evaluation", NOTIFIED, date(2028, 1, 1))
    assert finding_of(report, "confirmed_before_notified").outcome.value == "met"
    assert finding_of(report, "inspected_every_year").outcome.value == "not_met"


@pytest.mark.parametrize(
    ("deadline", "states"),
    [
        (date(2030, 4, 9), ["due", "overdue", "overdue"]),
        (date(2030, 4, 10), ["due", "due", "overdue"]),
        (date(2030, 4, 11), ["owed", "owed", "owed"]),
    ],
)
def test_nothing_falls_due_after_the_text_has_expired(deadline: date, states: list[str]) -> None:
    """A05: a deadline on its last day still passes, one on the next is none."""
    told = {"year": 2029, "on": date(2030, 3, 1)}
    events = (*FORMED, noticed(**told, deadline=deadline), selected(**told))
    days = (date(2030, 4, 9), date(2030, 4, 10), date(2030, 4, 11))
    found = [owed(events, day, "submit_materials") for day in days]
    assert found == [[("2029", state)] for state in states]


@pytest.mark.parametrize(
    ("counting", "begun"),
    [("fixed", date(9999, 1, 1)), ("from_approval", date(9999, 3, 1))],
)
def test_a_cycle_that_days_do_not_last_for(counting: str, begun: date) -> None:
    """A cycle that would end after the last day there is has begun, and is over on no day."""
    events = (approved(on=date(9999, 3, 1)),)

    found = cycles(events, date.max, cycle_from=9999, cycle_counting=counting)

    assert found == [(begun, date.max)]
