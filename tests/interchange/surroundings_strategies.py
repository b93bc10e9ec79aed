"""What may be known around an application or a consortium."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st
from tests.interchange.plain_strategies import (
    AMOUNTS,
    COLLEGES,
    DAYS,
    DOCUMENTS,
    IDENTIFIERS,
    NAMES,
    REGIONS,
    TRUTH,
    UNITS,
    WINDOWS,
    WORDS,
    YEARS,
    several,
)

from innov_consortium.core import attestations as established
from innov_consortium.core.calendars import Calendar
from innov_consortium.core.consortium import Person
from innov_consortium.core.figures import AnnualFigure
from innov_consortium.core.organizations import MemberKey
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
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.core.sanctions import Bar

ENGAGEMENTS = st.builds(
    Engagement,
    consortium=NAMES,
    unit=IDENTIFIERS,
    role=st.sampled_from(Role),
    college=COLLEGES,
    since=st.none() | st.dates(date(2000, 1, 1), date(2020, 1, 1)),
    ended_on=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    revoked=st.booleans(),
    jurisdiction=st.none() | REGIONS,
)


def _bars(**bound: st.SearchStrategy[Any]) -> st.SearchStrategy[Bar]:
    return st.builds(
        Bar,
        window=WINDOWS,
        consortium=NAMES,
        provision=st.just("") | WORDS,
        document=DOCUMENTS,
        enforceable_to=st.none() | DAYS,
        caveats=st.lists(WORDS, max_size=2).map(tuple),
        **bound,
    )


PERSONS = st.builds(Person, NAMES, st.none() | NAMES)
BARS = _bars(unit=IDENTIFIERS) | _bars(person=PERSONS)
REGISTERS = st.builds(
    Register,
    st.lists(ENGAGEMENTS, max_size=3).map(tuple),
    st.none() | DAYS,
    st.lists(BARS, max_size=2).map(tuple),
)
SPECIAL_CASES = st.builds(
    established.SpecialCase,
    ground=WORDS,
    determined_by=st.none() | NAMES,
    determined_on=st.none() | DAYS,
    elected=st.none() | st.booleans(),
    elected_by=st.none() | NAMES,
    elected_on=st.none() | DAYS,
    document=DOCUMENTS,
)
LISTINGS = st.builds(
    established.Listing,
    unit=IDENTIFIERS,
    name=NAMES,
    first=st.dates(date(2000, 1, 1), date(2020, 1, 1)),
    last=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
INTERPRETATIONS = st.builds(
    established.Interpretation, reading=WORDS, option=WORDS, by=NAMES, on=DAYS, document=DOCUMENTS
)
_BEFORE = st.dates(date(2000, 1, 1), date(2020, 1, 1))
_AFTER = st.dates(date(2020, 1, 1), date(2030, 1, 1))

RECORDS = st.builds(
    Record,
    falsifications=several(
        st.builds(
            Falsification,
            unit=UNITS,
            context=st.none() | WORDS,
            year=YEARS,
            serious=TRUTH,
            occurred_on=st.none() | _BEFORE,
            by=st.none() | NAMES,
            on=_AFTER,
            document=DOCUMENTS,
        )
    ),
    accidents=several(
        st.builds(
            Accident,
            unit=UNITS,
            category=st.none() | WORDS,
            occurred_on=_BEFORE,
            grade=st.none() | WORDS,
            determined_by=st.none() | NAMES,
            organ=st.none() | st.sampled_from(OrganKind),
            determined_on=st.none() | _AFTER,
            document=DOCUMENTS,
        )
    ),
    determinations=several(
        st.builds(
            Determination,
            unit=UNITS,
            by=st.none() | NAMES,
            organ=st.none() | st.sampled_from(OrganKind),
            serious=TRUTH,
            effective=TRUTH,
            occurred_on=st.none() | _BEFORE,
            on=_AFTER,
            document=DOCUMENTS,
        )
    ),
    misconduct=several(
        st.builds(
            Misconduct,
            unit=UNITS,
            what=st.just("") | NAMES,
            trivial=TRUTH,
            occurred_on=st.none() | _BEFORE,
            on=_AFTER,
            document=DOCUMENTS,
        )
    ),
    earlier_funding=several(
        st.builds(
            EarlierFunding,
            project=st.just("") | WORDS,
            same_direction=TRUTH,
            source=st.none() | WORDS,
            amount=AMOUNTS,
            unit=UNITS,
            on=st.none() | DAYS,
        )
    ),
    figures=several(
        st.builds(
            AnnualFigure,
            unit=IDENTIFIERS,
            year=st.integers(1, 2000),
            metric=WORDS,
            value=st.decimals(0, 10**15, places=6),
            document=DOCUMENTS,
            on=st.none() | _BEFORE,
        )
    ),
    complete_to=st.none() | DAYS,
)
CALENDARS = st.builds(
    Calendar,
    days_off=st.frozensets(st.dates(date(2020, 1, 1), date(2029, 12, 31)), max_size=4),
    window=st.builds(
        Window,
        first=st.dates(date(1, 1, 1), date(2020, 1, 1)),
        last=st.dates(date(2029, 12, 31), date(9999, 12, 31)),
    ),
    announced_on=st.none() | DAYS,
    source=DOCUMENTS,
)


def surroundings(draw: st.DrawFn, keys: list[MemberKey]) -> dict[str, Any]:
    """Return what is known around an application or a consortium with certain members."""
    members: st.SearchStrategy[MemberKey | None] = st.none() | st.sampled_from(keys)
    said = {
        "what": WORDS,
        "by": NAMES,
        "on": DAYS,
        "holds": st.booleans(),
        "value": st.none() | WORDS,
        "document": DOCUMENTS,
    }
    attested = st.one_of(
        st.builds(established.Attestation, unit=members, **said),
        st.builds(established.Attestation, item=WORDS, **said),
    )
    departed = st.builds(
        established.Departure,
        provision=WORDS,
        by=NAMES,
        on=DAYS,
        reason=NAMES,
        unit=members,
        accepted=st.booleans(),
        document=DOCUMENTS,
    )
    return {
        "register": draw(REGISTERS),
        "attestations": draw(several(attested)),
        "departures": draw(several(departed)),
        "special_case": draw(st.none() | SPECIAL_CASES),
        "listings": draw(several(LISTINGS)),
        "interpretations": draw(several(INTERPRETATIONS)),
        "record": draw(st.just(Record.unknown()) | RECORDS),
        "calendar": draw(st.none() | CALENDARS),
        "cycle_from": draw(YEARS),
    }
