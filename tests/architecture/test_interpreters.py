"""The same is said byte for byte, whatever the seed of hashes and however Python is started."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from tests.architecture.children import run

#: Pieces of a schema are described by the first sentence of a docstring; ``-OO`` takes it away.
DESCRIBED_BY_DOCSTRINGS = "schema/"


@cache
def said(options: tuple[str, ...], hash_seed: str) -> dict[str, Any]:
    """Return the digest of every document and text, by name."""
    (of_one_thread,) = run("together", "1", options=options, hash_seed=hash_seed)
    found: dict[str, Any] = of_one_thread
    return found


def test_there_is_something_to_compare() -> None:
    """Reports, texts in two languages, schemas, receipts, refusals."""
    names = said((), "0")
    assert len(names) > 150
    for part in ("/written", "/text", "hinges/en", "schema/", "sealed/receipt", "refused["):
        assert any(part in name for name in names), part


@pytest.mark.parametrize("hash_seed", ["1", "4294967295"])
def test_the_seed_of_hashes_has_no_part_in_what_is_said(hash_seed: str) -> None:
    """No set is written in the order it happens to have."""
    assert said((), hash_seed) == said((), "0")


@pytest.mark.parametrize("options", [("-O",), ("-OO",)], ids=" ".join)
def test_nothing_rests_on_assertions_or_docstrings(options: tuple[str, ...]) -> None:
    """Questions, labels and faults are the same; of a schema only descriptions are missing."""
    here, plain = said(options, "7"), said((), "0")
    different = {name for name in plain if here.get(name) != plain[name]}
    described = {name for name in plain if name.startswith(DESCRIBED_BY_DOCSTRINGS)}
    assert (set(here), different - described) == (set(plain), set())
    assert different == (described if options == ("-OO",) else set())
