"""What is run: one job for each mutant, legal or generic."""

from __future__ import annotations

import gc
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from attrs import frozen
from mutation.choosing import in_order, sample
from mutation.generic import SourceMutant, files, mutants_in
from mutation.legal import LegalTests, put_in_place
from mutation.swapping import Living, swap
from mutation.touched import Touched

from innov_consortium import catalogue
from innov_consortium.core.policy import Policy
from innov_consortium.testing.mutants import Mutant, mutants_of

__all__ = ["THREADED", "Job", "generic_jobs", "legal_jobs"]

#: How many generic mutants are run unless somebody says.
_SAMPLE = 800
#: Whose tests start threads: a child forked beside those would wait for them for ever.
THREADED = ("tests/frames", "tests/plotting", "tests/examples", "tests/benchmarks")
#: How long such tests may take for one mutant, in seconds; those that compare tables come first.
_OF_THREADED = 120.0
_COMPARING = frozenset({"equality"})


@frozen
class Job:
    """A mutant to be run.

    Args:
        id: The id of the mutant.
        group: What it is counted with.
        said: What is changed.
        change: Changes it, in a child.
        tests: Returns the tests to run, in order.
        source: The changed source, where that is what is changed.
        threaded: Returns those that start threads; they are run in a process of their own.
    """

    id: str
    group: str
    said: str
    change: Callable[[], Any]
    tests: Callable[[], tuple[str, ...]]
    source: SourceMutant | None = None
    threaded: Callable[[], tuple[str, ...]] = tuple


def legal_jobs(root: Path, touched: Touched, asked: Namespace) -> Iterator[Job]:
    """Yield the legal mutants of every policy there is."""
    living = [one for one in gc.get_objects() if type(one) is Policy]
    for policy in catalogue().policies:
        tests = LegalTests(policy, touched, root)
        for mutant in _chosen(policy, asked):
            id_ = f"{policy.code}:{mutant.id}"
            yield Job(
                id_,
                mutant.operator.label,
                mutant.zh,
                _legal_change(policy, mutant, living),
                _legal_tests(tests, mutant, asked.budget),
            )


def _chosen(policy: Policy, asked: Namespace) -> list[Mutant]:
    found = [m for m in mutants_of(policy) if asked.only in f"{policy.code}:{m.id}"]
    if not asked.sample:
        return found
    strata: dict[str, list[Mutant]] = {}
    for mutant in found:
        strata.setdefault(mutant.operator.label, []).append(mutant)
    return sample(list(strata.values()), asked.sample, asked.seed)


def _legal_change(policy: Policy, mutant: Mutant, living: list[Policy]) -> Callable[[], Any]:
    return lambda: put_in_place(policy, mutant, living)


def _legal_tests(tests: LegalTests, mutant: Mutant, budget: float) -> Callable[[], tuple[str, ...]]:
    return lambda: tests.of(mutant, budget)


def generic_jobs(root: Path, touched: Touched, asked: Namespace) -> Iterator[Job]:
    """Yield the generic mutants of the core and the policies."""
    living = Living.found(root)
    strata = [[m for m in mutants_in(root, f) if asked.only in m.id] for f in files(root)]
    chosen = [m for stratum in strata for m in stratum]
    if not asked.all:
        chosen = sample(strata, asked.sample or _SAMPLE, asked.seed)
    for mutant in chosen:
        yield Job(
            mutant.id,
            mutant.file.split("/")[2],
            f"{mutant.before} → {mutant.after}"[:200],
            _generic_change(living, root, mutant),
            _generic_tests(touched, mutant, asked.budget),
            mutant,
            _generic_tests(touched, mutant, _OF_THREADED, threaded=True),
        )


def _generic_change(living: Living, root: Path, mutant: SourceMutant) -> Callable[[], Any]:
    return lambda: swap(living, root, mutant)


def _generic_tests(
    touched: Touched, mutant: SourceMutant, budget: float, *, threaded: bool = False
) -> Callable[[], tuple[str, ...]]:
    own = frozenset({Path(mutant.file).stem})
    words = frozenset(name.lstrip("_") for name in mutant.function.split("."))

    def chosen() -> tuple[str, ...]:
        every = touched.tests(mutant.file, *mutant.span)
        tests = [t for t in every if t.startswith(THREADED) is threaded]
        if threaded:
            return in_order(tests, touched, own=_COMPARING, budget=budget, slow=budget)
        return in_order(tests, touched, own=own, budget=budget, words=words)

    return chosen
