"""A plan of how a cycle is to be covered, as a document; it has no consequence for anybody."""

from __future__ import annotations

from typing import Any

from innov_consortium.core.checking import marks_of
from innov_consortium.core.cycles import CoveragePlan, stated_years
from innov_consortium.interchange.reports import fact_value

__all__ = ["COVERAGE_SCHEMA", "unstructure_coverage"]

#: The format of this document, stated under ``schema``.
COVERAGE_SCHEMA = "innov-consortium/coverage/1"


def unstructure_coverage(plan: CoveragePlan) -> dict[str, Any]:
    """Return the document of a plan: the years left, who has no place, and every consortium.

    ``select_now`` and ``later`` repeat whom the years hold, those selected already first.
    """
    number = stated_years(plan.policy)
    return {
        "schema": COVERAGE_SCHEMA,
        "policy": plan.policy.code,
        "provision": None if number is None else number.provision,
        "cycle": {"first": plan.cycle.first, "last": plan.cycle.last},
        "on": plan.on.isoformat(),
        "in_force": plan.in_force.value,
        "marks": [mark.value for mark in marks_of(plan.policy, plan.on)],
        "select_now": list(plan.select_now),
        "later": {str(year): list(names) for year, names in plan.later.items()},
        "awaited": list(plan.awaited),
        "shortfall": list(plan.shortfall),
        "covered": fact_value(dict(plan.covered)),
        "years": [fact_value(year) for year in plan.years],
        "consortia": [fact_value(one) for one in plan.consortia],
    }
