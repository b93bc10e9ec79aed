"""第十条、第十五条、第二十二条：谁可以申报科技重大项目，最多支持多少。

第十条取消当年的申报资格，第十五条要求评价良好及以上：两项互不相干，各问各的。
"""

from __future__ import annotations

from decimal import Decimal

from innov_consortium.core.clauses import Force, clause, judged
from innov_consortium.core.words import (
    Money,
    Ruling,
    Truth,
    Word,
    at_most,
    both,
    either,
    holds,
    is_one_of,
    left_open,
    not_,
    only_if,
)
from innov_consortium.policies.tianjin.readings_projects import (
    NeverEvaluated,
    PreliminaryReview,
    QualifiedGrade,
)

__all__ = [
    "AMOUNT",
    "AMOUNT_CONTEXT",
    "APPLICATION",
    "APPLICATION_NOTES",
    "ELIGIBILITY",
    "ELIGIBILITY_CONTEXT",
    "INSTALMENT",
    "INSTALMENT_NOTES",
    "PREREVIEW",
]


@clause("art10.s1b")
def not_cancelled(cancelled: Truth) -> Truth:
    """考核不合格的，取消当年的申报资格（D02）；届满以后，或者没有不合格的，不受影响。

    >>> [not_cancelled(v) for v in (True, False, None)]
    [False, True, None]
    """
    return not_(cancelled)


@clause("art15.s1a")
def is_a_consortium(in_status: Truth) -> Truth:
    """面向……天津市创新联合体：当日资格仍在。

    >>> [is_a_consortium(v) for v in (True, False)]
    [True, False]
    """
    return holds(in_status)


@clause("art15.s1a", attested=True)
def graded_good_or_better(
    relied_on_one: Truth,
    relied_on: Word,
    ever_graded: Truth,
    legacy_in_favour: Truth,
    *,
    good_or_better: tuple[str, ...],
    unqualified: tuple[str, ...],
    qualified_grade: QualifiedGrade,
    never_evaluated: NeverEvaluated,
) -> Ruling:
    """面向年度运行评价良好及以上的：合格的不是，从未评价的也不是（D06、D07、D08）。

    >>> def said(grade, there=True, **read):
    ...     settings = {
    ...         "good_or_better": ("excellent", "good"),
    ...         "unqualified": ("unqualified",),
    ...         "qualified_grade": QualifiedGrade.NOT_ELIGIBLE,
    ...         "never_evaluated": NeverEvaluated.NOT_ELIGIBLE,
    ...     }
    ...     return graded_good_or_better(there, grade, there, False, **{**settings, **read}).test
    >>> [said(g) for g in ("qualified", "good", "excellent", None)]
    [False, True, True, None]
    >>> said(None, there=False)
    False
    >>> said("qualified", qualified_grade=QualifiedGrade.ELIGIBLE)
    True
    """
    graded = is_one_of(relied_on, good_or_better)
    if qualified_grade is QualifiedGrade.ELIGIBLE:
        graded = not_(is_one_of(relied_on, unqualified))
    test = both(relied_on_one, graded)
    if never_evaluated is NeverEvaluated.ELIGIBLE:
        test = either(not_(ever_graded), test)
    return left_open(legacy_in_favour, test)


@clause("art23.s2c", each="project")
def applied_for_through_lead(applied_for: Truth, applied_through_lead: Truth) -> Ruling:
    """组织成员单位共同申报并完成重大科技项目：由牵头单位申报（D13）。

    >>> [applied_for_through_lead(True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(applied_for, holds(applied_through_lead))


def of_review_as_condition(*, preliminary_review: PreliminaryReview) -> Force:
    """初审是不是受理的条件（D13）。"""
    return {
        PreliminaryReview.FINDING: Force.ENCOURAGEMENT,
        PreliminaryReview.CONDITION: Force.MANDATORY,
    }[preliminary_review]


def of_review_as_finding(*, preliminary_review: PreliminaryReview) -> Force:
    """初审只是程序上的一步（D13）。"""
    return {
        PreliminaryReview.FINDING: Force.MANDATORY,
        PreliminaryReview.CONDITION: Force.ENCOURAGEMENT,
    }[preliminary_review]


@clause("art22.s2b", each="project", force=of_review_as_condition)
def admitted_after_review(applied_for: Truth, prereviewed_in_place: Truth) -> Ruling:
    """对本区创新联合体申报的科技重大项目进行初审；未经本区初审的不能受理。

    >>> [admitted_after_review(True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(applied_for, holds(prereviewed_in_place))


@clause("art22.s2b", each="project", force=of_review_as_finding)
def prereviewed_by_own_district(applied_for: Truth, prereviewed_in_place: Truth) -> Ruling:
    """对本区创新联合体申报的科技重大项目进行初审；没有初审的，是程序瑕疵。

    >>> [prereviewed_by_own_district(True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(applied_for, holds(prereviewed_in_place))


@clause("art15.s1d", each="project")
def support_at_most(municipal_support: Money, *, max_support: Decimal) -> Truth:
    """给予最高1000万元市财政资金项目支持：含1000万元整（D10）；是上限，不是请求权。

    >>> most = Decimal(10_000_000)
    >>> amounts = [Decimal(a) for a in ("9999999.99", "10000000", "10000000.01")]
    >>> [support_at_most(a, max_support=most) for a in amounts]
    [True, True, False]
    """
    return at_most(municipal_support, max_support)


@clause("art15.s1d")
def instalment_at_most(
    instalment_counts: Truth, support_with_it: Money, *, max_support: Decimal
) -> Ruling:
    """给予最高1000万元市财政资金项目支持：连同这一期不超过；不计入上限的资金不受限制（D10）。

    >>> most = Decimal(10_000_000)
    >>> amounts = [Decimal(a) for a in ("10000000", "10000000.01")]
    >>> [instalment_at_most(True, a, max_support=most).test for a in amounts]
    [True, False]
    >>> instalment_at_most(False, Decimal(20_000_000), max_support=most).applies
    False
    """
    return only_if(instalment_counts, at_most(support_with_it, max_support))


@clause("art15.s2a", each="project")
def funded_earlier(funded_before: Truth) -> Truth:
    """相关项目方向或研究已获得过资助。

    >>> [funded_earlier(v) for v in (True, False, None)]
    [True, False, None]
    """
    return holds(funded_before)


@clause("art15.s2b", each="project", attested=True)
def cut_as_appropriate(funded_before: Truth) -> Ruling:
    """酌情削减支持额度或不予支持：削减多少、是否支持，由机关决定，本库不算（D11）。

    >>> cut_as_appropriate(True).open, cut_as_appropriate(False).applies
    (True, False)
    """
    return only_if(funded_before, left_open(funded_before, funded_before))


ELIGIBILITY = (
    not_cancelled,
    is_a_consortium,
    graded_good_or_better,
    admitted_after_review,
    applied_for_through_lead,
)

ELIGIBILITY_CONTEXT = (
    judged("art15.s1c", each="project", only_if="applied_for"),
    prereviewed_by_own_district,
)

AMOUNT = (support_at_most,)

INSTALMENT = (instalment_at_most,)

INSTALMENT_NOTES = (cut_as_appropriate,)

AMOUNT_CONTEXT = (funded_earlier, cut_as_appropriate)

APPLICATION = (not_cancelled, is_a_consortium, graded_good_or_better, admitted_after_review)

APPLICATION_NOTES = (prereviewed_by_own_district,)

PREREVIEW = (prereviewed_by_own_district,)
