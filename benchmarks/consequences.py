"""What the questions about a history cost: grounds, projects, the bar, the cycle, when it turns.

``python benchmarks/consequences.py [--assert]``; see README.md for what is promised. Everything is
a ratio within one run: to the same written out by hand, to a check of an application of seven
members, or of one thing to itself on more of the same.
"""

from __future__ import annotations

import argparse
import gc
import platform
import statistics
import sys
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from importlib.metadata import version
from math import log
from pathlib import Path
from time import process_time
from typing import Any

from innov_consortium import Case, Cycle, Dossier, Policy, Register, catalogue, plan_coverage
from innov_consortium.core.attestations import Listing
from innov_consortium.core.case import Surroundings
from innov_consortium.core.decide import Granted, decide
from innov_consortium.core.evaluation import Evaluation
from innov_consortium.core.events import Ended
from innov_consortium.core.history import replay
from innov_consortium.core.records import Accident, Unrecorded
from innov_consortium.core.registering import register
from innov_consortium.core.report import Report
from innov_consortium.policies.tianjin.facts_projects import Project

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.by_hand import HandFinding
from benchmarks.consequences_by_hand import (
    HandBar,
    admissibility,
    as_by_hand,
    bar_of,
    project_eligibility,
    revocation_grounds,
)
from benchmarks.formation import differences
from benchmarks.generated import DAY, PUBLISHED, full_case
from benchmarks.generated_histories import (
    BUREAU,
    EARLY,
    LATE,
    admission,
    any_admission,
    any_dossier,
    contradicts,
    little_known,
    lived_long,
    many,
)

YEARS = (1, 3, 10, 30)
TYPICAL = 3
MANY = (100, 1_000, 10_000)
AT_A_TIME = 5
MOST_GROWTH = 1.5
MOST_EXPONENT = 1.1
MOST_FOR_AN_ACT = 2.5
MOST_FOR_A_DAY = 1.25

FORMATION = "check_formation, 7 members"
GROUNDS, PROJECTS, BAR = "revocation_grounds", "project_eligibility", "admissibility"
EVALUATION, AMOUNT = "evaluation", "support_amount"
BY_HAND: dict[str, Callable[[Any, date, date | None], tuple[HandFinding, ...]]] = {
    GROUNDS: revocation_grounds,
    PROJECTS: project_eligibility,
    BAR: admissibility,
}
MOST_TIMES_BY_HAND = {GROUNDS: 10, PROJECTS: 10, BAR: 20}
ASKED = (GROUNDS, PROJECTS, BAR, EVALUATION, AMOUNT)

#: What gets ready what is to be timed; the getting ready is timed for nobody.
Task = Callable[[], Callable[[], object]]
Times = dict[Any, list[float]]


# --- the same is said -----------------------------------------------------------------------------


def named(item: Any) -> Any:
    """Return what an item is called by hand: a year, a project, or whose entry of which day."""
    if isinstance(item, Unrecorded):
        return None
    if isinstance(item, Evaluation):
        return item.year
    if isinstance(item, Project):
        return item.id
    if isinstance(item, Accident):
        return item.unit, item.occurred_on
    return item.unit, item.first if isinstance(item, Listing) else item.on


def disagreements(policy: Policy, histories: int) -> list[str]:
    """Compare the two on a number of random histories, and on applications after their end."""
    found = []
    published = {None: policy, PUBLISHED: policy.supposing_published(PUBLISHED)}
    for seed in range(histories):
        dossier, on, published_on = any_dossier(seed)
        if contradicts(dossier.history):
            continue
        asked = published[published_on]
        for inquiry in (GROUNDS, PROJECTS):
            by_hand = BY_HAND[inquiry](dossier, on, published_on)
            found += _told(seed, inquiry, differing(asked, inquiry, dossier, on, by_hand))
        bars = register(asked, [dossier.history], on, dossier, complete_to=on)
        found += _told(seed, "bars", bars_differing(bars, on, *bar_of(dossier, on, published_on)))
        for again in range(6 if bars.bars else 1):
            case, day, published_on = any_admission(seed + again * histories, bars.bars)
            by_hand = admissibility(case, day, published_on)
            asked = published[published_on]
            found += _told(seed, BAR, differing(asked, BAR, case, day, by_hand))
    return found


