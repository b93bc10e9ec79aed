"""Tests of what is wrong with a record, a calendar or a year, each at its path."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from innov_consortium.errors import Fault, FaultKind, InvalidInputError

FaultsIn = Callable[[object], tuple[Fault, ...]]
Put = Callable[..., dict[str, Any]]

TYPE_ERROR, INVALID_VALUE = FaultKind.TYPE_ERROR, FaultKind.INVALID_VALUE
DUPLICATE, INCONSISTENT = FaultKind.DUPLICATE, FaultKind.INCONSISTENT
OUT_OF_ORDER, LIMIT_EXCEEDED = FaultKind.OUT_OF_ORDER, FaultKind.LIMIT_EXCEEDED

FUNDING = ("record", "earlier_funding", 0)
AMOUNT = (*FUNDING, "amount")
DAYS_OFF = ("calendar", "days_off")


def kinds_and_paths(faults: tuple[Fault, ...]) -> list[tuple[FaultKind, str]]:
    return [(f.kind, f.path) for f in faults]


F0, A0 = ("record", "falsifications", 0), ("record", "accidents", 0)
D0, G0 = ("record", "determinations", 0), ("record", "figures", 0)
WRONG: list[tuple[tuple[str | int, ...], object, FaultKind, str, str]] = [
    # the record as a whole
    (("record",), "unknwon", TYPE_ERROR, "record", "'unknwon': must be an object {falsifications"),
    (("record",), None, INVALID_VALUE, "record", "null: must be given"),
    (("record",), [], TYPE_ERROR, "record", "[…]: must be an object"),
    (("record", "accident"), [], INVALID_VALUE, "record.accident", "did you mean 'accidents'"),
    (("record", "accidents"), None, INVALID_VALUE, "record.accidents", "null: must be given"),
    (("record", "accidents"), {}, TYPE_ERROR, "record.accidents", "must be a list"),
    (("record", "misconduct", 0), "x", TYPE_ERROR, "record.misconduct[0]", "must be an object"),
    (("record", "complete_to"), "unknown", INVALID_VALUE, "record.complete_to", "YYYY-MM-DD"),
    # what is in it
    ((*F0, "on"), None, INVALID_VALUE, "record.falsifications[0].on", "null: must be given"),
    ((*F0, "unit"), "x", INVALID_VALUE, "record.falsifications[0].unit", "18 characters"),
    ((*F0, "context"), ["x"], TYPE_ERROR, "record.falsifications[0].context", "must be text"),
    ((*F0, "serious"), "yes", TYPE_ERROR, "record.falsifications[0].serious", "true or false"),
    ((*F0, "by"), "", INVALID_VALUE, "record.falsifications[0].by", "must not be empty"),
    ((*F0, "year"), "2027", TYPE_ERROR, "record.falsifications[0].year", "a whole number"),
    ((*F0, "year"), 0, INVALID_VALUE, "record.falsifications[0].year", "from 1 to 9999"),
    ((*F0, "year"), True, TYPE_ERROR, "record.falsifications[0].year", "a whole number"),
    ((*A0, "occurred_on"), None, INVALID_VALUE, "record.accidents[0].occurred_on", "be given"),
    ((*A0, "occured_on"), "2027-06-01", INVALID_VALUE, "record.accidents[0].occured_on", "mean 'o"),
    ((*A0, "grade"), 1, TYPE_ERROR, "record.accidents[0].grade", "1: must be text"),
    ((*A0, "organ"), "insurer", INVALID_VALUE, "record.accidents[0].organ", "judicial, admin"),
    ((*D0, "occurred_on"), "2027", INVALID_VALUE, "record.determinations[0].occurred_on", "YYYY"),
    ((*D0, "occurred_on"), "2028-02-02", OUT_OF_ORDER, "record.determinations[0].on", "2028-02-02"),
    ((*D0, "organ"), "court", INVALID_VALUE, "record.determinations[0].organ", "judicial, admin"),
    ((*D0, "organ"), "judical", INVALID_VALUE, "record.determinations[0].organ", "did you mean"),
    ((*D0, "effective"), "pending", TYPE_ERROR, "record.determinations[0].effective", "true or"),
    (("record", "misconduct", 0, "trivial"), 0, TYPE_ERROR, "record.misconduct[0].trivial", "true"),
    (("record", "misconduct", 0, "what"), 7, TYPE_ERROR, "record.misconduct[0].what", "be text"),
    ((*FUNDING, "project"), None, INVALID_VALUE, "record.earlier_funding[0].project", "be given"),
    ((*FUNDING, "on"), "2025", INVALID_VALUE, "record.earlier_funding[0].on", "YYYY-MM-DD"),
    # figures of accounts
    ((*G0, "unit"), None, INVALID_VALUE, "record.figures[0].unit", "null: must be given"),
    ((*G0, "year"), "2025", TYPE_ERROR, "record.figures[0].year", "a whole number"),
    ((*G0, "year"), 0, INVALID_VALUE, "record.figures[0].year", "from 1 to 9999"),
    ((*G0, "year"), None, INVALID_VALUE, "record.figures[0].year", "must be given"),
    ((*G0, "metric"), "", INVALID_VALUE, "record.figures[0].metric", "must not be empty"),
    ((*G0, "value"), 512345678.9, TYPE_ERROR, "record.figures[0].value", "written as text"),
    ((*G0, "value"), "-1", INVALID_VALUE, "record.figures[0].value", "with no sign"),
    ((*G0, "value"), "0.0000001", INVALID_VALUE, "record.figures[0].value", "six decimals"),
    ((*G0, "value"), None, INVALID_VALUE, "record.figures[0].value", "must be given"),
    ((*G0, "on"), "2024-12-31", OUT_OF_ORDER, "record.figures[0].on", "before the year it is of"),
    # the calendar
    (("calendar",), "unknown", TYPE_ERROR, "calendar", "'unknown': must be an object"),
    (("calendar", "window"), None, INVALID_VALUE, "calendar.window", "null: must be given"),
    (
        ("calendar", "holidays"),
        [],
        INVALID_VALUE,
        "calendar.holidays",
        "days_off, window, announced_on, source",
    ),
    (DAYS_OFF, None, INVALID_VALUE, "calendar.days_off", "null: must be given"),
    (DAYS_OFF, "2026-10-01", TYPE_ERROR, "calendar.days_off", "must be a list"),
    ((*DAYS_OFF, 1), "2026-10-1", INVALID_VALUE, "calendar.days_off[1]", "a day is written"),
    ((*DAYS_OFF, 1), "2026-02-29", INVALID_VALUE, "calendar.days_off[1]", "there is no such day"),
    ((*DAYS_OFF, 1), 20261001, TYPE_ERROR, "calendar.days_off[1]", "must be a day written as"),
    ((*DAYS_OFF, 1), "2026-10-01", DUPLICATE, "calendar.days_off[1]", "repeats no. 1"),
    ((*DAYS_OFF, 1), "2027-01-01", INCONSISTENT, "calendar.days_off[1]", "'2027-01-01': is outs"),
    (
        ("calendar", "window", "first"),
        None,
        INVALID_VALUE,
        "calendar.window.first",
        "a calendar has a first and a last day",
    ),
    (
        ("calendar", "window", "last"),
        "2025-12-31",
        OUT_OF_ORDER,
        "calendar.window.last",
        "is before the first day",
    ),
    # years
    (("cycle_from",), "2026", TYPE_ERROR, "cycle_from", "'2026': must be a whole number"),
    (("cycle_from",), 2026.0, TYPE_ERROR, "cycle_from", "2026.0: must be a whole number"),
    (("cycle_from",), True, TYPE_ERROR, "cycle_from", "true: must be a whole number"),
    (("cycle_from",), 0, INVALID_VALUE, "cycle_from", "0: a year is from 1 to 9999"),
    (("cycle_from",), 10_000, INVALID_VALUE, "cycle_from", "10000: a year is from 1 to 9999"),
    (("cycle_from",), 10**18, LIMIT_EXCEEDED, "cycle_from", "must have at most 18 digits"),
    # the application
    (
        ("application", "presented_on"),
        "2026-3-20",
        INVALID_VALUE,
        "application.presented_on",
        "a day is written",
    ),
    (("application", "accepted_on"), 1, TYPE_ERROR, "application.accepted_on", "a day written"),
    (
        ("application", "lead", "succeeds"),
        ["x"],
        INVALID_VALUE,
        "application.lead.succeeds[0]",
        "18 characters",
    ),
    (
        ("application", "lead", "succeeds"),
        None,
        INVALID_VALUE,
        "application.lead.succeeds",
        "must be given",
    ),
]


@pytest.mark.parametrize(("at", "value", "kind", "path", "en"), WRONG)
def test_one_thing_wrong(
    put: Put,
    faults_in: FaultsIn,
    at: tuple[str | int, ...],
    value: object,
    kind: FaultKind,
    path: str,
    en: str,
) -> None:
    """One wrong value gives a fault of that kind at its path, naming value and remedy."""
    found = faults_in(put((at, value)))

    assert [(kind, path)] == kinds_and_paths(found)
    assert en in found[0].en


@pytest.mark.parametrize(
    "path",
    [
        "record.falsifications[0].on",
        "record.accidents[1].occurred_on",
        "record.determinations[0].on",
        "record.misconduct[0].on",
        "record.figures[0].unit",
        "record.figures[0].year",
        "record.figures[0].metric",
        "record.figures[0].value",
        "calendar.days_off",
        "calendar.window",
    ],
)
def test_missing_key(document: dict[str, Any], faults_in: FaultsIn, path: str) -> None:
    """A required key that is missing is one fault at its path."""
    above, _, name = path.rpartition(".")
    target = document[above.partition(".")[0]]
    if "[" in above:
        part, _, index = above.partition(".")[2].rstrip("]").partition("[")
        target = target[part][int(index)]
    del target[name]

    assert [(INVALID_VALUE, path)] == kinds_and_paths(faults_in(document))


def test_each_day_outside_the_calendar_is_told(put: Put, faults_in: FaultsIn) -> None:
    """At its own path, whatever else is wrong beside it."""
    days = ["2025-12-31", "2026-01-01", "x", "2026-12-31", "2027-01-01", "2027-01-01"]
    found = faults_in(put((DAYS_OFF, days), (("calendar", "source"), 3)))

    expected = {
        ("calendar.days_off[0]", INCONSISTENT),
        ("calendar.days_off[2]", INVALID_VALUE),
        ("calendar.days_off[4]", INCONSISTENT),
        ("calendar.days_off[5]", INCONSISTENT),
        ("calendar.days_off[5]", DUPLICATE),
        ("calendar.source", TYPE_ERROR),
    }

    assert expected == {(f.path, f.kind) for f in found}
    assert len(expected) == len(found)


def test_calendar_open_on_a_side(put: Put, faults_in: FaultsIn) -> None:
    """Its missing end is told, and days before the other one; no day is beyond an open end."""
    days = ["2025-12-31", "2030-01-01", "x"]
    window = {"first": "2026-01-01", "last": None}
    found = faults_in(put((DAYS_OFF, days), (("calendar", "window"), window)))

    assert {f.path for f in found} == {
        "calendar.days_off[0]",
        "calendar.days_off[2]",
        "calendar.window.last",
    }


def test_all_faults_at_once(put: Put, faults_in: FaultsIn) -> None:
    """Faults of every part are told together, each with its path."""
    found = faults_in(
        put(
            ((*F0, "serious"), 1),
            ((*F0, "year"), 12_345),
            ((*A0, "occurred_on"), "x"),
            (("record", "accidents", 1, "unit"), "x"),
            ((*D0, "organ"), "x"),
            (("record", "misconduct", 0, "wat"), "x"),
            (AMOUNT, "1,000"),
            ((*DAYS_OFF, 0), "2025-01-01"),
            (("cycle_from",), "2026"),
            (("application", "accepted_on"), "x"),
        )
    )

    expected = {
        "record.falsifications[0].serious": TYPE_ERROR,
        "record.falsifications[0].year": INVALID_VALUE,
        "record.accidents[0].occurred_on": INVALID_VALUE,
        "record.accidents[1].unit": INVALID_VALUE,
        "record.determinations[0].organ": INVALID_VALUE,
        "record.misconduct[0].wat": INVALID_VALUE,
        "record.earlier_funding[0].amount": INVALID_VALUE,
        "calendar.days_off[0]": INCONSISTENT,
        "cycle_from": TYPE_ERROR,
        "application.accepted_on": INVALID_VALUE,
    }

    assert expected == {f.path: f.kind for f in found}
    assert len(expected) == len(found)


def test_chinese_text_names_the_field(put: Put, faults_in: FaultsIn) -> None:
    """The Chinese text begins with the field's label and the value."""
    found = faults_in(
        put(((*A0, "grade"), 1), ((*DAYS_OFF, 1), "2027-01-01"), (("cycle_from",), 0))
    )

    assert [f.zh for f in found] == [
        "事故等级 1：应为文字",
        "休息日 第2个 '2027-01-01'：不在日历的起止之内",
        "评价周期的首年 0：年份应在 1 至 9999 之间",
    ]


@pytest.mark.parametrize(
    ("at", "value", "path"),
    [
        (("what",), "周某某行贿 ", "record.misconduct[0].what"),
        (("what",), ["周某某"], "record.misconduct[0].what"),
        ((), "周某某行贿", "record.misconduct[0]"),
        (("unit",), "周某某行贿", "record.misconduct[0].unit"),
        (("occurred_on",), "周某某行贿", "record.misconduct[0].occurred_on"),
        (("document",), "周某某 ", "record.misconduct[0].document"),
    ],
)
def test_no_name_of_a_person_in_a_fault(
    put: Put, faults_in: FaultsIn, at: tuple[str, ...], value: object, path: str
) -> None:
    """What is told of somebody's conduct may name who it was, and is never repeated."""
    found = faults_in(put((("record", "misconduct", 0, *at), value)))

    assert [path] == [f.path for f in found]
    assert "周某某" not in str(InvalidInputError(found))
