"""Documents that no JSON text writes: they hold themselves, or are nested beyond all measure."""

from __future__ import annotations

from typing import Any

import pytest

from innov_consortium.errors import Fault, InvalidInputError
from innov_consortium.interchange import Limits, structure_case


def fault_of(document: object, **limits: int) -> Fault:
    """Return the one fault of a document."""
    with pytest.raises(InvalidInputError) as caught:
        structure_case(document, limits=Limits(**limits))
    (fault,) = caught.value.faults
    return fault


@pytest.mark.parametrize("times", [1, 2, 3])
def test_what_holds_itself_is_told_where_it_does(times: int) -> None:
    """However often it does: that the whole would be endless is not what is wrong with it."""
    units: list[Any] = []
    units += [units] * times
    fault = fault_of({"application": {"participants": units}})
    assert (fault.kind.value, fault.path) == ("type_error", "application.participants[0]")


def test_what_holds_itself_through_another() -> None:
    """Found on the way back to it."""
    unit: dict[str, Any] = {}
    unit["name"] = [unit]
    fault = fault_of({"application": {"lead": unit}})
    assert (fault.kind.value, fault.path) == ("type_error", "application.lead.name[0]")


def test_where_a_person_stands_no_place_below_is_told() -> None:
    """A key there may be a name."""
    person: dict[str, Any] = {}
    person["甲某"] = person
    fault = fault_of({"application": {"governance": {"principal": person}}})
    assert fault.path == "application.governance.principal"
    assert "甲某" not in fault.zh + fault.en


def test_what_is_nested_too_deep_is_told_where_it_begins_to_be() -> None:
    """At the first place beyond the limit."""
    nested: list[Any] = []
    for _ in range(20_000):
        nested = [nested]
    fault = fault_of({"register": nested}, depth=4)
    assert (fault.kind.value, fault.path) == ("limit_exceeded", "register[0][0][0]")


def test_what_stands_in_many_places_is_counted_in_each() -> None:
    """It is large and not endless; the limit that is told is that of its size."""
    shared: list[Any] = [1]
    for _ in range(25):
        shared = [shared, shared]
    fault = fault_of({"register": shared})
    assert (fault.kind.value, fault.path) == ("limit_exceeded", "$")
