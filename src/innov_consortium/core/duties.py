"""Duties: who owes what to whom, by which provision, and until when where the text gives a day."""

from __future__ import annotations

import enum
from datetime import date

from attrs import frozen

__all__ = ["Duty", "DutyState", "Owed", "Owing", "state_of"]


class DutyState(enum.Enum):
    """How a duty stands on a day."""

    STANDING = "standing"
    OWED = "owed"
    DUE = "due"
    OVERDUE = "overdue"
    DISCHARGED = "discharged"
    DISCHARGED_LATE = "discharged_late"


@frozen(kw_only=True)
class Duty:
    """A duty as a text states it.

    Args:
        name: Its name, ``inspect_yearly``.
        provision: The provision that states it.
        bearer: The role that owes it.
        toward: The role it is owed to; ``None`` if the text names nobody.
        occasions: The fact that tells on which occasions it is owed, a tuple of :class:`Owing`;
            ``None`` for a duty that is owed all the time.
        lasting: For a duty owed all the time, whether only once the consortium is recognised.
    """

    name: str
    provision: str
    bearer: str
    toward: str | None = None
    occasions: str | None = None
    lasting: bool = True


@frozen(kw_only=True)
class Owing:
    """One occasion on which a duty is owed.

    Args:
        since: The day from which it is owed; ``None`` if not known.
        due: The last day for it, inclusive; ``None`` where the text gives none.
        done_on: The day it was discharged; ``None`` if it was not.
        subject: What it is about, in a word: a year, a change.
    """

    since: date | None = None
    due: date | None = None
    done_on: date | None = None
    subject: str = ""


@frozen(kw_only=True)
class Owed:
    """A duty as it stands on a day.

    Args:
        duty: The duty.
        state: How it stands. Without a day in the text nothing is ever overdue.
        owing: The occasion; ``None`` for a duty owed all the time.
    """

    duty: Duty
    state: DutyState
    owing: Owing | None = None


def state_of(owing: Owing, day: date) -> DutyState:
    """Return how a duty stands on a day: on its last day it is due, after that it is overdue.

    >>> one = Owing(due=date(2027, 12, 31))
    >>> [state_of(one, d).value for d in (date(2027, 12, 31), date(2028, 1, 1))]
    ['due', 'overdue']
    >>> done = Owing(due=date(2027, 12, 31), done_on=date(2028, 1, 2))
    >>> state_of(done, date(2028, 1, 2)).value
    'discharged_late'
    >>> state_of(Owing(), date(2099, 1, 1)).value
    'owed'
    """
    if owing.done_on is not None and owing.done_on <= day:
        late = owing.due is not None and owing.done_on > owing.due
        return DutyState.DISCHARGED_LATE if late else DutyState.DISCHARGED
    if owing.due is None:
        return DutyState.OWED
    return DutyState.DUE if day <= owing.due else DutyState.OVERDUE
