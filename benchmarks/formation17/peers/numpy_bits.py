"""NumPy, written by hand: a bit for each failing rule. It knows no null: every value is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from benchmarks.formation17 import rules
from benchmarks.formation17.rules import (
    FIRST_DAY,
    HEADS,
    LAST_DAY,
    LISTS,
    MOST_CONSORTIA,
    MOST_LEADS,
    ORGANS,
    PARTICIPANTS,
    RULES,
)

__all__ = ["NumpyBits"]

_EPOCH = 719_163
_NEVER = np.iinfo(np.int32).min


class NumpyBits:
    """Arrays in, a mask of failing rules out; the members of an application stand together."""

    name = "NumPy（位）"
    packages = ("numpy",)
    offenders_of = rules.OF_MEMBERS

    def load(self, applications: Path, members: Path, _cases: Path) -> None:
        """Read the two tables into arrays; words become numbers and a missing day a first one."""
        table, rows = pl.read_parquet(applications), pl.read_parquet(members)
        days = table.select(pl.col(pl.Date).cast(pl.Int32).fill_null(_NEVER))
        self.days = {name: days[name].to_numpy() for name in days.columns}
        truths = table.select(pl.col(pl.Boolean))
        self.truths = {name: truths[name].to_numpy() for name in truths.columns}
        self.qualified = table["lead_kind"].is_in(rules.QUALIFIED).to_numpy()
        self.leads_elsewhere = table["leads_elsewhere"].to_numpy()
        self.keys = table["application"].to_numpy()
        self.of = rows["application"].to_numpy()
        self.enterprise = (rows["kind"] == "enterprise").to_numpy()
        self.existing = rows["existing"].to_numpy()
        self.signed = rows["signed"].to_numpy()

    def run(self) -> np.ndarray[Any, Any]:
        """Judge every application."""
        starts = np.searchsorted(self.of, self.keys)
        sizes = np.diff(np.append(starts, self.of.size))
        enterprises = np.add.reduceat(self.enterprise, starts, dtype=np.int32)
        t, day = self.truths, self.days["filed_on"]
        bars = [(self.days[f"bar_{n}_first"], self.days[f"bar_{n}_last"]) for n in (1, 2)]
        barred = np.logical_or(*[(first <= day) & (day <= last) for first, last in bars])
        fails = (
            ~self.qualified,
            ~t["lead_in_region"],
            ~t["lead_operating"],
            self.leads_elsewhere + 1 > MOST_LEADS,
            sizes < PARTICIPANTS,
            2 * enterprises < sizes,
            np.logical_or.reduceat(self.existing + 1 > MOST_CONSORTIA, starts),
            ~np.logical_and.reduceat(self.signed, starts),
            ~np.logical_and.reduce([t[f"stated__{head}"] for head in HEADS]),
            *[~t[f"{organ}_organ_set_up"] for organ in ORGANS],
            ~t["technologist_named"],
            ~np.logical_and.reduce([t[f"drawn_up__{one}"] for one in LISTS]),
            barred,
            day < FIRST_DAY.toordinal() - _EPOCH,
            day > LAST_DAY.toordinal() - _EPOCH,
        )
        mask = np.zeros(self.keys.size, np.uint32)
        for bit, failing in enumerate(fails):
            mask |= failing.astype(np.uint32) << np.uint32(bit)
        return mask

    def verdicts(self, found: np.ndarray[Any, Any]) -> list[Any]:
        """Return the failing rules of each application, and who offends."""
        offends = {"joins_few": self.existing + 1 > MOST_CONSORTIA, "signed_by_all": ~self.signed}
        starts = np.append(np.searchsorted(self.of, self.keys), self.of.size)
        verdicts = []
        for n, mask in enumerate(found.tolist()):
            here = slice(starts[n], starts[n + 1])
            failing = {rule: () for bit, rule in enumerate(RULES) if mask >> bit & 1}
            who = {
                rule: tuple(np.flatnonzero(offends[rule][here]).tolist())
                for rule in rules.OF_MEMBERS
                if rule in failing
            }
            verdicts.append((not mask, {**failing, **who}))
        return verdicts
