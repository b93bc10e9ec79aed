"""How the disputed wordings of arts. 6, 11 (bar), 12–14 and 26 (expiry) are read.

The letters are those of the collection of readings; where it has none the options are lettered in
its order, the default first.
"""

from __future__ import annotations

from innov_consortium.core.readings import Choice, Reading, question

__all__ = [
    "LIFE_READINGS",
    "ApprovalDay",
    "BarAfterVoluntary",
    "BarCounting",
    "BasisSigners",
    "CallNeeded",
    "ChangeEffect",
    "DistrictOffice",
    "DistrictOpinionNeeded",
    "ExpertWeight",
    "LeadReplacement",
    "MemberChanges",
    "MembershipEnd",
    "ObjectionEffect",
    "OnExpiry",
    "PersonsCovered",
    "PrematureExecution",
    "SuccessorTested",
    "VoluntaryGround",
]


class OnExpiry(Reading):
    """有效期届满后，未办结的事项和已有的资格如何？"""

    NO_NEW_ACT = ("a", "不得再作出新的行为，资格仍在", "no new act; the status stays")
    PENDING_FINISHED = ("b", "届满前开始的事项办完", "what was begun before is finished")
    STATUS_ENDS = ("c", "资格随之终止", "the status ends, too")


class CallNeeded(Reading):
    """没有年度征集通知，能否申报？"""

    REQUIRED = ("a", "不能：组建工作由通知启动", "no: the call launches formation")
    INTERNAL = ("b", "能：通知是内部安排", "yes: the call is internal")


class DistrictOffice(Reading):
    """“牵头单位所在区”是登记住所地，还是主要经营地？"""

    DOMICILE = ("a", "登记住所地；在开发区内的，为该开发区", "registered domicile, or its zone")
    OPERATION = ("b", "主要经营地", "place of main operation")


class DistrictOpinionNeeded(Reading):
    """区科技主管部门不推荐的，能否提交市科技局？"""

    NEEDED = ("a", "不能：没有推荐意见，下一步无所依据", "no: the next step lacks its basis")
    FORWARDED = ("b", "可附不推荐意见提交", "yes, with the negative opinion")
    ALWAYS = ("c", "区级必须推荐", "the district must always recommend")


class ExpertWeight(Reading):
    """专家评审意见是否约束市科技局？"""

    REFERENCE = ("a", "须有，不约束", "it must exist and does not bind")
    BINDING = ("b", "约束", "it binds")


class ObjectionEffect(Reading):
    """何种异议使公示不成为“无异议”？"""

    OPEN_OR_UPHELD = ("a", "尚未处理的和成立的", "an open or an upheld one")
    ANY = ("b", "任何异议，不论成立与否", "any, upheld or not")


class ApprovalDay(Reading):
    """公示期最后一日当天能否批复？"""

    NEXT_DAY = ("a", "不能，次日起方可", "no: from the day after")
    SAME_DAY = ("b", "能", "yes")


class VoluntaryGround(Reading):
    """牵头单位主动申请撤销，第十四条的全体说明是否必需？"""

    COMPLETED = ("a", "必需：第十四条是第十一条第（四）项的特别规定", "yes: art. 14 completes it")
    ALONE = ("b", "不必需：牵头单位提出即足", "no: the lead alone suffices")
    TWO_ROADS = ("c", "两条途径并存", "two roads")


class BarAfterVoluntary(Reading):
    """主动申请撤销的，是否也有三年限制？"""

    EVERY = ("a", "有：各项撤销均适用", "yes: after every revocation")
    FAULT_ONLY = ("b", "没有：限于有过错的撤销", "no: only where there was fault")


class BarCounting(Reading):
    """“自撤销之日起三年内”如何计算？"""

    NOT_COUNTED = (
        "a",
        "撤销当日不计入，至第三年的相应日",
        "the day of revocation not counted, to the corresponding day",
    )
    COUNTED = ("b", "撤销当日计入，至相应日的前一日", "that day counted, to the day before")


