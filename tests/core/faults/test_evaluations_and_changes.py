"""What a history tells of evaluations and changes that cannot be: every sentence, every place.

Nothing of this is seen in one event; it is told of the events that stand, in both languages.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from innov_consortium.core.changes import (
    ChangeApproved,
    ChangeExecuted,
    ChangeKind,
    ChangeReported,
    change_faults,
)
from innov_consortium.core.consortium import Application
from innov_consortium.core.evaluation import evaluation_faults
from innov_consortium.core.events import (
    EvaluationAssigned,
    Event,
    Filed,
    ResultAnnulled,
    ResultCorrected,
    ResultNotified,
    SelfEvaluated,
    SelfReportFiled,
)
from innov_consortium.core.organizations import Identifier, Organization, OrganizationKind
from innov_consortium.errors import Fault, FaultKind

Faults = list[tuple[FaultKind, str, str, str]]

JOIN, NEW_LEAD = ChangeKind.MEMBER_JOIN, ChangeKind.LEAD_REPLACEMENT
EXIT, RENAME = ChangeKind.MEMBER_EXIT, ChangeKind.MEMBER_RENAME


def unit(letter: str) -> Organization:
    """Return a made-up organisation; its code is no Chinese one."""
    code = Identifier("LEI", f"5299000000000000{letter}000")
    return Organization(name=f"虚构{letter}", id=code, kind=OrganizationKind.ENTERPRISE)


LEAD, ONE, NEW = (unit(letter) for letter in "ABC")
FILED = Filed(on=date(2026, 3, 1), application=Application(lead=LEAD, participants=(ONE,)))


def written(faults: Sequence[Fault]) -> Faults:
    """Return all that faults say."""
    return [(f.kind, f.path, f.zh, f.en) for f in faults]


def placed(events: Sequence[Event]) -> list[tuple[str, Event]]:
    """Return events as they stand, each with its place."""
    return [(f"e{n}", event) for n, event in enumerate(events)]


def notified(year: int, of: int | None = None, **other: Any) -> ResultNotified:
    """Return that a result was notified in November of a year."""
    return ResultNotified(on=date(year, 11, 1), year=of, **other)


def annulled(year: int, of: int | None = None, **other: Any) -> ResultAnnulled:
    """Return that a result was set aside in December of a year."""
    return ResultAnnulled(on=date(year, 12, 1), year=of, **other)


def again(path: str, year: int, first: str) -> tuple[FaultKind, str, str, str]:
    """Return what is said of a second result of a year."""
    return (
        FaultKind.DUPLICATE,
        f"{path}.year",
        f"{year} 年度的结果已在 {first} 通报；更正应另记为结果更正",
        f"a result of {year} was notified in {first}; record a correction",
    )


def early(path: str, year: int, on: str) -> Faults:
    """Return what is said of what came of a year before it began: of the year and of the day."""
    zh, en = f"{year} 年度在 {on} 尚未开始", f"the year {year} had not begun on {on}"
    return [
        (FaultKind.INCONSISTENT, f"{path}.year", f"{zh}；请核对年度", f"{en}; check the year"),
        (FaultKind.OUT_OF_ORDER, f"{path}.on", f"{zh}；请核对日期", f"{en}; check the day"),
    ]


NEXT: dict[str, Any] = {"on": date(2026, 12, 31), "year": 2027}
EVALUATIONS: dict[str, tuple[tuple[Event, ...], Faults]] = {
    "notified_twice": (
        (notified(2026), notified(2027, 2026), notified(2027), notified(2028, 2026)),
        [again("e1", 2026, "e0"), again("e3", 2026, "e0")],
    ),
    "notified_anew_when_annulled": ((notified(2026), annulled(2026), notified(2027, 2026)), []),
    "another_year_annulled": (
        (notified(2026), annulled(2027), notified(2027, 2026)),
        [again("e2", 2026, "e0")],
    ),
    "under_two_instruments": ((notified(2026), notified(2026, under="虚〔2020〕1号")), []),
    "annulled_under_another": (
        (notified(2026), annulled(2026, under="虚〔2020〕1号"), notified(2027, 2026)),
        [again("e2", 2026, "e0")],
    ),
    "nothing_to_annul": ((annulled(2026), notified(2026)), []),
    "corrected": ((notified(2026), ResultCorrected(on=date(2027, 1, 1), year=2026)), []),
    "assigned_before": ((EvaluationAssigned(**NEXT),), []),
    "on_the_first_day": ((ResultNotified(on=date(2027, 1, 1), year=2027),), []),
    "before_the_year": (
        tuple(
            sort(**NEXT)
            for sort in (
                ResultNotified,
                ResultCorrected,
                ResultAnnulled,
                SelfEvaluated,
                SelfReportFiled,
            )
        ),
        [fault for n in range(5) for fault in early(f"e{n}", 2027, "2026-12-31")],
    ),
    "early_and_again": (
        (notified(2027), ResultNotified(**NEXT)),
        [*early("e1", 2027, "2026-12-31"), again("e1", 2027, "e0")],
    ),
}


@pytest.mark.parametrize(("events", "faults"), EVALUATIONS.values(), ids=EVALUATIONS)
def test_what_cannot_be_in_evaluations_is_told(events: tuple[Event, ...], faults: Faults) -> None:
    """Of each event in its turn; a result stands until it is annulled, under its own instrument."""
    assert written(evaluation_faults(placed(events))) == faults


def change(kind: ChangeKind | None, *, sort: type[Any] = ChangeReported, **other: Any) -> Event:
    """Return an event of a change, in April 2026."""
    made: Event = sort(**{"on": date(2026, 4, 1), "kind": kind, **other})
    return made


def member(path: str) -> tuple[FaultKind, str, str, str]:
    """Return what is said of somebody who joins and is there."""
    zh, en = "已经是成员单位，请核对", "is a member already; check it"
    return FaultKind.INCONSISTENT, f"{path}.joining", zh, en


def leads(path: str) -> tuple[FaultKind, str, str, str]:
    """Return what is said of somebody who takes the lead and has it."""
    zh = "已经是牵头单位，没有更换；请写接任的单位"
    return FaultKind.INCONSISTENT, path, zh, "is the lead already; name the unit that takes over"


CHANGES: dict[str, tuple[tuple[Event, ...], Faults]] = {
    "joins_and_is_there": (
        (FILED, change(JOIN, joining=ONE), change(JOIN, joining=LEAD)),
        [member("e1"), member("e2")],
    ),
    "joins_anew": ((FILED, change(JOIN, joining=NEW)), []),
    "joins_again_after_leaving": (
        (FILED, change(EXIT, unit=ONE.key), change(JOIN, joining=ONE)),
        [],
    ),
    "joins_after_a_change_of_nobody_knows_what": (
        (FILED, change(None, unit=ONE.key), change(JOIN, joining=ONE)),
        [],
    ),
    "joins_after_a_change_of_name": (
        (FILED, change(RENAME, unit=ONE.key, new_name="更名"), change(JOIN, joining=ONE)),
        [member("e2")],
    ),
    "carried_out_only": ((FILED, change(JOIN, sort=ChangeExecuted, joining=ONE)), []),
    "who_joins_nobody_knows": ((FILED, change(JOIN)), []),
    "nothing_filed": (
        (Filed(on=date(2026, 3, 1)), change(JOIN, joining=ONE), change(NEW_LEAD, unit=LEAD.key)),
        [],
    ),
    "takes_the_lead_it_has": ((FILED, change(NEW_LEAD, unit=LEAD.key)), [leads("e1.unit")]),
    "comes_from_outside_to_lead_and_leads": (
        (FILED, change(NEW_LEAD, unit=ONE.key, joining=LEAD)),
        [leads("e1.joining")],
    ),
    "takes_over": (
        (FILED, change(NEW_LEAD, unit=ONE.key), change(NEW_LEAD, unit=LEAD.key)),
        [],
    ),
    "somebody_may_have_taken_over": (
        (FILED, change(NEW_LEAD, sort=ChangeApproved), change(NEW_LEAD, unit=LEAD.key)),
        [],
    ),
    "filed_anew": (
        (FILED, change(EXIT, unit=ONE.key), FILED, change(JOIN, joining=ONE)),
        [member("e3")],
    ),
    "both": (
        (FILED, change(NEW_LEAD, unit=LEAD.key), change(JOIN, joining=ONE)),
        [leads("e1.unit"), member("e2")],
    ),
}


@pytest.mark.parametrize(("events", "faults"), CHANGES.values(), ids=CHANGES)
def test_a_change_that_changes_nothing_is_told(events: tuple[Event, ...], faults: Faults) -> None:
    """Only where it is certain: nobody may have left, nobody else taken the lead."""
    assert written(change_faults(placed(events))) == faults
