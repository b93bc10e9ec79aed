"""Who counts as one unit and what it is, row by row: as art. 5 item 3 is read."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

pytest.importorskip("narwhals")
pytest.importorskip("polars")

import narwhals as nw
import polars as pl
from tests.policies.tianjin.columns.evaluating import said_of
from tests.policies.tianjin.conftest import made_unit

from innov_consortium.core.clauses import Fact
from innov_consortium.core.organizations import OrganizationKind
from innov_consortium.core.tables import staged_column
from innov_consortium.policies.tianjin.columns import units
from innov_consortium.policies.tianjin.readings import (
    CollegeCounting,
    EnterpriseTest,
    LeadCounts,
    ShareBase,
    UnitOfCount,
)

NOTHING: frozenset[str] = frozenset()
KNOWN = (True, False, None)
#: A unit of its own; a branch; a company of a group; a branch of one; a group whose head it is.
WHO = "unit branch_of parent college"
UNITS = (
    ("own", None, None, None),
    ("own", None, None, "law"),
    ("branch", "head", None, None),
    ("company", None, "group", None),
    ("company's branch", "company", "group", "law"),
    (None, "head", None, "law"),
    (None, None, "group", None),
    (None, None, None, "law"),
)
PERSONS = {
    UnitOfCount.REGISTERED_BODY: (
        *("own", "own", "branch", "company", "company's branch"),
        *(None, None, None),
    ),
    UnitOfCount.LEGAL_PERSON: (
        *("own", "own", "head", "company", "company"),
        *("head", None, None),
    ),
    UnitOfCount.GROUP: (
        *("own", "own", "head", "group", "group"),
        *("head", "group", None),
    ),
}
COUNTINGS = list(product(UnitOfCount, CollegeCounting))


def keys(unit_of: UnitOfCount, colleges: CollegeCounting) -> list[str | None]:
    """依解释，同一主体（每次计数都分学院的，同一学院）为一家；没有写明的不知是谁。"""
    if colleges is CollegeCounting.CAP_ONLY:
        return list(PERSONS[unit_of])
    return [
        None if person is None else f"{person}\x1f{college or ''}"
        for person, (*_, college) in zip(PERSONS[unit_of], UNITS, strict=True)
    ]


@pytest.mark.parametrize(("unit_of", "colleges"), COUNTINGS)
def test_a_unit_is_counted_with_whoever_is_the_same(
    unit_of: UnitOfCount, colleges: CollegeCounting
) -> None:
    """以法人、登记主体还是集团为单位（B05），学院是否分开（B06）。"""
    read = {"unit_of_count": unit_of, "college_counting": colleges}
    assert said_of(units.unit_key, UNITS, WHO, **read) == keys(unit_of, colleges)
    assert said_of(units.unit_key, UNITS[:1], WHO, given=NOTHING, **read) == [None]


@pytest.mark.parametrize(("unit_of", "colleges"), COUNTINGS)
def test_the_lead_is_known_by_the_same_key(unit_of: UnitOfCount, colleges: CollegeCounting) -> None:
    """牵头单位自己的不另计：以同样的主体比较。"""
    columns = " ".join(f"lead_{name}" for name in WHO.split())
    read = {"unit_of_count": unit_of, "college_counting": colleges}
    assert said_of(units.lead_key, UNITS, columns, **read) == keys(unit_of, colleges)


@pytest.mark.parametrize("unit_of", list(UnitOfCount))
def test_the_head_goes_before_its_branches(unit_of: UnitOfCount) -> None:
    """同一主体有几行的，以总部那一行为准；其余依代码、学院的先后，与行的先后无关。"""
    found = said_of(units.unit_order, UNITS, WHO, unit_of_count=unit_of)
    assert found == [
        None if unit is None else f"{int(unit != person)}\x1f{unit}\x1f{college or ''}"
        for person, (unit, *_, college) in zip(PERSONS[unit_of], UNITS, strict=True)
    ]
    assert said_of(units.unit_order, UNITS[:1], WHO, given=NOTHING, unit_of_count=unit_of) == [None]


def test_of_several_rows_of_one_unit_one_is_counted() -> None:
    """一件申请中同一主体只计一次，牵头单位的不计；没有写明是谁的，各算一家。"""
    rows = [
        ("A", "one", "1 branch", "lead", False),
        ("A", "one", "0 head", "lead", True),
        ("A", "two", "1 branch", "lead", True),
        ("A", "lead", "0 lead", "lead", False),
        ("A", None, None, "lead", True),
        ("B", "one", "1 branch", "lead", True),
        ("C", "one", "0 head", None, True),
        ("C", None, None, None, True),
    ]
    names = ("application", staged_column("unit_key"), "order", "lead", "expected")
    frame = nw.from_native(pl.DataFrame(rows, schema=list(names), orient="row"))
    columns = [nw.col(name) for name in names[1:4]]
    said = units.counted.function(*columns, given=frozenset({"unit"}))
    assert frame.select(said=said)["said"].to_list() == [row[-1] for row in rows]
    every = units.counted.function(*columns, given=NOTHING)
    assert set(frame.with_columns(said=every)["said"].to_list()) == {True}


def test_the_participants_named_are_those_counted() -> None:
    """没有写明主体的，每行一家。"""
    rows = [(True,), (False,)]
    given = frozenset({"unit"})
    assert said_of(units.participants_named, rows, "counted", given=given) == [True, False]
    assert said_of(units.participants_named, rows, "counted", given=NOTHING) == [True, True]


# --- how many -------------------------------------------------------------------------------------

#: Whether the lead is among those of whom the share is taken (B01, B02).
SHARES = [
    (LeadCounts.EXCLUDED, ShareBase.PARTICIPANTS, 0),
    (LeadCounts.EXCLUDED, ShareBase.MEMBERS, 1),
    (LeadCounts.INCLUDED, ShareBase.PARTICIPANTS, 1),
    (LeadCounts.INCLUDED, ShareBase.MEMBERS, 1),
]


@pytest.mark.parametrize(("lead", "more"), [(LeadCounts.EXCLUDED, 0), (LeadCounts.INCLUDED, 1)])
def test_the_lead_is_counted_where_it_is_read_so(lead: LeadCounts, more: int) -> None:
    """参与单位总数：是否含牵头单位（B01）。"""
    rows: list[tuple[Any, ...]] = [(0,), (5,), (None,)]
    found = said_of(units.participants, rows, "participants_named", lead_counts=lead)
    assert found == [more, 5 + more, None]


@pytest.mark.parametrize(("lead", "base", "more"), SHARES)
def test_the_share_is_of_those_it_is_read_to_be_of(
    lead: LeadCounts, base: ShareBase, more: int
) -> None:
    """企业占比：分母含牵头单位的，分子也含；牵头单位不知是不是企业的，只在可能的数中。"""
    read = {"lead_counts": lead, "share_base": base}
    total = said_of(units.share_total, [(5,), (None,)], "participants_named", **read)
    assert total == [5 + more, None]
    sure = said_of(
        units.enterprises,
        [(4, lead) for lead in KNOWN],
        "enterprises_among lead_is_enterprise",
        **read,
    )
    assert sure == [4 + more, 4, 4]
    possible = said_of(
        units.possible_enterprises,
        [(4, 2, lead) for lead in KNOWN],
        "enterprises perhaps_enterprises_among lead_is_enterprise",
        **read,
    )
    assert possible == [6, 6, 6 + more]


def test_a_unit_merged_into_another_is_no_enterprise_of_its_own() -> None:
    """只计另计一家的；不知是不是企业的，不算确定是。"""
    rows = list(product((True, False), KNOWN))
    columns = "counted is_enterprise"
    sure = said_of(units.enterprises_among, rows, columns)
    assert sure == [True, False, False, False, False, False]
    perhaps = said_of(units.perhaps_enterprises_among, rows, columns)
    assert perhaps == [False, False, True, False, False, False]


# --- what a unit is -------------------------------------------------------------------------------


def code(category: str) -> str:
    kind = OrganizationKind.OTHER
    return str(made_unit(7, category, kind=kind).id)


CODES = {category: code(category) for category in ("91", "92", "93", "12", "52", "11")}
NO_CODES = ("a row", "LEI:X1", CODES["91"][:-1], f"{CODES['91']}0", f"x{CODES['91']}", None)


def is_enterprise_rows() -> list[tuple[tuple[Any, ...], bool | None]]:
    """以统一社会信用代码所示的登记形式为准；没有代码的，以所写的为准，没有写的不明。"""
    stated = {"enterprise": True, "other": False, None: None}
    return [
        *((("other", form, unit), said) for unit in NO_CODES for form, said in stated.items()),
        *(
            (("other", form, unit), category == "91")
            for category, unit in CODES.items()
            for form in stated
        ),
    ]


@pytest.mark.parametrize(
    ("fact", "prefix"), [(units.is_enterprise, ""), (units.lead_is_enterprise, "lead_")]
)
def test_a_unit_is_an_enterprise_by_its_form_or_its_kind(fact: Fact[..., Any], prefix: str) -> None:
    """是不是企业（B04）：以登记的形式，或者以申报的类型。"""
    columns = " ".join(f"{prefix}{name}" for name in ("kind", "legal_form", "unit"))
    rows = [row for row, _ in is_enterprise_rows()]
    by_form = said_of(fact, rows, columns, enterprise_test=EnterpriseTest.LEGAL_FORM)
    assert list(zip(rows, by_form, strict=True)) == is_enterprise_rows()
    kinds = [("enterprise", "other", CODES["12"]), ("other", "enterprise", CODES["91"])]
    function = {"enterprise_test": EnterpriseTest.FUNCTION}
    assert said_of(fact, [*kinds, (None, None, None)], columns, **function) == [True, False, None]
    stated = {"enterprise_test": EnterpriseTest.LEGAL_FORM, "given": frozenset({"legal_form"})}
    assert said_of(fact, kinds, columns, **stated) == [False, True]


def test_every_category_of_code_tells_a_form() -> None:
    """GB 32100：登记管理部门与机构类别两位，说明登记的形式；未列出的为其他。"""
    forms = {
        "91": "enterprise",
        "92": "individual_business",
        "93": "cooperative",
        "12": "public_institution",
        "52": "private_non_enterprise",
        "11": "other",
    }
    frame = nw.from_native(pl.DataFrame({"unit": list(CODES.values()), "stated": "unknown"}))
    form = units._form(nw.col("unit"), nw.col("stated"), frozenset({"unit"}))
    assert frame.select(form=form)["form"].to_list() == [forms[one] for one in CODES]


def test_what_a_unit_is_declared_to_be() -> None:
    """高校、科研院所、新型研发机构；科技服务机构；以学院计数的高校。没有写的不明。"""
    kinds = [(kind.value,) for kind in OrganizationKind]
    academic = {"university", "research_institution", "new_rd_institution"}
    for fact, meant in (
        (units.is_academic, academic),
        (units.is_service_institution, {"service_institution"}),
        (units.counted_by_college, {"university"}),
    ):
        assert said_of(fact, [*kinds, (None,)], "kind") == [
            *(kind in meant for (kind,) in kinds),
            None,
        ]


def test_a_unit_with_a_code_is_not_abroad() -> None:
    """设立于境外：以所写的为准；没有写而有统一社会信用代码的不是，其余不明。"""
    rows = [(said, unit) for said in KNOWN for unit in (CODES["91"], "LEI:X1", None)]
    found = said_of(units.is_abroad, rows, "abroad unit")
    assert found == [True] * 3 + [False] * 3 + [False, None, None]
    assert said_of(units.is_abroad, rows, "abroad unit", given=NOTHING) == [
        said for said, _ in rows
    ]


def test_a_college_is_named_or_that_is_not_known() -> None:
    """没有写明学院的不明，不是没有。"""
    assert said_of(units.college_named, [("law",), (None,)], "college") == [True, None]
