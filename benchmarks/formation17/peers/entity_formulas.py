"""The formulas of the variables, for the engines that compute variables of entities."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from benchmarks.formation17.rules import (
    FIRST_DAY,
    HEADS,
    LAST_DAY,
    LISTS,
    MOST_CONSORTIA,
    MOST_LEADS,
    ORGANS,
    PARTICIPANTS,
    RULES,
)

__all__ = ["COUNTS", "MEMBER_FORMULAS", "RULE_FORMULAS", "Formula", "qualified"]

Formula = Callable[[Any, Any, Any], Any]


def _busy(member: Any, period: Any, _parameters: Any) -> Any:
    return member("existing", period) + 1 > MOST_CONSORTIA


def _unsigned(member: Any, period: Any, _parameters: Any) -> Any:
    return ~member("signed", period)


MEMBER_FORMULAS: dict[str, Formula] = {"busy": _busy, "unsigned": _unsigned}


def _participants(application: Any, _period: Any, _parameters: Any) -> Any:
    return application.nb_persons()


COUNTS: dict[str, Formula] = {"participants": _participants}


def _none(name: str) -> Formula:
    def formula(application: Any, period: Any, _parameters: Any) -> Any:
        return application.sum(application.members(name, period)) == 0

    return formula


def _given(name: str) -> Formula:
    def formula(application: Any, period: Any, _parameters: Any) -> Any:
        return application(name, period)

    return formula


def _all(names: list[str]) -> Formula:
    def formula(application: Any, period: Any, _parameters: Any) -> Any:
        result = application(names[0], period)
        for name in names[1:]:
            result = result * application(name, period)
        return result

    return formula


def qualified(kinds: Any) -> Formula:
    other = kinds["other"]

    def formula(application: Any, period: Any, _parameters: Any) -> Any:
        return application("lead_kind", period) != other

    return formula


def _leads_few(application: Any, period: Any, _parameters: Any) -> Any:
    return application("leads_elsewhere", period) + 1 <= MOST_LEADS


def _enough_participants(application: Any, period: Any, _parameters: Any) -> Any:
    return application("participants", period) >= PARTICIPANTS


def _enough_enterprises(application: Any, period: Any, _parameters: Any) -> Any:
    return 2 * application("enterprises", period) >= application("participants", period)


def _not_barred(application: Any, period: Any, _parameters: Any) -> Any:
    day = application("filed_on", period)
    barred = np.zeros(application.count, dtype=bool)
    for n in (1, 2):
        first = application(f"bar_{n}_first", period)
        last = application(f"bar_{n}_last", period)
        barred |= (first <= day) & (day <= last)
    return ~barred


def _begun(application: Any, period: Any, _parameters: Any) -> Any:
    return application("filed_on", period) >= np.datetime64(FIRST_DAY)


def _not_over(application: Any, period: Any, _parameters: Any) -> Any:
    return application("filed_on", period) <= np.datetime64(LAST_DAY)


RULE_FORMULAS: dict[str, Formula] = {
    "seated_in_region": _given("lead_in_region"),
    "operating": _given("lead_operating"),
    "leads_few": _leads_few,
    "enough_participants": _enough_participants,
    "enough_enterprises": _enough_enterprises,
    "joins_few": _none("busy"),
    "signed_by_all": _none("unsigned"),
    "agreement_complete": _all([f"stated__{head}" for head in HEADS]),
    **{f"{organ}_organ": _given(f"{organ}_organ_set_up") for organ in ORGANS},
    "technologist_in_post": _given("technologist_named"),
    "lists_drawn_up": _all([f"drawn_up__{one}" for one in LISTS]),
    "not_barred": _not_barred,
    "begun": _begun,
    "not_over": _not_over,
    "answer": _all(list(RULES)),
}
