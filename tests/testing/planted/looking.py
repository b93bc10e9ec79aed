"""Run the kit on a copy of the package, in a process that has seen no other copy."""

from __future__ import annotations

import importlib
import multiprocessing
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path
from types import ModuleType

from attrs import frozen

from innov_consortium.core.policy import Policy
from innov_consortium.plugins import collect, instead
from innov_consortium.testing import check_policy

__all__ = ["Found", "look", "processes"]

#: The day whose text is looked at, should a copy have several.
_DAY = date(2026, 3, 2)

#: What every process would import anyhow; imported once, before any copy is seen.
_BEFOREHAND = [
    "polars",
    "innov_consortium.frames",
    "innov_consortium.interchange",
    "innov_consortium.testing",
    "tests.testing.planted.looking",
]


@frozen
class Found:
    """What the catalogue and the kit say of a copy.

    Args:
        conforms: Whether nothing is wrong with it.
        said: Everything that is said to be wrong: the check, the place, the provisions, the words.
    """

    conforms: bool
    said: tuple[str, ...]

    def names(self, place: str) -> bool:
        """Whether something found names a place: as a whole word, not as part of a longer name."""
        whole = re.compile(rf"(?<![\w.]){re.escape(place)}(?!\w)")
        return any(whole.search(words) for words in self.said)


def look(copy: Path) -> Found:
    """Offer the policies of a copy to a catalogue of its own and hold that of today to the kit.

    To be called once in a process, by :func:`processes`.
    """
    sys.path.insert(0, str(copy / "src"))
    of_copy = collect([("shuiyun", "", _imported)])
    refused = tuple(f"refused {one.plugin}: {one.reason}" for one in of_copy.refused)
    if refused or not of_copy.policies:
        return Found(conforms=False, said=refused)
    imported = Path(_imported().__file__ or "")
    if not imported.is_relative_to(copy):
        msg = f"{imported} is not in the copy"
        raise ImportError(msg)
    with instead(of_copy), redirect_stdout(StringIO()):
        return _checked(of_copy.select("CN-SY", on=_DAY))


def _imported() -> ModuleType:
    return importlib.import_module("innov_policy_shuiyun")


def _checked(policy: Policy) -> Found:
    result = check_policy(policy, mutants="none")
    said = tuple(
        f"{flaw.check} {flaw.subject} {flaw.where} {' '.join(flaw.provisions)} {flaw.zh} {flaw.en}"
        for flaw in result.flaws
    )
    return Found(conforms=result.conforms, said=said)


def processes(number: int) -> ProcessPoolExecutor:
    """Return what runs :func:`look`, each call in a process of its own."""
    has = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in has else "spawn")
    context.set_forkserver_preload(_BEFOREHAND)
    return ProcessPoolExecutor(number, mp_context=context, max_tasks_per_child=1)
