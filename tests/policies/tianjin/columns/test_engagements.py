"""How many consortia a unit leads and takes part in, as columns say; and whether that is all.

Numbers that a register tells are held in ``test_engagements_register``. A number not given, and one
below 0, is unknown: never none.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

pytest.importorskip("polars")
pytest.importorskip("narwhals")

import narwhals as nw
from tests.policies.tianjin.columns.engagement_rows import named, values_of
from tests.policies.tianjin.conftest import DAY, made_engagement, made_unit

from innov_consortium.core.register import Register, Role
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.policies.tianjin.columns.engagements import (
    FACTS,
    leaderships,
    participations,
    participations_complete,
    register_complete,
)
from innov_consortium.policies.tianjin.readings import (
    ConsortiaCounted,
    LeadershipCounting,
    RolesCounted,
    UnitOfCount,
)

BEFORE, AFTER = date(2026, 3, 1), date(2026, 3, 3)
PARTICIPANT, ANY_ROLE = RolesCounted
ACTIVE, PENDING_TOO, OTHER_PROVINCES_TOO, REVOKED_TOO = ConsortiaCounted
LEGAL_PERSON, REGISTERED_BODY, GROUP = UnitOfCount
FIRM = made_unit(1)
UNIT = str(FIRM.id)
ENGAGED = (made_engagement(FIRM, "甲", role=Role.LEAD), made_engagement(FIRM, "乙"))
REGISTER = Register.complete(to=DAY, engagements=ENGAGED)
COUNTED = named((PARTICIPANT, ACTIVE, LEGAL_PERSON))


def test_the_facts_of_the_module() -> None:
    """All four are derived, the last two for each participant."""
    assert [(fact.name, fact.each) for fact in FACTS] == [
        ("register_complete", None),
        ("leaderships", None),
        ("participations", "participant"),
        ("participations_complete", "participant"),
    ]


# --- whether the register is complete -------------------------------------------------------------


@pytest.mark.parametrize("on", [BEFORE, DAY, AFTER, None], ids=str)
@pytest.mark.parametrize("register", [None, Register.unknown(), Register(ENGAGED)])
def test_no_register_and_one_complete_to_no_day_is_known_on_none(
    register: Register | None, on: date | None
) -> None:
    """There is nothing to be said, in any row; where it is asked on one day as where on several."""
    assert register_complete.function(register, on, nw.col("day")) is None


@pytest.mark.parametrize(("on", "known"), [(BEFORE, True), (DAY, True), (AFTER, None)])
def test_on_one_day_a_register_is_complete_up_to_its_own_day(on: date, known: bool | None) -> None:
    """Its own day is within; the days after are unknown, never incomplete."""
    assert register_complete.function(REGISTER, on, nw.col("day")) is known
    assert REGISTER.complete_on(on) is known


def test_on_many_days_a_register_is_complete_row_by_row() -> None:
    """Before, at and after its day, and where the day is unknown."""
    rows = [{"day": day} for day in (BEFORE, DAY, AFTER, None)]
    found = values_of(register_complete, rows, register=REGISTER, on=None)
    assert found == [True, True, None, None]


# --- leading --------------------------------------------------------------------------------------

#: What a row says it leads: now, pending, ended, revoked; then what that comes to with its own.
LED = {
    "none": ((0, 0, 0, 0), {"CONCURRENT": 1, "LIFETIME": 1, "PENDING_TOO": 1}),
    "each sort is its own": (
        (1, 10, 100, 1000),
        {"CONCURRENT": 2, "LIFETIME": 1102, "PENDING_TOO": 12},
    ),
    "two now": ((2, 0, 0, 0), {"CONCURRENT": 3, "LIFETIME": 3, "PENDING_TOO": 3}),
    "one pending": ((0, 1, 0, 0), {"CONCURRENT": 1, "LIFETIME": 1, "PENDING_TOO": 2}),
    "one ended": ((0, 0, 1, 0), {"CONCURRENT": 1, "LIFETIME": 2, "PENDING_TOO": 1}),
    "one revoked": ((0, 0, 0, 1), {"CONCURRENT": 1, "LIFETIME": 2, "PENDING_TOO": 1}),
    "now unknown": ((None, 1, 1, 1), {}),
    "now below none": ((-1, 1, 1, 1), {}),
    "pending unknown": ((1, None, 1, 1), {"CONCURRENT": 2, "LIFETIME": 4}),
    "pending below none": ((1, -1, 1, 1), {"CONCURRENT": 2, "LIFETIME": 4}),
    "ended unknown": ((1, 1, None, 1), {"CONCURRENT": 2, "PENDING_TOO": 3}),
    "ended below none": ((1, 1, -1, 1), {"CONCURRENT": 2, "PENDING_TOO": 3}),
    "revoked unknown": ((1, 1, 1, None), {"CONCURRENT": 2, "PENDING_TOO": 3}),
    "revoked below none": ((1, 1, 1, -1), {"CONCURRENT": 2, "PENDING_TOO": 3}),
    "nothing said": ((None, None, None, None), {}),
}
LEADS = ("leads_active", "leads_pending", "leads_ended", "leads_revoked")


@pytest.mark.parametrize("reading", LeadershipCounting, ids=lambda r: r.name)
def test_leaderships_by_columns(reading: LeadershipCounting) -> None:
    """Those that count under the reading and the one applied for; unknown if one of those is."""
    rows = [dict(zip(LEADS, said, strict=True)) for said, _ in LED.values()]
    found = values_of(leaderships, rows, leadership_counting=reading)
    expected = {name: told.get(reading.name) for name, (_, told) in LED.items()}
    assert dict(zip(LED, found, strict=True)) == expected


# --- taking part ----------------------------------------------------------------------------------

SORTS = ("active", "pending", "revoked", "elsewhere")
COUNTS = [f"{role}_{sort}" for role in ("joined", "led") for sort in SORTS]
#: As many of each sort as tell it apart from every other.
APART = {name: 10**n for n, name in enumerate(COUNTS)}
ALL: dict[tuple[RolesCounted, ConsortiaCounted], int] = {
    (PARTICIPANT, ACTIVE): 2,
    (PARTICIPANT, PENDING_TOO): 12,
    (PARTICIPANT, REVOKED_TOO): 102,
    (PARTICIPANT, OTHER_PROVINCES_TOO): 1_002,
    (ANY_ROLE, ACTIVE): 10_002,
    (ANY_ROLE, PENDING_TOO): 110_012,
    (ANY_ROLE, REVOKED_TOO): 1_010_102,
    (ANY_ROLE, OTHER_PROVINCES_TOO): 10_011_002,
}
MORE = {PENDING_TOO: "pending", REVOKED_TOO: "revoked", OTHER_PROVINCES_TOO: "elsewhere"}


def test_every_way_of_counting_is_there() -> None:
    """Each role with each sort of consortia."""
    assert set(ALL) == {(role, sort) for role in RolesCounted for sort in ConsortiaCounted}


@pytest.mark.parametrize("unit_of_count", UnitOfCount, ids=lambda r: r.name)
@pytest.mark.parametrize("counted", ALL, ids=lambda c: "-".join(r.name for r in c))
def test_participations_by_columns(
    counted: tuple[RolesCounted, ConsortiaCounted], unit_of_count: UnitOfCount
) -> None:
    """Those that count and the one applied for, whatever the unit; unknown if one of those is."""
    roles, sort = counted
    whole = {"kind": "enterprise", **APART}
    unknown = [{**whole, name: value} for name in COUNTS for value in (None, -1)]
    rows = [whole, *unknown, {"kind": "enterprise", **dict.fromkeys(COUNTS, 0)}]
    read = {f"{role}_{s}" for role in ("joined", "led") for s in ("active", MORE.get(sort))}
    if roles is PARTICIPANT:
        read = {name for name in read if name.startswith("joined")}
    without = [None if name in read else ALL[counted] for name in COUNTS for _ in range(2)]
    readings = named((roles, sort, unit_of_count))
    assert values_of(participations, rows, **readings) == [ALL[counted], *without, 1]


#: What a row tells of itself, then the number; ``joined_active`` is 1 in each.
OF_COLLEGES: dict[str, tuple[dict[str, Any], int | None]] = {
    "a college": ({"kind": "university", "college": "化工学院"}, 2),
    "a university without one": ({"kind": "university", "college": None}, None),
    "a firm": ({"kind": "enterprise", "college": None}, 2),
    "anything with a college": ({"kind": None, "college": "化工学院"}, 2),
    "nothing told": ({"kind": None, "college": None}, None),
}


def test_a_university_without_a_college_is_unknown() -> None:
    """It is counted by college; so is what may be a university."""
    rows = [{**told, "joined_active": 1} for told, _ in OF_COLLEGES.values()]
    found = values_of(participations, rows, **COUNTED)
    assert found == [number for _, number in OF_COLLEGES.values()]


def test_without_a_column_of_colleges_every_university_is_unknown() -> None:
    """No university is then said to take part by a college."""
    rows = [{"kind": kind, "joined_active": 1} for kind in ("university", "enterprise", None)]
    assert values_of(participations, rows, **COUNTED) == [None, 2, None]


# --- whether that is all --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unit_of_count", "of_a_group"), [(LEGAL_PERSON, True), (REGISTERED_BODY, True), (GROUP, None)]
)
def test_what_columns_say_of_all_is_believed(
    unit_of_count: UnitOfCount, of_a_group: bool | None
) -> None:
    """Complete, said not to be and unknown; of a group no more is known than of each of it."""
    counted = COUNTED | {"unit_of_count": unit_of_count}
    rows = [{"register_complete": said} for said in (True, False, None)]
    assert values_of(participations_complete, rows, **counted) == [True, None, None]
    parents = [{**row, "parent": parent} for parent in (None, UNIT) for row in rows]
    found = values_of(participations_complete, parents, **counted)
    assert found == [True, None, None, of_a_group, None, None]


def test_columns_beside_a_register_tell_what_is_all() -> None:
    """The numbers in columns are not the register's: what it leaves open says nothing of them."""
    college = made_engagement(FIRM, "丙", college="化工学院")
    register = Register.complete(to=DAY, engagements=(college,))
    on_none = {"register": register, "on": None}
    for column in COUNTS:
        row = {"register_complete": True, "unit": UNIT, column: 1}
        assert values_of(participations_complete, [row], **COUNTED, **on_none) == [True]


