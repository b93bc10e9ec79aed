"""A reform as a document: kept, read back, written by hand, and refused with every fault."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from innov_consortium import InvalidInputError, catalogue
from innov_consortium.core.reforms import Reform
from innov_consortium.errors import FaultKind
from innov_consortium.interchange import (
    REFORM_SCHEMA,
    dumps,
    load_reform,
    structure_reform,
    unstructure_reform,
)

TIANJIN = catalogue().select("CN-TJ")
WHOLE = Reform(
    name="较宽的条件",
    source="示例建议第1号",
    first=date(2027, 1, 1),
    last=date(2028, 12, 31),
    numbers={
        "min_participants": 5,
        "min_enterprise_share": Fraction(1, 3),
        "max_support": Decimal(5_000_000),
        "valid_until": date(2032, 4, 10),
        "qualifications": ("leading_talent",),
    },
    readings={"lead_counts": "included", "B05": "a"},
)


def faults_in(document: Any) -> list[tuple[str, FaultKind]]:
    with pytest.raises(InvalidInputError) as caught:
        structure_reform(document, TIANJIN)
    return [(fault.path, fault.kind) for fault in caught.value.faults]


def test_it_is_read_back_as_it_was() -> None:
    """Every figure in its own type; the policy takes it."""
    document = unstructure_reform(WHOLE, TIANJIN)

    assert document["schema"] == REFORM_SCHEMA == "innov-consortium/reform/1"
    assert document["numbers"]["min_enterprise_share"] == {"value": "1/3"}
    assert load_reform(dumps(document), TIANJIN) == WHOLE
    assert TIANJIN.reformed(WHOLE).under(date(2027, 1, 1)).numbers.max_support == Decimal(5_000_000)


def test_by_hand_little_is_needed() -> None:
    """A name, and what is changed."""
    read = structure_reform({"name": "甲", "readings": {"lead_counts": "b"}}, TIANJIN)

    assert read == Reform(name="甲", readings={"lead_counts": "b"})


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"name": 3}, [("name", FaultKind.TYPE_ERROR)]),
        ({"numbers": {}, "readings": {}}, [("numbers", FaultKind.INVALID_VALUE)]),
        ({"policy": "310000"}, [("policy", FaultKind.INCONSISTENT)]),
        ({"edition": "120000:000000000000"}, [("edition", FaultKind.INCONSISTENT)]),
        ({"last": "2026-12-31"}, [("last", FaultKind.OUT_OF_ORDER)]),
        ({"last": "2028-02-30"}, [("last", FaultKind.INVALID_VALUE)]),
        ({"until": "2028-02-28"}, [("until", FaultKind.INVALID_VALUE)]),
        (
            {
                "numbers": {"min_participants": {"value": "5"}, "nope": {"value": 1}},
                "readings": {"lead_counts": "perhaps"},
            },
            [
                ("numbers.min_participants.value", FaultKind.TYPE_ERROR),
                ("numbers.nope", FaultKind.INVALID_VALUE),
                ("readings.lead_counts", FaultKind.INVALID_VALUE),
            ],
        ),
        (
            {"numbers": {"bar_years": {"value": 0}}},
            [("numbers.bar_years.value", FaultKind.INVALID_VALUE)],
        ),
    ],
)
def test_every_fault_is_told(said: dict[str, Any], found: list[tuple[str, FaultKind]]) -> None:
    """Each at its path."""
    document = {**unstructure_reform(WHOLE, TIANJIN), **said}

    assert faults_in(document) == found


def test_no_object_at_all() -> None:
    assert faults_in([]) == [("$", FaultKind.TYPE_ERROR)]
    with pytest.raises(InvalidInputError):
        load_reform(json.dumps("甲"), TIANJIN)
