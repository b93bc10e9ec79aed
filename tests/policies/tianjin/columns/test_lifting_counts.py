"""The register that rows of the two tables tell of: as many engagements as they count.

A count that is not known is left unsaid beside the case, never taken as none.
"""

from __future__ import annotations

from datetime import date
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
    with_unsaid,
)

from innov_consortium.core.organizations import Identifier, OrganizationKind
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.policies.tianjin.columns.lifting import case_of
from innov_consortium.policies.tianjin.readings import (
    UnitOfCount,
)

DAY_BEFORE = date(2026, 3, 1)
TWO_DAYS_BEFORE = date(2026, 2, 28)

#: How long what is counted lasts, by the sort; what is over began and ended before the day.
LASTING: dict[str, dict[str, Any]] = {
    "active": {"since": DAY},
    "pending": {},
    "ended": {"since": TWO_DAYS_BEFORE, "ended_on": DAY_BEFORE},
    "revoked": {"since": TWO_DAYS_BEFORE, "ended_on": DAY_BEFORE, "revoked": True},
    "elsewhere": {"since": DAY, "jurisdiction": "110000"},
}
LED = ("active", "pending", "ended", "revoked")
JOINED = ("active", "pending", "revoked", "elsewhere")


def engaged(name: str, who: Identifier, role: Role, **known: Any) -> Engagement:
    """Return an engagement of the sort that its name ends with, before a number."""
    lasting = LASTING[name.split("-")[-2]]
    return Engagement(consortium=name, unit=who, role=role, **lasting, **known)


@pytest.mark.parametrize(("count", "number"), [(None, 0), (-1, 0), (0, 0), (1, 1), (2, 2)])
@pytest.mark.parametrize("sort", LED)
def test_what_the_lead_leads(sort: str, count: int | None, number: int) -> None:
    """As many engagements as the row counts, of the legal person of the lead and its college.

    A count that is not known, or none at all, gives none; one of those that count under the
    default reading leaves the number unsaid.
    """
    row = {"lead_branch_of": "LEI:X1", "lead_kind": "university", "lead_college": "法学院"}
    found = case_of({**OWN, **row, f"leads_{sort}": count}, [], DAY, settings())
    leading = lead(branch_of=LEI, kind=OrganizationKind.UNIVERSITY, college="法学院")
    names = [f"LEI:X1-leads-{sort}-0", f"LEI:X1-leads-{sort}-1"][:number]
    led = tuple(engaged(name, LEI, Role.LEAD, college="法学院") for name in names)
    unknown = sort == "active" and count in (None, -1)
    facts = {"leaderships": None} if unknown else {}
    assert found == with_unsaid(told(leading, register=Register(led)), facts)


@pytest.mark.parametrize(("count", "number"), [(None, 0), (-1, 0), (0, 0), (1, 1), (2, 2)])
@pytest.mark.parametrize("sort", JOINED)
@pytest.mark.parametrize(
    ("prefix", "role"), [("joined", Role.PARTICIPANT), ("led", Role.LEAD)], ids=["joined", "led"]
)
def test_what_a_member_takes_part_in(
    prefix: str, role: Role, sort: str, count: int | None, number: int
) -> None:
    """As many engagements as the row of a member counts, in the role the column is about."""
    rows = [ONE, {**ONE, "unit": FIRM, f"{prefix}_{sort}": count}]
    firm = Identifier.uscc(FIRM)
    names = [f"{FIRM}-{prefix}-{sort}-0", f"{FIRM}-{prefix}-{sort}-1"][:number]
    register = Register(tuple(engaged(name, firm, role) for name in names))
    unknown = (prefix, sort) == ("joined", "active") and count in (None, -1)
    members: list[dict[str, Any]] = [{}, {"participations": None} if unknown else {}]
    expected = told(units=[unit(0), unit(1, id=firm)], register=register)
    assert case_of(OWN, rows, DAY, settings()) == with_unsaid(expected, {}, *members)


def test_every_count_at_once() -> None:
    """What the lead leads comes first, then what each member has joined and leads, sort by sort."""
    row = {f"leads_{sort}": 1 for sort in LED}
    first = {f"{prefix}_{sort}": 1 for prefix in ("joined", "led") for sort in JOINED}
    university = {"kind": "university", "college": "医学院", "unit": INSTITUTE}
    rows = [{**ONE, **first}, {**university, "joined_active": 2}]
    institute = Identifier.uscc(INSTITUTE)
    own, other = Identifier("ROW", "lead"), Identifier("ROW", "0")
    engagements = (
        *(engaged(f"ROW:lead-leads-{sort}-0", own, Role.LEAD) for sort in LED),
        *(engaged(f"ROW:0-joined-{sort}-0", other, Role.PARTICIPANT) for sort in JOINED),
        *(engaged(f"ROW:0-led-{sort}-0", other, Role.LEAD) for sort in JOINED),
        engaged(f"{INSTITUTE}-joined-active-0", institute, Role.PARTICIPANT, college="医学院"),
        engaged(f"{INSTITUTE}-joined-active-1", institute, Role.PARTICIPANT, college="医学院"),
    )
    units = [unit(0), unit(1, id=institute, kind=OrganizationKind.UNIVERSITY, college="医学院")]
    expected = told(units=units, register=Register(engagements))
    assert case_of(row, rows, DAY, settings()) == expected


