"""The call and the filing: art. 6 items 1 and 2."""

from __future__ import annotations

from datetime import date

from innov_consortium.core.changes import ChangeReported
from innov_consortium.core.clauses import fact, items
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import (
    CallIssued,
    EndRequested,
    Event,
    Filed,
    ObjectionDecided,
    ObjectionRaised,
)
from innov_consortium.core.history import Consortium
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.organizations import Organization
from innov_consortium.policies.tianjin.bodies import DISTRICTS, place_named
from innov_consortium.policies.tianjin.readings_life import DistrictOffice

__all__ = ["FACTS", "ITEMS", "own_place", "same_place"]

#: What begins a matter; every other act of it goes on with it.
_BEGINNINGS = (Filed, ChangeReported, EndRequested)


@items(path="application.participants[{}]".format)
def co_applicant(application: Application | None) -> tuple[Organization, ...]:
    """须会同申请的参与单位（B15）。"""
    return () if application is None else application.participants


@fact
def filing(consortium: Consortium | None, act: Event | None) -> Filed | None:
    """所问的申报：正在作出的，或最后一次。"""
    if isinstance(act, Filed):
        return act
    return None if consortium is None else consortium.last(Filed)


@fact
def was_filed(filing: Filed | None) -> bool:
    """已经申报。"""
    return filing is not None


@fact
def call(consortium: Consortium | None, filing: Filed | None, day: date) -> CallIssued | None:
    """申报所依据的征集通知：已发布而申报之日尚在受理的，没有的，为最后发布的。"""
    until = day if filing is None else filing.on
    calls = () if consortium is None else consortium.all(CallIssued)
    issued = [c for c in calls if c.on <= until]
    taking = [c for c in issued if _opens(c) <= until <= _closes(c)]
    return [*issued, *taking][-1] if issued else None


@fact
def was_called(call: CallIssued | None) -> bool:
    """申报之日已有征集通知。"""
    return call is not None


@fact
def filed_on(filing: Filed | None) -> date | None:
    """申报之日。"""
    return None if filing is None else filing.on


@fact
def call_opens(call: CallIssued | None) -> date | None:
    """受理的首日：通知写明的；未写明的，为通知之日，通知属于其后年度的，为该年度首日（C01）。"""
    return None if call is None else _opens(call)


@fact
def call_closes(call: CallIssued | None) -> date | None:
    """受理的末日：通知写明的；未写明的，为通知所属年度的末日（C01）。"""
    return None if call is None else _closes(call)


@fact(each="co_applicant", reads="events[filed].co_applicants")
def applies_together(co_applicant: Organization, filing: Filed | None) -> bool | None:
    """该参与单位会同提出申请。"""
    if filing is None or filing.co_applicants is None:
        return None
    return co_applicant.key in filing.co_applicants


@fact(reads="events[filed].documents")
def plan_included(filing: Filed | None) -> bool | None:
    """附有建设方案。"""
    return _included(filing, "construction_plan")


@fact(reads="events[filed].documents")
def proofs_included(filing: Filed | None) -> bool | None:
    """附有证明材料。"""
    return _included(filing, "proofs")


@fact(reads=("application.lead.domicile", "application.lead.operates_in"))
def lead_place(application: Application | None, *, district_office: DistrictOffice) -> str | None:
    """牵头单位所在的区或开发区。"""
    return None if application is None else own_place(application.lead, district_office)


@fact(reads="events[filed].recipient")
def recipient_place(filing: Filed | None) -> str | None:
    """接收申报的部门所在的区或开发区。"""
    if filing is None or filing.recipient is None:
        return None
    return place_named(filing.recipient)


@fact
def filed_in_place(lead_place: str | None, recipient_place: str | None) -> bool | None:
    """接收申报的是牵头单位所在区（开发区）的部门。"""
    return same_place(lead_place, recipient_place)


@fact
def matter_begun_on(consortium: Consortium | None, act: Event | None) -> date | None:
    """所办事项开始之日：申报、变更报送、撤销申请之日；此外的行为各自开始，为行为之日。"""
    if act is None or isinstance(act, _BEGINNINGS) or consortium is None:
        return None if act is None else act.on
    if isinstance(act, ObjectionRaised | ObjectionDecided) or not act.matter:  # of the formation
        pending = consortium.phase is Phase.PROPOSED
        begun = [e.on for e in consortium.all(Filed)] if pending else []
    else:
        matter = (e for e in consortium.events if e.matter == act.matter)
        begun = [e.on for e in matter if isinstance(e, _BEGINNINGS)]
    return begun[-1] if begun else act.on


def own_place(lead: Organization, district_office: DistrictOffice) -> str | None:
    """Return the district or zone of a lead, by its proper name; ``None`` if it is not known."""
    if district_office is DistrictOffice.OPERATION:
        return None if lead.operates_in is None else place_named(lead.operates_in)
    if lead.zone is not None:
        return place_named(lead.zone) or lead.zone
    return None if lead.domicile is None else DISTRICTS.get(lead.domicile, lead.domicile)


def same_place(one: str | None, other: str | None) -> bool | None:
    """Return whether two places are the same; ``None`` if one of them is not known."""
    return None if one is None or other is None else one == other


def _opens(call: CallIssued) -> date:
    if call.first is not None or call.last is not None:
        return call.first or call.on
    return max(call.on, date(call.year or call.on.year, 1, 1))


def _closes(call: CallIssued) -> date:
    return call.last or date(call.year or (call.first or call.on).year, 12, 31)


def _included(filing: Filed | None, document: str) -> bool | None:
    if filing is None or filing.documents is None:
        return None
    return document in filing.documents


ITEMS = (co_applicant,)

FACTS = (
    filing,
    was_filed,
    call,
    was_called,
    filed_on,
    call_opens,
    call_closes,
    applies_together,
    plan_included,
    proofs_included,
    lead_place,
    recipient_place,
    filed_in_place,
    matter_begun_on,
)
