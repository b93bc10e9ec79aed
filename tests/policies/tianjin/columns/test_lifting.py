"""The case that rows of the two tables tell of: who takes part, and what is put forward.

Whole results are compared: the application, the register with every engagement, the special case,
the listings, and what no case can say. What rows count is in ``test_lifting_counts``, what is left
unsaid or refused in ``test_lifting_faults``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

pytest.importorskip("narwhals")

from innov_consortium.core.attestations import Listing, SpecialCase
from innov_consortium.core.case import Case
from innov_consortium.core.checking import settings_of
from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import (
    Identifier,
    LegalForm,
    Organization,
    OrganizationKind,
)
from innov_consortium.core.tables import Lifted
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.policies.tianjin.columns.lifting import case_of

DAY = date(2026, 3, 2)
DAY_BEFORE = date(2026, 3, 1)

FIRM, OTHER_FIRM, INSTITUTE = "91120116MAXT00001T", "91120116MAXT00002X", "12120116MAXT000212"
LEI = Identifier("LEI", "X1")

#: Rows of which every count is known: none.
OWN = {"leads_active": 0}
ONE = {"kind": "enterprise", "joined_active": 0}


def settings(**readings: Any) -> Mapping[str, Any]:
    """Return the policy's numbers and readings, some of them exchanged."""
    return {**settings_of(TIANJIN).values, **readings}


def lead(**known: Any) -> Organization:
    """Return a lead of which nothing is known but what is given."""
    unknown = {"id": Identifier("ROW", "lead"), "kind": OrganizationKind.OTHER}
    return Organization(**{"name": "牵头单位", **unknown, **known})


def unit(n: int = 0, **known: Any) -> Organization:
    """Return the unit of a row, an enterprise of which nothing is known but what is given."""
    unknown = {"id": Identifier("ROW", f"{n}"), "kind": OrganizationKind.ENTERPRISE}
    return Organization(**{"name": f"第{n + 1}行", **unknown, **known})


def told(
    leading: Organization | None = None,
    units: Sequence[Organization] = (),
    filed_on: date | None = None,
    **around: Any,
) -> Lifted:
    """Return a case of some units, without anything that it cannot say."""
    application = Application(lead=leading or lead(), participants=tuple(units), filed_on=filed_on)
    return Lifted(Case(application=application, **around), {}, tuple({} for _ in units))


def with_unsaid(
    found: Lifted, facts: dict[str, Any] | None = None, *members: dict[str, Any]
) -> Lifted:
    """Return a case with what it cannot say."""
    return Lifted(found.case, facts or {}, members)


IDENTIFIERS = [
    pytest.param(FIRM, Identifier("GB 32100", FIRM), id="a code"),
    pytest.param("9Y120116MAXT0000YT", Identifier("GB 32100", "9Y120116MAXT0000YT"), id="last"),
    pytest.param(f"GB 32100:{FIRM}", Identifier("GB 32100", FIRM), id="a code with its scheme"),
    pytest.param("LEI:X1", LEI, id="of a register abroad"),
    pytest.param(f"LEI:{FIRM}", Identifier("LEI", FIRM), id="abroad, and looks like a code"),
    pytest.param("HR:B:12", Identifier("HR", "B:12"), id="a number with a colon"),
    pytest.param("虚构公司", Identifier("LABEL", "虚构公司"), id="a name"),
    pytest.param(FIRM[:-1], Identifier("LABEL", FIRM[:-1]), id="17 characters"),
    pytest.param(f"{FIRM}0", Identifier("LABEL", f"{FIRM}0"), id="19 characters"),
    pytest.param(FIRM.lower(), Identifier("LABEL", FIRM.lower()), id="lower case"),
    pytest.param("91120I16MAXT00001T", Identifier("LABEL", "91120I16MAXT00001T"), id="an I"),
    pytest.param("9112A116MAXT00001T", Identifier("LABEL", "9112A116MAXT00001T"), id="no division"),
    pytest.param("S1120116MAXT00001T", Identifier("LABEL", "S1120116MAXT00001T"), id="begins S"),
    pytest.param("91120116MAXT0000OT", Identifier("LABEL", "91120116MAXT0000OT"), id="ends O"),
]


