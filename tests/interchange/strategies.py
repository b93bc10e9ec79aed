"""Cases and histories as a host may build them."""

from __future__ import annotations

import string
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import attrs
from hypothesis import strategies as st
from tests.interchange.own_events import Assessed, Grade, Share

from innov_consortium.core import attestations as established
from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.changes import CHANGES, ChangeKind, ChangeReported
from innov_consortium.core.consortium import (
    Agreement,
    Application,
    Governance,
    Organ,
    Person,
    Vacancy,
)
from innov_consortium.core.events import (
    SHARED,
    CallIssued,
    Corrected,
    Ended,
    EndReported,
    EndRequested,
    EndReviewed,
    Event,
    Filed,
    ObjectionDecided,
    ObjectionRaised,
    Publicised,
    Recognised,
)
from innov_consortium.core.history import History
from innov_consortium.core.organizations import (
    Identifier,
    LegalForm,
    MemberKey,
    Organization,
    OrganizationKind,
)
from innov_consortium.core.periods import Window
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.core.sanctions import Bar
from innov_consortium.core.uscc import ALPHABET, check_character

BODIES = st.text(ALPHABET, min_size=9, max_size=9)
WORDS = st.text(string.ascii_lowercase + "_", min_size=1, max_size=12)
NAMES = st.text("津甲乙丙大学ab （）", min_size=1, max_size=8).map(lambda s: f"某{s}司")
COLLEGES = st.sampled_from([None, "机械学院", "材料学院"])
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
REGIONS = st.from_regex(r"[1-9][0-9]{5}", fullmatch=True)
DOCUMENTS = st.just("") | NAMES
CONSORTIUM = "联合体一"
FIRST = date(2026, 3, 2)


def code_of(category: str) -> st.SearchStrategy[Identifier]:
    return BODIES.map(
        lambda body: Identifier.uscc(
            f"{category}120116{body}" + check_character(f"{category}120116{body}")
        )
    )


IDENTIFIERS = code_of("91") | code_of("12") | st.builds(Identifier, st.just("LEI"), WORDS)


@st.composite
def organizations(draw: st.DrawFn, ids: st.SearchStrategy[Identifier]) -> Organization:
    """An organisation that contradicts itself nowhere."""
    id_ = draw(ids)
    kinds = [k for k in OrganizationKind if not id_.is_uscc or k is not OrganizationKind.ENTERPRISE]
    kind = draw(st.sampled_from(kinds))
    made = Organization(
        name=draw(NAMES),
        id=id_,
        kind=kind,
        college=draw(COLLEGES) if kind is OrganizationKind.UNIVERSITY else None,
        domicile=draw(st.none() | REGIONS),
        zone=draw(st.none() | NAMES),
        operates_in=draw(st.none() | NAMES),
        abroad=draw(st.none() | st.booleans()),
        branch_of=draw(st.none() | IDENTIFIERS),
        parent=draw(st.none() | IDENTIFIERS),
        branches_in=tuple(draw(st.lists(REGIONS, max_size=2))),
    )
    forms = st.sampled_from([None, made.registered_form or LegalForm.OTHER])
    return attrs.evolve(made, legal_form=draw(forms))


