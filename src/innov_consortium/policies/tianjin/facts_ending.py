"""A request to end the status, and its end: art. 14 and art. 11 paragraph 1."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from innov_consortium.core.attestations import Attested
from innov_consortium.core.clauses import fact, items
from innov_consortium.core.events import Ended, EndReported, EndRequested, EndReviewed, Event
from innov_consortium.core.history import Consortium
from innov_consortium.core.organizations import MemberKey, Organization
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
def was_ended(ending: Event | None) -> bool:
    """已经撤销，或正在撤销。"""
    return ending is not None


@fact
def ended_on_request(ending: Event | None) -> bool:
    """撤销系应申请作出。"""
    return isinstance(ending, Ended) and ending.on_request


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
    cited = set(ending.grounds) & set(revocation_grounds)
    return len(cited - _ON_REQUEST if voluntary_ground is VoluntaryGround.COMPLETED else cited)


@fact(attested=bool, reads="attestations[ground_established]")
def ground_established(
    ending: Event | None,
    attested: Attested,
    requested_by_lead: bool | None,
    *,
    revocation_grounds: tuple[str, ...],
    voluntary_ground: VoluntaryGround,
) -> bool | None:
    """所引情形至少一项成立：逐项经认定（认定须写明是哪一项）；第（四）项依 E02 可由申请证明。"""
    cited = ending.grounds if isinstance(ending, Ended) else None
    found = [_established(attested, item) for item in cited or () if item in revocation_grounds]
    if voluntary_ground is not VoluntaryGround.COMPLETED and ITEM_ON_REQUEST in (cited or ()):
        found.append(requested_by_lead)
    if True in found:
        return True
    return None if None in found or not found else False


@fact
def only_on_request(ending: Event | None) -> bool:
    """应申请撤销，所引的只有第十一条第（四）项，或未另引情形。"""
    cited = ending.grounds if isinstance(ending, Ended) else None
    return not cited or set(cited) == _ON_REQUEST


def _established(attested: Attested, item: str) -> bool | None:
    one = attested.find("ground_established", item)
    return None if one is None or one.item != item else one.holds


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
    was_ended,
    ended_on_request,
    issued_by_document,
    grounds_cited,
    ground_established,
    only_on_request,
)
