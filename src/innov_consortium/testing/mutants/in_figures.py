"""Mutants of what a policy states in figures, in lists of words, and by its readings."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
from attrs import evolve

from innov_consortium.core.numbers import Number, numbers_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Choice, Reading
from innov_consortium.testing.mutants.functions import Functions
from innov_consortium.testing.mutants.mutant import Mutant, Operator

__all__ = ["in_figures", "in_readings"]


def in_figures(policy: Policy, functions: Functions) -> Iterator[Mutant]:
    """Yield the mutants of a policy's numbers.

    Another figure stands as if the text stated it: reports are not marked as resting on others.
    """
    for number in numbers_of(policy.numbers):
        for how, value in _others(number.value):
            operator = Operator.WORD if isinstance(number.value, tuple) else Operator.NUMBER
            yield Mutant(
                id=f"{operator.label}:{number.name}:{how}",
                operator=operator,
                about=(number.provision,),
                zh=f"数字 {number.name} 由 {_shown(number.value)} 改为 {_shown(value)}",
                en=f"the number {number.name} becomes {_shown(value)}, not {_shown(number.value)}",
                make=_restating(number, value),
                bears_on=functions.using(number.name),
            )


def in_readings(policy: Policy, functions: Functions) -> Iterator[Mutant]:
    """Yield the mutants of a policy's readings: each with another option as its default."""
    for choice in policy.readings:
        asked = choice.question
        bears_on = functions.using(choice.name) | {
            f"event:{step.event.__name__}"
            for step in policy.steps
            if choice.name in dict(step.under)
        }
        for option in asked.options:
            if option is asked.default:
                continue
            yield Mutant(
                id=f"reading:{choice.name}:{option.option}",
                operator=Operator.READING,
                about=asked.provisions,
                zh=f"解释 {choice.name} 的默认由“{asked.default.zh}”改为“{option.zh}”",
                en=(
                    f"the default of the reading {choice.name} becomes "
                    f"{option.option}, not {asked.default.option}"
                ),
                make=functools.partial(_by_default, choice, option),
                bears_on=bears_on,
            )


def _others(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield other figures in the place of one, each with how it is another."""
    steps: tuple[Any, ...] = ()
    if isinstance(value, Fraction):
        steps = (Fraction(1, 100),)
    elif isinstance(value, int) and not isinstance(value, bool):
        steps = (1,)
    elif isinstance(value, Decimal):
        steps = (Decimal("0.01"), Decimal(1))
    elif isinstance(value, date):
        steps = (timedelta(days=1),)
    elif isinstance(value, tuple):
        for n, word in enumerate(value):
            yield f"without-{_name(word)}", (*value[:n], *value[n + 1 :])
        return
    for step in steps:
        shown = "1d" if isinstance(step, timedelta) else step
        yield f"+{shown}", value + step
        yield f"-{shown}", value - step


def _name(word: Any) -> str:
    return "+".join(map(str, word)) if isinstance(word, tuple) else str(word)


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return f"（{'、'.join(_name(v) for v in value)}）"
    return str(value)


def _restating(number: Number, value: Any) -> Callable[[Policy], Policy]:
    def make(policy: Policy) -> Policy:
        return evolve(policy, numbers=_stated(policy.numbers, number.name, value))

    return make


def _stated(numbers: Any, name: str, value: Any) -> Any:
    """Return numbers of a class of their own, in which one figure is stated otherwise."""
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(type(numbers))
    values = {a.name: getattr(numbers, a.name) for a in fields} | {name: value}
    columns = {
        a.name: attrs.field(default=values[a.name], metadata=a.metadata, type=a.type)
        for a in fields
    }
    return attrs.make_class(type(numbers).__name__, columns, frozen=True, kw_only=True)()


def _by_default(choice: Choice, option: Reading, policy: Policy) -> Policy:
    asked = evolve(choice.question, default=option)
    other = evolve(choice, question=asked, option=option)
    readings = tuple(other if c.name == choice.name else c for c in policy.readings)
    return evolve(policy, readings=readings)
