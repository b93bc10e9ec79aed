"""What may be asked on the command line, in Chinese and in English."""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

from innov_consortium.cli.arguments import authors, cases, law, populations

__all__ = ["make_parser"]


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage()
        self.exit(2, f"{self.prog}: 参数有误 / unusable arguments: {message}\n")

    def print_usage(self, file: Any = None) -> None:
        import sys  # noqa: PLC0415 - messages go to stderr, whatever argparse would choose

        super().print_usage(file or sys.stderr)


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = _Parser(
        prog="innov-consortium",
        description="创新联合体管理办法，逐条可执行。"
        " What a measure on innovation consortia says about a case on a day, norm by norm.",
    )
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(required=True, metavar="命令/COMMAND")
    cases.add(commands)
    populations.add(commands)
    law.add(commands)
    authors.add(commands)
    return parser


def _version() -> str:
    from importlib.metadata import version  # noqa: PLC0415 - wanted by one option

    return f"innov-consortium {version('innov-consortium')}"
