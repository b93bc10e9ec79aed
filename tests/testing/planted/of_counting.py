"""Faults in what is counted: members, years, days, results, and those who are bound."""

from __future__ import annotations

from tests.testing.planted.shape import Fault, change

__all__ = ["FAULTS"]

FAULTS = (
    Fault(
        "only-the-first-lead",
        "联合牵头的只核对第一家。",
        "Of joint leads only the first is looked at.",
        (change("facts_lead.py", "else application.leads\n", "else (application.lead,)\n"),),
        ("art5.p5.s1b", "leading_unit", "art5.p1.s1a"),
    ),
    Fault(
        "colleges-counted-apart",
        "同一大学的两个学院各计一家。",
        "Two colleges of one university are counted as two.",
        (
            change(
                "facts_members.py",
                "tuple({unit.legal_person: unit for unit in"
                " reversed(application.members)}.values())",
                "application.members",
            ),
        ),
        ("art2.s2b", "units"),
    ),
    Fault(
        "this-year-among-the-three",
        "“前三年”把提交的当年算了进去。",
        "The year of filing is counted among the three before.",
        (
            change(
                "facts_lead.py",
                "range(filing_day.year - averaged_years, filing_day.year)",
                "range(filing_day.year - averaged_years + 1, filing_day.year + 1)",
            ),
        ),
        ("art5.p2.s1", "art5.p2.item1", "figure_years"),
    ),
    Fault(
        "bar-a-day-too-long",
        "限制多了一天。",
        "The bar lasts a day too long.",
        (
            change(
                "facts_bars.py",
                "months_from(end.on, bar_months, Counting.FIRST_DAY_NOT_COUNTED))",
                "day_after(months_from(end.on, bar_months, Counting.FIRST_DAY_NOT_COUNTED)))",
            ),
            change("facts_bars.py", "Window, months_from", "Window, day_after, months_from"),
        ),
        ("art13.p1.s1b", "bars"),
    ),
    Fault(
        "months-of-thirty-days",
        "18个月按每月30日算。",
        "The 18 months are counted as thirty days each.",
        (
            change(
                "facts_bars.py",
                "months_from(end.on, bar_months,",
                "days_from(end.on, bar_months * 30,",
            ),
            change("facts_bars.py", "Window, months_from", "Window, days_from"),
        ),
        ("art13.p1.s1b", "bars"),
    ),
    Fault(
        "own-word-taken",
        "牵头单位自己的话当成了认定。",
        "The lead's own word counts as attested.",
        (change("bodies.py", '"本单位", "牵头单位", "参与单位", "成员单位"', '"参与单位"'),),
        ("art5.p4.s1", "APPLICANTS"),
    ),
    Fault(
        "bars-not-told",
        "政策里漏写了限制，登记簿里没有人受限制。",
        "The policy does not name its bars: the register has none.",
        (change("__init__.py", '    bars="bars",\n', ""),),
        ("art13.p1.s1b", "art13.p1.s1a", "bars"),
    ),
)
