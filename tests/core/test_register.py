"""What is known across consortia: when an engagement counts, and what proves absence."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve

from innov_consortium.core.organizations import Identifier
from innov_consortium.core.periods import Window
from innov_consortium.core.register import Count, Engagement, Register, Role
from innov_consortium.core.sanctions import Bar
from innov_consortium.errors import InvalidInputError

UNIT = Identifier("LEI", "529900T8BM49AURSDO55")
OTHER = Identifier("LEI", "529900T8BM49AURSDO56")
BEGUN, ENDED = date(2026, 1, 10), date(2026, 3, 10)
BAR = Bar(unit=UNIT, window=Window(ENDED, ENDED), consortium="C0")
MOMENT = datetime(2026, 3, 2, tzinfo=UTC)


def engagement(**known: Any) -> Engagement:
    given = {"consortium": "C1", "unit": UNIT, "role": Role.PARTICIPANT, "since": BEGUN, **known}
    return Engagement(**given)


def around(day: date) -> tuple[date, date, date]:
    return (day - timedelta(1), day, day + timedelta(1))


def test_an_engagement_counts_from_its_first_day() -> None:
    """The day before, the day, the day after."""
    assert [engagement().active_on(d) for d in around(BEGUN)] == [False, True, True]


def test_an_engagement_no_longer_counts_on_the_day_it_ended() -> None:
    """The day before, the day, the day after."""
    one = engagement(ended_on=ENDED)
    assert [one.active_on(d) for d in around(ENDED)] == [True, False, False]


def test_what_is_only_applied_for_does_not_count() -> None:
    """It is pending, which what has begun or ended is not."""
    pending = engagement(since=None)
    assert (pending.pending, pending.active_on(BEGUN)) == (True, False)
    assert [engagement().pending, engagement(since=None, ended_on=ENDED).pending] == [False, False]


@pytest.mark.parametrize(
    ("ended_on", "paths"),
    [(date(2026, 1, 9), ["ended_on"]), (date(2026, 1, 10), []), (date(2026, 1, 11), [])],
)
def test_an_engagement_does_not_end_before_it_began(ended_on: date, paths: list[str]) -> None:
    """The day before is out of order; the same day and the next are not."""
    found = []
    try:
        engagement(ended_on=ended_on)
    except InvalidInputError as error:
        found = [f.path for f in error.faults]
    assert found == paths


def test_names_and_days_are_looked_at_at_once() -> None:
    """Order is not asked of what is no day."""
    with pytest.raises(InvalidInputError) as caught:
        engagement(consortium="", since=MOMENT, ended_on="2026")
    assert [f.path for f in caught.value.faults] == ["since", "ended_on", "consortium"]


def test_a_register_is_complete_to_a_day_and_that_day_is_included() -> None:
    """Before and on it nothing is missing; after it nobody knows; it is never false."""
    register = Register.complete(to=ENDED)
    assert [register.complete_on(d) for d in around(ENDED)] == [True, True, None]


def test_an_unknown_register_proves_nothing() -> None:
    """Not even on the first day of all."""
    assert Register.unknown().complete_on(date.min) is None


def test_a_register_is_asked_by_legal_person() -> None:
    """In the order in which engagements are known; nobody else's are among them."""
    one, two, three = engagement(), engagement(unit=OTHER), engagement(consortium="C2")
    register = Register((one, two, three))
    assert register.of(UNIT) == (one, three)
    assert register.of(Identifier("LEI", "529900T8BM49AURSDO57")) == ()


def test_what_a_stale_register_shows_as_lasting_may_have_ended() -> None:
    """Up to the day it is complete to it counts; after that only what has an end does."""
    lasting, ending = engagement(), engagement(ended_on=date(2026, 12, 31))
    register = Register.complete(to=ENDED, engagements=[lasting, ending])
    assert [register.active(lasting, d) for d in around(ENDED)] == [True, True, False]
    assert [register.active(ending, d) for d in around(ENDED)] == [True, True, True]


def test_a_register_without_a_day_is_certain_of_little() -> None:
    """What it shows as lasting may have ended, unless it began that day or its end is known."""
    one = engagement()
    ends = evolve(one, ended_on=ENDED + timedelta(1))
    register = Register((one,))
    assert one.since is not None
    assert [register.active(e, d) for e, d in ((one, one.since), (one, ENDED), (ends, ENDED))] == [
        True,
        False,
        True,
    ]
    assert register.complete_on(ENDED) is None


def test_a_register_is_complete_to_a_day_and_no_moment() -> None:
    """A datetime is refused with its path."""
    with pytest.raises(InvalidInputError) as caught:
        Register.complete(to=MOMENT)
    assert [f.path for f in caught.value.faults] == ["complete_to"]


def test_a_register_is_a_value() -> None:
    """Equal by what is known, hashable, frozen, and asked alike after pickling."""
    one = Register.complete(to=ENDED, engagements=(engagement(),))
    again = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own bytes
    assert (again, hash(again), again.of(UNIT)) == (one, hash(one), (engagement(),))
    assert one != Register.unknown()
    with pytest.raises(AttributeError):
        one.complete_to = None  # type: ignore[misc]
    with pytest.raises(AttributeError):
        one.engagements[0].revoked = True  # type: ignore[misc]


def test_a_count_shows_what_it_rests_on() -> None:
    """Counted, not counted and missing are told apart."""
    assert Count(2, ("C1",), ("C2",), ("register",)) == Count(
        value=2, counted=("C1",), not_counted=("C2",), missing=("register",)
    )


@pytest.mark.parametrize(
    ("part", "value"),
    [("role", "participant"), ("unit", "91120116MAXT00011U"), ("jurisdiction", "CN-XX")],
)
def test_an_engagement_is_of_the_right_sort(part: str, value: Any) -> None:
    """A text is no role, no identifier and no region, and would never be counted."""
    with pytest.raises(InvalidInputError) as caught:
        evolve(engagement(), **{part: value})
    assert [f.path for f in caught.value.faults] == [part]
