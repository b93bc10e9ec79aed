"""The workload formation-17 on every engine, in one run.

``python -m benchmarks.formation17 [--size N] [--assert]``; see README.md for what is promised.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from pathlib import Path

from benchmarks.formation17.engines import BATCH, ENGINES, SINGLE, Engine
from benchmarks.formation17.measuring import (
    Growth,
    Measured,
    disagreements,
    growth,
    memory,
    times,
)
from benchmarks.formation17.telling import growth_table, plot, times_table, versions_line

#: Ours is at most so many times the other, by processor time; less than one: so much faster.
PROMISED_BATCH = {"Polars 手写": 1.25, "OpenFisca-core": 1 / 10, "policyengine-core": 1 / 3}
PROMISED_SINGLE = {
    "zen-engine（字典）": 1 / 3,
    "zen-engine（JSON）": 1 / 3,
    "rule-engine": 1 / 3,
    "json-logic（Python）": 1 / 3,
}
MOST_MEMORY = 1.5
MOST_GROWTH = 1.25
SIZES = (100_000, 1_000_000, 3_000_000, 10_000_000)
STREAMING = tuple(e for e in BATCH if e.name in ("OurFrames", "PolarsQuery"))


def main() -> int:
    """Compare, measure, print; with ``--assert`` fail where a promise is broken."""
    args = _arguments()
    engines = tuple(e for e in ENGINES if not args.only or any(o in e.module for o in args.only))
    print(f"comparing with the reference on {args.cases} applications", file=sys.stderr)
    found = disagreements(engines, args.cases)
    if found:
        print("these do not say the same:", *found[:20], sep="\n  ")
        return 1
    print(
        f"CPython {platform.python_version()}，{os.cpu_count()} 核；"
        f"各引擎在 {args.cases} 件上与参照一致（结论、不符合的规则、所涉事项）\n"
    )
    broken = _compare(args, engines)
    if args.sizes:
        broken += _grow([size for size in SIZES if size <= args.sizes])
    print(*broken, sep="\n")
    return int(args.strict and bool(broken))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.formation17", description=__doc__)
    parser.add_argument("--assert", dest="strict", action="store_true", help="fail above a bound")
    parser.add_argument("--size", type=int, default=1_000_000, help="applications of a batch")
    parser.add_argument("--cases", type=int, default=2_000, help="single applications")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--sizes", type=int, default=SIZES[-1], help="grow up to; 0 for not at all")
    parser.add_argument("--only", action="append", help="part of an engine's module; repeatable")
    parser.add_argument("--plot", type=Path, help="where to draw it, as SVG")
    return parser.parse_args()


def _compare(args: argparse.Namespace, engines: tuple[Engine, ...]) -> list[str]:
    """Measure both sorts, print the tables, and return the promises broken."""
    batch = times([e for e in BATCH if e in engines], args.size, args.cases, args.rounds)
    single = times([e for e in SINGLE if e in engines], args.cases, args.cases, args.rounds)
    peaks = memory([e for e in BATCH if e in engines], args.size)
    print(f"### 批量：{args.size:,} 件\n\n{times_table(batch, args.size, peaks)}\n")
    print(f"### 逐件，含全部结论：{args.cases:,} 件\n\n{times_table(single, args.cases)}\n")
    print(f"{versions_line([*batch, *single])}\n")
    if args.plot:
        plot(batch, single, (args.size, args.cases), args.plot)
    broken = [*slower(batch, PROMISED_BATCH), *slower(single, PROMISED_SINGLE)]
    ours, by_hand = (peaks.get(name, 1.0) for name in ("本库 assess", "Polars 手写"))
    if ours > MOST_MEMORY * by_hand:
        broken.append(f"内存为手写 Polars 的 {ours / by_hand:.2f} 倍，承诺至多 {MOST_MEMORY}")
    return broken


def slower(measured: list[Measured], promised: dict[str, float]) -> list[str]:
    """Return the promises broken by the first of what was measured.

    Args:
        measured: Ours, and the others.
        promised: At most how many times each of the others ours may take.
    """
    if not measured:
        return []
    ours, *others = measured
    return [
        f"{ours.name} 为 {other.name} 的 {ours.times_of(other):.2f} 倍，承诺至多 {most:.2f}"
        for other in others
        for most in [promised.get(other.name)]
        if most is not None and ours.times_of(other) > most
    ]


def _grow(sizes: list[int]) -> list[str]:
    """Measure growth from files into files, print the table, and return the promises broken."""
    found = growth(STREAMING, sizes)
    print(f"### 从 Parquet 到 Parquet，流式\n\n{growth_table(found)}\n")
    ours = next(iter(found.values()))
    ratio = _each(ours[-1]) / _each(next(g for g in ours if g.size >= min(1_000_000, sizes[-1])))
    if ratio > MOST_GROWTH:
        return [
            f"{ours[-1].size:,} 件时每件的耗时为百万件时的 {ratio:.2f} 倍，承诺至多 {MOST_GROWTH}"
        ]
    return []


def _each(one: Growth) -> float:
    return one.cpu / one.size


if __name__ == "__main__":
    sys.exit(main())