@pytest.mark.parametrize(("text", "found"), IDENTIFIERS)
def test_who_a_row_is_about(text: str, found: Identifier) -> None:
    """A code of 18 characters is one, REGISTER:number another; the rest is a mere label.

    So it is for the unit, the legal person it is a branch of and its parent, of lead and member.
    """
    firm, lei = Identifier.uscc(OTHER_FIRM), Identifier("LEI", "Y")
    row = {**OWN, "lead_unit": text}
    assert case_of(row, [], DAY, settings()) == told(lead(id=found))
    row = {**OWN, "lead_branch_of": text, "lead_parent": "LEI:Y", "lead_unit": OTHER_FIRM}
    branch = lead(id=firm, branch_of=found, parent=lei)
    assert case_of(row, [], DAY, settings()) == told(branch)
    row = {**OWN, "lead_branch_of": "LEI:Y", "lead_parent": text}
    assert case_of(row, [], DAY, settings()) == told(lead(branch_of=lei, parent=found))
    rows = [
        {**ONE, "unit": text},
        {**ONE, "unit": OTHER_FIRM, "branch_of": text, "parent": "LEI:Y"},
        {**ONE, "unit": None, "branch_of": "LEI:Y", "parent": text},
    ]
    units = [
        unit(0, id=found),
        unit(1, id=firm, branch_of=found, parent=lei),
        unit(2, branch_of=lei, parent=found),
    ]
    assert case_of(OWN, rows, DAY, settings()) == told(units=units)


@pytest.mark.parametrize("kind", list(OrganizationKind), ids=lambda kind: kind.value)
def test_kinds(kind: OrganizationKind) -> None:
    """Every kind that may be declared, of the lead and of a member."""
    found = case_of(
        {**OWN, "lead_kind": kind.value}, [{**ONE, "kind": kind.value}], DAY, settings()
    )
    assert found == told(lead(kind=kind), [unit(kind=kind)])


@pytest.mark.parametrize("form", list(LegalForm), ids=lambda form: form.value)
def test_forms(form: LegalForm) -> None:
    """Every form that may be registered, of the lead and of a member; unknown where not said."""
    row = {**OWN, "lead_legal_form": form.value}
    rows = [{**ONE, "legal_form": form.value}, {**ONE, "legal_form": None}]
    assert case_of(row, rows, DAY, settings()) == told(
        lead(legal_form=form), [unit(0, legal_form=form), unit(1)]
    )


@pytest.mark.parametrize("abroad", [True, False, None])
def test_units_abroad(abroad: bool | None) -> None:
    """Whether a member is abroad is said as its row has it: not known is not false."""
    found = case_of(OWN, [{**ONE, "abroad": abroad}], DAY, settings())
    assert found == told(units=[unit(abroad=abroad)])


def test_colleges() -> None:
    """Colleges of one university are several members; that of the lead is its own."""
    one = {**ONE, "unit": INSTITUTE, "kind": "university", "signed": True}
    row = {**OWN, "lead_unit": "LEI:X1", "lead_kind": "university", "lead_college": "法学院"}
    known: dict[str, Any] = {"kind": OrganizationKind.UNIVERSITY, "id": Identifier.uscc(INSTITUTE)}
    units = [unit(0, college="化工学院", **known), unit(1, college="医学院", **known)]
    found = case_of(
        row, [{**one, "college": "化工学院"}, {**one, "college": "医学院"}], DAY, settings()
    )
    assert found == told(lead(id=LEI, kind=OrganizationKind.UNIVERSITY, college="法学院"), units)


