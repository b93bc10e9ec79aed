"""Tests of amounts: exact, written as text, and nothing that resembles one."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import (
    dumps,
    load_case,
    structure_case,
    unstructure_case,
)
from innov_consortium.interchange.written import written_amount

FaultsIn = Callable[[object], tuple[Fault, ...]]
Put = Callable[..., dict[str, Any]]

TYPE_ERROR, INVALID_VALUE = FaultKind.TYPE_ERROR, FaultKind.INVALID_VALUE

FUNDING = ("record", "earlier_funding", 0)
AMOUNT = (*FUNDING, "amount")


def kinds_and_paths(faults: tuple[Fault, ...]) -> list[tuple[FaultKind, str]]:
    return [(f.kind, f.path) for f in faults]


@pytest.mark.parametrize("text", ["0", "0.01", "10000000", "10000000.00", "10000000.01"])
def test_amount_is_exact(put: Put, text: str) -> None:
    """An amount is the figure written, to the last one, and is written so again."""
    case = structure_case(put((AMOUNT, text)))
    amount = case.record.earlier_funding[0].amount

    assert isinstance(amount, Decimal)
    assert str(amount) == text
    assert unstructure_case(case)["record"]["earlier_funding"][0]["amount"] == text


@pytest.mark.parametrize(
    "text",
    [
        *["1e7", "1E+7", "10000000E0", "-1", "-0", "+1", "NaN", "Infinity", "-Infinity"],
        *["", " ", " 1", "1 ", "1 000", "1,000", "1_000", "1.", ".5", "1.2.3", "0x10"],
        *["\uff11\uff10", "1．5", "٣", "一千万", "1000万", "￥1", "1.01元", "1\n", "1\u200b"],
        *["9" * 19, "0." + "0" * 19],
    ],
)
def test_amount_that_is_none(put: Put, faults_in: FaultsIn, text: str) -> None:
    """An amount is ASCII digits with at most a point; whatever else is told how to write it."""
    found = faults_in(put((AMOUNT, text)))

    assert kinds_and_paths(found) == [(INVALID_VALUE, "record.earlier_funding[0].amount")]
    assert "is written in ASCII digits, 1500000.00, with no sign, unit, separator" in found[0].en
    assert "金额（元） " in found[0].zh
    assert "不用正负号、单位、分隔号、指数和空白" in found[0].zh


@pytest.mark.parametrize("value", [10_000_000, 10_000_000.01, True, [], {}, Decimal("1.5"), b"1"])
def test_amount_that_is_no_text(put: Put, faults_in: FaultsIn, value: object) -> None:
    """No number stands for an amount, not even an exact one."""
    found = faults_in(put((AMOUNT, value)))

    assert kinds_and_paths(found) == [(TYPE_ERROR, "record.earlier_funding[0].amount")]
    assert "must be an amount written as text, in quotes, such as '1500000.00'" in found[0].en


@pytest.mark.parametrize("number", ["10000000.01", "1e7", "10000000", "NaN", "1" * 30, "-1"])
def test_number_in_a_text(document: dict[str, Any], number: str) -> None:
    """In JSON text, too, a number is refused where an amount belongs, and no float is made."""
    text = dumps(document).replace('"10000000.01"', number)
    with pytest.raises(InvalidInputError) as caught:
        load_case(text)

    assert kinds_and_paths(caught.value.faults) == [
        (TYPE_ERROR, "record.earlier_funding[0].amount")
    ]
    assert number in caught.value.faults[0].en


@pytest.mark.parametrize(
    ("text", "en"),
    [
        ("0.001", "0.001 is no whole number of fen"),
        ("10000000.015", "10000000.015 is no whole number of fen"),
        ("1000000000000000.01", "is more than 1000000000000000 yuan"),
    ],
)
def test_amount_that_is_no_money(put: Put, faults_in: FaultsIn, text: str, en: str) -> None:
    """Parts of a fen, and what is beyond all measure, are refused; other faults do not hide it."""
    found = faults_in(put((AMOUNT, text), ((*FUNDING, "unit"), "x"), ((*FUNDING, "same"), True)))

    expected = {
        "record.earlier_funding[0].amount": INVALID_VALUE,
        "record.earlier_funding[0].unit": INVALID_VALUE,
        "record.earlier_funding[0].same": INVALID_VALUE,
    }

    assert expected == {f.path: f.kind for f in found}
    assert any(en in f.en for f in found)


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("1E+7", "10000000"),
        ("-0.00", "0.00"),
        ("1." + "0" * 18, "1." + "0" * 18),
        ("1." + "0" * 19, "1"),
        ("10." + "0" * 19, "10"),
        ("0.25" + "0" * 20, "0.25"),
        ("1E-18", "0." + "0" * 17 + "1"),
        ("123456789012345678.123456789012345678", "123456789012345678.123456789012345678"),
    ],
)
def test_amount_is_written_so_that_it_can_be_read(amount: str, written: str) -> None:
    """Without exponent or sign, with no more digits than are accepted, and without rounding."""
    assert written_amount(Decimal(amount)) == written
    assert Decimal(written) == Decimal(amount)
