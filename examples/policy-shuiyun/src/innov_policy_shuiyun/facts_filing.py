"""What was handed in and publicised, and what stands against it: arts. 7 and 8."""

from __future__ import annotations

from innov_consortium.core.clauses import fact, items
from innov_consortium.core.events import Event, Filed, ObjectionDecided, ObjectionRaised, Publicised
from innov_consortium.core.history import Consortium
from innov_consortium.core.register import Count

__all__ = ["FACTS", "ITEMS"]


@items(path=lambda _: "act.documents")
def required_document(*, filing_documents: tuple[str, ...]) -> tuple[str, ...]:
    """应当提交的材料。"""
    return filing_documents


@fact
def filing(consortium: Consortium | None, act: Event | None) -> Filed | None:
    """本次提交；没有的，为最近一次。"""
    if isinstance(act, Filed):
        return act
    return None if consortium is None else consortium.last(Filed)


@fact(each="required_document", reads="act.documents")
def handed_in(required_document: str, filing: Filed | None) -> bool | None:
    """已提交该项材料。"""
    documents = None if filing is None else filing.documents
    return None if documents is None else required_document in documents


@fact(reads="act.application")
def filed_jointly(filing: Filed | None) -> bool | None:
    """提交的是联合牵头的申请。"""
    application = None if filing is None else filing.application
    return None if application is None else bool(application.co_leads)


@fact(reads="act.co_applicants")
def other_leads_apply(filing: Filed | None) -> bool | None:
    """其他牵头单位共同申请。"""
    application = None if filing is None else filing.application
    if filing is None or application is None or filing.co_applicants is None:
        return None
    return filing.co_applicants.issuperset(application.co_leads)


@fact
def publicity(consortium: Consortium | None, act: Event | None) -> Publicised | None:
    """本次公示；没有的，为最近一次。"""
    if isinstance(act, Publicised):
        return act
    return None if consortium is None else consortium.last(Publicised)


@fact(reads="act.last")
def days_publicised(publicity: Publicised | None) -> int | None:
    """公示的日数：公示当日不计入（S04）。"""
    if publicity is None or publicity.last is None:
        return None
    return (publicity.last - publicity.on).days


@fact
def standing_objections(consortium: Consortium | None) -> Count:
    """尚未处理或者成立的异议数。"""
    if consortium is None:
        return Count(None, missing=("events[objection_raised]",))
    raised = {one.objection for one in consortium.all(ObjectionRaised)}
    decided = {one.objection: one.upheld for one in consortium.all(ObjectionDecided)}
    against = {name for name in raised if decided.get(name, True) is True}
    unclear = {name for name in raised if name in decided and decided[name] is None}
    if unclear and not against:
        return Count(None, missing=("events[objection_decided].upheld",))
    return Count(len(against), tuple(sorted(against)))


ITEMS = (required_document,)

FACTS = (
    filing,
    handed_in,
    filed_jointly,
    other_leads_apply,
    publicity,
    days_publicised,
    standing_objections,
)
