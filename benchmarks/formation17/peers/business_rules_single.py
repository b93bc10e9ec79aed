"""business-rules: variables computed in Python, conditions as data, an action for each failure."""

from __future__ import annotations

from typing import Any

from benchmarks.formation17.peers.cases import OneByOne
from benchmarks.formation17.peers.figures import FIRST, LAST
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
from business_rules import run_all
from business_rules.actions import BaseActions, rule_action
from business_rules.fields import FIELD_TEXT
from business_rules.variables import (
    BaseVariables,
    boolean_rule_variable,
    numeric_rule_variable,
    select_multiple_rule_variable,
    string_rule_variable,
)

__all__ = ["BusinessRules"]


class Variables(BaseVariables):
    """What conditions may name."""

    def __init__(self, case: dict[str, Any]) -> None:
        self.case = case

    @string_rule_variable()
    def lead_kind(self) -> str:
        return str(self.case["lead"]["kind"])

    @boolean_rule_variable()
    def in_region(self) -> bool:
        return bool(self.case["lead"]["in_region"])

    @boolean_rule_variable()
    def lead_operating(self) -> bool:
        return bool(self.case["lead"]["operating"])

    @numeric_rule_variable()
    def led(self) -> int:
        return int(self.case["lead"]["leads_elsewhere"]) + 1

    @numeric_rule_variable()
    def participants(self) -> int:
        return len(self.case["participants"])

    @numeric_rule_variable()
    def enterprises_over_half(self) -> int:
        units = self.case["participants"]
        return 2 * sum([bool(u["kind"] == "enterprise") for u in units]) - len(units)

    @select_multiple_rule_variable()
    def busy(self) -> list[int]:
        units = self.case["participants"]
        return [unit["place"] for unit in units if unit["existing"] + 1 > MOST_CONSORTIA]

    @select_multiple_rule_variable()
    def unsigned(self) -> list[int]:
        return [unit["place"] for unit in self.case["participants"] if not unit["signed"]]

    @select_multiple_rule_variable()
    def heads(self) -> list[str]:
        return list(self.case["heads"])

    @select_multiple_rule_variable()
    def organs(self) -> list[str]:
        return list(self.case["organs"])

    @boolean_rule_variable()
    def technologist_named(self) -> bool:
        return bool(self.case["technologist_named"])

    @select_multiple_rule_variable()
    def lists(self) -> list[str]:
        return list(self.case["lists"])

    @select_multiple_rule_variable()
    def binding_bars(self) -> list[int]:
        day = self.case["filed_on"]
        return [bar["place"] for bar in self.case["bars"] if bar["first"] <= day <= bar["last"]]

    @numeric_rule_variable()
    def filed_on(self) -> int:
        return int(self.case["filed_on"])


class Actions(BaseActions):
    """What happens where a rule holds: here, where it is met."""

    def __init__(self, found: dict[str, bool]) -> None:
        self.found = found

    @rule_action(params={"rule": FIELD_TEXT})
    def meet(self, rule: str) -> None:
        self.found[rule] = True


def _is(name: str, operator: str, value: Any = None) -> dict[str, Any]:
    return {"name": name, "operator": operator, "value": value}


CONDITIONS: dict[str, dict[str, Any]] = {
    "qualified_lead": {"any": [_is("lead_kind", "equal_to", kind) for kind in QUALIFIED]},
    "seated_in_region": _is("in_region", "is_true"),
    "operating": _is("lead_operating", "is_true"),
    "leads_few": _is("led", "less_than_or_equal_to", MOST_LEADS),
    "enough_participants": _is("participants", "greater_than_or_equal_to", PARTICIPANTS),
    "enough_enterprises": _is("enterprises_over_half", "greater_than_or_equal_to", 0),
    "joins_few": _is("busy", "is_contained_by", []),
    "signed_by_all": _is("unsigned", "is_contained_by", []),
    "agreement_complete": _is("heads", "contains_all", list(HEADS)),
    **{f"{organ}_organ": _is("organs", "contains_all", [organ]) for organ in ORGANS},
    "technologist_in_post": _is("technologist_named", "is_true"),
    "lists_drawn_up": _is("lists", "contains_all", list(LISTS)),
    "not_barred": _is("binding_bars", "is_contained_by", []),
    "begun": _is("filed_on", "greater_than_or_equal_to", FIRST),
    "not_over": _is("filed_on", "less_than_or_equal_to", LAST),
}
EVERY = [
    {"conditions": CONDITIONS[rule], "actions": [{"name": "meet", "params": {"rule": rule}}]}
    for rule in RULES
]


class BusinessRules(OneByOne):
    """Seventeen rules; it says no more than which hold, so who offends is read from variables."""

    name = "business-rules"
    packages = ("business-rules",)

    def judge(self, case: Any) -> tuple[dict[str, bool], dict[str, Any]]:
        """Judge one."""
        found = dict.fromkeys(RULES, False)
        variables = Variables(case)
        run_all(EVERY, variables, Actions(found))
        offenders: dict[str, Any] = {}
        if not all(found.values()):
            offenders = {
                "joins_few": variables.busy(),
                "signed_by_all": variables.unsigned(),
                "agreement_complete": [h for h in HEADS if h not in variables.heads()],
                "lists_drawn_up": [one for one in LISTS if one not in variables.lists()],
                "not_barred": variables.binding_bars(),
            }
        return found, offenders

    def failing(self, said: tuple[dict[str, bool], dict[str, Any]]) -> dict[str, Any]:
        """Return the failing rules."""
        found, offenders = said
        return {rule: offenders.get(rule, ()) for rule in RULES if not found[rule]}
