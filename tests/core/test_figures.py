"""Figures of accounts: what may be said of a year, which statement counts, and from which day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from innov_consortium.core.case import Surroundings
from innov_consortium.core.figures import AnnualFigure, figure_of, figures_of
from innov_consortium.core.known import known_on
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.records import Record
from innov_consortium.core.words import mean_at_least, share_at_least
from innov_consortium.errors import InvalidInputError

FIRM = Identifier("LEI", "529900T8BM49AURSDO55")
OTHER = Identifier("LEI", "549300T8BM49AURSDO55")
DAY = date(2026, 4, 30)
ONE = timedelta(1)
MOMENT: Any = datetime(2026, 4, 30, tzinfo=UTC)
SOUND: dict[str, Any] = {"unit": FIRM, "year": 2025, "metric": "revenue", "value": Decimal(500)}


def stated(value: str, on: date | None = DAY, **more: Any) -> AnnualFigure:
    """Return a firm's revenue of 2025 as stated on a day."""
    return AnnualFigure(**{**SOUND, "value": Decimal(value), "on": on, **more})


def revenue(*figures: AnnualFigure, year: int = 2025) -> Decimal | None:
    """Return the firm's revenue of a year as a record of those figures tells it."""
    return figure_of(Record(figures=figures), FIRM, "revenue", year)


def faults(call: Callable[[], object]) -> list[str]:
    with pytest.raises(InvalidInputError) as caught:
        call()
    return [f"{f.path} {f.kind.value}" for f in caught.value.faults]


# --- what may be said -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"year": 0}, ["year invalid_value"]),
        ({"year": 10_000}, ["year invalid_value"]),
        ({"year": None}, ["year type_error"]),
        ({"year": "2025"}, ["year type_error"]),
        ({"year": True}, ["year type_error"]),
        ({"unit": "某公司"}, ["unit type_error"]),
        ({"metric": ""}, ["metric invalid_value"]),
        ({"metric": None}, ["metric type_error"]),
        ({"value": Decimal("-0.000001")}, ["value invalid_value"]),
        ({"value": Decimal("0.0000001")}, ["value invalid_value"]),
        ({"value": Decimal(10**15) + Decimal("0.000001")}, ["value invalid_value"]),
        ({"value": Decimal("NaN")}, ["value invalid_value"]),
        ({"value": Decimal("Infinity")}, ["value invalid_value"]),
        ({"value": 500.0}, ["value type_error"]),
        ({"value": 500}, ["value type_error"]),
        ({"value": None}, ["value type_error"]),
        ({"on": MOMENT}, ["on type_error"]),
        ({"on": date(2024, 12, 31)}, ["on out_of_order"]),
        ({"year": 0, "value": 1, "on": "x"}, ["value type_error", "on type_error", "year inv"]),
    ],
)
def test_what_is_no_figure_is_refused(said: dict[str, Any], expected: list[str]) -> None:
    """Everything at once, each at its field."""
    found = faults(lambda: AnnualFigure(**{**SOUND, **said}))
    assert [f[: len(e)] for f, e in zip(found, expected, strict=True)] == expected


@pytest.mark.parametrize("value", ["0", "0.000001", "1000000000000000", "499999999.99"])
def test_a_figure_may_be_anything_from_nought_up(value: str) -> None:
    """In a unit of its own, to a millionth, as it was given."""
    assert stated(value).value == Decimal(value)


@pytest.mark.parametrize("on", [date(2025, 1, 1), date(2026, 1, 1), None])
def test_a_figure_is_stated_in_its_year_or_later(on: date | None) -> None:
    """Or nobody says when."""
    assert stated("1", on).on == on


# --- which statement counts -------------------------------------------------------------------


def test_what_is_not_on_record_is_not_known() -> None:
    """Another year, another firm, another metric, nothing at all; it is never nought."""
    others = (
        stated("1", year=2024),
        stated("2", unit=OTHER),
        stated("3", metric="rd_spending"),
    )
    assert [revenue(), revenue(*others)] == [None, None]
    complete = Record(complete_to=date.max)
    assert figure_of(complete, FIRM, "revenue", 2025) is None


