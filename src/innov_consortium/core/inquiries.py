"""The questions a policy answers, and the clauses by which it is in force."""

from __future__ import annotations

import enum
from datetime import date

from attrs import frozen

from innov_consortium.core.clauses import Clause, Judgement
from innov_consortium.core.sources import Repeal

__all__ = ["Coverage", "InTime", "Inquiry"]


class Coverage(enum.Enum):
    """How much of a text a policy answers for."""

    COMPLETE = "complete"
    PARTIAL = "partial"


@frozen(kw_only=True)
class Inquiry:
    """A question a policy answers.

    Args:
        name: Its name, ``formation``.
        conditions: What must hold, every one, for an answer in the asker's favour.
        context: What is reported beside the conditions and does not enter the answer: a field the
            text is oriented to, a power an authority may use.
        of: What it is asked of: ``application`` or ``history``.
        chapeau: The provision that introduces the conditions; empty if there is none.
        afterwards: What is reported also when the text has expired, and never enters the answer: a
            period that runs on, though nothing can be based on it.
        grounds: Whether these are grounds for something that burdens, of which one suffices,
            rather than conditions, which must hold all together.
    """

    name: str
    conditions: tuple[Clause[...] | Judgement, ...]
    context: tuple[Clause[...] | Judgement, ...] = ()
    of: str = "application"
    chapeau: str = ""
    afterwards: tuple[Clause[...], ...] = ()
    grounds: bool = False

    @property
    def norms(self) -> tuple[tuple[Clause[...] | Judgement, bool], ...]:
        """Everything asked, each with whether it enters the answer."""
        return (*((n, True) for n in self.conditions), *((n, False) for n in self.context))


@frozen(kw_only=True)
class InTime:
    """The clauses by which an instrument is in force on a day, or is not.

    Args:
        commencement: Met from the first day in force on.
        expiry: Met to the last day in force; ``None`` for a text without an end. Where it does not
            know, whether the text is still in force is not known either.
        others: What else takes effect with it, such as the repeal of an earlier text.
        pending: Met where a matter begun while it was in force may be finished afterwards; ``None``
            where no matter may be.
        end_known: Whether it can be told from what is encoded when the text ends, if it ever does.
            Where it cannot, there is no ``expiry``, and from its first day on it is not known
            whether the text is still in force.
        repealed: That a later text does away with it, from which day on; ``None`` if none does. It
            is then over on that day, whatever its own words say of its end.
    """

    commencement: Clause[...]
    expiry: Clause[...] | None = None
    others: tuple[Clause[...], ...] = ()
    pending: Clause[...] | None = None
    end_known: bool = True
    repealed: Repeal | None = None

    def is_repealed(self, day: date) -> bool:
        """Return whether a later text has done away with the instrument by a day.

        >>> from innov_consortium.core.words import granted
        >>> from innov_consortium.core.clauses import clause
        >>> begun = clause("art9.s1")(granted)
        >>> repealed = Repeal(on=date(2028, 1, 1), by="新办法第九条", gloss="art. 9 of the new one")
        >>> over = InTime(commencement=begun, repealed=repealed)
        >>> [over.is_repealed(day) for day in (date(2027, 12, 31), date(2028, 1, 1))]
        [False, True]
        >>> InTime(commencement=begun).is_repealed(date(2028, 1, 1))
        False
        """
        return self.repealed is not None and day >= self.repealed.on

    @property
    def inquiry(self) -> Inquiry:
        """The inquiry whether the instrument is in force."""
        ends = () if self.expiry is None else (self.expiry,)
        return Inquiry(
            name="in_force", conditions=(), context=(self.commencement, *ends, *self.others)
        )
