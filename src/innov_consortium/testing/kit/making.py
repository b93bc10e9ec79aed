"""Made-up cases of which next to nothing is known: a unit of each kind and hardly more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import CallIssued, Filed, Recognised
from innov_consortium.core.history import History
from innov_consortium.core.organizations import Identifier, Organization, OrganizationKind
from innov_consortium.core.policy import Policy
from innov_consortium.core.validity import validity_of

__all__ = ["made_up"]

#: A day on which made-up cases are asked about, if the text is in force then.
_DAY = date(2026, 3, 2)

#: How long before that day the text is supposed to be published, in days.
_BEFORE = timedelta(days=60)


def made_up(policy: Policy) -> Iterator[tuple[Policy, str, Case | Dossier, date]]:
    """Yield a policy in force, an inquiry of it, a case and a day, for every inquiry."""
    units = [
        Organization(name=f"示例单位{n}", id=Identifier("KIT", str(n)), kind=kind)
        for n, kind in enumerate(OrganizationKind)
    ]
    supposed, day = _in_force(policy)
    for inquiry in policy.inquiries:
        for lead in units:
            others = tuple(u for u in units if u is not lead)
            for participants in ((), others):
                joint = tuple(u.key for u in participants[:1]) if policy.joint_leads else ()
                application = Application(lead=lead, participants=participants, co_leads=joint)
                for case in _cases(inquiry.of, application, day):
                    yield supposed, inquiry.name, case, day


def _cases(of: str, application: Application, day: date) -> Iterator[Case | Dossier]:
    if of == "application":
        yield Case(application=application)
        return
    filed = Filed(on=day, application=application)
    for events in ((CallIssued(on=day),), (filed,), (filed, Recognised(on=day))):
        yield Dossier(history=History("K1", events))


def _in_force(policy: Policy) -> tuple[Policy, date]:
    """Return the policy as published, and a day on which it is in force."""
    window = validity_of(policy).window
    day = _DAY
    if window is not None:
        day = max(day, window.first or day)
        day = min(day, window.last or day)
    if policy.publication is not None:
        return policy, day
    return policy.supposing_published(day - _BEFORE), day