def differing(
    policy: Policy,
    inquiry: str,
    case: Case | Dossier,
    on: date,
    by_hand: tuple[HandFinding, ...],
) -> list[str]:
    """Return where the library and the hand disagree, of a bar its days among it."""
    report = policy.check(inquiry, case, on=on)
    found = differences(report, by_hand, named)
    theirs = by_hand[0].facts.get("bar")
    if theirs is not None:
        barring = next(f.facts["barring"] for f in report if "barring" in f.facts)
        ours = HandBar(
            barring.unit,
            barring.consortium,
            barring.revoked_on,
            barring.last_barred_day,
            barring.first_free_day,
            barring.enforceable_to,
        )
        found += [] if ours == theirs else [f"bar: {ours} / {theirs}"]
    return found


def bars_differing(
    ours: Register,
    on: date,
    theirs: HandBar | None,
    known: bool,  # noqa: FBT001 - as told by hand
) -> list[str]:
    """Return whether another bar follows from a history, or whether it can be told at all."""
    bars = [as_by_hand(bar) for bar in ours.bars]
    same = bars == ([] if theirs is None else [theirs])
    # without an application nobody can say who takes part either, so only one way is compared
    return [] if same and (known or not ours.complete_on(on)) else [f"{bars} / {theirs}"]


def _told(seed: int, what: str, differences: Iterable[str]) -> list[str]:
    return [f"seed {seed}, {what}: {one}" for one in differences]


# --- what is timed --------------------------------------------------------------------------------


def ready(function: Callable[..., object], *args: Any, **more: Any) -> Task:
    """Return a task that needs nothing to be got ready."""
    return lambda: partial(function, *args, **more)


def cases(policy: Policy, dossier: Dossier, *, known: bool) -> dict[str, Case | Dossier]:
    """Return what every inquiry is asked about."""
    bars = register(policy, [revoked_earlier()], LATE).bars
    there = Register((), LATE, bars) if known else Register.unknown()
    return {name: admission(there) if name == BAR else dossier for name in ASKED}


def revoked_earlier() -> Any:
    """Return the history of a consortium of the same lead, revoked too long ago to matter."""
    early = lived_long(2, last=date(2022, 12, 20)).history
    return early.add(
        Ended(on=date(2023, 3, 1), by=BUREAU, on_request=False, grounds=("art11.item2",))
    )


def formation(policy: Policy) -> Task:
    """Return the check of one application of seven members that everything is held against."""
    case = full_case(6)
    more = {"register": case.register, "attestations": case.attestations}
    return ready(policy.check_formation, case.application, on=DAY, **more)


def of_inquiries(policy: Policy, about: dict[str, Case | Dossier]) -> dict[Any, Task]:
    """Return each inquiry, beside it the same by hand, and when its answer turns."""
    tasks: dict[Any, Task] = {FORMATION: formation(policy)}
    for name, case in about.items():
        tasks["ours", name] = ready(policy.check, name, case, on=LATE)
        if name in BY_HAND:
            tasks["by hand", name] = ready(BY_HAND[name], case, LATE, EARLY)
        tasks["turn", name] = partial(_turning, policy, name, case)
    return tasks


def _turning(policy: Policy, name: str, case: Case | Dossier) -> Callable[[], object]:
    """Ask anew, because a report keeps the turn it has found."""
    reports = [policy.check(name, case, on=LATE) for _ in range(AT_A_TIME)]
    return lambda: reports.pop().changes_on


def of_years(policy: Policy) -> dict[Any, Task]:
    """Return the two inquiries that look at every year, for more and more years."""
    return {
        (name, years): ready(policy.check, name, lived_long(years), on=LATE)
        for years in YEARS
        for name in (GROUNDS, EVALUATION)
    }


