"""The options of the installed tests, known to pytest before it looks for any test.

pytest reads no ``conftest`` of ``--pyargs`` in time for options, so these come by an entry point.
The module is loaded with every pytest in the environment and imports nothing of the library.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

__all__ = ["pytest_addoption"]


def pytest_addoption(parser: Any) -> None:
    """Add the options that say which policy the kit is asked about, and how many mutants it tries.

    Where another plugin has an option of that name it stays as it is.
    """
    group = parser.getgroup(
        "innov-consortium", "innov-consortium: 政策包的检查 / the conformance kit"
    )
    for name, options in (
        ("--policy", {"metavar": "CODE", "help": "政策代码或别名 / code or alias of the policy"}),
        (
            "--on",
            {"metavar": "DATE", "help": "有几个文本的，用该日施行的 / the text in force that day"},
        ),
        (
            "--without",
            {
                "metavar": "PLUGIN",
                "action": "append",
                "default": [],
                "help": "不用这个插件，可重复 / as if this plugin were not installed",
            },
        ),
        (
            "--mutants",
            {"metavar": "N|all|none", "default": "none", "help": "改错试验 / mutants to try"},
        ),
        ("--kit-seed", {"metavar": "N", "type": int, "default": 0, "help": "种子 / the seed"}),
    ):
        with suppress(ValueError):
            group.addoption(name, **options)
