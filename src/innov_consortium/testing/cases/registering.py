"""What the members of an application do elsewhere, and for whom a case names all of it."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from innov_consortium.core.organizations import Organization
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Engagement, Role
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.engagements import Holder, Known, history
from innov_consortium.testing.cases.given import ABSENT, Facts, a_number
from innov_consortium.testing.cases.roster import Roster
from innov_consortium.testing.cases.wording import plain

__all__ = ["Histories", "histories"]

_LISTS = ("lead_history", "history", "lead_others")


@frozen
class Histories:
    """The engagements of all members, and for whom they are all there are.

    Args:
        engagements: The engagements named.
        lead_known: Whether the lead's are all named.
        participants_known: How much of each participant's are.
    """

    engagements: tuple[Engagement, ...]
    lead_known: bool
    participants_known: tuple[Known, ...]


def histories(
    roster: Roster, lead: tuple[Facts, Facts, Facts], units: list[Facts], policy: Policy, day: date
) -> Histories:
    """Return the histories a case gives.

    Args:
        roster: The members.
        lead: The facts of the application, of the lead, and those said of it there.
        units: The facts of each participant.
        policy: The policy asked.
        day: The day asked about.
    """
    participants = roster.application.participants
    read = [
        history(Holder(unit, part, roster.names, policy, day, Role.PARTICIPANT))
        for unit, part in zip(participants, units, strict=True)
    ]
    led, lead_known = _led(roster, lead, policy, day)
    engagements = [e for one in read for e in one.engagements]
    return Histories((*engagements, *led), lead_known, tuple(one.known for one in read))


def _led(
    roster: Roster, lead: tuple[Facts, Facts, Facts], policy: Policy, day: date
) -> tuple[list[Engagement], bool]:
    """Return what the lead leads, and whether that is all: counted, listed, or both."""
    application, own, said = lead
    unit = roster.application.lead
    listed = _listed(application, said)
    read = [
        history(Holder(unit, part, roster.names, policy, day, Role.LEAD)) for part in (listed, own)
    ]
    found = [e for one in read for e in one.engagements]
    known = {one.known for one in read}
    known.add(_count(said, "other_active_consortia_led", found, unit, day))
    known.add(_count(said, "other_pending_applications_led", found, unit, None))
    return found, Known.ALL in known and Known.NOT_ALL not in known


def _listed(*places: Facts) -> Facts:
    """Return the lead's history as the one list a member may have, wherever it stands."""
    for facts in places:
        value = facts.get(*_LISTS)
        if value is not ABSENT:
            return Facts({"history": value}, facts.path)
    return Facts({}, "")


def _count(
    said: Facts, name: str, found: list[Engagement], lead: Organization, since: date | None
) -> Known:
    """Add engagements that are only counted; those listed one by one are among them."""
    value, path = said.get(name), said.at(name)
    if value is ABSENT:
        return Known.NOT_NAMED
    if value is None or (isinstance(value, str) and plain(value) in vocabulary.UNKNOWN):
        return Known.NOT_ALL
    listed = sum(_led_now(e, since) for e in found)
    found += [
        Engagement(consortium=f"{path}[{n}]", unit=lead.legal_person, role=Role.LEAD, since=since)
        for n in range(a_number(value, path) - listed)
    ]
    return Known.ALL


def _led_now(engagement: Engagement, day: date | None) -> bool:
    """Tell whether it is led on a day, or, without one, whether it is only applied for."""
    counts = engagement.pending if day is None else engagement.active_on(day)
    return engagement.role is Role.LEAD and counts
