"""Commands about whole populations."""

from __future__ import annotations

from typing import Any

from innov_consortium.cli.arguments.options import (
    INQUIRY,
    new_command,
    plot_option,
    published_options,
    reform_option,
    register_option,
    size_option,
)
from innov_consortium.cli.arguments.values import size, years

__all__ = ["add"]


def add(commands: Any) -> None:
    """Add them.

    Args:
        commands: The commands there are.
    """
    _assess(commands)
    _simulate(commands)


def _assess(commands: Any) -> None:
    command = new_command(
        commands,
        "assess",
        "整批判断：数据表中的每一件申请，用判断单件的同一批条款",
        "assess whole tables of applications, by the clauses that decide one",
        "assess:run",
    )
    command.add_argument(
        "applications",
        metavar="APPLICATIONS.parquet|.csv",
        help="申请，一行一件；有哪些列见 schema --frames"
        " / one row an application; for the columns see schema --frames",
    )
    command.add_argument(
        "members",
        nargs="?",
        metavar="MEMBERS.parquet|.csv",
        help="参与单位，一行一家 / one row a participating unit",
    )
    command.add_argument(
        "--on",
        required=True,
        metavar="DATE|COLUMN",
        help="所问之日，或者载明该日的列 / the day asked about, or the column that says which",
    )
    command.add_argument("--inquiry", default="formation", metavar="NAME", help=INQUIRY)
    command.add_argument(
        "--items",
        action="append",
        default=[],
        metavar="SORT=FILE",
        help="其他对象的表，一行一个，如 project=PROJECTS.parquet，可重复"
        " / a table of another sort of item, one row each; may be repeated",
    )
    register_option(command)
    size_option(command)
    command.add_argument(
        "--out",
        metavar="FILE.parquet|.csv",
        help="逐件、逐条的结果写入此文件，已有的覆盖"
        " / write the answer and every outcome of each application to this file, over what is"
        " there",
    )
    command.add_argument(
        "--failing",
        metavar="FILE.parquet|.csv",
        help="不符合或者待定的参与单位写入此文件，已有的覆盖"
        " / write the members of which something is not met or open to this file, over what is"
        " there",
    )
    command.add_argument(
        "--check",
        type=size,
        metavar="N",
        help="随机抽出 N 件，与逐件核对的结果比较；有不同的，退出码为 2"
        " / compare N rows taken at random with the check of the single case; exit status 2 if"
        " one differs",
    )
    command.add_argument(
        "--seed",
        type=int,
        default=0,
        metavar="N",
        help="抽取的种子，默认 0 / the seed of what is taken (default: 0)",
    )
    command.add_argument(
        "--number",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="改用另一数字，可重复，结果带标记"
        " / another figure, may be repeated; the result is marked",
    )
    reform_option(command)
    plot_option(
        command,
        "结论以及最常不符合或者待定的各项",
        "the answers, and what is most often not met or open",
    )
    published_options(command)


def _simulate(commands: Any) -> None:
    command = new_command(
        commands,
        "simulate",
        "让一批候选人在一项政策下过若干年：申报、审核、评价、撤销、限制，逐项由政策决定",
        "let candidates live under a policy for some years; every act is decided by the policy",
        "simulate:run",
    )
    command.add_argument(
        "behaviour",
        metavar="RATES.json",
        help="谁在何时做什么，各占多少；- 为标准输入 / who does what and when, and how many; - for"
        " stdin",
    )
    command.add_argument(
        "--like",
        metavar="CASE.json",
        help="候选人的申请与此案例相同，单位另行虚构；有 --members 时只取单位以外的内容"
        " / candidates apply as in this case, with made-up units; with --members only what is not"
        " about units is taken from it",
    )
    command.add_argument(
        "--candidates",
        type=size,
        metavar="N",
        help="候选人数，默认 100 / how many candidates there are (default: 100)",
    )
    command.add_argument(
        "--members",
        metavar="FILE.csv|.parquet",
        help="候选人的单位，每行一个：candidate、role、name、id、kind……"
        " / the units of the candidates, one a row: candidate, role, name, id, kind …",
    )
    command.add_argument(
        "--years",
        type=years,
        required=True,
        metavar="YEAR[-YEAR]",
        help="首年和末年 / the first year and the last one",
    )
    command.add_argument(
        "--seed",
        type=int,
        default=0,
        metavar="N",
        help="随机数的种子，默认 0；种子相同，结果相同 / the seed (default: 0); the same seed, the"
        " same result",
    )
    command.add_argument(
        "--processes",
        type=size,
        default=1,
        metavar="N",
        help="用几个进程，默认 1；不影响结果 / how many processes (default: 1); the result is the"
        " same",
    )
    command.add_argument(
        "--numbers",
        metavar="NUMBERS.json",
        help="改用其他数字，结果带标记 / other figures; the result is marked",
    )
    reform_option(command)
    command.add_argument(
        "--out",
        metavar="FILE.csv|.parquet",
        help="逐人逐年的结果写入此文件，已有的覆盖"
        " / write what came of every candidate in every year to this file, over what is there",
    )
    plot_option(
        command, "每年年末各处于何种状态", "the state of candidates at the end of each year"
    )
    size_option(command)
    published_options(command)
