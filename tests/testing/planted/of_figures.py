"""Faults in figures and readings."""

from __future__ import annotations

from tests.testing.planted.shape import Fault, change

__all__ = ["FAULTS"]

_NUMBERS = "numbers.py"
_READINGS = "readings.py"

FAULTS = (
    Fault(
        "figure-differs",
        "条文是4家企业，代码写成5家。",
        "The text says 4 enterprises and the code 5.",
        (
            change(_NUMBERS, "stated(4, ", "stated(5, "),
            change(_NUMBERS, "(4, '1/20')", "(5, '1/20')"),
        ),
        ("art4.item1", "min_enterprises"),
    ),
    Fault(
        "figure-cites-another-provision",
        "公示日数引到了下一句。",
        "The days of publicity cite the next sentence.",
        (change(_NUMBERS, 'stated(5, "art8.p1.s1"', 'stated(5, "art8.p1.s2"'),),
        ("publicity_days", "art8.p1.s2"),
    ),
    Fault(
        "figure-in-a-clause",
        "2家写死在规则里，改数字不起作用。",
        "A figure is written into a clause: to change the number changes nothing.",
        (
            change("art05_lead.py", "(lead_count: Int, *, max_leads: int)", "(lead_count: Int)"),
            change("art05_lead.py", "few_enough_leads(n, max_leads=2)", "few_enough_leads(n)"),
            change("art05_lead.py", "at_most(lead_count, max_leads)", "at_most(lead_count, 2)"),
            change("locale/zh_CN/LC_MESSAGES/policy.po", "{max_leads:家}", "2家"),
            change("locale/en/LC_MESSAGES/policy.po", "not more than {max_leads}.", "at most 2."),
        ),
        ("few_enough_leads", "max_leads", "art5.p5.s1a"),
    ),
    Fault(
        "figure-in-a-fact",
        "18个月写死在事实里。",
        "The 18 months are written into a fact.",
        (
            change("facts_bars.py", "    bar_months: int,\n", ""),
            change("facts_bars.py", "end.on, bar_months,", "end.on, 18,"),
        ),
        ("bars", "bar_months", "art13.p1.s1b"),
    ),
    Fault(
        "share-as-float",
        "5%写成浮点数。",
        "A share is a binary floating point number.",
        (
            change(_NUMBERS, "min_rd_share: Fraction", "min_rd_share: float"),
            change(_NUMBERS, "Fraction(1, 20), ", "0.05, "),
            change(_NUMBERS, "least=Fraction(0), most=Fraction(1)", "least=0.0, most=1.0"),
            change(_NUMBERS, "(4, '1/20')", "(4, '0.05')"),
        ),
        ("min_rd_share",),
    ),
    Fault(
        "list-of-words-mutable",
        "可以牵头的领域写成列表，谁都能改。",
        "A list of words is a list that anybody can change.",
        (
            change(_NUMBERS, "hospital_fields: tuple[str, ...]", "hospital_fields: list[str]"),
            change(_NUMBERS, '("生命健康",)', '["生命健康"]'),
        ),
        ("hospital_fields",),
    ),
    Fault(
        "reading-never-used",
        "加了一种读法，没有哪里用到。",
        "A reading was added that nothing heeds.",
        (
            change(
                _READINGS,
                '    EXCLUDED = ("b", "不包括当日", "the day excluded")\n',
                '    EXCLUDED = ("b", "不包括当日", "the day excluded")\n'
                '    WORKDAY = ("c", "遇休息日顺延", "put off to the next working day")\n',
            ),
        ),
        ("report_due",),
    ),
    Fault(
        "default-reading-exchanged",
        "默认的读法和页面上写的不一样。",
        "The default reading is not the one the page tells of.",
        (change(_READINGS, "default=ShareMean.POOLED", "default=ShareMean.YEARLY"),),
        ("share_mean", "art5.p2.item2", "art5.p2.s1"),
    ),
    Fault(
        "reading-cites-another-provision",
        "年度报告期限的读法引到了配合检查一句。",
        "A reading cites the sentence after the one it reads.",
        (change(_READINGS, '("art14.s1",)', '("art14.s2",)'),),
        ("report_due", "art14.s2"),
    ),
    Fault(
        "entries-alike",
        "两个读法用了同一个编号。",
        "Two readings have one entry number.",
        (change(_READINGS, 'entry="S03"', 'entry="S02"'),),
        ("S02", "commencement_counting"),
    ),
    Fault(
        "option-without-english",
        "一种读法没有英文。",
        "An option of a reading has no English.",
        (change(_READINGS, '"the mean of the yearly shares"', '""'),),
        ("share_mean", "yearly"),
    ),
    Fault(
        "convention-cites-nothing",
        "约定引用的条款不存在。",
        "A convention cites a provision there is not.",
        (change("conventions.tsv", "art8.p1.s1", "art8.p1.s9"),),
        ("S04", "art8.p1.s9"),
    ),
)
