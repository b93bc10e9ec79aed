"""What the fields of a document are called, in Chinese and in English."""

from __future__ import annotations

from innov_consortium.interchange.paths import ROOT, steps
from innov_consortium.interchange.stored_labels import STORED_LABELS

__all__ = ["SEPARATOR", "label", "leaf_label"]

#: What stands between the labels of a path.
SEPARATOR = " › "  # noqa: RUF001 - meant

#: A field's name — with the field above it, where one name means several things — and its labels.
_LABELS = {
    ROOT: ("整份文件", "the whole document"),
    # --- the application
    "application": ("申请", "application"),
    "filed_on": ("申请日", "day of filing"),
    "presented_on": ("提交审批机关之日", "day it was presented to the body that decides"),
    "accepted_on": ("审批机关受理之日", "day the body that decides accepted it"),
    "field": ("建设领域", "field"),
    "lead": ("牵头单位", "lead"),
    "participants": ("参与单位", "participants"),
    "lists": ("清单", "lists"),
    "agreement": ("组建协议", "formation agreement"),
    "signed_on": ("签署日", "day of signature"),
    "signatories": ("签署单位", "signatories"),
    "heads": ("协议载明的事项", "heads of the agreement"),
    "governance": ("组织架构", "governance"),
    "organs": ("组织机构", "organs"),
    "function": ("职能", "function"),
    "body": ("机构名称", "name of the body"),
    "principal": ("牵头单位主要负责人", "principal of the lead"),
    "technologist": ("技术总师", "chief technologist"),
    "principal.name": ("姓名", "name of the person"),
    "technologist.name": ("姓名", "name of the person"),
    "principal.id": ("个人标识", "identifier of the person"),
    "technologist.id": ("个人标识", "identifier of the person"),
    "cooperation": ("合作基础", "earlier co-operation"),
    "intending": ("达成联合意愿的单位", "members that declared their intention"),
    "co_leads": ("其他牵头单位", "those that lead jointly"),
    # --- an organisation
    "name": ("名称", "name"),
    "id": (
        "统一社会信用代码（或其他标识）",
        "unified social credit code (or other identifier)",
    ),
    "scheme": ("标识体系", "scheme of the identifier"),
    "value": ("标识值", "value of the identifier"),
    "kind": ("单位类型", "kind of organisation"),
    "legal_form": ("登记类别", "registered legal form"),
    "college": ("学院", "college"),
    "domicile": ("住所所在地区划代码", "code of the district of domicile"),
    "zone": ("住所所在开发区", "development zone of domicile"),
    "operates_in": ("主要经营地", "where it mainly operates"),
    "abroad": ("是否设立于境外", "whether established abroad"),
    "branch_of": ("所属法人", "legal person it is a branch of"),
    "parent": ("控制该单位的法人", "legal person that controls it"),
    "branches_in": ("分支机构所在地区划代码", "codes of the districts of its branches"),
    "succeeds": ("合并、分立前的法人", "legal persons it came from by merger or division"),
    # --- the register
    "register": ("登记簿", "register"),
    "complete_to": ("登记完整的截止日", "day to which it is complete"),
    "engagements": ("牵头、参与记录", "engagements"),
    "consortium": ("创新联合体", "consortium"),
    "unit": ("单位", "unit"),
    "role": ("角色", "role"),
    "since": ("开始日", "day it began"),
    "ended_on": ("结束日", "day it ended"),
    "revoked": ("是否因撤销而结束", "whether ended by revocation"),
    "jurisdiction": ("所属地区代码", "code of the jurisdiction"),
    "bars": ("受限制的记录", "bars"),
    "bars.person": ("受限制的个人", "person barred"),
    "window": ("期间", "window"),
    "enforceable_to": ("可执行的末日", "last day on which it can be enforced"),
    "caveats": ("须注意的", "caveats"),
    "first": ("首日", "first day"),
    "last": ("末日", "last day"),
    # --- what happened
    "events": ("事件", "events"),
    "act": ("本次行为", "this act"),
    "event": ("事件", "event"),
    "changes": ("变更", "changes"),
    "members": ("成员单位", "members"),
    "type": ("事件类型", "type of event"),
    "events.on": ("发生日", "day it happened"),
    "events.by": ("作出者", "who acted"),
    "events.id": ("事件编号", "id of the event"),
    "events.kind": ("变更类型", "kind of change"),
    "edition": ("所依据的文本版本", "edition decided under"),
    "recorded_on": ("记录日", "day it was recorded"),
    "under": ("所依据的其他文本", "other instrument it was done under"),
    "of": ("被更正的事件", "event set right"),
    "instead": ("更正后的事件", "what really happened"),
    "year": ("年度", "year"),
    "co_applicants": ("共同申请单位", "members that apply together"),
    "documents": ("申请材料", "documents handed in"),
    "recipient": ("受理单位", "office it was handed in to"),
    "objection": ("异议编号", "id of the objection"),
    "upheld": ("异议是否成立", "whether the objection was upheld"),
    "agreed": ("是否同意", "whether agreed to"),
    "on_request": ("是否依申请", "whether it was asked for"),
    "grounds": ("所依据的条文", "grounds cited"),
    "change": ("变更编号", "id of the change"),
    "new_name": ("新名称", "new name"),
    "joining": ("新加入的单位", "organisation that joins"),
    "person": ("接任者", "successor in the post"),
    "person.name": ("姓名", "name of the person"),
    "person.id": ("个人标识", "identifier of the person"),
    "issued_by": ("出具变更依据的单位", "members that issued the basis of the change"),
    "unable": ("拒不出具或不复存在的成员", "members that refuse or exist no longer"),
    "opinion": ("意见", "opinion"),
    "agency": ("组织评审的机构", "agency that organised the review"),
    "mode": ("方式", "how it is done"),
    # --- evaluations and projects
    "evaluations": ("年度评价", "evaluations"),
    "projects": ("项目", "projects"),
    "cycles": ("评价周期", "cycles of evaluation"),
    "inspections": ("年度监督检查", "yearly inspections"),
    "deadline": ("提交材料的截止日", "last day for handing in materials"),
    "required": ("要求提交的材料", "materials to be handed in"),
    "self_report_deadline": (
        "提交自评报告的截止日",
        "last day for reports of self-evaluation",
    ),
    "items": ("提交的材料", "materials handed in"),
    "stage": ("办理环节", "stage of the procedure"),
    "events.stage": ("评价环节", "stage of the evaluation"),
    "grade": ("评价等次", "grade"),
    "project": ("项目编号", "id of the project"),
    "evaluation_year": ("所依据的评价年度", "year whose evaluation counts"),
    "granted": ("是否立项", "whether it was granted"),
    "amount": ("金额（元）", "amount in yuan"),
    "source": ("资金来源", "whose money it is"),
    # --- what bodies have established
    "attestations": ("认定", "attestations"),
    "what": ("认定事项", "matter attested"),
    "holds": ("是否成立", "whether it holds"),
    "attestations.by": ("认定单位", "body that attests"),
    "attestations.on": ("认定日", "day of the attestation"),
    "attestations.value": ("认定的选项", "choice attested"),
    "item": ("所认定的事项编号", "id of what it is about"),
    "departures": ("例外决定", "departures"),
    "provision": ("条文", "provision"),
    "reason": ("理由", "reason"),
    "departures.by": ("决定单位", "body that decided"),
    "departures.on": ("决定日", "day of the decision"),
    "accepted": ("是否同意", "whether accepted"),
    "special_case": ("特殊情况", "special case"),
    "ground": ("依据", "ground"),
    "determined_by": ("确定单位", "body that determined it"),
    "determined_on": ("确定日", "day of the determination"),
    "elected": ("是否决定适用", "whether chosen"),
    "elected_by": ("决定适用的单位", "body that chose"),
    "elected_on": ("决定适用日", "day of the choice"),
    "listings": ("列入名录、名单", "listings"),
    "listings.name": ("名录、名单名称", "name of the list"),
    "listings.first": ("列入首日", "first day listed"),
    "listings.last": ("列入末日", "last day listed"),
    "interpretations": ("解释", "interpretations"),
    "reading": ("解释问题", "reading"),
    "option": ("解释选项", "option"),
    "interpretations.by": ("解释单位", "body that interprets"),
    "interpretations.on": ("解释日", "day of the interpretation"),
    "document": ("文件", "document"),
    # --- what is on record, and the calendar
    "record": ("在案情况", "record"),
    "record.complete_to": ("在案情况完整的截止日", "day to which it is complete"),
    "falsifications": ("弄虚作假的认定", "findings of falsification"),
    "falsifications.by": ("认定单位", "body that found it"),
    "falsifications.on": ("认定日", "day of the finding"),
    "falsifications.year": ("所涉评价年度", "year of the evaluation it was in"),
    "context": ("弄虚作假的场合", "in what it was falsified"),
    "serious": ("是否严重", "whether it is called serious"),
    "occurred_on": ("发生日", "day it was done or happened"),
    "accidents": ("事故", "accidents"),
    "category": ("事故类别", "sort of accident"),
    "accidents.grade": ("事故等级", "official grade of the accident"),
    "accidents.determined_by": ("认定事故等级的机关", "authority that graded it"),
    "accidents.determined_on": ("认定事故等级之日", "day it was graded"),
    "determinations": ("违法失信的认定", "determinations of unlawful or dishonest conduct"),
    "determinations.by": ("认定机关", "organ that determined it"),
    "determinations.on": ("认定日", "day of the determination"),
    "organ": ("机关性质", "sort of organ"),
    "effective": ("是否已生效", "whether it has taken effect"),
    "misconduct": ("其他违法行为", "other unlawful conduct"),
    "misconduct.what": ("行为", "what was done"),
    "misconduct.on": ("获知日", "day it became known"),
    "trivial": ("是否轻微", "whether it is of no weight"),
    "earlier_funding": ("已获得的资助", "earlier funding"),
    "earlier_funding.on": ("资助日", "day it was granted"),
    "figures": ("财务与统计数据", "figures of accounts"),
    "figures.year": ("所属年度", "fiscal year"),
    "figures.metric": ("指标", "what is measured"),
    "figures.value": ("数值", "how much"),
    "figures.on": ("出具日", "day it was stated"),
    "same_direction": ("是否同一方向或研究", "whether for the same direction or research"),
    "calendar": ("日历", "calendar"),
    "days_off": ("休息日", "days off"),
    "announced_on": ("公布日", "day it was announced"),
    "calendar.source": ("公布文件", "where it is announced"),
    "cycle_from": ("评价周期的首年", "first year of the cycles of evaluation"),
    **STORED_LABELS,
}

