"""Faults in the text, the ledger, and what the package says of its publication and editions."""

from __future__ import annotations

from tests.testing.planted.shape import Edit, Fault, change

__all__ = ["FAULTS", "editions"]

_LEDGER = "ledger.tsv"


def _row(provision: str, old: str, new: str) -> Edit:
    """Return an edit of one row of the ledger."""
    return change(_LEDGER, old, new, line=f"{provision}\t")


#: The pages that choose the policy, which have to name a day once there are two editions.
_CHOOSING = (*(f"articles/art{number:02}.md" for number in range(2, 17)), "articles/index.md")


def _dated(page: str) -> Edit:
    """Return the edit by which a page names the day whose text it speaks of."""
    chosen = '>>> law = catalogue().select("CN-SY")\n'
    day = '>>> import datetime\n>>> DATED = {"on": datetime.date(2026, 3, 2)}\n'
    return change(page, chosen, f'{day}>>> law = catalogue().select("CN-SY", **DATED)\n')


def editions(last: str) -> tuple[Edit, ...]:
    """Return the edits by which an earlier edition is offered as well, repealed on a day."""
    offered = f"""    repealed = Repeal(on=date({last}), by="本办法", gloss="these Measures")
    made = Publication(day=date(2020, 1, 1), supposed=False, document="公报（虚构）", enacted=True)
    earlier = evolve(SHUIYUN, publication=made, in_time=evolve(IN_TIME, repealed=repealed))
    return (earlier, SHUIYUN)
"""
    return (
        change("__init__.py", "    return (SHUIYUN,)\n", offered),
        change(
            "__init__.py", "sources import Ledger\n", "sources import Ledger, Publication, Repeal\n"
        ),
        change(
            "__init__.py",
            "from innov_consortium.core.policy import Policy\n",
            "from attrs import evolve\nfrom innov_consortium.core.policy import Policy\n",
        ),
        *map(_dated, _CHOOSING),
        change("articles/index.md", '.select("水云市")', '.select("水云市", **DATED)'),
    )


FAULTS = (
    Fault(
        "ledger-figure-altered",
        "抄写台账时，3000万元少了一个零。",
        "A nought was lost when the ledger was copied from the text.",
        (_row("art5.p2.item1", "3000万元", "300万元"),),
        ("art5.p2.item1",),
    ),
    Fault(
        "text-one-character",
        "全文里“5日”抄成了“5天”。",
        "One character of the full text was copied wrongly.",
        (change("measures.zh_CN.txt", "公示期不少于5日。", "公示期不少于5天。"),),
        ("art8.p1.s1", "measures.zh_CN.txt"),
    ),
    Fault(
        "ledger-row-dropped",
        "“鼓励”一句以为没有用，没有列入台账。",
        "The sentence that encourages was thought useless and left out of the ledger.",
        (change(_LEDGER, None, "", line="art4.p2.s2\t"),),
        ("art4.p2.s2",),
    ),
    Fault(
        "ledger-ids-exchanged",
        "第十二条第一项和第二项的编号互换。",
        "The ids of two items were exchanged.",
        (
            change(_LEDGER, "art12.item1\t（一）", "art12.item2\t（一）"),
            change(_LEDGER, "art12.item2\t（二）", "art12.item1\t（二）"),
        ),
        ("art12.item1", "art12.item2"),
    ),
    Fault(
        "ledger-row-twice",
        "同一句在台账里列了两次。",
        "A sentence stands twice in the ledger.",
        (
            change(
                _LEDGER,
                "ch3\t",
                "art6.s3\t创新联合体应当设立决策机构。\tAn innovation consortium shall set up a"
                " decision-making body.\tclause\tart06_agreement:decides_by_a_body\nch3\t",
            ),
        ),
        ("art6.s3",),
    ),
    Fault(
        "gloss-empty",
        "第九条第二句忘了翻译。",
        "A sentence was left untranslated.",
        (_row("art9.s1b", "and have effect from the day of the report;", ""),),
        ("art9.s1b",),
    ),
    Fault(
        "gloss-figure",
        "英译把18个月写成了8个月。",
        "The translation says 8 months for 18.",
        (_row("art13.p1.s1b", "for 18 months", "for 8 months"),),
        ("art13.p1.s1b",),
    ),
    Fault(
        "norm-called-declaratory",
        "三级甲等的要求在台账里标作没有可判断的内容。",
        "A requirement is put down as saying nothing to be judged.",
        (_row("art5.p3.s1", "clause\tart05_lead:grade_a_tertiary", "declaratory\t"),),
        ("art5.p3.s1",),
    ),
    Fault(
        "judgement-called-a-definition",
        "须由人判断的能力在台账里标作定义。",
        "What a person has to judge is put down as a definition.",
        (_row("art5.p4.s1", "judgement\t", "definition\t"),),
        ("art5.p4.s1",),
    ),
    Fault(
        "service-called-a-duty",
        "“协助做好服务工作”标作职责，却没有列出这项职责。",
        "General words on services are put down as a duty, and no such duty is listed.",
        (_row("art3.s2", "declaratory\t", "duty\tart14_duties:DUTIES"),),
        ("art3.s2",),
    ),
    Fault(
        "where-names-nothing",
        "函数改名以后，台账还写着旧名。",
        "A function was renamed and the ledger still has the old name.",
        (_row("art6.s2", "art06_agreement:head_stated", "art06_agreement:heads_stated"),),
        ("art6.s2", "heads_stated"),
    ),
    Fault(
        "where-names-another",
        "企业数目一项指到了高等学校一项的函数。",
        "The ledger points from one item to the function of the next.",
        (_row("art4.item1", "enough_enterprises", "enough_institutions"),),
        ("art4.item1",),
    ),
    Fault(
        "title-differs",
        "文件名称漏了“管理”两字。",
        "Two characters of the title were lost.",
        (change("instrument.py", "备案管理办法", "备案办法"),),
        ("doc.title", "instrument", "水云市创新联合体备案办法"),
    ),
    Fault(
        "another-jurisdiction",
        "文件上的区划代码和政策的代码不一致。",
        "The document's code of the region is not that of the policy.",
        (change("instrument.py", '"990100"', '"990200"'),),
        ("990200", "jurisdiction"),
    ),
    Fault(
        "another-text-published",
        "公布文本的摘要是修改以前算的。",
        "The hash of the text published was taken before the text was mended.",
        (change("__init__.py", "text_sha256=_LEDGER.text_sha256", 'text_sha256="0" * 64'),),
        ("text_sha256",),
    ),
    Fault(
        "editions-overlap",
        "旧文本废止之日写晚了两个月，两个文本同时有效。",
        "The earlier edition is repealed two months late: two are in force at once.",
        editions("2025, 10, 1"),
        ("990100",),
    ),
    Fault(
        "editions-gap",
        "旧文本废止之日写早了两个月，中间没有文本有效。",
        "The earlier edition is repealed two months early: none is in force between.",
        editions("2025, 6, 1"),
        ("2025-06-01",),
    ),
)
