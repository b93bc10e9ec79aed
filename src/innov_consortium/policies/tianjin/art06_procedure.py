"""第六条：组建流程。步骤的先后与行为人见 ``steps.py``，这里是各步骤本身须符合的。"""

from __future__ import annotations

from innov_consortium.core.clauses import clause
from innov_consortium.core.words import (
    Day,
    Int,
    Ruling,
    Truth,
    at_least,
    both,
    exists,
    holds,
    left_open,
    more_than,
    not_,
    only_if,
    within,
)
from innov_consortium.policies.tianjin.readings_life import (
    ApprovalDay,
    CallNeeded,
    DistrictOpinionNeeded,
    ExpertWeight,
)

__all__ = [
    "APPROVAL",
    "FILING",
    "FORWARDING",
    "PROCEDURE",
    "PUBLICATION",
    "REVIEW",
    "REVIEW_BY_EXPERTS",
]


@clause("art6.item1.s2a")
def filed_within_call(
    filing_due: Truth,
    was_filed: Truth,
    was_called: Truth,
    called_by_bureau: Truth,
    filed_on: Day,
    call_opens: Day,
    call_closes: Day,
    *,
    call_needed: CallNeeded,
) -> Ruling:
    """市科技局根据创新联合体总体布局方向及建设思路发布年度征集通知。

    >>> from datetime import date
    >>> from innov_consortium.core.clauses import Force, settle
    >>> def outcome(filed, called=True, by=True, needed=CallNeeded.REQUIRED):
    ...     days = (filed, date(2026, 2, 10), date(2026, 3, 31))
    ...     said = filed_within_call(True, True, called, by, *days, call_needed=needed)
    ...     return settle(said, Force.MANDATORY).value
    >>> [outcome(date(2026, *d)) for d in ((2, 9), (2, 10), (3, 31), (4, 1))]
    ['not_met', 'met', 'met', 'not_met']
    >>> [outcome(date(2026, 3, 2), by=v) for v in (False, None)]
    ['not_met', 'unknown']
    >>> outcome(date(2026, 3, 2), called=False, by=None)
    'not_met'
    >>> outcome(date(2026, 3, 2), called=False, needed=CallNeeded.INTERNAL)
    'not_applicable'
    """
    called = both(was_called, called_by_bureau)
    in_call = both(was_filed, called, within(filed_on, call_opens, call_closes))
    if call_needed is CallNeeded.INTERNAL:
        return only_if(both(filing_due, was_called), in_call)
    return only_if(filing_due, in_call)


@clause("art6.item2.s2a", each="co_applicant")
def applied_together(filing_due: Truth, was_filed: Truth, applies_together: Truth) -> Ruling:
    """牵头单位会同各成员单位共同提出组建申请。

    >>> [applied_together(True, True, v).test for v in (True, False, None)]
    [True, False, None]
    >>> applied_together(True, False, None).test
    False
    """
    return only_if(filing_due, both(was_filed, applies_together))


