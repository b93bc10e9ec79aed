"""Faults in how facts are derived: what is missing, where they point, whom they show."""

from __future__ import annotations

from tests.testing.planted.shape import Fault, change, labelled

__all__ = ["FAULTS"]

_BARS = "facts_bars.py"
_LEAD = "facts_lead.py"
_MEMBERS = "facts_members.py"

_MISSING = (
    Fault(
        "unknown-taken-for-no",
        "不知申请内容时，当作不是联合牵头。",
        "Where the application is not known, it counts as not led jointly.",
        (
            change(
                "facts_ending.py",
                "return None if application is None else bool(application.co_leads)",
                "return application is not None and bool(application.co_leads)",
            ),
        ),
        ("requested_from_joint_leads", "art12.p2.s1"),
    ),
    Fault(
        "unknown-taken-for-nought",
        "缺一年的数额当作零。",
        "The spending of a year that is missing counts as nought.",
        (
            change(
                _LEAD,
                "return total(known) if len(known) == len(amounts) else None",
                "return total(known)",
            ),
        ),
        ("rd_total", "art5.p2.s1", "art5.p2.item1"),
    ),
    Fault(
        "unknown-taken-for-nobody",
        "不知谁参与的，登记簿里当作没有人参与。",
        "Where it is not known who takes part, the register says that nobody does.",
        (
            change(
                "facts_life.py",
                "return () if consortium.recognised_on is None else None",
                "return ()",
            ),
        ),
        ("engagements",),
    ),
    Fault(
        "raises-without-governance",
        "没有写治理结构的，出错。",
        "A fact raises where nothing is said of the governance.",
        (
            change(
                "facts_life.py",
                "    governance = None if application is None else application.governance\n"
                "    return None if governance is None else governance.principal\n",
                "    return None if application is None else application.governance.principal\n",
            ),
        ),
        ("principal",),
    ),
)

_SHOWN = (
    Fault(
        "person-shown",
        "受限制的主要负责人的姓名显示在报告里。",
        "A report shows the name of the principal.",
        (
            change(
                "art13_bars.py",
                "def principal_not_barred(principal_barred: Truth) -> Truth:",
                "def principal_not_barred(principal_barred: Truth, principal_name: Word) -> Truth:",
            ),
            change("art13_bars.py", "import Truth, not_", "import Truth, Word, not_"),
            change(
                "art13_bars.py", "[principal_not_barred(v) for", '[principal_not_barred(v, "") for'
            ),
            change(
                _BARS,
                "FACTS = (bars, ",
                "@fact\n"
                "def principal_name(application: Application | None) -> str | None:\n"
                '    """首位牵头单位的主要负责人的姓名。"""\n'
                "    governance = None if application is None else application.governance\n"
                "    post = None if governance is None else governance.principal\n"
                "    return post.name if isinstance(post, Person) else None\n\n\n"
                "FACTS = (principal_name, bars, ",
            ),
            *labelled("fact.principal_name", "主要负责人姓名", "name of the principal"),
            change(
                "locale/zh_CN/LC_MESSAGES/policy.po",
                "首位牵头单位的主要负责人在限",
                "首位牵头单位的主要负责人{principal_name}在限",
            ),
            change(
                "locale/en/LC_MESSAGES/policy.po",
                "The principal of the lead named first is",
                "The principal of the lead named first, {principal_name}, is",
            ),
        ),
        ("principal_name", "art13.p1.s1c", "principal_not_barred"),
    ),
    Fault(
        "person-in-a-document",
        "限制的文号后面写上了当事人的姓名。",
        "The document a bar cites has the person's name added.",
        (
            change(
                _BARS,
                '        provision="art13.p1.s1c",\n        document=end.document,',
                '        provision="art13.p1.s1c",\n'
                '        document=f"{end.document} {principal.name}",',
            ),
        ),
        ("bars", "art13.p1.s1c"),
    ),
    Fault(
        "path-of-another-member",
        "报告把毛病指到了下一家成员单位。",
        "Reports point at the member after the one concerned.",
        (change(_MEMBERS, "participants[{n - 1}]", "participants[{n}]"),),
        ("member",),
    ),
    Fault(
        "reads-what-there-is-not",
        "签署人的字段名写错，报告叫人去补一个没有的字段。",
        "The field of the signatories is misspelt: reports ask for one there is not.",
        (
            change(
                "facts_agreement.py",
                'reads="application.agreement.signatories"',
                'reads="application.agreement.signatorys"',
            ),
        ),
        ("signed", "application.agreement.signatorys"),
    ),
    Fault(
        "fact-not-listed",
        "事实写了，没有列入。",
        "A fact was written and not listed.",
        (change(_LEAD, "    leaderships,\n", ""),),
        ("leaderships",),
    ),
    Fault(
        "fact-misnamed",
        "规则用的事实名称多了一个字母。",
        "A clause names a fact with one letter too many.",
        (
            change(
                "art04_members.py",
                "few_enough_members(member_count: Int",
                "few_enough_members(members_count: Int",
            ),
            change("art04_members.py", "at_most(member_count,", "at_most(members_count,"),
        ),
        ("members_count",),
    ),
    Fault(
        "turns-forget-bars",
        "报告所说“何时可能变化”漏了限制届满之日。",
        "The days on which an answer may turn leave out the end of a bar.",
        (
            change(
                "facts_time.py",
                "    for bar in register.bars:\n"
                '        at = "art13.p1.s1b" if bar.person is None else "art13.p1.s1c"\n'
                '        yield from _after(bar.window.last, at, "bar_over")\n',
                "",
            ),
        ),
        ("turns", "art13.p1.s1b", "until-the-lead-is-free"),
    ),
    Fault(
        "turns-a-day-late",
        "公示期满之日写晚了一天。",
        "The day after publicity is told a day late.",
        (
            change(
                "facts_time.py",
                '_after(last, "art8.p1.s1", "publicity_over")',
                '_after(day_following(last), "art8.p1.s1", "publicity_over")',
            ),
        ),
        ("turns", "art8.p1.s1", "publicity_over"),
    ),
)

FAULTS = (*_MISSING, *_SHOWN)
