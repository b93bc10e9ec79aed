"""The examples in docstrings, run for what they use and not for what they show."""

from __future__ import annotations

import contextlib
import doctest
from collections.abc import Mapping
from types import CodeType
from typing import Any

from attrs import frozen
from tests.architecture.uses import modules

__all__ = ["Example", "examples"]


@frozen
class Example:
    """The statements of one docstring's examples, compiled."""

    name: str
    statements: tuple[CodeType, ...]
    names: Mapping[str, Any]

    def run(self) -> None:
        """Run them; what is expected of them is for doctest to say."""
        names = dict(self.names)
        for statement in self.statements:
            with contextlib.suppress(Exception):  # an example of an error
                exec(statement, names)  # noqa: S102 - our own


def examples() -> tuple[Example, ...]:
    """Read the examples in the docstrings of every module spoken of."""
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = [(module, test) for module in modules() for test in finder.find(module)]
    return tuple(
        Example(
            test.name,
            tuple(compile(e.source, test.name, "single") for e in test.examples),
            vars(module),
        )
        for module, test in found
        if test.examples
    )
