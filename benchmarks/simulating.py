"""What a simulated consortium-year costs, from a thousand candidates to a hundred thousand.

``python benchmarks/simulating.py [--sizes …] [--years N] [--shared] [--profile] [--assert]``. A
consortium-year is a candidate in a year, whether it does anything or not; an act is one decision
of the policy, granted or not. The hundred thousand are asked for with ``--sizes``: they take long.

Every act goes through ``decide``, so that the cost is that of the decisions; what else there is —
drawing, replaying, folding the register — is told apart by ``--profile`` on a small population.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import platform
import pstats
import resource
import sys
from itertools import pairwise
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from attrs import frozen
from benchmarks.generated_populations import BEHAVIOUR, apart, policy, sharing

from innov_consortium.simulation import simulate

SIZES = (1_000, 10_000)
YEARS = range(2026, 2036)
SEED = 2026
#: A consortium-year among ten times as many candidates costs so many times as much at most.
MOST_GROWTH = 1.2
#: Participants drawn from so many units for each candidate: chains of shared units, but no whole.
UNITS_EACH = 40
#: What is looked for in a profile: the name shown, the file and the function.
PARTS = (
    ("decide", "core/decide.py", "decide"),
    ("… of which the report", "core/judging.py", "report"),
    ("… of which whether the input is usable", "core/judging.py", "usable"),
    ("inquiries into grounds", "simulation/life.py", "established"),
    ("the register", "simulation/roll.py", "register_for"),
    ("replaying", "core/history.py", "replay"),
    ("what is known", "benchmarks/generated_populations.py", "_known"),
    ("drawing the population", "benchmarks/generated_populations.py", "_candidate"),
)


@frozen
class Measured:
    """What a run took."""

    candidates: int
    years: int
    processes: int
    seconds: float
    processor: float
    acts: int
    megabytes: float

    @property
    def each(self) -> float:
        """Microseconds of a processor's time for each consortium-year, whatever else it does."""
        return self.processor / (self.candidates * self.years) * 1e6


def measure(candidates: int, years: int, processes: int, *, shared: bool) -> Measured:
    population = sharing(candidates, UNITS_EACH * candidates) if shared else apart(candidates)
    gc.collect()
    start, used = perf_counter(), _processor()
    run = simulate(
        policy(), population, YEARS[:years], BEHAVIOUR, SEED, processes=processes, histories=False
    )
    seconds, used = perf_counter() - start, _processor() - used
    acts = sum(len(row.granted) + len(row.held) for row in run.rows)
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    peak = sum(resource.getrusage(one).ru_maxrss for one in who) / 1024
    return Measured(candidates, years, processes, seconds, used, acts, peak)


def _processor() -> float:
    """Return the seconds that this process and those it waited for have had a processor."""
    used = [resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def report_on(found: list[Measured]) -> bool:
    """Print what was measured, and return whether the cost is linear in the candidates."""
    print("µs are of a processor's time; the seconds depend on what else the machine does")
    print(
        f"{'candidates':>10} {'processes':>9} {'seconds':>8} {'µs a consortium-year':>20}"
        f" {'acts a year':>11} {'µs an act':>9} {'peak MB so far':>14}"
    )
    for one in found:
        acts = one.acts / (one.candidates * one.years)
        print(
            f"{one.candidates:>10,} {one.processes:>9} {one.seconds:>8.1f} {one.each:>20.0f}"
            f" {acts:>11.2f} {one.each / acts:>9.0f} {one.megabytes:>14.0f}"
        )
    kept = True
    for processes in dict.fromkeys(one.processes for one in found):
        theirs = [one for one in found if one.processes == processes]
        for less, more in pairwise(theirs):
            kept &= more.each <= MOST_GROWTH * less.each
            print(
                f"with {processes} process(es), a consortium-year among {more.candidates:,} costs"
                f" {more.each / less.each:.2f} of one among {less.candidates:,}"
            )
    return kept


def profile(candidates: int) -> None:
    """Print where the time goes, as shares of a profiled run."""
    profiler = cProfile.Profile()
    profiler.enable()
    simulate(policy(), apart(candidates), YEARS, BEHAVIOUR, SEED)
    profiler.disable()
    stats = pstats.Stats(profiler)
    every = stats.stats.items()  # type: ignore[attr-defined]  # not in its stub
    whole = stats.total_tt  # type: ignore[attr-defined]  # the same
    print(f"of a profiled run of {candidates} candidates:")
    for name, file, function in PARTS:
        took = sum(v[3] for (path, _, f), v in every if path.endswith(file) and f == function)
        print(f"  {name:<40}{took / whole:>6.0%}")


def main() -> int:
    """Measure and print; with ``--assert`` fail where the cost is not linear."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--years", type=int, default=len(YEARS), choices=range(1, 11))
    parser.add_argument("--processes", type=int, nargs="+", default=(1, 2))
    parser.add_argument("--shared", action="store_true", help="candidates have units in common")
    parser.add_argument("--profile", action="store_true", help="show where the time goes")
    parser.add_argument("--assert", dest="strict", action="store_true", help="fail above a bound")
    given = parser.parse_args()
    print(f"Python {platform.python_version()}; {given.years} years; seed {SEED}")
    if given.profile:
        profile(60)
        return 0
    found = []
    for processes in given.processes:
        for size in given.sizes:
            found.append(measure(size, given.years, processes, shared=given.shared))
            print(f"  {size:,} with {processes}: {found[-1].seconds:.1f} s", file=sys.stderr)
    kept = report_on(found)
    return int(given.strict and not kept)


if __name__ == "__main__":
    sys.exit(main())
