"""Every clause of every installed policy says the same of a column as of each value in it."""

from __future__ import annotations

import itertools
import typing
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import narwhals as nw
import polars as pl
import pytest

from innov_consortium import catalogue
from innov_consortium.core import words
from innov_consortium.core.clauses import Clause, Force, settle
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.plan import Settings, force_of
from innov_consortium.core.policy import Policy
from innov_consortium.frames import Column, outcome_column

MOST_ROWS = 6000


def clauses_of(policy: Policy) -> Iterator[Clause[...]]:
    """Yield every clause of a policy once: of inquiries, of steps and of its force in time."""
    yield from (norm for norm in dict.fromkeys(policy.every_norm) if isinstance(norm, Clause))


CLAUSES = [
    pytest.param(policy, clause, id=f"{policy.code}-{clause.name}")
    for policy in catalogue().policies
    for clause in clauses_of(policy)
]


def settings_of(policy: Policy) -> Iterator[dict[str, Any]]:
    """Yield the numbers with the default readings, then with each other option of each reading."""
    numbers = {n.name: n.value for n in numbers_of(policy.numbers)}
    default = {c.name: c.option for c in policy.readings}
    yield {**numbers, **default}
    for choice in policy.readings:
        for option in choice.question.options:
            if option is not choice.option:
                yield {**numbers, **default, choice.name: option}


def domain(kind: Any, policy: Policy) -> list[Any]:
    """Return values around every bound a policy states, and the unknown."""
    figures = [n.value for n in numbers_of(policy.numbers)]
    if kind == words.Truth:
        return [True, False, None]
    if kind == words.Int:
        near = {n + d for n in figures if type(n) is int for d in (-1, 0, 1)}
        return [*sorted({0, *near}), None]
    if kind == words.Day:
        days = {d for d in figures if isinstance(d, date)} | {date(2025, 4, 11)}
        return [*sorted({d + timedelta(n) for d in days for n in (-1, 0, 1)}), None]
    if kind == words.Word:
        words_listed = {w for n in figures if isinstance(n, tuple) for w in n}
        listed = {w for w in words_listed if isinstance(w, str)}  # not a list of lists, as of zones
        return [*sorted(listed), "something else", None]
    if kind == words.Money:
        amounts = [n for n in figures if isinstance(n, Decimal)]
        fen = Decimal("0.01")
        return [*sorted({a + d for a in amounts for d in (-fen, Decimal(0), fen)}), None]
    pytest.fail(f"a clause compares Truth, Int, Day, Word or Money, not {kind}")


DTYPES: dict[Any, Any] = {
    words.Truth: pl.Boolean,
    words.Int: pl.Int64,
    words.Day: pl.Date,
    words.Word: pl.String,
    words.Money: pl.Decimal(38, 2),
}


@pytest.mark.parametrize(("policy", "clause"), CLAUSES)
def test_values_and_columns_agree(policy: Policy, clause: Clause[...]) -> None:
    """On every combination of values near a bound, nulls included, and under every reading."""
    hints = typing.get_type_hints(clause.function)
    columns = {name: domain(hints[name], policy) for name in clause.needs}
    rows = list(itertools.islice(itertools.product(*columns.values()), MOST_ROWS))
    schema = {name: DTYPES[hints[name]] for name in clause.needs}
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    asked = []
    for settings in settings_of(policy):
        force = force_of(clause, Settings(settings))
        named = {name: settings[name] for name in clause.settings}
        if force is Force.ENCOURAGEMENT or (force, named) in asked:
            continue  # not asked at all under that reading, or the clause does not read it
        asked.append((force, named))
        expected = [settle(clause.function(*row, **named), force).value for row in rows]
        facts = {name: Column.named(name) for name in clause.needs}

        expression = outcome_column(clause, force, facts=facts, settings=settings)
        got = nw.from_native(frame).with_columns(outcome=expression)["outcome"].to_list()

        assert got == expected
