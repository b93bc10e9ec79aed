"""What the passages leave open, and the ways to read it.

Nothing is taken for granted: by default nothing is chosen (``unstated``), and then something is
said only where every way comes to the same — of the years, every way to take some of the last three
— and where they may differ a person decides.
"""

from __future__ import annotations

from innov_consortium.core.readings import Choice, Reading, question

__all__ = ["READINGS"]

_UNSTATED = ("a", "没有写明，各种读法结果相同的才作结论", "not stated: only what all ways agree on")


class LeadCounts(Reading):
    """计数的成员（≥7家及其中的各项家数）和须签订协议的成员单位，是否包括牵头单位？"""

    UNSTATED = _UNSTATED
    INCLUDED = ("b", "含牵头单位", "the lead is a member as well")
    EXCLUDED = ("c", "不含牵头单位", "the lead is not one of the members")


class NewInstitutions(Reading):
    """新型研发机构是否算作“科研机构”？"""

    UNSTATED = _UNSTATED
    COUNTED = ("b", "算作科研机构", "counted among research institutions")
    NOT_COUNTED = ("c", "不算", "not counted among them")


class RevenueYears(Reading):
    """“年营收”看哪些年度？"""

    UNSTATED = _UNSTATED
    LAST_YEAR = ("b", "上一年度", "the last year")
    EACH_OF_THREE = ("c", "最近三个年度中的每一年", "each of the last three years")
    MEAN_OF_THREE = ("d", "最近三个年度的平均", "the mean of the last three years")


class SpendingYears(Reading):
    """“年均研发投入”及其占营收的比例，按哪些年度计算？"""

    UNSTATED = _UNSTATED
    LAST_YEAR = ("b", "上一年度", "the last year")
    LAST_THREE = ("c", "最近三个年度", "the last three years together")


class HospitalFigures(Reading):
    """三甲医院牵头的，是否也须达到年营收、年均研发投入的要求？"""

    UNSTATED = _UNSTATED
    REQUIRED = ("b", "也须达到", "required as well")
    NOT_REQUIRED = ("c", "不须达到", "not required")


READINGS: tuple[Choice, ...] = (
    question(
        "lead_counts",
        LeadCounts,
        default=LeadCounts.UNSTATED,
        entry="X11",
        provisions=("qa3.item2.s1b", "qa3.item2.s1c", "qa3.item2.s1d", "qa3.item3.s1a"),
        reason="所见文字没有写；本库不代为选择。",
        reason_en="The passages do not say, and the library does not choose.",
    ),
    question(
        "new_institutions",
        NewInstitutions,
        default=NewInstitutions.UNSTATED,
        entry="X12",
        provisions=("qa3.item2.s1d",),
        reason="牵头单位一句另列新型研发机构，成员一句只写科研机构；所见文字没有写。",
        reason_en=(
            "The sentence on leads names new-type institutions apart, that on members does not; "
            "the passages do not say."
        ),
    ),
    question(
        "revenue_years",
        RevenueYears,
        default=RevenueYears.UNSTATED,
        entry="X13",
        provisions=("qa3.item2.s2a",),
        reason="所见文字没有写；本库不代为选择。",
        reason_en="The passages do not say, and the library does not choose.",
    ),
    question(
        "spending_years",
        SpendingYears,
        default=SpendingYears.UNSTATED,
        entry="X14",
        provisions=("qa3.item2.s2b",),
        reason="“年均”应有起止年度，所见文字没有写；本库不代为选择。",
        reason_en="An average runs over years; the passages do not say which.",
    ),
    question(
        "hospital_figures",
        HospitalFigures,
        default=HospitalFigures.UNSTATED,
        entry="X15",
        provisions=("qa3.item2.s2a", "qa3.item2.s2b", "qa3.item2.s2c"),
        reason="同一段先写对牵头单位的要求，又写可由三甲医院牵头；所见文字没有写两者的关系。",
        reason_en=(
            "One passage states what is required of the lead and that a hospital may lead; how the "
            "two go together is not said."
        ),
    ),
)
