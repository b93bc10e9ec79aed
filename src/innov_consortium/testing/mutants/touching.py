"""What each example touches: the functions it calls, the inquiries and the steps it asks about."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Mapping
from types import CodeType, FrameType
from typing import Any

from attrs import evolve, frozen

from innov_consortium.core.policy import Policy
from innov_consortium.core.steps import Progress
from innov_consortium.testing.mutants.examples import Example
from innov_consortium.testing.mutants.functions import Functions
from innov_consortium.testing.mutants.mutant import Mutant

__all__ = ["Known", "seen_in"]

_INQUIRY = Policy.inquiry.__code__
_EVENTS = (Progress.rows.__code__, Progress.sorts.__code__)


@frozen
class Known:
    """An example, and what was seen when it was run under the policy itself.

    Args:
        example: The example.
        touches: The functions, inquiries and sorts of events it touches.
        seconds: How long it took.
    """

    example: Example
    touches: frozenset[str]
    seconds: float

    def concerns(self, mutant: Mutant) -> bool:
        """Return whether a mutant may matter to it.

        An example that says which provisions it is ``about`` may look at what is declared of them
        without asking anything.
        """
        if self.example.of_functions_alone and mutant.rewritten is None:
            return False
        if not set(mutant.about).isdisjoint(getattr(self.example, "about", ())):
            return True
        return mutant.bears_on is None or not self.touches.isdisjoint(mutant.bears_on)


def seen_in(
    policy: Policy, examples: Iterable[Example], *, right_only: bool = False
) -> list[Known]:
    """Run every example once under the policy; the quickest come first.

    Args:
        policy: The policy.
        examples: The examples.
        right_only: Whether those that are not right are left out instead of refused.

    Raises:
        ValueError: An example is not right under the policy itself.
    """
    keys = {f.__code__: key for key, f in Functions.of(policy).own.items()}
    found = []
    for example in examples:
        fresh = evolve(policy)  # what it made on demand would not be made, and seen, again
        begun = time.perf_counter()
        right, touches = _traced(example, fresh, keys)
        if not right and right_only:
            continue
        if not right:
            msg = f"the example {example.id} is not right under the policy itself"
            raise ValueError(msg)
        found.append(Known(example, touches, time.perf_counter() - begun))
    return sorted(found, key=lambda k: k.seconds)


def _traced(
    example: Example, policy: Policy, keys: Mapping[CodeType, str]
) -> tuple[bool, frozenset[str]]:
    """Return whether an example is right, and what it touched."""
    touched: set[str] = set()

    def look(frame: FrameType, event: str, _: Any) -> None:
        code = frame.f_code
        if event != "call":
            return
        if code in keys:
            touched.add(keys[code])
        elif code is _INQUIRY:
            touched.add(f"inquiry:{frame.f_locals['name']}")
        elif code in _EVENTS:
            sorts = type(frame.f_locals["event"]).__mro__
            touched.update(f"event:{sort.__name__}" for sort in sorts)

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        right = example.right(policy)
    finally:
        sys.setprofile(before)
    return right, frozenset(touched)
