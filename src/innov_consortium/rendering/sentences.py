"""One finding in words: what was found against what the text asks, right for every outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from innov_consortium.core.attestations import Attestation, Departure
from innov_consortium.core.clauses import Evidence, Outcome
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Choice
from innov_consortium.core.records import Unrecorded
from innov_consortium.core.report import Finding, ItemFinding, Norm
from innov_consortium.core.sources import Provision
from innov_consortium.rendering.on_record import of_evidence
from innov_consortium.rendering.procedure import around, asked_of_acts
from innov_consortium.rendering.wording import Wording, visible, wording, wording_beside

__all__ = [
    "decided",
    "document_of",
    "message_key",
    "outcome",
    "question",
    "quoted",
    "sentence",
    "settled",
    "stated",
    "summary",
    "tally",
]

_TRAILING = "，、；,;"
_OF_GROUNDS = (Outcome.MET, Outcome.NOT_MET, Outcome.NEEDS_JUDGEMENT, Outcome.UNKNOWN)


_OF_CONTEXT = (Outcome.MET, Outcome.NOT_MET, Outcome.DEPARTS_FROM_PRINCIPLE)


def sentence(finding: Finding, locale: str, policy: Policy, act: str = "") -> str:
    """Return a finding as a sentence; the words of the provision where the policy has none.

    A finding about several items is summed up; its items have sentences of their own in a report.

    Args:
        finding: The finding.
        locale: The language, by any of its names.
        policy: The policy.
        act: The name of the step the report is about; empty if it is about none.
    """
    norm = finding.norm
    words = wording_beside(wording(locale, policy), policy, norm.source)
    said = summary(words, finding) if norm.each else stated(words, norm, finding, policy, act)
    provision = policy.provisions[finding.provision]
    return said or (provision.text if words.chinese else provision.gloss)


def message_key(norm: Norm) -> str:
    """Return the key of a norm's sentence in the catalogue of its policy."""
    return f"clause.{norm.name}" if norm.where else f"judgement.{norm.provision}"


def stated(
    words: Wording, norm: Norm, one: Finding | ItemFinding, policy: Policy, act: str = ""
) -> str:
    """Return what was found of a case or of an item; empty where the catalogue has no sentence.

    A sentence stands under its norm's key. One under the key and an outcome, or under the key and
    ``uncertain`` where a count is known only in part, takes its place. What is asked of every act
    beside the norms of its text has sentences of the library's own.
    """
    if asked_of_acts(norm):
        return around(words, norm, one, policy, act)
    said: dict[str, Any] = {n.name: n.value for n in norm.numbers}
    said |= {c.name: c.option for c in norm.readings}
    said |= dict(zip(norm.facts, one.values, strict=False))
    key = message_key(norm)
    keys = [f"{key}.{one.outcome.value}", *([f"{key}.uncertain"] if _in_part(one) else []), key]
    found = next(filter(None, (words.of_policy(k, **said) for k in keys)), "")
    return words.run_on([found, *_notes(words, norm, one)])


def _in_part(one: Finding | ItemFinding) -> bool:
    evidence = (v for v in one.values if isinstance(v, Evidence))
    return any(e.value is not None and e.missing for e in evidence)


def _notes(words: Wording, norm: Norm, one: Finding | ItemFinding) -> Iterator[str]:
    """Return what was counted by name, and what is known and was left out."""
    if one.outcome is Outcome.NOT_APPLICABLE:
        return
    for name, value in zip(norm.facts, one.values, strict=False):
        parts = of_evidence(words, name, value) if isinstance(value, Evidence) else []
        if parts:
            yield words.say("count.note", note=words.joined(parts))


def summary(words: Wording, finding: Finding) -> str:
    """Return how many items of a finding have which outcome."""
    norm = finding.norm
    perhaps = any(isinstance(one.item, Unrecorded) for one in finding.items)
    outcomes = finding.outcomes[:-1] if perhaps else finding.outcomes  # that one comes last
    number = len(outcomes)
    items = words.of_policy(f"items.{norm.each}", n=number) or f"{norm.each} {number}"
    if not outcomes:
        return words.say("items.none.perhaps" if perhaps else "items.none", items=items)
    said = _told(words, norm, items, outcomes)
    return words.say("items.perhaps", said=said) if perhaps else said


def _told(words: Wording, norm: Norm, items: str, outcomes: tuple[Outcome, ...]) -> str:
    if len(set(outcomes)) == 1:
        only = outcome(words, norm, outcomes[0])
        return words.say("items.all", items=items, outcome=only)
    return words.say("items.some", items=items, tally=tally(words, norm, outcomes))


def tally(words: Wording, norm: Norm | None, outcomes: Iterable[Outcome]) -> str:
    """Return how often each outcome occurs, those that occur."""
    listed = list(outcomes)
    there = (one for one in Outcome if one in listed)
    return words.listed(
        words.say("tally", outcome=outcome(words, norm, one), n=listed.count(one)) for one in there
    )


def outcome(words: Wording, norm: Norm | None, of: Outcome) -> str:
    """Return the word for an outcome; a ground, or what only sets the scene, is so or is not."""
    if norm is not None and norm.some and of in _OF_GROUNDS:
        return words.say(f"ground.{of.value}")
    if norm is not None and not norm.combines and of in _OF_CONTEXT:
        return words.say(f"context.{of.value}")
    return words.say(f"outcome.{of.value}")


def quoted(provision: Provision) -> str:
    """Return the words of a provision in quotation marks, without the comma they end in."""
    return f"「{provision.text.rstrip(_TRAILING)}」"


def question(words: Wording, choice: Choice) -> str:
    """Return the question a reading settles."""
    asked = words.of_policy(f"reading.{choice.name}")
    return asked or " ".join((choice.question.options.__doc__ or choice.name).split())


def settled(words: Wording, choice: Choice) -> str:
    """Return how a wording is read, and on whose word."""
    if choice.official:
        by = words.say("settled.officially", by=visible(choice.official))
    else:
        by = words.say("settled.default" if choice.is_default else "settled.chosen")
    return words.say("settled", option=words.value(choice.option), by=by)


def decided(words: Wording, by: Attestation | Departure) -> str:
    """Return the attestation or departure an outcome rests on."""
    if isinstance(by, Attestation):
        key = "decided.holds" if by.holds else "decided.holds_not"
    else:
        key = "decided.departure" if by.accepted else "decided.refused"
    return words.say(
        key,
        by=visible(by.by),
        on=by.on,
        reason=visible(getattr(by, "reason", "")),
        document=document_of(words, by.document),
    )


def document_of(words: Wording, document: str) -> str:
    """Return a document in brackets; empty where none is named."""
    said = visible(document)
    return words.say("decided.document", document=said) if said else ""
