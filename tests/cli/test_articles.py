"""``articles``: the pages of an installed policy, run in one command."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from innov_consortium.cli import articles
from innov_consortium.testing.articles import Page
from innov_consortium.testing.articles.pages import read_page

Command = Callable[..., Any]

GOOD = """# 第一条【指导原则】 `art1.h`

> 第一条【指导原则】
>
> *Heading: Guiding principle*

>>> 1 + 1
2
"""


def having(monkeypatch: pytest.MonkeyPatch, *texts: str) -> None:
    pages = tuple(read_page(f"art{n:02d}.md", text) for n, text in enumerate(texts, start=1))
    monkeypatch.setattr(articles, "pages_of", lambda _: pages)


def test_a_line_for_each_page_and_a_summary(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    having(monkeypatch, GOOD)
    monkeypatch.setattr(articles, "page_faults", lambda *_: ())
    done = run("articles", "CN-TJ")
    assert (done.status, done.out.split("\n")[0]) == (
        0,
        "✓ art01.md  第一条【指导原则】  1 条款句，1 个例子",
    )
    assert "1 页，1 个例子；通过 1 页" in done.err
    english = run("articles", "CN-TJ", "--lang", "en")
    assert "Guiding principle  1 provisions, 1 examples" in english.out


def test_what_is_not_as_the_page_says_is_shown(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    having(monkeypatch, GOOD.replace("\n2\n", "\n3\n"))
    done = run("articles", "CN-TJ")
    assert done.status == 1
    assert "✗ art01.md" in done.out
    assert "art01.md:7  >>> 1 + 1" in done.out
    assert "页上写: 3" in done.out
    assert "实际为: 2" in done.out
    document = run("articles", "CN-TJ", "--format", "json").document
    (page,) = document["pages"]
    assert (document["passed"], page["failures"][0]["got"]) == (False, "2\n")


def test_a_quotation_that_is_not_the_text_fails(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    having(monkeypatch, GOOD.replace("> 第一条【指导原则】", "> 第一条【指导原則】"))
    done = run("articles", "CN-TJ", "--lang", "en")
    assert (done.status, "what is quoted is not the text" in done.out) == (1, True)
    assert "no page has art26.s2" in done.err


def test_a_policy_without_pages_says_so(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    none: tuple[Page, ...] = ()
    monkeypatch.setattr(articles, "pages_of", lambda _: none)
    done = run("articles", "CN-TJ")
    assert (done.status, "没有条文页" in done.err) == (2, True)
