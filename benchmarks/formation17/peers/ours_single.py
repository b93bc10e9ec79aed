"""The library on one application: entities in, a report with every finding out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.formation17.entities import case_of, verdict_of
from benchmarks.formation17.peers.cases import OneByOne
from benchmarks.formation17.policy import FORMATION17

from innov_consortium import Report

__all__ = ["OurCheck"]


class OurCheck(OneByOne):
    """``policy.check``."""

    name = "本库 check"
    packages = ("innov-consortium", "attrs")

    def load(self, applications: Path, members: Path, cases: Path) -> None:
        """Read the cases, and make them entities, as a host holds them."""
        super().load(applications, members, cases)
        self.cases = [case_of(case) for case in self.cases]

    def judge(self, case: Any) -> Report:
        """Judge one."""
        return FORMATION17.check("formation", case[0], on=case[1])

    def failing(self, said: Report) -> dict[str, Any]:
        """Return the failing rules of a report."""
        return verdict_of(said)
