"""What a full report costs, beside the same norms written out by hand.

``python benchmarks/formation.py [--assert]``; see README.md for what is promised.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import platform
import statistics
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path
from time import process_time
from typing import Any

from innov_consortium import Case, Policy, Report, catalogue
from innov_consortium.core.clauses import Evidence

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.by_hand import HandFinding, formation
from benchmarks.generated import DAY, PUBLISHED, any_case, bare_case, examples, full_case

SIZES = (10, 20, 40, 80, 160)
TYPICAL = 20
MOST_TIMES_BY_HAND = 8
MOST_GROWTH = 1.5

#: The two ends: every norm met, and a word to say about every member under nearly every norm.
SORTS = {"everything met": full_case, "nothing known": bare_case}

Times = dict[tuple[str, int], list[float]]


# --- the same is said -----------------------------------------------------------------------------


def differences(
    report: Report,
    by_hand: tuple[HandFinding, ...],
    named: Callable[[Any], Any] = lambda item: item,
) -> list[str]:
    """Return where two derivations disagree: on an outcome, an item, or a fact both name.

    Args:
        report: What the library says.
        by_hand: What is said by hand.
        named: Gives what an item is called by hand.
    """
    found = []
    for ours, theirs in itertools.zip_longest(report, by_hand):
        if ours is None or theirs is None or ours.provision != theirs.provision:
            return [f"not the same norms: {ours} / {theirs}"]
        if ours.outcome is not theirs.outcome:
            found.append(f"{ours.provision}: {ours.outcome.value} / {theirs.outcome.value}")
        items = tuple((named(i.item), i.outcome) for i in ours.items)
        if items != theirs.items:
            found.append(f"{ours.provision}: {items} / {theirs.items}")
        for name in ours.facts.keys() & theirs.facts.keys():
            fact = ours.facts[name]
            value = fact.value if isinstance(fact, Evidence) else fact
            if value != theirs.facts[name]:
                found.append(f"{ours.provision} {name}: {value} / {theirs.facts[name]}")
    return found


def disagreements(policy: Policy, cases: int) -> list[str]:
    """Compare the two on every example and on a number of random cases."""
    published = policy.supposing_published(PUBLISHED)
    asked: list[tuple[str, Case, date, date | None]] = [
        (name, case, DAY, PUBLISHED)
        for name, case in {**examples(), "nothing known": bare_case(20)}.items()
    ]
    asked += [(f"seed {seed}", *any_case(seed)) for seed in range(cases)]
    found = []
    for name, case, on, published_on in asked:
        report = (policy if published_on is None else published).check("formation", case, on=on)
        found += [f"{name}: {d}" for d in differences(report, formation(case, on, published_on))]
    return found


# --- the time it takes ----------------------------------------------------------------------------


def measure(policy: Policy, make: Callable[[int], Case], rounds: int) -> Times:
    """Time both on every size in turn, over and over, so that a slow moment strikes all alike."""
    tasks: dict[tuple[str, int], Callable[[], object]] = {}
    for size in SIZES:
        case = make(size)
        tasks["ours", size] = partial(policy.check, "formation", case, on=DAY)
        tasks["by hand", size] = partial(formation, case, DAY, PUBLISHED)
    times: Times = {name: [] for name in tasks}
    for task in tasks.values():
        task()
    gc.collect()
    gc.disable()
    for _ in range(rounds):
        for name, task in tasks.items():
            start = process_time()
            task()
            times[name].append(process_time() - start)
        gc.collect(0)
    gc.enable()
    return times


def further(times: Times, size: int) -> float:
    """Return what each participant beyond the smallest size costs us, in microseconds."""
    smallest = SIZES[0]
    pairs = zip(times["ours", size], times["ours", smallest], strict=True)
    return statistics.median(more - less for more, less in pairs) / (size - smallest) * 1e6


def main() -> int:
    """Compare, measure, print; with ``--assert`` fail where a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assert", dest="strict", action="store_true", help="fail above a bound")
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--cases", type=int, default=400, help="random cases compared first")
    args = parser.parse_args()
    policy = catalogue().select("CN-TJ")
    found = disagreements(policy, args.cases)
    if found:
        print("the two do not say the same:", *found[:20], sep="\n  ")
        return 1
    print(
        f"Python {platform.python_version()}, attrs {version('attrs')}, "
        f"innov-consortium {version('innov-consortium')}; {args.rounds} rounds, no collection "
        f"while timing; equal on {args.cases} random cases and {len(examples())} examples"
    )
    published = policy.supposing_published(PUBLISHED)
    kept = [report_on(sort, measure(published, make, args.rounds)) for sort, make in SORTS.items()]
    return int(args.strict and not all(kept))


def report_on(sort: str, times: Times) -> bool:
    """Print the times, and return whether the promises are kept."""
    print(f"\n{sort}\n{'participants':>12}{'ours µs':>16}{'by hand µs':>16}{'ratio':>16}")
    print(" " * 12 + f"{'best':>8}{'median':>8}" * 3)
    ratios = {}
    for size in SIZES:
        ours, by_hand = times["ours", size], times["by hand", size]
        best = min(ours), min(by_hand)
        middle = statistics.median(ours), statistics.median(by_hand)
        ratios[size] = statistics.median(a / b for a, b in zip(ours, by_hand, strict=True))
        print(
            f"{size:>12}{best[0] * 1e6:>8.0f}{middle[0] * 1e6:>8.0f}"
            f"{best[1] * 1e6:>8.0f}{middle[1] * 1e6:>8.0f}"
            f"{best[0] / best[1]:>8.2f}{ratios[size]:>8.2f}"
        )
    ratio, growth = ratios[TYPICAL], further(times, SIZES[-1]) / further(times, SIZES[2])
    print(
        f"{TYPICAL} participants: {ratio:.2f} times by hand (promised: at most "
        f"{MOST_TIMES_BY_HAND})\n"
        f"a further participant: {further(times, SIZES[2]):.1f} µs up to {SIZES[2]}, "
        f"{further(times, SIZES[-1]):.1f} µs up to {SIZES[-1]}: {growth:.2f} times "
        f"(linear: at most {MOST_GROWTH})"
    )
    return ratio <= MOST_TIMES_BY_HAND and growth <= MOST_GROWTH


if __name__ == "__main__":
    sys.exit(main())
