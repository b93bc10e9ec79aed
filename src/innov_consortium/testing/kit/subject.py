"""What every check looks at: the policy, its package, its pages and examples, read once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from attrs import field, frozen

from innov_consortium.core.clauses import Clause, Fact, Items, Judgement
from innov_consortium.core.policy import Policy
from innov_consortium.testing.articles import Page, PageResult, pages_of
from innov_consortium.testing.examples import Row, read_examples
from innov_consortium.testing.kit.observing import Observed, observe
from innov_consortium.testing.kit.package import Package, package_of

__all__ = ["Found", "Subject"]


@frozen
class Found:
    """Something a check finds, before anybody asks whether it is accepted.

    Args:
        subject: What it is found in and of which sort it is: ``art4.s1:gloss``.
        zh: What is wrong and what to do, in Chinese.
        en: The same in English.
        where: The place, a file or module and its line.
        provisions: The provisions concerned.
    """

    subject: str
    zh: str
    en: str
    where: str = ""
    provisions: tuple[str, ...] = ()


@frozen(slots=False)
class Subject:
    """A policy as the kit looks at it.

    Args:
        policy: The policy by itself, without what is asked beside it.
        editions: Every policy of its code that is at hand, itself among them.
        seed: What is drawn is the same for the same seed.
    """

    policy: Policy
    editions: tuple[Policy, ...] = ()
    seed: int = 0
    cache: dict[str, Any] = field(factory=dict, eq=False, repr=False)

    @cached_property
    def package(self) -> Package | None:
        """Its package."""
        return package_of(self.policy)

    @cached_property
    def norms(self) -> tuple[Clause[...] | Judgement, ...]:
        """Every clause and judgement once, also what is said only after the text has expired."""
        afterwards = [n for i in self.policy.inquiries for n in i.afterwards]
        return tuple(dict.fromkeys([*self.policy.every_norm, *afterwards]))

    @cached_property
    def clauses(self) -> tuple[Clause[...], ...]:
        """Every clause once."""
        return tuple(n for n in self.norms if isinstance(n, Clause))

    @property
    def functions(self) -> Iterator[Clause[...] | Fact[..., Any] | Items[..., Any]]:
        """Every clause, fact and sort of items."""
        yield from self.clauses
        yield from self.policy.facts
        yield from self.policy.items

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Its pages; none where one cannot be read, which the check of pages tells."""
        try:
            return pages_of(self.policy) if self.package is not None else ()
        except ValueError:
            return ()

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of its ``examples.jsonl``; none where it cannot be read."""
        text = None if self.package is None else self.package.text("examples.jsonl")
        return () if text is None else read_examples(text)

    @cached_property
    def observed(self) -> Observed:
        """What was asked while its pages and examples were run."""
        return observe(self)

    @property
    def ran(self) -> tuple[PageResult, ...]:
        """What became of its pages."""
        return self.observed.pages

    def line_of(self, provision: str) -> str:
        """Return the place of a provision in the ledger's file."""
        return f"ledger.tsv:{self.policy.ledger.rank(provision) + 2}"
