"""Many threads, and several processes, may use one policy at once, even for the first time."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar

from attrs import evolve
from tests.architecture.children import run
from tests.architecture.uses import DAY, IN_FULL, texts

from innov_consortium import Case, Dossier, Interpretation, Report
from innov_consortium.core.policy import Policy
from innov_consortium.interchange import load_case, load_dossier, receipt_of
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.policies.tianjin.bodies import INTERPRETERS
from innov_consortium.rendering import render

T = TypeVar("T")
THREADS = 8
GIVEN = texts()
PUBLISHED = TIANJIN.supposing_published(date(2025, 4, 11))


@contextmanager
def hasty() -> Iterator[None]:
    """Let threads be interrupted as often as can be."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def at_once(use: Callable[[int], T]) -> list[T]:
    """Return what every thread comes to, all beginning at the same moment."""
    barrier = threading.Barrier(THREADS)

    def begin(n: int) -> T:
        barrier.wait()
        return use(n)

    with hasty(), ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(begin, range(THREADS)))


def test_eight_threads_in_a_fresh_process_say_what_one_says() -> None:
    """Structuring, checking, hinges, receipts, schemas and two languages, all for the first time.

    Each thread does the same and begins with something else, so that nothing is made in order.
    """
    (alone,) = run("together", "1", hash_seed="0")
    together = run("together", str(THREADS))
    assert (len(alone) > 150, together) == (True, [alone] * THREADS)


def test_a_policy_with_nothing_at_hand_is_asked_by_eight_threads() -> None:
    """Its plans are made by all of them at once; what is then kept is right for all."""
    case = load_case(GIVEN.cases[IN_FULL])
    dossiers = [load_dossier(text, PUBLISHED) for text in GIVEN.histories.values()]
    day = date(2029, 12, 11)
    asked: list[tuple[str, Case | Dossier, date]]
    asked = [(i.name, case, DAY) for i in PUBLISHED.inquiries if i.of == "application"]
    asked += [(i.name, d, day) for i in PUBLISHED.inquiries if i.of == "history" for d in dossiers]
    alone = [PUBLISHED.check(name, facts, on=on) for name, facts, on in asked]
    for _ in range(5):
        policy = evolve(PUBLISHED)

        def use(n: int, policy: Policy = policy) -> list[Report]:
            mine = [*asked[n:], *asked[:n]]
            made = [policy.check(name, facts, on=on) for name, facts, on in mine]
            return [*made[len(asked) - n :], *made[: len(asked) - n]]

        assert at_once(use) == [alone] * THREADS
        assert [policy.check(name, facts, on=on) for name, facts, on in asked] == alone


def test_more_interpretations_than_are_kept_at_hand_are_asked_by_eight_threads() -> None:
    """What one thread clears away another one may be about to use."""
    case = load_case(GIVEN.cases[IN_FULL])
    options = [(c.name, o.option) for c in PUBLISHED.readings for o in c.question.options][:40]
    cases = [
        evolve(
            case,
            interpretations=(Interpretation(reading=name, option=o, by=INTERPRETERS[0], on=DAY),),
        )
        for name, o in options
    ]
    alone = [PUBLISHED.check("admissibility", one, on=DAY) for one in cases]
    policy = evolve(PUBLISHED)

    def use(n: int) -> list[bool]:
        order = [*range(n, len(cases)), *range(n)]
        return [policy.check("admissibility", cases[i], on=DAY) == alone[i] for i in order]

    assert at_once(use) == [[True] * len(cases)] * THREADS


class Forgetful(dict[Any, Any]):
    """What other threads clear away as soon as something is kept in it."""

    def __setitem__(self, key: Any, value: Any) -> None:
        super().__setitem__(key, value)
        self.clear()


def test_what_is_cleared_away_at_once_is_still_answered() -> None:
    """The worst that other threads can do, done every time."""
    case = load_case(GIVEN.cases[IN_FULL])
    choice = PUBLISHED.readings[0]
    last = list(choice.question.options)[-1]
    settled = Interpretation(reading=choice.name, option=last.option, by=INTERPRETERS[0], on=DAY)
    case, policy = evolve(case, interpretations=(settled,)), evolve(PUBLISHED)
    policy.memo["interpreted"] = Forgetful()
    alone = PUBLISHED.check("formation", case, on=DAY)
    assert policy.check("formation", case, on=DAY) == alone
    assert policy.memo["interpreted"] == {}


def test_one_report_is_asked_on_by_eight_threads() -> None:
    """What a report keeps on demand, its turn, is made by whoever comes first, or by several."""
    dossier = load_dossier(next(iter(GIVEN.histories.values())), PUBLISHED)
    report = PUBLISHED.check("project_eligibility", dossier, on=date(2027, 6, 1))
    fresh = [evolve(report) for _ in range(20)]
    turns = at_once(lambda _: [(one.turn, one.changes_on) for one in fresh])
    assert turns == [[(report.turn, report.changes_on)] * len(fresh)] * THREADS


_FACE = """
import sys, threading
import innov_consortium as ic

names = sorted(set(ic.__all__))
sys.setswitchinterval(1e-6)
barrier = threading.Barrier(8)
failed = []

def use(n):
    barrier.wait()
    try:
        for name in (*names[n * 6:], *names[:n * 6]):
            getattr(ic, name)
        assert ic.catalogue().select("CN-TJ").code == "120000"
    except BaseException as error:
        failed.append(repr(error))

threads = [threading.Thread(target=use, args=(n,)) for n in range(8)]
for one in threads:
    one.start()
for one in threads:
    one.join(60)
print(failed, [one.is_alive() for one in threads].count(True))
"""


def test_the_lazy_face_is_used_by_eight_threads_for_the_first_time() -> None:
    """Modules are imported in eight orders at once; nobody waits for ever."""
    done = subprocess.run(  # noqa: S603 - our own interpreter and text
        [sys.executable, "-c", _FACE], capture_output=True, text=True, check=False, timeout=120
    )
    assert (done.stdout.strip(), done.stderr) == ("[] 0", "")


# --- processes ------------------------------------------------------------------------------------


def asked(policy: Policy, case: Case, inquiry: str) -> tuple[Report, str, str]:
    """Ask in a process that was given a policy and a case."""
    report = policy.check(inquiry, case, on=DAY)
    return report, receipt_of(report, case).seal, render(report, "en")


def test_two_processes_are_given_a_policy_and_cases() -> None:
    """They start from nothing; policy and case are pickled there and the reports back."""
    cases = [load_case(text) for name, text in GIVEN.cases.items() if name.startswith("examples/")]
    inquiries = ("formation", "admissibility")
    given = [(PUBLISHED, case, name) for case in cases for name in inquiries]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        there = list(pool.map(asked, *zip(*given, strict=True)))
    assert there == [asked(*one) for one in given]
