"""The same clauses over data frames (extra ``frames``).

A population is two tables: one row an application, one row a participating unit. Every clause that
decides a single case is called once, with columns for its facts, and says the same of all rows.
"""

from __future__ import annotations

from innov_consortium.frames.assessing import assess, tables_of
from innov_consortium.frames.assessment import Assessment, Checked, Difference
from innov_consortium.frames.codes import outcome_column
from innov_consortium.frames.comparing import Comparison, Share, compare, sweep
from innov_consortium.frames.populations import Population, population_of
from innov_consortium.frames.terms import Column

__all__ = [
    "Assessment",
    "Checked",
    "Column",
    "Comparison",
    "Difference",
    "Population",
    "Share",
    "assess",
    "compare",
    "outcome_column",
    "population_of",
    "sweep",
    "tables_of",
]
