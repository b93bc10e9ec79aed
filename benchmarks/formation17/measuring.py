"""What is measured: equal verdicts first, then times in turn, memory apiece, growth with size."""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import Any

from attrs import frozen
from benchmarks.formation17 import reference, rules, workload
from benchmarks.formation17.engines import WORK, Engine, started

__all__ = ["Growth", "Measured", "Times", "disagreements", "growth", "memory", "times"]

Times = dict[str, list[dict[str, float]]]


@frozen
class Measured:
    """What was measured of one engine.

    Args:
        name: What it is called.
        versions: What it is made of.
        wall: Seconds of each round.
        cpu: Processor seconds of each round.
    """

    name: str
    versions: dict[str, str]
    wall: tuple[float, ...]
    cpu: tuple[float, ...]

    def times_of(self, other: Measured) -> float:
        """Return how many times the other's processor time it takes, the median over rounds."""
        return statistics.median(a / b for a, b in zip(self.cpu, other.cpu, strict=True))


@frozen
class Growth:
    """One population judged from files into a file."""

    size: int
    wall: float
    cpu: float
    peak: float


def files(size: int, cases: int = 0) -> dict[str, str]:
    """Return where the tables of a population are, and its first applications as cases.

    They are kept, in a folder of their own for each state of the code that draws them.
    """
    sources = [Path(str(module.__file__)).read_bytes() for module in (rules, workload)]
    folder = WORK / "data" / sha256(b"".join(sources)).hexdigest()[:12]
    applications, members = workload.write(size, folder)
    path = folder / f"cases-{cases}.json"
    if cases and not path.exists():
        given = workload.cases(workload.draw(cases), cases)
        path.write_text(json.dumps(given), encoding="utf-8")
    return {"applications": str(applications), "members": str(members), "cases": str(path)}


def disagreements(engines: Iterable[Engine], count: int) -> list[str]:
    """Compare every engine with the reference: verdicts, failing rules, offenders."""
    given = files(count, count)
    cases = json.loads(Path(given["cases"]).read_text(encoding="utf-8"))
    wanted = [reference.judge(case) for case in cases]
    found = []
    for engine in engines:
        with started(engine) as running:
            running.ask("load", **given)
            told = running.ask("verdicts")
            compared = running.about["offenders_of"]
            differing = [
                n
                for n, (said, failing) in enumerate(zip(told, wanted, strict=True))
                if _comparable(said, compared) != _comparable((not failing, failing), compared)
            ]
            print(f"  {running.name}: {count - len(differing)} / {count}", file=sys.stderr)
            found += [f"{running.name}: application {n}: {told[n]}" for n in differing]
    return found


def _comparable(said: Sequence[Any], offenders_of: Sequence[str]) -> tuple[bool, dict[str, Any]]:
    met, failing = said
    kept = {rule: list(who) if rule in offenders_of else [] for rule, who in failing.items()}
    return bool(met), kept


def times(engines: Iterable[Engine], size: int, cases: int, rounds: int) -> list[Measured]:
    """Time every engine in turn, over and over, so that a slow moment strikes all alike."""
    given = files(size, cases)
    with ExitStack() as stack:
        running = [stack.enter_context(started(engine)) for engine in engines]
        for one in running:
            one.ask("load", **given)
            one.ask("time")  # the first is slower: code is compiled, memory is asked for
        taken: Times = {one.name: [] for one in running}
        for n in range(rounds):
            for one in running:
                taken[one.name].append(one.ask("time"))
            print(f"  round {n + 1} of {rounds}", file=sys.stderr)
        return [
            Measured(
                one.name,
                one.about["versions"],
                tuple(t["wall"] for t in taken[one.name]),
                tuple(t["cpu"] for t in taken[one.name]),
            )
            for one in running
        ]


def memory(engines: Iterable[Engine], size: int) -> dict[str, float]:
    """Return the peak of each above its libraries and its data, in megabytes, once and alone."""
    given = files(size)
    found = {}
    for engine in engines:
        with started(engine) as running:
            running.ask("load", **given)
            found[running.name] = running.ask("memory")["peak"]
    return found


def growth(engines: Iterable[Engine], sizes: Iterable[int]) -> dict[str, list[Growth]]:
    """Return what each takes from files into a file, at every size, in a process of its own."""
    found: dict[str, list[Growth]] = {}
    for size in sizes:
        given = files(size)
        given.pop("cases")
        for engine in engines:
            into = WORK / "outcomes.parquet"
            with started(engine) as running:
                said = running.ask("stream", **given, into=str(into))
                found.setdefault(running.name, []).append(Growth(size, **said))
            into.unlink()
            print(f"  {running.name}: {size}", file=sys.stderr)
    return found
