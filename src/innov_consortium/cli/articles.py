"""``innov-consortium articles``: run the executable pages of an installed policy."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any

from innov_consortium.cli.output import Output
from innov_consortium.cli.sources import refuse, select
from innov_consortium.core.sources import Ledger
from innov_consortium.rendering import negotiate
from innov_consortium.testing.articles import (
    Page,
    PageFault,
    PageResult,
    page_faults,
    pages_of,
    run_pages,
)

__all__ = ["run"]

_IDS = re.compile(r"\s*`[^`]*`")


def run(given: argparse.Namespace, output: Output) -> int:
    """Run every page, print a line for each, and what is not as a page says.

    The exit status is 0 if every page quotes the law exactly and every example prints what its page
    says, 1 if not, 2 if the policy brings no page.
    """
    policy = select(given.code, on=given.on)
    pages = pages_of(policy)
    if not pages:
        output.say(f"{policy.code} 没有条文页", f"{policy.code} brings no pages")
        return 2
    chosen = _chosen(pages, given.page)
    if given.show:
        for page in chosen:
            output.text(page.text)
        return 0
    faults = page_faults(pages, policy.ledger)
    documents = []
    for result in run_pages(chosen):
        own = [f for f in faults if f.page == result.page.name]
        documents.append(_document(result, own, policy.ledger))
        if not output.as_json:
            _print(documents[-1], own, result, output, negotiate(given.lang))
    missing = [f for f in faults if not f.page]
    _close(documents, missing, output)
    passed = all(d["passed"] for d in documents) and not missing
    if output.as_json:
        output.document({"policy": policy.code, "passed": passed, "pages": documents})
    return 0 if passed else 1


def _chosen(pages: tuple[Page, ...], named: list[str]) -> tuple[Page, ...]:
    """Return the pages named, each by its article or its file; all of them if none is.

    Raises:
        InvalidInputError: There is no such page.
    """
    by_name = {page.name.removesuffix(".md"): page for page in pages}
    by_name |= {str(page.article): page for page in pages if page.article is not None}
    strange = [name for name in named if name.removesuffix(".md") not in by_name]
    if strange:
        there = "、".join(by_name)
        refuse("N", f"没有 {strange[0]!r} 这一页；有：{there}", f"no page {strange[0]!r}; {there}")
    return tuple(by_name[name.removesuffix(".md")] for name in named) or pages


def _document(result: PageResult, faults: Iterable[PageFault], ledger: Ledger) -> dict[str, Any]:
    page = result.page
    listed = [{"line": f.line, "zh": f.zh, "en": f.en} for f in faults]
    failures = [
        {"line": f.line, "source": f.source, "want": f.want, "got": f.got} for f in result.failures
    ]
    return {
        "page": page.name,
        "article": page.article,
        "title": _title(page),
        "gloss": _gloss(page, ledger),
        "provisions": sum(len(s.provisions) for s in page.sections),
        "examples": len(page.shown),
        "passed": result.passed and not listed,
        "failures": failures,
        "faults": listed,
    }


def _title(page: Page) -> str:
    return _IDS.sub("", page.sections[0].title).strip() if page.sections else page.name


def _gloss(page: Page, ledger: Ledger) -> str:
    first = page.sections[0].provisions if page.sections else ()
    there = [ledger[p].gloss for p in first if p in ledger]
    return there[0].removeprefix("Heading: ") if there else ""


def _print(
    document: dict[str, Any],
    faults: Iterable[PageFault],
    result: PageResult,
    output: Output,
    locale: str,
) -> None:
    sign = "✓" if document["passed"] else "✗"
    examples, provisions = document["examples"], document["provisions"]
    chinese = locale != "en"
    counted = (
        f"{provisions} 条款句，{examples} 个例子"
        if chinese
        else f"{provisions} provisions, {examples} examples"
    )
    title = document["title"] if chinese else f"{document['title']} {document['gloss']}"
    output.text(f"{sign} {document['page']:<9} {title}  {counted}")
    for fault in faults:
        output.text(f"    {fault.page}:{fault.line}  {fault.zh if chinese else fault.en}")
    want, got = ("页上写", "实际为") if chinese else ("the page says", "it is")
    for failure in result.failures:
        output.text(f"    {result.page.name}:{failure.line}  >>> {failure.source.rstrip()}")
        output.text(f"        {want}: {failure.want.rstrip()}")
        output.text(f"        {got}: {failure.got.rstrip()}")


def _close(documents: list[dict[str, Any]], missing: Iterable[PageFault], output: Output) -> None:
    for fault in missing:
        output.say(f"✗ {fault.zh}", f"✗ {fault.en}")
    passed = sum(d["passed"] for d in documents)
    examples = sum(d["examples"] for d in documents)
    output.say(
        f"{len(documents)} 页，{examples} 个例子；通过 {passed} 页",
        f"{len(documents)} pages, {examples} examples; {passed} passed",
    )