class MemberChanges(Reading):
    """“等成员单位变更情况”是否包括加入、合并、分立？"""

    OPEN = ("a", "包括", "yes")
    CLOSED = ("b", "不包括", "no")


class LeadReplacement(Reading):
    """更换牵头单位是否属于成员单位变更？"""

    COVERED = ("c", "属于", "yes")
    NOT_PROVIDED = ("d", "条文没有规定，须另行决定", "not provided for; needs a decision")


class ChangeEffect(Reading):
    """“核准备案”是核准，还是备案？"""

    APPROVAL = ("a", "须经核准", "approval is needed")
    FILING = ("b", "报送即可", "filing suffices")


class BasisSigners(Reading):
    """变更依据须由谁出具？"""

    CONCERNED = ("a", "牵头单位和直接有关的成员单位", "the lead and the members concerned")
    ALL = ("b", "牵头单位和所有成员单位", "the lead and all members")
    LEAD_SUFFICES = ("c", "牵头单位即可", "the lead suffices")


class PrematureExecution(Reading):
    """核准之前已经执行的变更，何时算数？"""

    COUNTS_LATER = ("a", "自核准起算数", "it counts from approval")
    VOID = ("b", "不算数，须核准后重新执行", "it does not count and has to be done again")


class PersonsCovered(Reading):
    """“等人员变更情况”包括哪些人员？"""

    SIMILAR = ("a", "与所列两职相当的人员，由人判断", "persons of similar weight, judged")
    ANY_KEY = ("b", "任何成员单位的关键人员", "any key person of any member")


class SuccessorTested(Reading):
    """继任的技术总师是否须符合第五条第（六）项？"""

    TESTED = ("a", "须符合", "yes")
    NOT_TESTED = ("b", "不须", "no")


class MembershipEnd(Reading):
    """退出的成员单位，自何日起不再计入？"""

    EXECUTION = ("a", "核准后执行之日", "the day of execution after approval")
    APPROVAL = ("b", "核准之日", "the day of approval")
    DAY_AFTER = ("c", "执行的次日", "the day after execution")


