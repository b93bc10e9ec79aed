"""Cases and histories as a host may build them."""

from __future__ import annotations

from datetime import timedelta

import attrs
from hypothesis import strategies as st
from tests.interchange.event_strategies import events_about, filings, reports
from tests.interchange.plain_strategies import (
    COLLEGES,
    CONSORTIUM,
    DAYS,
    FIRST,
    IDENTIFIERS,
    NAMES,
    PEOPLE,
    REGIONS,
    WORD_SETS,
    WORDS,
    code_of,
    members_of,
    some_of,
)
from tests.interchange.surroundings_strategies import surroundings

from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.consortium import Agreement, Application, Governance, Organ
from innov_consortium.core.events import Corrected, Event
from innov_consortium.core.history import History
from innov_consortium.core.organizations import (
    Identifier,
    LegalForm,
    Organization,
    OrganizationKind,
)


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
        succeeds=tuple(draw(st.lists(IDENTIFIERS, max_size=2))),
    )
    forms = st.sampled_from([None, made.registered_form or LegalForm.OTHER])
    return attrs.evolve(made, legal_form=draw(forms))


GOVERNANCE = st.builds(
    Governance,
    organs=st.none() | st.lists(st.builds(Organ, WORDS, st.none() | NAMES), max_size=3).map(tuple),
    principal=PEOPLE,
    technologist=PEOPLE,
)


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
        presented_on=draw(st.none() | DAYS),
        accepted_on=draw(st.none() | DAYS),
        field=draw(st.none() | NAMES),
        lists=draw(WORD_SETS),
        agreement=draw(st.none() | agreements),
        governance=draw(st.none() | GOVERNANCE),
        cooperation=draw(WORD_SETS),
        intending=draw(st.none() | some_of(keys)),
        co_leads=tuple(sorted(draw(some_of(keys[1:])), key=str)) if keys[1:] else (),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A case whose attestations and departures speak of its members."""
    application = draw(applications())
    return Case(application=application, **surroundings(draw, members_of(application)))


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
