"""两张表的各列：一行一件申请，一行一家参与单位。"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from innov_consortium.core.organizations import LegalForm, OrganizationKind
from innov_consortium.core.records import OrganKind
from innov_consortium.core.tables import ColumnKind, ColumnSpec
from innov_consortium.policies.tianjin.facts_lead import KEY_SUPPORT, URGENT_NEED, LeadCategory
from innov_consortium.policies.tianjin.numbers import Numbers
from innov_consortium.policies.tianjin.vocabulary import VOCABULARY

__all__ = ["APPLICATIONS", "ITEMS", "MEMBERS"]

_KINDS = tuple(kind.value for kind in OrganizationKind)
_FORMS = tuple(form.value for form in LegalForm)


def _text(name: str, zh: str, en: str, *options: str, required: bool = False) -> ColumnSpec:
    return ColumnSpec(
        name=name, kind=ColumnKind.TEXT, zh=zh, en=en, options=options, required=required
    )


def _truth(name: str, zh: str, en: str) -> ColumnSpec:
    return ColumnSpec(name=name, kind=ColumnKind.TRUTH, zh=zh, en=en)


def _day(name: str, zh: str, en: str) -> ColumnSpec:
    return ColumnSpec(name=name, kind=ColumnKind.DAY, zh=zh, en=en)


def _count(name: str, zh: str, en: str) -> ColumnSpec:
    return ColumnSpec(name=name, kind=ColumnKind.COUNT, zh=zh, en=en, unit="个")


def _certain(name: str, zh: str, en: str) -> ColumnSpec:
    return ColumnSpec(name=name, kind=ColumnKind.TRUTH, zh=zh, en=en, certain=True)


_UNIT = "统一社会信用代码，境外单位为“登记簿名:号码”"
_UNIT_EN = "its unified social credit code; abroad, 'REGISTER:number'"
_NONE = "；没有此列的，即没有"
_NONE_EN = "; none of it if this column is not there"

_GRADES = Numbers().grades

APPLICATIONS = (
    _day("filed_on", "提出申请之日", "the day of filing"),
    _certain(
        "register_complete", "登记簿截至当日完整", "that nothing is missing from the register"
    ),
    _text("field", "申请的建设领域", "the field applied for"),
    _text("lead_unit", f"牵头单位：{_UNIT}", f"the lead: {_UNIT_EN}"),
    _text("lead_branch_of", "牵头单位所属的法人", "the legal person the lead is a branch of"),
    _text("lead_parent", "控制牵头单位的法人", "the legal person that controls the lead"),
    _text("lead_college", "牵头高校参加的学院", "the college, where a university leads"),
    _text("lead_kind", "牵头单位申报的类型", "what the lead is declared to be", *_KINDS),
    _text("lead_legal_form", "牵头单位登记的形式", "the form the lead is registered in", *_FORMS),
    _text("lead_domicile", "牵头单位登记地的行政区划代码", "GB/T 2260 code of the lead's domicile"),
    _truth(
        "lead_branch_in_tianjin",
        f"牵头单位在津设有分支机构{_NONE}",
        f"that the lead has a branch there{_NONE_EN}",
    ),
    _truth(
        "lead_listed",
        f"牵头单位当日仍被列入名录、名单{_NONE}",
        f"that the lead is on a list that day{_NONE_EN}",
    ),
    _truth("lead_signed", "牵头单位已签署组建协议", "whether the lead has signed the agreement"),
    _truth("lead_intending", "牵头单位已声明联合意愿", "that the lead has declared its intention"),
    _truth("attested__in_tianjin", "经认定在津", "whether it is attested to be there"),
    _truth(
        "attested__strategic_force",
        "经认定为其他战略科技力量",
        "whether it is attested to be another strategic force",
    ),
    _text(
        "lead_category",
        "经认定的牵头单位类型",
        "what the lead is attested to be",
        *(category.value for category in LeadCategory),
    ),
    _text(
        "relied_on",
        "申报所依据的评价等次",
        "the grade relied on",
        *_GRADES,
    ),
    _count("leads_active", "现牵头的其他创新联合体", "other consortia it leads now"),
    _count("leads_pending", "牵头申请、尚待批复的", "others it has applied to lead, still pending"),
    _count(
        "leads_ended", "曾牵头、已终止的（撤销的除外）", "others it has led that ended unrevoked"
    ),
    _count("leads_revoked", "曾牵头、已被撤销的", "others it has led that were revoked"),
    _text(
        "special_ground",
        "特殊情况的依据；没有提出的写 none，没有此列的，即都没有提出",
        "the provision a special case rests on; none where none is put forward; without this "
        "column none is",
        KEY_SUPPORT,
        URGENT_NEED,
        "none",
    ),
    _text(
        "special_determined_by",
        "由谁确定：市委市政府、市科技局、申请人自己、其他单位；没有确定的写 none",
        "who determined it: the city's leadership, the bureau, the applicants, others, or none",
        "leadership",
        "bureau",
        "applicant",
        "another",
        "none",
    ),
    _day("special_determined_on", "何日确定", "the day it was determined"),
    _truth("special_elected", "决定按“一事一议”组织建设", "whether it goes case by case"),
    _truth("special_elected_by_bureau", "由市科技局决定", "whether the bureau so decided"),
)

MEMBERS = (
    _text("unit", f"参与单位：{_UNIT}", f"the unit: {_UNIT_EN}"),
    _text("branch_of", "所属的法人", "the legal person it is a branch of"),
    _text("parent", "控制它的法人", "the legal person that controls it"),
    _text("college", "高校参加的学院", "for a university, the college that takes part"),
    _text("kind", "申报的类型", "what it is declared to be", *_KINDS, required=True),
    _text("legal_form", "登记的形式", "the form it is registered in", *_FORMS),
    _truth("abroad", "设立于境外（含港澳台）", "whether it is established outside the mainland"),
    _truth("signed", "已签署组建协议", "whether it has signed the agreement"),
    _truth("intending", "已声明联合意愿", "whether it has declared its intention"),
    _certain(
        "participations_complete",
        "该单位的参与情况已全部掌握",
        "that everything it takes part in is known",
    ),
    _count("joined_active", "现参与的其他创新联合体", "other consortia it takes part in now"),
    _count("joined_pending", "申请参与、尚待批复的", "others applied for, still pending"),
    _count("joined_revoked", "曾参与、已被撤销的", "others whose status was revoked"),
    _count("joined_elsewhere", "现参与的外省市创新联合体", "consortia of other provinces, now"),
    _count("led_active", "现牵头的创新联合体", "consortia it leads now"),
    _count("led_pending", "牵头申请、尚待批复的", "consortia it has applied to lead"),
    _count("led_revoked", "曾牵头、已被撤销的", "consortia it led whose status was revoked"),
    _count("led_elsewhere", "现牵头的外省市创新联合体", "consortia of other provinces it leads"),
)

_LISTED = dict(VOCABULARY)


def _listed(name: str, zh: str, en: str, place: str) -> ColumnSpec:
    """Return a column of words that a list of the policy names, or others where it goes on."""
    options = _LISTED[place]
    return ColumnSpec(
        name=name, kind=ColumnKind.TEXT, zh=zh, en=en, options=options, others="other:"
    )


#: 其他事项的表中，只能写某些词的列。
ITEMS: Mapping[str, tuple[ColumnSpec, ...]] = MappingProxyType(
    {
        "falsification": (
            _listed(
                "falsified_in", "弄虚作假所在的环节", "where it was falsified", "record.contexts"
            ),
        ),
        "accident": (
            _listed(
                "accident_category",
                "事故的类别",
                "the kind of accident",
                "record.accident_categories",
            ),
            _listed("accident_graded", "事故经认定的等级", "its grade", "record.accident_grades"),
        ),
        "determination": (
            _text(
                "determining_organ",
                "作出认定的机关的类别",
                "the sort of organ that determined it",
                *(kind.value for kind in OrganKind),
            ),
        ),
    }
)
