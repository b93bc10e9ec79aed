"""What is on record of a consortium's members beside its own history, and whether that is all."""

from __future__ import annotations

import enum
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from attrs import frozen

from innov_consortium.core.figures import AnnualFigure
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.quantities import money_faults
from innov_consortium.core.sorts import check_faults, prepare
from innov_consortium.core.text import day_faults, name_faults, year_faults
from innov_consortium.errors import Fault, FaultKind

__all__ = [
    "Accident",
    "Determination",
    "EarlierFunding",
    "Falsification",
    "Misconduct",
    "OrganKind",
    "Record",
    "Unrecorded",
]


class OrganKind(enum.Enum):
    """What sort of organ determined something."""

    JUDICIAL = "judicial"
    ADMINISTRATIVE = "administrative"
    PARTY = "party"
    ASSOCIATION = "association"
    OTHER = "other"


@frozen(kw_only=True)
class Falsification:
    """A finding that something was falsified.

    Args:
        unit: Who falsified; ``None`` if not known.
        context: In what, in the policy's words; ``None`` if not known.
        year: The year of the evaluation it was in; ``None`` if it was in none, or if not known.
        serious: Whether the finding calls it serious; ``None`` if it does not say.
        occurred_on: The day it was done; ``None`` if not known.
        by: The body that found it; ``None`` if nobody is named.
        on: The day of the finding.
        document: The document it stands in.
    """

    unit: Identifier | None = None
    context: str | None = None
    year: int | None = None
    serious: bool | None = None
    occurred_on: date | None = None
    by: str | None = None
    on: date
    document: str = ""

    def __attrs_post_init__(self) -> None:
        faults = day_faults("on", self.on)
        faults += day_faults("occurred_on", self.occurred_on, optional=True)
        faults = faults or _before("on", self.on, self.occurred_on)
        check_faults(self, [*faults, *year_faults("year", self.year), *_by_faults("by", self.by)])


@frozen(kw_only=True)
class Accident:
    """An accident.

    Args:
        unit: Where it happened; ``None`` if not known.
        category: Of what sort, in the policy's words; ``None`` if not known.
        occurred_on: The day it happened.
        grade: How it is officially graded, in the policy's words; ``None`` if it is not graded yet.
        determined_by: The authority that graded it; ``None`` if none is named.
        organ: The sort of whoever graded it; ``None`` if not known.
        determined_on: The day it did; ``None`` if not known.
        document: The document of that.
    """

    unit: Identifier | None = None
    category: str | None = None
    occurred_on: date
    grade: str | None = None
    determined_by: str | None = None
    organ: OrganKind | None = None
    determined_on: date | None = None
    document: str = ""

    def __attrs_post_init__(self) -> None:
        faults = day_faults("occurred_on", self.occurred_on)
        faults += day_faults("determined_on", self.determined_on, optional=True)
        faults = faults or _before("determined_on", self.determined_on, self.occurred_on)
        check_faults(self, faults + _by_faults("determined_by", self.determined_by))


@frozen(kw_only=True)
class Determination:
    """An organ's determination of unlawful or dishonest conduct.

    Args:
        unit: Whose conduct; ``None`` if not known.
        by: The organ; ``None`` if none is named.
        organ: Its sort; ``None`` if not known.
        serious: Whether it is called serious; ``None`` if not known.
        effective: Whether the determination has taken effect; ``None`` if not known, as while an
            appeal is pending.
        occurred_on: The day of the conduct; ``None`` if not known.
        on: The day of the determination.
        document: The document it stands in.
    """

    unit: Identifier | None = None
    by: str | None = None
    organ: OrganKind | None = None
    serious: bool | None = None
    effective: bool | None = None
    occurred_on: date | None = None
    on: date
    document: str = ""

    def __attrs_post_init__(self) -> None:
        faults = day_faults("on", self.on)
        faults += day_faults("occurred_on", self.occurred_on, optional=True)
        faults = faults or _before("on", self.on, self.occurred_on)
        check_faults(self, [*faults, *_by_faults("by", self.by)])


