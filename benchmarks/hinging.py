"""What it costs to ask on which readings an answer hinges.

``python benchmarks/hinging.py [--assert]``: everything is a ratio within one run, to one report of
the same question and to asking every reading and every pair of readings one by one.
"""

from __future__ import annotations

import argparse
import platform
import statistics
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import combinations
from pathlib import Path
from time import process_time

from innov_consortium import Case, Dossier, Policy, catalogue
from innov_consortium.core.report import Report
from innov_consortium.interchange import load_case, load_dossier

EXAMPLES = Path(__file__).parents[1] / "examples"
LIFE = "histories/evaluations-to-revocation.json"
ASKED = (
    ("formation", "complete.json", date(2026, 3, 2)),
    ("formation", "one-participant-short.json", date(2026, 3, 2)),
    ("revocation_grounds", LIFE, date(2029, 12, 11)),
    ("project_eligibility", LIFE, date(2028, 1, 5)),
    ("evaluation", LIFE, date(2029, 12, 11)),
    ("procedure", "histories/call-to-withdrawal.json", date(2026, 5, 12)),
)
TIMES = 5
MOST_OF_EVERY_PAIR = 1.1


def case_of(name: str, policy: Policy) -> Case | Dossier:
    text = (EXAMPLES / name).read_bytes()
    return load_dossier(text, policy) if name.startswith("histories") else load_case(text)


def timed(run: Callable[[], object]) -> float:
    times = []
    for _ in range(TIMES):
        begun = process_time()
        run()
        times.append(process_time() - begun)
    return statistics.median(times)


def every_pair(report: Report) -> None:
    """Ask the same as hinges do, with nothing put together."""
    again = report.again
    assert again is not None
    ways = [(c.name, o) for c in report.readings for o in c.question.options if o is not c.option]
    for way in ways:
        again.read(dict([way]))
    for one, other in combinations(ways, 2):
        if one[0] != other[0]:
            again.read(dict([one, other]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assert", dest="asserting", action="store_true")
    asserting = parser.parse_args().asserting
    policy = catalogue().select("CN-TJ").supposing_published(date(2025, 4, 11))
    print(f"CPython {platform.python_version()}, medians of {TIMES}, CPU time of the process")
    print(f"{'question':<20} {'readings':>8} {'ways':>9} {'reports':>8} {'of every pair':>14}  ms")
    for inquiry, name, day in ASKED:
        case = case_of(name, policy)
        report = policy.check(inquiry, case, on=day)
        hinges = policy.hinges(report)
        one = timed(partial(policy.check, inquiry, case, on=day))
        whole = timed(partial(policy.hinges, report))
        brute = timed(partial(every_pair, report))
        ways = "+".join(map(str, hinges.ways))
        print(
            f"{inquiry:<20} {len(hinges.asked):>8} {ways:>9} {whole / one:>8.0f}"
            f" {whole / brute:>14.2f}  {whole * 1000:.0f}"
        )
        if asserting and whole > brute * MOST_OF_EVERY_PAIR:
            msg = f"{inquiry}: {whole / brute:.2f} of asking every pair"
            raise SystemExit(msg)


if __name__ == "__main__":
    main()
