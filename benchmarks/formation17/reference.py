"""The plain reference: one function, no library, no speed. Every engine must agree with it."""

from __future__ import annotations

from typing import Any

from benchmarks.formation17.rules import (
    FIRST_DAY,
    HEADS,
    LAST_DAY,
    LISTS,
    MOST_CONSORTIA,
    MOST_LEADS,
    PARTICIPANTS,
    QUALIFIED,
    RULES,
)

__all__ = ["Verdict", "judge"]

#: The rules that fail, each with its offenders: places of participants or of bars, or words.
Verdict = dict[str, tuple[Any, ...]]

_EPOCH = 719_163
_FIRST, _LAST = FIRST_DAY.toordinal() - _EPOCH, LAST_DAY.toordinal() - _EPOCH


def judge(case: dict[str, Any]) -> Verdict:
    """Return the failing rules of one application; none means that it is admissible.

    >>> lead = {"kind": "other", "in_region": True, "operating": True, "leads_elsewhere": 0}
    >>> unit = {"kind": "enterprise", "existing": 0, "signed": True}
    >>> case = {"lead": lead, "participants": [unit] * 5 + [{**unit, "signed": False}]}
    >>> case |= {"heads": HEADS, "lists": LISTS[1:], "technologist_named": True, "bars": []}
    >>> judge(case | {"organs": ["decision", "advisory", "executive"], "filed_on": _FIRST})
    {'qualified_lead': (), 'signed_by_all': (5,), 'lists_drawn_up': ('questions',)}
    """
    lead, units, day = case["lead"], case["participants"], case["filed_on"]
    enterprises = sum(unit["kind"] == "enterprise" for unit in units)
    busy = [n for n, unit in enumerate(units) if unit["existing"] + 1 > MOST_CONSORTIA]
    unsigned = [n for n, unit in enumerate(units) if not unit["signed"]]
    no_heads = [head for head in HEADS if head not in case["heads"]]
    no_lists = [one for one in LISTS if one not in case["lists"]]
    bars = [n for n, bar in enumerate(case["bars"]) if bar["first"] <= day <= bar["last"]]
    found: dict[str, tuple[bool, Any]] = {
        "qualified_lead": (lead["kind"] in QUALIFIED, ()),
        "seated_in_region": (lead["in_region"], ()),
        "operating": (lead["operating"], ()),
        "leads_few": (lead["leads_elsewhere"] + 1 <= MOST_LEADS, ()),
        "enough_participants": (len(units) >= PARTICIPANTS, ()),
        "enough_enterprises": (2 * enterprises >= len(units), ()),
        "joins_few": (not busy, busy),
        "signed_by_all": (not unsigned, unsigned),
        "agreement_complete": (not no_heads, no_heads),
        "decision_organ": ("decision" in case["organs"], ()),
        "advisory_organ": ("advisory" in case["organs"], ()),
        "executive_organ": ("executive" in case["organs"], ()),
        "technologist_in_post": (case["technologist_named"], ()),
        "lists_drawn_up": (not no_lists, no_lists),
        "not_barred": (not bars, bars),
        "begun": (day >= _FIRST, ()),
        "not_over": (day <= _LAST, ()),
    }
    return {rule: tuple(found[rule][1]) for rule in RULES if not found[rule][0]}