@frozen(kw_only=True)
class Misconduct:
    """Unlawful conduct of any other sort.

    Args:
        unit: Whose conduct; ``None`` if not known.
        what: What was done, in a few words.
        trivial: Whether it is of no weight beside what the text names; ``None`` if nobody has said.
        occurred_on: The day it was done; ``None`` if not known.
        on: The day it became known.
        document: The document it stands in.
    """

    unit: Identifier | None = None
    what: str = ""
    trivial: bool | None = None
    occurred_on: date | None = None
    on: date
    document: str = ""

    def __attrs_post_init__(self) -> None:
        faults = day_faults("on", self.on)
        faults += day_faults("occurred_on", self.occurred_on, optional=True)
        check_faults(self, faults or _before("on", self.on, self.occurred_on))


@frozen(kw_only=True)
class EarlierFunding:
    """Public money that the direction or the research of a project has had before.

    Args:
        project: The id of the project it concerns; empty if there is only one.
        same_direction: Whether it was for the same direction or research; ``None`` if not known.
        source: Whose money it was, in the policy's words; ``None`` if not known.
        amount: In yuan, with at most two decimals; ``None`` if not known.
        unit: The member that had it; ``None`` if not known.
        on: The day it was granted; ``None`` if not known.
    """

    project: str = ""
    same_direction: bool | None = None
    source: str | None = None
    amount: Decimal | None = None
    unit: Identifier | None = None
    on: date | None = None

    def __attrs_post_init__(self) -> None:
        faults = day_faults("on", self.on, optional=True)
        check_faults(self, faults + money_faults("amount", self.amount))


@frozen(kw_only=True)
class Record:
    """What is on record of a consortium's members, and the day to which that is all.

    Args:
        falsifications: Findings that something was falsified.
        accidents: Accidents.
        determinations: Determinations of unlawful or dishonest conduct.
        misconduct: Unlawful conduct of any other sort.
        earlier_funding: Public money that a project's direction or research has had before.
        figures: Figures of accounts, year by year; one that is not there is not known, whatever
            ``complete_to`` says.
        complete_to: The day to which these, but for figures, and the listings given beside them,
            are all there are, inclusive; ``None`` if that is not known.

    >>> Record.unknown().complete_on(date(2027, 10, 1)) is None
    True
    >>> Record(complete_to=date(2027, 10, 1)).complete_on(date(2027, 10, 1))
    True
    """

    falsifications: tuple[Falsification, ...] = ()
    accidents: tuple[Accident, ...] = ()
    determinations: tuple[Determination, ...] = ()
    misconduct: tuple[Misconduct, ...] = ()
    earlier_funding: tuple[EarlierFunding, ...] = ()
    figures: tuple[AnnualFigure, ...] = ()
    complete_to: date | None = None

    def __attrs_post_init__(self) -> None:
        check_faults(self)

    @classmethod
    def unknown(cls) -> Record:
        """Return a record of which nothing is known."""
        return cls()

    def complete_on(self, day: date) -> Literal[True] | None:
        """Return ``True`` if nothing is missing on ``day``, else ``None``: never ``False``."""
        return True if self.complete_to is not None and day <= self.complete_to else None


@frozen
class Unrecorded:
    """What may be there and is on no record, where a record is not known to be complete.

    Nothing can be told of it by itself; ``path`` is where it would be told that there is no such.
    """

    path: ClassVar[str] = "record.complete_to"


def _before(path: str, day: date | None, occurred_on: date | None) -> list[Fault]:
    """Return the fault that something was found or graded before it occurred."""
    if day is None or occurred_on is None or day >= occurred_on:
        return []
    zh, en = f"早于发生之日 {occurred_on}", f"is before the day it occurred, {occurred_on}"
    return [Fault(FaultKind.OUT_OF_ORDER, path, zh, en)]


def _by_faults(path: str, by: str | None) -> list[Fault]:
    return [] if by is None else name_faults(path, by)


prepare(Falsification, Accident, Determination, Misconduct, EarlierFunding, Record)
