"""Which events of a history stand on a day, at which places, and which application they leave.

A fault of a history is told by the place of the event that stands: that place has to be right.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.conftest import LEAD, unit

from innov_consortium.core.consortium import Application
from innov_consortium.core.events import (
    ApplicationWithdrawn,
    CallIssued,
    Corrected,
    Event,
    Filed,
    Recognised,
)
from innov_consortium.core.history import History, replay, standing_events, standing_paths
from innov_consortium.errors import FaultKind, InvalidInputError


def day(n: int) -> date:
    """Return a day of March 2026."""
    return date(2026, 3, n)


WRONG = Recognised(on=day(5), id="r")
NOTED = CallIssued(on=day(6), id="n")
FIRST, RIGHT = CallIssued(on=day(4)), Recognised(on=day(6))
ONCE = Corrected(on=day(8), of="r", instead=FIRST)
NOTHING = Corrected(on=day(9), of="n")
AGAIN = Corrected(on=day(10), of="r", instead=RIGHT)
TOLD = History("C1", (WRONG, NOTED, ONCE, NOTHING, AGAIN))


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        (4, []),
        (5, [("events[0]", WRONG)]),
        (7, [("events[0]", WRONG), ("events[1]", NOTED)]),
        (8, [("events[1]", NOTED), ("events[2].instead", FIRST)]),
        (9, [("events[2].instead", FIRST)]),
        (10, [("events[4].instead", RIGHT)]),
    ],
)
def test_what_stands_on_a_day_stands_at_its_place(
    on: int, standing: list[tuple[str, Event]]
) -> None:
    """From the day it is recorded on, a correction is what it says, at its own place."""
    assert list(standing_paths(TOLD, day(on))) == standing
    places = [int(path.split("[")[1].split("]")[0]) for path, _ in standing]
    assert [n for n, _ in standing_events(TOLD, day(on))] == places


A, B = (Application(lead=LEAD, participants=(unit(n),)) for n in (1, 2))


@pytest.mark.parametrize(
    ("events", "application"),
    [
        ((), None),
        ((Filed(on=day(1)),), None),
        ((Filed(on=day(1), application=A),), A),
        ((Filed(on=day(1), application=A), Filed(on=day(2), application=B)), B),
        ((Filed(on=day(1), application=A), Filed(on=day(2))), A),
        (
            (
                Filed(on=day(1), application=A),
                Recognised(on=day(2)),
                Filed(on=day(3), application=B),
            ),
            A,
        ),
        (
            (
                Filed(on=day(1), application=A),
                ApplicationWithdrawn(on=day(2)),
                Recognised(on=day(3)),
                Filed(on=day(4), application=B),
            ),
            B,
        ),
    ],
    ids=[
        "none",
        "unknown",
        "one",
        "later",
        "later_unknown",
        "recognised",
        "could_not_be_recognised",
    ],
)
def test_the_application_is_the_one_last_filed_before_the_recognition(
    events: tuple[Event, ...], application: Application | None
) -> None:
    """What is filed afterwards is another one, unless there was no recognition after all."""
    assert replay(History("C1", events), day(9)).application == application


def test_a_history_is_events_or_is_none() -> None:
    """What cannot even be gone through is told, with what reads one from a document."""
    odd: Any = 7
    with pytest.raises(InvalidInputError) as caught:
        replay(odd, day(1))
    assert [(f.kind, f.path, f.zh, f.en) for f in caught.value.faults] == [
        (
            FaultKind.TYPE_ERROR,
            "history",
            "请传入 History 或 Iterable，而不是 int；JSON 请先用 structure_dossier 读入",
            "hand in History or Iterable, not int; from JSON use structure_dossier",
        )
    ]


def test_events_that_name_no_consortium_are_of_one_without_a_name() -> None:
    """Else of the one that the first of them names."""
    assert replay([CallIssued(on=day(1))], day(1)).id == "—"
    named = [CallIssued(on=day(1)), CallIssued(on=day(1), consortium="C7")]
    assert replay(named, day(1)).id == "C7"
