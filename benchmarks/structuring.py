"""What reading a document costs: beside plain cattrs, by event of a history, and in memory.

``python benchmarks/structuring.py [--assert]``; see README.md for what is promised.

The peer is a default ``cattrs.Converter`` with only those hooks without which our classes cannot be
made of JSON: days, amounts, identifiers, members, posts. It runs the checks of the classes
themselves, as we do. It takes ``3`` for a name, ``"no"`` for true and any further key, and of what
it refuses it says neither the remedy nor the value; it does not look whether a member that is named
takes part, whether a word is repeated, or how large the document is.
"""

from __future__ import annotations

import argparse
import gc
import json
import platform
import statistics
import sys
import tracemalloc
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from importlib.metadata import version
from pathlib import Path
from time import process_time
from typing import Any

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn

from innov_consortium import Application, Case, Identifier, Person, Vacancy, catalogue
from innov_consortium.core.history import History, replay
from innov_consortium.core.organizations import MemberKey
from innov_consortium.errors import InvalidInputError
from innov_consortium.interchange import (
    Limits,
    structure_application,
    structure_case,
    structure_dossier,
    unstructure_case,
)

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.generated import any_case, examples, full_case
from benchmarks.large_documents import CASES, HISTORIES, changes

PARTICIPANTS = (5, 20, 80)
TYPICAL = 20
MOST_TIMES_PLAIN = 5
EVENTS = (1_000, 3_000, 10_000)
MOST_GROWTH = 1.5
MOST_MEMORY = 30
FAULTS = 6_000_000  # what a thousand faults, the most that are told, may take of any document
LARGE = Limits(bytes=10**8, members=10**6)

Times = dict[tuple[str, int], list[float]]


# --- the peer -------------------------------------------------------------------------------------


def plain() -> Converter:
    """Return plain cattrs, with no more than what makes our classes of JSON at all."""
    converter = Converter()
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(value))
    written_out = make_dict_structure_fn(Identifier, converter)

    def identifier(value: Any, _: Any) -> Identifier:
        if isinstance(value, dict):
            return written_out(value, Identifier)
        return Identifier.uscc(value)

    def member(value: Any, _: Any) -> MemberKey:
        if isinstance(value, dict) and "id" in value:
            return MemberKey(identifier(value["id"], Identifier), value.get("college"))
        return MemberKey(identifier(value, Identifier))

    def post(value: Any, _: Any) -> Person | Vacancy | None:
        if isinstance(value, dict):
            return converter.structure(value, Person)
        return None if value is None else Vacancy(value)

    converter.register_structure_hook(Identifier, identifier)
    converter.register_structure_hook(MemberKey, member)
    converter.register_structure_hook_func(lambda t: t == (Person | Vacancy | None), post)
    return converter


def disagreements(converter: Converter, cases: int) -> list[str]:
    """Return for which cases the two do not make the same of a document."""
    asked = {**examples(), **{f"seed {seed}": any_case(seed)[0] for seed in range(cases)}}
    asked |= {f"{size} participants": full_case(size) for size in PARTICIPANTS}
    found = []
    for name, case in asked.items():
        document = json.loads(json.dumps(unstructure_case(case)))
        ours = structure_case(document, limits=LARGE)
        del document["schema"]
        theirs = converter.structure(document, Case)
        if not ours == theirs == case:
            found.append(name)
    return found


# --- the time it takes ----------------------------------------------------------------------------


def timed(tasks: dict[tuple[str, int], Callable[[], object]], rounds: int) -> Times:
    """Time everything in turn, over and over; seconds."""
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


def applications(converter: Converter, rounds: int) -> Times:
    """Time an application of each size, ours and plain."""
    tasks: dict[tuple[str, int], Callable[[], object]] = {}
    for size in PARTICIPANTS:
        document = unstructure_case(full_case(size))["application"]
        tasks["ours", size] = partial(structure_application, document)
        tasks["plain", size] = partial(converter.structure, document, Application)
    return timed(tasks, rounds)


def report_applications(times: Times) -> bool:
    """Print the times, and return whether the promise is kept."""
    print(f"\n{'participants':>12}{'ours µs':>10}{'plain µs':>10}{'ratio':>24}")
    kept = True
    for size in PARTICIPANTS:
        ours, theirs = times["ours", size], times["plain", size]
        ratios = sorted(a / b for a, b in zip(ours, theirs, strict=True))
        middle = statistics.median(ratios)
        tenth = len(ratios) // 10
        print(
            f"{size:>12}{min(ours) * 1e6:>10.0f}{min(theirs) * 1e6:>10.0f}"
            f"{middle:>10.2f} ({ratios[tenth]:.2f}–{ratios[-tenth - 1]:.2f})"
        )
        kept &= size != TYPICAL or middle <= MOST_TIMES_PLAIN
    print(f"promised: at most {MOST_TIMES_PLAIN} times plain cattrs with {TYPICAL} participants")
    return kept


