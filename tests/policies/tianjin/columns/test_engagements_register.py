"""How many consortia a unit leads and takes part in, as a register tells; whether that is all.

What is expected was thought out for each unit by hand; the facts that judge a single case, of
``facts_lead`` and ``facts_composition``, are held to say the same of it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

pytest.importorskip("polars")
pytest.importorskip("narwhals")

from attrs import evolve
from tests.policies.tianjin.columns.engagement_rows import (
    READINGS,
    Readings,
    named,
    row_of,
    values_of,
)
from tests.policies.tianjin.conftest import COMPLETE, DAY, made_college, made_engagement, made_unit

from innov_consortium.core.organizations import Identifier, Organization, OrganizationKind
from innov_consortium.core.register import Register, Role
from innov_consortium.policies.tianjin import facts_composition, facts_lead
from innov_consortium.policies.tianjin.columns.engagements import (
    leaderships,
    participations,
    participations_complete,
)
from innov_consortium.policies.tianjin.readings import (
    ConsortiaCounted,
    LeadershipCounting,
    RolesCounted,
    UnitOfCount,
)

BEFORE, AFTER = date(2026, 3, 1), date(2026, 3, 3)
BEGUN = date(2024, 1, 1)
SHANGHAI = {"jurisdiction": "310000"}
PENDING: dict[str, Any] = {"since": None}
REVOKED = {"since": BEGUN, "ended_on": BEFORE, "revoked": True}
LEADING = {"role": Role.LEAD}

FIRM, BUSY, IDLE, ENDING = made_unit(1), made_unit(2), made_unit(3), made_unit(4)
ABROAD = made_unit(5, id=Identifier("LEI", "529900T8BM49AURSDO55"))
BRANCH = made_unit(6, branch_of=FIRM.id)
NEW_BRANCH = made_unit(7, branch_of=BUSY.id)
DAUGHTER = made_unit(8, parent=FIRM.id)
CHEMISTRY, LAW = made_college(31, "化工学院"), made_college(31, "法学院")
MEDICINE, NO_COLLEGE = made_college(31, "医学院"), made_college(31, None)
BODY = made_unit(31, "12", kind=OrganizationKind.OTHER)
UNSAID_CHEMISTRY, UNSAID = made_college(32, "化工学院"), made_college(32, None)
UNSAID_BODY = made_unit(32, "12", kind=OrganizationKind.OTHER)
UNSAID_MEDICINE = made_college(32, "医学院")
UNSAID_BRANCH = made_unit(35, "12", kind=OrganizationKind.OTHER, branch_of=UNSAID.id)
UNSAID_SCHOOL = evolve(made_college(36, "法学院"), branch_of=UNSAID.id)
OTHER_LAW = made_college(33, "法学院")
LATE_CHEMISTRY, LATE_BODY = made_college(34, "化工学院"), evolve(BODY, id=made_unit(34, "12").id)

REGISTER = Register.complete(
    to=DAY,
    engagements=(
        made_engagement(FIRM, "甲一", **LEADING),
        made_engagement(FIRM, "甲二", **LEADING, **PENDING),
        made_engagement(FIRM, "甲三", **LEADING, **REVOKED),
        made_engagement(FIRM, "甲四", **LEADING, **SHANGHAI),
        made_engagement(FIRM, "甲五", **LEADING, since=BEGUN, ended_on=DAY),
        made_engagement(FIRM, "甲六", **LEADING, since=BEGUN, ended_on=BEFORE),
        made_engagement(BUSY, "乙一"),
        made_engagement(BUSY, "乙二", **PENDING),
        *(made_engagement(BUSY, f"乙三{n}", **REVOKED) for n in range(2)),
        *(made_engagement(BUSY, f"乙四{n}", **SHANGHAI) for n in range(3)),
        *(made_engagement(BUSY, f"乙五{n}", **LEADING) for n in range(4)),
        made_engagement(ENDING, "丙一", since=BEGUN, ended_on=BEFORE),
        made_engagement(ENDING, "丙二", since=BEGUN, ended_on=DAY),
        made_engagement(ENDING, "丙三", since=BEGUN, ended_on=AFTER),
        made_engagement(ENDING, "丙四", since=DAY),
        made_engagement(ENDING, "丙五", since=AFTER),
        made_engagement(ABROAD, "丁一"),
        made_engagement(BRANCH, "戊一"),
        made_engagement(CHEMISTRY, "己一"),
        made_engagement(LAW, "己二"),
        made_engagement(LAW, "己三"),
        made_engagement(UNSAID, "庚一"),
        made_engagement(UNSAID_CHEMISTRY, "庚二"),
        made_engagement(LATE_CHEMISTRY, "辛一", since=BEGUN, ended_on=DAY),
        made_engagement(LATE_BODY, "辛二", since=BEGUN, ended_on=DAY),
    ),
)
#: What counts beside the one applied for, where it is the same under every reading.
SAME = {ENDING: 2, IDLE: 0, ABROAD: 1, DAUGHTER: 0, CHEMISTRY: 1, LAW: 2, MEDICINE: 0}
SAME |= {BODY: 0, UNSAID_CHEMISTRY: 1, UNSAID_MEDICINE: 0, UNSAID_BODY: 1, UNSAID_SCHOOL: 0}
SAME |= {OTHER_LAW: 0, LATE_CHEMISTRY: 0, LATE_BODY: 0}
UNKNOWN = (NO_COLLEGE, UNSAID)
by_reading = pytest.mark.parametrize(
    "readings", READINGS, ids=lambda r: "-".join(o.name for o in r)
)
#: What counts of those that take part by the sort counted, and of those that lead.
JOINED = {
    ConsortiaCounted.ACTIVE: {FIRM: 0, BUSY: 1},
    ConsortiaCounted.PENDING_TOO: {FIRM: 0, BUSY: 2},
    ConsortiaCounted.REVOKED_TOO: {FIRM: 0, BUSY: 3},
    ConsortiaCounted.OTHER_PROVINCES_TOO: {FIRM: 0, BUSY: 4},
}
LED = {sort: {FIRM: 2, BUSY: 4} for sort in ConsortiaCounted}
LED[ConsortiaCounted.ACTIVE] = {FIRM: 1, BUSY: 4}


def counted(readings: Readings) -> dict[Organization, int | None]:
    """Return what each unit's number is by hand."""
    roles, sort, unit_of_count = readings
    whole = {
        unit: JOINED[sort][unit] + (LED[sort][unit] if roles is RolesCounted.ANY_ROLE else 0)
        for unit in (FIRM, BUSY)
    }
    if unit_of_count is UnitOfCount.REGISTERED_BODY:
        branches = {BRANCH: 1, NEW_BRANCH: 0, UNSAID_BRANCH: 0}
    else:
        branches = {BRANCH: whole[FIRM], NEW_BRANCH: whole[BUSY], UNSAID_BRANCH: 1}
    others = {unit: number + 1 for unit, number in (whole | branches | SAME).items()}
    return others | dict.fromkeys(UNKNOWN)


