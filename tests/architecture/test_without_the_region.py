"""The library stands without any policy of its own: with one deleted, core and kit work as before.

A copy of the sources from which the policy is gone is put before them, in a process of its own. The
installed entry point stays, as after a broken update: a plugin that cannot be loaded.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REGION = "tianjin"
KIT = sorted(str(p) for p in ROOT.glob("tests/testing/test_kit_*.py"))
#: The tests that have to hold without it: those of the core and of the kit; of the kit only some
#: unless all are wanted, as in the session ``planted``, for they run a second time here.
TESTS = ("tests/core", *(KIT if os.environ.get("INNOV_CONSORTIUM_ALL_FAULTS") else KIT[:1]))


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the library in it and without the policy."""
    folder = tmp_path_factory.mktemp("without")
    ignore = shutil.ignore_patterns("__pycache__")
    copied = shutil.copytree(
        ROOT / "src" / "innov_consortium", folder / "innov_consortium", ignore=ignore
    )
    shutil.rmtree(copied / "policies" / REGION)
    return folder


def run(sources: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run Python where the copy is what is imported."""
    environment = {**os.environ, "PYTHONPATH": str(sources), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(  # noqa: S603 - this interpreter, on this project's files
        (sys.executable, *command),
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


def test_it_is_the_copy_that_is_imported_and_the_policy_is_gone(sources: Path) -> None:
    """Otherwise the tests below would show nothing."""
    done = run(
        sources,
        "-c",
        f"import importlib.util, innov_consortium as ic; print(ic.__file__);"
        f"print(importlib.util.find_spec('innov_consortium.policies.{REGION}'));"
        f"print([p.code for p in ic.catalogue().policies])",
    )
    assert done.stderr == ""
    file, spec, codes = done.stdout.splitlines()
    assert Path(file).is_relative_to(sources)
    assert spec == "None"
    assert "120000" not in codes


def test_the_tests_of_the_core_and_of_the_kit_hold_without_it(sources: Path) -> None:
    """Every one, as they stand; none is skipped for want of the policy."""
    done = run(sources, "-m", "pytest", "-q", "-p", "no:cacheprovider", *TESTS)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert "skipped" not in done.stdout.splitlines()[-1]


def test_what_the_docstrings_show_holds_without_it(sources: Path) -> None:
    """No example of the library is one of a region."""
    own = ("--import-mode=importlib", "--doctest-modules", f"--rootdir={sources}", "-c", os.devnull)
    done = run(
        sources,
        *("-m", "pytest", "-q", "-p", "no:cacheprovider", *own),
        str(sources / "innov_consortium"),
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert " passed" in done.stdout.splitlines()[-1]
