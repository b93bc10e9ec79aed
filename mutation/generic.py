"""Generic mutants: mutmut's operators, on every function of the core and the policies.

mutmut's own runner leaves every decorated function as it is, and here every fact, clause, property
and fixture of items is decorated; so its operators are applied here, to functions with and without
decorators, and the mutants are run by :mod:`mutation.forking`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import libcst as cst
from attrs import field, frozen
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

__all__ = ["SourceMutant", "files", "mutants_in"]

PARTS = ("core", "policies")
#: As in mutmut: whatever is done to their arguments says nothing.
_CALLS_LEFT = frozenset({"len", "isinstance"})


@frozen
class SourceMutant:
    """A file with one place changed.

    Args:
        id: ``file:function:operator:n``, the n-th of that operator in that function.
        file: The file, from the root.
        function: The qualified name of the outermost function it is in.
        line: The line on which that function begins, decorators included.
        span: The first and the last line of the statement that is changed.
        before: The piece of source that is changed.
        after: What stands in its place.
        text: The changed source of the whole file.
    """

    id: str
    file: str
    function: str
    line: int
    span: tuple[int, int]
    before: str
    after: str
    text: str = field(repr=False)


def files(root: Path) -> list[str]:
    """Return the files of the core and the policies, from the root."""
    homes = (root / "src" / "innov_consortium" / part for part in PARTS)
    return sorted(p.relative_to(root).as_posix() for home in homes for p in home.rglob("*.py"))


def mutants_in(root: Path, file: str) -> Iterator[SourceMutant]:
    """Yield the mutants of a file, in the order of its lines."""
    source = (root / file).read_text("utf-8")
    wrapper = MetadataWrapper(cst.parse_module(source))
    visitor = _Places()
    wrapper.visit(visitor)
    statements = _statements(source)
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    seen: dict[tuple[str, str], int] = {}
    for place in visitor.found:
        begin = starts[place.first[0] - 1] + place.first[1]
        end = starts[place.last[0] - 1] + place.last[1]
        before, after = source[begin:end], wrapper.module.code_for_node(place.new)
        if not before[:1].isspace():
            after = after.lstrip()
        if not before[-1:].isspace():
            after = after.rstrip()
        text = f"{source[:begin]}{after}{source[end:]}"
        key = (place.function, place.operator)
        seen[key] = seen.get(key, 0) + 1
        short = file.removeprefix("src/innov_consortium/").removesuffix(".py")
        if before.strip() != after.strip():
            yield SourceMutant(
                f"{short}:{place.function}:{place.operator}:{seen[key]}",
                file,
                place.function,
                place.line,
                _span(statements, place.first[0]),
                before,
                after,
                text,
            )


@frozen
class _Place:
    function: str
    line: int
    operator: str
    first: tuple[int, int]
    last: tuple[int, int]
    new: cst.CSTNode


class _Places(cst.CSTVisitor):
    """Finds every place in a function that an operator of mutmut's changes."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self) -> None:
        self.found: list[_Place] = []
        self.within: list[str] = []
        self.function: tuple[str, int] | None = None

    def visit_ClassDef(self, node: cst.ClassDef) -> bool:  # noqa: N802 - libcst's own name
        """Note whose methods these are."""
        self.within.append(node.name.value)
        return True

    def leave_ClassDef(self, original_node: cst.ClassDef) -> None:  # noqa: ARG002, N802 - libcst's own
        """It is left."""
        self.within.pop()

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:  # noqa: N802 - libcst's own name
        """Look at the body alone, and there at what belongs to the outermost function."""
        if self.function is None and node.name.value != "__new__":
            top = node.decorators[0] if node.decorators else node
            line = self.get_metadata(PositionProvider, top).start.line
            self.function = (".".join([*self.within, node.name.value]), line)
            node.body.visit(self)
            self.function = None
        elif self.function is not None:
            node.body.visit(self)
        return False

    def visit_Annotation(self, node: cst.Annotation) -> bool:  # noqa: ARG002, N802 - libcst's own
        """Hints are no part of what a function does."""
        return False

    def on_visit(self, node: cst.CSTNode) -> bool:
        """Apply every operator that is for such a node."""
        called = node.func if isinstance(node, cst.Call) else None
        if isinstance(called, cst.Name) and called.value in _CALLS_LEFT:
            return False
        if self.function is not None and not _is_docstring(node):
            self._apply(node, *self.function)
        return bool(super().on_visit(node))

    def _apply(self, node: cst.CSTNode, function: str, line: int) -> None:
        for sort, operator in mutation_operators:
            if isinstance(node, sort):
                where: Any = self.get_metadata(PositionProvider, node, None)
                if where is None:
                    continue
                name = operator.__name__.removeprefix("operator_")
                first = (where.start.line, where.start.column)
                last = (where.end.line, where.end.column)
                self.found += [
                    _Place(function, line, name, first, last, new) for new in operator(node)
                ]


def _is_docstring(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.SimpleString) and node.value.startswith(('"""', 'r"""'))


def _statements(source: str) -> list[tuple[int, int]]:
    """Return the first and last line of every statement; of a compound one, of its header."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            last = body[0].lineno - 1 if body else node.end_lineno or node.lineno
            found.append((node.lineno, max(last, node.lineno)))
    return found


def _span(statements: list[tuple[int, int]], line: int) -> tuple[int, int]:
    around = [(first, last) for first, last in statements if first <= line <= last]
    return min(around, key=lambda s: s[1] - s[0], default=(line, line))
