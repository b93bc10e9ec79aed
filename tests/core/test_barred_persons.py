"""A bar binds a legal person or a natural one; of the latter no name is ever shown."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.core.filings import filed, put_on_file
from tests.toy_filing import FILING

from innov_consortium.core.case import Surroundings
from innov_consortium.core.clauses import fact
from innov_consortium.core.consortium import Person
from innov_consortium.core.history import Consortium, History, replay
from innov_consortium.core.known import known_on
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.periods import Window
from innov_consortium.core.register import Register
from innov_consortium.core.sanctions import Bar
from innov_consortium.errors import FaultKind, InvalidInputError
from innov_consortium.interchange import (
    dumps,
    structure_register,
    structure_state,
    unstructure_document,
    unstructure_register,
    unstructure_state,
)
from innov_consortium.rendering.states import render_state

NAME = "欧阳虚构"
WINDOW = Window(date(2027, 8, 31), date(2029, 2, 28))
OF_PERSON = Bar(person=Person(NAME, "X-1"), window=WINDOW, consortium="C1", provision="art4.s2")
OF_UNIT = Bar(unit=Identifier("TOY", "1"), window=WINDOW, consortium="C1", provision="art4.s2")


@pytest.mark.parametrize(
    ("fields", "path"),
    [({}, "unit"), ({"unit": OF_UNIT.unit, "person": OF_PERSON.person}, "person")],
)
def test_exactly_one_is_bound(fields: dict[str, Any], path: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        Bar(window=WINDOW, consortium="C1", **fields)

    assert [(f.path, f.kind) for f in caught.value.faults] == [(path, FaultKind.INCONSISTENT)]


def test_it_binds_from_the_first_to_the_last_day() -> None:
    days = (date(2027, 8, 30), date(2027, 8, 31), date(2029, 2, 28), date(2029, 3, 1))

    assert [OF_PERSON.binds_on(day) for day in days] == [False, True, True, False]
    assert OF_PERSON.first_free_day == date(2029, 3, 1)
    assert NAME not in repr(OF_PERSON)


def test_it_is_written_and_read_again_in_a_register() -> None:
    register = Register.complete(to=date(2030, 1, 1), bars=(OF_UNIT, OF_PERSON))

    assert structure_register(unstructure_register(register)) == register


def test_it_is_not_known_before_it_begins() -> None:
    register = Register.complete(to=date(2030, 1, 1), bars=(OF_PERSON,))

    def bars(day: date) -> tuple[Bar, ...]:
        return known_on(Surroundings(register=register), day).register.bars

    assert (bars(date(2027, 8, 30)), bars(date(2027, 8, 31))) == ((), (OF_PERSON,))


def test_a_document_of_it_is_refused_where_it_binds_both_or_nobody_and_repeats_no_name() -> None:
    document = unstructure_register(Register.complete(to=date(2030, 1, 1), bars=(OF_PERSON,)))
    bar = document["bars"][0]
    bar["person"]["nmae"] = NAME
    with pytest.raises(InvalidInputError) as misspelt:
        structure_register(document)
    del bar["person"]
    with pytest.raises(InvalidInputError) as nobody:
        structure_register(document)

    assert NAME not in str(misspelt.value)
    assert [(f.path, f.kind.value) for f in nobody.value.faults] == [
        ("bars[0].unit", "inconsistent")
    ]


@fact
def barred_both(consortium: Consortium) -> tuple[Bar, ...]:
    """A unit and a person, whatever happened."""
    return (OF_UNIT, OF_PERSON) if consortium.events else ()


def test_a_state_tells_of_it_and_names_nobody() -> None:
    """Neither in the document, which is read again, nor in the sentences of either language."""
    facts = (*(f for f in FILING.facts if f.name != "bars"), barred_both)
    policy = evolve(FILING, facts=facts, bars="barred_both").supposing_published(date(2026, 1, 1))
    consortium = replay(History("C1", (filed(2), put_on_file(3))), date(2028, 1, 1))
    document = unstructure_state(policy, consortium)

    assert [bar["person"] for bar in document["bars"]] == [None, {"withheld": "person"}]
    assert document["bars"][1]["unit"] is None
    assert unstructure_document(structure_state(json.loads(dumps(document)))) == document
    for locale, said in (("zh_CN", "个人（姓名不显示）"), ("en", "a natural person")):
        text = render_state(policy, consortium, locale)
        assert said in text
        assert NAME not in text + dumps(document)
