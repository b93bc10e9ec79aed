"""How disputed wordings are read; each may be switched."""

from __future__ import annotations

from innov_consortium.core.readings import Reading, question

__all__ = ["READINGS", "CommencementCounting", "ReportDue", "ShareMean"]


class ShareMean(Reading):
    """“研发投入占营业收入的比例平均”，是三年合计之比，还是各年比例的平均？"""

    POOLED = ("a", "三年研发投入合计占三年营业收入合计的比例", "spending of all years over revenue")
    YEARLY = ("b", "各年比例相加除以年数", "the mean of the yearly shares")


class ReportDue(Reading):
    """“3月31日前”是否包括3月31日当日？"""

    INCLUDED = ("a", "包括当日", "the day included")
    EXCLUDED = ("b", "不包括当日", "the day excluded")


class CommencementCounting(Reading):
    """“自公布之日起三十日后”，公布当日是否计入三十日？"""

    NOT_COUNTED = ("a", "公布当日不计入", "the day of publication is not counted")
    COUNTED = ("b", "公布当日计入", "the day of publication is counted")


READINGS = (
    question(
        "share_mean",
        ShareMean,
        default=ShareMean.POOLED,
        entry="S01",
        provisions=("art5.p2.item2",),
        reason="合计之比不受个别年份规模的影响，与第（一）项年均的算法一致",
        reason_en="the pooled share does not hang on the size of single years, and fits item 1",
    ),
    question(
        "report_due",
        ReportDue,
        default=ReportDue.INCLUDED,
        entry="S02",
        provisions=("art14.s1",),
        reason="期间的末日通常到当日二十四时止（参照民法典第二百零三条）",
        reason_en="a period ends with its last day (Civil Code art. 203, by analogy)",
    ),
    question(
        "commencement_counting",
        CommencementCounting,
        default=CommencementCounting.NOT_COUNTED,
        entry="S03",
        provisions=("art16.s1",),
        reason="按照日计算期间的，开始的当日不计入（参照民法典第二百零一条）",
        reason_en="the first day of a period of days is not counted (Civil Code art. 201)",
    ),
)
