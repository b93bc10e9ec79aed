"""Who is barred from applying: an application, with the revocations a case tells of.

The bars are those the policy makes of the histories of the consortia revoked.
"""

from __future__ import annotations

from datetime import date

from attrs import evolve, frozen

from innov_consortium.core.case import Case, Surroundings
from innov_consortium.core.events import Ended
from innov_consortium.core.organizations import Organization
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Register, Role
from innov_consortium.core.registering import register
from innov_consortium.core.sanctions import Bar
from innov_consortium.testing.cases.applying import applied
from innov_consortium.testing.cases.former import Former, former_consortia, revoked_history
from innov_consortium.testing.cases.given import Facts
from innov_consortium.testing.cases.surrounding import calendar_of

__all__ = ["Barring", "barring_of"]


@frozen(kw_only=True)
class Barring:
    """An application, with the bars there are.

    Args:
        case: The application with what is known around it.
        bars: The bars of whoever led what was revoked.
        former: Whoever led it; ``None`` if the case tells of no revocation.
        left_out: What was left out, for the note.
    """

    case: Case
    bars: tuple[Bar, ...]
    former: Organization | None = None
    left_out: tuple[str, ...] = ()


def barring_of(given: Facts, policy: Policy, day: date) -> Barring:
    """Return the application a case asks about, with the bars there are on the day.

    Where a case does not speak of revocations at all, whether there was one is not known.

    Raises:
        NotUnderstoodError: A fact has no clear meaning here.
        InvalidInputError: The facts cannot be used.
    """
    told = former_consortia(given, policy, day)
    case, left_out = applied(given, told, policy, day)
    case = evolve(case, calendar=calendar_of(given))
    former = _with_engagements(told, case)
    found = _register(case, former, policy, day)
    there = {e.consortium for e in case.register.engagements}
    engagements = [e for e in found.engagements if e.consortium not in there]
    together = Register((*case.register.engagements, *engagements), found.complete_to, found.bars)
    lead = next(iter(former.leads), None)
    return Barring(
        case=evolve(case, register=together),
        bars=tuple(b for b in found.bars if lead is not None and b.unit == lead.legal_person),
        former=lead,
        left_out=(*former.left_out, *left_out),
    )


def _with_engagements(former: Former, case: Case) -> Former:
    """Return the consortia revoked with those that the lead's own history names."""
    lead = case.application.lead
    there = {history.consortium for history in former.histories}
    ended = {
        e.consortium: Ended(on=e.ended_on)
        for e in case.register.of(lead.legal_person)
        if e.revoked and e.role is Role.LEAD and e.jurisdiction is None and e.ended_on is not None
    }
    found = [
        revoked_history(name, lead, (end,)) for name, end in ended.items() if name not in there
    ]
    return evolve(
        former,
        leads=(*former.leads, *([lead] * len(found))),
        histories=(*former.histories, *found),
        told=former.told or bool(found),
    )


def _register(case: Case, former: Former, policy: Policy, day: date) -> Register:
    around = Surroundings(
        interpretations=case.interpretations,
        attestations=case.attestations,
        calendar=case.calendar,
    )
    complete_to = day if former.told else None
    return register(policy, former.histories, day, around, complete_to=complete_to)
