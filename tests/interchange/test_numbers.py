"""A policy's numbers as a document: kept, changed, and read back in their own types."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from innov_consortium import catalogue
from innov_consortium.core.case import Case
from innov_consortium.core.numbers import stated
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Mark
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import (
    NUMBERS_SCHEMA,
    dumps,
    label,
    load_numbers,
    structure_numbers,
    unstructure_document,
    unstructure_numbers,
)
from innov_consortium.interchange.documents import NumbersDocument
from innov_consortium.interchange.labels import SEPARATOR
from innov_consortium.interchange.structuring import structured

DAY = date(2026, 3, 2)
TIANJIN = catalogue().select("CN-TJ")
INVALID, TYPE = FaultKind.INVALID_VALUE, FaultKind.TYPE_ERROR
LIMIT, INCONSISTENT = FaultKind.LIMIT_EXCEEDED, FaultKind.INCONSISTENT


@pytest.fixture
def document() -> dict[str, Any]:
    """The document of Tianjin's numbers."""
    return unstructure_numbers(TIANJIN)


def faults_in(document: object, policy: Policy = TIANJIN) -> tuple[Fault, ...]:
    with pytest.raises(InvalidInputError) as caught:
        structure_numbers(document, policy)
    return caught.value.faults


def test_document_of_numbers(document: dict[str, Any]) -> None:
    """It says of which policy and edition they are; each has its unit and its provision."""
    assert list(document) == ["schema", "policy", "edition", "numbers"]
    assert document["schema"] == NUMBERS_SCHEMA == "innov-consortium/numbers/1"
    assert (document["policy"], document["edition"]) == ("120000", TIANJIN.edition)
    assert document["numbers"]["min_participants"] == {
        "value": 6,
        "unit": "家",
        "provision": "art5.item3.s2c",
    }
    assert document["numbers"]["min_enterprise_share"]["value"] == "1/2"
    assert document["numbers"]["max_support"]["value"] == "10000000"
    assert document["numbers"]["valid_until"]["value"] == "2030-04-10"


def test_numbers_read_back_are_the_policys_own(document: dict[str, Any]) -> None:
    """Every one of them, in its own type; a report asked under them has no mark."""
    numbers = structure_numbers(document, TIANJIN)
    same = TIANJIN.with_numbers(**numbers)

    assert numbers == attrs.asdict(TIANJIN.numbers, recurse=False)
    assert {n: type(v) for n, v in numbers.items()} == {
        n: type(v) for n, v in attrs.asdict(TIANJIN.numbers, recurse=False).items()
    }
    assert same == TIANJIN
    assert load_numbers(dumps(document), TIANJIN) == numbers


def test_some_numbers_by_hand() -> None:
    """What asks about a reform holds the figures alone."""
    numbers = structure_numbers(
        {"numbers": {"min_participants": {"value": 8}, "min_enterprise_share": {"value": "2/3"}}},
        TIANJIN,
    )

    assert numbers == {"min_participants": 8, "min_enterprise_share": Fraction(2, 3)}
    assert TIANJIN.with_numbers(**numbers).numbers.min_participants == 8


def test_typed_document_needs_no_policy(document: dict[str, Any]) -> None:
    """What is stored can be looked at where its policy is not installed any more."""
    made = structured(document, NumbersDocument, at="", document=document, faults=())

    assert made.numbers["max_participations"].value == 2
    assert unstructure_document(made) == document


CHANGES: list[tuple[str, object, FaultKind, str]] = [
    ("min_participants", "6", TYPE, "a whole number"),
    ("min_participants", True, TYPE, "a whole number"),
    ("min_participants", "1/2", TYPE, "a whole number"),
    ("min_participants", 10**18, LIMIT, "at most 18 digits"),
    ("min_participants", None, INVALID, "must be given"),
    ("min_participants", 6.0, TYPE, "a whole number"),
    ("min_participants", -1, INVALID, "must be 0 or more"),
    ("min_participants", [6], TYPE, "a whole number"),
    ("cycle_years", 0, INVALID, "must be 1 or more"),
    ("min_enterprise_share", "0.5", INVALID, "as a fraction, 1/2"),
    ("min_enterprise_share", "1/0", INVALID, "not over 0"),
    ("min_enterprise_share", "1/00", INVALID, "not over 0"),
    ("min_enterprise_share", "-1/2", INVALID, "in ASCII digits"),
    ("min_enterprise_share", "１/２", INVALID, "in ASCII digits"),  # noqa: RUF001 - full width
    ("min_enterprise_share", " 1/2", INVALID, "with no blank"),
    ("min_enterprise_share", 0.5, TYPE, "in quotes, such as '1/2'"),
    ("min_enterprise_share", "3/2", INVALID, "must be 1 or less"),
    ("grades", ["excellent", 0.5], TYPE, "must be text"),
    ("min_enterprise_share", 1, TYPE, "a share written as text"),
    ("max_support", 10_000_000, TYPE, "an amount written as text"),
    ("max_support", "1e7", INVALID, "written in ASCII digits"),
    ("valid_until", "2030-4-10", INVALID, "YYYY-MM-DD"),
    ("valid_until", "2030-02-30", INVALID, "no such day"),
    ("final_stage", "", INVALID, "must not be empty"),
    ("grades", "excellent", TYPE, "must be a list"),
    ("grades", ["excellent", 3], TYPE, "must be text"),
    ("dishonesty_lists", ["失信"], TYPE, "must be a list"),
]


