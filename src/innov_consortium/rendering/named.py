"""Facts and figures by their labels, where a policy has no sentence about them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from innov_consortium.core.clauses import Evidence
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Finding, ItemFinding, Norm
from innov_consortium.rendering.wording import Wording, visible

__all__ = ["fact_label", "plainly"]


def fact_label(words: Wording, policy: Policy, name: str) -> str:
    """Return the label of a fact: the policy's, else what its function says of itself."""
    own = words.of_policy(f"fact.{name}")
    if own:
        return own
    added = (f for one in policy.additional for f in one.facts)
    every = chain(policy.facts, added)
    described = next((f.__doc__ for f in every if f.name == name and words.chinese), None)
    return visible(described or "").rstrip("。") or words.label("fact", name)


def plainly(words: Wording, norm: Norm, one: Finding | ItemFinding, policy: Policy) -> str:
    """Return what is known of the facts a norm compares, and its figures; empty if nothing is.

    So what was compared is told of a policy, too, whose author has written no sentence for it.
    """
    parts = [*_facts(words, norm, one, policy), *_figures(words, norm)]
    return words.say("plainly", parts=words.joined(parts)) if parts and one.values else ""


def _facts(words: Wording, norm: Norm, one: Finding | ItemFinding, policy: Policy) -> Iterator[str]:
    for name, value in zip(norm.facts, one.values, strict=False):
        known = value.value if isinstance(value, Evidence) else value
        if known is not None and words.can_say(known):
            label = fact_label(words, policy, name)
            yield words.say("plainly.fact", label=label, value=words.value(value))


def _figures(words: Wording, norm: Norm) -> Iterator[str]:
    for number in norm.numbers:
        label = words.of_policy(f"number.{number.name}") or number.name
        figure = words.with_unit(number.value, number.unit)
        yield words.say("plainly.fact", label=label, value=figure)
