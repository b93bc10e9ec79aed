"""The library over the two tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
from benchmarks.formation17 import rules
from benchmarks.formation17.answering import failing_rules
from benchmarks.formation17.policy import FORMATION17

from innov_consortium.frames import Assessment, assess

__all__ = ["OurFrames", "OurFramesAtOnce"]

_DAY = date(2028, 1, 1)  # the policy is in force on every day


class OurFrames:
    """``assess``."""

    name = "本库 assess"
    packages = ("innov-consortium", "narwhals", "polars")
    offenders_of = rules.OF_MEMBERS

    def load(self, applications: Path, members: Path, _cases: Path) -> None:
        """Read the two tables."""
        self.applications = pl.read_parquet(applications)
        self.members = pl.read_parquet(members)

    def assess(self, applications: Any, members: Any) -> Assessment:
        """Ask the policy."""
        return assess(FORMATION17, applications, members, on=_DAY)

    def run(self) -> pl.DataFrame:
        """Judge every application."""
        frame = self.assess(self.applications.lazy(), self.members.lazy()).frame
        collected: pl.DataFrame = frame.collect(engine="streaming")
        return collected

    def stream(self, applications: Path, members: Path, into: Path) -> None:
        """Judge what is in files into a file, without having it all in memory."""
        scanned = pl.scan_parquet(applications), pl.scan_parquet(members)
        self.assess(*scanned).frame.sink_parquet(into)

    def offenders(self) -> pl.DataFrame:
        """Return the participants that fail a rule, with their places."""
        place = pl.int_range(pl.len(), dtype=pl.Int64).over("application")
        members = self.members.with_columns(place=place)  # what is not read is kept
        failing: pl.DataFrame = self.assess(self.applications, members).failing()
        return failing

    def verdicts(self, found: pl.DataFrame) -> list[Any]:
        """Return the failing rules of each application, and who offends."""
        return failing_rules(found, self.offenders(), met="met")


class OurFramesAtOnce(OurFrames):
    """Tables that are not lazy, so that what comes out is computed at once."""

    name = "本库 assess，即时表"

    def run(self) -> pl.DataFrame:
        """Judge every application."""
        frame: pl.DataFrame = self.assess(self.applications, self.members).frame
        return frame
