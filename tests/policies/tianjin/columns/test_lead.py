"""What is told of the lead and of a special case, row by row: what is unknown is never "no"."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

pytest.importorskip("narwhals")
pytest.importorskip("polars")

import narwhals as nw
from tests.policies.tianjin.columns.evaluating import said_of

from innov_consortium.core.clauses import Fact
from innov_consortium.policies.tianjin.columns import lead

ASKED = date(2026, 3, 2)
ONE = timedelta(1)
NOTHING: frozenset[str] = frozenset()
KNOWN = (True, False, None)


def assert_says(
    fact: Fact[..., Any], columns: str, rows: list[tuple[tuple[Any, ...], bool | None]]
) -> None:
    """Of every row the fact says what stands beside it, told with the row where it does not."""
    found = said_of(fact, [given for given, _ in rows], columns)
    assert list(zip([given for given, _ in rows], found, strict=True)) == rows


# --- where the lead is ----------------------------------------------------------------------------


def test_a_lead_is_registered_in_tianjin_by_the_code_of_its_domicile() -> None:
    """第五条第（二）项“在津”：十二打头的六位代码；不是六位代码的不明。"""
    rows: list[tuple[tuple[Any, ...], bool | None]] = [
        (("120116",), True),
        (("120000",), True),
        (("110000",), False),
        (("311200",), False),
        (("12",), None),
        (("1201160",), None),
        (("a120116",), None),
        (("天津市",), None),
        ((None,), None),
    ]
    assert_says(lead.registered_in_tianjin, "lead_domicile", rows)


def test_registration_proves_and_its_absence_proves_nothing() -> None:
    """登记在津即在津；登记在别处的，未经认定仍不明；认定优先。"""
    rows: list[tuple[tuple[Any, ...], bool | None]] = [
        ((True, True), True),
        ((True, False), True),
        ((False, True), False),
        ((False, None), False),
        ((None, True), True),
        ((None, False), None),
        ((None, None), None),
    ]
    assert_says(lead.in_tianjin, "attested__in_tianjin registered_in_tianjin", rows)


def test_a_branch_is_put_forward_if_the_column_says_so() -> None:
    """没有这一列的，即没有提出；有这一列的，空白为不明。"""
    column = "lead_branch_in_tianjin"
    assert_says(lead.branch_in_tianjin, column, [((known,), known) for known in KNOWN])
    assert said_of(lead.branch_in_tianjin, [(True,)], column, given=NOTHING) == [False]


def test_a_lead_rests_on_its_branch_where_nothing_else_is_known() -> None:
    """未经认定在津、也未被认定为不正常运营的，只以分支机构为据。"""
    columns = "branch_in_tianjin in_tianjin operating_normally"
    rows = [
        (
            (branch, there, normally),
            branch if there is None and normally is not False else False,
        )
        for branch, there, normally in product(KNOWN, repeat=3)
    ]
    given = frozenset({"lead_branch_in_tianjin"})
    found = said_of(lead.rests_on_branch, [row for row, _ in rows], columns, given=given)
    assert list(zip([row for row, _ in rows], found, strict=True)) == rows
    assert said_of(lead.rests_on_branch, [(True, None, True)], columns) == [False]


def test_a_list_contradicts_what_is_attested_only_where_it_is() -> None:
    """只有已认定正常运营，名录才与之矛盾；没有这一列的，即没有列入。"""
    columns = "lead_listed operating_normally"
    rows = [
        ((listed, normally), listed if normally else False)
        for listed, normally in product(KNOWN, repeat=2)
    ]
    assert_says(lead.contradicted_by_listing, columns, rows)
    without = {"given": frozenset({"operating_normally"})}
    assert said_of(lead.contradicted_by_listing, [(True, True)], columns, **without) == [False]


def test_another_strategic_force_is_attested_by_either_word() -> None:
    """经认定的类型为其他战略科技力量的即是；其余以另行的认定为准。"""
    categories = ("leading_enterprise", "chain_master", "research_institution", "other", None)
    rows: list[tuple[tuple[Any, ...], bool | None]] = [
        *(((category, known), known) for category in categories for known in KNOWN),
        *((("other_strategic_force", known), True) for known in KNOWN),
    ]
    assert_says(lead.strategic_force, "lead_category attested__strategic_force", rows)


# --- the special case -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fact", "ground"),
    [(lead.claims_key_support, "art7.s1a"), (lead.claims_urgent_need, "art7.s1b")],
)
def test_a_special_case_rests_on_the_ground_it_names(fact: Fact[..., Any], ground: str) -> None:
    """第七条所列两种情况，以所写的为准；没有这一列的，即没有提出。"""
    rows: list[tuple[tuple[Any, ...], bool | None]] = [
        (("art7.s1a",), ground == "art7.s1a"),
        (("art7.s1b",), ground == "art7.s1b"),
        (("none",), False),
        ((None,), None),
    ]
    assert_says(fact, "special_ground", rows)
    assert said_of(fact, [(ground,)], "special_ground", given=NOTHING) == [False]


DETERMINED = "special_ground special_determined_by special_determined_on day"
BODIES = ("leadership", "bureau", "applicant", "another", "none", None)
DAYS = (ASKED - ONE, ASKED, ASKED + ONE, None)
#: Every ground, body and day, with what is known of the day it was determined.
CASES = [
    (ground, by, on, ASKED)
    for ground, by, on in product(("art7.s1a", "art7.s1b", "none", None), BODIES, DAYS)
]


def determined(row: tuple[Any, ...], *bodies: str) -> bool | None:
    """没有提出、没有谁确定、确定在所问之日以后的，都不是；由谁、何日没有写全的不明。"""
    ground, by, on, day = row
    if ground == "none" or by == "none" or (on is not None and on > day):
        return False
    return None if by is None or on is None else by in bodies


def test_the_leadership_determined_it_by_the_day_asked_about() -> None:
    """“市委、市政府确定”：截至所问之日（含当日）。"""
    rows = [(row, determined(row, "leadership")) for row in CASES]
    assert_says(lead.determined_by_leadership, DETERMINED, rows)
    assert {said for _, said in rows} == {True, False, None}
    nobody = said_of(lead.determined_by_leadership, CASES, DETERMINED, given=NOTHING)
    assert set(nobody) == {False}


def test_either_body_determined_it_or_it_is_attested() -> None:
    """亟需的联合体，条文未写明由谁确定：市委、市政府或市科技局，或者另经认定。"""
    bodies = ("leadership", "bureau")
    columns = f"{DETERMINED} attested__art7_s1b"
    assert_says(
        lead.determined_by_authority, DETERMINED, [(row, determined(row, *bodies)) for row in CASES]
    )
    rows = [
        ((*row, word), said if (said := determined(row, *bodies)) or word is None else word)
        for row, word in product(CASES, KNOWN)
    ]
    assert_says(lead.determined_by_authority, columns, rows)


def test_without_a_special_case_only_what_is_attested_counts() -> None:
    """没有提出的列时，有认定的以认定为准，没有认定的不是。"""
    fact, column = lead.determined_by_authority, "attested__art7_s1b"
    rows = [(True,), (False,), (None,)]
    other = {name: nw.lit(None, nw.String()) for name in DETERMINED.split()}
    assert said_of(fact, rows, column, **other) == [True, False, False]
    assert said_of(fact, rows, column, given=NOTHING, **other) == [False] * 3


def test_another_body_determined_it() -> None:
    """由别的单位确定：提出了特殊情况，且确定不在所问之日以后。"""
    rows: list[tuple[tuple[Any, ...], bool | None]] = []
    for row in CASES:
        ground, by, on, day = row
        parts = (
            None if ground is None else ground != "none",
            on is None or on <= day,
            None if by is None else by == "another",
        )
        rows.append((row, False if False in parts else None if None in parts else True))
    assert_says(lead.determined_by_another, DETERMINED, rows)
    assert set(said_of(lead.determined_by_another, CASES, DETERMINED, given=NOTHING)) == {False}


GROUNDS = ("art7.s1a", "none", None)


def test_the_election_is_pending_while_nobody_has_decided() -> None:
    """提出以后，未决定是否“一事一议”的即待决定。"""
    columns = "special_ground special_elected"
    forward = {"art7.s1a": True, "none": False, None: None}
    rows = [
        ((ground, elected), forward[ground] if elected is None else False)
        for ground, elected in product(GROUNDS, KNOWN)
    ]
    assert_says(lead.election_pending, columns, rows)
    assert said_of(lead.election_pending, [("art7.s1a", None)], columns, given=NOTHING) == [False]


def test_the_bureau_elected_it_if_that_is_said() -> None:
    """决定按“一事一议”的，由谁决定没有写的不明；没有决定、没有提出的不是。"""
    columns = "special_ground special_elected special_elected_by_bureau"
    rows: list[tuple[tuple[Any, ...], bool | None]] = []
    for ground, elected, bureau in product(GROUNDS, KNOWN, KNOWN):
        said = bureau if ground == "art7.s1a" else None
        rows.append(((ground, elected, bureau), said if elected and ground != "none" else False))
    assert_says(lead.elected_by_bureau, columns, rows)
    assert said_of(lead.elected_by_bureau, [("art7.s1a", True, True)], columns, given=NOTHING) == [
        False
    ]


# --- days and intentions --------------------------------------------------------------------------


def test_the_day_of_the_application_is_the_day_it_was_filed() -> None:
    """申请日；尚未提出的（包括所问之日以后才提出的）为所问之日。"""
    rows = [(ASKED - ONE, ASKED), (ASKED, ASKED), (ASKED + ONE, ASKED), (None, ASKED)]
    found = said_of(lead.application_day, rows, "filed_on day")
    assert found == [ASKED - ONE, ASKED, ASKED, ASKED]


def test_a_signature_proves_the_intention_and_its_absence_nothing() -> None:
    """声明优先；没有声明的，以已签署的协议为证；没有签署不等于没有意愿。"""
    rows = [
        ((intending, signed), intending if intending is not None else signed or None)
        for intending, signed in product(KNOWN, KNOWN)
    ]
    assert_says(lead.intends, "intending signed", rows)
