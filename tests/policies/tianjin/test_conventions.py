"""Every entry of the collection of readings is accounted for."""

from __future__ import annotations

import re

import pytest

from innov_consortium.core.conventions import Convention, ConventionKind, read_conventions
from innov_consortium.errors import MalformedPolicyError
from innov_consortium.policies.tianjin import TIANJIN

SECTIONS = {"A": 9, "B": 21, "C": 7, "D": 14, "E": 16, "F": 8}
ENTRIES = [f"{letter}{n:02d}" for letter, most in SECTIONS.items() for n in range(1, most + 1)]


def test_all_seventy_five_are_a_reading_a_convention_or_attested() -> None:
    switchable = {c.question.entry for c in TIANJIN.readings}
    settled = {c.entry for c in TIANJIN.conventions}
    assert len(ENTRIES) == 75
    assert switchable | settled == {*ENTRIES, "art8", "art9"}


def test_what_has_no_reading_to_switch_is_settled_and_not_only_told() -> None:
    """A caveat settles nothing."""
    switchable = {c.question.entry for c in TIANJIN.readings}
    kinds = {
        entry: {c.kind for c in TIANJIN.conventions if c.entry == entry}
        for entry in ENTRIES
        if entry not in switchable
    }
    settling = {ConventionKind.FIXED, ConventionKind.ATTESTED}
    assert {entry for entry, kind in kinds.items() if not kind & settling} == {"E15"}


@pytest.mark.parametrize("convention", TIANJIN.conventions, ids=lambda c: c.entry)
def test_a_convention_is_told_in_both_languages_of_provisions_there_are(
    convention: Convention,
) -> None:
    assert convention.provisions
    assert set(convention.provisions) <= set(TIANJIN.ledger)
    assert re.search(r"[\u4e00-\u9fff]", convention.zh)
    assert re.search(r"[A-Za-z]{3}", convention.en)


@pytest.mark.parametrize("table", ["h\nB01\tfixed\tart5.s1\t含", "h\nB01\tperhaps\tart5.s1\t含\ty"])
def test_a_table_that_cannot_be_read_is_refused(table: str) -> None:
    with pytest.raises(MalformedPolicyError, match="the conventions cannot be read"):
        read_conventions(table)
