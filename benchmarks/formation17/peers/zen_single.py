"""zen-engine: a decision of one expression node, loaded once; it evaluates in Rust."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import zen
from benchmarks.formation17.peers.cases import OneByOne
from benchmarks.formation17.peers.figures import FIRST, LAST, LISTING
from benchmarks.formation17.rules import (
    HEADS,
    LISTS,
    MOST_CONSORTIA,
    MOST_LEADS,
    ORGANS,
    PARTICIPANTS,
    QUALIFIED,
    RULES,
)

__all__ = ["ZenDict", "ZenJson"]

EXPRESSIONS = {
    "qualified_lead": f"lead.kind in {json.dumps(QUALIFIED)}",
    "seated_in_region": "lead.in_region",
    "operating": "lead.operating",
    "leads_few": f"lead.leads_elsewhere + 1 <= {MOST_LEADS}",
    "enough_participants": f"len(participants) >= {PARTICIPANTS}",
    "enough_enterprises": ("2 * count(participants, #.kind == 'enterprise') >= len(participants)"),
    "joins_few": f"map(filter(participants, #.existing + 1 > {MOST_CONSORTIA}), #.place)",
    "signed_by_all": "map(filter(participants, not #.signed), #.place)",
    "agreement_complete": f"filter({json.dumps(HEADS)}, # not in heads)",
    **{f"{organ}_organ": f"'{organ}' in organs" for organ in ORGANS},
    "technologist_in_post": "technologist_named",
    "lists_drawn_up": f"filter({json.dumps(LISTS)}, # not in lists)",
    "not_barred": (
        "map(filter(bars, #.first <= $root.filed_on and $root.filed_on <= #.last), #.place)"
    ),
    "begun": f"filed_on >= {FIRST}",
    "not_over": f"filed_on <= {LAST}",
}


def decision() -> dict[str, Any]:
    """Return the decision as the engine's own editor would save it."""
    nodes = [
        {"id": "in", "name": "request", "type": "inputNode"},
        {
            "id": "rules",
            "name": "rules",
            "type": "expressionNode",
            "content": {
                "expressions": [
                    {"id": rule, "key": rule, "value": EXPRESSIONS[rule]} for rule in RULES
                ],
                "passThrough": False,
            },
        },
        {"id": "out", "name": "response", "type": "outputNode"},
    ]
    edges = [
        {"id": "1", "sourceId": "in", "targetId": "rules", "type": "edge"},
        {"id": "2", "sourceId": "rules", "targetId": "out", "type": "edge"},
    ]
    return {"nodes": nodes, "edges": edges}


class ZenDict(OneByOne):
    """Cases as dictionaries, which it turns into its own values."""

    name = "zen-engine（字典）"
    packages = ("zen-engine",)

    def load(self, applications: Path, members: Path, cases: Path) -> None:
        """Read the cases, and load the decision."""
        super().load(applications, members, cases)
        self.decision = zen.ZenEngine().create_decision(json.dumps(decision()))

    def judge(self, case: Any) -> Any:
        """Judge one."""
        return self.decision.evaluate(case)["result"]

    def failing(self, said: Any) -> dict[str, Any]:
        """Return the failing rules."""
        return {r: said[r] or () for r in RULES if (said[r] if r in LISTING else not said[r])}


class ZenJson(ZenDict):
    """Cases as JSON, as a service would be sent them; writing it is not counted."""

    name = "zen-engine（JSON）"

    def load(self, applications: Path, members: Path, cases: Path) -> None:
        """Read the cases, and write each as JSON."""
        super().load(applications, members, cases)
        self.cases = [json.dumps(case).encode() for case in self.cases]
