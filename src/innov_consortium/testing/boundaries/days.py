"""Every place where a fact compares days, found in its source: what no clause shows.

A clause tells what it compares when it is called with terms. A fact is plain Python, so its source
is read instead, with the functions and the classes of the policy it calls. What is neither known to
be a day nor known to be something else counts as a day: it is better named in vain than overlooked.
"""

from __future__ import annotations

import ast
import linecache
from collections import Counter
from collections.abc import Collection, Iterator
from types import FunctionType, ModuleType
from typing import Any, TypeAlias

from attrs import frozen

from innov_consortium.core import attestations, known, periods, register
from innov_consortium.core.clauses import Clause
from innov_consortium.core.policy import Policy
from innov_consortium.testing.boundaries.inferring import Sorts
from innov_consortium.testing.mutants.functions import Functions
from innov_consortium.testing.mutants.rewriting import key_of, tree_of

__all__ = ["DaysCompared", "days_of"]

#: Where the core itself compares the days of a case for a fact: what was known, what lies within.
_CORE: tuple[ModuleType, ...] = (known, attestations, periods, register)
_ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_SAME = (ast.Eq, ast.NotEq)
_MADE = "innov_consortium.testing.boundaries.days"


#: A file, the first and the last line, the first and the last column, and a number.
Place: TypeAlias = tuple[str, int, int, int, int, int]


@frozen(kw_only=True)
class DaysCompared:
    """One place where days are compared.

    Args:
        key: Its name, by the function and what is compared: ``days:facts_grounds.counted:day >=
            commenced_on``.
        turn: Whether no two days are compared, but it is asked in which year a day lies.
        provisions: The provisions that rest on the function, in the order of the law; none where
            the core compares, for whatever rests on it.
        at: Where it stands, as Python counts: the file, the lines, the columns, and which it is of
            several comparisons in a row, from nought. A year may be asked in several places.
    """

    key: str
    turn: bool = False
    provisions: tuple[str, ...] = ()
    at: tuple[Place, ...] = ()


def days_of(policy: Policy) -> tuple[DaysCompared, ...]:
    """Return every place where a fact of a policy compares days, in the order of the functions."""
    if _MADE not in policy.memo:
        policy.memo[_MADE] = tuple(_found(policy))
    made: tuple[DaysCompared, ...] = policy.memo[_MADE]
    return made


def _found(policy: Policy) -> Iterator[DaysCompared]:
    functions = Functions.of(policy)
    clauses = {key_of(n.function) for n in policy.every_norm if isinstance(n, Clause)}
    for function in _functions(functions):
        name = key_of(function)
        if name not in clauses and not function.__name__.startswith("__attrs"):
            yield from _in(function, functions.about.get(name, ()))


def _functions(functions: Functions) -> tuple[FunctionType, ...]:
    """Return the functions of a policy, the methods of its classes, and those of the core."""
    own = list(functions.own.values())
    modules = dict.fromkeys(f.__module__ for f in own)
    scopes = [f.__globals__ for f in {f.__module__: f for f in own}.values()]
    homes = {name.rpartition(".")[0] for name in modules}
    held = [value for scope in scopes for value in scope.values()]
    classes = [c for c in held if isinstance(c, type) and c.__module__.rpartition(".")[0] in homes]
    own += [m for c in dict.fromkeys(classes) for m in _methods(c)]
    for module in _CORE:
        for value in vars(module).values():
            if getattr(value, "__module__", "") == module.__name__:
                own += _methods(value) if isinstance(value, type) else _plain(value)
    return tuple({key_of(f): f for f in own}.values())


def _plain(value: Any) -> list[FunctionType]:
    return [value] if isinstance(value, FunctionType) else []


def _methods(owner: type[Any]) -> Iterator[FunctionType]:
    for value in vars(owner).values():
        plain = value.fget if isinstance(value, property) else getattr(value, "__func__", value)
        if isinstance(plain, FunctionType) and plain.__qualname__.startswith(owner.__qualname__):
            yield plain


# --- in one function ------------------------------------------------------------------------------


