"""What a schema calls classes and fields: in Chinese, and in English."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

from innov_consortium.core.events import Event
from innov_consortium.interchange.labels import SEPARATOR, label

__all__ = ["in_words", "pair", "said_of", "title_of"]

#: By the name of a class, or the tag of a sort of events.
_TITLES: Mapping[str, tuple[str, str]] = {
    "Case": ("案例", "case"),
    "HistoryDocument": ("历史", "history"),
    "Application": ("申请", "application"),
    "Agreement": ("组建协议", "formation agreement"),
    "Governance": ("组织架构", "governance"),
    "Organ": ("组织机构", "organ"),
    "Organization": ("单位", "organisation"),
    "Identifier": ("标识", "identifier"),
    "Member": ("成员单位", "member"),
    "Person": ("人员", "person"),
    "Register": ("登记簿", "register"),
    "Engagement": ("牵头、参与记录", "engagement"),
    "Bar": ("受限制的记录", "bar"),
    "Window": ("期间", "window"),
    "Attestation": ("认定", "attestation"),
    "Departure": ("例外决定", "departure"),
    "SpecialCase": ("特殊情况", "special case"),
    "Listing": ("列入名录、名单", "listing"),
    "Interpretation": ("解释", "interpretation"),
    "Record": ("在案情况", "record"),
    "Falsification": ("弄虚作假的认定", "finding of falsification"),
    "Accident": ("事故", "accident"),
    "Determination": ("违法失信的认定", "determination of unlawful or dishonest conduct"),
    "Misconduct": ("其他违法行为", "other unlawful conduct"),
    "AdditionalDocument": ("附加的条件", "additional conditions"),
    "EarlierFunding": ("已获得的资助", "earlier funding"),
    "AnnualFigure": ("年度数据", "annual figure"),
    "Calendar": ("日历", "calendar"),
    "Event": ("事件", "event"),
    # --- what is stored of an answer
    "NumbersDocument": ("数字", "numbers"),
    "FigureDocument": ("数字", "figure"),
    "ReadingsDocument": ("解释", "readings"),
    "ReformDocument": ("改动", "reform"),
    "ReportDocument": ("报告", "report"),
    "LibraryDocument": ("程序库", "library"),
    "PolicyDocument": ("政策", "policy"),
    "FindingDocument": ("逐条结果", "finding"),
    "ItemDocument": ("逐项结果", "item"),
    "MissingDocument": ("缺少的事实", "what is missing"),
    "NumberDocument": ("所依据的数字", "figure relied on"),
    "ChoiceDocument": ("所依据的解释", "reading relied on"),
    "AttestationDocument": ("所依据的认定", "attestation relied on"),
    "DepartureDocument": ("所依据的例外决定", "departure relied on"),
    "TurnDocument": ("结论自行改变之日", "day on which the answer alters by itself"),
    "ReasonDocument": ("改变的原因", "reason of that"),
    "UnitDocument": ("单位", "unit"),
    "HingesDocument": ("结论所系的解释", "what the answer hinges on"),
    "HingeDocument": ("改变结果的解释", "readings that alter something"),
    "HingedDocument": ("改变的逐条结果", "finding that comes out otherwise"),
    "WaysDocument": ("所问的读法数", "ways of reading asked about"),
    "StateDocument": ("状态", "state"),
    "StageDocument": ("阶段", "stage"),
    "ChangeDocument": ("变更", "change"),
    "MemberDocument": ("成员单位", "member"),
    "BarDocument": ("受限制的记录", "bar"),
    "WindowDocument": ("期间", "window"),
    "WithheldDocument": ("不写出的内容", "something withheld"),
    "EventDocument": ("事件", "event"),
    "Receipt": ("回执", "receipt"),
    "SealedAdditional": ("附加的条件", "additional conditions"),
    "SealedPolicy": ("所问的政策", "policy asked"),
    "SealedPublication": ("公布", "publication"),
    "SealedReform": ("所作的改动", "reform made"),
    "SealedReading": ("采用的解释", "reading taken"),
    "SealedFinding": ("逐条结果", "finding"),
    "SealedItem": ("逐项结果", "item"),
    # --- sorts of events
    "call_issued": ("征集", "call for applications"),
    "filed": ("提出申请", "application filed"),
    "application_withdrawn": ("撤回申请", "application withdrawn"),
    "application_refused": ("不予批准", "application refused"),
    "publicised": ("公示", "list made public"),
    "objection_raised": ("提出异议", "objection raised"),
    "objection_decided": ("异议处理", "objection decided"),
    "recognised": ("批复、备案或认定", "approved, filed or recognised"),
    "change_reported": ("报告变更", "change reported"),
    "change_approved": ("变更获准", "change approved"),
    "change_refused": ("变更不获准", "change refused"),
    "change_executed": ("变更已实行", "change carried out"),
    "evaluation_called": ("年度评价通知", "notice of evaluation"),
    "evaluation_assigned": ("选取评价方式", "way of evaluation assigned"),
    "materials_submitted": ("提交评价材料", "materials handed in"),
    "evaluation_staged": ("评价环节", "stage of an evaluation"),
    "result_notified": ("通报评价结果", "result notified"),
    "result_corrected": ("更正评价结果", "result corrected"),
    "result_annulled": ("撤销评价结果", "result annulled"),
    "self_evaluated": ("自评", "self-evaluation"),
    "self_report_filed": ("提交自评报告备案", "report of self-evaluation filed"),
    "project_called": ("征集项目", "call for projects"),
    "project_applied": ("申报项目", "project applied for"),
    "project_decided": ("项目立项与否", "project decided on"),
    "project_funded": ("给予项目资金", "project funded"),
    "end_requested": ("申请终止", "end requested"),
    "end_reported": ("终止申请上报", "request to end handed in"),
    "end_reviewed": ("终止申请审核", "request to end reviewed"),
    "ended": ("终止、撤销", "status ended"),
    "end_set_aside": ("终止被撤销", "end set aside"),
    "recognition_set_aside": ("认定被撤销", "recognition set aside"),
    "corrected": ("更正", "event set right"),
}


def pair(zh: str, en: str) -> str:
    """Return both languages in one text; one of them where they are the same.

    >>> pair("案例", "case"), pair("x", "x")
    ('案例 / case', 'x')
    """
    return zh if zh == en else f"{zh} / {en}"


def title_of(cl: type[Any]) -> str:
    """Return what a class is called; a policy's own event by its tag.

    >>> from innov_consortium.core.case import Case
    >>> title_of(Case)
    '案例 / case'
    """
    name = cl.tag or cl.__name__ if issubclass(cl, Event) else cl.__name__
    return pair(*_TITLES.get(name, (name, name)))


def said_of(cl: type[Any]) -> str:
    """Return the first sentence of what a class says of itself."""
    return " ".join((inspect.getdoc(cl) or "").partition("\n\n")[0].split())


def in_words(above: str, name: str) -> str:
    """Return what a field is called below another one.

    >>> in_words("agreement", "signed_on")
    '签署日 / day of signature'
    """
    path = f"{above}.{name}"
    zh, en = (label(path, lang).rpartition(SEPARATOR)[2] for lang in ("zh_CN", "en"))
    return pair(zh, en)
