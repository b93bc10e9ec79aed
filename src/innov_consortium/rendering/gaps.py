"""What is still missing: facts with the place they would stand in, judgements, decisions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Finding, Missing, Report
from innov_consortium.interchange import labels
from innov_consortium.rendering.blocks import Point
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.named import fact_label
from innov_consortium.rendering.sentences import quoted
from innov_consortium.rendering.wording import Wording

__all__ = ["awaited", "gaps_in", "gaps_with_use", "undecided"]

_MOST_FACTS = 3
_OPEN = (Outcome.UNKNOWN, Outcome.NEEDS_JUDGEMENT)
_ATTESTED = re.compile(r"attestations\[(?P<what>.+)\]")
_THE_ACT = "act."
_OF_EVENT = re.compile(r"events\[(?P<tag>[a-z_]+)\](\.|$)")
#: What an act has to bring, or what its history has to say, and where that would stand.
_OF_ACT = {"act.by": "gap.by", "history.until": "gap.until"}


def gaps_in(words: Wording, findings: Iterable[Finding], policy: Policy) -> list[str]:
    """Return every path that is missing, once, with its label."""
    paths = dict.fromkeys(one.path for finding in findings for one in _missing(finding))
    return [words.say("gap", label=_label(words, policy, p), path=p) for p in paths]


def gaps_with_use(words: Wording, findings: Iterable[Finding], policy: Policy) -> list[Point]:
    """Return every path that is missing, once, with its label and what needs it."""
    facts: dict[str, dict[str, None]] = {}
    places: dict[str, dict[str, str]] = {}
    for finding in findings:
        at = place(finding.provision, words.locale)
        for one in _missing(finding):
            places.setdefault(one.path, {}).setdefault(at, finding.provision)
            facts.setdefault(one.path, {})[fact_label(words, policy, one.fact)] = None
    said = []
    for path, used_in in places.items():
        label = _label(words, policy, path)
        gap = words.say("gap", label=label, path=path)
        more = [name for name in facts[path] if name not in label]
        needing = _needing(words, more)
        at = words.listed(used_in)
        text = words.say("gap.use", gap=gap, facts=needing, places=at)
        said.append(Point(text, tuple(used_in.values())))
    return said


def _needing(words: Wording, facts: list[str]) -> str:
    """Return what a gap leaves unknown; where it is much, the beginning of it."""
    if not facts:
        return ""
    listed = words.listed(facts[:_MOST_FACTS])
    if len(facts) > _MOST_FACTS:
        listed = words.say("more.items", names=listed, n=len(facts))
    return words.say("gap.facts", facts=listed)


def awaited(words: Wording, report: Report) -> list[Point]:
    """Return the judgements a person has still to make, with the place of the attestation."""
    attestable = report.policy.attestable
    return [
        _waiting(
            words,
            "gap.judgement" if f.provision in attestable else "gap.judged_clause",
            report.policy,
            f.provision,
            f"attestations[{f.provision}]",
        )
        for f in report.findings
        if _has(f, Outcome.NEEDS_JUDGEMENT)
    ]


def undecided(words: Wording, report: Report) -> list[Point]:
    """Return what departs from a 原则上 without a decision that accepts it."""
    return [
        _waiting(words, "gap.departure", report.policy, f.provision, f"departures[{f.provision}]")
        for f in report.findings
        if _has(f, Outcome.DEPARTS_FROM_PRINCIPLE)
    ]


def _waiting(words: Wording, key: str, policy: Policy, provision: str, path: str) -> Point:
    at, text = place(provision, words.locale), quoted(policy.provisions[provision])
    return Point(words.say(key, place=at, text=text, path=path), (provision,))


def _has(finding: Finding, of: Outcome) -> bool:
    if finding.norm.some:
        return finding.outcome is of
    return finding.outcome is of or any(item.outcome is of for item in finding.items)


def _missing(finding: Finding) -> Iterator[Missing]:
    """Yield what is missing; where a ground is there, nothing more is needed of its other items."""
    if finding.norm.some and finding.outcome not in _OPEN:
        return
    yield from finding.missing
    for item in finding.items:
        yield from item.missing


def _label(words: Wording, policy: Policy, path: str) -> str:
    """Return the label of a path; what is attested is a matter of the policy's own words."""
    if path in _OF_ACT:
        return words.say(_OF_ACT[path])
    attested = _ATTESTED.fullmatch(path)
    if attested is not None:
        return words.say("gap.attested", fact=fact_label(words, policy, attested["what"]))
    of_event = _OF_EVENT.match(path)
    if of_event is None and not path.startswith(_THE_ACT):
        return labels.label(path, words.locale)
    event = words.say("gap.act") if of_event is None else words.label("event", of_event["tag"])
    if "." not in path:  # the event itself
        return event
    inside = labels.label("events" + path[path.index(".") :], words.locale)
    return labels.SEPARATOR.join([event, *inside.split(labels.SEPARATOR)[1:]])
