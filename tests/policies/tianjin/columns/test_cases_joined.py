"""How many consortia a participant is in, as the tables have it: of every sort, in either role.

A consortium that is of several sorts counts once, and where the reading looks for it: else the
tables would count more, or fewer, than a check of the single case does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import product
from typing import Any

import pytest

pytest.importorskip("narwhals")

from tests.policies.tianjin.columns.engaged import (
    AFTER,
    ART,
    BEFORE,
    BRANCH,
    DEFAULTS,
    ELSEWHERE,
    ENDED,
    LASTING,
    LAW,
    LEADING,
    MEMBER,
    OTHER,
    PENDING,
    REVOKED,
    SORTS,
)
from tests.policies.tianjin.conftest import (
    DAY,
    LEAD,
    made_college,
    made_engagement,
)

from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import Organization
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.policies.tianjin.columns.cases import rows_of
from innov_consortium.policies.tianjin.readings import (
    ConsortiaCounted,
    RolesCounted,
    UnitOfCount,
)


def joined(
    engagements: Iterable[Engagement],
    unit: Organization = MEMBER,
    to: date | None = DAY,
    readings: Mapping[str, Any] = DEFAULTS,
) -> Any:
    """Return the numbers of consortia of a participant, but for those of a sort of none."""
    application = Application(lead=LEAD, participants=(unit,))
    case = Case(application=application, register=Register(tuple(engagements), to))
    _, (row,) = rows_of(case, DAY, {**DEFAULTS, **readings})
    found = {name: value for name, value in row.items() if name.startswith(("joined_", "led_"))}
    assert len(found) == 8
    return {name: value for name, value in found.items() if value != 0}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    ("known", "sort"),
    [
        *((known, sort) for _, known, sort in SORTS),
        (ENDED, None),
        ({"since": AFTER}, None),
        (ELSEWHERE, "elsewhere"),
        ({"jurisdiction": "131200"}, "elsewhere"),
        ({**ELSEWHERE, **ENDED}, None),
        ({**ELSEWHERE, **PENDING}, None),
    ],
    ids=[
        *(name for name, _, _ in SORTS),
        "ended that day",
        "from the next day",
        "elsewhere",
        "digits of Tianjin further on in the code",
        "ended elsewhere",
        "pending elsewhere",
    ],
)
def test_what_a_participant_takes_part_in(
    known: dict[str, Any],
    sort: str | None,
    role: Role,
) -> None:
    """Each is of one sort in the role it has, whatever the reading; elsewhere only what lasts."""
    prefix = "joined" if role is Role.PARTICIPANT else "led"
    counts = {} if sort is None else {f"{prefix}_{sort}": 1}
    own = made_engagement(MEMBER, "甲", role=role, **known)
    another = made_engagement(OTHER, "甲", role=role, **known)
    for roles, counted in product(RolesCounted, ConsortiaCounted):
        readings = {"roles_counted": roles, "consortia_counted": counted}
        assert joined([own], readings=readings) == counts
        assert joined([another], readings=readings) == {}


@pytest.mark.parametrize(
    ("unit", "counts"),
    [(LAW, 2), (ART, 1), (made_college(31, None), 3)],
    ids=["one college", "another", "none named"],
)
def test_a_college_s_consortia_are_its_own(unit: Organization, counts: int) -> None:
    """Those of another college, and those of which no college is named, are not its own."""
    numbers = {"法学院": 2, "化工学院": 1, None: 3}
    register = [
        made_engagement(LAW, f"{college}{n}", college=college)
        for college, number in numbers.items()
        for n in range(number)
    ]
    assert joined(register, unit) == {"joined_active": counts}


@pytest.mark.parametrize("unit_of_count", UnitOfCount)
def test_a_branch_s_consortia(unit_of_count: UnitOfCount) -> None:
    """Its legal person's, unless every registered body counts by itself (B05)."""
    own = [made_engagement(BRANCH, "甲"), made_engagement(BRANCH, "乙")]
    found = joined(
        [*own, made_engagement(OTHER, "丙")], BRANCH, readings={"unit_of_count": unit_of_count}
    )
    body = unit_of_count is UnitOfCount.REGISTERED_BODY
    assert found == {"joined_active": 2 if body else 1}


