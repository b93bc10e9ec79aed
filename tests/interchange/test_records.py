"""Tests of what is on record, of calendars and of cycles: what is read, and what is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.interchange.own_events import POLICY

from innov_consortium.core.calendars import Calendar
from innov_consortium.core.case import Case
from innov_consortium.core.figures import AnnualFigure
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
from innov_consortium.interchange import (
    dumps,
    load_dossier,
    structure_case,
    structure_dossier,
    unstructure_case,
    unstructure_dossier,
)

Put = Callable[..., dict[str, Any]]

LEAD = Identifier.uscc("91120116MAXT10009B")
MEMBER = Identifier.uscc("91120116MAXT100176")
DAYS_OFF = ("calendar", "days_off")


# --- what is read ---------------------------------------------------------------------------------


def test_what_is_on_record(case: Case) -> None:
    """Everything on record is read; of an accident nobody graded the grade is not known."""
    expected = Record(
        falsifications=(
            Falsification(
                unit=LEAD,
                context="annual_evaluation",
                year=2027,
                serious=True,
                occurred_on=date(2027, 9, 10),
                by="天津市科学技术局",
                on=date(2028, 1, 15),
                document="示例认定〔2028〕1号",
            ),
        ),
        accidents=(
            Accident(
                unit=LEAD,
                category="safety",
                occurred_on=date(2027, 6, 1),
                grade="major",
                determined_by="示例应急管理局",
                organ=OrganKind.ADMINISTRATIVE,
                determined_on=date(2027, 8, 1),
                document="示例调查报告",
            ),
            Accident(occurred_on=date(2027, 12, 1)),
        ),
        determinations=(
            Determination(
                unit=MEMBER,
                by="示例人民法院",
                organ=OrganKind.JUDICIAL,
                serious=True,
                occurred_on=date(2027, 5, 1),
                on=date(2028, 2, 1),
                document="示例判决",
            ),
        ),
        misconduct=(
            Misconduct(
                unit=LEAD,
                what="由周某某出具虚假年度报告",
                trivial=False,
                occurred_on=date(2028, 1, 10),
                on=date(2028, 2, 2),
                document="示例决定",
            ),
        ),
        earlier_funding=(
            EarlierFunding(
                project="p1",
                same_direction=True,
                source="district",
                amount=Decimal("10000000.01"),
                unit=MEMBER,
                on=date(2025, 1, 2),
            ),
        ),
        figures=(
            AnnualFigure(
                unit=LEAD,
                year=2025,
                metric="revenue",
                value=Decimal("512345678.90"),
                document="示例审计报告",
                on=date(2026, 2, 27),
            ),
        ),
        complete_to=date(2028, 3, 1),
    )

    assert expected == case.record


def test_calendar(case: Case) -> None:
    """Days off are read as a set of days, within the days the calendar tells of."""
    expected = Calendar(
        days_off=frozenset(date(2026, 10, n) for n in (1, 2, 3)),
        window=Window(date(2026, 1, 1), date(2026, 12, 31)),
        announced_on=date(2025, 11, 4),
        source="示例放假安排",
    )

    assert expected == case.calendar


def test_days_off_are_written_in_order(put: Put) -> None:
    """A set of days has no order of its own; the document has one."""
    days = ["2026-10-03", "2026-01-01", "2026-10-01"]
    written = unstructure_case(structure_case(put((DAYS_OFF, days))))

    assert written["calendar"]["days_off"] == sorted(days)


@pytest.mark.parametrize("written", ["unknown", {}, {"complete_to": None}, "absent"])
def test_record_that_is_unknown(document: dict[str, Any], written: object) -> None:
    """A record may be said to be unknown, say nothing, or be left out; it is written unknown."""
    document["record"] = written
    if written == "absent":
        del document["record"]
    case = structure_case(document)

    assert case.record == Record.unknown()
    assert unstructure_case(case)["record"] == "unknown"


def test_record_that_is_complete_and_empty(put: Put) -> None:
    """That nothing is on record to a day is something known, and is written as such."""
    case = structure_case(put((("record",), {"complete_to": "2028-03-01"})))

    assert case.record == Record(complete_to=date(2028, 3, 1))
    assert unstructure_case(case)["record"] == {
        "falsifications": [],
        "accidents": [],
        "determinations": [],
        "misconduct": [],
        "earlier_funding": [],
        "figures": [],
        "complete_to": "2028-03-01",
    }


def test_short_document_knows_none_of_it() -> None:
    """What a history does not say of record, calendar and cycle is not known."""
    dossier = structure_dossier({"consortium": "C1", "events": []}, POLICY)

    assert (dossier.record, dossier.calendar, dossier.cycle_from) == (Record.unknown(), None, None)
    assert dossier == structure_dossier(unstructure_dossier(dossier), POLICY)


# --- in a history ---------------------------------------------------------------------------------


def test_of_a_history_it_is_said_in_the_same_way(history: dict[str, Any]) -> None:
    """Record, calendar and cycle stand in a history as in a case, also through text."""
    dossier = load_dossier(dumps(history), POLICY)
    case = structure_case(
        {
            "application": history["events"][1]["application"],
            **{name: history[name] for name in ("record", "calendar", "cycle_from")},
        }
    )

    assert dossier.record == case.record
    assert dossier.calendar == case.calendar
    assert dossier.cycle_from == case.cycle_from == 2026
