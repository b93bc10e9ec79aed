"""What may have happened, as a host may tell of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import attrs
from hypothesis import strategies as st
from tests.interchange.own_events import Assessed, Grade, Share
from tests.interchange.plain_strategies import (
    AMOUNTS,
    CONSORTIUM,
    DAYS,
    DOCUMENTS,
    FIRST,
    IDENTIFIERS,
    NAMES,
    PEOPLE,
    TRUTH,
    WINDOWS,
    WORD_SETS,
    WORDS,
    YEARS,
    members_of,
    several,
    some_of,
)

from innov_consortium.core.changes import CHANGES, ChangeKind, ChangeReported
from innov_consortium.core.consortium import Application, Person
from innov_consortium.core.events import (
    SHARED,
    CallIssued,
    Ended,
    EndReported,
    EndRequested,
    EndReviewed,
    EvaluationAssigned,
    EvaluationCalled,
    EvaluationMode,
    EvaluationStaged,
    Event,
    Filed,
    MaterialsSubmitted,
    ObjectionDecided,
    ObjectionRaised,
    ProjectApplied,
    ProjectCalled,
    ProjectDecided,
    ProjectFunded,
    Publicised,
    Recognised,
    ResultAnnulled,
    ResultCorrected,
    ResultNotified,
    SelfEvaluated,
    SelfReportFiled,
)
from innov_consortium.core.organizations import MemberKey, Organization

TOLD = {
    "by": st.none() | NAMES,
    "document": DOCUMENTS,
    "edition": st.just("") | WORDS,
    "under": DOCUMENTS,
}
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
        told_by(ObjectionDecided, objection=st.just("") | WORDS, upheld=TRUTH),
        told_by(EndRequested, signatories=members),
        told_by(EndReported, signatories=members),
        told_by(EndReviewed, agreed=TRUTH),
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
            amount=AMOUNTS,
            present=st.lists(st.sampled_from(keys), max_size=3).map(tuple),
            shares=st.none() | several(shares),
            visited=st.none() | IDENTIFIERS,
            window=st.none() | WINDOWS,
            again_on=st.none() | DAYS,
            expert=person,
            successor=PEOPLE,
        ),
        *evaluations_and_projects(),
        told_by(EndReviewed, agreed=TRUTH, consortium=st.just(CONSORTIUM)) | told_by(Recognised),
        told_by(ChangeReported, unit=member, person=PEOPLE, issued_by=members, **change),
    )


def evaluations_and_projects() -> list[st.SearchStrategy[Event]]:
    """Return events of every sort that tell of an evaluation, or of a project."""
    graded = {"year": YEARS, "grade": st.none() | WORDS}
    project = {"project": st.just("") | WORDS}
    return [
        told_by(
            EvaluationCalled,
            year=YEARS,
            deadline=st.none() | DAYS,
            required=WORD_SETS,
            self_report_deadline=st.none() | DAYS,
        ),
        told_by(EvaluationAssigned, year=YEARS, mode=st.none() | st.sampled_from(EvaluationMode)),
        told_by(MaterialsSubmitted, year=YEARS, items=WORD_SETS),
        told_by(EvaluationStaged, year=YEARS, stage=st.none() | WORDS),
        *(told_by(sort, **graded) for sort in (ResultNotified, ResultCorrected, SelfEvaluated)),
        *(told_by(sort, year=YEARS) for sort in (ResultAnnulled, SelfReportFiled)),
        told_by(ProjectCalled, year=YEARS, evaluation_year=YEARS),
        told_by(ProjectApplied, **project),
        told_by(ProjectDecided, **project, granted=TRUTH),
        told_by(ProjectFunded, **project, amount=AMOUNTS, source=st.none() | WORDS),
    ]


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
