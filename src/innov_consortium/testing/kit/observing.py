"""What is asked of a policy while its own pages and examples run, and made-up cases beside them.

The pages and examples are the author's; whatever they ask is asked again by other checks: with less
known, twice, on later days, in both languages.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Report
from innov_consortium.errors import InvalidInputError
from innov_consortium.interchange import structure_dossier, structure_event
from innov_consortium.plugins import Catalogue, catalogue, instead
from innov_consortium.testing.articles import PageResult, run_page
from innov_consortium.testing.cases.results import CaseResult
from innov_consortium.testing.examples import Row, run_example
from innov_consortium.testing.kit.making import made_up

if TYPE_CHECKING:
    from innov_consortium.testing.kit.subject import Subject

__all__ = ["Observed", "Question", "in_place", "observe"]

#: Most questions that are asked again, and most of one inquiry.
_MOST, _MOST_OF_ONE = 100, 16


@frozen
class Question:
    """What was asked.

    Args:
        policy: The policy as it was asked: read, published, with the figures it was given.
        inquiry: The name of the inquiry.
        case: The case or the history.
        on: The day.
        source: The page or row it was asked in; empty for a made-up case.
    """

    policy: Policy
    inquiry: str
    case: Case | Dossier = field(repr=False)
    on: date
    source: str = ""

    def ask(self) -> Report:
        """Ask it."""
        return self.policy.check(self.inquiry, self.case, on=self.on)


@frozen
class Observed:
    """What was seen.

    Args:
        pages: What became of each page.
        rows: What became of each row of examples, by the row's line.
        questions: Questions that pages and examples asked, some of each inquiry.
        made_up: Questions about made-up cases of which next to nothing is known.
        asked: How many different questions pages and examples asked.
    """

    pages: tuple[PageResult, ...]
    rows: Mapping[int, CaseResult]
    questions: tuple[Question, ...]
    made_up: tuple[Question, ...]
    asked: int


@contextmanager
def in_place(policy: Policy, of: Policy | None = None) -> Iterator[None]:
    """Have ``catalogue().select(…)`` find a policy in the place of one that is offered.

    Args:
        policy: The policy.
        of: The one in whose place it is found; itself if ``None``. Where nobody offers that one, it
            is found beside the others.
    """
    here = catalogue()
    held = policy if of is None else of
    every = (*here.offered, *here.disputed)
    if not any(_is(o.policy, held) for o in every):
        with instead(Catalogue(here.offered, here.refused).register(policy)):
            yield
        return
    kept = (o for o in every if o in here.offered or _is(o.policy, held))
    offered = tuple(evolve(o, policy=policy) if _is(o.policy, held) else o for o in kept)
    with instead(Catalogue(offered, here.refused)):
        yield


def _is(offered: Policy, policy: Policy) -> bool:
    """Return whether a policy is the one offered, with or without what is asked beside it."""
    if offered is policy:
        return True
    same_text = offered.code == policy.code and offered.ledger == policy.ledger
    return same_text and offered.without_additional == policy.without_additional


def observe(subject: Subject) -> Observed:
    """Run the pages and examples of a policy and see what is asked."""
    seen: list[Question] = []
    source = ""

    def note(policy: Policy, inquiry: str, case: Case | Dossier, on: date) -> None:
        if policy.code == subject.policy.code:
            seen.append(Question(policy, inquiry, case, on, source))

    pages, rows = [], {}
    with _watching(note), in_place(subject.policy):
        for page in subject.pages:
            source = f"articles/{page.name}"
            pages.append(run_page(page))
        for row in subject.rows:
            source = f"examples.jsonl:{row.line}"
            if not row.error:
                rows[row.line] = run_example(row.document, subject.policy)
                seen += _of_history(row, subject.policy, source)
    different = tuple(_different(seen))
    chosen = _some(different, random.Random(subject.seed))  # noqa: S311 - to be the same each time
    others = tuple(Question(*one) for one in made_up(subject.policy))
    return Observed(tuple(pages), rows, chosen, others, len(different))


def _of_history(row: Row, policy: Policy, source: str) -> Iterator[Question]:
    """Yield every inquiry about the history of a row with an act, before it and after it."""
    if "history" not in row.document or "act" not in row.document:
        return
    try:
        dossier = structure_dossier(row.document["history"], policy)
        day = date.fromisoformat(str(row.document["on"]))
        told = row.document.get("published_on")
        if told is not None:
            policy = policy.supposing_published(date.fromisoformat(str(told)))
    except (InvalidInputError, KeyError, ValueError):  # the check of examples tells
        return
    done = [dossier]
    try:
        act = structure_event(row.document["act"], policy)
        done.append(evolve(dossier, history=dossier.history.add(act)))
    except InvalidInputError:  # an act to be refused may not even fit
        pass
    for inquiry in policy.inquiries:
        if inquiry.of == "history":
            yield from (Question(policy, inquiry.name, one, day, source) for one in done)


@contextmanager
def _watching(note: Callable[..., None]) -> Iterator[None]:
    """Tell of every question that is answered meanwhile."""
    check = Policy.check

    def told(self: Policy, inquiry: str, case: Case | Dossier, *, on: date) -> Report:
        report = check(self, inquiry, case, on=on)
        note(self, inquiry, case, on)
        return report

    Policy.check = told  # type: ignore[method-assign]  # put back below
    try:
        yield
    finally:
        Policy.check = check  # type: ignore[method-assign]  # as it was


def _different(seen: Iterable[Question]) -> Iterator[Question]:
    """Yield each question once; what cannot be hashed is compared by its identity."""
    known: set[Any] = set()
    for one in seen:
        key = (one.inquiry, one.on, id(one.policy), _hashed(one.case))
        if key not in known:
            known.add(key)
            yield one


def _hashed(case: Case | Dossier) -> int:
    try:
        return hash(case)
    except TypeError:
        return id(case)


def _some(questions: tuple[Question, ...], chance: random.Random) -> tuple[Question, ...]:
    """Return a draw of the questions, some of each inquiry and of each source."""
    order = list(questions)
    chance.shuffle(order)
    taken: dict[str, list[Question]] = {}
    for one in order:
        of_it = taken.setdefault(one.inquiry, [])
        if len(of_it) < _MOST_OF_ONE:
            of_it.append(one)
    turns = [[*of_it] for of_it in taken.values()]
    found: list[Question] = []
    while turns and len(found) < _MOST:
        found += [of_it.pop() for of_it in turns]
        turns = [of_it for of_it in turns if of_it]
    return tuple(found[:_MOST])
