"""What an answer hinges on, in words: which readings would alter it, or a finding of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from innov_consortium.core.comparing import FindingDifference
from innov_consortium.core.hinges import Hinge, Hinges
from innov_consortium.core.readings import Choice
from innov_consortium.core.report import Answer
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.differences import outcome_change
from innov_consortium.rendering.layout import Line, Style, paragraph
from innov_consortium.rendering.procedure import answered
from innov_consortium.rendering.wording import Wording

__all__ = ["Hinging", "hinge_lines", "hinging"]

#: As many norms as are told of for one way of reading.
_MOST = 6

#: Sentences said one after the other, each with what it introduces.
Hinging = tuple[tuple[str, tuple[str, ...]], ...]


def hinging(words: Wording, hinges: Hinges) -> Hinging:
    """Return what is said of hinges: sentences, each with the list it introduces, if it has one."""
    if not hinges.asked and not hinges.official:
        return ((words.say("hinges.none"), ()),)
    return tuple(_parts(words, hinges))


def hinge_lines(words: Wording, hinges: Hinges) -> list[Line]:
    """Return the same as lines of a text, under their heading."""
    lines = [Line(words.say("heading.hinges"), Style.HEADING)]
    for sentence, listed in hinging(words, hinges):
        lines += paragraph(sentence, indent=2)
        lines += [one for text in listed for one in paragraph(f"- {text}", indent=4, hang=2)]
    return lines


def _parts(words: Wording, hinges: Hinges) -> Iterator[tuple[str, tuple[str, ...]]]:
    single, pairs = hinges.ways
    if hinges.asked:
        yield words.say("hinges.asked", n=len(hinges.asked), single=single, pairs=pairs), ()
    for key, found in (
        ("hinges.answer", hinges.of_answer),
        ("hinges.findings", hinges.of_findings),
    ):
        if found:
            listed = tuple(_hinge(words, one) for one in found)
            yield words.say(key, n=len(listed)), listed
    if hinges.asked:
        stands = words.say("hinges.stands" if hinges.answer_stands else "hinges.else")
        nothing = "" if hinges.single or hinges.pairs else words.say("hinges.nothing")
        yield words.run_on([stands, nothing]), ()
    if hinges.official:
        entries = words.listed(f"{c.question.entry} {c.name}" for c in hinges.official)
        yield words.say("hinges.official", entries=entries), ()


def _hinge(words: Wording, one: Hinge) -> str:
    """Return one way of reading, and what comes out then."""
    read = words.say("hinges.together").join(_read(words, choice) for choice in one.read)
    said = []
    if one.alters_answer:
        said.append(words.say("hinges.then", answer=answered(words, one.report, one.answer)))
    said += _told(words, one)
    return f"{read} → {words.joined(said)}"


def _told(words: Wording, one: Hinge) -> list[str]:
    """Return what the norms come to; where nothing is checked for want of a basis, none."""
    if one.answer is Answer.NO_BASIS:
        return []
    combining = [d for d in one.findings if one.alters_answer and _combines(d)]
    found = combining or list(one.findings)
    told = list(dict.fromkeys(_finding(words, d) for d in found))
    if len(told) > _MOST:
        return [*told[:_MOST], words.say("hinges.more", n=len(told) - _MOST)]
    return told


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
