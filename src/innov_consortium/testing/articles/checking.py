"""Whether pages say the law as the ledger has it, every provision once and in its exact words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from innov_consortium.core.sources import Ledger
from innov_consortium.testing.articles.pages import Page, Section

__all__ = ["PageFault", "page_faults"]


@frozen
class PageFault:
    """Something in which a page differs from the text it is about.

    Args:
        page: The page.
        line: The line of the heading concerned, counted from 1.
        zh: What is wrong, in Chinese.
        en: The same in English.
    """

    page: str
    line: int
    zh: str
    en: str


def page_faults(pages: Iterable[Page], ledger: Ledger) -> tuple[PageFault, ...]:
    """Return what pages leave out, name twice, invent or quote otherwise than the ledger.

    A page without any example is right only where it says so under its headings in words; that is
    for a reader to see, so it is no fault here.
    """
    pages = tuple(pages)
    faults = [f for page in pages for f in _of_page(page, ledger)]
    named: dict[str, str] = {}
    for page, section, provision in _named(pages):
        if provision in named:
            zh = f"{provision} 已在 {named[provision]} 说明"
            en = f"{provision} is told of in {named[provision]} already"
            faults.append(PageFault(page.name, section.line, zh, en))
        named.setdefault(provision, page.name)
    missing = [
        PageFault("", 0, f"没有一页说明 {provision}", f"no page has {provision}")
        for provision in ledger
        if provision not in named
    ]
    return (*faults, *missing)


def _named(pages: tuple[Page, ...]) -> Iterator[tuple[Page, Section, str]]:
    for page in pages:
        for section in page.sections:
            for provision in section.provisions:
                yield page, section, provision


def _of_page(page: Page, ledger: Ledger) -> Iterator[PageFault]:
    for section in page.sections:
        strange = [p for p in section.provisions if p not in ledger]
        for provision in strange:
            zh, en = f"没有条款 {provision}", f"there is no provision {provision}"
            yield PageFault(page.name, section.line, zh, en)
        there = [ledger[p] for p in section.provisions if p in ledger]
        texts = tuple(p.text for p in there)
        if there and section.quoted != texts:
            whole = " / ".join(texts)
            zh = f"引文不是原文；原文：{whole}"
            en = f"what is quoted is not the text, which is: {whole}"
            yield PageFault(page.name, section.line, zh, en)
        glosses = tuple(p.gloss for p in there)
        if there and section.glosses != glosses:
            whole = " / ".join(glosses)
            zh, en = f"译文应为：{whole}", f"the glosses are: {whole}"
            yield PageFault(page.name, section.line, zh, en)
