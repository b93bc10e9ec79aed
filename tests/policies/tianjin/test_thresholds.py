"""The thresholds of the Measures: every figure and every day they name is one."""

from __future__ import annotations

import typing
from typing import Any

from innov_consortium.core.clauses import Clause
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.thresholds import Threshold, thresholds_of
from innov_consortium.core.words import Day
from innov_consortium.policies.tianjin import TIANJIN


def test_every_number_of_the_measures_is_a_threshold() -> None:
    """Through a clause, or through a fact or item that names it."""
    there = [t for t in thresholds_of(TIANJIN) if t.number is not None]
    named = {t.number.name for t in there if t.number}
    assert named == {n.name for n in numbers_of(TIANJIN.numbers)}
    used = {
        *(n for norm in TIANJIN.every_norm if isinstance(norm, Clause) for n in norm.settings),
        *(n for f in (*TIANJIN.facts, *TIANJIN.items) for n in f.settings),
    }
    unused = {n.name for n in numbers_of(TIANJIN.numbers)} - used
    assert unused == {"evaluation_dimensions"}  # art. 9 weighs nothing


def test_every_day_that_a_clause_of_the_measures_asks_for_is_in_a_threshold() -> None:
    """A clause that names a day compares it; a day compared is found."""
    norms = {n.name: n for n in TIANJIN.every_norm if isinstance(n, Clause)}
    there = {
        (t.named_by[0], f) for t in thresholds_of(TIANJIN) if t.fact for f in (t.fact, t.other)
    }
    hints: dict[str, dict[str, Any]] = {
        n: typing.get_type_hints(c.function) for n, c in norms.items()
    }
    asked = {(n, need) for n, c in norms.items() for need in c.needs if hints[n][need] == Day}
    assert len(asked) > 20
    assert asked - there == set()


def test_no_two_thresholds_of_the_measures_have_one_key_under_one_reading() -> None:
    """A key stands twice only where readings part."""
    keyed: dict[str, list[Threshold]] = {}
    for one in thresholds_of(TIANJIN):
        keyed.setdefault(one.key, []).append(one)
    for several in keyed.values():
        if len(several) > 1:
            options = [t.under for t in several]
            assert () not in options
            assert len(set(options)) == len(options)
