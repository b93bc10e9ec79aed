"""Expressions of Python, evaluated node by node; what is not on the list is refused."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, ClassVar, Final

from attrs import define, field

from innov_consortium.testing.refusals import python_names as allowed
from innov_consortium.testing.refusals.python_bounds import ITEM, Budget, NotAllowedError

__all__ = ["Expressions", "empty_class"]

_METHODS_USING_UP: Final = frozenset({"extend", "fromkeys", "join", "update"})
_Names = Mapping[str, Any]


@define
class Expressions:
    """What makes the values of expressions.

    Args:
        budget: What may be spent on them.
    """

    budget: Budget = field(factory=Budget)

    def make(self, node: ast.expr, names: _Names) -> Any:
        """Return the value of an expression.

        Args:
            node: The expression.
            names: The names it may use.

        Raises:
            NotAllowedError: It is not on the list.
            Exception: What it raises itself.
        """
        self.budget.spend(1)
        maker = self._MAKERS.get(type(node))
        if maker is None:
            raise NotAllowedError(what=f"{type(node).__name__} is not allowed")
        return maker(self, node, names)

    def bind(self, target: ast.expr, value: Any, names: dict[str, Any]) -> None:
        """Bind a name, or set an item of a list or a dict."""
        if isinstance(target, ast.Name) and not target.id.startswith("__"):
            names[target.id] = value
        elif isinstance(target, ast.Subscript):
            container = self.make(target.value, names)
            if not isinstance(container, list | dict):
                raise NotAllowedError(what="only a list or a dict has items to set")
            container[self.make(target.slice, names)] = value
        else:
            raise NotAllowedError(what=f"{type(target).__name__} cannot be bound")

    # --- what stands for itself -----------------------------------------------------------------

    def _constant(self, node: ast.Constant, _: _Names) -> Any:
        return node.value

    def _name(self, node: ast.Name, names: _Names) -> Any:
        if node.id == "type":
            return empty_class
        if node.id not in names:
            raise NotAllowedError(what=f"{node.id!r} is not a name it may use")
        return names[node.id]

    def _attribute(self, node: ast.Attribute, names: _Names) -> Any:
        try:
            return allowed.attribute(self.make(node.value, names), node.attr)
        except AttributeError:
            raise NotAllowedError(what=f"{node.attr!r} may not be read") from None

    def _listed(self, node: ast.List | ast.Tuple | ast.Set, names: _Names) -> Any:
        items = list(chain.from_iterable(self._items(one, names) for one in node.elts))
        if isinstance(node, ast.Set):
            return {_hashable(item) for item in items}
        return items if isinstance(node, ast.List) else tuple(items)

    def _items(self, node: ast.expr, names: _Names) -> Iterable[Any]:
        if isinstance(node, ast.Starred):
            return self.budget.counted(self.make(node.value, names))
        return [self.make(node, names)]

    def _mapping(self, node: ast.Dict, names: _Names) -> dict[Any, Any]:
        if None in node.keys:
            raise NotAllowedError(what="a dict is written key by key")
        keys = [key for key in node.keys if key is not None]
        pairs = zip(keys, node.values, strict=True)
        return {self.make(key, names): self.make(value, names) for key, value in pairs}

    # --- operations -----------------------------------------------------------------------------

    def _operation(self, node: ast.BinOp, names: _Names) -> Any:
        left, right = self.make(node.left, names), self.make(node.right, names)
        act = allowed.OPERATORS.get(type(node.op))
        if act is None or (isinstance(node.op, ast.Mod) and isinstance(left, str | bytes)):
            raise NotAllowedError(what=f"{type(node.op).__name__} is not allowed here")
        self.budget.operation(node.op, left, right)
        return act(left, right)

    def _unary(self, node: ast.UnaryOp, names: _Names) -> Any:
        act = allowed.UNARY.get(type(node.op))
        if act is None:
            raise NotAllowedError(what=f"{type(node.op).__name__} is not allowed")
        return act(self.make(node.operand, names))

    def _comparison(self, node: ast.Compare, names: _Names) -> bool:
        left = self.make(node.left, names)
        for op, right_node in zip(node.ops, node.comparators, strict=True):
            right, act = self.make(right_node, names), allowed.COMPARISONS.get(type(op))
            if act is None:
                raise NotAllowedError(what=f"{type(op).__name__} is not allowed")
            if not act(left, right):
                return False
            left = right
        return True

    def _choice(self, node: ast.IfExp, names: _Names) -> Any:
        return self.make(node.body if self.make(node.test, names) else node.orelse, names)

    def _subscript(self, node: ast.Subscript, names: _Names) -> Any:
        value = self.make(node.value, names)
        if not isinstance(value, list | tuple | dict | str | bytes):
            raise NotAllowedError(what="only a container has items")
        return value[self.make(node.slice, names)]

    # --- functions ------------------------------------------------------------------------------

    def _function(self, node: ast.Lambda, names: _Names) -> Callable[..., Any]:
        own = [one.arg for one in node.args.args]
        plain = ast.arguments(
            posonlyargs=[], args=node.args.args, kwonlyargs=[], kw_defaults=[], defaults=[]
        )
        if ast.dump(node.args) != ast.dump(plain):
            raise NotAllowedError(what="a lambda has plain arguments only")

        def called(*values: Any) -> Any:
            return self.make(node.body, {**names, **dict(zip(own, values, strict=True))})

        return called

    def _call(self, node: ast.Call, names: _Names) -> Any:
        function, uses_up = self._called(node.func, names)
        given = list(chain.from_iterable(self._items(one, names) for one in node.args))
        named = {one.arg: self.make(one.value, names) for one in node.keywords if one.arg}
        if len(named) != len(node.keywords):
            raise NotAllowedError(what="arguments are given one by one")
        given = self.budget.given(function, given, uses_up=uses_up)
        if function in (set, frozenset):
            given = [map(_hashable, one) for one in given]
        return function(*given, **named)

    def _called(self, node: ast.expr, names: _Names) -> tuple[Callable[..., Any], bool]:
        """Return what is called, and whether it uses up what it is given."""
        if not isinstance(node, ast.Attribute):
            function = self.make(node, names)
            if not callable(function):
                raise NotAllowedError(what=f"{ast.unparse(node)[:60]} cannot be called")
            return function, False
        value = self.make(node.value, names)
        if node.attr == "copy" and isinstance(value, list | dict):
            self.budget.spend(len(value))
        try:
            return allowed.method(value, node.attr), node.attr in _METHODS_USING_UP
        except AttributeError:
            raise NotAllowedError(what=f"{node.attr!r} may not be called") from None

    # --- comprehensions -------------------------------------------------------------------------

    def _comprehension(
        self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp, names: _Names
    ) -> Any:
        items = (self.make(node.elt, inner) for inner in self._rounds(node.generators, names))
        if isinstance(node, ast.GeneratorExp):
            return items
        return list(items) if isinstance(node, ast.ListComp) else {_hashable(i) for i in items}

    def _dict_comprehension(self, node: ast.DictComp, names: _Names) -> dict[Any, Any]:
        rounds = self._rounds(node.generators, names)
        return {self.make(node.key, inner): self.make(node.value, inner) for inner in rounds}

    def _rounds(self, generators: list[ast.comprehension], names: _Names) -> Iterator[_Names]:
        one, *others = generators
        inner = dict(names)
        for item in self.make(one.iter, names):
            self.budget.spend(ITEM)
            self.bind(one.target, item, inner)
            if one.ifs and not all(self.make(test, inner) for test in one.ifs):
                continue
            if others:
                yield from self._rounds(others, inner)
            else:
                yield inner

    _MAKERS: ClassVar[Mapping[type[ast.expr], Callable[..., Any]]] = {
        ast.Constant: _constant,
        ast.Name: _name,
        ast.Attribute: _attribute,
        ast.List: _listed,
        ast.Tuple: _listed,
        ast.Set: _listed,
        ast.Dict: _mapping,
        ast.BinOp: _operation,
        ast.UnaryOp: _unary,
        ast.Compare: _comparison,
        ast.IfExp: _choice,
        ast.Subscript: _subscript,
        ast.Lambda: _function,
        ast.ListComp: _comprehension,
        ast.SetComp: _comprehension,
        ast.GeneratorExp: _comprehension,
        ast.DictComp: _dict_comprehension,
        ast.Call: _call,
    }


def empty_class(name: object, bases: object = None, namespace: object = None) -> type[Any]:
    """Stand for ``type``: make an empty class of what one may be derived from.

    Raises:
        NotAllowedError: It is not empty, or derived from something else.
    """
    if not (type(name) is str and isinstance(bases, tuple) and namespace == {}):
        raise NotAllowedError(what="type() makes empty classes only: type(name, bases, {})")
    if not all(base in allowed.BASES for base in bases):
        raise NotAllowedError(what="a class may be derived from plain classes only")
    return type(name, bases, {})


def _hashable(item: Any) -> Any:
    """Return an item as a set can have it: of a dict, what is in it."""
    return tuple(item.items()) if isinstance(item, dict) else item
