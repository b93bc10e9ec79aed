"""The words of statutes: at, below and above each bound; unknown; terms; refusals."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from innov_consortium.core import words
from innov_consortium.core.words import Ruling, Term, Truth

TRUTHS: tuple[Truth, ...] = (True, False, None)
NUMBERS = (None, 0, 1, 2, 3)


class Wrapped(Term):
    """A term with the plain value it stands for."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def at_least(self, other: Any) -> Wrapped:
        return Wrapped(words.at_least(self.value, plain(other)))

    def at_most(self, other: Any) -> Wrapped:
        return Wrapped(words.at_most(self.value, plain(other)))

    def is_one_of(self, options: Collection[str]) -> Wrapped:
        return Wrapped(words.is_one_of(self.value, options))

    def times(self, factor: int) -> Wrapped:
        return Wrapped(None if self.value is None else self.value * factor)

    def and_(self, other: Any) -> Wrapped:
        return Wrapped(words.both(self.value, plain(other)))

    def or_(self, other: Any) -> Wrapped:
        return Wrapped(words.either(self.value, plain(other)))

    def not_(self) -> Wrapped:
        return Wrapped(words.not_(self.value))


def plain(value: Any) -> Any:
    return value.value if isinstance(value, Wrapped) else value


def parts(ruling: Truth | Ruling) -> tuple[Truth, Truth, Truth]:
    assert isinstance(ruling, Ruling)
    return (ruling.applies, ruling.open, ruling.test)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (words.at_least, [False, True, True]),
        (words.at_most, [True, True, False]),
        (words.more_than, [False, False, True]),
    ],
)
def test_a_comparison_below_at_and_above_its_bound(
    word: Callable[[Any, Any], Truth], expected: list[bool]
) -> None:
    """以上、不超过 include the number named, 超过 does not."""
    assert [word(n, 6) for n in (5, 6, 7)] == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (words.at_least, [False, True, True]),
        (words.at_most, [True, True, False]),
        (words.more_than, [False, False, True]),
    ],
)
def test_days_are_compared_as_numbers_are(
    word: Callable[[Any, Any], Truth], expected: list[bool]
) -> None:
    """The day before, the day, the day after."""
    bound = date(2026, 3, 1)
    days = (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 2))
    assert [word(d, bound) for d in days] == expected


@pytest.mark.parametrize("word", [words.at_least, words.at_most, words.more_than])
def test_what_is_not_known_is_compared_to_nothing(word: Callable[[Any, Any], Truth]) -> None:
    """Neither a missing value nor a missing bound is a zero."""
    assert [word(None, 1), word(1, None), word(None, None)] == [None, None, None]


def test_zero_is_a_number_and_not_the_unknown() -> None:
    """None and nought are told apart."""
    assert [words.at_least(0, 0), words.exists(0), words.exists(None)] == [True, False, None]


@pytest.mark.parametrize(("whole", "below", "at"), [(6, 2, 3), (7, 3, 4), (1000, 499, 500)])
def test_a_share_is_compared_in_whole_numbers(whole: int, below: int, at: int) -> None:
    """Half of seven is reached by four, never by three rounded up."""
    half = Fraction(1, 2)
    found = [words.share_at_least(n, whole, half) for n in (below, at, at + 1)]
    assert found == [False, True, True]


def test_a_share_of_an_unknown_whole_is_unknown() -> None:
    """Neither part nor whole is supplied by guessing."""
    third = Fraction(1, 3)
    assert [words.share_at_least(1, None, third), words.share_at_least(None, 3, third)] == [
        None,
        None,
    ]


def test_a_period_includes_its_first_and_its_last_day() -> None:
    """The day before, both ends, the day after; an unknown end may still decide nothing."""
    first, last = date(2026, 3, 2), date(2026, 3, 4)
    days = [date(2026, 3, n) for n in (1, 2, 4, 5)]
    assert [words.within(d, first, last) for d in days] == [False, True, True, False]
    assert [words.within(d, first, None) for d in days] == [False, None, None, None]


def test_one_of_several_words() -> None:
    """A word that is not named is not one of them; one that is not known is unknown."""
    assert [words.is_one_of(v, ("甲", "乙")) for v in ("甲", "丙", None)] == [True, False, None]


def test_nothing_joined_is_the_neutral_truth() -> None:
    """All of nothing hold; of nothing none does."""
    assert (words.both(), words.either()) == (True, False)


@pytest.mark.parametrize("tests", list(itertools.product(TRUTHS, repeat=3)))
def test_terms_and_values_join_alike_in_every_place(tests: tuple[Truth, ...]) -> None:
    """Whichever of three tests are terms, the conjunction and disjunction are the same."""
    for wrapped in itertools.product((False, True), repeat=3):
        mixed = [Wrapped(t) if w else t for t, w in zip(tests, wrapped, strict=True)]
        assert plain(words.both(*mixed)) == words.both(*tests)
        assert plain(words.either(*mixed)) == words.either(*tests)


