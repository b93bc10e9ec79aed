"""What a receipt seals, as frozen values. Nothing in them names a person, a unit, or a body."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.report import Answer, Mark
from innov_consortium.core.sources import ForceInTime, Status
from innov_consortium.interchange.documents.policies import LibraryDocument
from innov_consortium.interchange.facts import FactsKind
from innov_consortium.interchange.frozen import FrozenMapping, Json, Text

__all__ = [
    "Receipt",
    "SealedAdditional",
    "SealedFinding",
    "SealedItem",
    "SealedPolicy",
    "SealedPublication",
    "SealedReading",
    "SealedReform",
]


@frozen(kw_only=True)
class SealedPublication:
    """When the text was published, as the report took it.

    Args:
        day: The day.
        supposed: Whether nobody has attested it.
        document: Where it was published, a public citation; ``None`` where none was given.
        enacted: Whether the text published no longer carries the mark of a draft.
    """

    day: date
    supposed: bool
    document: Text | None
    enacted: bool


@frozen(kw_only=True)
class SealedAdditional:
    """A text of a district or of a call that is asked beside a policy.

    Args:
        name: What it is known by.
        text_sha256: SHA-256 of its text, white space apart.
        first: The first day it is for; ``None`` if that is open.
        last: The last day it is for, inclusive; ``None`` if that is open.
    """

    name: Text
    text_sha256: Text
    first: date | None
    last: date | None


@frozen(kw_only=True)
class SealedReform:
    """Other figures and readings of a policy, with the days they are for.

    Args:
        name: What it is known by.
        source: Where it is proposed or made; ``None`` for a mere supposition.
        first: The first day it counts; ``None`` if that is open.
        last: The last day it counts, inclusive; ``None`` if that is open.
        numbers: The figures it puts in the place of others, by name.
        readings: The readings it puts in the place of others, each with its option or letter.
    """

    name: Text
    source: Text | None
    first: date | None
    last: date | None
    numbers: FrozenMapping[Json]
    readings: FrozenMapping[Text]


@frozen(kw_only=True)
class SealedPolicy:
    """The policy that was asked.

    Args:
        code: Its GB/T 2260 code.
        edition: The edition: the code and the text it encodes.
        title: The title of the text.
        status: Whether the text encoded is a draft or published.
        text_sha256: SHA-256 of the text, white space apart.
        publication: When it was published; ``None`` where that was not known.
        additional: The texts of districts and of calls that are asked beside it.
        reforms: The reforms that were made of it, whether or not they counted on the day.
    """

    code: Text
    edition: Text
    title: Text
    status: Status
    text_sha256: Text
    publication: SealedPublication | None
    additional: tuple[SealedAdditional, ...]
    reforms: tuple[SealedReform, ...]


@frozen(kw_only=True)
class SealedReading:
    """How a disputed wording was read.

    Args:
        option: The option taken.
        official: Whether an official interpretation settled it.
    """

    option: Text
    official: bool


@frozen(kw_only=True)
class SealedItem:
    """What a norm made of one item there was something to say of.

    Args:
        path: Where the item stands among the facts.
        outcome: What the norm made of it.
    """

    path: Text
    outcome: Outcome


@frozen(kw_only=True)
class SealedFinding:
    """What a norm made of the case.

    Args:
        provision: The provision it is the meaning of.
        clause: Its name.
        outcome: What it made of the case.
        items: The items concerned.
    """

    provision: Text
    clause: Text
    outcome: Outcome
    items: tuple[SealedItem, ...]


@frozen(kw_only=True)
class Receipt:
    """What a report said, on what and under which reading of the law, sealed.

    Args:
        library: The library that made it.
        policy: The policy that was asked.
        numbers: Every figure of that policy, by name: a whole number; text for a share, an amount
            or a day; a tuple. Those that a reform puts in their place on the day are told there.
        readings: Every reading of it, by name; likewise without reforms.
        inquiry: The question.
        grounds: Whether it is about grounds, of which one suffices, rather than conditions.
        on: The day asked about.
        facts: Of what it was asked: an application or a history.
        facts_sha256: The digest of those facts; see :func:`~.facts.facts_digest`.
        in_force: Whether the instrument is in force on that day.
        answer: What the findings come to.
        marks: What a reader must know of the answer as a whole.
        changes_on: The next day on which the answer alters by itself; ``None`` if none is known.
        findings: What each norm made of the facts, in the order of the law.
        seal: SHA-256 of the canonical text of all the above.
    """

    library: LibraryDocument
    policy: SealedPolicy
    numbers: FrozenMapping[Json]
    readings: FrozenMapping[SealedReading]
    inquiry: Text
    grounds: bool
    on: date
    facts: FactsKind
    facts_sha256: Text
    in_force: ForceInTime
    answer: Answer
    marks: tuple[Mark, ...]
    changes_on: date | None
    findings: tuple[SealedFinding, ...]
    seal: Text
