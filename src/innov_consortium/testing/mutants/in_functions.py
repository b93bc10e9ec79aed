"""Mutants of the functions of a policy: its clauses, its facts, and what they call."""

from __future__ import annotations

import ast
import functools
from collections import Counter
from collections.abc import Callable, Iterator
from types import FunctionType

from innov_consortium.core.policy import Policy
from innov_consortium.testing.mutants.exchanging import exchanged
from innov_consortium.testing.mutants.functions import Functions
from innov_consortium.testing.mutants.mutant import Mutant
from innov_consortium.testing.mutants.operators import changes_of
from innov_consortium.testing.mutants.rewriting import (
    Rewritten,
    key_of,
    replaced_in,
    rewritten_as,
    tree_of,
)
from innov_consortium.testing.mutants.wording import NAMES, Change

__all__ = ["candidates", "in_functions"]

_LONGEST = 90


def in_functions(functions: Functions) -> Iterator[Mutant]:
    """Yield the mutants of every function of a policy that has a source."""
    for make in candidates(functions):
        yield make()


def candidates(functions: Functions) -> Iterator[Callable[[], Mutant]]:
    """Yield what makes each of these mutants; a function is compiled anew only for those made."""
    for function in functions.own.values():
        yield from _of(functions, function)


def _of(functions: Functions, function: FunctionType) -> Iterator[Callable[[], Mutant]]:
    tree = tree_of(function)
    if tree is None:
        return
    seen: Counter[str] = Counter()
    for number, change in changes_of(tree, function.__globals__):
        label = change.operator.label
        seen[label] += 1
        yield functools.partial(_one, functions, function, tree, number, change, seen[label])


def _one(
    functions: Functions,
    function: FunctionType,
    tree: ast.FunctionDef,
    number: int,
    change: Change,
    count: int,
) -> Mutant:
    key = key_of(function)
    module = key.partition(":")[0].rpartition(".")[2]
    changed = replaced_in(tree, number, change.make)
    before, after = (_said(list(ast.walk(t))[number]) for t in (tree, changed))
    made = rewritten_as(function, changed, NAMES)
    where = f"{module}.{function.__name__}"
    return Mutant(
        id=f"{change.operator.label}:{where}:{count}",
        operator=change.operator,
        about=functions.about[key],
        zh=f"{where} 中的 {before} 改为 {after}：{change.operator.zh}",
        en=f"in {where}, {before} becomes {after}: {change.operator.en}",
        make=functools.partial(_make, functions, made),
        bears_on=frozenset({key}),
        rewritten=made,
    )


def _make(functions: Functions, made: Rewritten, policy: Policy) -> Policy:
    return exchanged(policy, functions.with_one(made.function, made.code, made.names))


def _said(node: ast.AST) -> str:
    """Return a piece of source, short enough for a sentence."""
    shown = ast.unparse(node).strip().replace("__", "").replace("\n", " ")
    return f"`{shown}`" if len(shown) <= _LONGEST else f"`{shown[:_LONGEST]}…`"
