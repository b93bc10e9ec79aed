"""Faults by which an answer hangs on more than the case: a clock, a file, memory, chance."""

from __future__ import annotations

from tests.testing.planted.shape import Fault, add, change

__all__ = ["FAULTS"]

_LEAD = "facts_lead.py"
_MEMBERS = "facts_members.py"

FAULTS = (
    Fault(
        "order-of-a-set",
        "集合的顺序漏进了结果，每次运行可能不同。",
        "The order of a set leaks into what is reported.",
        (
            change(
                _LEAD, "Count(len(led) + 1, tuple(sorted(led)))", "Count(len(led) + 1, tuple(led))"
            ),
        ),
        ("leaderships",),
    ),
    Fault(
        "today",
        "没有提交日的，用了今天。",
        "Where no day is given, today is taken.",
        (
            change(
                _MEMBERS,
                "    return day if filed_on is None",
                "    return date.today() if filed_on is None",
            ),
        ),
        ("filing_day", "facts_members"),
    ),
    Fault(
        "reads-a-file",
        "每次判断都去读一个文件。",
        "A fact reads a file whenever it is asked.",
        (
            change(_LEAD, "domicile.startswith(CITY)", "domicile.startswith(_code())"),
            change(
                _LEAD,
                "from innov_policy_shuiyun.bodies import CITY\n",
                "",
            ),
            change(
                _LEAD,
                "@items(path=",
                "def _code() -> str:\n"
                "    return Path(__file__).with_name('code.txt').read_text(encoding='utf-8')\n\n\n"
                "@items(path=",
            ),
            change(
                _LEAD,
                "from fractions import Fraction\n",
                "from fractions import Fraction\nfrom pathlib import Path\n",
            ),
            add("code.txt", "9901"),
        ),
        ("in_the_city", "facts_lead"),
    ),
    Fault(
        "heeds-the-environment",
        "年数由环境变量决定。",
        "A variable of the environment decides.",
        (
            change(
                _LEAD,
                "    return tuple(range(filing_day.year - averaged_years, filing_day.year))",
                '    years = int(os.environ.get("SHUIYUN_YEARS", averaged_years))\n'
                "    return tuple(range(filing_day.year - years, filing_day.year))",
            ),
            change(_LEAD, "from collections.abc import", "import os\nfrom collections.abc import"),
        ),
        ("figure_years", "facts_lead"),
    ),
    Fault(
        "default-that-remembers",
        "可变的默认值把上一个案例记到了下一个。",
        "A mutable default carries one case over into the next.",
        (
            change(
                "facts_evaluation.py",
                "def _last_years(results: Results, grades: tuple[str | None, ...])",
                "def _last_years(\n"
                "    results: Results, grades: tuple[str | None, ...], years: list[int] = []\n"
                ")",
            ),
            change(
                "facts_evaluation.py", "    years: list[int] = []\n    for year", "    for year"
            ),
        ),
        ("_last_years", "failed_run", "facts_evaluation", "art12.item1"),
    ),
    Fault(
        "print-left-in",
        "调试用的打印忘了删，申请的内容进了日志。",
        "A print left in writes the application to the log.",
        (
            change(
                "facts_agreement.py",
                "    organs = None if",
                "    print(application)\n    organs = None if",
            ),
        ),
        ("decision_body_set_up", "facts_agreement"),
    ),
    Fault(
        "share-by-floats",
        "比例用浮点数相除。",
        "A share is divided in binary floating point.",
        (
            change(
                _LEAD,
                "    above, below = part.as_integer_ratio(), whole.as_integer_ratio()\n"
                "    return Fraction(above[0] * below[1], above[1] * below[0])",
                "    return Fraction(float(part) / float(whole))",
            ),
        ),
        ("_share", "facts_lead", "rd_part"),
    ),
    Fault(
        "imports-an-upper-layer",
        "事实用了库里不供政策使用的部分。",
        "A fact uses a part of the library that is not for policies.",
        (
            change(
                _MEMBERS,
                "from innov_consortium.core.words import Truth, both, either\n",
                "from innov_consortium.core.words import Truth, both, either\n"
                "from innov_consortium.interchange import load_case\n",
            ),
            change(_MEMBERS, '__all__ = ["FACTS",', '__all__ = ["FACTS", "load_case",'),
        ),
        ("facts_members", "innov_consortium.interchange"),
    ),
)