#: Fields below which stands what stands below another, too.
_LIKE = dict.fromkeys(("instead", "event", "changes", "irregular", "set_aside"), "events")

#: Objects whose keys are names of their own, shown as they are.
_OF_NAMES = frozenset({"numbers", "facts", "matters"})


def label(path: str, lang: str) -> str:
    """Return a path in words.

    Args:
        path: A path into a document, as in a fault or in a report's ``missing``.
        lang: ``zh_CN`` or ``en``. A name without a label is left as it stands.

    >>> label("application.participants[3].college", "zh_CN").split(SEPARATOR)
    ['申请', '参与单位 第4个', '学院']
    >>> label("register.complete_to", "en").split(SEPARATOR)
    ['register', 'day to which it is complete']
    """
    chinese = lang.startswith("zh")
    words = []
    above, own = "", False
    for name, index in steps(path):
        words.append(name if own else _word(above, name, chinese=chinese))
        words[-1] += _index(index, chinese=chinese)
        above, own = (above, False) if own else (name, name in _OF_NAMES and not index)
    return SEPARATOR.join(words)


def leaf_label(path: str) -> str:
    """Return the Chinese label of the field a path ends in.

    >>> print(leaf_label("application.agreement.signatories[2]"))
    签署单位 第3个
    """
    return label(path, "zh").rpartition(SEPARATOR)[2]


def _word(above: str, name: str, *, chinese: bool) -> str:
    for known in (f"{above}.{name}", f"{_LIKE.get(above, above)}.{name}", name):
        if known in _LABELS:
            return _LABELS[known][0 if chinese else 1]
    return name


def _index(index: str, *, chinese: bool) -> str:
    if not index:
        return ""
    if index.isdecimal():
        number = int(index) + 1
        return f" 第{number}个" if chinese else f" no. {number}"
    return f"（{index}）" if chinese else f" ({index})"
