"""What a sanction keeps somebody from, and for which days."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from innov_consortium.core.consortium import Person
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.periods import Window, day_following
from innov_consortium.core.sorts import check_faults, prepare
from innov_consortium.core.text import name_faults
from innov_consortium.errors import Fault, FaultKind

__all__ = ["Bar"]


@frozen(kw_only=True)
class Bar:
    """A legal person, or a natural person in a post, barred from what the provision names.

    Exactly one of the two is bound. The name of a person is compared, never shown.

    Args:
        unit: The legal person; under a new name it is the same one. ``None`` for a natural person.
        person: The natural person; ``None`` for a legal person.
        window: The days on which it is barred, both ends included.
        consortium: The consortium whose end it follows from.
        provision: The provision it rests on.
        document: The document it follows from.
        enforceable_to: The last day on which the text it rests on is in force, where that comes
            before the end of the window; ``None`` otherwise.
        caveats: What a reader must know of it, in the policy's words.
    """

    unit: Identifier | None = None
    person: Person | None = None
    window: Window
    consortium: str
    provision: str = ""
    document: str = ""
    enforceable_to: date | None = None
    caveats: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        faults = name_faults("consortium", self.consortium)
        if (self.unit is None) is (self.person is None):
            zh, en = "单位、个人须写且只写一个", "must name either a unit or a person, and not both"
            path = "unit" if self.unit is None else "person"
            faults.append(Fault(FaultKind.INCONSISTENT, path, zh, en))
        check_faults(self, faults)

    @property
    def first_free_day(self) -> date | None:
        """The day after the last one barred; ``None`` where there is none.

        >>> window = Window(date(2026, 6, 12), date(2029, 6, 12))
        >>> bar = Bar(unit=Identifier("LEI", "529900T8BM49AURSDO55"), window=window, consortium="C")
        >>> bar.first_free_day
        datetime.date(2029, 6, 13)
        """
        return day_following(self.window.last)

    def binds_on(self, day: date) -> bool:
        """Return whether it binds on ``day``."""
        return day in self.window


prepare(Bar)