PEOPLE = st.none() | st.just(Vacancy.VACANT) | st.builds(Person, NAMES, st.none() | WORDS)
GOVERNANCE = st.builds(
    Governance,
    organs=st.none() | st.lists(st.builds(Organ, WORDS, st.none() | NAMES), max_size=3).map(tuple),
    principal=PEOPLE,
    technologist=PEOPLE,
)
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
WINDOWS = st.builds(
    Window,
    first=st.none() | st.dates(date(2000, 1, 1), date(2020, 1, 1)),
    last=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
BARS = st.builds(
    Bar,
    unit=IDENTIFIERS,
    window=WINDOWS,
    consortium=NAMES,
    provision=st.just("") | WORDS,
    document=DOCUMENTS,
    enforceable_to=st.none() | DAYS,
    caveats=st.lists(WORDS, max_size=2).map(tuple),
)
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


def several(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


def some_of(items: list[Any]) -> st.SearchStrategy[frozenset[Any]]:
    return st.frozensets(st.sampled_from(items))


WORD_SETS = st.none() | st.frozensets(WORDS, max_size=4)


@st.composite
def applications(draw: st.DrawFn) -> Application:
    """An application; several members may share an identifier, as colleges do."""
    shared = draw(code_of("12"))
    units = draw(
        st.lists(
            organizations(st.just(shared) | IDENTIFIERS),
            min_size=1,
            max_size=5,
            unique_by=lambda unit: unit.key,
        )
    )
    keys = [unit.key for unit in units]
    agreements = st.builds(
        Agreement,
        signed_on=st.none() | DAYS,
        signatories=st.none() | some_of(keys),
        heads=WORD_SETS,
    )
    return Application(
        lead=units[0],
        participants=tuple(units[1:]),
        filed_on=draw(st.none() | DAYS),
        field=draw(st.none() | NAMES),
        lists=draw(WORD_SETS),
        agreement=draw(st.none() | agreements),
        governance=draw(st.none() | GOVERNANCE),
        cooperation=draw(WORD_SETS),
        intending=draw(st.none() | some_of(keys)),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A case whose attestations and departures speak of its members."""
    application = draw(applications())
    return Case(application=application, **surroundings(draw, members_of(application)))


TOLD = {"by": st.none() | NAMES, "document": DOCUMENTS, "edition": st.just("") | WORDS}
EARLY, LATE = st.dates(date(1, 1, 1), FIRST), st.dates(date(2030, 1, 1), date(9999, 12, 31))


def told_by(sort: type[Event], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Event]:
    return st.builds(sort, on=st.just(FIRST), **TOLD, **fields)


def filings(application: Application | None) -> st.SearchStrategy[Event]:
    """Return filings of an application; where it is not known, of nobody's."""
    keys = [] if application is None else members_of(application)
    return told_by(
        Filed,
        application=st.just(application),
        co_applicants=st.none() | (some_of(keys) if keys else st.just(frozenset())),
        documents=WORD_SETS,
        recipient=st.none() | NAMES,
    )


def events_about(keys: list[MemberKey]) -> st.SearchStrategy[Event]:
    """Return events of every sort but filings and corrections, about certain members."""
    member, members = st.none() | st.sampled_from(keys), st.none() | some_of(keys)
    change = {"change": st.just("") | WORDS}
    truth = st.none() | st.booleans()
    person = st.none() | st.builds(Person, NAMES, st.none() | WORDS)
    shares = st.builds(Share, st.sampled_from(keys), st.just(Decimal("0.50")))
    return st.one_of(
        *(
            told_by(sort, **what_changes(keys, st.none()))
            for sort in CHANGES
            if sort is not ChangeReported
        ),
        *(told_by(sort) for sort in SHARED if not {"of", "application"} & {*fields_named(sort)}),
        told_by(
            CallIssued,
            year=st.none() | st.integers(1, 9999),
            first=st.none() | EARLY,
            last=st.none() | LATE,
        ),
        told_by(Publicised, last=st.none() | LATE),
        told_by(ObjectionRaised, objection=st.just("") | WORDS),
        told_by(ObjectionDecided, objection=st.just("") | WORDS, upheld=truth),
        told_by(EndRequested, signatories=members),
        told_by(EndReported, signatories=members),
        told_by(EndReviewed, agreed=truth),
        told_by(
            Ended,
            on_request=st.booleans(),
            grounds=st.none() | st.lists(WORDS, max_size=3, unique=True).map(tuple),
        ),
        reports(keys, st.none()),
        told_by(
            Assessed,
            year=st.integers(1, FIRST.year),
            grade=st.none() | st.sampled_from(Grade),
            points=st.none() | st.integers(0, 10**18 - 1),
            amount=st.none() | st.decimals(-(10**9), 10**9, places=2),
            present=st.lists(st.sampled_from(keys), max_size=3).map(tuple),
            shares=st.none() | several(shares),
            visited=st.none() | IDENTIFIERS,
            window=st.none() | WINDOWS,
            again_on=st.none() | DAYS,
            expert=person,
            successor=PEOPLE,
        ),
        told_by(EndReviewed, agreed=truth, consortium=st.just(CONSORTIUM)) | told_by(Recognised),
        told_by(ChangeReported, unit=member, person=PEOPLE, issued_by=members, **change),
    )


def reports(
    keys: list[MemberKey], joining: st.SearchStrategy[Organization | None]
) -> st.SearchStrategy[Event]:
    """Return reports of changes, of somebody who joins among them."""
    return told_by(
        ChangeReported,
        **what_changes(keys, joining),
        issued_by=st.none() | some_of(keys),
        unable=some_of(keys),
    )


def what_changes(
    keys: list[MemberKey], joining: st.SearchStrategy[Organization | None]
) -> dict[str, st.SearchStrategy[Any]]:
    """Return what any event of a change may say of it."""
    return {
        "change": st.just("") | WORDS,
        "kind": st.none() | st.sampled_from(ChangeKind),
        "unit": st.none() | st.sampled_from(keys),
        "new_name": st.none() | NAMES,
        "joining": joining,
        "person": PEOPLE,
    }


def fields_named(sort: type[Event]) -> set[str]:
    return {a.name for a in attrs.fields(sort)}


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A history whose events speak of its members, with what is known around it.

    It may have any number of applications; where it has none, anybody may be spoken of.
    """
    filed = draw(st.lists(st.none() | applications(), max_size=2))
    joining = draw(st.lists(organizations(IDENTIFIERS), max_size=1))
    listed = [one for one in filed if one is not None] or [draw(applications())]
    keys = [key for one in listed for key in members_of(one)] + [unit.key for unit in joining]
    events = [draw(filings(one)) for one in filed]
    events += [draw(reports(keys, st.just(unit))) for unit in joining]
    events += draw(st.lists(events_about(keys), max_size=6))
    around = surroundings(draw, keys)
    return Dossier(history=History(CONSORTIUM, recorded(draw, events)), **around)


def recorded(draw: st.DrawFn, events: list[Event]) -> tuple[Event, ...]:
    """Return events as recorded one day after another, and corrections of some after them."""
    known = [
        attrs.evolve(event, id=f"e{n}", recorded_on=draw(st.none() | st.just(FIRST + timedelta(n))))
        for n, event in enumerate(events)
    ]
    known = [
        event if event.recorded_on else attrs.evolve(event, on=FIRST + timedelta(n))
        for n, event in enumerate(known)
    ]
    wrong = draw(st.lists(st.sampled_from(known), max_size=2)) if known else []
    on = FIRST + timedelta(len(known))
    corrections = [
        Corrected(on=on, of=e.id, instead=draw(st.none() | st.just(attrs.evolve(e, by="某局"))))
        for e in wrong
    ]
    return (*known, *corrections)


def members_of(application: Application) -> list[MemberKey]:
    return [unit.key for unit in application.members]


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
    }
