"""Complete documents, and copies of them in which one thing is wrong."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.interchange.own_events import POLICY

from innov_consortium.core.case import Case, Dossier
from innov_consortium.errors import Fault, InvalidInputError
from innov_consortium.interchange import Limits, structure_case, structure_dossier

COMPLETE = json.loads(Path(__file__).with_name("complete.json").read_text(encoding="utf-8"))
HISTORY = json.loads(Path(__file__).with_name("history.json").read_text(encoding="utf-8"))


@pytest.fixture
def document() -> dict[str, Any]:
    """A fresh copy of the complete document."""
    return copy.deepcopy(COMPLETE)


@pytest.fixture
def case(document: dict[str, Any]) -> Case:
    """The complete document's case."""
    return structure_case(document)


@pytest.fixture
def faults_in() -> Callable[..., tuple[Fault, ...]]:
    """Return the faults of a document that must have some."""

    def found(document: object, **limits: Limits) -> tuple[Fault, ...]:
        with pytest.raises(InvalidInputError) as caught:
            structure_case(document, **limits)
        return caught.value.faults

    return found


@pytest.fixture
def put(document: dict[str, Any]) -> Callable[..., dict[str, Any]]:
    """Return what puts values into the complete document; a path is a tuple of keys."""

    return _putting_into(document)


@pytest.fixture
def history() -> dict[str, Any]:
    """A fresh copy of the complete history."""
    return copy.deepcopy(HISTORY)


@pytest.fixture
def dossier(history: dict[str, Any]) -> Dossier:
    """What the complete history says."""
    return structure_dossier(history, POLICY)


@pytest.fixture
def faults_among() -> Callable[..., tuple[Fault, ...]]:
    """Return the faults of a history that must have some."""

    def found(document: object, **limits: Limits) -> tuple[Fault, ...]:
        with pytest.raises(InvalidInputError) as caught:
            structure_dossier(document, POLICY, **limits)
        return caught.value.faults

    return found


@pytest.fixture
def put_into(history: dict[str, Any]) -> Callable[..., dict[str, Any]]:
    """Return what puts values into the complete history, as into the complete document."""
    return _putting_into(history)


def _putting_into(document: dict[str, Any]) -> Callable[..., dict[str, Any]]:
    def changed(*changes: tuple[tuple[str | int, ...], Any]) -> dict[str, Any]:
        for path, value in changes:
            target: Any = document
            for key in path[:-1]:
                target = target[key]
            target[path[-1]] = value
        return document

    return changed
