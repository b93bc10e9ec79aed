"""Pages of law: reading, checking and running them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from types import CodeType, FrameType
from typing import Any

import pytest

from innov_consortium.core.clauses import Clause
from innov_consortium.core.sources import Disposition, Ledger, Provision
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.testing.articles import page_faults, pages_of, run_page
from innov_consortium.testing.articles.examples import exercises_of, page_of
from innov_consortium.testing.articles.pages import Page, read_page

TEXT = """# 第一条【目的】 `art1.h`

> 第一条【目的】
>
> *Heading: Purpose*

说明文字，`art1.s9` 不是标题。

```python
>>> one = 1
>>> one + 1
2

```

## `art1.s1a` `art1.s1b` 两句

> 甲，
>
> *first,*
>
> 乙。
>
> *second.*

```text
# `art9.s9` in a fence is no heading
```

### 一种读法

>>> one
1
"""
LEDGER = Ledger(
    tuple(
        Provision(i, t, g, Disposition.DECLARATORY)
        for i, t, g in (
            ("art1.h", "第一条【目的】", "Heading: Purpose"),
            ("art1.s1a", "甲，", "first,"),
            ("art1.s1b", "乙。", "second."),
        )
    )
)


def test_a_page_is_its_headings_quotations_and_examples() -> None:
    page = read_page("art01.md", TEXT)
    assert page.article == 1
    assert [s.provisions for s in page.sections] == [("art1.h",), ("art1.s1a", "art1.s1b"), ()]
    assert page.sections[1].quoted == ("甲，", "乙。")
    assert page.sections[1].glosses == ("first,", "second.")
    assert [len(s.examples) for s in page.sections] == [2, 0, 1]
    assert page.about("art1.s1b") is page.sections[1]
    assert page.about("art1.s9") is None


def test_a_page_that_quotes_the_ledger_has_no_fault() -> None:
    assert page_faults([read_page("art01.md", TEXT)], LEDGER) == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("> 甲，\n", "> 甲。\n", "what is quoted is not the text"),
        ("> *first,*\n", "> *First,*\n", "the glosses are"),
        ("`art1.s1b`", "`art1.s1c`", "there is no provision art1.s1c"),
        (" `art1.s1b`", "", "no page has art1.s1b"),
        (
            "### 一种读法",
            "### `art1.h` 又一次\n\n> 第一条【目的】\n>\n> *Heading: Purpose*\n",
            "already",
        ),
        ("> 乙。\n>\n> *second.*", "", "what is quoted is not the text"),
    ],
)
def test_what_a_page_says_otherwise_than_the_ledger_is_a_fault(
    old: str, new: str, said: str
) -> None:
    faults = page_faults([read_page("art01.md", TEXT.replace(old, new, 1))], LEDGER)
    assert any(said in fault.en for fault in faults)
    assert all(fault.zh for fault in faults)


def test_the_examples_of_a_page_share_a_namespace() -> None:
    result = run_page(read_page("art01.md", TEXT))
    assert (result.passed, result.failures) == (True, ())


def test_what_is_printed_otherwise_or_raised_is_a_failure() -> None:
    broken = TEXT.replace("\n2\n", "\n3\n").replace(">>> one\n1", ">>> two\n1")
    failures = run_page(read_page("art01.md", broken)).failures
    assert [(f.line, f.want, f.got) for f in failures] == [
        (11, "3\n", "2\n"),
        (32, "1\n", "NameError: name 'two' is not defined\n"),
    ]


PAGES = pages_of(TIANJIN)


def test_tianjin_brings_a_page_for_every_article_and_one_for_the_rest() -> None:
    assert [page.article for page in PAGES] == [*range(1, 27), None]
    assert page_faults(PAGES, TIANJIN.ledger) == ()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_has_an_example(page: Page) -> None:
    """Where nothing is decided, one shows that nothing is."""
    assert page.examples


def clauses_of(provision: Provision) -> Iterator[Clause[...]]:
    for norm in dict.fromkeys(TIANJIN.every_norm):
        if isinstance(norm, Clause) and norm.provision == provision.id:
            yield norm


def called_by(page: Page) -> dict[str, set[CodeType]]:
    """Run the examples of a page and return, for each provision, what ran under its headings.

    A heading without provisions belongs to the one before it.
    """
    lines: dict[int, tuple[str, ...]] = {}
    named: tuple[str, ...] = ()
    for section in page.sections:
        named = section.provisions or named
        lines |= {e.lineno: named for e in section.examples}
    found: dict[str, set[CodeType]] = {}
    namespace: dict[str, Any] = {"__name__": "__main__"}
    for example in page.examples:
        ran: set[CodeType] = set()

        def notice(frame: FrameType, event: str, _: object, ran: set[CodeType] = ran) -> None:
            if event == "call":
                ran.add(frame.f_code)

        code = compile(example.source, page.name, "single")
        before, sys.displayhook = sys.displayhook, lambda _: None
        sys.setprofile(notice)
        try:
            with suppress(Exception):  # an example may show an error
                exec(code, namespace)  # noqa: S102 - a page of the law, run as doctest runs it
        finally:
            sys.setprofile(None)
            sys.displayhook = before
        for provision in lines[example.lineno]:
            found.setdefault(provision, set()).update(ran)
    return found


@pytest.mark.parametrize(
    "page", [p for p in PAGES if p.article is not None], ids=lambda page: page.name
)
def test_the_examples_of_a_provision_ask_its_clauses(page: Page) -> None:
    """Under the heading of a provision stands an example that runs every clause of it."""
    called = called_by(page)
    unasked = [
        (provision, clause.name)
        for section in page.sections
        for provision in section.provisions
        for clause in clauses_of(TIANJIN.ledger[provision])
        if clause.function.__code__ not in called.get(provision, set())
    ]
    assert unasked == []


def test_the_exercises_of_a_provision_are_on_its_page_and_in_its_code() -> None:
    row = TIANJIN.ledger["art5.item3.s2c"]
    found = exercises_of(TIANJIN, PAGES, row)
    wheres = {e.where for e in found}
    assert {"art05_formation:enough_participants", "articles/art05.md"} <= wheres
    page = page_of(PAGES, row.id)
    assert page is not None
    of_the_page = [e for e in found if e.where == "articles/art05.md"]
    lines = page.text.split("\n")
    assert all(e.source.split("\n")[0] in lines[e.line - 1] for e in of_the_page)
