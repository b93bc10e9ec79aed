"""Whatever is handed over, it is structured or refused with faults, and nothing else happens."""

from __future__ import annotations

import copy
import json
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from fuzzing.corpus import corpus_of
from fuzzing.running import WAYS, Bench, inputs
from fuzzing.targets import targets_of
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.interchange.own_events import POLICY

from innov_consortium import catalogue
from innov_consortium.errors import FaultKind, InvalidInputError
from innov_consortium.interchange import (
    load_case,
    load_dossier,
    structure_application,
    structure_case,
    structure_dossier,
    structure_event,
)
from innov_consortium.interchange.labels import label

COMPLETE = json.loads(Path(__file__).with_name("complete.json").read_text(encoding="utf-8"))
HISTORY = json.loads(Path(__file__).with_name("history.json").read_text(encoding="utf-8"))
TIANJIN = catalogue().select("CN-TJ")
CORPUS = corpus_of(Path(__file__).parents[2], TIANJIN, with_cases=False)


def loop() -> list[Any]:
    """Return a list that holds itself, made anew because a test may change it."""
    made: list[Any] = []
    made.append({"id": made, "application": made})
    return made


def correction_of_itself() -> dict[str, Any]:
    """Return a correction that takes the place of itself, made anew as well."""
    made: dict[str, Any] = {"type": "corrected", "on": "2027-05-02", "of": "e16"}
    made["instead"] = made
    return made


NO_JSON = [b"x", Decimal("NaN"), float("nan"), float("inf"), (), 10**5000]
LOOPS = st.builds(loop) | st.builds(correction_of_itself)
ODD = st.sampled_from(NO_JSON) | LOOPS | st.builds(lambda: {1: 2})
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=30)
    | st.sampled_from(["vacant", "unknown", "91120116MAXT100176", "2026-03-02", "enterprise"])
    | st.sampled_from(["e01", "corrected", "filed", "change_reported", "C2", "0001-01-01"])
    | st.sampled_from(["result_notified", "project_funded", "10000000.01", "0.001", "9999-12-31"])
)
NAMED = [
    *["application", "lead", "id", "name", "unit", "college", "scheme", "participants", "register"],
    *["consortium", "events", "type", "on", "of", "instead", "joining", "person", "signatories"],
    *[
        "record",
        "calendar",
        "window",
        "days_off",
        "cycle_from",
        "year",
        "amount",
        "earlier_funding",
        "figures",
    ],
]
KEYS = st.text(max_size=8) | st.sampled_from(NAMED)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def places(document: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = document if isinstance(document, dict) else {}
    inner = dict(enumerate(document)) if isinstance(document, list) else inner
    below = [place for key, value in inner.items() for place in places(value, (*path, key))]
    return [path, *below] if path else below


@st.composite
def mutations(draw: st.DrawFn, complete: Any) -> Any:
    """A complete document with a few things replaced, repeated, removed or renamed."""
    document = copy.deepcopy(complete)
    for path in draw(st.lists(st.sampled_from(places(complete)), min_size=1, max_size=4)):
        target = inside(document, path[:-1])
        if isinstance(target, dict) and path[-1] in target:
            change_object(draw, target, path[-1])
        elif isinstance(target, list) and path[-1] in range(len(target)):
            change_list(draw, target, int(path[-1]))
    return document


def inside(document: Any, path: tuple[str | int, ...]) -> Any:
    """Return what stands at a path, or null where an earlier change took it away."""
    for key in path:
        try:
            document = document[key]
        except (KeyError, IndexError, TypeError):
            return None
    return document


def change_object(draw: st.DrawFn, target: dict[Any, Any], key: Any) -> None:
    value = target.pop(key)
    sort = draw(st.sampled_from(["replace", "remove", "rename"]))
    if sort == "replace":
        target[key] = draw(JSON | ODD)
    elif sort == "rename":
        target[draw(KEYS)] = value


def change_list(draw: st.DrawFn, target: list[Any], index: int) -> None:
    sort = draw(st.sampled_from(["replace", "remove", "repeat"]))
    if sort == "replace":
        target[index] = draw(JSON | ODD)
    elif sort == "repeat":
        target.append(copy.deepcopy(target[index]))
    else:
        del target[index]


def history(document: Any) -> Any:
    return structure_dossier(document, POLICY)


def event(document: Any) -> Any:
    return structure_event(document, POLICY)


def text_of_history(text: Any) -> Any:
    return load_dossier(text, POLICY)


def refusal_of(structure: Any, document: Any) -> InvalidInputError | None:
    try:
        structure(document)
    except InvalidInputError as error:
        return error
    return None


def check(refusal: InvalidInputError | None) -> None:
    """A refusal has faults, each complete, once, showable, and with no person's name."""
    if refusal is None:
        return
    told = [(f.kind, f.path) for f in refusal.faults]

    assert told
    assert len(told) == len(set(told))
    for fault in refusal.faults:
        assert isinstance(fault.kind, FaultKind)
        assert all((fault.path, fault.zh, fault.en, label(fault.path, "en")))
        assert "某某" not in fault.zh + fault.en + fault.path
    assert str(refusal).encode()


@settings(max_examples=300, deadline=None)
@given(mutations(COMPLETE))
def test_mutated_documents(document: Any) -> None:
    """A valid document with a few changes is structured or refused with faults."""
    check(refusal_of(structure_case, document))


@settings(max_examples=300, deadline=None)
@given(mutations(HISTORY))
def test_mutated_histories(document: Any) -> None:
    """So is a valid history."""
    check(refusal_of(history, document))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(HISTORY["events"]).flatmap(mutations))
def test_mutated_events(document: Any) -> None:
    """So is an event by itself, or as the only one of a history."""
    check(refusal_of(event, document))
    check(refusal_of(history, {"consortium": "C1", "events": [document, document]}))


@pytest.mark.parametrize("way", [way for way in WAYS if way != "derived"])
def test_the_whole_way(way: str) -> None:
    """The first few inputs of the long run: read, written again, asked and said."""
    bench = Bench(CORPUS, targets_of(TIANJIN), (TIANJIN,))
    for given_ in islice(inputs(bench, way, 0, 0, []), 12):
        assert bench.run(given_)[1] == [], given_.key


@settings(max_examples=100, deadline=None)
@given(JSON | ODD)
def test_any_document(document: Any) -> None:
    """So is anything else, as a case, an application, a history and an event."""
    for structure in (structure_case, structure_application, history, event):
        check(refusal_of(structure, document))
    check(refusal_of(history, {"consortium": "C1", "events": document}))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=40) | st.text(max_size=40) | JSON.map(json.dumps))
def test_any_text(text: bytes | str) -> None:
    """So is any text, and any bytes."""
    check(refusal_of(load_case, text))
    check(refusal_of(text_of_history, text))


@settings(max_examples=100, deadline=None)
@given(st.text('{}[]",:\\ 01n', max_size=60))
def test_text_that_resembles_json(text: str) -> None:
    """So is text that resembles JSON."""
    check(refusal_of(load_case, text))
