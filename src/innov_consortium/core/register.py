"""What must be known across consortia: who leads and who takes part, where and when.

Only a register that is *complete to* a day proves that there is nothing else; an unknown one never
satisfies a cap.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, Protocol

from attrs import field, frozen

from innov_consortium.core.clauses import Evidence
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.sanctions import Bar
from innov_consortium.core.sorts import check_faults, prepare
from innov_consortium.core.text import name_faults, region_faults
from innov_consortium.errors import Fault, FaultKind

if TYPE_CHECKING:
    from innov_consortium.core.policy import Policy

__all__ = ["Count", "Engagement", "Folding", "Register", "Role", "Whole"]


class Role(enum.Enum):
    """The part an organisation has in a consortium."""

    LEAD = "lead"
    PARTICIPANT = "participant"


@frozen(kw_only=True)
class Engagement:
    """One organisation's part in one consortium.

    Args:
        consortium: The consortium's own id or name.
        unit: The legal person.
        role: Its part.
        college: For a university, the college; ``None`` where none is named.
        since: The first day on which it counts; ``None`` while it is only applied for.
        ended_on: The first day on which it no longer counts; ``None`` while it lasts.
        revoked: Whether it ended because the consortium's status was revoked.
        jurisdiction: GB/T 2260 code of the region whose scheme it belongs to; ``None`` for the
            scheme of the policy that is asked.
    """

    consortium: str
    unit: Identifier
    role: Role
    college: str | None = None
    since: date | None = None
    ended_on: date | None = None
    revoked: bool = False
    jurisdiction: str | None = None

    def __attrs_post_init__(self) -> None:
        faults = name_faults("consortium", self.consortium)
        if self.jurisdiction is not None:
            faults += region_faults("jurisdiction", self.jurisdiction)
        check_faults(self, faults)
        if self.since and self.ended_on and self.ended_on < self.since:
            zh, en = "早于开始日", "is earlier than the day it began"
            check_faults(self, [Fault(FaultKind.OUT_OF_ORDER, "ended_on", zh, en)])

    def active_on(self, day: date) -> bool:
        """Return whether it counts on ``day``: the day it ended is no longer counted."""
        begun = self.since is not None and self.since <= day
        return begun and (self.ended_on is None or day < self.ended_on)

    @property
    def pending(self) -> bool:
        """Whether it is only applied for."""
        return self.since is None and self.ended_on is None


class Folding(Protocol):
    """What a register was folded from, so that it can be folded under other readings."""

    def under(self, policy: Policy) -> Register:
        """Return the register that the same comes to under a policy."""

    def as_of(self, policy: Policy, day: date) -> Register:
        """Return the register that the same comes to under a policy as it is on an earlier day.

        What is known is known as before: only what happened later is left out.
        """


@frozen
class Register:
    """The engagements known, and the day to which they are all there are.

    Args:
        engagements: The engagements known.
        complete_to: The day to which nothing is missing, inclusive; ``None`` if that is not known.
        bars: The bars known; where nothing is missing, these are all there are.
        folding: What it was folded from; ``None`` for one that was handed in. No part of the value,
            neither written nor pickled; see :meth:`folded_from`.

    >>> Register.unknown().complete_on(date(2026, 3, 2)) is None
    True
    >>> Register.complete(to=date(2026, 3, 2)).complete_on(date(2026, 3, 2))
    True
    """

    engagements: tuple[Engagement, ...] = ()
    complete_to: date | None = None
    bars: tuple[Bar, ...] = ()
    folding: Folding | None = field(init=False, default=None, eq=False, repr=False)
    _of: Mapping[Identifier, tuple[Engagement, ...]] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        check_faults(self)
        of: dict[Identifier, list[Engagement]] = {}
        for one in self.engagements:
            of.setdefault(one.unit, []).append(one)
        found = {unit: tuple(theirs) for unit, theirs in of.items()}
        object.__setattr__(self, "_of", MappingProxyType(found))

    @classmethod
    def unknown(cls) -> Register:
        """Return a register of which nothing is known."""
        return cls()

    @classmethod
    def complete(
        cls, *, to: date, engagements: Iterable[Engagement] = (), bars: Iterable[Bar] = ()
    ) -> Register:
        """Return a register in which nothing is missing up to and including ``to``."""
        return cls(tuple(engagements), to, tuple(bars))

    def folded_from(self, folding: Folding | None) -> Register:
        """Return the same register, which knows what it was folded from."""
        folded = Register(self.engagements, self.complete_to, self.bars)
        object.__setattr__(folded, "folding", folding)
        return folded

    def of(self, unit: Identifier) -> tuple[Engagement, ...]:
        """Return the engagements known of a legal person."""
        return self._of.get(unit, ())

    def active(self, one: Engagement, day: date) -> bool:
        """Return whether an engagement is known to count on ``day``.

        What a register that does not reach that day shows as lasting may have ended by then.
        """
        certain = one.ended_on is not None or one.since == day or self.complete_on(day) is True
        return certain and one.active_on(day)

    def complete_on(self, day: date) -> Literal[True] | None:
        """Return ``True`` if nothing is missing on ``day``, else ``None``: never ``False``."""
        return True if self.complete_to is not None and day <= self.complete_to else None

    def __reduce__(
        self,
    ) -> tuple[type[Register], tuple[tuple[Engagement, ...], date | None, tuple[Bar, ...]]]:
        """Pickle by the engagements and bars; the index is made again."""
        return type(self), (self.engagements, self.complete_to, self.bars)


@frozen
class Count(Evidence):
    """A number together with what was counted and what was known and left out.

    Args:
        value: The number; ``None`` if it cannot be known.
        counted: Names of what was counted.
        not_counted: Names of what is known but does not count, such as pending applications.
        missing: Paths of what would have to be known.
    """

    value: int | None
    counted: tuple[str, ...] = ()
    not_counted: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@frozen
class Whole(Evidence):
    """Whether a collection is complete, and what would have to be known if it is not.

    Args:
        value: ``True`` if nothing is missing, else ``None``: never ``False``.
        missing: Paths of what would have to be known.
    """

    value: Literal[True] | None
    missing: tuple[str, ...] = ()


prepare(Engagement, Register)
