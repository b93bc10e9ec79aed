"""The call and the filing: art. 6 items 1 and 2."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from innov_consortium.core.changes import ChangeReported
from innov_consortium.core.clauses import Evidence, fact, items
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import (
    CallIssued,
    EndRequested,
    EvaluationAssigned,
    Event,
    Filed,
    ObjectionDecided,
    ObjectionRaised,
    ProjectApplied,
    Publicised,
    Recognised,
)
from innov_consortium.core.history import Consortium
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.organizations import Organization
from innov_consortium.policies.tianjin.bodies import (
    BUREAU,
    CITY,
    DISTRICTS,
    ZONED,
    place_named,
)
from innov_consortium.policies.tianjin.events import DistrictReviewed, ExpertReviewed, Forwarded
from innov_consortium.policies.tianjin.readings_life import DistrictOffice

__all__ = ["FACTS", "ITEMS", "Places", "by_office", "due", "in_place"]

#: What begins a matter; every other act of it goes on with it.
_BEGINNINGS = (Filed, ChangeReported, EndRequested, EvaluationAssigned, ProjectApplied)


@frozen
class Places(Evidence):
    """The districts and zones of which a lead may be in one.

    Args:
        value: Their names.
        missing: What would have to be known where there is more than one.
    """

    value: tuple[str, ...]
    missing: tuple[str, ...] = ()


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
    """申报所依据的征集通知：申报之日尚在受理的，没有的，为最后发布的；市科技局的在先。"""
    until = day if filing is None else filing.on
    calls = () if consortium is None else consortium.all(CallIssued)
    issued = [c for c in calls if c.on <= until]
    issued.sort(key=lambda c: c.by is None or c.by in BUREAU)  # stable: another's goes behind
    taking = [c for c in issued if _opens(c) <= until <= _closes(c)]
    return [*issued, *taking][-1] if issued else None


@fact
def was_called(call: CallIssued | None) -> bool:
    """申报之日已有征集通知。"""
    return call is not None


@fact(reads="events[call_issued].by")
def called_by_bureau(call: CallIssued | None) -> bool | None:
    """征集通知由市科技局发布。"""
    return None if call is None or call.by is None else call.by in BUREAU


@fact(reads="events[filed].by")
def filed_by_lead(filing: Filed | None, application: Application | None) -> bool | None:
    """由牵头单位提出申请。"""
    if filing is None or filing.by is None or application is None:
        return None
    return filing.by in application.lead.called


@fact
def filing_due(consortium: Consortium | None, act: Event | None, formed_before: bool) -> bool:
    """已经申报，或已走到申报之后的步骤。"""
    return not formed_before and due(consortium, act, 0)


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


@fact(reads=("application.lead.domicile", "application.lead.zone"))
def lead_places(
    application: Application | None,
    *,
    district_office: DistrictOffice,
    binhai_zones: tuple[tuple[str, ...], ...],
) -> Places | None:
    """牵头单位所在的区或开发区；登记在滨海新区而未写明是否在开发区内的，可能是其中任何一个。"""
    if application is None:
        return None
    found = _places_of(application.lead, district_office, binhai_zones)
    if found is None:
        return None
    return Places(found, ("application.lead.zone",) if len(found) > 1 else ())


@fact(reads="events[filed].recipient")
def recipient_place(
    filing: Filed | None, *, binhai_zones: tuple[tuple[str, ...], ...]
) -> str | None:
    """接收申报的部门所在的区或开发区。"""
    if filing is None or filing.recipient is None:
        return None
    return place_named(filing.recipient, binhai_zones)


@fact
def filed_in_place(lead_places: Places | None, recipient_place: str | None) -> bool | None:
    """接收申报的是牵头单位所在区（开发区）的部门。"""
    return in_place(recipient_place, lead_places)


@fact
def formed_before(consortium: Consortium | None, commenced_on: date | None) -> bool:
    """在本办法施行以前已经批复：其组建不依本办法，也没有待办的申报（A08）。

    公布不明的，照施行以后问，结果带标记。
    """
    since = None if consortium is None else consortium.recognised_on
    return since is not None and commenced_on is not None and since < commenced_on


@fact
def filed_before(
    filing: Filed | None, commenced_on: date | None, formed_before: bool
) -> bool | None:
    """在本办法施行以前申报，尚未批复（A09）。"""
    if filing is None or formed_before:
        return False
    return None if commenced_on is None else filing.on < commenced_on


@fact
def matter_begun_on(
    application: Application | None, consortium: Consortium | None, act: Event | None, day: date
) -> date | None:
    """所办事项开始之日：申报、变更报送、撤销申请之日；此外的行为各自开始，为行为之日。

    没有问到行为的，为尚待批复的申请的申请日；没有这样的申请的，为所问之日。
    """
    if act is None:
        settled = consortium is not None and consortium.phase is not Phase.PROPOSED
        filed_on = None if settled or application is None else application.filed_on
        return day if filed_on is None else filed_on
    if isinstance(act, _BEGINNINGS) or consortium is None:
        return act.on
    if isinstance(act, ObjectionRaised | ObjectionDecided) or not act.matter:  # of the formation
        pending = consortium.phase is Phase.PROPOSED
        begun = [e.on for e in consortium.all(Filed)] if pending else []
    else:
        matter = (e for e in consortium.events if e.matter == act.matter)
        begun = [e.on for e in matter if isinstance(e, _BEGINNINGS)]
    return begun[-1] if begun else act.on


def in_place(place: str | None, own: Places | None) -> bool | None:
    """Return whether an office is that of the lead's district or zone; ``None`` if not known."""
    if place == CITY:
        return False
    if place is None or own is None:
        return None
    if place not in own.value:
        return False
    return True if len(own.value) == 1 else None


