"""Faults in pages."""

from __future__ import annotations

from tests.testing.planted.shape import Fault, change, remove

__all__ = ["FAULTS"]

FAULTS = (
    Fault(
        "page-missing",
        "第十一条没有页面。",
        "An article has no page.",
        (remove("articles/art11.md"),),
        ("art11", "art11.s1a", "art11.md"),
    ),
    Fault(
        "page-quotes-another-text",
        "页面引的条文是3家，条文是2家。",
        "A page quotes 3 where the text says 2.",
        (
            change(
                "articles/art05.md",
                "> 创新联合体可以联合牵头，联合牵头单位不超过2家，",
                "> 创新联合体可以联合牵头，联合牵头单位不超过3家，",
            ),
        ),
        ("art5.p5.s1a", "art05.md"),
    ),
    Fault(
        "page-example-wrong",
        "页面上的例子结果写错。",
        "An example on a page says the wrong answer.",
        (
            change(
                "articles/art04.md",
                "\"art4.item1\", enterprises=n) for n in (3, 4, 5)]\n['not_met', 'met',",
                "\"art4.item1\", enterprises=n) for n in (3, 4, 5)]\n['met', 'met',",
            ),
        ),
        ("art4.item1", "art04.md"),
    ),
    Fault(
        "page-example-skipped",
        "不对的例子注上了跳过。",
        "An example is skipped.",
        (
            change(
                "articles/art13.md",
                '>>> [len(struck_off(f"art12.item{n}").bars) for n in (1, 2, 3, 4)]\n[2, 2, 0, 0]',
                '>>> [len(struck_off(f"art12.item{n}").bars) for n in (1, 2, 3, 4)]'
                "  # doctest: +SKIP\n[2, 2, 2, 2]",
            ),
        ),
        ("art13.p1.s1a", "art13.md"),
    ),
    Fault(
        "page-example-that-cannot-fail",
        "例子的结果用省略号代替，怎样都对。",
        "An example's answer is dots that anything fits.",
        (
            change(
                "articles/art06.md",
                ">>> outcome(\"art6.s3\", governance=None)\n'unknown'",
                '>>> outcome("art6.s3", governance=None)  # doctest: +ELLIPSIS\n...',
            ),
        ),
        ("art6.s3", "art06.md"),
    ),
    Fault(
        "page-example-not-run",
        "例子没有写提示符，从来不运行。",
        "An example without its prompt is never run.",
        (
            change(
                "articles/art14.md",
                "```python\n>>> owed(date(2027, 6, 1), name=\"co_operate\")\n['standing']\n",
                "```python\nowed(date(2027, 6, 1), name=\"co_operate\")\n# ['overdue']\n",
            ),
        ),
        ("art14.s2", "art14.md"),
    ),
    Fault(
        "page-leaves-out-a-provision",
        "页面漏了配合检查一句。",
        "A page leaves out a sentence of its article.",
        (
            change(
                "articles/art14.md",
                "## `art14.s2` 配合监督检查\n\n> 成员单位应当配合备案机关的监督检查。\n>\n"
                "> *The members shall co-operate in inspections by the filing authority.*\n\n",
                "",
            ),
        ),
        ("art14.s2",),
    ),
    Fault(
        "page-heading-of-nothing",
        "页面的标题写错编号。",
        "A heading on a page has a wrong id.",
        (change("articles/art07.md", "## `art7.p2.s1` 撤回", "## `art7.p2.s2` 撤回"),),
        ("art7.p2.s2", "art7.p2.s1"),
    ),
    Fault(
        "chapters-have-no-page",
        "没有总的一页，文件名称和章名没有说明。",
        "There is no page on the document and its chapters.",
        (remove("articles/index.md"),),
        ("index.md", "doc.title", "ch1"),
    ),
)
