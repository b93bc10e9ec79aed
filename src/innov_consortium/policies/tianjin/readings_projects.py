"""How the disputed wordings of art. 15, and of the preliminary review in art. 22, are read.

The letters are those of the collection of readings; where it has none the options are lettered in
its order, the default first.
"""

from __future__ import annotations

from innov_consortium.core.readings import Choice, Reading, question

__all__ = [
    "PROJECT_READINGS",
    "CapBase",
    "CapMoney",
    "EarlierMoney",
    "GradeReliedOn",
    "NeverEvaluated",
    "PendingProject",
    "PreliminaryReview",
    "ProjectApplicant",
    "QualifiedGrade",
]


class QualifiedGrade(Reading):
    """评价合格的，能否申报科技重大项目？"""

    NOT_ELIGIBLE = (
        "a",
        "不能：须良好及以上；第十条是另一项",
        "no: good or better; art. 10 is another norm",
    )
    ELIGIBLE = ("b", "能：第十条表明只有不合格的不能", "yes: art. 10 excludes only the unqualified")


class GradeReliedOn(Reading):
    """“年度运行评价良好及以上”以哪一次评价为准？"""

    LATEST = (
        "a",
        "最近一次通报的；征集通知写明年度的，从其写明",
        "the latest notified; a call that names a year decides",
    )
    PRECEDING_YEAR = ("b", "只看上一年度的", "only that of the year before")
    ANY_PAST = ("c", "历次中有即可", "any past one")


class NeverEvaluated(Reading):
    """从未评价的联合体能否申报？"""

    NOT_ELIGIBLE = ("a", "不能", "no")
    ELIGIBLE = ("b", "评价之前能", "yes, until graded")


class PendingProject(Reading):
    """申报之后、批准之前通报不合格的如何？"""

    FALLS = ("a", "失去依据", "it loses its basis")
    AT_FILING = ("b", "以申报之日为准", "judged as of filing")


class CapBase(Reading):
    """“最高1000万元”按什么计？"""

    PROJECT = ("a", "按项目，各期合计", "per project, all instalments")
    YEAR = ("b", "按联合体每年", "per consortium and year")
    CONSORTIUM = ("c", "按联合体合计", "per consortium in all")
    INSTALMENT = ("d", "按每期", "per instalment")


class CapMoney(Reading):
    """区级配套是否计入？"""

    MUNICIPAL = ("a", "只计市财政资金", "municipal money only")
    WITH_DISTRICT = ("b", "区级配套也计入", "district matching, too")


class EarlierMoney(Reading):
    """“已获得过资助”是谁的资助？"""

    ANY_PUBLIC = ("a", "任何财政资助", "any public money")
    MUNICIPAL = ("b", "只指市财政资助", "municipal money only")


class PreliminaryReview(Reading):
    """未经本区初审的申报能否受理？"""

    FINDING = ("a", "程序瑕疵，不影响资格", "a fault of procedure, not of eligibility")
    CONDITION = ("b", "不能受理", "it is inadmissible")


class ProjectApplicant(Reading):
    """项目由谁申报？"""

    THROUGH_LEAD = ("a", "由牵头单位组织申报", "by or through the lead")
    ANY_MEMBER = ("b", "任何成员单位", "any member")


PROJECT_READINGS: tuple[Choice, ...] = (
    question(
        "qualified_grade",
        QualifiedGrade,
        default=QualifiedGrade.NOT_ELIGIBLE,
        entry="D06",
        provisions=("art15.s1a", "art10.s1b"),
        reason="“及以上”包括良好，不包括合格",
        reason_en="及以上 includes 良好 and excludes 合格",
    ),
    question(
        "grade_relied_on",
        GradeReliedOn,
        default=GradeReliedOn.LATEST,
        entry="D07",
        provisions=("art15.s1a",),
        reason="三年一轮，只看上一年度会使多数联合体多数年份不能申报",
        reason_en="with a cycle of three years the year before would exclude most, most years",
    ),
    question(
        "never_evaluated",
        NeverEvaluated,
        default=NeverEvaluated.NOT_ELIGIBLE,
        entry="D08",
        provisions=("art15.s1a",),
        reason="评价良好及以上是条件",
        reason_en="a good grade is a condition",
    ),
    question(
        "pending_project",
        PendingProject,
        default=PendingProject.FALLS,
        entry="D09",
        provisions=("art10.s1b", "art15.s1a"),
        reason="尚未批准的申报没有既得的地位；已批准的项目依津科规〔2022〕7号",
        reason_en="what is pending has no standing yet; a granted project is for another document",
    ),
    question(
        "cap_base",
        CapBase,
        default=CapBase.PROJECT,
        entry="D10",
        provisions=("art15.s1d",),
        reason="“给予……项目支持”",
        reason_en="给予…项目支持: it is given to a project",
    ),
    question(
        "cap_money",
        CapMoney,
        default=CapMoney.MUNICIPAL,
        entry="D10",
        provisions=("art15.s1d",),
        reason="“市财政资金”",
        reason_en="市财政资金 is municipal money",
    ),
    question(
        "earlier_money",
        EarlierMoney,
        default=EarlierMoney.ANY_PUBLIC,
        entry="D11",
        provisions=("art15.s2a",),
        reason="条文没有限定；削减多少、是否支持，由机关酌情决定，不作计算",
        reason_en="the text does not say; how much is cut is never computed",
    ),
    question(
        "preliminary_review",
        PreliminaryReview,
        default=PreliminaryReview.FINDING,
        entry="D13",
        provisions=("art22.s2b",),
        reason="第二十二条写的是区科技主管部门的职责",
        reason_en="art. 22 states a duty of the district",
    ),
    question(
        "project_applicant",
        ProjectApplicant,
        default=ProjectApplicant.THROUGH_LEAD,
        entry="D13",
        provisions=("art23.s2c",),
        reason="“组织成员单位共同申报并完成重大科技项目”",
        reason_en="组织成员单位共同申报: the lead organises it",
    ),
)
