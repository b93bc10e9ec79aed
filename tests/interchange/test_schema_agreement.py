"""A schema and structuring agree: what one says of a document, the other does.

Never does a schema refuse what structuring takes. What structuring refuses and the schema takes is
told by the schema itself, kind and place, under ``x-beyond``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.interchange.agreeing import Agreement, examples, plain, spots
from tests.interchange.own_events import POLICY
from tests.interchange.schema_strategies import documents_of
from tests.interchange.strategies import cases, dossiers
from tests.interchange.test_fuzz import mutations, places

from innov_consortium.interchange import (
    structure_application,
    structure_case,
    structure_dossier,
    structure_event,
    unstructure_case,
    unstructure_dossier,
)

HERE = Path(__file__).parent
COMPLETE = json.loads((HERE / "complete.json").read_text(encoding="utf-8"))
HISTORY = json.loads((HERE / "history.json").read_text(encoding="utf-8"))
EVENTS = HISTORY["events"]

CASE = Agreement("case", structure_case, POLICY)
APPLICATION = Agreement("application", structure_application, POLICY, "application")
HISTORIES = Agreement("history", lambda document: structure_dossier(document, POLICY), POLICY)
EVENT = Agreement("event", lambda document: structure_event(document, POLICY), POLICY, "event")


# --- what is valid --------------------------------------------------------------------------------


@examples(40)
@given(cases())
def test_cases_as_they_are_written(case: Any) -> None:
    document = unstructure_case(case)

    assert CASE.holds(document)
    assert APPLICATION.holds(document["application"])


@examples(40)
@given(dossiers())
def test_histories_as_they_are_written(dossier: Any) -> None:
    assert HISTORIES.holds(unstructure_dossier(dossier))


# --- what has been changed ------------------------------------------------------------------------


@examples(200)
@given(mutations(COMPLETE))
def test_mutated_cases(document: Any) -> None:
    assume(plain(document))
    CASE.holds(document)


@examples(150)
@given(mutations(HISTORY))
def test_mutated_histories(document: Any) -> None:
    assume(plain(document))
    HISTORIES.holds(document)


@examples(300)
@given(st.sampled_from(EVENTS).flatmap(mutations))
def test_mutated_events(document: Any) -> None:
    """By themselves, and as the only ones of a history."""
    assume(plain(document))
    EVENT.holds(document)
    HISTORIES.holds({"consortium": "C1", "events": [document, document]})


@pytest.mark.parametrize("path", spots(COMPLETE), ids=lambda p: ".".join(map(str, p)))
def test_anything_anywhere_in_a_case(path: tuple[str | int, ...]) -> None:
    """Every value of the complete case, replaced by strange ones, left out, misnamed, repeated."""
    CASE.holds_at(COMPLETE, path)


def of_each_sort() -> list[int]:
    return sorted({event["type"]: n for n, event in reversed(list(enumerate(EVENTS)))}.values())


@pytest.mark.parametrize("n", of_each_sort(), ids=lambda n: EVENTS[n]["type"])
def test_anything_anywhere_in_an_event(n: int) -> None:
    """The same of an event of each sort."""
    for path in places(EVENTS[n]):
        if not {"application", "joining"} & {*path[:-1]}:
            EVENT.holds_at(EVENTS[n], path)


# --- what is drawn from the schema ----------------------------------------------------------------


@pytest.mark.parametrize(
    "agreement", [CASE, APPLICATION, HISTORIES, EVENT], ids=lambda agreement: agreement.name
)
def test_documents_drawn_from_the_schema(agreement: Agreement) -> None:
    """Whatever the schema lets through is taken, or refused for what it says of itself."""
    drawn = []

    @examples(100)
    @given(documents_of(agreement.schema))
    def check(document: Any) -> None:
        assume(agreement.validator.is_valid(document))
        drawn.append(agreement.holds(document))

    check()
    assert True in drawn
