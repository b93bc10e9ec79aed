"""年度运行评价（第八、九条）的约定，逐条举例：D05，第八条，第九条。"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from tests.policies.tianjin.conftest import PARTICIPANTS
from tests.policies.tianjin.lives import (
    FORMED,
    LEFT_TO_ITSELF,
    REQUIRED,
    SELECTED,
    SELF_EVALUATED,
    STAGES,
    SUBMITTED,
    UNBLEMISHED,
    confirmed,
    finding_of,
    imposed,
    left_to_itself,
    measures,
    noticed,
    notified,
    report_of,
    selected,
    self_evaluated,
    self_reported,
    staged,
    submitted,
)

from innov_consortium.core.events import Event
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.testing import ask


def said(events: Iterable[Event], on: date, name: str) -> str:
    """Return what a norm about the evaluations comes to."""
    return finding_of(report_of("evaluation", events, on), name).outcome.value


def failure(events: Iterable[Event], on: date) -> str:
    """Return whether materials were not handed in as required (item 2 of art. 11)."""
    report = report_of("revocation_grounds", events, on, UNBLEMISHED)
    return finding_of(report, "materials_not_submitted").outcome.value


# --- D05: as required -----------------------------------------------------------------------------

TIME, WHOLE = "submitted_in_time", "submitted_whole"
DUE, LATE = date(2027, 9, 30), date(2027, 10, 1)


@pytest.mark.parametrize(
    "before",
    [(*FORMED, selected()), (*FORMED, noticed(deadline=None), selected())],
    ids=["no notice", "no deadline"],
)
def test_d05_without_notice_or_deadline_nothing_is_late(before: tuple[Event, ...]) -> None:
    """「没有通知、没有期限的，没有迟交」: nor is anything not handed in; with one it is."""
    on = date(2028, 3, 1)
    late = (*before, submitted(on=date(2027, 12, 30)))
    for events in (before, late):
        assert (said(events, on, TIME), failure(events, on)) == ("not_applicable", "not_met")
    assert (said(SELECTED, on, TIME), failure(SELECTED, on)) == ("not_met", "met")


@pytest.mark.parametrize(
    ("day", "in_time", "ground"),
    [
        (date(2027, 9, 29), "met", "not_met"),
        (DUE, "met", "not_met"),
        (LATE, "not_met", "needs_judgement"),
    ],
)
def test_d05_the_last_day_is_in_time(day: date, in_time: str, ground: str) -> None:
    """「期限当日不迟」: the day before, on it, the day after."""
    events = (*SELECTED, submitted(on=day))
    on = date(2027, 11, 2)
    assert (said(events, on, TIME), failure(events, on)) == (in_time, ground)


@pytest.mark.parametrize(
    ("on", "in_time", "ground"),
    [(DUE, "not_applicable", "not_met"), (LATE, "not_met", "met")],
)
def test_d05_before_it_is_over_nothing_is_judged(on: date, in_time: str, ground: str) -> None:
    """「期限届满以前不作判断」: nothing handed in, and half of it."""
    assert (said(SELECTED, on, TIME), failure(SELECTED, on)) == (in_time, ground)
    half = (*SELECTED, submitted(items=frozenset({"总结报告"})))
    assert said(half, on, WHOLE) == in_time


def test_d05_the_last_notice_of_a_year_counts() -> None:
    """「同一年度以最后的通知为准」: extended by a fortnight, or cut short."""
    events = (*SELECTED, submitted(on=date(2027, 10, 8)))
    for deadline, outcome in (
        (date(2027, 10, 14), "met"),
        (date(2027, 10, 8), "met"),
        (date(2027, 10, 7), "not_met"),
    ):
        later = noticed(on=date(2027, 6, 1), deadline=deadline)
        assert said((*events, later), date(2027, 11, 2), TIME) == outcome


@pytest.mark.parametrize(
    ("required", "outcome"),
    [(REQUIRED, "not_met"), (frozenset[str](), "met"), (None, "unknown")],
)
def test_d05_what_a_notice_does_not_list_is_not_known(
    required: frozenset[str] | None, outcome: str
) -> None:
    """「通知没有列明材料的」: what it asks for is not known, which is not nothing."""
    half = submitted(items=frozenset({"总结报告"}))
    events = (*FORMED, noticed(required=required), selected(), half)
    assert said(events, date(2027, 11, 2), WHOLE) == outcome


@pytest.mark.parametrize(("day", "outcome"), [(DUE, "met"), (LATE, "not_met")])
def test_d05_what_comes_late_does_not_make_it_whole(day: date, outcome: str) -> None:
    """「期限以后补交的不作齐全」: the rest of it, on the last day and the day after."""
    rest = submitted(on=day, items=frozenset({"支撑数据"}))
    events = (*SELECTED, submitted(items=frozenset({"总结报告"})), rest)
    assert said(events, date(2027, 11, 2), WHOLE) == outcome


def test_d05_what_the_lead_handed_in_goes_before_another() -> None:
    """「牵头单位提交过的，以其提交之日为准」: whoever else was earlier, or later."""
    another = PARTICIPANTS[0].name
    for own, outcome in ((DUE, "met"), (LATE, "not_met")):
        early = (*SELECTED, submitted(by=another), submitted(on=own))
        assert said(early, date(2027, 11, 2), TIME) == outcome
    only = (*SELECTED, submitted(by=another))
    assert said(only, date(2027, 11, 2), TIME) == "met"


@pytest.mark.parametrize(
    ("ended", "outcome", "ground"),
    [
        (date(2027, 9, 29), "not_applicable", "not_met"),
        (DUE, "not_applicable", "not_met"),
        (LATE, "not_met", "met"),
    ],
)
def test_d05_a_deadline_on_or_after_the_end_binds_nobody(
    ended: date, outcome: str, ground: str
) -> None:
    """「期限在资格终止之日及以后的，不再问」: ended before it, on it, the day after."""
    events = (*SELECTED, imposed(on=ended))
    on = date(2027, 11, 2)
    assert (said(events, on, TIME), failure(events, on)) == (outcome, ground)


def test_d05_an_undated_report_that_is_not_filed_is_no_ground() -> None:
    """「没有期限而没有备案的」: no ground; with a day there is one to be judged once it is over."""
    undated = (*FORMED, noticed(self_report_deadline=None), left_to_itself(), self_evaluated())
    assert failure(undated, date(2028, 6, 1)) == "not_met"
    days = (date(2027, 12, 31), date(2028, 1, 1))
    assert [failure(SELF_EVALUATED, day) for day in days] == ["not_met", "needs_judgement"]
    for filed_on, outcome in zip(days, ("not_met", "needs_judgement"), strict=True):
        events = (*SELF_EVALUATED, self_reported(on=filed_on, year=2027))
        assert failure(events, date(2028, 6, 1)) == outcome


# --- 第八、九条 -----------------------------------------------------------------------------------


def test_art8_the_stages_have_no_order_and_others_are_written_so() -> None:
    """「环节没有先后」「`other:…`」: in any order, with one more; without one of them it is not."""

    def gone(*stages: str) -> str:
        events = (*SUBMITTED, *(staged(s) for s in stages), confirmed(), notified())
        return said(events, date(2028, 1, 4), "gone_through_stages")

    assert gone(*STAGES) == gone(*reversed(STAGES)) == "met"
    assert gone("other:现场答辩", *STAGES) == "met"
    assert [gone(*(s for s in STAGES if s != one)) for one in STAGES] == ["not_met"] * 3
    assert gone("other:现场答辩", *STAGES[1:]) == "not_met"


@pytest.mark.parametrize(
    ("day", "outcome"), [(date(2027, 12, 10), "met"), (date(2027, 12, 11), "not_met")]
)
def test_art8_a_stage_comes_before_the_notification(day: date, outcome: str) -> None:
    """「须在通报以前」: recorded before it on its day, and the day after."""
    events = (*SUBMITTED, *(staged(s) for s in STAGES[1:]), confirmed(), staged(STAGES[0], on=day))
    assert said((*events, notified()), date(2028, 1, 4), "gone_through_stages") == outcome


@pytest.mark.parametrize(
    ("on", "undated", "dated"),
    [
        (date(2027, 12, 31), "not_applicable", "not_met"),
        (date(2028, 1, 1), "needs_judgement", "not_met"),
    ],
)
def test_art8_a_self_evaluation_without_a_day_is_judged_once_the_year_is_over(
    on: date, undated: str, dated: str
) -> None:
    """「自评何时为止，通知没有写明的，年度过后由人判断」: with a day, once that is over."""

    def itself(last: date | None) -> str:
        events = (*FORMED, noticed(self_report_deadline=last), left_to_itself())
        outcomes = finding_of(report_of("evaluation", events, on), "evaluated_itself").outcomes
        return outcomes[0].value

    assert itself(None) == undated
    assert itself(date(2027, 11, 30)) == dated
    assert said(LEFT_TO_ITSELF, date(2027, 12, 31), "evaluated_itself") == "not_applicable"


def test_art9_the_six_dimensions_are_not_computed_with() -> None:
    """「六个方面没有权重，不作计算」: nothing rests on them, and scores change no grade."""
    assert len(TIANJIN.numbers.evaluation_dimensions) == 6
    assert [f.name for f in TIANJIN.facts if "evaluation_dimensions" in f.settings] == []

    def grade(**more: Any) -> object:
        told = {"year": 2026, "grade": "良好", "notified_on": "2026-12-10", **more}
        approved_on = {"approved_on": "2025-12-01"}
        reply = ask(
            measures(), "评价", as_of="2027-06-01", consortium=approved_on, evaluations=[told]
        )
        return reply.value("grade")

    assert grade() == grade(scores={"核心技术联合攻关": 1}, dimensions=["人才集聚"]) == "good"


def test_art9_no_norm_is_of_art_9() -> None:
    """「没有权重」: what the text does not weigh, nothing asks for."""
    norms = [n for i in TIANJIN.inquiries for n in TIANJIN.norms(i.name)]
    assert [n.provision for n in norms if n.provision.startswith("art9.")] == []