def by_office(
    by: str | None,
    application: Application | None,
    own: Places | None,
    recipient: str | None,
    zones: tuple[tuple[str, ...], ...],
) -> bool | None:
    """Return whether the lead's own office acted, or the one filed with; ``None`` if not known.

    A member of the application is no office, whatever place its name begins with.
    """
    members = () if application is None else application.members
    if by in {name for unit in members for name in unit.called}:
        return False
    place = None if by is None else place_named(by, zones)
    if place is None or place == CITY:
        return None if place is None else False
    if place == recipient:
        return True
    found = in_place(place, own)
    return None if found is False and recipient is None else found


#: The steps of art. 6, in their order: whoever takes a later one has an earlier one behind him.
_ORDER: tuple[type[Event], ...] = (
    Filed,
    DistrictReviewed,
    Forwarded,
    ExpertReviewed,
    Publicised,
    Recognised,
)


def due(consortium: Consortium | None, act: Event | None, place: int) -> bool:
    """Return whether a step of art. 6 was taken, is being taken, or should have been by now."""
    events = () if consortium is None else consortium.events
    return isinstance(act, _ORDER[place:]) or any(isinstance(e, _ORDER[place:]) for e in events)


def _places_of(
    lead: Organization, office: DistrictOffice, zones: tuple[tuple[str, ...], ...]
) -> tuple[str, ...] | None:
    if office is DistrictOffice.OPERATION:
        where = lead.operates_in
        named = None if where is None else DISTRICTS.get(where) or place_named(where, zones)
        return None if named is None else (named,)
    if lead.zone is not None:
        return (place_named(lead.zone, zones) or lead.zone,)
    district = None if lead.domicile is None else DISTRICTS.get(lead.domicile)
    if district == ZONED:
        return (district, *(names[0] for names in zones))
    return None if district is None else (district,)


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
    called_by_bureau,
    filed_by_lead,
    filing_due,
    filed_on,
    call_opens,
    call_closes,
    applies_together,
    plan_included,
    proofs_included,
    lead_places,
    recipient_place,
    filed_in_place,
    filed_before,
    formed_before,
    matter_begun_on,
)
