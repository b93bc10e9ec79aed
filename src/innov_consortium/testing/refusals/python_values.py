"""Values that JSON cannot hold, written as Python: evaluated by what is on a list and nothing else.

Only literals, a few names and methods, comprehensions and plain statements are understood: there is
no import, no attribute of an object's insides, and what is made is bounded in size and in work.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any, Final

from attrs import define, field

from innov_consortium.testing.refusals.python_bounds import NotAllowedError
from innov_consortium.testing.refusals.python_expressions import Expressions, empty_class
from innov_consortium.testing.refusals.python_names import NAMES

__all__ = ["NotAllowedError", "evaluate"]

_LONGEST_SOURCE: Final = 2_000


def evaluate(source: str, names: Mapping[str, Any] | None = None) -> Any:
    """Return the value a text of Python stands for: of its last expression, or the last name bound.

    Args:
        source: An expression, or several statements.
        names: Further names it may use.

    Raises:
        NotAllowedError: Something in it is not on the list, or would be too large.
        Exception: What the text itself raises, as ``1/0`` does.

    >>> evaluate("Decimal('NaN')")
    Decimal('NaN')
    >>> evaluate("x=[]; x.append(x)")
    [[...]]
    >>> try:
    ...     evaluate("().__class__")
    ... except NotAllowedError as error:
    ...     print(error)
    the Python value cannot be made: '__class__' may not be read
    """
    if type(source) is not str or len(source) > _LONGEST_SOURCE:
        raise NotAllowedError(what=f"it must be text of at most {_LONGEST_SOURCE} characters")
    try:
        module = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise NotAllowedError(what="it is not Python") from error
    statements = _Statements({**NAMES, **(names or {})})
    for statement in module.body:
        statements.run(statement)
    return statements.last


@define
class _Statements:
    """What runs statements, one after the other; ``last`` is the value so far."""

    names: dict[str, Any]
    expressions: Expressions = field(factory=Expressions)
    last: Any = field(default=None, init=False)

    def run(self, node: ast.stmt) -> None:
        self.expressions.budget.spend(1)
        if isinstance(node, ast.Expr):
            value = self.make(node.value)
            if value is not None or not isinstance(node.value, ast.Call):
                self.last = value
        elif isinstance(node, ast.Assign) and len(node.targets) == 1:
            self.assign(node.targets[0], self.make(node.value))
        elif isinstance(node, ast.For) and not node.orelse:
            self.repeat(node)
        elif isinstance(node, ast.ClassDef):
            self.assign(ast.Name(node.name), self.empty_class(node))
        elif isinstance(node, ast.Raise) and node.exc is not None:
            raise self.make(node.exc)
        elif not isinstance(node, ast.Pass):
            raise NotAllowedError(what=f"{type(node).__name__} is not allowed")

    def make(self, node: ast.expr) -> Any:
        return self.expressions.make(node, self.names)

    def assign(self, target: ast.expr, value: Any) -> None:
        self.expressions.bind(target, value, self.names)
        self.last = self.make(target.value) if isinstance(target, ast.Subscript) else value

    def repeat(self, node: ast.For) -> None:
        for item in self.expressions.budget.repeated(self.make(node.iter)):
            self.expressions.bind(node.target, item, self.names)
            for statement in node.body:
                self.run(statement)

    def empty_class(self, node: ast.ClassDef) -> type[Any]:
        if node.keywords or node.decorator_list or not all(_empty(one) for one in node.body):
            raise NotAllowedError(what="a class must be empty")
        return empty_class(node.name, tuple(self.make(base) for base in node.bases), {})


def _empty(node: ast.stmt) -> bool:
    says = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return says or isinstance(node, ast.Pass)
