"""Events: what happened, in the past tense, frozen. Those that any text shares.

An event says on which day it happened, who acted and in which document it stands. What a text adds
of its own a policy defines as further subclasses, each under a tag of its own. Every field but the
day may be left out, and then is not known.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import ClassVar

from attrs import frozen

from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import MemberKey
from innov_consortium.core.sorts import sort_faults
from innov_consortium.core.text import day_faults, name_faults
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = [
    "SHARED",
    "ApplicationRefused",
    "ApplicationWithdrawn",
    "CallIssued",
    "Corrected",
    "EndReported",
    "EndRequested",
    "EndReviewed",
    "EndSetAside",
    "Ended",
    "Event",
    "Filed",
    "Move",
    "ObjectionDecided",
    "ObjectionRaised",
    "Publicised",
    "Recognised",
    "RecognitionSetAside",
]


class Move(enum.Enum):
    """What an event does to the phase a consortium is in; most events do nothing to it."""

    RECOGNISE = "recognise"
    DISMISS = "dismiss"
    END = "end"
    REINSTATE = "reinstate"
    ANNUL = "annul"


@frozen(kw_only=True)
class Event:
    """Something that happened.

    Args:
        on: The day it happened.
        by: Who acted, by name or code; ``None`` if not known.
        document: The document it stands in.
        edition: The edition of the policy it was decided under; empty if none decided it.
        recorded_on: The day it was recorded; ``None`` if that was the day it happened.
        id: Its own id, by which a correction names it; empty if it has none.
        consortium: The consortium it belongs to; empty for that of the history it stands in.

    Raises:
        InvalidInputError: A day is none, or it was recorded before it happened.
    """

    tag: ClassVar[str] = ""
    move: ClassVar[Move | None] = None

    on: date
    by: str | None = None
    document: str = ""
    edition: str = ""
    recorded_on: date | None = None
    id: str = ""
    consortium: str = ""

    def __attrs_post_init__(self) -> None:
        faults = sort_faults(self) or self.faults()
        if faults:
            raise InvalidInputError(faults)

    @property
    def known_from(self) -> date:
        """The first day on which it is known."""
        return self.recorded_on or self.on

    @property
    def matter(self) -> str:
        """The matter it belongs to: empty for the consortium's own life, else what it is about."""
        return ""

    @classmethod
    def about(cls, matter: str) -> dict[str, str]:  # noqa: ARG003 - a subclass needs it
        """Return the fields by which an event of this sort belongs to a matter."""
        return {}

    @property
    def until(self) -> date | None:
        """The last day of the window it opens, inclusive; ``None`` if it opens none."""
        return None

    def faults(self) -> list[Fault]:
        """Return what is wrong with it; a subclass adds its own."""
        faults = day_faults("on", self.on)
        faults += day_faults("recorded_on", self.recorded_on, optional=True)
        if self.by is not None:
            faults += name_faults("by", self.by)
        if not faults and self.recorded_on is not None and self.recorded_on < self.on:
            faults.append(
                _before("recorded_on", "记录日早于发生日", "is before the day it happened")
            )
        return faults


@frozen(kw_only=True)
class Corrected(Event):
    """An earlier event set right, from the day this is recorded on.

    Args:
        of: The id of the event set right.
        instead: What really happened; ``None`` if nothing did.
    """

    tag: ClassVar[str] = "corrected"

    of: str
    instead: Event | None = None

    def faults(self) -> list[Fault]:
        """Return what is wrong with it: it says what happened by then, no correction again."""
        faults = [*super().faults(), *name_faults("of", self.of)]
        if isinstance(self.instead, Corrected):
            zh, en = "更正的内容不能又是更正", "must be what happened, not another correction"
            faults.append(Fault(FaultKind.INCONSISTENT, "instead", zh, en))
        elif not faults and self.instead is not None and self.instead.on > self.known_from:
            zh, en = "晚于更正的记录日", "is after the day the correction was recorded"
            faults.append(Fault(FaultKind.OUT_OF_ORDER, "instead.on", zh, en))
        return faults


