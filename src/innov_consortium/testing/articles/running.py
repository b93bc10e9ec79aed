"""Running pages: their examples one by one, as the standard library's doctest runs a file."""

from __future__ import annotations

import doctest
import io
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from innov_consortium.testing.articles.pages import Page

__all__ = ["Failure", "PageResult", "run_page", "run_pages"]


@frozen
class Failure:
    """An example whose output is not what the page says.

    Args:
        line: Its line in the page, counted from 1.
        source: The example.
        want: What the page says.
        got: What was printed, or the last line of the error raised.
    """

    line: int
    source: str
    want: str
    got: str


@frozen
class PageResult:
    """What became of a page.

    Args:
        page: The page.
        failures: The examples that failed; empty if all are as the page says.
    """

    page: Page
    failures: tuple[Failure, ...]

    @property
    def passed(self) -> bool:
        """Whether every example printed what the page says."""
        return not self.failures


def run_pages(pages: Iterable[Page]) -> Iterator[PageResult]:
    """Run pages one after the other, each in a namespace of its own."""
    for page in pages:
        yield run_page(page)


def run_page(page: Page) -> PageResult:
    r"""Run the examples of a page.

    >>> from innov_consortium.testing.articles.pages import read_page
    >>> result = run_page(read_page("art01.md", "# `art1.h`\n\n>>> 1 + 1\n3\n"))
    >>> [(f.line, f.want, f.got) for f in result.failures]
    [(3, '3\n', '2\n')]
    """
    test = doctest.DocTest(
        list(page.examples), {"__name__": "__main__"}, page.name, page.name, 0, page.text
    )
    runner = _Runner(verbose=False)
    runner.run(test, out=io.StringIO().write)
    return PageResult(page, tuple(runner.found))


class _Runner(doctest.DocTestRunner):
    """A runner that keeps what failed instead of printing it."""

    def __init__(self, *, verbose: bool) -> None:
        super().__init__(verbose=verbose)
        self.found: list[Failure] = []

    def report_failure(
        self, _out: Any, _test: doctest.DocTest, example: doctest.Example, got: str
    ) -> None:
        """Keep an example that printed something else."""
        self.found.append(Failure(example.lineno + 1, example.source, example.want, got))

    def report_unexpected_exception(
        self, _out: Any, _test: doctest.DocTest, example: doctest.Example, exc_info: Any
    ) -> None:
        """Keep an example that raised."""
        kind, error, _ = exc_info
        got = f"{kind.__name__}: {error}\n"
        self.found.append(Failure(example.lineno + 1, example.source, example.want, got))
