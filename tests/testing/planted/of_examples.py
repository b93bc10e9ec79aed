"""Faults in examples, accepted gaps, and the package as such."""

from __future__ import annotations

from tests.testing.planted.shape import Fault, change, remove

__all__ = ["FAULTS"]

_EXAMPLES = "examples.jsonl"

_CASES = (
    Fault(
        "example-expects-wrongly",
        "例子的预期写错。",
        "An example expects the wrong outcome.",
        (
            change(
                _EXAMPLES,
                '"answer": "not_met", "outcomes": {"art4.item1": "not_met"}',
                '"answer": "met", "outcomes": {"art4.item1": "met"}',
                line='"id": "enterprises-3"',
            ),
        ),
        ("enterprises-3",),
    ),
    Fault(
        "examples-missing",
        "没有案例文件，没有什么能发现规则写错。",
        "There is no file of examples: nothing would notice a wrong rule.",
        (remove(_EXAMPLES),),
        (_EXAMPLES,),
    ),
    Fault(
        "example-expects-nothing",
        "例子没有预期，怎样都对。",
        "An example expects nothing.",
        (
            change(
                _EXAMPLES,
                '"expect": {"answer": "not_met", "outcomes": {"art4.item1": "not_met"}}',
                '"expect": {}',
                line='"id": "enterprises-3"',
            ),
        ),
        ("enterprises-3",),
    ),
    Fault(
        "examples-named-alike",
        "两个例子用了同一个名称。",
        "Two examples have one name.",
        (change(_EXAMPLES, '"id": "enterprises-5"', '"id": "enterprises-3"'),),
        ("enterprises-3",),
    ),
    Fault(
        "example-cut-off",
        "一行例子少了结尾。",
        "A row of examples is cut off.",
        (
            change(
                _EXAMPLES,
                '"outcomes": {"art4.item1": "met"}}}',
                '"outcomes": {"art4.item1": "met"}',
                line='"id": "enterprises-5"',
            ),
        ),
        (_EXAMPLES,),
    ),
    Fault(
        "example-misspelt",
        "例子的案例里有一个写错的键，被当作没有写。",
        "A key of an example's case is misspelt.",
        (change(_EXAMPLES, '"filed_on"', '"filed_no"', line='"id": "enterprises-5"'),),
        ("enterprises-5", "filed_no"),
    ),
    Fault(
        "docstring-example-wrong",
        "函数说明里的例子写错。",
        "An example in a docstring is wrong.",
        (
            change(
                "facts_members.py",
                "datetime.date(2026, 3, 1)",
                "datetime.date(2026, 2, 28)",
            ),
        ),
        ("last_day_punished", "facts_members"),
    ),
)

_PACKAGE = (
    Fault(
        "not-typed",
        "漏了 py.typed，使用者的类型检查看不到这个包。",
        "Without py.typed no type checker looks into the package.",
        (remove("py.typed"),),
        ("py.typed",),
    ),
    Fault(
        "hook-not-marked",
        "入口的函数没有标记，政策不会被找到。",
        "The hook is not marked: no policy is found.",
        (
            change("__init__.py", "@hookimpl\n", ""),
            change("__init__.py", "from innov_consortium.hooks import hookimpl\n", ""),
        ),
        ("innov_policies", "hookimpl"),
    ),
    Fault(
        "gap-mended-long-ago",
        "接受的问题早已改正，还列在表里。",
        "A flaw that is mended is still listed as accepted.",
        (
            change(
                "known_gaps.tsv",
                "check\tsubject\tzh\ten\n",
                "check\tsubject\tzh\ten\nnumbers\tart5.p1.s1a:三级\t以后再改\tto be mended\n",
            ),
        ),
        ("art5.p1.s1a:三级", "known_gaps.tsv"),
    ),
    Fault(
        "gap-without-a-reason",
        "接受一个问题，没有写为什么。",
        "A flaw is accepted without a reason.",
        (
            change("known_gaps.tsv", "“三级甲等”是医院的等级名称，不是数目", ""),
            change("known_gaps.tsv", "the name of a class of hospitals, no figure", ""),
        ),
        ("known_gaps.tsv", "art5.p3.s1"),
    ),
)

FAULTS = (*_CASES, *_PACKAGE)
