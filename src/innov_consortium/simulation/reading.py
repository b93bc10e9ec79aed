"""What a step asks about at all, so that nothing is made ready that nobody looks at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from innov_consortium.core.clauses import Clause, Judgement
from innov_consortium.core.plan import closure
from innov_consortium.core.policy import Policy
from innov_consortium.core.steps import Step

__all__ = ["reads"]


def reads(policy: Policy, step: Step, entity: str) -> bool:
    """Return whether anything that a step is judged by is derived from an entity.

    Functions name what they are derived from, so that this is certain: where nothing names the
    register, no register can make a difference. What texts beside the policy ask is not looked
    into; where there are such, the answer is yes.

    Args:
        policy: The policy.
        step: The step.
        entity: One of :data:`~innov_consortium.core.plan.ENTITIES`.
    """
    if policy.additional:
        return True
    facts = {fact.name: fact for fact in policy.facts}
    items = {one.name: one for one in policy.items}
    needs: list[str] = [] if policy.parties is None else [policy.parties]
    for norm in _norms(policy, step):
        needs += norm.needs
        if norm.each is not None:
            needs += items[norm.each].needs
    return entity in needs or any(entity in facts[n].needs for n in closure(needs, facts))


def _norms(policy: Policy, step: Step) -> Iterator[Clause[...] | Judgement | Any]:
    yield from (*step.guards, *step.notes)
    yield from (one for one in (step.special, policy.in_time.pending) if one is not None)
    asked = (*step.asks, *((step.rests_on,) if step.rests_on else ()))
    for name in asked:
        yield from (norm for norm, _ in policy.inquiry(name).norms)