@pytest.mark.parametrize(("value", "bound"), list(itertools.product(NUMBERS, repeat=2)))
def test_terms_and_values_compare_alike_on_either_side(value: Any, bound: Any) -> None:
    """A term may be what is compared, what it is compared to, or both."""
    for word in (words.at_least, words.at_most, words.more_than):
        expected = word(value, bound)
        assert plain(word(Wrapped(value), bound)) == expected
        assert plain(word(value, Wrapped(bound))) == expected
        assert plain(word(Wrapped(value), Wrapped(bound))) == expected


@pytest.mark.parametrize("value", ["甲", "丙", None])
def test_a_term_is_one_of_several_words_as_its_value_is(value: str | None) -> None:
    """The term itself is asked."""
    options = ("甲", "乙")
    assert plain(words.is_one_of(Wrapped(value), options)) == words.is_one_of(value, options)


@pytest.mark.parametrize(("part", "whole"), list(itertools.product(NUMBERS, repeat=2)))
def test_a_share_of_terms_is_a_share_of_their_values(part: Any, whole: Any) -> None:
    """Part, whole or both may be terms."""
    share = Fraction(2, 3)
    expected = words.share_at_least(part, whole, share)
    assert plain(words.share_at_least(Wrapped(part), whole, share)) == expected
    assert plain(words.share_at_least(part, Wrapped(whole), share)) == expected


@pytest.mark.parametrize("test", TRUTHS)
def test_a_term_is_denied_and_held_as_its_value_is(test: Truth) -> None:
    """Negation is the term's, and holding leaves it as it is."""
    assert plain(words.not_(Wrapped(test))) == words.not_(test)
    assert plain(words.holds(Wrapped(test))) == test


@pytest.mark.parametrize(
    "call",
    [
        lambda term: term.at_least(1),
        lambda term: term.at_most(1),
        lambda term: term.is_one_of(("甲",)),
        lambda term: term.times(2),
        lambda term: term.and_(True),
        lambda term: term.or_(True),
        lambda term: term.not_(),
    ],
)
def test_a_term_that_answers_nothing_says_so(call: Callable[[Term], Any]) -> None:
    """What a subclass leaves out is never answered by accident."""
    with pytest.raises(NotImplementedError):
        call(Term())


@pytest.mark.parametrize("use", [bool, hash, lambda term: term == 1, lambda term: term != 1])
def test_a_term_is_not_used_as_a_plain_value(use: Callable[[Term], Any]) -> None:
    """Truth, equality and hashing of a column have no one answer."""
    with pytest.raises(TypeError):
        use(Term())


def test_a_ruling_has_no_truth_value() -> None:
    """It is three truths; an if on it would hide two."""
    with pytest.raises(TypeError, match="no truth value"):
        bool(Ruling(applies=True, open=False, test=True))


def test_where_a_norm_does_not_apply_is_said_first_or_last_alike() -> None:
    """only_if around left_open and left_open around only_if are one ruling."""
    for applies, where, test in itertools.product(TRUTHS, repeat=3):
        inside = words.only_if(applies, words.left_open(where, test))
        outside = words.left_open(where, words.only_if(applies, test))
        assert parts(inside) == parts(outside) == (applies, where, test)


def test_two_conditions_of_application_must_both_hold() -> None:
    """A norm said to apply only if A, only if B, applies where both do."""
    said = words.only_if(True, words.only_if(None, True))
    assert parts(said) == (None, False, True)


def test_either_of_two_reasons_leaves_a_matter_open() -> None:
    """It is open where one of them holds."""
    said = words.left_open(False, words.left_open(True, False))
    assert parts(said) == (True, True, False)


@pytest.mark.parametrize("first", [True, False, None])
def test_a_leg_that_fails_fails_the_whole_wherever_it_stands(first: Truth) -> None:
    """Nobody is asked to judge what can no longer matter."""
    open_leg = words.left_open(True, first)
    assert parts(words.both(open_leg, False)) == (True, False, False)
    assert parts(words.both(False, open_leg)) == (True, False, False)


@pytest.mark.parametrize("applies", [False, None])
def test_a_leg_that_may_not_apply_is_no_leg(applies: Truth) -> None:
    """A condition of application goes around the whole."""
    with pytest.raises(TypeError, match="say only_if around it"):
        words.both(words.only_if(applies, True), True)