def histories(rounds: int) -> bool:
    """Time reading, replaying and adding to histories; print, and return whether it is linear."""
    policy = catalogue().select("CN-TJ")
    read = partial(structure_dossier, policy=policy, limits=LARGE)
    tasks: dict[tuple[str, int], Callable[[], object]] = {}
    for size in EVENTS:
        document = changes(size)
        faulty = {**document, "events": [{**e, "document": 3} for e in document["events"]]}
        history = read(document).history
        tasks["reading", size] = partial(read, document)
        tasks["reading a faulty one", size] = partial(refused, read, faulty)
        tasks["replaying", size] = partial(lived, history)
        tasks["one more event", size] = partial(
            history.add, history.events[0].__class__(on=history.events[-1].on, by="市科技局")
        )
    times = timed(tasks, rounds)
    print("\nµs for each event, by number of events" + "".join(f"{n:>10,}" for n in EVENTS))
    kept = True
    for name in dict.fromkeys(name for name, _ in tasks):
        each = [min(times[name, size]) / size * 1e6 for size in EVENTS]
        grown = statistics.median(
            (more / EVENTS[-1]) / (less / EVENTS[0])
            for more, less in zip(times[name, EVENTS[-1]], times[name, EVENTS[0]], strict=True)
        )
        kept &= grown <= MOST_GROWTH
        cells = "".join(f"{one:>10.2f}" for one in each)
        print(f"{name:<38}{cells}   {grown:.2f} times (linear: at most {MOST_GROWTH})")
    return kept


def lived(history: History) -> None:
    """Replay a history, and derive the application and every change."""
    consortium = replay(history, history.events[-1].on)
    assert consortium.application is not None
    assert consortium.changes


def refused(read: Callable[[Any], object], document: Any) -> InvalidInputError | None:
    """Return what is wrong with a document."""
    try:
        read(document)
    except InvalidInputError as error:
        return error
    return None


# --- the memory it takes --------------------------------------------------------------------------


def memory() -> bool:
    """Print what reading takes beyond the parsed document, as multiples of the text."""
    policy = catalogue().select("CN-TJ")
    print("\nbeyond the parser, of a tenth and of all: × the text's size, µs a byte, faults told")
    kept = True
    for make, number in {**CASES, **HISTORIES}.items():
        read: Callable[[Any], object] = partial(structure_case, limits=LARGE)
        if make in HISTORIES:
            read = partial(structure_dossier, policy=policy, limits=LARGE)
        refused(read, make(10))
        found = [peak_of(read, make(n)) for n in (number // 10, number)]
        size, peak = found[-1][:2]
        kept &= peak <= max(MOST_MEMORY * size, FAULTS)
        print(
            f"{make.__name__:<20}{size / 1e6:>6.2f} MB"
            + "".join(f"{peak / size:>8.1f}" for size, peak, _, _ in found)
            + "".join(f"{time / size * 1e6:>8.2f}" for size, _, time, _ in found)
            + f"{found[-1][3]:>8}"
        )
    print(f"promised: at most {MOST_MEMORY} times, or {FAULTS / 1e6:.0f} MB for the faults")
    return kept


def peak_of(read: Callable[[Any], object], made: Any) -> tuple[int, int, float, int]:
    """Return a document's size, the memory that reading takes, its time, and the faults."""
    text = json.dumps(made, ensure_ascii=False)
    document = json.loads(text)
    del made
    gc.collect()
    start = process_time()
    error = refused(read, document)
    time = process_time() - start
    faults = len(error.faults) if error else 0
    del error
    gc.collect()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    refused(read, document)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return len(text.encode()), peak - before, time, faults


def main() -> int:
    """Compare, measure, print; with ``--assert`` fail where a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assert", dest="strict", action="store_true", help="fail above a bound")
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--cases", type=int, default=200, help="random cases compared first")
    args = parser.parse_args()
    converter = plain()
    found = disagreements(converter, args.cases)
    if found:
        print("the two do not make the same of:", *found[:20], sep="\n  ")
        return 1
    print(
        f"Python {platform.python_version()}, attrs {version('attrs')}, "
        f"cattrs {version('cattrs')}; {args.rounds} rounds, no collection while timing; "
        f"equal on {args.cases} random cases and {len(examples())} examples"
    )
    kept = [
        report_applications(applications(converter, args.rounds)),
        histories(max(3, args.rounds // 10)),
        memory(),
    ]
    print("all promises kept" if all(kept) else "NOT all promises kept")
    return int(args.strict and not all(kept))


if __name__ == "__main__":
    sys.exit(main())
