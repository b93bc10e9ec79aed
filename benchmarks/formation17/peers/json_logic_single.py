"""JsonLogic: a rule for each rule, as data; the implementation in Python, and one in Rust."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.formation17.peers.cases import OneByOne
from benchmarks.formation17.peers.figures import FIRST, LAST, LISTING, NAMED
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

__all__ = ["JsonLogic", "JsonLogicRust"]


def _var(name: str) -> Any:
    return {"var": name}


def _count(items: Any) -> Any:
    add = {"+": [_var("accumulator"), 1]}
    return {"reduce": [items, add, 0]}


def _lacking(wanted: tuple[str, ...], place: str) -> Any:
    """Return what is wanted and not there."""
    return {"merge": [{"if": [{"in": [one, _var(place)]}, [], [one]]} for one in wanted]}


_UNITS = _var("participants")
_ENTERPRISES = {"filter": [_UNITS, {"==": [_var("kind"), "enterprise"]}]}
_BUSY = {"filter": [_UNITS, {">": [{"+": [_var("existing"), 1]}, MOST_CONSORTIA]}]}
_UNSIGNED = {"filter": [_UNITS, {"!": [_var("signed")]}]}


_BINDING = {"filter": [_var("bars"), {"<=": [_var("first"), _var("filed_on"), _var("last")]}]}

LOGIC = {
    "qualified_lead": {"in": [_var("lead.kind"), list(QUALIFIED)]},
    "seated_in_region": _var("lead.in_region"),
    "operating": _var("lead.operating"),
    "leads_few": {"<=": [{"+": [_var("lead.leads_elsewhere"), 1]}, MOST_LEADS]},
    "enough_participants": {">=": [_count(_UNITS), PARTICIPANTS]},
    "enough_enterprises": {">=": [{"*": [2, _count(_ENTERPRISES)]}, _count(_UNITS)]},
    "joins_few": {"map": [_BUSY, _var("place")]},
    "signed_by_all": {"map": [_UNSIGNED, _var("place")]},
    "agreement_complete": _lacking(HEADS, "heads"),
    **{f"{organ}_organ": {"in": [organ, _var("organs")]} for organ in ORGANS},
    "technologist_in_post": _var("technologist_named"),
    "lists_drawn_up": _lacking(LISTS, "lists"),
    "not_barred": {"map": [_BINDING, _var("place")]},
    "begun": {">=": [_var("filed_on"), FIRST]},
    "not_over": {"<=": [_var("filed_on"), LAST]},
}


class JsonLogic(OneByOne):
    """json-logic-qubit, which computes in Python."""

    name = "json-logic（Python）"
    packages = ("json-logic-qubit",)

    def load(self, applications: Path, members: Path, cases: Path) -> None:
        """Read the cases; inside a filter nothing outside can be named, so bars have the day."""
        super().load(applications, members, cases)
        self._tell_the_day()
        import json_logic  # noqa: PLC0415 - the implementation in Rust needs it not

        self.apply = json_logic.jsonLogic
        self.logic = [(rule, LOGIC[rule]) for rule in RULES]

    def _tell_the_day(self) -> None:
        for case in self.cases:
            for bar in case["bars"]:
                bar["filed_on"] = case["filed_on"]

    def judge(self, case: Any) -> dict[str, Any]:
        """Judge one."""
        apply = self.apply
        return {rule: apply(logic, case) for rule, logic in self.logic}

    def failing(self, said: dict[str, Any]) -> dict[str, Any]:
        """Return the failing rules."""
        return {
            rule: value or ()
            for rule, value in said.items()
            if (value if rule in LISTING else not value)
        }


class JsonLogicRust(JsonLogic):
    """jsonlogic-rs, which takes rules and cases as JSON and computes in Rust."""

    name = "jsonlogic-rs（Rust）"
    packages = ("jsonlogic-rs",)

    def load(self, applications: Path, members: Path, cases: Path) -> None:
        """Read the cases, and write rules and cases as JSON."""
        OneByOne.load(self, applications, members, cases)
        self._tell_the_day()
        import jsonlogic_rs  # noqa: PLC0415 - the other implementation needs it not

        # It computes no list of rules, so all are merged, the lists behind their names.
        listed = [part for rule in LISTING for part in (rule, LOGIC[rule])]
        self.every = json.dumps({"merge": [*(LOGIC[rule] for rule in NAMED), *listed]})
        self.apply_json = jsonlogic_rs.apply_serialized
        self.cases = [json.dumps(case) for case in self.cases]

    def judge(self, case: Any) -> dict[str, Any]:
        """Judge one."""
        said = self.apply_json(self.every, case, json.loads)
        found: dict[str, Any] = dict(zip(NAMED, said, strict=False))
        current: list[Any] = []
        for part in said[len(NAMED) :]:
            if part in LISTING:
                found[part] = current = []
            else:
                current.append(part)
        return found
