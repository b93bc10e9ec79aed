"""Running tests against mutants: collect once, then one child process for each mutant.

A child changes what exists, forgets what policies have made on demand, runs the tests chosen for
the mutant and stops at the first that fails. Nothing is written, and the parent never runs a test.
A test that fails in a child in which nothing was changed notices nothing: every test that fails is
run there as well, once.
"""

from __future__ import annotations

import contextlib
import gc
import os
import resource
import signal
import time
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from attrs import frozen

from innov_consortium.core.policy import Policy

__all__ = ["Ended", "Forking"]

_PASSED, _FAILED, _BROKEN = 0, 1, 2
#: A child may take this many times as long as its tests did, and some seconds more.
_PATIENCE = 8
_GRACE = 20.0
_MORE_MEMORY = 2 << 30


@frozen
class Ended:
    """How a mutant ended.

    Args:
        how: ``killed``, ``survived``, ``timeout``, or ``cannot`` where the change cannot be made in
            a process that runs.
        by: The test that noticed it; empty if none did.
        tests: How many tests were chosen.
        seconds: How long it took.
    """

    how: str
    by: str
    tests: int
    seconds: float


class Forking:
    """A pytest plugin that hands the collected tests to a job instead of running them.

    Args:
        job: What is done with them; it calls :meth:`run` for every mutant.
    """

    def __init__(self, job: Callable[[Forking], None]) -> None:
        self.job = job
        self.items: dict[str, pytest.Item] = {}
        self.policies: list[Policy] = []
        self.sound: dict[str, bool] = {}  # whether a test passes in a child without a change

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Do the job instead of running the tests."""
        self.items = {item.nodeid: item for item in session.items}
        self.policies = [one for one in gc.get_objects() if type(one) is Policy]
        self.job(self)
        return True

    def run(
        self, change: Callable[[], Any], tests: Iterable[str], expected: Callable[[str], float]
    ) -> Ended:
        """Run tests in a child in which something was changed, up to the first that fails.

        Args:
            change: Changes it; an exception means that it cannot be changed.
            tests: The tests by their ids, in the order in which they are run.
            expected: How long a test took without a change, in seconds.
        """
        wanted = [test for test in tests if self.sound.get(test, True)]
        ended = self._ran(change, wanted, expected)
        if ended.how == "killed" and ended.by and ended.by not in self.sound:
            control = self._ran(_unchanged, [ended.by], expected)
            self.sound[ended.by] = control.how == "survived"
        if self.sound.get(ended.by, True):
            return ended
        return self.run(change, wanted, expected)

    def _ran(
        self, change: Callable[[], Any], tests: Iterable[str], expected: Callable[[str], float]
    ) -> Ended:
        chosen = [self.items[test] for test in tests if test in self.items]
        if not chosen:
            return Ended("survived", "", 0, 0.0)
        limit = _PATIENCE * sum(expected(item.nodeid) for item in chosen) + _GRACE
        begun = time.perf_counter()
        reader, writer = os.pipe()
        gc.freeze()  # a child that collects garbage would copy every page
        child = os.fork()
        if child == 0:
            os.close(reader)
            self._be_a_child(change, chosen, writer)
        os.close(writer)
        code = _waited(child, limit)
        with os.fdopen(reader, encoding="utf-8") as pipe:
            by = pipe.read()
        how = {None: "timeout", _PASSED: "survived", _FAILED: "killed", _BROKEN: "cannot"}
        told = how.get(code, "killed")  # one that ends its process is noticed as well
        return Ended(told, by, len(chosen), time.perf_counter() - begun)

    def _be_a_child(
        self, change: Callable[[], Any], chosen: list[pytest.Item], writer: int
    ) -> None:
        code = _FAILED
        try:
            os.setpgid(0, 0)
            _limit_memory()
            _silence()
            try:
                change()
            except Exception:  # noqa: BLE001 - whatever it is, the change is not made
                code = _BROKEN
                return
            for policy in self.policies:
                policy.memo.clear()
            for item, following in zip(chosen, [*chosen[1:], None], strict=True):
                if not _passes(item, following):
                    os.write(writer, item.nodeid.encode())
                    return
            code = _PASSED
        finally:
            os._exit(code)


def _unchanged() -> None:
    """Change nothing."""


def _passes(item: pytest.Item, following: pytest.Item | None) -> bool:
    from _pytest.runner import runtestprotocol  # noqa: PLC0415 - what xdist uses as well

    reports = runtestprotocol(item, log=False, nextitem=following)
    return not any(report.failed for report in reports)


def _limit_memory() -> None:
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (4 * used + _MORE_MEMORY, hard))


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _waited(child: int, limit: float) -> int | None:
    """Return the exit status of a child; ``None`` if it had to be ended."""
    until = time.monotonic() + limit
    pause = 0.002
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)
    for end in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError):
            end(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None
