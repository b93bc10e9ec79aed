"""Parts of a case as documents of their own: kept once, handed to many checks."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.interchange import surroundings_strategies as around
from tests.interchange.strategies import cases

from innov_consortium import catalogue, interchange
from innov_consortium.core.case import Case
from innov_consortium.core.organizations import Identifier, MemberKey
from innov_consortium.core.records import Record
from innov_consortium.core.register import Register
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import dumps, schema_of

TIANJIN = catalogue().select("CN-TJ")
PARTS = (
    "register",
    "record",
    "calendar",
    "attestation",
    "departure",
    "special_case",
    "listing",
    "interpretation",
)


def function(verb: str, name: str) -> Callable[[Any], Any]:
    made: Callable[[Any], Any] = getattr(interchange, f"{verb}_{name}")
    return made


def reads_back(name: str, part: Any) -> None:
    document = function("unstructure", name)(part)

    assert next(iter(document)) == "schema"
    assert document["schema"] == schema_of(name)
    assert function("structure", name)(document) == part
    assert function("load", name)(dumps(document)) == part
    del document["schema"]
    assert function("structure", name)(document) == part


@settings(max_examples=60, deadline=None)
@given(cases())
def test_every_part_of_a_case_reads_back_on_its_own(case: Case) -> None:
    """The same value, with its schema or without, as a document or as text."""
    reads_back("register", case.register)
    reads_back("record", case.record)
    if case.calendar is not None:
        reads_back("calendar", case.calendar)
    if case.special_case is not None:
        reads_back("special_case", case.special_case)
    reads_back("application", case.application)
    for name in ("attestation", "departure", "listing", "interpretation"):
        for part in getattr(case, f"{name}s"):
            reads_back(name, part)


def test_an_event_from_a_text() -> None:
    """As from a document; what is no event is refused at its path."""
    text = '{"type": "recognised", "on": "2026-06-01", "by": "市科技局"}'
    event = interchange.load_event(text, TIANJIN)
    with pytest.raises(InvalidInputError) as caught:
        interchange.load_event('{"type": "recognised", "on": "2026-6-1"}', TIANJIN)

    assert interchange.unstructure_event(event) == json.loads(text)
    assert [fault.path for fault in caught.value.faults] == ["event.on"]


@settings(max_examples=60, deadline=None)
@given(around.REGISTERS)
def test_what_stands_in_a_case_is_read_alone(register: Register) -> None:
    """A host can take a part out of a case, or put one in."""
    alone = interchange.unstructure_register(register)
    del alone["schema"]

    assert interchange.structure_register(alone) == register


@given(st.sampled_from([Register, Record]))
def test_nothing_known(cl: type[Register | Record]) -> None:
    """What is not known is written out, and may be handed in as in a case."""
    name = cl.__name__.lower()
    document = function("unstructure", name)(cl.unknown())

    assert document["complete_to"] is None
    assert function("structure", name)(document) == cl.unknown()
    assert function("structure", name)("unknown") == cl.unknown()


def test_member_without_a_case_is_the_one_written() -> None:
    """Nothing is held against an application: there is none."""
    key = MemberKey(Identifier.uscc("12120116MBXT100535"), "机械学院")
    told = {"what": "in_tianjin", "by": "市科技局", "on": "2026-03-02"}
    in_full = interchange.structure_attestation(
        {**told, "unit": {"id": "12120116MBXT100535", "college": "机械学院"}}
    )
    alone = interchange.structure_attestation({**told, "unit": "12120116MBXT100535"})

    assert in_full.unit == key
    assert alone.unit == MemberKey(key.id)
    assert interchange.unstructure_attestation(in_full)["unit"]["college"] == "机械学院"


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("junk", [None, 3, "x", [], [1], True])
def test_what_is_no_such_part(name: str, junk: object) -> None:
    """It is refused as it would be in a case."""
    with pytest.raises(InvalidInputError) as caught:
        function("structure", name)(junk)

    assert [fault.path for fault in caught.value.faults] == ["$"]


FAULTY: list[tuple[str, Any, dict[str, FaultKind]]] = [
    (
        "register",
        {
            "complete_to": "2026-3-2",
            "engagments": [],
            "engagements": [{"consortium": "C", "unit": "x", "role": "leed"}],
            "bars": [{"unit": "91120116MAXT10009B", "window": {}, "consortium": ""}],
        },
        {
            "complete_to": FaultKind.INVALID_VALUE,
            "engagments": FaultKind.INVALID_VALUE,
            "engagements[0].unit": FaultKind.INVALID_VALUE,
            "engagements[0].role": FaultKind.INVALID_VALUE,
            "bars[0].consortium": FaultKind.INVALID_VALUE,
        },
    ),
    (
        "departure",
        {"provision": "art5.item3.s2c", "by": "市科技局", "on": "2026-03-10", "reason": ""},
        {"reason": FaultKind.INVALID_VALUE},
    ),
    (
        "listing",
        {"unit": 3, "name": "名单", "first": "2026-03-10", "last": None},
        {"unit": FaultKind.TYPE_ERROR},
    ),
    (
        "calendar",
        {"days_off": ["2026-05-01", "2027-01-01"], "window": {"first": "2026-01-01"}},
        {"window.last": FaultKind.INVALID_VALUE},
    ),
    (
        "record",
        {"accidents": [{"occurred_on": "2026-03-10", "organ": "court"}]},
        {"accidents[0].organ": FaultKind.INVALID_VALUE},
    ),
]


@pytest.mark.parametrize(("name", "document", "told"), FAULTY)
def test_every_fault_of_a_part(name: str, document: Any, told: dict[str, FaultKind]) -> None:
    """At once, at paths that begin in it."""
    with pytest.raises(InvalidInputError) as caught:
        function("structure", name)(document)
    faults: tuple[Fault, ...] = caught.value.faults

    assert {fault.path: fault.kind for fault in faults} == told
    assert all("：" in fault.zh for fault in faults)


def test_no_person_in_the_faults_of_a_record() -> None:
    """What somebody did may name who did it, wherever the record stands."""
    document = {"misconduct": [{"on": "2026-03-10", "what": "赵某某\n"}]}
    with pytest.raises(InvalidInputError) as caught:
        interchange.structure_record(document)

    assert "赵某某" not in str(caught.value)


def test_register_for_many_checks() -> None:
    """Read once, it is the same value as in a case."""
    register = interchange.load_register('{"complete_to": "2026-03-02", "engagements": []}')

    assert register == Register.complete(to=date(2026, 3, 2))
