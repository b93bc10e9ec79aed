"""Rows that are no units, or count without end: told with the row and the column, all at once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

pytest.importorskip("narwhals")

from tests.policies.tianjin.columns.test_lifting import (
    FIRM,
    INSTITUTE,
    LEI,
    ONE,
    OWN,
    lead,
    settings,
    told,
    unit,
)
from tests.policies.tianjin.columns.test_lifting_faults import faults_of, not_known

from innov_consortium.core.organizations import Identifier
from innov_consortium.errors import Fault, FaultKind
from innov_consortium.policies.tianjin.columns.lifting import case_of

WRONG = f"{FIRM[:-1]}0"


def wrong_code(path: str) -> Fault:
    """Return the fault of a code with a wrong check character."""
    return Fault(
        FaultKind.INVALID_VALUE,
        path,
        f"统一社会信用代码 {WRONG!r} 校验码不符，请核对原件（GB 32100-2015）",
        f"the unified social credit code {WRONG!r} has a wrong check character; compare it with "
        "the certificate (GB 32100-2015)",
    )


def test_a_code_is_told_with_its_row_and_column() -> None:
    """Every wrong code of the lead and of the members, in the order of the tables."""
    row = {**OWN, "lead_unit": WRONG, "lead_branch_of": WRONG, "lead_parent": WRONG}
    rows = [ONE, {**ONE, "unit": WRONG, "parent": WRONG}, {**ONE, "branch_of": WRONG}]
    assert faults_of(row, rows) == [
        wrong_code("applications.lead_unit"),
        wrong_code("applications.lead_branch_of"),
        wrong_code("applications.lead_parent"),
        wrong_code("members[1].unit"),
        wrong_code("members[1].parent"),
        wrong_code("members[2].branch_of"),
    ]


def test_what_is_not_known_is_told_beside_what_is_wrong() -> None:
    """A row without a kind and one with a wrong code are both told."""
    rows = [{**ONE, "kind": None}, {**ONE, "unit": WRONG}]
    assert faults_of(OWN, rows) == [not_known("members[0].kind"), wrong_code("members[1].unit")]


def test_two_things_said_of_a_unit_that_contradict() -> None:
    """A college of a firm, and a form that is not that of the code, where each stands."""
    row = {**OWN, "lead_college": "法学院", "lead_kind": "enterprise"}
    rows = [{**ONE, "unit": FIRM, "legal_form": "cooperative"}, {**ONE, "college": "法学院"}]
    assert [(fault.kind, fault.path) for fault in faults_of(row, rows)] == [
        (FaultKind.INCONSISTENT, "applications.lead_college"),
        (FaultKind.INCONSISTENT, "members[0].legal_form"),
        (FaultKind.INCONSISTENT, "members[1].college"),
    ]


@pytest.mark.parametrize(
    ("row", "kind", "there"),
    [
        ({}, FaultKind.DUPLICATE, "members[0]"),
        ({"lead_unit": FIRM}, FaultKind.INCONSISTENT, "lead"),
    ],
)
def test_one_unit_in_two_rows(row: dict[str, Any], kind: FaultKind, there: str) -> None:
    """The very same unit twice is no application, in the words of the tables."""
    rows = [{**ONE, "unit": INSTITUTE, "kind": "research_institution"}, {**ONE, "unit": FIRM}]
    if not row:
        rows[0] = {**ONE, "unit": FIRM}
    zh = f"与 {there} 是同一单位；每个单位只列一次，牵头单位不列入参与单位"
    en = f"is the same unit as {there}; list each unit once and the lead apart"
    assert faults_of({**OWN, **row}, rows) == [Fault(kind, "members[1]", zh, en)]


def test_a_row_without_a_unit_is_none_that_a_text_names() -> None:
    """What a row is called by, a number or "lead", never makes it the unit of another."""
    rows = [{**ONE, "unit": text} for text in ("1", None, "lead")]
    units = [
        unit(0, id=Identifier("LABEL", "1")),
        unit(1, id=Identifier("ROW", "1")),
        unit(2, id=Identifier("LABEL", "lead")),
    ]
    assert case_of(OWN, rows, date(2026, 3, 2), settings()) == told(lead(), units)


@pytest.mark.parametrize("column", ["joined_active", "joined_ended", "led_revoked"])
def test_counts_that_are_written_one_by_one(column: str) -> None:
    """Ten thousand are; one more is asked to be checked, of a member and of the lead."""
    day = date(2026, 3, 2)
    found = case_of({**OWN, "leads_active": 10_000}, [ONE], day, settings())
    assert found.case.register is not None
    assert len(found.case.register.engagements) == 10_000
    zh = "10001 多于 10000，不逐个写成登记；请核对"
    en = "10001 is more than 10000, which are not written one by one; check it"
    assert faults_of({**OWN, "leads_pending": 10_001}, [ONE, {**ONE, column: 10_001}]) == [
        Fault(FaultKind.INVALID_VALUE, path, zh, en)
        for path in ("applications.leads_pending", f"members[1].{column}")
    ]


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1, 1, 2), date(1, 1, 3)])
def test_the_first_days_there_are(day: date) -> None:
    """What was over before the day asked about is over, also where no day is before it."""
    row = {**OWN, "leads_ended": 1, "leads_revoked": 1, "lead_unit": "LEI:X1"}
    register = case_of(row, [], day, settings()).case.register
    assert register is not None
    over = register.of(LEI)
    assert [(one.revoked, one.active_on(day), one.pending) for one in over] == [
        (False, False, False),
        (True, False, False),
    ]
