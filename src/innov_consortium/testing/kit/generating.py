"""Values for the facts a clause compares, from its hints: around every bound, and the unknown."""

from __future__ import annotations

import itertools
import random
import typing
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import frozen

from innov_consortium.core import words
from innov_consortium.core.clauses import Clause
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.plan import Settings, force_of
from innov_consortium.core.policy import Policy

__all__ = ["Compared", "compared", "domain", "rows_of", "settings_of"]

#: Most rows of values a clause is asked of under one choice of readings.
_MOST = 3000
_FEN = Decimal("0.01")
#: A day near which values are taken where the text names none.
_DAY = date(2026, 1, 5)


@frozen
class Compared:
    """What a clause is asked: under these readings and figures, of these facts.

    Args:
        settings: The figures and readings it names.
        force: How strongly it binds then.
        rows: Values for its facts, in their order.
    """

    settings: dict[str, Any]
    force: Any
    rows: tuple[tuple[Any, ...], ...]


def settings_of(policy: Policy) -> Iterator[dict[str, Any]]:
    """Yield the numbers with the default readings, then with each other option of each reading."""
    numbers = {n.name: n.value for n in numbers_of(policy.numbers)}
    default = {c.name: c.option for c in policy.readings}
    yield {**numbers, **default}
    for choice in policy.readings:
        for option in choice.question.options:
            if option is not choice.option:
                yield {**numbers, **default, choice.name: option}


def domain(kind: Any, policy: Policy) -> list[Any] | None:
    """Return values around every bound a policy states, and the unknown.

    ``None`` for a hint that is none of ``Truth``, ``Int``, ``Day``, ``Word`` and ``Money``.
    """
    figures = [n.value for n in numbers_of(policy.numbers)]
    if kind == words.Truth:
        return [True, False, None]
    if kind == words.Int:
        whole = [n for n in figures if type(n) is int]
        whole += [n.denominator for n in figures if isinstance(n, Fraction)]
        near = {n + d for n in whole for d in (-1, 0, 1)} | {0, 1, 2}
        return [*sorted(near), None]
    if kind == words.Day:
        days = {d for d in figures if isinstance(d, date)} | {_DAY}
        return [*sorted({d + timedelta(n) for d in days for n in (-1, 0, 1)}), None]
    if kind == words.Word:
        listed = {w for n in figures if isinstance(n, tuple) for w in n if isinstance(w, str)}
        listed |= {w for _, several in policy.vocabulary for w in several}
        return [*sorted(listed), "other:其他", None]
    if kind == words.Money:
        whole = [n for n in figures if type(n) is int]
        amounts = {n for n in figures if isinstance(n, Decimal)} | {Decimal(n) for n in whole}
        money = {a + d for a in amounts for d in (-_FEN, Decimal(0), _FEN)} | {Decimal(0)}
        return [*sorted(money), None]
    return None


def rows_of(clause: Clause[...], policy: Policy, seed: int) -> tuple[tuple[Any, ...], ...] | str:
    """Return values for the facts of a clause; of a fact without a known hint, its name."""
    hints = typing.get_type_hints(clause.function)
    columns = []
    for name in clause.needs:
        values = domain(hints.get(name), policy)
        if values is None:
            return name
        columns.append(values)
    size = 1
    for column in columns:
        size *= len(column)
    if size <= _MOST:
        return tuple(itertools.product(*columns))
    chance = random.Random(seed)  # noqa: S311 - to be the same each time
    drawn = {tuple(chance.choice(column) for column in columns) for _ in range(_MOST)}
    return tuple(sorted(drawn, key=repr))


def compared(clause: Clause[...], policy: Policy, seed: int) -> Iterator[Compared]:
    """Yield what a clause is asked, once for each set of figures and readings it names.

    Raises:
        TypeError: A fact it compares has no hint that is known.
    """
    rows = rows_of(clause, policy, seed)
    if isinstance(rows, str):
        msg = rows
        raise TypeError(msg)
    seen: list[Any] = []
    for settings in settings_of(policy):
        force = force_of(clause, Settings(settings))
        named = {name: settings[name] for name in clause.settings}
        if (force, named) not in seen:
            seen.append((force, named))
            yield Compared(settings, force, rows)
