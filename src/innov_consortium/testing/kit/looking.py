"""How a check is written down: its name, what it asks in words, and the function that looks."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from attrs import frozen

from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["Asking", "Look", "Looked", "NotRun", "body_of", "place_of"]


@frozen
class Looked:
    """What a check saw.

    Args:
        count: How many things it looked at.
        found: What is wrong.
        note_zh: What a reader has to know besides, in Chinese; empty if nothing.
        note_en: The same in English.
    """

    count: int
    found: Iterable[Found]
    note_zh: str = ""
    note_en: str = ""


@frozen
class NotRun:
    """That a check could not be run, and why."""

    zh: str
    en: str


Look: TypeAlias = Callable[[Subject], Looked | NotRun]


@frozen
class Asking:
    """A check.

    Args:
        name: Its name, by which ``known_gaps.tsv`` refers to it.
        zh: What it asks, in Chinese.
        en: The same in English.
        look: Looks.
    """

    name: str
    zh: str
    en: str
    look: Look


def place_of(function: Any) -> str:
    """Return module and line of a function or a class, without the packages around the module."""
    plain = inspect.unwrap(getattr(function, "function", function))
    module = str(plain.__module__).rpartition(".")[2]
    if hasattr(plain, "__code__"):
        return f"{module}.py:{plain.__code__.co_firstlineno}"
    try:
        return f"{module}.py:{inspect.getsourcelines(plain)[1]}"
    except (OSError, TypeError):
        return f"{module}.py"


def body_of(function: Any) -> tuple[ast.FunctionDef, list[ast.stmt]] | None:
    """Return the source of a function, and what stands in it after the docstring.

    ``None`` where there is no source.
    """
    try:
        source = textwrap.dedent(inspect.getsource(inspect.unwrap(function)))
        (tree,) = ast.parse(source).body
    except (OSError, TypeError, SyntaxError, ValueError):
        return None
    if not isinstance(tree, ast.FunctionDef):
        return None
    body = tree.body
    if ast.get_docstring(tree, clean=False) is not None:
        body = body[1:]
    return tree, body