def test_a_later_statement_takes_the_place_of_an_earlier_one() -> None:
    """In whichever order they are listed."""
    first, later = stated("500", DAY), stated("499", DAY + ONE)
    assert [revenue(first, later), revenue(later, first)] == [Decimal(499)] * 2


def test_statements_of_one_day_that_differ_tell_nothing() -> None:
    """Two that agree do, whatever else was said before."""
    assert revenue(stated("500"), stated("499")) is None
    assert revenue(stated("500.0"), stated("500"), stated("1", DAY - ONE)) == Decimal(500)
    assert revenue(stated("500"), stated("499"), stated("498", DAY + ONE)) == Decimal(498)


def test_a_statement_without_a_day_may_be_the_last() -> None:
    """It counts alone, or where it agrees; otherwise nobody can tell."""
    undated = stated("500", None)
    assert revenue(undated) == Decimal(500)
    assert revenue(undated, stated("500")) == Decimal(500)
    assert revenue(undated, stated("499")) is None
    assert revenue(undated, stated("499", None)) is None


def test_years_are_told_in_the_order_asked() -> None:
    """Each for itself: one that is missing is missing, the others are not."""
    record = Record(figures=(stated("3", year=2023), stated("5")))
    found = figures_of(record, FIRM, "revenue", (2025, 2024, 2023))
    assert found == (Decimal(5), None, Decimal(3))
    assert figures_of(record, FIRM, "revenue", ()) == ()


# --- what was known on a day ------------------------------------------------------------------


def test_a_figure_exists_from_the_day_it_was_stated_on() -> None:
    """The day before, the day, the day after; one without a day on every day."""
    around = Surroundings(record=Record(figures=(stated("499"),)))
    days = (DAY - ONE, DAY, DAY + ONE)
    seen = [figure_of(known_on(around, d).record, FIRM, "revenue", 2025) for d in days]
    assert seen == [None, Decimal(499), Decimal(499)]
    undated = evolve(around, record=Record(figures=(stated("499", None),)))
    assert known_on(undated, date.min) == undated


def test_before_a_correction_the_figure_is_the_earlier_one() -> None:
    """What was stated later is not known yet."""
    told = Record(figures=(stated("500"), stated("499", DAY + ONE)))
    around = Surroundings(record=told)
    seen = [figure_of(known_on(around, d).record, FIRM, "revenue", 2025) for d in (DAY, DAY + ONE)]
    assert seen == [Decimal(500), Decimal(499)]


# --- laws -------------------------------------------------------------------------------------

values = st.sampled_from(["0", "1", "500", "500.01"])
days = st.none() | st.integers(0, 3).map(lambda n: DAY + n * ONE)
figures = st.lists(st.builds(stated, values, days), max_size=5).map(tuple)


@given(figures, st.randoms())
def test_the_order_of_listing_does_not_matter(
    listed: tuple[AnnualFigure, ...], random: Any
) -> None:
    """A record is a collection, not a sequence."""
    shuffled = list(listed)
    random.shuffle(shuffled)
    assert revenue(*listed) == revenue(*shuffled)


@given(figures)
def test_what_is_told_was_stated(listed: tuple[AnnualFigure, ...]) -> None:
    """Never anything in between."""
    found = revenue(*listed)
    assert found is None or found in {f.value for f in listed}


@given(st.integers(0, 10**15), st.integers(1, 9), st.integers(1, 10**9))
def test_means_and_shares_are_exact_whatever_the_host_computes_with(
    fen: int, count: int, least: int
) -> None:
    """Neither divided nor rounded, even where the host's own precision is poor."""
    total, whole = Decimal(fen) / 100, Decimal(fen * 33 + 1) / 100
    with localcontext(prec=3):
        mean = mean_at_least(total, count, Decimal(least))
        share = share_at_least(total, whole, Fraction(3, 100))
    assert mean is (fen >= 100 * least * count)
    assert share is (100 * fen >= 3 * (fen * 33 + 1))
