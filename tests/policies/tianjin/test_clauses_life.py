"""第八、十一至十五条的条件由几项并列而成：每一项单独不符合，或者单独不明，结论都不同。"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from innov_consortium.core.clauses import Clause, Force, settle
from innov_consortium.policies.tianjin import (
    art08_evaluation,
    art11_bar,
    art11_revocation,
    art12_changes,
    art14_withdrawal,
    art15_support,
)
from innov_consortium.policies.tianjin.readings_life import (
    LeadReplacement,
    MemberChanges,
    PersonsCovered,
    VoluntaryGround,
)
from innov_consortium.policies.tianjin.readings_projects import NeverEvaluated, QualifiedGrade

LAST = date(2027, 9, 30)
IN_TIME, LATE = date(2027, 9, 20), date(2027, 10, 1)


def outcome(said: Any) -> str:
    """Return what a mandatory norm comes to."""
    return settle(said, Force.MANDATORY).value


# --- art. 8 ---------------------------------------------------------------------------------------


def test_only_a_cycle_that_is_over_and_was_lived_through_is_asked_for() -> None:
    """以三年为一周期，实现全覆盖：周期未满的，不是整个周期都在的，都不问（D01）。"""
    assert outcome(art08_evaluation.covered_in_cycle(False, True, 0)) == "not_applicable"
    assert outcome(art08_evaluation.covered_in_cycle(True, False, 0)) == "not_applicable"
    assert outcome(art08_evaluation.covered_in_cycle(True, True, 0)) == "not_met"


@pytest.mark.parametrize("due", [(False, True, True), (True, False, True), (True, True, False)])
def test_materials_are_whole_or_not_once_they_are_due_there_and_over(
    due: tuple[bool, bool, bool],
) -> None:
    """按要求提交评价材料：未被选取的、没有提交的、期限未过的，都还谈不上不全。"""
    assert outcome(art08_evaluation.submitted_whole(*due, 1)) == "not_applicable"
    assert outcome(art08_evaluation.submitted_whole(*due, None)) == "not_applicable"
    assert outcome(art08_evaluation.submitted_whole(True, True, True, 1)) == "not_met"


def test_by_whom_is_asked_of_what_is_due_and_was_handed_in() -> None:
    """提交相关素材数据（第二十三条）：未被选取的、没有提交的，不问由谁。"""
    by_lead = art08_evaluation.submitted_by_the_lead
    assert outcome(by_lead(False, True, False)) == "not_applicable"
    assert outcome(by_lead(True, False, False)) == "not_applicable"
    assert outcome(by_lead(True, True, False)) == "not_met"


def test_what_was_not_handed_in_is_not_in_time() -> None:
    """按时提交：没有提交的不符合，不是不明。"""
    in_time = art08_evaluation.submitted_in_time
    assert outcome(in_time(True, False, None, LAST)) == "not_met"
    assert outcome(in_time(True, True, LATE, LAST)) == "not_met"
    assert outcome(in_time(True, True, IN_TIME, LAST)) == "met"


def test_a_self_evaluation_without_a_date_is_judged_only_while_it_is_not_there() -> None:
    """须开展自评：没有写明期限而尚未自评的由人判断；已经自评的符合；写明期限的没有就是没有。"""
    done = art08_evaluation.evaluated_itself
    assert outcome(done(True, False, True)) == "needs_judgement"
    assert outcome(done(True, True, True)) == "met"
    assert outcome(done(True, False, False)) == "not_met"


def test_a_self_report_is_on_file_in_time() -> None:
    """将自评报告提交备案：没有提交的、迟交的不符合；没有期限的由人判断，已经提交的符合。"""

    def said(filed: bool, undated: bool, on: date | None) -> str:
        last = date.max if undated else LAST
        return outcome(art08_evaluation.self_report_on_file(True, filed, undated, on, last))

    assert said(False, False, None) == "not_met"
    assert said(True, False, LATE) == "not_met"
    assert said(True, False, IN_TIME) == "met"
    assert said(False, True, None) == "needs_judgement"
    assert said(True, True, LATE) == "met"


def test_nothing_is_asked_of_who_owes_no_self_evaluation() -> None:
    """不参与专家评价的单位须开展自评并提交备案：参与专家评价的，没有自评也都不问，有无期限皆然。"""
    for undated in (True, False):
        done = art08_evaluation.evaluated_itself(False, False, undated)
        on_file = art08_evaluation.self_report_on_file(False, False, undated, None, LAST)
        assert (outcome(done), outcome(on_file)) == ("not_applicable", "not_applicable")


# --- art. 11 --------------------------------------------------------------------------------------


def test_nothing_handed_in_is_a_ground_that_leaves_nothing_to_judge() -> None:
    """未按要求提交的：没有提交即成立；迟交、不全的由人判断，已经成立的不再判断（D05）。"""
    ground = art11_revocation.materials_not_submitted
    assert outcome(ground(True, False, True)) == "met"
    assert outcome(ground(False, True, True)) == "met"
    assert outcome(ground(False, False, True)) == "needs_judgement"
    assert outcome(ground(False, False, False)) == "not_met"


def test_each_part_of_a_falsification_is_needed() -> None:
    """在组建或年度评价中存在严重弄虚作假行为的：缺哪一项都不成立，哪一项不明都是不明。"""
    facts: dict[str, Any] = {
        "falsified_in": "formation",
        "falsified_seriously": True,
        "falsification_counted": True,
        "falsifier_counts": True,
        "falsifier_judged": False,
        "found_by_bureau": True,
        "found_by_another": False,
    }
    contexts = ("formation", "annual_evaluation")

    def said(**changes: Any) -> str:
        found = art11_revocation.seriously_falsified(
            **{**facts, **changes}, falsification_contexts=contexts
        )
        return outcome(found)

    assert said() == "met"
    for name in ("falsified_seriously", "falsification_counted", "falsifier_counts"):
        assert (said(**{name: False}), said(**{name: None})) == ("not_met", "unknown")
    assert (said(falsified_in="project"), said(falsified_in=None)) == ("not_met", "unknown")
    assert (said(found_by_bureau=False), said(found_by_bureau=None)) == ("not_met", "unknown")
    assert said(found_by_bureau=False, found_by_another=True) == "needs_judgement"
    assert said(falsifier_counts=False, falsifier_judged=True) == "needs_judgement"


@pytest.mark.parametrize("place", range(4))
def test_each_part_of_a_request_is_needed(place: int) -> None:
    """牵头单位提出撤销申请的：提出、由牵头单位、全体联合说明、报市科技局，缺一不成立（E02）。"""

    def said(value: bool | None, read: VoluntaryGround) -> str:
        facts: dict[str, Any] = dict.fromkeys(art11_revocation.revocation_requested.needs, True)
        facts |= {"request_declined": False, list(facts)[place]: value}
        return outcome(art11_revocation.revocation_requested(**facts, voluntary_ground=read))

    assert said(True, VoluntaryGround.COMPLETED) == "met"
    assert said(False, VoluntaryGround.COMPLETED) == "not_met"
    assert said(None, VoluntaryGround.COMPLETED) == "unknown"
    alone = said(False, VoluntaryGround.ALONE)
    assert alone == ("not_met" if place < 2 else "met")


@pytest.mark.parametrize(
    "name", ["accident_at_lead", "accident_counted", "lead_when_it_happened", "accident_graded"]
)
def test_each_part_of_an_accident_is_needed(name: str) -> None:
    """牵头单位发生重大安全、质量事故的：是牵头单位的、在施行以后、为重大以上，哪一项不明都是不明。"""
    facts: dict[str, Any] = {
        "accident_at_lead": True,
        "lead_when_it_happened": True,
        "accident_category": "safety",
        "accident_graded": "major",
        "grade_judged": False,
        "accident_counted": True,
    }
    words: dict[str, Any] = {
        "accident_categories": ("safety", "quality"),
        "major_grades": ("major",),
    }

    def said(**changes: Any) -> str:
        return outcome(art11_revocation.major_accident(**{**facts, **changes}, **words))

    wrong: Any = "larger" if name == "accident_graded" else False
    judged = "needs_judgement" if name == "lead_when_it_happened" else "not_met"
    assert (said(), said(**{name: wrong}), said(**{name: None})) == ("met", judged, "unknown")
    assert said(accident_category="traffic") == "needs_judgement"
    assert said(accident_category=None) == "unknown"
    assert said(accident_graded="larger", grade_judged=True) == "needs_judgement"


@pytest.mark.parametrize(
    "name",
    [
        "conduct_of_lead",
        "lead_when_determined",
        "conduct_serious",
        "determination_effective",
        "determination_counted",
    ],
)
def test_each_part_of_a_determination_is_needed(name: str) -> None:
    """牵头单位存在司法、行政机关认定的其他严重违法失信行为的：哪一项不明都是不明（E11）。"""
    facts: dict[str, Any] = {
        "conduct_of_lead": True,
        "lead_when_determined": True,
        "determining_organ": "judicial",
        "conduct_serious": True,
        "determination_effective": True,
        "determination_counted": True,
    }

    def said(**changes: Any) -> str:
        organs = ("judicial", "administrative")
        found = art11_revocation.determined_dishonest(
            **{**facts, **changes}, determining_organs=organs
        )
        return outcome(found)

    judged = "needs_judgement" if name == "lead_when_determined" else "not_met"
    assert (said(), said(**{name: False}), said(**{name: None})) == ("met", judged, "unknown")
    assert (said(determining_organ="other"), said(determining_organ=None)) == ("not_met", "unknown")


def test_each_part_of_a_listing_is_needed() -> None:
    """被列入经营异常名录或失信名单等：是牵头单位的、当日在列的、所列明的名单，缺一不成立（E12）。"""

    def said(lead: bool | None, now: bool | None, named: bool | None, judged: bool = False) -> str:
        return outcome(art11_revocation.on_a_list(lead, now, judged, named))

    assert said(True, True, True) == "met"
    assert (said(False, True, True), said(None, True, True)) == ("not_met", "unknown")
    assert (said(True, False, True), said(True, None, True)) == ("not_met", "unknown")
    assert (said(True, True, False), said(True, True, None)) == ("needs_judgement", "unknown")
    assert said(True, False, True, judged=True) == "needs_judgement"


def test_other_misconduct_is_judged_if_it_is_the_leads_of_weight_and_counted() -> None:
    """等其他存在违法行为的：是牵头单位的、施行以后的、不是轻微的，才由人判断。"""
    misconduct = art11_revocation.other_misconduct
    assert outcome(misconduct(True, True, True)) == "needs_judgement"
    for facts in ((False, True, True), (True, False, True), (True, True, False)):
        assert outcome(misconduct(*facts)) == "not_met"
    for unknown in ((None, True, True), (True, None, True), (True, True, None)):
        assert outcome(misconduct(*unknown)) == "unknown"


def test_a_revocation_needs_a_ground_and_a_document() -> None:
    """有下列情况之一的撤销其资格：没有撤销的、应申请撤销的不在此；所引不成立、没有发文的不符合。"""

    def said(*facts: Any) -> str:
        return outcome(art11_revocation.revoked_on_a_ground(*facts))

    assert said(False, False, None, False, None, None) == "not_applicable"
    assert said(True, True, 1, False, False, None) == "not_applicable"
    assert said(True, False, 1, False, True, True) == "met"
    assert said(True, False, 1, False, True, None) == "unknown"
    assert said(True, False, 1, False, False, True) == "not_met"
    assert said(True, False, 1, False, None, True) == "unknown"
    assert said(True, False, 0, False, True, True) == "not_met"
    assert said(True, False, 0, True, True, True) == "not_met"
    assert said(True, False, 1, True, False, True) == "needs_judgement"


def test_the_bar_asks_for_a_register_that_is_whole() -> None:
    """三年内不再受理：期间之内的不受理，其他的只有登记簿完整才知道；从未受限制的亦同。"""
    first, last = date(2028, 6, 20), date(2031, 6, 20)

    def said(barred: bool, day: date, complete: bool | None) -> str:
        return outcome(art11_bar.lead_not_barred(barred, day, first, last, complete))

    assert (said(True, last, True), said(True, last, None)) == ("not_met", "not_met")
    after = date(2031, 6, 21)
    assert (said(True, after, True), said(True, after, None)) == ("met", "unknown")
    assert said(False, last, True) == "met"


def test_a_successor_is_judged_and_no_one_else_while_the_register_is_whole() -> None:
    """原牵头单位提出的：由其而来的由人判断；不是的，登记簿完整才知道；自己受限制的另由期间决定。"""
    successor = art11_bar.no_successor_of_a_former_lead
    assert outcome(successor(True, False, True)) == "needs_judgement"
    assert outcome(successor(True, True, True)) == "needs_judgement"
    assert outcome(successor(False, True, True)) == "not_applicable"
    assert outcome(successor(False, False, True)) == "met"
    assert outcome(successor(False, False, None)) == "unknown"


# --- arts. 12 to 14 -------------------------------------------------------------------------------

SETTLED = (art12_changes.member_change_settled, art12_changes.person_change_settled)
EXECUTED = (
    art12_changes.member_change_executed_after,
    art12_changes.person_change_executed_after,
)


@pytest.mark.parametrize("settled", SETTLED, ids=lambda c: c.name)
def test_a_change_is_reported_and_settled(settled: Clause[Any]) -> None:
    """及时报市科技局核准备案：没有报送而核准的、报送而没有核准的都不符合；还在办理的不问。"""
    assert outcome(settled(True, True, True, True)) == "met"
    assert outcome(settled(True, True, False, True)) == "not_met"
    assert outcome(settled(True, True, True, False)) == "not_met"
    assert outcome(settled(True, False, True, False)) == "not_applicable"
    assert outcome(settled(False, True, False, False)) == "not_applicable"


@pytest.mark.parametrize("after", EXECUTED, ids=lambda c: c.name)
def test_a_change_is_executed_after_it_is_settled(after: Clause[Any]) -> None:
    """核准备案后执行变更：没有核准而执行的不符合，不是不明；没有执行的、不属于这一类的不问。"""
    approved, executed = date(2027, 5, 20), date(2027, 5, 25)
    assert outcome(after(True, True, True, executed, approved)) == "met"
    assert outcome(after(True, True, True, approved, executed)) == "not_met"
    assert outcome(after(True, True, False, executed, None)) == "not_met"
    assert outcome(after(True, False, False, None, None)) == "not_applicable"
    assert outcome(after(False, True, False, executed, None)) == "not_applicable"


def test_the_closed_list_leaves_open_what_it_does_not_name() -> None:
    """等成员单位变更情况：列举是封闭的，未列明的由人判断；更换牵头单位另由其自己的解释决定（F01）。"""

    def said(lead: bool, named: bool, members: MemberChanges) -> str:
        found = art12_changes.member_change_covered(
            True,
            True,
            lead,
            named,
            member_changes=members,
            lead_replacement=LeadReplacement.COVERED,
        )
        return outcome(found)

    assert said(False, True, MemberChanges.CLOSED) == "met"
    assert said(False, False, MemberChanges.CLOSED) == "needs_judgement"
    assert said(True, False, MemberChanges.CLOSED) == "met"
    assert said(False, False, MemberChanges.OPEN) == "met"


def test_a_change_of_one_sort_is_not_measured_by_the_text_on_the_other() -> None:
    """成员单位变更依第十二条，人员变更依第十三条：不属于这一类的变更，这一条不问。"""
    for members in MemberChanges:
        for replacement in LeadReplacement:
            covered = art12_changes.member_change_covered(
                False, False, False, False, member_changes=members, lead_replacement=replacement
            )
            assert outcome(covered) == "not_applicable"
    for persons in PersonsCovered:
        covered = art12_changes.person_change_covered(False, False, persons_covered=persons)
        assert outcome(covered) == "not_applicable"
    assert outcome(art12_changes.basis_issued_jointly(False, False, False, False)) == (
        "not_applicable"
    )


def test_a_basis_is_the_leads_and_the_members() -> None:
    """联合相关成员单位出具变更依据：缺一方的不符合；称一方不能出具的，其余齐全才由人判断（F05）。"""
    issued = art12_changes.basis_issued_jointly
    assert outcome(issued(True, True, True, False)) == "met"
    assert outcome(issued(True, False, True, False)) == "not_met"
    assert outcome(issued(True, True, False, False)) == "not_met"
    assert outcome(issued(True, True, None, False)) == "unknown"
    assert outcome(issued(True, True, True, True)) == "needs_judgement"
    assert outcome(issued(True, True, False, True)) == "not_met"


def test_the_cap_is_asked_of_who_joins_with_a_register_that_is_whole() -> None:
    """同一主体单位参与组建不超过两个：加入时亦同；登记簿不完整的不明（F08）。"""

    def said(joins: bool, count: int, complete: bool | None) -> str:
        found = art12_changes.joins_at_most(joins, count, complete, max_participations=2)
        return settle(found, Force.IN_PRINCIPLE).value

    assert (said(True, 2, True), said(True, 2, None)) == ("met", "unknown")
    assert (said(True, 3, None), said(False, 3, True)) == (
        "departs_from_principle",
        "not_applicable",
    )


def test_each_step_of_a_withdrawal_is_needed() -> None:
    """经审核后发文撤销：未审核的、审核不同意的、未撤销的、另引情形的不符合；没有文号的不明。"""
    steps = art14_withdrawal.withdrawn_by_document
    assert outcome(steps(True, True, True, True, True, True)) == "met"
    assert outcome(steps(False, True, True, True, True, True)) == "not_applicable"
    assert outcome(steps(True, False, None, True, True, True)) == "not_met"
    assert outcome(steps(True, True, False, True, True, True)) == "not_met"
    assert outcome(steps(True, True, None, True, True, True)) == "unknown"
    assert outcome(steps(True, True, True, False, True, None)) == "not_met"
    assert outcome(steps(True, True, True, True, False, True)) == "not_met"
    assert outcome(steps(True, True, True, True, True, None)) == "unknown"


# --- art. 15 --------------------------------------------------------------------------------------


def test_a_new_consortium_is_eligible_until_it_is_graded_if_read_that_way() -> None:
    """良好及以上的：从未评价的能否申报，依解释；曾经评价而没有所依据的一次的，都不能（D07、D08）。"""

    def said(there: bool, grade: str | None, ever: bool, never: NeverEvaluated) -> str:
        found = art15_support.graded_good_or_better(
            there,
            grade,
            ever,
            False,
            good_or_better=("excellent", "good"),
            unqualified=("unqualified",),
            qualified_grade=QualifiedGrade.NOT_ELIGIBLE,
            never_evaluated=never,
        )
        return outcome(found)

    out, eligible = NeverEvaluated.NOT_ELIGIBLE, NeverEvaluated.ELIGIBLE
    assert (said(False, None, False, out), said(False, None, False, eligible)) == ("not_met", "met")
    assert said(False, None, True, eligible) == "not_met"
    assert (said(True, "good", True, eligible), said(True, "qualified", True, eligible)) == (
        "met",
        "not_met",
    )
    assert said(True, None, True, out) == "unknown"
