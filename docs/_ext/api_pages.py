"""The table of public names, made from the package itself."""

from __future__ import annotations

import inspect

import innov_consortium

__all__ = ["public_names"]


def public_names(_: str, locale: str) -> str:
    """Return every public name with its module and the first sentence of its docstring."""
    head = "| 名称 | 所在模块 | 说明 |" if locale != "en" else "| name | module | what it is |"
    rows = [_row(name) for name in innov_consortium.__all__]
    return "\n".join([head, "| --- | --- | --- |", *rows])


def _row(name: str) -> str:
    value = getattr(innov_consortium, name)
    module = value.__module__
    summary = (inspect.getdoc(value) or "").partition("\n")[0]
    link = f"{{py:obj}}`{name} <{module}.{name}>`"
    return f"| {link} | `{module.removeprefix('innov_consortium.')}` | {_plain(summary)} |"


def _plain(text: str) -> str:
    """Return a sentence of a docstring with its code as Markdown has it."""
    return text.replace("``", "`").replace("|", "\\|")
