"""Commands for authors of policy packages."""

from __future__ import annotations

from typing import Any

from innov_consortium.cli.arguments.options import day_option, new_command, without_option
from innov_consortium.cli.arguments.values import mutants

__all__ = ["add"]


def add(commands: Any) -> None:
    """Add them.

    Args:
        commands: The commands there are.
    """
    _kit(commands)
    _new_policy(commands)


def _kit(commands: Any) -> None:
    command = new_command(
        commands,
        "kit",
        "查一个政策包是否齐备、准确：逐项、逐条列出",
        "whether a policy package keeps to all it has to, check by check, provision by provision",
        "kit:run",
        ("text", "markdown", "json"),
    )
    command.add_argument(
        "code",
        metavar="CODE",
        help="GB/T 2260 代码、别名，或者插件名 / GB/T 2260 code, alias, or name of the plugin",
    )
    day_option(command, else_all=True)
    without_option(command)
    command.add_argument(
        "--mutants",
        type=mutants,
        metavar="N|all|none",
        help="改错试验试多少处，默认小的政策全部、大的抽若干"
        " / how many mutants to try; by default all of a small policy, some of a large one",
    )
    command.add_argument(
        "--seed",
        type=int,
        default=0,
        metavar="N",
        help="抽样的种子，默认 0 / the seed of what is drawn (default: 0)",
    )


def _new_policy(commands: Any) -> None:
    command = new_command(
        commands,
        "new-policy",
        "新建一个地区的政策包：示例文本、条文页、例子和检查齐全，换成原文即可",
        "begin a region's policy package: a sample text with pages, examples and checks, to be"
        " replaced by the real one",
        "new_policy:run",
    )
    command.add_argument(
        "folder",
        metavar="DIR",
        help="写入该文件夹，须不存在或者是空的 / where to, a folder that is not there or is empty",
    )
    command.add_argument(
        "--data",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="一项回答，可重复，如 region=示例市、code=990200；没有写的会询问"
        " / an answer, may be repeated; what is not given is asked",
    )
    command.add_argument(
        "--defaults",
        action="store_true",
        help="不询问，其余各项取默认值 / do not ask: take the defaults for the rest",
    )
