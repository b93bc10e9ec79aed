"""What sort of value a part of a function is, as far as hints tell: enough to know a day."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable
from datetime import timedelta
from types import FunctionType, NoneType
from typing import Any

from innov_consortium.core.clauses import Fact, Items
from innov_consortium.testing.boundaries.hinted import (
    UNKNOWN,
    Sort,
    attribute,
    element,
    flat,
    hints_of,
    is_day_type,
    joined,
    nth,
    of_elements,
    of_pairs,
    owner_of,
    returned,
    returned_by,
)

__all__ = ["Sorts"]

#: How often names are gone through: a name may be given by one that is given further below.
_ROUNDS = 4
#: Built-in functions that return what they are given, or one element of it.
_SAME = ("sorted", "tuple", "list", "set", "frozenset", "reversed")
_ONE_OF = ("min", "max", "next")
_PARTS = ("year", "month", "day")
_PLAIN = {"len": int, "sum": int, "any": bool, "all": bool, "str": str, "bool": bool, "range": int}
#: By what an expression is, what reads its sort; of any other it is not known.
_READ = {
    ast.Constant: "_of_constant",
    ast.Name: "_of_name",
    ast.Attribute: "_of_attribute",
    ast.Call: "_of_call",
    ast.BinOp: "_of_an_operation",
    ast.BoolOp: "_of_either",
    ast.IfExp: "_of_a_choice",
    ast.NamedExpr: "_of_named",
    ast.Tuple: "_of_several",
    ast.List: "_of_several",
    ast.Set: "_of_several",
    ast.ListComp: "_of_each",
    ast.SetComp: "_of_each",
    ast.GeneratorExp: "_of_each",
    ast.DictComp: "_of_pairs",
    ast.Subscript: "_of_subscript",
}


class Sorts:
    """The sorts of the expressions in one function.

    Args:
        function: The function.
        tree: Its source.
    """

    def __init__(self, function: FunctionType, tree: ast.FunctionDef) -> None:
        self.scope = function.__globals__
        hints = hints_of(function)
        self.names: dict[str, Sort] = {}
        for arg in (*tree.args.posonlyargs, *tree.args.args, *tree.args.kwonlyargs):
            self.names[arg.arg] = flat(hints.get(arg.arg))
        owner = owner_of(function)
        if owner is not None and tree.args.args:
            self.names[tree.args.args[0].arg] = frozenset({owner})
        for _ in range(_ROUNDS):
            for node in ast.walk(tree):
                self._learn(node)

    def is_day(self, node: ast.AST) -> bool | None:
        """Return whether an expression is a day; ``None`` if nothing tells."""
        found = self.of(node) - {NoneType}
        return any(is_day_type(one) for one in found) if found else None

    def elements_are_days(self, node: ast.AST) -> bool | None:
        """Return whether there are days in what an expression is; ``None`` if nothing tells."""
        found = self._elements(node) - {NoneType}
        return any(is_day_type(one) for one in found) if found else None

    def returns_days(self, node: ast.AST) -> bool:
        """Return whether a function named returns a day, or several things of which one is."""
        called = self.scope.get(node.id) if isinstance(node, ast.Name) else None
        found = returned(called, ())
        return any(is_day_type(one) for one in found | joined(map(element, found)))

    # --- expressions ------------------------------------------------------------------------------

    def of(self, node: ast.AST) -> Sort:
        """Return the sort of an expression."""
        if type(node) not in _READ:
            return UNKNOWN
        read: Callable[[Any], Sort] = getattr(self, _READ[type(node)])
        return read(node)

    def _of_constant(self, node: ast.Constant) -> Sort:
        return frozenset({type(node.value)})

    def _of_name(self, node: ast.Name) -> Sort:
        if node.id in self.names:
            return self.names[node.id]
        value = self.scope.get(node.id)
        return UNKNOWN if value is None else frozenset({type(value)})

    def _of_attribute(self, node: ast.Attribute) -> Sort:
        if isinstance(node.value, ast.Name) and node.value.id not in self.names:
            held = self.scope.get(node.value.id, getattr(builtins, node.value.id, None))
            value = getattr(held, node.attr, None)
            return UNKNOWN if value is None else frozenset({type(value)})
        bases = self.of(node.value)
        if node.attr in _PARTS and any(is_day_type(one) for one in bases):
            return frozenset({int})
        return joined(attribute(one, node.attr) for one in bases)

    def _of_call(self, node: ast.Call) -> Sort:
        if isinstance(node.func, ast.Attribute):
            return self._of_a_method(node, node.func)
        if not isinstance(node.func, ast.Name):
            return UNKNOWN
        name = node.func.id
        called = self.scope.get(name)
        if called is None:
            return self._of_a_builtin(node, name)
        if isinstance(called, type):
            return frozenset({called})
        plain = called.function if isinstance(called, Fact | Items) else called
        return returned(plain, self._classes(node))

    def _of_a_method(self, node: ast.Call, func: ast.Attribute) -> Sort:
        bases = self.of(func.value)
        if isinstance(func.value, ast.Name) and func.value.id not in self.names:
            held = self.scope.get(func.value.id)
            bases = frozenset({held}) if isinstance(held, type) else bases
        return joined(returned_by(one, func.attr, self._classes(node)) for one in bases)

    def _classes(self, node: ast.Call) -> tuple[type[Any], ...]:
        named = (self.scope.get(a.id) for a in node.args if isinstance(a, ast.Name))
        return tuple(one for one in named if isinstance(one, type))

    def _of_a_builtin(self, node: ast.Call, name: str) -> Sort:
        if name in _PLAIN:
            return frozenset({_PLAIN[name]})
        if name in _SAME and node.args:
            return self.of(node.args[0])
        if name in _ONE_OF and node.args:
            if len(node.args) > 1 and name != "next":
                return joined(map(self.of, node.args))
            default = (self.of(k.value) for k in node.keywords if k.arg == "default")
            return self._elements(node.args[0]) | joined(default)
        return UNKNOWN

    def _of_an_operation(self, node: ast.BinOp) -> Sort:
        sides = self.of(node.left) | self.of(node.right)
        return sides - {timedelta} if any(is_day_type(one) for one in sides) else sides

    def _of_either(self, node: ast.BoolOp) -> Sort:
        return joined(self.of(one) for one in node.values)

    def _of_a_choice(self, node: ast.IfExp) -> Sort:
        return self.of(node.body) | self.of(node.orelse)

    def _of_named(self, node: ast.NamedExpr) -> Sort:
        return self.of(node.value)

    def _of_several(self, node: ast.Tuple | ast.List | ast.Set) -> Sort:
        inner = joined(
            self._elements(one.value) if isinstance(one, ast.Starred) else self.of(one)
            for one in node.elts
        )
        return of_elements(inner)

    def _of_each(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> Sort:
        return of_elements(self.of(node.elt))

    def _of_pairs(self, node: ast.DictComp) -> Sort:
        return of_pairs(self.of(node.key), self.of(node.value))

    def _of_subscript(self, node: ast.Subscript) -> Sort:
        if isinstance(node.slice, ast.Slice):
            return self.of(node.value)
        return self._elements(node.value)

    def _elements(self, node: ast.AST) -> Sort:
        """Return the sort of what an expression has in it."""
        return joined(element(one) for one in self.of(node))

    # --- names ------------------------------------------------------------------------------------

    def _learn(self, node: ast.AST) -> None:
        """Learn what a name stands for where it is given a value."""
        if isinstance(node, ast.Assign):
            for target in node.targets:
                self._give(target, self.of(node.value), node.value)
        elif isinstance(node, ast.NamedExpr):
            self._give(node.target, self.of(node.value), node.value)
        elif isinstance(node, ast.For | ast.comprehension):
            self._give_each(node.target, node.iter)
        elif isinstance(node, ast.Call):
            self._of_a_key(node)

    def _give(self, target: ast.AST, sort: Sort, value: ast.AST | None) -> None:
        if isinstance(target, ast.Name):
            self.names[target.id] = self.names.get(target.id, UNKNOWN) | sort
        elif isinstance(target, ast.Tuple):
            parts = value.elts if isinstance(value, ast.Tuple) else ()
            for n, one in enumerate(target.elts):
                own = self.of(parts[n]) if n < len(parts) else nth(sort, n)
                self._give(one, own, None)

    def _give_each(self, target: ast.AST, iterated: ast.AST) -> None:
        if isinstance(iterated, ast.Call) and isinstance(iterated.func, ast.Name):
            name, args = iterated.func.id, iterated.args
            if name == "enumerate" and isinstance(target, ast.Tuple):
                self._give(target.elts[0], frozenset({int}), None)
                self._give_each(target.elts[1], args[0])
                return
            if name == "zip" and isinstance(target, ast.Tuple):
                for one, arg in zip(target.elts, args, strict=False):
                    self._give_each(one, arg)
                return
            if name == "pairwise" and isinstance(target, ast.Tuple):
                for one in target.elts:
                    self._give_each(one, args[0])
                return
            if name == "map" and isinstance(args[0], ast.Name):
                called = self.scope.get(args[0].id)
                self._give(target, returned(called, ()), None)
                return
        self._give(target, self._elements(iterated), None)

    def _of_a_key(self, node: ast.Call) -> None:
        """Learn what a key is asked of."""
        for keyword in node.keywords:
            if keyword.arg == "key" and isinstance(keyword.value, ast.Lambda):
                of = node.args[0] if node.args else getattr(node.func, "value", None)
                if of is not None:
                    self._give(ast.Name(keyword.value.args.args[0].arg), self._elements(of), None)
