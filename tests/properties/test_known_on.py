"""What is dated later does not exist: not for what was known on a day, not for its report."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from innov_consortium.core.attestations import (
    Attestation,
    Departure,
    Interpretation,
    Listing,
    SpecialCase,
)
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Agreement
from innov_consortium.core.known import known_on
from innov_consortium.core.organizations import MemberKey
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Engagement, Register, Role

FIRST = date(2026, 3, 1)
days = st.integers(0, 5).map(lambda n: FIRST + timedelta(n))
maybe = st.none() | days
few = settings(max_examples=40)  # a case has many parts to draw
PARTS = ("attestations", "departures", "interpretations", "listings")


@st.composite
def agreements(draw: st.DrawFn, members: tuple[MemberKey, ...]) -> Agreement | None:
    if draw(st.booleans()):
        return None
    signatories = draw(st.none() | st.frozensets(st.sampled_from(members)))
    return Agreement(signed_on=draw(maybe), signatories=signatories)


@st.composite
def engagements(draw: st.DrawFn, units: tuple[MemberKey, ...]) -> Engagement:
    since, length = draw(maybe), draw(st.none() | st.integers(0, 5))
    ended_on = None if length is None else (since or FIRST) + timedelta(length)
    return Engagement(
        consortium=draw(st.sampled_from(["C1", "C2"])),
        unit=draw(st.sampled_from(units)).id,
        role=draw(st.sampled_from(Role)),
        since=since,
        ended_on=ended_on,
        revoked=ended_on is not None and draw(st.booleans()),
    )


@st.composite
def special_cases(draw: st.DrawFn) -> SpecialCase:
    elected_on = draw(maybe)
    return SpecialCase(
        ground="art6.s1",
        determined_by=draw(st.sampled_from([None, "某市"])),
        determined_on=draw(maybe),
        elected=None if elected_on is None else draw(st.booleans()),
        elected_by=None if elected_on is None else "虚构市科技局",
        elected_on=elected_on,
    )


@st.composite
def attestations(draw: st.DrawFn, members: tuple[MemberKey, ...]) -> Attestation:
    what = draw(st.sampled_from(["art4.s2", "art5.s1", "solvent", "grade"]))
    return Attestation(
        what=what,
        by="虚构市科技局",
        on=draw(days),
        holds=draw(st.booleans()),
        value=draw(st.sampled_from("abc")) if what == "grade" else None,
        unit=draw(st.none() | st.sampled_from(members)) if what == "art4.s2" else None,
    )


@st.composite
def entries(draw: st.DrawFn, members: tuple[MemberKey, ...]) -> Listing:
    first, length = draw(days), draw(st.none() | st.integers(0, 5))
    return Listing(
        unit=draw(st.sampled_from(members)).id,
        name="名单",
        first=first,
        last=None if length is None else first + timedelta(length),
    )


@st.composite
def dated(draw: st.DrawFn, members: tuple[MemberKey, ...]) -> dict[str, Any]:
    """Draw what bodies established, each part with a day."""
    departures = st.builds(
        Departure,
        provision=st.sampled_from(["art2.s1", "art4.s3"]),
        by=st.just("虚构市科技局"),
        on=days,
        reason=st.just("理由"),
        accepted=st.booleans(),
    )
    interpretations = st.builds(
        Interpretation,
        reading=st.just("counting"),
        option=st.sampled_from(["apart", "together"]),
        by=st.just("虚构市科技局会同财政局"),
        on=days,
    )
    listings = entries(members)
    strategies = (attestations(members), departures, interpretations, listings)
    return {
        name: tuple(draw(st.lists(strategy, max_size=3)))
        for name, strategy in zip(PARTS, strategies, strict=True)
    }


def drawn(data: st.DataObject, base: Case) -> Case:
    """Draw a case around the members of another."""
    members = tuple(unit.key for unit in base.application.members)
    application = evolve(
        base.application,
        participants=base.application.participants[: data.draw(st.integers(2, 3))],
        filed_on=data.draw(maybe),
        agreement=None,
    )
    left = tuple(unit.key for unit in application.members)
    return Case(
        application=evolve(application, agreement=data.draw(agreements(left))),
        register=Register(
            tuple(data.draw(st.lists(engagements(members), max_size=3))), data.draw(maybe)
        ),
        special_case=data.draw(st.none() | special_cases()),
        **data.draw(dated(left)),
    )


@few
@given(st.data(), days)
def test_what_was_known_on_a_day_was_known_on_that_day(
    toy_case: Case, data: st.DataObject, day: date
) -> None:
    """Idempotent."""
    known = known_on(drawn(data, toy_case), day)
    assert known_on(known, day) == known


@few
@given(st.data(), days, days)
def test_what_was_known_earlier_does_not_hang_on_when_one_looks_back(
    toy_case: Case, data: st.DataObject, one: date, other: date
) -> None:
    """Monotone: through a later day one sees of an earlier one what there was."""
    earlier, later = sorted((one, other))
    case = drawn(data, toy_case)
    assert known_on(known_on(case, later), earlier) == known_on(case, earlier)


@few
@given(st.data(), days, days)
def test_what_bodies_established_only_grows(
    toy_case: Case, data: st.DataObject, one: date, other: date
) -> None:
    """Nothing that was known is forgotten."""
    earlier, later = sorted((one, other))
    case = drawn(data, toy_case)
    before, after = known_on(case, earlier), known_on(case, later)
    for name in ("attestations", "departures", "interpretations"):
        assert set(getattr(before, name)) <= set(getattr(after, name))
    assert len(before.listings) <= len(after.listings)
    assert len(before.register.engagements) <= len(after.register.engagements)


@few
@given(st.data(), days)
def test_nothing_known_on_a_day_is_dated_later(
    toy_case: Case, data: st.DataObject, day: date
) -> None:
    """Not one of the days in it, but for the day to which the register is complete."""
    known = known_on(drawn(data, toy_case), day)
    register = evolve(known.register, complete_to=None)
    assert all(found <= day for found in _days_in(evolve(known, register=register)))


def _days_in(value: object) -> list[date]:
    if isinstance(value, date):
        return [value]
    if isinstance(value, tuple | frozenset):
        return [found for one in value for found in _days_in(one)]
    names = getattr(type(value), "__attrs_attrs__", ())
    return [found for a in names if a.init for found in _days_in(getattr(value, a.name))]


@few
@given(st.data(), days)
def test_what_is_dated_later_never_changes_an_earlier_report(
    toy: Policy, toy_case: Case, data: st.DataObject, day: date
) -> None:
    """With everything dated later, and with nothing of it, the report is the same."""
    case = drawn(data, toy_case)
    known = known_on(case, day)
    assert toy.check("formation", case, on=day) == toy.check("formation", known, on=day)


@few
@given(st.data(), days)
def test_what_is_added_later_never_changes_an_earlier_report(
    toy: Policy, toy_case: Case, data: st.DataObject, day: date
) -> None:
    """However much is established from the next day on."""
    case = drawn(data, toy_case)
    more = data.draw(dated(tuple(unit.key for unit in case.application.members)))
    shift = (day - FIRST) + timedelta(1)
    later: dict[str, Any] = {
        name: (*getattr(case, name), *(_moved(part, shift) for part in more[name]))
        for name in PARTS
    }
    assert toy.check("formation", evolve(case, **later), on=day) == toy.check(
        "formation", case, on=day
    )


def _moved(part: Any, shift: timedelta) -> Any:
    """Return the part, so many days later."""
    moved = {
        name: getattr(part, name) + shift
        for name in ("on", "first", "last")
        if getattr(part, name, None) is not None
    }
    return evolve(part, **moved)
