"""The kit finds what was planted in copies of the made-up region, and leaves sound copies alone.

The faults are by somebody who had not read the kit. Each is one copy with one mistake, looked at in
a process of its own. A quarter of them are looked at here, all by ``nox -s planted``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from tests.testing.planted.faults import FAULTS
from tests.testing.planted.looking import Found, look, processes
from tests.testing.planted.shape import Fault, Variant, copied
from tests.testing.planted.sound import VARIANTS


@pytest.fixture(scope="module")
def running() -> Iterator[ProcessPoolExecutor]:
    """Yield what looks at copies, each in a process of its own."""
    with processes(1) as pool:
        yield pool


def _found(running: ProcessPoolExecutor, made: Fault | Variant, directory: Path) -> Found:
    return running.submit(look, copied(directory, made.edits)).result()


#: Set where all of them are to be looked at.
ALL = "INNOV_CONSORTIUM_ALL_FAULTS"

#: How many of them are looked at unless all are: each takes some seconds.
EVERY = 1 if os.environ.get(ALL) else 8


@pytest.mark.parametrize("variant", VARIANTS[::EVERY], ids=lambda one: one.id)
def test_a_sound_copy_conforms(
    variant: Variant, running: ProcessPoolExecutor, tmp_path: Path
) -> None:
    """Nothing is said of the package as it is, nor of the same law in another form."""
    found = _found(running, variant, tmp_path)

    assert found.conforms, "\n".join(found.said)
    assert not found.said


@pytest.mark.parametrize("fault", FAULTS[::EVERY], ids=lambda one: one.id)
def test_a_planted_fault_is_found(
    fault: Fault, running: ProcessPoolExecutor, tmp_path: Path
) -> None:
    """The copy does not conform, and what is said names the place."""
    found = _found(running, fault, tmp_path)

    assert not found.conforms, fault.en
    assert any(map(found.names, fault.at)), "\n".join((fault.en, *found.said))


def test_the_faults_are_of_many_kinds() -> None:
    """There are many, each named once, and each edits something of its own."""
    assert len({fault.id for fault in FAULTS}) == len(FAULTS) >= 40
    assert len({fault.edits for fault in FAULTS}) == len(FAULTS)
    assert {edit.file.rpartition(".")[2] for fault in FAULTS for edit in fault.edits} >= {
        "py",
        "tsv",
        "txt",
        "md",
        "po",
        "jsonl",
    }
