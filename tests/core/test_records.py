"""What is on record: what may be said in it, whether it is all, and what was known on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.filings import FIRST, life

from innov_consortium.core.case import Case, Dossier, Surroundings
from innov_consortium.core.figures import AnnualFigure
from innov_consortium.core.known import known_on
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.periods import Window
from innov_consortium.core.records import (
    Accident,
    Determination,
    EarlierFunding,
    Falsification,
    Misconduct,
    OrganKind,
    Record,
)
from innov_consortium.core.register import Register
from innov_consortium.core.sanctions import Bar
from innov_consortium.errors import InvalidInputError

DAY = date(2026, 3, 2)
ONE = timedelta(1)
AROUND = (DAY - ONE, DAY, DAY + ONE)
LONG_AGO = date(2020, 1, 1)
MOMENT: Any = datetime(2026, 3, 2, tzinfo=UTC)
UNIT = Identifier("LEI", "529900T8BM49AURSDO55")
TEN = Decimal(10)


def faults(call: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInputError) as caught:
        call()
    return [(f.path, f.kind.value) for f in caught.value.faults]


# --- what may be said -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sort", "parts", "expected"),
    [
        (Falsification, {"on": MOMENT, "by": ""}, ["on type_error", "by invalid_value"]),
        (
            Falsification,
            {"on": DAY, "occurred_on": "2026-03-01"},
            ["occurred_on type_error"],
        ),
        (
            Accident,
            {"occurred_on": MOMENT, "determined_on": MOMENT, "determined_by": " "},
            ["occurred_on type_error", "determined_on type_error", "determined_by invalid_value"],
        ),
        (Determination, {"on": None, "by": 7}, ["by type_error", "on type_error"]),
        (Misconduct, {"on": "2026-03-02"}, ["on type_error"]),
        (Misconduct, {"on": DAY, "occurred_on": MOMENT}, ["occurred_on type_error"]),
        (Determination, {"on": DAY, "occurred_on": MOMENT}, ["occurred_on type_error"]),
        (
            EarlierFunding,
            {"on": MOMENT, "amount": Decimal(-1)},
            ["on type_error", "amount invalid_value"],
        ),
        (EarlierFunding, {"amount": 10_000_000.0}, ["amount type_error"]),
        (Record, {"complete_to": MOMENT}, ["complete_to type_error"]),
    ],
)
def test_days_names_and_money_are_what_they_are_called(
    sort: type[Any], parts: dict[str, Any], expected: list[str]
) -> None:
    """Everything that is wrong with an entry is told at once."""
    assert [f"{path} {kind}" for path, kind in faults(lambda: sort(**parts))] == expected


@pytest.mark.parametrize(
    ("one", "unknown"),
    [
        (Falsification(on=DAY), ("unit", "context", "year", "serious", "occurred_on", "by")),
        (
            Accident(occurred_on=DAY),
            ("unit", "category", "grade", "determined_by", "organ", "determined_on"),
        ),
        (Determination(on=DAY), ("unit", "by", "organ", "serious", "effective", "occurred_on")),
        (Misconduct(on=DAY), ("unit", "trivial", "occurred_on")),
        (EarlierFunding(), ("same_direction", "source", "amount", "unit", "on")),
    ],
)
def test_what_is_not_said_is_not_known(one: object, unknown: tuple[str, ...]) -> None:
    """Neither no nor nought, nor of no weight."""
    assert {name: getattr(one, name) for name in unknown} == dict.fromkeys(unknown)


def test_a_determination_says_of_what_sort_its_organ_is() -> None:
    """Courts and administrations are told apart from those that are neither."""
    assert {kind.value for kind in OrganKind} == {
        "judicial",
        "administrative",
        "party",
        "association",
        "other",
    }
    one = Determination(on=DAY, by="某法院", organ=OrganKind.JUDICIAL, effective=False)
    assert (one.organ, one.effective) == (OrganKind.JUDICIAL, False)


def test_an_amount_had_before_keeps_its_fen() -> None:
    """As it was given."""
    assert EarlierFunding(amount=Decimal("3000000.01")).amount == Decimal("3000000.01")


@pytest.mark.parametrize(
    ("occurred_on", "sound"), [(DAY - ONE, True), (DAY, True), (DAY + ONE, False), (None, True)]
)
@pytest.mark.parametrize("sort", [Falsification, Determination, Misconduct])
def test_nothing_is_found_before_it_was_done(
    sort: type[Falsification | Determination | Misconduct],
    occurred_on: date | None,
    *,
    sound: bool,
) -> None:
    """The day before the finding, the day itself, the day after, and a day that is not known."""

    def find() -> Falsification | Determination | Misconduct:
        return sort(on=DAY, occurred_on=occurred_on)

    if sound:
        assert find().occurred_on == occurred_on
    else:
        assert faults(find) == [("on", "out_of_order")]


@pytest.mark.parametrize(
    ("determined_on", "sound"), [(DAY - ONE, False), (DAY, True), (DAY + ONE, True), (None, True)]
)
def test_no_accident_is_graded_before_it_happened(
    determined_on: date | None, *, sound: bool
) -> None:
    """The day before it, the day itself, the day after, and a day that is not known."""

    def grade() -> Accident:
        return Accident(occurred_on=DAY, determined_on=determined_on)

    if sound:
        assert grade().determined_on == determined_on
    else:
        assert faults(grade) == [("determined_on", "out_of_order")]


@pytest.mark.parametrize(("year", "sound"), [(0, False), (1, True), (9999, True), (10_000, False)])
def test_the_year_of_a_falsification_is_one_of_the_calendar(year: int, *, sound: bool) -> None:
    """Below, at and above its ends."""
    if sound:
        assert Falsification(on=DAY, year=year).year == year
    else:
        assert faults(lambda: Falsification(on=DAY, year=year)) == [("year", "invalid_value")]


# --- whether that is all ----------------------------------------------------------------------


def test_a_record_is_complete_to_a_day_and_no_further() -> None:
    """The day before, the day, the day after; it is never said to be incomplete."""
    record = Record(complete_to=DAY)
    assert [record.complete_on(day) for day in AROUND] == [True, True, None]


def test_of_a_record_nobody_gave_nothing_is_known() -> None:
    """Not even that it is empty, on any day."""
    assert Record.unknown() == Record()
    assert [Record.unknown().complete_on(day) for day in (date.min, DAY, date.max)] == [None] * 3
    assert Surroundings().record == Record.unknown()


# --- what was known on a day ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("falsifications", Falsification(on=DAY, occurred_on=LONG_AGO)),
        ("accidents", Accident(occurred_on=DAY)),
        ("determinations", Determination(on=DAY)),
        ("misconduct", Misconduct(on=DAY, what="欠费")),
        ("earlier_funding", EarlierFunding(on=DAY)),
        ("figures", AnnualFigure(unit=UNIT, year=2025, metric="revenue", value=TEN, on=DAY)),
    ],
)
def test_an_entry_exists_from_its_day_on(toy_case: Case, name: str, part: Any) -> None:
    """Of a falsification that is the day it was found, not the day it was done."""
    entry: dict[str, Any] = {name: (part,)}
    case = evolve(toy_case, record=Record(**entry))
    found = [getattr(known_on(case, day).record, name) for day in AROUND]
    assert found == [(), (part,), (part,)]


def test_funding_without_a_day_is_known_on_every_day(toy_case: Case) -> None:
    """Nobody says that it came later."""
    case = evolve(toy_case, record=Record(earlier_funding=(EarlierFunding(),)))
    assert known_on(case, LONG_AGO).record == case.record


def test_an_accident_is_graded_from_the_day_of_its_grading(toy_case: Case) -> None:
    """Before that it has happened, and nobody has graded it."""
    graded = Accident(
        unit=UNIT,
        category="safety",
        occurred_on=LONG_AGO,
        grade="major",
        determined_by="某局",
        organ=OrganKind.ADMINISTRATIVE,
        determined_on=DAY,
        document="某文",
    )
    bare = Accident(unit=UNIT, category="safety", occurred_on=LONG_AGO)
    case = evolve(toy_case, record=Record(accidents=(graded,)))
    found = [known_on(case, day).record.accidents for day in AROUND]
    assert found == [(bare,), (graded,), (graded,)]


def test_a_grade_without_a_day_is_known_with_the_accident(toy_case: Case) -> None:
    """From the day it happened."""
    graded = Accident(occurred_on=DAY, grade="major")
    case = evolve(toy_case, record=Record(accidents=(graded,)))
    found = [known_on(case, day).record.accidents for day in AROUND]
    assert found == [(), (graded,), (graded,)]


def test_to_what_day_a_record_is_complete_stays_as_it_is(toy_case: Case) -> None:
    """That is said of the record, not on a day."""
    case = evolve(toy_case, record=Record(complete_to=DAY))
    assert [known_on(case, day).record.complete_to for day in (LONG_AGO, DAY)] == [DAY, DAY]


@pytest.mark.parametrize("name", ["filed_on", "presented_on", "accepted_on"])
def test_an_application_is_filed_presented_and_accepted_on_its_day(
    toy_case: Case, name: str
) -> None:
    """Not before; the other days do not hang on it."""
    others = ("filed_on", "presented_on", "accepted_on")
    days: dict[str, Any] = {**dict.fromkeys(others, LONG_AGO), name: DAY}
    case = evolve(toy_case, application=evolve(toy_case.application, **days))
    found = [known_on(case, day).application for day in AROUND]
    assert [getattr(application, name) for application in found] == [None, DAY, DAY]
    rest = [getattr(a, other) for a in found for other in others if other != name]
    assert rest == [LONG_AGO] * 6


@pytest.mark.parametrize("name", ["filed_on", "presented_on", "accepted_on"])
def test_a_day_of_an_application_is_a_day(toy_case: Case, name: str) -> None:
    """A moment is none."""
    moment: dict[str, Any] = {name: MOMENT}
    assert faults(lambda: evolve(toy_case.application, **moment)) == [(name, "type_error")]


def test_an_organisation_comes_from_legal_persons() -> None:
    """A name is none; each is told under its place."""
    assert evolve(FIRST, succeeds=(UNIT,)).succeeds == (UNIT,)
    names: Any = (UNIT, "某公司")
    assert faults(lambda: evolve(FIRST, succeeds=names)) == [("succeeds[1]", "type_error")]


def test_a_bar_is_known_from_its_first_day_on(toy_case: Case) -> None:
    """One that does not say since when is known on every day."""
    bar = Bar(unit=UNIT, window=Window(DAY, DAY + ONE), consortium="C1")
    always = Bar(unit=UNIT, window=Window(None, DAY), consortium="C2")
    case = evolve(toy_case, register=Register.complete(to=DAY, bars=(bar, always)))
    found = [known_on(case, day).register for day in AROUND]
    assert [register.bars for register in found] == [(always,), (bar, always), (bar, always)]
    assert {register.complete_to for register in found} == {DAY}


def test_of_a_history_the_record_is_pruned_as_well_and_the_history_is_not() -> None:
    """The history is replayed to the day."""
    dossier = Dossier(history=life(), record=Record(misconduct=(Misconduct(on=DAY),)))
    known = known_on(dossier, DAY - ONE)
    assert (known.history, known.record) == (dossier.history, Record())


# --- laws -------------------------------------------------------------------------------------

unhurried = settings(deadline=None)  # a record has many parts to draw
days = st.integers(0, 6).map(lambda n: DAY + n * ONE)
maybe = st.none() | days
bodies = st.sampled_from([None, "某局", "某院"])
truths = st.sampled_from([None, True, False])


def few(one: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(one, max_size=3).map(tuple)


def graded_later(on: date, after: int | None, **known: Any) -> Accident:
    """Return an accident graded so many days after it happened."""
    graded = None if after is None else on + after * ONE
    return Accident(occurred_on=on, determined_on=graded, **known)


earlier = st.integers(-6, 0).map(lambda n: DAY + n * ONE)

records = st.builds(
    Record,
    falsifications=few(
        st.builds(
            Falsification, on=days, occurred_on=st.none() | earlier, by=bodies, serious=truths
        )
    ),
    accidents=few(
        st.builds(
            graded_later,
            days,
            st.none() | st.integers(0, 6),
            determined_by=bodies,
            grade=st.sampled_from([None, "major"]),
        )
    ),
    determinations=few(st.builds(Determination, on=days, by=bodies, effective=truths)),
    misconduct=few(st.builds(Misconduct, on=days, trivial=truths)),
    earlier_funding=few(st.builds(EarlierFunding, on=maybe, same_direction=truths)),
    figures=few(
        st.builds(
            AnnualFigure,
            unit=st.just(UNIT),
            year=st.just(2025),
            metric=st.just("revenue"),
            value=st.integers(0, 2).map(Decimal),
            on=maybe,
        )
    ),
    complete_to=maybe,
)


def known(record: Record, day: date) -> Record:
    return known_on(Surroundings(record=record), day).record


@unhurried
@given(records, days)
def test_what_was_known_on_a_day_was_known_on_that_day(record: Record, day: date) -> None:
    """Idempotent."""
    assert known(known(record, day), day) == known(record, day)


@unhurried
@given(records, days, days)
def test_looking_back_through_a_later_day_one_sees_what_there_was(
    record: Record, one: date, other: date
) -> None:
    """Whichever is looked through first, the earlier of two days tells."""
    earlier = min(one, other)
    assert known(known(record, one), other) == known(record, earlier)


@unhurried
@given(records, days, days)
def test_entries_only_grow(record: Record, one: date, other: date) -> None:
    """Nothing that was on record is struck off it; a grading may come to an accident."""
    before, after = (known(record, day) for day in sorted((one, other)))
    assert len(before.accidents) <= len(after.accidents)
    for name in ("falsifications", "determinations", "misconduct", "earlier_funding", "figures"):
        earlier, later = Counter(getattr(before, name)), Counter(getattr(after, name))
        assert earlier <= later


@unhurried
@given(records, days)
def test_nothing_on_record_is_dated_later(record: Record, day: date) -> None:
    """Of no entry any day by which it is known, nor that of a grading."""
    seen = known(record, day)
    dated: list[date | None] = [f.on for f in seen.falsifications]
    dated += [d.on for d in seen.determinations] + [m.on for m in seen.misconduct]
    dated += [f.on for f in seen.earlier_funding] + [f.on for f in seen.figures]
    dated += [on for a in seen.accidents for on in (a.occurred_on, a.determined_on)]
    assert all(on is None or on <= day for on in dated)
    graded = [a for a in record.accidents if a.determined_on is not None and a.determined_on > day]
    assert sum(a.grade is None for a in seen.accidents) >= sum(a.occurred_on <= day for a in graded)


@unhurried
@given(records)
def test_in_the_end_everything_is_known(record: Record) -> None:
    """On the last day there is."""
    assert known(record, date.max) == record
