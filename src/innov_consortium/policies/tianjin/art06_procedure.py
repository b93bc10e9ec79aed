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

__all__ = ["APPROVAL", "EXPERTS", "FILING", "FORWARDING", "PROCEDURE", "REVIEW"]


@clause("art6.item1.s2a")
def filed_within_call(
    was_filed: Truth,
    was_called: Truth,
    filed_on: Day,
    call_opens: Day,
    call_closes: Day,
    *,
    call_needed: CallNeeded,
) -> Ruling:
    """市科技局根据创新联合体总体布局方向及建设思路发布年度征集通知。

    >>> from datetime import date
    >>> from innov_consortium.core.clauses import Force, settle
    >>> def outcome(filed, called=True, needed=CallNeeded.REQUIRED):
    ...     opens, closes = date(2026, 2, 10), date(2026, 3, 31)
    ...     said = filed_within_call(True, called, filed, opens, closes, call_needed=needed)
    ...     return settle(said, Force.MANDATORY).value
    >>> [outcome(date(2026, *d)) for d in ((2, 9), (2, 10), (3, 31), (4, 1))]
    ['not_met', 'met', 'met', 'not_met']
    >>> outcome(date(2026, 3, 2), called=False)
    'not_met'
    >>> outcome(date(2026, 3, 2), called=False, needed=CallNeeded.INTERNAL)
    'not_applicable'
    """
    in_call = both(was_called, within(filed_on, call_opens, call_closes))
    if call_needed is CallNeeded.INTERNAL:
        return only_if(both(was_filed, was_called), in_call)
    return only_if(was_filed, in_call)


@clause("art6.item2.s2a", each="co_applicant")
def applied_together(was_filed: Truth, applies_together: Truth) -> Ruling:
    """牵头单位会同各成员单位共同提出组建申请。

    >>> [applied_together(True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(was_filed, holds(applies_together))


@clause("art6.item2.s2b")
def plan_handed_in(was_filed: Truth, plan_included: Truth) -> Ruling:
    """联合编订天津市创新联合体建设方案。

    >>> [plan_handed_in(True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(was_filed, holds(plan_included))


@clause("art6.item2.s2c")
def proofs_handed_in(was_filed: Truth, proofs_included: Truth) -> Ruling:
    """会同相关证明材料。

    >>> [proofs_handed_in(True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(was_filed, holds(proofs_included))


@clause("art6.item2.s2d")
def filed_with_own_district(was_filed: Truth, filed_in_place: Truth) -> Ruling:
    """一并提报至牵头单位所在区（含滨海新区各开发区）科技主管部门。

    >>> [filed_with_own_district(True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(was_filed, holds(filed_in_place))


@clause("art6.item3.s2a")
def reviewed_by_own_district(district_reviewed: Truth, reviewed_in_place: Truth) -> Ruling:
    """各区科技主管部门对申请材料进行审核（所在区的：第二十二条）。

    >>> [reviewed_by_own_district(True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(district_reviewed, holds(reviewed_in_place))


@clause("art6.item3.s2b")
def district_recommended(
    district_reviewed: Truth,
    district_opinion_given: Truth,
    district_recommends: Truth,
    *,
    district_opinion_needed: DistrictOpinionNeeded,
) -> Ruling:
    """并出具推荐意见。

    >>> needed, anyway = DistrictOpinionNeeded.NEEDED, DistrictOpinionNeeded.FORWARDED
    >>> def test(given, recommends, read):
    ...     said = district_recommended(True, given, recommends, district_opinion_needed=read)
    ...     return said.test
    >>> [test(True, v, needed) for v in (True, False)], test(None, None, needed)
    ([True, False], None)
    >>> [test(True, v, anyway) for v in (True, False)], test(None, None, anyway)
    ([True, True], None)
    """
    if district_opinion_needed is DistrictOpinionNeeded.NEEDED:
        return only_if(district_reviewed, holds(district_recommends))
    return only_if(district_reviewed, holds(district_opinion_given))


@clause("art6.item3.s2c")
def forwarded_by_own_district(was_forwarded: Truth, forwarded_in_place: Truth) -> Ruling:
    """提交至市科技局。

    >>> [forwarded_by_own_district(True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(was_forwarded, holds(forwarded_in_place))


@clause("art6.item4.s2a")
def third_party_commissioned(expert_reviewed: Truth, agency_is_third_party: Truth) -> Ruling:
    """市科技局委托第三方服务机构。

    >>> [third_party_commissioned(True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(expert_reviewed, holds(agency_is_third_party))


@clause("art6.item4.s2b")
def defended_orally(expert_reviewed: Truth, oral_defence: Truth) -> Ruling:
    """组织专家对申报材料进行答辩评审。

    >>> [defended_orally(True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(expert_reviewed, holds(oral_defence))


@clause("art6.item4.s2c")
def experts_gave_opinion(expert_reviewed: Truth, experts_opined: Truth) -> Ruling:
    """专家依据答辩情况提出评审意见。

    >>> [experts_gave_opinion(True, v).test for v in (True, None)]
    [True, None]
    """
    return only_if(expert_reviewed, holds(experts_opined))


@clause("art6.item5.s2a")
def experts_agree(
    was_approved: Truth,
    expert_reviewed: Truth,
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
    concerned = both(was_approved, expert_reviewed)
    if expert_weight is ExpertWeight.BINDING:
        return only_if(concerned, holds(experts_recommend))
    return only_if(concerned, holds(expert_reviewed))


@clause("art6.item5.s2b")
def list_publicised(was_approved: Truth, publicised: Truth) -> Ruling:
    """提出拟批复组建创新联合体名单并公示。

    >>> [list_publicised(True, v).test for v in (True, False)]
    [True, False]
    """
    return only_if(was_approved, holds(publicised))


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
    >>> def outcome(day, objections=0, read=ApprovalDay.NEXT_DAY):
    ...     last = date(2026, 5, 12)
    ...     said = approved_after_publicity(
    ...         True, True, date(2026, 5, day), last, objections, approval_from=read
    ...     )
    ...     return settle(said, Force.MANDATORY).value
    >>> [outcome(d) for d in (11, 12, 13)]
    ['not_met', 'not_met', 'met']
    >>> [outcome(d, read=ApprovalDay.SAME_DAY) for d in (11, 12, 13)]
    ['not_met', 'met', 'met']
    >>> [outcome(13, n) for n in (0, 1, None)]
    ['met', 'not_met', 'unknown']
    """
    over = more_than(approval_day, publicity_ends_on)
    if approval_from is ApprovalDay.SAME_DAY:
        over = at_least(approval_day, publicity_ends_on)
    return only_if(both(was_approved, publicised), both(over, not_(exists(objections))))


FILING = (
    filed_within_call,
    applied_together,
    plan_handed_in,
    proofs_handed_in,
    filed_with_own_district,
)

REVIEW = (reviewed_by_own_district,)

FORWARDING = (district_recommended, forwarded_by_own_district)

EXPERTS = (third_party_commissioned, defended_orally, experts_gave_opinion)

APPROVAL = (
    district_recommended,
    *EXPERTS,
    experts_agree,
    list_publicised,
    approved_after_publicity,
)

PROCEDURE = (
    *FILING,
    *REVIEW,
    *FORWARDING,
    *EXPERTS,
    experts_agree,
    list_publicised,
    approved_after_publicity,
)
