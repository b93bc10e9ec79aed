"""Functions made again from their source, with one place of it changed."""

from __future__ import annotations
import __future__

import ast
import copy
import inspect
import textwrap
from collections.abc import Callable, Mapping
from types import CellType, CodeType, FunctionType
from typing import Any

from attrs import frozen

__all__ = ["Rewritten", "key_of", "replaced_in", "rewritten_as", "tree_of", "with_code"]


@frozen
class Rewritten:
    """The source of a function, compiled with a change.

    Args:
        function: The function as it is.
        code: Its changed code.
        names: What the changed code calls besides what the function's module knows.
    """

    function: Any  # a FunctionType, which a type checker would take for a method here
    code: CodeType
    names: Mapping[str, Any]


def key_of(function: Any) -> str:
    """Return ``module:name`` of a function, a fact or a clause."""
    return f"{function.__module__}:{function.__qualname__}"


def tree_of(function: FunctionType) -> ast.FunctionDef | None:
    """Return the source of a function without decorators, hints and docstring.

    ``None`` if there is no source, or if it is a lambda.
    """
    try:
        source = textwrap.dedent(inspect.getsource(function))
        (tree,) = ast.parse(source).body
    except (OSError, TypeError, SyntaxError, ValueError):
        return None
    if not isinstance(tree, ast.FunctionDef):
        return None
    ast.increment_lineno(tree, function.__code__.co_firstlineno - 1)
    tree.decorator_list = []
    if ast.get_docstring(tree, clean=False) is not None:
        tree.body = tree.body[1:] or [ast.Pass()]
    bare: ast.FunctionDef = _Bare().visit(tree)
    return ast.fix_missing_locations(bare)


class _Bare(ast.NodeTransformer):
    """Leaves out hints: they are no part of what a function does."""

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        node.returns = None
        self.generic_visit(node)
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.stmt:
        self.generic_visit(node)
        if node.value is None:
            return ast.copy_location(ast.Pass(), node)
        plain = ast.Assign(targets=[node.target], value=node.value)
        return ast.copy_location(plain, node)


def replaced_in(
    tree: ast.FunctionDef, number: int, change: Callable[[Any], ast.AST]
) -> ast.FunctionDef:
    """Return a copy of a tree with one node exchanged.

    Args:
        tree: The tree.
        number: Which node, as ``ast.walk`` counts them from nought.
        change: Makes the node that takes its place; it may change the node given and return it.
    """
    fresh = copy.deepcopy(tree)
    target = list(ast.walk(fresh))[number]
    new = ast.copy_location(change(target), target)
    if new is not target:
        _put(fresh, target, new)
    return ast.fix_missing_locations(fresh)


def _put(tree: ast.AST, target: ast.AST, new: ast.AST) -> None:
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is target:
                setattr(parent, name, new)
                return
            if isinstance(value, list):
                for n, one in enumerate(value):
                    if one is target:
                        value[n] = new
                        return


def rewritten_as(
    function: FunctionType, tree: ast.FunctionDef, names: Mapping[str, Any]
) -> Rewritten:
    """Compile a changed tree into the code of a function.

    Args:
        function: The function as it is.
        tree: Its changed source.
        names: What the tree calls besides what the function's module knows.
    """
    body: list[ast.stmt] = [tree]
    free = function.__code__.co_freevars
    if free:
        around = ast.parse(f"def around({', '.join(free)}): pass").body[0]
        assert isinstance(around, ast.FunctionDef)  # noqa: S101 - it was written just now
        around.body = [tree]
        body = [around]
    module = ast.fix_missing_locations(ast.Module(body=body, type_ignores=[]))
    flags = __future__.annotations.compiler_flag
    filename = function.__code__.co_filename
    code = compile(module, filename, "exec", flags=flags, dont_inherit=True)
    found = _named(code, function.__name__)
    return Rewritten(function, found.replace(co_qualname=function.__qualname__), names)


def _named(code: CodeType, name: str) -> CodeType:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            return one if one.co_name == name else _named(one, name)
    raise LookupError(name)


def with_code(function: FunctionType, code: CodeType, scope: dict[str, Any]) -> FunctionType:
    """Return a function like another one, with other code and other globals."""
    cells = dict(zip(function.__code__.co_freevars, function.__closure__ or (), strict=True))
    closure: tuple[CellType, ...] = tuple(cells[name] for name in code.co_freevars)
    new = FunctionType(code, scope, function.__name__, function.__defaults__, closure)
    new.__kwdefaults__ = function.__kwdefaults__
    new.__annotations__ = function.__annotations__
    new.__doc__ = function.__doc__
    new.__module__ = function.__module__
    new.__qualname__ = function.__qualname__
    new.__dict__.update(function.__dict__)
    return new
