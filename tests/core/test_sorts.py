"""What is handed over is of the sort it is declared to be."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import frozen
from tests.core.filings import FIRST

from innov_consortium.core.changes import ChangeKind, ChangeReported
from innov_consortium.core.consortium import Vacancy
from innov_consortium.core.events import CallIssued, Ended, EndRequested, ObjectionDecided
from innov_consortium.core.sorts import sort_faults
from innov_consortium.errors import InvalidInputError

if TYPE_CHECKING:
    from decimal import Decimal  # noqa: TC004 - that it is not there is the test

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("sort", "field", "value"),
    [
        (ChangeReported, "kind", "member_exit"),
        (ChangeReported, "unit", "某公司"),
        (ChangeReported, "person", "张示例"),
        (ChangeReported, "issued_by", frozenset({"某公司"})),
        (EndRequested, "signatories", [FIRST.key]),
        (ObjectionDecided, "upheld", 1),
        (CallIssued, "year", True),
        (CallIssued, "year", "2026"),
        (CallIssued, "last", "2026-03-31"),
        (Ended, "on_request", "no"),
        (Ended, "grounds", ("art4.s1", 7)),
        (Ended, "grounds", "art4.s1"),
    ],
)
def test_a_field_of_another_sort_is_refused_at_its_name(sort: Any, field: str, value: Any) -> None:
    """A platform that hands over text for an enum is told so."""
    with pytest.raises(InvalidInputError) as caught:
        sort(on=DAY, **{field: value})
    (fault,) = caught.value.faults
    assert (fault.path, fault.kind.value) == (field, "type_error")


@pytest.mark.parametrize(
    ("sort", "field", "value"),
    [
        (ChangeReported, "kind", ChangeKind.MEMBER_EXIT),
        (ChangeReported, "unit", FIRST.key),
        (ChangeReported, "person", Vacancy.VACANT),
        (ChangeReported, "issued_by", frozenset({FIRST.key})),
        (EndRequested, "signatories", None),
        (EndRequested, "signatories", frozenset()),
        (ObjectionDecided, "upheld", False),
        (CallIssued, "year", 2026),
        (Ended, "grounds", ()),
    ],
)
def test_what_is_of_the_right_sort_is_taken(sort: Any, field: str, value: Any) -> None:
    """Not known is of every sort that may be left out."""
    assert getattr(sort(on=DAY, **{field: value}), field) == value


@frozen
class Loose:
    """Says of one field what only the type checker sees, so that none can be checked."""

    amount: Decimal
    number: int = 0


@frozen
class Open:
    """A field that may be anything at all."""

    anything: Any
    several: list[int] | None = None


def test_what_only_the_type_checker_sees_is_relied_on() -> None:
    """Nothing is refused on a guess."""
    anything: Any = "1"
    assert sort_faults(Loose(anything, anything)) == []


def test_what_may_be_anything_is_anything() -> None:
    """So may a collection of a sort that is not looked into."""
    assert sort_faults(Open(object(), [1])) == []
