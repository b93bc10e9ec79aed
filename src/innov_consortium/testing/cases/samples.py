"""Making up the units a case only counts, and the surroundings of a fact that stands alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from innov_consortium.core.policy import Policy
from innov_consortium.core.uscc import check_character
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.given import ABSENT, Facts, a_number
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.regional import regional_words

__all__ = [
    "domicile_made_up",
    "made_up",
    "office_of",
    "sample",
    "whole_agreement",
    "whole_application",
]

#: As many participants as are enough under any reading.
_ENOUGH = 8
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


def domicile_made_up(policy: Policy) -> str:
    """Return where a lead is if a case does not say: a district, or at least the region."""
    return regional_words(policy).lead_domicile or policy.code


def office_of(place: str) -> str:
    """Return the department of a district or zone."""
    return f"{place}科技主管部门"


def whole_application(policy: Policy, members: Mapping[str, Any], lead: str | None) -> Facts:
    """Return an application to which nothing is wanting, where that is not at issue.

    Args:
        policy: The policy asked.
        members: What the case says of the members and of the rest.
        lead: The name of the lead, where the case names nobody as such.
    """
    units = made_up(policy, _ENOUGH + 1)
    if lead is not None:
        units[0]["name"] = lead
    body = next(iter(policy.approving_bodies), "attested")
    whole = {
        "lead": units[0],
        "participants": units[1:],
        "lead_facts": {
            **_operation(policy, body),
            "lead_category": {"value": "leading_enterprise", "attested_by": body},
            "strategic_force_attested": True,
            "judgement_qualities_attested": True,
            "other_active_consortia_led": 0,
        },
        "participant_quality_attested": True,
        "organs": ["decision", "advisory", "executive"],
        "lead_principal": "示例一",
        "chief_technologist": {
            "name": "示例二",
            "qualification": "strategic_scientist",
            "attested_by": body,
        },
        "lists": ["major_scientific_questions", "key_core_technologies", "target_outcomes"],
        "intention_to_unite": "every member",
        "cooperation_basis_fields": ["joint_r_and_d"],
        "co_applicants": "every participant",
        "documents": ["construction_plan", "proofs"],
        "lead_domicile": domicile_made_up(policy),
    }
    return Facts({**whole, **members}, "application")


def _operation(policy: Policy, body: str) -> dict[str, Any]:
    """Return that the lead operates as it should, where a policy has that attested."""
    words = regional_words(policy)
    attested = {words.operation[0]: {"value": True, "attested_by": body}}
    return attested if words.operation_legs else {}


def made_up(policy: Policy, count: int, first: int = 0) -> list[dict[str, Any]]:
    """Return as many enterprises as are counted and not told apart, numbered from the first on."""
    return [_unit(policy, n, "enterprise") for n in range(first, first + count)]


def whole_agreement(signed_on: date) -> dict[str, Any]:
    """Return an agreement that all members signed, with all its heads."""
    heads = sorted(set(vocabulary.HEADS.values()) - {"licensing", "income_distribution"})
    return {
        "signed_on": signed_on.isoformat(),
        "signatories": "lead and every participant",
        "clauses": heads,
    }


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
