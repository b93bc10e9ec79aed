"""Whatever case or history a host builds, its document gives the same one again."""

from __future__ import annotations

import json

from hypothesis import given, settings
from tests.interchange.own_events import POLICY
from tests.interchange.strategies import cases, dossiers

from innov_consortium.core.case import Case, Dossier
from innov_consortium.interchange import (
    dumps,
    load_case,
    load_dossier,
    structure_case,
    structure_dossier,
    structure_event,
    unstructure_case,
    unstructure_dossier,
    unstructure_event,
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


@settings(max_examples=100, deadline=None)
@given(dossiers())
def test_document_gives_the_history_again(dossier: Dossier) -> None:
    """structure(unstructure(dossier)) == dossier, as values and through text."""
    document = unstructure_dossier(dossier)

    assert structure_dossier(document, POLICY) == dossier
    assert load_dossier(dumps(document), POLICY) == dossier


@settings(max_examples=40, deadline=None)
@given(dossiers())
def test_history_is_json_and_settled(dossier: Dossier) -> None:
    """A document is what its text says, and writing the history again changes nothing."""
    document = unstructure_dossier(dossier)

    assert json.loads(dumps(document)) == document
    assert dumps(unstructure_dossier(structure_dossier(document, POLICY))) == dumps(document)


@settings(max_examples=60, deadline=None)
@given(dossiers())
def test_document_gives_each_event_again(dossier: Dossier) -> None:
    """An event goes through a document of its own, too."""
    for event in dossier.history.events:
        assert structure_event(unstructure_event(event), POLICY) == event
