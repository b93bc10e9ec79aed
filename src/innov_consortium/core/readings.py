"""Readings: named choices between ways to read a wording."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from attrs import evolve, frozen

from innov_consortium.core.text import suggestion, told, told_under
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = ["Choice", "Question", "Reading", "choose", "question"]


class Reading(enum.Enum):
    """The ways to read a wording. The docstring of a subclass is the question.

    A member's value is its letter in the collection of readings, and the reading in Chinese and in
    English.

    >>> class LeadCounts(Reading):
    ...     '''参与单位总数是否包括牵头单位？'''
    ...
    ...     EXCLUDED = ("a", "不含牵头单位", "lead not counted")
    ...     INCLUDED = ("b", "含牵头单位", "lead counted")
    >>> LeadCounts.INCLUDED.option, LeadCounts.INCLUDED.letter
    ('included', 'b')
    """

    @property
    def option(self) -> str:
        """The name of the option in documents and on the command line."""
        return self.name.lower()

    @property
    def letter(self) -> str:
        """The letter of the option in the collection of readings."""
        return str(self.value[0])

    @property
    def zh(self) -> str:
        """The reading in Chinese."""
        return str(self.value[1])

    @property
    def en(self) -> str:
        """The reading in English."""
        return str(self.value[2])


@frozen(kw_only=True)
class Question:
    """A wording that can be read in several ways.

    Args:
        name: The name clauses and facts ask for it by.
        options: The ways to read it.
        default: The one the library takes while nobody has settled the question.
        entry: Its entry in the collection of readings, ``B01``.
        provisions: The provisions whose wording it is about.
        reason: Why the default is what it is, in Chinese.
        reason_en: The same in English.
    """

    name: str
    options: type[Reading]
    default: Reading
    entry: str
    provisions: tuple[str, ...]
    reason: str
    reason_en: str

    def option(self, name: str) -> Reading:
        """Return the option of that name or letter.

        Raises:
            InvalidInputError: There is none; the message lists those there are.
        """
        for one in self.options:
            if name in (one.option, one.letter):
                return one
        there = ", ".join(f"{one.letter}={one.option}" for one in self.options)
        fault = Fault(
            FaultKind.INVALID_VALUE,
            f"readings.{self.name}",
            f"没有 {told(name)} 这种解释；可选：{there}",
            f"has no option {told(name)}; there are {there}",
        )
        raise InvalidInputError([fault])


@frozen(kw_only=True)
class Choice:
    """A question as it is settled for a check.

    Args:
        question: The question.
        option: The way it is read.
        official: Who settled it, if an official interpretation did; empty otherwise.
    """

    question: Question
    option: Reading
    official: str = ""

    @property
    def name(self) -> str:
        """The name of the question."""
        return self.question.name

    @property
    def is_default(self) -> bool:
        """Whether this is the option the library takes of itself."""
        return self.option is self.question.default


def question(
    name: str,
    options: type[Reading],
    *,
    default: Reading,
    entry: str,
    provisions: tuple[str, ...],
    reason: str,
    reason_en: str,
) -> Choice:
    """Declare a question, settled by its default."""
    asked = Question(
        name=name,
        options=options,
        default=default,
        entry=entry,
        provisions=provisions,
        reason=reason,
        reason_en=reason_en,
    )
    return Choice(question=asked, option=default)


def choose(
    choices: Iterable[Choice], changes: dict[str, Reading | str], *, official: str = ""
) -> tuple[Choice, ...]:
    """Return the choices with some settled otherwise.

    A question may be named by its entry, ``B01``, where it is the only one of that entry.

    Raises:
        InvalidInputError: A name is unknown, an option is not one of its question's, an entry
            has several questions, or a question is named twice, by its name and by its entry.
    """
    choices = tuple(choices)
    questions = {c.name: c.question for c in choices}
    chosen: dict[str, Reading] = {}
    named_as: dict[str, str] = {}
    faults: list[Fault] = []
    for named, change in changes.items():
        of_entry = [c.name for c in choices if c.question.entry == named]
        name = of_entry[0] if len(of_entry) == 1 else named
        if len(of_entry) > 1:
            faults.append(_several(named, of_entry))
            continue
        if name not in questions:
            faults.append(_no_question(name, questions))
            continue
        if name in named_as:
            faults.append(_twice(named, named_as[name]))
            continue
        named_as[name] = named
        try:
            chosen[name] = _option(questions[name], change)
        except InvalidInputError as error:
            faults += error.faults
    if faults:
        raise InvalidInputError(faults)
    return tuple(
        evolve(c, option=chosen[c.name], official=official) if c.name in chosen else c
        for c in choices
    )


def _no_question(name: str, known: Iterable[str]) -> Fault:
    zh, en = suggestion(name, known)
    return Fault(
        FaultKind.INVALID_VALUE,
        told_under("readings", name),
        f"没有名为 {told(name)} 的解释问题{zh}",
        f"there is no reading {told(name)}{en}",
    )


def _several(entry: str, names: list[str]) -> Fault:
    listed = "、".join(names)
    return Fault(
        FaultKind.INVALID_VALUE,
        f"readings.{entry}",
        f"{entry} 下有几项解释，请写名称：{listed}",
        f"{entry} has several readings; name one of {', '.join(names)}",
    )


def _twice(named: str, before: str) -> Fault:
    return Fault(
        FaultKind.DUPLICATE,
        f"readings.{named}",
        f"{named} 与 {before} 是同一项解释，请只写一个",
        f"{named} and {before} are one and the same reading; keep one",
    )


def _option(asked: Question, chosen: Reading | str) -> Reading:
    if isinstance(chosen, asked.options):
        return chosen
    return asked.option(str(chosen))
