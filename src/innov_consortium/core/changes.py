"""Changes of a recognised consortium: reported, approved or refused, carried out.

Four events tell of one change; :func:`changes_of` puts them together again. When a change takes
effect is a question of the text, and a policy answers it.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from attrs import frozen

from innov_consortium.core.consortium import Person, Vacancy
from innov_consortium.core.events import Event, Filed
from innov_consortium.core.organizations import MemberKey, Organization
from innov_consortium.core.sorts import prepare
from innov_consortium.core.text import name_faults
from innov_consortium.errors import Fault, FaultKind

__all__ = [
    "CHANGES",
    "Change",
    "ChangeApproved",
    "ChangeEvent",
    "ChangeExecuted",
    "ChangeKind",
    "ChangeRefused",
    "ChangeReported",
    "change_faults",
    "changes_of",
]


class ChangeKind(enum.Enum):
    """What changes."""

    MEMBER_EXIT = "member_exit"
    MEMBER_RENAME = "member_rename"
    MEMBER_JOIN = "member_join"
    MEMBER_OTHER = "member_other"
    LEAD_REPLACEMENT = "lead_replacement"
    LEAD_PRINCIPAL = "lead_principal"
    CHIEF_TECHNOLOGIST = "chief_technologist"
    PERSON_OTHER = "person_other"

    @property
    def of_members(self) -> bool:
        """Whether it is about the members rather than about persons."""
        return self.value.startswith("member_")


@frozen(kw_only=True)
class ChangeEvent(Event):
    """Something that happened to a change. What changes, any of its events may say.

    Args:
        change: The id of the change; empty if there is only one.
        kind: What changes; ``None`` if not known.
        unit: The member it is about, for a new lead the one that takes over; ``None`` if it is
            about nobody, or not known.
        new_name: Its new name, for a change of name.
        joining: The organisation that joins, or that takes the lead and was no member.
        person: The successor in a post, or that the post is empty; ``None`` if not known.
    """

    change: str = ""
    kind: ChangeKind | None = None
    unit: MemberKey | None = None
    new_name: str | None = None
    joining: Organization | None = None
    person: Person | Vacancy | None = None

    @property
    def matter(self) -> str:
        """The change."""
        return f"change:{self.change}"

    @classmethod
    def about(cls, matter: str) -> dict[str, str]:
        """Return the field that names the change."""
        return {"change": matter.removeprefix("change:")}

    def faults(self) -> list[Fault]:
        """Return what is wrong with it, such as a name that nobody can read."""
        faults = super().faults()
        return faults if self.new_name is None else faults + name_faults("new_name", self.new_name)


@frozen(kw_only=True)
class ChangeReported(ChangeEvent):
    """A change reported to the body that decides on it.

    Args:
        issued_by: The members that issued the basis of the change, the one that joins among them;
            ``None`` if not known.
        unable: Members concerned that refuse to issue it or no longer exist, as reported.
    """

    tag: ClassVar[str] = "change_reported"

    issued_by: frozenset[MemberKey] | None = None
    unable: frozenset[MemberKey] = frozenset()


@frozen(kw_only=True)
class ChangeApproved(ChangeEvent):
    """A change approved."""

    tag: ClassVar[str] = "change_approved"


@frozen(kw_only=True)
class ChangeRefused(ChangeEvent):
    """A change refused."""

    tag: ClassVar[str] = "change_refused"


@frozen(kw_only=True)
class ChangeExecuted(ChangeEvent):
    """A change carried out within the consortium."""

    tag: ClassVar[str] = "change_executed"


#: The events of this module, but for the base.
CHANGES: tuple[type[Event], ...] = (ChangeReported, ChangeApproved, ChangeRefused, ChangeExecuted)

prepare(*CHANGES)


@frozen(kw_only=True)
class Change:
    """A change, as far as its events tell of it. A day is ``None`` where there was no such event.

    Args:
        id: Its id.
        told: The event that says what changes: the report, or else the first that says so;
            ``None`` if none does.
        report: The event that reported it; ``None`` if it was never reported.
        reported_on: The day it was reported.
        approved_on: The day it was approved.
        approved_by: Who approved it.
        refused_on: The day it was refused.
        executed_on: The day it was carried out.
    """

    id: str
    told: ChangeEvent | None = None
    report: ChangeReported | None = None
    reported_on: date | None = None
    approved_on: date | None = None
    approved_by: str | None = None
    refused_on: date | None = None
    executed_on: date | None = None

    @property
    def kind(self) -> ChangeKind | None:
        """What changes; ``None`` if that is not known."""
        return None if self.told is None else self.told.kind

    @property
    def subject(self) -> MemberKey | None:
        """The member it is about; ``None`` if it is about nobody, or not known."""
        return None if self.told is None else self.told.unit

    @property
    def new_name(self) -> str | None:
        """Its new name, for a change of name."""
        return None if self.told is None else self.told.new_name

    @property
    def joining(self) -> Organization | None:
        """The organisation that joins, or that takes the lead and was no member."""
        return None if self.told is None else self.told.joining

    @property
    def person(self) -> Person | Vacancy | None:
        """The successor in a post, or that the post is empty; ``None`` if not known."""
        return None if self.told is None else self.told.person

    @property
    def unit(self) -> MemberKey | None:
        """The member it is about, or the one that joins; ``None`` if there is none."""
        return self.joining.key if self.joining is not None else self.subject

    @property
    def key(self) -> str:
        """What an attestation about it names as its item."""
        return self.id


def changes_of(events: Iterable[Event]) -> tuple[Change, ...]:
    """Return the changes that events tell of, in the order in which they first occur.

    An event of the same sort that comes later tells nothing new, so that what is repeated does not
    move a day; but a change that was refused may be reported and decided on again.
    """
    found: dict[str, dict[str, Any]] = {}
    for event in events:
        if isinstance(event, ChangeEvent):
            _tell(event, found.setdefault(event.change, {}))
    return tuple(Change(id=name, **told) for name, told in found.items())


def _tell(event: ChangeEvent, told: dict[str, Any]) -> None:
    """Write down what an event tells of a change, unless that is told already."""
    if isinstance(event, ChangeReported):
        if "report" not in told or "refused_on" in told:
            told.update(told=event, report=event, reported_on=event.on)
            told.pop("refused_on", None)
        return
    if event.kind is not None and "told" not in told:
        told["told"] = event
    if isinstance(event, ChangeExecuted):
        told.setdefault("executed_on", event.on)
    elif "approved_on" not in told:
        if isinstance(event, ChangeApproved):
            told.update(approved_on=event.on, approved_by=event.by)
            told.pop("refused_on", None)
        elif isinstance(event, ChangeRefused):
            told["refused_on"] = event.on


def change_faults(events: Iterable[tuple[str, Event]]) -> list[Fault]:
    """Return the changes reported that would change nothing: who joins is there, who leads led.

    Where somebody may have left before, or somebody else may have taken the lead, nothing is told.

    Args:
        events: The events that stand, each with its path in the history, in the order in which
            they were recorded.
    """
    members: frozenset[MemberKey] = frozenset()
    lead: MemberKey | None = None
    faults: list[Fault] = []
    for path, event in events:
        if isinstance(event, Filed) and event.application is not None:
            members = frozenset(unit.key for unit in event.application.members)
            lead = event.application.lead.key
        elif isinstance(event, ChangeEvent):
            joining = None if event.joining is None else event.joining.key
            of_lead = event.kind is ChangeKind.LEAD_REPLACEMENT
            reported = isinstance(event, ChangeReported)
            if reported and event.kind is ChangeKind.MEMBER_JOIN and joining in members:
                zh, en = "已经是成员单位，请核对", "is a member already; check it"
                faults.append(Fault(FaultKind.INCONSISTENT, f"{path}.joining", zh, en))
            elif reported and of_lead and lead is not None and (joining or event.unit) == lead:
                name = "unit" if joining is None else "joining"
                zh = "已经是牵头单位，没有更换；请写接任的单位"
                en = "is the lead already; name the unit that takes over"
                faults.append(Fault(FaultKind.INCONSISTENT, f"{path}.{name}", zh, en))
            elif of_lead:
                lead = None
            if event.kind is not ChangeKind.MEMBER_RENAME:
                members -= {event.unit}
    return faults
