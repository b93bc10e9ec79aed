"""Every check of the kit, in the order in which they are told."""

from __future__ import annotations

from innov_consortium.testing.kit import (
    clauses,
    columns,
    docstrings,
    documents,
    editions,
    facts,
    knowing_less,
    ledger,
    names,
    numbers,
    outcomes,
    packaging,
    pages,
    paths,
    procedure,
    purity,
    readings,
    rows,
    tables,
    translations,
    turning,
    watching,
)
from innov_consortium.testing.kit.looking import Asking

__all__ = ["CHECKS"]

#: The checks; what is wrong is accepted under their names in ``known_gaps.tsv``.
CHECKS: tuple[Asking, ...] = (
    Asking(
        "package",
        "软件包有类型标记、入口点和所需的文件",
        "the package is typed, announced as a plugin, and ships its files",
        packaging.look_at_package,
    ),
    Asking(
        "text",
        "条款表各行连起来就是所公布的全文，一字不差",
        "the rows of the ledger, joined, are the text as published",
        ledger.look_at_text,
    ),
    Asking(
        "ledger",
        "每一条款有译文、有着落，与所指的代码互相指向",
        "each provision has a gloss and is answered for by what it points at",
        ledger.look_at_rows,
    ),
    Asking(
        "numbers",
        "每个数字就是所引条款写的，并且用到",
        "each figure is what its provision says, and is used",
        numbers.look_at_numbers,
    ),
    Asking(
        "readings",
        "每项解释有问题、选项、默认和理由，并且用到",
        "each reading has a question, options, a default and a reason, and is used",
        readings.look_at_readings,
    ),
    Asking(
        "names",
        "写了的规则、事实、解释都在政策里，并且用到",
        "what is written is part of the policy, and is used",
        names.look_at_names,
    ),
    Asking(
        "clauses",
        "规则只用条文的词语，首句引原文，效力与原文一致",
        "clauses are written in words of statutes, quote their sentence and bind as it does",
        clauses.look_at_clauses,
    ),
    Asking(
        "outcomes",
        "对任何事实都有结论；没有提供的不当作否或零",
        "clauses have an outcome for all facts, and what is missing decides nothing",
        outcomes.look_at_outcomes,
    ),
    Asking(
        "columns",
        "用于数据表与逐个计算，结论相同",
        "clauses say the same of a column as of each value",
        columns.look_at_columns,
    ),
    Asking(
        "tables",
        "由数据表推得的，与由同一案例推得的相同",
        "what is derived from tables is what is derived from the same cases",
        tables.look_at_tables,
    ),
    Asking(
        "facts",
        "事实对缺项也能回答，结果精确，不凭空推断",
        "facts answer whatever is missing, exactly, and guess nothing",
        facts.look_at_facts,
    ),
    Asking(
        "paths",
        "报告所指的位置都存在，并且就是所说的那一单位",
        "the places reports point at are there, and are those of the unit concerned",
        paths.look_at_paths,
    ),
    Asking(
        "knowing_less",
        "案例少提供一项，结论不会反过来",
        "with one thing less known no norm decides the other way",
        knowing_less.look_at_knowing_less,
    ),
    Asking(
        "turns",
        "结论自行改变的日子都有预告",
        "days on which an answer alters by itself are foretold",
        turning.look_at_turns,
    ),
    Asking(
        "procedure",
        "步骤前后相接，由条文所说的人作出",
        "steps lead on to one another and are taken by whom the text names",
        procedure.look_at_procedure,
    ),
    Asking(
        "windows",
        "文本施行一次、失效一次；同一地区各版本不重叠、不间断",
        "a text begins and ends once; editions of a region follow one another",
        editions.look_at_windows,
    ),
    Asking(
        "purity",
        "代码不读写、不看时钟、不用随机数和浮点数",
        "the code does no I/O and has no clock, no chance and no float",
        purity.look_at_modules,
    ),
    Asking(
        "effects",
        "回答问题时不触及外部，前后回答相同",
        "answering touches nothing outside and leaves nothing behind",
        watching.look_at_effects,
    ),
    Asking(
        "docstrings",
        "文档里的例子都运行，并且正确",
        "the examples in docstrings are all run, and right",
        docstrings.look_at_docstrings,
    ),
    Asking(
        "pages",
        "每条有一页，引文一字不差，例子正确",
        "each article has a page that quotes it exactly and whose examples are right",
        pages.look_at_pages,
    ),
    Asking(
        "examples",
        "例子文件里的案例都得出所预期的回答",
        "the cases in files are answered as they expect",
        rows.look_at_rows,
    ),
    Asking(
        "translations",
        "给人看的都有中英文，占位符一致，报告写得出来",
        "whatever is shown has words in both languages, filled alike",
        translations.look_at_translations,
    ),
    Asking(
        "documents",
        "案例、报告、回执写成 JSON 再读回来不变",
        "cases, reports and receipts survive being written and read",
        documents.look_at_documents,
    ),
)
