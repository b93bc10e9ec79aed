"""Cases of law to be told: the units, the consortium, and what a run makes of a case."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from innov_consortium.core.policy import Policy
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.testing import CaseResult, run_cases

Json = dict[str, Any]

PUBLISHED = {"status": "published", "published_on": "2025-04-11"}
LEAD: Json = {"name": "津甲科技领军有限公司", "id": "91120116MALE00016L", "kind": "enterprise"}
UNITS: list[Json] = [
    {"name": "测试企业01有限公司", "id": "91120116MAXT00011U", "kind": "enterprise"},
    {"name": "测试企业02有限公司", "id": "91120116MAXT0002XK", "kind": "enterprise"},
    {"name": "测试企业03有限公司", "id": "91120116MAXT00038K", "kind": "enterprise"},
    {"name": "测试企业04有限公司", "id": "91120116MAXT00046E", "kind": "enterprise"},
    {"name": "测试研究所01", "id": "12120000MBXT000154", "kind": "research_institution"},
    {
        "name": "测试大学01",
        "id": "12120000MCXT00019J",
        "kind": "university",
        "college": "材料学院",
    },
]
NAMES = [unit["name"] for unit in UNITS]
FOURTH = "测试企业04有限公司"
BUREAU, FOUR = "市科技局", "市科技局会同三部门"
BINHAI = "滨海新区科技主管部门"
FORMER_PLAN = "津科资〔2023〕83号"

CONSORTIUM: Json = {
    "id": "C1",
    "lead": LEAD,
    "participants": UNITS,
    "approved_on": "2026-06-01",
    "status_before_events": "active",
}


def case(when: str, expect: Json, given: Json, **more: Any) -> Json:
    """Return a case; ``as_of`` is a day long after everything that happens."""
    whole = {"instrument": PUBLISHED, **deepcopy(given)}
    return {
        "id": "T",
        "as_of": "2027-06-01",
        "given": whole,
        "when": when,
        "expect": expect,
        **more,
    }


def run(one: Json, policy: Policy = TIANJIN) -> CaseResult:
    (result,) = run_cases([one], policy)
    return result


def answer(when: str, given: Json, **more: Any) -> str:
    """Return what is answered in one word."""
    result = run(case(when, {"answer": "?"}, given, **more))
    assert result.got is not None, result.note
    return str(result.got["answer"])


def because(when: str, given: Json, **more: Any) -> str:
    """Return why an act is refused."""
    result = run(case(when, {"answer": "refused"}, given, **more))
    assert result.result == "pass", (result.got, result.note)
    return " / ".join(result.got["because"])


def outcome(when: str, given: Json, provision: str, **more: Any) -> str:
    """Return what is found of a provision."""
    result = run(case(when, {"norms": {provision: "?"}}, given, **more))
    assert result.got is not None, result.note
    return str(result.got["norms"][provision])


def value(when: str, given: Json, name: str, **more: Any) -> Any:
    """Return a value of the answer."""
    result = run(case(when, {"values": {name: "?"}}, given, **more))
    assert result.got is not None, result.note
    return result.got["values"][name]


def note(when: str, given: Json, **more: Any) -> str:
    """Return why a case cannot be run."""
    result = run(case(when, {"answer": "?"}, given, **more))
    assert (result.result, result.got) == ("error", None), result
    return result.note


def interpreted(point: str, reading: str) -> Json:
    return {"interpretation": {"point": point, "reading": reading, "by": FOUR, "on": "2026-01-05"}}
