"""From a call to the recognition."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from attrs import frozen

from innov_consortium.core.consortium import Application
from innov_consortium.core.events.base import Event, Move, before
from innov_consortium.core.organizations import MemberKey, colleges_of, no_member
from innov_consortium.core.text import name_faults, year_faults
from innov_consortium.errors import Fault, FaultKind

__all__ = [
    "ApplicationRefused",
    "ApplicationWithdrawn",
    "CallIssued",
    "Filed",
    "ObjectionDecided",
    "ObjectionRaised",
    "Publicised",
    "Recognised",
]

_OBJECTION = "objection:"


@frozen(kw_only=True)
class CallIssued(Event):
    """A call for applications.

    Args:
        year: The year it is made for; ``None`` if it does not say.
        first: The first day on which applications are taken; ``None`` if it does not say.
        last: The last one, inclusive; ``None`` if it does not say.
    """

    tag: ClassVar[str] = "call_issued"

    year: int | None = None
    first: date | None = None
    last: date | None = None

    def faults(self) -> list[Fault]:
        """Return what is wrong with it, such as a window that ends before it begins."""
        faults = super().faults()
        faults += year_faults("year", self.year)
        if self.first is not None and self.last is not None and self.last < self.first:
            faults.append(before("last", "早于起始日", "is before the first day"))
        return faults


@frozen(kw_only=True)
class Filed(Event):
    """An application filed.

    Args:
        application: What is applied for; ``None`` if not known.
        co_applicants: The members that apply together with the lead; ``None`` if not known.
        documents: What was handed in, in the policy's words; ``None`` if not known.
        recipient: The office it was handed in to; ``None`` if not known.
    """

    tag: ClassVar[str] = "filed"

    application: Application | None = None
    co_applicants: frozenset[MemberKey] | None = None
    documents: frozenset[str] | None = None
    recipient: str | None = None

    def faults(self) -> list[Fault]:
        """Return what is wrong with it: only members apply together."""
        faults = super().faults()
        if self.recipient is not None:
            faults += name_faults("recipient", self.recipient)
        if self.application is not None:
            members = {unit.key for unit in self.application.members}
            strangers = (self.co_applicants or frozenset()) - members
            colleges = colleges_of(members)
            faults += [
                Fault(FaultKind.INCONSISTENT, "co_applicants", *no_member(key, colleges))
                for key in sorted(strangers, key=str)
            ]
        return faults


@frozen(kw_only=True)
class ApplicationWithdrawn(Event):
    """An application taken back by those who filed it."""

    tag: ClassVar[str] = "application_withdrawn"
    move: ClassVar[Move | None] = Move.DISMISS


@frozen(kw_only=True)
class ApplicationRefused(Event):
    """An application refused."""

    tag: ClassVar[str] = "application_refused"
    move: ClassVar[Move | None] = Move.DISMISS


@frozen(kw_only=True)
class Publicised(Event):
    """A list made public for objections, from the day it happened on.

    Args:
        last: The last day of publicity, inclusive, as announced; ``None`` if not known.
    """

    tag: ClassVar[str] = "publicised"

    last: date | None = None

    @property
    def until(self) -> date | None:
        """The last day of publicity."""
        return self.last

    def faults(self) -> list[Fault]:
        """Return what is wrong with it, such as a last day before the first."""
        faults = super().faults()
        if self.last is not None and self.last < self.on:
            faults.append(before("last", "早于公示首日", "is before the first day of publicity"))
        return faults


@frozen(kw_only=True)
class ObjectionRaised(Event):
    """An objection raised.

    Args:
        objection: Its id, by which a decision names it.
    """

    tag: ClassVar[str] = "objection_raised"

    objection: str = ""

    @property
    def matter(self) -> str:
        """The objection."""
        return _OBJECTION + self.objection

    @classmethod
    def about(cls, matter: str) -> dict[str, str]:
        """Return the field that names the objection."""
        return {"objection": matter.removeprefix(_OBJECTION)}


@frozen(kw_only=True)
class ObjectionDecided(Event):
    """An objection examined and decided.

    Args:
        objection: Its id; empty if there is only one.
        upheld: Whether it was upheld; ``None`` if not known.
    """

    tag: ClassVar[str] = "objection_decided"

    objection: str = ""
    upheld: bool | None = None

    @property
    def matter(self) -> str:
        """The objection."""
        return _OBJECTION + self.objection

    @classmethod
    def about(cls, matter: str) -> dict[str, str]:
        """Return the field that names the objection."""
        return {"objection": matter.removeprefix(_OBJECTION)}


@frozen(kw_only=True)
class Recognised(Event):
    """The consortium came to be one: approved, filed, recognised, as the text has it."""

    tag: ClassVar[str] = "recognised"
    move: ClassVar[Move | None] = Move.RECOGNISE
