"""The tests that are installed: which edition they ask about, as a user of pytest says it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from tests.cli.test_editions import NEW, OLD, SECOND, files_of

Ran = Callable[..., subprocess.CompletedProcess[str]]

_TWO = '''"""Two editions of one region."""
from datetime import date
from innov_consortium.hooks import hookimpl
from innov_consortium.core.policy import Policy
from nowhere import first, second


@hookimpl
def innov_policies() -> tuple[Policy, ...]:
    return (
        first.POLICY.supposing_published(date(2026, 1, 5)),
        second.POLICY.supposing_published(date(2030, 4, 11)),
    )
'''


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """Run the installed tests where a package of two editions is installed."""
    folder = tmp_path_factory.mktemp("installed")
    told = folder / "nowhere-1.0.dist-info"
    files = {"nowhere/__init__.py": _TWO, "nowhere/py.typed": ""}
    for edition, texts in (("first", files_of(OLD)), ("second", files_of(NEW, **SECOND))):
        for name, text in texts.items():
            files[f"nowhere/{edition}/{name}"] = text.replace("{package}", f"nowhere.{edition}")
    files[f"{told.name}/METADATA"] = "Metadata-Version: 2.1\nName: nowhere\nVersion: 1.0\n"
    files[f"{told.name}/entry_points.txt"] = "[innov_consortium]\nnowhere = nowhere\n"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        pyargs = ("--pyargs", "innov_consortium.testing.installed", "--policy", "970000")
        return subprocess.run(  # noqa: S603 - this Python, and the tests of the library
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *pyargs, *arguments],
            cwd=folder,
            env={**os.environ, "PYTEST_ADDOPTS": "", "PYTHONPATH": str(folder)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


def names(ran: subprocess.CompletedProcess[str]) -> list[str]:
    return [line.partition("::")[2] for line in ran.stdout.splitlines() if "::" in line]


def test_each_edition_has_its_tests(asked: Ran) -> None:
    """Named by the edition where there are two."""
    found = names(asked("--collect-only", "-k", "art1"))
    assert len(found) == 8
    assert len({name.partition("[")[2].partition("-")[0] for name in found}) == 2


def test_a_day_names_the_edition(asked: Ran) -> None:
    """And its tests pass; their names are those of a region with one text."""
    ran = asked("--on", NEW, "-k", "art3.s2 or windows", "-vv")
    assert ran.returncode == 0, ran.stdout
    assert {name.split()[0] for name in names(ran)} == {
        "test_check[windows]",
        "test_provision[art3.s2]",
    }


def test_what_names_no_edition_is_told(asked: Ran) -> None:
    """No test is made, and the run does not pass."""
    ran = asked("--without", "nowhere")
    assert ran.returncode == pytest.ExitCode.INTERRUPTED
    assert "没有 '970000' 的政策" in ran.stdout
