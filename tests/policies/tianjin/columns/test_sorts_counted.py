"""What rows count comes to what a single check counts, also where a consortium is of two sorts.

A register may tell of one consortium twice: applied for and, before, ended. It counts once, and
where the reading looks for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from itertools import combinations_with_replacement, product
from typing import Any

import pytest

pytest.importorskip("narwhals")

from tests.policies.tianjin.conftest import DAY, LEAD, PARTICIPANTS, made_engagement

from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Application
from innov_consortium.core.register import Register, Role
from innov_consortium.policies.tianjin.columns.cases import rows_of
from innov_consortium.policies.tianjin.columns.lifting import LEADERSHIPS, MORE
from innov_consortium.policies.tianjin.facts_composition import participations_of
from innov_consortium.policies.tianjin.facts_lead import leaderships_of
from innov_consortium.policies.tianjin.readings import (
    ConsortiaCounted,
    LeadershipCounting,
    RolesCounted,
    UnitOfCount,
)

BEFORE = DAY - timedelta(days=1)
MEMBER = PARTICIPANTS[0]
KNOWN: Mapping[str, dict[str, Any]] = {
    "lasting": {},
    "pending": {"since": None},
    "pending, revoked": {"since": None, "revoked": True},
    "ended": {"ended_on": BEFORE},
    "withdrawn": {"since": None, "ended_on": BEFORE},
    "revoked": {"ended_on": BEFORE, "revoked": True},
    "elsewhere": {"jurisdiction": "110000"},
}
PAIRS = list(combinations_with_replacement(KNOWN, 2))


def counted(register: Register, **readings: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what the rows of a lead and a participant count."""
    asked = {
        "unit_of_count": UnitOfCount.LEGAL_PERSON,
        "leadership_counting": LeadershipCounting.CONCURRENT,
        "roles_counted": RolesCounted.PARTICIPANT,
        "consortia_counted": ConsortiaCounted.ACTIVE,
        **readings,
    }
    application = Application(lead=LEAD, participants=(MEMBER,))
    own, (member,) = rows_of(Case(application=application, register=register), DAY, asked)
    return own, member


@pytest.mark.parametrize("counting", list(LeadershipCounting))
@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_what_a_lead_leads(pair: tuple[str, str], counting: LeadershipCounting) -> None:
    """第五条第（二）项：牵头几个，无论按哪一种解释。"""
    led = tuple(made_engagement(LEAD, "甲", role=Role.LEAD, **KNOWN[sort]) for sort in pair)
    register = Register(led, DAY)
    own, _ = counted(register, leadership_counting=counting)
    found = sum(own[f"leads_{sort}"] for sort in LEADERSHIPS[counting]) + 1
    assert found == leaderships_of(LEAD.id, register, DAY, counting, None).value


@pytest.mark.parametrize(("roles", "sorts"), [*product(RolesCounted, ConsortiaCounted)])
@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_what_a_participant_takes_part_in(
    pair: tuple[str, str], roles: RolesCounted, sorts: ConsortiaCounted
) -> None:
    """第五条第（三）项：参与几个，作为牵头单位的是否计入，也无论按哪一种解释。"""
    any_role = roles is RolesCounted.ANY_ROLE
    for mine in product((Role.PARTICIPANT, Role.LEAD), repeat=2):
        joined = tuple(
            made_engagement(MEMBER, "甲", role=role, **KNOWN[sort])
            for role, sort in zip(mine, pair, strict=True)
        )
        register = Register(joined, DAY)
        _, row = counted(register, roles_counted=roles, consortia_counted=sorts)
        names = [
            f"{role}_{sort}"
            for role in (("joined", "led") if any_role else ("joined",))
            for sort in ("active", MORE.get(sorts))
            if sort is not None
        ]
        readings = (roles, sorts, UnitOfCount.LEGAL_PERSON)
        one_by_one = participations_of(MEMBER, register, DAY, readings, None).value
        assert sum(row[name] for name in names) + 1 == one_by_one