@pytest.mark.parametrize(("name", "value", "kind", "said"), CHANGES)
def test_numbers_are_read_strictly(
    document: dict[str, Any], name: str, value: object, kind: FaultKind, said: str
) -> None:
    """Nothing stands for what it resembles."""
    document["numbers"][name]["value"] = value
    (fault,) = faults_in(document)

    assert fault.path.startswith(f"numbers.{name}.value")
    assert (fault.kind, said in fault.en) == (kind, True), fault.en


def test_every_fault_of_numbers_is_told_at_once(document: dict[str, Any]) -> None:
    """Unknown names with a suggestion, other units and provisions, another edition."""
    numbers = document["numbers"]
    numbers["min_participant"] = {"value": 8}
    numbers["min_participants"]["unit"] = "个"
    numbers["max_support"] = {"value": 3, "provision": "art1.s1"}
    numbers["bar_years"]["value"] = 0
    document["edition"] = "120000:000000000000"
    told = {fault.path: fault.en for fault in faults_in(document)}

    assert set(told) == {
        "edition",
        "numbers.min_participant",
        "numbers.min_participants.unit",
        "numbers.max_support.provision",
        "numbers.max_support.value",
        "numbers.bar_years.value",
    }
    assert "did you mean 'min_participants'" in told["numbers.min_participant"]
    assert told["numbers.min_participants.unit"] == "'个': is not what the policy says, '家'"
    assert told["numbers.bar_years.value"] == "must be 1 or more, not 0"
    assert "was stored for another edition" in told["edition"]


def test_numbers_of_another_policy_are_refused(document: dict[str, Any], toy: Policy) -> None:
    """Even where the names are the same."""
    told = [(f.kind, f.path) for f in faults_in({**document, "numbers": {}}, toy)]

    assert told == [(INCONSISTENT, "policy")]


@pytest.mark.parametrize(
    ("broken", "path"),
    [
        (None, "$"),
        ([], "$"),
        ({}, "numbers"),
        ({"numbers": []}, "numbers"),
        ({"numbers": {"min_participants": 8}}, "numbers.min_participants"),
        ({"numbers": {"min_participants": {}}}, "numbers.min_participants.value"),
        ({"numbers": {"min_participants": {"valu": 1}}}, "numbers.min_participants.valu"),
        ({"numbers": {}, "polcy": "x"}, "polcy"),
        ({"numbers": {}, "policy": 3}, "policy"),
    ],
)
def test_what_is_no_document_of_numbers(broken: object, path: str) -> None:
    """It is refused where it goes wrong."""
    assert path in [fault.path for fault in faults_in(broken)]


def test_labels_of_numbers() -> None:
    """A number is shown by its own name, what is said of it in words."""
    words = label("numbers.min_participants.value", "zh_CN").split(SEPARATOR)

    assert words == ["数字", "min_participants", "数值"]


def test_decimal_numbers_in_a_text() -> None:
    """As in a document: what the number wants is said, and how it is written."""
    text = '{"numbers": {"min_participants": {"value": 6.0}, "bar_years": {"value": 1e2}}}'
    with pytest.raises(InvalidInputError) as caught:
        load_numbers(text, TIANJIN)

    assert [(f.path, "应为整数" in f.zh) for f in caught.value.faults] == [
        ("numbers.min_participants.value", True),
        ("numbers.bar_years.value", True),
    ]


@attrs.frozen(kw_only=True)
class Odd(type(TIANJIN.numbers)):  # type: ignore[misc]  # whatever class a policy has
    """Tianjin's numbers, and one of a sort that has no way to be written."""

    ratio: float = stated(0.5, "art5.item3.s2d")


def test_number_that_no_document_can_give() -> None:
    """It is refused rather than coerced."""
    policy = evolve(TIANJIN, numbers=Odd())
    (fault,) = faults_in(unstructure_numbers(policy), policy)

    assert (fault.path, fault.kind) == ("numbers.ratio.value", INVALID)
    assert "cannot be given in a document" in fault.en


NUMBERS: dict[type[Any], st.SearchStrategy[Any]] = {
    int: st.integers(1, 10**18 - 1),
    Fraction: st.fractions(0, 1, max_denominator=10**9),
    Decimal: st.decimals(0, 10**12, places=2),
    date: st.dates(),
    str: st.sampled_from(["excellent", "甲", "a b"]),
}


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_numbers_read_back(data: st.DataObject) -> None:
    """Whatever figures a policy is asked under, their document gives the same policy again."""
    own = attrs.asdict(TIANJIN.numbers, recurse=False)
    changes = {n: data.draw(strategy(v)) for n, v in own.items() if data.draw(st.booleans())}
    asked = TIANJIN.with_numbers(**changes)
    document = unstructure_numbers(asked)

    assert TIANJIN.with_numbers(**structure_numbers(document, TIANJIN)) == asked
    assert TIANJIN.with_numbers(**load_numbers(dumps(document), TIANJIN)) == asked


def strategy(own: Any) -> st.SearchStrategy[Any]:
    if isinstance(own, tuple):
        return st.lists(strategy(own[0]), max_size=3).map(tuple)
    return NUMBERS[type(own)]


def test_other_numbers_are_marked(toy: Policy, toy_case: Case) -> None:
    """A report asked under figures that are not the text's says so, however they came."""
    written = unstructure_numbers(toy)
    same = toy.with_numbers(**structure_numbers(written, toy))
    written["numbers"]["min_participants"]["value"] = 4
    other = toy.with_numbers(**structure_numbers(written, toy))
    marks = [p.check("formation", toy_case, on=DAY).marks for p in (same, other)]

    assert [Mark.OTHER_NUMBERS in found for found in marks] == [False, True]
