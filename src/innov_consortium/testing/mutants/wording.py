"""How the words of a clause are made wrong: 不少于 into 超过, 并且 into 或者, a day more."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from attrs import frozen

from innov_consortium.core import periods, words
from innov_consortium.core.words import Truth
from innov_consortium.testing.mutants.mutant import Operator

__all__ = ["NAMES", "Change", "of_a_call"]


@frozen
class Change:
    """One way to make a place in a function wrong.

    Args:
        operator: Which operator it is of.
        make: Makes the node that takes its place.
    """

    operator: Operator
    make: Callable[[Any], ast.AST]


def _less_than(value: Any, bound: Any) -> Truth:
    return words.not_(words.at_least(value, bound))


def _share_more_than(part: Any, whole: Any, share: Fraction) -> Truth:
    if part is None or whole is None:
        return None
    return words.more_than(part * share.denominator, whole * share.numerator)


def _after_first(day: Any, first: Any, last: Any) -> Truth:
    return words.both(words.more_than(day, first), words.at_most(day, last))


def _before_last(day: Any, first: Any, last: Any) -> Truth:
    return words.both(words.at_least(day, first), _less_than(day, last))


def _two(count: Any) -> Truth:
    return words.at_least(count, 2)


def _later(day: Any) -> Any:
    return periods.day_following(day)


def _earlier(day: Any) -> Any:
    return None if day is None else periods.day_before(day)


#: What a changed function calls, by names no module has.
NAMES: Mapping[str, Any] = {
    "__at_least": words.at_least,
    "__more_than": words.more_than,
    "__less_than": _less_than,
    "__both": words.both,
    "__either": words.either,
    "__share_more_than": _share_more_than,
    "__after_first": _after_first,
    "__before_last": _before_last,
    "__two": _two,
    "__later": _later,
    "__earlier": _earlier,
}

_RENAMED: Mapping[Any, tuple[tuple[Operator, str], ...]] = {
    words.at_least: ((Operator.BOUNDARY, "__more_than"),),
    words.more_than: ((Operator.BOUNDARY, "__at_least"),),
    words.at_most: ((Operator.BOUNDARY, "__less_than"),),
    words.share_at_least: ((Operator.BOUNDARY, "__share_more_than"),),
    words.exists: ((Operator.BOUNDARY, "__two"),),
    words.within: ((Operator.BOUNDARY, "__after_first"), (Operator.BOUNDARY, "__before_last")),
    words.both: ((Operator.CONNECTIVE, "__either"),),
    words.either: ((Operator.CONNECTIVE, "__both"),),
    any: ((Operator.CONNECTIVE, "all"),),
    all: ((Operator.CONNECTIVE, "any"),),
    min: ((Operator.ARITHMETIC, "max"),),
    max: ((Operator.ARITHMETIC, "min"),),
}
#: Calls of which one argument stays: by its place.
_UNWRAPPED: Mapping[Any, tuple[tuple[Operator, int], ...]] = {
    words.not_: ((Operator.NEGATION, 0),),
    words.only_if: ((Operator.SCOPE, 1),),
    words.left_open: ((Operator.OPENNESS, 1),),
    words.either_way: ((Operator.UNKNOWN, 0), (Operator.UNKNOWN, 1)),
    periods.day_after: ((Operator.DAY, 0),),
    periods.day_following: ((Operator.DAY, 0),),
    periods.day_before: ((Operator.DAY, 0),),
}
_JOINED = (words.both, words.either)


def of_a_call(call: ast.Call, scope: Mapping[str, Any]) -> Iterator[Change]:
    """Yield the ways to make a call wrong.

    Args:
        call: The call.
        scope: What the function's module knows, by name.
    """
    called = _what(call, scope)
    if called is None:
        return
    for operator, name in _RENAMED.get(called, ()):
        yield Change(operator, _renaming(name))
    for operator, place in _UNWRAPPED.get(called, ()):
        if place < len(call.args):
            yield Change(operator, _unwrapping(place))
    plain = not any(isinstance(a, ast.Starred) for a in call.args)
    if called in _JOINED and plain and len(call.args) > 1:
        for place in range(len(call.args)):
            yield Change(Operator.LEG, _without(place))
    if called is periods.years_from:
        yield Change(Operator.DAY, _wrapping("__later"))
        yield Change(Operator.DAY, _wrapping("__earlier"))


def _what(call: ast.Call, scope: Mapping[str, Any]) -> Any:
    """Return what is called, if the tables here tell of it."""
    if not isinstance(call.func, ast.Name) or call.keywords:
        return None
    builtins = {"any": any, "all": all, "min": min, "max": max}
    found = scope.get(call.func.id, builtins.get(call.func.id))
    return found if callable(found) and getattr(found, "__hash__", None) else None


def _renaming(name: str) -> Callable[[ast.Call], ast.AST]:
    return lambda call: ast.Call(ast.Name(name, ast.Load()), call.args, call.keywords)


def _unwrapping(place: int) -> Callable[[ast.Call], ast.AST]:
    return lambda call: call.args[place]


def _without(place: int) -> Callable[[ast.Call], ast.AST]:
    def make(call: ast.Call) -> ast.AST:
        rest = [a for n, a in enumerate(call.args) if n != place]
        return rest[0] if len(rest) == 1 else ast.Call(call.func, rest, [])

    return make


def _wrapping(name: str) -> Callable[[ast.Call], ast.AST]:
    return lambda call: ast.Call(ast.Name(name, ast.Load()), [call], [])
