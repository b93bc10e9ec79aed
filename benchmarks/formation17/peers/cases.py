"""What is common to the engines that judge one application at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.formation17.rules import RULES

__all__ = ["OneByOne"]


class OneByOne:
    """Judges dictionaries, one after the other, keeping what it says of each."""

    name = ""
    packages: tuple[str, ...] = ()
    offenders_of = RULES

    def load(self, _applications: Path, _members: Path, cases: Path) -> None:
        """Read the cases."""
        self.cases: list[Any] = json.loads(cases.read_text(encoding="utf-8"))

    def judge(self, case: Any) -> Any:
        """Judge one."""
        raise NotImplementedError

    def failing(self, said: Any) -> dict[str, Iterable[Any]]:
        """Return the failing rules of what was said of one, with the offenders."""
        raise NotImplementedError

    def run(self) -> list[Any]:
        """Judge every case."""
        judge = self.judge
        return [judge(case) for case in self.cases]

    def verdicts(self, found: list[Any]) -> list[Any]:
        """Return the failing rules of each case, and who offends."""
        failing = [{r: tuple(who) for r, who in self.failing(said).items()} for said in found]
        return [(not one, one) for one in failing]
