"""Cases of Xiamen: everything that is seen is met, but for what a test takes away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from innov_consortium.core.case import Case
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Report
from innov_consortium.interchange import structure_case
from innov_consortium.policies.xiamen import XIAMEN

__all__ = ["BUREAU", "DAY", "LEAD", "attested", "case", "checked", "figures", "of", "unit"]

DAY = date(2026, 3, 2)
LEAD = "示例牵头单位"
BUREAU = "厦门市科学技术局"
NOTHING: Mapping[str, str] = MappingProxyType({})


def unit(name: str, kind: str = "enterprise", **more: Any) -> dict[str, Any]:
    """Return a made-up organisation of a register of its own."""
    return {"name": name, "id": {"scheme": "示例", "value": name}, "kind": kind, **more}


def attested(what: str, by: str = "示例认定机关", **more: Any) -> dict[str, Any]:
    return {"what": what, "by": by, "on": "2026-02-01", **more}


def figures(
    revenue: Sequence[str | None], spending: Sequence[str | None], first: int = 2023
) -> list[dict[str, Any]]:
    """Return the lead's figures, year by year; those that are ``None`` are not stated."""
    whose = {"scheme": "示例", "value": LEAD}
    metrics = {"revenue": revenue, "rd_spending": spending}
    return [
        {"unit": whose, "year": first + n, "metric": metric, "value": value, "on": "2026-02-27"}
        for metric, values in metrics.items()
        for n, value in enumerate(values)
        if value is not None
    ]


ENOUGH = figures(["600000000"] * 3, ["25000000"] * 3)


def case(
    *,
    firms: int = 5,
    colleges: int = 2,
    others: Sequence[dict[str, Any]] = (),
    lead: str = "enterprise",
    kind: str | None = "leading_enterprise",
    stated: Sequence[dict[str, Any]] = ENOUGH,
    attestations: Sequence[dict[str, Any]] = (),
    interpretations: Sequence[dict[str, Any]] = (),
    **application: Any,
) -> Case:
    """Return a case that meets all that is seen, but for what is said otherwise."""
    participants = [unit(f"示例企业{n}") for n in range(firms)]
    participants += [unit(f"示例高校{n}", "university") for n in range(colleges)]
    participants += others
    members: list[dict[str, Any]] = [unit(LEAD, lead), *participants]
    of_lead = [] if kind is None else [attested("lead_kind", value=kind)]
    document: dict[str, Any] = {
        "application": {
            "lead": members[0],
            "participants": participants,
            "filed_on": DAY.isoformat(),
            "field": "生命健康",
            "agreement": {
                "signed_on": "2026-02-10",
                "signatories": [member["id"] for member in members],
                "heads": ["technical_decision", "funds_management"],
            },
            "governance": {
                "organs": [{"function": "decision"}],
                "technologist": {"name": "示例首席科学家"},
            },
            **application,
        },
        "record": {"figures": list(stated)},
        "attestations": [*of_lead, *attestations],
        "interpretations": list(interpretations),
    }
    return structure_case(document)


def of(provision: str, report: Report) -> str:
    """Return what a provision comes to in a report."""
    (found,) = [f for f in report if f.provision == provision]
    return found.outcome.value


def checked(given: Case, on: date = DAY, readings: Mapping[str, str] = NOTHING) -> Report:
    """Return the report on the conditions of formation."""
    return _read(tuple(sorted(readings.items()))).check("formation", given, on=on)


@cache
def _read(readings: tuple[tuple[str, str], ...]) -> Policy:
    return XIAMEN.with_readings(**dict(readings))
