"""The inspections a case tells of apart from its events: in years, or one by one."""

from __future__ import annotations

from datetime import date

from innov_consortium.core.events import Filed
from innov_consortium.testing.cases.cast import Cast
from innov_consortium.testing.cases.given import Facts
from innov_consortium.testing.cases.told import Happened, own_event

__all__ = ["read_inspections"]


def read_inspections(given: Facts, cast: Cast, filing: Filed, happened: Happened) -> None:
    """Add inspections: by the department that was filed with, unless the case says otherwise."""
    for part in given.each("inspections", "inspection"):
        on, year = part.day("on", "date"), part.number("year")
        by = cast.actor(part) or filing.recipient
        on = on or min(date(year or happened.day.year, 12, 31), happened.day)
        said = {"year": on.year if year is None else year, "by": by}
        document = {"type": "inspected", "on": on.isoformat(), **said}
        told = {name: value for name, value in document.items() if value is not None}
        happened.tell([own_event(told, cast.policy)])
        part.pass_over("id", "document", "result", "findings")
        part.finish()
