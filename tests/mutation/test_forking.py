"""Nothing is noticed by tests that are not there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

pytest.importorskip("mutmut")

from mutation.anew import Anew
from mutation.forking import Ended, Forking
from mutation.generic import mutants_in

FILE = "src/innov_consortium/core/one.py"
SOURCE = """def three():
    return 1 + 2
"""
TESTS = """from innov_consortium.core.one import three


def test_that_notices() -> None:
    assert three() == 3


def test_with_blanks() -> None:
    assert three() > 0
"""


def ran(tests: Iterable[str]) -> list[Ended]:
    """Return how runs in a child ended in which nothing was changed; no test is collected."""
    forking = Forking(lambda _: None)
    return [forking.run(lambda: None, [test], lambda _: 0.0) for test in tests]


def test_what_no_test_looks_at_survives() -> None:
    """A child without tests must not be taken for one in which a test failed."""
    assert {one.how for one in ran(["tests/nowhere.py::test_a"])} == {"survived"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project of one function, with one test that notices and one that does not."""
    root = tmp_path / "project"
    for file, text in (
        (FILE, SOURCE),
        ("src/innov_consortium/__init__.py", ""),
        ("src/innov_consortium/pytest_options.py", ""),  # the plugin that pytest loads
        ("src/innov_consortium/core/__init__.py", ""),
        ("tests/test_one.py", TESTS),
    ):
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")
    return root


def test_from_its_source_a_mutant_is_noticed_by_the_test_that_fails(root: Path) -> None:
    """And by no other; the copy is as it was afterwards, and without tests nothing is noticed."""
    anew = Anew(root, root.parent / "copy")
    mutant = next(m for m in mutants_in(root, FILE) if m.before == "1")
    notices, blind = ("tests/test_one.py::test_" + name for name in ("that_notices", "with_blanks"))
    ended = anew.run(mutant, [blind, notices], 1.0)
    assert (ended.how, ended.by) == ("killed", notices)
    assert anew.run(mutant, [blind], 1.0).how == "survived"
    assert anew.run(mutant, [], 1.0).how == "survived"
    assert (anew.home / FILE).read_text("utf-8") == SOURCE
    with pytest.raises(RuntimeError, match="no test failed"):
        anew.run(mutant, ["tests/test_one.py::test_that_is_not_there"], 1.0)
