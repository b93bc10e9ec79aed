"""A stored report as a typed value."""

from __future__ import annotations

from datetime import date
from typing import Literal

from attrs import frozen

from innov_consortium.core.clauses import Force, Outcome
from innov_consortium.core.report import Answer, Mark
from innov_consortium.core.sources import ForceInTime
from innov_consortium.interchange.documents.decisions import AttestationDocument, DepartureDocument
from innov_consortium.interchange.documents.hinges import HingesDocument
from innov_consortium.interchange.documents.policies import LibraryDocument, PolicyDocument
from innov_consortium.interchange.frozen import FrozenMapping, Json, Text

__all__ = [
    "AdditionalDocument",
    "ChoiceDocument",
    "FindingDocument",
    "ItemDocument",
    "MissingDocument",
    "NumberDocument",
    "ReasonDocument",
    "ReportDocument",
    "TurnDocument",
]


@frozen(kw_only=True)
class MissingDocument:
    """A fact that was not known and would have had to be.

    Args:
        fact: Its name.
        path: Where it would have stood in the input.
    """

    fact: Text
    path: Text


@frozen(kw_only=True)
class NumberDocument:
    """A figure a finding rests on.

    Args:
        value: The figure: a whole number; a share ``1/2``, an amount or a day as text; a list.
        unit: What it counts; empty if nothing.
        provision: The provision that states it.
    """

    value: Json
    unit: Text
    provision: Text


@frozen(kw_only=True)
class ChoiceDocument:
    """A reading a report rests on.

    Args:
        name: The name of the reading.
        entry: Its entry in the collection of readings, ``B01``.
        option: How it was read.
        letter: The letter of that option.
        default: Whether the library would have taken it of itself.
        official: Who settled it officially; empty where nobody did.
        provisions: The provisions whose wording it is about.
    """

    name: Text
    entry: Text
    option: Text
    letter: Text
    default: bool
    official: Text
    provisions: tuple[Text, ...]


@frozen(kw_only=True)
class ReasonDocument:
    """What begins or ends on the day of a turn.

    Args:
        provision: The provision by which it does.
        what: What it is, by name.
    """

    provision: Text
    what: Text


@frozen(kw_only=True)
class TurnDocument:
    """The day on which an answer was to alter by itself.

    Args:
        on: The first day of the other answer.
        answer: The answer then.
        reasons: What begins or ends on that day.
        provisions: The provisions of the norms in the answer that come out otherwise.
    """

    on: date
    answer: Answer
    reasons: tuple[ReasonDocument, ...]
    provisions: tuple[Text, ...]


@frozen(kw_only=True)
class ItemDocument:
    """What a norm made of one item.

    Args:
        path: The path of the item in the input.
        item: The item as it was written: a unit, a word.
        outcome: What the norm made of it.
        facts: The facts compared, by name.
        missing: What was not known.
        decided_by: What the outcome rests on that a body established; ``None`` if nothing.
    """

    path: Text
    item: Json
    outcome: Outcome
    facts: FrozenMapping[Json]
    missing: tuple[MissingDocument, ...]
    decided_by: AttestationDocument | DepartureDocument | None


@frozen(kw_only=True)
class AdditionalDocument:
    """A text of a district or of a call that was asked beside a policy on the days of its window.

    Args:
        name: What it is known by.
        title: Its title in Chinese, without the book-title marks.
        jurisdiction: GB/T 2260 code of the region it is made for.
        first: The first day on which it is asked; ``None`` if that is open.
        last: The last day on which it is asked, inclusive; ``None`` if that is open.
        text_sha256: SHA-256 of its text, white space apart.
    """

    name: Text
    title: Text
    jurisdiction: Text
    first: date | None
    last: date | None
    text_sha256: Text


@frozen(kw_only=True)
class FindingDocument:
    """What one norm made of a case.

    Args:
        provision: The provision it is the meaning of.
        source: The name of the text asked beside the policy that it is of; ``None`` for the policy.
        text: The words of that provision.
        clause: The name of the clause, or the provision of a judgement.
        force: How strongly it bound, under the readings chosen.
        combines: Whether its outcome entered the answer.
        some: Whether it was a ground, of which one suffices.
        outcome: What it made of the case.
        each: The item it was asked for, or ``None``.
        facts: The facts compared, by name.
        numbers: The figures in its closure, by name.
        readings: The readings in its closure, each with its option.
        missing: What was not known.
        items: The items there was something to say of.
        outcomes: For a norm asked of each item, the outcome for every one of them.
        decided_by: What the outcome rests on that a body established; ``None`` if nothing.
        where: Module and line of its function; empty for a judgement.
        citation: How the provision is cited, in a report printed for people; else ``None``.
        sentence: The finding in a sentence, in a report printed for people; else ``None``.
    """

    provision: Text
    source: Text | None
    text: Text
    clause: Text
    force: Force
    combines: bool
    some: bool
    outcome: Outcome
    each: Text | None
    facts: FrozenMapping[Json]
    numbers: FrozenMapping[NumberDocument]
    readings: FrozenMapping[Text]
    missing: tuple[MissingDocument, ...]
    items: tuple[ItemDocument, ...]
    outcomes: tuple[Outcome, ...]
    decided_by: AttestationDocument | DepartureDocument | None
    where: Text
    citation: Text | None = None
    sentence: Text | None = None


@frozen(kw_only=True)
class ReportDocument:
    """A report as it was stored: all that was found, in the order of the law, and what it came to.

    Args:
        schema: The format.
        library: The library that wrote it; ``None`` where it was written before reports told it.
        policy: The policy asked.
        additional: The texts that districts and calls ask beside it, whether on that day or not.
        inquiry: The name of the inquiry.
        grounds: Whether it was about grounds, of which one suffices, rather than conditions.
        on: The day asked about.
        in_force: Whether the instrument was in force on that day.
        answer: What the findings came to.
        changes_on: The next day on which the answer was to alter by itself; ``None`` if none was
            known.
        turn: That day, with why, and the answer then; ``None`` if none was known.
        marks: What a reader must know of the answer as a whole.
        readings: The readings the findings rest on.
        findings: The findings.
        missing: What was not known, of all findings.
        lang: The language of its citations and sentences, if it has them; else ``None``.
        hinges: What it hinged on, if that was asked; else ``None``.
    """

    schema: Literal["innov-consortium/report/3"]
    library: LibraryDocument | None
    policy: PolicyDocument
    additional: tuple[AdditionalDocument, ...]
    inquiry: Text
    grounds: bool
    on: date
    in_force: ForceInTime
    answer: Answer
    changes_on: date | None
    turn: TurnDocument | None
    marks: tuple[Mark, ...]
    readings: tuple[ChoiceDocument, ...]
    findings: tuple[FindingDocument, ...]
    missing: tuple[MissingDocument, ...]
    lang: Text | None = None
    hinges: HingesDocument | None = None
