"""The package conforms: text, ledger, clauses, pages, examples and words, as the kit has it."""

from __future__ import annotations

from innov_consortium import catalogue
from innov_consortium.testing import check_policy


def test_it_conforms() -> None:
    """Everything the kit checks holds, but for what ``known_gaps.tsv`` accepts."""
    found = check_policy(catalogue().select("CN-SY"))

    assert found.conforms, found