def asked(fact: Any, rows: list[dict[str, Any]], readings: Readings, **known: Any) -> list[Any]:
    return values_of(fact, rows, **{**named(readings), "register": REGISTER, "on": DAY, **known})


def alone(fact: Any, unit: Organization, readings: Readings, register: Register) -> Any:
    """Return what is said of one unit of a single case."""
    return fact.function(unit, register, None, DAY, **named(readings)).value


# --- leading --------------------------------------------------------------------------------------

#: The consortia led with the one applied for, in the order of the readings.
LEADS: dict[Organization, tuple[int, int, int]] = {
    FIRM: (2, 5, 3),
    BRANCH: (2, 5, 3),
    BUSY: (5, 5, 5),
    NEW_BRANCH: (5, 5, 5),
    IDLE: (1, 1, 1),
    ENDING: (1, 1, 1),
    ABROAD: (1, 1, 1),
}


@pytest.mark.parametrize("reading", LeadershipCounting, ids=lambda r: r.name)
def test_leaderships_by_a_register(reading: LeadershipCounting) -> None:
    """Of the legal person, in Tianjin, as the lead; a unit that is not told is unknown."""
    n = list(LeadershipCounting).index(reading)
    rows = [
        {"lead_unit": row["unit"], "lead_branch_of": row["branch_of"]}
        for row in (*map(row_of, LEADS), {"unit": None, "branch_of": None})
    ]
    known = {"register": REGISTER, "on": DAY, "leadership_counting": reading}
    expected = [told[n] for told in LEADS.values()]
    assert values_of(leaderships, rows, **known) == [*expected, None]
    told = facts_lead.leaderships.function
    whole = evolve(COMPLETE.application, participants=(), agreement=None)
    cases = [evolve(whole, lead=unit) for unit in LEADS]
    scalar = [told(case, REGISTER, None, DAY, leadership_counting=reading) for case in cases]
    assert [count.value for count in scalar] == expected


