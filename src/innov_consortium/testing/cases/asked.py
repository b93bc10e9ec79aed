"""What can be asked, and a question as it is understood."""

from __future__ import annotations

import enum
from datetime import date

from attrs import frozen

__all__ = ["ACTS", "CONSEQUENCES", "OF_A_BAR", "OF_A_LIFE", "WEIGHED", "Asked", "Question"]


class Asked(enum.Enum):
    """What can be asked."""

    FORCE = "force"
    REPEAL = "repeal"
    FORMATION = "formation"
    ONE_PARTICIPANT = "one_participant"
    ADMISSIBILITY = "admissibility"
    REPLAY = "replay"
    STATUS = "status"
    ACT = "act"
    EVALUATE = "evaluate"
    FILING = "filing"
    PROCEDURE = "procedure"
    CHANGE = "change"
    WITHDRAWAL = "withdrawal"
    COMPLIANCE = "compliance"
    ENTITLEMENT = "entitlement"
    EVALUATION = "evaluation"
    GROUNDS = "grounds"
    PROJECT = "project"
    SUPPORT = "support"
    WHOLE = "whole"
    BAR = "bar"
    BAR_END = "bar_end"


#: Questions about what follows from evaluations, from what is on record, and from money.
CONSEQUENCES = frozenset(
    {Asked.EVALUATION, Asked.GROUNDS, Asked.PROJECT, Asked.SUPPORT, Asked.WHOLE}
)

#: Those of them that are answered by an inquiry of their own.
WEIGHED = CONSEQUENCES - {Asked.WHOLE}

#: Questions whether something may be done.
ACTS = frozenset({Asked.ACT, Asked.EVALUATE})

#: Questions whether somebody may apply.
OF_A_BAR = frozenset({Asked.BAR, Asked.BAR_END, Asked.ADMISSIBILITY})

#: Questions answered from the history of a consortium.
OF_A_LIFE = frozenset(
    {
        Asked.REPLAY,
        Asked.STATUS,
        Asked.ACT,
        Asked.EVALUATE,
        Asked.FILING,
        Asked.PROCEDURE,
        Asked.CHANGE,
        Asked.WITHDRAWAL,
        Asked.COMPLIANCE,
        Asked.ENTITLEMENT,
        *CONSEQUENCES,
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
        grounds: The grounds it cites; ``None`` where the question does not say.
        year: The year an evaluation would be of.
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
    grounds: tuple[str, ...] | None = None
    year: int | None = None
    by: str | None = None
    provisions: tuple[str, ...] = ()