@pytest.mark.parametrize(
    ("domicile", "found"),
    [
        ("120116", "120116"),
        ("110000", "110000"),
        ("12011", None),
        ("1201160", None),
        ("12011A", None),
        ("12011\uff16", None),
        ("天津", None),
        (None, None),
    ],
)
def test_domiciles(domicile: str | None, found: str | None) -> None:
    """Six digits are the code of a region; anything else is none, and the domicile not known."""
    row = {**OWN, "lead_domicile": domicile}
    assert case_of(row, [], DAY, settings()) == told(lead(domicile=found))


@pytest.mark.parametrize(("there", "found"), [(True, ("120100",)), (False, ())])
def test_branches_in_tianjin(there: bool, found: tuple[str, ...]) -> None:
    """A branch there is one in the city; where there is none, there is none."""
    row = {**OWN, "lead_branch_in_tianjin": there}
    assert case_of(row, [], DAY, settings()) == told(lead(branches_in=found))


def test_what_is_not_of_the_lead() -> None:
    """Only columns of the lead tell of it; the day of filing is that of the application."""
    row = {**OWN, "unit": "LEI:X1", "parent": "LEI:X1", "kind": "hospital", "filed_on": DAY_BEFORE}
    assert case_of(row, [], DAY, settings()) == told(filed_on=DAY_BEFORE)


@pytest.mark.parametrize(
    ("row", "leading", "listed"),
    [
        ({"lead_listed": True}, {}, Identifier("ROW", "lead")),
        ({"lead_listed": True, "lead_unit": "LEI:X1"}, {"id": LEI}, LEI),
        ({"lead_listed": True, "lead_branch_of": "LEI:X1"}, {"branch_of": LEI}, LEI),
        ({"lead_listed": False}, {}, None),
        ({}, {}, None),
    ],
)
def test_listings(row: dict[str, Any], leading: dict[str, Any], listed: Identifier | None) -> None:
    """The legal person of the lead is on a list that day, or on none."""
    listings = (Listing(unit=listed, name="经营异常名录", first=DAY),) if listed else ()
    found = case_of({**OWN, **row}, [], DAY, settings())
    assert found == told(lead(**leading), listings=listings)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"special_determined_by": "leadership"}, {"determined_by": "市委、市政府"}),
        ({"special_determined_by": "bureau"}, {"determined_by": "市科技局"}),
        ({"special_determined_by": "applicant"}, {"determined_by": "申请人"}),
        ({"special_determined_by": "another"}, {"determined_by": "其他单位"}),
        ({"special_determined_by": "none"}, {"determined_on": None}),
        ({"special_determined_by": None}, {}),
        (
            {"special_determined_by": "leadership", "special_determined_on": None},
            {"determined_by": "市委、市政府", "determined_on": None},
        ),
        ({"special_elected": True}, {"elected": True}),
        ({"special_elected": False}, {"elected": False}),
        ({"special_elected_by_bureau": True}, {"elected_by": "市科技局"}),
        ({"special_elected_by_bureau": False}, {"elected_by": "其他单位"}),
        ({"special_elected_by_bureau": None}, {}),
    ],
)
@pytest.mark.parametrize("ground", ["art7.s1a", "art7.s1b"])
def test_special_cases(ground: str, row: dict[str, Any], said: dict[str, Any]) -> None:
    """Who determined it and when, whether and by whom it was elected; not known is nobody's word.

    Where nobody has determined it, there is no day of it either.
    """
    own = {**OWN, "special_ground": ground, "special_determined_on": DAY_BEFORE, **row}
    put = SpecialCase(**{"ground": ground, "determined_on": DAY_BEFORE, **said})
    assert case_of(own, [], DAY, settings()) == told(special_case=put)


@pytest.mark.parametrize("row", [{}, {"special_ground": "none"}])
def test_no_special_case(row: dict[str, Any]) -> None:
    """None is put forward, whatever else stands in the row."""
    own = {**OWN, "special_elected": True, "special_determined_by": "leadership", **row}
    assert case_of(own, [], DAY, settings()) == told()