@pytest.mark.parametrize("said", [True, False, None])
def test_complete_registers(said: bool | None) -> None:
    """What is said to be complete is so to the day asked about; else nobody knows to which."""
    register = Register((), DAY if said else None)
    found = case_of({**OWN, "register_complete": said}, [], DAY, settings())
    assert found == told(register=register)


@pytest.mark.parametrize(
    ("way", "whose"),
    [
        (UnitOfCount.LEGAL_PERSON, LEI),
        (UnitOfCount.REGISTERED_BODY, Identifier.uscc(FIRM)),
        (UnitOfCount.GROUP, LEI),
    ],
    ids=["legal person", "registered body", "group"],
)
def test_whose_counts_they_are(way: UnitOfCount, whose: Identifier) -> None:
    """A branch counts for its legal person, save where every registered body is one.

    What the lead leads is its legal person's under every reading.
    """
    rows = [{**ONE, "unit": FIRM, "branch_of": "LEI:X1", "joined_active": 1, "led_pending": 1}]
    own = {"lead_unit": OTHER_FIRM, "lead_branch_of": "LEI:Y", "leads_active": 1}
    head = Identifier("LEI", "Y")
    engagements = (
        engaged("LEI:Y-leads-active-0", head, Role.LEAD),
        engaged(f"{whose}-joined-active-0", whose, Role.PARTICIPANT),
        engaged(f"{whose}-led-pending-0", whose, Role.LEAD),
    )
    expected = told(
        lead(id=Identifier.uscc(OTHER_FIRM), branch_of=head),
        [unit(id=Identifier.uscc(FIRM), branch_of=LEI)],
        register=Register(engagements),
    )
    assert case_of(own, rows, DAY, settings(unit_of_count=way)) == expected


@pytest.mark.parametrize(
    "register", [Register(), Register.complete(to=DAY_BEFORE)], ids=["of nothing", "complete"]
)
def test_a_register_that_is_given(register: Register) -> None:
    """It goes before every count of the rows, and none of those is asked for then.

    Declared intentions are still told beside the case.
    """
    row: dict[str, Any] = {"leads_active": 2, "register_complete": True, "lead_intending": False}
    row |= {"lead_unit": "LEI:X1"}
    firm = Identifier.uscc(FIRM)
    for own in (row, {**row, "leads_active": None}):
        for count in (1, None):
            one = {"kind": "enterprise", "unit": FIRM}
            rows = [{**one, "joined_active": count, "intending": True}]
            expected = told(lead(id=LEI), [unit(id=firm)], register=register)
            found = case_of(own, rows, DAY, settings(), register)
            assert found == with_unsaid(expected, {"lead_intends": False}, {"intends": True})


@pytest.mark.parametrize(
    ("way", "branch_named"),
    [(UnitOfCount.LEGAL_PERSON, True), (UnitOfCount.REGISTERED_BODY, False)],
    ids=["legal person", "registered body"],
)
def test_of_whoever_is_not_named_a_register_tells_nothing(
    way: UnitOfCount, branch_named: bool
) -> None:
    """That it has nothing of them is no proof of none: a branch is named by its legal person."""
    register = Register.complete(to=DAY)
    unknown: dict[str, Any] = {"participations": None, "participations_complete": None}
    rows: list[dict[str, Any]] = [
        {"kind": "enterprise", "unit": FIRM},
        {"kind": "enterprise", "unit": None},
        {"kind": "enterprise", "branch_of": "LEI:X1"},
    ]
    units = [unit(0, id=Identifier.uscc(FIRM)), unit(1), unit(2, branch_of=LEI)]
    found = case_of({}, rows, DAY, settings(unit_of_count=way), register)
    unsaid: tuple[dict[str, Any], ...] = ({}, unknown, {} if branch_named else unknown)
    expected = told(units=units, register=register)
    assert found == with_unsaid(expected, {"leaderships": None}, *unsaid)
    for named in ({"lead_unit": "LEI:X2"}, {"lead_branch_of": "LEI:X2"}):
        assert case_of(named, rows, DAY, settings(), register).facts == {}
