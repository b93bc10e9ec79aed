"""The examples that exercise a provision: on its page, and in the documentation of its code."""

from __future__ import annotations

import doctest
import importlib
import inspect
from collections.abc import Iterable, Iterator

from attrs import frozen

from innov_consortium.core.clauses import Clause
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Provision
from innov_consortium.rendering import messages_package
from innov_consortium.testing.articles.pages import FOLDER, Page

__all__ = ["Exercise", "exercises_of", "page_of"]

_PARSER = doctest.DocTestParser()


@frozen
class Exercise:
    """An example of what a provision means.

    Args:
        where: The page, or module and name, it stands in.
        line: Its line there, counted from 1.
        source: The example.
    """

    where: str
    line: int
    source: str


def page_of(pages: Iterable[Page], provision: str) -> Page | None:
    """Return the page about a provision; ``None`` if there is none."""
    return next((page for page in pages if page.about(provision) is not None), None)


def exercises_of(policy: Policy, pages: Iterable[Page], provision: Provision) -> list[Exercise]:
    """Return the examples under the heading of a provision, then those of the clauses it names.

    Args:
        policy: The policy.
        pages: Its pages.
        provision: The provision, as the policy's ledger has it.
    """
    found: list[Exercise] = []
    page = page_of(pages, provision.id)
    if page is not None:
        where = f"{FOLDER}/{page.name}"
        shown = page.exercising(provision.id)
        found += [Exercise(where, e.lineno + 1, e.source) for e in shown]
    for clause, where in _clauses(policy, provision):
        doc = inspect.getdoc(clause) or ""
        found += [Exercise(where, e.lineno + 1, e.source) for e in _PARSER.get_examples(doc)]
    return found


def _clauses(policy: Policy, provision: Provision) -> Iterator[tuple[Clause[...], str]]:
    """Yield the clauses of a provision its row points at, each with its place."""
    package = messages_package(policy)
    for place in provision.where.split() if package else ():
        module, _, name = place.partition(":")
        target = getattr(importlib.import_module(f"{package}.{module}"), name, None)
        if isinstance(target, Clause) and target.provision == provision.id:
            yield target, place
