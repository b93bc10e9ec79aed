"""Other figures, amounts and readings: each refusal whole, with what just passes beside it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve, field, frozen
from tests.conftest import READINGS

from innov_consortium.core.numbers import numbers_of, stated, with_numbers
from innov_consortium.core.quantities import measure_faults, money_faults, total, yuan
from innov_consortium.core.readings import choose
from innov_consortium.errors import Fault, FaultKind, InvalidInputError, MalformedPolicyError

TYPE, INVALID = FaultKind.TYPE_ERROR, FaultKind.INVALID_VALUE
DUPLICATE = FaultKind.DUPLICATE

Said = tuple[FaultKind, str, str, str]


@frozen(kw_only=True)
class Figures:
    count: int = stated(6, "art1", unit="家", least=1, most=9)
    share: Fraction = stated(Fraction(1, 2), "art2", most=Fraction(1))
    plain: int = stated(0, "art3")


@frozen
class Unsourced:
    count: int = stated(6, "art1")
    most: int = field(default=2)


def said(faults: list[Fault]) -> list[Said]:
    return [(f.kind, f.path, f.zh, f.en) for f in faults]


def refused(make: Callable[[], object]) -> list[Said]:
    with pytest.raises(InvalidInputError) as caught:
        make()
    return said(list(caught.value.faults))


def moved(**changes: Any) -> list[Said]:
    return refused(lambda: with_numbers(Figures(), changes))


def no_number(name: str, zh: str = "", en: str = "") -> Said:
    path = f"numbers.{name}"
    return (INVALID, path, f"没有数字 {name!r}{zh}", f"there is no number {name!r}{en}")


def test_figures_that_are_not_there_or_of_another_type_are_told_at_once() -> None:
    """And before any bound is looked at: what is of another type cannot be compared."""
    meant = ("；是否指 'count'？", "; did you mean 'count'?")
    assert moved(coumt=7, zzz=1, share="1", count=0) == [
        no_number("coumt", *meant),
        no_number("zzz"),
        (TYPE, "numbers.share", "应为 Fraction，而不是 str", "must be Fraction, not str"),
    ]


def test_figures_beyond_their_bounds_are_told_at_once() -> None:
    """Both bounds belong to what may be; a figure without bounds may be anything."""
    for count in (1, 9):
        assert with_numbers(Figures(), {"count": count, "plain": -5}).count == count
    most = (INVALID, "numbers.share", "应为 1 以下，而不是 2", "must be 1 or less, not 2")
    assert moved(share=Fraction(2), count=0) == [
        most,
        (INVALID, "numbers.count", "应为 1 以上，而不是 0", "must be 1 or more, not 0"),
    ]
    assert moved(count=10) == [
        (INVALID, "numbers.count", "应为 9 以下，而不是 10", "must be 9 or less, not 10")
    ]


def test_the_class_of_figures_refuses_by_itself() -> None:
    """Naming the figure, what it must be, and what was given."""
    wrong: Any = 6.0
    with pytest.raises(TypeError) as of_type:
        Figures(count=wrong)
    with pytest.raises(ValueError, match="or less") as of_value:
        Figures(count=10)
    with pytest.raises(MalformedPolicyError) as unsourced:
        numbers_of(Unsourced())

    assert str(of_type.value) == "the number count must be int, not float"
    assert str(of_value.value) == "the number count must be 9 or less, not 10"
    said_of_it = "the number 'most' cites no provision; declare it with stated(…)"
    assert str(unsourced.value) == said_of_it


MOST = Decimal(10) ** 15


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        pytest.param("NaN", "NaN 不是金额", "NaN is no amount", id="none"),
        pytest.param("-Infinity", "-Infinity 不是金额", "-Infinity is no amount", id="no end"),
        pytest.param("-0.01", "-0.01 小于零", "-0.01 is below nought", id="below nought"),
        pytest.param(
            "1000000000000000.01",
            "1000000000000000.01 大于 1000000000000000 元",
            "1000000000000000.01 is more than 1000000000000000 yuan",
            id="too much",
        ),
        pytest.param("1.001", "1.001 不是整数分", "1.001 is no whole number of fen", id="no fen"),
    ],
)
def test_money_that_is_none(value: str, zh: str, en: str) -> None:
    """At the path of whoever asks."""
    assert said(money_faults("a.b", Decimal(value))) == [(INVALID, "a.b", zh, en)]


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        pytest.param("NaN", "NaN 不是数额", "NaN is no figure", id="none"),
        pytest.param("-0.01", "-0.01 小于零", "-0.01 is below nought", id="below nought"),
        pytest.param(
            "1000000000000000.000001",
            "1000000000000000.000001 大于 1000000000000000",
            "1000000000000000.000001 is more than 1000000000000000",
            id="too much",
        ),
        pytest.param(
            "1.0000001",
            "1.0000001 不是小数六位以内的数",
            "1.0000001 is no figure of six decimals at most",
            id="too fine",
        ),
    ],
)
def test_a_figure_that_is_none(value: str, zh: str, en: str) -> None:
    """As with money, but in no unit, and fine to a millionth."""
    assert said(measure_faults("a.b", Decimal(value))) == [(INVALID, "a.b", zh, en)]


def test_what_is_just_an_amount_or_a_figure() -> None:
    """Nought, the most there may be, the finest; money may be unknown and is no float."""
    amounts = [None, Decimal(0), MOST, Decimal("0.01")]
    assert [money_faults("a", one) for one in amounts] == [[]] * 4
    assert [measure_faults("a", one) for one in (Decimal(0), MOST, Decimal("1E-6"))] == [[]] * 3
    zh = "应为 Decimal，而不是 float；金额不用浮点数"
    en = "must be Decimal, not float; an amount is no float"
    assert said(money_faults("a", 1.5)) == [(TYPE, "a", zh, en)]
    assert total([]) == Decimal(0)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("1" * 40 + "2", repr("1" * 40)), ("1,0", "'1,0'"), (12.5, "'12.5'"), (b"1", repr("b'1'"))],
)
def test_figures_that_are_no_amount(text: Any, shown: str) -> None:
    """What was written is repeated, up to forty characters."""
    expected = [(INVALID, "amount", f"{shown} 不是金额", f"{shown} is no amount")]
    assert refused(lambda: yuan(text)) == expected
    assert yuan("0" * 39 + "1") == 1


BOTH = "a=apart, b=together"


def test_readings_that_cannot_be_chosen_are_told_at_once() -> None:
    """What is not there, with what was meant; options, with those there are; one named twice."""
    changes: Any = {"coumting": "a", "zzz": "a", "counting": "c", "X01": "a", "a b": "a"}
    meant = ("；是否指 'counting'？", "; did you mean 'counting'?")
    assert refused(lambda: choose(READINGS, changes)) == [
        (
            INVALID,
            "readings.coumting",
            f"没有名为 'coumting' 的解释问题{meant[0]}",
            f"there is no reading 'coumting'{meant[1]}",
        ),
        (INVALID, "readings.zzz", "没有名为 'zzz' 的解释问题", "there is no reading 'zzz'"),
        (
            INVALID,
            "readings.counting",
            f"没有 'c' 这种解释；可选：{BOTH}",
            f"has no option 'c'; there are {BOTH}",
        ),
        (
            DUPLICATE,
            "readings.X01",
            "X01 与 counting 是同一项解释，请只写一个",
            "X01 and counting are one and the same reading; keep one",
        ),
        (INVALID, "readings['a b']", "没有名为 'a b' 的解释问题", "there is no reading 'a b'"),
    ]


def test_an_entry_of_several_readings_names_none() -> None:
    """Those there are, are listed; an entry of one names it."""
    several = [evolve(c, question=evolve(c.question, entry="X01")) for c in READINGS[:3]]
    assert refused(lambda: choose(several, {"X01": "a"})) == [
        (
            INVALID,
            "readings.X01",
            "X01 下有几项解释，请写名称：counting、strength、share_strength",
            "X01 has several readings; name one of counting, strength, share_strength",
        )
    ]
    (chosen,) = choose(READINGS[:1], {"X01": "b"})
    assert (chosen.option.option, chosen.is_default) == ("together", False)
