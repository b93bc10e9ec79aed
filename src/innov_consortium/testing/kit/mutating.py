"""Mutants of a policy, held against its own examples: docstrings, pages, rows and cases."""

from __future__ import annotations

import doctest
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import field, frozen

from innov_consortium.core.policy import Policy
from innov_consortium.testing.articles import Page
from innov_consortium.testing.cases import read_cases
from innov_consortium.testing.examples import RowExample
from innov_consortium.testing.kit.conformance import Flaw
from innov_consortium.testing.kit.observing import in_place
from innov_consortium.testing.kit.subject import Subject
from innov_consortium.testing.mutants import (
    CaseExample,
    Example,
    Known,
    Mutant,
    Verdict,
    doc_examples,
    drawn_from,
    judged_by,
    seen_in,
)

__all__ = ["MUTANTS", "PageExample", "Tried", "page_examples", "try_mutants"]

#: The name under which ``known_gaps.tsv`` accepts that a mutant survives.
MUTANTS = "mutants"

#: A policy of up to so many mutants is held against all of them; of a larger one some are drawn.
_SMALL, _DRAWN = 700, 24
#: Of those that are drawn each is asked of so many examples, the nearest first, by so many of the
#: provisions it is about.
_ASKED, _PROVISIONS = 4, 4
#: An example that has nothing to do with a mutant, and the time one may be supposed to take.
_FAR, _SECONDS = 100, 0.3


@frozen
class PageExample:
    """The examples under one heading of a page, after what the headings before it prepare.

    Args:
        page: The name of the page.
        line: The line of the heading.
        about: The provisions it names.
        examples: What is run.
        text: The page.
        policy: The policy it speaks of.
    """

    page: str
    line: int
    about: tuple[str, ...]
    examples: tuple[doctest.Example, ...] = field(repr=False)
    text: str = field(repr=False)
    policy: Policy = field(repr=False)

    @property
    def id(self) -> str:
        """The page and the line of the heading."""
        return f"articles/{self.page}:{self.line}"

    @property
    def of_functions_alone(self) -> bool:
        """No: a page asks the whole policy."""
        return False

    def right(self, policy: Policy) -> bool:
        """Return whether everything under the heading comes out as shown."""
        names = {"__name__": "__main__"}
        test = doctest.DocTest(list(self.examples), names, self.page, self.page, 0, self.text)
        runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.FAIL_FAST)
        with in_place(policy, self.policy):
            return runner.run(test, out=_silent).failed == 0


def _silent(_: str) -> None:
    """Say nothing: a mutant that is noticed is what is looked for."""


def page_examples(pages: Iterable[Page], policy: Policy) -> Iterator[PageExample]:
    """Yield the headings of pages under which something is shown.

    What comes before a heading is run as far as it shows nothing itself: it prepares.
    """
    for page in pages:
        about: tuple[str, ...] = ()
        for section in page.sections:
            about = section.provisions or about
            shown = [e for e in section.examples if e.want]
            if not shown:
                continue
            before = [e for e in page.examples if e.lineno < section.line - 1 and not e.want]
            examples = (*before, *section.examples)
            yield PageExample(page.name, section.line, about, examples, page.text, policy)


@frozen(kw_only=True)
class Tried:
    """What became of the mutants that were tried.

    Args:
        there: How many mutants there are.
        asked: How many were tried.
        survivors: Those no example noticed.
        tried: The ids of all that were tried.
        examples: How many examples there were to notice them.
    """

    there: int
    asked: int
    survivors: tuple[Flaw, ...]
    tried: frozenset[str]
    examples: int


def try_mutants(subject: Subject, most: int | str | None) -> Tried:
    """Hold mutants against the examples of a policy.

    Args:
        subject: The policy.
        most: How many to draw; ``all`` of them; ``None`` for all of a small policy and some of a
            large one, which are then asked of the examples about the same provisions alone.
    """
    policy = subject.policy
    there = drawn_from(policy, 0).there
    chosen = _number(most, there)
    drawn = drawn_from(policy, chosen, seed=subject.seed)
    examples = tuple(_examples(subject))
    if chosen is None:
        known = seen_in(policy, examples, right_only=True)
        verdicts = judged_by(policy, drawn.mutants, known)
    else:
        verdicts = _by_the_nearest(policy, drawn.mutants, examples)
    survivors = [v.mutant for v in verdicts if v.survived]
    return Tried(
        there=drawn.there,
        asked=len(drawn.mutants),
        survivors=tuple(map(_flaw, survivors)),
        tried=frozenset(m.id for m in drawn.mutants),
        examples=len(examples),
    )


def _number(most: int | str | None, there: int) -> int | None:
    if most is None:
        return None if there <= _SMALL else _DRAWN
    return None if isinstance(most, str) or most >= there else most


def _flaw(mutant: Mutant) -> Flaw:
    return Flaw(
        check=MUTANTS,
        subject=mutant.id,
        zh=f"{mutant.zh}；没有一个例子察觉，请补一个例子",
        en=f"{mutant.en}; no example notices, add one",
        provisions=mutant.about,
    )


def _by_the_nearest(
    policy: Policy, mutants: Iterable[Mutant], examples: tuple[Any, ...]
) -> Iterator[Verdict]:
    """Yield what becomes of each mutant by the examples nearest to it: of its function, about it.

    To see what every example of a large policy touches takes longer than anything else here.
    """
    right: dict[str, bool] = {}
    for mutant in mutants:
        near: list[Known] = []
        for example in sorted(examples, key=lambda e: _distance(mutant, e)):
            if len(near) == _ASKED or _distance(mutant, example) == _FAR:
                break
            if example.id not in right:
                right[example.id] = example.right(policy)
            if right[example.id]:
                near.append(Known(example, mutant.bears_on or frozenset(), _SECONDS))
        yield from judged_by(policy, [mutant], near)


def _distance(mutant: Mutant, example: Any) -> int:
    """Return how near an example is to a mutant: of its function, about the same, or not at all."""
    if example.of_functions_alone:
        return 0 if example.id in (mutant.bears_on or ()) else _FAR
    about = getattr(example, "about", ())
    shared = [n for n, p in enumerate(mutant.about[:_PROVISIONS]) if p in about]
    if shared:
        return 1 + shared[0]
    return _FAR if about or mutant.about else _FAR - 1


def _examples(subject: Subject) -> Iterator[Example]:
    """Yield the examples of a policy.

    One that is not right under the policy can notice nothing; who asks leaves it out.
    """
    yield from doc_examples(subject.policy)
    yield from map(RowExample, (row for row in subject.rows if not row.error))
    yield from page_examples(subject.pages, subject.policy)
    text = None if subject.package is None else subject.package.text("cases.jsonl")
    if text is not None:
        yield from map(CaseExample, read_cases(text))
