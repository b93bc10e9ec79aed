"""Polars, written by hand: one lazy query over the two tables, the seventeen outcomes, the answer.

Null is unknown, by Kleene's logic, as in the library: ``all(ignore_nulls=False)`` over the members,
and the comparisons of Polars elsewhere. The members are counted and tested in one grouping, and the
streaming engine computes it, which is twice as fast here as the other one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
from benchmarks.formation17 import rules
from benchmarks.formation17.answering import failing_rules
from benchmarks.formation17.rules import (
    ANSWERS,
    FIRST_DAY,
    HEADS,
    LAST_DAY,
    LISTS,
    MOST_CONSORTIA,
    MOST_LEADS,
    ORGANS,
    OUTCOMES,
    PARTICIPANTS,
    QUALIFIED,
    RULES,
)

__all__ = ["PolarsQuery", "PolarsTruths", "query"]

col = pl.col
_JOINS_FEW = col("existing") + 1 <= MOST_CONSORTIA


def query(applications: pl.LazyFrame, members: pl.LazyFrame) -> pl.LazyFrame:
    """Return one row an application with a truth value for each rule; null is unknown."""
    counted = members.group_by("application").agg(
        participants=pl.len(),
        enterprises=(col("kind") == "enterprise").sum(),
        unknown_kinds=col("kind").null_count(),
        joins_few=_JOINS_FEW.all(ignore_nulls=False),
        signed_by_all=col("signed").all(ignore_nulls=False),
    )
    joined = applications.join(counted, on="application", how="left")
    return joined.select("application", **_tests())


def _tests() -> dict[str, pl.Expr]:
    day, members = col("filed_on"), col("participants").fill_null(0)
    kinds_known = col("unknown_kinds").fill_null(0) == 0
    enterprises = pl.when(kinds_known).then(col("enterprises").fill_null(0))
    first = (col("bars") >= 1) & day.is_between("bar_1_first", "bar_1_last")
    second = (col("bars") >= 2) & day.is_between("bar_2_first", "bar_2_last")
    return {
        "qualified_lead": col("lead_kind").is_in(QUALIFIED),
        "seated_in_region": col("lead_in_region"),
        "operating": col("lead_operating"),
        "leads_few": col("leads_elsewhere") + 1 <= MOST_LEADS,
        "enough_participants": members >= PARTICIPANTS,
        "enough_enterprises": 2 * enterprises >= members,
        "joins_few": col("joins_few"),
        "signed_by_all": col("signed_by_all"),
        "agreement_complete": pl.all_horizontal([f"stated__{head}" for head in HEADS]),
        **{f"{organ}_organ": col(f"{organ}_organ_set_up") for organ in ORGANS},
        "technologist_in_post": col("technologist_named"),
        "lists_drawn_up": pl.all_horizontal([f"drawn_up__{one}" for one in LISTS]),
        "not_barred": ~(first | second),
        "begun": day >= FIRST_DAY,
        "not_over": day <= LAST_DAY,
    }


def in_words(truth: pl.Expr, words: tuple[str, str, str]) -> pl.Expr:
    """Return a truth value as one of three words: for false, for true and for unknown."""
    enum = pl.Enum(words)
    false, true, unknown = (pl.lit(word, dtype=enum) for word in words)
    return pl.when(truth).then(true).when(truth.is_null()).then(unknown).otherwise(false)


class PolarsTruths:
    """The same query with truth values; what is least that anybody could ask for."""

    name = "Polars 手写，布尔列"
    packages = ("polars",)
    offenders_of = rules.OF_MEMBERS

    def load(self, applications: Path, members: Path, _cases: Path) -> None:
        """Read the two tables."""
        self.applications = pl.read_parquet(applications)
        self.members = pl.read_parquet(members)

    def lazily(self, applications: pl.LazyFrame, members: pl.LazyFrame) -> pl.LazyFrame:
        """Return the outcomes and the answer."""
        answer = pl.all_horizontal(RULES)
        return query(applications, members).with_columns(answer=answer)

    def run(self) -> pl.DataFrame:
        """Judge every application."""
        found = self.lazily(self.applications.lazy(), self.members.lazy())
        return found.collect(engine="streaming")

    def stream(self, applications: Path, members: Path, into: Path) -> None:
        """Judge what is in files into a file, without having it all in memory."""
        scanned = pl.scan_parquet(applications), pl.scan_parquet(members)
        self.lazily(*scanned).sink_parquet(into)

    def offenders(self) -> pl.DataFrame:
        """Return the participants that fail a rule, with their places."""
        place = pl.int_range(pl.len(), dtype=pl.Int64).over("application")
        tests = {"joins_few": _JOINS_FEW, "signed_by_all": col("signed")}
        rows = self.members.lazy().select("application", place.alias("place"), **tests)
        return rows.filter(~pl.all_horizontal(rules.OF_MEMBERS)).collect(engine="streaming")

    def verdicts(self, found: pl.DataFrame) -> list[Any]:
        """Return the failing rules of each application, and who offends."""
        return failing_rules(found, self.offenders(), met=True)


class PolarsQuery(PolarsTruths):
    """The query with enumerations, as the library gives them: what is compared."""

    name = "Polars 手写"

    def lazily(self, applications: pl.LazyFrame, members: pl.LazyFrame) -> pl.LazyFrame:
        """Return the outcomes and the answer, as words."""
        every = pl.all_horizontal(RULES)
        return query(applications, members).select(
            "application",
            answer=in_words(every, ANSWERS),
            **{rule: in_words(col(rule), OUTCOMES) for rule in RULES},
        )

    def verdicts(self, found: pl.DataFrame) -> list[Any]:
        """Return the failing rules of each application, and who offends."""
        truths = {
            rule: pl.col(rule).replace_strict({True: "met", False: "not_met"})
            for rule in rules.OF_MEMBERS
        }
        return failing_rules(found, self.offenders().with_columns(**truths), met="met")
