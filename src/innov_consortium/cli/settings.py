"""Other figures and reforms, as the command line gives them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from innov_consortium.cli.sources import read, refuse
from innov_consortium.core.policy import Policy
from innov_consortium.core.reforms import Reform
from innov_consortium.errors import InvalidInputError
from innov_consortium.interchange import Limits, load_reform, structure_numbers
from innov_consortium.interchange.numbers import types_of

__all__ = ["numbers_of", "reforms_of"]


def numbers_of(given: Iterable[str], policy: Policy) -> dict[str, Any]:
    """Return the figures asked for, each ``NAME=VALUE``, of the types the policy states them in.

    A share is written ``1/2``, a day ``2030-04-10``, a list as one of JSON.

    Args:
        given: What was asked for.
        policy: The policy they are for.

    Raises:
        InvalidInputError: One is not written so, is asked for twice, or the policy has none of that
            name or takes no such value.
    """
    types = types_of(policy.numbers)
    figures: dict[str, Any] = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals:
            refuse("--number", f"{one!r} 应为 NAME=VALUE", f"{one!r} must be NAME=VALUE")
        if name in figures:
            refuse("--number", f"{name!r} 写了两次", f"{name!r} is given twice")
        plain = types.get(name) is not int and not value.startswith("[")
        figures[name] = {"value": value if plain else _parsed(value)}
    return structure_numbers({"numbers": figures}, policy) if figures else {}


def _parsed(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value


def reforms_of(given: Iterable[str], policy: Policy, limits: Limits) -> tuple[Reform, ...]:
    """Return the reforms in files.

    Args:
        given: The files.
        policy: The policy they are of.
        limits: How large one may be.

    Raises:
        InvalidInputError: One cannot be read, or is none of the policy's.
    """
    return tuple(_reform(path, policy, limits) for path in given)


def _reform(path: str, policy: Policy, limits: Limits) -> Reform:
    text = read(path, limits)
    try:
        return load_reform(text, policy, limits=limits)
    except InvalidInputError as error:
        raise error.under(path) from None
