"""How a duty stands on a day, and what a policy makes of those it states."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from tests.core.filings import (
    FIRST,
    MEASURES,
    at,
    day,
    filed,
    life,
    put_on_file,
    restored,
    struck_off,
)
from tests.toy_filing import FILING, AnnuallyReported

from innov_consortium.core.attestations import Attestation, Attested
from innov_consortium.core.case import Surroundings
from innov_consortium.core.clauses import fact
from innov_consortium.core.duties import Duty, DutyState, Owed, Owing, state_of
from innov_consortium.core.events import Event
from innov_consortium.core.history import replay
from innov_consortium.core.registering import duties
from innov_consortium.errors import InvalidInputError

DUE = date(2027, 3, 31)
ONE = timedelta(1)
AROUND = (DUE - ONE, DUE, DUE + ONE)
ON_FILE = (filed(1), put_on_file(2))
MOMENT: Any = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("owing", "states"),
    [
        (Owing(due=DUE), ("due", "due", "overdue")),
        (Owing(), ("owed", "owed", "owed")),
        (Owing(due=DUE, done_on=DUE), ("due", "discharged", "discharged")),
        (Owing(done_on=DUE), ("owed", "discharged", "discharged")),
        (Owing(due=DUE - ONE, done_on=DUE + ONE), ("due", "overdue", "discharged_late")),
        (Owing(due=DUE - ONE, done_on=DUE - ONE), ("discharged",) * 3),
    ],
)
def test_a_duty_is_overdue_after_its_day_and_only_if_there_is_one(
    owing: Owing, states: tuple[str, ...]
) -> None:
    """The day before, the day, the day after; discharged from the day it was done on."""
    assert tuple(state_of(owing, on).value for on in AROUND) == states


def owed(on: date, *events: Event) -> list[tuple[str, str, str]]:
    """Return how the duties of the filing measures stand: name, subject, state."""
    found = duties(MEASURES, replay(life(*events), on), on)
    return [(o.duty.name, o.owing.subject if o.owing else "", o.state.value) for o in found]


def test_a_duty_with_a_day_in_the_text_falls_due_each_year() -> None:
    """On the day it is due, after that it is overdue, and the next year brings another."""
    standing = ("accept_guidance", "", "standing")
    for on, state in zip(AROUND, ("due", "due", "overdue"), strict=True):
        assert owed(on, *ON_FILE) == [("report_yearly", "2027", state), standing]
    assert owed(date(2026, 12, 31), *ON_FILE) == [standing]
    assert owed(date(2028, 1, 1), *ON_FILE) == [
        ("report_yearly", "2027", "overdue"),
        ("report_yearly", "2028", "due"),
        standing,
    ]


def test_what_is_done_is_discharged() -> None:
    """The year named, and no other."""
    report = AnnuallyReported(on=DUE, by=FIRST.name, year="2027")
    found = owed(date(2028, 1, 1), *ON_FILE, report)
    assert [state for _, _, state in found] == ["discharged", "due", "standing"]


def test_a_duty_of_those_on_file_is_owed_only_while_they_are() -> None:
    """Neither before nor after, but again once the end is set aside."""
    events = (*ON_FILE, struck_off(4), restored(6))
    found = [duties(MEASURES, at(n, *events), day(n)) for n in (1, 2, 3, 4, 5, 6)]
    assert [len(each) for each in found] == [0, 1, 1, 0, 0, 1]


def test_a_duty_that_does_not_last_from_recognition_on_is_owed_always() -> None:
    """It is standing whatever the phase."""
    duty = Duty(name="be_open", provision="art5.s2", bearer="office", lasting=False)
    policy = evolve(MEASURES, duties=(duty,))
    standing = (Owed(duty=duty, state=DutyState.STANDING),)
    assert duties(policy, at(1), day(1)) == standing
    assert duties(policy, at(4, *ON_FILE, struck_off(4)), day(4)) == standing


@pytest.mark.parametrize(("established", "states"), [(2, ["discharged"]), (3, ["owed"])])
def test_what_is_established_later_discharges_nothing_yet(
    established: int, states: list[str]
) -> None:
    """On the day asked about it counts, on the day after it does not."""

    @fact(attested=bool)
    def publicly(attested: Attested) -> tuple[Owing, ...]:
        return (Owing(done_on=day(1) if attested.holds("publicly") else None),)

    duty = Duty(name="be_open", provision="art5.s2", bearer="office", occasions="publicly")
    policy = evolve(MEASURES, facts=(*MEASURES.facts, publicly), duties=(duty,))
    one = Attestation(what="publicly", by="某局", on=day(established))
    found = duties(policy, at(2), day(2), Surroundings(attestations=(one,)))
    assert [o.state.value for o in found] == states


def test_duties_are_asked_of_a_consortium_as_it_is_on_that_day() -> None:
    """A moment is no day, and one day's consortium tells nothing of another's duties."""
    for on, path in ((MOMENT, "on"), (day(3), "consortium.on")):
        with pytest.raises(InvalidInputError) as caught:
            duties(MEASURES, at(2), on)
        assert [f.path for f in caught.value.faults] == [path]


def test_nothing_is_owed_under_a_text_before_it_begins() -> None:
    """The day before publication; on the day itself there is."""
    published = date(2027, 3, 2)
    policy = FILING.supposing_published(published)
    history = life(*ON_FILE)
    found = [duties(policy, replay(history, on), on) for on in (published - ONE, published)]
    assert [bool(one) for one in found] == [False, True]
