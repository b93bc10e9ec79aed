"""How the disputed wordings of the Measures are read; those of arts. 3, 5, 7 and 26 stand here.

Each question has an entry (A03, B01 …) in the collection of readings; its letters are kept, and
where it has none (B13, B19, B20) the options are lettered in order, the default first. What the
collection settles once for all, or leaves to an attestation, is in ``docs/explanation``.
"""

from __future__ import annotations

from innov_consortium.core.readings import Choice, Reading, question
from innov_consortium.policies.tianjin.readings_evaluation import EVALUATION_READINGS
from innov_consortium.policies.tianjin.readings_life import LIFE_READINGS
from innov_consortium.policies.tianjin.readings_projects import PROJECT_READINGS
from innov_consortium.policies.tianjin.readings_revocation import REVOCATION_READINGS

__all__ = ["READINGS"]


class CommencementDay(Reading):
    """公布之日当天是否已经施行？"""

    INCLUDED = ("a", "公布当日即施行", "in force on the day of publication")
    NEXT_DAY = ("b", "自公布次日起施行", "in force from the day after publication")


class LastDay(Reading):
    """有效期是否包括 2030 年 4 月 10 日当天？"""

    INCLUDED = ("a", "至当日二十四时止", "through 24:00 of that day")
    EXCLUDED = ("b", "至当日开始时止", "until the beginning of that day")


class LeadCounts(Reading):
    """“参与单位总数”是否包括牵头单位？"""

    EXCLUDED = ("a", "不含牵头单位", "lead not counted")
    INCLUDED = ("b", "含牵头单位", "lead counted")


class ShareBase(Reading):
    """企业数量占比的分子、分母是否计入牵头单位？"""

    PARTICIPANTS = ("a", "以参与单位总数为准（随 B01）", "of the participants as counted (B01)")
    MEMBERS = ("b", "均计入牵头单位", "both include the lead")


class ShareForce(Reading):
    """“原则上”是否也管到“企业数量占比不少于50%”？"""

    MANDATORY = ("a", "不管，50% 为硬性条件", "no: the 50 % is mandatory")
    IN_PRINCIPLE = ("b", "管，全句均为原则要求", "yes: the whole sentence is in principle")


class EnterpriseTest(Reading):
    """何为“企业”？"""

    LEGAL_FORM = ("a", "看登记的法律形式", "by registered legal form")
    FUNCTION = ("b", "看实际功能", "by function")


class UnitOfCount(Reading):
    """分支机构、集团成员如何计“家”？"""

    LEGAL_PERSON = ("a", "以法人为单位，分支机构并入其法人", "by legal person, branches merged")
    REGISTERED_BODY = ("b", "每一登记主体各计一家", "every registered body")
    GROUP = ("c", "以经济集团为单位", "by economic group, as far as parents are stated")


class CollegeCounting(Reading):
    """学院是否在六家和 50% 的计算中也单独计数？"""

    CAP_ONLY = ("a", "只用于“不超过两个”", "only for the cap of two")
    EVERY_COUNT = ("b", "用于一切计数", "for every count")


class RolesCounted(Reading):
    """牵头组建是否计入“不超过两个”？"""

    PARTICIPANT = ("a", "只计作为参与单位的", "only as a participant")
    ANY_ROLE = ("b", "牵头也计入", "leading counts too")


class LeadershipCounting(Reading):
    """“最多可牵头组建一个”指同时，还是一生？待批申请是否计入？"""

    CONCURRENT = ("a", "同一时间存续的", "active at the same time")
    LIFETIME = ("b", "曾经牵头过的均计入", "once ever")
    PENDING_TOO = ("c", "待批申请也计入", "pending applications count too")


class ConsortiaCounted(Reading):
    """“参与组建创新联合体不超过两个”计入哪些联合体？"""

    ACTIVE = ("a", "存续的天津市创新联合体", "active Tianjin consortia")
    PENDING_TOO = ("b", "待批的也计入", "pending ones too")
    OTHER_PROVINCES_TOO = ("c", "外省市的也计入", "other provinces' ones too")
    REVOKED_TOO = ("d", "已撤销的也计入", "revoked ones too")


class Principle(Reading):
    """“原则上”有何效力？"""

    EXCEPTION = ("a", "可由批准机关说明理由作例外", "exceptions by reasoned decision of the bureau")
    RECOMMENDATION = ("b", "仅为倡导", "a mere recommendation")
    HARD = ("c", "硬性条件", "a hard limit")


