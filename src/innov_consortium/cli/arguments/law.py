"""Commands about the law encoded: its lists, its cases, its documents."""

from __future__ import annotations

from typing import Any

from innov_consortium.cli.arguments.options import (
    INQUIRY,
    day_option,
    edition_options,
    new_command,
    policy_options,
    reading_option,
    without_option,
)

__all__ = ["add"]


def add(commands: Any) -> None:
    """Add them.

    Args:
        commands: The commands there are.
    """
    _listings(commands)
    _schema(commands)
    _diagram(commands)
    _cases(commands)
    _boundaries(commands)


def _listings(commands: Any) -> None:
    command = new_command(
        commands,
        "policies",
        "列出已安装的政策及被拒绝的插件",
        "list installed policies and refused plugins",
        "listings:policies",
    )
    without_option(command)
    for name, zh, en, run in (
        (
            "ledger",
            "列出每一条款的原文与所在",
            "every provision, its text and where",
            "ledger:run",
        ),
        ("numbers", "列出条文中的数字", "the figures the text states", "listings:numbers"),
        (
            "outline",
            "列出政策由什么构成：问什么、谁做什么、谁有什么职责，供逐行对照条文",
            "what a policy is put together from, to be read beside the text",
            "outline:run",
        ),
        (
            "articles",
            "运行已安装政策的条文页：原文、解释和例子",
            "run the executable pages of an installed policy",
            "articles:run",
        ),
        ("readings", "列出有争议的措词及其解释", "the disputed wordings", "listings:readings"),
    ):
        command = new_command(commands, name, zh, en, run)
        command.add_argument(
            "code", nargs="?", metavar="CODE", help="GB/T 2260 代码或别名 / GB/T 2260 code or alias"
        )
        edition_options(command)
        if name == "articles":
            command.add_argument(
                "page",
                nargs="*",
                metavar="N",
                help="只运行这些条，如 5 11；默认全部 / these articles only, all by default",
            )
            command.add_argument(
                "--show", action="store_true", help="打印页面，不运行 / print the pages instead"
            )
        if name == "ledger":
            command.add_argument(
                "--fact",
                metavar="NAME",
                help="只列一项事实、数字或解释：由何得出，什么以它为据"
                " / one fact, figure or reading: where it comes from and what rests on it",
            )


def _cases(commands: Any) -> None:
    command = new_command(
        commands, "cases", "运行案例文件", "run a file of cases in the neutral format", "cases:run"
    )
    command.add_argument("file", metavar="FILE.jsonl", help="案例，- 为标准输入 / the cases")
    policy_options(command)
    day_option(command)


def _boundaries(commands: Any) -> None:
    command = new_command(
        commands,
        "boundaries",
        "每个界限以下、恰好、以上的情形及其结果，供逐例核对签字",
        "the cases below, at and above every threshold, for lawyers to sign",
        "boundaries:run",
        ("markdown", "jsonl", "json"),
    )
    command.add_argument(
        "code", nargs="?", metavar="CODE", help="GB/T 2260 代码或别名 / GB/T 2260 code or alias"
    )
    edition_options(command)
    command.add_argument(
        "--blank",
        action="store_true",
        help="不填结果，供他人只根据条文填写 / leave out the outcomes, for others to fill in",
    )
    reading_option(command)


def _schema(commands: Any) -> None:
    command = new_command(
        commands,
        "schema",
        "一种文档的 JSON Schema（2020-12），供其他程序核对；不写名称即列出有哪些",
        "the JSON Schema (2020-12) of a document, for other programs to check by;"
        " without a name, which there are",
        "schema:run",
        ("text", "json", "markdown"),
    )
    command.add_argument(
        "name", nargs="?", metavar="NAME", help="文档的名称，如 case / the document, such as case"
    )
    command.add_argument(
        "--policy",
        metavar="CODE",
        help="只许该政策的事件类型，并在字段上标出读取它的条文（x-provision）；不写即唯一安装的政策，"
        "写 none 即适用于任何政策"
        " / only that policy's sorts of events, and on each field the provisions that read it"
        " (x-provision); the only one installed if not given; none: for any policy",
    )
    edition_options(command)
    command.add_argument(
        "--into",
        metavar="FOLDER",
        help="写入该文件夹：NAME.schema.json；不写名称即写入全部"
        " / write to that folder, NAME.schema.json; all of them without a name",
    )
    command.add_argument(
        "--frames",
        action="store_true",
        help="列出整批判断（assess）读取的各列：类型、单位、可选的词；空值即不明"
        " / the columns that assess reads: types, units, words; null is unknown",
    )
    command.add_argument(
        "--inquiry", default="formation", metavar="NAME", help=f"与 --frames 同用：{INQUIRY}"
    )


def _diagram(commands: Any) -> None:
    command = new_command(
        commands,
        "diagram",
        "把办理流程画成图",
        "draw the procedure",
        "diagram:run",
        ("mermaid", "dot", "svg"),
    )
    command.add_argument(
        "code", nargs="?", metavar="CODE", help="GB/T 2260 代码或别名 / GB/T 2260 code or alias"
    )
    edition_options(command)
    reading_option(command)
