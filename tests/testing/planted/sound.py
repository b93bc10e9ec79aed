"""The package as it is, and the same law in other forms: the kit has to leave them alone."""

from __future__ import annotations

from tests.testing.planted.of_the_text import editions
from tests.testing.planted.shape import Variant, change, labelled

__all__ = ["VARIANTS"]

_ZH = "locale/zh_CN/LC_MESSAGES/policy.po"
_EN = "locale/en/LC_MESSAGES/policy.po"
_LEAD = "facts_lead.py"

_RENAMED = Variant(
    "function-renamed",
    "函数改名，台账和用语一起改。",
    "A function is renamed, with the ledger and its label.",
    (
        change("art04_members.py", "def enough_enterprises(", "def enough_firms("),
        change("art04_members.py", "[enough_enterprises(n, ", "[enough_firms(n, "),
        change(
            "art04_members.py", "CONDITIONS = (enough_enterprises,", "CONDITIONS = (enough_firms,"
        ),
        change("ledger.tsv", "art04_members:enough_enterprises", "art04_members:enough_firms"),
        change(_ZH, "clause.enough_enterprises", "clause.enough_firms"),
        change(_EN, "clause.enough_enterprises", "clause.enough_firms"),
    ),
)

VARIANTS = (
    Variant("as-it-is", "原样。", "As it is."),
    _RENAMED,
    Variant(
        "imports-reordered",
        "导入的顺序不同。",
        "Imports in another order.",
        (
            change("facts_bars.py", "from innov_policy_shuiyun.facts_life import Seat\n", ""),
            change(
                "facts_bars.py",
                "from datetime import date\n",
                "from innov_policy_shuiyun.facts_life import Seat\nfrom datetime import date\n",
            ),
            change(
                "facts.py",
                "    facts_agreement,\n    facts_bars,\n",
                "    facts_bars,\n    facts_agreement,\n",
            ),
        ),
    ),
    Variant(
        "not-more-than-for-at-most",
        "“不超过”换一种等价的写法。",
        "The same comparison in other words of statutes.",
        (
            change(
                "art05_lead.py",
                "at_most(lead_count, max_leads)",
                "not_(more_than(lead_count, max_leads))",
            ),
            change(
                "art05_lead.py",
                "    is_one_of,\n    not_,",
                "    is_one_of,\n    more_than,\n    not_,",
            ),
        ),
    ),
    Variant(
        "alternatives-exchanged",
        "“或者”的两边对调。",
        "The two sides of an or exchanged.",
        (
            change(
                "art05_lead.py",
                "either(at_least(rd_total, least_rd_total),"
                " share_at_least(rd_part, rd_whole, min_rd_share)),",
                "either(share_at_least(rd_part, rd_whole, min_rd_share),"
                " at_least(rd_total, least_rd_total)),",
            ),
        ),
    ),
    Variant(
        "another-docstring-example",
        "函数说明里多一个例子。",
        "One more example in a docstring.",
        (
            change(
                "art05_lead.py",
                '    [True, True, False]\n    """\n    return at_most(lead_count,',
                "    [True, True, False]\n    >>> few_enough_leads(None, max_leads=2) is None\n"
                '    True\n    """\n    return at_most(lead_count,',
            ),
        ),
    ),
    Variant(
        "a-fact-between",
        "多一个中间的事实，结论不变。",
        "A fact more on the way, with the same answers.",
        (
            change(
                _LEAD,
                "def led_jointly(lead_count: int) -> bool:",
                "def led_jointly(co_leads: int) -> bool:",
            ),
            change(_LEAD, "return lead_count > 1\n", "return co_leads > 0\n"),
            change(
                _LEAD,
                "@fact\ndef led_jointly(",
                "@fact\ndef co_leads(application: Application) -> int:\n"
                '    """其他牵头单位数。"""\n    return len(application.co_leads)\n\n\n'
                "@fact\ndef led_jointly(",
            ),
            change(
                _LEAD,
                "    lead_count,\n    led_jointly,",
                "    lead_count,\n    co_leads,\n    led_jointly,",
            ),
            *labelled("fact.co_leads", "其他牵头单位数", "number of further leads"),
        ),
    ),
    Variant(
        "translation-reworded",
        "英译换一种说法，台账和页面一起改。",
        "Another translation, in the ledger and on the page.",
        (
            change("ledger.tsv", "All members shall sign the", "Every member shall sign the"),
            change(
                "articles/art06.md", "*All members shall sign the", "*Every member shall sign the"
            ),
        ),
    ),
    Variant(
        "a-remark-on-a-page",
        "页面多一段说明和一个例子。",
        "A page has a remark and an example more.",
        (
            change(
                "articles/art06.md",
                "**怎样读**：五项缺一不可；协议写了什么不明的，不明。",
                "**怎样读**：五项缺一不可；协议写了什么不明的，不明。多写不妨碍：\n\n```python\n"
                ">>> outcome(\"art6.s2\")\n'met'\n\n```",
            ),
        ),
    ),
    Variant(
        "two-editions",
        "另有一个旧文本，新文本施行之日废止；页面写明问的是哪一日。",
        "An earlier edition, repealed the day this one begins; the pages name their day.",
        editions("2025, 8, 1"),
    ),
)
