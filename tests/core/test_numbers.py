"""A policy's figures: cited, typed, exchanged by name."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import field, frozen

from innov_consortium.core.numbers import Number, numbers_of, stated, with_numbers
from innov_consortium.errors import FaultKind, InvalidInputError, MalformedPolicyError


@frozen(kw_only=True)
class Figures:
    least: int = stated(6, "art1.s1", unit="家")
    share: Fraction = stated(Fraction(1, 2), "art1.s2")
    grant: Decimal = stated(Decimal(500000), "art2.s1", unit="元")
    until: date = stated(date(2030, 4, 10), "art3.s1")
    words: tuple[str, ...] = stated(("甲", "乙"), "art4.s1")


def test_every_figure_is_listed_with_its_provision_and_unit() -> None:
    """In the order they are written."""
    assert numbers_of(Figures()) == (
        Number("least", 6, "art1.s1", "家"),
        Number("share", Fraction(1, 2), "art1.s2", ""),
        Number("grant", Decimal(500000), "art2.s1", "元"),
        Number("until", date(2030, 4, 10), "art3.s1", ""),
        Number("words", ("甲", "乙"), "art4.s1", ""),
    )


def test_a_figure_without_a_provision_is_refused() -> None:
    """A number nobody stated has no place in a policy."""

    @frozen
    class Unsourced:
        least: int = stated(6, "art1.s1")
        most: int = field(default=2)

    with pytest.raises(MalformedPolicyError, match="the number 'most' cites no provision"):
        numbers_of(Unsourced())


def test_other_figures_make_another_value() -> None:
    """The former value stays as it is."""
    first = Figures()
    second = with_numbers(first, {"least": 7, "share": Fraction(1, 3)})
    assert (first, second) == (Figures(), Figures(least=7, share=Fraction(1, 3)))


def test_no_change_is_the_same_value() -> None:
    """An empty table of changes changes nothing."""
    assert with_numbers(Figures(), {}) == Figures()


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("least", True, "must be int, not bool"),
        ("least", 6.0, "must be int, not float"),
        ("least", None, "must be int, not NoneType"),
        ("share", 0.5, "must be Fraction, not float"),
        ("share", 1, "must be Fraction, not int"),
        ("grant", 500000, "must be Decimal, not int"),
        ("until", datetime(2030, 4, 10, tzinfo=UTC), "must be date, not datetime"),
        ("words", ["甲"], "must be tuple, not list"),
    ],
)
def test_a_figure_keeps_its_type(name: str, value: Any, message: str) -> None:
    """A float never enters, a truth value is no number, a moment no day."""
    with pytest.raises(InvalidInputError) as caught:
        with_numbers(Figures(), {name: value})
    assert [(f.kind, f.path, f.en) for f in caught.value.faults] == [
        (FaultKind.TYPE_ERROR, f"numbers.{name}", message)
    ]


def test_every_wrong_figure_is_named_at_once() -> None:
    """An unknown name with what may have been meant, and a wrong type."""
    with pytest.raises(InvalidInputError) as caught:
        with_numbers(Figures(), {"leest": 7, "share": 1, "zzz": 1})
    assert [(f.path, f.en) for f in caught.value.faults] == [
        ("numbers.leest", "there is no number 'leest'; did you mean 'least'?"),
        ("numbers.share", "must be Fraction, not int"),
        ("numbers.zzz", "there is no number 'zzz'"),
    ]


def test_a_figure_of_another_type_cannot_be_stated_in_passing() -> None:
    """The class itself refuses, too."""
    with pytest.raises(TypeError):
        Figures(share=0.5)  # type: ignore[arg-type]


def test_a_figure_may_have_a_least() -> None:
    """At it and above it is a figure, below it is refused, however it is given."""

    @frozen
    class Years:
        years: int = stated(3, "art1", least=1)

    assert [with_numbers(Years(), {"years": n}).years for n in (1, 2)] == [1, 2]
    with pytest.raises(InvalidInputError) as caught:
        with_numbers(Years(), {"years": 0})
    assert [(f.path, f.en) for f in caught.value.faults] == [
        ("numbers.years", "must be 1 or more, not 0")
    ]
    with pytest.raises(ValueError, match="must be 1 or more"):
        Years(years=0)


def test_a_figure_may_have_a_most() -> None:
    """A share is no more than the whole."""

    @frozen
    class Shares:
        share: Fraction = stated(Fraction(1, 2), "art1", least=Fraction(0), most=Fraction(1))

    assert with_numbers(Shares(), {"share": Fraction(1)}).share == 1
    with pytest.raises(InvalidInputError) as caught:
        with_numbers(Shares(), {"share": Fraction(3, 2)})
    assert [(f.path, f.zh, f.en) for f in caught.value.faults] == [
        ("numbers.share", "应为 1 以下，而不是 3/2", "must be 1 or less, not 3/2")
    ]
    with pytest.raises(ValueError, match="must be 1 or less"):
        Shares(share=Fraction(2))


def test_a_name_that_cannot_be_shown() -> None:
    """What is repeated of a name is visible and short, in the path as well."""
    with pytest.raises(InvalidInputError) as refused:
        with_numbers(Figures(), {"津\u202e" + "x" * 10_000: 1})
    (fault,) = refused.value.faults

    assert fault.path.startswith(r"numbers['津\u202exx")
    assert max(map(len, (fault.path, fault.zh, fault.en))) < 120
