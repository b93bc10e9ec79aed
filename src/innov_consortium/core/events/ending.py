"""How a status is given up or revoked, and how that is set aside."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from innov_consortium.core.events.base import Event, Move
from innov_consortium.core.organizations import MemberKey
from innov_consortium.errors import Fault, FaultKind

__all__ = [
    "EndReported",
    "EndRequested",
    "EndReviewed",
    "EndSetAside",
    "Ended",
    "RecognitionSetAside",
]

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
        on_request: Whether it was asked for, rather than imposed; ``None`` if not known.
        grounds: The provisions it cites; ``None`` if not known.
    """

    tag: ClassVar[str] = "ended"
    move: ClassVar[Move | None] = Move.END

    on_request: bool | None = None
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
