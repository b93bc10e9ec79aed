"""What is public in the packages a host calls: every function, method and class, by name."""

from __future__ import annotations

import enum
import inspect
from collections.abc import Callable, Iterator
from functools import cached_property
from types import CodeType, FunctionType, ModuleType
from typing import Any, get_origin

from tests.architecture.uses import modules

from innov_consortium.core.clauses import Clause, Fact, Items
from innov_consortium.core.policy import Policy

__all__ = ["classes", "constants", "functions", "functions_of"]


def names(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """Yield what a module makes public and defines itself, by its full name."""
    for name in getattr(module, "__all__", ()):
        value = inspect.unwrap(getattr(module, name))
        if getattr(value, "__module__", module.__name__) == module.__name__:
            yield f"{module.__name__.removeprefix('innov_consortium.')}.{name}", value


def functions() -> dict[CodeType, str]:
    """Return the code of every public function and of every method of a public class."""
    found: dict[CodeType, str] = {}
    for module in modules():
        for name, value in names(module):
            if isinstance(value, FunctionType):
                found[value.__code__] = name
            elif inspect.isclass(value) and not getattr(value, "_is_protocol", False):
                found |= {code: f"{name}.{own}" for own, code in _methods(value)}
    return found


def functions_of(policy: Policy) -> dict[CodeType, str]:
    """Return the code of every fact, sort of items and clause of a policy."""
    norms = [norm for norm in policy.every_norm if isinstance(norm, Clause)]
    named: list[Fact[..., Any] | Items[..., Any] | Clause[...]]
    named = [*policy.facts, *policy.items, *norms]
    found = {one.function.__code__: f"{policy.code}.{one.name}" for one in named}
    for norm in norms:
        for function in (norm.force, norm.displaces):
            if isinstance(function, FunctionType):
                found[function.__code__] = f"{policy.code}.{function.__name__}"
    return found


def classes() -> dict[str, type[Any]]:
    """Return every public class, by its full name."""
    return {
        name: value
        for module in modules()
        for name, value in names(module)
        if inspect.isclass(value)
    }


def constants() -> dict[str, Any]:
    """Return every public value that is neither a class nor a function, by its full name."""
    return {
        name: value
        for module in modules()
        for name, value in names(module)
        if not inspect.isclass(value) and not callable(value) and get_origin(value) is None
    }


def _methods(cl: type[Any]) -> Iterator[tuple[str, CodeType]]:
    """Yield the public methods and properties that a class defines itself."""
    by_attrs: tuple[Any, ...] = getattr(vars(cl).get("__getattr__"), "__defaults__", None) or ({},)
    for name, value in {**vars(cl), **by_attrs[0]}.items():  # attrs keeps cached properties there
        function = _function(value)
        if name.startswith("_") or function is None:
            continue
        if function.__module__ == cl.__module__:
            yield name, function.__code__


def _function(value: Any) -> Callable[..., Any] | None:
    if isinstance(value, enum.property | property):
        value = value.fget
    elif isinstance(value, classmethod | staticmethod):
        value = value.__func__
    elif isinstance(value, cached_property):
        value = value.func
    return value if isinstance(value, FunctionType) else None
