"""Readings as documents: written by hand, or a policy's own, kept."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innov_consortium import catalogue
from innov_consortium.core.policy import Policy
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import (
    READINGS_SCHEMA,
    dumps,
    load_readings,
    structure_readings,
    unstructure_document,
    unstructure_readings,
)
from innov_consortium.interchange.documents import ReadingsDocument
from innov_consortium.interchange.structuring import structured

TIANJIN = catalogue().select("CN-TJ")
INVALID, TYPE, INCONSISTENT, DUPLICATE = (
    FaultKind.INVALID_VALUE,
    FaultKind.TYPE_ERROR,
    FaultKind.INCONSISTENT,
    FaultKind.DUPLICATE,
)


def faults_in(document: object, policy: Policy | None = TIANJIN) -> tuple[Fault, ...]:
    with pytest.raises(InvalidInputError) as caught:
        structure_readings(document, policy)
    return caught.value.faults


def test_document_of_readings() -> None:
    """It says of which policy and edition they are, and holds every one."""
    policy = TIANJIN.with_readings(B01="b")
    document = unstructure_readings(policy)

    assert list(document) == ["schema", "policy", "edition", "readings"]
    assert document["schema"] == READINGS_SCHEMA == "innov-consortium/readings/1"
    assert (document["policy"], document["edition"]) == ("120000", TIANJIN.edition)
    assert document["readings"]["lead_counts"] == "included"
    assert set(document["readings"]) == {c.name for c in TIANJIN.readings}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_readings_read_back(data: st.DataObject) -> None:
    """However a policy is read, its document gives the same policy again."""
    chosen = {
        c.name: data.draw(st.sampled_from(list(c.question.options))) for c in TIANJIN.readings
    }
    policy = TIANJIN.with_readings(**chosen)
    document = unstructure_readings(policy)

    assert TIANJIN.with_readings(**structure_readings(document, TIANJIN)) == policy
    assert TIANJIN.with_readings(**load_readings(dumps(document), TIANJIN)) == policy
    assert structure_readings(document) == document["readings"]


@pytest.mark.parametrize(
    "document",
    [
        {"B01": "b"},
        {"lead_counts": "included"},
        {"schema": READINGS_SCHEMA, "lead_counts": "b"},
        {"readings": {"B01": "b"}},
        {"policy": "120000", "readings": {"lead_counts": "included"}},
        {"schema": READINGS_SCHEMA, "edition": TIANJIN.edition, "readings": {"B01": "b"}},
    ],
)
def test_readings_by_hand(document: dict[str, Any]) -> None:
    """The names alone, or as much of what is stored as somebody cares to write."""
    policy = TIANJIN.with_readings(**structure_readings(document, TIANJIN))

    assert policy == TIANJIN.with_readings(B01="b")


def test_typed_document_needs_no_policy() -> None:
    """What is stored can be looked at where its policy is not installed any more."""
    document = unstructure_readings(TIANJIN)
    made = structured(document, ReadingsDocument, at="", document=document, faults=())

    assert made.readings["share_base"] == "participants"
    assert unstructure_document(made) == document


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (None, [("$", INVALID)]),
        ([], [("$", TYPE)]),
        ({"B01": 3, "B02": None}, [("B01", TYPE), ("B02", INVALID)]),
        (
            {"lead_count": "included", "B01": "z"},
            [("lead_count", INVALID), ("lead_counts", INVALID)],
        ),
        ({"B01": "b", "lead_counts": "excluded"}, [("lead_counts", DUPLICATE)]),
        (
            {"readings": {"lead_counts": "excluded", "B01": "a"}},
            [("readings.B01", DUPLICATE)],
        ),
        ({"readings": {"B01": 3}}, [("readings.B01", TYPE)]),
        ({"readings": []}, [("readings", TYPE)]),
        ({"readings": {}, "polcy": "x"}, [("polcy", INVALID)]),
        ({"policy": "350200", "readings": {}}, [("policy", INCONSISTENT)]),
        ({"edition": "120000:0", "readings": {}}, [("edition", INCONSISTENT)]),
        (
            {"policy": "350200", "readings": {"lead_counts": "z", "x": "y"}},
            [("policy", INCONSISTENT), ("readings.lead_counts", INVALID), ("readings.x", INVALID)],
        ),
    ],
)
def test_every_fault_of_readings_is_told(
    document: object, told: list[tuple[str, FaultKind]]
) -> None:
    """At once, each at its path."""
    assert sorted((f.path, f.kind) for f in faults_in(document)) == sorted(told)


def test_unknown_names_are_suggested() -> None:
    """In the document of a policy, and in one by hand."""
    for document in ({"lead_count": "included"}, {"readings": {"lead_count": "included"}}):
        (fault,) = faults_in(document)

        assert "did you mean 'lead_counts'" in fault.en


def test_without_a_policy_names_are_left_to_it() -> None:
    """Whether it has them it says when it is asked."""
    assert structure_readings({"no_such": "reading"}) == {"no_such": "reading"}
    assert structure_readings({"policy": "350200", "readings": {"x": "y"}}) == {"x": "y"}
