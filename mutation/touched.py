"""Which tests run which lines of the core and the policies, and how long each takes.

Every test is run once, with nothing kept from the tests before it that a policy makes on demand.
What a fixture shared by several tests runs, and what a module runs when it is collected, counts for
every test that rests on it. A test that fails as it is notices nothing and is left out.
"""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import coverage
import pytest
from attrs import field, frozen

from innov_consortium.core.policy import Policy

__all__ = ["Touched", "Watching"]


@frozen
class Touched:
    """What was seen.

    Args:
        seconds: How long each test took, by its id.
        lines: For each file, by its path from the root, and each of its lines, the tests that run
            it, as places in ``seconds``.
    """

    seconds: dict[str, float]
    lines: dict[str, dict[int, tuple[int, ...]]] = field(repr=False)

    def write(self, path: Path) -> None:
        """Write it down."""
        path.write_text(json.dumps({"seconds": self.seconds, "lines": self.lines}), "utf-8")

    @classmethod
    def read(cls, path: Path) -> Touched:
        """Read what was written down."""
        held = json.loads(path.read_text("utf-8"))
        lines = {
            file: {int(line): tuple(tests) for line, tests in found.items()}
            for file, found in held["lines"].items()
        }
        return cls(held["seconds"], lines)

    def joined(self, other: Touched) -> Touched:
        """Return what was seen in two runs of different tests."""
        places = {n: len(self.seconds) + n for n in range(len(other.seconds))}
        lines = {file: dict(found) for file, found in self.lines.items()}
        for file, found in other.lines.items():
            there = lines.setdefault(file, {})
            for line, tests in found.items():
                there[line] = (*there.get(line, ()), *(places[n] for n in tests))
        return Touched({**self.seconds, **other.seconds}, lines)

    def tests(self, file: str, first: int, last: int) -> frozenset[str]:
        """Return the tests that run one of the lines from a first to a last one."""
        ids = list(self.seconds)
        there = self.lines.get(file, {})
        return frozenset(ids[n] for line in range(first, last + 1) for n in there.get(line, ()))


class Watching:
    """A pytest plugin that watches a whole run."""

    def __init__(self, root: Path) -> None:
        self.root = root
        included = [f"{root}/src/innov_consortium/{part}/*" for part in ("core", "policies")]
        self.coverage = coverage.Coverage(data_file=None, include=included, config_file=False)
        self.seconds: dict[str, float] = {}
        self.rests_on: dict[str, list[str]] = {}  # a context → the tests that rest on it
        self.now = ""
        self.policies: list[Policy] = []
        self.failing: set[str] = set()

    def _switch(self, context: str) -> str:
        before, self.now = self.now, context
        self.coverage.switch_context(context)
        return before

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionstart(self) -> None:
        """Begin to watch before anything is collected."""
        self.coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> Generator[None, Any, Any]:
        """Keep what a file runs when it is collected apart."""
        before = self._switch(f"collect:{collector.nodeid.partition('::')[0]}")
        try:
            return (yield)
        finally:
            self._switch(before)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Note what the tests rest on."""
        for item in session.items:
            file = f"collect:{item.nodeid.partition('::')[0]}"
            self.rests_on.setdefault(file, []).append(item.nodeid)
            info = getattr(item, "_fixtureinfo", None)
            for definitions in info.name2fixturedefs.values() if info is not None else ():
                for one in definitions:
                    self.rests_on.setdefault(_fixture(one), []).append(item.nodeid)
        self.policies = [one for one in gc.get_objects() if type(one) is Policy]

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Generator[None, Any, Any]:
        """Keep what a shared fixture runs apart."""
        if fixturedef.scope == "function":
            return (yield)
        before = self._switch(_fixture(fixturedef))
        try:
            return (yield)
        finally:
            self._switch(before)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        """Watch one test."""
        for policy in self.policies:
            policy.memo.clear()
        self._switch(item.nodeid)
        begun = time.perf_counter()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = time.perf_counter() - begun
            self._switch("")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a test that fails without a mutant: it can notice none."""
        if report.failed:
            self.failing.add(report.nodeid)

    def touched(self) -> Touched:
        """Return what was seen."""
        self.coverage.stop()
        data = self.coverage.get_data()
        seconds = {t: s for t, s in self.seconds.items() if t not in self.failing}
        places = {test: n for n, test in enumerate(seconds)}
        lines: dict[str, dict[int, tuple[int, ...]]] = {}
        for file in data.measured_files():
            relative = Path(file).relative_to(self.root).as_posix()
            lines[relative] = {
                line: tuple(sorted(set(self._tests(contexts, places))))
                for line, contexts in data.contexts_by_lineno(file).items()
            }
        return Touched(seconds, lines)

    def _tests(self, contexts: list[str], places: dict[str, int]) -> Iterator[int]:
        for context in contexts:
            for test in (context, *self.rests_on.get(context, ())):
                if test in places:
                    yield places[test]


def _fixture(definition: Any) -> str:
    return f"fixture:{definition.baseid}::{definition.argname}"