# --- taking part ----------------------------------------------------------------------------------


@by_reading
def test_participations_by_a_register(readings: Readings) -> None:
    """Of the unit and its college, whichever it is counted by; a unit not told is unknown."""
    expected = counted(readings)
    nobody = [row_of(BUSY) | {"unit": None}, row_of(LAW) | {"unit": None}]
    found = asked(participations, [*map(row_of, expected), *nobody], readings)
    assert dict(zip(expected, found, strict=False)) == expected
    assert found[len(expected) :] == [None, None]
    told = facts_composition.participations
    assert {u: alone(told, u, readings, REGISTER) for u in expected} == expected


def test_without_columns_of_colleges_and_branches_a_register_tells_of_the_rest() -> None:
    """Every university is unknown, and every other unit a legal person."""
    units = (BUSY, BODY, UNSAID_BODY, LAW)
    rows = [{"kind": unit.kind.value, "unit": str(unit.id)} for unit in units]
    assert asked(participations, rows, READINGS[0]) == [2, 1, 2, None]
    assert asked(participations_complete, rows[:1], READINGS[0]) == [None]


# --- whether that is all --------------------------------------------------------------------------

#: Another college may be meant of what the register, or the row, does not say which.
DOUBTFUL = {NO_COLLEGE, BODY, UNSAID_CHEMISTRY, UNSAID_MEDICINE, UNSAID, UNSAID_BODY}


@by_reading
def test_what_a_register_that_is_complete_leaves_open(readings: Readings) -> None:
    """Of which college something is, where it counts; and what the others of a group do."""
    units = [*counted(readings)]
    open_ = DOUBTFUL | ({DAUGHTER} if readings[2] is UnitOfCount.GROUP else set())
    if readings[2] is not UnitOfCount.REGISTERED_BODY:
        open_ |= {UNSAID_BRANCH, UNSAID_SCHOOL}
    expected = {unit: None if unit in open_ else True for unit in units}
    rows = [row_of(unit) | {"register_complete": True} for unit in units]
    found = asked(participations_complete, rows, readings)
    assert dict(zip(units, found, strict=True)) == expected
    nobody = [row | {"unit": None, "branch_of": None} for row in rows]
    assert set(asked(participations_complete, nobody, readings)) == {None}
    told = facts_composition.participations_complete
    assert {u: alone(told, u, readings, REGISTER) for u in units} == expected
    for said in (False, None):
        incomplete = [row | {"register_complete": said} for row in rows]
        assert set(asked(participations_complete, incomplete, readings)) == {None}


@pytest.mark.parametrize(
    ("roles", "whether"), [(RolesCounted.PARTICIPANT, True), (RolesCounted.ANY_ROLE, None)]
)
def test_what_does_not_count_leaves_nothing_open(roles: RolesCounted, whether: bool | None) -> None:
    """An engagement of no college matters only in a role that counts."""
    readings = (roles, ConsortiaCounted.ACTIVE, UnitOfCount.LEGAL_PERSON)
    lead = made_engagement(UNSAID, "壬一", **LEADING)
    register = Register.complete(to=DAY, engagements=(lead,))
    row = row_of(UNSAID_CHEMISTRY) | {"register_complete": True}
    assert asked(participations_complete, [row], readings, register=register) == [whether]
    told = facts_composition.participations_complete
    assert alone(told, UNSAID_CHEMISTRY, readings, register) is whether


def test_a_register_that_ends_before_the_day_counts_what_is_certain() -> None:
    """What lasted then may have ended; what began, or ends after, on the day is certain."""
    register = Register(REGISTER.engagements, BEFORE)
    units = (BUSY, ENDING, LAW)
    rows = [row_of(unit) for unit in units]
    assert asked(participations, rows, READINGS[0], register=register) == [1, 3, 1]
    told = facts_composition.participations
    assert [alone(told, unit, READINGS[0], register) for unit in units] == [1, 3, 1]


def test_a_register_without_engagements_proves_nothing_but_itself() -> None:
    """Whoever is told takes part in one, which is applied for; no day has to be one for all."""
    register = Register.complete(to=DAY)
    row = row_of(LAW) | {"register_complete": True}
    for on in (DAY, None):
        known = {"register": register, "on": on}
        assert asked(participations, [row], READINGS[0], **known) == [1]
        assert asked(participations_complete, [row], READINGS[0], **known) == [True]
