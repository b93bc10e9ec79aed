"""Boundary tables: below, at and above every threshold of a policy, with the outcome and the law.

The thresholds are found in the clauses and the numbers (:mod:`innov_consortium.core.thresholds`),
the days that facts compare in their source (:mod:`~innov_consortium.testing.boundaries.days`). The
facts around them are templates that a policy brings in its own package, ``boundaries.jsonl``, one
object a line, with the reasons why some days that are compared have no case. What lies below, at
and above is computed from the policy's numbers, so that another number moves the table. Every case
is in the neutral case format and asked through :mod:`innov_consortium.testing.cases`.
"""

from __future__ import annotations

from innov_consortium.testing.boundaries.answers import Answered, answered
from innov_consortium.testing.boundaries.completeness import Unmatched, unmatched
from innov_consortium.testing.boundaries.days import DaysCompared, days_of
from innov_consortium.testing.boundaries.generating import Boundary, boundaries_of
from innov_consortium.testing.boundaries.tables import table
from innov_consortium.testing.boundaries.templates import (
    FILE,
    Template,
    Templates,
    Without,
    templates_of,
)

__all__ = [
    "FILE",
    "Answered",
    "Boundary",
    "DaysCompared",
    "Template",
    "Templates",
    "Unmatched",
    "Without",
    "answered",
    "boundaries_of",
    "days_of",
    "table",
    "templates_of",
    "unmatched",
]
