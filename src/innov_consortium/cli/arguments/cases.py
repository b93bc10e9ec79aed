"""Commands about a case or a history, or several."""

from __future__ import annotations

from typing import Any

from innov_consortium.cli.arguments.options import (
    INQUIRY,
    asked_options,
    case_option,
    details_option,
    new_command,
    register_option,
    size_option,
    without_option,
)
from innov_consortium.cli.arguments.values import capacity, day, years

__all__ = ["add"]


def add(commands: Any) -> None:
    """Add them.

    Args:
        commands: The commands there are.
    """
    _check(commands)
    _verify(commands)
    _compare(commands)
    _life(commands)
    _coverage(commands)


def _check(commands: Any) -> None:
    command = new_command(
        commands,
        "check",
        "逐条检查一份申请或一段历史",
        "check an application or a history, norm by norm",
        "check:run",
        ("text", "json", "markdown", "html"),
    )
    case_option(command)
    asked_options(command)
    command.add_argument("--inquiry", default="formation", metavar="NAME", help=INQUIRY)
    command.add_argument(
        "--readings",
        choices=("all",),
        help="逐项、再两两改读所依据的解释，说明结论是否改变"
        " / also say which readings, alone or two together, would alter the answer or a finding",
    )
    command.add_argument(
        "--receipt",
        metavar="FILE",
        help="另把回执写入一个新文件，供日后 verify 核对；已有的不同内容不覆盖"
        " / also write the receipt into a new file, to be verified later; nothing is written over",
    )
    details_option(command)


def _verify(commands: Any) -> None:
    command = new_command(
        commands,
        "verify",
        "重新核对一份回执：结论、理由是否仍与所载相同",
        "ask the question of a receipt once more: does the same come out?",
        "verify:run",
    )
    command.add_argument(
        "receipt",
        metavar="RECEIPT.json",
        help="check --receipt 写出的回执，- 为标准输入 / a receipt of check; - for stdin",
    )
    command.add_argument(
        "case",
        metavar="FILE.json",
        help="当时所查的案例或历史 / the case or history it was made of",
    )
    register_option(command)
    size_option(command)
    command.add_argument(
        "--policy",
        metavar="CODE",
        help="只在这个政策中找，默认按回执所载的代码和版本选取"
        " / look at this policy only; by default the one of the receipt's code and edition",
    )
    without_option(command)


def _compare(commands: Any) -> None:
    command = new_command(
        commands,
        "compare",
        "各日的结论并列，并列出何处改变",
        "the answers of several days side by side, and what altered",
        "compare:run",
    )
    case_option(command)
    asked_options(command, several=True)
    command.add_argument(
        "--inquiry",
        action="append",
        metavar="NAME",
        help=f"{INQUIRY}；可重复 / may be repeated",
    )
    details_option(command)


def _life(commands: Any) -> None:
    for name, zh, en in (
        ("replay", "某日的状态：由历史得出", "the state on a day, from a history"),
        ("acts", "接下来可以做什么，为什么不可以", "what may be done next, and why not"),
        ("audit", "所记录的行为当时是否合乎条文", "whether what happened was lawful"),
        ("duties", "谁对谁负有什么职责", "who owes what to whom"),
    ):
        command = new_command(commands, name, zh, en, f"life:run_{name}")
        command.add_argument(
            "history", metavar="HISTORY.json", help="历史，- 为标准输入 / the history; - for stdin"
        )
        size_option(command)
        asked_options(command)
        if name == "replay":
            command.add_argument(
                "--known-on",
                type=day,
                metavar="DATE",
                help="按哪一天所知，默认为所问之日 / as known on that day; the day asked about"
                " by default",
            )
        if name == "audit":
            command.add_argument(
                "--hindsight",
                action="store_true",
                help="按所问之日所知，连同事后才记录的"
                " / by what had happened, even if it was recorded only afterwards",
            )
        if name in ("acts", "audit"):
            details_option(command)


def _coverage(commands: Any) -> None:
    command = new_command(
        commands,
        "coverage",
        "周期内由专家评价谁、何时评价：安排建议",
        "whom to evaluate in which year of a cycle: a proposal",
        "coverage:run",
    )
    command.add_argument(
        "histories",
        nargs="+",
        metavar="HISTORY.json",
        help="历史，每个联合体一份；- 为标准输入 / the histories, one a consortium; - for stdin",
    )
    size_option(command)
    asked_options(command)
    command.add_argument(
        "--cycle",
        type=years,
        required=True,
        metavar="YEAR[-YEAR]",
        help="周期的首年；条文没有写明年数的，并写末年"
        " / its first year, and the last one where the text does not say how long it is",
    )
    command.add_argument(
        "--capacity",
        type=capacity,
        action="append",
        default=[],
        metavar="[YEAR=]N",
        help="每年（或该年）最多能评价几个，可重复；没有写的没有上限"
        " / how many can be evaluated in each year, or in that one; may be repeated;"
        " where none is given there is no limit",
    )
