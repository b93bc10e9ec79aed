"""A life under the made-up filing measures, event by event, for the tests beside this file."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.toy_filing import FILING, OFFICE, JointlyFiled

from innov_consortium.core.changes import ChangeReported
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import (
    Ended,
    EndRequested,
    EndReviewed,
    EndSetAside,
    Event,
    Recognised,
)
from innov_consortium.core.history import Consortium, History, replay
from innov_consortium.core.organizations import Identifier, MemberKey, Organization
from innov_consortium.core.organizations import OrganizationKind as Kind

PUBLISHED = date(2026, 1, 1)
MEASURES = FILING.supposing_published(PUBLISHED)


def unit(letter: str) -> Organization:
    """Return a made-up organisation; its code is no Chinese one."""
    code = Identifier("LEI", f"5299000000000000{letter}000")
    return Organization(name=f"虚构{letter}公司", id=code, kind=Kind.ENTERPRISE, abroad=False)


FIRST, SECOND, THIRD, NEW = (unit(letter) for letter in "ABCD")
LEADS = frozenset({FIRST.key, SECOND.key})
APPLICATION = Application(lead=FIRST, participants=(SECOND, THIRD))
CO_LEADS: frozenset[MemberKey] = frozenset({SECOND.key})


def day(n: int) -> date:
    """Return a day of March 2026."""
    return date(2026, 3, n)


def filed(n: int, **other: Any) -> JointlyFiled:
    """Return a filing in order."""
    parts = {"by": FIRST.name, "application": APPLICATION, "co_leads": CO_LEADS, **other}
    return JointlyFiled(on=day(n), **parts)


def put_on_file(n: int, **other: Any) -> Recognised:
    """Return that the office put it on file."""
    return Recognised(**{"on": day(n), "by": OFFICE, **other})


def reported(n: int, **other: Any) -> ChangeReported:
    """Return a change reported by the third member."""
    return ChangeReported(**{"on": day(n), "by": THIRD.name, **other})


def asked(n: int, **other: Any) -> EndRequested:
    """Return that all leads ask to leave."""
    return EndRequested(**{"on": day(n), "by": FIRST.name, "signatories": LEADS, **other})


def reviewed(n: int, *, agreed: bool | None) -> EndReviewed:
    """Return what the office makes of that."""
    return EndReviewed(on=day(n), by=OFFICE, agreed=agreed)


def struck_off(n: int, *, on_request: bool = False, **other: Any) -> Ended:
    """Return that the office struck it off."""
    return Ended(on=day(n), **{"by": OFFICE, "on_request": on_request, **other})


def restored(n: int) -> EndSetAside:
    """Return that striking it off was set aside."""
    return EndSetAside(on=day(n))


def life(*events: Event) -> History:
    """Return a history."""
    return History("C1", events)


def at(n: int, *events: Event) -> Consortium:
    """Return what events come to at the end of a day of March 2026."""
    return replay(life(*events), day(n))
