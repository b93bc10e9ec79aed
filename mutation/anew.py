"""Running tests against a mutant from its changed source, in a process of its own.

A policy is put together when its package is imported, and so is much of the core; code changed
afterwards (:mod:`mutation.forking`) alters nothing that was made by then. What survives there is
run again from the changed source, which takes seconds for each.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from mutation.forking import Ended
from mutation.generic import PARTS, SourceMutant

__all__ = ["Anew"]

#: Every test passed, or there was none.
_SURVIVED = (0, 5)
#: What pytest says where the mutant cannot even be imported.
_NOT_IMPORTED = ("while loading conftest", "while loading plugin")
#: Prints which lines run when everything installed is imported and put together.
_IMPORTING = """
import json, sys, coverage
seen = coverage.Coverage(data_file=None, include=sys.argv[1:], config_file=False)
seen.start()
from innov_consortium import catalogue
from innov_consortium.frames.assessing import tables_of
for policy in catalogue().policies:
    tables_of(policy)
seen.stop()
data = seen.get_data()
print(json.dumps({file: data.lines(file) for file in data.measured_files()}))
"""
_PATIENCE = 8
_GRACE = 60.0
_LEFT = shutil.ignore_patterns(".*", "__pycache__", "_build")
_QUIET = ("-x", "-q", "-p", "no:cacheprovider", "--no-header", "--tb=no", "--hypothesis-seed=0")


class Anew:
    """A copy of the project in which one file at a time is a mutant.

    Args:
        root: The root of the project.
        home: Where the copy is made; it must not exist.
    """

    def __init__(self, root: Path, home: Path) -> None:
        self.root = root
        self.home = home
        self.sound: dict[str, bool] = {}  # whether a test passes in the copy without a change
        shutil.copytree(root, home, ignore=_LEFT)

    @cached_property
    def imported(self) -> dict[str, frozenset[int]]:
        """The lines that run when everything is imported, by file."""
        included = [f"{self.home}/src/innov_consortium/{part}/*" for part in PARTS]
        printed = self._said((sys.executable, "-c", _IMPORTING, *included), _GRACE).stdout
        found: dict[str, list[int]] = json.loads(printed)
        home = self.home.resolve()
        return {
            Path(file).resolve().relative_to(home).as_posix(): frozenset(lines)
            for file, lines in found.items()
        }

    def concerns(self, mutant: SourceMutant) -> bool:
        """Return whether what is changed runs when it is imported."""
        first, last = mutant.span
        return not self.imported.get(mutant.file, frozenset()).isdisjoint(range(first, last + 1))

    def run(self, mutant: SourceMutant, tests: Iterable[str], expected: float) -> Ended:
        """Run tests against a mutant, up to the first that fails.

        Args:
            mutant: The mutant.
            tests: The tests, by their ids.
            expected: How long they took without a change, in seconds.
        """
        begun = time.perf_counter()
        wanted = [test for test in tests if self.sound.get(test, True)]
        if not wanted:
            return Ended("survived", "", 0, time.perf_counter() - begun)
        file = self.home / mutant.file
        file.write_text(mutant.text, encoding="utf-8")
        try:
            how, by = self._ran(wanted, _PATIENCE * expected + _GRACE)
        finally:
            shutil.copyfile(self.root / mutant.file, file)
        if by in wanted and by not in self.sound:
            self.sound[by] = self._ran([by], _GRACE)[0] == "survived"
        if by in wanted and not self.sound[by]:
            return self.run(mutant, [test for test in wanted if test != by], expected)
        return Ended(how, by, len(wanted), time.perf_counter() - begun)

    def _ran(self, tests: list[str], limit: float) -> tuple[str, str]:
        """Return how it ended, and the test that failed; empty if nothing came to a test."""
        try:
            done = self._said((sys.executable, "-m", "pytest", *_QUIET, *tests), limit)
        except subprocess.TimeoutExpired:
            return "timeout", ""
        if done.returncode in _SURVIVED:
            return "survived", ""
        lines = done.stdout.splitlines()
        failed = [
            line.partition(" ")[2] for line in lines if line.startswith(("FAILED ", "ERROR "))
        ]
        if not failed and not any(said in done.stderr for said in _NOT_IMPORTED):
            msg = f"pytest ended with {done.returncode} and no test failed:\n{done.stderr}"
            raise RuntimeError(msg)
        return "killed", failed[0].partition(" - ")[0] if failed else ""

    def _said(self, command: tuple[str, ...], limit: float) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join((str(self.home / "src"), str(self.home)))
        settings = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(  # noqa: S603 - the tests of this project
            command,
            cwd=self.home,
            env=settings,
            timeout=limit,
            capture_output=True,
            check=False,
            text=True,
        )
