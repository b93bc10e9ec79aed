"""The package a policy is brought in: its modules as source and as code, and its files."""

from __future__ import annotations

import ast
import importlib
import importlib.resources
import importlib.util
import pkgutil
import sys
from collections.abc import Iterator
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import Path
from types import ModuleType

from attrs import frozen

from innov_consortium.core.clauses import Clause
from innov_consortium.core.policy import Policy
from innov_consortium.rendering import messages_package

__all__ = ["Module", "Package", "package_of"]

_APART = ("tests", "conftest")


@frozen
class Module:
    """A module of a policy's package.

    Args:
        name: Its full name.
        source: Its text; empty where there is none.
        error: Why it cannot be imported; empty if it can.
    """

    name: str
    source: str
    error: str = ""

    @property
    def short(self) -> str:
        """Its name without the packages around it."""
        return self.name.rpartition(".")[2]

    @property
    def tree(self) -> ast.Module:
        """Its source, parsed."""
        return ast.parse(self.source)

    @property
    def loaded(self) -> ModuleType | None:
        """The module as it was imported; ``None`` if it cannot be."""
        return sys.modules.get(self.name)


@frozen(slots=False)
class Package:
    """A package, read once.

    Args:
        name: Its name.
    """

    name: str

    @cached_property
    def files(self) -> Traversable:
        """Its folder."""
        return importlib.resources.files(self.name)

    @cached_property
    def modules(self) -> tuple[Module, ...]:
        """Its modules and those of the packages in it, each imported if it can be."""
        return tuple(_module(name) for name in (self.name, *_below(self.name)))

    def text(self, path: str) -> str | None:
        """Return the text of one of its files; ``None`` if there is none, or if it is no UTF-8."""
        file = self.files.joinpath(path)
        if not file.is_file():
            return None
        try:
            return file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            return None

    @property
    def verbatim(self) -> tuple[str, ...]:
        """The names of its files with the text as published."""
        names = (f.name for f in self.files.iterdir())
        return tuple(sorted(name for name in names if name.endswith(".zh_CN.txt")))


def package_of(policy: Policy) -> Package | None:
    """Return the package a policy is brought in; ``None`` if its clauses stand in a bare module."""
    found = messages_package(policy)
    if found is None:
        norms = (norm for inquiry in policy.inquiries for norm, _ in inquiry.norms)
        clauses = [norm for norm in norms if isinstance(norm, Clause)]
        module = (*clauses, policy.in_time.commencement)[0].__module__
        around = module if hasattr(sys.modules.get(module), "__path__") else ""
        found = around or module.rpartition(".")[0]
        if not _is_of_a_policy(found):
            return None
    return Package(found)


def _is_of_a_policy(name: str) -> bool:
    """Return whether a package holds a ledger: a namespace around bare modules does not."""
    if not name or importlib.util.find_spec(name) is None:
        return False
    return importlib.resources.files(name).joinpath("ledger.tsv").is_file()


def _below(name: str) -> Iterator[str]:
    package = importlib.import_module(name)
    for one in pkgutil.iter_modules(package.__path__, f"{name}."):
        short = one.name.rpartition(".")[2]
        if short in _APART or short.startswith("test_"):
            continue
        yield one.name
        if one.ispkg:
            yield from _below(one.name)


def _module(name: str) -> Module:
    error = ""
    try:
        importlib.import_module(name)
    except Exception as wrong:  # noqa: BLE001 - whatever it raises is told, under its name
        error = f"{type(wrong).__name__}: {wrong}"
    return Module(name, _source(name), error)


def _source(name: str) -> str:
    """Return the source of a module, also where a loader that has none to show has loaded it.

    Pytest's own loader rewrites what a plugin of its is installed with, and shows no source.
    """
    spec = importlib.util.find_spec(name)
    shown: str | None = getattr(spec and spec.loader, "get_source", lambda _: None)(name)
    if shown is None and spec is not None and spec.origin is not None:
        shown = Path(spec.origin).read_text(encoding="utf-8")
    return shown or ""
