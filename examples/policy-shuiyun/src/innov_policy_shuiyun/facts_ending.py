"""Grounds for striking off, and who asked for it: art. 12."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from innov_consortium.core.clauses import Outcome, fact, items
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Ended, EndRequested, Event
from innov_consortium.core.history import Consortium
from innov_consortium.core.records import Falsification, Record, Unrecorded

from innov_policy_shuiyun.facts_life import Seat

__all__ = ["FACTS", "ITEMS"]


@items(path="record.falsifications[{}]".format)
def falsification(record: Record, day: date) -> tuple[Falsification | Unrecorded, ...]:
    """有关虚假材料的记载；记录不完整的，另有不明的。"""
    complete = record.complete_on(day) is True
    return record.falsifications if complete else (*record.falsifications, Unrecorded())


@fact(each="falsification", reads="{}.context")
def falsified_in(falsification: Falsification | Unrecorded) -> str | None:
    """在何处提供虚假材料。"""
    return None if isinstance(falsification, Unrecorded) else falsification.context


@fact(each="falsification", reads="{}.unit")
def falsified_by_a_member(
    falsification: Falsification | Unrecorded, seats: tuple[Seat, ...] | None
) -> bool | None:
    """由成员单位提供。"""
    if isinstance(falsification, Unrecorded) or falsification.unit is None or seats is None:
        return None
    return falsification.unit in {seat.unit.legal_person for seat in seats}


@fact
def cited_grounds(
    act: Event | None, grounds: Mapping[str, Outcome] | None
) -> tuple[Outcome, ...] | None:
    """注销所引各项情形，逐项是否成立；没有写明依据的不明。"""
    if not isinstance(act, Ended) or act.grounds is None:
        return None
    found = grounds or {}
    return tuple(found.get(cited, Outcome.NOT_MET) for cited in act.grounds)


@fact
def ground_to_judge(cited_grounds: tuple[Outcome, ...] | None) -> bool:
    """所引情形没有一项成立，而有待人判断的。"""
    found = cited_grounds or ()
    return Outcome.MET not in found and Outcome.NEEDS_JUDGEMENT in found


@fact(reads="act.grounds")
def ground_established(cited_grounds: tuple[Outcome, ...] | None) -> bool | None:
    """所引情形至少一项成立；有不明的不明。"""
    if cited_grounds is None:
        return None
    if Outcome.MET in cited_grounds:
        return True
    return None if Outcome.UNKNOWN in cited_grounds else False


@fact
def request(consortium: Consortium | None, act: Event | None) -> EndRequested | None:
    """本次注销申请；没有的，为最近一次。"""
    if isinstance(act, EndRequested):
        return act
    return None if consortium is None else consortium.last(EndRequested)


@fact
def was_requested(request: EndRequested | None) -> bool:
    """牵头单位已申请注销。"""
    return request is not None


@fact
def requested_from_joint_leads(
    request: EndRequested | None, application: Application | None
) -> bool | None:
    """已申请注销，而且是联合牵头的。"""
    if request is None:
        return False
    return None if application is None else bool(application.co_leads)


@fact(reads="act.signatories")
def signed_by_all_leads(
    request: EndRequested | None, application: Application | None
) -> bool | None:
    """全体牵头单位共同提出。"""
    if request is None or request.signatories is None or application is None:
        return None
    return request.signatories.issuperset(unit.key for unit in application.leads)


ITEMS = (falsification,)

FACTS = (
    falsified_in,
    falsified_by_a_member,
    cited_grounds,
    ground_to_judge,
    ground_established,
    request,
    was_requested,
    requested_from_joint_leads,
    signed_by_all_leads,
)
