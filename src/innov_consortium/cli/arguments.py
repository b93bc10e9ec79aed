"""What may be asked on the command line, in Chinese and in English."""

from __future__ import annotations

import argparse
import re
from datetime import date
from typing import Any, NoReturn

__all__ = ["make_parser"]

_INQUIRY = (
    "所问事项，默认 formation；formation、admissibility 须有申请，filing、procedure、change、"
    "withdrawal、evaluation、revocation_grounds、project_eligibility、support_amount 须有历史"
    " / the question (default: formation); formation and admissibility are asked of an"
    " application, the others of a history"
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_SIZE = re.compile(r"[1-9][0-9]{0,17}", re.ASCII)
_YEARS = re.compile(r"([0-9]{4})(?:-([0-9]{4}))?", re.ASCII)
_NUMBER = re.compile(r"(?:([0-9]{4})=)?([0-9]{1,9})", re.ASCII)


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
    _check(commands)
    _verify(commands)
    _compare(commands)
    _life(commands)
    _coverage(commands)
    _assess(commands)
    _simulate(commands)
    _listings(commands)
    _schema(commands)
    _diagram(commands)
    _cases(commands)
    _boundaries(commands)
    _kit(commands)
    _new_policy(commands)
    return parser


def _command(
    commands: Any,
    name: str,
    zh: str,
    en: str,
    run: str,
    formats: tuple[str, ...] = ("text", "json"),
) -> argparse.ArgumentParser:
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


def _check(commands: Any) -> None:
    command = _command(
        commands,
        "check",
        "逐条检查一份申请或一段历史",
        "check an application or a history, norm by norm",
        "check:run",
        ("text", "json", "markdown", "html"),
    )
    _case(command)
    _asked(command)
    command.add_argument("--inquiry", default="formation", metavar="NAME", help=_INQUIRY)
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
    _details(command)


def _verify(commands: Any) -> None:
    command = _command(
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
    _register(command)
    _large(command)
    command.add_argument(
        "--policy",
        metavar="CODE",
        help="只在这个政策中找，默认按回执所载的代码和版本选取"
        " / look at this policy only; by default the one of the receipt's code and edition",
    )
    _without(command)


def _compare(commands: Any) -> None:
    command = _command(
        commands,
        "compare",
        "各日的结论并列，并列出何处改变",
        "the answers of several days side by side, and what altered",
        "compare:run",
    )
    _case(command)
    _asked(command, several=True)
    command.add_argument(
        "--inquiry",
        action="append",
        metavar="NAME",
        help=f"{_INQUIRY}；可重复 / may be repeated",
    )
    _details(command)


def _case(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "case",
        metavar="FILE.json",
        help="案例，或有 events 的历史；- 为标准输入"
        " / a case, or a history, which has events; - for stdin",
    )
    _register(command)
    _large(command)


def _register(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--register",
        metavar="REGISTER.json",
        help="另行保存的登记簿，供本身没有登记簿的案例、历史使用"
        " / a register kept apart, for a case or a history that has none",
    )


def _large(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--max-bytes",
        type=_size,
        metavar="N",
        help="文件至多多少字节，默认 1000000 / most bytes of a file (default: 1000000)",
    )


def _life(commands: Any) -> None:
    for name, zh, en in (
        ("replay", "某日的状态：由历史得出", "the state on a day, from a history"),
        ("acts", "接下来可以做什么，为什么不可以", "what may be done next, and why not"),
        ("audit", "所记录的行为当时是否合乎条文", "whether what happened was lawful"),
        ("duties", "谁对谁负有什么职责", "who owes what to whom"),
    ):
        command = _command(commands, name, zh, en, f"life:run_{name}")
        command.add_argument(
            "history", metavar="HISTORY.json", help="历史，- 为标准输入 / the history; - for stdin"
        )
        _large(command)
        _asked(command)
        if name == "replay":
            command.add_argument(
                "--known-on",
                type=_day,
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
            _details(command)


def _coverage(commands: Any) -> None:
    command = _command(
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
    _large(command)
    _asked(command)
    command.add_argument(
        "--cycle",
        type=_years,
        required=True,
        metavar="YEAR[-YEAR]",
        help="周期的首年；条文没有写明年数的，并写末年"
        " / its first year, and the last one where the text does not say how long it is",
    )
    command.add_argument(
        "--capacity",
        type=_capacity,
        action="append",
        default=[],
        metavar="[YEAR=]N",
        help="每年（或该年）最多能评价几个，可重复；没有写的没有上限"
        " / how many can be evaluated in each year, or in that one; may be repeated;"
        " where none is given there is no limit",
    )


def _assess(commands: Any) -> None:
    command = _command(
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
    command.add_argument("--inquiry", default="formation", metavar="NAME", help=_INQUIRY)
    command.add_argument(
        "--items",
        action="append",
        default=[],
        metavar="SORT=FILE",
        help="其他对象的表，一行一个，如 project=PROJECTS.parquet，可重复"
        " / a table of another sort of item, one row each; may be repeated",
    )
    _register(command)
    _large(command)
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
        type=_size,
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
    _reform(command)
    _plot(
        command,
        "结论以及最常不符合或者待定的各项",
        "the answers, and what is most often not met or open",
    )
    _published(command)


def _plot(command: Any, zh: str, en: str) -> None:
    command.add_argument(
        "--plot",
        metavar="FILE.svg|.png",
        help=f"作图写入此文件，已有的覆盖：{zh}；须安装可选依赖 plots"
        f" / draw {en} into this file, over what is there; needs the extra plots",
    )


def _reform(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--reform",
        action="append",
        default=[],
        metavar="REFORM.json",
        help="一项改动：若干数字、解释，及其适用的日期，可重复"
        " / a reform: figures and readings with the days they are for; may be repeated",
    )


def _simulate(commands: Any) -> None:
    command = _command(
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
        type=_size,
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
        type=_years,
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
        type=_size,
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
    _reform(command)
    command.add_argument(
        "--out",
        metavar="FILE.csv|.parquet",
        help="逐人逐年的结果写入此文件，已有的覆盖"
        " / write what came of every candidate in every year to this file, over what is there",
    )
    _plot(command, "每年年末各处于何种状态", "the state of candidates at the end of each year")
    _large(command)
    _published(command)


def _asked(command: argparse.ArgumentParser, *, several: bool = False) -> None:
    """Add the day or days, and all that says of which policy, read and published how."""
    more = "，两天或更多，重复写 / the days asked about, two or more, each with --on"
    command.add_argument(
        "--on",
        type=_day,
        required=True,
        action="append" if several else "store",
        metavar="DATE",
        help="所问之日" + (more if several else " / the day asked about"),
    )
    _published(command)


def _published(command: argparse.ArgumentParser) -> None:
    """Add all that says of which policy, read and published how."""
    _policy(command)
    command.add_argument(
        "--published-on",
        type=_day,
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
        type=_day,
        metavar="DATE",
        help="假定的公布日期，结果带标记 / a supposed day of publication; the result is marked",
    )
    _reading(command)


def _reading(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--reading",
        action="append",
        default=[],
        metavar="NAME=VALUE|FILE.json",
        help="采用另一种解释，可重复；名称也可写条目（B01=b），也可写在 JSON 文件里"
        " / read a disputed wording otherwise; may be repeated; the name may be an entry (B01=b),"
        " or a file of JSON may hold them",
    )


def _details(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--details",
        action="store_true",
        help="并列出出处、模块和行号 / also print sources, modules and lines",
    )


def _listings(commands: Any) -> None:
    command = _command(
        commands,
        "policies",
        "列出已安装的政策及被拒绝的插件",
        "list installed policies and refused plugins",
        "listings:policies",
    )
    _without(command)
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
        command = _command(commands, name, zh, en, run)
        command.add_argument(
            "code", nargs="?", metavar="CODE", help="GB/T 2260 代码或别名 / GB/T 2260 code or alias"
        )
        _edition(command)
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
    command = _command(
        commands, "cases", "运行案例文件", "run a file of cases in the neutral format", "cases:run"
    )
    command.add_argument("file", metavar="FILE.jsonl", help="案例，- 为标准输入 / the cases")
    _policy(command)
    _of_day(command)


def _boundaries(commands: Any) -> None:
    command = _command(
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
    _edition(command)
    command.add_argument(
        "--blank",
        action="store_true",
        help="不填结果，供他人只根据条文填写 / leave out the outcomes, for others to fill in",
    )
    _reading(command)


def _kit(commands: Any) -> None:
    command = _command(
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
    _of_day(command, else_all=True)
    _without(command)
    command.add_argument(
        "--mutants",
        type=_mutants,
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


def _schema(commands: Any) -> None:
    command = _command(
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
    _edition(command)
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
        "--inquiry", default="formation", metavar="NAME", help=f"与 --frames 同用：{_INQUIRY}"
    )


def _diagram(commands: Any) -> None:
    command = _command(
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
    _edition(command)
    _reading(command)


def _new_policy(commands: Any) -> None:
    command = _command(
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


def _policy(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--policy",
        metavar="CODE",
        help="代码或别名；只装一个时可省略 / code or alias; optional if there is only one",
    )
    _without(command)


def _edition(command: argparse.ArgumentParser) -> None:
    """Add what tells apart the texts of a region, for a command that asks about no day."""
    _of_day(command)
    _without(command)


def _of_day(command: argparse.ArgumentParser, *, else_all: bool = False) -> None:
    zh, en = ("，不写即逐个查", "; all of them, one by one, if not given") if else_all else ("", "")
    command.add_argument(
        "--on",
        type=_day,
        metavar="DATE",
        help=f"一个地区有几个文本的，用该日施行的{zh}"
        f" / where a region has several texts, the one in force on that day{en}",
    )


def _without(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="PLUGIN",
        help="不用这个插件，写插件名或者发行包名，可重复"
        " / as if this plugin were not installed, by its name or its distribution's; may be"
        " repeated",
    )


def _version() -> str:
    from importlib.metadata import version  # noqa: PLC0415 - wanted by one option

    return f"innov-consortium {version('innov-consortium')}"


def _years(text: str) -> tuple[int, int | None]:
    found = _YEARS.fullmatch(text)
    if found is None:
        msg = f"{text!r} 不是 YYYY 或 YYYY-YYYY / is not YYYY or YYYY-YYYY"
        raise argparse.ArgumentTypeError(msg)
    first, last = found.groups()
    return int(first), None if last is None else int(last)


def _capacity(text: str) -> tuple[int | None, int]:
    found = _NUMBER.fullmatch(text)
    if found is None:
        msg = f"{text!r} 不是 N 或 YYYY=N / is not N or YYYY=N"
        raise argparse.ArgumentTypeError(msg)
    year, number = found.groups()
    return None if year is None else int(year), int(number)


def _size(text: str) -> int:
    if not _SIZE.fullmatch(text):
        msg = f"{text!r} 不是正整数 / is no whole number above nought"
        raise argparse.ArgumentTypeError(msg)
    return int(text)


def _mutants(text: str) -> int | str:
    if text in ("all", "none"):
        return text
    return _size(text)


def _day(text: str) -> date:
    if not _DAY.fullmatch(text):
        msg = f"{text!r} 不是 YYYY-MM-DD / is not YYYY-MM-DD"
        raise argparse.ArgumentTypeError(msg)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        msg = f"{text!r} 没有这一天 / is no real day"
        raise argparse.ArgumentTypeError(msg) from error
