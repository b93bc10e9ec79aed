"""What is on record in the words of one language: the items and the evidence of grounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from innov_consortium.core.attestations import Listing
from innov_consortium.core.clauses import Evidence
from innov_consortium.core.duties import Owing
from innov_consortium.core.evaluation import Evaluation, Run
from innov_consortium.core.events import ProjectFunded
from innov_consortium.core.periods import Window
from innov_consortium.core.records import (
    Accident,
    Determination,
    EarlierFunding,
    Falsification,
    Misconduct,
    Unrecorded,
)
from innov_consortium.rendering.layout import visible

if TYPE_CHECKING:
    from innov_consortium.rendering.wording import Wording

__all__ = ["ON_RECORD", "of_evidence"]


def of_evidence(words: Wording, name: str, value: Evidence) -> list[str]:
    """Return what a fact rests on, and what is known and was left out.

    Args:
        words: The language.
        name: The name of the fact, by which a policy may have labels of its own.
        value: The fact.
    """
    parts = list(_results(words, name, value)) if isinstance(value, Run) else []
    counted = _names(words, getattr(value, "counted", ()))
    own = words.of_policy(f"counted.{name}")
    left_out = getattr(value, "not_counted", ())
    left_out = [*map(words.word, left_out)] if isinstance(value, Run) else _names(words, left_out)
    names = [*counted, *([own] if own and (counted or left_out) else [])]
    parts += [words.say("count.counted", names=words.listed(names))] if names else []
    if left_out:
        label = words.of_policy(f"not_counted.{name}") or words.say("count.not_counted")
        parts.append(words.say("count.labelled", label=label, names=words.listed(left_out)))
    return parts + _of_a_bar(words, value)


def _of_a_bar(words: Wording, value: Evidence) -> list[str]:
    """Return until when a bar can be enforced, and what a reader must know of it."""
    until = getattr(value, "enforceable_to", None)
    said = [] if until is None else [words.say("state.bar.enforceable", day=until)]
    return said + [
        words.say("state.bar.caveat", entry=entry, caveat=words.label("caveat", entry))
        for entry in getattr(value, "caveats", ())
    ]


def _names(words: Wording, several: Any) -> list[str]:
    """Return what was counted: words of the policy in its words, names as they stand."""
    return [words.value(one) for one in several]


def _results(words: Wording, name: str, run: Run) -> Iterator[str]:
    """Yield the results, and the years between them with what the policy says of those."""
    days = dict(zip(run.results, run.notified, strict=False))
    results = [
        words.say("run.result", year=str(year), day=days[year]) if year in days else str(year)
        for year in run.results
    ]
    if results:
        yield words.say("run.results", results=words.listed(results))
    if run.gap_years:
        gaps = words.say("run.gaps", years=words.listed(map(str, run.gap_years)))
        yield words.joined([gaps, *filter(None, [words.of_policy(f"gaps.{name}")])])


def _falsification(words: Wording, one: Falsification) -> str:
    document = _document(words, one.document)
    return words.say("record.falsification", by=_named(one.by), on=one.on, document=document)


def _accident(words: Wording, one: Accident) -> str:
    return words.say(
        "record.accident",
        on=one.occurred_on,
        category=words.value(one.category),
        grade=words.value(one.grade),
        document=_document(words, one.document),
    )


def _determination(words: Wording, one: Determination) -> str:
    document = _document(words, one.document)
    return words.say("record.determination", by=_named(one.by), on=one.on, document=document)


def _misconduct(words: Wording, one: Misconduct) -> str:
    document = _document(words, one.document)
    what = visible(one.what) or None
    return words.say("record.misconduct", what=what, on=one.on, document=document)


def _listing(words: Wording, one: Listing) -> str:
    key = "record.listing" if one.last is None else "record.listing.ended"
    return words.say(key, name=visible(one.name), first=one.first, last=one.last)


def _funded(words: Wording, one: ProjectFunded | EarlierFunding) -> str:
    source = words.value(one.source)
    return words.say("record.funded", on=one.on, amount=one.amount, source=source)


def _window(words: Wording, window: Window) -> str:
    sides = ["…" if day is None else words.day(day) for day in (window.first, window.last)]
    return words.say("value.window", first=sides[0], last=sides[1])


def _named(name: str | None) -> str | None:
    return None if name is None else visible(name)


def _document(words: Wording, document: str) -> str:
    said = visible(document)
    return words.say("decided.document", document=said) if said else ""


#: How each sort of thing on record is said.
ON_RECORD: tuple[tuple[Any, Callable[[Any, Any], str]], ...] = (
    (Unrecorded, lambda words, _: words.say("record.unrecorded")),
    (Falsification, _falsification),
    (Accident, _accident),
    (Determination, _determination),
    (Misconduct, _misconduct),
    (Listing, _listing),
    ((ProjectFunded, EarlierFunding), _funded),
    (Evaluation, lambda words, one: words.say("record.evaluation", year=str(one.year))),
    (Owing, lambda words, one: visible(one.subject) or words.value(one.since)),
    (Window, _window),
)
