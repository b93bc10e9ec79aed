"""What can be asked, and a question as it is understood."""

from __future__ import annotations

import enum
from datetime import date

from attrs import frozen

__all__ = ["OF_A_LIFE", "Asked", "Question"]


class Asked(enum.Enum):
    """What can be asked by now."""

    FORCE = "force"
    REPEAL = "repeal"
    FORMATION = "formation"
    ONE_PARTICIPANT = "one_participant"
    ADMISSIBILITY = "admissibility"
    REPLAY = "replay"
    STATUS = "status"
    ACT = "act"
    EVALUATION = "evaluation"
    FILING = "filing"
    PROCEDURE = "procedure"
    CHANGE = "change"
    WITHDRAWAL = "withdrawal"
    COMPLIANCE = "compliance"
    ENTITLEMENT = "entitlement"


#: Questions answered from the history of a consortium.
OF_A_LIFE = frozenset(
    {
        Asked.REPLAY,
        Asked.STATUS,
        Asked.ACT,
        Asked.EVALUATION,
        Asked.FILING,
        Asked.PROCEDURE,
        Asked.CHANGE,
        Asked.WITHDRAWAL,
        Asked.COMPLIANCE,
        Asked.ENTITLEMENT,
    }
)


@frozen(kw_only=True)
class Question:
    """A question.

    Args:
        about: What it is about.
        day: The day it asks about, where it names one of its own.
        participant: Which participant it asks about, counted from nought.
        document: The document it asks about, by its number.
        articles: The articles and items it names, as beginnings of provision ids.
        act: The tag of the event that an act would be.
        on_a_ground: Whether it is a revocation that nobody asked for.
        by: Who would act; ``None`` for whoever has to.
        provisions: The provisions the case says it is about.
    """

    about: Asked
    day: date | None = None
    participant: int | None = None
    document: str | None = None
    articles: tuple[str, ...] = ()
    act: str = ""
    on_a_ground: bool = False
    by: str | None = None
    provisions: tuple[str, ...] = ()
