"""How the disputed wordings of arts. 8–10, and of legacy under art. 26, are read.

The letters are those of the collection of readings; where it has none the options are lettered in
its order, the default first.
"""

from __future__ import annotations

from innov_consortium.core.readings import Choice, Reading, question

__all__ = [
    "EVALUATION_READINGS",
    "CancelledYear",
    "Consecutive",
    "Correction",
    "CycleCounting",
    "FirstEvaluation",
    "GradeFrom",
    "Legacy",
    "LegacyGrade",
    "SelfGraded",
]


class Legacy(Reading):
    """依原工作方案（津科资〔2023〕83号）组建的联合体、作出的评价和撤销如何？"""

    FORWARD = (
        "a",
        "联合体仍在，以后依本办法；原评价和撤销不作为不利依据",
        "they stand; old grades and revocations burden nobody",
    )
    CONTINUITY = (
        "b",
        "完全延续，原评价和撤销照样计",
        "full continuity: old grades and revocations count",
    )
    ANEW = ("c", "须重新组建", "they must be formed anew")


class LegacyGrade(Reading):
    """原工作方案下的良好以上评价，能否用于申报科技重大项目？"""

    DECIDED = ("a", "有利于当事人的沿用，须另行认定", "in favour, but it takes a decision")
    COUNTED = ("b", "可以", "yes")
    NOT_COUNTED = ("c", "不可以", "no")


class CycleCounting(Reading):
    """“以三年为一周期”的周期如何划分？"""

    FIXED = (
        "a",
        "统一周期，起始年度另行给出",
        "fixed cycles of the scheme, from a year that is given",
    )
    ROLLING = ("b", "任何连续三年", "any three years in a row")
    FROM_APPROVAL = ("c", "自各联合体批复之日起三年", "three years from each approval")


class FirstEvaluation(Reading):
    """新批复的联合体，自哪一年度起评价？"""

    NEXT_YEAR = (
        "a",
        "批复的次年，通知另有列入的除外",
        "the year after approval, unless a notice includes it",
    )
    SAME_YEAR = ("b", "批复当年", "the year of approval")


class GradeFrom(Reading):
    """评价结果自何时起算数？"""

    NOTIFICATION = ("a", "自通报起", "from notification")
    CONFIRMATION = ("b", "自最终审核确认起", "from final confirmation")


class Correction(Reading):
    """评价结果更正的，自何时起算数？"""

    FORWARD = ("a", "自更正之日起", "from the day of the correction")
    BACK = ("b", "追溯至首次通报", "back to the first notification")


class CancelledYear(Reading):
    """“取消当年……申报资格”的“当年”是哪一年？"""

    NOTIFIED = ("a", "通报不合格的日历年度", "the calendar year of notification")
    EVALUATED = ("b", "被评价的年度", "the year evaluated")
    TWELVE_MONTHS = ("c", "自通报起十二个月", "twelve months from notification")
    NEXT_CALL = ("d", "通报之后下一次项目征集的年度", "the year of the next project call")


class Consecutive(Reading):
    """两次评价之间自评的年度，是否打断“连续两次”？"""

    RESULTS = ("a", "不打断：只看先后两次通报的评价", "no: two results one after the other")
    YEARS = ("b", "须为前后两个年度", "they must be two calendar years in a row")
    BROKEN_BY_SELF = ("c", "自评也是一次评价，打断", "a self-evaluation is one, too, and breaks it")


class SelfGraded(Reading):
    """自评自认不合格的，是否计为一次？"""

    NOT_COUNTED = ("a", "不计：备案没有市科技局的结果", "no: filing gives no result of the bureau")
    COUNTED = ("b", "计", "yes")


EVALUATION_READINGS: tuple[Choice, ...] = (
    question(
        "legacy",
        Legacy,
        default=Legacy.FORWARD,
        entry="A08",
        provisions=("art26.s2", "art11.item1"),
        reason="信赖保护；不利处理须有新办法施行后的事实（A07）",
        reason_en="legitimate expectations; a burden needs facts under the new text (A07)",
    ),
    question(
        "legacy_grade",
        LegacyGrade,
        default=LegacyGrade.DECIDED,
        entry="A08",
        provisions=("art15.s1a", "art26.s2"),
        reason="有利溯及是例外，条文没有规定，由机关决定",
        reason_en="carrying it over in favour is an exception the text does not state",
    ),
    question(
        "cycle_counting",
        CycleCounting,
        default=CycleCounting.FIXED,
        entry="D01",
        provisions=("art8.s1b",),
        reason="“实现……全覆盖”是对市科技局整体工作的安排；只问整个周期都在的联合体",
        reason_en="全覆盖 plans the bureau's work; asked of those there throughout",
    ),
    question(
        "first_evaluation",
        FirstEvaluation,
        default=FirstEvaluation.NEXT_YEAR,
        entry="D14",
        provisions=("art8.s3a", "art9.s1g"),
        reason="“年度”以完整年度为宜；理由不强",
        reason_en="年度 suits a whole year; weak",
    ),
    question(
        "grade_from",
        GradeFrom,
        default=GradeFrom.NOTIFICATION,
        entry="D12",
        provisions=("art8.s2d",),
        reason="“经最终审核确认后通报评价结果”",
        reason_en="通报 is when it is told",
    ),
    question(
        "correction",
        Correction,
        default=Correction.FORWARD,
        entry="D12",
        provisions=("art8.s2d",),
        reason="更正作出以前，原结果是通报过的结果；撤销评价结果的，以后的决定视同没有",
        reason_en="until then it was the notified result; an annulled one is as if it never was",
    ),
    question(
        "cancelled_year",
        CancelledYear,
        default=CancelledYear.NOTIFIED,
        entry="D02",
        provisions=("art10.s1b",),
        reason="取消只能自通报起向后发生；“当年”是日历年度",
        reason_en="a cancellation works forward; 当年 is a calendar year",
    ),
    question(
        "consecutive",
        Consecutive,
        default=Consecutive.RESULTS,
        entry="D03",
        provisions=("art11.item1",),
        reason="“次”不是“年”；是否选取参评由市科技局决定，不宜由此增减；严格解释支持打断",
        reason_en="次, not 年; strict construction speaks for the other",
    ),
    question(
        "self_graded",
        SelfGraded,
        default=SelfGraded.NOT_COUNTED,
        entry="D04",
        provisions=("art11.item1", "art8.s3b"),
        reason="“备案”",
        reason_en="备案 is filing only",
    ),
)
