"""How plain Python in a fact is made wrong: its operators, its constants, what it filters by."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from innov_consortium.core.clauses import Evidence
from innov_consortium.testing.mutants.mutant import Operator
from innov_consortium.testing.mutants.wording import Change, of_a_call

__all__ = ["changes_of"]

_COMPARED: Mapping[type[ast.cmpop], tuple[Operator, type[ast.cmpop]]] = {
    ast.Lt: (Operator.BOUNDARY, ast.LtE),
    ast.LtE: (Operator.BOUNDARY, ast.Lt),
    ast.Gt: (Operator.BOUNDARY, ast.GtE),
    ast.GtE: (Operator.BOUNDARY, ast.Gt),
    ast.Eq: (Operator.COMPARISON, ast.NotEq),
    ast.NotEq: (Operator.COMPARISON, ast.Eq),
    ast.Is: (Operator.COMPARISON, ast.IsNot),
    ast.IsNot: (Operator.COMPARISON, ast.Is),
    ast.In: (Operator.COMPARISON, ast.NotIn),
    ast.NotIn: (Operator.COMPARISON, ast.In),
}


def changes_of(tree: ast.FunctionDef, scope: Mapping[str, Any]) -> Iterator[tuple[int, Change]]:
    """Yield the ways to make a function wrong, each with the place of its node in ``ast.walk``.

    Args:
        tree: The source of the function, without hints and docstring.
        scope: What its module knows, by name.
    """
    yes_or_no = _tells_yes_or_no(tree, scope)
    for number, node in enumerate(ast.walk(tree)):
        for change in _of(node, scope, yes_or_no=yes_or_no):
            yield number, change


def _of(node: ast.AST, scope: Mapping[str, Any], *, yes_or_no: bool) -> Iterator[Change]:
    if isinstance(node, ast.Call):
        yield from of_a_call(node, scope)
        yield from _of_evidence(node, scope)
    elif isinstance(node, ast.Compare):
        yield from _of_a_comparison(node)
    elif isinstance(node, ast.BoolOp):
        yield Change(Operator.CONNECTIVE, _joining(ast.Or if _is_and(node) else ast.And))
        for n in range(len(node.values)):
            yield Change(Operator.LEG, _without(n))
    elif isinstance(node, ast.UnaryOp | ast.BinOp):
        yield from _of_an_operation(node)
    elif isinstance(node, ast.comprehension):
        for n in range(len(node.ifs)):
            yield Change(Operator.FILTER, _unfiltered(n))
    elif isinstance(node, ast.Constant):
        yield from _of_a_constant(node)
    elif yes_or_no:
        yield from _of_an_answer(node)


def _of_a_comparison(node: ast.Compare) -> Iterator[Change]:
    for n, op in enumerate(node.ops):
        if type(op) in _COMPARED:
            operator, other = _COMPARED[type(op)]
            yield Change(operator, _comparing(n, other))


def _of_an_operation(node: ast.UnaryOp | ast.BinOp) -> Iterator[Change]:
    if isinstance(node.op, ast.Not):
        yield Change(Operator.NEGATION, lambda n: n.operand)
    elif isinstance(node.op, ast.Add):
        yield Change(Operator.ARITHMETIC, _calculating(ast.Sub))
    elif isinstance(node.op, ast.Sub):
        yield Change(Operator.ARITHMETIC, _calculating(ast.Add))


def _of_an_answer(node: ast.AST) -> Iterator[Change]:
    """Yield that what is not known is answered with no."""
    if isinstance(node, ast.Return) and _is_none(node.value):
        yield Change(Operator.UNKNOWN, lambda _: ast.Return(ast.Constant(value=False)))
    elif isinstance(node, ast.IfExp):
        for name in ("body", "orelse"):
            if _is_none(getattr(node, name)):
                yield Change(Operator.UNKNOWN, _as_no(name))


def _of_evidence(call: ast.Call, scope: Mapping[str, Any]) -> Iterator[Change]:
    """Yield that evidence of what is not known says no, or none."""
    called = scope.get(call.func.id) if isinstance(call.func, ast.Name) else None
    if isinstance(called, type) and issubclass(called, Evidence):
        if call.args and _is_none(call.args[0]):
            yield Change(Operator.UNKNOWN, _first_as_no)
        for keyword in call.keywords:
            if keyword.arg == "value" and _is_none(keyword.value):
                yield Change(Operator.UNKNOWN, _value_as_no)


def _of_a_constant(node: ast.Constant) -> Iterator[Change]:
    if isinstance(node.value, bool):
        yield Change(Operator.CONSTANT, lambda n: ast.Constant(value=not n.value))
    elif isinstance(node.value, int):
        yield Change(Operator.CONSTANT, lambda n: ast.Constant(value=n.value + 1))
        yield Change(Operator.CONSTANT, lambda n: ast.Constant(value=n.value - 1))


def _tells_yes_or_no(tree: ast.FunctionDef, scope: Mapping[str, Any]) -> bool:
    """Return whether a function answers yes or no, as far as its hints say."""
    hints = getattr(scope.get(tree.name), "__annotations__", {})
    said = str(hints.get("return", ""))
    return any(word in said for word in ("bool", "Truth", "Ruling"))


def _is_none(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_and(node: ast.BoolOp) -> bool:
    return isinstance(node.op, ast.And)


def _comparing(place: int, op: type[ast.cmpop]) -> Callable[[ast.Compare], ast.AST]:
    def make(node: ast.Compare) -> ast.AST:
        node.ops[place] = op()
        return node

    return make


def _joining(op: type[ast.boolop]) -> Callable[[ast.BoolOp], ast.AST]:
    return lambda node: ast.BoolOp(op(), node.values)


def _calculating(op: type[ast.operator]) -> Callable[[ast.BinOp], ast.AST]:
    return lambda node: ast.BinOp(node.left, op(), node.right)


def _without(place: int) -> Callable[[ast.BoolOp], ast.AST]:
    def make(node: ast.BoolOp) -> ast.AST:
        rest = [v for n, v in enumerate(node.values) if n != place]
        return rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)

    return make


def _unfiltered(place: int) -> Callable[[ast.comprehension], ast.AST]:
    def make(node: ast.comprehension) -> ast.AST:
        del node.ifs[place]
        return node

    return make


def _as_no(name: str) -> Callable[[ast.IfExp], ast.AST]:
    def make(node: ast.IfExp) -> ast.AST:
        setattr(node, name, ast.Constant(value=False))
        return node

    return make


def _first_as_no(call: ast.Call) -> ast.AST:
    call.args[0] = ast.Constant(value=False)
    return call


def _value_as_no(call: ast.Call) -> ast.AST:
    for keyword in call.keywords:
        if keyword.arg == "value":
            keyword.value = ast.Constant(value=False)
    return call
