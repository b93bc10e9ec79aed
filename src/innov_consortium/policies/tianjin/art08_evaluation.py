"""第八、九、十条，第二十二条：年度运行评价。谁须提交什么，经过哪些环节，何时算数。

评价内容（第九条）是开放的六个方面，条文没有权重，本库也没有。
"""

from __future__ import annotations

from innov_consortium.core.clauses import clause
from innov_consortium.core.words import (
    Day,
    Int,
    Ruling,
    Truth,
    Word,
    at_most,
    both,
    exists,
    holds,
    is_one_of,
    left_open,
    not_,
    only_if,
)

__all__ = ["CONDITIONS", "CONTEXT", "NOTIFICATION", "SUBMISSION"]


@clause("art8.s1b", each="cycle")
def covered_in_cycle(cycle_over: Truth, there_throughout: Truth, expert_evaluations: Int) -> Ruling:
    """以三年为一周期，实现专家评价全覆盖：对象是市科技局，对联合体没有后果（D01）。

    >>> [covered_in_cycle(True, True, n).test for n in (0, 1, 2)]
    [False, True, True]
    >>> covered_in_cycle(False, True, 0).applies, covered_in_cycle(True, False, 0).applies
    (False, False)
    """
    return only_if(both(cycle_over, there_throughout), exists(expert_evaluations))


@clause("art8.s2b", each="evaluation")
def submitted_in_time(
    submission_due: Truth, submitted: Truth, submitted_on: Day, deadline: Day
) -> Ruling:
    """按时提交评价材料及支撑数据：在通知所定期限当日或以前。

    >>> from datetime import date
    >>> last = date(2026, 10, 30)
    >>> days = [date(2026, 10, d) for d in (29, 30, 31)]
    >>> [submitted_in_time(True, True, d, last).test for d in days]
    [True, True, False]
    >>> submitted_in_time(True, False, None, last).test
    False
    """
    return only_if(submission_due, both(submitted, at_most(submitted_on, deadline)))


@clause("art8.s2b", each="evaluation")
def submitted_whole(
    submission_due: Truth, submitted: Truth, deadline_over: Truth, materials_lacking: Int
) -> Ruling:
    """通知要求……提交评价材料及支撑数据：通知所列的，期限内一件不缺。

    >>> [submitted_whole(True, True, True, n).test for n in (0, 1, None)]
    [True, False, None]
    >>> submitted_whole(True, True, False, 1).applies
    False
    """
    due = both(submission_due, submitted, deadline_over)
    return only_if(due, not_(exists(materials_lacking)))


@clause("art23.s2d", each="evaluation")
def submitted_by_the_lead(
    submission_due: Truth, submitted: Truth, submitted_by_lead: Truth
) -> Ruling:
    """提交相关素材数据配合创新联合体年度评价：由牵头单位。

    >>> [submitted_by_the_lead(True, True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(both(submission_due, submitted), holds(submitted_by_lead))


@clause("art8.s2c", each="evaluation")
def gone_through_stages(notified: Truth, stages_missing: Int) -> Ruling:
    """经材料审查、现场考察及综合评估等环节，在通报以前。

    >>> [gone_through_stages(True, n).test for n in (0, 1, None)]
    [True, False, None]
    """
    return only_if(notified, not_(exists(stages_missing)))


@clause("art8.s2d", each="evaluation")
def confirmed_before_notified(notified: Truth, confirmed: Truth) -> Ruling:
    """经最终审核确认后通报评价结果。

    >>> [confirmed_before_notified(True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(notified, holds(confirmed))


@clause("art8.s3a", each="evaluation")
def evaluated_itself(self_due: Truth, self_evaluation_done: Truth, self_undated: Truth) -> Ruling:
    """不参与专家评价的单位须开展自评；何时为止，条文没有，由通知给出，没有的由人判断。

    >>> evaluated_itself(True, True, True).test, evaluated_itself(True, False, False).test
    (True, False)
    >>> evaluated_itself(True, False, True).open
    True
    """
    late = both(self_undated, not_(self_evaluation_done))
    return only_if(self_due, left_open(late, holds(self_evaluation_done)))


@clause("art8.s3b", each="evaluation")
def self_report_on_file(
    self_report_due: Truth,
    self_report_filed: Truth,
    self_undated: Truth,
    self_filed_on: Day,
    self_filed_by: Day,
) -> Ruling:
    """并将自评报告提交市科技局备案；通知写明期限的，在期限当日或以前。

    >>> from datetime import date
    >>> last = date(2026, 12, 31)
    >>> days = [date(2026, 12, 30), last, date(2027, 1, 1)]
    >>> [self_report_on_file(True, True, False, d, last).test for d in days]
    [True, True, False]
    >>> self_report_on_file(True, False, False, None, last).test
    False
    >>> self_report_on_file(True, False, True, None, date.max).open
    True
    """
    late = both(self_undated, not_(self_report_filed))
    filed = both(self_report_filed, at_most(self_filed_on, self_filed_by))
    return only_if(self_report_due, left_open(late, filed))


@clause("art22.s2c", each="yearly_inspection")
def inspected_every_year(inspection_due: Truth, inspection_done: Truth) -> Ruling:
    """每年对创新联合体的运营情况进行监督检查：对象是区科技主管部门，对联合体没有后果。

    >>> [inspected_every_year(True, v).test for v in (True, False)]
    [True, False]
    """
    return only_if(inspection_due, holds(inspection_done))


@clause("art8.s2d")
def result_counts(has_grade: Truth) -> Truth:
    """通报评价结果：自通报之日起算数（D12）；当日有算数的结果。

    >>> [result_counts(v) for v in (True, False)]
    [True, False]
    """
    return holds(has_grade)


@clause("art10.s1a")
def one_of_four_grades(has_grade: Truth, operative: Word, *, grades: tuple[str, ...]) -> Ruling:
    """评价结果分为优秀、良好、合格、不合格。

    >>> four = ("excellent", "good", "qualified", "unqualified")
    >>> [one_of_four_grades(True, g, grades=four).test for g in ("good", "fair", None)]
    [True, False, None]
    """
    return only_if(has_grade, is_one_of(operative, grades))


CONTEXT = (result_counts, one_of_four_grades)

CONDITIONS = (
    covered_in_cycle,
    submitted_in_time,
    submitted_whole,
    gone_through_stages,
    confirmed_before_notified,
    evaluated_itself,
    self_report_on_file,
    inspected_every_year,
    submitted_by_the_lead,
)


# --- what an act in an evaluation has to satisfy, asked of the year the act is about -------------


@clause("art8.s2c")
def all_stages_gone_through(stages_wanting: Int) -> Truth:
    """经材料审查、现场考察及综合评估等环节。

    >>> [all_stages_gone_through(n) for n in (0, 1, None)]
    [True, False, None]
    """
    return not_(exists(stages_wanting))


@clause("art8.s2b")
def handed_in_by_last_day(day: Day, act_deadline: Day) -> Truth:
    """按时提交评价材料及支撑数据：在期限当日或以前。

    >>> from datetime import date
    >>> [handed_in_by_last_day(date(2026, 10, d), date(2026, 10, 30)) for d in (29, 30, 31)]
    [True, True, False]
    """
    return at_most(day, act_deadline)


NOTIFICATION = (all_stages_gone_through,)

SUBMISSION = (handed_in_by_last_day,)
