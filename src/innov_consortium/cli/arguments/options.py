"""Options that several commands have in common, each added in one place."""

from __future__ import annotations

import argparse
from typing import Any

from innov_consortium.cli.arguments.values import day, size

__all__ = [
    "INQUIRY",
    "asked_options",
    "case_option",
    "day_option",
    "details_option",
    "edition_options",
    "new_command",
    "plot_option",
    "policy_options",
    "published_options",
    "reading_option",
    "reform_option",
    "register_option",
    "size_option",
    "without_option",
]

#: What ``--inquiry`` may be, in the help of the commands that have it.
INQUIRY = (
    "所问事项，默认 formation；formation、admissibility 须有申请，filing、procedure、change、"
    "withdrawal、evaluation、revocation_grounds、project_eligibility、support_amount 须有历史"
    " / the question (default: formation); formation and admissibility are asked of an"
    " application, the others of a history"
)


def new_command(
    commands: Any,
    name: str,
    zh: str,
    en: str,
    run: str,
    formats: tuple[str, ...] = ("text", "json"),
) -> argparse.ArgumentParser:
    """Add a command with what every command has: a language and a format."""
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=f"{zh} / {en}", description=f"{zh} / {en}"
    )
    command.set_defaults(run=run)
    command.add_argument(
        "--lang",
        default="zh_CN",
        metavar="zh_CN|en",
        help="语言，默认中文 / language, Chinese by default",
    )
    command.add_argument(
        "--format",
        choices=formats,
        default=formats[0],
        help="输出格式 / form of the output (default: %(default)s)",
    )
    return command


def case_option(command: argparse.ArgumentParser) -> None:
    """Add the case or history asked about."""
    command.add_argument(
        "case",
        metavar="FILE.json",
        help="案例，或有 events 的历史；- 为标准输入"
        " / a case, or a history, which has events; - for stdin",
    )
    register_option(command)
    size_option(command)


def register_option(command: argparse.ArgumentParser) -> None:
    """Add a register kept apart."""
    command.add_argument(
        "--register",
        metavar="REGISTER.json",
        help="另行保存的登记簿，供本身没有登记簿的案例、历史使用"
        " / a register kept apart, for a case or a history that has none",
    )


def size_option(command: argparse.ArgumentParser) -> None:
    """Add how large a file may be."""
    command.add_argument(
        "--max-bytes",
        type=size,
        metavar="N",
        help="文件至多多少字节，默认 1000000 / most bytes of a file (default: 1000000)",
    )


def plot_option(command: Any, zh: str, en: str) -> None:
    """Add the file that a plot is drawn into."""
    command.add_argument(
        "--plot",
        metavar="FILE.svg|.png",
        help=f"作图写入此文件，已有的覆盖：{zh}；须安装可选依赖 plots"
        f" / draw {en} into this file, over what is there; needs the extra plots",
    )


def reform_option(command: argparse.ArgumentParser) -> None:
    """Add reforms."""
    command.add_argument(
        "--reform",
        action="append",
        default=[],
        metavar="REFORM.json",
        help="一项改动：若干数字、解释，及其适用的日期，可重复"
        " / a reform: figures and readings with the days they are for; may be repeated",
    )


def asked_options(command: argparse.ArgumentParser, *, several: bool = False) -> None:
    """Add the day or days, and all that says of which policy, read and published how."""
    more = "，两天或更多，重复写 / the days asked about, two or more, each with --on"
    command.add_argument(
        "--on",
        type=day,
        required=True,
        action="append" if several else "store",
        metavar="DATE",
        help="所问之日" + (more if several else " / the day asked about"),
    )
    published_options(command)


def published_options(command: argparse.ArgumentParser) -> None:
    """Add all that says of which policy, read and published how."""
    policy_options(command)
    command.add_argument(
        "--published-on",
        type=day,
        metavar="DATE",
        help="公布日期，须有下两项 / the day of publication; needs the next two",
    )
    command.add_argument("--document", metavar="TEXT", help="公布的出处 / where it was published")
    command.add_argument(
        "--published-text",
        metavar="FILE",
        help="公布的全文，用以核对与本库所载是否同一文本 / the text published, to be compared",
    )
    command.add_argument(
        "--suppose-published",
        type=day,
        metavar="DATE",
        help="假定的公布日期，结果带标记 / a supposed day of publication; the result is marked",
    )
    reading_option(command)


def reading_option(command: argparse.ArgumentParser) -> None:
    """Add readings chosen otherwise."""
    command.add_argument(
        "--reading",
        action="append",
        default=[],
        metavar="NAME=VALUE|FILE.json",
        help="采用另一种解释，可重复；名称也可写条目（B01=b），也可写在 JSON 文件里"
        " / read a disputed wording otherwise; may be repeated; the name may be an entry (B01=b),"
        " or a file of JSON may hold them",
    )


def details_option(command: argparse.ArgumentParser) -> None:
    """Add whether sources and places are printed."""
    command.add_argument(
        "--details",
        action="store_true",
        help="并列出出处、模块和行号 / also print sources, modules and lines",
    )


def policy_options(command: argparse.ArgumentParser) -> None:
    """Add which policy is asked, and which plugins are left out."""
    command.add_argument(
        "--policy",
        metavar="CODE",
        help="代码或别名；只装一个时可省略 / code or alias; optional if there is only one",
    )
    without_option(command)


def edition_options(command: argparse.ArgumentParser) -> None:
    """Add what tells apart the texts of a region, for a command that asks about no day."""
    day_option(command)
    without_option(command)


def day_option(command: argparse.ArgumentParser, *, else_all: bool = False) -> None:
    """Add the day that tells the texts of a region apart."""
    zh, en = ("，不写即逐个查", "; all of them, one by one, if not given") if else_all else ("", "")
    command.add_argument(
        "--on",
        type=day,
        metavar="DATE",
        help=f"一个地区有几个文本的，用该日施行的{zh}"
        f" / where a region has several texts, the one in force on that day{en}",
    )


def without_option(command: argparse.ArgumentParser) -> None:
    """Add which plugins are left out."""
    command.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="PLUGIN",
        help="不用这个插件，写插件名或者发行包名，可重复"
        " / as if this plugin were not installed, by its name or its distribution's; may be"
        " repeated",
    )
