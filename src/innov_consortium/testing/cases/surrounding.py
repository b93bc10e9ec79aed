"""What is known around a consortium beside its history and its application."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from innov_consortium.core.calendars import Calendar
from innov_consortium.core.periods import Window
from innov_consortium.core.records import Record
from innov_consortium.testing.cases.cast import Cast
from innov_consortium.testing.cases.funding import earlier_funding
from innov_consortium.testing.cases.given import ABSENT, Facts, a_day
from innov_consortium.testing.cases.recording import Recorded
from innov_consortium.testing.cases.told import Happened

__all__ = ["calendar_of", "surroundings"]

_DAYS_OFF = ("days_off", "holidays", "days")
_CALENDAR = ("calendar", "holiday_calendar", "holidays", "days_off")
_CYCLE = ("cycle_anchor_year", "cycle_anchor", "cycle_from", "cycle_first_year")
#: The days of which a plain list of days off tells: all on which anything can be asked.
_LISTED_FOR = Window(date(2020, 1, 1), date(2040, 12, 31))


def surroundings(
    given: Facts, cast: Cast, recorded: Recorded, happened: Happened, *, of_money: bool
) -> dict[str, Any]:
    """Return the record, the calendar and the cycle.

    What is listed is all there is on the day asked about, an empty list, too; what is ``null``, or
    not named, is not known. A record is complete for everything at once; a case says it of the
    money a project has had before, and of everything else.

    Args:
        given: The facts of the case.
        cast: Who is who.
        recorded: What the facts listed put on record.
        happened: What has happened.
        of_money: Whether the question is about money.
    """
    funding, funding_known = earlier_funding(given, cast, happened)
    known = funding_known if of_money else isinstance(given.values.get("facts"), list)
    cycle = given.part_or_word("evaluation_cycle", "cycle")
    names = ("anchor_year", "first_year", "first", "from", "anchor")
    first = given.number(*_CYCLE) if cycle is None else cycle.number(*names)
    if cycle is not None:
        cycle.pass_over("years", "last", "to", "last_year")
        cycle.finish()
    record = Record(
        falsifications=tuple(recorded.falsifications),
        accidents=tuple(recorded.accidents),
        determinations=tuple(recorded.determinations),
        misconduct=tuple(recorded.misconduct),
        earlier_funding=funding,
        complete_to=happened.day if known else None,
    )
    return {"record": record, "calendar": calendar_of(given), "cycle_from": first}


def calendar_of(given: Facts) -> Calendar | None:
    """Return the days off a case names; ``None`` if it names none.

    A plain list names all there are. Without one of which days it tells, nothing is known of the
    days outside those it names.
    """
    value, path = given.get(*_CALENDAR), given.name_of(*_CALENDAR)
    if value is ABSENT or value is None:
        return None
    if isinstance(value, list):
        days = _days(value, path)
        return Calendar(days_off=days, window=_LISTED_FOR)
    part = Facts(value, path)
    days = _days(part.get(*_DAYS_OFF) or (), path)
    first = part.day("from", "first", "first_day") or min(days, default=None)
    last = part.day("to", "until", "last", "last_day") or max(days, default=None)
    source = part.text("source", "by", "document") or ""
    announced_on = part.day("announced_on", "issued_on", "on")
    part.pass_over("year")
    part.finish()
    return Calendar(
        days_off=days, window=Window(first, last), announced_on=announced_on, source=source
    )


def _days(value: Iterable[object], path: str) -> frozenset[date]:
    return frozenset(a_day(one, f"{path}[{n}]") for n, one in enumerate(value))
