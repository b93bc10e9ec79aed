"""Making up the units a case only counts, and the surroundings of a fact that stands alone."""

from __future__ import annotations

from typing import Any

from innov_consortium.core.policy import Policy
from innov_consortium.core.uscc import check_character
from innov_consortium.testing.cases.given import ABSENT, Facts, a_number
from innov_consortium.testing.cases.problems import NotUnderstoodError

__all__ = ["sample"]

#: The first two places of a code, by kind: registered as an enterprise, or as an institution.
_CATEGORY = {"enterprise": "91"}
_INSTITUTION = "12"
_COUNTED = {
    "enterprises": "enterprise",
    "research_institutions": "research_institution",
    "universities": "university",
    "service_institutions": "service_institution",
    "hospitals": "hospital",
}


def sample(given: Facts, policy: Policy) -> Facts:
    """Return an application with as many units as the case counts, every one a unit of its own.

    Raises:
        NotUnderstoodError: The case neither describes nor counts anybody.
    """
    summary = given.part("participants_summary")
    if summary is None:
        if given.get("field", "construction_field", "key_field", "sector") is ABSENT:
            raise NotUnderstoodError(
                path="given.application", value=None, why="there is no application"
            )
        return Facts({"lead": _unit(policy, 0, "enterprise"), "participants": []}, "application")
    kinds = _kinds(summary)
    lead_kind = summary.text("lead_kind") or "enterprise"
    summary.finish()
    units = [_unit(policy, n, kind) for n, kind in enumerate(kinds, start=1)]
    return Facts(
        {"lead": _unit(policy, 0, lead_kind), "participants": units}, "participants_summary"
    )


def _kinds(summary: Facts) -> list[str]:
    """Return the kind of every participant; those not told apart are institutions."""
    kinds = [kind for name, kind in _COUNTED.items() for _ in range(_number(summary, name) or 0)]
    total = _number(summary, "participants", "total")
    if total is None:
        return kinds
    if total < len(kinds):
        raise NotUnderstoodError(summary.path, total, "fewer participants than are told apart")
    return kinds + ["research_institution"] * (total - len(kinds))


def _number(summary: Facts, *names: str) -> int | None:
    value = summary.get(*names)
    return None if value is ABSENT else a_number(value, summary.name_of(*names))


def _unit(policy: Policy, number: int, kind: str) -> dict[str, Any]:
    body = f"{_CATEGORY.get(kind, _INSTITUTION)}{policy.code}{number:09d}"
    unit = {"name": f"示例单位{number:06d}", "id": body + check_character(body), "kind": kind}
    return {**unit, "college": "示例学院"} if kind == "university" else unit
