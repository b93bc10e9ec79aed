"""Putting changed code into functions that exist, so that nothing has to be imported again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType

from attrs import frozen
from mutation.generic import SourceMutant

__all__ = ["CannotSwapError", "Living", "swap"]


class CannotSwapError(Exception):
    """The changed code does not fit into the function that exists."""


@frozen
class Living:
    """The functions that exist, by file, qualified name and first line of their code."""

    functions: dict[tuple[str, str, int], list[FunctionType]]

    @classmethod
    def found(cls, root: Path) -> Living:
        """Find those of this project."""
        functions: dict[tuple[str, str, int], list[FunctionType]] = {}
        for one in gc.get_objects():
            if type(one) is FunctionType and one.__code__.co_filename.startswith(str(root)):
                functions.setdefault(_key(one.__code__), []).append(one)
        return cls(functions)


def swap(living: Living, root: Path, mutant: SourceMutant) -> int:
    """Put the changed code into every function that has the code unchanged.

    Returns:
        How many functions were changed.

    Raises:
        CannotSwapError: It does not fit, or there is no such function.
    """
    filename = str(root / mutant.file)
    module = compile(mutant.text, filename, "exec", dont_inherit=True)
    changed = {_key(code): code for code in _codes(module)}
    inner = f"{mutant.function}.<locals>."
    swapped = 0
    for key, code in changed.items():
        _, name, line = key
        its_own = name == mutant.function and line == mutant.line
        if its_own or name.startswith(inner):
            for function in living.functions.get(key, ()):
                try:
                    function.__code__ = code
                except ValueError as error:
                    raise CannotSwapError(mutant.id) from error
                swapped += its_own
    if not swapped:
        raise CannotSwapError(mutant.id)
    return swapped


def _key(code: CodeType) -> tuple[str, str, int]:
    return code.co_filename, code.co_qualname, code.co_firstlineno


def _codes(code: CodeType) -> Iterator[CodeType]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield one
            yield from _codes(one)
