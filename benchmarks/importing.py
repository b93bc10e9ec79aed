"""What importing costs, in fresh interpreters, beside importing attrs.

``python benchmarks/importing.py [--assert]``; see README.md for what is promised.
"""

from __future__ import annotations

import argparse
import platform
import statistics
import subprocess
import sys
from importlib.metadata import version

MOST_TIMES_ATTRS = 2.5
LEFT_ALONE = (
    "babel",
    "cattrs",
    "innov_consortium.policies",
    "narwhals",
    "polars",
    "rich",
)
MEASURED = "import innov_consortium"
YARDSTICK = "import attrs"
STATEMENTS = (
    YARDSTICK,
    MEASURED,
    "from innov_consortium import Application, Register, catalogue",
    "from innov_consortium import catalogue; catalogue().select('CN-TJ')",
)


def fresh(code: str) -> str:
    """Run code in an interpreter of its own and return what it prints."""
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own code
    if done.returncode:
        raise RuntimeError(done.stderr.strip().rpartition("\n")[2])
    return done.stdout


def seconds(statement: str) -> float:
    """Return how long a statement takes, without the start of the interpreter."""
    timer = "from time import perf_counter as now"
    return float(fresh(f"{timer}; start = now(); {statement}; print(now() - start)"))


def loaded_by(statement: str) -> set[str]:
    """Return those of the modules to be left alone that a statement loads."""
    modules = fresh(f"{statement}; import sys; print(*sys.modules)").split()
    return {m for m in modules if any(m == left or m.startswith(f"{left}.") for left in LEFT_ALONE)}


def measure(rounds: int) -> dict[str, list[float]]:
    """Time the statements in turn; one that cannot be run is told and left out."""
    times: dict[str, list[float]] = {}
    for statement in STATEMENTS:
        try:
            seconds(statement)  # the first run may have to compile
        except RuntimeError as error:
            print(f"not measured: {statement}\n    {error}")
        else:
            times[statement] = []
    for _ in range(rounds):
        for statement, found in times.items():
            found.append(seconds(statement))
    return times


def main() -> int:
    """Measure and print; with ``--assert`` fail where a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assert", dest="strict", action="store_true", help="fail above a bound")
    parser.add_argument("--rounds", type=int, default=15)
    args = parser.parse_args()
    print(f"Python {platform.python_version()}, attrs {version('attrs')}; {args.rounds} rounds")
    times = measure(args.rounds)
    if not {YARDSTICK, MEASURED} <= times.keys():
        return 1
    print(f"{'best ms':>8}{'median':>8}{'× attrs':>9}")
    for statement, found in times.items():
        times_attrs = min(found) / min(times[YARDSTICK])
        middle = statistics.median(found)
        print(f"{min(found) * 1e3:>8.1f}{middle * 1e3:>8.1f}{times_attrs:>9.2f}  {statement}")
    ratio = min(times[MEASURED]) / min(times[YARDSTICK])
    loaded = loaded_by(MEASURED)
    print(f"{MEASURED}: {ratio:.2f} times importing attrs (promised: at most {MOST_TIMES_ATTRS})")
    print(f"loaded although they should not be: {', '.join(sorted(loaded)) or 'none'}")
    return int(args.strict and (ratio > MOST_TIMES_ATTRS or bool(loaded)))


if __name__ == "__main__":
    sys.exit(main())