def of_an_act(policy: Policy) -> dict[Any, Task]:
    """Return the decision to revoke after three unqualified results, and the grounds alone."""
    dossier = lived_long(TYPICAL, grades=("unqualified",))
    consortium = replay(dossier.history, LATE)
    grounds = ("art11.item1",)
    act = Ended(on=LATE, by=BUREAU, on_request=False, document="津科〔2027〕1号", grounds=grounds)
    given = Surroundings(record=dossier.record, listings=dossier.listings)
    decision = decide(policy, consortium, act, LATE, given)
    if not isinstance(decision, Granted):
        msg = f"the act that is timed is not granted: {decision.report.answer.value}"
        raise TypeError(msg)
    return {
        "decide": ready(decide, policy, consortium, act, LATE, given),
        GROUNDS: ready(policy.check, GROUNDS, dossier, on=LATE),
        FORMATION: formation(policy),
    }


def of_many(policy: Policy) -> dict[Any, Task]:
    """Return the plan of a cycle for more and more consortia."""
    cycle, on = Cycle(2026, 3), date(2027, 3, 1)
    return {n: ready(plan_coverage, policy, many(n), cycle, on=on, capacity=n // 3) for n in MANY}


# --- the time it takes ----------------------------------------------------------------------------


def measure(tasks: dict[Any, Task], rounds: int, at_a_time: int = AT_A_TIME) -> Times:
    """Time everything in turn, over and over, so that a slow moment strikes all alike."""
    times: Times = {name: [] for name in tasks}
    for task in tasks.values():
        task()()
    gc.collect()
    gc.freeze()
    gc.disable()
    for _ in range(rounds):
        for name, task in tasks.items():
            run = task()
            start = process_time()
            for _ in range(at_a_time):
                run()
            times[name].append((process_time() - start) / at_a_time)
        gc.collect(0)
    gc.enable()
    gc.unfreeze()
    return times


def paired(times: Times, ours: Any, theirs: Any) -> list[float]:
    """Return the ratios within each round."""
    return [a / b for a, b in zip(times[ours], times[theirs], strict=True)]


def growth(times: Times, name: str) -> list[float]:
    """Return what a year costs on the way from 10 to 30, beside one on the way from 1 to 10."""
    few, _, some, more = (times[name, years] for years in YEARS)
    return [
        ((c - b) / (YEARS[3] - YEARS[2])) / ((b - a) / (YEARS[2] - YEARS[0]))
        for a, b, c in zip(few, some, more, strict=True)
    ]


def exponents(times: Times, less: int, more: int) -> list[float]:
    """Return the power of the number of consortia by which the cost of a plan grows."""
    return [log(ratio) / log(more / less) for ratio in paired(times, more, less)]


# --- what is told ---------------------------------------------------------------------------------


def cell(found: list[float], digits: int = 2) -> str:
    """Return the median and, in brackets, nine tenths of what was found."""
    ordered = sorted(found)
    edge = len(ordered) // 20
    least, most = ordered[edge], ordered[-1 - edge]
    return f"{statistics.median(ordered):.{digits}f} ({least:.{digits}f}–{most:.{digits}f})"


def tell_inquiries(sort: str, times: Times, days: dict[str, int]) -> bool:
    """Print what each inquiry costs, and return whether the promise is kept."""
    print(f"\n{sort}; median (nine tenths of the rounds)")
    print(
        f"{'':<22}{'µs':>6}  {'/ by hand':<20}{'/ ' + FORMATION:<30}{'changes_on / report':<22}days"
    )
    kept = True
    for name in ASKED:
        beside = ""
        if ("by hand", name) in times:
            ratios = paired(times, ("ours", name), ("by hand", name))
            kept &= statistics.median(ratios) <= MOST_TIMES_BY_HAND[name]
            beside = cell(ratios)
        turns = paired(times, ("turn", name), ("ours", name))
        kept &= statistics.median(turns) <= MOST_FOR_A_DAY * days[name]
        print(
            f"{name:<22}{statistics.median(times['ours', name]) * 1e6:>6.0f}  {beside:<20}"
            f"{cell(paired(times, ('ours', name), FORMATION)):<30}{cell(turns, 1):<22}{days[name]}"
        )
    promised = ", ".join(f"{name} {most}" for name, most in MOST_TIMES_BY_HAND.items())
    print(f"at most: / by hand {promised}; changes_on {MOST_FOR_A_DAY} reports for each day asked")
    return kept


def days_asked(report: Report) -> int:
    """Return how many days are asked until the answer turns, or all of them."""
    again, turn = report.again, report.turn
    days = {r.day for r in again.reasons() if r.day > report.on} if again is not None else set()
    return sum(turn is None or day <= turn.day for day in days)


def main() -> int:
    """Compare, measure, print; with ``--assert`` fail where a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assert", dest="strict", action="store_true", help="fail above a bound")
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--histories", type=int, default=400, help="random ones compared first")
    args = parser.parse_args()
    policy = catalogue().select("CN-TJ")
    found = disagreements(policy, args.histories)
    if found:
        print("the two do not say the same:", *found[:20], sep="\n  ")
        return 1
    print(
        f"Python {platform.python_version()}, attrs {version('attrs')}, "
        f"innov-consortium {version('innov-consortium')}; {args.rounds} rounds, no collection "
        f"while timing; equal on {args.histories} random histories"
    )
    kept = [tell(policy.supposing_published(EARLY), args.rounds)]
    kept.append(tell_many(policy.supposing_published(PUBLISHED), max(5, args.rounds // 10)))
    print("\nall promises kept" if all(kept) else "\nNOT all promises kept")
    return int(args.strict and not all(kept))


def tell(policy: Policy, rounds: int) -> bool:
    """Measure and print what is asked of one history."""
    kept = True
    sorts = {"nothing in the way": lived_long(TYPICAL), "little known": little_known(TYPICAL)}
    for sort, dossier in sorts.items():
        about = cases(policy, dossier, known=sort == "nothing in the way")
        days = {n: days_asked(policy.check(n, case, on=LATE)) for n, case in about.items()}
        kept &= tell_inquiries(sort, measure(of_inquiries(policy, about), rounds), days)

    times = measure(of_years(policy), rounds)
    print(f"\nµs by number of evaluated years{'':<8}" + "".join(f"{y:>8}" for y in YEARS))
    for name in (GROUNDS, EVALUATION):
        medians = (statistics.median(times[name, years]) * 1e6 for years in YEARS)
        grown = growth(times, name)
        kept &= statistics.median(grown) <= MOST_GROWTH
        print(f"{name:<39}" + "".join(f"{m:>8.0f}" for m in medians))
        print(f"  a year up to 30 / a year up to 10: {cell(grown)}, linear: at most {MOST_GROWTH}")

    times = measure(of_an_act(policy), rounds)
    of_grounds = paired(times, "decide", GROUNDS)
    kept &= statistics.median(of_grounds) <= MOST_FOR_AN_ACT
    print(
        f"\ndecide to revoke: {statistics.median(times['decide']) * 1e6:.0f} µs; / {GROUNDS}: "
        f"{cell(of_grounds)}, at most {MOST_FOR_AN_ACT}; / {FORMATION}: "
        f"{cell(paired(times, 'decide', FORMATION))}"
    )
    return kept


def tell_many(policy: Policy, rounds: int) -> bool:
    """Measure and print what a plan of a cycle costs."""
    times = measure(of_many(policy), rounds, 1)
    print(f"\nplan_coverage, {rounds} rounds: number of consortia, µs for each")
    for n in MANY:
        print(f"{n:>8,}  {cell([t / n * 1e6 for t in times[n]], 1)}")
    found = exponents(times, MANY[0], MANY[-1])
    print(
        f"exponent from {MANY[0]:,} to {MANY[-1]:,}: {cell(found)}, at most {MOST_EXPONENT}; "
        f"from {MANY[1]:,}: {cell(exponents(times, MANY[1], MANY[2]))}"
    )
    return statistics.median(found) <= MOST_EXPONENT


if __name__ == "__main__":
    sys.exit(main())
