"""Every mutant of a policy that can be made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from random import Random

from attrs import evolve, frozen

from innov_consortium.core.policy import Policy
from innov_consortium.errors import MalformedPolicyError
from innov_consortium.testing.mutants.functions import Functions
from innov_consortium.testing.mutants.in_figures import in_figures, in_readings
from innov_consortium.testing.mutants.in_functions import candidates, in_functions
from innov_consortium.testing.mutants.in_norms import in_norms, in_questions, in_time
from innov_consortium.testing.mutants.in_procedure import in_duties, in_steps, in_words
from innov_consortium.testing.mutants.mutant import Mutant

__all__ = ["Drawn", "drawn_from", "mutants_of"]


@frozen
class Drawn:
    """Some of the mutants of a policy.

    Args:
        there: How many there are; where only some are drawn, the changes that no policy can be made
            with are counted, too.
        mutants: Those drawn that can be made, in the order in which they are told.
    """

    there: int
    mutants: tuple[Mutant, ...]


def drawn_from(policy: Policy, most: int | None, *, seed: int = 0) -> Drawn:
    """Draw some of the mutants of a policy; the same ones for the same seed.

    Args:
        policy: The policy.
        most: How many to draw; ``None`` for all of them.
        seed: The seed.
    """
    functions = Functions.of(policy)
    every: list[Callable[[], Mutant]] = [
        partial(_itself, mutant) for mutant in _numbered(_declared(policy, functions))
    ]
    every += candidates(functions)
    if most is None or most >= len(every):
        chosen = range(len(every))
    else:
        drawn = Random(seed).sample(range(len(every)), most)  # noqa: S311 - the same each time
        chosen = sorted(drawn)  # type: ignore[assignment]  # either is walked once
    made = (every[n]() for n in chosen)
    able = tuple(m for m in made if m.rewritten is not None or _can_be_made(m, policy))
    return Drawn(len(able) if len(chosen) == len(every) else len(every), able)


def _itself(mutant: Mutant) -> Mutant:
    return mutant


def _numbered(mutants: Iterable[Mutant]) -> Iterator[Mutant]:
    """Yield mutants with ids of their own: a judgement may be asked twice, of different items."""
    seen: Counter[str] = Counter()
    for mutant in mutants:
        seen[mutant.id] += 1
        again = seen[mutant.id]
        yield evolve(mutant, id=f"{mutant.id}#{again}") if again > 1 else mutant


def mutants_of(policy: Policy) -> Iterator[Mutant]:
    """Yield the mutants of a policy: its figures, readings, norms, procedure, then its functions.

    A change that no policy can be made with is left out: the core refuses it before any example is
    asked.
    """
    functions = Functions.of(policy)
    declared = (m for m in _declared(policy, functions) if _can_be_made(m, policy))
    yield from _numbered(declared)
    yield from _numbered(in_functions(functions))


def _declared(policy: Policy, functions: Functions) -> Iterator[Mutant]:
    yield from in_figures(policy, functions)
    yield from in_readings(policy, functions)
    yield from in_questions(policy)
    yield from in_norms(policy)
    yield from in_time(policy)
    yield from in_steps(policy)
    yield from in_duties(policy)
    yield from in_words(policy)


def _can_be_made(mutant: Mutant, policy: Policy) -> bool:
    """Return whether there is such a policy; what functions name stays the same when rewritten."""
    try:
        mutant.of(policy)
    except MalformedPolicyError:
        return False
    return True
