"""How the disputed wordings of art. 11 are read: the grounds, and the three years after them.

The letters are those of the collection of readings; where it has none the options are lettered in
its order, the default first.
"""

from __future__ import annotations

from innov_consortium.core.readings import Choice, Reading, question

__all__ = [
    "REVOCATION_READINGS",
    "AccidentGrade",
    "Annulment",
    "BarHoliday",
    "BarPastExpiry",
    "BarredAs",
    "DeterminationEffect",
    "FactsBefore",
    "Falsifier",
    "FormerLead",
    "Listed",
    "PendingApplication",
    "PresentedTo",
    "SelfReport",
    "SubmissionFailure",
]


class FactsBefore(Reading):
    """施行以前的事实，能否作为撤销的情形？"""

    NOT_COUNTED = ("a", "不能；仍在持续的状态除外", "no, but for states that last")
    COUNTED = ("b", "能", "yes")


class SubmissionFailure(Reading):
    """材料迟交或者不全，是否即为“未按要求提交”？"""

    JUDGED = (
        "a",
        "没有提交的是；迟交、不全、由他人提交的，由人判断",
        "nothing submitted is; late, incomplete or by another is judged",
    )
    LITERAL = ("b", "都是", "all are")
    ONLY_MISSING = ("c", "只有没有提交的是", "only nothing submitted is")


class SelfReport(Reading):
    """自评报告是否属于“年度运行评价材料”？"""

    JUDGED = ("a", "由人判断", "judged")
    MATERIALS = ("b", "是", "yes")
    NOT_MATERIALS = ("c", "不是", "no")


class Falsifier(Reading):
    """弄虚作假由谁所为？"""

    LEAD = (
        "a",
        "牵头单位的成立；参与单位的由人判断",
        "the lead's counts; a participant's is judged",
    )
    ANY_MEMBER = ("b", "任何成员单位", "any member's")
    LEAD_ONLY = ("c", "只有牵头单位", "the lead's only")


class AccidentGrade(Reading):
    """“重大”事故以何为准？"""

    MAJOR = ("a", "官方认定为重大或者特别重大", "officially graded major or especially major")
    ORDINARY = (
        "b",
        "通常意义，等级以下的由人判断",
        "in the ordinary sense; below that grade it is judged",
    )


class DeterminationEffect(Reading):
    """司法、行政机关的认定须已生效吗？"""

    EFFECTIVE = ("a", "须已生效", "it must have taken effect")
    ANY = ("b", "作出即可", "any will do")


class Listed(Reading):
    """“被列入”名录、名单，以何时为准？"""

    CURRENT = (
        "a",
        "决定之日仍在列的成立；已移出的由人判断",
        "listed on the day of decision counts; a past listing is judged",
    )
    ONCE = ("b", "曾经列入即可", "once listed suffices")
    CURRENT_ONLY = ("c", "只有仍在列的", "only a present listing")


class BarPastExpiry(Reading):
    """三年限制超过有效期的部分如何？"""

    NOMINAL = (
        "a",
        "期间照算，依本办法只能执行到有效期届满",
        "the end is nominal; enforceable while the text is in force",
    )
    SURVIVES = ("b", "撤销时已经确定，不受影响", "fixed at revocation, it survives")
    CUT = ("c", "到有效期届满为止", "cut off at expiry")


class BarHoliday(Reading):
    """三年的末日是节假日的，是否顺延？"""

    NOT_ROLLED = ("a", "不顺延", "no")
    ROLLED = ("b", "顺延至节假日的次日", "to the day after the holiday")


class FormerLead(Reading):
    """“原牵头单位”包括谁？"""

    SAME_PERSON = (
        "a",
        "同一法人，不论名称；合并、分立后的由人判断",
        "the same legal person under any name; a successor is judged",
    )
    SUCCESSOR_TOO = ("b", "也包括合并、分立后的单位", "a successor, too")
    GROUP_TOO = ("c", "也包括其母公司、子公司，由人判断", "parent and subsidiary, too, as judged")


class BarredAs(Reading):
    """原牵头单位能否作为参与单位申请？"""

    LEAD = ("a", "能：只限其作为牵头单位提出的", "yes: only what it files as lead")
    ANY_MEMBER = ("b", "不能：申请由各成员单位共同提出", "no: all members apply together")


class PendingApplication(Reading):
    """撤销之前已经受理的申请是否受影响？"""

    UNAFFECTED = ("a", "不受影响", "no")
    STOPPED = ("b", "一并停止", "it stops, too")


class PresentedTo(Reading):
    """以何日判断是否在三年之内？"""

    BUREAU = ("a", "提交市科技局之日", "the day it is presented to the bureau")
    DISTRICT = ("b", "向区科技主管部门申报之日", "the day it is filed with the district")


