"""Evaluations, grounds, the bar and money in words: what an answer rests on is said with it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import COMPLETE, LEAD
from tests.policies.tianjin.lives import (
    BUREAU,
    FORMED,
    GIVEN,
    UNBLEMISHED,
    imposed,
    life,
    measures,
    project_applied,
    project_funded,
    unqualified,
)

from innov_consortium.core.case import Dossier, Surroundings
from innov_consortium.core.events import (
    EvaluationAssigned,
    EvaluationCalled,
    EvaluationMode,
    Event,
    MaterialsSubmitted,
    ResultNotified,
)
from innov_consortium.core.registering import register
from innov_consortium.core.report import Report
from innov_consortium.rendering import render

DAY = date(2029, 12, 20)


def flat(text: str) -> str:
    """Return a report without the blanks that lines are filled and broken with."""
    return re.sub(r"\n +", "", text).replace(" ", "")


def asked(
    inquiry: str, *events: Event, on: date = DAY, given: Surroundings = UNBLEMISHED, **read: str
) -> Report:
    """Ask about a consortium formed in 2026 and what happened since."""
    dossier = Dossier(
        history=life((*FORMED, *events)),
        register=given.register,
        attestations=given.attestations,
        record=given.record,
    )
    return measures(frozenset(read.items())).check(inquiry, dossier, on=on)


def zh(report: Report) -> str:
    return flat(render(report, "zh_CN"))


def test_a_run_of_results_names_them_and_the_years_between() -> None:
    """And says which reading decides whether those break it."""
    said = zh(asked("revocation_grounds", *unqualified(2027, 2029)))
    assert "先后相连的不合格结果：2次；2次即成立。" in said
    assert "结果：2027（2027年12月10日通报）、2029（2029年12月10日通报）" in said
    assert "其间没有结果的年度：2028；这些年度是否打断“连续”，取决于解释D03" in said


def test_where_there_is_no_gap_none_is_spoken_of() -> None:
    """The reading is not what decides."""
    said = zh(asked("revocation_grounds", *unqualified(2027, 2028)))
    assert "成立：第十一条第（一）项" in said
    assert "是否打断" not in said.partition("所依据的解释")[0]


def test_a_result_under_the_former_plan_is_named_and_left_out() -> None:
    """With the instrument it was given under."""
    old = ResultNotified(
        on=date(2025, 1, 10),
        recorded_on=date(2026, 6, 2),
        by=BUREAU,
        year=2024,
        grade="unqualified",
        under="津科资〔2023〕83号",
    )
    said = zh(asked("revocation_grounds", old, *unqualified(2027)))
    assert "原工作方案下的不合格结果，依解释不计（A08）：2024津科资〔2023〕83号" in said


def evaluated(*events: Event) -> tuple[Event, ...]:
    """Return a year in which experts evaluate: materials by 30 September."""
    return (
        EvaluationCalled(
            on=date(2027, 3, 1),
            by=BUREAU,
            deadline=date(2027, 9, 30),
            required=frozenset({"总结报告", "支撑数据"}),
        ),
        EvaluationAssigned(on=date(2027, 3, 15), by=BUREAU, mode=EvaluationMode.EXPERT),
        *events,
    )


def handed_in(on: date, by: str, *items: str) -> MaterialsSubmitted:
    return MaterialsSubmitted(on=on, by=by, items=frozenset(items))


LATE = date(2027, 10, 5)
BOTH = ("总结报告", "支撑数据")


@pytest.mark.parametrize(
    ("submitted", "words"),
    [
        ((), "成立。期限2027年9月30日已过，没有提交评价材料。"),
        ((handed_in(LATE, LEAD.name, *BOTH),), "期限2027年9月30日，迟交；是否"),
        (
            (handed_in(date(2027, 9, 1), LEAD.name, "总结报告"),),
            "期限2027年9月30日，缺通知所列的材料；是否",
        ),
        (
            (handed_in(date(2027, 9, 1), "某甲公司", *BOTH),),
            "期限2027年9月30日，不是由牵头单位提交；是否",
        ),
    ],
)
def test_nothing_submitted_late_incomplete_and_by_another_are_told_apart(
    submitted: tuple[Event, ...], words: str
) -> None:
    """Each with the last day; the first is a ground, the others are judged."""
    report = asked("revocation_grounds", *evaluated(*submitted), on=date(2027, 12, 1))
    assert words in zh(report)


def test_what_may_be_there_is_asked_for_once() -> None:
    """Where the record would say that it is complete, not at an entry nobody has made."""
    report = asked("revocation_grounds", given=GIVEN, on=date(2027, 1, 5))
    said = zh(report)
    assert "有关事故的记录0项；是否另有不明，记录不完整" in said
    assert {m.path for f in report for i in f.items for m in i.missing} == {"record.complete_to"}
    assert "record.accidents[0]" not in said


def test_a_bar_says_its_days_and_what_a_reader_must_know() -> None:
    """First, last and first free day; until when it can be enforced; the caveats there are."""
    on = date(2028, 9, 1)
    policy = measures()
    bars = register(policy, [life((*FORMED, imposed()))], on, GIVEN, complete_to=on)
    application = evolve(COMPLETE.application, filed_on=on)
    case = evolve(COMPLETE, application=application, register=bars)
    said = zh(policy.check("admissibility", case, on=on))
    assert "自该日（首日，当日同样不受理）至2031年6月20日不受理" in said
    assert "自2031年6月21日起不受影响" in said
    assert "2030年4月10日以后该文本失效" in said
    assert "E07同一法人更名后仍受限制" in said
    assert "E15三年限制的法律依据" in said
    assert "E03" not in said.partition("所依据的解释")[0]


def test_the_evaluation_relied_on_is_named() -> None:
    """With its year, day and grade; where there is none, that is said."""
    (result,) = unqualified(2028)
    good = evolve(result, grade="qualified")
    said = zh(asked("project_eligibility", good))
    assert "所依据的评价：2028年度，2028年12月10日通报，等级：合格" in said
    assert "从未评价的，不在面向之列" in zh(asked("project_eligibility"))


def test_a_cancellation_says_by_which_result_and_for_which_days() -> None:
    """The window of the year of notification."""
    said = zh(asked("project_eligibility", *unqualified(2029)))
    assert "不合格的结果：2029年度" in said
    assert "2029年12月10日至2029年12月31日" in said


def test_money_says_what_counts_what_does_not_and_what_is_above_the_cap() -> None:
    """To the cent; and a cap is no claim."""
    money = (
        project_applied(),
        project_funded(amount=Decimal("10000000.01")),
        project_funded(amount=Decimal(500_000), source="district"),
    )
    report = asked("support_amount", *money)
    assert "10,000,000.01元；最高10,000,000元，含本数（D10）；超出0.01元" in zh(report)
    assert "依解释不计入的其他资金：2028年5月1日的500,000元（区财政）" in zh(report)
    english = " ".join(render(report, "en").split())
    assert "in excess: CNY 0.01" in english
