"""A policy with some of its facts, items and norms exchanged, wherever it holds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from attrs import evolve

from innov_consortium.core.inquiries import Inquiry, InTime
from innov_consortium.core.policy import Policy
from innov_consortium.core.steps import Step

__all__ = ["exchanged", "inquiry_changed", "step_changed"]

T = TypeVar("T")


def exchanged(policy: Policy, others: Mapping[int, Any]) -> Policy:
    """Return a policy in which others stand in the place of some facts, items and norms.

    Args:
        policy: The policy.
        others: What stands in the place of each, by its ``id()``.
    """

    def one(held: T) -> T:
        there: T = others.get(id(held), held)
        return there

    def each(held: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(one(h) for h in held)

    return evolve(
        policy,
        facts=each(policy.facts),
        items=each(policy.items),
        inquiries=tuple(_inquiry(i, each) for i in policy.inquiries),
        in_time=_in_time(policy.in_time, one),
        steps=tuple(_step(s, one) for s in policy.steps),
    )


def inquiry_changed(policy: Policy, inquiry: Inquiry, **changes: Any) -> Policy:
    """Return a policy with one inquiry changed."""
    others = tuple(evolve(i, **changes) if i is inquiry else i for i in policy.inquiries)
    return evolve(policy, inquiries=others)


def step_changed(policy: Policy, step: Step, **changes: Any) -> Policy:
    """Return a policy with one step changed."""
    others = tuple(evolve(s, **changes) if s is step else s for s in policy.steps)
    return evolve(policy, steps=others)


def _inquiry(inquiry: Inquiry, each: Callable[[tuple[Any, ...]], tuple[Any, ...]]) -> Inquiry:
    return evolve(
        inquiry,
        conditions=each(inquiry.conditions),
        context=each(inquiry.context),
        afterwards=each(inquiry.afterwards),
    )


def _in_time(in_time: InTime, one: Callable[[Any], Any]) -> InTime:
    return evolve(
        in_time,
        commencement=one(in_time.commencement),
        expiry=one(in_time.expiry),
        others=tuple(one(o) for o in in_time.others),
        pending=one(in_time.pending),
    )


def _step(step: Step, one: Callable[[Any], Any]) -> Step:
    return evolve(
        step,
        guards=tuple(one(g) for g in step.guards),
        notes=tuple(one(n) for n in step.notes),
        special=one(step.special),
    )