def _in(function: FunctionType, provisions: tuple[str, ...]) -> Iterator[DaysCompared]:
    """Yield what is compared in a function; a year asked of one day twice is asked once."""
    tree = tree_of(function)
    if tree is None:
        return
    module, name = key_of(function).split(":")
    found: dict[tuple[str, int], list[Place]] = {}
    seen: Counter[str] = Counter()
    turns = set()
    for said, node, number in _compared(tree, Sorts(function, tree), _settings(tree)):
        if isinstance(node, ast.Attribute):
            turns.add(said)
        else:
            seen[said] += 1
        found.setdefault((said, seen[said]), []).append(_place(function, node, number))
    for (said, number), at in found.items():
        yield DaysCompared(
            key=f"days:{module.rpartition('.')[2]}.{name}:{said}{f'#{number}' * (number > 1)}",
            turn=said in turns,
            provisions=provisions,
            at=tuple(at),
        )


def _place(function: FunctionType, node: ast.expr, number: int) -> Place:
    """Return where a node stands in its file: the source of a method was moved to the left."""
    first, last = node.lineno, node.end_lineno or 0
    line = linecache.getline(function.__code__.co_filename, function.__code__.co_firstlineno)
    moved = len(line) - len(line.lstrip())
    begin, end = node.col_offset + moved, (node.end_col_offset or 0) + moved
    return function.__code__.co_filename, first, last, begin, end, number


def _compared(
    tree: ast.FunctionDef, sorts: Sorts, settings: Collection[str]
) -> Iterator[tuple[str, ast.expr, int]]:
    """Yield what is compared, the node, and which comparison of it; no year of a number."""
    for node in _in_order(tree):
        if isinstance(node, ast.Compare):
            yield from _of_a_comparison(node, sorts)
        elif _is_least_or_most(node, sorts) or _is_year(node, sorts, settings):
            yield ast.unparse(node), node, 0


def _is_year(node: ast.expr, sorts: Sorts, settings: Collection[str]) -> bool:
    """Return whether the year of a day is asked; that of a number is always the same."""
    if not isinstance(node, ast.Attribute) or node.attr != "year":
        return False
    return bool(sorts.is_day(node.value)) and ast.unparse(node.value) not in settings


def _settings(tree: ast.FunctionDef) -> frozenset[str]:
    """Return the numbers and readings a function names: what comes after the star."""
    return frozenset(arg.arg for arg in tree.args.kwonlyargs)


def _in_order(tree: ast.AST) -> list[ast.expr]:
    nodes = [n for n in ast.walk(tree) if isinstance(n, ast.expr)]
    return sorted(nodes, key=lambda n: (n.lineno, n.col_offset))


def _of_a_comparison(node: ast.Compare, sorts: Sorts) -> Iterator[tuple[str, ast.expr, int]]:
    left = node.left
    for place, (op, right) in enumerate(zip(node.ops, node.comparators, strict=True)):
        days = (sorts.is_day(left), sorts.is_day(right))
        unclear = isinstance(op, _ORDER) and set(days) == {None}
        if isinstance(op, _ORDER + _SAME) and (True in days or unclear):
            one = ast.Compare(left=left, ops=[op], comparators=[right])
            yield ast.unparse(one), node, place
        left = right


def _is_least_or_most(node: ast.expr, sorts: Sorts) -> bool:
    """Return whether days decide what is the least or the most, or the order of several things."""
    called = node.func if isinstance(node, ast.Call) else None
    if not isinstance(node, ast.Call) or not isinstance(called, ast.Name):
        return False
    return called.id in ("min", "max", "sorted") and _of_days(node, sorts)


def _of_days(node: ast.Call, sorts: Sorts) -> bool:
    """Return whether days are compared in a call, or whether nothing tells."""
    keys = [k.value for k in node.keywords if k.arg == "key"]
    if not keys:
        several = len(node.args) > 1
        said = sorts.is_day(node) if several else sorts.elements_are_days(node.args[0])
        return said is not False
    if isinstance(keys[0], ast.Lambda):
        return any(sorts.is_day(n) for n in ast.walk(keys[0].body) if isinstance(n, ast.expr))
    return sorts.returns_days(keys[0])
