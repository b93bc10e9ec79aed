"""Faults of translators: labels, placeholders, words."""

from __future__ import annotations

from tests.testing.planted.shape import Edit, Fault, change, remove

__all__ = ["FAULTS"]

_ZH = "locale/zh_CN/LC_MESSAGES/policy.po"
_EN = "locale/en/LC_MESSAGES/policy.po"


def _dropped(file: str, key: str, text: str) -> Edit:
    """Return the edit that takes a message out."""
    return change(file, f'msgid "{key}"\nmsgstr "{text}"\n\n', "")


FAULTS = (
    Fault(
        "label-missing-in-chinese",
        "一个事实没有中文名称。",
        "A fact has no name in Chinese.",
        (_dropped(_ZH, "fact.units", "所计的单位"),),
        ("fact.units",),
    ),
    Fault(
        "label-missing-in-english",
        "一项职责没有英文名称。",
        "A duty has no name in English.",
        (_dropped(_EN, "duty.co_operate", "co-operate in inspections"),),
        ("duty.co_operate",),
    ),
    Fault(
        "placeholder-renamed",
        "中文的一句里占位的名称少了一个字母。",
        "A placeholder in the Chinese lost a letter.",
        (change(_ZH, "{max_leads:家}", "{max_lead:家}"),),
        ("clause.few_enough_leads", "max_lead"),
    ),
    Fault(
        "placeholder-of-another",
        "英文的一句把两个数字的位置填反，写的是别的数字。",
        "The English of a clause shows the limit of another clause.",
        (
            change(
                _EN,
                "Leads: {lead_count}; not more than {max_leads}.",
                "Leads: {lead_count}; not more than {max_leaderships}.",
            ),
        ),
        ("clause.few_enough_leads", "max_leaderships"),
    ),
    Fault(
        "left-in-chinese",
        "英文里有一条还是中文。",
        "One message of the English is still Chinese.",
        (change(_EN, "years of a cycle of evaluation", "评价周期的年数"),),
        ("number.cycle_years",),
    ),
    Fault(
        "yes-and-no-exchanged",
        "英文里是和否写反了。",
        "Yes and no are exchanged in the English.",
        (change(_EN, "{punished:yes|no}", "{punished:no|yes}"),),
        ("clause.not_punished",),
    ),
    Fault(
        "message-twice",
        "同一条写了两次，译法不同。",
        "A message stands twice, with two renderings.",
        (
            change(
                _EN,
                'msgid "fact.signed"\n',
                'msgid "fact.signed"\nmsgstr "signatures"\n\nmsgid "fact.signed"\n',
            ),
        ),
        ("fact.signed",),
    ),
    Fault(
        "catalogue-broken",
        "英文的一条少了右引号，读的时候悄悄丢掉最后一个字母。",
        "A closing quotation mark is missing: the label silently loses its last letter.",
        (change(_EN, 'msgstr "day of filing"', 'msgstr "day of filing'),),
        (_EN, "policy.po", "fact.filing_day"),
    ),
    Fault(
        "catalogue-missing",
        "没有英文的用语。",
        "There is no English at all.",
        (remove(_EN),),
        ("en", _EN),
    ),
)
