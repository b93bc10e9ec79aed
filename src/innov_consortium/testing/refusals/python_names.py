"""What a Python value in a refusal may be made of: a short list of names, methods and operators.

Nothing here reaches a module, a file, the insides of a class or of the interpreter.
"""

from __future__ import annotations

import ast
import datetime as dt
import decimal
import fractions
import functools
import itertools
import math
import operator
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from attrs import frozen

__all__ = [
    "BASES",
    "COMPARISONS",
    "NAMES",
    "OPERATORS",
    "UNARY",
    "Namespace",
    "attribute",
    "method",
]


@frozen
class Namespace:
    """What stands for a module: the names of it that may be used, and no others."""

    members: Mapping[str, Any]


#: What an empty class may be derived from.
BASES: Final[tuple[type[Any], ...]] = (
    *(bytes, dict, float, frozenset, int, list, object, set, str, tuple),
    *(dt.date, dt.datetime, decimal.Decimal),
)

#: Exceptions that may be raised, by a plugin that fails.
_ERRORS: Final[tuple[type[Exception], ...]] = (
    *(ArithmeticError, AttributeError, Exception, IndexError, KeyError, LookupError),
    *(NotImplementedError, OSError, OverflowError, RecursionError, RuntimeError, TypeError),
    *(ValueError, ZeroDivisionError),
)

_MODULES: Final[Mapping[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "datetime": {
            name: getattr(dt, name)
            for name in ("UTC", "date", "datetime", "time", "timedelta", "timezone")
        },
        "decimal": {"Decimal": decimal.Decimal},
        "fractions": {"Fraction": fractions.Fraction},
        "functools": {"reduce": functools.reduce},
        "itertools": {n: getattr(itertools, n) for n in ("chain", "count", "cycle", "repeat")},
        "math": {n: getattr(math, n) for n in ("e", "inf", "nan", "pi")},
    }
)

#: The names an expression may use.
NAMES: Final[Mapping[str, Any]] = MappingProxyType(
    {
        **{cl.__name__: cl for cl in (*BASES, *_ERRORS, bool, bytearray, complex, range)},
        **{name: value for members in _MODULES.values() for name, value in members.items()},
        **{name: Namespace(_MODULES[name]) for name in _MODULES if name != "datetime"},
        **{f.__name__: f for f in (abs, chr, iter, len, ord)},
        "NotImplemented": NotImplemented,
        "Ellipsis": Ellipsis,
    }
)

#: What may be read of a class, by its class.
_OF_CLASSES: Final[Mapping[Any, frozenset[str]]] = MappingProxyType(
    {
        dt.date: frozenset({"max", "min"}),
        dt.datetime: frozenset({"max", "min"}),
        dt.time: frozenset({"max", "min"}),
        dt.timedelta: frozenset({"max", "min"}),
        dt.timezone: frozenset({"utc"}),
    }
)

_MADE_FROM_TEXT = frozenset({"fromisoformat"})
_CONSTRUCTORS: Final[Mapping[Any, frozenset[str]]] = MappingProxyType(
    {
        bytes: frozenset({"fromhex"}),
        dict: frozenset({"fromkeys"}),
        float: frozenset({"fromhex"}),
        dt.date: _MADE_FROM_TEXT,
        dt.datetime: _MADE_FROM_TEXT,
        dt.time: _MADE_FROM_TEXT,
        decimal.Decimal: frozenset({"from_float"}),
    }
)

_DAY_METHODS = frozenset({"isoformat", "replace"})
_METHODS: Final[Mapping[type[Any], frozenset[str]]] = MappingProxyType(
    {
        str: frozenset({"encode", "join", "lower", "swapcase", "title", "upper"}),
        bytes: frozenset({"decode", "hex"}),
        list: frozenset({"append", "copy", "extend", "insert"}),
        dict: frozenset({"copy", "items", "keys", "setdefault", "update", "values"}),
        set: frozenset({"add", "update"}),
        dt.date: _DAY_METHODS,
        dt.datetime: frozenset({"date", *_DAY_METHODS}),
        decimal.Decimal: frozenset({"copy_abs", "copy_negate"}),
    }
)

OPERATORS: Final[Mapping[type[ast.operator], Callable[[Any, Any], Any]]] = MappingProxyType(
    {
        ast.Add: operator.add,
        ast.Sub: operator.sub,
        ast.Mult: operator.mul,
        ast.Div: operator.truediv,
        ast.FloorDiv: operator.floordiv,
        ast.Mod: operator.mod,
        ast.Pow: operator.pow,
    }
)

UNARY: Final[Mapping[type[ast.unaryop], Callable[[Any], Any]]] = MappingProxyType(
    {ast.UAdd: operator.pos, ast.USub: operator.neg, ast.Not: operator.not_}
)

COMPARISONS: Final[Mapping[type[ast.cmpop], Callable[[Any, Any], bool]]] = MappingProxyType(
    {
        ast.Eq: operator.eq,
        ast.NotEq: operator.ne,
        ast.Lt: operator.lt,
        ast.LtE: operator.le,
        ast.Gt: operator.gt,
        ast.GtE: operator.ge,
    }
)


def attribute(value: Any, name: str) -> Any:
    """Return what may be read of a class or of what stands for a module.

    ``datetime`` is the class; read of it, what its module has is meant.

    Raises:
        AttributeError: It may not be read.
    """
    if isinstance(value, Namespace) and name in value.members:
        return value.members[name]
    if value is dt.datetime and name in _MODULES["datetime"]:
        return _MODULES["datetime"][name]
    if isinstance(value, type) and name in _OF_CLASSES.get(value, frozenset()):
        return getattr(value, name)
    raise AttributeError(name)


def method(value: Any, name: str) -> Callable[..., Any]:
    """Return a method that may be called.

    Raises:
        AttributeError: It may not be called.
    """
    if isinstance(value, type):
        allowed = name in _CONSTRUCTORS.get(value, frozenset())
    else:
        allowed = any(isinstance(value, cl) and name in own for cl, own in _METHODS.items())
    if not allowed:
        return attribute(value, name)  # type: ignore[no-any-return]  # a class is called, too
    found: Callable[..., Any] = getattr(value, name)
    return found
