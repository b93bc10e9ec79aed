"""What the kit says of a policy: check by check, provision by provision, as values."""

from __future__ import annotations

import enum
from collections.abc import Iterator

from attrs import frozen

from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Provision

__all__ = ["Accepted", "Check", "Conformance", "Flaw", "Gap", "Line", "Mutants", "State"]


class State(enum.Enum):
    """What became of a check."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_RUN = "not_run"


@frozen(kw_only=True)
class Flaw:
    """Something in a policy that is not as it has to be.

    Args:
        check: The check that found it.
        subject: What it is found in and of which sort it is, ``art4.s1:gloss``; by this an author
            may accept it in ``known_gaps.tsv``.
        zh: What is wrong and what to do, in Chinese.
        en: The same in English.
        where: The place, a file or module and its line; empty where there is none.
        provisions: The provisions concerned.
    """

    check: str
    subject: str
    zh: str
    en: str
    where: str = ""
    provisions: tuple[str, ...] = ()


@frozen(kw_only=True)
class Gap:
    """A flaw its author knows of and accepts, with the reason.

    Args:
        check: The check that finds it.
        subject: The subject it is found under.
        zh: Why it is accepted, in Chinese.
        en: The same in English.
        where: Its line in the file.
    """

    check: str
    subject: str
    zh: str
    en: str
    where: str = ""


@frozen
class Accepted:
    """A flaw, and the gap by which it is accepted."""

    flaw: Flaw
    gap: Gap


@frozen(kw_only=True)
class Check:
    """One check and what it found.

    Args:
        name: Its name.
        zh: What it asks, in Chinese.
        en: The same in English.
        state: What became of it.
        count: How many things it looked at.
        flaws: What it found and nobody accepts.
        accepted: What it found and the author accepts.
        note_zh: Why it was not run, or what a reader has to know, in Chinese; empty if nothing.
        note_en: The same in English.
    """

    name: str
    zh: str
    en: str
    state: State
    count: int
    flaws: tuple[Flaw, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    note_zh: str = ""
    note_en: str = ""


@frozen(kw_only=True)
class Line:
    """A provision, and what holds it.

    Args:
        provision: The provision.
        held_by: The clauses, judgements, steps, duties, figures and readings that cite it.
        examples: How many examples exercise it: on its page, in docstrings, in ``examples.jsonl``.
        page: The page about it; empty if there is none.
        flaws: What is wrong with it and not accepted.
    """

    provision: Provision
    held_by: tuple[str, ...]
    examples: int
    page: str
    flaws: tuple[Flaw, ...] = ()


@frozen(kw_only=True)
class Mutants:
    """What became of the policy's mutants: the same law with one thing wrong.

    Args:
        there: How many mutants there are.
        asked: How many of them the policy's examples were held against.
        survivors: Those that no example noticed and the author does not accept.
        accepted: Those that no example noticed, which the author accepts.
        examples: How many examples there were to notice them.
        seed: The seed by which they were drawn.
    """

    there: int
    asked: int
    survivors: tuple[Flaw, ...]
    accepted: tuple[Accepted, ...]
    examples: int
    seed: int


@frozen(kw_only=True)
class Conformance:
    """What the kit says of a policy.

    Args:
        policy: The policy.
        package: The package it is brought by; empty if it is in none.
        checks: Every check, in the order in which they are told.
        lines: A line for each provision, in the order of the law.
        mutants: What became of its mutants; ``None`` if none were asked for.
    """

    policy: Policy
    package: str
    checks: tuple[Check, ...]
    lines: tuple[Line, ...]
    mutants: Mutants | None = None

    @property
    def conforms(self) -> bool:
        """Whether no check failed. Mutants that survive are told and decide nothing."""
        return all(check.state is not State.FAILED for check in self.checks)

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """Every flaw that nobody accepts, check by check."""
        return tuple(flaw for check in self.checks for flaw in check.flaws)

    @property
    def accepted(self) -> tuple[Accepted, ...]:
        """Every flaw the author accepts, with the gap."""
        return tuple(self._accepted())

    def check(self, name: str) -> Check:
        """Return a check by its name.

        Raises:
            LookupError: There is none.
        """
        for one in self.checks:
            if one.name == name:
                return one
        there = ", ".join(one.name for one in self.checks)
        msg = f"the kit has no check {name!r}; there are: {there}"
        raise LookupError(msg)

    def _accepted(self) -> Iterator[Accepted]:
        for check in self.checks:
            yield from check.accepted
        if self.mutants is not None:
            yield from self.mutants.accepted