# --- what cannot be asked -------------------------------------------------------------------------


def fault_of(fact: Any, row: dict[str, Any], **known: Any) -> tuple[Fault, ...]:
    with pytest.raises(InvalidInputError) as refused:
        values_of(
            fact, [row], **COUNTED, leadership_counting=LeadershipCounting.CONCURRENT, **known
        )
    return refused.value.faults


LEAD_COUNTS = [f"leads_{sort}" for sort in ("active", "pending", "ended", "revoked")]


@pytest.mark.parametrize("register", [REGISTER, Register.unknown()], ids=["told", "unknown"])
@pytest.mark.parametrize(
    ("fact", "columns"), [(leaderships, LEAD_COUNTS), (participations, COUNTS)]
)
def test_a_register_and_columns_are_not_both_given(
    fact: Any, columns: Sequence[str], register: Register
) -> None:
    """Neither is preferred, even where the register tells nothing; each such column is told."""
    told = [
        Fault(
            FaultKind.INCONSISTENT,
            column,
            "给出登记簿的，不再以各列给出数目；两者只取其一",
            "is given beside a register, which tells the same: give one of the two",
        )
        for column in columns
    ]
    for fault in told:
        assert fault_of(fact, {fault.path: 1}, register=register, on=DAY) == (fault,)
    every = dict.fromkeys(columns, 0)
    assert sorted(fault_of(fact, every, register=register, on=DAY), key=str) == sorted(
        told, key=str
    )


@pytest.mark.parametrize("fact", [leaderships, participations, participations_complete])
def test_a_register_is_looked_at_on_one_day(fact: Any) -> None:
    """Where each row asks about a day of its own, columns have to tell."""
    told = Fault(
        FaultKind.INCONSISTENT,
        "register",
        "登记簿须与同一个所问之日相比；各行日期不同的，请以各列给出数目",
        "is looked at on one day; where the rows ask about different days, give the counts "
        "in columns",
    )
    assert fault_of(fact, {"unit": UNIT}, register=REGISTER, on=None) == (told,)