@clause("art6.item2.s2a")
def applied_by_lead(filing_due: Truth, was_filed: Truth, filed_by_lead: Truth) -> Ruling:
    """牵头单位……提出组建申请：批复时再问，申报时由行为人回答。

    >>> [applied_by_lead(True, True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(filing_due, both(was_filed, filed_by_lead))


@clause("art6.item2.s2b")
def plan_handed_in(filing_due: Truth, was_filed: Truth, plan_included: Truth) -> Ruling:
    """联合编订天津市创新联合体建设方案。

    >>> [plan_handed_in(True, True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(filing_due, both(was_filed, plan_included))


@clause("art6.item2.s2c")
def proofs_handed_in(filing_due: Truth, was_filed: Truth, proofs_included: Truth) -> Ruling:
    """会同相关证明材料。

    >>> [proofs_handed_in(True, True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(filing_due, both(was_filed, proofs_included))


@clause("art6.item2.s2d")
def filed_with_own_district(filing_due: Truth, was_filed: Truth, filed_in_place: Truth) -> Ruling:
    """一并提报至牵头单位所在区（含滨海新区各开发区）科技主管部门。

    >>> [filed_with_own_district(True, True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(filing_due, both(was_filed, filed_in_place))


@clause("art6.item3.s2a")
def reviewed_by_own_district(
    review_due: Truth, district_reviewed: Truth, reviewed_in_place: Truth
) -> Ruling:
    """各区科技主管部门对申请材料进行审核（所在区的：第二十二条）。

    >>> [reviewed_by_own_district(True, True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(review_due, both(district_reviewed, reviewed_in_place))


@clause("art6.item3.s2b")
def district_recommended(
    review_due: Truth,
    district_reviewed: Truth,
    district_opinion_given: Truth,
    district_recommends: Truth,
    *,
    district_opinion_needed: DistrictOpinionNeeded,
) -> Ruling:
    """并出具推荐意见。

    >>> def test(given, recommends, read):
    ...     said = district_recommended(True, True, given, recommends, district_opinion_needed=read)
    ...     return said.test
    >>> needed, anyway = DistrictOpinionNeeded.NEEDED, DistrictOpinionNeeded.FORWARDED
    >>> [test(True, v, needed) for v in (True, False)], test(None, None, needed)
    ([True, False], None)
    >>> [test(True, v, anyway) for v in (True, False)], test(False, False, anyway)
    ([True, True], False)
    """
    if district_opinion_needed is DistrictOpinionNeeded.FORWARDED:
        return only_if(review_due, both(district_reviewed, district_opinion_given))
    return only_if(review_due, both(district_reviewed, district_recommends))


@clause("art6.item3.s2c")
def forwarded_by_own_district(
    forwarding_due: Truth, was_forwarded: Truth, forwarded_in_place: Truth
) -> Ruling:
    """提交至市科技局。

    >>> [forwarded_by_own_district(True, True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(forwarding_due, both(was_forwarded, forwarded_in_place))


@clause("art6.item3.s2c")
def forwarded_to_bureau(forwarding_due: Truth, was_forwarded: Truth) -> Ruling:
    """提交至市科技局：所在区的，或接收申报的部门；后者有误的是瑕疵，不使之无效（C02）。

    >>> [forwarded_to_bureau(True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(forwarding_due, holds(was_forwarded))


@clause("art6.item4.s2a")
def third_party_commissioned(
    expert_review_due: Truth, expert_reviewed: Truth, agency_is_third_party: Truth
) -> Ruling:
    """市科技局委托第三方服务机构。

    >>> [third_party_commissioned(True, True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(expert_review_due, both(expert_reviewed, agency_is_third_party))


@clause("art6.item4.s2b")
def defended_orally(
    expert_review_due: Truth, expert_reviewed: Truth, oral_defence: Truth
) -> Ruling:
    """组织专家对申报材料进行答辩评审。

    >>> [defended_orally(True, True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(expert_review_due, both(expert_reviewed, oral_defence))


@clause("art6.item4.s2c")
def experts_gave_opinion(
    expert_review_due: Truth, expert_reviewed: Truth, experts_opined: Truth
) -> Ruling:
    """专家依据答辩情况提出评审意见。

    >>> [experts_gave_opinion(True, True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(expert_review_due, both(expert_reviewed, experts_opined))


@clause("art6.item5.s2a")
def experts_agree(
    was_approved: Truth,
    experts_opined: Truth,
    experts_recommend: Truth,
    *,
    expert_weight: ExpertWeight,
) -> Ruling:
    """市科技局参考专家评审意见；意见须有，不约束（C04）。

    >>> binding, reference = ExpertWeight.BINDING, ExpertWeight.REFERENCE
    >>> [experts_agree(True, True, v, expert_weight=binding).test for v in (True, False, None)]
    [True, False, None]
    >>> experts_agree(True, True, False, expert_weight=reference).test
    True
    """
    if expert_weight is ExpertWeight.BINDING:
        return only_if(was_approved, both(experts_opined, experts_recommend))
    return only_if(was_approved, holds(experts_opined))


@clause("art6.item5.s2b")
def list_publicised(was_approved: Truth, publicised: Truth, publicised_by_bureau: Truth) -> Ruling:
    """提出拟批复组建创新联合体名单并公示。

    >>> [list_publicised(True, True, v).test for v in (True, False, None)]
    [True, False, None]
    >>> list_publicised(True, False, None).test
    False
    """
    return only_if(was_approved, both(publicised, publicised_by_bureau))


@clause("art6.item5.s2c")
def approved_after_publicity(
    was_approved: Truth,
    publicised: Truth,
    approval_day: Day,
    publicity_ends_on: Day,
    objections: Int,
    *,
    approval_from: ApprovalDay,
) -> Ruling:
    """公示无异议后批复组建创新联合体。

    >>> from datetime import date
    >>> from innov_consortium.core.clauses import Force, settle
    >>> def outcome(day, objections=0, read=ApprovalDay.NEXT_DAY, publicised=True):
    ...     days = (date(2026, 5, day), date(2026, 5, 12))
    ...     said = approved_after_publicity(True, publicised, *days, objections, approval_from=read)
    ...     return settle(said, Force.MANDATORY).value
    >>> [outcome(d) for d in (11, 12, 13)]
    ['not_met', 'not_met', 'met']
    >>> [outcome(d, read=ApprovalDay.SAME_DAY) for d in (11, 12, 13)]
    ['not_met', 'met', 'met']
    >>> [outcome(13, n) for n in (0, 1, None)], outcome(13, publicised=False)
    (['met', 'not_met', 'unknown'], 'not_met')
    """
    over = more_than(approval_day, publicity_ends_on)
    if approval_from is ApprovalDay.SAME_DAY:
        over = at_least(approval_day, publicity_ends_on)
    return only_if(was_approved, both(publicised, over, not_(exists(objections))))


@clause("art26.s2", attested=True)
def pending_under_former(filed_before: Truth) -> Ruling:
    """原《……工作方案（试行）》废止：公布以前提出的申请如何办理，条文没有规定，须另行决定（A09）。

    >>> pending_under_former(True).open, pending_under_former(False).applies
    (True, False)
    """
    return only_if(filed_before, left_open(filed_before, filed_before))


#: What a filing must satisfy, but for the office it is handed in to.
CONTENT = (filed_within_call, applied_together, plan_handed_in, proofs_handed_in)

#: The same with the office: another one is a fault of the filing and no nullity (C02).
FILING = (*CONTENT, filed_with_own_district)

REVIEW = (reviewed_by_own_district, pending_under_former)

FORWARDING = (district_recommended, forwarded_by_own_district, pending_under_former)

EXPERTS = (third_party_commissioned, defended_orally, experts_gave_opinion)

REVIEW_BY_EXPERTS = (*EXPERTS, pending_under_former)

PUBLICATION = (district_recommended, forwarded_to_bureau, *EXPERTS, pending_under_former)

APPROVAL = (
    applied_by_lead,
    *CONTENT,
    district_recommended,
    forwarded_to_bureau,
    *EXPERTS,
    experts_agree,
    list_publicised,
    approved_after_publicity,
    pending_under_former,
)

PROCEDURE = (
    *FILING,
    reviewed_by_own_district,
    district_recommended,
    forwarded_by_own_district,
    *EXPERTS,
    experts_agree,
    list_publicised,
    approved_after_publicity,
    pending_under_former,
)
