"""What replaying a history costs for each event, beside three libraries that others would build on.

``python benchmarks/replaying.py [--assert]``; needs the dependency group ``bench``. See README.md
for what is promised, and ``event_peers.py`` for what each peer does.

A history goes from the call to recognition, through many changes — several under way at a time,
some refused and reported again, some events recorded the day after — to an end on request. Nothing
in it is corrected and no day is out of order, because the peers know neither. Making the events is
timed for nobody, and before anything is timed all must come to the same.
"""

from __future__ import annotations

import argparse
import gc
import platform
import random
import statistics
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from importlib.metadata import version
from pathlib import Path
from time import process_time
from typing import Any, ClassVar

from attrs import frozen

from innov_consortium.core.changes import (
    ChangeApproved,
    ChangeEvent,
    ChangeExecuted,
    ChangeKind,
    ChangeRefused,
    ChangeReported,
)
from innov_consortium.core.events import (
    CallIssued,
    Ended,
    EndReported,
    EndRequested,
    EndReviewed,
    Event,
    Filed,
    ObjectionDecided,
    ObjectionRaised,
    Publicised,
    Recognised,
)
from innov_consortium.core.history import Consortium, History, replay
from innov_consortium.core.lifecycle import TRANSITIONS, Phase
from innov_consortium.core.steps import START, Progress, Step

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.event_peers import (
    Decorated,
    Folded,
    Lean,
    changes_in,
    drive_statemachine,
    drive_transitions,
    rebuild,
    stored,
)
from benchmarks.generated import full_case

SIZES = (100, 1_000, 10_000)
AT_A_TIME = (
    10_000  # events timed at a time: a short history over and over, but for the slowest peer
)
MOST_GROWTH = 1.3
SEED = 2026
BUREAU = "市科技局"

REPLAY, FOLDED, STAGES, CHECKED = "replay", "… and changes", "… and stages", "making the History"
LEAN, APPLIED, DECORATED = "eventsourcing, phase", "eventsourcing, apply", "eventsourcing, @event"
MACHINE, STATEMACHINE = "transitions", "python-statemachine"

#: What is compared: ours, the peer, and the share of the peer's time that ours is to take at most.
COMPARED: tuple[tuple[str, str, float | None], ...] = (
    (REPLAY, LEAN, 1 / 2),
    (FOLDED, DECORATED, 1 / 2),
    (FOLDED, APPLIED, None),
    (REPLAY, MACHINE, 1 / 3),
    (STAGES, MACHINE, 1 / 3),
    (REPLAY, STATEMACHINE, 1 / 20),
    (STAGES, STATEMACHINE, 1 / 20),
)

Times = dict[tuple[str, int], list[float]]


# --- a history ------------------------------------------------------------------------------------


@frozen(kw_only=True)
class Forwarded(Event):
    """An event such as a policy adds: an application handed on by the office it was filed with."""

    tag: ClassVar[str] = "forwarded"


IN_FORCE = (Phase.RECOGNISED,)


def _step(name: str, event: type[Event], after: tuple[str, ...], to: str, **more: Any) -> Step:
    return Step(name=name, provision="p1", event=event, after=after, to=to, **more)


#: A table such as a policy has: the consortium's own life, its changes, its end on request.
STEPS = (
    _step("call", CallIssued, (START,), "called"),
    _step("file", Filed, ("called",), "filed"),
    _step("forward", Forwarded, ("filed",), "forwarded"),
    _step("publicise", Publicised, ("forwarded",), "public", then="publicised"),
    _step("object", ObjectionRaised, (START,), "open", path="objection"),
    _step("settle", ObjectionDecided, ("open",), "settled", path="objection"),
    _step("recognise", Recognised, ("publicised",), "recognised"),
    _step("report", ChangeReported, (START, "refused"), "reported", path="change", phases=IN_FORCE),
    _step("approve", ChangeApproved, ("reported",), "approved", path="change", phases=IN_FORCE),
    _step("refuse", ChangeRefused, ("reported",), "refused", path="change", phases=IN_FORCE),
    _step("carry_out", ChangeExecuted, ("approved",), "done", path="change", phases=IN_FORCE),
    _step("request_end", EndRequested, (START,), "requested", path="ending", phases=IN_FORCE),
    _step("report_end", EndReported, ("requested",), "reported", path="ending", phases=IN_FORCE),
    _step("review_end", EndReviewed, ("reported",), "reviewed", path="ending", phases=IN_FORCE),
    _step("end", Ended, ("reviewed",), "ended", path="ending", phases=IN_FORCE),
)

#: By what name a state machine is told of an event.
TRIGGERS = {step.event: step.name for step in STEPS}


