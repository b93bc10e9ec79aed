"""A request to end the status, and its end: art. 14 and art. 11 paragraph 1."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from innov_consortium.core.clauses import Outcome, fact, items
from innov_consortium.core.events import Ended, EndReported, EndRequested, EndReviewed, Event
from innov_consortium.core.history import Consortium
from innov_consortium.core.organizations import MemberKey, Organization
from innov_consortium.core.register import Whole
from innov_consortium.policies.tianjin.facts_members import ITEM_ON_REQUEST
from innov_consortium.policies.tianjin.memberships import Membership, leads_on, names_on
from innov_consortium.policies.tianjin.readings_life import VoluntaryGround

__all__ = ["FACTS", "ITEMS"]

E = TypeVar("E", bound=Event)

#: 第十一条第（四）项：牵头单位提出撤销申请的。
_ON_REQUEST = {ITEM_ON_REQUEST}


@items(path="members[{}]".format)
def statement_member(
    current_members: tuple[Organization, ...] | None,
    memberships: tuple[Membership, ...] | None,
    statement_day: date,
) -> tuple[Organization, ...]:
    """须联合出具说明的成员单位：当日在籍的，牵头单位之外（B15）。"""
    leads = {unit.key for unit in leads_on(memberships or (), statement_day)}
    return tuple(unit for unit in current_members or () if unit.key not in leads)


@fact
def request(consortium: Consortium | None) -> EndRequested | None:
    """最后一次撤销申请。"""
    return None if consortium is None else consortium.last(EndRequested)


@fact
def request_report(
    consortium: Consortium | None, act: Event | None, request: EndRequested | None
) -> EndReported | None:
    """该次申请的报送。"""
    return act if isinstance(act, EndReported) else _of(request, EndReported, consortium)


@fact
def request_review(
    consortium: Consortium | None, act: Event | None, request: EndRequested | None
) -> EndReviewed | None:
    """该次申请的审核。"""
    return act if isinstance(act, EndReviewed) else _of(request, EndReviewed, consortium)


@fact
def ending(consortium: Consortium | None, act: Event | None) -> Event | None:
    """撤销，正在作出的，或已经作出的。"""
    if isinstance(act, Ended):
        return act
    return None if consortium is None else consortium.ended_by


@fact
def requested(request: EndRequested | None) -> bool:
    """已提出撤销申请。"""
    return request is not None


@fact(reads="events[end_requested].by")
def requested_by_lead(
    request: EndRequested | None,
    memberships: tuple[Membership, ...] | None,
    consortium: Consortium | None,
) -> bool | None:
    """由牵头单位提出；没有提出的不是。"""
    if request is None:
        return False
    if request.by is None or memberships is None or consortium is None:
        return None
    return request.by in names_on(memberships, consortium.events, request.on)


@fact
def statement_day(
    request: EndRequested | None, request_report: EndReported | None, day: date
) -> date:
    """说明报送之日；尚未报送的，为申请之日；没有申请的，为所问之日。"""
    if request_report is not None:
        return request_report.on
    return day if request is None else request.on


@fact
def statement_signatories(
    request: EndRequested | None, request_report: EndReported | None
) -> frozenset[MemberKey] | None:
    """在撤销申请说明上签署的单位。"""
    if request_report is not None and request_report.signatories is not None:
        return request_report.signatories
    return None if request is None else request.signatories


@fact(each="statement_member", reads="events[end_reported].signatories")
def joins_statement(
    statement_member: Organization, statement_signatories: frozenset[MemberKey] | None
) -> bool | None:
    """该成员单位联合出具说明。"""
    if statement_signatories is None:
        return None
    return statement_member.key in statement_signatories


@fact(reads="events[end_reported].signatories")
def statement_joint(
    request: EndRequested | None,
    current_members: tuple[Organization, ...] | None,
    memberships: tuple[Membership, ...] | None,
    statement_signatories: frozenset[MemberKey] | None,
    statement_day: date,
) -> bool | None:
    """全体成员单位联合出具说明（第十四条）；没有申请的没有。"""
    if request is None:
        return False
    if current_members is None or statement_signatories is None:
        return None
    leads = {unit.key for unit in leads_on(memberships or (), statement_day)}
    return {unit.key for unit in current_members} - leads <= statement_signatories


@fact
def request_reported(request_report: EndReported | None) -> bool:
    """已报市科技局。"""
    return request_report is not None


@fact
def request_reviewed(request_review: EndReviewed | None) -> bool:
    """已经审核。"""
    return request_review is not None


@fact(reads="events[end_reviewed].agreed")
def review_agrees(request_review: EndReviewed | None) -> bool | None:
    """审核同意。"""
    return None if request_review is None else request_review.agreed


@fact
def request_declined(request_review: EndReviewed | None) -> bool:
    """已经审核而不同意：申请就此了结。"""
    return request_review is not None and request_review.agreed is False


@fact
def was_ended(ending: Event | None) -> bool:
    """已经撤销，或正在撤销。"""
    return ending is not None


@fact(reads="events[ended].on_request")
def ended_on_request(ending: Event | None) -> bool | None:
    """撤销系应申请作出；没有写明的不明。"""
    return ending.on_request if isinstance(ending, Ended) else False


@fact(reads="events[ended].document")
def issued_by_document(ending: Event | None) -> bool | None:
    """发文撤销；没有写明文号的不明。"""
    return True if ending is not None and ending.document else None


@fact(reads="events[ended].grounds")
def grounds_cited(
    ending: Event | None,
    *,
    revocation_grounds: tuple[str, ...],
    voluntary_ground: VoluntaryGround,
) -> int | None:
    """所引的第十一条各项数；没有写明依据的不明。第（四）项须依第十四条办理的不计（E02）。"""
    if not isinstance(ending, Ended) or ending.grounds is None:
        return None
    return len(_counted_grounds(ending.grounds, revocation_grounds, voluntary_ground))


@fact
def cited_grounds(
    ending: Event | None,
    grounds: Mapping[str, Outcome] | None,
    *,
    revocation_grounds: tuple[str, ...],
    voluntary_ground: VoluntaryGround,
) -> tuple[Outcome, ...] | None:
    """所引的第十一条各项，逐项是否成立；没有写明依据的不明。须依第十四条办理的不计（E02）。"""
    if not isinstance(ending, Ended) or ending.grounds is None:
        return None
    found = grounds or {}
    counted = _counted_grounds(ending.grounds, revocation_grounds, voluntary_ground)
    return tuple(found.get(item, Outcome.UNKNOWN) for item in counted)


@fact
def ground_to_judge(cited_grounds: tuple[Outcome, ...] | None) -> bool:
    """所引情形没有一项成立，而有待人判断的。"""
    found = cited_grounds or ()
    return Outcome.MET not in found and Outcome.NEEDS_JUDGEMENT in found


@fact(reads="record")
def ground_established(cited_grounds: tuple[Outcome, ...] | None) -> bool | Whole | None:
    """所引情形至少一项成立；有不明的不明，所引为何不明的亦同。"""
    if cited_grounds is None:
        return Whole(None)  # what is missing is what it cites, not what is on record
    if Outcome.MET in cited_grounds:
        return True
    return False if set(cited_grounds) <= {Outcome.NOT_MET} else None


@fact
def only_on_request(ending: Event | None) -> bool:
    """应申请撤销，所引的只有第十一条第（四）项，或未另引情形。"""
    cited = set(ending.grounds or ()) if isinstance(ending, Ended) else set[str]()
    return cited <= _ON_REQUEST


def _counted_grounds(
    cited: tuple[str, ...],
    revocation_grounds: tuple[str, ...],
    voluntary_ground: VoluntaryGround,
) -> tuple[str, ...]:
    """Return the items cited that a revocation may be imposed for."""
    completed = voluntary_ground is VoluntaryGround.COMPLETED
    left_out = _ON_REQUEST if completed else set[str]()
    return tuple(item for item in cited if item in revocation_grounds and item not in left_out)


def _of(request: EndRequested | None, sort: type[E], consortium: Consortium | None) -> E | None:
    """Return the last event of a sort since a request, in the order of recording."""
    events = () if consortium is None else consortium.events
    if request not in events:
        return None
    since = events[max(n for n, event in enumerate(events) if event == request) :]
    return next((event for event in reversed(since) if isinstance(event, sort)), None)


ITEMS = (statement_member,)

FACTS = (
    request,
    request_report,
    request_review,
    ending,
    requested,
    requested_by_lead,
    statement_day,
    statement_signatories,
    joins_statement,
    request_reported,
    request_reviewed,
    review_agrees,
    request_declined,
    was_ended,
    ended_on_request,
    issued_by_document,
    grounds_cited,
    cited_grounds,
    ground_to_judge,
    ground_established,
    statement_joint,
    only_on_request,
)
