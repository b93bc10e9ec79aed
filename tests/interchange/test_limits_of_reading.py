"""What reading costs, of any document: memory within a bound, time linear in its size.

Bounds are generous, because machines are busy; ``benchmarks/structuring.py`` prints the numbers.
"""

from __future__ import annotations

import contextlib
import gc
import json
import tracemalloc
from collections.abc import Callable
from functools import partial
from time import process_time
from typing import Any

import pytest
from benchmarks.large_documents import CASES, HISTORIES

from innov_consortium import catalogue
from innov_consortium.core.history import replay
from innov_consortium.errors import InvalidInputError
from innov_consortium.interchange import Limits, load_case, structure_case, structure_dossier

Make = Callable[[int], dict[str, Any]]

#: Beyond the parser, as many bytes as the document has, and what a thousand faults take at most.
MOST_TIMES, FAULTS = 30, 6_000_000

#: How much more a byte may take in a document ten times as large.
MOST_GROWTH = 2.5

DOCUMENTS = {**CASES, **HISTORIES}
POLICY = catalogue().select("CN-TJ")
LARGE = Limits(bytes=10**8, members=10**6)


def read(document: Any) -> object:
    """Return what a document says, or what is wrong with it."""
    try:
        if "events" in document:
            return structure_dossier(document, POLICY, limits=LARGE)
        return structure_case(document, limits=LARGE)
    except InvalidInputError as error:
        return error


def written(make: Make, number: int) -> str:
    return json.dumps(make(number), ensure_ascii=False)


@pytest.mark.parametrize("make", DOCUMENTS, ids=lambda make: make.__name__)
def test_memory(make: Make) -> None:
    """Beyond the parsed document no more is taken than thirty times its size."""
    number = DOCUMENTS[make] // 8
    read(make(10))
    text = written(make, number)
    document = json.loads(text)
    gc.collect()
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        found = read(document)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert found
    assert peak - before <= MOST_TIMES * len(text.encode()) + FAULTS


@pytest.mark.parametrize("make", DOCUMENTS, ids=lambda make: make.__name__)
def test_time(make: Make) -> None:
    """A byte of a document ten times as large costs no more."""
    number = DOCUMENTS[make] // 8
    documents = {n: json.loads(written(make, n)) for n in (number // 10, number)}
    small, large = (least(partial(read, document)) for document in documents.values())

    assert large <= MOST_GROWTH * 10 * small + 0.01


def test_replay_of_a_long_history() -> None:
    """Replaying, adding to and asking about a history of many events grows with it."""
    make = next(one for one in HISTORIES if one.__name__ == "changes")
    dossiers = {n: read(make(n)) for n in (500, 5_000)}

    def lived(number: int) -> None:
        history = dossiers[number].history  # type: ignore[attr-defined] # it is a dossier
        consortium = replay(history, history.events[-1].on)
        assert len(consortium.changes) == number // 3 + 1
        assert consortium.application is not None
        assert len(history.add(history.events[-1].__class__(on=consortium.on)).events) > number

    small, large = (least(partial(lived, number)) for number in dossiers)

    assert large <= MOST_GROWTH * 10 * small + 0.01


def least(task: Callable[[], object]) -> float:
    """Return the processor time of a task at its best."""
    times = []
    for _ in range(3):
        gc.collect()
        start = process_time()
        task()
        times.append(process_time() - start)
    return min(times)


#: Texts on which a parser, or what stands around it, might dwell.
TEXTS = {
    "brackets": "[" * 300_000,
    "pairs": "[]" * 150_000,
    "escapes": '"' + "\\\\" * 150_000 + '"',
    "quotes": '"' * 300_000,
    "repeated key": "{" + '"a":1,' * 50_000 + '"a":1}',
    "repeated keys": '{"x":[' + '{"a":1,"a":1},' * 20_000 + "{}]}",
    "numbers": "[" + "1.5," * 75_000 + "1]",
}


@pytest.mark.parametrize("sort", TEXTS)
def test_memory_of_a_text(sort: str) -> None:
    """The same holds for what is done with a text beside parsing it."""
    text = TEXTS[sort].encode()

    def peak(task: Callable[[], object]) -> int:
        gc.collect()
        tracemalloc.start()
        try:
            with contextlib.suppress(ValueError, RecursionError):
                task()
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    beyond = peak(lambda: load_case(text)) - peak(lambda: json.loads(text))

    assert beyond <= MOST_TIMES * len(text) + 100_000
