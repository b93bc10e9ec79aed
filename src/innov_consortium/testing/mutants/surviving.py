"""Which mutants the examples notice, and which survive them."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from types import FrameType
from typing import Any

from attrs import frozen

from innov_consortium.core.policy import Policy
from innov_consortium.testing.mutants.examples import Example
from innov_consortium.testing.mutants.mutant import Mutant
from innov_consortium.testing.mutants.touching import Known, seen_in

__all__ = ["Verdict", "judged", "judged_by", "survivors"]

#: A mutant may take this many times as long as the policy, and some seconds more.
_PATIENCE = 20
_GRACE = 2.0


@frozen
class Verdict:
    """What became of a mutant.

    Args:
        mutant: The mutant.
        by: The example that noticed it; empty if none did.
        asked: How many examples were asked.
    """

    mutant: Mutant
    by: str
    asked: int

    @property
    def survived(self) -> bool:
        """Whether every example was right under it."""
        return not self.by


def survivors(
    policy: Policy, mutants: Iterable[Mutant], examples: Iterable[Example]
) -> tuple[Mutant, ...]:
    """Return the mutants that none of the examples notices.

    Args:
        policy: The policy the mutants are of.
        mutants: The mutants.
        examples: The examples, each right under the policy.

    Raises:
        ValueError: An example is not right under the policy itself.
    """
    return tuple(v.mutant for v in judged(policy, mutants, examples) if v.survived)


def judged(
    policy: Policy, mutants: Iterable[Mutant], examples: Iterable[Example]
) -> Iterator[Verdict]:
    """Yield what becomes of each mutant, asking first the examples that take least time.

    Every example is run once to see what it touches; a mutant is then asked of those alone that
    may notice it.

    Raises:
        ValueError: An example is not right under the policy itself.
    """
    yield from judged_by(policy, mutants, seen_in(policy, examples))


def judged_by(
    policy: Policy, mutants: Iterable[Mutant], known: Iterable[Known]
) -> Iterator[Verdict]:
    """Yield what becomes of each mutant, asking examples of which it is known what they touch.

    Args:
        policy: The policy the mutants are of.
        mutants: The mutants.
        known: The examples, those to be asked first in front.
    """
    known = tuple(known)
    for mutant in mutants:
        asked = [k for k in known if k.concerns(mutant)]
        changed = mutant.of(policy)
        verdict = Verdict(mutant, "", len(asked))
        for n, one in enumerate(asked, 1):
            if not _right(one, changed):
                verdict = Verdict(mutant, one.example.id, n)
                break
        yield verdict


def _right(known: Known, policy: Policy) -> bool:
    """Return whether an example is right; one that raises or does not end is not."""
    try:
        with _at_most(_PATIENCE * known.seconds + _GRACE):
            return known.example.right(policy)
    except Exception:  # noqa: BLE001 - whatever a mutant raises, it is noticed
        return False


@contextlib.contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Interrupt what takes longer, where the system and the thread allow it."""
    aside = threading.current_thread() is not threading.main_thread()
    if aside or not hasattr(signal, "setitimer"):
        yield
        return
    before: Callable[..., Any] | int | None = signal.signal(signal.SIGALRM, _too_long)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _too_long(_: int, __: FrameType | None) -> None:
    msg = "the mutant does not end"
    raise TimeoutError(msg)