_OBJECTION = "objection:"

# --- formation ------------------------------------------------------------------------------------


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
        faults += day_faults("first", self.first, optional=True)
        faults += day_faults("last", self.last, optional=True)
        if not faults and self.first and self.last and self.last < self.first:
            faults.append(_before("last", "早于起始日", "is before the first day"))
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
            strangers = (self.co_applicants or frozenset()) - {
                unit.key for unit in self.application.members
            }
            faults += [
                Fault(
                    FaultKind.INCONSISTENT,
                    "co_applicants",
                    f"{key.id} 不是成员单位",
                    f"{key.id} is not a member",
                )
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
        faults = [*super().faults(), *day_faults("last", self.last, optional=True)]
        if not faults and self.last is not None and self.last < self.on:
            faults.append(_before("last", "早于公示首日", "is before the first day of publicity"))
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


# --- ending ---------------------------------------------------------------------------------------

_ENDING = "ending"


@frozen(kw_only=True)
class EndRequested(Event):
    """The end of the consortium's status requested.

    Args:
        signatories: The members that stand behind the request; ``None`` if not known.
    """

    tag: ClassVar[str] = "end_requested"

    signatories: frozenset[MemberKey] | None = None

    @property
    def matter(self) -> str:
        """The ending."""
        return _ENDING


@frozen(kw_only=True)
class EndReported(Event):
    """A request to end the status handed to the deciding body.

    Args:
        signatories: The members that signed what was handed in; ``None`` for those of the request.
    """

    tag: ClassVar[str] = "end_reported"

    signatories: frozenset[MemberKey] | None = None

    @property
    def matter(self) -> str:
        """The ending."""
        return _ENDING


@frozen(kw_only=True)
class EndReviewed(Event):
    """A request to end the status reviewed.

    Args:
        agreed: Whether the reviewing body agrees; ``None`` if not known.
    """

    tag: ClassVar[str] = "end_reviewed"

    agreed: bool | None = None

    @property
    def matter(self) -> str:
        """The ending."""
        return _ENDING


@frozen(kw_only=True)
class Ended(Event):
    """The status ended by a document of the deciding body.

    Args:
        on_request: Whether it was asked for, rather than imposed.
        grounds: The provisions it cites; ``None`` if not known.
    """

    tag: ClassVar[str] = "ended"
    move: ClassVar[Move | None] = Move.END

    on_request: bool = False
    grounds: tuple[str, ...] | None = None

    @property
    def matter(self) -> str:
        """The ending, where it was asked for."""
        return _ENDING if self.on_request else ""

    def faults(self) -> list[Fault]:
        """Return what is wrong with it, such as a ground cited twice."""
        faults = super().faults()
        cited = self.grounds or ()
        for n, ground in enumerate(cited):
            if ground in cited[:n]:
                zh, en = f"{ground!r} 重复", f"{ground!r} is cited twice"
                faults.append(Fault(FaultKind.DUPLICATE, f"grounds[{n}]", zh, en))
        return faults


@frozen(kw_only=True)
class EndSetAside(Event):
    """The end of the status set aside by a review or a judgment: the status is there again."""

    tag: ClassVar[str] = "end_set_aside"
    move: ClassVar[Move | None] = Move.REINSTATE


@frozen(kw_only=True)
class RecognitionSetAside(Event):
    """The recognition itself set aside by a review or a judgment."""

    tag: ClassVar[str] = "recognition_set_aside"
    move: ClassVar[Move | None] = Move.ANNUL


#: The events of this module, but for the base.
SHARED: tuple[type[Event], ...] = (
    CallIssued,
    Filed,
    ApplicationWithdrawn,
    ApplicationRefused,
    Publicised,
    ObjectionRaised,
    ObjectionDecided,
    Recognised,
    EndRequested,
    EndReported,
    EndReviewed,
    Ended,
    EndSetAside,
    RecognitionSetAside,
    Corrected,
)


def _before(path: str, zh: str, en: str) -> Fault:
    return Fault(FaultKind.OUT_OF_ORDER, path, zh, en)
