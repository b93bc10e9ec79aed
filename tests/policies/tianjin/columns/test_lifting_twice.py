"""One legal person in several rows: whose counts they are, a register has to be able to say.

Where it cannot, the rows are refused; where it can (by college, by registered body, or because
nothing is counted there), they are a case like any other.
"""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("narwhals")

from tests.policies.tianjin.columns.test_lifting import (
    DAY,
    FIRM,
    INSTITUTE,
    LEI,
    ONE,
    OTHER_FIRM,
    OWN,
    lead,
    settings,
    told,
    unit,
)
from tests.policies.tianjin.columns.test_lifting_faults import faults_of

from innov_consortium.core.organizations import Identifier
from innov_consortium.core.register import Register
from innov_consortium.errors import Fault, FaultKind
from innov_consortium.policies.tianjin.columns.lifting import case_of
from innov_consortium.policies.tianjin.readings import RolesCounted, UnitOfCount

UNIT = {**ONE, "unit": FIRM}
OF_UNIT = {**ONE, "unit": OTHER_FIRM, "branch_of": FIRM}
ABROAD = {**ONE, "unit": "LEI:X1"}
LAW = {"unit": INSTITUTE, "kind": "university", "joined_active": 0, "college": "法学院"}
MEDICINE = {**LAW, "college": "医学院"}
NO_COLLEGE = {**LAW, "college": None}
LEADING = {"lead_unit": FIRM}


def same(n: int, there: str) -> Fault:
    """Return the fault that a row is of the same legal person as another."""
    zh = f"与 {there} 是同一法人，各行的数目写不成登记；请改为给出登记簿"
    en = (
        f"is of the same legal person as {there}, and a register does not keep the counts of each "
        "row apart; give a register instead"
    )
    return Fault(FaultKind.INCONSISTENT, f"members[{n}].unit", zh, en)


FIRST, OF_LEAD = "members[0].unit", "applications.lead_unit"


@pytest.mark.parametrize("way", [UnitOfCount.LEGAL_PERSON, UnitOfCount.GROUP])
@pytest.mark.parametrize(
    ("row", "rows", "expected"),
    [
        ({}, [{**UNIT, "joined_active": 1}, {**OF_UNIT, "joined_active": 1}], [same(1, FIRST)]),
        ({}, [{**UNIT, "joined_active": 2}, OF_UNIT], [same(1, FIRST)]),
        ({}, [UNIT, ABROAD, {**OF_UNIT, "led_active": 1}], [same(2, FIRST)]),
        (LEADING, [{**OF_UNIT, "led_active": 1}], [same(0, OF_LEAD)]),
        ({**LEADING, "leads_active": 1}, [OF_UNIT], [same(0, OF_LEAD)]),
        ({}, [{**LAW, "joined_active": 1}, NO_COLLEGE], [same(1, FIRST)]),
        ({}, [NO_COLLEGE, {**LAW, "joined_active": 1}], [same(1, FIRST)]),
        (
            {**LEADING, "leads_active": 1},
            [ABROAD, OF_UNIT, {**OF_UNIT, "unit": "LEI:Y", "joined_pending": 1}],
            [same(1, OF_LEAD), same(2, OF_LEAD), same(2, "members[1].unit")],
        ),
    ],
)
def test_counts_that_no_register_keeps_apart(
    row: dict[str, Any], rows: list[dict[str, Any]], expected: list[Fault], way: UnitOfCount
) -> None:
    """A register knows what a legal person takes part in, not which of its rows counts it."""
    asked = {"unit_of_count": way, "roles_counted": RolesCounted.ANY_ROLE}
    assert faults_of({**OWN, **row}, rows, **asked) == expected


@pytest.mark.parametrize(
    ("row", "rows", "readings"),
    [
        ({}, [UNIT, OF_UNIT, {**ABROAD, "joined_active": 1}], {}),
        ({"leads_active": 1}, [UNIT, OF_UNIT], {}),
        ({}, [{**UNIT, "joined_on": DAY, "led_by": "甲"}, OF_UNIT], {}),
        (LEADING, [{**OF_UNIT, "joined_active": 1}], {}),
        ({}, [{**LAW, "joined_active": 1}, {**MEDICINE, "joined_active": 1}], {}),
        ({}, [{**UNIT, "joined_revoked": -1}, OF_UNIT], {}),
        ({}, [{**UNIT, "signed": True, "joined_pending": None}, {**OF_UNIT, "led_active": 0}], {}),
        (
            {},
            [{**UNIT, "joined_active": 1}, {**OF_UNIT, "joined_active": 1}],
            {"unit_of_count": UnitOfCount.REGISTERED_BODY},
        ),
    ],
    ids=[
        "another's",
        "the lead's",
        "other columns",
        "of its branch",
        "colleges",
        "unknown",
        "none",
        "bodies",
    ],
)
def test_counts_that_are_kept_apart(
    row: dict[str, Any], rows: list[dict[str, Any]], readings: dict[str, Any]
) -> None:
    """Whatever a row counts is known of its unit, and of no other."""
    found = case_of({**OWN, **row}, rows, DAY, settings(**readings))
    assert found.case.register is not None
    counted = {(str(one.unit), one.college) for one in found.case.register.engagements}
    said = {
        (one["unit"] if one is not OF_UNIT or readings else FIRM, one.get("college"))
        for one in rows
        if (one["joined_active"] or 0) > 0
    }
    own = {("ROW:lead", None)} if row.get("leads_active") else set()
    of_branch = {(FIRM, None)} if row is LEADING else set()
    assert counted == (of_branch or said | own)


def test_another_college_of_the_lead_s_university_is_apart() -> None:
    """What the lead leads by one college is none of another's; what that leads is the lead's."""
    row = {**OWN, "lead_unit": INSTITUTE, "lead_kind": "university", "leads_active": 1}
    of_law = {**row, "lead_college": "法学院"}
    found = case_of(of_law, [MEDICINE], DAY, settings())
    assert found.case.register is not None
    assert [one.college for one in found.case.register.engagements] == ["法学院"]
    any_role = {"roles_counted": RolesCounted.ANY_ROLE}
    assert faults_of(row, [MEDICINE], **any_role) == [same(0, OF_LEAD)]
    leading = {**MEDICINE, "led_active": 1}
    assert faults_of({**of_law, "leads_active": 0}, [leading], **any_role) == [same(0, OF_LEAD)]


def test_beside_a_register_no_row_counts() -> None:
    """What the columns count is not looked at where a register tells."""
    rows = [{**UNIT, "joined_active": 1}, {**OF_UNIT, "joined_active": 10_001}]
    firm = Identifier.uscc(FIRM)
    units = [unit(0, id=firm), unit(1, id=Identifier.uscc(OTHER_FIRM), branch_of=firm)]
    found = case_of({"lead_branch_of": "LEI:X1"}, rows, DAY, settings(), Register())
    assert found == told(lead(branch_of=LEI), units, register=Register())
