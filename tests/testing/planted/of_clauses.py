"""Faults in clauses: what they compare, how they join it, and what they are asked in."""

from __future__ import annotations

from tests.testing.planted.shape import Fault, change, labelled

__all__ = ["FAULTS"]

_ENCOURAGED = '''@clause("art4.p2.s2")
def some_from_outside(outsiders: Int) -> Truth:
    """鼓励吸收中小企业和市外单位参加。

    >>> [some_from_outside(n) for n in (0, 1, None)]
    [False, True, None]
    """
    return exists(outsiders)


CONDITIONS = (some_from_outside, enough_enterprises,'''

_OUTSIDERS = '''@fact
def outsiders(units: tuple[Organization, ...]) -> int | None:
    """市外单位数。"""
    places = [unit.domicile for unit in units]
    if None in places:
        return None
    return sum(not place.startswith("9901") for place in places if place)


ITEMS = (member,)

FACTS = (
    outsiders,
'''

FAULTS = (
    Fault(
        "more-than-for-no-fewer",
        "“不少于”写成了“多于”。",
        "No fewer than became more than.",
        (
            change("art07_filing.py", "Truth, at_least, exists,", "Truth, exists,"),
            change("art07_filing.py", "holds, not_, only_if", "holds, more_than, not_, only_if"),
            change("art07_filing.py", "return at_least(", "return more_than("),
        ),
        ("art8.p1.s1", "publicised_long_enough"),
    ),
    Fault(
        "clause-cites-another",
        "设立决策机构的规则引到了签署协议一句。",
        "A clause cites another sentence of its article.",
        (change("art06_agreement.py", '@clause("art6.s3")', '@clause("art6.s1")'),),
        ("art6.s3", "decides_by_a_body"),
    ),
    Fault(
        "clause-never-asked",
        "写了三级甲等的规则，没有列入组建条件。",
        "A clause was written and is asked nowhere.",
        (change("art05_lead.py", "    grade_a_tertiary,\n", ""),),
        ("art5.p3.s1", "grade_a_tertiary"),
    ),
    Fault(
        "or-read-as-and",
        "“条件之一”读成了两项都要符合。",
        "One of two became both.",
        (
            change(
                "art05_lead.py",
                "        either(at_least(rd_total",
                "        both(at_least(rd_total",
            ),
            change("art05_lead.py", "    either,\n", ""),
        ),
        ("art5.p2.s1", "spends_enough"),
    ),
    Fault(
        "in-principle-made-hard",
        "“原则上”当成了硬性规定。",
        "What holds in principle is made to hold without exception.",
        (
            change("art04_members.py", '"art4.p2.s1", force=Force.IN_PRINCIPLE', '"art4.p2.s1"'),
            change("art04_members.py", "import Force, clause", "import clause"),
        ),
        ("art4.p2.s1", "few_enough_members"),
    ),
    Fault(
        "hard-made-in-principle",
        "没有“原则上”的规定当成了原则性的。",
        "A rule without exception is made one in principle.",
        (
            change(
                "art04_members.py",
                '@clause("art4.item2")',
                '@clause("art4.item2", force=Force.IN_PRINCIPLE)',
            ),
        ),
        ("art4.item2", "enough_institutions"),
    ),
    Fault(
        "encouragement-made-binding",
        "“鼓励”当成了条件。",
        "An encouragement is made a condition.",
        (
            change("art04_members.py", "CONDITIONS = (enough_enterprises,", _ENCOURAGED),
            change("art04_members.py", "either_way, not_", "either_way, exists, not_"),
            change("facts_members.py", "ITEMS = (member,)\n\nFACTS = (\n", _OUTSIDERS),
            *labelled("fact.outsiders", "市外单位数", "number of units from outside"),
            *labelled(
                "clause.some_from_outside",
                "市外单位 {outsiders:家}。",
                "Units from outside the city: {outsiders}.",
            ),
        ),
        ("art4.p2.s2", "some_from_outside"),
    ),
    Fault(
        "and-of-python",
        "用了 Python 的 and，而不是“并且”。",
        "The and of Python stands for that of statutes.",
        (
            change(
                "art12_ending.py",
                "both(is_one_of(falsified_in, false_materials_in), falsified_by_a_member)",
                "is_one_of(falsified_in, false_materials_in) and falsified_by_a_member",
            ),
            change("art12_ending.py", "    both,\n", ""),
        ),
        ("art12.item2", "filed_on_false_materials"),
    ),
    Fault(
        "comparison-of-python",
        "用了 Python 的 <=，数目不明时出错。",
        "A comparison of Python stands for the word: what is not known raises.",
        (
            change(
                "art04_members.py",
                "at_most(member_count, max_members)",
                "holds(member_count <= max_members)",
            ),
            change("art04_members.py", "at_least, at_most, either_way,", "at_least, either_way,"),
            change("art04_members.py", "either_way, not_", "either_way, holds, not_"),
        ),
        ("art4.p2.s1", "few_enough_members"),
    ),
    Fault(
        "grounds-as-conditions",
        "注销的情形当成了都要符合的条件。",
        "Grounds are made conditions that all have to be met.",
        (change("inquiries.py", "    grounds=True,\n", ""),),
        ("striking_off", "art12.p1", "art12.item1"),
    ),
    Fault(
        "ground-left-out",
        "漏了须由人判断的第四项情形。",
        "The ground that a person has to judge was left out.",
        (
            change("art12_ending.py", ', judged("art12.item4"))', ")"),
            change("art12_ending.py", "import clause, judged", "import clause"),
        ),
        ("art12.item4",),
    ),
    Fault(
        "inquiry-asks-half",
        "“提交与公示”漏了公示一半。",
        "An inquiry asks half of what it is about.",
        (
            change(
                "inquiries.py",
                "(*art07_filing.FILING, *art07_filing.PUTTING_ON_FILE)",
                "art07_filing.FILING",
            ),
        ),
        ("art8.p1.s1", "art8.p1.s2", "filing"),
    ),
    Fault(
        "no-chapeau-of-its-own",
        "组建条件引到了注销的引导语。",
        "The conditions of formation are introduced by the words on striking off.",
        (change("inquiries.py", 'chapeau="art4.p1"', 'chapeau="art12.p1"'),),
        ("art4.p1", "formation"),
    ),
)