@pytest.mark.parametrize("to", [None, BEFORE])
@pytest.mark.parametrize("known", [LASTING, ELSEWHERE], ids=["here", "elsewhere"])
def test_what_may_have_ended_is_not_active(known: dict[str, Any], to: date | None) -> None:
    """A register that does not reach the day does not know what lasts, wherever."""
    assert joined([made_engagement(MEMBER, "甲", **known)], to=to) == {}


JOINS, LEADS = {"role": Role.PARTICIPANT}, LEADING
PARTICIPANT, ANY = RolesCounted.PARTICIPANT, RolesCounted.ANY_ROLE
ACTIVE, PENDING_TOO = ConsortiaCounted.ACTIVE, ConsortiaCounted.PENDING_TOO
ELSEWHERE_TOO, REVOKED_TOO = ConsortiaCounted.OTHER_PROVINCES_TOO, ConsortiaCounted.REVOKED_TOO


@pytest.mark.parametrize(
    ("one", "other", "roles", "counted", "sort"),
    [
        ((JOINS, LASTING), (LEADS, LASTING), PARTICIPANT, ACTIVE, "joined_active"),
        ((JOINS, LASTING), (LEADS, LASTING), ANY, ACTIVE, "joined_active"),
        ((JOINS, PENDING), (LEADS, LASTING), PARTICIPANT, ACTIVE, "joined_pending"),
        ((JOINS, PENDING), (LEADS, LASTING), PARTICIPANT, PENDING_TOO, "joined_pending"),
        ((JOINS, PENDING), (LEADS, LASTING), ANY, ACTIVE, "led_active"),
        ((JOINS, PENDING), (LEADS, LASTING), ANY, PENDING_TOO, "joined_pending"),
        ((JOINS, REVOKED), (LEADS, LASTING), ANY, REVOKED_TOO, "joined_revoked"),
        ((JOINS, REVOKED), (LEADS, LASTING), ANY, PENDING_TOO, "led_active"),
        ((JOINS, REVOKED), (LEADS, PENDING), ANY, PENDING_TOO, "led_pending"),
        ((JOINS, PENDING), (LEADS, REVOKED), ANY, REVOKED_TOO, "led_revoked"),
        ((JOINS, REVOKED), (LEADS, ELSEWHERE), ANY, ELSEWHERE_TOO, "led_elsewhere"),
        ((JOINS, ELSEWHERE), (LEADS, REVOKED), ANY, REVOKED_TOO, "led_revoked"),
        ((JOINS, PENDING), (JOINS, LASTING), PARTICIPANT, ACTIVE, "joined_active"),
        ((JOINS, PENDING), (JOINS, REVOKED), PARTICIPANT, REVOKED_TOO, "joined_revoked"),
        ((JOINS, PENDING), (JOINS, REVOKED), PARTICIPANT, ACTIVE, "joined_pending"),
        ((JOINS, PENDING), (JOINS, ELSEWHERE), PARTICIPANT, ELSEWHERE_TOO, "joined_elsewhere"),
        ((JOINS, REVOKED), (JOINS, ELSEWHERE), PARTICIPANT, ELSEWHERE_TOO, "joined_elsewhere"),
        ((JOINS, REVOKED), (JOINS, ELSEWHERE), PARTICIPANT, PENDING_TOO, "joined_revoked"),
    ],
)
def test_one_consortium_of_two_sorts_counts_where_it_is_looked_for(
    one: tuple[dict[str, Any], dict[str, Any]],
    other: tuple[dict[str, Any], dict[str, Any]],
    roles: RolesCounted,
    counted: ConsortiaCounted,
    sort: str,
) -> None:
    """It stands once, among what the readings count; else in the first sort, as columns stand."""
    both = [made_engagement(MEMBER, "甲", **role, **known) for role, known in (one, other)]
    readings = {"roles_counted": roles, "consortia_counted": counted}
    assert joined(both, readings=readings) == {sort: 1}
    assert joined(both[::-1], readings=readings) == {sort: 1}
    apart = [made_engagement(MEMBER, "乙"), *both]
    assert sum(joined(apart, readings=readings).values()) == 2