class Annulment(Reading):
    """撤销决定被撤销的，三年限制如何？"""

    FROM_BEGINNING = ("a", "自始没有", "it was never there")
    FORWARD = ("b", "限制仍在", "it stays")


REVOCATION_READINGS: tuple[Choice, ...] = (
    question(
        "facts_before",
        FactsBefore,
        default=FactsBefore.NOT_COUNTED,
        entry="A07",
        provisions=("art11.item3", "art11.item5", "art11.item6", "art11.item7"),
        reason="参照立法法第一百零四条，不溯及既往",
        reason_en="Legislation Law art. 104 by analogy: no retroactivity",
    ),
    question(
        "submission_failure",
        SubmissionFailure,
        default=SubmissionFailure.JUDGED,
        entry="D05",
        provisions=("art11.item2",),
        reason="按字面都是；比例原则不支持",
        reason_en="literally all are; proportionality says otherwise",
    ),
    question(
        "self_report",
        SelfReport,
        default=SelfReport.JUDGED,
        entry="D05",
        provisions=("art11.item2", "art8.s3b"),
        reason="第八条把“评价材料”用于参评单位",
        reason_en="art. 8 uses 评价材料 of those evaluated by experts",
    ),
    question(
        "falsifier",
        Falsifier,
        default=Falsifier.LEAD,
        entry="E13",
        provisions=("art11.item3",),
        reason="该项没有写明主体",
        reason_en="the item names nobody",
    ),
    question(
        "accident_grade",
        AccidentGrade,
        default=AccidentGrade.MAJOR,
        entry="E10",
        provisions=("art11.item5",),
        reason="《生产安全事故报告和调查处理条例》第三条的等级；质量事故没有统一的等级",
        reason_en="the grades of Decree 493 art. 3; quality accidents have no general scale",
    ),
    question(
        "determination_effect",
        DeterminationEffect,
        default=DeterminationEffect.EFFECTIVE,
        entry="E11",
        provisions=("art11.item6",),
        reason="尚在上诉的一审裁判没有生效",
        reason_en="a judgment under appeal has no effect yet",
    ),
    question(
        "listed",
        Listed,
        default=Listed.CURRENT,
        entry="E12",
        provisions=("art11.item7",),
        reason="“被列入”可以指过去，也可以指现在；异常名录可以修复",
        reason_en="被列入 may be past or present; the list can be left",
    ),
    question(
        "bar_past_expiry",
        BarPastExpiry,
        default=BarPastExpiry.NOMINAL,
        entry="A06",
        provisions=("art11.p2.s1b", "art26.s1b"),
        reason="限制的是市科技局的受理；办法失效后没有可受理的申请；后续文件可能沿用",
        reason_en="it binds the bureau's acceptance under this scheme; a successor may keep it",
    ),
    question(
        "bar_holiday",
        BarHoliday,
        default=BarHoliday.NOT_ROLLED,
        entry="E05",
        provisions=("art11.p2.s1b",),
        reason="顺延保护的是须在期内行为的人；延长限制须有依据",
        reason_en="rolling protects who must act; lengthening a burden needs a basis",
    ),
    question(
        "former_lead",
        FormerLead,
        default=FormerLead.SAME_PERSON,
        entry="E07",
        provisions=("art11.p2.s1c",),
        reason="限制随主体，不随名称；另设子公司规避的，条文没有规定",
        reason_en="it follows the person, not the name; evasion is not provided for",
    ),
    question(
        "barred_as",
        BarredAs,
        default=BarredAs.LEAD,
        entry="E08",
        provisions=("art11.p2.s1c", "art11.p2.s1d"),
        reason="“原牵头单位提出的”，不利规定从严解释",
        reason_en="原牵头单位提出的; burdens are construed strictly",
    ),
    question(
        "pending_application",
        PendingApplication,
        default=PendingApplication.UNAFFECTED,
        entry="E09",
        provisions=("art11.p2.s1b",),
        reason="“不再受理”：受理在先",
        reason_en="不再受理: acceptance came first",
    ),
    question(
        "presented_to",
        PresentedTo,
        default=PresentedTo.BUREAU,
        entry="C07",
        provisions=("art11.p2.s1b", "art6.item2.s2d"),
        reason="限制的是市科技局的受理；只知其一的，以其为准",
        reason_en="it binds the bureau's acceptance; where only one day is known, that one",
    ),
    question(
        "annulment",
        Annulment,
        default=Annulment.FROM_BEGINNING,
        entry="E14",
        provisions=("art11.p2.s1a",),
        reason="“自撤销之日起”以撤销存在为前提；撤销之前所问的，仍依当时所知",
        reason_en="自撤销之日起 supposes a standing revocation",
    ),
)