class CaseByCaseScope(Reading):
    """“一事一议”可以替代哪些规定？"""

    FORMATION = ("a", "第五条、第六条，限于组建", "arts. 5 and 6, for formation only")
    PRINCIPLES = ("b", "仅“原则上”的限制", "only the limits in principle")
    EVERYTHING = ("c", "一切规定", "everything")


class TianjinPresence(Reading):
    """“在津”如何认定？"""

    JUDGED = (
        "a",
        "在津登记即足；仅有分支机构的由人判断",
        "registration suffices; a branch is judged",
    )
    REGISTERED = ("b", "须在津登记", "registered in Tianjin only (strict)")
    BRANCH = ("c", "在津有分支机构即可", "a branch in Tianjin suffices (broad)")


class LeadCategories(Reading):
    """牵头单位的类型是否限于所列三类？"""

    OPEN = (
        "a",
        "“等”为开放列举，其他须认定为战略科技力量",
        "open; others if attested as strategic",
    )
    CLOSED = ("b", "限于所列", "closed list")


class Territory(Reading):
    """“不受地域限制”是否及于境外单位？"""

    WORLD = ("a", "及于境外及港澳台", "includes units abroad")
    CHINA = ("b", "仅指国内各地区", "Chinese regions only")


class OrganBodies(Reading):
    """决策、咨询、执行三项职能是否须分设机构？"""

    JUDGED = ("a", "一机构兼两项职能的由人判断", "one body for two functions is judged")
    SEPARATE = ("b", "须分设三个机构", "three separate bodies")
    FUNCTIONS = ("c", "职能有着落即可", "three functions, however many bodies")


class DualPosts(Reading):
    """“双重”负责制是否须由两人担任？"""

    JUDGED = ("a", "一人兼任的由人判断", "one person in both posts is judged")
    TWO_PERSONS = ("b", "须为两人", "two different persons")
    TWO_POSTS = ("c", "两个职务即可，可由一人担任", "two posts, one person possible")


class CooperationBasis(Reading):
    """五个方面的合作基础须全部具备，还是有其一即可？"""

    ANY = ("a", "有其一即可", "one or some")
    ALL = ("b", "五个方面均须具备", "all five")


