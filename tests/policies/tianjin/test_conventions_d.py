"""评价周期、评价结果（第八、十、十一条）的约定，逐条举例：D01 至 D04。"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest
from attrs import evolve
from tests.policies.tianjin.lives import (
    FORMED,
    GIVEN,
    UNBLEMISHED,
    annulled,
    approved,
    at,
    filed,
    finding_of,
    graded,
    imposed,
    left_to_itself,
    measures,
    projects_called,
    report_of,
    selected,
    self_evaluated,
    self_reported,
)

from innov_consortium.core.case import Surroundings
from innov_consortium.core.evaluation import Run
from innov_consortium.core.events import Event
from innov_consortium.core.registering import duties
from innov_consortium.core.report import Finding, Report
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.rendering.sentences import sentence

EARLY = (filed(on=date(2025, 5, 6)), approved(on=date(2025, 6, 1)))
#: Approved in 2025; the three years 2026 to 2028 are a cycle.
CYCLE = evolve(GIVEN, cycle_from=2026)
NEW_YEAR = date(2029, 1, 1)
BAD = "unqualified"


def asked(
    events: Iterable[Event], on: date, given: Surroundings = GIVEN, **readings: str
) -> Report:
    """Ask how the evaluations stand."""
    return report_of("evaluation", events, on, given, **readings)


# --- D01: the cycle -------------------------------------------------------------------------------


def covered(*events: Event, on: date = NEW_YEAR, cycle_from: int | None = 2026) -> str:
    """Return whether a consortium approved in 2025 was evaluated by experts in its cycle."""
    given = evolve(GIVEN, cycle_from=cycle_from)
    report = asked((*EARLY, *events), on, given)
    return finding_of(report, "covered_in_cycle").outcome.value


def test_d01_the_first_year_is_given_and_not_inferred() -> None:
    """「起始年度由使用者给出（`cycle_from`），不推定」「没有给出的不明」: or another one."""
    result = graded(2027, "good")
    assert covered(result) == "met"
    assert covered(result, cycle_from=2028) == "not_applicable"
    assert covered(result, cycle_from=None) == "unknown"
    assert covered(cycle_from=None) == "unknown"


@pytest.mark.parametrize(
    ("begun", "ended", "outcome"),
    [
        (date(2026, 1, 1), None, "not_met"),
        (date(2026, 1, 2), None, "not_applicable"),
        (date(2025, 6, 1), date(2029, 1, 1), "not_met"),
        (date(2025, 6, 1), date(2028, 12, 31), "not_applicable"),
    ],
)
def test_d01_it_is_asked_of_those_there_throughout(
    begun: date, ended: date | None, outcome: str
) -> None:
    """「只问整个周期都在的」: from its first day on, to its last one."""
    ending = () if ended is None else (imposed(on=ended),)
    events = (EARLY[0], approved(on=begun), *ending)
    report = asked(events, date(2029, 3, 1), CYCLE)
    assert finding_of(report, "covered_in_cycle").outcome.value == outcome


def test_d01_nothing_follows_for_the_consortium() -> None:
    """「对联合体没有后果」: the bureau owes it, and no ground is there."""
    assert covered() == "not_met"
    report = report_of("revocation_grounds", EARLY, NEW_YEAR, UNBLEMISHED)
    assert {f.outcome.value for f in report if f.norm.some} <= {"not_met", "not_applicable"}
    (duty,) = [d for d in TIANJIN.duties if d.provision == "art8.s1b"]
    assert (duty.bearer, duty.toward) == ("bureau", None)


@pytest.mark.parametrize(
    ("results", "outcome"),
    [
        ((graded(2027, "good"),), "met"),
        ((selected(on=date(2027, 3, 1)),), "not_met"),
        ((graded(2027, "good"), annulled(on=date(2028, 3, 1))), "not_met"),
        (
            (left_to_itself(on=date(2027, 3, 1)), self_evaluated(), self_reported()),
            "not_met",
        ),
    ],
    ids=["a result", "only selected", "annulled", "by itself"],
)
def test_d01_a_year_with_a_standing_result_of_the_experts_counts(
    results: tuple[Event, ...], outcome: str
) -> None:
    """「经专家评价且结果仍在的年度才算」: and no other."""
    assert covered(*results) == outcome


def test_d01_the_first_and_the_last_year_count() -> None:
    """「周期按年度计」: 2026 to 2028, and not the years around them."""
    years = {
        year: covered(graded(year, "good"), on=date(2029, 12, 31)) for year in range(2025, 2030)
    }
    assert [y for y, outcome in years.items() if outcome == "met"] == [2026, 2027, 2028]


@pytest.mark.parametrize(
    ("cycle_from", "due"),
    [(2027, [date(2029, 12, 31), None]), (2028, [None]), (2029, [None])],
)
def test_d01_a_cycle_that_outlives_the_text_has_no_due_date(
    cycle_from: int, due: list[date | None]
) -> None:
    """「有效期届满以后才满的周期没有到期之日」: 2030-04-10 comes before its last day."""
    on, given = date(2030, 1, 5), evolve(GIVEN, cycle_from=cycle_from)
    owed = duties(measures(), at(EARLY, on), on, given)
    found = [o.owing for o in owed if o.duty.provision == "art8.s1b" and o.owing is not None]
    assert [one.due for one in found] == due


# --- D02: the year cancelled ----------------------------------------------------------------------


def may_apply(*events: Event, on: date, **readings: str) -> str:
    """Return whether the right to apply is not cancelled."""
    report = report_of("project_eligibility", (*FORMED, *events), on, GIVEN, **readings)
    return finding_of(report, "not_cancelled").outcome.value


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        (date(2028, 5, 5), "met"),
        (date(2028, 5, 6), "not_met"),
        (date(2028, 12, 31), "not_met"),
        (date(2029, 1, 1), "met"),
    ],
)
def test_d02_it_is_cancelled_from_the_notification(on: date, outcome: str) -> None:
    """「取消自通报之日（含当日）起」: to the end of that calendar year."""
    assert may_apply(graded(2027, BAD, on=date(2028, 5, 6)), on=on) == outcome


def test_d02_an_unknown_grade_leaves_open_its_own_year() -> None:
    """「等级不明的，只使其所涉的年度不明」: another year, and one before it is told, are not."""
    unknown = graded(2027, None, on=date(2028, 5, 6))
    days = (date(2028, 5, 5), date(2028, 5, 6), date(2028, 12, 31), date(2029, 1, 1))
    assert [may_apply(unknown, on=day) for day in days] == ["met", "unknown", "unknown", "met"]
    sure = (unknown, graded(2028, BAD, on=date(2029, 2, 1)))
    assert may_apply(*sure, on=date(2029, 3, 1)) == "not_met"


def test_d02_the_next_call_is_unknown_until_there_is_one() -> None:
    """「“下一次征集”（d）在发布以前不明」: issued on 1 March 2029, it is that year."""
    bad, call = graded(2027, BAD, on=date(2028, 5, 6)), projects_called(on=date(2029, 3, 1))
    days = (date(2029, 2, 28), date(2029, 3, 1), date(2029, 12, 31))
    found = [may_apply(bad, call, on=day, cancelled_year="next_call") for day in days]
    assert found == ["unknown", "not_met", "not_met"]


def test_d02_a_day_under_the_call_before_is_not_in_the_next_ones_year() -> None:
    """「申报之日还在此前一次征集之下的，不在其内」: the call of 2028 came before the result."""
    bad, call = graded(2027, BAD, on=date(2028, 5, 6)), projects_called(on=date(2028, 3, 1))
    days = (date(2028, 5, 6), date(2028, 12, 31), date(2029, 1, 1))
    found = [may_apply(call, bad, on=day, cancelled_year="next_call") for day in days]
    assert found == ["met", "met", "unknown"]


# --- D03 and D04: two in a row --------------------------------------------------------------------


def twice(*events: Event, on: date, **readings: str) -> Finding:
    """Return the finding that two results in a row were unqualified."""
    report = report_of("revocation_grounds", (*FORMED, *events), on, UNBLEMISHED, **readings)
    return finding_of(report, "unqualified_in_a_row")


def test_d03_a_run_that_is_past_was_one() -> None:
    """「历次中曾有连续两次的，即成立，以后的良好不使其消失」: good before, after and between."""

    def said(*grades: str) -> str:
        results = [graded(year, grade) for year, grade in enumerate(grades, 2027)]
        return twice(*results, on=date(2030, 4, 1)).outcome.value

    assert said(BAD, BAD, "good") == said("good", BAD, BAD) == said(BAD, BAD) == "met"
    assert said(BAD, "good", BAD) == said(BAD) == "not_met"


def test_d03_both_results_and_the_years_between_are_told() -> None:
    """「列出两次结果、通报之日和其间的年度」: as facts, and in the sentence."""
    results = graded(2027, BAD, on=date(2028, 1, 20)), graded(2029, BAD)
    finding = twice(*results, on=date(2030, 1, 4))
    run = finding.facts["unqualified_run"]
    assert isinstance(run, Run)
    assert (run.results, run.gap_years) == ((2027, 2029), (2028,))
    assert run.notified == (date(2028, 1, 20), date(2029, 12, 10))
    words = sentence(finding, "zh_CN", measures())
    for told in ("2027", "2029", "2028年1月20日", "2029年12月10日", "2028"):
        assert told in words


@pytest.mark.parametrize(
    ("grade", "filed", "outcome"),
    [
        (BAD, True, "met"),
        (None, True, "not_met"),
        (BAD, False, "not_met"),
        ("good", True, "not_met"),
    ],
)
def test_d04_a_grade_of_its_own_is_stated_and_on_file(
    grade: str | None, filed: bool, outcome: str
) -> None:
    """「依解释计入的（b），须自评写明等级并已备案」: either alone is not enough."""
    year = (left_to_itself(on=date(2028, 3, 1)), self_evaluated(on=date(2028, 11, 1), grade=grade))
    report = (self_reported(on=date(2028, 12, 1)),) if filed else ()
    events = (graded(2027, BAD), *year, *report)
    assert twice(*events, on=NEW_YEAR, self_graded="counted").outcome.value == outcome
    assert twice(*events, on=NEW_YEAR).outcome.value == "not_met"