@pytest.mark.parametrize("odd", [1, 0, "", "真", (), words.left_open(True, True)])
def test_what_is_no_truth_value_is_refused(odd: Any) -> None:
    """A count where a test is wanted is a slip, not a truth."""
    for word in (lambda test: words.either(False, test), words.not_):
        with pytest.raises(TypeError, match="a test is True, False, None or a Term"):
            word(odd)


@pytest.mark.parametrize("odd", [1, 0, "", "真", ()])
def test_what_is_no_truth_value_is_not_joined(odd: Any) -> None:
    """A conjunction refuses it, too, as long as nothing before it has decided."""
    with pytest.raises(TypeError, match="a test is True, False, None or a Term"):
        words.both(True, odd)


def test_what_the_text_permits_cannot_fail() -> None:
    """可以 is met as it stands."""
    assert words.granted() is True


def test_where_the_least_and_the_most_agree_the_unknown_does_not_matter() -> None:
    """Both hold: it holds. Neither: it does not. Otherwise nobody knows."""
    table = {pair: words.either_way(*pair) for pair in itertools.product(TRUTHS, repeat=2)}
    assert table == {
        (True, True): True,
        (True, False): None,
        (True, None): None,
        (False, True): None,
        (False, False): False,
        (False, None): None,
        (None, True): None,
        (None, False): None,
        (None, None): None,
    }


def test_every_word_is_listed() -> None:
    """What a clause may use is what the module names."""
    public = {name for name, value in vars(words).items() if _is_a_word(name, value)}
    assert public == {n for n in words.__all__ if n not in TYPES}


TYPES = {"Money", "Day", "Int", "Ruling", "Term", "Truth", "Word"}


def _is_a_word(name: str, value: Any) -> bool:
    own = getattr(value, "__module__", None) == words.__name__
    return own and callable(value) and not isinstance(value, type) and not name.startswith("_")


@pytest.mark.parametrize(
    ("total", "count", "expected"),
    [
        (59, 3, False),
        (60, 3, True),
        (61, 3, True),
        (None, 3, None),
        (60, None, None),
        (0, 0, None),
        (60, 0, None),
        (19, 1, False),
        (20, 1, True),
    ],
)
def test_a_mean_is_compared_without_dividing(
    total: int | None, count: int | None, expected: Truth
) -> None:
    """Below, at and above; of no parts there is none; on terms as on values."""
    assert words.mean_at_least(total, count, 20) is expected
    assert plain(words.mean_at_least(Wrapped(total), count, 20)) is expected
    assert plain(words.mean_at_least(total, Wrapped(count), 20)) is expected


def test_a_mean_of_amounts_is_exact() -> None:
    """A third of a fen short is short, and so is a bound that is no whole number."""
    exactly, short = Decimal(60000000), Decimal("59999999.99")
    bound = Decimal(20000000)
    assert [words.mean_at_least(t, 3, bound) for t in (exactly, short)] == [True, False]
    third = Fraction(1, 3)
    assert [words.mean_at_least(n, 3, third) for n in (0, 1)] == [False, True]


def test_a_share_of_amounts_keeps_the_fen_in_a_data_frame() -> None:
    """A column of amounts is multiplied as it is, not cut to whole yuan first."""
    pl = pytest.importorskip("polars")
    nw = pytest.importorskip("narwhals")
    from innov_consortium.frames import Column  # noqa: PLC0415 - an extra

    rows = pl.DataFrame(
        {
            "part": pl.Series([Decimal("0.99"), Decimal("1.01")], dtype=pl.Decimal(38, 2)),
            "whole": pl.Series([Decimal("100.00")] * 2, dtype=pl.Decimal(38, 2)),
        }
    )
    said: Any = words.share_at_least(Column.named("part"), Column.named("whole"), Fraction(1, 100))
    mean: Any = words.mean_at_least(Column.named("part"), 2, Decimal("0.5"))
    found = nw.from_native(rows).select(share=said.expression, mean=mean.expression)
    assert found.to_native().rows() == [(False, False), (True, True)]


def test_a_mean_of_no_parts_is_unknown_in_a_data_frame() -> None:
    """As of plain values: a count of nought, of one, one not known."""
    pl = pytest.importorskip("polars")
    nw = pytest.importorskip("narwhals")
    from innov_consortium.frames import Column  # noqa: PLC0415 - an extra

    rows = pl.DataFrame({"total": [20, 20, 19, 20, None], "count": [0, 1, 1, None, 1]})
    said: Any = words.mean_at_least(Column.named("total"), Column.named("count"), 20)
    found = nw.from_native(rows).select(mean=said.expression).to_native()["mean"].to_list()
    assert found == [None, True, False, None, None]
    assert found == [words.mean_at_least(total, count, 20) for total, count in rows.rows()]