def generated(events: int, seed: int = SEED) -> History:
    """Return a history of so many events, from the call to the end; a seed names it."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    days = _days(chance)
    begun, window = next(days), timedelta(days=5)
    application = full_case(20).application
    found: list[Event] = [
        CallIssued(on=begun, by=BUREAU, year=begun.year, id="e0"),
        Filed(on=next(days), by=application.lead.name, application=application, id="e1"),
        Forwarded(on=next(days), by="区科技局", id="e2"),
        Publicised(on=(first := next(days)), last=first + window, by=BUREAU, id="e3"),
        ObjectionRaised(on=next(days), objection="o1", id="e4"),
        ObjectionDecided(on=next(days), objection="o1", upheld=False, by=BUREAU, id="e5"),
        Recognised(on=_after(first + window, days), by=BUREAU, document="津科〔2026〕1号", id="e6"),
    ]
    ending = (EndRequested, EndReported, EndReviewed)
    changes = _changes(chance, days)
    found += (next(changes) for _ in range(events - len(found) - len(ending) - 1))
    found += (sort(on=next(days)) for sort in ending)
    found.append(Ended(on=next(days), on_request=True, by=BUREAU, document="津科〔2030〕9号"))
    return History("C1", tuple(found))


def _days(chance: random.Random) -> Iterator[date]:
    day = date(2026, 1, 5)
    while True:
        yield day
        day += timedelta(days=chance.choice((0, 0, 1, 1, 2)))


def _after(day: date, days: Iterator[date]) -> date:
    return next(later for later in days if later > day)


def _changes(chance: random.Random, days: Iterator[date]) -> Iterator[ChangeEvent]:
    """Return one event of a change after another, without end."""
    number = 0
    after: dict[str, type[ChangeEvent]] = {}  # what follows next, for every change under way
    for made, day in enumerate(days, start=7):
        if len(after) < chance.randint(1, 4):
            number += 1
            after[f"c{number}"] = ChangeReported
        change = chance.choice(tuple(after))
        sort = after[change]
        if sort is ChangeApproved and chance.random() < 1 / 8:
            sort = ChangeRefused
        event: dict[str, Any] = {
            "on": day,
            "by": "牵头单位有限公司" if sort in (ChangeReported, ChangeExecuted) else BUREAU,
            "change": change,
            "id": f"e{made}",
        }
        if sort is ChangeReported:
            event["kind"] = chance.choice(tuple(ChangeKind))
        if chance.random() < 1 / 10:
            event["recorded_on"] = _after(day, days)
        yield sort(**event)
        if sort is ChangeExecuted:
            del after[change]
        else:
            after[change] = _NEXT[sort]


_NEXT: dict[type[ChangeEvent], type[ChangeEvent]] = {
    ChangeReported: ChangeApproved,
    ChangeApproved: ChangeExecuted,
    ChangeRefused: ChangeReported,
}


# --- ours -----------------------------------------------------------------------------------------


def with_changes(history: History, on: date) -> Consortium:
    """Replay, and derive the application and every change, which a consortium does when asked."""
    consortium = replay(history, on)
    _ = consortium.application, consortium.changes
    return consortium


def with_stages(history: History, on: date) -> Progress:
    """Replay, and lead every matter through the table of steps, as a decision does."""
    progress, phase = Progress(STEPS), Phase.PROPOSED
    for event in replay(history, on).events:
        led_to = None if event.move is None else TRANSITIONS[phase].get(event.move)
        progress.take(event, moved=led_to is not None, phase=phase)
        phase = led_to or phase
    return progress


# --- the same is said -----------------------------------------------------------------------------


def disagreements(history: History) -> list[str]:
    """Return where the peers come to anything else than we do."""
    on = history.events[-1].on
    ours = with_changes(history, on)
    progress = with_stages(history, on)
    assert ours.events == history.events
    assert not ours.irregular
    assert ours.ended_by is not None
    stage = progress.stage().name
    days = (ours.phase, ours.recognised_on, ours.ended_by.on)
    changes = {
        c.id: (c.kind, c.reported_on, c.approved_on, c.approved_by, c.refused_on, c.executed_on)
        for c in ours.changes
    }
    found = []
    for sort in (Lean, Folded, Decorated):
        theirs = rebuild(stored(sort, history.events))
        if (theirs.phase, theirs.recognised_on, theirs.ended_on) != days:
            found.append(f"{sort.__name__}: {theirs}")
        if sort is not Lean and theirs.application != ours.application:
            found.append(f"{sort.__name__}: another application")
        if sort is not Lean and list(changes_in(theirs).items()) != list(changes.items()):
            found.append(f"{sort.__name__}: other changes")
    reached = {
        drive: drive(triggers_of(history)) for drive in (drive_transitions, drive_statemachine)
    }
    return found + [
        f"{drive.__name__}: {state} / {stage}, {ours.phase.value}"
        for drive, state in reached.items()
        if not state == stage == ours.phase.value
    ]


def triggers_of(history: History) -> tuple[str, ...]:
    """Return by which names a state machine is told of a history."""
    return tuple(TRIGGERS[type(event)] for event in history.events)


# --- the time it takes ----------------------------------------------------------------------------


def tasks(history: History) -> dict[str, Callable[[], object]]:
    """Return what is timed on a history."""
    on, triggers = history.events[-1].on, triggers_of(history)
    return {
        REPLAY: partial(replay, history, on),
        FOLDED: partial(with_changes, history, on),
        STAGES: partial(with_stages, history, on),
        CHECKED: partial(History, history.consortium, history.events),
        LEAN: partial(rebuild, stored(Lean, history.events)),
        APPLIED: partial(rebuild, stored(Folded, history.events)),
        DECORATED: partial(rebuild, stored(Decorated, history.events)),
        MACHINE: partial(drive_transitions, triggers),
        STATEMACHINE: partial(drive_statemachine, triggers),
    }


def measure(histories: dict[int, History], rounds: int) -> Times:
    """Time everything on every size in turn, over and over; seconds for one event."""
    of_size = {size: tasks(history) for size, history in histories.items()}
    # One thing at every size, then the next: what is compared stands close together in time.
    all_tasks = {(n, size): of_size[size][n] for n in of_size[SIZES[0]] for size in SIZES}
    times: Times = {name: [] for name in all_tasks}
    for task in all_tasks.values():
        task()
    gc.collect()
    gc.freeze()  # what stands already is no business of the collections between the rounds
    gc.disable()
    for _ in range(rounds):
        for (name, size), task in all_tasks.items():
            again = 1 if name == STATEMACHINE else AT_A_TIME // size
            start = process_time()
            for _ in range(again):
                task()
            times[name, size].append((process_time() - start) / again / size)
            gc.collect()
    gc.enable()
    gc.unfreeze()
    return times


def paired(times: Times, ours: tuple[str, int], theirs: tuple[str, int]) -> list[float]:
    """Return the ratios within each round, in order of size."""
    return sorted(a / b for a, b in zip(times[ours], times[theirs], strict=True))


def report_on(times: Times) -> bool:
    """Print the times and the ratios, and return whether the promises are kept."""
    print("\nµs for each event, by number of events: median (least–most)")
    print(" " * 38 + "".join(f"{size:>9,}{'':<16}" for size in SIZES))
    for name in dict.fromkeys(name for name, _ in times):
        found = [[t * 1e6 for t in times[name, size]] for size in SIZES]
        print(f"{name:<38}" + "".join(_cell(f, 2) for f in found))
    print("\nshare of the peer's time, round by round: median (least–most)")
    kept = True
    for ours, theirs, most in COMPARED:
        shares = [paired(times, (ours, size), (theirs, size)) for size in SIZES]
        promised = "no promise" if most is None else f"at most {most:.3f}"
        kept &= most is None or all(statistics.median(share) <= most for share in shares)
        print(f"{ours + ' / ' + theirs:<38}" + "".join(_cell(s, 3) for s in shares) + promised)
    less, more = SIZES[-2:]
    print(f"\nan event among {more:,} / an event among {less:,}: median (least–most)")
    for name in (REPLAY, FOLDED, STAGES):
        growth = paired(times, (name, more), (name, less))
        kept &= statistics.median(growth) <= MOST_GROWTH
        print(f"{name:<38}{_cell(growth, 2)}at most {MOST_GROWTH}")
    return kept


def _cell(found: list[float], digits: int) -> str:
    spread = f"({min(found):.{digits}f}–{max(found):.{digits}f})"
    return f"{statistics.median(found):>9.{digits}f} {spread:<15}"


def main() -> int:
    """Compare, measure, print; with ``--assert`` fail where a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assert", dest="strict", action="store_true", help="fail above a bound")
    parser.add_argument("--rounds", type=int, default=25)
    args = parser.parse_args()
    histories = {size: generated(size) for size in SIZES}
    found = [d for history in histories.values() for d in disagreements(history)]
    if found:
        print("they do not come to the same:", *found, sep="\n  ")
        return 1
    peers = ("attrs", "eventsourcing", "transitions", "python-statemachine")
    print(
        f"Python {platform.python_version()}, {', '.join(f'{p} {version(p)}' for p in peers)}; "
        f"{args.rounds} rounds, no collection while timing; all come to the same"
    )
    kept = report_on(measure(histories, args.rounds))
    print("all promises kept" if kept else "NOT all promises kept")
    return int(args.strict and not kept)


if __name__ == "__main__":
    sys.exit(main())