_FORMATION: tuple[Choice, ...] = (
    question(
        "commencement_day",
        CommencementDay,
        default=CommencementDay.INCLUDED,
        entry="A03",
        provisions=("art26.s1a",),
        reason="施行条款，不是期间的计算；惯例包括当日",
        reason_en="a commencement clause, not the counting of a period; practice includes the day",
    ),
    question(
        "last_day",
        LastDay,
        default=LastDay.INCLUDED,
        entry="A04",
        provisions=("art26.s1b",),
        reason="“至”某日通常含当日；参照民法典第二百零三条第二款",
        reason_en="至 with a date includes it; Civil Code art. 203(2) by analogy",
    ),
    question(
        "lead_counts",
        LeadCounts,
        default=LeadCounts.EXCLUDED,
        entry="B01",
        provisions=("art5.item3.s2c",),
        reason="第（二）项与第（三）项分别使用“牵头”与“参与”，两者相对",
        reason_en="items 2 and 3 keep 牵头 and 参与 apart",
    ),
    question(
        "share_base",
        ShareBase,
        default=ShareBase.PARTICIPANTS,
        entry="B02",
        provisions=("art5.item3.s2d",),
        reason="“其中”指前句的参与单位总数",
        reason_en="其中 refers to the total of participants just named",
    ),
    question(
        "share_force",
        ShareForce,
        default=ShareForce.MANDATORY,
        entry="B03",
        provisions=("art5.item3.s2d",),
        reason="“原则上”在前一分句的谓语中；条文要作原则要求时均写明",
        reason_en="原则上 stands in the predicate of the first clause only",
    ),
    question(
        "enterprise_test",
        EnterpriseTest,
        default=EnterpriseTest.LEGAL_FORM,
        entry="B04",
        provisions=("art5.item3.s2d",),
        reason="客观可查；个体工商户、农民专业合作社不属企业登记类别",
        reason_en="objective; individual businesses and co-operatives are not registered as 企业",
    ),
    question(
        "unit_of_count",
        UnitOfCount,
        default=UnitOfCount.LEGAL_PERSON,
        entry="B05",
        provisions=("art5.item3.s2c", "art5.item3.s2d", "art5.item3.s5b"),
        reason="民法典第五十七条、第七十四条；按集团合并没有条文依据",
        reason_en="Civil Code arts. 57, 74; grouping has no basis in the text",
    ),
    question(
        "college_counting",
        CollegeCounting,
        default=CollegeCounting.CAP_ONLY,
        entry="B06",
        provisions=("art5.item3.s5c", "art5.item3.s2c", "art5.item3.s2d"),
        reason="括号说明其所在的分句；学院不是独立法人。此默认较弱",
        reason_en="the parenthesis explains the clause it stands in; a weak default",
    ),
    question(
        "roles_counted",
        RolesCounted,
        default=RolesCounted.PARTICIPANT,
        entry="B08",
        provisions=("art5.item3.s5b",),
        reason="该句主题是参与单位，牵头另有限制",
        reason_en="the sentence is about participants; leading has its own cap",
    ),
    question(
        "leadership_counting",
        LeadershipCounting,
        default=LeadershipCounting.CONCURRENT,
        entry="B09",
        provisions=("art5.item2.s3b",),
        reason="三年禁限以原牵头单位可以再来为前提",
        reason_en="the three-year bar presupposes that a former lead may come back",
    ),
    question(
        "consortia_counted",
        ConsortiaCounted,
        default=ConsortiaCounted.ACTIVE,
        entry="B10",
        provisions=("art5.item3.s5b",),
        reason="第二条为本办法界定了创新联合体",
        reason_en="art. 2 defines 创新联合体 for these Measures",
    ),
    question(
        "principle",
        Principle,
        default=Principle.EXCEPTION,
        entry="B11",
        provisions=("art5.item2.s3b", "art5.item3.s2c", "art5.item3.s5b"),
        reason="起草惯例：“原则上”即应遵守，有正当理由的除外",
        reason_en="drafting practice: comply unless justified",
    ),
    question(
        "case_by_case_scope",
        CaseByCaseScope,
        default=CaseByCaseScope.FORMATION,
        entry="B12",
        provisions=("art7.s1c",),
        reason="位于“组建”一章，且称“组织建设”",
        reason_en="it stands in the chapter on formation and says 组织建设",
    ),
    question(
        "tianjin_presence",
        TianjinPresence,
        default=TianjinPresence.JUDGED,
        entry="B13",
        provisions=("art5.item2.s2a",),
        reason="登记足以证明“在津”；分支机构不是法人，是否算在津可争",
        reason_en="registration is sufficient evidence; a branch is arguable",
    ),
    question(
        "lead_category_list",
        LeadCategories,
        default=LeadCategories.OPEN,
        entry="B14",
        provisions=("art5.item2.s2c",),
        reason="“等战略科技力量”",
        reason_en="the list ends with 等",
    ),
    question(
        "territory",
        Territory,
        default=Territory.WORLD,
        entry="B17",
        provisions=("art5.item3.s2a",),
        reason="文字未作限制",
        reason_en="the wording has no limit",
    ),
    question(
        "organ_bodies",
        OrganBodies,
        default=OrganBodies.JUDGED,
        entry="B19",
        provisions=("art5.item6.s2a",),
        reason="三项职能各有明确机构；一机构两职能可争",
        reason_en="three functions each with a named organ; one body for two is arguable",
    ),
    question(
        "dual_posts",
        DualPosts,
        default=DualPosts.JUDGED,
        entry="B20",
        provisions=("art5.item6.s3a",),
        reason="一人兼任使“双重”失去意义",
        reason_en="with one person 双重 loses its sense",
    ),
    question(
        "cooperation_basis",
        CooperationBasis,
        default=CooperationBasis.ANY,
        entry="B21",
        provisions=("art5.item4.s3b",),
        reason="“一定的联合基础”“等方面”",
        reason_en="一定的 and 等方面",
    ),
)

#: Every question, in the order of the collection of readings.
READINGS: tuple[Choice, ...] = tuple(
    sorted(
        (
            *_FORMATION,
            *LIFE_READINGS,
            *EVALUATION_READINGS,
            *REVOCATION_READINGS,
            *PROJECT_READINGS,
        ),
        key=lambda choice: choice.question.entry,
    )
)
