"""A line for each provision: what holds it, how many examples it has, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.sources import Provision
from innov_consortium.testing.articles.examples import exercises_of, page_of
from innov_consortium.testing.kit.conformance import Flaw, Line
from innov_consortium.testing.kit.subject import Subject

__all__ = ["lines_of"]


def lines_of(subject: Subject, flaws: Iterable[Flaw]) -> tuple[Line, ...]:
    """Return a line for each provision, in the order of the law.

    Args:
        subject: The policy.
        flaws: What was found and is not accepted.
    """
    about: dict[str, list[Flaw]] = {}
    for flaw in flaws:
        for provision in flaw.provisions:
            about.setdefault(provision, []).append(flaw)
    rows = [p for row in subject.rows for p in row.about]
    return tuple(
        _line(subject, provision, tuple(about.get(provision.id, ())), rows.count(provision.id))
        for provision in subject.policy.ledger.provisions
    )


def _line(subject: Subject, provision: Provision, flaws: tuple[Flaw, ...], expected: int) -> Line:
    page = page_of(subject.pages, provision.id)
    return Line(
        provision=provision,
        held_by=tuple(dict.fromkeys(_holding(subject, provision.id))),
        examples=_exercises(subject, provision) + expected,
        page="" if page is None else page.name,
        flaws=flaws,
    )


def _exercises(subject: Subject, provision: Provision) -> int:
    try:
        return len(exercises_of(subject.policy, subject.pages, provision))
    except (ImportError, AttributeError, ValueError):  # the checks tell what is wrong with it
        return 0


def _holding(subject: Subject, provision: str) -> Iterator[str]:
    policy = subject.policy
    yield from (n.name for n in subject.norms if n.provision == provision and n.name != provision)
    yield from (s.name for s in policy.steps if s.provision == provision)
    yield from (d.name for d in policy.duties if d.provision == provision)
    yield from (n.name for n in numbers_of(policy.numbers) if n.provision == provision)
    yield from (c.name for c in policy.readings if provision in c.question.provisions)
    judged = (n.name == provision for n in subject.norms if n.provision == provision)
    where = policy.ledger[provision].where
    if any(judged) or (where and where != "later"):
        yield from (place.rpartition(":")[2] for place in where.split())
