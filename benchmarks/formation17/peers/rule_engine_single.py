"""rule-engine: an expression for each rule, parsed once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import rule_engine
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

__all__ = ["RuleEngine"]

#: What is asked of every case. It is given flat lists, which it goes through several times faster
#: than lists of mappings; its lists have no places, so who offends is asked where somebody does.
EXPRESSIONS = {
    "qualified_lead": f"lead_kind in {json.dumps(QUALIFIED)}",
    "seated_in_region": "lead_in_region",
    "operating": "lead_operating",
    "leads_few": f"leads_elsewhere + 1 <= {MOST_LEADS}",
    "enough_participants": f"kinds.length >= {PARTICIPANTS}",
    "enough_enterprises": "2 * [k for k in kinds if k == 'enterprise'].length >= kinds.length",
    "joins_few": f"[e for e in existing if e + 1 > {MOST_CONSORTIA}].length == 0",
    "signed_by_all": "[s for s in signed if not s].length == 0",
    "agreement_complete": f"[h for h in {json.dumps(HEADS)} if not (h in heads)]",
    **{f"{organ}_organ": f"'{organ}' in organs" for organ in ORGANS},
    "technologist_in_post": "technologist_named",
    "lists_drawn_up": f"[l for l in {json.dumps(LISTS)} if not (l in lists)]",
    "not_barred": "[b['place'] for b in bars if b['first'] <= filed_on and filed_on <= b['last']]",
    "begun": f"filed_on >= {FIRST}",
    "not_over": f"filed_on <= {LAST}",
}
WHO = {
    "joins_few": f"[u['place'] for u in participants if u['existing'] + 1 > {MOST_CONSORTIA}]",
    "signed_by_all": "[u['place'] for u in participants if not u['signed']]",
}


class RuleEngine(OneByOne):
    """Seventeen rules over dictionaries."""

    name = "rule-engine"
    packages = ("rule-engine",)

    def load(self, applications: Path, members: Path, cases: Path) -> None:
        """Read the cases, lay them flat, and parse the rules."""
        super().load(applications, members, cases)
        self.cases = [_flat(case) for case in self.cases]
        context = rule_engine.Context(resolver=rule_engine.resolve_item)
        self.rules = [
            (rule, rule_engine.Rule(EXPRESSIONS[rule], context=context)) for rule in RULES
        ]
        self.who = {rule: rule_engine.Rule(WHO[rule], context=context) for rule in WHO}

    def judge(self, case: Any) -> dict[str, Any]:
        """Judge one."""
        found = {name: rule.evaluate(case) for name, rule in self.rules}
        for name, rule in self.who.items():
            found[name] = () if found[name] else rule.evaluate(case)
        return found

    def failing(self, said: dict[str, Any]) -> dict[str, Any]:
        """Return the failing rules; its numbers are decimals."""
        return {
            rule: [w if isinstance(w, str) else int(w) for w in value] if value else ()
            for rule, value in said.items()
            if (value if rule in LISTING else not value)
        }


def _flat(case: dict[str, Any]) -> dict[str, Any]:
    lead, units = case["lead"], case["participants"]
    return case | {
        "lead_kind": lead["kind"],
        "lead_in_region": lead["in_region"],
        "lead_operating": lead["operating"],
        "leads_elsewhere": lead["leads_elsewhere"],
        "kinds": [unit["kind"] for unit in units],
        "existing": [unit["existing"] for unit in units],
        "signed": [unit["signed"] for unit in units],
    }
