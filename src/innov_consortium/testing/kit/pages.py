"""Pages of law: one for each article, in its exact words, with examples that come out as shown."""

from __future__ import annotations

from collections.abc import Iterator

from innov_consortium.core.sources import Disposition, Ledger, Place
from innov_consortium.rendering.citations import numeral
from innov_consortium.testing.articles import Page, PageFault, PageResult, page_faults, pages_of
from innov_consortium.testing.kit.looking import Looked, NotRun
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["look_at_pages"]

_COMPUTED = (Disposition.CLAUSE, Disposition.JUDGEMENT, Disposition.STEP, Disposition.NUMBER)


def look_at_pages(subject: Subject) -> Looked | NotRun:
    """Look at the pages beside the ledger, and at what came of running them."""
    if subject.package is None:
        return NotRun("政策不在软件包中", "the policy is in no package")
    try:
        pages = pages_of(subject.policy)
    except ValueError as error:
        unread = Found("pages:read", f"有一页读不了：{error}", f"a page cannot be read: {error}")
        return Looked(0, [unread])
    if not pages:
        zh = "没有条文页；请在 articles 文件夹里每条写一页（artNN.md），并写 index.md"
        en = "there are no pages: write one for each article, articles/artNN.md, and index.md"
        return Looked(0, [Found("pages:missing", zh, en)])
    ledger = subject.policy.ledger
    found: list[Found] = []
    for fault in page_faults(pages, ledger):
        at = f"articles/{fault.page}:{fault.line}" if fault.page else "articles"
        about = _about(pages, fault, ledger)
        key = about[0] if about else fault.page
        found.append(Found(f"{key}:page", fault.zh, fault.en, at, about))
    told = {page.article for page in pages}
    articles = dict.fromkeys(Place.of(p).article for p in ledger)
    for article in articles:
        if article is not None and article not in told:
            zh = f"第{numeral(article)}条没有自己的一页；请写 articles/art{article:02}.md"
            en = f"Art. {article} has no page of its own: write articles/art{article:02}.md"
            found.append(
                Found(f"art{article}:page", zh, en, "articles", ledger.under(f"art{article}"))
            )
    for result in subject.ran:
        found += _of(subject, result)
    return Looked(len(pages), found)


def _about(pages: tuple[Page, ...], fault: PageFault, ledger: Ledger) -> tuple[str, ...]:
    """Return the provisions a fault is about: those it names, or those of its heading."""
    named = tuple(p for p in ledger if p in fault.zh.split())
    if named:
        return named
    of_it = (page for page in pages if page.name == fault.page)
    under = (s for page in of_it for s in page.sections if s.line == fault.line)
    return tuple(p for section in under for p in section.provisions if p in ledger)


def _of(subject: Subject, result: PageResult) -> Iterator[Found]:
    page = result.page
    name = page.name.removesuffix(".md")
    for failure in result.failures:
        zh = f"例子 {failure.source.strip()} 应为 {failure.want.strip() or '—'}，"
        zh = f"{zh}实为 {failure.got.strip()}；请改正例子或者规则"
        en = f"the example {failure.source.strip()} says {failure.want.strip() or '—'} and gives "
        en = f"{en}{failure.got.strip()}; mend one of the two"
        about = next((s.provisions for s in reversed(page.sections) if s.line < failure.line), ())
        at = f"articles/{page.name}:{failure.line}"
        yield Found(f"{name}:{failure.line}:example", zh, en, at, about)
    ledger = subject.policy.ledger
    computed = [
        p
        for s in page.sections
        for p in s.provisions
        if p in ledger and ledger[p].disposition in _COMPUTED
    ]
    if computed and not page.shown:
        zh = f"{page.name} 有规则却没有一个能运行的例子；请举例"
        en = f"{page.name} is about norms and shows no example that is run; show some"
        yield Found(f"{name}:examples", zh, en, f"articles/{page.name}:1", tuple(computed))
    for line in _not_run(page):
        under = next((s.provisions for s in reversed(page.sections) if s.line < line), ())
        zh = f"{page.name} 第 {line} 行起的 python 代码没有 >>>，不会运行；请写成例子"
        en = f"the python from line {line} of {page.name} on has no >>> and is never run; show it"
        yield Found(f"{name}:{line}:not_run", zh, en, f"articles/{page.name}:{line}", under)
    skipped = [e for e in page.examples if "+SKIP" in e.source]
    if skipped:
        zh, en = "有例子标了 +SKIP，不会运行；请去掉", "has examples marked +SKIP; unmark them"
        yield Found(
            f"{name}:skipped", f"{page.name} {zh}", f"{page.name} {en}", f"articles/{page.name}"
        )


def _not_run(page: Page) -> Iterator[int]:
    """Yield the lines at which a fence of Python begins with what is not run."""
    begun = within = False
    for number, line in enumerate(page.text.split("\n"), 1):
        words = line.strip()
        if not within and words.startswith(("```py", "~~~py")):
            begun = within = True
        elif within and words in ("```", "~~~"):
            begun = within = False
        elif begun and words:
            begun = False
            if not words.startswith(">>>"):
                yield number
