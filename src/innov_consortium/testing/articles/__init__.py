"""Executable articles: pages of law that a policy brings in its package, and running them.

A page is Markdown in the folder ``articles`` beside the policy's ``locale``, ``art05.md`` for
article 5 and ``index.md`` for what is no article. A heading names the provisions it is about, each
in backticks; the block quote after it holds their exact words, line by line, and in italics the
gloss of each. What follows, up to the next heading, is how they are read, with examples::

    ## `art5.item3.s2c` 参与单位总数

    > 参与单位总数原则上不少于6家，
    >
    > *the total of participants is in principle no fewer than 6,*

The examples of a page share one namespace and run from top to bottom, as under ``python -m
doctest``; a blank line stands before the fence that closes them.
"""

from __future__ import annotations

from innov_consortium.testing.articles.checking import PageFault, page_faults
from innov_consortium.testing.articles.pages import Page, Section, pages_of
from innov_consortium.testing.articles.running import Failure, PageResult, run_page, run_pages

__all__ = [
    "Failure",
    "Page",
    "PageFault",
    "PageResult",
    "Section",
    "page_faults",
    "pages_of",
    "run_page",
    "run_pages",
]
