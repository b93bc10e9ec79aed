"""Every mutant of a policy that can be made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attrs import evolve

from innov_consortium.core.policy import Policy
from innov_consortium.errors import MalformedPolicyError
from innov_consortium.testing.mutants.functions import Functions
from innov_consortium.testing.mutants.in_figures import in_figures, in_readings
from innov_consortium.testing.mutants.in_functions import in_functions
from innov_consortium.testing.mutants.in_norms import in_norms, in_questions, in_time
from innov_consortium.testing.mutants.in_procedure import in_duties, in_steps, in_words
from innov_consortium.testing.mutants.mutant import Mutant

__all__ = ["mutants_of"]


def mutants_of(policy: Policy) -> Iterator[Mutant]:
    """Yield the mutants of a policy: its figures, readings, norms, procedure, then its functions.

    A change that no policy can be made with is left out: the core refuses it before any example is
    asked.
    """
    functions = Functions.of(policy)
    seen: Counter[str] = Counter()
    for mutant in _every(policy, functions):
        if mutant.rewritten is not None or _can_be_made(mutant, policy):
            seen[mutant.id] += 1
            again = seen[mutant.id] > 1  # a judgement may be asked for twice, of different items
            yield evolve(mutant, id=f"{mutant.id}#{seen[mutant.id]}") if again else mutant


def _every(policy: Policy, functions: Functions) -> Iterator[Mutant]:
    yield from in_figures(policy, functions)
    yield from in_readings(policy, functions)
    yield from in_questions(policy)
    yield from in_norms(policy)
    yield from in_time(policy)
    yield from in_steps(policy)
    yield from in_duties(policy)
    yield from in_words(policy)
    yield from in_functions(functions)


def _can_be_made(mutant: Mutant, policy: Policy) -> bool:
    """Return whether there is such a policy; what functions name stays the same when rewritten."""
    try:
        mutant.of(policy)
    except MalformedPolicyError:
        return False
    return True
