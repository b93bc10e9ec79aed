"""Errors teach: what, which value, at which path, in both languages — and survive a journey."""

from __future__ import annotations

import copy
import pickle

import pytest

from innov_consortium import errors
from innov_consortium.errors import Fault, FaultKind, InnovConsortiumError, InvalidInputError

FAULT = Fault(FaultKind.DUPLICATE, "id", "重复", "twice")


@pytest.mark.parametrize(
    ("path", "prefix", "expected"),
    [
        ("id", "participants[2]", "participants[2].id"),
        ("", "participants[2]", "participants[2]"),
        ("[2]", "participants", "participants[2]"),
        ("[2].id", "participants", "participants[2].id"),
        ("id", "", "id"),
        ("[2]", "", "[2]"),
        ("", "", ""),
    ],
)
def test_a_fault_is_seen_from_the_object_that_holds_it(
    path: str, prefix: str, expected: str
) -> None:
    """A name is joined by a dot, a place in a list is not, and what is nothing adds nothing."""
    moved = Fault(FaultKind.DUPLICATE, path, "重复", "twice").under(prefix)
    assert moved == Fault(FaultKind.DUPLICATE, expected, "重复", "twice")


def test_an_error_tells_every_fault_in_both_languages() -> None:
    """One line each, in the order found; an iterator of faults is enough."""
    other = Fault(FaultKind.TYPE_ERROR, "on", "应为日期", "must be a date")
    error = InvalidInputError(iter([FAULT, other]))
    assert error.faults == (FAULT, other)
    assert str(error) == "id: 重复 / twice\non: 应为日期 / must be a date"


def test_an_error_is_seen_from_the_object_that_holds_the_faulty_one() -> None:
    """Every fault of it is; the error itself stays as it was."""
    error = InvalidInputError([FAULT])
    assert str(error.under("lead")) == "lead.id: 重复 / twice"
    assert error.faults == (FAULT,)


@pytest.mark.parametrize("again", [copy.copy, lambda e: pickle.loads(pickle.dumps(e))])  # noqa: S301
def test_an_error_keeps_its_faults_when_it_is_pickled(again: object) -> None:
    """It may have been raised in another process."""
    error = InvalidInputError([FAULT])
    assert callable(again)
    other = again(error)
    assert (type(other), other.faults, str(other)) == (InvalidInputError, (FAULT,), str(error))


def test_every_error_is_caught_by_the_root_and_by_what_python_expects() -> None:
    """A wrong value is a ValueError, what is not found a LookupError."""
    kinds = {n: v for n, v in vars(errors).items() if isinstance(v, type)}
    bases = {
        name: [b.__name__ for b in (ValueError, LookupError) if issubclass(kind, b)]
        for name, kind in kinds.items()
        if InnovConsortiumError in kind.__mro__
    }
    assert bases == {
        "InnovConsortiumError": [],
        "InvalidInputError": ["ValueError"],
        "MalformedPolicyError": ["ValueError"],
        "PolicyNotFoundError": ["LookupError"],
        "PolicyConflictError": ["LookupError"],
        "PolicyPluginError": [],
    }


def test_what_is_public_is_what_is_defined() -> None:
    """No error is left out; a number does not say where it was defined."""
    own = {n for n, v in vars(errors).items() if getattr(v, "__module__", "") == errors.__name__}
    assert own | {"MOST_FAULTS"} == set(errors.__all__)


def test_a_fault_is_a_value() -> None:
    """Frozen and hashable, so that faults can be gathered in a set."""
    assert len({FAULT, Fault(FaultKind.DUPLICATE, "id", "重复", "twice")}) == 1
    with pytest.raises(AttributeError):
        FAULT.path = "name"  # type: ignore[misc]
