"""What an answer hinges on, in words: which readings would alter it, or a finding of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from innov_consortium.core.comparing import FindingDifference
from innov_consortium.core.hinges import Hinge, Hinges
from innov_consortium.core.readings import Choice
from innov_consortium.core.report import Answer
from innov_consortium.rendering.blocks import Block, Point, Points, Remark, Section
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.differences import outcome_change
from innov_consortium.rendering.procedure import answered
from innov_consortium.rendering.wording import Wording

__all__ = ["hinges_section"]

#: As many norms as are told of for one way of reading.
_MOST = 6


def hinges_section(words: Wording, hinges: Hinges) -> Section:
    """Return which readings would alter the answer or a finding; that none would, if so."""
    heading = words.say("heading.hinges")
    if not hinges.asked and not hinges.official and not hinges.handed_in:
        return Section("hinges", heading, (Remark(words.say("hinges.none")),))
    return Section("hinges", heading, tuple(_blocks(words, hinges)))


def _blocks(words: Wording, hinges: Hinges) -> Iterator[Block]:
    single, pairs = hinges.ways
    if hinges.asked:
        said = words.say("hinges.asked", n=len(hinges.asked), single=single, pairs=pairs)
        yield Remark(said)
    for key, found in (
        ("hinges.answer", hinges.of_answer),
        ("hinges.findings", hinges.of_findings),
    ):
        if found:
            points = tuple(_hinge(words, one) for one in found)
            yield Points(words.say(key, n=len(points)), points)
    if hinges.asked:
        stands = words.say("hinges.stands" if hinges.answer_stands else "hinges.else")
        altering = hinges.single or hinges.pairs or hinges.handed_in
        nothing = "" if altering else words.say("hinges.nothing")
        yield Remark(words.run_on([stands, nothing]))
    if hinges.report.answer is Answer.NO_BASIS:
        yield Remark(words.say("hinges.no_basis"))
    if hinges.handed_in:
        yield Remark(words.say("hinges.handed_in", entries=_listed(words, hinges.handed_in)))
    if hinges.official:
        yield Remark(words.say("hinges.official", entries=_listed(words, hinges.official)))


def _listed(words: Wording, choices: Iterable[Choice]) -> str:
    return words.listed(f"{c.question.entry} {c.name}" for c in choices)


def _hinge(words: Wording, one: Hinge) -> Point:
    """Return one way of reading, and what comes out then."""
    read = words.say("hinges.together").join(_read(words, choice) for choice in one.read)
    said = []
    if one.alters_answer:
        said.append(words.say("hinges.then", answer=answered(words, one.report, one.answer)))
    told = _told(one)
    said += dict.fromkeys(_finding(words, d) for d in told[:_MOST])
    if len(told) > _MOST:
        said.append(words.say("hinges.more", n=len(told) - _MOST))
    provisions = dict.fromkeys(d.provision for d in told[:_MOST])
    return Point(f"{read} → {words.joined(said)}", tuple(provisions))


def _told(one: Hinge) -> list[FindingDifference]:
    """Return the norms to tell of; where nothing is checked for want of a basis, none.

    Where the answer alters, those that enter it.
    """
    if one.answer is Answer.NO_BASIS:
        return []
    combining = [d for d in one.findings if one.alters_answer and _combines(d)]
    return combining or list(one.findings)


def _combines(one: FindingDifference) -> bool:
    sides: Iterable[bool] = (s.norm.combines for s in (one.before, one.after) if s is not None)
    return any(sides)


def _finding(words: Wording, one: FindingDifference) -> str:
    where = f"{place(one.provision, words.locale)} [{one.provision}]"
    if not one.outcome_differs:
        return words.say("hinges.item", place=where)
    return words.say("hinges.finding", place=where, change=outcome_change(words, one))


def _read(words: Wording, choice: Choice) -> str:
    option = f"{choice.option.letter} {words.value(choice.option)}"
    name = f"{choice.name}={choice.option.option}"
    return words.say("hinges.read", entry=choice.question.entry, name=name, option=option)