LIFE_READINGS: tuple[Choice, ...] = (
    question(
        "on_expiry",
        OnExpiry,
        default=OnExpiry.NO_NEW_ACT,
        entry="A05",
        provisions=("art26.s1b",),
        reason="失效的文件不再是行政行为的依据；失效不是撤销；续办须有过渡条款，条文没有",
        reason_en="a lapsed document is no basis; lapse is not revocation; no transition clause",
    ),
    question(
        "call_needed",
        CallNeeded,
        default=CallNeeded.REQUIRED,
        entry="C01",
        provisions=("art6.item1.s2a",),
        reason="“启动创新联合体组建工作”",
        reason_en="启动: the call launches formation",
    ),
    question(
        "district_office",
        DistrictOffice,
        default=DistrictOffice.DOMICILE,
        entry="C02",
        provisions=("art6.item2.s2d",),
        reason="民法典第六十三条：以主要办事机构所在地为住所；括号写明含各开发区",
        reason_en="Civil Code art. 63; the parenthesis includes the zones",
    ),
    question(
        "district_opinion_needed",
        DistrictOpinionNeeded,
        default=DistrictOpinionNeeded.NEEDED,
        entry="C03",
        provisions=("art6.item3.s2b", "art6.item3.s2c"),
        reason="“出具推荐意见，提交至市科技局”；条文没有时限",
        reason_en="出具推荐意见，提交; the text has no time limit",
    ),
    question(
        "expert_weight",
        ExpertWeight,
        default=ExpertWeight.REFERENCE,
        entry="C04",
        provisions=("art6.item5.s2a",),
        reason="“参考”",
        reason_en="参考: taken as a reference",
    ),
    question(
        "objection_effect",
        ObjectionEffect,
        default=ObjectionEffect.OPEN_OR_UPHELD,
        entry="C05",
        provisions=("art6.item5.s2c",),
        reason="经审查不成立的异议不再是异议；公示期长短条文没有规定",
        reason_en="an objection found unfounded is none; the text gives publicity no length",
    ),
    question(
        "approval_from",
        ApprovalDay,
        default=ApprovalDay.NEXT_DAY,
        entry="C06",
        provisions=("art6.item5.s2c",),
        reason="公示期至末日二十四时；参照民法典第二百零三条第二款",
        reason_en="publicity lasts to 24:00 of its last day; Civil Code art. 203(2) by analogy",
    ),
    question(
        "voluntary_ground",
        VoluntaryGround,
        default=VoluntaryGround.COMPLETED,
        entry="E02",
        provisions=("art14.s1b",),
        reason="使两处规定均不落空；按字面，牵头单位提出时第（四）项即已成立",
        reason_en="so that neither is idle; literally item 4 is met once the lead applies",
    ),
    question(
        "bar_after_voluntary",
        BarAfterVoluntary,
        default=BarAfterVoluntary.EVERY,
        entry="E03",
        provisions=("art11.p2.s1a",),
        reason="该款不区分各项；善意退出的牵头单位是否同受限制可争",
        reason_en="the paragraph makes no difference; arguable for a lead that left in good faith",
    ),
    question(
        "bar_counting",
        BarCounting,
        default=BarCounting.NOT_COUNTED,
        entry="E04",
        provisions=("art11.p2.s1b",),
        reason="参照民法典第二百零一条、第二百零二条；撤销当日同样不受理，只是不计入",
        reason_en="Civil Code arts. 201, 202; that day is barred as well, only not counted",
    ),
    question(
        "member_changes",
        MemberChanges,
        default=MemberChanges.OPEN,
        entry="F01",
        provisions=("art12.s1c",),
        reason="“等”；第十八条支持拓展联合范围",
        reason_en="等; art. 18 supports widening",
    ),
    question(
        "lead_replacement",
        LeadReplacement,
        default=LeadReplacement.NOT_PROVIDED,
        entry="F01",
        provisions=("art12.s1c",),
        reason="更换牵头单位涉及条件、责任和三年限制，不是普通变更",
        reason_en="it touches conditions, responsibility and the bar",
    ),
    question(
        "change_effect",
        ChangeEffect,
        default=ChangeEffect.APPROVAL,
        entry="F02",
        provisions=("art12.s1e", "art12.s1f", "art13.s1e", "art13.s1f"),
        reason="“核准”“后执行变更”",
        reason_en="核准 and 后执行",
    ),
    question(
        "basis_signers",
        BasisSigners,
        default=BasisSigners.CONCERNED,
        entry="F05",
        provisions=("art12.s1d",),
        reason="“相关成员单位”，与第十四条“所有成员单位”相对；拒不出具的，手续不全，须另行决定",
        reason_en="相关, against 所有 in art. 14; where one refuses, a decision is needed",
    ),
    question(
        "premature_execution",
        PrematureExecution,
        default=PrematureExecution.COUNTS_LATER,
        entry="F06",
        provisions=("art12.s1f", "art13.s1f"),
        reason="条文没有规定后果；计数以核准与执行两者中较后之日为准",
        reason_en="no consequence is stated; for counting, the later of execution and approval",
    ),
    question(
        "persons_covered",
        PersonsCovered,
        default=PersonsCovered.SIMILAR,
        entry="F07",
        provisions=("art13.s1c",),
        reason="“等”随所列两职",
        reason_en="等 follows the two posts named",
    ),
    question(
        "successor_tested",
        SuccessorTested,
        default=SuccessorTested.TESTED,
        entry="F07",
        provisions=("art13.s1b", "art5.item6.s3b"),
        reason="第五条第（六）项说明技术总师应由何人担任",
        reason_en="art. 5 item 6 says who is to be chief technologist",
    ),
    question(
        "membership_end",
        MembershipEnd,
        default=MembershipEnd.EXECUTION,
        entry="F08",
        provisions=("art12.s1f", "art5.item3.s5b"),
        reason="“后执行变更”是仅有的依据；退出当日不再计入",
        reason_en="后执行变更 is the only hook; the day of exit is no longer counted",
    ),
)
