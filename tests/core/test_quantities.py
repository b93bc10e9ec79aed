"""Money: below, at and above each bound; exact to the fen whatever the unit."""

from __future__ import annotations

from decimal import Decimal, getcontext, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innov_consortium.core.quantities import measure_faults, money_faults, yuan
from innov_consortium.errors import InvalidInputError

MOST = 10**15
FEN = Decimal("0.01")
fen = st.integers(0, MOST * 100)


def told(text: str, unit: int = 1) -> tuple[str, str, str]:
    with pytest.raises(InvalidInputError) as caught:
        yuan(text, unit)
    (fault,) = caught.value.faults
    assert fault.kind.value == "invalid_value"
    return fault.path, fault.zh, fault.en


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("0", 1, "0"),
        ("0.01", 1, "0.01"),
        ("9999999.99", 1, "9999999.99"),
        ("10000000.00", 1, "10000000"),
        ("10000000.01", 1, "10000000.01"),
        ("1000", 10_000, "10000000"),
        ("1000.000001", 10_000, "10000000.01"),
        ("999.999999", 10_000, "9999999.99"),
        ("0.1", 100_000_000, "10000000"),
    ],
)
def test_an_amount_is_exactly_what_is_written(text: str, unit: int, expected: str) -> None:
    """Just below ten million, at it, a fen above; in yuan, 万元 and 亿元."""
    assert yuan(text, unit) == Decimal(expected)


@pytest.mark.parametrize(
    ("text", "unit", "zh", "en"),
    [
        ("-0.01", 1, "-0.01 小于零", "-0.01 is below nought"),
        ("0.001", 1, "0.001 不是整数分", "0.001 is no whole number of fen"),
        ("0.0000001", 10_000, "0.0010000 不是整数分", "0.0010000 is no whole number of fen"),
        ("一千万", 1, "'一千万' 不是金额", "'一千万' is no amount"),
        ("10,000", 1, "'10,000' 不是金额", "'10,000' is no amount"),
        ("", 1, "'' 不是金额", "'' is no amount"),
        ("NaN", 1, "'NaN' 不是金额", "'NaN' is no amount"),
        ("-Infinity", 1, "'-Infinity' 不是金额", "'-Infinity' is no amount"),
        ("1e9999999", 1, "'1e9999999' 不是金额", "'1e9999999' is no amount"),
    ],
)
def test_what_is_no_amount_is_refused_with_what_was_written(
    text: str, unit: int, zh: str, en: str
) -> None:
    """Below nought, parts of a fen, words, no number, no end."""
    assert told(text, unit) == ("amount", zh, en)


@pytest.mark.parametrize(
    ("digits", "sound"), [("0" * 39 + "7", True), ("0" * 40 + "7", False), ("9" * 4000, False)]
)
def test_figures_have_a_greatest_length(digits: str, *, sound: bool) -> None:
    """Forty characters are read, one more is not, and no more than forty are shown."""
    if sound:
        assert yuan(digits) == 7
    else:
        assert told(digits)[2] == f"{digits[:40]!r} is no amount"


@pytest.mark.parametrize(
    ("amount", "sound"),
    [(Decimal(MOST) - FEN, True), (Decimal(MOST), True), (Decimal(MOST) + FEN, False)],
)
def test_an_amount_beyond_all_measure_is_taken_for_a_slip(amount: Decimal, *, sound: bool) -> None:
    """A fen below, at, and a fen above."""
    faults = money_faults("amount", amount)
    assert [f.en for f in faults] == (
        [] if sound else [f"{amount} is more than 1000000000000000 yuan"]
    )


@pytest.mark.parametrize(
    ("amount", "sort"), [(10.5, "float"), (10, "int"), (True, "bool"), ("10", "str")]
)
def test_an_amount_is_a_decimal_and_nothing_else(amount: Any, sort: str) -> None:
    """No float, however round; the path is that of whoever asks."""
    (fault,) = money_faults("events[3].amount", amount)
    assert (fault.path, fault.kind.value, fault.en) == (
        "events[3].amount",
        "type_error",
        f"must be Decimal, not {sort}{'; an amount is no float' * (sort == 'float')}",
    )
    (of_a_measure,) = measure_faults("value", amount)
    assert of_a_measure.en == f"must be Decimal, not {sort}"


def test_an_amount_that_is_not_known_is_no_fault() -> None:
    """And it is not nought: nothing is said of it."""
    assert money_faults("amount", None) == []
    assert money_faults("amount", Decimal(0)) == []


@pytest.mark.parametrize("text", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_has_no_value_is_no_amount(text: str) -> None:
    """It raises no signal on the way."""
    assert [f.en for f in money_faults("amount", Decimal(text))] == [f"{text} is no amount"]


def test_a_part_of_a_fen_is_seen_however_small() -> None:
    """Also where rounding to the digits of a common context would hide it."""
    hidden = Decimal("10000000." + "0" * 60 + "1")
    assert +hidden == Decimal(10_000_000)  # what such a context makes of it
    assert len(money_faults("amount", hidden)) == 1


@given(fen, st.sampled_from([1, 10_000, 100_000_000]))
def test_no_amount_is_rounded_whatever_its_unit(number: int, unit: int) -> None:
    """Any number of fen, written in any unit, is read back to the fen."""
    wanted = Fraction(number, 100)
    with localcontext() as exact:
        exact.prec = 60
        text = f"{Decimal(number) / (100 * unit):f}"
    assert Fraction(yuan(text, unit)) == wanted


@given(fen, st.integers(1, 12))
def test_the_digits_of_the_host_do_not_matter(number: int, digits: int) -> None:
    """A host may compute with as few as it likes; here nothing is lost."""
    amount = Decimal(number).scaleb(-2)
    with localcontext() as few:
        few.prec = digits
        assert money_faults("amount", amount) == []
        assert Fraction(yuan(f"{amount:f}")) == Fraction(number, 100)
    assert getcontext().prec >= 28


@given(st.text(max_size=60), st.sampled_from([1, 10_000]))
def test_whatever_is_written_is_an_amount_or_refused(text: str, unit: int) -> None:
    """Nothing else comes out, and an amount that does has no fault."""
    try:
        amount = yuan(text, unit)
    except InvalidInputError:
        assert told(text, unit)[0] == "amount"
    else:
        assert money_faults("amount", amount) == []


@pytest.mark.parametrize(
    "text", ["1e3", "\uff11\uff12\uff13", "1,000", "+1", ".5", "1.", "0x10", "", " 1"]
)
def test_what_is_not_plain_figures_is_no_amount(text: str) -> None:
    """No exponent, no full width, no separators, no sign but that of what is below nought."""
    with pytest.raises(InvalidInputError, match="is no amount"):
        yuan(text)


def test_a_number_is_not_figures() -> None:
    """Whatever an untyped caller hands over is told, not tripped over."""
    number: Any = 12.5
    with pytest.raises(InvalidInputError, match=r"12\.5. is no amount"):
        yuan(number)
