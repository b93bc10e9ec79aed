"""Plain Python, written by hand: a frozen finding for each rule, the passing ones too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from benchmarks.formation17.peers.cases import OneByOne
from benchmarks.formation17.rules import (
    CITATIONS,
    FIRST_DAY,
    HEADS,
    LAST_DAY,
    LISTS,
    MOST_CONSORTIA,
    MOST_LEADS,
    PARTICIPANTS,
    QUALIFIED,
)

__all__ = ["ByHand"]

_EPOCH = 719_163
_FIRST, _LAST = FIRST_DAY.toordinal() - _EPOCH, LAST_DAY.toordinal() - _EPOCH


@dataclass(frozen=True, slots=True)
class HandFinding:
    """What one rule makes of a case."""

    rule: str
    citation: str
    met: bool
    offenders: tuple[Any, ...]


class ByHand(OneByOne):
    """A function of plain comparisons."""

    name = "纯 Python 手写"

    def judge(self, case: Any) -> tuple[HandFinding, ...]:
        """Judge one."""
        lead, units, day = case["lead"], case["participants"], case["filed_on"]
        enterprises = sum([unit["kind"] == "enterprise" for unit in units])
        busy = tuple([n for n, u in enumerate(units) if u["existing"] + 1 > MOST_CONSORTIA])
        unsigned = tuple([n for n, u in enumerate(units) if not u["signed"]])
        heads, lists, organs = case["heads"], case["lists"], case["organs"]
        no_heads = tuple([head for head in HEADS if head not in heads])
        no_lists = tuple([one for one in LISTS if one not in lists])
        bars = tuple(
            [n for n, bar in enumerate(case["bars"]) if bar["first"] <= day <= bar["last"]]
        )
        return (
            _found("qualified_lead", lead["kind"] in QUALIFIED),
            _found("seated_in_region", lead["in_region"]),
            _found("operating", lead["operating"]),
            _found("leads_few", lead["leads_elsewhere"] + 1 <= MOST_LEADS),
            _found("enough_participants", len(units) >= PARTICIPANTS),
            _found("enough_enterprises", 2 * enterprises >= len(units)),
            _found("joins_few", not busy, busy),
            _found("signed_by_all", not unsigned, unsigned),
            _found("agreement_complete", not no_heads, no_heads),
            _found("decision_organ", "decision" in organs),
            _found("advisory_organ", "advisory" in organs),
            _found("executive_organ", "executive" in organs),
            _found("technologist_in_post", case["technologist_named"]),
            _found("lists_drawn_up", not no_lists, no_lists),
            _found("not_barred", not bars, bars),
            _found("begun", day >= _FIRST),
            _found("not_over", day <= _LAST),
        )

    def failing(self, said: tuple[HandFinding, ...]) -> dict[str, Any]:
        """Return the failing rules."""
        return {finding.rule: finding.offenders for finding in said if not finding.met}


def _found(rule: str, met: bool, offenders: tuple[Any, ...] = ()) -> HandFinding:  # noqa: FBT001 - the subject
    return HandFinding(rule, CITATIONS[rule], met, offenders)
