"""Whatever case a host builds, its document gives the same case again."""

from __future__ import annotations

import json
import string
from datetime import date
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from innov_consortium.core import attestations as established
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import (
    Agreement,
    Application,
    Governance,
    Organ,
    Person,
    Vacancy,
)
from innov_consortium.core.organizations import (
    Identifier,
    LegalForm,
    MemberKey,
    Organization,
    OrganizationKind,
)
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.core.uscc import ALPHABET, check_character
from innov_consortium.interchange import dumps, load_case, structure_case, unstructure_case

BODIES = st.text(ALPHABET, min_size=9, max_size=9)
WORDS = st.text(string.ascii_lowercase + "_", min_size=1, max_size=12)
NAMES = st.text("津甲乙丙大学ab （）", min_size=1, max_size=8).map(lambda s: f"某{s}司")
COLLEGES = st.sampled_from([None, "机械学院", "材料学院"])
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
REGIONS = st.from_regex(r"[1-9][0-9]{5}", fullmatch=True)
DOCUMENTS = st.just("") | NAMES


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
REGISTERS = st.builds(Register, st.lists(ENGAGEMENTS, max_size=3).map(tuple), st.none() | DAYS)
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
    members: st.SearchStrategy[MemberKey | None] = st.none() | st.sampled_from(
        [unit.key for unit in application.members]
    )
    attested = st.builds(
        established.Attestation,
        what=WORDS,
        by=NAMES,
        on=DAYS,
        holds=st.booleans(),
        value=st.none() | WORDS,
        unit=members,
        document=DOCUMENTS,
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
    return Case(
        application=application,
        register=draw(REGISTERS),
        attestations=draw(several(attested)),
        departures=draw(several(departed)),
        special_case=draw(st.none() | SPECIAL_CASES),
        listings=draw(several(LISTINGS)),
        interpretations=draw(several(INTERPRETATIONS)),
    )


@settings(max_examples=60, deadline=None)
@given(cases())
def test_document_gives_the_case_again(case: Case) -> None:
    """structure(unstructure(case)) == case, as values and through text."""
    document = unstructure_case(case)

    assert structure_case(document) == case
    assert load_case(dumps(document)) == case


@settings(max_examples=30, deadline=None)
@given(cases())
def test_document_is_json_and_settled(case: Case) -> None:
    """A document is what its text says, and writing the case again changes nothing."""
    document = unstructure_case(case)

    assert json.loads(dumps(document)) == document
    assert dumps(unstructure_case(structure_case(document))) == dumps(document)
